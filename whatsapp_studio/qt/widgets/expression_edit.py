"""Decides how an expression over a contact's fields is typed: by hand, by completion, or from a menu."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QListView, QMenu, QToolButton, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.icons import icon

_HALF_TYPED = re.compile(r"(?:contact\.(\w*)|\{\{\s*(\w*))$")


class _Line(QLineEdit):
    """A line that offers field names after ``{{`` and ``contact.``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setWidget(self)
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._completer.activated.connect(self.complete_with)
        self.textEdited.connect(self._offer)

    def set_names(self, names: Sequence[str]) -> None:
        self._names.setStringList(list(names))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        taking = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape)
        if self._popup.isVisible() and event.key() in taking:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _before(self) -> str:
        return self.text()[: self.cursorPosition()]

    def _offer(self) -> None:
        found = _HALF_TYPED.search(self._before())
        if found is None:
            self._popup.hide()
            return
        self._completer.setCompletionPrefix(found[1] or found[2] or "")
        if self._completer.completionCount():
            self._completer.complete()

    def complete_with(self, name: str) -> None:
        """Finish the field that is half typed before the cursor."""
        before, after = self._before(), self.text()[self.cursorPosition() :]
        found = _HALF_TYPED.search(before)
        if found is None:
            return
        head = before[: found.start()] + ("{{ " if found[0].startswith("{") else "")
        closed = after if after.lstrip().startswith(("}", "|")) else " }}" + after
        opened = head if "{{" in head else head + "{{ "
        self.setText(f"{opened}contact.{name}{closed}")
        self.setCursorPosition(len(f"{opened}contact.{name}"))
        self.textEdited.emit(self.text())


class ExpressionEdit(QWidget):
    """The line with a button that inserts a contact's field. ``edited`` carries the expression."""

    edited = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.line = _Line()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(tr("Text, or a field of the contact"))
        self.line.textEdited.connect(self.edited)
        self.pick = QToolButton()
        self.pick.setIcon(icon("user-plus", "text"))
        self.pick.setAccessibleName(tr("Insert a field of the contact: {place}", place=name))
        self.pick.setToolTip(tr("Insert a field of the contact"))
        self.pick.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.pick.setMinimumSize(32, 32)
        self.pick.setProperty("role", "menu")
        self._menu = QMenu(self.pick)
        self.pick.setMenu(self._menu)
        row.addWidget(self.line, 1)
        row.addWidget(self.pick)
        self.setFocusProxy(self.line)

    def set_fields(self, fields: Sequence[tuple[str, str]]) -> None:
        """The fields on offer: their names and the words for them."""
        self.line.set_names([name for name, _label in fields])
        self._menu.clear()
        for name, label in fields:
            self._menu.addAction(label).triggered.connect(lambda _on=False, name=name: self.insert(name))

    def insert(self, name: str) -> None:
        """Put a field at the cursor; an empty line becomes just the field."""
        self.line.insert(f"{{{{ contact.{name} }}}}")
        self.line.setFocus()
        self.edited.emit(self.line.text())

    def show_text(self, text: str) -> None:
        """Mirror an expression without announcing it or moving the cursor of somebody who types."""
        if self.line.text() != text:
            self.line.setText(text)
