"""Decides how a choice with an explanation looks in the wizard, and which problem is told at a field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QRadioButton, QWidget

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.qt.widgets.fields import muted


class ChoiceCard(QFrame):
    """One of several choices: a radio button with a line that says what it means; a click anywhere chooses it."""

    chosen = Signal()

    def __init__(self, label: str, meaning: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "choice")
        self.setObjectName("choice")
        self.radio = QRadioButton(label)
        self.radio.setAccessibleDescription(meaning)
        self.radio.setProperty("role", "strong")
        self.meaning = muted(meaning)
        self.body = QGridLayout(self)
        self.body.setContentsMargins(12, 10, 12, 10)
        self.body.setVerticalSpacing(4)
        self.body.setColumnMinimumWidth(0, 18)
        self.body.setColumnStretch(1, 1)
        self.body.addWidget(self.radio, 0, 0, 1, 2)
        if meaning:
            self.body.addWidget(self.meaning, 1, 1)
        self.radio.toggled.connect(self._toggled)
        self.radio.installEventFilter(self)

    def set_chosen(self, chosen: bool) -> None:
        """Mirror a choice made elsewhere; emits nothing."""
        blocked = self.radio.blockSignals(True)
        self.radio.setAutoExclusive(False)
        self.radio.setChecked(chosen)
        self.radio.setAutoExclusive(True)
        self.radio.blockSignals(blocked)
        self._restyle(chosen)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
        self.radio.setChecked(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._restyle(self.radio.isChecked())
        return super().eventFilter(watched, event)

    def _toggled(self, on: bool) -> None:
        self._restyle(on)
        if on:
            self.chosen.emit()

    def _restyle(self, chosen: bool) -> None:
        self.setProperty("chosen", chosen)
        self.style().unpolish(self)
        self.style().polish(self)


def first(problems: tuple[Problem, ...], *where: str) -> Problem | None:
    """The first problem at one of the places named."""
    return next((problem for problem in problems if problem.where in where), None)
