"""Decides for which contacts of a column a rule is true: what ``audience.rules_match`` says of one.

Each value that comes up is asked about once, by the very same rule; only what goes by today is worked out in columns.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from whatsapp_studio.audience import rules
from whatsapp_studio.journeys.columns.table import Lookup, Pairs, Part, Places, Shared, Vocabulary
from whatsapp_studio.journeys.columns.zones import DAY_MS, Whole, moment

Mask = NDArray[np.bool_]
Asks = Callable[[Part, Places, Whole], Mask]
_NONE, _AWARE = -(10**9), -(10**9) + 1
_EPOCH, _NOW = date(1970, 1, 1), moment(0)
_LEAP, _BEFORE = 229, 228
_BY_TODAY = (
    "day_is_today", "in_this_month", "in_last_days", "in_next_days", "before_last_days", "after_next_days",
    "day_in_next_days",
)  # fmt: skip
_DATED = ("is", "is_not", "is_one_of", "is_not_one_of", "before", "after")


def asks(shared: Shared, raw: object) -> Asks:
    """What tells for which contacts a rule is true at their moments; for one that cannot be read: for nobody."""
    try:
        return _of(shared, rules.parse(raw))
    except rules.RuleError:
        return lambda part, who, at: np.zeros(len(who), np.bool_)


def _of(shared: Shared, rule: rules.Rule) -> Asks:
    match rule:
        case rules.Group(how, some):
            return _group(how, [_of(shared, one) for one in some])
        case rules.InList(name, out):
            return lambda part, who, at: part.member(name)[who] != out
        case rules.HasConsent("marketing", value):
            says = {"unknown": 0, "yes": 1, "no": 2}.get(value, 9)
            return lambda part, who, at: part.marketing[who] == says
        case rules.HasConsent():
            return lambda part, who, at: part.member(rule.key)[who]
        case rules.InSegment(_, out) | rules.Behaviour(_, out):
            return lambda part, who, at: part.member(rule.key)[who] != out
        case rules.Test():
            return _Test(shared, rule)


def _group(how: str, some: Sequence[Asks]) -> Asks:
    def every(part: Part, who: Places, at: Whole) -> Mask:
        found = np.ones(len(who), np.bool_)
        for one in some:
            found &= one(part, who, at)
        return found

    def either(part: Part, who: Places, at: Whole) -> Mask:
        found = np.zeros(len(who), np.bool_)
        for one in some:
            found |= one(part, who, at)
        return found

    def neither(part: Part, who: Places, at: Whole) -> Mask:
        return ~either(part, who, at)

    return {"all": every, "any": either}.get(how, neither)


class _Test:
    """One field held against a value."""

    def __init__(self, shared: Shared, test: rules.Test) -> None:
        self._shared, self._test = shared, test
        self._field = rules.full_name(test.field)
        self._words: Vocabulary = shared.vocabulary(self._field)
        self._plain, self._zoned = Lookup(self._is_true), Pairs(self._is_true)
        self._days, self._days_there = Lookup(self._day), Pairs(self._day_there)
        self._wanted = test.value if isinstance(test.value, tuple) else (test.value,)

    def __call__(self, part: Part, who: Places, at: Whole) -> Mask:
        codes = part.codes(self._field, who)
        if self._test.op in _BY_TODAY:
            return self._by_today(part, who, at, codes)
        if self._test.op in _DATED:
            days = self._days(codes)
            if (days == _AWARE).any() or any(_day_of(one) == _AWARE for one in self._wanted):
                return np.equal(self._zoned(codes, part.zone(who)), 1)
        return np.equal(self._plain(codes), 1)

    def _is_true(self, code: int, zone: int = 0) -> int:
        start, _, name = self._field.partition(".")
        known = {name: self._words.values[code]}
        facts = rules.RuleFacts(
            contact=known if start == "contact" else {}, event=known if start == "event" else {},
            journey=known if start == "journey" else {},
        )  # fmt: skip
        return int(rules.matches(self._test, facts, _NOW, self._shared.zones.all[zone]))

    def _day(self, code: int) -> int:
        return _day_of(self._words.values[code])

    def _day_there(self, code: int, zone: int) -> int:
        given = self._words.values[code]
        try:
            found = datetime.fromisoformat(given.strip()) if isinstance(given, str) else given
            return (found.astimezone(self._shared.zones.all[zone]).date() - _EPOCH).days
        except OverflowError:
            return _NONE

    def _by_today(self, part: Part, who: Places, at: Whole, codes: NDArray[np.int32]) -> Mask:
        zone = part.zone(who)
        today = self._shared.zones.wall(at, zone) // DAY_MS
        days = self._days(codes)
        aware = days == _AWARE
        if aware.any():
            there = zone if isinstance(zone, int) else zone[aware]
            days = days.copy()
            days[aware] = self._days_there(codes[aware], there)
        known: Mask = days != _NONE
        if self._test.op == "day_is_today":
            known &= _same_day(days, today)
            return known
        if self._test.op == "in_this_month":
            known &= days.astype("datetime64[D]").astype("datetime64[M]") == today.astype("datetime64[D]").astype(
                "datetime64[M]"
            )
            return known
        most = _days_wanted(self._test.value)
        if most is None:
            return np.zeros(len(who), np.bool_)
        if self._test.op == "day_in_next_days":
            known &= _until_day(days, today) <= most
            return known
        apart = days - today if self._test.op in ("in_next_days", "after_next_days") else today - days
        far = self._test.op in ("before_last_days", "after_next_days")
        known &= apart > most if far else (apart >= 0) & (apart <= most)
        return known


def _until_day(days: Whole, today: Whole) -> Whole:
    """How many days it is until the day of the year comes, or comes again."""
    born = _in_year(days)
    year = today.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64)
    soon = _day_in(born, year)
    found: Whole = np.where(soon >= today, soon, _day_in(born, year + 1)) - today
    return found


def _day_in(born: Whole, year: Whole) -> Whole:
    """The days since 1970 of a month and day in years (0 is 1970); 29 February is a day earlier where there is none."""
    day = (year * 12 + born // 100 - 1).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    found: Whole = day + born % 100 - 1 - ((born == _LEAP) & ~_leap(year + 1970))
    return found


def _leap(year: Whole) -> Mask:
    found: Mask = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    return found


def _same_day(days: Whole, today: Whole) -> Mask:
    """Whether it is the day of the year; whoever was born on 29 February has it a day earlier in other years."""
    of_days, of_today = _in_year(days), _in_year(today)
    now = today.astype("datetime64[D]")
    year = now.astype("datetime64[Y]").astype(np.int64) + 1970
    found: Mask = (of_days == of_today) | ((of_days == _LEAP) & (of_today == _BEFORE) & ~_leap(year))
    return found


def _in_year(days: Whole) -> Whole:
    """Month and day as a number: 229 is 29 February."""
    day = np.where(days < _NONE + 2, 0, days).astype("datetime64[D]")
    month = day.astype("datetime64[M]")
    found: Whole = (month.astype(np.int64) % 12 + 1) * 100 + (day - month).astype(np.int64) + 1
    return found


def _day_of(given: Any) -> int:
    """The days since 1970 of a value that names one, :data:`_AWARE` where that depends on the zone."""
    if isinstance(given, str):
        try:
            given = datetime.fromisoformat(given.strip())
        except ValueError:
            return _NONE
    if isinstance(given, datetime):
        if given.tzinfo:
            return _AWARE
        given = given.date()
    return (given - _EPOCH).days if isinstance(given, date) else _NONE


def _days_wanted(given: Any) -> int | None:
    """How many days a rule about the last or the next days means; None where it is never true."""
    if isinstance(given, bool):
        return None
    try:
        days = float(given) if isinstance(given, str | int | float) else None
    except ValueError:
        return None
    if days is None or not 0 <= days <= 100_000:
        return None
    return timedelta(days=days) // timedelta(days=1)
