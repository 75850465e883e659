"""Decides how the size of a send is confirmed: by typing its number, always in sight."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.qt.marks import IconLabel


class ReviewFooter(QFrame):
    """The question and its field; ``changed`` comes with every letter."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self.ask = QLabel()
        self.ask.setWordWrap(True)
        self.typed = QLineEdit()
        self.typed.setMaximumWidth(160)
        self.typed.setAccessibleName(tr("Number of people"))
        self.typed.textChanged.connect(self.changed)
        self.mark = IconLabel("circle-check", "success")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(12)
        row.addWidget(self.ask, 1)
        row.addWidget(self.mark)
        row.addWidget(self.typed)
        self.changed.connect(self._show_mark)
        self._wanted = 0
        self.hide()

    def ask_for(self, people: int, *, again: bool) -> None:
        """Ask for this number; ``again`` where the campaign is repeated."""
        self._wanted = people
        self.ask.setText(
            ntr("This reaches {n} person, and as many as there are then each time. Type that number to confirm:",
                "This reaches {n} people, and as many as there are then each time. Type that number to confirm:",
                people)
            if again else
            ntr("This reaches {n} person. Type that number to confirm:",
                "This reaches {n} people. Type that number to confirm:", people)
        )  # fmt: skip
        self._show_mark()

    def count(self) -> int | None:
        """The number typed, in whatever grouping, or None."""
        digits = "".join(c for c in self.typed.text() if c not in " ,.'\u00a0\u202f")
        return int(digits) if digits.isascii() and digits.isdigit() else None

    def _show_mark(self) -> None:
        self.mark.setVisible(self.count() == self._wanted)
