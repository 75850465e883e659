"""Decides how a field can be held against a value: the table the rule builder, the checks and the words read."""

from __future__ import annotations

from typing import Literal

import msgspec

from whatsapp_studio.audience.contact import FieldKind
from whatsapp_studio.base.i18n import mark

Shape = Literal["none", "text", "number", "date", "days", "texts"]
KINDS: tuple[FieldKind, ...] = ("text", "number", "date", "datetime", "boolean", "list")


class Op(msgspec.Struct, frozen=True):
    """One comparison. ``label`` is for the builder, ``says`` for a sentence; both are marked.

    ``kinds`` are the kinds of field it fits; ``shape`` is what its value looks like, None as the field's kind.
    """

    name: str
    label: str
    says: str
    kinds: tuple[FieldKind, ...]
    shape: Shape | None = None

    def shape_for(self, kind: str) -> Shape:
        """What the value looks like for a field of a kind (unknown: text)."""
        if self.shape is not None:
            return self.shape
        return "number" if kind == "number" else "date" if kind in ("date", "datetime") else "text"


_T: tuple[FieldKind, ...] = ("text",)
_N: tuple[FieldKind, ...] = ("number",)
_D: tuple[FieldKind, ...] = ("date", "datetime")
_L: tuple[FieldKind, ...] = ("list",)
_B: tuple[FieldKind, ...] = ("boolean",)

OPS: tuple[Op, ...] = (
    Op("is", mark("is"), mark("{field} is {value}"), (*_T, *_N, *_D)),
    Op("is_not", mark("is not"), mark("{field} is not {value}"), (*_T, *_N, *_D)),
    Op("contains", mark("contains"), mark("{field} contains {value}"), (*_T, *_L)),
    Op("not_contains", mark("does not contain"), mark("{field} does not contain {value}"), (*_T, *_L)),
    Op("starts_with", mark("starts with"), mark("{field} starts with {value}"), _T),
    Op("ends_with", mark("ends with"), mark("{field} ends with {value}"), _T),
    Op("is_one_of", mark("is one of"), mark("{field} is {values}"), (*_T, *_N, *_L), "texts"),
    Op("is_not_one_of", mark("is none of"), mark("{field} is not {values}"), (*_T, *_N, *_L), "texts"),
    Op("more", mark("is more than"), mark("{field} is more than {value}"), _N, "number"),
    Op("less", mark("is less than"), mark("{field} is less than {value}"), _N, "number"),
    Op("at_least", mark("is at least"), mark("{field} is at least {value}"), _N, "number"),
    Op("at_most", mark("is at most"), mark("{field} is at most {value}"), _N, "number"),
    Op("before", mark("is before"), mark("{field} is before {value}"), _D, "date"),
    Op("after", mark("is after"), mark("{field} is after {value}"), _D, "date"),
    Op("in_last_days", mark("was in the last days"), mark("{field} was in the last {value} days"), _D, "days"),
    Op("in_next_days", mark("is in the next days"), mark("{field} is in the next {value} days"), _D, "days"),
    Op("before_last_days", mark("was longer ago than"), mark("{field} was more than {value} days ago"), _D, "days"),
    Op("after_next_days", mark("is further away than"), mark("{field} is more than {value} days from now"), _D, "days"),
    Op("in_this_month", mark("is in this month"), mark("{field} is in this month"), _D, "none"),
    Op("day_is_today", mark("has its day today (birthday)"), mark("{field} has its day today"), _D, "none"),
    Op(
        "day_in_next_days", mark("has its day in the next days (birthday)"),
        mark("{field} has its day in the next {value} days"), _D, "days",
    ),
    Op("is_true", mark("is yes"), mark("{field} is yes"), _B, "none"),
    Op("is_false", mark("is no"), mark("{field} is no"), _B, "none"),
    Op("is_empty", mark("is empty"), mark("{field} is empty"), KINDS, "none"),
    Op("is_filled", mark("is filled"), mark("{field} is filled"), KINDS, "none"),
)
OP_BY_NAME = {op.name: op for op in OPS}


def ops_for(kind: str) -> tuple[Op, ...]:
    """The comparisons that fit a field of a kind; all of them where the kind is not known."""
    return tuple(op for op in OPS if kind in op.kinds) if kind in KINDS else OPS
