"""A journey is rehearsed with whom it is for and with what is known of messages; kept as it was; nothing is sent."""

from __future__ import annotations

import json
import socket
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.conftest import SettableClock
from tests.fixtures.journeys import drawn
from tests.fixtures.studio import Workspace, add_people, offer, rooms
from tests.unit.journeys.test_check import with_fields
from tests.unit.services.test_designing import code_of
from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import Blocked
from whatsapp_studio.base.progress import Cancelled
from whatsapp_studio.journeys.assumed import Assumptions, Rates
from whatsapp_studio.journeys.crowd import crowd_of
from whatsapp_studio.journeys.drawn import drawn as drawn_way
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.one_by_one import OneByOne
from whatsapp_studio.journeys.rehearsal import Rehearsal, Wanted, packed, unpacked
from whatsapp_studio.journeys.running import person_of, setup
from whatsapp_studio.journeys.simulation import Row
from whatsapp_studio.journeys.simulation_words import differences
from whatsapp_studio.journeys.walk import follow
from whatsapp_studio.services.simulating import Simulating

__all__ = ["rooms"]
replace = msgspec.structs.replace
FILLED = {"body.1": {"expression": "{{ contact.first_name }}", "fallback": ""}}
OFFER = {"template": {"name": "spring_offer", "language": "nl"}, "mapping": FILLED}
DUTCH = {"field": "contact.country", "op": "is", "value": "NL"}


def mailing(**audience: Any) -> Journey:
    """Whoever is let in gets an offer; who replies goes one way, the others another."""
    lines = ("in audience next=m", "m send_template next=r failed=no", "r reaction replied=yes timeout=no",
             "yes end", "no end")  # fmt: skip
    journey = with_fields(drawn(*lines, name="Mailing"), "m", **OFFER)
    return with_fields(journey, "in", audience=audience or {"kind": "all"})


@pytest.fixture
def simulating(rooms: Workspace) -> Simulating:
    rooms.keep_templates(offer())
    return Simulating(rooms.store, rooms.journeys, rooms.clock)  # type: ignore[arg-type]


@pytest.fixture
def wanted(clock: SettableClock) -> Wanted:
    return Wanted(start=clock.now(), days=10)


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens a socket, or asks for a name, fails the test."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    for name in ("socket", "create_connection", "getaddrinfo", "socketpair"):
        monkeypatch.setattr(socket, name, refuse)


# -- who takes part ----------------------------------------------------------------------------------


def test_everybody_a_list_and_those_a_rule_is_true_for(
    rooms: Workspace, simulating: Simulating, wanted: Wanted
) -> None:
    dutch = add_people(rooms.store, 30)
    add_people(rooms.store, 20, first=100, country="DE")
    rooms.contacts.add_to_list(rooms.contacts.create_list("Some").id, dutch[:7])

    assert simulating.run(mailing(), wanted).result.contacts == 50
    assert simulating.run(mailing(kind="list", list="some"), wanted).result.contacts == 7
    assert simulating.run(mailing(kind="rule", rule=DUTCH), wanted).result.contacts == 30
    in_both = {"all": [DUTCH, {"list": "Some", "op": "in"}]}
    assert simulating.run(mailing(kind="rule", rule=in_both), wanted).result.contacts == 7
    assert simulating.run(mailing(), replace(wanted, whom="list", list="Some")).result.contacts == 7
    assert simulating.run(mailing(kind="rule", rule=DUTCH), replace(wanted, whom="all")).result.contacts == 50


def test_nobody_is_told_and_so_is_a_journey_without_an_entry(
    rooms: Workspace, simulating: Simulating, wanted: Wanted
) -> None:
    add_people(rooms.store, 3)

    assert code_of(simulating.run, mailing(kind="list", list="Nobody"), wanted) == "simulation-nobody"
    assert code_of(simulating.run, mailing(kind="rule", rule=None), wanted) == "simulation-nobody"
    assert code_of(simulating.run, drawn("w wait next=e", "e end"), wanted) == "simulation-no-entry"


def test_a_sample_is_the_same_for_a_seed(rooms: Workspace, simulating: Simulating, wanted: Wanted) -> None:
    add_people(rooms.store, 200)
    some = replace(wanted, whom="sample", most=40)

    one, two = (simulating.run(mailing(), some).result for _ in range(2))
    other = simulating.run(mailing(), replace(some, assumed=Assumptions(seed=2))).result

    assert one.contacts == 40
    assert replace(one, seconds=0.0) == replace(two, seconds=0.0)
    assert one.answers != other.answers


