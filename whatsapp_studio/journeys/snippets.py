"""Decides what a journey is with the texts of its snippets in the places where these are named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from whatsapp_studio.journeys.graph import Journey, Step
from whatsapp_studio.templates.snippets import expand


def expanded(journey: Journey, snippets: Mapping[str, str]) -> Journey:
    """The journey with every snippet (by name) as its text; steps that name none are the same objects."""
    if not snippets:
        return journey
    steps = {id: with_texts(step, snippets) for id, step in journey.steps.items()}
    if all(step is journey.steps[id] for id, step in steps.items()):
        return journey
    return msgspec.structs.replace(journey, steps=steps)


def with_texts(step: Step, snippets: Mapping[str, str]) -> Step:
    """The step with every snippet (by name) as its text; the same object where it names none."""
    fields = {name: _value(value, snippets) for name, value in step.fields.items()}
    if all(fields[name] is value for name, value in step.fields.items()):
        return step
    return msgspec.structs.replace(step, fields=fields)


def _value(value: Any, snippets: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        made = expand(value, snippets)
        return made if made != value else value
    if isinstance(value, Mapping):
        parts = {key: _value(inner, snippets) for key, inner in value.items()}
        return parts if any(parts[key] is not inner for key, inner in value.items()) else value
    if isinstance(value, list | tuple):
        listed = [_value(inner, snippets) for inner in value]
        return type(value)(listed) if any(a is not b for a, b in zip(listed, value, strict=True)) else value
    return value
