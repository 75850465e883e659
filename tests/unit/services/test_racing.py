"""Decides that of events that race the first wins, and those that come after it are written down as ignored."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.fixtures.entering import Entrance
from tests.fixtures.running import check_tallies, journey_of
from tests.fixtures.studio import store
from whatsapp_studio.base.words_running import log_words
from whatsapp_studio.storage.db import Store

__all__ = ["store"]
RACE: dict[str, dict[str, Any]] = {
    "in": {"source": "manual", "event": "order_placed"},
    "race": {
        "events": [{"id": "a", "event": "paid", "name": ""}, {"id": "b", "event": "cancelled", "name": ""}],
        "timeout": {"amount": 2, "unit": "days"},
    },
    "rest": {"duration": {"amount": 9, "unit": "days"}},
}


@pytest.fixture
def hall(store: Store) -> Iterator[Entrance]:
    stage = Entrance(store)
    yield stage
    check_tallies(store)


def racing(hall: Entrance, after: str = "rest") -> int:
    """Somebody for whom two events race, in a journey that goes on (or is over) after that."""
    (one,) = hall.people(1)
    lines = ("in event next=race", f"race wait_event a={after} b={after} timeout={after}", "rest wait next=e", "e end")
    hall.publish(journey_of(*lines, fields=RACE))
    hall.fire("order_placed", one)
    hall.settle()
    return one


def ignored(hall: Entrance) -> list[tuple[int | None, object, object]]:
    return [(one.contact, one.facts["step"], one.facts["event"]) for one in hall.lines() if one.code == "event-ignored"]


@pytest.mark.parametrize("after", ["rest", "e"])
@pytest.mark.parametrize(("first", "second", "port"), [("paid", "cancelled", "a"), ("cancelled", "paid", "b")])
def test_the_first_event_wins_and_the_loser_is_written_down(
    hall: Entrance, first: str, second: str, port: str, after: str
) -> None:
    one = racing(hall, after)
    hall.fire(first, one)
    hall.settle()
    assert ignored(hall) == []
    hall.go(hours=1)

    hall.fire(second, one)
    hall.settle()

    assert hall.way(1)[1] == f"race:{port}"
    assert ignored(hall) == [(one, "race", second)]
    assert log_words("event-ignored", {"event": second}) == (
        f"The event “{second}” came after another had been first, so it was ignored."
    )


def test_of_two_events_in_one_batch_the_second_is_written_down(hall: Entrance) -> None:
    one = racing(hall)

    hall.fire("cancelled", one)
    hall.fire("paid", one)
    hall.settle()

    assert hall.way(1)[1] == "race:b"
    assert ignored(hall) == [(one, "race", "paid")]


def test_what_was_not_waited_for_lost_nothing(hall: Entrance) -> None:
    one, other = racing(hall), hall.people(1, first=2)[0]
    hall.fire("paid", other)
    hall.fire("visited", one)
    hall.fire("paid", one)
    hall.settle()
    hall.fire("visited", one)
    hall.fire("paid", one)
    hall.settle()
    hall.go(days=3)
    # By then the wait would have been over anyway.
    hall.fire("cancelled", one)
    hall.settle()
    assert ignored(hall) == []


def test_a_wait_that_nobody_won_has_no_loser(hall: Entrance) -> None:
    one = racing(hall)
    hall.go(days=2, hours=1)
    assert hall.way(1)[1] == "race:timeout"

    hall.fire("paid", one)
    hall.settle()

    assert ignored(hall) == []
