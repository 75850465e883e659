"""Decides what a rule over a contact is: tests of fields, lists and consent, put together with all, any and none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec

from whatsapp_studio.audience.rules_ops import OP_BY_NAME
from whatsapp_studio.base.errors import UserError

Scalar = str | int | float | bool | None
Value = Scalar | tuple[Scalar, ...]
How = Literal["all", "any", "none"]

# No person writes more than this; a file that does is not ours.
DEEPEST, MOST, LONGEST, MOST_VALUES, GREATEST = 16, 200, 1000, 500, 10**15
HOWS: tuple[How, ...] = ("all", "any", "none")
CONSENTS = ("marketing",)
SAYS = ("yes", "no", "unknown")
STARTS = ("contact", "event", "journey")


class RuleError(UserError):
    """What a file or a form gave is no rule; the code and facts say why."""


class Test(msgspec.Struct, frozen=True):
    """One field (``contact.country``; without a start a contact's) held against a value by an ``op``."""

    __test__ = False

    field: str
    op: str
    value: Value = None


class InList(msgspec.Struct, frozen=True):
    """Whether the contact is on a list, or with ``out`` is not on it."""

    list: str
    out: bool = False


class HasConsent(msgspec.Struct, frozen=True):
    """Whether the contact said ``yes``, ``no`` or nothing yet (``unknown``) to a kind of message."""

    consent: str = "marketing"
    value: str = "yes"


class Group(msgspec.Struct, frozen=True):
    """Rules together. Of no rules ``all`` and ``none`` are true and ``any`` is not."""

    how: How
    rules: tuple[Rule, ...] = ()


Rule = Test | InList | HasConsent | Group


def parse(raw: Any) -> Rule:
    """The rule that plain JSON stands for. Raises RuleError on anything else, however hostile.

    A value need not fit its ``op`` yet: a rule that is being written is a rule, and ``problems`` says the rest.
    """
    left = [MOST]
    return _parse(raw, 0, left)


def raw(rule: Rule) -> dict[str, Any]:
    """A rule as plain JSON, as ``parse`` reads it."""
    match rule:
        case Group(how, rules):
            return {how: [raw(one) for one in rules]}
        case InList(name, out):
            return {"list": name, "op": "not_in" if out else "in"}
        case HasConsent(consent, value):
            return {"consent": consent, "op": "is", "value": value}
        case Test(field, op, None):
            return {"field": field, "op": op}
        case Test(field, op, value):
            return {"field": field, "op": op, "value": list(value) if isinstance(value, tuple) else value}


def tests(rule: Rule) -> Iterator[Test | InList | HasConsent]:
    """Everything a rule asks, from left to right."""
    if isinstance(rule, Group):
        for one in rule.rules:
            yield from tests(one)
    else:
        yield rule


def fields_used(rule: Rule) -> frozenset[str]:
    """The fields a rule asks for, each with its start (``contact.country``)."""
    return frozenset(full_name(one.field) for one in tests(rule) if isinstance(one, Test) and one.field)


def full_name(field: str) -> str:
    """A field with its start; one without a start is a contact's."""
    return field if field.partition(".")[0] in STARTS and "." in field else f"contact.{field}"


def _parse(raw: Any, depth: int, left: list[int]) -> Rule:
    if raw is None:
        raise RuleError("rule-missing")
    if not isinstance(raw, Mapping):
        raise RuleError("rule-shape")
    left[0] -= 1
    if depth > DEEPEST or left[0] < 0:
        raise RuleError("rule-too-large", most=MOST, deepest=DEEPEST)
    for how in HOWS:
        if how in raw:
            inner = raw[how]
            if len(raw) != 1 or not isinstance(inner, list | tuple):
                raise RuleError("rule-shape")
            return Group(how, tuple(_parse(one, depth + 1, left) for one in inner))
    if "list" in raw:
        return _in_list(raw)
    if "consent" in raw:
        return _consent(raw)
    return _test(raw)


def _in_list(raw: Mapping[str, Any]) -> InList:
    name, op = raw["list"], raw.get("op")
    if not isinstance(name, str) or len(name) > LONGEST or not raw.keys() <= {"list", "op"}:
        raise RuleError("rule-shape")
    if op not in ("in", "not_in"):
        raise RuleError("rule-op-unknown", op=_said(op))
    return InList(name, op == "not_in")


def _consent(raw: Mapping[str, Any]) -> HasConsent:
    if raw.get("op") != "is":
        raise RuleError("rule-op-unknown", op=_said(raw.get("op")))
    if raw["consent"] not in CONSENTS or raw.get("value") not in SAYS or not raw.keys() <= {"consent", "op", "value"}:
        raise RuleError("rule-shape")
    return HasConsent(raw["consent"], raw["value"])


def _test(raw: Mapping[str, Any]) -> Test:
    field, op = raw.get("field"), raw.get("op")
    if not isinstance(field, str) or len(field) > LONGEST or not raw.keys() <= {"field", "op", "value"}:
        raise RuleError("rule-shape")
    if not isinstance(op, str) or op not in OP_BY_NAME:
        raise RuleError("rule-op-unknown", op=_said(op))
    return Test(field, op, value_of(raw.get("value")))


def value_of(raw: Any) -> Value:
    """A value of a test: a text, a number, yes or no, nothing, or several of them. Raises RuleError."""
    if isinstance(raw, list | tuple):
        if len(raw) > MOST_VALUES:
            raise RuleError("rule-too-large", most=MOST, deepest=DEEPEST)
        return tuple(_scalar(one) for one in raw)
    return _scalar(raw)


def _scalar(raw: Any) -> Scalar:
    match raw:
        case None | bool():
            return raw
        case str() if len(raw) <= LONGEST:
            return raw
        case int() | float() if -GREATEST <= raw <= GREATEST:
            return raw
        case _:
            raise RuleError("rule-shape")


def _said(op: Any) -> str:
    return op[:40] if isinstance(op, str) else ""
