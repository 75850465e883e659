"""Clocks, waits and rules over columns: each place is what the engine says of one contact at one moment."""

from __future__ import annotations

from array import array
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import numpy as np
import pytest

from tests.fixtures.journeys import drawn
from tests.fixtures.simulated import AROUND, TEMPLATES, ZONES, Chance
from tests.properties.test_simulation_equal import equal
from tests.unit.journeys.test_check import with_fields
from whatsapp_studio.base.zones import moment_of
from whatsapp_studio.journeys import moments as scalar
from whatsapp_studio.journeys.assumed import Assumptions, Rates
from whatsapp_studio.journeys.codec import load
from whatsapp_studio.journeys.columns import moments
from whatsapp_studio.journeys.columns.asking import asks
from whatsapp_studio.journeys.columns.table import Part, Shared
from whatsapp_studio.journeys.columns.zones import Zones, ms_of
from whatsapp_studio.journeys.columns.zones import moment as at_ms
from whatsapp_studio.journeys.crowd import crowd_of
from whatsapp_studio.journeys.flow import open_minutes
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.running import Person, State, setup

ALL = tuple(
    ZoneInfo(name)
    for name in (*ZONES, "America/St_Johns", "Africa/Casablanca", "Pacific/Chatham", "America/Santiago", "Asia/Tehran")
)
EXAMPLES = Path(__file__).parents[3] / "resources" / "samples" / "journeys"
BEGIN, END = datetime(2026, 1, 10, tzinfo=UTC), datetime(2026, 12, 20, tzinfo=UTC)
CLOCKS = Zones(ALL, ms_of(BEGIN), ms_of(END))


