"""Shows that a test of a journey takes seconds where the journey takes days, and goes the same way."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from tests.fixtures.journeys import drawn
from whatsapp_studio.journeys.entries import shut
from whatsapp_studio.journeys.late import quiet_hours
from whatsapp_studio.journeys.motion import Stretch, begin, due, due_at, heard
from whatsapp_studio.journeys.running import Heard, Move, Person, Setup, State, setup
from whatsapp_studio.journeys.shortened import LONGEST, cut, shortened
from whatsapp_studio.journeys.surroundings import Surroundings

AT = datetime(2026, 3, 3, 22, 30, tzinfo=UTC)
WEEK = {"amount": 7, "unit": "days"}


def made(*lines: str, fields: dict[str, dict[str, Any]] | None = None, **settings: Any) -> Setup:
    journey = drawn(*lines, settings=settings)
    steps = {
        i: msgspec.structs.replace(step, fields={**step.fields, **(fields or {}).get(i, {})})
        for i, step in journey.steps.items()
    }
    around = Surroundings(quiet="21:00-09:00")
    return setup(msgspec.structs.replace(journey, steps=steps), around)


def entered(known: Setup, entry: str) -> Stretch:
    return begin(known, State(person=Person(number=1), entered=AT), entry, AT)


@pytest.mark.parametrize(
    ("kind", "fields", "code"),
    [
        ("wait", {"duration": WEEK}, "wait"),
        ("wait", {"until": "date", "date": "2026-04-01T18:00"}, "wait-date"),
        ("wait", {"until": "window", "window": {"from": "09:00", "to": "17:00", "weekdays": [1, 2, 3, 4, 5]}},
         "wait-window"),
        ("wait_event", {"timeout": WEEK, "events": [{"id": "e1", "event": "bought"}]}, "wait-for-event"),
        ("reaction", {"timeout": WEEK}, "no-message"),
    ],
)  # fmt: skip
def test_no_wait_is_longer_than_ten_seconds_and_the_way_is_the_same(
    kind: str, fields: dict[str, Any], code: str
) -> None:
    real = made("in event next=hold", f"hold {kind} next=out e1=out timeout=out", "out end", fields={"hold": fields})
    test = shortened(real)
    long, short = entered(real, "in"), entered(test, "in")
    assert (long.run.code, short.run.code) == (code, code)
    assert due_at(real, long.run) - AT > timedelta(hours=1)
    assert due_at(test, short.run) == AT + LONGEST == AT + timedelta(seconds=10)
    assert [one for one, _ in short.run.reasons] == [*(one for one, _ in long.run.reasons), "test-shortened"]
    after, later = due(test, short.run, AT + LONGEST), due(real, long.run, due_at(real, long.run))
    assert [(one.step, one.port) for one in after.passed] == [(one.step, one.port) for one in later.passed]


def test_a_wait_that_is_shorter_anyway_stays_as_it_is() -> None:
    real = made("in event next=hold", "hold wait next=out", "out end", fields={"hold": {"duration": WEEK}})
    test = shortened(real, timedelta(days=30))
    held = entered(test, "in")
    assert due_at(test, held.run) == AT + timedelta(days=7)
    assert [one for one, _ in held.run.reasons] == ["wait"]


def test_what_is_done_in_the_world_takes_as_long_as_it_takes() -> None:
    test = shortened(made("in event next=call", "call call_url next=out", "out end", fields={"call": {"url": "https://x.example"}}))
    held = entered(test, "in")
    assert held.run.code == "calling" and held.run.until is not None
    assert "test-shortened" not in [one for one, _ in held.run.reasons]
    assert cut(test, _holding("sending"), AT) == AT + timedelta(days=1)
    assert cut(test, _holding("late-ask"), AT) == AT + timedelta(days=1)
    assert cut(test, _holding("quiet"), AT) == AT + LONGEST


def _holding(code: str) -> Move:
    return Move(state=State(person=Person(), entered=AT), code=code, until=AT + timedelta(days=1))


@pytest.mark.parametrize("settings", [
    {}, {"quiet": "custom", "quiet_from": "00:00", "quiet_to": "23:59"},
    {"starts": "2030-01-01T00:00"}, {"ends": "2020-01-01T00:00"},
])  # fmt: skip
def test_neither_the_hour_nor_the_dates_of_the_journey_keep_anybody_out(settings: dict[str, Any]) -> None:
    real = made("in event next=hold", "hold wait next=out", "out end", **settings)
    test = shortened(real)
    assert quiet_hours(real) != ("", "") or shut(real.journey, real.zone, AT)
    assert quiet_hours(test) == ("", "")
    assert shut(test.journey, test.zone, AT) == ""
    assert test.journey.steps == real.journey.steps and test.journey.links == real.journey.links


def test_it_changes_nothing_that_was_shortened_before() -> None:
    once = shortened(made("in event next=hold", "hold wait", late="skip"))
    assert shortened(once) == once


def test_news_comes_first_in_a_test_too() -> None:
    fields = {"timeout": WEEK, "events": [{"id": "e1", "event": "bought"}]}
    real = made("in event next=hold", "hold wait_event e1=out timeout=out", "out end", fields={"hold": fields})
    test = shortened(real)
    held = entered(test, "in")
    came = heard(test, held.run, Heard("event", AT + timedelta(seconds=4), text="bought"))
    assert came.passed[0].port == "e1" and came.run.end != ""
