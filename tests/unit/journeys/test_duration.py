"""How long a contact can be in a journey at most, and how that is said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from tests.fixtures.journeys import WELCOME, drawn
from tests.unit.journeys.test_check import AROUND, disabled, with_fields
from whatsapp_studio.journeys.duration import in_words, longest, span
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.surroundings import NOWHERE, Surroundings


def said(journey: Journey, around: Surroundings = NOWHERE) -> tuple[timedelta | None, str]:
    return longest(journey, around), in_words(journey, around)


def waiting(**fields: Any) -> Journey:
    return with_fields(drawn("in audience next=w", "w wait next=e", "e end"), "w", **fields)


def test_the_longest_way_counts() -> None:
    assert said(drawn("in audience next=e", "e end")) == (timedelta(0), "takes no time")
    assert said(drawn()) == (timedelta(0), "takes no time")
    assert said(drawn(*WELCOME)) == (timedelta(days=2), "up to 2 days")
    short = drawn("in audience next=c", "c condition p0=a other=b", "a wait next=e", "b notify next=e", "e end")
    assert said(short)[0] == timedelta(days=1)
    assert said(disabled(short, "a"))[0] == timedelta(0)


def test_timeouts_and_windows_count_for_who_takes_them() -> None:
    reaction = drawn("in audience next=m", "m send_template next=r", "r reaction replied=e timeout=e", "e end")
    assert said(reaction) == (timedelta(days=2), "up to 2 days")  # who replies has waited for it as well
    event = drawn("in audience next=v", "v wait_event event1=e", "e end")
    assert longest(event) == timedelta(days=3)
    window = {"weekdays": [0, 1, 2, 3, 4], "from": "09:00", "to": "17:00"}
    assert longest(waiting(until="window", window=window)) == timedelta(hours=64)
    patient = drawn("in audience next=m", "m send_template timeout=w", "w wait")
    assert longest(patient) == timedelta(days=2)  # a day until it gives up, and the wait


def test_a_date_counts_from_now() -> None:
    fixed = waiting(until="date", date="2026-03-05T21:00")
    assert said(fixed, AROUND) == (timedelta(days=2, hours=12), "up to 2 days 12 hours")
    assert said(waiting(until="date", date="2026-01-05T21:00"), AROUND) == (timedelta(0), "takes no time")
    assert said(fixed) == (None, "up to 91 days, then out")
    two = drawn("in audience next=v", "v wait next=w", "w wait next=e", "e end")
    two = with_fields(two, "w", until="date", date="2026-03-05T21:00")
    assert longest(two, AROUND) == timedelta(days=2, hours=12)  # the first wait ends before the date


@pytest.mark.parametrize("fields", [{"until": "field", "field": "birthday"}, {"until": "window", "window": {}}])
def test_what_depends_on_the_contact_has_the_journeys_own_end(fields: dict[str, Any]) -> None:
    assert said(waiting(**fields), AROUND) == (None, "up to 91 days, then out")


def test_a_loop_says_so() -> None:
    loop = drawn("in audience next=w", "w wait next=c", "c condition p0=w other=e", "e end")
    assert said(loop) == (None, "up to 91 days, with a loop")
    assert said(drawn("in audience next=w", "w wait next=w"))[0] is None
    lost = drawn("in audience next=e", "e end", "a wait next=b", "b wait next=a")
    assert said(lost)[0] == timedelta(0)  # nobody comes there


def test_nobody_stays_longer_than_the_settings_say() -> None:
    journey = waiting(duration={"amount": 9, "unit": "days"})
    assert said(journey) == (timedelta(days=9), "up to 9 days")
    limited = msgspec.structs.replace(journey, settings={"life": {"amount": 1, "unit": "weeks"}})
    assert said(limited) == (timedelta(days=9), "up to 7 days, then out")
    unreadable = msgspec.structs.replace(journey, settings={"life": "long"})
    assert said(unreadable)[1] == "up to 9 days"


def test_what_a_step_of_a_newer_version_takes_nobody_knows() -> None:
    assert said(drawn("in audience next=x", "x of_tomorrow a=e", "e end"))[0] is None


def test_spans() -> None:
    assert [span(n) for n in (0, 1, 60, 61, 1440, 1501, 3000, 129_600)] == [
        "0 minutes", "1 minute", "1 hour", "1 hour 1 minute", "1 day", "1 day 1 hour", "2 days 2 hours", "90 days",
    ]  # fmt: skip


def test_a_date_at_the_edge_of_the_calendar() -> None:
    for zone in ("America/New_York", "Asia/Tokyo"):
        around = msgspec.structs.replace(AROUND, time_zone=zone, now=datetime(2026, 3, 3, tzinfo=UTC))
        assert said(waiting(until="date", date="9999-12-31T23:59"), around)[1] == "up to 91 days, then out"
        assert said(waiting(until="date", date="0001-01-01T00:00"), around)[1] == "takes no time"
