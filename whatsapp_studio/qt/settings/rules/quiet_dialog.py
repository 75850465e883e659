"""Decides how quiet hours are written: periods by weekday, holidays of a country, and what becomes of a message."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTimeEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.quiet import Period, QuietHours, holiday_countries
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt.settings.rules.cap_dialog import beside, chooser
from whatsapp_studio.qt.settings.rules.dialog import RuleDialog
from whatsapp_studio.qt.settings.rules.week_view import WeekView
from whatsapp_studio.qt.settings.rules.words import LONG, SHORT, countries
from whatsapp_studio.qt.tab_order import follow_layout
from whatsapp_studio.qt.widgets.buttons import icon_button, link_button
from whatsapp_studio.qt.widgets.fields import FormRow, wheel_needs_focus

_EVENING = Period()
_ON_DUE = (("hold", mark("Waits until they are over")), ("skip", mark("Is not sent")))


class PeriodRow(QWidget):
    """Days of the week with the hours of each."""

    changed = Signal()

    def __init__(self, period: Period, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.days: list[QToolButton] = []
        for number, (short, long) in enumerate(zip(SHORT, LONG, strict=True)):
            button = QToolButton()
            button.setText(tr(short))
            button.setToolTip(tr(long))
            button.setAccessibleName(tr(long))
            button.setCheckable(True)
            button.setChecked(number in period.days)
            button.setProperty("role", "segment")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setMinimumWidth(34)
            button.toggled.connect(lambda _on: self.changed.emit())
            self.days.append(button)
            row.addWidget(button)
        row.addSpacing(8)
        self.begin, self.end = _clock(period.begin, tr("Quiet from")), _clock(period.end, tr("Quiet until"))
        for box in (self.begin, self.end):
            box.timeChanged.connect(lambda _time: self.changed.emit())
        row.addWidget(self.begin)
        row.addWidget(QLabel("–"))
        row.addWidget(self.end)
        row.addStretch(1)
        self.remove = icon_button("trash-2", tr("Remove this period"))
        row.addWidget(self.remove)

    def period(self) -> Period:
        """What is entered."""
        days = tuple(number for number, button in enumerate(self.days) if button.isChecked())
        return Period(days, self.begin.time().toString("HH:mm"), self.end.time().toString("HH:mm"))


class QuietDialog(RuleDialog):
    """A new preset, or one that is changed."""

    def __init__(self, studio: Studio, hours: QuietHours | None = None, parent: QWidget | None = None) -> None:
        super().__init__(tr("Edit quiet hours") if hours else tr("New quiet hours"), parent)
        self._studio = studio
        self._hours = hours or QuietHours(periods=(_EVENING,))
        self.name = QLineEdit(self._hours.name)
        self.name.setPlaceholderText(tr("For example: evenings and Sundays"))
        self.form.addWidget(FormRow(tr("&Name"), self.name))
        self.form.addWidget(QLabel(tr("Quiet, by each person’s own clock")))
        self.rows: list[PeriodRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        periods = QWidget()
        inner = QVBoxLayout(periods)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._column)
        self.add = link_button(tr("Add a period"), self._add_one, "plus")
        inner.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(periods)
        scroll.setMinimumHeight(84)
        self.form.addWidget(scroll)
        self.week = WeekView()
        self.form.addWidget(self.week)
        self.holidays = QComboBox()
        self.holidays.addItem(tr("No holidays"), "")
        for name, code in countries(holiday_countries()):
            self.holidays.addItem(name, code)
        self.holidays.setCurrentIndex(max(0, self.holidays.findData(self._hours.holidays)))
        wheel_needs_focus(self.holidays)
        self.on_due = chooser(_ON_DUE, self._hours.on_due, tr("A message that is due then"))
        self.form.addLayout(beside(
            FormRow(tr("Also public &holidays of"), self.holidays),
            FormRow(tr("A &message that is due then"), self.on_due),
        ))  # fmt: skip
        self.default = QCheckBox(tr("These are the &default"))
        first = not hours and not studio.rules.quiet_presets()
        self.default.setChecked(self._hours.is_default or first)
        self.form.addWidget(self.default)
        self.default.setMinimumHeight(self.default.sizeHint().height())
        for period in self._hours.periods:
            self._add(period)
        self.ready(600)

    def hours(self) -> QuietHours:
        """What is entered."""
        return msgspec.structs.replace(
            self._hours, name=self.name.text(), periods=tuple(row.period() for row in self.rows),
            holidays=self.holidays.currentData(), on_due=self.on_due.currentData(),
        )  # fmt: skip

    def work(self) -> Callable[[], object]:
        rules, hours, default = self._studio.rules, self.hours(), self.default.isChecked()

        def write() -> None:
            kept = rules.save_quiet(hours)
            if default != kept.is_default:
                rules.set_default(kept.id if default else None)

        return write

    def _add_one(self) -> None:
        self._add(_EVENING)
        follow_layout(self)
        self.rows[-1].days[0].setFocus()

    def _add(self, period: Period) -> None:
        row = PeriodRow(period)
        row.changed.connect(self._draw)
        row.remove.clicked.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._column.addWidget(row)
        self._draw()

    def _remove(self, row: PeriodRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._draw()

    def _draw(self) -> None:
        self.error.say(None)
        self.week.show_periods(row.period() for row in self.rows)


def _clock(kept: str, name: str) -> QTimeEdit:
    box = QTimeEdit(QTime.fromString(kept, "HH:mm"))
    box.setDisplayFormat("HH:mm")
    box.setAccessibleName(name)
    box.lineEdit().setTextMargins(7, 0, 0, 0)
    box.setMinimumWidth(92)
    wheel_needs_focus(box)
    return box
