"""When a recurring campaign starts: by its rule, on its wall clock, over changes of the clock, and in words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.campaigns.recurrence import Pattern, next_turn, pattern_of, problem, upcoming
from whatsapp_studio.campaigns.recurrence_words import shift_words, words

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def recurring(rule: str, start: str = "2026-01-31T09:00", zone: str = "Europe/Amsterdam") -> Schedule:
    return Schedule(kind="recurring", local_time=start, zone=zone, rule=rule)


def walls(schedule: Schedule, n: int = 4, after: datetime = NOW) -> list[str]:
    return [f"{turn.local:%Y-%m-%d %H:%M}" for turn in upcoming(schedule, after, n)]


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=DAILY", ["2026-01-31", "2026-02-01", "2026-02-02"]),
        ("FREQ=WEEKLY;INTERVAL=2", ["2026-01-31", "2026-02-14", "2026-02-28"]),
        ("FREQ=WEEKLY;BYDAY=MO,TH", ["2026-02-02", "2026-02-05", "2026-02-09"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31", ["2026-01-31", "2026-03-31", "2026-05-31"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", ["2026-01-31", "2026-02-28", "2026-03-31"]),
        ("FREQ=MONTHLY;BYDAY=-1FR", ["2026-02-27", "2026-03-27", "2026-04-24"]),
        ("FREQ=MONTHLY;BYDAY=2TU", ["2026-02-10", "2026-03-10", "2026-04-14"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", ["2028-02-29", "2032-02-29", "2036-02-29"]),
        ("FREQ=DAILY;COUNT=2", ["2026-01-31", "2026-02-01"]),
        ("FREQ=DAILY;UNTIL=20260202", ["2026-01-31", "2026-02-01", "2026-02-02"]),
        ("FREQ=DAILY;UNTIL=20260201T085900Z", ["2026-01-31"]),
    ],
)
def test_the_days_of_a_rule(rule: str, days: list[str]) -> None:
    assert walls(recurring(rule), 3) == [f"{day} 09:00" for day in days]


def test_a_time_that_is_skipped_starts_right_after_and_one_that_comes_twice_the_first_time() -> None:
    spring = upcoming(recurring("FREQ=DAILY", "2026-03-28T02:30"), NOW, 3)
    assert [f"{one.at:%H:%M}" for one in spring] == ["01:30", "01:00", "00:30"]
    assert [one.shifted for one in spring] == [False, True, False]
    assert "put forward over 02:30" in shift_words(spring[1])
    autumn = upcoming(recurring("FREQ=DAILY", "2026-10-24T02:30"), NOW, 3)
    assert [f"{one.at:%H:%M}" for one in autumn] == ["00:30", "00:30", "01:30"]
    assert [one.twice for one in autumn] == [False, True, False]
    assert "comes twice" in shift_words(autumn[1])
    assert shift_words(autumn[2]) == ""


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("", "rule-unreadable"), ("EVERY DAY", "rule-unreadable"), ("FREQ=SOMETIMES", "rule-unreadable"),
        ("FREQ=HOURLY", "rule-too-often"), ("FREQ=DAILY;BYHOUR=1,2", "rule-unreadable"),
        ("FREQ=DAILY;UNTIL=20250101", "rule-without-turns"), ("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
                                                             "rule-without-turns"),
        ("FREQ=DAILY;INTERVAL=0", "rule-unreadable"),
    ],
)  # fmt: skip
def test_rules_that_mean_nothing(rule: str, code: str) -> None:
    found = problem(recurring(rule), NOW)
    assert found is not None
    assert found.code == code


def test_a_time_or_zone_that_means_nothing() -> None:
    assert [one.code for one in (problem(recurring("FREQ=DAILY", start="soon"), NOW),
                                 problem(recurring("FREQ=DAILY", zone="Mars/Base"), NOW)) if one] == [
        "time-unreadable", "zone-unknown",
    ]  # fmt: skip
    assert problem(recurring("FREQ=DAILY"), NOW) is None


PATTERNS = st.builds(
    Pattern, every=st.sampled_from(["day", "week", "month"]), interval=st.integers(1, 5),
    days=st.sets(st.integers(0, 6)).map(lambda days: tuple(sorted(days))),
    month_day=st.one_of(st.none(), st.integers(1, 31), st.just(-1)), nth=st.sampled_from([1, 2, 3, 4, -1]),
    weekday=st.integers(0, 6), count=st.one_of(st.none(), st.integers(1, 9)),
    until=st.one_of(st.none(), st.dates(date(2026, 1, 1), date(2030, 1, 1))),
)  # fmt: skip


@given(PATTERNS)
def test_a_rule_says_what_its_pattern_says(pattern: Pattern) -> None:
    read = pattern_of(pattern.rule())
    assert read is not None
    assert read.rule() == pattern.rule()
    assert words(recurring(pattern.rule()))


@pytest.mark.parametrize("rule", ["FREQ=DAILY;BYMONTH=1", "FREQ=WEEKLY;WKST=SU", "FREQ=MONTHLY;BYDAY=5MO",
                                  "FREQ=MONTHLY;BYMONTHDAY=1,15", "FREQ=YEARLY", "nonsense"])
def test_a_rule_that_says_more_is_no_pattern(rule: str) -> None:
    assert pattern_of(rule) is None


@settings(max_examples=60, deadline=None)
@given(
    PATTERNS, st.sampled_from(["Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"]),
    st.datetimes(NOW.replace(tzinfo=None), NOW.replace(year=2028, tzinfo=None)), st.integers(0, 800),
)  # fmt: skip
def test_turns_are_those_of_the_rule_in_order_and_none_is_passed_over(
    pattern: Pattern, zone: str, start: datetime, after_days: int
) -> None:
    start = start.replace(second=0, microsecond=0)
    schedule = recurring(pattern.rule(), start.isoformat(), zone)
    after = start.replace(tzinfo=UTC) + timedelta(days=after_days)
    found = upcoming(schedule, after, 4)
    assert list(found) == sorted(found)
    assert all(turn.at > after for turn in found)
    assert all(turn.shifted or turn.at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == turn.local for turn in found)
    plain = rrulestr(f"RRULE:{pattern.rule()}", dtstart=start)
    wanted = plain.xafter(after.astimezone(ZoneInfo(zone)).replace(tzinfo=None) + timedelta(hours=3), count=4)
    assert {one for one in wanted if one <= (found[-1].local if found else after.replace(tzinfo=None))} <= {
        turn.local for turn in found
    }
    assert next_turn(schedule, after) == (found[0] if found else None)


def test_what_is_said() -> None:
    assert words(recurring("FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20270301")) == (
        "Every week on Monday and Thursday at 09:00, until 1 Mar 2027"
    )
    assert words(recurring("FREQ=WEEKLY")) == "Every week on Saturday at 09:00"
    assert words(recurring("FREQ=DAILY;INTERVAL=3;COUNT=4")) == "Every 3 days at 09:00, 4 times"
    assert words(recurring("FREQ=MONTHLY;BYDAY=-1FR")) == "On the last Friday of each month at 09:00"
    assert words(recurring("FREQ=MONTHLY;BYMONTHDAY=-1")) == "On the last day of each month at 09:00"
    assert words(recurring("FREQ=YEARLY")) == "By a rule of its own, at 09:00"
