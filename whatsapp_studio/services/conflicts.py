"""Decides who of some people gets another message within a day, from which campaigns and journeys."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import chain
from typing import Literal

import msgspec

from whatsapp_studio.base.clock import Clock
from whatsapp_studio.storage.conflicts import ConflictStore
from whatsapp_studio.storage.db import Store

WITHIN = timedelta(hours=24)
_PART = 20_000


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """A campaign or journey that writes to some of the same people: how many of them, and whom (ids)."""

    kind: Literal["campaign", "journey"]
    id: str
    name: str
    contacts: array[int]

    @property
    def people(self) -> int:
        """How many of the same people it writes to."""
        return len(self.contacts)


class Conflicts(msgspec.Struct, frozen=True, kw_only=True):
    """How many people get something else within 24 hours before or after ``at``, and from what, the most first."""

    at: datetime
    people: int = 0
    others: tuple[Conflict, ...] = ()


class Conflicting:
    """Looks for messages to the same people. Every method may be called from any thread."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._kept, self._clock = ConflictStore(store), clock

    def of(self, people: Sequence[int], at: datetime) -> Conflicts:
        """What else these contacts got or will get within a day of ``at`` (aware)."""
        messages = iter(self._kept.messages(at - WITHIN, at + WITHIN, self._clock.now()))
        first = next(messages, None) if people else None
        if first is None:
            return Conflicts(at=at)
        wanted: set[int] = set()
        # A million at once would keep every other thread waiting.
        for begin in range(0, len(people), _PART):
            wanted.update(people[begin : begin + _PART])
        found: dict[tuple[str, str, str], array[int]] = {}
        for kind, id, name, contact in chain((first,), messages):
            if contact in wanted:
                found.setdefault((kind, id, name), array("q")).append(contact)
        others = [
            Conflict(kind="journey" if kind == "journey" else "campaign", id=id, name=name, contacts=contacts)
            for (kind, id, name), contacts in found.items()
        ]
        others.sort(key=lambda one: (-one.people, one.name))
        touched = frozenset(contact for one in others for contact in one.contacts)
        return Conflicts(at=at, people=len(touched), others=tuple(others))
