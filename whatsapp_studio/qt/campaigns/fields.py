"""Decides how a choice with an explanation, and what is wrong with a field, look in the wizard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QRadioButton, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import Problem, StudioError
from whatsapp_studio.qt.campaigns.step_page import muted
from whatsapp_studio.qt.marks import IconLabel


class ErrorLine(QWidget):
    """What is wrong with a field and what to do, under it; the same words describe the field to a screen reader."""

    def __init__(self, field: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._icon = IconLabel("circle-x", "error")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setProperty("role", "error")
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now; empty when nothing is wrong."""
        return "" if self.isHidden() else self._text.text()

    def say(self, problem: Problem | StudioError | str | None) -> None:
        """Show a problem, or nothing."""
        text = wording.sentence(problem) if isinstance(problem, (Problem, StudioError)) else problem or ""
        self._text.setText(text)
        self.setVisible(bool(text))
        if self._field is not None:
            self._field.setAccessibleDescription(text)
            self._field.setProperty("invalid", bool(text))
            self._field.style().unpolish(self._field)
            self._field.style().polish(self._field)


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


class _Wheel(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def wheel_needs_focus(*fields: QWidget) -> None:
    """Let the wheel scroll the page over these fields, and change one only while the cursor is in it."""
    for field in fields:
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.installEventFilter(_Wheel(field))


def first(problems: tuple[Problem, ...], *where: str) -> Problem | None:
    """The first problem at one of the places named."""
    return next((problem for problem in problems if problem.where in where), None)
