"""A file that goes along with messages: chosen or dropped, held to Meta's limits, and shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from pytestqt.qtbot import QtBot

from tests.fixtures.desk import Desk, desk
from whatsapp_studio.qt.widgets import files
from whatsapp_studio.qt.widgets.media_file import MediaFile, size_text, thumbnail

__all__ = ["desk"]


def picture(folder: Path, name: str = "spring.png", wide: int = 60, tall: int = 30) -> Path:
    made = QImage(wide, tall, QImage.Format.Format_RGB32)
    made.fill(QColor("#0b6b5f"))
    path = folder / name
    assert made.save(str(path), "PNG")
    return path


@pytest.fixture
def field(desk: Desk, qtbot: QtBot) -> MediaFile:
    made = MediaFile(desk.studio.media, "image", "Header: picture")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_chosen_picture_is_kept_and_shown_by_name(
    desk: Desk, field: MediaFile, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = picture(tmp_path)
    monkeypatch.setattr(files.QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(chosen), ""))

    with qtbot.waitSignal(field.edited) as told:
        field.choose.click()

    (value,) = told.args
    assert value == field.value() and value.startswith("file:")
    assert desk.studio.media.path(value[5:]).read_bytes() == chosen.read_bytes()
    assert field.title.text() == "spring.png"
    assert not field.picture.pixmap().isNull()
    assert field.choose.isHidden() or field.choose.parentWidget().isHidden()


def test_a_dropped_file_is_taken(field: MediaFile, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture(tmp_path)))])
    dropped = QDropEvent(
        QPointF(4, 4), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )

    with qtbot.waitSignal(field.edited):
        field.dropEvent(dropped)

    assert field.value().startswith("file:")


def test_six_megabytes_are_refused_with_the_rule_before_anything_is_kept(
    desk: Desk, field: MediaFile, qtbot: QtBot, tmp_path: Path
) -> None:
    large = tmp_path / "large.png"
    large.write_bytes(picture(tmp_path).read_bytes() + bytes(6 * 1024 * 1024))

    field.take(large)
    qtbot.waitUntil(lambda: bool(field.error.text))

    assert "5" in field.error.text and "MB" in field.error.text
    assert field.value() == "" and field.choose.isEnabled()
    assert desk.store.value("SELECT count(*) FROM media_files") == 0


def test_what_a_file_is_decides_not_what_it_is_called(field: MediaFile, qtbot: QtBot, tmp_path: Path) -> None:
    disguised = tmp_path / "picture.png"
    disguised.write_bytes(b"%PDF-1.7 not a picture at all")

    field.take(disguised)
    qtbot.waitUntil(lambda: bool(field.error.text))

    assert field.value() == ""


def test_a_file_that_cannot_be_read_is_told(field: MediaFile, qtbot: QtBot, tmp_path: Path) -> None:
    field.take(tmp_path / "nobody.png")
    qtbot.waitUntil(lambda: bool(field.error.text))

    assert field.value() == ""


def test_it_can_be_taken_away(field: MediaFile, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(field.edited):
        field.take(picture(tmp_path))

    with qtbot.waitSignal(field.edited) as told:
        field.remove.click()

    assert told.args == [""] and field.value() == ""
    assert not field.choose.isHidden()


def test_a_file_that_went_is_told_and_can_be_replaced(
    desk: Desk, field: MediaFile, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(field.edited):
        field.take(picture(tmp_path))
    value = field.value()
    desk.studio.media.path(value[5:]).unlink()
    field.show_value("")
    field.show_value(value)

    assert field.title.text() == "The file is gone"
    assert field.error.text and field.replace.isEnabled()


def test_an_address_is_no_file(field: MediaFile) -> None:
    field.show_value("https://example.com/a.png")

    assert field.value() == ""


def test_a_thumbnail_keeps_its_proportions(qapp: object, tmp_path: Path) -> None:
    small = thumbnail(picture(tmp_path), QSize(40, 40), 2.0)

    assert small is not None
    assert (small.width(), small.height(), small.devicePixelRatio()) == (80, 40, 2.0)
    (tmp_path / "text.png").write_text("no picture")
    assert thumbnail(tmp_path / "text.png", QSize(40, 40), 1.0) is None


@pytest.mark.parametrize(("size", "said"), [(10, "1 kB"), (2048, "2 kB"), (1_572_864, "1.5 MB")])
def test_sizes_are_said_as_people_do(size: int, said: str) -> None:
    assert size_text(size) == said
