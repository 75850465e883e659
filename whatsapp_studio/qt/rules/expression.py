"""Decides how a rule is written as an expression: what is wrong is underlined where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontMetrics, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from whatsapp_studio.audience.rules import RuleError, RuleSyntax, as_text, from_text, in_words, parse, raw
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.wording import explain
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.forms.editor import Editor, mark_invalid
from whatsapp_studio.qt.forms.insert import InsertButton
from whatsapp_studio.qt.forms.text import show_box
from whatsapp_studio.qt.rules.sight import Sight
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted

_LINES = 6
_UNSEEN = object()
_WORD = re.compile(r"[\w.]+")


class RuleText(Editor):
    """Emits a rule as soon as the text means one; until then the rule stays what it was."""

    def __init__(self, sight: Sight, name: str, parent: QWidget | None = None) -> None:
        super().__init__(sight, name, parent)
        self._value: Any = _UNSEEN
        self._showing = False
        self.box = QPlainTextEdit()
        self.box.setAccessibleName(tr("{name}: expression", name=name))
        self.box.setPlaceholderText('contact.country == "NL" and in_list("VIP")')
        self.box.setTabChangesFocus(True)
        self.box.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.box.setFixedHeight(QFontMetrics(self.box.font()).lineSpacing() * _LINES + 24)
        self.box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.box.textChanged.connect(self._typed)
        self.insert = InsertButton(sight, name, bare=True)
        self.insert.chosen = self._insert
        self.error = ErrorLine()
        self.words = muted("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.box)
        row = QHBoxLayout()
        row.addWidget(self.insert, 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setContentsMargins(0, 6, 0, 0)
        said.addWidget(self.error)
        said.addWidget(self.words)
        row.addLayout(said, 1)
        column.addLayout(row)
        self.setFocusProxy(self.box)

    def _insert(self, text: str) -> None:
        self.box.insertPlainText(text)
        self.box.setFocus()

    def _typed(self) -> None:
        if self._showing:
            return
        text = self.box.toPlainText()
        found: Any = None
        if text.strip():
            try:
                found = raw(from_text(text))
            except RuleSyntax as error:
                self._say(error)
                return
        self._say(None)
        if found != self._value:
            self._value = found
            self.edited.emit(found, "expression")
            self._say(None)

    def _say(self, error: RuleSyntax | None) -> None:
        words = explain(error.code, error.facts) if error is not None else None
        told = tr("Line {line}, column {column}: ", line=error.line, column=error.column) if error is not None else ""
        self.error.say(told + " ".join(part for part in (words.title, words.fix) if part) if words else None)
        mark_invalid(self.box, self.error.text)
        self.box.setExtraSelections([self._underline(error)] if error is not None else [])
        meant = "" if error is not None or not isinstance(self._value, Mapping) else _meaning(self._value)
        self.words.setText(meant)
        self.words.setVisible(bool(meant))

    def _underline(self, error: RuleSyntax) -> QTextEdit.ExtraSelection:
        block = self.box.document().findBlockByNumber(max(0, error.line - 1))
        line = block.text()
        start = min(max(0, error.column - 1), max(0, len(line) - 1))
        word = _WORD.match(line, start)
        length = len(word[0]) if word else 1
        cursor = QTextCursor(block)
        # Qt counts in UTF-16.
        cursor.setPosition(block.position() + _units(line[:start]))
        cursor.setPosition(block.position() + _units(line[: start + length]), QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(theme.color("error"))
        look.setForeground(theme.color("error"))
        found = QTextEdit.ExtraSelection()
        found.cursor, found.format = cursor, look
        return found

    def show_value(self, value: Any) -> None:
        if value == self._value:
            return
        self._value = value
        try:
            text = as_text(parse(value)) if isinstance(value, Mapping) else ""
        except RuleError:
            text = ""
        self._showing = True
        show_box(self.box, text)
        self._showing = False
        self._say(None)

    def fits(self, value: Any) -> bool:
        return value is None or _readable(value)

    def inputs(self) -> Sequence[QWidget]:
        return (self.box, self.insert)

    def forget(self) -> None:
        value, self._value = self._value, _UNSEEN
        self.show_value(None if value is _UNSEEN else value)
        self.box.document().clearUndoRedoStacks()


def _readable(value: Any) -> bool:
    try:
        parse(value)
    except RuleError:
        return False
    return True


def _meaning(value: Mapping[str, Any]) -> str:
    return in_words(parse(value)) if _readable(value) else ""


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
