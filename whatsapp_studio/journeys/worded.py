"""Decides which words of a journey are there to be read, so that an example speaks the language of its reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace

from whatsapp_studio.journeys.graph import Fields, Journey, Step

Say = Callable[[str], str]
# By kind of step: fields that hold a text, and fields that hold rows with a name. Texts of buttons are no such words:
# they are what the template says.
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "end": ("label",), "consent": ("reason",), "send_window": ("text",), "notify": ("title", "text"),
}  # fmt: skip
_ROWS: Mapping[str, tuple[str, ...]] = {"wait_event": ("events",), "experiment": ("paths",)}


def worded(journey: Journey, say: Say) -> Journey:
    """The same journey with every word that a person reads said by ``say``; ids, rules and templates stay."""
    about = journey.settings.get("description")
    settings = {**journey.settings, "description": say(about)} if isinstance(about, str) and about else journey.settings
    return replace(
        journey,
        name=_said(journey.name, say),
        settings=settings,
        steps={id: _step(step, say) for id, step in journey.steps.items()},
        notes={id: replace(note, text=_said(note.text, say)) for id, note in journey.notes.items()},
        frames={id: replace(frame, title=_said(frame.title, say)) for id, frame in journey.frames.items()},
    )


def words(journey: Journey) -> list[str]:
    """Those words, each once, in the order of the journey."""
    found: dict[str, None] = {}

    def keep(text: str) -> str:
        found[text] = None
        return text

    worded(journey, keep)
    return list(found)


def _step(step: Step, say: Say) -> Step:
    fields: Fields = dict(step.fields)
    changed: dict[str, Any] = {}
    for name in _TEXTS.get(step.kind, ()):
        if isinstance(text := fields.get(name), str):
            changed[name] = _said(text, say)
    for name in _ROWS.get(step.kind, ()):
        if isinstance(rows := fields.get(name), list | tuple):
            changed[name] = [
                {**row, "name": _said(row["name"], say)} if isinstance(row, Mapping) and "name" in row else row
                for row in rows
            ]
    return replace(step, name=_said(step.name, say), note=_said(step.note, say), fields={**fields, **changed})


def _said(text: str, say: Say) -> str:
    return say(text) if text.strip() else text
