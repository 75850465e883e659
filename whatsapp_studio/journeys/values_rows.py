"""Decides whether a value fits a field that holds several things: paths, events, buttons, headers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from whatsapp_studio.audience.rules import KINDS
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.journeys import fields as f
from whatsapp_studio.journeys.graph import ID
from whatsapp_studio.journeys.values_plain import (
    MOST_NAME,
    REQUIRED,
    SHAPE,
    Found,
    is_day,
    is_rule,
    is_whole,
    week,
)

Row = Mapping[str, Any]
# What the table itself calls outputs beside a person's own, which cannot have these names.
_TAKEN: Mapping[type[f.Field], str] = {
    f.RulePaths: "other", f.TimePaths: "other", f.DatePaths: "other", f.Shares: "holdout", f.Events: "timeout",
    f.Outcomes: "timeout",
}  # fmt: skip
MOST_PATHS = 50
_PATH = re.compile(ID)
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}")
_HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,200}")
_TEXT, _TITLE, _EVENT = mark("text"), mark("title"), mark("event")


def _rows(
    field: f.Field, value: Any, check: Callable[[str, Row], Found], *, most: int, ids: bool = False, part: str = ""
) -> Found:
    """A list of objects, each looked at by ``check`` with its place: its id, or its number from 1.

    ``part`` is a member that may be there only once among them.
    """
    if not isinstance(value, list | tuple) or not all(isinstance(row, Mapping) for row in value):
        yield SHAPE
        return
    if field.required and not value:
        yield REQUIRED
    if len(value) > most:
        yield "", "field-too-many", {"most": most}
    seen: set[str] = {_TAKEN.get(type(field), "")}
    said: set[str] = set()
    for n, row in enumerate(value, 1):
        at = str(n)
        if ids:
            path = row.get("id")
            if not isinstance(path, str) or not _PATH.fullmatch(path) or path in seen:
                yield at, "field-path-id", {}
                continue
            seen.add(path)
            at = path
        yield from check(at, row)
        text = row.get(part)
        if part and isinstance(text, str) and text.strip():
            if text.strip().casefold() in said:
                yield at, "field-twice", {"text": text.strip()}
            said.add(text.strip().casefold())


def _string(at: str, row: Row, key: str, part: str, *, most: int = MOST_NAME, required: bool = False) -> Found:
    """A text of a row; ``part`` is its marked name."""
    text = row.get(key, "")
    if not isinstance(text, str):
        yield at, "field-shape", {}
    elif len(text) > most:
        yield at, "field-part-long", {"part": tr(part), "most": most, "text": text}
    elif required and not text.strip():
        yield at, "field-part-required", {"part": tr(part)}


def _named(at: str, row: Row) -> Found:
    yield from _string(at, row, "name", mark("name"), most=100)


def words(field: f.Words, value: Any, _: Row) -> Found:
    if not isinstance(value, list | tuple) or not all(isinstance(word, str) for word in value):
        yield SHAPE
        return
    if field.required and not any(word.strip() for word in value):
        yield REQUIRED
    if len(value) > 200:
        yield "", "field-too-many", {"most": 200}
    for word in value:
        if len(word) > 100:
            yield "", "field-part-long", {"part": tr(mark("word")), "most": 100, "text": word}


def rule_paths(field: f.RulePaths, value: Any, _: Row) -> Found:
    def check(at: str, row: Row) -> Found:
        yield from _named(at, row)
        if not is_rule(row.get("rule")):
            yield at, "field-shape", {}

    yield from _rows(field, value, check, most=MOST_PATHS, ids=True)


def time_paths(field: f.TimePaths, value: Any, _: Row) -> Found:
    def check(at: str, row: Row) -> Found:
        yield from _named(at, row)
        yield from week(at, row)

    yield from _rows(field, value, check, most=MOST_PATHS, ids=True)


def date_paths(field: f.DatePaths, value: Any, _: Row) -> Found:
    def check(at: str, row: Row) -> Found:
        yield from _named(at, row)
        first, last = row.get("from", ""), row.get("to", "")
        if first == "" or last == "":
            yield at, "field-part-required", {"part": tr(mark("first day")) if first == "" else tr(mark("last day"))}
        elif not is_day(first) or not is_day(last):
            yield at, "field-day", {}
        elif last < first:
            yield at, "field-turned", {}

    yield from _rows(field, value, check, most=MOST_PATHS, ids=True)


def shares(field: f.Shares, value: Any, _: Row) -> Found:
    most = 1000 if field.weights else 100

    def check(at: str, row: Row) -> Found:
        yield from _named(at, row)
        share = row.get("percent")
        if not is_whole(share):
            yield at, "field-number", {}
        elif not 0 <= share <= most:
            yield at, "field-range", {"low": 0, "high": most}

    yield from _rows(field, value, check, most=MOST_PATHS, ids=True)


def events(field: f.Events, value: Any, _: Row) -> Found:
    def check(at: str, row: Row) -> Found:
        yield from _named(at, row)
        yield from _string(at, row, "event", _EVENT, most=64, required=True)

    yield from _rows(field, value, check, most=MOST_PATHS, ids=True)


def outcomes(field: f.Outcomes, value: Any, _: Row) -> Found:
    def check(at: str, row: Row) -> Found:
        if row.get("on") not in ("delivered", "read", "clicked", "replied", "failed"):
            yield at, "field-shape", {}
        keywords = row.get("keywords", [])
        if not isinstance(keywords, list | tuple) or not all(isinstance(k, str) and len(k) <= 100 for k in keywords):
            yield at, "field-shape", {}
        yield from _string(at, row, "button", mark("button"))

    yield from _rows(field, value, check, most=MOST_PATHS, ids=True)


def event_fields(field: f.EventFields, value: Any, _: Row) -> Found:
    def check(at: str, row: Row) -> Found:
        name = row.get("name", "")
        if not isinstance(name, str) or row.get("kind", "text") not in KINDS:
            yield at, "field-shape", {}
        elif not name.strip():
            yield at, "field-part-required", {"part": tr(mark("name"))}
        elif not _NAME.fullmatch(name):
            yield at, "field-name-odd", {"text": name}

    yield from _rows(field, value, check, most=100, part="name")


def languages(field: f.LanguageRules, value: Any, _: Row) -> Found:
    def check(at: str, row: Row) -> Found:
        yield from _string(at, row, "language", mark("language"), required=True)
        if not is_rule(row.get("rule")):
            yield at, "field-shape", {}

    yield from _rows(field, value, check, most=MOST_PATHS)


def buttons(field: f.Buttons, value: Any, _: Row) -> Found:
    def check(at: str, row: Row) -> Found:
        yield from _string(at, row, "text", _TEXT, most=20, required=True)

    yield from _rows(field, value, check, most=field.most, ids=True, part="text")


def menu(field: f.Menu, value: Any, _: Row) -> Found:
    if not isinstance(value, Mapping):
        yield SHAPE
        return

    def check(at: str, row: Row) -> Found:
        yield from _string(at, row, "title", _TITLE, most=24, required=True)
        yield from _string(at, row, "description", mark("description"), most=72)

    yield from _string("button", value, "button", mark("button"), most=20, required=True)
    yield from _rows(field, value.get("rows", []), check, most=10, ids=True, part="title")


def pairs(field: f.Pairs, value: Any, _: Row) -> Found:
    def check(at: str, row: Row) -> Found:
        name, text = row.get("name", ""), row.get("value", "")
        if not isinstance(name, str) or not isinstance(text, str):
            yield at, "field-shape", {}
        elif not name.strip():
            yield at, "field-part-required", {"part": tr(mark("name"))}
        elif not _HEADER.fullmatch(name.strip()) or any(sign in text for sign in "\r\n\0"):
            yield at, "field-header", {"text": name.strip()}
        elif len(text) > 8192:
            yield at, "field-part-long", {"part": tr(mark("value")), "most": 8192, "text": text}

    yield from _rows(field, value, check, most=MOST_PATHS, part="name")


def changes(field: f.ContactChanges, value: Any, _: Row) -> Found:
    def check(at: str, row: Row) -> Found:
        yield from _string(at, row, "field", mark("field"), required=True)
        yield from _string(at, row, "value", mark("value"), most=10_000)

    yield from _rows(field, value, check, most=100)


def exits(field: f.ExitRules, value: Any, _: Row) -> Found:
    def check(at: str, row: Row) -> Found:
        yield from _named(at, row)
        if row.get("on") not in ("rule", "event") or not is_rule(row.get("rule")):
            yield at, "field-shape", {}
        yield from _string(at, row, "event", _EVENT, most=64)

    yield from _rows(field, value, check, most=MOST_PATHS, ids=True)
