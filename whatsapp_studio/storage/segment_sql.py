"""Decides how a rule is asked of the database: with the very meaning ``audience.rules_match`` gives it.

Where SQL alone says the same it is SQL alone; else SQL leaves few rows over, and the rule itself decides those.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from whatsapp_studio.audience.contact import STANDARD_FIELDS
from whatsapp_studio.audience.rules import Behaviour, Group, HasConsent, InList, InSegment, Rule, Test, full_name
from whatsapp_studio.audience.rules_match import LIKE_A_DAY, holds
from whatsapp_studio.audience.zones import zone_for
from whatsapp_studio.storage.behaviour_sql import happened
from whatsapp_studio.storage.columns import column
from whatsapp_studio.storage.rule_indexes import odd, odd_index

Sql = tuple[str, list[object]]
# Clocks of the world are so far apart.
_APART = timedelta(hours=15)
# Of more days the days of the year are not listed one by one.
_FEW_DAYS = 60
_NOTHING: Sql = ("0", [])
_KINDS = {**dict.fromkeys(STANDARD_FIELDS, "text"), "created_at": "datetime", "is_test": "boolean"}
_COMPARED = {"more": ">", "less": "<", "at_least": ">=", "at_most": "<="}


class Compiler:
    """Makes conditions on a contact row ``c`` of one connection.

    ``fields`` are the kinds of custom fields by name; ``segments`` the rules of segments by name; ``zone`` is the
    workspace's, for contacts of whom none is known. ``now`` is aware. ``few``: they are asked of few contacts.
    """

    def __init__(
        self, conn: sqlite3.Connection, fields: Mapping[str, str], segments: Mapping[str, Rule], now: datetime,
        zone: ZoneInfo, *, few: bool = False,
    ) -> None:  # fmt: skip
        self._conn, self._segments, self._now, self._zone = conn, segments, now, zone
        self._kinds, self._few = {**_KINDS, **fields}, few
        self._custom = frozenset(fields)
        self._asked: list[Test] = []
        self._odd: dict[str, Sequence[str] | None] = {}
        self._within: tuple[str, ...] = ()
        conn.create_function("rule_text", 1, _text, deterministic=True)
        self._holds = f"rule_holds_{id(self):x}"

    def condition(self, rule: Rule) -> Sql:
        """SQL that is true for the contacts the rule is true for, with its parameters."""
        sql, params = self._of(rule)
        if self._asked:
            self._conn.create_function(self._holds, 5, self._decide)
        return sql, params

    def done(self) -> None:
        """Take back from the connection what only this compiler's conditions ask for."""
        if self._asked:
            self._conn.create_function(self._holds, 5, None)

    # -- rules ---------------------------------------------------------------------------------------

    def _of(self, rule: Rule) -> Sql:
        match rule:
            case Group(how, rules):
                return self._group(how, rules)
            case InList(name, out):
                return _maybe(out, (
                    "c.id IN (SELECT m.contact_id FROM list_members m JOIN lists l ON l.id = m.list_id"
                    " WHERE l.name = ? COLLATE BINARY)", [name],
                ))  # fmt: skip
            case HasConsent(purpose, value):
                return f"c.{purpose} = ?", [value]
            case InSegment(name, out):
                return _maybe(out, self._segment(name))
            case Behaviour(out=out):
                return _maybe(out, happened(rule, self._now, few=self._few))
            case Test():
                return self._test(rule)

    def _group(self, how: str, rules: Sequence[Rule]) -> Sql:
        if not rules:
            return ("0" if how == "any" else "1"), []
        # Once it is known that a contact does not fit, the rest is not asked: what is quick goes first.
        parts = [self._of(one) for one in sorted(rules, key=self._effort)]
        text = (" AND " if how == "all" else " OR ").join(f"({sql})" for sql, _ in parts)
        return _maybe(how == "none", (text, [param for _, params in parts for param in params]))

    def _effort(self, rule: Rule) -> int:
        match rule:
            case Test(field):
                kind = self._kinds.get(full_name(field).partition(".")[2], "")
                return {"number": 0, "boolean": 0, "date": 1, "text": 3, "": 0}.get(kind, 4)
            case HasConsent():
                return 2
            case Group():
                return 6
            case _:
                return 5

    def _segment(self, name: str) -> Sql:
        rule = self._segments.get(name)
        # A segment that asks for itself, however far around, holds nobody by that.
        if rule is None or name in self._within:
            return _NOTHING
        before, self._within = self._within, (*self._within, name)
        try:
            sql, params = self._of(rule)
        finally:
            self._within = before
        return f"({sql})", params

    # -- fields --------------------------------------------------------------------------------------

    def _test(self, test: Test) -> Sql:
        start, _, name = full_name(test.field).partition(".")
        kind = self._kinds.get(name, "") if start == "contact" else ""
        if not kind:
            # Nobody has it: the rule says what is said of what is not known.
            return ("1" if holds(test, None, self._now, UTC) else "0"), []
        cell = f"c.{column(name)}" if name in self._custom else f"c.{name}"
        if test.op in ("is_not", "not_contains", "is_not_one_of"):
            turned = {"is_not": "is", "not_contains": "contains", "is_not_one_of": "is_one_of"}[test.op]
            return _maybe(True, self._positive(Test(test.field, turned, test.value), kind, cell))
        return self._positive(test, kind, cell)

    def _positive(self, test: Test, kind: str, cell: str) -> Sql:
        plain: Callable[[Test, str], Sql | None] | None = {
            "text": self._of_text, "number": self._of_number, "boolean": _of_boolean, "date": self._of_date,
            "datetime": self._of_moment, "list": _of_list,
        }.get(kind)  # fmt: skip
        found = plain(test, cell) if plain is not None else None
        return found if found is not None else self._decided(test, cell, "1", [])

    def _decided(self, test: Test, cell: str, first: str, params: list[object]) -> Sql:
        """Rows that ``first`` leaves over are decided by the rule itself, by the contact's own clock."""
        self._asked.append(test)
        number = len(self._asked) - 1
        decide = f"{self._holds}({number}, {cell}, c.time_zone, c.phone, c.country)"
        return (f"({first}) AND {decide}" if first != "1" else decide), params

    def _decide(self, number: int, value: object, time_zone: object, phone: object, country: str) -> int:
        test = self._asked[number]
        kind = self._kinds[full_name(test.field).partition(".")[2]]
        if kind == "boolean" and value is not None:
            value = bool(value)
        elif kind == "list" and isinstance(value, str):
            value = tuple(json.loads(value))
        elif isinstance(value, float) and value.is_integer():
            value = int(value)
        zone = zone_for(time_zone, phone, country, self._zone)
        return int(holds(test, value, self._now, zone))

    def _of_text(self, test: Test, cell: str) -> Sql | None:
        match test.op:
            case "is_empty":
                return f"{cell} IS NULL OR {_folded(cell)} = ''", []
            case "is_filled":
                return f"{cell} IS NOT NULL AND {_folded(cell)} <> ''", []
            case "is" if _is_words(test.value):
                return self._same_text(cell, [_text(test.value)])
            case "is_one_of":
                some = test.value if isinstance(test.value, tuple) else (test.value,)
                if all(map(_is_words, some)):
                    return self._same_text(cell, [_text(one) for one in some])
            case "contains" | "starts_with" | "ends_with":
                wanted = _text(test.value)
                if not wanted:
                    return _NOTHING
                if test.op == "contains":
                    return f"instr({_folded(cell)}, ?) > 0", [wanted]
                part = f"1, {len(wanted)}" if test.op == "starts_with" else f"-{len(wanted)}"
                return f"substr({_folded(cell)}, {part}) = ?", [wanted]
        return None

    def _same_text(self, cell: str, wanted: Sequence[str]) -> Sql:
        filled = [one for one in dict.fromkeys(wanted) if one]
        if not filled:
            return _NOTHING
        marks = ", ".join("?" * len(filled))
        others = self._odd_ones(cell.removeprefix("c."))
        if others is None:
            return f"{cell} COLLATE NOCASE IN ({marks}) OR ({odd(cell)} AND rule_text({cell}) IN ({marks}))", [
                *filled, *filled
            ]  # fmt: skip
        # Whatever differs from one of these by ASCII capitals alone is the same to rules.
        spelled = [*filled, *(one for one in others if _text(one) in filled)]
        return f"{cell} COLLATE NOCASE IN ({', '.join('?' * len(spelled))})", [*spelled]

    def _odd_ones(self, cell: str) -> Sequence[str] | None:
        """The texts of a field that are not plain; None where no index tells them."""
        if cell not in self._odd:
            index = odd_index(cell.strip('"').removeprefix("f_"))
            there = self._conn.execute("SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ?", (index,))
            self._odd[cell] = None
            if there.fetchone() is not None:
                rows = self._conn.execute(
                    f'SELECT DISTINCT {cell} FROM contacts INDEXED BY "{index}" WHERE {odd(cell)}'
                )
                self._odd[cell] = [text for (text,) in rows]
        return self._odd[cell]

    def _of_number(self, test: Test, cell: str) -> Sql | None:
        match test.op:
            case "is_empty" | "is_filled":
                return _empty(cell, test.op)
            case "is" if (wanted := _number(test.value)) is not None:
                return f"{cell} = ?", [wanted]
            case "more" | "less" | "at_least" | "at_most" if (wanted := _number(test.value)) is not None:
                return f"{cell} {_COMPARED[test.op]} ?", [wanted]
        return None

    def _of_date(self, test: Test, cell: str) -> Sql | None:
        """Dates are ISO texts; only where the clocks of contacts show two days is the rule itself asked."""
        if test.op in ("is_empty", "is_filled"):
            return _empty(cell, test.op)
        if test.op in ("is", "before", "after") and isinstance(test.value, str) and (day := _day(test.value)):
            sign = {"is": "=", "before": "<", "after": ">"}[test.op]
            return f"{cell} {sign} ?", [day]
        first, last = ((self._now + apart).astimezone(UTC).date() for apart in (-_APART, _APART))
        days = _days(test.value)
        if test.op == "in_last_days" and days is not None:
            return self._between(test, cell, _less(first, days), _less(last, days), first, last)
        if test.op == "in_next_days" and days is not None:
            return self._between(test, cell, first, last, _less(first, -days), _less(last, -days))
        if test.op == "before_last_days" and days is not None:
            return self._between(test, cell, date.min, date.min, _less(first, days + 1), _less(last, days + 1))
        if test.op == "after_next_days" and days is not None:
            return self._between(test, cell, _less(first, -days - 1), _less(last, -days - 1), date.max, date.max)
        if test.op == "in_this_month":
            (low, high), (lower, higher) = _month(first), _month(last)
            return self._between(test, cell, low, lower, high, higher)
        if test.op == "day_is_today" or (test.op == "day_in_next_days" and days is not None and days <= _FEW_DAYS):
            ahead = 0 if test.op == "day_is_today" else days or 0
            some = {first + timedelta(days=n) for n in range((last - first).days + ahead + 1)}
            shown = sorted({f"{day:%m-%d}" for day in some} | {"02-29"})
            return self._decided(test, cell, f"substr({cell}, 6, 5) IN ({', '.join('?' * len(shown))})", [*shown])
        return None

    def _between(self, test: Test, cell: str, low: date, lower: date, high: date, higher: date) -> Sql:
        """From a day that is ``low`` or ``lower`` up to one that is ``high`` or ``higher``, by whose clock it is."""
        outer = f"{cell} >= ? AND {cell} <= ?"
        if (low, high) == (lower, higher):
            return outer, [low.isoformat(), high.isoformat()]
        sql, params = self._decided(test, cell, outer, [low.isoformat(), higher.isoformat()])
        return (
            f"({cell} >= ? AND {cell} <= ?) OR (({cell} < ? OR {cell} > ?) AND {sql})",
            [lower.isoformat(), high.isoformat(), lower.isoformat(), high.isoformat(), *params],
        )

    def _of_moment(self, test: Test, cell: str) -> Sql | None:
        """Moments are texts in UTC; the day of one may be another by the contact's clock, a day sooner or later."""
        if test.op in ("is_empty", "is_filled"):
            return _empty(cell, test.op)
        first, last = ((self._now + apart).astimezone(UTC).date() for apart in (-_APART, _APART))
        days = _days(test.value)
        low, high = date.min, date.max
        if test.op in ("is", "before", "after") and isinstance(test.value, str) and (day := _day(test.value)):
            wanted = date.fromisoformat(day)
            low, high = {
                "is": (wanted, wanted), "before": (low, wanted), "after": (wanted, high),
            }[test.op]  # fmt: skip
        elif test.op == "in_last_days" and days is not None:
            low, high = _less(first, days), last
        elif test.op == "in_next_days" and days is not None:
            low, high = first, _less(last, -days)
        elif test.op == "before_last_days" and days is not None:
            high = _less(last, days + 1)
        elif test.op == "after_next_days" and days is not None:
            low = _less(first, -days - 1)
        elif test.op == "in_this_month":
            low, high = _month(first)[0], _month(last)[1]
        else:
            return None
        return self._decided(
            test, cell, f"{cell} >= ? AND {cell} < ?", [_less(low, 1).isoformat(), _less(high, -2).isoformat()]
        )


