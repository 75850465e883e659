"""Decides whether a rule is true for one contact at one moment."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from whatsapp_studio.audience.consent import read_say
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.audience.rules_tree import Behaviour, Group, HasConsent, InList, InSegment, Rule, Test, full_name
from whatsapp_studio.base.clock import iso

LIKE_A_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class RuleFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a contact: fields by name, the lists it is on, and its say by kind of message.

    Among ``lists`` are the keys of what only the workspace can tell (``InSegment.key``, ``Behaviour.key``), where true.

    ``event`` and ``journey`` hold what came with an event and what earlier steps kept.
    """

    contact: Mapping[str, Any] = {}
    event: Mapping[str, Any] = {}
    journey: Mapping[str, Any] = {}
    lists: Collection[str] = frozenset()
    consent: Mapping[str, str] = {}

    def value(self, field: str) -> Any:
        """The value of a field by its name (``contact.country``); None where there is none."""
        start, _, name = full_name(field).partition(".")
        return {"contact": self.contact, "event": self.event, "journey": self.journey}[start].get(name)


def facts_of(contact: Contact, lists: Collection[str] = (), **more: Mapping[str, Any]) -> RuleFacts:
    """What a rule can ask of a contact; ``more`` is ``event`` and ``journey``."""
    return RuleFacts(
        contact={**contact.values(), **_beside(contact)}, lists=frozenset(lists),
        consent={"marketing": contact.marketing, "utility": contact.utility}, **more,
    )  # fmt: skip


def _beside(contact: Contact) -> dict[str, object]:
    """What rules can ask of a contact and messages cannot say."""
    return {"is_test": contact.is_test, "created_at": iso(contact.created_at) if contact.created_at else None}


def matches(rule: Rule, facts: RuleFacts, now: datetime, zone: tzinfo | str = "UTC") -> bool:
    """Whether ``rule`` is true. ``now`` is aware; ``zone`` says which day it is for the contact.

    Texts are compared without regard to capitals and spaces around them. What is not known is neither more nor
    less nor equal to anything: it is only empty, and not what it is asked to be.
    """
    today = now.astimezone(_zone(zone)).date()
    return _matches(rule, facts, today, _zone(zone))


def holds(test: Test, value: Any, now: datetime, zone: tzinfo) -> bool:
    """Whether one test is true of a value, whatever its field is."""
    return _test(test, value, now.astimezone(zone).date(), zone)


def _matches(rule: Rule, facts: RuleFacts, today: date, zone: tzinfo) -> bool:
    match rule:
        case Group("all", rules):
            return all(_matches(one, facts, today, zone) for one in rules)
        case Group("any", rules):
            return any(_matches(one, facts, today, zone) for one in rules)
        case Group(_, rules):
            return not any(_matches(one, facts, today, zone) for one in rules)
        case InList(name, out):
            return (name in facts.lists) != out
        case InSegment(_, out) | Behaviour(_, out):
            return (rule.key in facts.lists) != out
        case HasConsent(consent, value):
            if consent == "marketing" or consent in facts.consent:
                return facts.consent.get(consent, "unknown") == value
            return rule.key in facts.lists
        case Test():
            return _test(rule, facts.value(rule.field), today, zone)


def _test(test: Test, value: Any, today: date, zone: tzinfo) -> bool:
    wanted = test.value
    if isinstance(value, tuple) and test.op not in ("is_empty", "is_filled"):
        return _several_test(test, value, today, zone)
    match test.op:
        case "is_empty":
            return _empty(value)
        case "is_filled":
            return not _empty(value)
        case "is_true" | "is_false":
            return _say(value) == ("yes" if test.op == "is_true" else "no")
        case "is" | "is_not":
            return _same(value, wanted, zone) == (test.op == "is")
        case "is_one_of" | "is_not_one_of":
            many = wanted if isinstance(wanted, tuple) else (wanted,)
            return any(_same(value, one, zone) for one in many) == (test.op == "is_one_of")
        case "contains" | "not_contains" | "starts_with" | "ends_with":
            return _text_test(test.op, _text(value), _text(wanted))
        case "more" | "less" | "at_least" | "at_most":
            mine, other = _number(value), _number(wanted)
            return mine is not None and other is not None and _ORDER[test.op](mine, other)
        case _:
            return _date_test(test.op, _date(value, zone), wanted, today, zone)


