"""Decides how the words of the language of expressions are listed: filters, tags and operators."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt.personalise.offers import Offer


class Word(msgspec.Struct, frozen=True):
    """A filter, a tag or an operator: our name and Adobe's, what it does, and an example with what comes of it."""

    name: str
    adobe: str
    group: str
    says: str
    example: str
    result: str
    kind: str = "filter"

    @property
    def text(self) -> str:
        """What is written where it is put in: a filter with what it takes in its example."""
        found = re.search(rf"\|\s*{re.escape(self.name)}\b\s*(:(?:\"[^\"]*\"|[^|}}\"])*)?", self.example)
        taken = found[1] if self.kind == "filter" and found is not None else None
        return self.name + (taken.rstrip() if taken else "")

    @property
    def meaning(self) -> str:
        """What it does, in the language in use."""
        return tr(self.says)


_GROUPS = {
    "text": mark("Text"), "number": mark("Numbers"), "date": mark("Dates"), "logic": mark("Conditions"),
    "list": mark("Lists"), "other": mark("Other"),
}  # fmt: skip


@lru_cache(maxsize=1)
def words() -> tuple[Word, ...]:
    """Everything an expression can be made of, in the order of the help."""
    from whatsapp_studio.templates.helpers import HELPERS

    return tuple(
        Word(one.name, one.adobe, one.group, one.says, one.example, one.result, one.kind) for one in HELPERS
    )


def left_out() -> tuple[tuple[str, str], ...]:
    """What Adobe has and expressions do not: its name, and why, in the language in use."""
    from whatsapp_studio.templates.helpers import LEFT_OUT

    return tuple((one.adobe, tr(one.why)) for one in LEFT_OUT)


def group_word(group: str) -> str:
    """The heading of a group of words."""
    return tr(_GROUPS[group]) if group in _GROUPS else tr(group)


def language_offers() -> list[Offer]:
    """What may be put in anywhere: filters after a bar, tags after ``{%``."""
    found = [Offer("filter", one.name, one.meaning, one.text) for one in words() if one.kind == "filter"]
    return found + tag_offers()


def tag_offers() -> list[Offer]:
    """What may follow ``{%``."""
    return [
        *(Offer("tag", one.name, one.meaning) for one in words() if one.kind == "tag"),
        Offer("tag", "else", tr("Where it was not true")),
        Offer("tag", "snippet", tr("A text of yours by its name")),
    ]
