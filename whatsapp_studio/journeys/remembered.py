"""Decides that what is made of a part of a journey is made once: its steps and their fields are values."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Part = TypeVar("Part")
Other = TypeVar("Other")
Made = TypeVar("Made")
# What is made of two parts at a time is bigger: so many are kept.
_MOST, _MOST_OF_BOTH = 4096, 256


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


def once_for_both(make: Callable[[Part, Other], Made]) -> Callable[[Part, Other], Made]:
    """The same for what is made of two parts. It is shared by all threads: using it must change nothing in it."""
    kept: dict[tuple[int, int], tuple[Part, Other, Made]] = {}

    def remembered(part: Part, other: Other) -> Made:
        key = id(part), id(other)
        found = kept.get(key)
        if found is not None:
            return found[2]
        made = make(part, other)
        if len(kept) >= _MOST_OF_BOTH:
            kept.clear()
        kept[key] = part, other, made
        return made

    return remembered
