"""Typing merges, a text that has the focus undoes first, and what others change never moves a cursor."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit

from tests.qt.inspector.conftest import Stand, Workshop, step, welcome
from whatsapp_studio.journeys.edits import AddStep, ChangeStep, MoveItems, SetFields
from whatsapp_studio.journeys.graph import Journey

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def focused(stand: Stand, shop: Workshop, id: str, field: str) -> QLineEdit | QPlainTextEdit:
    stand.inspector.show_field(id, field)
    target = stand.inspector.window().focusWidget()
    assert isinstance(target, (QLineEdit, QPlainTextEdit))
    shop.qtbot.waitUntil(lambda: QApplication.focusWidget() is target)
    return target


def undo(widget: QLineEdit | QPlainTextEdit) -> None:
    QTest.keyClick(widget, Qt.Key.Key_Z, CTRL)


def redo(widget: QLineEdit | QPlainTextEdit) -> None:
    QTest.keySequence(widget, QKeySequence(QKeySequence.StandardKey.Redo))


@pytest.fixture
def stand(shop: Workshop) -> Stand:
    journey = welcome()
    notify = step("note", "notify", title="Hello", text="Body")
    return shop.stand(
        Journey(
            id=journey.id, name=journey.name, steps={**journey.steps, "note": notify}, links=journey.links,
            places={**journey.places, "note": (400, 0)},
        )
    )  # fmt: skip


def title(stand: Stand) -> str:
    return str(stand.document.journey.steps["note"].fields["title"])


def test_typing_is_one_step_of_undo(stand: Stand, shop: Workshop) -> None:
    line = focused(stand, shop, "note", "title")
    QTest.keyClicks(line, "abc")
    assert title(stand).endswith("abc") and stand.document.undo_stack.count() == 1
    stand.document.stop_merging()
    QTest.keyClicks(line, "d")
    assert stand.document.undo_stack.count() == 2


def test_a_text_takes_its_own_typing_back_first(stand: Stand, shop: Workshop) -> None:
    stand.document.do(ChangeStep(step="end", disabled=True))
    line = focused(stand, shop, "note", "title")
    line.selectAll()
    QTest.keyClicks(line, "one")
    stand.document.stop_merging()
    QTest.keyClicks(line, " two")
    assert title(stand) == "one two" and stand.document.undo_stack.index() == 3

    while line.text() != "Hello":
        undo(line)
    # The field's own steps are undone, not piled up.
    assert title(stand) == "Hello" and stand.document.undo_stack.index() == 1
    assert stand.document.journey.steps["end"].disabled

    undo(line)
    assert not stand.document.journey.steps["end"].disabled
    assert title(stand) == "Hello"


def test_a_text_redoes_its_own_typing(stand: Stand, shop: Workshop) -> None:
    line = focused(stand, shop, "note", "title")
    QTest.keyClicks(line, "!")
    typed = title(stand)
    undo(line)
    assert title(stand) == "Hello" and stand.document.undo_stack.index() == 0
    redo(line)
    assert title(stand) == typed and stand.document.undo_stack.index() == 1


def test_a_box_of_text_does_the_same(stand: Stand, shop: Workshop) -> None:
    stand.document.do(MoveItems(places={"note": (8, 8)}))
    box = focused(stand, shop, "note", "text")
    QTest.keyClicks(box, "X ")
    assert stand.document.journey.steps["note"].fields["text"] == "X Body"
    while box.toPlainText() != "Body":  # type: ignore[union-attr]
        undo(box)
    assert stand.document.journey.places["note"] == (8, 8)
    undo(box)
    assert stand.document.journey.places["note"] == (400, 0)


def test_typing_that_others_came_after_is_taken_back_as_an_edit(stand: Stand, shop: Workshop) -> None:
    line = focused(stand, shop, "note", "title")
    QTest.keyClicks(line, "?")
    stand.document.do(MoveItems(places={"note": (8, 8)}))
    undo(line)
    assert title(stand) == "Hello"
    assert stand.document.journey.places["note"] == (8, 8)
    assert stand.document.undo_stack.index() == 3


def test_the_window_s_own_undo_gets_the_key_when_the_field_has_nothing(stand: Stand, shop: Workshop) -> None:
    window = QMainWindow()
    shop.qtbot.addWidget(window)
    window.setCentralWidget(stand.inspector)
    action = QAction("Undo", window)
    action.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    action.triggered.connect(stand.document.undo)
    window.addAction(action)
    window.show()
    window.activateWindow()
    stand.document.do(ChangeStep(step="end", disabled=True))
    line = focused(stand, shop, "note", "title")
    QTest.keyClicks(line, "1")

    undo(line)
    assert title(stand) == "Hello" and stand.document.journey.steps["end"].disabled
    undo(line)
    assert not stand.document.journey.steps["end"].disabled
    window.takeCentralWidget().setParent(None)


def test_what_is_changed_elsewhere_leaves_the_cursor(stand: Stand, shop: Workshop) -> None:
    line = focused(stand, shop, "note", "title")
    assert isinstance(line, QLineEdit)
    line.setCursorPosition(2)
    stand.document.do(ChangeStep(step="end", disabled=True))
    stand.document.do(MoveItems(places={"note": (8, 8)}))
    assert line.cursorPosition() == 2 and QApplication.focusWidget() is line
    stand.document.do(SetFields(step="note", fields={"title": "Hullo there"}))
    assert (line.text(), line.cursorPosition()) == ("Hullo there", 2)
    stand.document.check_now()
    assert QApplication.focusWidget() is line and line.cursorPosition() == 2


def test_a_box_keeps_its_cursor_among_signs_of_two_units(stand: Stand, shop: Workshop) -> None:
    box = focused(stand, shop, "note", "text")
    assert isinstance(box, QPlainTextEdit)
    stand.document.do(SetFields(step="note", fields={"text": "🎉🎉 party"}))
    cursor = box.textCursor()
    cursor.setPosition(4)
    box.setTextCursor(cursor)
    stand.document.do(SetFields(step="note", fields={"text": "🎉🎉 parties"}))
    assert box.textCursor().position() == 4


def test_typing_at_one_step_is_never_undone_into_another(stand: Stand, shop: Workshop) -> None:
    line = focused(stand, shop, "note", "name")
    QTest.keyClicks(line, "Tell me")
    stand.select("end")
    line = focused(stand, shop, "end", "name")
    assert line.text() == ""
    undo(line)
    # Nothing of its own: the document's last step is undone, which was the other's name.
    assert stand.document.journey.steps["note"].name == ""
    assert stand.document.journey.steps["end"].name == ""


def test_a_note_is_typed_as_one_step(stand: Stand) -> None:
    stand.select("end")
    stand.inspector.tabs.setCurrentIndex(2)
    QTest.keyClicks(stand.inspector.notes.text, "Ask Bo")
    assert stand.document.journey.steps["end"].note == "Ask Bo"
    assert stand.document.undo_stack.count() == 1
    stand.document.undo()
    assert stand.inspector.notes.text.toPlainText() == ""


def test_what_may_not_be_changed_stays(shop: Workshop) -> None:
    stand = shop.stand(read_only=True)
    stand.select("wait")
    assert not stand.inspector.step_tab.step.isEnabled()
    stand.form.edited.emit("duration", {"amount": 9, "unit": "days"}, "")
    assert stand.document.journey.steps["wait"].fields["duration"] == {"amount": 1, "unit": "days"}
    assert stand.row("duration").editor.amount.value() == 1


def test_typing_that_takes_itself_back_comes_back_without_undoing_something_else(stand: Stand, shop: Workshop) -> None:
    stand.document.do(ChangeStep(step="end", disabled=True))
    line = focused(stand, shop, "note", "title")
    QTest.keyClicks(line, "!")
    typed = title(stand)
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert title(stand) == "Hello" and stand.document.undo_stack.index() == 1
    undo(line)
    assert line.text() == title(stand) == typed
    assert stand.document.journey.steps["end"].disabled


def test_a_step_that_goes_under_the_cursor_does_not_leave_it_in_another_field(stand: Stand, shop: Workshop) -> None:
    stand.document.do(AddStep(step=step("new", "notify", title="", text=""), place=(800, 0)))
    line = focused(stand, shop, "new", "title")
    undo(line)
    assert "new" not in stand.document.journey.steps
    assert QApplication.focusWidget() is stand.inspector.tabs.tabBar()
    before = stand.document.journey
    QTest.keyClicks(QApplication.focusWidget(), "more")
    assert stand.document.journey is before
