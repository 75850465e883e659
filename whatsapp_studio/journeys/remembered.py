"""Decides that what is made of a part of a journey is made once: its steps and their fields are values."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Part = TypeVar("Part")
Made = TypeVar("Made")
_MOST = 4096


def once(make: Callable[[Part], Made]) -> Callable[[Part], Made]:
    """``make``, which is asked once for each part; it may be any object, also one that cannot be hashed."""
    kept: dict[int, tuple[Part, Made]] = {}

    def remembered(part: Part) -> Made:
        # The part is kept with what was made of it, so that no other can have its id.
        found = kept.get(id(part))
        if found is not None:
            return found[1]
        made = make(part)
        if len(kept) >= _MOST:
            kept.clear()
        kept[id(part)] = part, made
        return made

    return remembered
