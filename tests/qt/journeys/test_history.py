"""Decides that the list of undo steps says every edit in words and that a click goes there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from tests.fixtures.journey_desk import Editors
from tests.qt.journeys.conftest import small_journey
from whatsapp_studio.journeys.edits import ChangeStep, MoveItems, RenameJourney
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.journeys.history import History


@pytest.fixture
def history(document: JourneyDocument, qtbot: QtBot) -> History:
    made = History(document)
    qtbot.addWidget(made)
    made.resize(220, 300)
    made.show()
    return made


def lines(history: History) -> list[str]:
    model = history.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def click(history: History, row: int) -> None:
    at = history.list.visualRect(history.list.model().index(row, 0)).center()
    QTest.mouseClick(history.list.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_every_edit_is_a_line_and_typing_is_one(document: JourneyDocument, history: History) -> None:
    document.do(MoveItems(places={"pause": (0, 8)}))
    for name in ("R", "Re", "Rest"):
        document.do(ChangeStep(step="pause", name=name))
    assert lines(history) == ["As it was opened", "Move 1 item", "Rename a step to “Rest”"]


def test_a_click_goes_there_and_back(document: JourneyDocument, history: History) -> None:
    opened = document.journey
    document.do(MoveItems(places={"pause": (0, 8)}))
    moved = document.journey
    document.do(RenameJourney(name="Spring"))
    renamed = document.journey
    click(history, 1)
    assert document.journey == moved
    click(history, 0)
    assert document.journey == opened
    click(history, 2)
    assert document.journey == renamed


def test_typing_after_a_click_is_a_step_of_its_own(document: JourneyDocument, history: History) -> None:
    document.do(RenameJourney(name="A"))
    document.do(MoveItems(places={"pause": (0, 8)}))
    document.do(RenameJourney(name="B"))
    click(history, 1)
    document.do(RenameJourney(name="C"))
    assert len(lines(history)) == 3
    document.undo()
    assert document.journey.name == "A"


def test_the_keyboard_goes_there_too(document: JourneyDocument, history: History) -> None:
    opened = document.journey
    document.do(MoveItems(places={"pause": (0, 8)}))
    history.list.setFocus()
    QTest.keyClick(history.list, Qt.Key.Key_Up)
    assert document.journey == opened


def test_it_can_be_closed(history: History, qtbot: QtBot) -> None:
    with qtbot.waitSignal(history.closed):
        QTest.mouseClick(history.close_button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("look", ["light", "dark"])
def test_what_was_undone_is_dimmed(
    document: JourneyDocument, history: History, qapp: QApplication, look: theme.Choice
) -> None:
    theme.apply(qapp, look)
    for n in (8, 16):
        document.do(MoveItems(places={"pause": (0, n)}))
    document.undo()
    delegate, model = history.list.itemDelegate(), history.list.model()
    seen = []
    for row in range(model.rowCount()):
        option = QStyleOptionViewItem()
        option.widget = history.list
        delegate.initStyleOption(option, model.index(row, 0))
        seen.append((option.font.italic(), option.palette.color(QPalette.ColorRole.Text) == theme.color("text_muted")))
    assert seen == [(False, False), (False, False), (True, True)]
    theme.apply(qapp, "light")


def test_a_name_typed_letter_by_letter_is_shown_whole(editors: Editors) -> None:
    editor = editors.open(small_journey())
    editor.edit("pause", "name")
    name = editor.inspector.step_tab.step.head.name
    name.selectAll()
    QTest.keyClicks(name, "Rest a while")
    model = editor.history.list.model()
    assert [model.index(row, 0).data() for row in range(1, model.rowCount())] == ["Rename a step to “Rest a while”"]
    assert "“Rest a while”" in editor.edits["undo"].text()
