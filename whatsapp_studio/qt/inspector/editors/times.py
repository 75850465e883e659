"""Decides how spans, moments, days, times of day and zones are entered; the zone of a wall clock is always said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from zoneinfo import available_timezones

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone
from PySide6.QtWidgets import (
    QCompleter,
    QDateEdit,
    QDateTimeEdit,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt.inspector.editor import Editor, as_dict, as_int, as_text
from whatsapp_studio.qt.inspector.editors.plain import slim_combo
from whatsapp_studio.qt.inspector.editors.text import show_line
from whatsapp_studio.qt.inspector.outlook import Outlook
from whatsapp_studio.qt.widgets.buttons import icon_button, secondary_button
from whatsapp_studio.qt.widgets.fields import spin_box, wheel_needs_focus

UNITS = {"minutes": mark("minutes"), "hours": mark("hours"), "days": mark("days"), "weeks": mark("weeks")}
_MINUTES = {"minutes": 1, "hours": 60, "days": 1440, "weeks": 10080}
_DAY_FORM, _MOMENT_FORM = "yyyy-MM-dd", "yyyy-MM-ddTHH:mm"


class Span(Editor):
    """An amount and a unit; a signed one is before or after."""

    def __init__(
        self, outlook: Outlook, name: str, units: Sequence[str], most_days: int, *, signed: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(outlook, name, parent)
        self._units, self._most, self._signed = units, most_days * 1440, signed
        self._value: dict[str, Any] = {}
        self.amount = spin_box(0 if signed else 1, 9999, 1)
        self.amount.setAccessibleName(tr("{name}: how many", name=name))
        self.amount.setMinimumWidth(72)
        self.unit = slim_combo(tr("{name}: unit", name=name))
        for unit in units:
            self.unit.addItem(tr(UNITS.get(unit, unit)), unit)
        self.side = slim_combo(tr("{name}: before or after", name=name))
        self.side.addItem(tr("after"), 1)
        self.side.addItem(tr("before"), -1)
        wheel_needs_focus(self.amount)
        self.amount.valueChanged.connect(lambda _value: self._tell("amount"))
        self.unit.activated.connect(lambda _row: self._tell(""))
        self.side.activated.connect(lambda _row: self._tell(""))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        grid.addWidget(self.amount, 0, 0)
        grid.addWidget(self.unit, 0, 1)
        grid.addWidget(self.side, 1, 0, 1, 2)
        if not signed:
            self.side.hide()
        self.setFocusProxy(self.amount)
        self._limit()

    def _limit(self) -> None:
        minutes = _MINUTES.get(self.unit.currentData() or "", 1)
        blocked = self.amount.blockSignals(True)
        self.amount.setMaximum(max(1, min(99_999, self._most // minutes)))
        self.amount.blockSignals(blocked)

    def _tell(self, key: str) -> None:
        self._limit()
        amount = self.amount.value() * (self.side.currentData() if self._signed else 1)
        self._value = {**self._value, "amount": amount, "unit": self.unit.currentData()}
        self.edited.emit(dict(self._value), key)

    def show_value(self, value: Any) -> None:
        self._value = as_dict(value)
        amount = as_int(self._value.get("amount"))
        for box, wanted in ((self.unit, self._value.get("unit")), (self.side, -1 if amount < 0 else 1)):
            box.setCurrentIndex(max(0, box.findData(wanted)))
        self._limit()
        if self.amount.value() != abs(amount):
            blocked = self.amount.blockSignals(True)
            self.amount.setValue(min(abs(amount), self.amount.maximum()))
            self.amount.blockSignals(blocked)

    def fits(self, value: Any) -> bool:
        found = as_dict(value)
        amount, unit = found.get("amount"), found.get("unit")
        if not isinstance(amount, int) or isinstance(amount, bool) or not isinstance(unit, str):
            return False
        if unit not in self._units or abs(amount) * _MINUTES[unit] > self._most:
            return False
        return self._signed or amount >= 1

    def inputs(self) -> Sequence[QWidget]:
        return (self.amount, self.unit, self.side) if self._signed else (self.amount, self.unit)


class _Dated(Editor):
    """A day or a moment that may also be none: then a button sets it."""

    form = _DAY_FORM

    def __init__(self, outlook: Outlook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(outlook, name, parent)
        self.box = self.make_box()
        self.box.setCalendarPopup(True)
        self.box.setAccessibleName(name)
        self.box.setTimeZone(QTimeZone.utc())
        self.box.setMinimumDateTime(QDateTime(QDate(1900, 1, 1), QTime(0, 0), QTimeZone.utc()))
        wheel_needs_focus(self.box)
        self.set_button = secondary_button(tr("Set a date…"), self._set, "calendar")
        self.set_button.setAccessibleName(tr("{name}: not set. Set a date", name=name))
        self.clear = icon_button("x", tr("Clear: {name}", name=name), self._clear)
        self.zone = QLabel()
        self.zone.setProperty("role", "caption")
        self.zone.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.box, 1)
        row.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.set_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.zone)
        self.box.dateTimeChanged.connect(self._changed)
        self._show_set(False)

    def make_box(self) -> QDateTimeEdit:
        box = QDateEdit()
        box.setDisplayFormat("d MMM yyyy")
        return box

    def _show_set(self, is_set: bool) -> None:
        self.box.setVisible(is_set)
        self.clear.setVisible(is_set)
        self.set_button.setVisible(not is_set)
        self.look_around()

    def look_around(self) -> None:
        self.zone.setVisible(False)

    def _set(self) -> None:
        now = self.outlook.document.surroundings.now
        day = QDate(now.year, now.month, now.day) if now is not None else QDate.currentDate()
        self.edited.emit(QDateTime(day.addDays(1), QTime(9, 0), QTimeZone.utc()).toString(self.form), "")
        self.box.setFocus()

    def _clear(self) -> None:
        self.edited.emit("", "")
        self.set_button.setFocus()

    def _changed(self, moment: QDateTime) -> None:
        self.edited.emit(moment.toString(self.form), "date")

    def _read(self, value: Any) -> QDateTime:
        moment = QDateTime.fromString(as_text(value), self.form)
        if moment.isValid():
            moment.setTimeZone(QTimeZone.utc())
        return moment

    def show_value(self, value: Any) -> None:
        moment = self._read(value)
        self._show_set(moment.isValid())
        if moment.isValid() and self.box.dateTime() != moment:
            blocked = self.box.blockSignals(True)
            self.box.setDateTime(moment)
            self.box.blockSignals(blocked)

    def fits(self, value: Any) -> bool:
        return isinstance(value, str) and (not value or self._read(value).isValid())

    def inputs(self) -> Sequence[QWidget]:
        return (self.set_button,) if self.box.isHidden() else (self.box, self.clear)


class DayBox(_Dated):
    """A date."""


class MomentBox(_Dated):
    """A date and a time of day on the journey's wall clock."""

    form = _MOMENT_FORM

    def make_box(self) -> QDateTimeEdit:
        box = QDateTimeEdit()
        box.setDisplayFormat("d MMM yyyy HH:mm")
        return box

    def look_around(self) -> None:
        self.zone.setText(tr("In {zone}, the journey's time zone", zone=self.outlook.zone))
        self.zone.setVisible(not self.box.isHidden())


