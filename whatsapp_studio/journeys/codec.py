"""Decides how a journey is written as text and read again: the ``.wsjourney`` file, the same bytes every time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from whatsapp_studio.base.errors import UserError
from whatsapp_studio.journeys.building import build, placed
from whatsapp_studio.journeys.graph import Frame, Journey, Link, Note, Point, Step
from whatsapp_studio.journeys.plain import MOST_DEPTH, block, clean, clean_text, decode, parse
from whatsapp_studio.journeys.upgrades import FORMAT, upgraded

SUFFIX = ".wsjourney"
TYPE = "wsjourney"


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """A journey as it was read. A ``newer`` file is ``read_only``: what is not understood stands in ``text`` alone.

    ``text`` is what was read, sign for sign: a newer journey is stored and exported as that, never as a dump.
    """

    journey: Journey
    text: str
    read_only: bool = False
    newer: bool = False


def dump(journey: Journey) -> str:
    """The text of a journey: JSON, keys sorted, one element per line, what is only layout in a part of its own.

    Never raises, whatever a form put in: what JSON has no word for is left out.
    """
    return block(_raw(journey), deeper="layout") + "\n"


def load(text: str | bytes, *, strict: bool = True) -> Opened:
    """The journey that a text says. Raises ``UserError`` when it is not a journey or is damaged.

    Without ``strict`` what cannot be kept of a damaged element is left out instead: for what the program wrote itself.
    """
    text = decode(text) if isinstance(text, bytes) else text
    raw = parse(text)
    if not isinstance(raw, dict) or raw.get("type") != TYPE:
        raise UserError("journey-file-foreign")
    number = raw.get("format")
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise UserError("journey-file-foreign")
    if number > FORMAT:
        return Opened(journey=build(raw, strict=False), text=text, read_only=True, newer=True)
    return Opened(journey=build(upgraded(raw), strict=strict), text=text)


def raw_parts(
    steps: Mapping[str, Step],
    links: Mapping[str, Link],
    notes: Mapping[str, Note],
    frames: Mapping[str, Frame],
    places: Mapping[str, Point],
) -> dict[str, Any]:
    """The elements of a journey or of a part of one as plain JSON, by id."""
    layout: dict[str, Any] = {
        "places": {i: [round(x), round(y)] for i, (x, y) in placed(steps, notes, places).items()}
    }
    if collapsed := {i: True for i, frame in frames.items() if frame.collapsed}:
        layout["collapsed"] = collapsed
    return {
        "steps": {i: _step(step) for i, step in steps.items()},
        "links": {
            i: link.target for i, link in links.items() if link.source in steps and link.target in steps
        },
        "notes": {i: _note(note, steps) for i, note in notes.items()},
        "frames": {i: _frame(frame, steps) for i, frame in frames.items()},
        "layout": layout,
    }  # fmt: skip


def _raw(journey: Journey) -> dict[str, Any]:
    parts = raw_parts(journey.steps, journey.links, journey.notes, journey.frames, journey.places)
    extra = _plain(journey.extra)
    # Members of a part that this version does not know are kept beside the journey, by part and element.
    for part, kept in extra.items():
        if part not in parts or not isinstance(kept, dict):
            continue
        for name, members in kept.items():
            if part == "layout":
                parts[part].setdefault(name, members)
            elif name in parts[part] and isinstance(members, dict):
                parts[part][name] = {**members, **parts[part][name]}
    return {
        **{name: value for name, value in extra.items() if name not in parts},
        **parts,
        "type": TYPE, "format": FORMAT,
        "id": clean_text(journey.id), "name": clean_text(journey.name), "settings": _plain(journey.settings),
    }  # fmt: skip


def _step(step: Step) -> dict[str, Any]:
    found: dict[str, Any] = {**_plain(step.extra), "kind": clean_text(step.kind)}
    if step.fields:
        found["fields"] = _plain(step.fields)
    if step.name:
        found["name"] = clean_text(step.name)
    if step.note:
        found["note"] = clean_text(step.note)
    if step.disabled:
        found["disabled"] = True
    return found


def _note(note: Note, steps: Mapping[str, Step]) -> dict[str, Any]:
    found: dict[str, Any] = {"text": clean_text(note.text), "colour": clean_text(note.colour)}
    if note.step in steps:
        found["step"] = note.step
    if not note.printed:
        found["printed"] = False
    return found


def _frame(frame: Frame, steps: Mapping[str, Step]) -> dict[str, Any]:
    inside = [step for step in frame.steps if step in steps]
    return {"title": clean_text(frame.title), "colour": clean_text(frame.colour), "steps": inside}


def _plain(fields: Mapping[str, Any]) -> dict[str, Any]:
    found = {}
    for name, value in fields.items():
        try:
            # Three levels stand above a field in the file.
            found[clean_text(name)] = clean(value, MOST_DEPTH - 4)
        except ValueError:
            continue
    return found
