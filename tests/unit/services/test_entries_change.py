"""Decides that joining and leaving an audience is seen once each, and that nobody joins by being seen first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from tests.fixtures.entering import Entrance
from tests.fixtures.running import check_tallies, journey_of
from tests.fixtures.studio import store
from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.base.events import Changes
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.services.running.changing import LATEST, SOONEST
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.lists import ListStore

__all__ = ["store"]
VIP = {"kind": "list", "list": "Vip"}


@pytest.fixture
def hall(store: Store) -> Iterator[Entrance]:
    stage = Entrance(store)
    yield stage
    check_tallies(store)


def watching(on: str = "enter", audience: Any = VIP, **more: Any) -> Journey:
    """A journey for who joins (``x`` by the path ``enter``) or leaves (``y``)."""
    hour = {"duration": {"amount": 1, "unit": "hours"}}
    return journey_of(
        "in audience_change next=x enter=x exit=y", "x wait next=e", "y wait next=e", "e end",
        fields={"in": {"on": on, "audience": audience}, "x": hour, "y": hour},
        reentry="after_end", **more,
    )  # fmt: skip


def look(hall: Entrance, **parts: float) -> None:
    """Contacts changed, and some time goes by."""
    hall.entries.on_changes(Changes(contacts=True))
    hall.go(**(parts or {"minutes": 1}))


def test_those_there_at_first_did_not_join(hall: Entrance) -> None:
    ids = hall.people(4)
    vip = hall.list_of("Vip", ids[:2])
    hall.publish(watching())

    hall.settle()
    assert hall.entered() == []
    assert hall.line("audience-remembered").facts["found"] == 2
    ListStore(hall.store).add(vip, ids[2:3])
    look(hall)

    assert hall.entered() == ids[2:3]
    assert hall.line("audience-changed").facts == {
        "step": "in", "joined": 1, "left": 0, "entered": 1, "refused": 0, "why": {}
    }  # fmt: skip


def test_a_contact_that_leaves_fires_exit_once(hall: Entrance) -> None:
    ids = hall.people(3)
    vip = hall.list_of("Vip", ids)
    lists = ListStore(hall.store)
    hall.publish(watching("exit"))
    hall.settle()

    lists.remove(vip, ids[:1])
    for _ in range(5):
        look(hall, hours=2)
    assert hall.entered() == ids[:1]

    lists.add(vip, ids[:1])
    look(hall)
    assert hall.entered() == ids[:1]
    lists.remove(vip, ids[:1])
    look(hall)
    assert hall.entered() == [ids[0], ids[0]]


def test_both_have_a_path_of_their_own(hall: Entrance) -> None:
    ids = hall.people(3)
    vip = hall.list_of("Vip", ids[:1])
    lists = ListStore(hall.store)
    hall.publish(watching("both"))
    hall.settle()

    lists.remove(vip, ids[:1])
    lists.add(vip, ids[1:2])
    look(hall)

    assert {hall.row(run)["contact_id"]: hall.at(run) for run in (1, 2)} == {ids[0]: "y", ids[1]: "x"}
    # It goes on by its own path, as it came.
    assert hall.way(1) == ["in:enter"]
    assert hall.way(2) == ["in:exit"]


def test_nobody_is_looked_for_more_than_once_a_minute(hall: Entrance) -> None:
    ids = hall.people(3)
    vip = hall.list_of("Vip", [])
    lists = ListStore(hall.store)
    hall.publish(watching())
    hall.settle()
    look(hall)

    lists.add(vip, ids[:1])
    look(hall, seconds=59)
    assert hall.entered() == []
    look(hall, seconds=1)
    assert hall.entered() == ids[:1]


def test_a_change_that_nobody_told_of_is_found_all_the_same(hall: Entrance) -> None:
    ids = hall.people(1)
    vip = hall.list_of("Vip", [])
    hall.publish(watching())
    hall.settle()
    ListStore(hall.store).add(vip, ids)

    hall.go(minutes=2)
    assert hall.entered() == []
    hall.go(milliseconds=LATEST)
    assert hall.entered() == ids
    assert SOONEST < LATEST


def test_a_rule_that_becomes_true_by_the_day_lets_in(hall: Entrance) -> None:
    (one,) = hall.people(1)
    hall.store.db.conn.execute("UPDATE contacts SET created_at = '2026-03-03T09:00:00.000+00:00'")
    ContactStore(hall.store).add_field(CustomField(name="birthday", label="Birthday", kind="date"))
    hall.store.db.conn.execute("UPDATE contacts SET f_birthday = '1990-03-05'")
    hall.plans.on_changes(Changes(contacts=True))
    rule = {"field": "contact.birthday", "op": "day_is_today"}
    hall.publish(watching("both", {"kind": "rule", "rule": rule}))

    hall.go(days=1, hours=13)
    assert hall.entered() == []
    # It is the 5th in Amsterdam from 23:00 UTC on.
    hall.go(hours=2)
    assert hall.entered() == [one]
    assert hall.way(1)[0] == "in:enter"
    hall.go(days=1)
    assert hall.entered() == [one, one]
    assert hall.way(2)[0] == "in:exit"


def test_with_all_contacts_joining_is_being_added(hall: Entrance) -> None:
    hall.people(2)
    hall.publish(watching("both", {"kind": "all"}))
    hall.settle()

    new = hall.people(1, first=3)
    hall.store.db.conn.execute("DELETE FROM contacts WHERE id = 1")
    look(hall)

    # Whoever was deleted is gone, and cannot come in by leaving.
    assert hall.entered() == new
    assert hall.line("audience-changed").facts["why"] == {"gone": 1}


def test_large_audiences_are_compared_in_chunks(hall: Entrance) -> None:
    ids = hall.many(2500)
    vip = hall.list_of("Vip", ids[::2])
    lists = ListStore(hall.store)
    hall.publish(watching("both"))
    hall.settle()
    assert hall.line("audience-remembered").facts["found"] == 1250

    lists.add(vip, ids[1::500])
    lists.remove(vip, ids[::500])
    look(hall)

    assert sorted(hall.entered()) == sorted([*ids[1::500], *ids[::500]])


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_a_crash_while_it_is_first_seen_lets_nobody_in(hall: Entrance, steps: int) -> None:
    ids = hall.many(3500)
    hall.list_of("Vip", ids)
    hall.publish(watching("both"))
    for _ in range(steps):
        hall.entries.step(hall.now)

    hall.open()
    hall.settle()
    look(hall)

    assert hall.entered() == []
    assert hall.store.value("SELECT count(*) FROM seen") == 3500


def test_a_crash_while_it_is_compared_repeats_nobody(hall: Entrance) -> None:
    ids = hall.many(3500)
    vip = hall.list_of("Vip", [])
    hall.publish(watching())
    hall.settle()
    ListStore(hall.store).add(vip, ids)
    hall.entries.on_changes(Changes(contacts=True))
    hall.forward(minutes=1)
    for _ in range(2):
        assert hall.entries.step(hall.now)
    assert 0 < len(hall.entered()) < 3500

    hall.open()
    look(hall)

    assert hall.entered() == ids


def test_a_list_that_is_gone_is_nobodys_leaving(hall: Entrance) -> None:
    ids = hall.people(3)
    vip = hall.list_of("Vip", ids)
    lists = ListStore(hall.store)
    hall.publish(watching("both"))
    hall.settle()

    lists.delete(vip)
    for _ in range(3):
        look(hall)
    assert hall.entered() == []
    assert hall.line("list-gone").facts["step"] == "in"

    again = hall.list_of("Vip", ids[:2])
    look(hall)
    assert hall.entered() == ids[2:]
    lists.delete(again)
    look(hall)
    assert [one.code for one in hall.lines()].count("list-gone") == 2


def test_changes_while_held_count_when_it_goes_on(hall: Entrance) -> None:
    ids = hall.people(2)
    vip = hall.list_of("Vip", [])
    hall.publish(watching())
    hall.settle()
    hall.set("j", "paused", "hold")
    ListStore(hall.store).add(vip, ids)
    look(hall, hours=1)
    assert hall.entered() == []

    hall.set("j", "running")
    look(hall)

    assert hall.entered() == ids


@pytest.mark.parametrize(("state", "pause"), [("paused", "discard"), ("closed", "")])
def test_changes_while_shut_are_only_remembered(hall: Entrance, state: str, pause: str) -> None:
    ids = hall.people(4)
    vip = hall.list_of("Vip", [])
    lists = ListStore(hall.store)
    plan = hall.publish(watching(life={"amount": 500, "unit": "days"}))
    hall.settle()
    hall.enter(plan, ids[3:], due=2**45)
    hall.set("j", state, pause)
    lists.add(vip, ids[:2])
    look(hall, hours=1)

    hall.set("j", "running")
    lists.add(vip, ids[2:3])
    look(hall)

    assert hall.entered() == [ids[3], ids[2]]


def test_a_new_version_knows_who_was_seen(hall: Entrance) -> None:
    ids = hall.people(3)
    vip = hall.list_of("Vip", ids[:1])
    lists = ListStore(hall.store)
    hall.publish(watching())
    hall.settle()
    lists.add(vip, ids[1:2])

    hall.forward(minutes=5)
    hall.publish(watching(life={"amount": 5, "unit": "days"}))
    look(hall)

    assert hall.entered() == ids[1:2]


def test_a_new_version_with_another_audience_sees_it_first(hall: Entrance) -> None:
    ids = hall.people(3)
    hall.list_of("Vip", ids[:1])
    hall.publish(watching())
    hall.settle()

    hall.forward(minutes=5)
    hall.publish(watching(audience={"kind": "all"}))
    look(hall)
    assert hall.entered() == []
    new = hall.people(1, first=4)
    look(hall)

    assert hall.entered() == new


def test_a_disabled_entry_watches_nobody(hall: Entrance) -> None:
    hall.people(1)
    journey = watching(audience={"kind": "all"})
    off = msgspec.structs.replace(journey.steps["in"], disabled=True)
    hall.publish(msgspec.structs.replace(journey, steps={**journey.steps, "in": off}))
    hall.settle()

    hall.people(1, first=2)
    look(hall)

    assert hall.entered() == []
    assert hall.store.value("SELECT count(*) FROM seen") == 0


def test_a_test_sees_apart_from_the_journey_itself(hall: Entrance) -> None:
    ids = hall.people(3)
    hall.store.db.conn.execute("UPDATE contacts SET is_test = 1 WHERE id < 3")
    vip = hall.list_of("Vip", ids[:1])
    hall.publish(watching())
    hall.publish(watching(), test=True)
    hall.settle()

    ListStore(hall.store).add(vip, ids[1:])
    look(hall)

    tests = {row["contact_id"]: row["test"] for row in hall.store.rows("SELECT * FROM runs WHERE test = 1")}
    assert tests == {ids[1]: 1}
    assert hall.store.value("SELECT count(*) FROM runs WHERE test = 0") == 2


def test_a_workspace_that_changes_does_not_have_it_looked_at_sooner(hall: Entrance) -> None:
    ids = hall.people(2)
    vip = hall.list_of("Vip", [])
    hall.publish(watching())
    hall.settle()

    ListStore(hall.store).add(vip, ids)
    hall.list_of("Another", ids)
    hall.plans.on_changes(Changes(lists=True))
    look(hall, seconds=30)
    assert hall.entered() == []
    look(hall, seconds=30)

    assert hall.entered() == ids
