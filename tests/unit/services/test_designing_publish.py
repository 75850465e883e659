"""Decides what publishing freezes and what keeps it from happening, and what a journey knows of its workspace."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SettableClock
from tests.fixtures.studio import Workspace, offer, rooms
from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.base.errors import Blocked, UserError
from whatsapp_studio.journeys.codec import dump
from whatsapp_studio.journeys.edits import AddStep, MoveItems, SetFields
from whatsapp_studio.journeys.graph import Journey, link_id
from whatsapp_studio.journeys.surroundings import OtherJourney
from whatsapp_studio.journeys.table import new_step

__all__ = ["rooms"]


def complete(journey: Journey, *more: tuple[str, dict[str, Any]]) -> Journey:
    """An event lets a contact in, who goes through ``more`` and leaves."""
    after = ""
    first: tuple[str, dict[str, Any]] = ("event", {"source": "manual", "event": "signed_up"})
    for kind, fields in (first, *more, ("end", {"label": "Done"})):
        step = new_step(kind, fields)
        journey = AddStep(step=step, place=(0, 152 * len(journey.steps)), after=after).apply(journey)
        after = link_id(step.id, "next")
    return journey


def offering(journey: Journey) -> Journey:
    return complete(
        journey,
        ("send_template", {
            "template": {"name": "spring_offer", "language": "nl"},
            "mapping": {"body.1": {"expression": "{{ contact.first_name }}", "fallback": "you"}},
        }),
    )  # fmt: skip


def saved(rooms: Workspace, name: str = "Spring") -> Journey:
    journey = offering(rooms.journeys.create(name))
    rooms.journeys.save(journey)
    return journey


def step_of(journey: Journey, kind: str) -> str:
    return next(i for i, step in journey.steps.items() if step.kind == kind)


def test_errors_keep_it_from_being_published_and_are_all_told(rooms: Workspace) -> None:
    journey = saved(rooms)
    rooms.keep_templates()

    with pytest.raises(Blocked) as caught:
        rooms.journeys.publish(journey.id)

    assert {one.where.partition(".")[0] for one in caught.value.problems} == {step_of(journey, "send_template")}
    assert all(one.severity == "error" for one in caught.value.problems)
    assert rooms.journeys.published(journey.id) is None
    assert rooms.journeys.versions(journey.id) == ()
    rooms.keep_templates(offer())
    assert rooms.journeys.publish(journey.id).publication == 1


def test_what_is_published_stays_as_it_is_while_the_draft_goes_on(rooms: Workspace, clock: SettableClock) -> None:
    journey = saved(rooms)
    first = rooms.journeys.publish(journey.id)
    assert (first.kind, first.publication, first.at) == ("published", 1, clock.now())
    clock.forward(minutes=1)
    moved = MoveItems(places={step_of(journey, "end"): (800, 800)}).apply(journey)
    rooms.journeys.save(moved)
    (row,) = rooms.journeys.all()
    assert (row.state, row.changed) == ("published", False), "to move a step changes nothing for anybody"
    assert rooms.journeys.publish(journey.id) == first, "a second click changes nothing"

    changed = SetFields(step=step_of(journey, "send_template"), fields={"retry_times": 0}).apply(moved)
    rooms.journeys.save(changed)
    (row,) = rooms.journeys.all()
    assert row.changed
    assert rooms.journeys.published(journey.id) == journey
    second = rooms.journeys.publish(journey.id)

    assert second.publication == 2
    assert rooms.journeys.published(journey.id) == changed
    assert rooms.journeys.version(journey.id, first.number) == journey


def test_two_clicks_at_once_publish_once(rooms: Workspace) -> None:
    journey = saved(rooms)
    made = []

    def click() -> None:
        made.append(rooms.journeys.publish(journey.id))
        rooms.store.close_thread()

    threads = [threading.Thread(target=click) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(10)
    assert len(made) == 4 and len(set(made)) == 1


def test_a_file_takes_the_place_of_the_journey_it_came_from(rooms: Workspace, tmp_path: Path) -> None:
    journey = saved(rooms)
    file = tmp_path / "spring.wsjourney"
    changed = SetFields(step=step_of(journey, "send_template"), fields={"retry_times": 1}).apply(journey)
    file.write_text(dump(changed), encoding="utf-8")

    version = rooms.journeys.publish_file(file)

    assert (version.id, version.publication) == (journey.id, 1)
    assert rooms.journeys.get(journey.id) == changed
    assert [rooms.journeys.version(journey.id, one.number) for one in rooms.journeys.versions(journey.id)] == [changed]
    rooms.journeys.delete(journey.id)
    assert rooms.journeys.publish_file(file).id != journey.id, "what was deleted is not written over"
    file.write_text(dump(changed).replace('"format": 1', '"format": 99'), encoding="utf-8")
    with pytest.raises(UserError, match="journey-newer"):
        rooms.journeys.publish_file(file)


def test_what_a_journey_knows_of_the_workspace(rooms: Workspace, clock: SettableClock) -> None:
    rooms.contacts.create_list("Regulars")
    rooms.contacts.add_field(CustomField(name="birthday", label="Birthday", kind="date"))
    one = complete(rooms.journeys.create("One"))
    two = complete(rooms.journeys.create("Two"), ("jump", {"journey": one.id}))
    for journey in (one, two):
        rooms.journeys.save(journey)
    gone = rooms.journeys.create("Gone")
    rooms.journeys.delete(gone.id)

    around = rooms.journeys.surroundings(one.id)

    assert set(around.templates) == {("spring_offer", "nl")}
    assert around.lists == ("Regulars",)
    assert around.fields["birthday"] == "date" and around.fields["first_name"] == "text"
    assert around.journeys == {two.id: OtherJourney(name="Two", jumps=(one.id,), entries=("event",))}
    assert around.receiver and around.known
    assert around.now == clock.now()
    rooms.receiving = False
    assert not rooms.journeys.surroundings().receiver
    assert set(rooms.journeys.surroundings().journeys) == {one.id, two.id}


def test_how_every_journey_is(rooms: Workspace) -> None:
    good = saved(rooms, "Good")
    bad = rooms.journeys.create("Bad")
    rooms.journeys.save(AddStep(step=new_step("wait"), place=(0, 0)).apply(bad))

    health = rooms.journeys.health()

    assert set(health) == {good.id, bad.id}
    assert health[good.id][0] == 0
    assert health[bad.id][0] >= 1
    for id, (errors, warnings) in health.items():
        assert errors + warnings == len(rooms.journeys.problems(id))


def test_a_file_is_checked_with_what_the_workspace_has(rooms: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "spring.wsjourney"
    file.write_text(dump(offering(Journey(id="aaaa", name="Spring"))), encoding="utf-8")
    assert [one for one in rooms.journeys.check_file(file) if one.severity == "error"] == []
    rooms.keep_templates(offer(status="PAUSED"))
    assert rooms.journeys.has_templates()
    assert any(one.severity == "error" for one in rooms.journeys.check_file(file))
    assert rooms.journeys.all() == ()
