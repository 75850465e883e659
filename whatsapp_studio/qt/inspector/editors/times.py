"""Decides how spans, moments, days, times of day and zones are entered; the zone of a wall clock is always said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from zoneinfo import available_timezones

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import (
    QCompleter,
    QDateTimeEdit,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt.forms.days import Dated
from whatsapp_studio.qt.forms.editor import Editor, as_dict, as_int, as_text
from whatsapp_studio.qt.forms.plain import slim_combo
from whatsapp_studio.qt.forms.text import show_line
from whatsapp_studio.qt.inspector.outlook import Outlook
from whatsapp_studio.qt.widgets.fields import spin_box, wheel_needs_focus

UNITS = {"minutes": mark("minutes"), "hours": mark("hours"), "days": mark("days"), "weeks": mark("weeks")}
_MINUTES = {"minutes": 1, "hours": 60, "days": 1440, "weeks": 10080}
_MOMENT_FORM = "yyyy-MM-ddTHH:mm"


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


class MomentBox(Dated):
    """A date and a time of day on the journey's wall clock."""

    outlook: Outlook

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

    outlook: Outlook

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
