"""Decides whom events and messages let in, and that whoever is kept out is written down with the reason."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from tests.fixtures.entering import Entrance, walk_in
from tests.fixtures.running import check_tallies, journey_of
from tests.fixtures.studio import T0, store
from whatsapp_studio.journeys.running import Person
from whatsapp_studio.storage import runs
from whatsapp_studio.storage.db import Store

__all__ = ["store"]
PERIOD = {"set_reentry": "after_period", "set_reentry_after": {"amount": 7, "unit": "days"}}


@pytest.fixture
def hall(store: Store) -> Iterator[Entrance]:
    stage = Entrance(store)
    yield stage
    check_tallies(store)


def ordered(**more: Any) -> Any:
    return walk_in("event", source="manual", event="order_placed", **more)


def kept_out(hall: Entrance) -> list[tuple[str, int | None]]:
    return [(one.code.removeprefix("kept-out-"), one.contact) for one in hall.lines()]


# -- events of one contact -----------------------------------------------------------------------------------------


def test_an_event_lets_its_contact_in_with_what_it_carries(hall: Entrance) -> None:
    ids = hall.people(2)
    fields = [{"name": "total", "kind": "number"}, {"name": "paid", "kind": "boolean"}, {"name": "due", "kind": "date"}]
    hall.publish(ordered(wait="1", event_fields=fields))

    hall.fire("order_placed", ids[1], total="12,50", paid="yes", due="1-2-2026", note="so it is")
    assert hall.woken == 1
    hall.settle()

    assert hall.entered() == [ids[1]]
    assert hall.event_of(1) == {"total": 12.5, "paid": True, "due": "2026-02-01", "note": "so it is"}


def test_a_value_that_does_not_fit_its_kind_stays_a_text(hall: Entrance) -> None:
    (one,) = hall.people(1)
    hall.publish(ordered(wait="1", event_fields=[{"name": "total", "kind": "number"}]))

    hall.fire("order_placed", one, total="a lot")
    hall.settle()

    assert hall.event_of(1) == {"total": "a lot"}


@pytest.mark.parametrize(
    ("event", "source"), [("order_shipped", "manual"), ("Order_placed", "manual"), ("order_placed", "http")]
)
def test_another_name_or_source_is_another_event(hall: Entrance, event: str, source: Any) -> None:
    (one,) = hall.people(1)
    hall.publish(ordered())

    hall.events.fire(event, one, source=source)
    hall.settle()

    assert hall.entered() == []
    assert hall.lines() == []


def test_two_events_within_the_period_are_one_entry_and_one_line_in_the_log(hall: Entrance) -> None:
    (one,) = hall.people(1)
    hall.publish(ordered(**PERIOD))

    hall.fire("order_placed", one)
    hall.settle()
    hall.go(days=2)
    hall.fire("order_placed", one)
    hall.settle()

    assert hall.entered() == [one]
    assert hall.line("kept-out-too-soon").contact == one
    assert hall.line("kept-out-too-soon").facts == {"step": "in", "event": "order_placed"}
    hall.go(days=6)
    hall.fire("order_placed", one)
    hall.settle()
    assert hall.entered() == [one, one]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"wait": "9"}, "inside-already"),
        ({}, "never-again"),
        (PERIOD, "too-soon"),
        ({"set_starts": "2026-04-01T10:00"}, "not-begun"),
    ],
)
def test_who_is_kept_out_is_written_down(hall: Entrance, more: dict[str, Any], code: str) -> None:
    (one,) = hall.people(1)
    hall.publish(ordered(**more))

    for _ in range(2):
        hall.fire("order_placed", one)
        hall.settle()

    assert kept_out(hall)[-1] == (code, one)
    assert len(hall.entered()) == (0 if code == "not-begun" else 1)


def test_an_event_in_the_moment_after_the_end_is_written_down(hall: Entrance) -> None:
    (one,) = hall.people(1)
    hall.publish(ordered(set_ends="2026-03-03T10:00"))
    hall.go(minutes=1)
    hall.set("j", "running")

    hall.fire("order_placed", one)
    # Before the entries have had their turn and closed the journey.
    hall.step()

    assert hall.entered() == []
    assert kept_out(hall)[-1] == ("ended", one)


def test_both_events_of_one_batch_are_seen(hall: Entrance) -> None:
    (one,) = hall.people(1)
    hall.publish(ordered())

    hall.fire("order_placed", one)
    hall.fire("order_placed", one)
    hall.settle()

    assert hall.entered() == [one]
    assert kept_out(hall) == [("inside-already", one)]


def test_a_contact_that_was_deleted_meanwhile_is_written_down(hall: Entrance) -> None:
    (one,) = hall.people(1)
    hall.publish(ordered())
    hall.fire("order_placed", one)
    hall.store.db.conn.execute("DELETE FROM contacts WHERE id = ?", (one,))

    hall.settle()

    assert kept_out(hall) == [("gone", one)]


def test_one_event_enters_every_journey_that_waits_for_it_once(hall: Entrance) -> None:
    (one,) = hall.people(1)
    hall.publish(ordered())
    hall.publish(ordered(id="k"))
    two = journey_of(
        "a event next=e", "b event next=e", "e end",
        fields={"a": {"event": "order_placed"}, "b": {"event": "order_placed"}},
    )  # fmt: skip
    hall.publish(msgspec.structs.replace(two, id="l"))

    hall.fire("order_placed", one)
    hall.settle()

    assert [hall.entered(journey) for journey in "jkl"] == [[one], [one], [one]]
    assert hall.lines("l") == []


def test_whoever_an_event_takes_out_may_come_in_by_it_again(hall: Entrance) -> None:
    (one,) = hall.people(1)
    exits = [{"name": "ordered", "on": "event", "event": "order_placed"}]
    hall.publish(ordered(wait="9", set_exits=exits, set_reentry="after_end"))

    for _ in range(2):
        hall.fire("order_placed", one)
        hall.settle()

    assert hall.entered() == [one, one]
    assert hall.at(1) == "over:exit"
    assert hall.at(2) == "w"


def test_an_event_without_a_contact_lets_nobody_in_by_an_event_entry(hall: Entrance) -> None:
    hall.people(1)
    hall.publish(ordered())

    hall.fire("order_placed")
    hall.settle()

    assert hall.entered() == []


def test_a_test_lets_in_test_contacts_alone(hall: Entrance) -> None:
    ids = hall.people(2)
    hall.store.db.conn.execute("UPDATE contacts SET is_test = 1 WHERE id = ?", (ids[1],))
    hall.publish(ordered(), test=True)

    for id in ids:
        hall.fire("order_placed", id)
    hall.settle()

    assert hall.entered() == [ids[1]]
    assert kept_out(hall) == [("not-test", ids[0])]


@pytest.mark.parametrize("data", ["", "[]", "{", '{"source": "manual", "fields": 3}'])
def test_news_of_any_shape_does_not_stop_the_others(hall: Entrance, data: str) -> None:
    (one,) = hall.people(1)
    hall.publish(ordered(wait="1"))
    hall.signal("event", contact_id=one, text="order_placed", data=data)

    hall.settle()

    assert hall.entered() == [one]
    assert hall.event_of(1) == {}


# -- while it is paused or closed ------------------------------------------------------------------------------------


def test_an_event_for_a_held_journey_counts_when_it_goes_on(hall: Entrance) -> None:
    ids = hall.people(2)
    hall.publish(ordered(wait="1"))
    hall.publish(ordered(id="k", wait="1"))
    hall.publish(walk_in(id="m", source="inbound", wait="1"))
    hall.set("j", "paused", "hold")
    hall.set("m", "paused", "hold")

    hall.fire("order_placed", ids[0], total="5")
    hall.says(ids[1], "hello")
    hall.settle()
    assert [hall.entered(journey) for journey in "jkm"] == [[], [ids[0]], []]

    hall.set("j", "running")
    hall.settle()
    assert [hall.entered(journey) for journey in "jkm"] == [[ids[0]], [ids[0]], []]
    assert hall.event_of(2) == {"total": "5"}
    hall.set("m", "running")
    hall.settle()
    assert hall.entered("m") == [ids[1]]
    assert hall.event_of(3) == {"text": "hello"}
    assert hall.lines() == []


def test_an_event_for_a_journey_that_discards_is_discarded(hall: Entrance) -> None:
    (one,) = hall.people(1)
    hall.publish(ordered())
    hall.set("j", "paused", "discard")

    hall.fire("order_placed", one)
    hall.settle()
    hall.set("j", "running")
    hall.settle()

    assert hall.entered() == []
    assert kept_out(hall) == [("paused", one)]


def test_a_closed_journey_lets_nobody_in_and_says_so(hall: Entrance) -> None:
    ids = hall.people(2)
    plan = hall.publish(ordered(wait="9"))
    hall.enter(plan, ids[:1])
    hall.settle()
    hall.set("j", "closed")

    hall.fire("order_placed", ids[1])
    hall.settle()

    assert hall.entered() == ids[:1]
    assert kept_out(hall) == [("closed", ids[1])]


def test_an_older_version_lets_nobody_in(hall: Entrance) -> None:
    ids = hall.people(1)
    hall.publish(ordered(wait="1"))
    hall.forward(hours=1)
    two = hall.publish(ordered(wait="2"))

    hall.fire("order_placed", ids[0])
    hall.settle()

    assert hall.row(1)["plan_id"] == two.id


# -- messages ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "text", "enters"),
    [
        ({"match": "any"}, "good morning", True),
        ({"match": "any"}, "STOP", False),
        ({"match": "keywords", "keywords": ["start", "info"]}, "Please, START now", True),
        ({"match": "keywords", "keywords": ["start"]}, "restart", False),
        ({"match": "keywords", "keywords": ["Café"]}, "the cafe!", True),
        ({"match": "keywords", "keywords": ["stop"]}, "stop", True),
    ],
)
def test_a_message_lets_in_who_wrote_it(hall: Entrance, fields: dict[str, Any], text: str, enters: bool) -> None:
    (one,) = hall.people(1)
    hall.publish(walk_in(source="inbound", wait="1", **fields))

    hall.says(one, text)
    hall.settle()

    assert hall.entered() == ([one] if enters else [])
    if enters:
        assert hall.event_of(1) == {"text": text}


def test_a_message_from_nobody_we_know_lets_nobody_in(hall: Entrance) -> None:
    hall.publish(walk_in(source="inbound"))

    hall.signal("inbound", text="hello", data=json.dumps({"button": False}))
    hall.settle()

    assert hall.entered() == []
    assert hall.lines() == []


def test_whoever_wrote_may_be_written_to_freely(hall: Entrance) -> None:
    (one,) = hall.people(1)
    hall.publish(walk_in(source="inbound", wait="1"))
    hall.says(one, "hello")
    hall.settle()

    row = hall.row(1)
    kept = runs.unpacked(runs.RunRow(*(row[name] for name in runs.RunRow._fields)), Person())
    assert kept.state.wrote == T0