def test_where_contacts_are_lacking_people_are_made_up(
    rooms: Workspace, simulating: Simulating, wanted: Wanted
) -> None:
    add_people(rooms.store, 30)

    done = simulating.run(mailing(kind="rule", rule=DUTCH), replace(wanted, whom="sample", most=100, fill=True))

    assert (done.result.contacts, done.made_up) == (100, 70)
    assert simulating.run(mailing(), replace(wanted, whom="made_up", most=55)).made_up == 55
    assert simulating.run(mailing(), replace(wanted, whom="sample", most=20, fill=True)).made_up == 0


def test_whoever_is_blocked_or_said_no_is_not_written_to(
    rooms: Workspace, simulating: Simulating, wanted: Wanted
) -> None:
    add_people(rooms.store, 10)
    add_people(rooms.store, 5, first=50, marketing="no")
    rooms.contacts.block(["+31600000001"], "wrong-number", "by hand")

    at = simulating.run(mailing(), replace(wanted, assumed=Assumptions(rates=Rates(taken=1000)))).result.by_step["m"]

    assert at.passed == {"next": 9, "failed": 6}


# -- what it goes by ---------------------------------------------------------------------------------


def sent(rooms: Workspace, n: int, *, read: int = 0, delivered: int = 0, failed: int = 0, unheard: int = 0) -> None:
    """A campaign that leaves now, and what becomes of it; of the rest only is known that WhatsApp sent it."""
    first = 1000 + 1000 * len(rooms.campaigns.all())
    campaign = rooms.outgoing.launch(add_people(rooms.store, n, first=first), f"Old {first}")
    states = ["read"] * read + ["delivered"] * delivered + ["failed"] * failed + ["accepted"] * unheard
    states += ["sent"] * (n - len(states))
    rows = rooms.store.rows("SELECT id FROM outbox WHERE campaign_id = ? ORDER BY id", (campaign,))
    with rooms.store.write() as conn:
        conn.executemany(
            "UPDATE outbox SET state = ?, wamid = ?, claimed_at = ? WHERE id = ?",
            [
                (state, f"w{row['id']}", iso(rooms.clock.now()), row["id"])  # type: ignore[attr-defined]
                for row, state in zip(rows, states, strict=True)
            ],
        )


def test_rates_are_learned_of_messages_that_had_time(
    rooms: Workspace, simulating: Simulating, wanted: Wanted, clock: SettableClock
) -> None:
    sent(rooms, 200, read=80, delivered=80, failed=10)
    assert simulating.learned(mailing(), Assumptions()) == ()

    clock.forward(days=3)
    (learned,) = simulating.learned(mailing(), Assumptions())

    assert (learned.template, learned.messages) == ("spring_offer", 200)
    assert (learned.rates.delivered, learned.rates.read, learned.rates.failed) == (800, 500, 250)
    assert learned.rates.replied == Rates().replied
    done = simulating.run(mailing(), wanted)
    assert done.learned == (learned,)
    assert done.result.assumed.source == "learned" and done.result.assumed.rates_of("m") == learned.rates
    assert simulating.run(mailing(), replace(wanted, learn=False)).result.assumed.source == "assumed"


def test_of_few_messages_and_of_those_nobody_heard_of_nothing_is_learned(
    rooms: Workspace, simulating: Simulating, clock: SettableClock
) -> None:
    sent(rooms, 300, read=50, delivered=49, unheard=201)
    clock.forward(days=3)
    assert simulating.learned(mailing(), Assumptions()) == ()

    sent(rooms, 1, read=1)
    clock.forward(days=3)
    (learned,) = simulating.learned(mailing(), Assumptions())
    assert (learned.messages, learned.rates.delivered, learned.rates.taken) == (100, 1000, 1000)


def test_templates_nobody_knows_are_stood_in_for(tmp_path: Path, clock: SettableClock, wanted: Wanted) -> None:
    bare = Workspace(tmp_path, clock)
    rehearsals = Simulating(bare.store, bare.journeys, clock)
    certain = replace(wanted, whom="made_up", most=100, assumed=Assumptions(rates=Rates(taken=1000)))
    named = {"body.name": FILLED["body.1"], "header.1": FILLED["body.1"], "header.media": {"expression": "x"}}

    done = rehearsals.run(with_fields(mailing(), "m", mapping=named, consent="anyone"), certain)

    bare.close()
    assert done.stand_ins == ("spring_offer",)
    failed = done.result.by_step["m"].passed.get("failed", 0)
    # Some said no, and some are in the United States.
    assert done.result.messages + failed == 100 and done.result.messages > 60


