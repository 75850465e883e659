"""Decides how a text is written in a form: on one line, in a box, with fields of the contact put in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.qt.forms.editor import Editor, as_text
from whatsapp_studio.qt.forms.insert import InsertButton
from whatsapp_studio.qt.forms.text import show_box, show_line
from whatsapp_studio.qt.inspector.outlook import Outlook
from whatsapp_studio.qt.widgets.plain import plain_tip


class LiquidLine(Editor):
    """One line that may hold ``{{ … }}``, with a button that puts a field in."""

    def __init__(
        self, outlook: Outlook, name: str, *, placeholder: str = "", key: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(outlook, name, parent)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(placeholder)
        self.line.setToolTip(plain_tip(placeholder))
        self.line.textEdited.connect(lambda text: self.edited.emit(text, key))
        self.insert = InsertButton(outlook, name)
        self.insert.chosen = self._insert
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.insert)
        self.setFocusProxy(self.line)

    def _insert(self, text: str) -> None:
        self.line.insert(text)
        self.line.setFocus()
        self.edited.emit(self.line.text(), "")

    def show_value(self, value: Any) -> None:
        show_line(self.line, as_text(value))

    def fits(self, value: Any) -> bool:
        return isinstance(value, str)

    def inputs(self) -> Sequence[QWidget]:
        return (self.line, self.insert)

    def forget(self) -> None:
        self.line.setText(self.line.text())


class Box(Editor):
    """Several lines, with a count where there is a limit; ``most`` tells the limit from the fields beside."""

    outlook: Outlook

    def __init__(
        self, outlook: Outlook, name: str, *, lines: int = 4, liquid: bool = False, limit: int = 0,
        most: Callable[[Mapping[str, Any]], int] | None = None,
        placeholder: str = "", key: str = "text", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(outlook, name, parent)
        self._key, self._limit, self._most, self._showing = key, limit, most, False
        self.box = QPlainTextEdit()
        self.box.setAccessibleName(name)
        self.box.setPlaceholderText(placeholder)
        self.box.setTabChangesFocus(True)
        self.box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.box.setFixedHeight(QFontMetrics(self.box.font()).lineSpacing() * min(max(lines, 3), 8) + 24)
        self.count = QLabel()
        self.count.setProperty("role", "caption")
        self.box.textChanged.connect(self._typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.box)
        below = QHBoxLayout()
        self.insert = InsertButton(outlook, name)
        self.insert.chosen = self._insert
        below.addWidget(self.insert)
        below.addStretch(1)
        below.addWidget(self.count)
        column.addLayout(below)
        if not liquid:
            self.insert.hide()
        if not limit:
            self.count.hide()
        self.setFocusProxy(self.box)
        self._recount()

    def _insert(self, text: str) -> None:
        self.box.insertPlainText(text)
        self.box.setFocus()

    def _typed(self) -> None:
        self._recount()
        if not self._showing:
            self.edited.emit(self.box.toPlainText(), self._key)

    def look_around(self) -> None:
        if self._most is not None:
            self._limit = self._most(self.outlook.values)
            self._recount()

    def _recount(self) -> None:
        length = len(self.box.toPlainText())
        self.count.setText(tr("{n} of {most}", n=number(length), most=number(self._limit)))
        role = "error" if length > self._limit else "warning" if length > 0.9 * self._limit else "caption"
        if self.count.property("role") != role:
            self.count.setProperty("role", role)
            self.count.style().unpolish(self.count)
            self.count.style().polish(self.count)

    def show_value(self, value: Any) -> None:
        self._showing = True
        show_box(self.box, as_text(value))
        self._showing = False

    def fits(self, value: Any) -> bool:
        return isinstance(value, str)

    def inputs(self) -> Sequence[QWidget]:
        return (self.box,) if self.insert.isHidden() else (self.box, self.insert)

    def forget(self) -> None:
        self.box.document().clearUndoRedoStacks()
