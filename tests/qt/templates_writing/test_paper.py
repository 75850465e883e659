"""The text as it is written: formatting by keys, marks, direction, and undo that belongs to the template."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.qt.templates_writing.conftest import Writer
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.templates.writing.paper import Paper

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def paper(qapp: QApplication, qtbot: QtBot) -> Paper:
    theme.apply(qapp, "light")
    made = Paper("Text", 4)
    qtbot.addWidget(made)
    made.show()
    return made


def select(paper: Paper, start: int, end: int) -> None:
    cursor = paper.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    paper.setTextCursor(cursor)


@pytest.mark.parametrize(
    ("key", "modifier", "after"),
    [
        (Qt.Key.Key_B, CTRL, "say *hello* now"), (Qt.Key.Key_I, CTRL, "say _hello_ now"),
        (Qt.Key.Key_X, CTRL | SHIFT, "say ~hello~ now"), (Qt.Key.Key_M, CTRL | SHIFT, "say ```hello``` now"),
    ],
)  # fmt: skip
def test_keys_wrap_what_is_selected_and_take_it_off_again(
    paper: Paper, key: Qt.Key, modifier: Qt.KeyboardModifier, after: str
) -> None:
    paper.show_text("say hello now")
    select(paper, 4, 9)
    QTest.keyClick(paper, key, modifier)
    assert paper.toPlainText() == after
    assert paper.textCursor().selectedText() == "hello"


def test_what_has_its_signs_selected_loses_them(paper: Paper) -> None:
    paper.show_text("say *hello* now")
    select(paper, 4, 11)
    paper.wrap_in("bold")
    assert paper.toPlainText() == "say hello now"


def test_spaces_at_the_ends_stay_outside_the_signs(paper: Paper) -> None:
    paper.show_text("say hello now")
    select(paper, 3, 10)
    paper.wrap_in("italic")
    assert paper.toPlainText() == "say _hello_ now"


def test_behind_an_emoji_the_selection_is_still_right(paper: Paper) -> None:
    paper.show_text("🎉👨‍👩‍👧 hello")
    cursor = paper.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.movePosition(QTextCursor.MoveOperation.PreviousWord, QTextCursor.MoveMode.KeepAnchor)
    paper.setTextCursor(cursor)
    paper.wrap_in("bold")
    assert paper.toPlainText() == "🎉👨‍👩‍👧 *hello*"
    assert paper.textCursor().selectedText() == "hello"


def looks(paper: Paper, at: int) -> tuple[bool, bool, bool]:
    """Bold, coloured behind, underlined: how the text is drawn at a place."""
    for piece in paper.document().firstBlock().layout().formats():
        if piece.start <= at < piece.start + piece.length:
            look = piece.format
            filled = look.background().style() != Qt.BrushStyle.NoBrush
            return look.fontWeight() > 400, filled, look.underlineStyle() != look.UnderlineStyle.NoUnderline
    return False, False, False


def test_variables_formatting_and_problems_are_marked_where_they_are(paper: Paper) -> None:
    text = "🎉 *bold* and {{1}} here"
    paper.show_text(text)
    paper.marks.underline(("{{1}}",))
    units = len("🎉 ".encode("utf-16-le")) // 2
    assert looks(paper, units + 1) == (True, False, False)
    variable = units + len("*bold* and ")
    assert looks(paper, variable + 1) == (False, True, True)
    assert looks(paper, variable + 7) == (False, False, False)


def test_marking_is_no_writing(paper: Paper, qtbot: QtBot) -> None:
    written: list[str] = []
    paper.written.connect(written.append)
    paper.show_text("Hi {{1}}")
    paper.marks.underline(("{{1}}",))
    QApplication.processEvents()
    assert written == []
    QTest.keyClicks(paper, "!")
    assert written == ["!Hi {{1}}"]


def test_the_text_runs_as_its_own_words_do(paper: Paper) -> None:
    def side() -> Qt.LayoutDirection:
        return paper.document().defaultTextOption().textDirection()

    paper.rtl = True
    paper.show_text("")
    paper._turn()
    assert side() == Qt.LayoutDirection.RightToLeft, "in Arabic one begins at the right"
    paper.show_text("Hello")
    assert side() == Qt.LayoutDirection.LeftToRight
    paper.show_text("{{1}} مرحبا")
    assert side() == Qt.LayoutDirection.RightToLeft


def test_undo_goes_through_the_whole_template(writer: Writer) -> None:
    view = writer.start("welcome")
    before = writer.template
    writer.type(view.form.text.text.paper, "Something else, for once.")
    writer.type(view.form.footer.line, "Bloom")
    assert view.session.stack.count() == 2, "typing in one field is one step"
    QTest.keyClick(view.form.footer.line, Qt.Key.Key_Z, CTRL)
    assert writer.template.footer == before.footer == view.form.footer.line.text()
    QTest.keyClick(view.form.text.text.paper, Qt.Key.Key_Z, CTRL)
    assert writer.template == before
    assert view.form.text.text.paper.toPlainText() == before.body
    QTest.keyClick(view.form.text.text.paper, Qt.Key.Key_Y, CTRL)
    QTest.keyClick(view.form.text.text.paper, Qt.Key.Key_Y, CTRL)
    assert writer.template.footer == "Bloom"
    writer.settle()
    kept = {draft.template.language: draft.template for draft in writer.studio.writing.drafts()}
    assert kept["en"] == writer.template
