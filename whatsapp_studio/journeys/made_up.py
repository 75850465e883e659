"""Decides who takes part in a rehearsal where contacts are lacking: people who do not exist, the same for each seed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import Any

import msgspec

from whatsapp_studio.audience import rules
from whatsapp_studio.journeys.flow import rows, value
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.reading import inner
from whatsapp_studio.journeys.settings import setting

# Of a hundred, so many said yes to marketing, so many no; of the others nobody knows.
YES, NO = 85, 5
_FIRST = (
    "Alex Maria Jan Sofia Lars Emma Noah Julia Liam Eva Finn Sara Daan Nora Luuk Anna Bram Zoë Tim Lotte Sem Iris Max "
    "Fleur Jesse Roos Thijs Lina Omar Yara"
).split()
_LAST = (
    "Jansen Visser Bakker Smit Meijer Peters Dubois Müller Schmidt Brown Taylor García Rossi Nowak Yılmaz Haddad "
    "Okafor Silva Andersen Virtanen"
).split()
# Country, of a hundred, dialling code, language, time zone.
_COUNTRIES = (
    ("NL", 60, "+316", "nl", "Europe/Amsterdam"), ("BE", 15, "+324", "nl", "Europe/Brussels"),
    ("DE", 10, "+4915", "de", "Europe/Berlin"), ("GB", 8, "+447", "en", "Europe/London"),
    ("FR", 4, "+336", "fr", "Europe/Paris"), ("US", 3, "+1202", "en_US", "America/New_York"),
)  # fmt: skip
# A date that nothing is held against is one of so many days from the start, or of a year before it.
_COMING, _PAST = 60, 365


class Hint(msgspec.Struct, frozen=True):
    """What a journey asks of a field: its kind as far as that shows, and what it is held against."""

    kind: str = ""
    values: tuple[Any, ...] = ()

    def __add__(self, other: Hint) -> Hint:
        return Hint(self.kind or other.kind, tuple(dict.fromkeys((*self.values, *other.values))))


def hints(journey: Journey) -> Mapping[str, Hint]:
    """The fields of contacts that rules and waits of a journey ask for, by name."""
    found: dict[str, Hint] = {}

    def note(name: str, hint: Hint) -> None:
        start, _, field = rules.full_name(name).partition(".")
        if start == "contact" and field:
            found[field] = found.get(field, Hint()) + hint

    for raw in _rules(journey):
        try:
            rule = rules.parse(raw)
        except rules.RuleError:
            continue
        for one in rules.tests(rule):
            if isinstance(one, rules.Test):
                note(one.field, _hint(one))
    for step in journey.steps.values():
        if step.kind == "wait" and value(step, "field"):
            note(str(value(step, "field")), Hint("date"))
    return found


def _rules(journey: Journey) -> Iterator[object]:
    for row in rows(setting(journey, "exits")):
        yield row.get("rule")
    for step in journey.steps.values():
        yield inner(step.fields, "audience").get("rule")
        for name in ("rules", "languages"):
            for row in rows(step.fields.get(name)):
                yield row.get("rule")


def _hint(test: rules.Test) -> Hint:
    op = rules.OP_BY_NAME[test.op]
    kind = op.kinds[0] if len(op.kinds) == 1 else ""
    given = test.value if isinstance(test.value, tuple) else () if test.value is None else (test.value,)
    if kind == "date":
        return Hint(kind)
    if any(isinstance(one, int | float) and not isinstance(one, bool) for one in given):
        numbers = [one for one in given if isinstance(one, int | float)]
        return Hint(kind or "number", tuple(n for one in numbers for n in (one - 1, one, one + 1)))
    return Hint(kind, tuple(one for one in given if isinstance(one, str) and one))


def made_up(
    fields: tuple[str, ...], kinds: Mapping[str, str], asked: Mapping[str, Hint], *, count: int, first: int, seed: int,
    today: date,
) -> list[tuple[Any, ...]]:  # fmt: skip
    """People with ids from ``first`` on, as :meth:`~whatsapp_studio.journeys.crowd.Gathering.add` takes them.

    The first of them are the same however many there are. Fields have values that the rules of the journey tell
    apart; ``kinds`` are those of the fields, ``today`` is what dates are around.
    """
    where = Random(f"{seed}:country").choices(
        range(len(_COUNTRIES)), cum_weights=list(accumulate(share for _, share, *_ in _COUNTRIES)), k=count
    )
    says = Random(f"{seed}:marketing").choices(("yes", "no", "unknown"), (YES, NO, 100 - YES - NO), k=count)
    columns: list[list[Any]] = []
    for name in fields:
        hint = asked.get(name, Hint())
        columns.append(_column(name, kinds.get(name) or hint.kind, hint.values, where, Random(f"{seed}:{name}"), today))
    return list(zip(range(first, first + count), says, [0] * count, *columns, strict=True))


def _column(
    name: str, kind: str, held: tuple[Any, ...], where: list[int], chance: Random, today: date
) -> list[Any]:
    count = len(where)
    match name:
        case "phone":
            return [f"{_COUNTRIES[place][2]}{10_000_000 + n}" for n, place in enumerate(where)]
        case "country":
            return [_COUNTRIES[place][0] for place in where]
        case "language":
            return [_COUNTRIES[place][3] for place in where]
        case "time_zone":
            return [_COUNTRIES[place][4] for place in where]
        case "first_name":
            return chance.choices(_FIRST, k=count)
        case "last_name":
            return chance.choices(_LAST, k=count)
    match kind:
        case "boolean":
            return chance.choices((0, 1), k=count)
        case "number":
            numbers = [one for one in held if isinstance(one, int | float)]
            return chance.choices(numbers or range(1, 101), k=count)
        case "date":
            days = [(today + timedelta(days=n)).isoformat() for n in range(-_PAST, _COMING)]
            return chance.choices(days, [1] * _PAST + [6] * _COMING, k=count)
        case _:
            # As often as any of them something else.
            return chance.choices((*held, "…"), k=count) if held else [f"{name} {n}" for n in range(1, count + 1)]
