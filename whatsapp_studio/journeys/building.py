"""Decides which journey plain values say: every element checked, and one clear refusal where one is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.graph import CARD, ID, Frame, Journey, Link, Note, Point, Step
from whatsapp_studio.journeys.layout import tidy
from whatsapp_studio.journeys.settings import SETTINGS
from whatsapp_studio.journeys.shapes import Shape, fits, shape_of
from whatsapp_studio.journeys.table import KINDS, UNKNOWN, kind_of, known_ports, title_of

MOST_STEPS = 10_000
FARTHEST = 1_000_000
_ID = re.compile(ID)
# Where a problem is said to be: an id may not look like it.
_TAKEN = frozenset({"settings"})
_KNOWN = frozenset({"type", "format", "id", "name", "settings", "steps", "links", "notes", "frames", "layout"})
_STEP = frozenset({"kind", "fields", "name", "note", "disabled"})
_NOTE = frozenset({"text", "colour", "step", "printed"})
_FRAME = frozenset({"title", "colour", "steps"})
Raw = Mapping[str, Any]


def build(raw: Raw, *, strict: bool) -> Journey:
    """The journey that cleaned JSON of today's format says.

    What is wrong raises ``UserError`` when ``strict``; else it is left out, so that there always is a journey.
    """
    read = Reader(raw, strict)
    extra = {name: value for name, value in raw.items() if name not in _KNOWN}
    journey = Journey(
        id=read.text(raw, "id", "", "journey"),
        name=read.text(raw, "name", "", "journey"),
        settings=read.fields(read.part("settings"), "", tr("Settings")),
        steps=read.steps,
        links=read.links,
        notes=read.notes,
        frames=read.frames,
        places=read.places,
        extra={**extra, **read.kept},
    )
    if read.unplaced:
        journey = msgspec.structs.replace(journey, places={**journey.places, **tidy(journey)})
    return journey


class Reader:
    """Reads the elements of a journey, or of a part of one. ``kept`` are members of them that are not known here."""

    def __init__(self, raw: Raw, strict: bool) -> None:
        self._raw, self._strict = raw, strict
        self.kept: dict[str, Any] = {}
        self._ids: set[str] = set()
        layout = self.part("layout")
        if more := {name: value for name, value in layout.items() if name not in ("places", "collapsed")}:
            self.kept["layout"] = more
        self._collapsed = layout.get("collapsed", {})
        self.steps: dict[str, Step] = {}
        for id, one in self._elements("steps"):
            if (step := self._step(id, one)) is not None:
                self.steps[id] = step
        self.links = self._links()
        self.notes: dict[str, Note] = {}
        for id, one in self._elements("notes"):
            self.notes[id] = self._note(id, one)
        self.frames: dict[str, Frame] = {}
        for id, one in self._elements("frames"):
            self.frames[id] = self._frame(id, one)
        self.places = self._places(layout.get("places", {}))
        self.unplaced = not layout.get("places")

    def wrong(self, code: str, **facts: object) -> None:
        """Refuse, unless what is wrong may be left out."""
        if self._strict:
            raise UserError(code, **facts)

    def part(self, name: str) -> dict[str, Any]:
        """A member that is an object; an empty one where it is missing."""
        value = self._raw.get(name, {})
        if isinstance(value, dict):
            return value
        self.wrong("journey-file-type", what=name)
        return {}

    def text(self, raw: Raw, name: str, default: str, where: str) -> str:
        """A member that is a text."""
        value = raw.get(name, default)
        if isinstance(value, str):
            return value
        self.wrong("journey-file-type", what=f"{where}.{name}")
        return default

    def flag(self, raw: Raw, name: str, default: bool, where: str) -> bool:
        """A member that is true or false."""
        value = raw.get(name, default)
        if isinstance(value, bool):
            return value
        self.wrong("journey-file-type", what=f"{where}.{name}")
        return default

    def fields(self, raw: dict[str, Any], kind: str, what: str) -> dict[str, Any]:
        """The fields of a step of a kind (empty: the journey's settings), each made as the table says."""
        shapes = _shapes(kind)
        found = {}
        for name, value in raw.items():
            if name not in shapes or fits(value, shapes[name]):
                found[name] = value
            elif value is not None:
                self.wrong("journey-file-field", what=what, field=name)
        return found

    def _elements(self, part: str) -> list[tuple[str, dict[str, Any]]]:
        found = []
        elements = self.part(part)
        if part == "steps" and len(elements) > MOST_STEPS:
            raise UserError("journey-file-steps", count=len(elements), most=MOST_STEPS)
        for id, one in elements.items():
            if not _ID.fullmatch(id) or id in _TAKEN:
                self.wrong("journey-file-id", id=id[:80])
            elif id in self._ids:
                self.wrong("journey-file-twice", id=id)
            elif not isinstance(one, dict):
                self.wrong("journey-file-type", what=f"{part}.{id}")
            else:
                self._ids.add(id)
                found.append((id, one))
        return found

    def _step(self, id: str, raw: dict[str, Any]) -> Step | None:
        where = f"steps.{id}"
        kind = raw.get("kind")
        if not isinstance(kind, str) or not kind:
            self.wrong("journey-file-kind", id=id)
            return None
        fields = raw.get("fields", {})
        if not isinstance(fields, dict):
            self.wrong("journey-file-type", what=f"{where}.fields")
            fields = {}
        return Step(
            id=id, kind=kind, fields=self.fields(fields, kind, id), name=self.text(raw, "name", "", where),
            note=self.text(raw, "note", "", where), disabled=self.flag(raw, "disabled", False, where),
            extra={name: value for name, value in raw.items() if name not in _STEP},
        )  # fmt: skip

    def _links(self) -> dict[str, Link]:
        found = {}
        for id, target in self.part("links").items():
            source, _, port = id.partition(":")
            if not isinstance(target, str):
                self.wrong("journey-file-type", what=f"links.{id[:80]}")
            elif not _ID.fullmatch(port):
                self.wrong("journey-file-link", id=id[:80])
            elif source not in self.steps or target not in self.steps:
                lost = source if source not in self.steps else target
                self.wrong("journey-file-nowhere", id=id[:80], step=lost[:80])
            elif kind_of(step := self.steps[source]) is not UNKNOWN and port not in known_ports(step):
                self.wrong("journey-file-output", what=title_of(step), port=port)
            else:
                found[id] = Link(source, port, target)
        return found

    def _note(self, id: str, raw: dict[str, Any]) -> Note:
        where = f"notes.{id}"
        step = self.text(raw, "step", "", where)
        if step and step not in self.steps:
            self.wrong("journey-file-nowhere", id=id, step=step[:80])
            step = ""
        self._keep("notes", id, raw, _NOTE)
        return Note(
            id=id, text=self.text(raw, "text", "", where), step=step,
            colour=self.text(raw, "colour", "yellow", where), printed=self.flag(raw, "printed", True, where),
        )  # fmt: skip

    def _frame(self, id: str, raw: dict[str, Any]) -> Frame:
        where = f"frames.{id}"
        steps = raw.get("steps", [])
        if not isinstance(steps, list) or not all(isinstance(step, str) for step in steps):
            self.wrong("journey-file-type", what=f"{where}.steps")
            steps = []
        for lost in (step for step in steps if step not in self.steps):
            self.wrong("journey-file-nowhere", id=id, step=lost[:80])
        self._keep("frames", id, raw, _FRAME)
        collapsed = self._collapsed if isinstance(self._collapsed, dict) else {}
        return Frame(
            id=id, title=self.text(raw, "title", "", where), colour=self.text(raw, "colour", "grey", where),
            steps=tuple(dict.fromkeys(step for step in steps if step in self.steps)),
            collapsed=collapsed.get(id) is True,
        )  # fmt: skip

    def _keep(self, part: str, id: str, raw: dict[str, Any], known: frozenset[str]) -> None:
        if more := {name: value for name, value in raw.items() if name not in known}:
            self.kept.setdefault(part, {})[id] = more

    def _places(self, raw: object) -> dict[str, Point]:
        if not isinstance(raw, dict):
            self.wrong("journey-file-type", what="layout.places")
            raw = {}
        found: dict[str, Point] = {}
        for id in (*self.steps, *self.notes):
            if (place := raw.get(id)) is None:
                continue
            if not isinstance(place, list) or len(place) != 2 or not all(_is_number(n) for n in place):
                self.wrong("journey-file-type", what=f"layout.places.{id}")
                continue
            x, y = (max(-FARTHEST, min(FARTHEST, round(n))) for n in place)
            found[id] = (x, y)
        return placed(self.steps, self.notes, found)


def placed(steps: Mapping[str, Step], notes: Mapping[str, Note], places: Mapping[str, Point]) -> dict[str, Point]:
    """A place for every step and note: the given one, or one below each other."""
    lowest = max((places[i][1] for i in (*steps, *notes) if i in places), default=-CARD[1] * 2)
    found = {i: places[i] for i in (*steps, *notes) if i in places}
    for id in (*steps, *notes):
        if id not in found:
            lowest += CARD[1] * 2
            found[id] = (0, lowest)
    return found


@cache
def _shapes(kind: str) -> Mapping[str, Shape]:
    fields = SETTINGS if not kind else KINDS[kind].fields if kind in KINDS else ()
    return {field.name: shape_of(field) for field in fields}


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
