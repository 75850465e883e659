"""Decides what is wrong with a rule that has the right shape: what is missing, unknown or does not go together."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime

from whatsapp_studio.audience.rules_ops import OP_BY_NAME, Op
from whatsapp_studio.audience.rules_tree import Behaviour, Group, InList, InSegment, Rule, Test, Value, full_name
from whatsapp_studio.audience.rules_words import field_words
from whatsapp_studio.base.errors import Problem

MOST_DAYS = 36_500


def problems(
    rule: Rule,
    known_fields: Mapping[str, str] | None = None,
    lists: Collection[str] | None = None,
    *,
    segments: Collection[str] | None = None,
    where: str = "",
    facts: Mapping[str, object] | None = None,
) -> tuple[Problem, ...]:
    """Everything wrong with ``rule``, part by part.

    ``known_fields`` are kinds of contact fields by name and of others with their start (``event.total``); None, and
    None for ``lists`` and ``segments``, is not looked up, nor are fields of an event or the journey that are not named
    there.
    ``where`` and ``facts`` go into every problem; a part of a group adds its place, from 0 (``.1``, ``.1.0``).
    """
    return tuple(
        Problem(code, ".".join(part for part in (where, *map(str, at)) if part), {**(facts or {}), **own})
        for at, one in _parts(rule, ())
        for code, own in _problems(one, known_fields, lists, segments)
    )


_Found = Iterator[tuple[str, dict[str, object]]]


def _parts(rule: Rule, at: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], Rule]]:
    """A rule and all that is in it, each with its place."""
    yield at, rule
    if isinstance(rule, Group):
        for n, one in enumerate(rule.rules):
            yield from _parts(one, (*at, n))


def _problems(
    rule: Rule, known: Mapping[str, str] | None, lists: Collection[str] | None, segments: Collection[str] | None
) -> _Found:
    match rule:
        case Group(_, ()):
            yield "rule-group-empty", {}
        case InList(name):
            if not name.strip():
                yield "rule-list-missing", {}
            elif lists is not None and name not in lists:
                yield "rule-list-unknown", {"list": name}
        case InSegment(name):
            if not name.strip():
                yield "rule-segment-missing", {}
            elif segments is not None and name not in segments:
                yield "rule-segment-unknown", {"segment": name}
        case Behaviour(_, _, about, name) if about != "any" and not name.strip():
            yield f"rule-{about}-missing", {}
        case Test():
            yield from _test(rule, known)
        case _:
            pass


def _test(test: Test, known: Mapping[str, str] | None) -> _Found:
    start, _, name = full_name(test.field).partition(".")
    if not name.strip():
        yield "rule-field-missing", {}
        return
    said: dict[str, object] = {"field": field_words(test.field)}
    kind = ""
    if known is not None:
        kind = known.get(name if start == "contact" else f"{start}.{name}", "")
        if not kind and start == "contact":
            yield "rule-field-unknown", said
            return
    op = OP_BY_NAME[test.op]
    if kind and kind not in op.kinds:
        yield "rule-op-misfit", said
    elif code := _value(test.value, op, kind):
        yield code, said


def _value(value: Value, op: Op, kind: str) -> str:
    shape = op.shape_for(kind)
    if shape == "none":
        return ""
    if shape == "texts":
        some = value if isinstance(value, tuple) else (value,)
        return "rule-value-missing" if not some or any(_missing(one) for one in some) else ""
    if _missing(value):
        return "rule-value-missing"
    if isinstance(value, tuple):
        return "rule-value-one"
    if shape == "number":
        return "" if _number(value) is not None else "rule-value-number"
    if shape == "days":
        days = _number(value)
        return "" if days is not None and 0 <= days <= MOST_DAYS and days == int(days) else "rule-value-days"
    return "rule-value-date" if shape == "date" and not _is_date(value) else ""


def _missing(value: Value) -> bool:
    return value is None or value == () or (isinstance(value, str) and not value.strip())


def _number(value: Value) -> float | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        number = float(value)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _is_date(value: Value) -> bool:
    try:
        datetime.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        return False
    return True
