"""The schedule step: at once, later or repeatedly, on whose clock, and what happens to a start that was missed."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone
from PySide6.QtTest import QTest

from tests.fixtures.desk import Desk, in_days, type_into
from whatsapp_studio.campaigns.draft import Draft, Schedule
from whatsapp_studio.qt.campaigns.page import CampaignsPage
from whatsapp_studio.qt.campaigns.step_schedule import ScheduleStep

AMSTERDAM = "Europe/Amsterdam"


@pytest.fixture
def page(desk: Desk) -> CampaignsPage:
    return desk.show(CampaignsPage)


def opened(desk: Desk, page: CampaignsPage, **more: object) -> ScheduleStep:
    page.open(desk.studio.campaigns.create(desk.complete(step="schedule", **more)).id)
    return page.wizard.schedule


def kept(desk: Desk, page: CampaignsPage) -> Draft:
    page.wizard.leave()
    (campaign,) = desk.studio.campaigns.all()
    return campaign.draft


def pick(box: object, data: object) -> None:
    """Choose an entry as a person does."""
    at = box.findData(data)  # type: ignore[attr-defined]
    box.setCurrentIndex(at)  # type: ignore[attr-defined]
    box.activated.emit(at)  # type: ignore[attr-defined]


def wall(year: int, month: int, day: int, hour: int, minute: int) -> QDateTime:
    return QDateTime(QDate(year, month, day), QTime(hour, minute), QTimeZone.utc())


def test_the_simple_case_shows_nothing_but_three_choices_and_three_closed_parts(
    desk: Desk, page: CampaignsPage
) -> None:
    step = opened(desk, page)
    assert step.now.radio.isChecked()
    assert step.moment.isHidden()
    assert step.pattern.isHidden()
    assert step.more.isHidden()
    assert not any(fold.is_open for fold in (step.waves, step.pace, step.brake))
    assert "20 messages a second" in step.pace.summary.text()


def test_a_week_has_at_least_one_day(desk: Desk, page: CampaignsPage) -> None:
    step = opened(desk, page)
    step.again.radio.click()
    step.pattern.moment.time.setDateTime(wall(2027, 1, 6, 9, 0))
    (only,) = step.pattern.week.days()
    step.pattern.week.buttons[only].click()
    assert step.pattern.week.days() == (only,), "the last day that is on stays on"
    other = 4 if only != 4 else 3
    step.pattern.week.buttons[other].click()
    step.pattern.week.buttons[only].click()
    step.pattern.interval.setValue(2)
    schedule = kept(desk, page).schedule
    day = "FR" if other == 4 else "TH"
    assert (schedule.kind, schedule.local_time) == ("recurring", "2027-01-06T09:00")
    assert schedule.rule == f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}"


def test_a_month_goes_by_day_or_by_weekday_and_may_end(desk: Desk, page: CampaignsPage) -> None:
    schedule = Schedule(kind="recurring", local_time="2027-01-15T09:00", zone=AMSTERDAM, rule="FREQ=DAILY")
    step = opened(desk, page, schedule=schedule)
    pick(step.pattern.every, "month")
    assert page.wizard.draft.schedule.rule == "FREQ=MONTHLY;BYMONTHDAY=15"
    pick(step.pattern.month.nth, -1)
    pick(step.pattern.month.weekday, 4)
    pick(step.pattern.ends, "count")
    step.pattern.count.setValue(3)
    assert page.wizard.draft.schedule.rule == "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3"
    shown = [line.text() for line in step.pattern.preview.lines if not line.isHidden()]
    assert [line.partition(",")[0] for line in shown] == ["Fri 29 Jan 2027", "Fri 26 Feb 2027", "Fri 26 Mar 2027"]
    pick(step.pattern.ends, "until")
    step.pattern.until.setDate(QDate(2027, 2, 1))
    assert kept(desk, page).schedule.rule == "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270201T235959"


def test_changes_of_the_clock_are_explained_in_the_next_times(desk: Desk, page: CampaignsPage) -> None:
    twice = Schedule(kind="recurring", local_time="2027-10-24T02:30", zone=AMSTERDAM, rule="FREQ=WEEKLY;BYDAY=SU")
    step = opened(desk, page, schedule=twice)
    lines = [line.text() for line in step.pattern.preview.lines]
    assert "02:30 comes twice" in lines[1]
    step.pattern.moment.time.setDateTime(wall(2027, 3, 21, 2, 30))
    lines = [line.text() for line in step.pattern.preview.lines]
    assert lines[1].startswith("Sun 28 Mar 2027, 03:00")
    assert "put forward over 02:30" in lines[1]


def test_an_own_rule_is_kept_as_text_and_what_it_means_nothing_by_is_said(desk: Desk, page: CampaignsPage) -> None:
    schedule = Schedule(kind="recurring", local_time=in_days(3), zone="UTC", rule="FREQ=DAILY")
    step = opened(desk, page, schedule=schedule)
    pick(step.pattern.every, "own")
    assert step.pattern.own.text() == "FREQ=DAILY"
    type_into(step.pattern.own, "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1")
    step.pattern.own.editingFinished.emit()
    assert page.wizard.draft.schedule.rule == "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1"
    assert step.pattern.preview.isVisible()
    type_into(step.pattern.own, "FREQ=SOMETIMES")
    step.pattern.own.editingFinished.emit()
    desk.until(lambda: step.pattern.error.text)
    assert step.pattern.preview.isHidden()
    assert page.wizard.rail.buttons["schedule"].state == "attention"


def test_each_contacts_own_clock_says_from_when_to_when(desk: Desk, page: CampaignsPage) -> None:
    first = desk.studio.contacts.get(desk.people[0])
    assert first is not None
    desk.studio.contacts.save(msgspec.structs.replace(first, time_zone="America/New_York"))
    step = opened(desk, page, schedule=Schedule(kind="at", local_time="2027-03-01T09:00", zone=AMSTERDAM))
    assert step.spread.isHidden()
    step.each_zone.click()
    desk.until(lambda: "2 time zones" in step.spread.said.text())
    assert "America/New York: 1" in step.spread.zones.text()
    assert kept(desk, page).schedule.each_zone


def test_a_start_that_was_missed_is_sent_skipped_or_asked_about(desk: Desk, page: CampaignsPage) -> None:
    step = opened(desk, page, schedule=Schedule(kind="at", local_time=in_days(2), zone="UTC"))
    assert step.late.span.isHidden()
    pick(step.late.rule, "ask")
    assert step.late.span.isVisible()
    pick(step.late.span.unit, 60)
    step.late.span.number.setValue(2)
    draft = kept(desk, page)
    assert (draft.schedule.late, draft.schedule.late_minutes) == ("ask", 120)
    pick(step.late.rule, "send")
    assert page.wizard.draft.schedule.late_minutes is None


def test_another_kind_of_start_keeps_the_time_the_clock_and_the_rule_for_late_ones(
    desk: Desk, page: CampaignsPage
) -> None:
    at = Schedule(
        kind="at", local_time="2027-03-01T09:00", zone=AMSTERDAM, each_zone=True, late="skip", late_minutes=30
    )
    step = opened(desk, page, schedule=at)
    step.again.radio.click()
    found = page.wizard.draft.schedule
    assert (found.local_time, found.zone, found.each_zone, found.late) == ("2027-03-01T09:00", AMSTERDAM, True, "skip")
    assert found.rule == "FREQ=WEEKLY;BYDAY=MO"
    step.pattern.week.buttons[3].click()
    step.later.radio.click()
    assert page.wizard.draft.schedule == at
    step.again.radio.click()
    assert page.wizard.draft.schedule.rule == "FREQ=WEEKLY;BYDAY=MO,TH", "the days that were chosen are there again"


def test_pace_budget_and_pauses_are_kept_and_said_in_a_line(desk: Desk, page: CampaignsPage) -> None:
    step = opened(desk, page)
    QTest.mouseClick(step.pace.head, Qt.MouseButton.LeftButton)
    assert step.pace.is_open
    step.pace.rate.setValue(5)
    step.pace.daily.click()
    step.pace.per_day.setValue(2500)
    pick(step.pace.at_limit, "stop")
    step.brake.set_open(True)
    step.brake.limited.click()
    type_into(step.brake.most, "49,50")
    step.brake.most.editingFinished.emit()
    step.brake.percent.setValue(7)
    draft = kept(desk, page)
    assert (draft.rate, draft.per_day, draft.at_limit, draft.fail_percent) == (5, 2500, "stop", 7)
    assert draft.budget is not None
    assert str(draft.budget.most) == "49.50"
    assert "5 messages a second · at most 2,500 a day" in step.pace.summary.text()
    assert "49.50" in step.brake.summary.text()
    assert "more than 7 %" in step.brake.summary.text()
    step.brake.failing.click()
    assert page.wizard.draft.fail_percent == 100
    step.brake.failing.click()
    step.brake.percent.setValue(20)
    assert page.wizard.draft.fail_percent is None, "the usual share is not written down: it follows the setting"


def test_a_budget_that_is_no_amount_is_refused_beside_it(desk: Desk, page: CampaignsPage) -> None:
    step = opened(desk, page)
    step.brake.set_open(True)
    step.brake.limited.click()
    before = page.wizard.draft.budget
    type_into(step.brake.most, "a lot")
    step.brake.most.editingFinished.emit()
    assert "amount" in step.brake.error.text
    assert page.wizard.draft.budget == before
