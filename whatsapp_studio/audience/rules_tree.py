"""Decides what a rule over a contact is: tests of fields, lists, consent and what people did, put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec

from whatsapp_studio.audience.rules_ops import OP_BY_NAME
from whatsapp_studio.base.errors import UserError

Scalar = str | int | float | bool | None
Value = Scalar | tuple[Scalar, ...]
How = Literal["all", "any", "none"]
Did = Literal["sent", "delivered", "read", "replied", "clicked", "failed", "entered", "inside", "finished"]
About = Literal["any", "template", "campaign", "journey"]

# No person writes more than this; a file that does is not ours.
DEEPEST, MOST, LONGEST, MOST_VALUES, GREATEST = 16, 200, 1000, 500, 10**15
HOWS: tuple[How, ...] = ("all", "any", "none")
CONSENTS = ("marketing", "utility")
DIDS: tuple[Did, ...] = (
    "sent", "delivered", "read", "replied", "clicked", "failed", "entered", "inside", "finished"
)  # fmt: skip
# What journeys make of somebody; the others are about messages.
IN_JOURNEYS: tuple[Did, ...] = ("entered", "inside", "finished")
ABOUTS: tuple[About, ...] = ("any", "template", "campaign", "journey")
MOST_DAYS = 36_500
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

    @property
    def key(self) -> str:
        """A name no list has: what is known of a contact may hold it where it is so."""
        return f"~consent|{self.consent}|{self.value}"


class InSegment(msgspec.Struct, frozen=True):
    """Whether a segment's rule is true for the contact, or with ``out`` is not."""

    segment: str
    out: bool = False

    @property
    def key(self) -> str:
        """A name no list has: what is known of a contact holds it where the rule is true."""
        return f"~segment|{self.segment}"


class Behaviour(msgspec.Struct, frozen=True):
    """Whether something happened with the contact within the last ``days`` (None: ever), or with ``out`` did not.

    ``about`` says of which messages or journeys; ``name`` is the template's, the campaign's or the journey's.
    """

    did: Did
    out: bool = False
    about: About = "any"
    name: str = ""
    days: int | None = None

    @property
    def key(self) -> str:
        """A name no list has: what is known of a contact holds it where it happened."""
        return f"~{self.did}|{self.about}:{self.name}|{'' if self.days is None else self.days}"


class Group(msgspec.Struct, frozen=True):
    """Rules together. Of no rules ``all`` and ``none`` are true and ``any`` is not."""

    how: How
    rules: tuple[Rule, ...] = ()


Rule = Test | InList | HasConsent | InSegment | Behaviour | Group


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
        case InSegment(name, out):
            return {"segment": name, "op": "not_in" if out else "in"}
        case Behaviour(did, out, about, name, days):
            found: dict[str, Any] = {"did": did, "op": "did_not" if out else "did"}
            if about != "any":
                found[about] = name
            return found if days is None else {**found, "days": days}
        case HasConsent(consent, value):
            return {"consent": consent, "op": "is", "value": value}
        case Test(field, op, None):
            return {"field": field, "op": op}
        case Test(field, op, value):
            return {"field": field, "op": op, "value": list(value) if isinstance(value, tuple) else value}


def tests(rule: Rule) -> Iterator[Test | InList | HasConsent | InSegment | Behaviour]:
    """Everything a rule asks, from left to right."""
    if isinstance(rule, Group):
        for one in rule.rules:
            yield from tests(one)
    else:
        yield rule


def fields_used(rule: Rule) -> frozenset[str]:
    """The fields a rule asks for, each with its start (``contact.country``)."""
    return frozenset(full_name(one.field) for one in tests(rule) if isinstance(one, Test) and one.field)


Keyed = InSegment | Behaviour | HasConsent


def keys_used(rule: Rule) -> dict[str, Keyed]:
    """What a rule asks that only the workspace can answer, by its key."""
    found: dict[str, Keyed] = {}
    for one in tests(rule):
        if isinstance(one, InSegment | Behaviour) or (isinstance(one, HasConsent) and one.consent != "marketing"):
            found[one.key] = one
    return found


def from_key(key: str) -> Keyed | None:
    """What a key asks, as if it were not turned round; None for the name of a list."""
    what, _, rest = key.partition("|")
    if not what.startswith("~"):
        return None
    if what == "~segment":
        return InSegment(rest)
    if what == "~consent":
        consent, _, value = rest.partition("|")
        return HasConsent(consent, value)
    of, _, days = rest.rpartition("|")
    about, _, name = of.partition(":")
    shape: dict[str, object] = {"did": what[1:]} if about == "any" else {"did": what[1:], about: name}
    try:
        return _behaviour(shape | {"days": int(days)} if days else shape)
    except (RuleError, ValueError):
        return None


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
    if "segment" in raw:
        return _in_segment(raw)
    if "did" in raw:
        return _behaviour(raw)
    return _test(raw)


def _in_list(raw: Mapping[str, Any]) -> InList:
    name, op = raw["list"], raw.get("op")
    if not isinstance(name, str) or len(name) > LONGEST or not raw.keys() <= {"list", "op"}:
        raise RuleError("rule-shape")
    if op not in ("in", "not_in"):
        raise RuleError("rule-op-unknown", op=_said(op))
    return InList(name, op == "not_in")


def _in_segment(raw: Mapping[str, Any]) -> InSegment:
    name, op = raw["segment"], raw.get("op")
    if not isinstance(name, str) or len(name) > LONGEST or not raw.keys() <= {"segment", "op"}:
        raise RuleError("rule-shape")
    if op not in ("in", "not_in"):
        raise RuleError("rule-op-unknown", op=_said(op))
    return InSegment(name, op == "not_in")


def _behaviour(raw: Mapping[str, Any]) -> Behaviour:
    op, days = raw.get("op", "did"), raw.get("days")
    about: About = next((one for one in ABOUTS[1:] if one in raw), "any")
    name = raw[about] if about != "any" else ""
    if op not in ("did", "did_not"):
        raise RuleError("rule-op-unknown", op=_said(op))
    if raw["did"] not in DIDS or not raw.keys() <= {"did", "op", "days", about}:
        raise RuleError("rule-shape")
    if raw["did"] in IN_JOURNEYS and about not in ("any", "journey"):
        raise RuleError("rule-shape")
    if not isinstance(name, str) or len(name) > LONGEST:
        raise RuleError("rule-shape")
    if days is not None and (type(days) is not int or not 1 <= days <= MOST_DAYS):
        raise RuleError("rule-shape")
    return Behaviour(raw["did"], op == "did_not", about, name, days)


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
