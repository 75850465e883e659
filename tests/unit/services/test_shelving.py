"""Putting campaigns in order: archive, trash, names and tags; a copy of a campaign."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.fixtures.studio import Workspace, rooms
from tests.unit.core_services.test_launching import launched
from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.words_audit import ACTIONS
from whatsapp_studio.campaigns.draft import Draft, Schedule
from whatsapp_studio.campaigns.labels import colour_of
from whatsapp_studio.campaigns.programme import Budget, Experiment, Treatment, Waves
from whatsapp_studio.services.shelving import Shelf

__all__ = ["rooms"]


@pytest.fixture
def shelf(rooms: Workspace) -> Shelf:
    return Shelf(rooms.store, rooms.clock, rooms.told.append)  # type: ignore[arg-type]


def code_of(act: object, *args: object) -> str:
    with pytest.raises(UserError) as refused:
        act(*args)  # type: ignore[operator]
    assert refused.value.code not in wording.sentence(refused.value)
    return refused.value.code


def test_what_is_in_the_trash_is_out_of_every_list_and_gives_its_name_away(rooms: Workspace, shelf: Shelf) -> None:
    first = rooms.campaigns.create(Draft(name="Spring"))
    assert shelf.trash([first.id]) == (first.id,)
    assert rooms.campaigns.all() == []
    assert rooms.campaigns.by_name("Spring") is None
    assert [one.name for one in shelf.deleted()] == ["Spring"]
    second = rooms.campaigns.create(Draft(name="Spring"))
    assert shelf.restore([first.id]) == (first.id,)
    assert {one.name for one in rooms.campaigns.all()} == {"Spring", "Spring 2"}
    assert rooms.campaigns.get(first.id).draft.name == "Spring 2"
    assert rooms.campaigns.get(second.id).name == "Spring"


def test_a_draft_in_the_trash_is_not_saved_over_and_can_be_deleted_for_good(rooms: Workspace, shelf: Shelf) -> None:
    made = rooms.campaigns.create(Draft(name="Spring"))
    assert code_of(shelf.erase, [made.id]) == "campaign-kept"
    shelf.trash([made.id])
    assert code_of(rooms.campaigns.save, made.id, Draft(name="Other")) == "campaign-not-a-draft"
    shelf.erase([made.id])
    assert shelf.deleted() == []
    assert code_of(rooms.campaigns.get, made.id) == "campaign-unknown"


def test_what_was_launched_is_never_deleted_and_archived_only_once_it_is_over(rooms: Workspace, shelf: Shelf) -> None:
    campaign = launched(rooms)
    assert code_of(shelf.trash, [campaign]) == "campaign-kept"
    assert code_of(shelf.archive, [campaign]) == "campaign-under-way"
    rooms.campaigns.stop(campaign)
    draft = rooms.campaigns.create(Draft(name="Idea")).id
    assert shelf.trash([campaign, draft]) == (draft,)
    assert shelf.archive([campaign]) == (campaign,)
    assert rooms.campaigns.get(campaign).archived_at is not None
    assert shelf.unarchive([campaign]) == (campaign,)
    assert rooms.campaigns.get(campaign).archived_at is None


def test_tags_are_one_whatever_their_case_and_can_be_put_back_exactly(rooms: Workspace, shelf: Shelf) -> None:
    one, two = (rooms.campaigns.create(Draft(name=name)).id for name in ("A", "B"))
    shelf.tag([one, two], "  Spring   sale ")
    assert shelf.tag([one], "SPRING SALE") == ()
    assert shelf.tags() == {"Spring sale": 2}
    shelf.tag([one], "Art")
    before = {one: rooms.campaigns.get(one).tags}
    assert before[one] == ("Art", "Spring sale")
    assert shelf.untag([one, two], "spring sale") == (one, two)
    shelf.put_tags(before)
    assert rooms.campaigns.get(one).tags == ("Art", "Spring sale")
    assert rooms.campaigns.get(two).tags == ()
    assert code_of(shelf.tag, [one], "  ") == "tag-empty"
    assert code_of(shelf.tag, [one], "x" * 41) == "tag-too-long"


def test_a_tag_has_one_colour_on_every_machine() -> None:
    assert [colour_of(tag, 6) for tag in ("Nursery", "nursery", "NURSERY")] == [colour_of("Nursery", 6)] * 3
    assert {colour_of(f"tag {n}", 6) for n in range(60)} == set(range(6))


def test_a_draft_gets_another_name_that_is_free(rooms: Workspace, shelf: Shelf) -> None:
    made = rooms.campaigns.create(Draft(name="Spring", template="t"))
    rooms.campaigns.create(Draft(name="Taken"))
    after = shelf.rename(made.id, "  Late   spring ")
    assert (after.name, after.draft.name, after.draft.template) == ("Late spring", "Late spring", "t")
    assert code_of(shelf.rename, made.id, "Taken") == "campaign-name-taken"
    assert code_of(shelf.rename, made.id, "  ") == "campaign-name-empty"
    assert code_of(shelf.rename, launched(rooms), "New") == "campaign-not-a-draft"


def test_a_copy_has_all_but_dates_and_history(rooms: Workspace, shelf: Shelf) -> None:
    draft = Draft(
        name="Spring", waves=Waves(sizes=(10, 20), times=("2026-01-01T10:00", "2026-01-01T11:00")),
        experiment=Experiment(treatments=(Treatment(key="a"), Treatment(key="b"))), per_day=500, fail_percent=7,
        budget=Budget(Decimal(5), "EUR"), schedule=Schedule(kind="at", local_time="2026-01-01T09:00", zone="UTC"),
        accepted_warnings=("no-receiver",), step="review", field="review.count",
    )  # fmt: skip
    made = rooms.campaigns.create(draft)
    shelf.tag([made.id], "Art")
    copy = rooms.campaigns.duplicate(made.id)
    assert (copy.state, copy.launched_at, copy.counts.total, copy.tags) == ("draft", None, 0, ("Art",))
    assert copy.draft.schedule == Schedule()
    assert copy.draft.waves == Waves(sizes=(10, 20))
    assert (copy.draft.experiment, copy.draft.budget) == (draft.experiment, draft.budget)
    assert (copy.draft.per_day, copy.draft.fail_percent) == (500, 7)
    assert (copy.draft.accepted_warnings, copy.draft.step, copy.draft.field) == ((), "purpose", "")


def test_every_deed_is_noted_and_told(rooms: Workspace, shelf: Shelf) -> None:
    made = rooms.campaigns.create(Draft(name="Spring")).id
    rooms.told.clear()
    for deed in (shelf.archive, shelf.unarchive, shelf.trash, shelf.restore):
        deed([made])
    shelf.tag([made], "Art")
    shelf.rename(made, "Summer")
    shelf.trash([made])
    shelf.erase([made])
    assert all(made in changes.campaigns for changes in rooms.told)
    assert len(rooms.told) == 8
    noted = {row["action"] for row in rooms.store.rows("SELECT action FROM audit")}
    assert {"campaign-archived", "campaign-unarchived", "campaign-trashed", "campaign-restored", "campaign-tagged",
            "campaign-renamed", "campaign-deleted"} <= noted <= set(ACTIONS)  # fmt: skip
