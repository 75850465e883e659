"""Decides that a message that comes back after its run went on or ended does not leave any more."""

from __future__ import annotations

import pytest

from tests.fixtures.running import Stage, journey_of, living, stage
from tests.fixtures.studio import add_people, store
from whatsapp_studio.base.clock import iso
from whatsapp_studio.delivery.message import Message
from whatsapp_studio.delivery.outcome import NotTaken, Refused
from whatsapp_studio.storage import runs
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.outbox import OutboxStore

__all__ = ["stage", "store"]
SENDS = ("in audience next=hello", "hello send_template next=good failed=bad timeout=bad", "good end", "bad end")


def claimed(stage: Stage) -> tuple[OutboxStore, Message, int]:
    """Somebody in a journey whose message is under way."""
    exits = [{"name": "Bought", "on": "event", "event": "bought"}]
    plan = stage.publish(journey_of(*SENDS, exits=exits, reentry="after_end"))
    (person,) = add_people(stage.store, 1)
    stage.enter(plan, [person])
    stage.settle()
    outbox = OutboxStore(stage.store)
    ((message,), _) = outbox.claim(10, stage.now)
    return outbox, message, person


def come_back(stage: Stage, outbox: OutboxStore, message: Message, how: str) -> None:
    match how:
        case "not taken":
            outbox.settle([(message, NotTaken("offline", 1), stage.now)])
        case "refused for all":
            outbox.settle([(message, Refused(131042, "", "all"), stage.now)])
        case "released":
            outbox.release([message])
        case _:
            outbox.reconcile(stage.now)
            outbox.settle_unknown([message.id], as_sent=False, now=stage.now)


@pytest.mark.parametrize("back", ["not taken", "refused for all", "released", "in doubt, and to be sent again"])
@pytest.mark.parametrize("end", ["exit", "gone", "restarted"])
def test_what_comes_back_after_its_run_is_over_never_leaves(stage: Stage, end: str, back: str) -> None:
    outbox, message, person = claimed(stage)
    match end:
        case "exit":
            stage.signal("event", contact_id=person, text="bought")
        case "gone":
            ContactStore(stage.store).delete([person], iso(stage.now))
            stage.signal("event", contact_id=person, text="anything")
        case _:
            with stage.store.write() as conn:
                runs.end_where(conn, "r.contact_id = ?", (person,), "restarted", runs.ms(stage.now))
    stage.settle()
    assert stage.at(1) == f"over:{end}"
    come_back(stage, outbox, message, back)
    stage.forward(minutes=2)
    assert outbox.claim(10, stage.now)[0] == []
    assert stage.outbox()[0][1] == "excluded"
    stage.settle()
    assert stage.at(1) == f"over:{end}"


def test_what_comes_back_while_its_run_waits_leaves(stage: Stage) -> None:
    outbox, message, _ = claimed(stage)
    come_back(stage, outbox, message, "not taken")
    stage.forward(minutes=2)
    assert [one.key for one in outbox.claim(10, stage.now)[0]] == [message.key]


def test_a_message_in_doubt_of_a_journey_that_was_stopped_is_not_sent_again(stage: Stage) -> None:
    outbox, message, _ = claimed(stage)
    outbox.reconcile(stage.now)
    journey = str(stage.store.value("SELECT journey_id FROM lives"))
    living(stage).stop(journey)
    outbox.settle_unknown([message.id], as_sent=False, now=stage.now)
    assert stage.outbox() == [(message.key, "excluded", "stopped")]
    assert stage.store.value("SELECT state FROM campaigns") == "stopped"