def test_what_is_wrong_with_the_journey_is_said_and_followed(
    rooms: Workspace, simulating: Simulating, wanted: Wanted
) -> None:
    add_people(rooms.store, 20)
    rooms.contacts.add_field(CustomField(name="points", label="Points", kind="number"))
    path = {"id": "p0", "name": "Rich", "rule": {"field": "contact.pionts", "op": "at_least", "value": 0}}
    lines = ("in audience next=c", "c condition p0=a other=b", "a end", "b end")
    journey = with_fields(drawn(*lines), "c", rules=[path])

    done = simulating.run(journey, wanted)

    assert any(one.where.startswith("c.") and one.severity == "error" for one in done.problems)
    assert done.result.by_step["c"].passed == {"other": 20}
    assert done.result.uncovered == ("c:p0",)
    missing = with_fields(mailing(), "m", template={"name": "gone", "language": "nl"})
    assert simulating.run(missing, wanted).result.by_step["m"].passed == {"failed": 20}


def test_a_draft_with_errors_is_blocked_where_a_command_asks(
    rooms: Workspace, simulating: Simulating, wanted: Wanted
) -> None:
    add_people(rooms.store, 2)
    made = rooms.journeys.create("Odd")
    rooms.journeys.save(replace(drawn("in audience next=m", "m send_template"), id=made.id))

    with pytest.raises(Blocked) as caught:
        simulating.run_draft(made.id, wanted)

    assert all(one.severity == "error" for one in caught.value.problems)


def test_an_event_brings_values_where_nobody_says_which(
    rooms: Workspace, simulating: Simulating, wanted: Wanted
) -> None:
    add_people(rooms.store, 3)
    given = [{"name": "amount", "kind": "number"}, {"name": "day", "kind": "date"}, {"name": "what", "kind": "text"}]
    journey = with_fields(drawn("in event next=e", "e end"), "in", event="bought", event_fields=given)

    event = simulating.run(journey, wanted).result.assumed.event

    assert event == {"amount": 1, "day": (wanted.start + timedelta(days=7)).date().isoformat(), "what": "what"}


# -- nothing leaves ----------------------------------------------------------------------------------


@pytest.mark.usefixtures("no_network")
def test_no_socket_is_opened(rooms: Workspace, simulating: Simulating, wanted: Wanted) -> None:
    add_people(rooms.store, 50)
    url = {"url": "https://example.com/x", "method": "POST"}
    lines = ("in audience next=m", "m send_template next=c", "c call_url next=n failed=n timeout=n", "n notify next=e",
             "e end")  # fmt: skip
    journey = with_fields(with_fields(drawn(*lines), "m", **OFFER), "c", **url)
    before = rooms.store.value("SELECT count(*) FROM outbox")

    done = simulating.run(journey, wanted)
    person = person_of(rooms.contacts.get_many(rooms.contacts.ids())[0])
    walk = follow(journey, person, start=wanted.start, around=rooms.journeys.surroundings())

    assert done.result.messages and done.result.by_step["c"].entered and walk.steps
    assert rooms.store.value("SELECT count(*) FROM outbox") == before
    for table in ("runs", "signals", "effects", "campaigns"):
        assert rooms.store.value(f"SELECT count(*) FROM {table}") == 0
    with pytest.raises(AssertionError, match="a socket was opened"):
        socket.socket()


# -- one of them -------------------------------------------------------------------------------------


def test_one_contact_goes_the_way_it_went_in_the_rehearsal(
    rooms: Workspace, simulating: Simulating, wanted: Wanted
) -> None:
    add_people(rooms.store, 25)
    journey, around = mailing(), rooms.journeys.surroundings()
    whole = setup(journey, around)
    done = simulating.run(journey, wanted)
    rows: list[Row] = []
    contacts = rooms.contacts.get_many(rooms.contacts.ids())
    OneByOne(whole, crowd_of(contacts), done.result.assumed, wanted.start, wanted.days).go(_Quiet(), rows.extend)

    for contact in contacts:
        person = person_of(contact)
        walk, _ = drawn_way(
            whole, done.result.assumed, contact.id,
            lambda answers, person=person: follow(  # type: ignore[misc]
                journey, person, start=wanted.start, answers=answers, around=around
            ),
            {},
        )  # fmt: skip
        went = [(one.step, one.port) for one in sorted(rows) if one.contact == contact.id]
        assert [(one.step, one.port) for one in walk.steps] == went
        assert walk.ask is None


