"""Decides how things that belong together are framed, and how one number is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget


class Card(QFrame):
    """A framed group with a title."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 14, 16, 14)
        self.body.setSpacing(10)
        if title:
            self.title = QLabel(title)
            self.title.setProperty("role", "strong")
            self.body.addWidget(self.title)


class NumberTile(Card):
    """One number with what it counts above it, and what it is a part of below."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(2)
        self._label, self._number, self._note = QLabel(label), QLabel("–"), QLabel()
        self._label.setProperty("role", "muted")
        self._number.setProperty("role", "number")
        self._note.setProperty("role", "caption")
        self._note.setWordWrap(True)
        for one in (self._label, self._number, self._note):
            self.body.addWidget(one)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_number(self, number: str, note: str = "") -> None:
        """The number as text, and the note below it."""
        self._number.setText(number)
        self._note.setText(note)
        self.setAccessibleName(f"{self._label.text()}: {number}. {note}")
