"""Decides what a journey is: steps, the links between them, and what is drawn beside them, as frozen values."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import msgspec

# A card on the canvas, in pixels at 100 %. Places are the top left corner of what stands there.
CARD = (208, 76)
NOTE = (192, 120)
GRID, SNAP = 24, 8
# What an id looks like: of a step, a note, a frame, and of an output that a person made.
ID = "[A-Za-z0-9_-]{1,64}"

Point = tuple[int, int]
Fields = Mapping[str, Any]


def new_id() -> str:
    """An id for a step, a note or a frame: minted once, kept for ever (12 hexadecimal digits)."""
    return uuid.uuid4().hex[:12]


class Step(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One step. ``kind`` names a row of the step table; an unknown kind is kept untouched.

    ``name`` is what the person called it (empty: a title is made from the fields); ``fields`` holds plain JSON
    values by the names the table gives them and is never changed in place; ``extra`` holds members of a file that
    this version does not know.
    """

    id: str
    kind: str
    name: str = ""
    fields: Fields = {}
    disabled: bool = False
    note: str = ""
    extra: Fields = {}


class Link(msgspec.Struct, frozen=True):
    """An arrow from one output of a step to another step. An output has at most one arrow, an input any number."""

    source: str
    port: str
    target: str

    @property
    def id(self) -> str:
        """Its name on the canvas: the output it leaves."""
        return link_id(self.source, self.port)


class Note(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A sheet of paper on the canvas. Tied to a ``step`` it moves with it; ``printed`` is whether exports show it."""

    id: str
    text: str = ""
    step: str = ""
    colour: str = "yellow"
    printed: bool = True


class Frame(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A titled border around steps; collapsed it shows how many they are instead of them."""

    id: str
    title: str = ""
    colour: str = "grey"
    steps: tuple[str, ...] = ()
    collapsed: bool = False


class Journey(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A whole journey. Its mappings are by id and are never changed in place: an edit makes new ones.

    ``links`` are by :func:`link_id`; ``places`` hold the top left corner of every step and note.
    """

    id: str
    name: str = ""
    settings: Fields = {}
    steps: Mapping[str, Step] = {}
    links: Mapping[str, Link] = {}
    notes: Mapping[str, Note] = {}
    frames: Mapping[str, Frame] = {}
    places: Mapping[str, Point] = {}
    extra: Fields = {}

    @cached_property
    def out(self) -> Mapping[str, tuple[Link, ...]]:
        """The links that leave each step that has any."""
        return _grouped(self.links.values(), lambda link: link.source)

    @cached_property
    def into(self) -> Mapping[str, tuple[Link, ...]]:
        """The links that arrive at each step that has any."""
        return _grouped(self.links.values(), lambda link: link.target)

    def downstream(self, start: str) -> frozenset[str]:
        """Every step that can be reached from ``start``; ``start`` itself only by a loop."""
        return _reach(start, lambda step: (link.target for link in self.out.get(step, ())))

    def upstream(self, start: str) -> frozenset[str]:
        """Every step from which ``start`` can be reached; ``start`` itself only by a loop."""
        return _reach(start, lambda step: (link.source for link in self.into.get(step, ())))


def link_id(source: str, port: str) -> str:
    """The id of the link that leaves ``port`` of ``source``, whether there is one or not."""
    return f"{source}:{port}"


def _grouped(links: Iterable[Link], key: Any) -> dict[str, tuple[Link, ...]]:
    found: dict[str, list[Link]] = {}
    for link in links:
        found.setdefault(key(link), []).append(link)
    return {step: tuple(some) for step, some in found.items()}


def _reach(start: str, next_of: Any) -> frozenset[str]:
    seen: set[str] = set()
    left = [start]
    while left:
        found: Iterator[str] = next_of(left.pop())
        for step in found:
            if step not in seen:
                seen.add(step)
                left.append(step)
    return frozenset(seen)
