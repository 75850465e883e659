"""Decides what is made of a step's values where a file may hold anything: the right shape, or an empty one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from whatsapp_studio.journeys.graph import ID, Fields

Row = Mapping[str, Any]
_ID = re.compile(ID)


def text(fields: Fields, name: str, otherwise: str = "") -> str:
    """A string by its name, without spaces around it; ``otherwise`` where there is none."""
    value = fields.get(name, otherwise)
    return value.strip() if isinstance(value, str) else otherwise


def whole(fields: Fields, name: str, otherwise: int = 0) -> int:
    """A whole number by its name; ``otherwise`` where there is none."""
    value = fields.get(name, otherwise)
    fits = isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**12
    return value if fits else otherwise


def inner(fields: Fields, name: str, otherwise: Row | None = None) -> Row:
    """An object by its name; ``otherwise`` (or an empty one) where there is none."""
    value = fields.get(name, otherwise)
    return value if isinstance(value, Mapping) else {}


def rows(fields: Fields, name: str, otherwise: list[dict[str, Any]] | None = None) -> tuple[Row, ...]:
    """The objects of a list by its name; what is no object is passed over."""
    value = fields.get(name, otherwise)
    return tuple(row for row in value if isinstance(row, Mapping)) if isinstance(value, list | tuple) else ()


def paths(fields: Fields, name: str, otherwise: list[dict[str, Any]] | None = None) -> Iterator[tuple[str, Row]]:
    """Those of them that can be an output, with their id: a name of its own, each once."""
    seen: set[str] = set()
    for row in rows(fields, name, otherwise):
        path = row.get("id")
        if isinstance(path, str) and _ID.fullmatch(path) and path not in seen:
            seen.add(path)
            yield path, row


def words(fields: Fields, name: str) -> tuple[str, ...]:
    """The strings of a list by its name that are not empty."""
    value = fields.get(name)
    some = value if isinstance(value, list | tuple) else ()
    return tuple(word.strip() for word in some if isinstance(word, str) and word.strip())
