"""Decides what segments may be built from: the workspace as it was read last."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import TYPE_CHECKING

import msgspec

from whatsapp_studio.audience.contact import STANDARD_FIELDS, CustomField
from whatsapp_studio.audience.languages import CODES
from whatsapp_studio.base.i18n import language, mark, tr
from whatsapp_studio.base.local import language_name, sort_key
from whatsapp_studio.qt.personalise.reach import field_words
from whatsapp_studio.qt.rules.sight import Options, Sight

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio


# What the program itself keeps of a contact, and rules may ask for.
_OURS = (("created_at", "datetime", mark("Added on")), ("is_test", "boolean", mark("Test contact")))


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """The workspace at one moment."""

    fields: tuple[CustomField, ...] = ()
    lists: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    names: Mapping[str, tuple[str, ...]] = {}
    choices: Mapping[str, Options] = {}

    @property
    def kinds(self) -> dict[str, str]:
        """The kind of every field of contacts, by its name."""
        return {
            **dict.fromkeys(STANDARD_FIELDS, "text"),
            **{name: kind for name, kind, _words in _OURS},
            **{one.name: one.kind for one in self.fields},
        }

    @property
    def labels(self) -> dict[str, str]:
        """What the person calls the fields they added."""
        return {one.name: one.label for one in self.fields if one.label}


def look(studio: Studio) -> Seen:
    """Read it; for another thread than the window's."""
    return Seen(
        fields=tuple(studio.contacts.fields()), lists=tuple(one.name for one in studio.contacts.lists()),
        segments=tuple(one.name for one in studio.segments.all()), names=_names(studio),
        choices={"contact.country": _countries(language().code), "contact.language": _languages(language().code)},
    )  # fmt: skip


def _names(studio: Studio) -> dict[str, tuple[str, ...]]:
    """What messages and journeys are called, the newest campaigns first."""
    return {
        "template": tuple(sorted({one.name for one in studio.templates.all()})),
        "campaign": tuple(dict.fromkeys(one.name for one in studio.campaigns.all() if one.state != "draft")),
        "journey": tuple(dict.fromkeys(row.name for row in studio.journeys.all() if row.name)),
    }


@lru_cache(maxsize=2)
def _countries(shown_in: str) -> Options:
    from babel import Locale

    named = Locale(shown_in).territories
    return sorted(((code, name) for code, name in named.items() if len(code) == 2), key=lambda one: sort_key(one[1]))


@lru_cache(maxsize=2)
def _languages(shown_in: str) -> Options:
    return sorted(((code, language_name(code, shown_in)) for code in CODES), key=lambda one: sort_key(one[1]))


class WorkspaceSight(Sight):
    """What the builder of segments sees. ``seen`` is set anew when the workspace changed."""

    wide = True

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self.seen = Seen()
        # A segment does not ask for itself.
        self.own = ""

    def today(self) -> date:
        return self._studio.clock.now().astimezone().date()

    def rule_fields(self) -> Options:
        words = dict(field_words())
        standard = [(f"contact.{name}", words.get(name, name)) for name in STANDARD_FIELDS]
        own = [(f"contact.{one.name}", one.label or one.name) for one in self.seen.fields]
        ours = [(f"contact.{name}", tr(said)) for name, _kind, said in _OURS]
        return [*standard, *own, *ours]

    def kind_of(self, field: str) -> str:
        return self.seen.kinds.get(field.removeprefix("contact."), "text")

    def list_names(self) -> Sequence[str]:
        return self.seen.lists

    def segment_names(self) -> Sequence[str]:
        return [one for one in self.seen.segments if one != self.own]

    def names_of(self, about: str) -> Sequence[str]:
        return self.seen.names.get(about, ())

    def choices(self, field: str) -> Options:
        return self.seen.choices.get(field, ())

    def known_values(self, field: str) -> Callable[[], Sequence[str]] | None:
        name = field.removeprefix("contact.")
        if self.kind_of(field) not in ("text", "list"):
            return None
        return partial(self._studio.contacts.values, name)
