"""Decides how the days of a week and of a month are chosen."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.campaigns.recurrence import Pattern
from whatsapp_studio.qt.campaigns.moment_edit import roomy
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.fields import wheel_needs_focus
from whatsapp_studio.qt.widgets.fitting import with_letters

_SHORT = mark("Mon Tue Wed Thu Fri Sat Sun")
_DAYS = (
    mark("Monday"), mark("Tuesday"), mark("Wednesday"), mark("Thursday"), mark("Friday"), mark("Saturday"),
    mark("Sunday"),
)  # fmt: skip
_NTH = (
    (1, mark("first")), (2, mark("second")), (3, mark("third")), (4, mark("fourth")), (-1, mark("last")),
)  # fmt: skip
_BY_DAY = 0


class WeekEdit(QWidget):
    """The seven days, each on or off; at least one is on."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.buttons: list[QPushButton] = []
        for short, whole in zip(tr(_SHORT).split(), _DAYS, strict=False):
            button = secondary_button(short)
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.setAccessibleName(tr(whole))
            button.clicked.connect(lambda _on, button=button: self._clicked(button))
            self.buttons.append(button)
            row.addWidget(button)

    def days(self) -> tuple[int, ...]:
        """The days that are on, 0 for Monday."""
        return tuple(at for at, button in enumerate(self.buttons) if button.isChecked())

    def show_days(self, days: tuple[int, ...]) -> None:
        """Mirror a choice; emits nothing."""
        for at, button in enumerate(self.buttons):
            button.setChecked(at in days)

    def _clicked(self, button: QPushButton) -> None:
        if not self.days():
            button.setChecked(True)
            return
        self.edited.emit()


class MonthEdit(QWidget):
    """A day of the month by its number, or by its name: “the second Tuesday”."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nth = QComboBox()
        self.nth.setAccessibleName(tr("Day of the month"))
        self.nth.addItem(tr("on day"), _BY_DAY)
        for nth, words in _NTH:
            self.nth.addItem(tr("on the {nth}", nth=tr(words)), nth)
        self.number = QComboBox()
        self.number.setAccessibleName(tr("Number of the day"))
        for day in range(1, 32):
            self.number.addItem(str(day), day)
        self.number.addItem(tr("the last"), -1)
        self.number.setMinimumWidth(with_letters(90))
        self.weekday = QComboBox()
        self.weekday.setAccessibleName(tr("Weekday"))
        for at, words in enumerate(_DAYS):
            self.weekday.addItem(tr(words), at)
        roomy(self.nth, self.weekday)
        wheel_needs_focus(self.nth, self.number, self.weekday)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for box in (self.nth, self.number, self.weekday):
            row.addWidget(box)
            box.activated.connect(self._picked)

    def values(self, start: date) -> dict[str, Any]:
        """What a pattern says of the day."""
        nth = int(self.nth.currentData())
        if nth == _BY_DAY:
            return {"month_day": int(self.number.currentData())}
        return {"month_day": None, "nth": nth, "weekday": int(self.weekday.currentData())}

    def show_pattern(self, pattern: Pattern, start: date) -> None:
        """Mirror a pattern; one that is not by month offers the day of ``start``. Emits nothing."""
        by_month = pattern.every == "month"
        nth = pattern.nth if by_month and pattern.month_day is None else _BY_DAY
        number = pattern.month_day if by_month and pattern.month_day is not None else start.day
        weekday = pattern.weekday if nth != _BY_DAY else start.weekday()
        with QSignalBlocker(self.nth), QSignalBlocker(self.number), QSignalBlocker(self.weekday):
            self.nth.setCurrentIndex(self.nth.findData(nth))
            self.number.setCurrentIndex(self.number.findData(number))
            self.weekday.setCurrentIndex(self.weekday.findData(weekday))
        self._show_parts()

    def _picked(self, _at: int) -> None:
        self._show_parts()
        self.edited.emit()

    def _show_parts(self) -> None:
        by_day = self.nth.currentData() == _BY_DAY
        self.number.setVisible(by_day)
        self.weekday.setVisible(not by_day)
