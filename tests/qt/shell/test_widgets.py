"""The widgets that pages share."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.fixtures.desk import Desk
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.widgets.badge import look_of
from whatsapp_studio.qt.widgets.card import NumberTile
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.fields import FormRow, SearchField
from whatsapp_studio.qt.widgets.page import Page
from whatsapp_studio.qt.widgets.progress import ProgressRow
from whatsapp_studio.qt.widgets.toast import Toast

LONG = "One sentence that is much longer than a line of this width can hold, and then goes on for another while. " * 2


@pytest.fixture(autouse=True)
def _themed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def test_an_empty_page_shows_all_of_its_sentence(qtbot: QtBot) -> None:
    empty = EmptyState("inbox", "Nothing here", "Short.")
    qtbot.addWidget(empty)
    empty.resize(800, 500)
    empty.show()
    for text in (LONG, "Short.", LONG + LONG):
        empty.text.setText(text)
        qtbot.waitUntil(lambda: empty.text.height() >= empty.text.heightForWidth(empty.text.width()))


def test_a_search_waits_for_a_pause_and_enter_does_not(qtbot: QtBot) -> None:
    field = SearchField("Find")
    qtbot.addWidget(field)
    asked: list[str] = []
    field.searched.connect(asked.append)
    QTest.keyClicks(field, " mar")
    assert asked == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert asked == ["mar"]
    QTest.keyClicks(field, "ia")
    with qtbot.waitSignal(field.searched, timeout=2000):
        pass
    assert asked == ["mar", "maria"]


def test_an_error_is_told_to_those_who_cannot_see_it(qtbot: QtBot) -> None:
    field = QLineEdit()
    row = FormRow("&Name", field, "As people see it")
    qtbot.addWidget(row)
    row.show()
    assert (field.accessibleName(), field.accessibleDescription()) == ("Name", "")
    row.set_error("Give it a name.")
    assert field.property("invalid") and field.accessibleDescription() == "Give it a name."
    row.set_error("")
    assert not field.property("invalid") and field.accessibleDescription() == "As people see it"


def test_progress_never_goes_back(qtbot: QtBot) -> None:
    row = ProgressRow()
    qtbot.addWidget(row)
    row.show_progress(500, 1000)
    row.show_progress(400, 1000)
    assert row.bar.value() == 500
    assert "400 of 1,000" in row.label.text()
    row.reset("Reading")
    assert (row.bar.maximum(), row.label.text()) == (0, "Reading")


def test_a_toast_can_be_taken_back_and_replaces_the_one_before(qtbot: QtBot) -> None:
    window, undone = QWidget(), []
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    Toast.show_in(window, "First")
    toast = Toast.show_in(window, "Deleted.", "Undo", lambda: undone.append(True))
    qtbot.waitUntil(lambda: len(window.findChildren(Toast)) == 1)
    assert window.rect().contains(toast.geometry())
    window.resize(900, 500)
    qtbot.waitUntil(lambda: abs(toast.geometry().center().x() - 450) <= 1)
    toast.button.click()
    assert undone == [True]
    qtbot.waitUntil(lambda: not window.findChildren(Toast))


def test_a_toast_waits_while_its_button_has_the_focus(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    toast = Toast.show_in(window, "Deleted.", "Undo", lambda: None)
    window.activateWindow()
    assert toast._timer.isActive()
    toast.button.setFocus()
    qtbot.waitUntil(lambda: not toast._timer.isActive())
    toast.button.clearFocus()
    qtbot.waitUntil(toast._timer.isActive)


def test_what_a_toast_offers_goes_with_whoever_offered_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    editor = QWidget(window)
    window.show()
    Toast.show_in(editor, "The draft is as it was.", "Undo", lambda: None)
    editor.deleteLater()
    qtbot.waitUntil(lambda: not window.findChildren(Toast))
    editor = QWidget(window)
    Toast.show_in(editor, "Saved")
    with qtbot.waitSignal(editor.destroyed):
        editor.deleteLater()
    assert [toast.label.text() for toast in window.findChildren(Toast)] == ["Saved"]


def test_a_tile_says_its_number_to_a_screen_reader(qtbot: QtBot) -> None:
    tile = NumberTile("Contacts")
    qtbot.addWidget(tile)
    tile.show_number("1,234", "people")
    assert tile.accessibleName() == "Contacts: 1,234. people"


def test_a_state_nobody_foresaw_still_has_a_look() -> None:
    assert look_of("A_STATE_OF_2031") == ("circle-dot", "text_muted")


def test_the_header_holds_title_state_and_actions_in_order(desk: Desk) -> None:
    page = desk.show(lambda studio: Page(studio, "A page"))
    page.set_pill("Draft", "warning")
    assert page.pill.isVisible() and page.pill.property("kind") == "warning"
    page.set_pill("")
    assert not page.pill.isVisible()
    first, last = QLineEdit(), QLineEdit()
    page.add_action(first)
    page.add_action(last)
    QApplication.processEvents()
    assert first.x() < last.x()
