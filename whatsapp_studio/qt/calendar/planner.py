"""Decides how campaigns are planned on a calendar: a week or a month, walked through, with starts that can be moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.campaigns.agenda import Entry
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.qt.calendar.calendars_menu import CalendarsMenu
from whatsapp_studio.qt.calendar.days import month_of, shown_zone, span_of, week_of
from whatsapp_studio.qt.calendar.month import MonthView
from whatsapp_studio.qt.calendar.move_dialog import MoveDialog
from whatsapp_studio.qt.calendar.week import WeekView
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets import dialogs
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.buttons import icon_button, secondary_button
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.qt.widgets.toast import Toast

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_UNDOS = 50


class Planner(QWidget):
    """The calendar. ``opened`` carries the id of a campaign, ``report_wanted`` of one whose report is asked for."""

    opened = Signal(str)
    report_wanted = Signal(str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio = studio
        self.zone, self.locale_ = shown_zone(), QLocale.system()
        self.day = self._today()
        self._reading = Latest(self)
        self._undos: list[tuple[str, str, Schedule]] = []
        self.week, self.month = WeekView(self.zone, self.locale_), MonthView(self.zone, self.locale_)
        self.calendars = CalendarsMenu(studio, self)
        self.calendars.failed.connect(self._complain)
        self.banner = Banner("warning", "")
        self.banner.hide()
        self.stack = QStackedWidget()
        for view in (self.week, self.month):
            self.stack.addWidget(view)
            for board in view.boards:
                board.opened.connect(self._open)
                board.moved.connect(self.move_entry)
                board.menu_wanted.connect(self._menu)
                board.day_wanted.connect(self._show_day)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 12, 24, 16)
        box.setSpacing(10)
        box.addLayout(self._make_bar())
        box.addWidget(self.banner)
        box.addWidget(self.stack, 1)
        self.undo_action = QAction(tr("Undo"), self)
        self.undo_action.setShortcuts(QKeySequence.StandardKey.Undo)
        self.undo_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.undo_action.triggered.connect(lambda _on=False: self.undo())
        self.undo_action.setEnabled(False)
        self.addAction(self.undo_action)

    def _make_bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self.today_button = secondary_button(tr("Today"), self.show_today)
        self.before = icon_button("chevron-left", tr("Earlier"), lambda: self.step(-1))
        self.after = icon_button("chevron-right", tr("Later"), lambda: self.step(1))
        self.title = plain_label("subtitle")
        self.zone_label = plain_label("muted")
        self.zone_label.setText(tr("Times on the clock of {zone}", zone=str(self.zone).replace("_", " ")))
        self.calendars_button = QToolButton()
        self.calendars_button.setText(tr("Calendars"))
        self.calendars_button.setIcon(icon("calendar-days", "text"))
        self.calendars_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.calendars_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.calendars_button.setMenu(self.calendars.menu)
        self.calendars_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for widget in (self.today_button, self.before, self.after):
            row.addWidget(widget)
        row.addSpacing(6)
        row.addWidget(self.title)
        row.addStretch(1)
        row.addWidget(self.zone_label)
        row.addSpacing(6)
        row.addWidget(self.calendars_button)
        return row

    # -- showing -------------------------------------------------------------------------------------

    @property
    def monthly(self) -> bool:
        """Whether a month is shown."""
        return self.stack.currentWidget() is self.month

    def show_kind(self, monthly: bool) -> None:
        """Show weeks or months."""
        self.stack.setCurrentWidget(self.month if monthly else self.week)
        self.refresh()

    def show_today(self) -> None:
        """The week or the month that is now."""
        self.day = self._today()
        self.refresh()

    def step(self, by: int) -> None:
        """Weeks or months later, or earlier."""
        if self.monthly:
            months = self.day.year * 12 + self.day.month - 1 + by
            self.day = date(months // 12, months % 12 + 1, 1)
        else:
            self.day += timedelta(days=7 * by)
        self.refresh()

    def shown_days(self) -> list[date]:
        """The days on show."""
        if self.monthly:
            return [day for week in month_of(self.day, self.locale_) for day in week]
        return week_of(self.day, self.locale_)

    def refresh(self) -> None:
        """Read what is on the days on show; the answer comes from outside the window's thread."""
        days = self.shown_days()
        self.title.setText(self._title(days))
        since, until = span_of(days, self.zone)
        calendar = self.studio.calendar
        self._reading.ask(
            lambda: (calendar.entries(since, until), {one.id: one.colour for one in calendar.all()}),
            lambda found: self._show(days, *found),
        )

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._reading.busy

    def _show(self, days: Sequence[date], entries: Sequence[Entry], colours: dict[int, int]) -> None:
        if days != self.shown_days():
            return
        now = self.studio.clock.now()
        if self.monthly:
            self.month.month = self.day.month
            self.month.show_days(days, entries, now, colours)
        else:
            self.week.show_days(days, entries, now, colours)

    def _title(self, days: Sequence[date]) -> str:
        name = QLocale.FormatType.LongFormat
        locale = QLocale()
        if self.monthly:
            return tr("{month} {year}", month=locale.standaloneMonthName(self.day.month, name), year=self.day.year)
        first, last = days[0], days[-1]
        short = QLocale.FormatType.ShortFormat
        return tr(
            "{day} {month} – {last} {last_month} {year}", day=first.day, month=locale.monthName(first.month, short),
            last=last.day, last_month=locale.monthName(last.month, short), year=last.year,
        )  # fmt: skip

    def _today(self) -> date:
        return self.studio.clock.now().astimezone(self.zone).date()

    def _show_day(self, day: date) -> None:
        self.day = day
        self.show_kind(False)

    # -- doing ---------------------------------------------------------------------------------------

    def move_entry(self, entry: Entry, to: datetime) -> None:
        """Let a campaign start at another moment; it can be taken back. Of a series all of it moves, once asked."""
        if not entry.movable or self.studio.read_only:
            return
        if entry.turns and not dialogs.ask(
            self, tr("Move the whole series?"),
            tr("One turn cannot be moved alone: all coming turns of “{name}” move with it.", name=entry.title),
            tr("Move the series"), tr("Leave it"),
        ):  # fmt: skip
            return
        rescheduling, campaigns = self.studio.rescheduling, self.studio.campaigns
        before = campaigns.get(entry.campaign_id)

        def done(after: Campaign) -> None:
            self._undos = [*self._undos, (after.id, after.name, before.draft.schedule)][-_UNDOS:]
            self.undo_action.setEnabled(True)
            self.banner.hide()
            said = tr("“{name}” starts {when} now.", name=after.name, when=day_and_time(to, self.studio.clock.now()))
            Toast.show_in(self, said, tr("Undo"), self.undo)
            self.refresh()

        self._run(lambda: rescheduling.drop(entry, to), done)

    def undo(self) -> None:
        """Take the last move back."""
        if not self._undos:
            return
        campaign_id, name, schedule = self._undos.pop()
        self.undo_action.setEnabled(bool(self._undos))
        rescheduling = self.studio.rescheduling

        def done(_after: Campaign) -> None:
            Toast.show_in(self, tr("“{name}” is where it was.", name=name))
            self.refresh()

        self._run(lambda: rescheduling.reschedule(campaign_id, schedule, back=True), done)

    def ask_where(self, entry: Entry) -> None:
        """Ask for a day and a time to move to."""
        dialog = MoveDialog(entry, self.zone, self.studio.clock.now(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(lambda to: self.move_entry(entry, to))
        dialog.open()

    def _run(self, work: Callable[[], Campaign], done: Callable[[Campaign], object]) -> None:
        Job(self, lambda _progress: work()).on_done(done).on_failed(self._refused).run()

    def _refused(self, error: StudioError) -> None:
        self._complain(wording.sentence(error))
        self.refresh()

    def _complain(self, words: str) -> None:
        self.banner.set_text(words)
        self.banner.show()

    def _open(self, entry: Entry) -> None:
        if entry.campaign_id:
            self.opened.emit(entry.campaign_id)

    def _menu(self, entry: Entry, at: QPoint) -> None:
        if not entry.campaign_id:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("folder-open", "text"), tr("Open"), lambda: self._open(entry))
        move = menu.addAction(icon("calendar-clock", "text"), tr("Move to…"), lambda: self.ask_where(entry))
        move.setEnabled(entry.movable and not self.studio.read_only)
        if entry.state not in ("draft", "scheduled"):
            report = menu.addAction(icon("chart-column", "text"), tr("Report"))
            report.triggered.connect(lambda: self.report_wanted.emit(entry.campaign_id))
        menu.popup(at)
