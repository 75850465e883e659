"""Decides how a helper of the language of expressions is told to people, and the contact of their examples."""

from __future__ import annotations

from typing import Literal

import msgspec

Kind = Literal["filter", "tag", "operator"]
Group = Literal["text", "number", "date", "logic", "list", "other"]

# Whom the examples are about; they are in English where they name no language.
EXAMPLE: dict[str, object] = {
    "first_name": "maria", "last_name": "de Vries", "city": "", "email": "maria@shop.example", "points": 1234.5,
    "birthday": "1990-04-21", "ordered": "2026-12-01T18:30:00+01:00", "tags": "red,blue,red", "share": 0.25,
    "vip": True, "link": "https://shop.example/spring?x=1", "note": "  hello  ",
}  # fmt: skip


class Helper(msgspec.Struct, frozen=True):
    """One helper: our name, Adobe's where its helper means the same, and an example that is true.

    ``says`` and ``group`` are to be translated; ``example`` is an expression, ``result`` its text for
    :data:`EXAMPLE`.
    """

    name: str
    adobe: str
    group: Group
    says: str
    example: str
    result: str
    kind: Kind = "filter"


class LeftOut(msgspec.Struct, frozen=True):
    """A helper of Adobe's that is not here, and why; ``why`` is to be translated."""

    adobe: str
    why: str
