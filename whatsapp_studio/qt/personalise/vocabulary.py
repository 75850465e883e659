"""Decides how the words of the language of expressions are listed: filters, tags and operators."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from whatsapp_studio.base.i18n import ctr, mark, tr
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
        """What is written where it is put in."""
        return self.name

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
    return ctr("group of helpers", _GROUPS[group]) if group in _GROUPS else tr(group)


def language_offers() -> list[Offer]:
    """What may be put in anywhere: filters after a bar, tags after ``{%``."""
    found = [Offer("filter", one.name, one.meaning, one.name) for one in words() if one.kind == "filter"]
    return found + tag_offers()


def tag_offers() -> list[Offer]:
    """The tags that begin something, each written whole."""
    return [
        Offer("tag", "if", tr("Only where something is true"), "{% if  %}{% endif %}"),
        Offer("tag", "unless", tr("Only where something is not true"), "{% unless  %}{% endunless %}"),
        Offer("tag", "case", tr("One text for each value"), "{% case  %}{% when \"\" %}{% else %}{% endcase %}"),
        Offer("tag", "assign", tr("Remember a value under a name"), "{% assign name =  %}"),
        Offer("tag", "for", tr("Once for each thing in a list"), "{% for one in  %}{% endfor %}"),
        Offer("tag", "else", tr("Where it was not true"), "{% else %}"),
        Offer("tag", "snippet", tr("A text of yours by its name"), '{% snippet "" %}'),
    ]