def _several_test(test: Test, value: tuple[Any, ...], today: date, zone: tzinfo) -> bool:
    """A field of several texts: it contains a text that is one of them, and is what one of them is."""
    one_of = {"contains": "is", "not_contains": "is_not"}.get(test.op, test.op)
    out = one_of in ("is_not", "is_not_one_of")
    found = any if not out else all
    return found(_test(Test(test.field, one_of, test.value), one, today, zone) for one in value)


_ORDER: Mapping[str, Callable[[float, float], bool]] = {
    "more": operator.gt, "less": operator.lt, "at_least": operator.ge, "at_most": operator.le,
}  # fmt: skip


def _text_test(op: str, mine: str, wanted: str) -> bool:
    if op in ("contains", "not_contains"):
        return (bool(wanted) and wanted in mine) == (op == "contains")
    return bool(wanted) and (mine.startswith(wanted) if op == "starts_with" else mine.endswith(wanted))


def _date_test(op: str, mine: date | None, wanted: Any, today: date, zone: tzinfo) -> bool:
    if mine is None:
        return False
    if op == "day_is_today":
        return (mine.month, mine.day) == (today.month, today.day) or _leaper(mine, today)
    if op in ("before", "after"):
        other = _date(wanted, zone)
        return other is not None and (mine < other if op == "before" else mine > other)
    if op == "in_this_month":
        return (mine.year, mine.month) == (today.year, today.month)
    days = _number(wanted)
    if days is None or not 0 <= days <= 100_000:
        return False
    within = timedelta(days=days)
    if op == "day_in_next_days":
        return _next_time(mine, today) - today <= within
    apart = mine - today if op in ("in_next_days", "after_next_days") else today - mine
    return apart > within if op in ("before_last_days", "after_next_days") else timedelta(0) <= apart <= within


def _next_time(born: date, today: date) -> date:
    """When the day of the year of ``born`` is next, today included."""
    soon = _in_year(born, today.year)
    return soon if soon >= today else _in_year(born, today.year + 1)


def _in_year(born: date, year: int) -> date:
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def _leaper(born: date, today: date) -> bool:
    """Whoever was born on 29 February has the birthday a day earlier in other years."""
    leap = today.year % 4 == 0 and (today.year % 100 != 0 or today.year % 400 == 0)
    return (born.month, born.day) == (2, 29) and (today.month, today.day) == (2, 28) and not leap


def _empty(value: Any) -> bool:
    return value is None or value == () or (isinstance(value, str) and not value.strip())


def _say(value: Any) -> str | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return read_say(str(value)) if isinstance(value, str | int | float) else None


def _same(value: Any, wanted: Any, zone: tzinfo) -> bool:
    if _empty(value) or _empty(wanted):
        return False
    if isinstance(value, bool) or isinstance(wanted, bool):
        return _say(value) == _say(wanted) is not None
    if isinstance(value, int | float) or isinstance(wanted, int | float):
        return _number(value) == _number(wanted) is not None
    if isinstance(value, date) or (isinstance(wanted, str) and LIKE_A_DAY.fullmatch(wanted.strip())):
        return _date(value, zone) == _date(wanted, zone) is not None
    return _text(value) == _text(wanted)


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip().casefold()


def _number(value: Any) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return value
    try:
        return float(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _date(value: Any, zone: tzinfo) -> date | None:
    """The day of a date or a moment; a moment with a zone is the day it is in ``zone``."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value.strip())
        except ValueError:
            return None
    if isinstance(value, datetime):
        try:
            return value.astimezone(zone).date() if value.tzinfo else value.date()
        except OverflowError:
            return None
    return value if isinstance(value, date) else None


def _zone(zone: tzinfo | str) -> tzinfo:
    if not isinstance(zone, str):
        return zone
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC
