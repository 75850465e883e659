"""Decides where lists and segments are used: in campaigns that may still be sent, in journeys, and in segments."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Literal, Protocol

import msgspec

from whatsapp_studio.audience.segment import ContactList, Segment
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.draft import Audience
from whatsapp_studio.journeys.codec import Opened
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.kept import JourneyRow

Kind = Literal["segment", "list"]
Key = tuple[Kind, int]
# What is over: nothing of it would change if its audience went away.
_OVER = frozenset({"done", "stopped"})
_DEEPEST = 40


class Use(msgspec.Struct, frozen=True):
    """A campaign, a journey or a segment in which an audience is used; ``id`` is its own, as text."""

    kind: Literal["campaign", "journey", "segment"]
    id: str
    name: str


class _Lists(Protocol):
    def lists(self) -> list[ContactList]: ...


class _Segments(Protocol):
    def all(self) -> list[Segment]: ...


class _Campaigns(Protocol):
    def all(self) -> list[Campaign]: ...


class _Journeys(Protocol):
    def all(self) -> tuple[JourneyRow, ...]: ...
    def open(self, journey_id: str, /) -> Opened: ...
    def published(self, journey_id: str, /) -> Journey | None: ...


class Workspace(Protocol):
    """What is asked of an open Studio."""

    @property
    def contacts(self) -> _Lists: ...
    @property
    def segments(self) -> _Segments: ...
    @property
    def campaigns(self) -> _Campaigns: ...
    @property
    def journeys(self) -> _Journeys: ...


def uses_of(studio: Workspace) -> dict[Key, tuple[Use, ...]]:
    """Every use of every list and segment, by its kind and id; those that are used nowhere are left out.

    A campaign that is done or stopped uses nothing any more. A journey counts as its draft and as what is published.
    """
    names: dict[tuple[Kind, str], Key] = {
        **{("list", one.name.casefold()): ("list", one.id) for one in studio.contacts.lists()},
        **{("segment", one.name.casefold()): ("segment", one.id) for one in studio.segments.all()},
    }
    found: dict[Key, dict[Use, None]] = {}

    def note(use: Use, mentioned: Iterator[tuple[Kind, str]]) -> None:
        for kind, name in mentioned:
            key = names.get((kind, name.casefold()))
            if key is not None:
                found.setdefault(key, {})[use] = None

    for campaign in studio.campaigns.all():
        if campaign.state not in _OVER:
            use = Use("campaign", campaign.id, campaign.name)
            for key in _of_draft(campaign.draft.audience):
                found.setdefault(key, {})[use] = None
    for row in studio.journeys.all():
        use = Use("journey", row.id, row.name)
        for journey in (studio.journeys.open(row.id).journey, studio.journeys.published(row.id)):
            if journey is not None:
                note(use, mentions([journey.settings, *(step.fields for step in journey.steps.values())]))
    for segment in studio.segments.all():
        note(Use("segment", str(segment.id), segment.name), mentions(json.loads(segment.rule)))
    return {key: tuple(some) for key, some in found.items()}


def _of_draft(audience: Audience) -> Iterator[Key]:
    if audience.kind == "list" and audience.list_id is not None:
        yield "list", audience.list_id
    if audience.kind == "segment" and audience.segment_id is not None:
        yield "segment", audience.segment_id
    for id in audience.except_lists:
        yield "list", id


def mentions(value: Any, depth: int = 0) -> Iterator[tuple[Kind, str]]:
    """The lists and segments that plain JSON names, wherever in it."""
    if depth > _DEEPEST:
        return
    if isinstance(value, Mapping):
        for kind in ("list", "segment"):
            name = value.get(kind)
            if isinstance(name, str) and name:
                yield kind, name
        for inner in value.values():
            yield from mentions(inner, depth + 1)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from mentions(inner, depth + 1)
