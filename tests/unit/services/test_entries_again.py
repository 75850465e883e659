"""Decides who of an audience enters again, how fast, and what pauses and new versions make of its readings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.fixtures.entering import Entrance, people_of, walk_in
from tests.fixtures.running import check_tallies
from tests.fixtures.studio import T0, store
from whatsapp_studio.storage import runs
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.lists import ListStore

__all__ = ["store"]
DAILY = {"every": 1, "unit": "days", "weekdays": [], "until": ""}
VIP = {"kind": "list", "list": "Vip"}
DUTCH = {"kind": "rule", "rule": {"field": "contact.country", "op": "is", "value": "NL"}}


@pytest.fixture
def hall(store: Store) -> Iterator[Entrance]:
    stage = Entrance(store)
    yield stage
    check_tallies(store)


def daily(at: str = "2026-03-04T09:00", **more: Any) -> dict[str, Any]:
    return {"when": "recurring", "at": at, "repeat": DAILY, **more}


# -- entering again ------------------------------------------------------------------------------------------------


def test_an_incremental_audience_lets_in_who_was_not_there_the_time_before(hall: Entrance) -> None:
    ids = hall.people(3)
    vip = hall.list_of("Vip", ids)
    lists = ListStore(hall.store)
    hall.publish(walk_in("audience", audience=VIP, set_reentry="after_end", **daily(incremental=True)))
    hall.go(days=1, hours=1)
    assert hall.entered() == ids

    new = hall.people(2, first=4)
    lists.add(vip, new)
    lists.remove(vip, ids[:1])
    hall.go(days=1)
    assert hall.entered() == [*ids, *new]
    assert hall.lines()[-1].facts["why"] == {"seen-before": 2}

    # Whoever was off the list for a time is new again.
    lists.add(vip, ids[:1])
    hall.go(days=1)
    assert hall.entered() == [*ids, *new, ids[0]]


def test_incremental_goes_on_over_chunks_and_a_crash(hall: Entrance) -> None:
    ids = hall.many(2200)
    hall.publish(walk_in("audience", set_reentry="after_end", **daily(incremental=True)))
    hall.go(days=1)
    assert hall.entered() == ids

    new = hall.many(300)
    hall.forward(hours=24)
    for _ in range(3):
        assert hall.entries.step(hall.now)
    hall.open()
    hall.settle()

    assert hall.entered() == [*ids, *new]


def test_without_the_flag_those_inside_stay_inside(hall: Entrance) -> None:
    ids = hall.people(2)
    hall.publish(walk_in("audience", wait="30", **daily()))

    hall.go(days=2, hours=1)

    assert hall.entered() == ids
    assert hall.lines()[-1].facts["why"] == {"inside-already": 2}


def test_with_the_flag_those_inside_start_again_and_nobody_else(hall: Entrance) -> None:
    ids = hall.people(2)
    journey = walk_in("audience", wait="2", **daily(reentry=True))
    hall.publish(journey)
    hall.go(days=1, hours=1)
    assert hall.entered() == ids
    hall.store.db.conn.execute("UPDATE runs SET due = due - 90000000 WHERE contact_id = ?", (ids[1],))

    hall.go(days=1)

    # The second left by itself before, and never enters again.
    assert hall.entered() == [*ids, ids[0]]
    assert hall.store.rows("SELECT ending FROM runs ORDER BY id")[0]["ending"] == "restarted"
    assert people_of(hall) == [ids[0]]


# -- little by little -----------------------------------------------------------------------------------------------


def test_so_many_an_hour_come_in(hall: Entrance) -> None:
    hall.people(10)
    hall.publish(walk_in("audience", per_hour=4))

    hall.settle()
    assert [row["due"] for row in hall.store.rows("SELECT due FROM runs WHERE ended IS NULL ORDER BY id")] == [
        runs.ms(T0) + n * 900_000 for n in range(1, 10)
    ]
    rows = hall.store.rows("SELECT code FROM runs WHERE ended IS NULL")
    assert {row["code"] for row in rows} == {"entering"}
    hall.go(hours=1)
    assert hall.store.value("SELECT count(*) FROM runs WHERE ended IS NOT NULL") == 5


def test_those_refused_take_up_no_place(hall: Entrance) -> None:
    ids = hall.people(6)
    plan = hall.publish(walk_in("audience", per_hour=2))
    hall.enter(plan, ids[:4])

    hall.settle()

    waiting = hall.store.rows("SELECT due FROM runs WHERE ended IS NULL ORDER BY due")
    assert [row["due"] for row in waiting] == [runs.ms(T0) + 1_800_000]


def test_the_places_go_on_from_chunk_to_chunk(hall: Entrance) -> None:
    hall.many(2100)
    hall.publish(walk_in("audience", per_hour=3600))

    hall.read()

    dues = [row["due"] for row in hall.store.rows("SELECT due FROM runs ORDER BY id")]
    assert dues == [runs.ms(T0) + n * 1000 for n in range(2100)]


def test_after_a_night_off_nobody_rushes_in(hall: Entrance) -> None:
    hall.people(10)
    hall.publish(walk_in("audience", per_hour=2))
    hall.go(hours=1)
    inside = hall.store.value("SELECT count(*) FROM runs WHERE ended IS NOT NULL")
    assert inside == 3

    hall.forward(hours=10)
    hall.open()
    hall.settle()

    assert hall.store.value("SELECT count(*) FROM runs WHERE ended IS NOT NULL") == 4
    hall.go(hours=1)
    assert hall.store.value("SELECT count(*) FROM runs WHERE ended IS NOT NULL") == 6


def test_those_who_wait_at_the_door_of_an_older_version_do_not_rush_in(hall: Entrance) -> None:
    hall.people(10)
    hall.publish(walk_in("audience", per_hour=2))
    hall.go(hours=1)
    hall.publish(walk_in("audience", per_hour=2, wait="1"))
    hall.settle()

    hall.forward(hours=10)
    hall.open()
    hall.settle()

    assert hall.store.value("SELECT count(*) FROM runs WHERE ended IS NOT NULL") == 4


def test_those_who_waited_out_a_pause_do_not_rush_in(hall: Entrance) -> None:
    hall.people(10)
    hall.publish(walk_in("audience", per_hour=2))
    hall.go(hours=1)
    hall.set("j", "paused", "hold")
    hall.go(hours=10)

    hall.set("j", "running")
    hall.settle()

    assert hall.store.value("SELECT count(*) FROM runs WHERE ended IS NOT NULL") == 4


def test_whoever_would_come_after_the_end_is_refused(hall: Entrance) -> None:
    hall.people(10)
    hall.publish(walk_in("audience", per_hour=2, set_ends="2026-03-03T11:00"))

    hall.go(hours=5)

    # 10:00 to 11:00 in Amsterdam: one each half hour.
    assert len(hall.entered()) == 3
    assert hall.line("audience-read").facts["why"] == {"ended": 7}


# -- while it is paused, closed, or a new version comes ---------------------------------------------------------------


def test_what_a_held_journey_misses_is_read_when_it_goes_on(hall: Entrance) -> None:
    (one,) = hall.people(1)
    hall.publish(walk_in("audience", set_reentry="after_end", **daily()))
    hall.settle()
    hall.set("j", "paused", "hold")
    hall.go(days=3)
    assert hall.entered() == []

    hall.set("j", "running")
    hall.settle()

    assert hall.entered() == [one]
    assert hall.line("readings-missed").facts["count"] == 2


@pytest.mark.parametrize(("state", "pause"), [("paused", "discard"), ("closed", "")])
def test_what_a_shut_journey_misses_is_left_out(hall: Entrance, state: str, pause: str) -> None:
    (one,) = hall.people(1)
    plan = hall.publish(walk_in("audience", set_reentry="after_end", wait="30", **daily()))
    hall.settle()
    # Somebody inside keeps a closed journey from being done.
    (other,) = hall.people(1, first=2)
    hall.enter(plan, [other])
    hall.settle()
    hall.set("j", state, pause)
    hall.go(days=3)
    assert hall.entered() == [other]

    hall.set("j", "running")
    hall.settle()
    assert hall.entered() == [other]
    hall.go(days=1)

    assert hall.entered() == [other, one]
    assert [one.code for one in hall.lines()].count("readings-shut") == 3


def test_a_reading_stands_still_with_its_journey(hall: Entrance) -> None:
    ids = hall.many(1500)
    hall.publish(walk_in("audience"))
    hall.entries.step(hall.now)
    hall.entries.step(hall.now)
    hall.set("j", "paused", "hold")
    assert not hall.entries.step(hall.now)

    hall.set("j", "running")
    hall.read()

    assert hall.entered() == ids


def test_a_new_version_does_not_read_again_what_was_read(hall: Entrance) -> None:
    ids = hall.people(3)
    hall.publish(walk_in("audience", set_reentry="after_end"))
    hall.settle()

    hall.forward(hours=1)
    hall.publish(walk_in("audience", wait="1", set_reentry="after_end"))
    hall.go(days=2)

    assert hall.entered() == ids


def test_a_new_version_with_another_audience_reads_it(hall: Entrance) -> None:
    ids = hall.people(4)
    hall.list_of("Vip", ids[:2])
    hall.publish(walk_in("audience", audience=VIP))
    hall.settle()

    hall.forward(hours=1)
    hall.publish(walk_in("audience"))
    hall.settle()

    assert hall.entered() == ids


def test_a_new_version_goes_on_with_what_was_being_read(hall: Entrance) -> None:
    ids = hall.many(2500)
    hall.publish(walk_in("audience", set_reentry="after_end"))
    for _ in range(2):
        hall.entries.step(hall.now)
    assert hall.entered() == ids[:1000]

    hall.forward(seconds=1)
    two = hall.publish(walk_in("audience", wait="1", set_reentry="after_end"))
    hall.settle()

    assert hall.entered() == ids
    assert hall.store.value("SELECT count(*) FROM runs WHERE plan_id = ?", (two.id,)) == 1500


def test_a_new_version_leaves_off_what_it_does_not_mean(hall: Entrance) -> None:
    ids = hall.many(1500)
    hall.list_of("Vip", ids[-3:])
    hall.publish(walk_in("audience"))
    for _ in range(2):
        hall.entries.step(hall.now)

    hall.forward(seconds=1)
    hall.publish(walk_in("audience", audience=VIP))
    hall.settle()

    assert hall.entered() == [*ids[:1000], *ids[-3:]]
    assert hall.line("readings-left-off").facts == {"count": 1}


def test_a_journey_that_was_stopped_and_begins_again_reads_again(hall: Entrance) -> None:
    (one,) = hall.people(1)
    hall.publish(walk_in("audience", set_reentry="after_end"))
    hall.settle()
    hall.set("j", "stopped")
    hall.forward(hours=1)

    hall.store.db.conn.execute("UPDATE lives SET since = ?", (runs.ms(hall.now),))
    hall.publish(walk_in("audience", set_reentry="after_end"))
    hall.settle()

    assert hall.entered() == [one, one]


def test_a_step_that_is_gone_keeps_nobody_waiting(hall: Entrance) -> None:
    hall.many(1500)
    plan = hall.publish(walk_in("audience"))
    for _ in range(2):
        hall.entries.step(hall.now)
    hall.store.db.conn.execute("UPDATE readings SET step = 'elsewhere' WHERE plan_id = ?", (plan.id,))

    hall.read()

    assert hall.store.value("SELECT count(*) FROM readings WHERE state = 'reading'") == 0


# -- for tests ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("audience", [{"kind": "all"}, VIP, DUTCH])
def test_a_test_reads_test_contacts_alone(hall: Entrance, audience: dict[str, Any]) -> None:
    ids = hall.people(4)
    hall.list_of("Vip", ids)
    hall.store.db.conn.execute("UPDATE contacts SET is_test = 1 WHERE id = ?", (ids[2],))
    hall.publish(walk_in("audience", audience=audience), test=True)

    hall.settle()

    assert hall.entered() == [ids[2]]


def test_with_nothing_to_do_nothing_is_written(hall: Entrance) -> None:
    hall.people(2)
    hall.publish(walk_in("audience", wait="5", **daily("2026-04-01T09:00")))
    hall.settle()
    before = hall.store.db.conn.total_changes

    for _ in range(5):
        assert not hall.entries.step(hall.now)

    assert hall.store.db.conn.total_changes == before