def moments_of(seed: int) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Moments all over the year, most of them around the changes of clocks; and a zone for each."""
    dice = Random(seed)
    changes = [
        at for zone in ALL for at in range(ms_of(BEGIN), ms_of(END), 1_800_000)
        if at_ms(at).astimezone(zone).utcoffset() != at_ms(at + 1_800_000).astimezone(zone).utcoffset()
    ]  # fmt: skip
    found = [dice.randrange(ms_of(BEGIN), ms_of(END)) for _ in range(1000)]
    found += [dice.choice(changes) + dice.randrange(-10_800_000, 10_800_000) for _ in range(4000)]
    found += [dice.choice(changes) // 60_000 * 60_000 + dice.randrange(-180, 180) * 60_000 for _ in range(4000)]
    return np.array(found, np.int64), np.array([dice.randrange(len(ALL)) for _ in found], np.int16)


AT, WHERE = moments_of(1)
EACH = [(at_ms(at), ALL[zone]) for at, zone in zip(AT.tolist(), WHERE.tolist(), strict=True)]


def wall_ms(wall: datetime) -> int:
    return ms_of(wall.replace(tzinfo=UTC))


def test_clocks_show_what_they_show() -> None:
    shown = [wall_ms(at.astimezone(zone).replace(tzinfo=None)) for at, zone in EACH]
    assert CLOCKS.wall(AT, WHERE).tolist() == shown


def test_what_clocks_show_means_a_moment() -> None:
    walls = AT // 60_000 * 60_000
    meant = [
        ms_of(moment_of(at_ms(wall).replace(tzinfo=None), zone))
        for wall, (_, zone) in zip(walls.tolist(), EACH, strict=True)
    ]
    assert CLOCKS.moment(walls, WHERE).tolist() == meant


@pytest.mark.parametrize("duration", [
    {"amount": 90, "unit": "minutes"}, {"amount": 1, "unit": "days"}, {"amount": 2, "unit": "weeks"}, {}, "soon",
    {"amount": 0, "unit": "days"}, {"amount": 5, "unit": "moons"},
], ids=str)  # fmt: skip
def test_some_time_later(duration: Any) -> None:
    inside = ms_of(END - timedelta(days=15)) > AT
    expected = [ms_of(scalar.after(at, duration, zone)) for at, zone in EACH]
    found = moments.after(CLOCKS, AT, duration, WHERE)
    assert found[inside].tolist() == np.array(expected)[inside].tolist()


@pytest.mark.parametrize("window", [
    {"weekdays": [0, 1, 2, 3, 4], "from": "09:00", "to": "17:00"}, {"weekdays": [6], "from": "02:30", "to": "02:31"},
    {"weekdays": [6, 5], "from": "22:00", "to": "03:00"},
    {"weekdays": [0, 1, 2, 3, 4, 5, 6], "from": "01:30", "to": "02:15"},
], ids=str)  # fmt: skip
def test_when_a_window_opens(window: dict[str, Any]) -> None:
    expected = [scalar.next_open(at, window, zone) for at, zone in EACH]
    found = moments.next_open(CLOCKS, AT, moments.opens(open_minutes(window)), WHERE)
    assert found.tolist() == [ms_of(one) for one in expected if one is not None]


@pytest.mark.parametrize(
    ("begin", "end"), [("21:00", "09:00"), ("01:30", "02:45"), ("23:00", "02:00"), ("00:00", "03:30")]
)
def test_when_quiet_hours_are_over(begin: str, end: str) -> None:
    expected = [scalar.quiet_until(at, begin, end, zone) for at, zone in EACH]
    start, stop = (int(one[:2]) * 60 + int(one[3:]) for one in (begin, end))
    quiet, over = moments.quiet_until(CLOCKS, AT, start, stop, WHERE)
    assert quiet.tolist() == [one is not None for one in expected]
    assert over[quiet].tolist() == [ms_of(one) for one in expected if one is not None]


def test_one_zone_for_all() -> None:
    alone = Zones(ALL[:1], ms_of(BEGIN), ms_of(END))
    here = np.zeros(len(AT), np.int16)
    assert alone.wall(AT, 0).tolist() == alone.wall(AT, here).tolist()
    assert alone.moment(AT, 0).tolist() == alone.moment(AT, here).tolist()


# -- rules

RULES_AT = tuple(datetime(2026, month, day, 23, 45, tzinfo=UTC) for month, day in ((2, 27), (2, 28), (3, 4), (3, 27)))


@pytest.mark.parametrize("seed", range(40))
def test_rules_are_true_for_whom_they_are_true(seed: int) -> None:
    chance = Chance(seed)
    people = [chance.person(n) for n in range(1, 60)]
    known = setup(Journey(id="j", name="Spring", settings={"time_zone": "Europe/Amsterdam"}), AROUND)
    shared = Shared(known, crowd_of(people), {"total": 5}, ms_of(RULES_AT[0]), ms_of(RULES_AT[-1]))
    part = Part(shared, 0, len(people))
    who = np.arange(len(people))
    entered = RULES_AT[0]
    part.enter(who, np.full(len(people), ms_of(entered), np.int64), np.zeros(len(people), np.int64))
    states = [State(person=person, entered=entered, event={"total": 5}) for person in people]
    for _ in range(60):
        rule = chance.rule()
        asked = asks(shared, rule)
        for at in RULES_AT:
            found = asked(part, who, np.full(len(people), ms_of(at), np.int64))
            assert found.tolist() == [known.is_true(rule, state, at) for state in states], rule


def test_a_rule_that_cannot_be_read_is_true_for_nobody() -> None:
    shared = Shared(setup(Journey(id="j"), AROUND), crowd_of([Person(number=1)]), {}, 0, 1)
    asked = asks(shared, {"never": 1})
    assert asked(Part(shared, 0, 1), np.array([0]), np.array([0])).tolist() == [False]


# -- stories in which the order of things at one moment counts

START = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
MESSAGE = {"template": {"name": "plain", "language": "nl"}}
EAGER = Rates(taken=1000, delivered=1000, read=1000, replied=500, clicked=500, soonest=60, latest=60)


def same(journey: Journey, rates: Rates = EAGER, days: int = 20) -> dict[str, int]:
    """Both forms agree; how many took each output."""
    people = [Person(number=n, marketing="yes", values={"time_zone": "UTC"}) for n in range(1, 41)]
    known = setup(journey, AROUND)
    _, found = equal(known, crowd_of(people), Assumptions(rates=rates), START, days, 7)
    return dict(found.by_link)


def with_all(journey: Journey, **fields: dict[str, Any]) -> Journey:
    for id_, some in fields.items():
        journey = with_fields(journey, id_, **some)
    return journey


@pytest.mark.parametrize("first", ["read", "replied", "clicked"])
def test_of_several_things_at_once_the_upper_outcome_wins(first: str) -> None:
    rest = [on for on in ("replied", "clicked", "read") if on != first]
    outcomes = [{"id": f"o{n}", "on": on} for n, on in enumerate([first, *rest])]
    journey = with_all(
        drawn("in audience next=a", "a send_template next=w", "w wait next=r",
              "r reaction o0=x o1=x o2=x timeout=x", "x end"),
        a=MESSAGE, w={"duration": {"amount": 2, "unit": "hours"}}, r={"outcomes": outcomes},
    )  # fmt: skip
    found = same(journey)
    assert found["r:o0"] > 0
    assert sum(found.get(f"r:o{n}", 0) for n in range(3)) == 40


def test_what_a_message_brought_is_forgotten_when_it_is_sent_again() -> None:
    journey = with_all(
        drawn("in audience next=a", "a send_template next=w", "w wait next=r", "r reaction o0=g timeout=x",
              "g wait next=a", "x end"),
        a=MESSAGE, w={"duration": {"amount": 2, "unit": "hours"}}, g={"duration": {"amount": 1, "unit": "days"}},
        r={"outcomes": [{"id": "o0", "on": "replied"}], "timeout": {"amount": 3, "unit": "hours"}},
    )  # fmt: skip
    found = same(journey, msgspec.structs.replace(EAGER, clicked=0))
    assert found["r:timeout"] == 40
    assert 0 < found["r:o0"] < 80


def test_the_code_of_a_failure_is_known_to_those_whose_message_was_refused_or_failed() -> None:
    rule = {"field": "journey.error", "op": "is", "value": "131026"}
    journey = with_all(
        drawn("in audience next=a", "a send_template next=day failed=no timeout=no", "day wait next=c",
              "c condition p0=lost other=had", "no condition p0=lost other=had", "lost end", "had end"),
        a=MESSAGE, c={"rules": [{"id": "p0", "name": "", "rule": rule}]},
        no={"rules": [{"id": "p0", "name": "", "rule": rule}]}, day={"duration": {"amount": 9, "unit": "days"}},
    )  # fmt: skip
    refused = same(journey, msgspec.structs.replace(EAGER, taken=500))
    assert 0 < refused["no:p0"] == refused["a:failed"] and refused["c:other"] > 0 and "c:p0" not in refused
    failed = same(journey, msgspec.structs.replace(EAGER, taken=1000, delivered=500, failed=1000))
    assert failed["c:p0"] > 0 and failed["c:other"] > 0


def test_news_at_the_very_moment_of_a_timer_comes_before_it() -> None:
    journey = with_all(
        drawn("in audience next=a", "a send_template next=r", "r reaction o0=won timeout=out", "won end", "out end"),
        a=MESSAGE, r={"outcomes": [{"id": "o0", "on": "read"}], "timeout": {"amount": 1, "unit": "hours"}},
    )  # fmt: skip
    assert same(journey)["r:o0"] == 40


def test_a_cap_says_the_same_to_whoever_comes_back_at_once() -> None:
    journey = with_all(
        drawn("in audience next=cap", "cap condition within=note other=w", "note notify next=cap", "w wait next=cap"),
        cap={"by": "cap", "cap": 12}, w={"duration": {"amount": 1, "unit": "days"}},
    )  # fmt: skip
    assert same(journey, days=5)["cap:within"] >= 12


def test_a_cap_asks_anew_whoever_comes_back_later() -> None:
    journey = with_all(
        drawn("in audience next=cap", "cap condition within=w other=out", "w wait next=cap", "out end"),
        cap={"by": "cap", "cap": 55}, w={"duration": {"amount": 1, "unit": "days"}},
    )  # fmt: skip
    found = same(journey, days=5)
    assert (found["cap:within"], found["cap:other"]) == (55, 40)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.wsjourney")), ids=lambda path: path.stem)
def test_examples_go_the_same_ways(path: Path) -> None:
    journey = load(path.read_text(encoding="utf-8")).journey
    chosen = [step.fields.get("template") or {} for step in journey.steps.values()]
    templates = {
        (one["name"], one["language"]): msgspec.structs.replace(
            TEMPLATES["plain", "nl"], name=one["name"], language=one["language"]
        )
        for one in chosen if one.get("name")
    }  # fmt: skip
    known = setup(journey, msgspec.structs.replace(AROUND, templates=templates))
    crowd = Chance(1).crowd(150)
    ways, found = equal(known, crowd, Assumptions(rates=EAGER), START, 90, 64)
    assert len(ways) > len(crowd)
    assert found.messages > 0


def test_codes_are_of_the_size_that_columns_read() -> None:
    assert (array("q").itemsize, array("i").itemsize, array("b").itemsize) == (8, 4, 1)
