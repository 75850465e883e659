"""Decides how it is asked when people get it: at once, later or again and again, in parts, how fast, and until when."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import msgspec
from PySide6.QtCore import QTimeZone, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.campaigns.plan import AudienceCount
from whatsapp_studio.campaigns.schedule import start_of
from whatsapp_studio.qt.campaigns.brake_fold import BrakeFold
from whatsapp_studio.qt.campaigns.fields import ChoiceCard, first
from whatsapp_studio.qt.campaigns.late_edit import LateEdit
from whatsapp_studio.qt.campaigns.moment_edit import WALL, MomentEdit
from whatsapp_studio.qt.campaigns.pace_fold import PaceFold
from whatsapp_studio.qt.campaigns.pattern_edit import PatternEdit
from whatsapp_studio.qt.campaigns.spread_line import SpreadLine
from whatsapp_studio.qt.campaigns.step_page import StepPage
from whatsapp_studio.qt.campaigns.waves_fold import WavesFold
from whatsapp_studio.qt.phrases import day_and_time, duration
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_HOUR = 9


class ScheduleStep(StepPage):
    """When, and how. ``count_wanted`` asks how many people there are."""

    step = "schedule"
    count_wanted = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, "", parent)
        self._group = QButtonGroup(self)
        self.now = ChoiceCard(tr("As soon as I confirm"), tr("Sending starts after a few seconds to undo."))
        self.later = ChoiceCard(tr("At a date and time"), "")
        self.again = ChoiceCard(tr("Repeatedly"), "")
        self.moment = MomentEdit(tr("Start"))
        self.time, self.zone = self.moment.time, self.moment.zone
        self.said = muted("")
        self.error = ErrorLine(self.time)
        self.later.body.addWidget(self.moment, 1, 1)
        self.later.body.addWidget(self.said, 2, 1)
        self.later.body.addWidget(self.error, 3, 1)
        self.pattern = PatternEdit(studio)
        self.again.body.addWidget(self.pattern, 1, 1)
        self.more = QFrame()
        self.more.setProperty("role", "card")
        self.each_zone = QCheckBox(tr("At this time on each contact's own clock"))
        self.spread = SpreadLine(studio)
        self.late = LateEdit()
        box = QVBoxLayout(self.more)
        box.setContentsMargins(16, 10, 16, 12)
        box.setSpacing(6)
        for widget in (self.each_zone, self.spread, self.late):
            box.addWidget(widget)
        self.waves = WavesFold(self._first_time)
        self.pace, self.brake = PaceFold(studio), BrakeFold(studio)
        for card in (self.now, self.later, self.again):
            self._group.addButton(card.radio)
            self.content.addWidget(card)
        for part in (self.more, self.waves, self.pace, self.brake):
            self.content.addWidget(part)
        self.content.addStretch(1)
        self.now.chosen.connect(lambda: self._choose("now"))
        self.later.chosen.connect(lambda: self._choose("at"))
        self.again.chosen.connect(lambda: self._choose("recurring"))
        self.moment.edited.connect(lambda: self._choose("at"))
        self.pattern.edited.connect(lambda: self._choose("recurring"))
        self.each_zone.toggled.connect(lambda on: self._change(each_zone=on))
        self.late.chosen.connect(lambda changed: self._change(**changed))
        self.waves.chosen.connect(lambda waves: self.change(waves=waves))
        self.waves.count_wanted.connect(self.count_wanted)
        for fold in (self.pace, self.brake):
            fold.chosen.connect(self._chosen)

    def refresh(self) -> None:
        schedule = self.draft.schedule
        self._mark(schedule)
        wall, zone = schedule.local_time, schedule.zone
        if schedule.kind == "now":
            zone = bytes(QTimeZone.systemTimeZoneId().data()).decode()
            tomorrow = self.studio.clock.now().astimezone() + timedelta(days=1)
            wall = tomorrow.replace(hour=_HOUR, minute=0).strftime(WALL)
        self.moment.show_moment(wall, zone)
        self.pattern.show_schedule(msgspec.structs.replace(schedule, local_time=wall, zone=zone))
        self._show_rest()

    def enter(self) -> None:
        """The step is shown."""
        self.spread.show_draft(self.draft)
        if self.draft.waves is not None:
            self.count_wanted.emit()

    def stop(self) -> None:
        """The step is left."""
        self.spread.stop()

    def _show_rest(self) -> None:
        schedule = self.draft.schedule
        self.more.setVisible(schedule.kind != "now")
        blocked = self.each_zone.blockSignals(True)
        self.each_zone.setChecked(schedule.each_zone)
        self.each_zone.blockSignals(blocked)
        self.late.show_schedule(schedule)
        if self.isVisible():
            self.spread.show_draft(self.draft)
        for fold in (self.waves, self.pace, self.brake):
            fold.show_draft(self.draft)
        self._tell()

    def _choose(self, kind: str) -> None:
        """A person says when; what stands beside the start is kept."""
        if kind == "now":
            self._take(Schedule())
            return
        kept = self.draft.schedule
        if kind == "at":
            wall, zone, rule = self.moment.wall, self.moment.zone_name, ""
        else:
            wall, zone, rule = self.pattern.moment.wall, self.pattern.moment.zone_name, self.pattern.rule()
        self._take(
            msgspec.structs.replace(
                kept, kind="at" if kind == "at" else "recurring", local_time=wall, zone=zone, rule=rule
            )
        )

    def _change(self, **fields: Any) -> None:
        self._take(msgspec.structs.replace(self.draft.schedule, **fields))

    def _take(self, schedule: Schedule) -> None:
        self._mark(schedule)
        self.change(schedule=schedule)
        if schedule.kind == "at":
            # The days that were chosen stay, for whoever comes back.
            self.pattern.moment.show_moment(schedule.local_time, schedule.zone)
        elif schedule.kind == "recurring":
            self.moment.show_moment(schedule.local_time, schedule.zone)
            self.pattern.show_schedule(schedule)
        self._show_rest()

    def _chosen(self, fields: dict[str, Any]) -> None:
        self.change(**fields)
        self._show_rest()

    def _first_time(self) -> str:
        """When the first wave starts on the wall of the schedule's zone."""
        schedule = self.draft.schedule
        return schedule.local_time or self.studio.clock.now().astimezone().strftime(WALL)

    def _mark(self, schedule: Schedule) -> None:
        self._group.setExclusive(False)
        for card, kind in ((self.now, "now"), (self.later, "at"), (self.again, "recurring")):
            card.set_chosen(schedule.kind == kind)
        self._group.setExclusive(True)
        self.moment.setVisible(schedule.kind == "at")
        self.pattern.setVisible(schedule.kind == "recurring")

    def _tell(self) -> None:
        """Say the start in words, with the hour here where the zone is another."""
        schedule = self.draft.schedule
        start, now = start_of(schedule), self.studio.clock.now()
        ahead = schedule.kind == "at" and isinstance(start, datetime) and start > now
        self.said.setVisible(ahead)
        if not isinstance(start, datetime) or not ahead:
            return
        there = start.astimezone(ZoneInfo(schedule.zone))
        span = duration((start - now).total_seconds())
        if there.utcoffset() == start.astimezone().utcoffset():
            self.said.setText(tr("Starts in {span}.", span=span))
        else:
            self.said.setText(tr("Starts in {span}; here that is {when}.", span=span, when=day_and_time(start, now)))

    def show_count(self, count: AudienceCount | None) -> None:
        """How many people the waves are made of; None while nobody knows."""
        self.waves.show_people(count.reachable if count is not None else None)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        self.error.say(first(problems, "schedule.time", "schedule.zone", "schedule"))
        self.pattern.show_problem(first(problems, "schedule.rule"))
        self.waves.show_problem(first(problems, "schedule.waves"))

    def fields(self) -> dict[str, QWidget]:
        moment = self.pattern.moment if self.draft.schedule.kind == "recurring" else self.moment
        return {
            "schedule.time": moment.time, "schedule.zone": moment.zone, "schedule.ends": self.pattern.ends,
            "schedule.rule": self.pattern,
            "schedule.each_zone": self.each_zone, "schedule.late": self.late, "schedule.waves": self.waves,
            "schedule.rate": self.pace.rate, "schedule.per_day": self.pace.per_day,
            "schedule.limit": self.pace.at_limit, "schedule.quiet": self.pace.quiet,
            "schedule.priority": self.pace.priority, "schedule.budget": self.brake.most,
            "schedule.failures": self.brake.percent,
        }  # fmt: skip

    def focus_field(self, where: str) -> None:
        field = self.fields().get(where)
        for fold in (self.waves, self.pace, self.brake):
            if field is not None and (fold is field or fold.isAncestorOf(field)):
                fold.set_open(True)
        schedule = self.draft.schedule
        if field is None or (schedule.kind == "now" and where in ("schedule.time", "schedule.zone", "schedule.rule")):
            field = self.now.radio if schedule.kind == "now" else self.fields()["schedule.time"]
        proxies: dict[QWidget, QWidget] = {
            self.waves: self.waves.on, self.late: self.late.rule, self.pattern: self.pattern.every,
            self.brake.most: self.brake.most if self.brake.most.isEnabled() else self.brake.limited,
            self.brake.percent: self.brake.percent if self.brake.percent.isEnabled() else self.brake.failing,
            self.pace.per_day: self.pace.per_day if self.pace.per_day.isEnabled() else self.pace.daily,
        }  # fmt: skip
        proxies.get(field, field).setFocus()
