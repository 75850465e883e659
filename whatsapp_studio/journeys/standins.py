"""Decides what is sent in a rehearsal where nobody knows the templates: one of the right shape for every message."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from whatsapp_studio.journeys.flow import rows, value
from whatsapp_studio.journeys.graph import Journey, Step
from whatsapp_studio.journeys.reading import text
from whatsapp_studio.templates.template import Template, parse


def stand_ins(journey: Journey) -> Mapping[tuple[str, str], Template]:
    """A template for each that the journey sends, by name and language, with the places its steps fill.

    They have the buttons that are listened for after them.
    """
    buttons = tuple(dict.fromkeys(_listened(journey)))
    found: dict[tuple[str, str], Template] = {}
    for step in journey.steps.values():
        chosen = value(step, "template") if step.kind == "send_template" else None
        if not isinstance(chosen, Mapping) or not text(chosen, "name"):
            continue
        spoken = (text(chosen, "language"), *(text(row, "language") for row in rows(value(step, "languages"))))
        for language in filter(None, spoken):
            found[(text(chosen, "name"), language)] = _made(text(chosen, "name"), language, step, buttons)
    return found


def _listened(journey: Journey) -> Iterator[str]:
    for step in journey.steps.values():
        if step.kind == "reaction":
            for row in rows(value(step, "outcomes")):
                if text(row, "button"):
                    yield text(row, "button")


def _made(name: str, language: str, step: Step, buttons: tuple[str, ...]) -> Template:
    mapping = value(step, "mapping")
    places: dict[str, list[str]] = {"header": [], "body": []}
    for place in mapping if isinstance(mapping, Mapping) else ():
        part, _, key = str(place).partition(".")
        if part in places and key not in ("", "media"):
            places[part].append(key)
    named = any(not key.isdecimal() for keys in places.values() for key in keys)
    parts: list[dict[str, Any]] = [{"type": "BODY", "text": _text(places["body"])}]
    if places["header"]:
        parts.insert(0, {"type": "HEADER", "format": "TEXT", "text": _text(places["header"])})
    if buttons:
        parts.append({"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": one} for one in buttons]})
    return parse(
        {
            "id": "0", "name": name, "language": language, "status": "APPROVED", "category": "MARKETING",
            "parameter_format": "NAMED" if named else "POSITIONAL", "components": parts,
        }
    )  # fmt: skip


def _text(keys: list[str]) -> str:
    return " ".join(("…", *(f"{{{{{key}}}}}" for key in keys), "…"))
