"""Decides that reaching the goal of a journey is counted once, also a while after having left it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.fixtures.entering import Entrance, walk_in
from tests.fixtures.running import check_tallies, journey_of
from tests.fixtures.studio import T0, store
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.journeys.goals import Conversion, goal_event, reached_by
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.services.running.converting import counted
from whatsapp_studio.storage.db import Store

__all__ = ["store"]
GOAL = {"set_goal_on": "event", "set_goal_event": "paid", "set_goal_within": {"amount": 7, "unit": "days"}}


@pytest.fixture
def hall(store: Store) -> Iterator[Entrance]:
    stage = Entrance(store)
    yield stage
    check_tallies(store)


def journey(id: str = "j", **more: object) -> Journey:
    return walk_in("event", id, event="order_placed", wait="1", **{**GOAL, **more})


def reached(hall: Entrance) -> list[int]:
    rows = hall.store.rows("SELECT id FROM runs WHERE goal IS NOT NULL ORDER BY id")
    return [row["id"] for row in rows]


@pytest.mark.parametrize(("days", "counts"), [(0.5, True), (3, True), (7.9, True), (8.1, False)])
def test_the_goal_counts_inside_and_for_a_while_after(hall: Entrance, days: float, counts: bool) -> None:
    (one,) = hall.people(1)
    plan = hall.publish(journey())
    hall.fire("order_placed", one)
    hall.go(days=days)

    hall.fire("paid", one)
    hall.settle()

    assert reached(hall) == ([1] if counts else [])
    assert counted(hall.store, plan.id, plan.journey) == Conversion(1, int(counts))
    if counts:
        assert hall.line("goal-reached").contact == one


def test_it_counts_once_for_each_time(hall: Entrance) -> None:
    (one,) = hall.people(1)
    plan = hall.publish(journey(set_reentry="after_end"))
    for _ in range(2):
        hall.fire("order_placed", one)
        hall.go(days=2)
        hall.fire("paid", one)
        hall.fire("paid", one)
        hall.settle()

    assert reached(hall) == [1, 2]
    assert counted(hall.store, plan.id, plan.journey) == Conversion(2, 2)
    assert Conversion(4, 1).share == 0.25
    assert Conversion().share == 0


def test_only_the_last_time_counts_and_only_that_contact(hall: Entrance) -> None:
    ids = hall.people(2)
    hall.publish(journey(set_reentry="after_end"))
    for _ in range(2):
        for id in ids:
            hall.fire("order_placed", id)
        hall.go(days=2)

    hall.fire("paid", ids[0])
    hall.fire("paid")
    hall.fire("order_shipped", ids[1])
    hall.settle()

    assert reached(hall) == [3]


def test_it_counts_in_every_journey_and_for_one_that_was_stopped(hall: Entrance) -> None:
    (one,) = hall.people(1)
    hall.publish(journey())
    hall.publish(journey("k"))
    hall.publish(journey("l", set_goal_event="something"))
    hall.fire("order_placed", one)
    hall.go(days=2)
    hall.set("k", "stopped")

    hall.fire("paid", one)
    hall.settle()

    rows = hall.store.rows("SELECT journey_id FROM runs WHERE goal IS NOT NULL ORDER BY 1")
    assert [row[0] for row in rows] == ["j", "k"]


def test_an_event_that_enters_and_is_the_goal_of_the_time_before(hall: Entrance) -> None:
    (one,) = hall.people(1)
    hall.publish(journey(set_goal_event="order_placed", set_reentry="after_end"))
    hall.fire("order_placed", one)
    hall.go(days=2)
    hall.fire("order_placed", one)
    hall.settle()

    # What lets somebody in is not done in that journey yet.
    assert reached(hall) == [1]


def test_an_end_that_is_the_goal_counts_whoever_comes_there(hall: Entrance) -> None:
    ids = hall.people(3)
    plan = hall.publish(journey_of(
        "in event next=c", "c condition p0=g other=e", "g end", "e end", goal_on="end",
        fields={"in": {"event": "x"}, "g": {"goal": True}, "c": {"rules": [
            {"id": "p0", "name": "One", "rule": {"field": "contact.first_name", "op": "is", "value": "Name1"}},
        ]}},
    ))  # fmt: skip

    for id in ids:
        hall.fire("x", id)
    hall.settle()

    assert counted(hall.store, plan.id, plan.journey) == Conversion(3, 1)


def test_without_a_goal_there_is_none(hall: Entrance) -> None:
    plan = hall.publish(walk_in("event", event="x"))

    assert counted(hall.store, plan.id, plan.journey) is None
    assert goal_event(plan.journey) == ""
    zone = zone_of("Europe/Amsterdam")
    assert zone is not None
    assert not reached_by(plan.journey, zone, "", T0, None)
    assert not reached_by(journey(), zone, "paid", T0 + timedelta(days=9), T0)
