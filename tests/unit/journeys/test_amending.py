"""Decides which changes may be made to a journey while contacts are inside, and whom each of them concerns."""

from __future__ import annotations

from typing import Any

import pytest

from whatsapp_studio.journeys.amending import SAFE, SAFE_SETTINGS, amendment
from whatsapp_studio.journeys.edits import (
    AddStep,
    ChangeStep,
    Connect,
    Disconnect,
    MoveItems,
    PutNote,
    RemoveItems,
    RenameJourney,
    SetFields,
    SetSettings,
)
from whatsapp_studio.journeys.graph import Journey, Link, Note, Step
from whatsapp_studio.journeys.settings import BY_NAME
from whatsapp_studio.journeys.table import KINDS, new_step

_STEPS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("enter", "event", {"event": "x"}),
    ("pause", "wait", {}),
    ("offer", "send_template", {}),
    ("ask", "condition", {"rules": [{"id": "yes", "name": "Yes", "rule": None}]}),
    ("bye", "end", {}),
)


def running() -> Journey:
    """enter → pause → offer → ask (yes → bye, other → pause again)."""
    steps = {
        i: Step(id=i, kind=kind, fields={**KINDS[kind].defaults(), **fields})
        for i, kind, fields in _STEPS
    }
    links = (
        Link("enter", "next", "pause"), Link("pause", "next", "offer"), Link("offer", "next", "ask"),
        Link("ask", "yes", "bye"), Link("ask", "other", "pause"),
    )  # fmt: skip
    places = dict.fromkeys(steps, (0, 0))
    return Journey(id="j", name="J", steps=steps, links={one.id: one for one in links}, places=places)


def test_every_field_that_is_called_safe_is_there() -> None:
    unknown = {kind: names - KINDS[kind].by_name.keys() for kind, names in SAFE.items()}
    assert unknown == dict.fromkeys(SAFE, frozenset())
    assert set(BY_NAME) >= SAFE_SETTINGS


def test_no_safe_field_changes_what_leaves_a_step() -> None:
    """Outputs are what arrows begin at: a field they come from can never be safe."""
    for kind in SAFE:
        step = new_step(kind)
        ports = [port.name for port in KINDS[kind].ports(step.fields)]
        for name in SAFE[kind]:
            emptied = {**step.fields, name: KINDS[kind].by_name[name].default}
            assert [port.name for port in KINDS[kind].ports(emptied)] == ports
            given: Any = [] if isinstance(emptied[name], list) else {} if isinstance(emptied[name], dict) else "x"
            assert [port.name for port in KINDS[kind].ports({**step.fields, name: given})] == ports


@pytest.mark.parametrize(
    "edit",
    [
        SetFields(step="pause", fields={"duration": {"amount": 5, "unit": "days"}}),
        SetFields(step="offer", fields={"mapping": {"body.1": {"expression": "x"}}}),
        SetFields(step="bye", fields={"label": "Other"}),
        ChangeStep(step="pause", name="Rest"),
        RenameJourney(name="Other"),
        MoveItems(places={"bye": (400, 400)}),
        PutNote(note=Note(id="n", text="Look"), place=(9, 9)),
        SetSettings(fields={"reentry": "after_end"}),
        SetSettings(fields={"exits": [{"id": "e", "event": "bought"}]}),
        SetSettings(fields={"description": "For spring"}),
    ],
)  # fmt: skip
def test_what_leaves_everybody_where_they_are_is_safe(edit: Any) -> None:
    found = amendment(running(), edit.apply(running()))
    assert found.any and found.safe and not found.structural


@pytest.mark.parametrize(
    "edit",
    [
        AddStep(step=new_step("end"), place=(0, 0)),
        RemoveItems(ids=frozenset({"bye"})),
        Disconnect(links=frozenset({"ask:other"})),
        Connect(link=Link("ask", "other", "bye")),
        ChangeStep(step="pause", disabled=True),
        SetFields(step="ask", fields={"rules": []}),
        SetFields(step="ask", fields={"by": "split"}),
        SetFields(step="enter", fields={"event": "other"}),
        SetFields(step="bye", fields={"goal": True}),
        SetSettings(fields={"time_zone": "Asia/Tokyo"}),
        SetSettings(fields={"life": {"amount": 2, "unit": "days"}}),
    ],
)  # fmt: skip
def test_what_moves_somebody_is_structural(edit: Any) -> None:
    found = amendment(running(), edit.apply(running()))
    assert found.structural


def test_the_same_differs_in_nothing() -> None:
    found = amendment(running(), running())
    assert not found.any and found.touched == () and found.ahead == 0


def test_each_change_says_who_is_before_it_and_who_is_at_it() -> None:
    draft = SetFields(step="offer", fields={"retry_times": 5}).apply(running())
    draft = SetFields(step="pause", fields={"duration": {"amount": 5, "unit": "days"}}).apply(draft)
    draft = ChangeStep(step="bye", name="Ciao").apply(draft)
    found = amendment(running(), draft, {"enter": 1, "pause": 20, "ask": 300, "bye": 4000, "gone": 5})

    # By the loop whoever is asked comes to the pause and the offer again.
    assert {one.step: (one.ahead, one.here) for one in found.touched} == {"pause": (301, 20), "offer": (321, 0)}
    assert found.ahead == 321
    assert set(found.steps) == {"pause", "offer"}, "a name alone concerns nobody"
