"""Decides how the words of the language of expressions are listed: filters, tags and operators."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec

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
    if find_spec("whatsapp_studio.templates.helpers") is None:
        return ()
    found = import_module("whatsapp_studio.templates.helpers").HELPERS
    return tuple(
        Word(one.name, one.adobe, one.group, one.says, one.example, one.result, one.kind) for one in found
    )


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
