"""Decides how a line of text is written in a form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from whatsapp_studio.qt.forms.editor import Around, Editor, as_text
from whatsapp_studio.qt.widgets.plain import plain_tip


class Line(Editor):
    """One line of plain text; ``key`` is what typing in it merges with."""

    def __init__(
        self, outlook: Around, name: str, *, placeholder: str = "", key: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(outlook, name, parent)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(placeholder)
        self.line.setToolTip(plain_tip(placeholder))
        self.line.textEdited.connect(lambda text: self.edited.emit(text, key))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.line)
        self.setFocusProxy(self.line)

    def show_value(self, value: Any) -> None:
        show_line(self.line, as_text(value))

    def fits(self, value: Any) -> bool:
        return isinstance(value, str)

    def inputs(self) -> Sequence[QWidget]:
        return (self.line,)

    def forget(self) -> None:
        self.line.setText(self.line.text())


def show_line(line: QLineEdit, text: str) -> None:
    """Mirror a text; the cursor stays where it was."""
    if line.text() != text:
        at = line.cursorPosition()
        line.setText(text)
        line.setCursorPosition(min(at, len(text)) if line.hasFocus() else 0)


def show_box(box: QPlainTextEdit, text: str) -> None:
    """Mirror a text of several lines; the cursor and what is in sight stay where they were."""
    if box.toPlainText() == text:
        return
    at, scrolled = box.textCursor().position(), box.verticalScrollBar().value()
    box.setPlainText(text)
    cursor = box.textCursor()
    # Qt counts in UTF-16.
    cursor.setPosition(min(at, len(text.encode("utf-16-le", "surrogatepass")) // 2))
    box.setTextCursor(cursor)
    box.verticalScrollBar().setValue(scrolled)
