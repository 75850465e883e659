"""Decides the published JSON Schema of a journey file: made from the step table, so that the two cannot differ."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from whatsapp_studio.audience.rules_tree import DIDS
from whatsapp_studio.journeys.building import FARTHEST
from whatsapp_studio.journeys.fields import Field
from whatsapp_studio.journeys.graph import ID
from whatsapp_studio.journeys.settings import SETTINGS
from whatsapp_studio.journeys.shapes import RULE, shape_of
from whatsapp_studio.journeys.table import KINDS
from whatsapp_studio.journeys.upgrades import FORMAT

_TEXT = {"type": "string"}
_ID = f"^{ID}$"
_RULES = {"type": "array", "items": {"$ref": RULE}}
_PLACE = {
    "type": "array", "minItems": 2, "maxItems": 2,
    "items": {"type": "integer", "minimum": -FARTHEST, "maximum": FARTHEST},
}  # fmt: skip


def schema() -> dict[str, Any]:
    """The schema. Members and kinds of step it does not name are allowed: a program keeps what it does not know."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:whatsapp-studio:wsjourney:{FORMAT}",
        "title": "WhatsApp Studio journey",
        "description": "UTF-8, keys sorted, one element per line. A link is step:output and leads to a step.",
        "type": "object",
        "required": ["type", "format", "id", "steps"],
        "properties": {
            "type": {"const": "wsjourney"},
            "format": {"const": FORMAT},
            "id": _TEXT,
            "name": _TEXT,
            "settings": _members(SETTINGS),
            "steps": _by_id({"$ref": "#/$defs/step"}),
            "links": {
                "type": "object", "propertyNames": {"pattern": f"^{ID}:{ID}$"},
                "additionalProperties": {"type": "string", "pattern": _ID},
            },
            "notes": _by_id(_object(text=_TEXT, step=_TEXT, colour=_TEXT, printed={"type": "boolean"})),
            "frames": _by_id(_object(title=_TEXT, colour=_TEXT, steps={"type": "array", "items": _TEXT})),
            "layout": _object(places=_by_id(_PLACE), collapsed=_by_id({"type": "boolean"})),
        },
        "$defs": {
            "step": {
                "type": "object",
                "required": ["kind"],
                "properties": {
                    "kind": {"type": "string", "minLength": 1}, "fields": {"type": "object"},
                    "name": _TEXT, "note": _TEXT, "disabled": {"type": "boolean"},
                },
                "allOf": [
                    {
                        "if": {"properties": {"kind": {"const": kind.name}}},
                        "then": {
                            "title": kind.label, "description": kind.about,
                            "properties": {"fields": _members(kind.fields)},
                        },
                    }
                    for kind in KINDS.values()
                ],
            },
            "rule": {
                "type": ["object", "null"],
                "properties": {
                    "all": _RULES, "any": _RULES, "none": _RULES,
                    "field": _TEXT, "list": _TEXT, "consent": _TEXT, "op": _TEXT, "segment": _TEXT,
                    "did": {"enum": list(DIDS)}, "template": _TEXT, "campaign": _TEXT, "journey": _TEXT,
                    "days": {"type": "integer", "minimum": 1},
                },
            },
        },
    }  # fmt: skip


def schema_text() -> str:
    """The schema as it is published in ``resources/schemas``."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def _members(fields: Iterable[Field]) -> dict[str, Any]:
    found = {}
    for field in fields:
        words = {"title": field.label} | ({"description": field.help} if field.help else {})
        found[field.name] = {**words, **shape_of(field), "default": field.default}
    return _object(**found)


def _object(**members: Any) -> dict[str, Any]:
    return {"type": "object", "properties": members}


def _by_id(element: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "propertyNames": {"pattern": _ID}, "additionalProperties": element}
