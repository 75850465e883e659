"""Shows that the window says one clear sentence of any file that is dropped on it, and opens every journey."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from tests.fixtures.desk import Desk
from tests.fixtures.hostile_journeys import odd, refused
from tests.qt.journeys.test_page import drop
from whatsapp_studio.qt.journeys.page import JourneysPage

REFUSED, ODD = refused(), odd()


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_journey_is_said_in_a_sentence(name: str, desk: Desk, tmp_path: Path) -> None:
    page = desk.show(JourneysPage)
    raw, word = REFUSED[name]
    file = tmp_path / "odd.wsjourney"
    file.write_bytes(raw)
    drop(page, file)
    desk.until(lambda: page.findChildren(QMessageBox), 20_000)
    (box,) = page.findChildren(QMessageBox)
    said = f"{box.text()} {box.informativeText()}"
    assert word in said and "odd.wsjourney" in said, said
    assert len(said) < 500 and "Traceback" not in said
    box.close()
    assert page.editor is None and desk.studio.journeys.all() == ()


@pytest.mark.parametrize("name", ODD)
def test_what_is_a_journey_opens_however_odd(name: str, desk: Desk, tmp_path: Path) -> None:
    page = desk.show(JourneysPage)
    file = tmp_path / "odd.wsjourney"
    file.write_bytes(ODD[name])
    drop(page, file)
    desk.until(lambda: page.editor is not None and page.editor.document.surroundings.known, 20_000)
    editor = page.editor
    assert editor is not None and editor.view.isVisible()
    assert len(editor.scene.steps) == len(editor.document.journey.steps) > 7
    editor.view.fit()
    assert not editor.grab().isNull()
    first = next(iter(editor.document.journey.steps))
    editor.document.select({first}, first)
    editor.document.check_now()
    assert editor.document.problems and not editor.header.publish_button.isEnabled()
    assert not page.findChildren(QMessageBox)
    page.close_editor()
