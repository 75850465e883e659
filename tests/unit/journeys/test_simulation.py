"""What a simulation counts of a whole audience, by hand and for both of its forms."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from tests.fixtures.journeys import drawn
from tests.unit.journeys.test_check import with_fields
from whatsapp_studio.base.progress import Cancelled
from whatsapp_studio.journeys.assumed import Assumptions, Rates
from whatsapp_studio.journeys.crowd import Crowd, crowd_of
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.running import Person, Setup, setup
from whatsapp_studio.journeys.simulation import (
    DAY,
    HOUR,
    Change,
    Row,
    Sent,
    Simulation,
    compare,
    simulate,
    simulate_one_by_one,
)
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.templates.template import Template

START = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)  # a Tuesday
MS = int(START.timestamp()) * 1000
AROUND = Surroundings(
    templates={("t", "nl"): Template(name="t", language="nl", category="UTILITY", status="APPROVED", body="Dag")},
    time_zone="Europe/Amsterdam",
)
SURE = Assumptions(rates=Rates(taken=1000, delivered=1000, read=0, soonest=1, latest=1))
MESSAGE = {"template": {"name": "t", "language": "nl"}}
Run = Callable[..., Simulation]
both = pytest.mark.parametrize("run", [simulate, simulate_one_by_one])


def people(many: int, **more: Any) -> Crowd:
    """Contacts 1, 2, … in the Netherlands who said yes."""
    values = {"country": "NL", **more}
    return crowd_of(Person(number=n + 1, values=values, marketing="yes") for n in range(many))


def known(*lines: str, settings: dict[str, Any] | None = None, **fields: dict[str, Any]) -> Setup:
    """A journey of lines in its surroundings."""
    journey: Journey = drawn(*lines)
    for id_, some in fields.items():
        journey = with_fields(journey, id_, **some)
    return setup(msgspec.structs.replace(journey, settings=settings or {}), AROUND)


@both
def test_everybody_is_somewhere_at_every_moment(run: Run) -> None:
    journey = known("in audience next=a", "a send_template next=w", "w wait next=out", "out end",
                    a=MESSAGE, w={"duration": {"amount": 2, "unit": "days"}})  # fmt: skip
    found = run(journey, people(10), SURE, start=START, days=4)
    assert (found.contacts, found.entered, found.steps, found.messages, found.waiting) == (10, 10, 40, 10, 0)
    assert found.by_link == {"in:next": 10, "a:next": 10, "w:next": 10}
    assert found.ends == {"end": 10}
    assert found.by_step["out"].ended == {"end": 10}
    assert found.longest == found.median == 2 * DAY
    assert found.per_day == {"2026-03-03": 10}
    assert found.sent == (Sent("a", "t", "nl", "UTILITY", "NL", 10),)
    assert found.bucket == HOUR
    assert found.line["w"] == (10,) * 48 + (0,) * 49


@both
def test_whoever_is_inside_when_the_days_are_over_waits(run: Run) -> None:
    journey = known("in audience next=w", "w wait next=out", "out end", w={"duration": {"amount": 50, "unit": "days"}})
    found = run(journey, people(3), SURE, start=START, days=40)
    assert (found.waiting, found.by_step["w"].waiting, found.ends) == (3, 3, {})
    assert found.bucket == DAY
    assert found.line["w"] == (3,) * 41
    assert found.uncovered == ("w:next",)


@both
def test_an_entry_lets_in_so_many_an_hour(run: Run) -> None:
    journey = known("in audience next=w", "w wait next=out", "out end", **{"in": {"per_hour": 4}})
    rows: list[Row] = []
    found = run(journey, people(10), SURE, start=START, days=1, watch=rows.extend)
    came = sorted(row.came - MS for row in rows if row.step == "in")
    assert came == [n * HOUR // 4 for n in range(10)]
    assert found.entered == 10
    assert run(journey, people(1000), SURE, start=START, days=1).entered == 97


@both
def test_nobody_enters_after_the_journey_has_ended(run: Run) -> None:
    journey = known("in audience next=out", "out end", settings={"ends": "2026-03-03T11:00"}, **{"in": {"per_hour": 2}})
    found = run(journey, people(10), SURE, start=START, days=1)
    assert (found.contacts, found.entered) == (10, 3)


@both
def test_entering_is_spread(run: Run) -> None:
    journey = known("in event next=out", "out end")
    rows: list[Row] = []
    assumed = msgspec.structs.replace(SURE, spread=600)
    run(journey, people(500), assumed, start=START, days=1, watch=rows.extend)
    minutes = [(row.came - MS) / 60_000 for row in rows if row.step == "in"]
    assert min(minutes) < 10
    assert 590 <= max(minutes) < 600


@both
def test_a_cap_lets_the_first_through_whoever_they_are(run: Run) -> None:
    journey = known(
        "in audience next=part", "part condition s0=slow s1=cap", "slow wait next=cap",
        "cap condition within=won other=out", "won end", "out end",
        part={"by": "split", "shares": [{"id": "s0", "percent": 50}, {"id": "s1", "percent": 50}]},
        slow={"duration": {"amount": 1, "unit": "hours"}}, cap={"by": "cap", "cap": 30},
    )  # fmt: skip
    rows: list[Row] = []
    found = run(journey, people(100), SURE, start=START, days=1, watch=rows.extend)
    at_cap = sorted((row.came, row.contact, row.port) for row in rows if row.step == "cap")
    assert [port for _, _, port in at_cap] == ["within"] * 30 + ["other"] * 70
    assert (found.held_caps, found.by_step["cap"].full) == (70, 70)


@both
def test_what_a_cap_let_through_before_counts(run: Run) -> None:
    journey = known("in audience next=cap", "cap condition within=out other=out", "out end",
                    cap={"by": "cap", "cap": 9})  # fmt: skip
    journey = msgspec.structs.replace(journey, taken={"cap": 7})
    assert run(journey, people(5), SURE, start=START, days=1).by_link["cap:within"] == 2


@both
def test_messages_wait_for_the_end_of_quiet_hours(run: Run) -> None:
    quiet = {"quiet": "custom", "quiet_from": "08:00", "quiet_to": "18:30"}
    journey = known("in audience next=a", "a send_template next=out", "out end", settings=quiet, a=MESSAGE)
    rows: list[Row] = []
    here = people(4, time_zone="Europe/Amsterdam")
    found = run(journey, here, SURE, start=START, days=1, watch=rows.extend)
    assert {row.went - row.came for row in rows if row.step == "a"} == {8 * HOUR + HOUR // 2}
    assert (found.held_quiet, found.messages) == (4, 4)


@both
def test_a_life_in_a_journey_is_over(run: Run) -> None:
    life = {"life": {"amount": 3, "unit": "days"}}
    journey = known("in audience next=w", "w wait next=out", "out end", settings=life,
                    w={"duration": {"amount": 9, "unit": "days"}})  # fmt: skip
    found = run(journey, people(3), SURE, start=START, days=30)
    assert (found.ends, found.by_step["w"].ended, found.longest) == ({"life": 3}, {"life": 3}, 3 * DAY)


@both
def test_round_and_round_without_time_is_endless(run: Run) -> None:
    journey = known("in audience next=a", "a send_template next=a", a=MESSAGE)
    found = run(journey, people(2), SURE, start=START, days=30)
    assert found.ends == {"endless": 2}


@both
def test_an_audience_of_nobody_and_a_journey_without_an_entry(run: Run) -> None:
    journey = known("in audience next=out", "out end")
    nobody = run(journey, people(0), SURE, start=START, days=30)
    assert (nobody.contacts, nobody.entered, nobody.steps, nobody.longest, nobody.median) == (0, 0, 0, 0, 0)
    nowhere = run(known("out end"), people(3), SURE, start=START, days=30)
    assert (nowhere.contacts, nowhere.entered, nowhere.by_step) == (3, 0, {})


@both
def test_another_entry_can_be_taken(run: Run) -> None:
    journey = known("in audience next=out", "too event next=won", "out end", "won end")
    assert list(run(journey, people(1), SURE, start=START, days=1, entry="too").by_link) == ["too:next"]


class Impatient:
    """Says stop the first time it is asked."""

    def __init__(self) -> None:
        self.told: list[tuple[int, int | None]] = []

    def report(self, done: int, total: int | None = None) -> None:
        self.told.append((done, total))

    def cancelled(self) -> bool:
        return True


@both
def test_it_can_be_cancelled(run: Run) -> None:
    journey = known("in audience next=w", "w wait next=out", "out end")
    watching = Impatient()
    with pytest.raises(Cancelled):
        run(journey, people(3), SURE, start=START, days=1, progress=watching)
    assert watching.told[0] == (0, 3)


def test_two_simulations_are_compared() -> None:
    journey = known("in audience next=a", "a send_template next=out failed=no", "out end", "no end", a=MESSAGE)
    one = simulate(journey, people(10), SURE, start=START, days=4)
    refused = msgspec.structs.replace(SURE, rates=Rates(taken=0))
    two = simulate(journey, people(10), refused, start=START, days=4)
    assert compare(one, one) == ()
    assert compare(one, two) == (
        Change("messages", "", 10, 0), Change("step-failed", "a", 0, 10), Change("step-entered", "out", 10, 0),
        Change("step-entered", "no", 0, 10), Change("link", "a:next", 10, 0), Change("link", "a:failed", 0, 10),
    )  # fmt: skip


def test_a_simulation_is_kept_and_read_again() -> None:
    journey = known("in audience next=a", "a send_template next=out", "out end", a=MESSAGE)
    found = simulate(journey, people(10), SURE, start=START, days=4)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=Simulation) == found


def test_numpy_is_loaded_for_a_simulation_alone() -> None:
    code = "import sys, whatsapp_studio.app, whatsapp_studio.cli; print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
