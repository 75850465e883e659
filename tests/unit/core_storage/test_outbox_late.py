"""Decides what makes a journey's message late: a break in sending since it was queued, never a queue that is slow."""

from __future__ import annotations

from tests.fixtures.streams import a_message, a_plan, put
from tests.fixtures.studio import T0, Outgoing, add_people, later
from whatsapp_studio.delivery.outcome import Accepted, NotTaken, Outcome
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.outbox import OutboxStore
from whatsapp_studio.storage.streams import pause_streams, resume_streams

# A look a quarter of an hour is less often than the sender looks.
QUARTERS = [later(minutes=15 * n) for n in range(1, 9)]


def waiting(store: Store, people: int = 20) -> None:
    """Messages that may leave until half an hour from now."""
    add_people(store, people)
    put(store, a_plan(store), *(a_message(n, not_after=later(minutes=30)) for n in range(1, people + 1)))


def late(store: Store) -> int:
    return int(str(store.value("SELECT count(*) FROM outbox WHERE reason = 'late'")))


def test_a_queue_that_is_slow_makes_nobody_late(store: Store, outgoing: Outgoing) -> None:
    waiting(store)
    outgoing.claim(1, T0)
    assert sum(len(outgoing.claim(2, at)) for at in QUARTERS) == 16
    assert late(store) == 0


def test_nor_does_a_program_that_begins_anew_soon(store: Store, outgoing: Outgoing) -> None:
    waiting(store)
    assert len(OutboxStore(store).claim(1, T0)[0]) == 1
    assert sum(len(OutboxStore(store).claim(2, at)[0]) for at in QUARTERS) == 16
    assert late(store) == 0


def test_one_that_begins_anew_after_hours_does(store: Store, outgoing: Outgoing) -> None:
    waiting(store)
    assert len(OutboxStore(store).claim(1, T0)[0]) == 1
    assert OutboxStore(store).claim(2, later(hours=3))[0] == []
    assert late(store) == 19


def test_a_computer_that_slept_does(store: Store, outgoing: Outgoing) -> None:
    waiting(store)
    assert len(outgoing.claim(2, later(minutes=15))) == 2
    assert outgoing.claim(2, later(hours=2)) == []
    assert late(store) == 18


def test_so_does_a_network_that_is_gone_for_long(store: Store, outgoing: Outgoing) -> None:
    waiting(store)
    for at in [T0, *QUARTERS]:
        for message in outgoing.claim(1, at):
            ended: Outcome = NotTaken("offline", 0) if at < QUARTERS[-2] else Accepted(f"wamid.{message.id}")
            outgoing.outbox.settle([(message, ended, at)])
    assert late(store) == 20


def test_so_does_a_journey_that_was_paused_for_long(store: Store, outgoing: Outgoing) -> None:
    waiting(store)
    outgoing.claim(2, later(minutes=15))
    with store.write() as conn:
        pause_streams(conn, "j1", False)
    for at in QUARTERS[1:-1]:
        assert outgoing.claim(2, at) == []
    with store.write() as conn:
        resume_streams(conn, "j1", False)
    assert outgoing.claim(2, QUARTERS[-1]) == []
    assert late(store) == 18


def test_a_pause_of_minutes_makes_nobody_late_before_the_last_moment(store: Store, outgoing: Outgoing) -> None:
    waiting(store, 4)
    outgoing.claim(1, later(minutes=5))
    assert len(outgoing.claim(4, later(minutes=29))) == 3
    assert late(store) == 0
