"""Decides what the helpers for lists and maps do."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from liquid.builtin.filters.array import sum_ as sum_of_property
from liquid.undefined import Undefined

from whatsapp_studio.templates.helpers_values import Filter, listed, mapped, nothing, number, plain, text, whole


def _empty(value: object) -> bool:
    return value is None or isinstance(value, Undefined)


def _different(values: list[Any]) -> list[Any]:
    found: dict[str, Any] = {}
    for one in values:
        found.setdefault(text(one), one)
    return list(found.values())


def _average(value: object) -> object:
    found = [number(one) for one in listed(value) if not nothing(one)]
    return plain(sum(found, Decimal(0)) / len(found)) if found else ""


def _extreme(least: bool) -> Filter:
    def work(value: object) -> object:
        found = [number(one) for one in listed(value) if not nothing(one)]
        return plain(min(found) if least else max(found)) if found else ""

    return work


def _sum(value: object, name: object = None) -> object:
    if name is not None:
        return sum_of_property(value, name)
    return plain(sum((number(one) for one in listed(value) if not nothing(one)), Decimal(0)))


def _texts(value: object) -> set[str]:
    return {text(one) for one in listed(value)}


def _get(value: object, key: object) -> object:
    return mapped(value).get(key if isinstance(key, str) else text(key))


FILTERS: Mapping[str, Filter] = {
    "average": _average,
    "count": lambda value: sum(not _empty(one) for one in listed(value)),
    "countOnlyNull": lambda value: sum(map(_empty, listed(value))),
    "countWithNull": lambda value: len(listed(value)),
    "distinct": lambda value: _different(listed(value)),
    "distinctCountWithNull": lambda value: len(_different(listed(value))),
    "head": lambda value: next(iter(listed(value)), None),
    "topN": lambda value, most: listed(value)[: max(0, whole(most))],
    "bottomN": lambda value, most: listed(value)[-whole(most) :] if whole(most) > 0 else [],
    "includes": lambda value, one: text(one) in _texts(value),
    "intersects": lambda value, other: bool(_texts(value) & _texts(other)),
    "subset": lambda value, other: _texts(value) <= _texts(other),
    "superset": lambda value, other: _texts(value) >= _texts(other),
    "max": _extreme(least=False),
    "min": _extreme(least=True),
    "sum": _sum,
    "get": _get,
    "keys": lambda value: list(mapped(value)),
    "values": lambda value: list(mapped(value).values()),
    "isNull": _empty,
    "isNotNull": lambda value: not _empty(value),
}
