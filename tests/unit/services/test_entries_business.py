"""Decides whom business events let in, when they share an audience, and what can be fired at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from tests.fixtures.entering import Entrance, walk_in
from tests.fixtures.running import check_tallies, journey_of
from tests.fixtures.studio import store
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.services.running.events import Event
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


# -- business events --------------------------------------------------


def drop(**more: Any) -> Any:
    return walk_in("business_event", source="manual", event="price_drop", set_reentry="after_end", **more)


def test_a_business_event_lets_its_audience_in(hall: Entrance) -> None:
    ids = hall.people(3)
    hall.publish(drop(wait="1", event_fields=[{"name": "price", "kind": "number"}]))

    hall.fire("price_drop", price="9")
    hall.settle()

    assert hall.entered() == ids
    assert hall.event_of(2) == {"price": 9}
    assert [one.code for one in hall.lines()] == ["business-event", "audience-read"]


def test_an_event_of_one_contact_is_no_business_event(hall: Entrance) -> None:
    (one,) = hall.people(1)
    hall.publish(drop())

    hall.fire("price_drop", one)
    hall.settle()

    assert hall.entered() == []


def test_a_rule_of_the_audience_can_ask_for_the_event(hall: Entrance) -> None:
    hall.people(2)
    rule = {"field": "event.price", "op": "less", "value": 10}
    hall.publish(drop(audience={"kind": "rule", "rule": rule}, event_fields=[{"name": "price", "kind": "number"}],
                      reuse_minutes=0))  # fmt: skip

    hall.fire("price_drop", price="12")
    hall.settle()
    assert hall.entered() == []
    hall.fire("price_drop", price="8")
    hall.settle()
    assert len(hall.entered()) == 2


def test_two_firings_within_the_hour_take_the_same_list_and_the_log_says_so(hall: Entrance) -> None:
    ids = hall.people(3)
    hall.publish(drop())
    hall.fire("price_drop")
    hall.settle()
    new = hall.people(1, first=4)
    hall.store.db.conn.execute("DELETE FROM contacts WHERE id = ?", (ids[0],))

    hall.go(minutes=59)
    hall.fire("price_drop")
    hall.settle()

    assert hall.entered() == [*ids, *ids[1:]]
    assert hall.line("business-event-reused").facts == {"step": "in", "event": "price_drop", "minutes": 59}
    # The hour counts from when the audience was looked up.
    hall.go(minutes=2)
    hall.fire("price_drop")
    hall.settle()
    assert hall.entered()[-3:] == [*ids[1:], *new]
    assert hall.store.value("SELECT count(DISTINCT reading_id) FROM reading_members") == 1


def test_with_no_minutes_every_event_looks_the_audience_up(hall: Entrance) -> None:
    hall.people(1)
    hall.publish(drop(reuse_minutes=0))
    for _ in range(2):
        hall.fire("price_drop")
        hall.settle()
        hall.people(1, first=len(hall.entered()) + 5)

    assert hall.entered() == [1, 1, 2]
    assert hall.store.value("SELECT count(*) FROM reading_members") == 0


def test_many_events_of_one_moment_are_each_read(hall: Entrance) -> None:
    (one,) = hall.people(1)
    hall.publish(drop())

    for _ in range(30):
        hall.fire("price_drop")
    hall.settle()

    codes = [line.code for line in hall.lines()]
    assert (codes.count("business-event"), codes.count("business-event-reused")) == (1, 29)
    assert codes.count("audience-read") == 30
    # One at a time: whoever is still inside does not enter twice.
    assert set(hall.entered()) == {one}


def test_a_large_business_audience_is_reused_in_chunks(hall: Entrance) -> None:
    ids = hall.many(2500)
    hall.publish(drop())
    for _ in range(2):
        hall.fire("price_drop")
        hall.settle()

    assert hall.entered() == [*ids, *ids]


def test_a_business_event_waits_for_a_held_journey(hall: Entrance) -> None:
    ids = hall.people(2)
    hall.publish(drop())
    hall.set("j", "paused", "hold")
    hall.fire("price_drop")
    hall.settle()
    assert hall.entered() == []

    hall.set("j", "running")
    hall.settle()

    assert hall.entered() == ids


def test_a_business_event_of_a_closed_journey_is_written_down(hall: Entrance) -> None:
    (one,) = hall.people(1)
    plan = hall.publish(drop(wait="5"))
    hall.enter(plan, [one])
    hall.settle()
    hall.set("j", "closed")

    hall.fire("price_drop")
    hall.settle()

    assert kept_out(hall) == [("closed", None)]


# -- firing --------------------------------------------------


def test_who_listens_is_known(hall: Entrance) -> None:
    exits = [{"name": "x", "on": "event", "event": "cancelled"}]
    hall.publish(ordered(set_exits=exits, set_goal_on="event", set_goal_event="paid"))
    hall.publish(walk_in("business_event", "k", source="http", event="price_drop"))
    closed = hall.publish(ordered(id="l"))
    hall.set("l", "closed")
    waits = journey_of(
        "in event next=w", "w wait_event p1=e timeout=e", "e end",
        fields={"in": {"event": ""}, "w": {"events": [{"id": "p1", "event": "order_placed"}]}},
    )  # fmt: skip
    hall.publish(msgspec.structs.replace(waits, id="m"))

    heard = hall.events.fire("order_placed", 1)
    assert [(one.journey_id, one.ear.what) for one in heard] == [("j", "event"), ("m", "wait")]
    assert [(one.journey_id, one.ear.what) for one in hall.events.heard_by(Event(name="price_drop"), "http")] == [
        ("k", "business_event")
    ]
    assert hall.events.heard_by(Event(name="price_drop"), "file") == ()
    assert {one.ear.event for one in hall.events.listeners()} == {"order_placed", "price_drop", "cancelled", "paid"}
    assert closed.journey_id == "l"


@pytest.mark.parametrize(
    ("event", "code"),
    [
        (Event(name=" "), "event-name"),
        (Event(name="x" * 65), "event-name"),
        (Event(name="a\nb"), "event-name"),
        (Event(name="a", fields={f"f{n}": 1 for n in range(101)}), "event-fields-many"),
        (Event(name="a", fields={"": 1}), "event-field"),
        (Event(name="a", fields={"b": [1]}), "event-field"),  # type: ignore[dict-item]
        (Event(name="a", fields={"b": "x" * 1001}), "event-field-long"),
        (Event(name="a", fields={"b": "\ud83d"}), "event-field"),
        (Event(name="a", fields={"\ud83d": "b"}), "event-field"),
        (Event(name="\ud83d"), "event-name"),
    ],
)
def test_what_is_no_event_is_refused_and_nothing_is_written(hall: Entrance, event: Event, code: str) -> None:
    (one,) = hall.people(1)

    with pytest.raises(UserError) as caught:
        hall.events.fire_all([Event(name="fine", contact=one), event], source="manual")

    assert caught.value.code == code
    assert hall.store.value("SELECT count(*) FROM signals") == 0


def test_an_event_is_at_the_time_it_is_fired(hall: Entrance) -> None:
    hall.now = datetime(2026, 5, 5, 5, 5, tzinfo=UTC)

    hall.fire(" order_placed ")

    row = hall.store.row("SELECT * FROM signals")
    assert row is not None
    assert (row["at"], row["text"], row["contact_id"]) == (runs.ms(hall.now), "order_placed", None)
