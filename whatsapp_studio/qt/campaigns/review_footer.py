"""Decides how a send is confirmed, always in sight: by typing its size, or the code that a second person has read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QWidget

from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.campaigns.approval import same_code
from whatsapp_studio.qt.marks import IconLabel


class ReviewFooter(QFrame):
    """The questions and their fields, hidden where there are none; ``changed`` comes with every letter."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self._people: int | None = None
        self._code = ""
        self.ask, self.ask_code = QLabel(), QLabel(tr("A second person has to look: type the code of the review file:"))
        self.typed, self.code = QLineEdit(), QLineEdit()
        self.typed.setAccessibleName(tr("Number of people"))
        self.code.setAccessibleName(tr("Code of the review file"))
        self._marks = IconLabel("circle-check", "success"), IconLabel("circle-check", "success")
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 10, 24, 10)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(1, 18)
        for row, (words, field) in enumerate(((self.ask, self.typed), (self.ask_code, self.code))):
            words.setWordWrap(True)
            words.setBuddy(field)
            field.setMaximumWidth(160)
            field.textChanged.connect(self._typed)
            grid.addWidget(words, row, 0)
            grid.addWidget(self._marks[row], row, 1)
            grid.addWidget(field, row, 2)
        self.ask_for(None, again=False, code="")

    def ask_for(self, people: int | None, *, again: bool, code: str) -> None:
        """Ask for this number and this code (None and empty: for none); ``again`` where the campaign is repeated."""
        self._people, self._code = people, code
        n = people or 0
        self.ask.setText(
            ntr("This reaches {n} person, and each time whoever is there then. Type that number to confirm:",
                "This reaches {n} people, and each time whoever is there then. Type that number to confirm:", n)
            if again else
            ntr("This reaches {n} person. Type that number to confirm:",
                "This reaches {n} people. Type that number to confirm:", n)
        )  # fmt: skip
        for widgets, wanted in (((self.ask, self.typed), people is not None), ((self.ask_code, self.code), bool(code))):
            for widget in widgets:
                widget.setVisible(wanted)
        self.setVisible(people is not None or bool(code))
        self._mark()

    def count(self) -> int | None:
        """The number typed, in whatever grouping, or None."""
        digits = "".join(c for c in self.typed.text() if c not in " ,.'\u00a0\u202f")
        return int(digits) if digits.isascii() and digits.isdigit() else None

    def is_answered(self) -> bool:
        """Whether everything that is asked for was typed."""
        return (self._people is None or self.count() == self._people) and self._has_code()

    def _has_code(self) -> bool:
        return not self._code or same_code(self.code.text(), self._code)

    def _typed(self) -> None:
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        self._marks[0].setVisible(self._people is not None and self.count() == self._people)
        self._marks[1].setVisible(bool(self._code) and self._has_code())
