"""Decides what is checked for everybody: whom a campaign or a step of a journey writes to, in which words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import msgspec

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.campaigns.draft import Audience, Draft, Purpose
from whatsapp_studio.campaigns.draft import Mapping as Slot
from whatsapp_studio.campaigns.expressions import beside, expanded
from whatsapp_studio.campaigns.programme import Tags
from whatsapp_studio.campaigns.reach import Reach
from whatsapp_studio.campaigns.recipe import of_step
from whatsapp_studio.journeys.flow import rows, value
from whatsapp_studio.journeys.graph import Journey, Step
from whatsapp_studio.journeys.running import State, person_of, setup
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.templates.expression import Expression, ExpressionError, Values
from whatsapp_studio.templates.template import Template, places
from whatsapp_studio.templates.translation import best

Find = Callable[[str, str], Template | None]
_PURPOSE: Mapping[str, Purpose] = {
    "MARKETING": "marketing", "UTILITY": "utility", "AUTHENTICATION": "authentication"
}  # fmt: skip
_KNOWN_OF_JOURNEY = ("name", "entered_at")


@dataclass(frozen=True, kw_only=True)
class Subject:
    """One message to many people.

    ``versions`` are its translations by language, of which ``language_of`` names one for each contact;
    ``mapping`` is what the person edits and ``slots`` what is worked out (snippets as their texts); of the
    ``audience`` those with a ``reason`` get nothing; ``tags`` stand at the end of links. ``assumed`` are the labels of
    places that nobody can fill before the message is due: they are taken as their examples.
    """

    versions: dict[str, Template]
    mapping: Mapping[str, Slot]
    slots: Mapping[str, Slot]
    beside: dict[str, Mapping[str, Values]]
    language_of: Callable[[Contact], str]
    reason: Callable[[Contact], str]
    audience: Audience = field(default_factory=Audience)
    tags: Tags | None = None
    assumed: tuple[str, ...] = field(default=())


def of_draft(draft: Draft, find: Find, snippets: Mapping[str, str], reach: Reach) -> Subject | None:
    """What a campaign writes to whom; None where a template is not there. ``reach`` says who may be written to."""
    versions: dict[str, Template] = {}
    for language in dict.fromkeys((draft.language, *draft.translations)):
        template = find(draft.template, language) if draft.template else None
        if template is None:
            return None
        versions[language] = template
    return Subject(
        versions=versions, mapping=draft.mapping, slots=expanded(draft.mapping, snippets),
        beside={language: beside(draft, one) for language, one in versions.items()},
        language_of=lambda contact: best(draft.translations, contact.language, draft.language),
        reason=lambda contact: reach.of(contact).reason,
        audience=draft.audience, tags=draft.tags,
    )  # fmt: skip


def of_journey_step(
    journey: Journey, step_id: str, around: Surroundings, lists: Mapping[str, int],
    members: Callable[[], Mapping[int, frozenset[str]]], reach: Callable[[Purpose], Reach], now: datetime,
) -> Subject | None:  # fmt: skip
    """What a step that sends a template writes to whom; None where there is no such step or template.

    ``lists`` are the ids of lists by name; ``members`` says of which lists each contact is, and is asked only where
    the step has rules for its languages.
    """
    step = journey.steps.get(step_id)
    if step is None or step.kind != "send_template":
        return None
    recipe, choices = of_step(dict(step.fields)), rows(value(step, "languages"))
    versions: dict[str, Template] = {}
    for language in dict.fromkeys((recipe.language, *(str(row.get("language") or recipe.language) for row in choices))):
        template = around.templates.get((recipe.template, language))
        if template is None:
            return None
        versions[language] = template
    main = versions[recipe.language]
    slots, assumed = _foreseeable(expanded(recipe.mapping, around.snippets), main)
    allowed = reach(_PURPOSE.get(main.category, "marketing"))
    own = {"name": journey.name, "entered_at": now.date().isoformat()}
    return Subject(
        versions=versions, mapping=recipe.mapping, slots=slots,
        beside={language: {"event": {}, "journey": own} for language in versions},
        language_of=_chooser(journey, step, recipe.language, around, members, now),
        reason=lambda contact: _reason(contact, step, allowed), audience=_audience(journey, lists), assumed=assumed,
    )  # fmt: skip


def _foreseeable(slots: Mapping[str, Slot], template: Template) -> tuple[dict[str, Slot], tuple[str, ...]]:
    """What fills the places, with the examples where an event or an answer will; and the labels of those."""
    known, assumed = dict(slots), []
    for place in places(template, rare=True):
        slot = slots.get(place.name)
        if slot is None:
            continue
        try:
            expression = Expression(slot.expression, template.language)
        except ExpressionError:
            continue
        if expression.reads("event") or expression.reads("journey") - set(_KNOWN_OF_JOURNEY):
            assumed.append(place.label)
            sample = place.sample if "{" not in place.sample else ""
            known[place.name] = msgspec.structs.replace(slot, expression=sample or "x")
    return known, tuple(assumed)


def _audience(journey: Journey, lists: Mapping[str, int]) -> Audience:
    """Whom the journey takes in: the one list its entries name, else everybody."""
    named = [one for step in journey.steps.values() if isinstance(one := value(step, "audience"), Mapping)]
    wanted = {str(one.get("list")) for one in named if one.get("kind") == "list"}
    if len(wanted) == 1 and all(one.get("kind") == "list" for one in named):
        found = lists.get(wanted.pop())
        if found is not None:
            return Audience(kind="list", list_id=found)
    return Audience()


def _reason(contact: Contact, step: Step, reach: Reach) -> str:
    """Why the step would not write to somebody, as far as that is known before."""
    if contact.marketing == "no":
        return "opted-out"
    if value(step, "consent") != "anyone" and not contact.blocked and contact.marketing != "yes":
        return "no-consent"
    return reach.of(contact).reason


def _chooser(
    journey: Journey, step: Step, language: str, around: Surroundings,
    members: Callable[[], Mapping[int, frozenset[str]]], now: datetime,
) -> Callable[[Contact], str]:  # fmt: skip
    """The translation that the rules of a step give to a contact."""
    choices = rows(value(step, "languages"))
    if not choices:
        return lambda contact: language
    place, lists = setup(journey, around), members()

    def chosen(contact: Contact) -> str:
        state = State(person=person_of(contact, lists.get(contact.id, frozenset())), entered=now)
        for row in choices:
            if place.is_true(row.get("rule"), state, now):
                return str(row.get("language") or language)
        return language

    return chosen
