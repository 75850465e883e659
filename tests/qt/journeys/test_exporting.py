"""Decides that a journey leaves as a picture, a drawing, a document or its own file, and says where it is."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QMessageBox

from tests.fixtures.journey_desk import Editors
from tests.qt.journeys.conftest import small_journey
from whatsapp_studio.journeys.codec import dump
from whatsapp_studio.journeys.edits import ChangeStep
from whatsapp_studio.qt.jobs import wait_for_all
from whatsapp_studio.qt.widgets.toast import Toast


@pytest.mark.parametrize(
    ("ending", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF"), ("wsjourney", b"{")]
)
def test_each_kind_of_file(
    editors: Editors, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, begins: bytes
) -> None:
    editor = editors.open(small_journey())
    offered: list[str] = []

    def choose(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        offered.append(start)
        # Without its ending, as people type it.
        return str(tmp_path / "made"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    editor.exporting.actions[ending].trigger()
    made = tmp_path / f"made.{ending}"
    editors.desk.until(
        lambda: any(f"made.{ending}" in toast.label.text() for toast in editor.findChildren(Toast))
    )
    assert made.read_bytes().startswith(begins)
    assert offered[0].endswith(f".{ending}")
    editor.exporting.actions[ending].trigger()
    assert Path(offered[1]).parent == tmp_path


def test_the_name_that_is_offered_fits_where_names_of_files_do(
    editors: Editors, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = editors.open(msgspec.structs.replace(small_journey(), name="a/b & " + "long " * 100))
    offered: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (offered.append(asked[2]), ("", ""))[1])
    editor.exporting.actions["png"].trigger()
    name = Path(offered[0]).name
    assert name.startswith("a-b - long") and name.endswith(".png") and len(name) < 100


def test_the_picture_shows_the_whole_journey_whatever_is_in_sight(editors: Editors, tmp_path: Path) -> None:
    editor = editors.open(small_journey())
    editor.view.set_zoom(3.0)
    editor.exporting.write(tmp_path / "a.png")
    wait_for_all()
    image = QImage(str(tmp_path / "a.png"))
    content = editor.scene.content()
    assert image.height() > content.height() and image.width() >= content.width()


def test_the_file_has_the_last_edit(editors: Editors, tmp_path: Path) -> None:
    editor = editors.open(small_journey())
    editor.document.do(ChangeStep(step="pause", name="Last word"))
    editor.exporting.write(tmp_path / "a.wsjourney")
    wait_for_all()
    assert (tmp_path / "a.wsjourney").read_text(encoding="utf-8") == dump(editor.document.journey)


def test_a_folder_that_cannot_be_written_to_is_said(editors: Editors, tmp_path: Path) -> None:
    editor = editors.open(small_journey())
    editor.exporting.write(tmp_path / "gone" / "a.png")
    editors.desk.until(lambda: any(one.isVisible() for one in editor.findChildren(QMessageBox)))
    boxes = [one for one in editor.findChildren(QMessageBox) if one.isVisible()]
    assert len(boxes) == 1
    boxes[0].close()
