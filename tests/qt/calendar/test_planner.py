"""Campaigns on a calendar: shown, opened, dragged, moved by keys, and moved back."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.fixtures.desk import Desk
from whatsapp_studio.base.zones import machine_zone, moment_of
from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.qt.calendar.entry_button import EntryButton
from whatsapp_studio.qt.calendar.planner import Planner
from whatsapp_studio.qt.calendar.week import HOUR
from whatsapp_studio.qt.campaigns.page import CampaignsPage


class Bench:
    """A planner on next week, with a draft on its Wednesday at 10:00."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        today = desk.studio.clock.now().astimezone()
        self.wednesday = (today - timedelta(days=today.weekday()) + timedelta(days=9)).date()
        schedule = Schedule("at", f"{self.wednesday}T10:00", machine_zone())
        self.id = desk.studio.campaigns.create(desk.complete("Spring", schedule=schedule)).id
        self.page = desk.show(CampaignsPage)
        self.page.front.buttons["week"].click()
        assert self.page.front.planner is not None
        self.planner: Planner = self.page.front.planner
        self.planner.step(1)
        self.shown()

    def shown(self) -> EntryButton:
        self.desk.until(lambda: not self.planner.busy and self._found())
        return self._found()[0]

    def _found(self) -> list[EntryButton]:
        board = self.planner.month if self.planner.monthly else self.planner.week.hours
        return [one for one in board.buttons if one.entry.campaign_id == self.id]

    @property
    def time(self) -> str:
        return self.desk.studio.campaigns.get(self.id).draft.schedule.local_time

    def drag(self, by: QPoint, end: Qt.Key | None = None) -> None:
        button = self.shown()
        start = QPoint(20, 8)
        QTest.mousePress(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        QTest.mouseMove(button, start + QPoint(0, 30))
        QTest.mouseMove(button, start + by)
        if end is not None:
            QTest.keyClick(button, end)
        QTest.mouseRelease(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start + by)


@pytest.fixture
def bench(desk: Desk) -> Bench:
    return Bench(desk)


def test_a_draft_dragged_to_another_time_is_there_and_back_again(bench: Bench) -> None:
    bench.drag(QPoint(0, 2 * HOUR + 3))
    bench.desk.until(lambda: bench.time == f"{bench.wednesday}T12:00")
    assert bench.planner.undo_action.isEnabled()
    bench.planner.undo_action.trigger()
    bench.desk.until(lambda: bench.time == f"{bench.wednesday}T10:00")
    assert not bench.planner.undo_action.isEnabled()


def test_while_it_is_dragged_the_time_is_told_and_escape_leaves_it_where_it_was(bench: Bench) -> None:
    button = bench.shown()
    button.dragged.emit(button.pos() + QPoint(0, HOUR))
    ghost = bench.planner.week.hours.ghost
    assert ghost.isVisible()
    assert ghost.text.startswith("11:00")
    bench.drag(QPoint(0, HOUR), Qt.Key.Key_Escape)
    assert not ghost.isVisible()
    assert bench.time == f"{bench.wednesday}T10:00"


def test_alt_and_an_arrow_move_it_by_a_quarter_or_a_day_and_the_focus_stays(bench: Bench) -> None:
    bench.shown().setFocus()
    QTest.keyClick(bench.shown(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    bench.desk.until(lambda: bench.time.endswith("10:15"))
    bench.desk.until(lambda: bench.shown().entry.starts == moment(bench, "10:15"))
    QTest.keyClick(bench.shown(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    bench.desk.until(lambda: bench.time == f"{bench.wednesday + timedelta(days=1)}T10:15")


def moment(bench: Bench, clock: str) -> datetime:
    return moment_of(datetime.fromisoformat(f"{bench.wednesday}T{clock}"), bench.planner.zone)


def test_the_past_is_refused_in_words(bench: Bench) -> None:
    bench.planner.move_entry(bench.shown().entry, bench.desk.studio.clock.now() - timedelta(hours=1))
    bench.desk.until(bench.planner.banner.isVisible)
    assert bench.time == f"{bench.wednesday}T10:00"


def test_a_click_opens_it_and_it_is_read_by_name_and_time(bench: Bench) -> None:
    button = bench.shown()
    said = button.accessibleName()
    assert "Spring" in said
    assert "10:00" in said
    assert "Draft" in said
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert bench.page.in_wizard


def test_in_a_month_a_day_is_moved_and_the_time_is_kept(bench: Bench) -> None:
    bench.planner.day = bench.wednesday
    bench.page.front.buttons["month"].click()
    button = bench.shown()
    button.nudged.emit(0, 1)
    bench.desk.until(lambda: bench.time == f"{bench.wednesday + timedelta(days=7)}T10:00")


def test_a_series_is_moved_only_once_a_person_said_so(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    schedule = Schedule("recurring", f"{bench.wednesday}T10:00", machine_zone(), "FREQ=DAILY")
    draft = bench.desk.complete("Spring", schedule=schedule)
    bench.desk.studio.campaigns.save(bench.id, draft)
    bench.desk.until(lambda: bench.shown().entry.turns)
    answers = iter((False, True))
    monkeypatch.setattr("whatsapp_studio.qt.widgets.dialogs.ask", lambda *_a, **_k: next(answers))
    entry = bench.shown().entry
    bench.planner.move_entry(entry, entry.starts + timedelta(hours=1))
    assert bench.time.endswith("10:00")
    bench.planner.move_entry(entry, entry.starts + timedelta(hours=1))
    bench.desk.until(lambda: bench.time.endswith("11:00"))


def test_a_calendar_beside_is_shown_and_hidden(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "Shop.csv"
    path.write_text(f"title,start,end\nTalk,{bench.wednesday}T14:00,\n", encoding="utf-8")
    bench.planner.calendars.bring_in(path)

    def titles() -> list[str]:
        return [one.entry.title for one in bench.planner.week.hours.buttons]

    bench.desk.until(lambda: "Talk" in titles())
    (calendar,) = bench.desk.studio.calendar.all()
    bench.desk.studio.calendar.show(calendar.id, False)
    bench.desk.until(lambda: titles() == ["Spring"])
    bench.planner.calendars.bring_in(tmp_path / "no such.ics")
    bench.desk.until(bench.planner.banner.isVisible)
