"""Decides what a rule may be built from: fields, lists and values, wherever the rule stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

from whatsapp_studio.audience.rules_ops import OP_BY_NAME, ops_for
from whatsapp_studio.base.i18n import tr

Shape = Literal["none", "text", "number", "date", "days", "texts"]
Options = Sequence[tuple[str, str]]


class Sight:
    """What the builder sees. ``wide`` builders have a comparison on one line."""

    wide = False

    def today(self) -> date:
        """The day it is where the workspace is."""
        raise NotImplementedError

    def rule_fields(self) -> Options:
        """What can be compared: full names (``contact.country``), each with the words for it."""
        raise NotImplementedError

    def kind_of(self, field: str) -> str:
        """The kind of a field by its full name; text where nobody knows."""
        raise NotImplementedError

    def list_names(self) -> Sequence[str]:
        """The lists there are."""
        return ()

    def segment_names(self) -> Sequence[str]:
        """The segments that may be asked for."""
        return ()

    def names_of(self, about: str) -> Sequence[str]:
        """The templates, campaigns or journeys there are, for ``about`` them."""
        return ()

    def insertable(self) -> Options:
        """What an expression may name: fields, each with the words for it."""
        return self.rule_fields()

    def choices(self, field: str) -> Options:
        """The values a field can have, each with its words, where they are few and known; else nothing."""
        return ()

    def known_values(self, field: str) -> Callable[[], Sequence[str]] | None:
        """What to ask, outside the window's thread, for values that contacts have; None where nobody knows."""
        return None


def ops(kind: str) -> list[tuple[str, str]]:
    """The comparisons for a kind of field, each with its words."""
    return [(op.name, tr(op.label)) for op in ops_for(kind)]


def shape_of(op: str, kind: str) -> Shape:
    """What a comparison is given; text where the comparison is not known."""
    found = OP_BY_NAME.get(op)
    return found.shape_for(kind) if found is not None else "text"
