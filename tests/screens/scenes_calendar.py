"""Decides how the calendar of campaigns is shown: a week and a month, empty and full, moved, with other calendars."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from tests.screens import screen
from tests.screens.stage import Stage
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.zones import machine_zone
from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.campaigns.programme import Waves
from whatsapp_studio.qt.calendar.days import shown_zone
from whatsapp_studio.qt.calendar.entry_button import EntryButton
from whatsapp_studio.qt.calendar.move_dialog import MoveDialog
from whatsapp_studio.qt.calendar.planner import Planner
from whatsapp_studio.qt.campaigns.page import CampaignsPage
from whatsapp_studio.qt.main_window import MainWindow

_TABLE = """title,start,end
Stocktaking,{0}T09:30,{0}T11:00
Team meeting,{1}T14:00,{1}T15:00
Public holiday,{2},{2}
Trade fair,{3},{4}
"""


def _day(stage: Stage, days: int) -> datetime:
    now = stage.desk.studio.clock.now().astimezone(shown_zone())
    monday = now - timedelta(days=now.weekday())
    return monday + timedelta(days=7 + days)


def _at(stage: Stage, days: int, clock: str, **more: str) -> Schedule:
    return Schedule(kind="at", local_time=f"{_day(stage, days):%Y-%m-%d}T{clock}", zone=machine_zone(), **more)  # type: ignore[arg-type]


def fill(stage: Stage) -> None:
    """Next week with something of every kind."""
    desk = stage.desk
    campaigns = desk.studio.campaigns
    for name, days, clock in (("Draft for Tuesday", 1, "10:00"), ("Another idea", 1, "10:15"), ("Weekend", 5, "12:00")):
        campaigns.create(desk.complete(name, schedule=_at(stage, days, clock)))
    for name, days, clock in (("Summer sale", 2, "09:00"), ("Order news", 2, "09:30"), ("Thursday call", 3, "16:00")):
        made = campaigns.create(desk.complete(name, schedule=_at(stage, days, clock)))
        campaigns.launch(made.id, typed_count=None)
    waves = Waves(sizes=(20, 30), every_minutes=90)
    made = campaigns.create(desk.complete("In waves", schedule=_at(stage, 4, "08:00"), waves=waves))
    campaigns.launch(made.id, typed_count=None)
    weekly = Schedule(
        kind="recurring", local_time=f"{_day(stage, -7):%Y-%m-%d}T11:00", zone=machine_zone(),
        rule="FREQ=WEEKLY;BYDAY=MO",
    )  # fmt: skip
    campaigns.create(desk.complete("Monday offer", schedule=weekly))
    done = desk.launched("Over")
    campaigns.stop(done.id)
    desk.launched("Going")
    with desk.store.write() as conn:
        conn.execute("UPDATE campaigns SET created_at = ?", (iso(desk.studio.clock.now()),))


def beside(stage: Stage, name: str = "Shop.csv") -> Path:
    """A table of what else is on."""
    days = [f"{_day(stage, n):%Y-%m-%d}" for n in (1, 2, 4, 2, 5)]
    path = stage.place().with_name(name)
    path.write_text(_TABLE.format(*days), encoding="utf-8")
    return path


def calendar(stage: Stage, view: str = "week", *, later: bool = True) -> tuple[MainWindow, Planner]:
    window = stage.window("campaigns")
    page = window.page("campaigns")
    assert isinstance(page, CampaignsPage)
    page.front.show_view(view)
    planner = page.front.planner
    assert planner is not None
    if later and view == "week":
        planner.step(1)
    stage.until(lambda: not planner.busy)
    stage.settle()
    return window, planner


def button_of(planner: Planner, title: str) -> EntryButton:
    board = planner.month if planner.monthly else planner.week.hours
    return next(one for one in board.buttons if one.entry.title == title and not one.entry.wave)


@screen("calendar.week", small=True)
def week(stage: Stage) -> QWidget:
    """A full week beside another calendar."""
    fill(stage)
    stage.desk.studio.calendar.bring_in(beside(stage))
    return calendar(stage)[0]


@screen("calendar.month", small=True)
def month(stage: Stage) -> QWidget:
    """A month with more on a day than it has room for."""
    fill(stage)
    for n in range(6):
        stage.desk.studio.campaigns.create(
            stage.desk.complete(f"Idea {n}", schedule=_at(stage, 3, f"{9 + n:02}:00"))
        )
    stage.desk.studio.calendar.bring_in(beside(stage))
    return calendar(stage, "month")[0]


@screen("calendar.empty")
def empty(stage: Stage) -> QWidget:
    """A week with nothing in it."""
    stage.desk.studio.campaigns.create(stage.desk.complete("Without a date"))
    return calendar(stage)[0]


@screen("calendar.dragging")
def dragging(stage: Stage) -> QWidget:
    """A draft on its way to another time."""
    fill(stage)
    window, planner = calendar(stage)
    button = button_of(planner, "Weekend")
    button.dragging = True
    button.dragged.emit(button.pos() + QPoint(-button.width(), 70))
    return window


@screen("calendar.moved")
def moved(stage: Stage) -> QWidget:
    """A campaign that was moved, and how that is taken back."""
    fill(stage)
    window, planner = calendar(stage)
    button_of(planner, "Summer sale").nudged.emit(1, 4)
    stage.settle()
    return window


@screen("calendar.refused")
def refused(stage: Stage) -> QWidget:
    """A time that is over."""
    fill(stage)
    window, planner = calendar(stage)
    entry = button_of(planner, "Summer sale").entry
    planner.move_entry(entry, stage.desk.studio.clock.now() - timedelta(days=1))
    stage.until(planner.banner.isVisible)
    return window


@screen("calendar.unreadable")
def unreadable(stage: Stage) -> QWidget:
    """A calendar of which some cannot be read."""
    fill(stage)
    path = stage.place().with_name("Holidays.csv")
    path.write_text("title,start,end\nA,next week,\nB,,\nC,2026-05-04,\n", encoding="utf-8")
    window, planner = calendar(stage)
    planner.calendars.bring_in(path)
    stage.until(planner.banner.isVisible)
    return window


@screen("calendar.move-to")
def move_to(stage: Stage) -> QWidget:
    """A day and a time that are typed."""
    fill(stage)
    _window, planner = calendar(stage)
    dialog = MoveDialog(button_of(planner, "Monday offer").entry, planner.zone, stage.desk.studio.clock.now())
    return stage.show(dialog)


@screen("calendar.move-to-past")
def move_to_past(stage: Stage) -> QWidget:
    """A time that is over, typed."""
    fill(stage)
    _window, planner = calendar(stage)
    now = stage.desk.studio.clock.now() + timedelta(days=365)
    dialog = stage.show(MoveDialog(button_of(planner, "Summer sale").entry, planner.zone, now))
    dialog.move_button.click()
    return dialog


@screen("calendar.series")
def series(stage: Stage) -> QWidget:
    """Whether a whole series is moved."""
    fill(stage)
    _window, planner = calendar(stage)
    entry = button_of(planner, "Monday offer").entry
    return stage.opened(lambda: planner.move_entry(entry, entry.starts + timedelta(hours=1)))


@screen("calendar.calendars")
def calendars(stage: Stage) -> QWidget:
    """The calendars beside ours."""
    fill(stage)
    stage.desk.studio.calendar.bring_in(beside(stage))
    _window, planner = calendar(stage)
    return stage.opened(lambda: planner.calendars.menu.popup(planner.mapToGlobal(QPoint(900, 60))), QMenu)
