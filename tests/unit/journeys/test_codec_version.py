"""Shows that a version id follows the logic of a journey and nothing else."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given

from tests.fixtures.journeys import WELCOME, drawn, journeys
from whatsapp_studio.journeys.codec import dump, load
from whatsapp_studio.journeys.edits import (
    ChangeStep,
    Disconnect,
    Edit,
    MoveItems,
    PutFrame,
    PutNote,
    RemoveItems,
    RenameJourney,
    SetFields,
    SetSettings,
)
from whatsapp_studio.journeys.graph import Frame, Journey, Note
from whatsapp_studio.journeys.version import version_id

JOURNEY = drawn(*WELCOME)


@pytest.mark.parametrize(
    "edit",
    [
        MoveItems(places={"day": (800, 8)}),
        ChangeStep(step="day", name="A day of rest"),
        ChangeStep(step="day", note="why?"),
        PutNote(note=Note(id="n", text="x"), place=(0, 0)),
        PutFrame(frame=Frame(id="f", steps=("day",))),
        RenameJourney(name="Welcome 2"),
        SetSettings(fields={"description": "for who is new", "tags": ["new"]}),
        # The value of a field that does not count with the others.
        SetFields(step="day", fields={"date": "2026-12-01T09:00"}),
        # A default that is written out.
        SetSettings(fields={"late": "send"}),
    ],
)
def test_what_changes_nothing_for_a_contact_is_the_same_version(edit: Edit) -> None:
    assert edit.apply(JOURNEY) != JOURNEY
    assert version_id(edit.apply(JOURNEY)) == version_id(JOURNEY)


@pytest.mark.parametrize(
    "edit",
    [
        SetFields(step="day", fields={"duration": {"amount": 2, "unit": "days"}}),
        ChangeStep(step="day", disabled=True),
        Disconnect(links=frozenset({"day:next"})),
        RemoveItems(ids=frozenset({"news"})),
        SetSettings(fields={"late": "ask"}),
    ],
)
def test_what_a_contact_would_notice_is_another_version(edit: Edit) -> None:
    assert version_id(edit.apply(JOURNEY)) != version_id(JOURNEY)


@given(journeys())
def test_a_file_keeps_its_version(journey: Journey) -> None:
    read = load(dump(journey)).journey
    assert version_id(read) == version_id(journey)
    assert version_id(msgspec.structs.replace(read, places={})) == version_id(journey)
