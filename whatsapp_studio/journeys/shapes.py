"""Decides what the value of each kind of field looks like in a file, as JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from whatsapp_studio.journeys import fields as f

Shape = dict[str, Any]
RULE = "#/$defs/rule"
_TEXT: Shape = {"type": "string"}
_WHOLE: Shape = {"type": "integer"}
_RULE: Shape = {"$ref": RULE}
_DAY: Shape = {"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2})?$"}
_CLOCK: Shape = {"type": "string", "pattern": r"^(\d{2}:\d{2})?$"}
_WEEKDAYS: Shape = {"type": "array", "items": {"type": "integer", "minimum": 0, "maximum": 6}}


def _object(**members: Shape) -> Shape:
    return {"type": "object", "properties": members}


def _rows(**members: Shape) -> Shape:
    return {"type": "array", "items": _object(**members)}


def _named(**members: Shape) -> Shape:
    return _rows(id=_TEXT, name=_TEXT, **members)


def _of(*words: str) -> Shape:
    return {"type": "string", "enum": list(words)}


_SHAPES: Mapping[type[f.Field], Shape | Callable[[Any], Shape]] = {
    f.Text: _TEXT,
    f.Number: lambda field: {"type": "integer", "minimum": field.low, "maximum": field.high},
    f.Flag: {"type": "boolean"},
    f.Choice: lambda field: _of(*(value for value, _ in field.options)),
    f.Duration: lambda field: _object(amount=_WHOLE, unit=_of(*field.units)),
    f.Moment: {"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})?$"},
    f.Day: _DAY,
    f.Clock: _CLOCK,
    f.Window: _object(weekdays=_WEEKDAYS, **{"from": _CLOCK, "to": _CLOCK}),
    f.Repeat: _object(every=_WHOLE, unit=_of("days", "weeks", "months"), weekdays=_WEEKDAYS, until=_DAY),
    f.Words: {"type": "array", "items": _TEXT},
    f.Audience: _object(kind=_of("all", "list", "rule"), list=_TEXT, rule=_RULE),
    f.ListName: _TEXT,
    f.ContactField: _TEXT,
    f.RuleField: _RULE,
    f.RulePaths: _named(rule=_RULE),
    f.TimePaths: _named(weekdays=_WEEKDAYS, **{"from": _CLOCK, "to": _CLOCK}),
    f.DatePaths: _named(**{"from": _DAY, "to": _DAY}),
    f.Shares: _named(percent=_WHOLE),
    f.Events: _named(event=_TEXT),
    f.Outcomes: _rows(
        id=_TEXT, on=_of("delivered", "read", "clicked", "replied", "failed"),
        keywords={"type": "array", "items": _TEXT}, button=_TEXT,
    ),
    f.EventFields: _rows(name=_TEXT, kind=_TEXT),
    f.TemplateRef: _object(name=_TEXT, language=_TEXT),
    f.ValueMap: {
        "type": "object", "additionalProperties": _object(expression=_TEXT, fallback=_TEXT, if_empty=_TEXT),
    },
    f.LanguageRules: _rows(rule=_RULE, language=_TEXT),
    f.Media: _object(kind=_of("image", "video", "document", "audio"), url=_TEXT, caption=_TEXT),
    f.Buttons: _rows(id=_TEXT, text=_TEXT),
    f.Menu: _object(button=_TEXT, rows=_rows(id=_TEXT, title=_TEXT, description=_TEXT)),
    f.Pairs: _rows(name=_TEXT, value=_TEXT),
    f.ContactChanges: _rows(field=_TEXT, value=_TEXT),
    f.StepRef: _TEXT,
    f.JourneyRef: _TEXT,
    f.ExitRules: _named(on=_of("rule", "event"), rule=_RULE, event=_TEXT),
    f.Zone: _TEXT,
}  # fmt: skip


def shape_of(field: f.Field) -> Shape:
    """The schema of a field's value; null is allowed where it is the default."""
    found = _SHAPES[type(field)]
    shape = found(field) if callable(found) else found
    if field.default is None and "type" in shape:
        shape = {**shape, "type": [shape["type"], "null"]}
    return dict(shape)


def fits(value: Any, shape: Shape) -> bool:
    """Whether a value is made as its shape says. Words, ranges and patterns are left to the checks."""
    if "$ref" in shape:
        return value is None or isinstance(value, dict)
    types = shape.get("type", ())
    if not any(_is(value, name) for name in ([types] if isinstance(types, str) else types)):
        return False
    if isinstance(value, list):
        return all(fits(one, shape["items"]) for one in value) if "items" in shape else True
    if isinstance(value, dict):
        known, other = shape.get("properties", {}), shape.get("additionalProperties")
        return all(
            fits(inner, known[name]) if name in known else other is None or fits(inner, other)
            for name, inner in value.items()
        )
    return True


def _is(value: Any, name: str) -> bool:
    match name:
        case "null":
            return value is None
        case "boolean":
            return isinstance(value, bool)
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "string":
            return isinstance(value, str)
        case "array":
            return isinstance(value, list)
        case _:
            return isinstance(value, dict)
