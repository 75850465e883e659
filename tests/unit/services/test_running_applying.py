"""Decides that what a journey changes of a contact says where it came from, and passes over what is gone."""

from __future__ import annotations

from tests.fixtures.running import Stage, journey_of, stage
from tests.fixtures.studio import T0, add_people, phone_of, store
from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.lists import ListStore

__all__ = ["stage", "store"]


def test_an_answer_to_marketing_is_written_down_with_its_journey_its_step_and_its_time(stage: Stage) -> None:
    ids = add_people(stage.store, 1, marketing="unknown")
    journey = journey_of(
        "in audience next=yes", "yes consent next=no", "no consent next=out", "out end",
        fields={"yes": {"set": "in", "reason": "Ticked the box"}, "no": {"set": "out", "reason": ""}},
    )  # fmt: skip
    stage.enter(stage.publish(journey), ids)
    stage.settle()
    people = ContactStore(stage.store)
    told = [(state, source, at) for state, source, at, _ in people.ledger(phone_of(1))]
    assert told == [
        ("no", "journey: Spring · Opt out", "2026-03-03T09:00:00.000+00:00"),
        ("yes", "journey: Spring · Opt in · Ticked the box", "2026-03-03T09:00:00.000+00:00"),
    ]
    person = people.get(ids[0])
    assert person is not None and person.marketing == "no"
    assert not people.blocked_phones(), "only a person's own word blocks a number"


def test_a_field_and_a_list_that_are_gone_change_nothing_and_hold_up_nobody(store: Store) -> None:
    stage = Stage(store, T0)
    people, lists = ContactStore(store), ListStore(store)
    people.add_field(CustomField(name="city", label="City", kind="text"))
    regulars = lists.create("Regulars", "2026-03-03").id
    ids = add_people(store, 1)
    changes = [{"field": "city", "value": "Utrecht"}, {"field": "gone", "value": "x"}, {"field": "phone", "value": "1"}]
    journey = journey_of(
        "in audience next=up", "up update_contact next=on", "on list_member next=off", "off list_member next=out",
        "out end", fields={"up": {"changes": changes}, "on": {"list": "Regulars"}, "off": {"list": "Gone"}},
    )  # fmt: skip
    stage.enter(stage.publish(journey), ids)
    stage.settle()
    person = people.get(ids[0])
    assert person is not None and (person.fields["city"], person.phone) == ("Utrecht", phone_of(1))
    assert [row[0] for row in store.rows("SELECT contact_id FROM list_members WHERE list_id = ?", (regulars,))] == ids
    assert stage.at(1) == "over:end"
