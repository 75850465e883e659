"""Decides how it is entered when a campaign comes again: every so often, on which days, until when, or by a rule."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QGridLayout, QLabel, QLineEdit, QWidget

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.campaigns.recurrence import Pattern, pattern_of
from whatsapp_studio.qt.campaigns.moment_edit import MomentEdit, beside, roomy
from whatsapp_studio.qt.campaigns.pattern_days import MonthEdit, WeekEdit
from whatsapp_studio.qt.campaigns.turns_preview import TurnsPreview
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted, spin_box, wheel_needs_focus

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_EVERY = (("day", mark("days")), ("week", mark("weeks")), ("month", mark("months")), ("own", mark("own rule")))
_ENDS = (("never", mark("never")), ("until", mark("on a day")), ("count", mark("after so many times")))
_WEEKS = 12


class PatternEdit(QWidget):
    """Mirrors a recurring schedule; ``edited`` comes when anything of it is another one."""

    edited = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.interval = spin_box(1, 99, 1)
        self.interval.setAccessibleName(tr("Every"))
        self.interval.setKeyboardTracking(False)
        self.every = QComboBox()
        self.every.setAccessibleName(tr("Repeated by"))
        for every, words in _EVERY:
            self.every.addItem(tr(words), every)
        self.week, self.month = WeekEdit(), MonthEdit()
        self.own = QLineEdit()
        self.own.setAccessibleName(tr("Rule"))
        self.own.setPlaceholderText("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")
        self.own_said = muted(tr("A rule as calendars write it (RRULE of RFC 5545), daily or rarer."))
        self.moment = MomentEdit(tr("First time"))
        self.ends = QComboBox()
        self.ends.setAccessibleName(tr("Ends"))
        for end, words in _ENDS:
            self.ends.addItem(tr(words), end)
        self.until = QDateEdit()
        self.until.setCalendarPopup(True)
        self.until.setDisplayFormat("d MMM yyyy")
        self.until.setAccessibleName(tr("Last day"))
        self.count = spin_box(1, 999, 10)
        self.count.setSuffix(tr(" times"))
        self.count.setKeyboardTracking(False)
        self.count.setAccessibleName(tr("Number of times"))
        self.error = ErrorLine(self.own)
        self.preview = TurnsPreview()
        roomy(self.every, self.ends)
        wheel_needs_focus(self.interval, self.every, self.ends, self.until, self.count)
        self._every_words = QLabel()
        self._ends_words = QLabel(tr("Ends"))
        self._ends_line = beside(self.ends, self.until, self.count)
        form = QGridLayout(self)
        form.setContentsMargins(0, 4, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setColumnStretch(1, 1)
        for row, (label, field) in enumerate(
            (
                (self._every_words, beside(self.interval, self.every, self.week, self.month)), (None, self.own),
                (None, self.own_said), (None, self.error), (QLabel(tr("First on")), self.moment),
                (self._ends_words, self._ends_line), (None, self.preview),
            )
        ):
            if label is not None:
                label.setMinimumHeight(self.every.sizeHint().height())
                label.setBuddy(field)
                form.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            form.addWidget(field, row, 1)
        self._connect()

    def _connect(self) -> None:
        for spin in (self.interval, self.count):
            spin.valueChanged.connect(self._tell)
        for choice in (self.every, self.ends):
            choice.activated.connect(self._tell)
        for part in (self.week, self.month, self.moment):
            part.edited.connect(self._tell)
        self.until.dateChanged.connect(self._tell)
        self.own.editingFinished.connect(self._tell)

    def rule(self) -> str:
        """The rule that is entered."""
        every = str(self.every.currentData())
        if every == "own":
            return self.own.text().strip()
        start = self._start()
        day = self.month.values(start)
        end = str(self.ends.currentData())
        last = self.until.date()
        return Pattern(
            every=every,  # type: ignore[arg-type]
            interval=self.interval.value(), days=self.week.days() or (start.weekday(),), **day,
            count=self.count.value() if end == "count" else None,
            until=date(last.year(), last.month(), last.day()) if end == "until" else None,
        ).rule()  # fmt: skip

    def show_schedule(self, schedule: Schedule) -> None:
        """Mirror a schedule, also one that does not recur yet; emits nothing."""
        self.moment.show_moment(schedule.local_time, schedule.zone)
        own = self.every.currentData() == "own" and schedule.kind == "recurring"
        pattern = pattern_of(schedule.rule) if schedule.rule else Pattern(every="week")
        if pattern is None or (own and self.own.text().strip() == schedule.rule):
            self._show_own(schedule.rule)
        else:
            self._show_pattern(pattern)
        self._show_parts()
        self.preview.show_schedule(schedule, self._studio.clock.now())

    def show_problem(self, problem: Problem | None) -> None:
        """Say what is wrong with the rule."""
        self.error.say(problem)

    def _start(self) -> date:
        there = self.moment.time.date()
        return date(there.year(), there.month(), there.day())

    def _show_own(self, rule: str) -> None:
        with QSignalBlocker(self.every):
            self.every.setCurrentIndex(self.every.findData("own"))
        if self.own.text().strip() != rule:
            self.own.setText(rule)

    def _show_pattern(self, pattern: Pattern) -> None:
        start = self._start()
        with QSignalBlocker(self.every), QSignalBlocker(self.interval), QSignalBlocker(self.ends):
            self.every.setCurrentIndex(self.every.findData(pattern.every))
            self.interval.setValue(pattern.interval)
            end = "count" if pattern.count is not None else "until" if pattern.until is not None else "never"
            self.ends.setCurrentIndex(self.ends.findData(end))
        with QSignalBlocker(self.count), QSignalBlocker(self.until):
            if pattern.count is not None:
                self.count.setValue(pattern.count)
            first = QDate(start.year, start.month, start.day)
            self.until.setMinimumDate(first)
            last = pattern.until
            if last is not None:
                self.until.setDate(QDate(last.year, last.month, last.day))
            elif end == "never":
                self.until.setDate(first.addDays(7 * _WEEKS))
        self.week.show_days(pattern.days or (start.weekday(),))
        self.month.show_pattern(pattern, start)
        self.own.setText(pattern.rule())

    def _show_parts(self) -> None:
        every = self.every.currentData()
        own = every == "own"
        self.interval.setVisible(not own)
        self.week.setVisible(every == "week")
        self.month.setVisible(every == "month")
        self.own.setVisible(own)
        self.own_said.setVisible(own)
        self._every_words.setText(tr("By") if own else tr("Every"))
        for widget in (self._ends_words, self._ends_line):
            widget.setVisible(not own)
        self.until.setVisible(self.ends.currentData() == "until")
        self.count.setVisible(self.ends.currentData() == "count")

    def _tell(self, *_what: object) -> None:
        self._show_parts()
        self.edited.emit()
