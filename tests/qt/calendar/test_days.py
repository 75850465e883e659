"""The days of a calendar: where weeks begin, how entries stand beside each other, days of 23 and 25 hours."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLocale

from whatsapp_studio.campaigns.agenda import Entry
from whatsapp_studio.qt.calendar.days import clock_text, days_of, gap_of, lanes, month_of, span_of, twice_of, week_of

HOME = ZoneInfo("Europe/Amsterdam")
DUTCH, AMERICAN = QLocale("nl_NL"), QLocale("en_US")


def test_weeks_begin_and_times_are_written_as_the_person_is_used_to() -> None:
    day = date(2026, 3, 4)
    assert week_of(day, DUTCH)[0] == date(2026, 3, 2)
    assert week_of(day, AMERICAN)[0] == date(2026, 3, 1)
    assert clock_text(14 * 60 + 5, DUTCH) == "14:05"
    assert clock_text(14 * 60 + 5, AMERICAN).replace("\u202f", " ") == "2:05 PM"


def test_a_month_has_all_its_days_in_whole_weeks() -> None:
    for month in range(1, 13):
        weeks = month_of(date(2026, month, 15), DUTCH)
        shown = [day for week in weeks for day in week]
        assert len(shown) % 7 == 0
        assert [day.day for day in shown if day.month == month] == list(range(1, monthrange(2026, month)[1] + 1))


def test_a_week_in_which_clocks_change_is_as_long_as_it_is() -> None:
    hours = []
    for day in (date(2026, 3, 29), date(2026, 10, 25), date(2026, 6, 1)):
        since, until = span_of([day], HOME)
        hours.append((until - since) / timedelta(hours=1))
    assert hours == [23, 25, 24]
    assert gap_of(date(2026, 3, 29), HOME) == (120, 180)
    assert twice_of(date(2026, 10, 25), HOME) == (120, 180)
    assert gap_of(date(2026, 10, 25), HOME) is twice_of(date(2026, 3, 29), HOME) is None


def test_what_overlaps_stands_beside_each_other_and_the_rest_has_all_the_room() -> None:
    assert lanes([(0, 60), (30, 90), (60, 120), (200, 230)]) == [(0, 2), (1, 2), (0, 2), (0, 1)]
    assert lanes([]) == []


def test_an_entry_is_on_the_days_it_is_on() -> None:
    def days(starts: datetime, ends: datetime, **more: bool) -> list[int]:
        return [day.day for day in days_of(Entry(title="", starts=starts, ends=ends, **more), HOME)]

    assert days(datetime(2026, 3, 3, 22, 30, tzinfo=UTC), datetime(2026, 3, 3, 23, 30, tzinfo=UTC)) == [3, 4]
    assert days(datetime(2026, 3, 3, 22, tzinfo=UTC), datetime(2026, 3, 3, 23, tzinfo=UTC)) == [3]
    assert days(datetime(2026, 3, 3, tzinfo=UTC), datetime(2026, 3, 5, tzinfo=UTC), all_day=True) == [3, 4]
