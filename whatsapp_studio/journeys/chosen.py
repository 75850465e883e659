"""Decides who of a crowd takes part: those a rule is true for, or some of them by chance."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from datetime import datetime
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from whatsapp_studio.audience import rules
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.journeys.crowd import SAYS, Column, Crowd


def asked_of(rule: rules.Rule) -> tuple[frozenset[str], frozenset[str]]:
    """The fields of contacts and the lists that a rule asks for."""
    fields = (name.partition(".") for name in rules.fields_used(rule))
    lists = frozenset(one.list for one in rules.tests(rule) if isinstance(one, rules.InList)) | {*rules.keys_used(rule)}
    return frozenset(field for start, _, field in fields if start == "contact"), lists


def true_for(crowd: Crowd, rule: rules.Rule, at: datetime, zone: ZoneInfo) -> Sequence[int]:
    """The places in a crowd of those for whom a rule is true; asked once for all who are alike to it."""
    fields, lists = asked_of(rule)
    columns = {name: crowd.columns[name] for name in sorted(fields | {"time_zone"}) if name in crowd.columns}
    names = sorted(name for name in lists if name in crowd.lists)
    alike = zip(
        crowd.marketing, *(column.codes for column in columns.values()), *(crowd.lists[name] for name in names),
        strict=True,
    )  # fmt: skip
    known: dict[tuple[int, ...], bool] = {}
    found = array("q")
    for place, one in enumerate(alike):
        fits = known.get(one)
        if fits is None:
            said, codes, on = one[0], one[1 : 1 + len(columns)], one[1 + len(columns) :]
            values = {name: column.values[code] for (name, column), code in zip(columns.items(), codes, strict=True)}
            listed = frozenset(name for name, yes in zip(names, on, strict=True) if yes)
            fits = known[one] = _is_true(rule, values, listed, said, at, zone)
        if fits:
            found.append(place)
    return found


def by_chance(among: Sequence[int], most: int, seed: int) -> Sequence[int]:
    """At most so many of them, the same for each seed, in their order."""
    return among if len(among) <= most else sorted(Random(seed).sample(among, most))


def only(crowd: Crowd, places: Sequence[int]) -> Crowd:
    """Those of a crowd at some places, in order."""
    if len(places) == len(crowd):
        return crowd
    return Crowd(
        numbers=array("q", map(crowd.numbers.__getitem__, places)),
        marketing=array("b", map(crowd.marketing.__getitem__, places)),
        blocked=array("b", map(crowd.blocked.__getitem__, places)),
        columns={
            name: Column(array("i", map(column.codes.__getitem__, places)), column.values)
            for name, column in crowd.columns.items()
        },
        lists={name: array("b", map(on.__getitem__, places)) for name, on in crowd.lists.items()},
    )


def _is_true(
    rule: rules.Rule, values: Mapping[str, Any], lists: frozenset[str], said: int, at: datetime, zone: ZoneInfo
) -> bool:
    own = values.get("time_zone")
    here = (zone_of(own) if isinstance(own, str) and own else None) or zone
    facts = rules.RuleFacts(contact=values, event={}, journey={}, lists=lists, consent={"marketing": SAYS[said]})
    return rules.matches(rule, facts, at, here)
