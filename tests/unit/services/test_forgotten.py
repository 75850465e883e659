"""Decides that a contact who is deleted leaves everything, and that nobody who comes after inherits any of it."""

from __future__ import annotations

import pytest

from tests.fixtures.running import Stage, check_tallies, journey_of, stage
from tests.fixtures.studio import add_people, phone_of, store
from whatsapp_studio.base.clock import iso
from whatsapp_studio.delivery.outcome import Accepted, NotTaken
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.outbox import OutboxStore

__all__ = ["stage", "store"]
SENDS = ("in audience next=pause", "pause wait next=hello",
         "hello send_template next=good failed=bad timeout=bad", "good end", "bad end")  # fmt: skip
DAY = {"pause": {"duration": {"amount": 1, "unit": "days"}}}


def forget(stage: Stage, person: int) -> None:
    assert ContactStore(stage.store).delete([person], iso(stage.now)) == 1


def test_whoever_gets_the_place_of_a_deleted_contact_is_not_in_its_journeys(stage: Stage) -> None:
    plan = stage.publish(journey_of(*SENDS, fields=DAY))
    (person,) = add_people(stage.store, 1)
    stage.enter(plan, [person])
    stage.settle()
    forget(stage, person)
    assert stage.at(1) == "over:gone"
    check_tallies(stage.store)
    (other,) = add_people(stage.store, 1, first=2)
    assert other == person, "SQLite gives the place to the next one"
    stage.signal("event", contact_id=other, text="bought")
    stage.go(days=2)
    assert stage.outbox() == []
    # Never having been in it, the new one may come in, though the journey lets nobody in twice.
    assert stage.enter(plan, [other]).entered == (other,)


@pytest.mark.parametrize("under_way", [False, True])
def test_a_message_to_a_deleted_contact_never_leaves_whoever_comes_after(stage: Stage, under_way: bool) -> None:
    plan = stage.publish(journey_of(*SENDS, fields=DAY))
    (person,) = add_people(stage.store, 1)
    stage.enter(plan, [person])
    stage.go(days=1)
    outbox = OutboxStore(stage.store)
    messages = outbox.claim(1, stage.now)[0] if under_way else []
    forget(stage, person)
    add_people(stage.store, 1, first=2)
    outbox.settle([(one, NotTaken("offline", 1), stage.now) for one in messages])
    stage.forward(minutes=1)
    assert outbox.claim(10, stage.now)[0] == []
    assert stage.outbox() == [("run:1:hello:1", "excluded", "deleted")]
    stage.settle()
    assert stage.at(1) == "over:gone"


def test_what_meta_says_of_a_deleted_contact_is_not_said_of_whoever_comes_after(stage: Stage) -> None:
    plan = stage.publish(journey_of(*SENDS, fields=DAY))
    (person,) = add_people(stage.store, 1)
    stage.enter(plan, [person])
    stage.go(days=1)
    outbox = OutboxStore(stage.store)
    ((message,), _) = outbox.claim(1, stage.now)
    forget(stage, person)
    add_people(stage.store, 1, first=2)
    outbox.settle([(message, Accepted("w.1", wa_id="31600000001"), stage.now)])
    assert stage.store.value("SELECT wa_id FROM contacts WHERE id = ?", (person,)) == ""


def test_what_was_seen_of_a_deleted_contact_is_forgotten(stage: Stage) -> None:
    (person,) = add_people(stage.store, 1)
    with stage.store.write() as conn:
        conn.execute("INSERT INTO seen VALUES ('j', 0, 'in', ?)", (person,))
        conn.execute("INSERT INTO reading_members VALUES (1, ?)", (person,))
    stage.signal("event", contact_id=person, text="bought")
    forget(stage, person)
    for table in ("seen", "reading_members", "signals"):
        assert stage.store.value(f"SELECT count(*) FROM {table}") == 0
    assert ContactStore(stage.store).by_phone(phone_of(1)) is None
