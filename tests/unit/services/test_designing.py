"""Decides that whatever is saved of a journey stays: drafts, what they were before, and what was published."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from tests.conftest import SettableClock
from tests.fixtures.studio import Workspace, rooms
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.journeys.codec import dump, load
from whatsapp_studio.journeys.edits import AddStep, RenameJourney
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.table import new_step

__all__ = ["rooms"]
replace = msgspec.structs.replace


def code_of(call: Callable[..., object], *args: object) -> str:
    with pytest.raises(StudioError) as caught:
        call(*args)
    return caught.value.code


def with_step(journey: Journey, kind: str = "wait") -> Journey:
    return AddStep(step=new_step(kind), place=(0, 96 * len(journey.steps))).apply(journey)


def test_a_new_journey_has_a_free_name_and_is_told(rooms: Workspace) -> None:
    first, second, named = rooms.journeys.create(), rooms.journeys.create(), rooms.journeys.create(" Spring ")

    assert [first.name, second.name, named.name] == ["New journey", "New journey 2", "Spring"]
    assert {row.id for row in rooms.journeys.all()} == {first.id, second.id, named.id}
    assert all(row.state == "draft" and row.steps == 0 for row in rooms.journeys.all())
    assert rooms.told == [Changes(journeys=frozenset({one.id})) for one in (first, second, named)]


def test_a_draft_is_saved_as_it_is_however_wrong(rooms: Workspace, clock: SettableClock) -> None:
    journey = with_step(with_step(rooms.journeys.create("Odd"), "send_template"), "jump")
    broken = replace(journey, settings={"tags": {"not": "a list"}, "life": [1, None, "x"]})
    clock.forward(seconds=5)

    at = rooms.journeys.save(broken)

    assert at == clock.now()
    assert rooms.journeys.get(journey.id) == load(dump(broken), strict=False).journey
    assert rooms.journeys.open(journey.id).text == dump(broken)
    (row,) = rooms.journeys.all()
    assert (row.steps, row.tags, row.saved_at) == (2, (), at)
    assert rooms.journeys.problems(journey.id)


def test_saving_what_is_saved_already_changes_nothing(rooms: Workspace, clock: SettableClock) -> None:
    journey = rooms.journeys.create("Same")
    at = rooms.journeys.saved_at(journey.id)
    rooms.told.clear()
    clock.forward(minutes=5)
    assert rooms.journeys.save(journey) == at
    assert rooms.told == []


def test_the_stored_text_is_the_file(rooms: Workspace, tmp_path: Path) -> None:
    journey = with_step(rooms.journeys.create("Round trip"))
    rooms.journeys.save(journey)
    rooms.journeys.export_file(journey.id, tmp_path / "one.wsjourney")
    assert (tmp_path / "one.wsjourney").read_text(encoding="utf-8") == dump(journey)
    assert list(tmp_path.glob("*.part")) == []

    other = Workspace(tmp_path / "other", rooms.clock)
    try:
        brought = other.journeys.import_file(tmp_path / "one.wsjourney")
        assert brought.id == journey.id
        other.journeys.export_file(brought.id, tmp_path / "two.wsjourney")
    finally:
        other.close()
    assert (tmp_path / "two.wsjourney").read_bytes() == (tmp_path / "one.wsjourney").read_bytes()


def test_importing_a_journey_that_is_here_makes_another_and_leaves_it(rooms: Workspace, tmp_path: Path) -> None:
    journey = with_step(rooms.journeys.create("Here"))
    rooms.journeys.save(journey)
    file = tmp_path / "here.wsjourney"
    rooms.journeys.export_file(journey.id, file)
    rooms.journeys.delete(journey.id)  # also of one that can still be brought back

    twin = rooms.journeys.import_file(file)

    assert twin.id != journey.id
    assert replace(twin, id=journey.id) == journey
    rooms.journeys.undelete(journey.id)
    assert rooms.journeys.get(journey.id) == journey


def test_a_file_with_an_odd_id_gets_another(rooms: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "odd.wsjourney"
    file.write_text(dump(Journey(id="../../etc", name="Odd")), encoding="utf-8")
    assert "/" not in rooms.journeys.import_file(file).id


def test_a_newer_file_is_kept_as_it_is_and_only_shown(rooms: Workspace, tmp_path: Path) -> None:
    text = dump(with_step(Journey(id="abc", name="Later"))).replace('"format": 1', '"format": 99')
    assert '"format": 99' in text
    file = tmp_path / "later.wsjourney"
    file.write_text(text, encoding="utf-8")

    journey = rooms.journeys.import_file(file)

    opened = rooms.journeys.open(journey.id)
    assert (opened.newer, opened.read_only) == (True, True)
    (row,) = rooms.journeys.all()
    assert row.about.newer
    for refused in (
        lambda: rooms.journeys.save(with_step(opened.journey)),
        lambda: rooms.journeys.rename("abc", "Mine"),
        lambda: rooms.journeys.duplicate("abc"),
        lambda: rooms.journeys.publish("abc"),
    ):
        assert code_of(refused) == "journey-newer"
    assert code_of(rooms.journeys.import_file, file) == "journey-newer-here-already"
    rooms.journeys.export_file("abc", tmp_path / "again.wsjourney")
    assert (tmp_path / "again.wsjourney").read_text(encoding="utf-8") == text


def test_files_that_cannot_be_read_or_written(rooms: Workspace, tmp_path: Path) -> None:
    assert code_of(rooms.journeys.import_file, tmp_path / "not there.wsjourney") == "cannot-read"
    damaged = tmp_path / "damaged.wsjourney"
    damaged.write_text('{"type": "wsjourney", "form', encoding="utf-8")
    assert code_of(rooms.journeys.import_file, damaged) == "journey-file-syntax"
    assert rooms.journeys.all() == ()
    journey = rooms.journeys.create()
    for path in (tmp_path / "no" / "folder.wsjourney", damaged / "in a file.wsjourney", tmp_path / ("x" * 252)):
        assert code_of(rooms.journeys.export_file, journey.id, path) == "cannot-write"


def test_a_name_and_a_copy(rooms: Workspace) -> None:
    journey = with_step(rooms.journeys.create("Spring"))
    rooms.journeys.save(journey)

    copy = rooms.journeys.duplicate(journey.id)
    rooms.journeys.rename(journey.id, " Autumn ")

    assert (copy.name, rooms.journeys.get(journey.id).name) == ("Spring 2", "Autumn")
    assert copy.steps == journey.steps
    assert copy.id != journey.id
    assert code_of(rooms.journeys.rename, copy.id, "  ") == "journey-name-empty"
    assert code_of(rooms.journeys.get, "nobody") == "journey-unknown"


def test_a_deleted_journey_comes_back_whole(rooms: Workspace) -> None:
    journey = with_step(rooms.journeys.create("Gone"))
    rooms.journeys.save(journey)
    rooms.journeys.keep(journey.id, "before")

    rooms.journeys.delete(journey.id)
    assert rooms.journeys.all() == ()
    rooms.journeys.save(with_step(journey))  # an autosave that was on its way
    assert rooms.journeys.all() == ()
    rooms.journeys.undelete(journey.id)

    assert len(rooms.journeys.get(journey.id).steps) == 2
    assert [one.label for one in rooms.journeys.versions(journey.id) if one.kind == "kept"] == ["before"]


def test_what_a_sitting_began_with_becomes_a_version(rooms: Workspace, clock: SettableClock) -> None:
    journey = with_step(rooms.journeys.create("Sittings"))
    states = [journey]
    rooms.journeys.save(journey)
    for minutes in (1, 1, 45, 1, 60 * 24):
        clock.forward(minutes=minutes)
        states.append(with_step(states[-1]))
        rooms.journeys.save(states[-1])

    found = rooms.journeys.versions(journey.id)

    # Before the pause of 45 minutes, and before that of a day; a blank journey is not worth a version.
    assert [(one.number, one.kind) for one in found] == [(2, "saved"), (1, "saved")]
    assert [rooms.journeys.version(journey.id, one.number) for one in found] == [states[4], states[2]]


def test_opening_begins_a_sitting_and_one_editor_has_it(rooms: Workspace, clock: SettableClock) -> None:
    journey = with_step(rooms.journeys.create("Held"))
    rooms.journeys.save(journey)

    assert rooms.journeys.hold(journey.id)
    assert not rooms.journeys.hold(journey.id)
    rooms.journeys.save(RenameJourney(name="Held!").apply(journey))
    rooms.journeys.save(RenameJourney(name="Held?").apply(journey))
    rooms.journeys.release(journey.id)
    assert rooms.journeys.hold(journey.id)

    (version,) = rooms.journeys.versions(journey.id)
    assert rooms.journeys.version(journey.id, version.number) == journey


def test_old_automatic_versions_are_thinned_and_no_others(rooms: Workspace, clock: SettableClock) -> None:
    journey = with_step(rooms.journeys.create("Thin"))
    rooms.journeys.save(journey)
    rooms.journeys.keep(journey.id, "the very first")
    for _ in range(24 * 30 * 5):
        clock.forward(hours=1)
        journey = replace(journey, name=f"Thin {clock.now():%m-%d %H}")
        rooms.journeys.save(journey)

    ages = [clock.now() - one.at for one in rooms.journeys.versions(journey.id) if one.kind == "saved"]

    assert sum(age <= timedelta(days=7) for age in ages) == 24 * 7
    assert 80 <= sum(timedelta(days=7) < age <= timedelta(days=90) for age in ages) <= 85
    assert 2 <= sum(age > timedelta(days=90) for age in ages) <= 3
    assert [one.label for one in rooms.journeys.versions(journey.id) if one.kind == "kept"] == ["the very first"]


def test_a_version_kept_by_name(rooms: Workspace) -> None:
    journey = with_step(rooms.journeys.create("Kept"))
    rooms.journeys.save(journey)
    rooms.told.clear()

    version = rooms.journeys.keep(journey.id, " before the sale ")

    assert (version.kind, version.label) == ("kept", "before the sale")
    assert rooms.journeys.version(journey.id, version.number) == journey
    assert rooms.told == [Changes(journeys=frozenset({journey.id}))]
    assert code_of(rooms.journeys.keep, journey.id, " ") == "journey-version-name-empty"
    assert code_of(rooms.journeys.version, journey.id, 99) == "journey-version-unknown"
