"""Decides how words in an expression are found and replaced."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.qt.widgets.buttons import icon_button, secondary_button
from whatsapp_studio.qt.widgets.plain import plain_label

_BACK = QTextDocument.FindFlag.FindBackward


class FindBar(QFrame):
    """A bar below a text: find, and with ``replace`` also replace. Escape closes it."""

    def __init__(self, text: QPlainTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.wanted, self.instead = QLineEdit(), QLineEdit()
        for field, name in ((self.wanted, tr("Find")), (self.instead, tr("Replace with"))):
            field.setAccessibleName(name)
            field.setPlaceholderText(name)
        self.wanted.textChanged.connect(self._look)
        self.wanted.returnPressed.connect(self.find_next)
        self.instead.returnPressed.connect(self.replace)
        self.found = plain_label("caption")
        self.one = secondary_button(tr("Replace"), self.replace)
        self.every = secondary_button(tr("Replace all"), self.replace_all)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.addWidget(self.wanted, 0, 0)
        grid.addWidget(self.found, 0, 1)
        grid.addWidget(icon_button("chevron-up", tr("Find the one before"), lambda: self.find_next(back=True)), 0, 2)
        grid.addWidget(icon_button("chevron-down", tr("Find the next one"), self.find_next), 0, 3)
        grid.addWidget(icon_button("x", tr("Close the search"), self.close_bar), 0, 4)
        grid.addWidget(self.instead, 1, 0)
        grid.addWidget(self.one, 1, 1)
        grid.addWidget(self.every, 1, 2, 1, 3)
        grid.setColumnStretch(0, 1)
        self.hide()

    def open_bar(self, *, replacing: bool) -> None:
        """Show the bar, with what is selected in the text as what is wanted."""
        for widget in (self.instead, self.one, self.every):
            widget.setVisible(replacing)
        chosen = self._text.textCursor().selectedText()
        if chosen and "\u2029" not in chosen:
            self.wanted.setText(chosen)
        self.show()
        self.wanted.setFocus()
        self.wanted.selectAll()
        self._look()

    def close_bar(self) -> None:
        """Hide the bar; the cursor goes back to the text."""
        self.hide()
        self._text.setFocus()

    def find_next(self, *, back: bool = False) -> bool:
        """Select the next one, or the one before; after the last comes the first. False where there is none."""
        wanted = self.wanted.text()
        flags = _BACK if back else QTextDocument.FindFlag(0)
        if not wanted:
            return False
        if self._text.find(wanted, flags):
            return True
        before = self._text.textCursor()
        edge = QTextCursor.MoveOperation.End if back else QTextCursor.MoveOperation.Start
        self._text.moveCursor(edge)
        if self._text.find(wanted, flags):
            return True
        self._text.setTextCursor(before)
        return False

    def replace(self) -> None:
        """Replace what is found and selected, and go on to the next one."""
        cursor = self._text.textCursor()
        if self.wanted.text() and cursor.selectedText().casefold() == self.wanted.text().casefold():
            cursor.insertText(self.instead.text())
        self.find_next()
        self._look()

    def replace_all(self) -> int:
        """Replace every one, as one step that can be undone; returns how many there were."""
        wanted = self.wanted.text()
        if not wanted:
            return 0
        document = self._text.document()
        cursor, whole, count = QTextCursor(document), QTextCursor(document), 0
        whole.beginEditBlock()
        while not (cursor := document.find(wanted, cursor)).isNull():
            cursor.insertText(self.instead.text())
            count += 1
        whole.endEditBlock()
        self.found.setText(tr("{n} replaced", n=number(count)))
        return count

    def _look(self) -> None:
        wanted = self.wanted.text().casefold()
        count = self._text.toPlainText().casefold().count(wanted) if wanted else 0
        self.found.setText(tr("{n} found", n=number(count)) if wanted else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return
        if event.key() == Qt.Key.Key_F3:
            self.find_next(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        super().keyPressEvent(event)
