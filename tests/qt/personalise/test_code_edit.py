"""Typing an expression: completed, folded into pills, underlined where it is wrong, and always the plain text."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from whatsapp_studio.qt.personalise.checking import checker
from whatsapp_studio.qt.personalise.code_edit import CodeEdit
from whatsapp_studio.qt.personalise.line import ExpressionField
from whatsapp_studio.qt.personalise.offers import Offer
from whatsapp_studio.qt.personalise.reach import Reach, contact_fields

REACH = Reach(contact_fields([("city", "City", "text")]))
WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


@pytest.fixture
def edit(qtbot: QtBot) -> CodeEdit:
    made = CodeEdit()
    qtbot.addWidget(made)
    made.set_offers([Offer("field", one.path, one.label) for one in REACH.fields])
    made.set_check(checker(REACH, {}, "Text", "nl"))
    made.resize(600, 120)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def waved(edit: CodeEdit) -> str:
    """The letters of the first line that are underlined as wrong."""
    block = edit.document().firstBlock()
    return "".join(
        block.text()[span.start : span.start + span.length]
        for span in block.layout().formats()
        if span.format.underlineStyle() == WAVE
    )


def test_only_what_a_person_types_is_announced(edit: CodeEdit) -> None:
    heard: list[str] = []
    edit.edited.connect(heard.append)
    edit.setText("{{ contact.city }}")
    edit.set_folded(True)
    edit.set_folded(False)
    assert heard == []
    QTest.keyClicks(edit, "!?")
    assert heard == ["{{ contact.city }}!", "{{ contact.city }}!?"]
    edit.undo()
    assert edit.text() == "{{ contact.city }}" and heard[-1] == "{{ contact.city }}"


def test_an_error_is_underlined_soon_after_typing(edit: CodeEdit, qtbot: QtBot) -> None:
    checker(REACH, {}, "Text", "nl")("{{ contact.city | upcase }}")  # Liquid is loaded once in a program.
    began = time.monotonic()
    QTest.keyClicks(edit, "Hi {{ contact.ctiy }}")
    with qtbot.waitSignal(edit.checked, check_params_cb=bool):
        typed = time.monotonic()
    assert time.monotonic() - typed < 1 and typed - began < 5
    assert waved(edit) == "contact.ctiy"
    assert edit.troubles[0].column == 7
    edit.write("Hi {{ contact.city }}")
    qtbot.waitUntil(lambda: waved(edit) == "")


def test_a_pill_hides_nothing_from_copy_undo_or_search(edit: CodeEdit) -> None:
    edit.setText('Hi {{ contact.first_name | default: "x" }}!')
    wide = edit.cursorRect().left()
    edit.set_folded(True)
    assert edit.cursorRect().left() < wide - 40
    edit.selectAll()
    edit.copy()
    assert QApplication.clipboard().text() == edit.text() == 'Hi {{ contact.first_name | default: "x" }}!'
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    assert edit.find("contact.first_name")
    # The cursor is in it now: it is unfolded.
    edit.moveCursor(QTextCursor.MoveOperation.End)
    assert edit.colours.folded(0, edit.text())
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    for _ in range(6):
        edit.moveCursor(QTextCursor.MoveOperation.Right)
    assert not edit.colours.folded(0, edit.text())


def test_names_are_completed_by_keyboard(edit: CodeEdit) -> None:
    QTest.keyClicks(edit, "Hi {{ ")
    assert edit.popup.names()[:2] == ["contact.first_name", "contact.last_name"]
    QTest.keyClick(edit, Qt.Key.Key_Down)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "Hi {{ contact.last_name }}"
    assert not edit.popup.isVisible()
    edit.undo()
    assert edit.text().startswith("Hi {{")
    edit.setText("")
    QTest.keyClicks(edit, "contact.ci")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert not edit.popup.isVisible() and edit.text() == "contact.ci"
    QTest.keyClick(edit, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.text() == "{{ contact.city }}"


def test_a_field_in_a_form_has_one_line_and_keeps_more(qtbot: QtBot) -> None:
    field = ExpressionField()
    qtbot.addWidget(field)
    low = field.sizeHint().height()
    QTest.keyClicks(field, "ab")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "ab" and field.sizeHint().height() == low
    field.setText("{% if a %}\nb\n{% endif %}")
    assert field.sizeHint().height() > low + field.fontMetrics().lineSpacing()
    field.setText("")
    data = QMimeData()
    data.setText("one\ntwo")
    field.insertFromMimeData(data)
    assert field.text() == "one two"
