"""Decides what an expression may read where it stands: fields of the contact, the event, the journey, the campaign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whatsapp_studio.base.i18n import mark, tr

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio
    from whatsapp_studio.templates.expression import Beside

_STANDARD = {
    "first_name": mark("First name"), "last_name": mark("Last name"), "phone": mark("Phone"),
    "language": mark("Language"), "country": mark("Country"), "time_zone": mark("Time zone"),
}  # fmt: skip
_KINDS = {"text": mark("Text"), "number": mark("Number"), "date": mark("Date"), "boolean": mark("Yes or no")}


@dataclass(frozen=True, slots=True)
class Field:
    """One name an expression may read; ``path`` is written in it (``contact.first_name``)."""

    path: str
    label: str
    kind: str = "text"

    @property
    def root(self) -> str:
        return self.path.partition(".")[0]

    @property
    def name(self) -> str:
        return self.path.partition(".")[2]


@dataclass(frozen=True, slots=True)
class Reach:
    """What can be read at one place. ``no_event`` says why there are no fields of an event; empty: there are.

    ``open`` are the roots of which any name may be read.
    """

    fields: tuple[Field, ...] = ()
    no_event: str = ""
    open: frozenset[str] = frozenset()

    def of(self, root: str) -> tuple[Field, ...]:
        """The fields under ``contact``, ``event``, ``journey`` or ``campaign``."""
        return tuple(one for one in self.fields if one.root == root)

    @property
    def roots(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.root for one in self.fields))

    def known(self) -> list[str] | None:
        """The names that may follow ``contact.``; None where any may."""
        return [one.name for one in self.of("contact")] or None

    def beside(self) -> Beside:
        """What may be read beside the contact, as :class:`~whatsapp_studio.templates.expression.Expression` asks."""
        named = {root: [one.name for one in self.of(root)] for root in self.roots if root != "contact"}
        return {**named, **dict.fromkeys(self.open)}


def kind_word(kind: str) -> str:
    """The word for a kind of field."""
    return tr(_KINDS[kind]) if kind in _KINDS else kind


def field_words() -> list[tuple[str, str]]:
    """The fields that every contact has, each with the words for it."""
    return [(name, tr(words)) for name, words in _STANDARD.items()]


def contact_fields(custom: Iterable[tuple[str, str, str]]) -> tuple[Field, ...]:
    """The fields of contacts: those everybody has, then ``custom`` ones (name, words, kind)."""
    standard = [Field(f"contact.{name}", words) for name, words in field_words()]
    return (*standard, *(Field(f"contact.{name}", label, kind) for name, label, kind in custom))


def of_workspace(studio: Studio) -> Reach:
    """What can be read where nothing but the contact is known."""
    return Reach(contact_fields((one.name, one.label, one.kind) for one in studio.contacts.fields()))


def with_fields(reach: Reach, root: str, fields: Sequence[tuple[str, str, str]]) -> Reach:
    """``reach`` with these names (name, words, kind) under ``root``."""
    added = tuple(Field(f"{root}.{name}", label, kind) for name, label, kind in fields)
    return Reach((*reach.fields, *added), reach.no_event, reach.open)


def values_of(sample: Mapping[str, str]) -> dict[str, dict[str, object]]:
    """A sample's values by root: ``{"contact": {"first_name": "Anna"}}``."""
    found: dict[str, dict[str, object]] = {}
    for path, value in sample.items():
        root, _, name = path.partition(".")
        if name:
            found.setdefault(root, {})[name] = value
    return found
