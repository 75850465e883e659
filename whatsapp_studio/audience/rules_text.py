"""Decides how a rule is written as an expression: ``contact.country == "NL" and in_list("vip")``."""

from __future__ import annotations

import json
import keyword
import re

from whatsapp_studio.audience.rules_tree import (
    STARTS,
    Behaviour,
    Group,
    HasConsent,
    How,
    InList,
    InSegment,
    Rule,
    Scalar,
    Test,
    Value,
)

COMPARED = {"is": "==", "is_not": "!=", "more": ">", "less": "<", "at_least": ">=", "at_most": "<="}
HELD = {"before": "<", "after": ">"}
WITHIN = {"is_one_of": "in", "is_not_one_of": "not in"}
HOLDING = {"contains": "in", "not_contains": "not in"}
# What is written as a function: of a field alone, and of a field and a value.
OF_FIELD = ("is_empty", "is_filled", "day_is_today", "in_this_month")
OF_FIELD_AND_VALUE = (
    "starts_with", "ends_with", "in_last_days", "in_next_days", "before_last_days", "after_next_days",
    "day_in_next_days",
)  # fmt: skip
GROUPS: dict[str, How] = {"all_of": "all", "any_of": "any", "none_of": "none"}
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_SURROGATE = re.compile("[\ud800-\udfff]")


def as_text(rule: Rule) -> str:
    """A rule as an expression; ``from_text`` gives the same rule back."""
    match rule:
        case Group(how, rules):
            return _group(how, rules)
        case InList(name, out):
            return f"not in_list({_literal(name)})" if out else f"in_list({_literal(name)})"
        case InSegment(name, out):
            return f"not in_segment({_literal(name)})" if out else f"in_segment({_literal(name)})"
        case Behaviour(did, out, about, name, days):
            about_text = f", {about}={_literal(name)}" if about != "any" else ""
            days_text = f", days={days}" if days is not None else ""
            return f"{'not ' if out else ''}did({_literal(did)}{about_text}{days_text})"
        case HasConsent(consent, value):
            return f"consent({_literal(consent)}) == {_literal(value)}"
        case Test():
            return _test(rule)


def _group(how: str, rules: tuple[Rule, ...]) -> str:
    if len(rules) > 1:
        text = (" and " if how == "all" else " or ").join(_inside(one) for one in rules)
        return f"not ({text})" if how == "none" else text
    name = next(name for name, other in GROUPS.items() if other == how)
    return f"{name}({', '.join(as_text(one) for one in rules)})"


def _inside(rule: Rule) -> str:
    """A rule within and / or: those with the same words in brackets."""
    text = as_text(rule)
    return f"({text})" if isinstance(rule, Group) and rule.how != "none" and len(rule.rules) > 1 else text


def _test(test: Test) -> str:
    field, op = field_text(test.field), test.op
    if op in COMPARED:
        return f"{field} {COMPARED[op]} {_value(test.value)}"
    if op in HELD:
        return f"{field} {HELD[op]} date({_value(test.value)})"
    if op in WITHIN:
        return f"{field} {WITHIN[op]} {_value(test.value)}"
    if op in HOLDING:
        return f"{_value(test.value)} {HOLDING[op]} {field}"
    if test.value is None and op in ("is_true", "is_false"):
        return field if op == "is_true" else f"not {field}"
    return f"{op}({field})" if test.value is None else f"{op}({field}, {_value(test.value)})"


def field_text(field: str) -> str:
    """A field as an expression names it: ``contact.country``, ``event["order no"]``."""
    start, dot, name = field.partition(".")
    if start not in STARTS or not dot:
        return f"field({_literal(field)})"
    plain = _PLAIN.fullmatch(name) and not keyword.iskeyword(name)
    return f"{start}.{name}" if plain else f"{start}[{_literal(name)}]"


def _value(value: Value) -> str:
    return f"[{', '.join(_literal(one) for one in value)}]" if isinstance(value, tuple) else _literal(value)


def _literal(value: Scalar) -> str:
    if isinstance(value, str):
        quoted = json.dumps(value, ensure_ascii=False)
        return _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", quoted)
    return repr(value)
