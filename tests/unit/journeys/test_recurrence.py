"""When something that happens again and again happens: over clock changes, month ends and leap days."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice, pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.journeys.recurrence import next_slot, slots

AMS = "Europe/Amsterdam"


def rhythm(every: int, unit: str, *weekdays: int, until: str = "") -> dict[str, Any]:
    return {"every": every, "unit": unit, "weekdays": list(weekdays), "until": until}


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("zone", "at", "repeat", "expected"),
    [
        # The same local hour over a change, both ways, in four zones.
        (AMS, "2026-03-28T09:00", rhythm(1, "days"), "28T09:00+01:00 29T09:00+02:00 30T09:00+02:00"),
        (AMS, "2026-10-24T09:00", rhythm(1, "days"), "24T09:00+02:00 25T09:00+01:00 26T09:00+01:00"),
        ("America/New_York", "2026-03-07T09:00", rhythm(1, "days"), "07T09:00-05:00 08T09:00-04:00 09T09:00-04:00"),
        ("America/New_York", "2026-10-25T09:00", rhythm(1, "weeks"), "25T09:00-04:00 01T09:00-05:00 08T09:00-05:00"),
        ("Australia/Lord_Howe", "2026-10-03T09:00", rhythm(1, "days"), "03T09:00+10:30 04T09:00+11:00 05T09:00+11:00"),
        ("Australia/Lord_Howe", "2026-04-04T09:00", rhythm(1, "days"), "04T09:00+11:00 05T09:00+10:30 06T09:00+10:30"),
        ("Africa/Cairo", "2026-04-23T09:00", rhythm(1, "days"), "23T09:00+02:00 24T09:00+03:00 25T09:00+03:00"),
        ("Africa/Cairo", "2026-10-29T09:00", rhythm(1, "days"), "29T09:00+03:00 30T09:00+02:00 31T09:00+02:00"),
        # An hour that is skipped is the first after it, on that day only; one that comes twice is the first.
        (AMS, "2026-03-28T02:30", rhythm(1, "days"), "28T02:30+01:00 29T03:00+02:00 30T02:30+02:00"),
        (AMS, "2026-10-24T02:30", rhythm(1, "days"), "24T02:30+02:00 25T02:30+02:00 26T02:30+01:00"),
        # Month ends and leap days.
        (AMS, "2026-01-31T09:00", rhythm(1, "months"), "31T09:00+01:00 28T09:00+01:00 31T09:00+02:00 30T09:00+02:00"),
        (AMS, "2028-01-30T09:00", rhythm(1, "months"), "30T09:00+01:00 29T09:00+01:00 30T09:00+02:00"),
        (AMS, "2028-02-29T09:00", rhythm(24, "months"), "29T09:00+01:00 28T09:00+01:00 29T09:00+01:00"),
        (AMS, "2026-11-15T09:00", rhythm(3, "months"), "15T09:00+01:00 15T09:00+01:00 15T09:00+02:00"),
        # Weeks begin on Monday and are counted from that of the first time; 3 March 2026 is a Tuesday.
        (AMS, "2026-03-03T09:00", rhythm(1, "weeks"), "03T09:00+01:00 10T09:00+01:00"),
        (AMS, "2026-03-03T09:00", rhythm(1, "weeks", 0, 4), "06T09:00+01:00 09T09:00+01:00 13T09:00+01:00"),
        (AMS, "2026-03-03T09:00", rhythm(2, "weeks", 4, 0), "06T09:00+01:00 16T09:00+01:00 20T09:00+01:00"),
        (AMS, "2026-03-03T09:00", rhythm(10, "days"), "03T09:00+01:00 13T09:00+01:00 23T09:00+01:00"),
        # The last day counts.
        (AMS, "2026-03-03T09:00", rhythm(1, "days", until="2026-03-04"), "03T09:00+01:00 04T09:00+01:00 over"),
        (AMS, "2026-03-03T09:00", rhythm(1, "days", until="2026-03-02"), "over"),
        # What a file may hold that no form makes.
        (AMS, "2026-03-03T09:00", {"every": 0, "unit": "moons", "until": "x"}, "03T09:00+01:00 04T09:00+01:00"),
        # A day that a zone leaves out is not had twice.
        ("Pacific/Apia", "2011-12-29T09:00", rhythm(1, "days"), "29T09:00-10:00 31T09:00+14:00 01T09:00+14:00"),
        # The calendar ends.
        ("UTC", "9999-12-30T09:00", rhythm(1, "days"), "30T09:00+00:00 31T09:00+00:00 over"),
        ("UTC", "9999-12-30T09:00", rhythm(1, "weeks"), "30T09:00+00:00 over"),
        ("UTC", "9999-12-30T09:00", rhythm(1, "months"), "30T09:00+00:00 over"),
    ],
)  # fmt: skip
def test_slots(zone: str, at: str, repeat: dict[str, Any], expected: str) -> None:
    wanted = expected.split()
    here = ZoneInfo(zone)
    found = list(islice(slots(wall(at), repeat, here), len(wanted)))
    said = [one.astimezone(here).isoformat(timespec="minutes")[8:] for one in found]
    assert said == [one for one in wanted if one != "over"]
    assert (len(found) < len(wanted)) == ("over" in wanted)


RHYTHMS = st.builds(
    lambda every, unit, days: rhythm(every, unit, *days),
    st.integers(1, 40), st.sampled_from(["days", "weeks", "months"]), st.lists(st.integers(0, 6), max_size=3),
)  # fmt: skip
WALLS = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1))  # noqa: DTZ001
ZONES = st.sampled_from([AMS, "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "UTC"])


@given(WALLS, RHYTHMS, ZONES, st.integers(0, 30))
def test_the_next_one_is_the_one_that_follows(at: datetime, repeat: dict[str, Any], zone: str, n: int) -> None:
    here = ZoneInfo(zone)
    found = list(islice(slots(at, repeat, here), n + 2))
    assert all(one < other for one, other in pairwise(found))
    assert next_slot(at, repeat, here, found[n]) == found[n + 1]
    between = found[n] + (found[n + 1] - found[n]) / 2
    assert next_slot(at, repeat, here, between) == found[n + 1]


def test_the_next_one_long_after_the_first_and_when_it_is_over() -> None:
    here = ZoneInfo(AMS)
    late = datetime(2026, 6, 1, tzinfo=UTC)
    assert next_slot(wall("1990-01-01T09:00"), rhythm(7, "days"), here, late) == datetime(2026, 6, 1, 7, tzinfo=UTC)
    ended = rhythm(1, "days", until="2026-05-31")
    assert next_slot(wall("2026-05-01T09:00"), ended, here, late) is None
    assert next_slot(wall("2027-01-01T09:00"), rhythm(1, "days"), here, late) == datetime(2027, 1, 1, 8, tzinfo=UTC)
