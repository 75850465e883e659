"""Decides whether a value fits a field that holds one thing: a text, a number, a time, a reference."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, TypeGuard

from whatsapp_studio.journeys import fields as f

# What is wrong: where inside the field, a code, and facts of its own.
Found = Iterator[tuple[str, str, dict[str, object]]]
Check = Callable[[Any, Any, Mapping[str, Any]], Found]

SHAPE: tuple[str, str, dict[str, object]] = ("", "field-shape", {})
REQUIRED: tuple[str, str, dict[str, object]] = ("", "field-required", {})
MOST_NAME = 200
_MINUTES = {"minutes": 1, "hours": 60, "days": 24 * 60, "weeks": 7 * 24 * 60}
_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_whole(value: Any) -> TypeGuard[int]:
    """Whether it is a whole number."""
    return isinstance(value, int) and not isinstance(value, bool)


def is_clock(value: Any) -> bool:
    """Whether it is a time of day, ``09:00``."""
    return isinstance(value, str) and _CLOCK.fullmatch(value) is not None


def is_day(value: Any) -> bool:
    """Whether it is a date that exists, ``2026-12-01``."""
    return isinstance(value, str) and _DAY.fullmatch(value) is not None and _reads(date.fromisoformat, value)


def is_moment(value: Any) -> bool:
    """Whether it is a date and time that exists, ``2026-12-01T09:00``."""
    return isinstance(value, str) and _MOMENT.fullmatch(value) is not None and _reads(datetime.fromisoformat, value)


def is_week(value: Any) -> bool:
    """Whether it is a list of days of the week, Monday 0."""
    return isinstance(value, list | tuple) and all(is_whole(day) and 0 <= day <= 6 for day in value)


def is_rule(value: Any) -> bool:
    """Whether it can be a rule, or none yet; what is in it is looked at elsewhere."""
    return value is None or isinstance(value, Mapping)


def _reads(reader: Callable[[str], object], value: str) -> bool:
    try:
        reader(value)
    except ValueError:
        return False
    return True


def text(field: f.Text, value: Any, beside: Mapping[str, Any]) -> Found:
    if not isinstance(value, str):
        yield SHAPE
    elif not value.strip():
        if field.required:
            yield REQUIRED
    elif (most := field.most(beside)) and len(value) > most:
        yield "", "field-too-long", {"most": most, "length": len(value)}


def number(field: f.Number, value: Any, _: Mapping[str, Any]) -> Found:
    if not is_whole(value):
        yield "", "field-number", {}
    elif not field.low <= value <= field.high:
        yield "", "field-range", {"low": field.low, "high": field.high}


def flag(_: f.Flag, value: Any, __: Mapping[str, Any]) -> Found:
    if not isinstance(value, bool):
        yield SHAPE


def choice(field: f.Choice, value: Any, _: Mapping[str, Any]) -> Found:
    if not isinstance(value, str) or value not in (option for option, _ in field.options):
        yield "", "field-choice", {}


def duration(field: f.Duration, value: Any, _: Mapping[str, Any]) -> Found:
    if not isinstance(value, Mapping):
        yield SHAPE
        return
    amount, unit = value.get("amount"), value.get("unit")
    if not is_whole(amount):
        yield "", "field-number", {}
    elif not isinstance(unit, str) or unit not in field.units or unit not in _MINUTES:
        yield SHAPE
    elif amount < 0 and not field.signed:
        yield "", "field-duration-negative", {}
    elif amount == 0 and field.required:
        yield "", "field-duration-none", {}
    elif abs(amount) * _MINUTES[unit] > field.most_days * _MINUTES["days"]:
        yield "", "field-duration-long", {"most": field.most_days}


def moment(field: f.Moment, value: Any, _: Mapping[str, Any]) -> Found:
    yield from _written(field, value, is_moment, "field-moment")


def day(field: f.Day, value: Any, _: Mapping[str, Any]) -> Found:
    yield from _written(field, value, is_day, "field-day")


def _written(field: f.Field, value: Any, fits: Callable[[Any], bool], code: str) -> Found:
    if value == "":
        if field.required:
            yield REQUIRED
    elif not fits(value):
        yield "", code, {}


def clock(_: f.Clock, value: Any, __: Mapping[str, Any]) -> Found:
    if not is_clock(value):
        yield "", "field-clock", {}


def window(_: f.Window, value: Any, __: Mapping[str, Any]) -> Found:
    yield from week("", value) if isinstance(value, Mapping) else (SHAPE,)


def week(inner: str, value: Mapping[str, Any]) -> Found:
    """Days of the week and hours, of a window or of a path."""
    days = value.get("weekdays")
    if not is_week(days):
        yield inner, "field-shape", {}
    elif not days:
        yield inner, "field-days-none", {}
    if not is_clock(value.get("from")) or not is_clock(value.get("to")):
        yield inner, "field-clock", {}


def repeat(_: f.Repeat, value: Any, __: Mapping[str, Any]) -> Found:
    if not isinstance(value, Mapping) or value.get("unit") not in ("days", "weeks", "months"):
        yield SHAPE
        return
    every, until = value.get("every"), value.get("until", "")
    if not is_week(value.get("weekdays", [])):
        yield SHAPE
    if not is_whole(every):
        yield "", "field-number", {}
    elif not 1 <= every <= 365:
        yield "", "field-range", {"low": 1, "high": 365}
    if until != "" and not is_day(until):
        yield "", "field-day", {}


def name(field: f.Field, value: Any, _: Mapping[str, Any]) -> Found:
    """A reference by name or id."""
    if not isinstance(value, str) or len(value) > MOST_NAME:
        yield SHAPE
    elif field.required and not value.strip():
        yield REQUIRED


def audience(field: f.Audience, value: Any, _: Mapping[str, Any]) -> Found:
    if value is None and field.required:
        yield REQUIRED
        return
    match value:
        case {"kind": "all"}:
            pass
        case {"kind": "list"}:
            listed = value.get("list", "")
            if not isinstance(listed, str) or len(listed) > MOST_NAME:
                yield SHAPE
            elif not listed.strip():
                yield "", "field-no-list", {}
        case {"kind": "rule"}:
            if not is_rule(value.get("rule")):
                yield SHAPE
        case _:
            yield SHAPE


def rule(_: f.RuleField, value: Any, __: Mapping[str, Any]) -> Found:
    if not is_rule(value):
        yield SHAPE


def template(field: f.TemplateRef, value: Any, _: Mapping[str, Any]) -> Found:
    if value is None:
        if field.required:
            yield REQUIRED
        return
    parts = [value.get(part) for part in ("name", "language")] if isinstance(value, Mapping) else [None]
    if not all(isinstance(part, str) and 0 < len(part) <= 512 for part in parts):
        yield SHAPE


def value_map(_: f.ValueMap, value: Any, __: Mapping[str, Any]) -> Found:
    if not isinstance(value, Mapping):
        yield SHAPE
        return
    for place, slot in value.items():
        fits = isinstance(slot, Mapping) and all(isinstance(slot.get(part, ""), str) for part in _SLOT)
        if not fits or slot.get("if_empty", "skip") not in ("skip", "block"):
            yield str(place), "field-shape", {}


_SLOT = ("expression", "fallback", "if_empty")


def media(field: f.Media, value: Any, _: Mapping[str, Any]) -> Found:
    if not isinstance(value, Mapping) or value.get("kind") not in ("image", "video", "document", "audio"):
        yield SHAPE
        return
    url, caption = value.get("url", ""), value.get("caption", "")
    if not isinstance(url, str) or not isinstance(caption, str):
        yield SHAPE
        return
    if not url.strip():
        if field.required:
            yield REQUIRED
    elif not re.match(r"https?://|\{[{%]", url.strip(), re.IGNORECASE):
        yield "", "field-url", {}
    if len(caption) > 1024:
        yield "", "field-too-long", {"most": 1024, "length": len(caption)}
