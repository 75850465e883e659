"""Decides that an empty canvas says how to begin, has a button for it, and is silent once a step is there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.fixtures.journey_desk import Editors
from whatsapp_studio.qt.journeys.canvas_area import CanvasArea


def test_an_empty_canvas_says_how_to_begin_and_the_button_opens_the_list(editors: Editors) -> None:
    editor = editors.open("")
    (area,) = editor.findChildren(CanvasArea)
    assert area.hint.isVisible() and area.button.isVisible()
    assert "Insert" in area.text.text() and "Drag" in area.text.text()
    assert area.hint.geometry().bottom() < area.button.geometry().top()
    assert area.rect().contains(area.button.geometry())
    QTest.mouseClick(area.button, Qt.MouseButton.LeftButton)
    chooser = editor.hand.chooser
    assert chooser is not None and chooser.isVisible()
    QTest.keyClicks(chooser.search, "read")
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    assert [one.kind for one in editor.document.journey.steps.values()] == ["audience"]
    assert not area.hint.isVisible() and not area.button.isVisible()
    editor.document.undo()
    assert area.hint.isVisible() and area.button.isVisible()


def test_what_is_only_looked_at_has_no_button(editors: Editors) -> None:
    id = editors.keep("")
    editors.open(id=id)
    second = editors.open(id=id)
    (area,) = second.findChildren(CanvasArea)
    assert second.document.read_only and not area.hint.isVisible() and not area.button.isVisible()
