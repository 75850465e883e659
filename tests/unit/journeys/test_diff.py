"""Decides that a diff names everything that differs, and nothing else."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given

from tests.fixtures.journeys import WELCOME, drawn, journeys
from whatsapp_studio.journeys.diff import Diff, diff
from whatsapp_studio.journeys.graph import Frame, Journey, Link, Note, Step

replace = msgspec.structs.replace
BASE = drawn(
    *WELCOME, notes={"n": Note(id="n", text="x")}, frames={"f": Frame(id="f", title="x")}, settings={"tags": ["a"]}
)


def without(mapping: Any, key: str) -> dict[str, Any]:
    return {i: one for i, one in mapping.items() if i != key}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"name": "New"}, {"name": True}),
        ({"settings": {"tags": ["b"]}}, {"settings": True}),
        ({"settings": {"tags": ["a"]}}, {}),
        ({"steps": {**BASE.steps, "z": Step(id="z", kind="end")}}, {"added": {"z"}}),
        ({"steps": without(BASE.steps, "out")}, {"removed": {"out"}}),
        ({"steps": {**BASE.steps, "day": replace(BASE.steps["day"], note="x")}}, {"changed": {"day"}}),
        ({"steps": {**BASE.steps, "day": replace(BASE.steps["day"])}}, {}),
        ({"places": {**BASE.places, "day": (8, 8)}}, {"moved": {"day"}}),
        ({"places": without(BASE.places, "day")}, {}),
        ({"links": {**BASE.links, "day:x": Link("day", "x", "out")}}, {"linked": {"day:x"}}),
        ({"links": without(BASE.links, "day:next")}, {"unlinked": {"day:next"}}),
        (
            {"links": {**BASE.links, "day:next": Link("day", "next", "out")}},
            {"linked": {"day:next"}, "unlinked": {"day:next"}},
        ),
        ({"notes": {}}, {"notes_removed": {"n"}}),
        ({"notes": {"n": Note(id="n", text="y")}}, {"notes_changed": {"n"}}),
        ({"notes": {**BASE.notes, "m": Note(id="m")}}, {"notes_added": {"m"}}),
        ({"frames": {}}, {"frames_removed": {"f"}}),
        ({"frames": {"f": Frame(id="f", title="y")}}, {"frames_changed": {"f"}}),
        ({"frames": {**BASE.frames, "g": Frame(id="g")}}, {"frames_added": {"g"}}),
    ],
)
def test_what_is_told(change: dict[str, Any], told: dict[str, Any]) -> None:
    found = diff(BASE, replace(BASE, **change))
    wanted: dict[str, Any] = {name: value if value is True else frozenset(value) for name, value in told.items()}
    assert found == Diff(**wanted)
    assert bool(found) == bool(told)


def test_nothing_is_told_of_the_same_value() -> None:
    assert not diff(BASE, BASE)
    assert not diff(BASE, replace(BASE))


@given(journeys(), journeys())
def test_a_diff_and_its_opposite(one: Journey, two: Journey) -> None:
    there, back = diff(one, two), diff(two, one)
    assert (there.added, there.removed, there.changed) == (back.removed, back.added, back.changed)
    assert (there.linked, there.unlinked) == (back.unlinked, back.linked)
    assert (there.notes_added, there.frames_added) == (back.notes_removed, back.frames_removed)
    assert not diff(one, one)
