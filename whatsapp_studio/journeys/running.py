"""Decides what there is to know of one contact in a journey, and what a step can make of it: states, moves, effects."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

import msgspec

from whatsapp_studio.audience import rules
from whatsapp_studio.audience.contact import Consent, Contact
from whatsapp_studio.audience.stopwords import is_stop_word
from whatsapp_studio.audience.zones import zone_for
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.moments import after
from whatsapp_studio.journeys.remembered import once
from whatsapp_studio.journeys.settings import setting
from whatsapp_studio.journeys.snippets import expanded
from whatsapp_studio.journeys.surroundings import NOWHERE, Surroundings

replace = msgspec.structs.replace
# What ``journey.`` calls the code with which the last message that did not arrive was refused, or failed.
ERROR = "error"
News = Literal[
    "sent", "refused", "delivered", "read", "clicked", "replied", "failed", "event", "answered", "decided"
]


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """One contact as journeys see it. ``number`` is what chance goes by: the contact's id."""

    number: int = 0
    values: Mapping[str, Any] = {}
    marketing: Consent = "unknown"
    blocked: bool = False
    lists: frozenset[str] = frozenset()


class Heard(msgspec.Struct, frozen=True):
    """Something that happened: to a message (``step`` is the one that sent it), a reply, or an event by its name.

    ``text`` is what was written, the button that was tapped, the name of the event, the answer of a request, why a
    message was refused or failed (``meta-131026``), or what a person decided (``send`` or ``skip``).
    """

    on: News
    at: datetime
    step: str = ""
    text: str = ""


class State(msgspec.Struct, frozen=True, kw_only=True):
    """All that the next move of one contact depends on, wherever it is kept.

    ``message`` is the step that sent the last message; ``heard`` what happened to messages since each was sent;
    ``wrote`` when the contact last wrote; ``saved`` the answers of requests by the names they were kept under;
    ``came`` the output of the entry that is theirs, where it has several; ``planned`` is when that was to happen which
    brought the contact here too late (see ``late.GRACE``), None where all is on time.
    """

    person: Person
    entered: datetime
    came: str = ""
    event: Mapping[str, Any] = {}
    saved: Mapping[str, Any] = {}
    message: str = ""
    wrote: datetime | None = None
    heard: tuple[Heard, ...] = ()
    planned: datetime | None = None


class Effect(msgspec.Struct, frozen=True):
    """Something to be done in the world: send, call, notify, update, consent, list, jump; with all it needs."""

    kind: Literal["send", "call", "notify", "update", "consent", "list", "jump"]
    details: Mapping[str, Any]


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """What a step made of a contact. ``code`` and ``facts`` say why.

    With a ``port`` the contact goes on by that output; without one it stays until ``until`` or until something is
    heard; with neither the journey is over for it.
    """

    state: State
    code: str
    port: str = ""
    until: datetime | None = None
    facts: Mapping[str, object] = {}
    effects: tuple[Effect, ...] = ()


@once
def rule_of(raw: object) -> rules.Rule | None:
    """A rule as a step holds it; None for what is none."""
    try:
        return rules.parse(raw)
    except rules.RuleError:
        return None


class Setup(msgspec.Struct, frozen=True, kw_only=True):
    """What is the same for every contact: the journey, the workspace, and how many each cap let through so far.

    ``longest`` is how long a wait of a test may last (see ``shortened``); None where nothing is tested.
    """

    journey: Journey
    around: Surroundings = NOWHERE
    zone: ZoneInfo
    taken: Mapping[str, int] = {}
    longest: timedelta | None = None

    def zone_of(self, state: State, clock: object = "contact") -> ZoneInfo:
        """Whose time counts: the contact's where it is asked for, by its field or its number; else the journey's."""
        if clock == "journey":
            return self.zone
        values = state.person.values
        return zone_for(values.get("time_zone"), values.get("phone"), "", self.zone)

    def beside(self, state: State) -> Mapping[str, Mapping[str, Any]]:
        """What expressions and rules can read beside the contact."""
        own = {"name": self.journey.name, "entered_at": state.entered.astimezone(self.zone).date().isoformat()}
        return {"event": state.event, "journey": {**own, **state.saved}}

    def is_true(self, raw: object, state: State, at: datetime) -> bool:
        """Whether a rule is true for the contact now; one that cannot be read is not."""
        rule = rule_of(raw)
        if rule is None:
            return False
        person, beside = state.person, self.beside(state)
        facts = rules.RuleFacts(
            contact=person.values, event=beside["event"], journey=beside["journey"], lists=person.lists,
            consent={"marketing": person.marketing},
        )  # fmt: skip
        return rules.matches(rule, facts, at, self.zone_of(state))


def setup(journey: Journey, around: Surroundings = NOWHERE, taken: Mapping[str, int] | None = None) -> Setup:
    """What contacts of a journey go by, its snippets as texts; a zone nobody knows is UTC."""
    zone = zone_of(str(setting(journey, "time_zone") or "")) or zone_of(around.time_zone) or ZoneInfo("UTC")
    return Setup(journey=expanded(journey, around.snippets), around=around, zone=zone, taken=taken or {})


def life_ends(setup: Setup, state: State) -> datetime:
    """The moment a contact leaves the journey, wherever it is."""
    return after(state.entered, setting(setup.journey, "life"), setup.zone)


def person_of(contact: Contact, lists: frozenset[str] = frozenset()) -> Person:
    """A contact as journeys see it."""
    return Person(
        number=contact.id, values=contact.values(), marketing=contact.marketing, blocked=contact.blocked, lists=lists
    )


def about(state: State, heard: Heard) -> Heard:
    """News that names no message is about the last one: a reply is to what was sent before it."""
    return heard if heard.step or heard.on == "event" else replace(heard, step=state.message)


def mistaken(state: State, why: str) -> State:
    """The state after a message was refused or failed: rules can ask for the code (of Meta: its number alone)."""
    return replace(state, saved={**state.saved, ERROR: why.removeprefix("meta-")}) if why else state


def noted(state: State, heard: Heard) -> State:
    """The state after something was heard (see :func:`about`); whoever writes "stop" says no to marketing."""
    if heard.on in ("delivered", "read", "clicked", "replied", "failed"):
        state = replace(state, heard=(*state.heard, heard))
    if heard.on == "failed":
        state = mistaken(state, heard.text)
    if heard.on not in ("clicked", "replied"):
        return state
    person = state.person
    if is_stop_word(heard.text):
        person = replace(person, marketing="no", blocked=True)
    return replace(state, wrote=heard.at, person=person)
