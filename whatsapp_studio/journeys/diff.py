"""Decides what is different between two values of a journey: what a scene, a form and a list have to follow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from whatsapp_studio.journeys.graph import Journey

_NONE: frozenset[str] = frozenset()


class Diff(msgspec.Struct, frozen=True, kw_only=True):
    """Ids by what happened to them. A link that leads elsewhere is both ``unlinked`` and ``linked``."""

    added: frozenset[str] = _NONE
    removed: frozenset[str] = _NONE
    changed: frozenset[str] = _NONE
    moved: frozenset[str] = _NONE
    linked: frozenset[str] = _NONE
    unlinked: frozenset[str] = _NONE
    notes_added: frozenset[str] = _NONE
    notes_removed: frozenset[str] = _NONE
    notes_changed: frozenset[str] = _NONE
    frames_added: frozenset[str] = _NONE
    frames_removed: frozenset[str] = _NONE
    frames_changed: frozenset[str] = _NONE
    settings: bool = False
    name: bool = False

    def __bool__(self) -> bool:
        return any(getattr(self, field) for field in self.__struct_fields__)


def diff(before: Journey, after: Journey) -> Diff:
    """What has to be done to show ``after`` where ``before`` is shown; compares by identity first, so it is quick."""
    added, removed, changed = _compare(before.steps, after.steps)
    notes_added, notes_removed, notes_changed = _compare(before.notes, after.notes)
    frames_added, frames_removed, frames_changed = _compare(before.frames, after.frames)
    linked, unlinked, relinked = _compare(before.links, after.links)
    _, _, moved = _compare(before.places, after.places)
    return Diff(
        added=added, removed=removed, changed=changed, moved=moved,
        linked=linked | relinked, unlinked=unlinked | relinked,
        notes_added=notes_added, notes_removed=notes_removed, notes_changed=notes_changed,
        frames_added=frames_added, frames_removed=frames_removed, frames_changed=frames_changed,
        settings=before.settings != after.settings, name=before.name != after.name,
    )  # fmt: skip


def _compare(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    if before is after:
        return _NONE, _NONE, _NONE
    changed = [i for i, one in after.items() if i in before and before[i] is not one and before[i] != one]
    return (
        frozenset(after.keys() - before.keys()),
        frozenset(before.keys() - after.keys()),
        frozenset(changed),
    )
