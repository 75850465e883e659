"""Decides what a form may know: the document it edits, the workspace around it, and people to look at it with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from whatsapp_studio.audience.contact import STANDARD_FIELDS, Contact
from whatsapp_studio.audience.rules import RuleError, fields_used, parse, problems
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base.clock import SystemClock
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.names import Names, names_anywhere, names_at
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.personalise.reach import Field, Reach, field_words
from whatsapp_studio.qt.rules.sight import Sight

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio


_OF_JOURNEY = {
    "name": mark("Journey: its name"), "entered_at": mark("Journey: day the contact came in"),
    "error": mark("Journey: code of the last failed message"),
}  # fmt: skip


class InspectorContext(Protocol):
    """What the inspector asks of the workspace. Every method may be called from any thread."""

    def contact_ids(self) -> Sequence[int]:
        """Everybody, in a steady order; may take a while."""

    def contacts(self, ids: Sequence[int]) -> Sequence[Contact]:
        """People by id; those that are gone are left out."""

    def count(self, audience: Mapping[str, Any]) -> int | None:
        """How many people an audience field holds now; None where that cannot be told. May take a while."""

    def segments(self) -> Sequence[str]:
        """What the segments are called."""

    def campaigns(self) -> Sequence[str]:
        """What the campaigns are called, the newest first."""


class StudioContext:
    """The workspace of an open Studio."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        self._contacts = studio.contacts

    def contact_ids(self) -> Sequence[int]:
        return self._contacts.ids()

    def contacts(self, ids: Sequence[int]) -> Sequence[Contact]:
        return self._contacts.get_many(ids)

    def count(self, audience: Mapping[str, Any]) -> int | None:
        if audience.get("kind") == "all":
            return self._contacts.count()
        if audience.get("kind") == "list":
            wanted = audience.get("list")
            found = next((one.id for one in self._contacts.lists() if one.name == wanted), None)
            return self._contacts.count(ContactQuery(list_id=found)) if found is not None else None
        try:
            rule = parse(audience.get("rule"))
        except RuleError:
            return None
        # What an event brings is known only when it comes.
        told = all(one.startswith("contact.") for one in fields_used(rule)) and not problems(rule)
        return self.studio.segments.count(rule) if told else None

    def segments(self) -> Sequence[str]:
        return [one.name for one in self.studio.segments.all()]

    def campaigns(self) -> Sequence[str]:
        return self._campaigns

    @cached_property
    def _campaigns(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.name for one in self.studio.campaigns.all() if one.state != "draft"))


class Outlook(Sight):
    """What one form and its editors see. ``owner`` is a step's id or ``settings``; ``values`` are the fields' own."""

    def __init__(self, document: JourneyDocument, context: InspectorContext) -> None:
        self.document, self.context = document, context
        self.owner = ""
        self.values: Mapping[str, Any] = {}
        self._names: tuple[Journey, str, Names] | None = None

    @property
    def zone(self) -> str:
        """The zone of the journey's wall clock."""
        chosen = self.document.journey.settings.get("time_zone")
        return chosen if isinstance(chosen, str) and chosen else self.document.surroundings.time_zone

    def today(self) -> date:
        now = self.document.surroundings.now
        return (now or SystemClock().now().astimezone()).date()

    def rule_fields(self) -> list[tuple[str, str]]:
        return self.insertable()

    def kind_of(self, field: str) -> str:
        head, _, name = field.rpartition(".")
        if head in ("event", "journey"):
            return dict(self.event_fields() if head == "event" else self.journey_fields()).get(name, "text")
        return self.document.surroundings.fields.get(name, "text") if head in ("", "contact") else "text"

    def list_names(self) -> Sequence[str]:
        return self.document.surroundings.lists

    def segment_names(self) -> Sequence[str]:
        return self.context.segments()

    def names_of(self, about: str) -> Sequence[str]:
        around = self.document.surroundings
        if about == "campaign":
            return self.context.campaigns()
        if about == "template":
            return sorted({name for name, _language in around.templates})
        return [one.name for one in around.journeys.values() if one.name]

    def contact_fields(self, kinds: Sequence[str] = ()) -> list[tuple[str, str]]:
        """The contact's fields of these kinds (none: any), each with the words for it; the standard ones first."""
        known = self.document.surroundings.fields
        words = dict(field_words())
        names = [*STANDARD_FIELDS, *sorted(name for name in known if name not in STANDARD_FIELDS)]
        return [
            (name, words.get(name) or spoken(name)) for name in names if not kinds or known.get(name, "text") in kinds
        ]

    def event_fields(self) -> list[tuple[str, str]]:
        """What events carry that let somebody in who comes here: names and kinds."""
        return list(self._here().event.items())

    def journey_fields(self) -> list[tuple[str, str]]:
        """What the journey knows of whoever comes here: names and kinds."""
        return list(self._here().journey.items())

    def beside(self) -> list[tuple[str, str]]:
        """What there is beside the contact's fields: (``journey.error``, the words for it)."""
        events = [(f"event.{name}", tr("Event: {name}", name=name)) for name, _kind in self.event_fields()]
        own = {name: tr(words) for name, words in _OF_JOURNEY.items()}
        return events + [
            (f"journey.{name}", own.get(name) or tr("Answer: {name}", name=name))
            for name, _kind in self.journey_fields()
        ]

    def reach(self) -> Reach:
        """What an expression may read here, each with its words and kind."""
        known, beside = self.document.surroundings.fields, dict(self.beside())
        events, own = self.event_fields(), self.journey_fields()
        fields = [Field(f"contact.{name}", words, known.get(name, "text")) for name, words in self.contact_fields()]
        fields += [Field(f"event.{name}", name, kind) for name, kind in events]
        fields += [Field(f"journey.{name}", beside[f"journey.{name}"], kind) for name, kind in own]
        return Reach(tuple(fields), "" if events else tr("No event with fields comes before this step."))

    def _here(self) -> Names:
        journey = self.document.journey
        if self._names is None or self._names[0] is not journey or self._names[1] != self.owner:
            here = names_at(journey, self.owner) if self.owner in journey.steps else names_anywhere(journey)
            self._names = (journey, self.owner, here)
        return self._names[2]

    def insertable(self) -> list[tuple[str, str]]:
        """What an expression may insert: (``contact.first_name``, the words for it)."""
        return [(f"contact.{name}", words) for name, words in self.contact_fields()] + self.beside()


def spoken(name: str) -> str:
    """A field's name as it reads in a form: ``last_order`` is "Last order"."""
    return name.replace("_", " ").strip().capitalize() or name
