"""When waits end, over clock changes, and what is made of values that no field can hold."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from whatsapp_studio.journeys.flow import (
    OPEN,
    WEEK,
    clock_of,
    flow_of,
    longest_gap,
    minutes_of,
    open_minutes,
    wall_of,
    weekdays_of,
)
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.moments import after, next_open, on_day, on_wall, quiet_until

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
FAR = {"amount": 400_000_000, "unit": "weeks"}


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def test_a_wait_without_a_length_is_none_and_one_without_end_is_far_away() -> None:
    now = at("2026-03-03T09:00+00:00")
    assert after(now, None, AMSTERDAM) == now
    assert after(now, FAR, AMSTERDAM).year == 9000
    assert after(now, {"amount": -400_000_000, "unit": "weeks"}, AMSTERDAM) == now
    assert after(now, {"amount": 10**9, "unit": "hours"}, AMSTERDAM).year == 9000


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-03-20", "2026-03-20T08:00+00:00"),
        ("2026-03-20T23:30:00+00:00", "2026-03-21T08:00+00:00"),  # already the 21st in Amsterdam
        (datetime(2026, 3, 20, 22, 0), "2026-03-20T08:00+00:00"),  # noqa: DTZ001
        (date(2026, 3, 29), "2026-03-29T07:00+00:00"),
        ("soon", None), ("", None), (None, None), (7, None), ("9999-12-31", None),
    ],
)  # fmt: skip
def test_the_date_of_a_contact(value: object, expected: str | None) -> None:
    offset = {"amount": 1, "unit": "weeks"} if value == "9999-12-31" else None
    found = on_day(value, offset, "09:00", AMSTERDAM)
    assert found == (at(expected) if expected else None)


def test_a_wall_clock_at_the_edge_of_the_calendar_is_far_away() -> None:
    new_york, tokyo = ZoneInfo("America/New_York"), ZoneInfo("Asia/Tokyo")
    assert on_wall(datetime(9999, 12, 31, 23, 59), new_york).year == 9000  # noqa: DTZ001
    assert on_wall(datetime(1, 1, 1), tokyo).year == 2  # noqa: DTZ001
    assert on_wall(datetime(2026, 3, 3, 9), AMSTERDAM) == at("2026-03-03T09:00+01:00")  # noqa: DTZ001


def test_hours_that_are_never_open_are_waited_for_by_nobody() -> None:
    now = at("2026-03-03T09:00+00:00")
    assert next_open(now, {"weekdays": [], "from": "09:00", "to": "17:00"}, AMSTERDAM) is None
    assert next_open(now, "always", AMSTERDAM) is None


def test_in_an_hour_that_comes_twice_nobody_is_sent_back() -> None:
    second = at("2026-10-25T01:30+00:00")  # 02:30 for the second time
    every = {"weekdays": [0, 1, 2, 3, 4, 5, 6], "from": "02:45", "to": "06:00"}
    assert next_open(second, every, AMSTERDAM) == at("2026-10-25T01:45+00:00")
    assert quiet_until(second, "22:00", "02:45", AMSTERDAM) == at("2026-10-25T01:45+00:00")


@pytest.mark.parametrize(
    ("begin", "end", "now", "until"),
    [
        ("21:00", "09:00", "2026-03-03T22:00+01:00", "2026-03-04T09:00+01:00"),
        ("21:00", "09:00", "2026-03-03T08:59+01:00", "2026-03-03T09:00+01:00"),
        ("21:00", "09:00", "2026-03-03T09:00+01:00", None),
        ("12:00", "14:00", "2026-03-03T13:00+01:00", "2026-03-03T14:00+01:00"),
        ("12:00", "14:00", "2026-03-03T14:00+01:00", None),
        ("12:00", "12:00", "2026-03-03T12:00+01:00", None),
        ("noon", "14:00", "2026-03-03T13:00+01:00", None),
        ("22:00", "08:00", "2026-03-28T23:00+01:00", "2026-03-29T08:00+02:00"),
    ],
)
def test_quiet_hours(begin: str, end: str, now: str, until: str | None) -> None:
    assert quiet_until(at(now), begin, end, AMSTERDAM) == (at(until) if until else None)


def test_values_no_field_can_hold() -> None:
    broken: tuple[Any, ...] = (None, 3, "x", [], {}, {"amount": True, "unit": "days"}, {"amount": 1, "unit": []})
    assert [minutes_of(one) for one in broken] == [0] * len(broken)
    assert [clock_of(one) for one in ("24:00", "9:00", "09.00", "ab:cd", None, "09:60")] == [None] * 6
    assert weekdays_of("every day") == () and weekdays_of([6, 1, 1, 9, True, "x"]) == (1, 6)
    assert open_minutes(None) == 0 and open_minutes({"weekdays": [1], "from": "x", "to": "09:00"}) == 0
    assert [wall_of(one) for one in ("", 3, "soon", "2026-03-03T09:00+01:00")] == [None] * 4
    assert longest_gap(0) == OPEN and longest_gap((1 << WEEK) - 1) == 0 and longest_gap(1) == WEEK - 1


def test_a_step_whose_fields_hold_anything_has_a_flow() -> None:
    for kind in ("wait", "reaction", "wait_event", "condition", "experiment", "audience", "send_template", "call_url"):
        for value in (None, 3, "x", [1], {"a": 1}):
            names = "until duration outcomes timeout by rules shares paths save_as audience".split()
            assert flow_of(Step(id="x", kind=kind, fields=dict.fromkeys(names, value))).id == "x"