class ClockBox(Editor):
    """A time of day."""

    def __init__(self, outlook: Outlook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(outlook, name, parent)
        self.box = QTimeEdit()
        self.box.setDisplayFormat("HH:mm")
        self.box.setAccessibleName(name)
        self.box.lineEdit().setTextMargins(7, 0, 0, 0)
        self.box.setMinimumWidth(84)
        wheel_needs_focus(self.box)
        self.box.timeChanged.connect(lambda time: self.edited.emit(time.toString("HH:mm"), "clock"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box, 1)
        self.setFocusProxy(self.box)

    def show_value(self, value: Any) -> None:
        time = QTime.fromString(as_text(value), "HH:mm")
        wanted = time if time.isValid() else QTime(0, 0)
        if self.box.time() != wanted:
            blocked = self.box.blockSignals(True)
            self.box.setTime(wanted)
            self.box.blockSignals(blocked)

    def fits(self, value: Any) -> bool:
        return isinstance(value, str) and QTime.fromString(value, "HH:mm").isValid()

    def inputs(self) -> Sequence[QWidget]:
        return (self.box,)


class ZoneLine(Editor):
    """An IANA zone by typing a part of its name; empty is the workspace's."""

    def __init__(self, outlook: Outlook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(outlook, name, parent)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setClearButtonEnabled(True)
        found = QCompleter(list(zones()), self.line)
        found.setFilterMode(Qt.MatchFlag.MatchContains)
        found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.line.setCompleter(found)
        self.line.textEdited.connect(lambda text: self.edited.emit(text.strip(), "zone"))
        found.activated.connect(lambda text: self.edited.emit(text, "zone"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.look_around()

    def look_around(self) -> None:
        workspace = self.outlook.document.surroundings.time_zone
        self.line.setPlaceholderText(tr("{zone}, the workspace's", zone=workspace))
        self.line.setToolTip(self.line.placeholderText())

    def show_value(self, value: Any) -> None:
        show_line(self.line, as_text(value))

    def fits(self, value: Any) -> bool:
        return isinstance(value, str)

    def inputs(self) -> Sequence[QWidget]:
        return (self.line,)

    def forget(self) -> None:
        self.line.setText(self.line.text())


@lru_cache(maxsize=1)
def zones() -> tuple[str, ...]:
    """The zones of the IANA database that people live in."""
    lived_in = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/"))
    return (*lived_in, "UTC")
