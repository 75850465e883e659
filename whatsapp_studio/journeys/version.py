"""Decides when two journeys do the same to a contact: an id made from the logic, and from nothing else."""

from __future__ import annotations

import hashlib
from typing import Any

from whatsapp_studio.journeys.graph import Journey, Step
from whatsapp_studio.journeys.plain import clean, line
from whatsapp_studio.journeys.settings import setting, shown
from whatsapp_studio.journeys.table import UNKNOWN, kind_of


def version_id(journey: Journey) -> str:
    """32 hexadecimal digits: equal for journeys that differ in layout, names and remarks alone."""
    logic = {
        "settings": {f.name: setting(journey, f.name) for f in shown(journey.settings) if f.logic},
        "steps": {i: _logic(step) for i, step in journey.steps.items()},
        "links": {i: link.target for i, link in journey.links.items()},
    }
    return hashlib.blake2b(line(clean(logic)).encode(), digest_size=16).hexdigest()


def _logic(step: Step) -> dict[str, Any]:
    kind = kind_of(step)
    if kind is UNKNOWN:
        fields = {**step.extra, "fields": dict(step.fields)}
    else:
        fields = {"fields": {f.name: kind.value(step, f.name) for f in kind.shown(step.fields) if f.logic}}
    return {**fields, "kind": step.kind, "disabled": step.disabled}