# -- kept --------------------------------------------------------------------------------------------


def test_a_kept_rehearsal_comes_back_as_it_was(rooms: Workspace, simulating: Simulating, wanted: Wanted) -> None:
    add_people(rooms.store, 20)
    made = rooms.journeys.create("Mailing")
    done = simulating.run(replace(mailing(), id=made.id), wanted)

    row = simulating.keep(made.id, "  First  ", done)
    simulating.keep(made.id, "Second", replace(done, made_up=3))

    assert [one.name for one in simulating.kept(made.id)] == ["Second", "First"]
    assert simulating.kept("other") == ()
    assert simulating.open(row.id) == done
    assert simulating.kept(made.id)[1] == row and row.logic == done.logic
    assert simulating.open(row.id).journey == done.journey
    simulating.rename(row.id, "Before")
    simulating.forget(simulating.kept(made.id)[0].id)
    assert [one.name for one in simulating.kept(made.id)] == ["Before"]


def test_what_is_not_kept_cannot_be_had(simulating: Simulating, rooms: Workspace, wanted: Wanted) -> None:
    add_people(rooms.store, 1)

    assert code_of(simulating.open, 7) == code_of(simulating.rename, 7, "x") == "simulation-gone"
    assert code_of(simulating.forget, 7) == "simulation-gone"
    assert code_of(simulating.keep, "j", " ", simulating.run(mailing(), wanted)) == "simulation-name-empty"
    assert code_of(simulating.rename, 7, " ") == "simulation-name-empty"


def test_problems_survive_being_kept(rooms: Workspace, simulating: Simulating, wanted: Wanted) -> None:
    add_people(rooms.store, 2)
    done = simulating.run(with_fields(mailing(), "m", template={"name": "gone", "language": "nl"}), wanted)

    again = unpacked(packed(done))

    assert [(one.code, one.where) for one in again.problems] == [(one.code, one.where) for one in done.problems]
    assert done.problems and json.loads(json.dumps(dict(again.problems[0].facts)))


def test_two_rehearsals_are_compared_in_words(rooms: Workspace, simulating: Simulating, wanted: Wanted) -> None:
    add_people(rooms.store, 300)
    eager = replace(wanted, days=5, assumed=Assumptions(rates=Rates(replied=600)))

    before, after = simulating.run(mailing(), wanted), simulating.run(mailing(), eager)
    found = {one.title: one.lines for one in differences(before, after)}

    assert found["What was asked"] == ("Days: 10 → 5", "Reply: 6 % → 60 %")
    was, now = before.result.by_step["yes"].entered, after.result.by_step["yes"].entered
    lines = next(one.lines for one in differences(before, after) if one.id == "yes")
    assert f"Came: {was} → {now} (+{now - was})" in lines
    assert differences(before, before) == ()


def test_a_rehearsal_can_be_cancelled(rooms: Workspace, simulating: Simulating, wanted: Wanted) -> None:
    add_people(rooms.store, 50)
    stopping = _Quiet(stop=True)

    with pytest.raises(Cancelled):
        simulating.run(mailing(), wanted, stopping)

    watched = _Quiet()
    done: Rehearsal = simulating.run(mailing(), wanted, watched)
    assert watched.said[0] == (50, None) and watched.said[-1] == (50, 50)
    assert done.result.entered == 50


class _Quiet:
    def __init__(self, *, stop: bool = False) -> None:
        self.said: list[tuple[int, int | None]] = []
        self._stop = stop

    def report(self, done: int, total: int | None = None) -> None:
        self.said.append((done, total))

    def cancelled(self) -> bool:
        return self._stop


def test_somebody_is_found_who_went_a_way(rooms: Workspace, simulating: Simulating, wanted: Wanted) -> None:
    people = add_people(rooms.store, 40)
    (shy,) = add_people(rooms.store, 1, first=90, marketing="no")
    certain = replace(wanted, assumed=Assumptions(rates=Rates(taken=1000)))
    done = simulating.run(mailing(), certain)

    refused = simulating.somebody(done, "m", "failed")
    anybody = simulating.somebody(done, "r")

    assert refused is not None and refused.number == shy
    assert anybody is not None and anybody.number in people
    assert simulating.somebody(done, "m", "timeout") is None
    made_up = simulating.run(mailing(), replace(certain, whom="made_up", most=20))
    found = simulating.somebody(made_up, "in")
    assert found is not None and found.number > shy
