"""What a message on the phone shows of files: those of the workspace, those of this machine, none from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fixtures.templates import body, media, raw
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.widgets import bubble_files
from whatsapp_studio.qt.widgets.bubble import BubbleView
from whatsapp_studio.qt.widgets.bubble_files import Files, load, video_seconds
from whatsapp_studio.qt.widgets.bubble_phone import LIGHT
from whatsapp_studio.templates.bubble import HeaderPart, bubble
from whatsapp_studio.templates.template import parse

WIDTH = 320


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> BubbleView:
    theme.apply(qapp, "light")
    made = BubbleView()
    qtbot.addWidget(made)
    return made


def seen(view: BubbleView, template: dict[str, Any] | None = None, values: dict[str, str] | None = None) -> QImage:
    """Show a template (or what is shown already) as tall as it has to be; returns what is seen."""
    if template is not None:
        view.show_bubble(bubble(parse(template), values or {}))
    view.resize(WIDTH, view.heightForWidth(WIDTH))
    return view.grab().toImage()


def has_colour(image: QImage, colour: str) -> bool:
    wanted = QColor(colour).rgb()
    return any(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def picture(path: Path, colour: str = "#123456", size: tuple[int, int] = (80, 60)) -> Path:
    made = QImage(*size, QImage.Format.Format_RGB32)
    made.fill(QColor(colour))
    assert made.save(str(path), "PNG")
    return path


def test_a_file_of_the_workspace_is_found_by_its_hash(view: BubbleView, tmp_path: Path):
    path, asked = picture(tmp_path / "kept"), []

    def resolve(sha: str) -> Path | None:
        asked.append(sha)
        return path if sha == "a" * 64 else None

    view.set_files(resolve)
    shown = raw(media("IMAGE"), body("Hi"))
    assert has_colour(seen(view, shown, {"header.media": "file:" + "a" * 64}), "#123456")
    assert has_colour(seen(view, shown, {"header.media": "file:" + "b" * 64}), LIGHT["knob"])
    assert set(asked) == {"a" * 64, "b" * 64}


def test_a_file_that_is_gone_is_a_placeholder_and_one_that_is_there_is_asked_for_once(
    view: BubbleView, tmp_path: Path
):
    path, asked = picture(tmp_path / "kept"), []

    def resolve(sha: str) -> Path:
        asked.append(sha)
        if sha == "b" * 64:
            raise UserError("media-gone", name=sha)
        return path

    view.set_files(resolve)
    shown = raw(media("IMAGE"), body("Hi"))
    assert has_colour(seen(view, shown, {"header.media": "file:" + "b" * 64}), LIGHT["knob"])
    asked.clear()
    for _ in range(3):
        assert has_colour(seen(view, shown, {"header.media": "file:" + "a" * 64}), "#123456")
    assert asked == ["a" * 64]


def test_a_large_picture_is_read_elsewhere_and_shown_then(
    view: BubbleView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(bubble_files, "_AT_ONCE", 10)
    path = picture(tmp_path / "large.png", "#654321")
    assert has_colour(seen(view, raw(media("IMAGE"), body("Hi")), {"header.media": str(path)}), LIGHT["knob"])
    qtbot.waitUntil(lambda: not view._reading)
    assert has_colour(seen(view), "#654321")


def test_a_picture_that_changed_is_read_again(tmp_path: Path, qapp: QApplication):
    path = picture(tmp_path / "a.png", size=(20, 20))
    files, header = Files(), HeaderPart("image", media=str(path))
    first = files.picture(header, QSize(40, 20))
    assert first is not None
    assert (first.width(), first.height()) == (40, 20)
    assert files.picture(header, QSize(40, 20)) is first
    picture(path, "#abcdef", size=(20, 21))
    again = files.picture(header, QSize(40, 20))
    assert again is not None
    assert again.toImage().pixelColor(5, 5) == QColor("#abcdef")


def test_a_very_large_picture_is_read_small(tmp_path: Path, qapp: QApplication):
    assert load(picture(tmp_path / "a.png", size=(3000, 1500))).size() == QSize(1200, 600)
    assert load(tmp_path / "none.png").isNull()
    (tmp_path / "b.png").write_text("no picture")
    assert load(tmp_path / "b.png").isNull()


def test_the_length_of_a_video_is_read_from_its_header(tmp_path: Path):
    path = tmp_path / "a.mp4"
    short = bytes(12) + (1000).to_bytes(4) + (61_400).to_bytes(4) + bytes(40)
    long = b"\1" + bytes(19) + (90_000).to_bytes(4) + (90_000 * 5).to_bytes(8) + bytes(40)
    for box, seconds in ((short, 61), (long, 5), (bytes(64), None), (short[:10], None)):
        path.write_bytes(b"ftyp" + b"mvhd" + box)
        assert video_seconds(path) == seconds
    path.write_bytes(bytes(900_000) + b"mvhd" + short)
    assert video_seconds(path) == 61  # a header may stand at the end
    path.write_bytes(b"nothing")
    assert video_seconds(path) is None
    assert video_seconds(tmp_path / "none") is None


def test_what_stands_elsewhere_has_no_size(tmp_path: Path):
    (tmp_path / "a.pdf").write_bytes(bytes(1234))
    for address, size in (
        (str(tmp_path / "a.pdf"), 1234), ((tmp_path / "a.pdf").as_uri(), 1234), ("https://a.example/a.pdf", None),
        ("123", None), ("file:" + "a" * 64, None), ("http://[", None), ("\0", None), ("", None),
    ):  # fmt: skip
        assert Files().bytes(HeaderPart("document", media=address)) == size, address
