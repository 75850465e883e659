"""Which templates anything uses at all."""

from __future__ import annotations

from tests.fixtures.studio import NUMBER, Workspace, add_people, offer, rooms
from tests.unit.services.test_designing_publish import saved
from whatsapp_studio.campaigns.draft import Draft, Mapping

__all__ = ["rooms"]
VALUES = {"body.1": Mapping(expression="{{ contact.first_name }}")}


def test_journeys_and_campaigns_that_are_not_over_use_theirs(rooms: Workspace) -> None:
    rooms.connect()
    rooms.keep_templates(
        offer(), offer("Hallo {{1}}, Herbst", name="autumn_offer"),
        offer("Hi {{1}}, autumn", name="autumn_offer", language="en"),
        offer("Nobody {{1}} sends", name="lonely"), offer("Over {{1}} now", name="over"),
    )  # fmt: skip
    assert rooms.templates.used() == frozenset()
    saved(rooms)
    rooms.campaigns.create(Draft(name="A", template="autumn_offer", language="nl", translations={"en": ""}))
    rooms.campaigns.create(Draft(name="B"))
    over = rooms.campaigns.create(Draft(name="C", sender=NUMBER, template="over", language="nl", mapping=VALUES))
    add_people(rooms.store, 1)
    rooms.campaigns.launch(over.id, typed_count=1, hold_seconds=0)
    assert ("over", "nl") in rooms.templates.used()
    rooms.campaigns.stop(over.id)

    assert rooms.templates.used() == {("spring_offer", "nl"), ("autumn_offer", "nl"), ("autumn_offer", "en")}


def test_a_deleted_journey_uses_nothing(rooms: Workspace) -> None:
    rooms.journeys.delete(saved(rooms).id)

    assert rooms.templates.used() == frozenset()