def _maybe(out: bool, asked: Sql) -> Sql:
    """The opposite where ``out``; what SQL does not know is not true."""
    sql, params = asked
    return (f"NOT coalesce(({sql}), 0)", params) if out else (sql, params)


def _empty(cell: str, op: str) -> Sql:
    return f"{cell} IS {'NOT ' if op == 'is_filled' else ''}NULL", []


def _of_boolean(test: Test, cell: str) -> Sql | None:
    match test.op:
        case "is_true" | "is_false":
            return f"{cell} = {int(test.op == 'is_true')}", []
        case "is_empty" | "is_filled":
            return _empty(cell, test.op)
    return None


def _of_list(test: Test, cell: str) -> Sql | None:
    match test.op:
        case "is_empty":
            return f"{cell} IS NULL OR {cell} = '[]'", []
        case "is_filled":
            return f"{cell} IS NOT NULL AND {cell} <> '[]'", []
    return None


def _folded(cell: str) -> str:
    """Where a text is plain SQL folds it as Python does."""
    return f"iif({odd(cell)}, rule_text({cell}), lower({cell}))"


def _is_words(value: object) -> bool:
    """Whether a value is compared as a text with a text."""
    return isinstance(value, str) and LIKE_A_DAY.fullmatch(value.strip()) is None


def _text(value: object) -> str:
    return "" if value is None else str(value).strip().casefold()


def _number(value: object) -> float | None:
    if isinstance(value, bool):
        return None
    try:
        return float(value) if isinstance(value, int | float | str) else None
    except (ValueError, OverflowError):
        return None


def _days(value: object) -> int | None:
    days = _number(value)
    return int(days) if days is not None and 0 <= days <= 100_000 and days == int(days) else None


def _month(day: date) -> tuple[date, date]:
    """The first and the last day of a month."""
    first = day.replace(day=1)
    return first, _less((first + timedelta(days=31)).replace(day=1), 1)


def _less(day: date, days: int) -> date:
    try:
        return day - timedelta(days=days)
    except OverflowError:
        return date.min if days > 0 else date.max


def _day(value: object) -> str:
    """The ISO day a text is, as rules read it; empty where it is none."""
    text = value.strip() if isinstance(value, str) else ""
    try:
        return date.fromisoformat(text).isoformat() if len(text) == 10 and text[4] == "-" else ""
    except ValueError:
        return ""
