"""Decides how days of the week, opening hours and repetitions are entered."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt.forms.days import DayBox
from whatsapp_studio.qt.forms.editor import Editor, as_list
from whatsapp_studio.qt.forms.plain import OneOf, WholeNumber
from whatsapp_studio.qt.inspector.editors.record import Record
from whatsapp_studio.qt.inspector.editors.times import ClockBox
from whatsapp_studio.qt.inspector.outlook import Outlook

_DAYS = (
    (mark("Mo"), mark("Monday")), (mark("Tu"), mark("Tuesday")), (mark("We"), mark("Wednesday")),
    (mark("Th"), mark("Thursday")), (mark("Fr"), mark("Friday")), (mark("Sa"), mark("Saturday")),
    (mark("Su"), mark("Sunday")),
)  # fmt: skip
_OFFICE = {"weekdays": [0, 1, 2, 3, 4], "from": "09:00", "to": "17:00"}
_DAILY = {"every": 1, "unit": "days", "weekdays": [], "until": ""}


class WeekDays(Editor):
    """Seven buttons, Monday first."""

    def __init__(self, outlook: Outlook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(outlook, name, parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        self.buttons: list[QToolButton] = []
        for short, long in _DAYS:
            button = QToolButton()
            button.setText(tr(short))
            button.setToolTip(tr(long))
            button.setAccessibleName(tr(long))
            button.setCheckable(True)
            button.setProperty("role", "segment")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(26)
            button.clicked.connect(self._changed)
            self.buttons.append(button)
            row.addWidget(button, 1)

    def _changed(self) -> None:
        self.edited.emit([n for n, button in enumerate(self.buttons) if button.isChecked()], "")

    def show_value(self, value: Any) -> None:
        days = as_list(value)
        for n, button in enumerate(self.buttons):
            button.setChecked(n in days)

    def fits(self, value: Any) -> bool:
        return isinstance(value, (list, tuple)) and all(
            isinstance(day, int) and not isinstance(day, bool) and 0 <= day <= 6 for day in value
        )

    def inputs(self) -> Sequence[QWidget]:
        return self.buttons


def hours(outlook: Outlook, name: str) -> Record:
    """Days of the week with the hours of each."""
    rows = (
        [("weekdays", "", WeekDays(outlook, tr("{name}: days", name=name)))],
        [
            ("from", tr("From"), ClockBox(outlook, tr("{name}: from", name=name))),
            ("to", tr("To"), ClockBox(outlook, tr("{name}: to", name=name))),
        ],
    )
    return Record(outlook, name, rows, base=_OFFICE)


def repetition(outlook: Outlook, name: str) -> Record:
    """Every so many days, weeks or months, on which days, until when."""
    units = (("days", tr("days")), ("weeks", tr("weeks")), ("months", tr("months")))
    rows = (
        [
            ("every", tr("Every"), WholeNumber(outlook, tr("{name}: every", name=name), 1, 365)),
            ("unit", tr("Unit"), OneOf(outlook, tr("{name}: unit", name=name), units)),
        ],
        [("weekdays", tr("On"), WeekDays(outlook, tr("{name}: days", name=name)))],
        [("until", tr("Until (may stay open)"), DayBox(outlook, tr("{name}: until", name=name)))],
    )
    return Record(outlook, name, rows, hides=_only_weeks, base=_DAILY)


def _only_weeks(value: Mapping[str, Any]) -> Collection[str]:
    return () if value.get("unit") == "weeks" else ("weekdays",)
