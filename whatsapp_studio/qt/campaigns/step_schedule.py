"""Decides how the start is asked: at once, or at a time on somebody's wall, never in the past."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDateTime, Qt, QTimeZone
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QCompleter,
    QDateTimeEdit,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.campaigns.schedule import start_of
from whatsapp_studio.qt.campaigns.fields import ChoiceCard, first
from whatsapp_studio.qt.campaigns.step_page import StepPage
from whatsapp_studio.qt.phrases import day_and_time, duration
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted, wheel_needs_focus
from whatsapp_studio.qt.widgets.fitting import with_letters

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio


class ScheduleStep(StepPage):
    """Now or later."""

    step = "schedule"

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, "", parent)
        self._group = QButtonGroup(self)
        self.now = ChoiceCard(tr("As soon as I confirm"), tr("Sending starts after a few seconds to undo."))
        self.later = ChoiceCard(tr("At a date and time"), "")
        self.time = QDateTimeEdit()
        self.time.setCalendarPopup(True)
        self.time.setDisplayFormat("d MMM yyyy HH:mm")
        self.time.setMinimumWidth(with_letters(210))
        self.time.setTimeZone(QTimeZone.utc())
        self.time.setAccessibleName(tr("Start"))
        self.zone = QComboBox()
        self.zone.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.zone.setAccessibleName(tr("Time zone"))
        self.zone.addItems(_zones())
        found = QCompleter(self.zone.model(), self.zone)
        found.setFilterMode(Qt.MatchFlag.MatchContains)
        found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._zone_line = QLineEdit()
        self.zone.setLineEdit(self._zone_line)
        self.zone.setCompleter(found)
        self.zone.setMinimumWidth(240)
        wheel_needs_focus(self.time, self.zone)
        fields = QWidget()
        row = QHBoxLayout(fields)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.time)
        row.addWidget(QLabel(tr("in")))
        row.addWidget(self.zone)
        row.addStretch(1)
        self.said = muted("")
        self.error = ErrorLine(self.time)
        self.later.body.addWidget(fields, 1, 1)
        self.later.body.addWidget(self.said, 2, 1)
        self.later.body.addWidget(self.error, 3, 1)
        for card in (self.now, self.later):
            self._group.addButton(card.radio)
            self.content.addWidget(card)
        self.content.addWidget(
            muted(tr("WhatsApp Studio has to run at that time. If it does not, sending starts when it opens again."))
        )
        self.content.addStretch(1)
        self.now.chosen.connect(lambda: self._choose(Schedule()))
        self.later.chosen.connect(self._chosen_later)
        self.time.dateTimeChanged.connect(self._chosen_later)
        self.zone.activated.connect(self._chosen_later)
        self._zone_line.editingFinished.connect(self._zone_typed)

    def refresh(self) -> None:
        schedule = self.draft.schedule
        self._mark(schedule)
        if schedule.kind == "at":
            self._show_time(QDateTime.fromString(schedule.local_time, Qt.DateFormat.ISODate), schedule.zone)
        else:
            zone = bytes(QTimeZone.systemTimeZoneId().data()).decode()
            tomorrow = (self.studio.clock.now().astimezone() + timedelta(days=1)).replace(hour=9, minute=0)
            self._show_time(QDateTime.fromString(tomorrow.strftime("%Y-%m-%dT%H:%M"), Qt.DateFormat.ISODate), zone)
        self._tell()

    def _show_time(self, wall: QDateTime, zone: str) -> None:
        blocked = self.time.blockSignals(True)
        self.time.setDateTime(QDateTime(wall.date(), wall.time(), QTimeZone.utc()))
        self.time.blockSignals(blocked)
        if self.zone.currentText() != zone:
            self.zone.setCurrentIndex(self.zone.findText(zone))
            self.zone.setEditText(zone)

    def _zone_typed(self) -> None:
        if self.draft.schedule.kind == "at" and self.zone.currentText() != self.draft.schedule.zone:
            self._chosen_later()

    def _chosen_later(self, *_what: object) -> None:
        wall = self.time.dateTime().toString("yyyy-MM-ddTHH:mm")
        self._choose(Schedule(kind="at", local_time=wall, zone=self.zone.currentText().strip()))

    def _choose(self, schedule: Schedule) -> None:
        self._mark(schedule)
        self.change(schedule=schedule)
        self._tell()

    def _mark(self, schedule: Schedule) -> None:
        self._group.setExclusive(False)
        self.now.set_chosen(schedule.kind == "now")
        self.later.set_chosen(schedule.kind == "at")
        self._group.setExclusive(True)

    def _tell(self) -> None:
        """Say the start in words, with the hour here where the zone is another."""
        start, now = start_of(self.draft.schedule), self.studio.clock.now()
        ahead = isinstance(start, datetime) and start > now
        self.said.setVisible(ahead)
        if not isinstance(start, datetime) or not ahead:
            return
        there = start.astimezone(ZoneInfo(self.draft.schedule.zone))
        span = duration((start - now).total_seconds())
        if there.utcoffset() == start.astimezone().utcoffset():
            self.said.setText(tr("Starts in {span}.", span=span))
        else:
            self.said.setText(tr("Starts in {span}; here that is {when}.", span=span, when=day_and_time(start, now)))

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        self.error.say(first(problems, "schedule.time", "schedule.zone", "schedule"))

    def focus_field(self, where: str) -> None:
        if self.draft.schedule.kind == "now":
            self.now.radio.setFocus()
        else:
            (self.zone if where == "schedule.zone" else self.time).setFocus()


def _zones() -> list[str]:
    found = (bytes(name.data()).decode() for name in QTimeZone.availableTimeZoneIds())
    return ["UTC", *sorted(name for name in found if "/" in name and not name.startswith(("Etc/", "SystemV/")))]
