"""Decides what is said of a journey that runs: its state, its numbers, who is where, and what happened to a contact."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

import msgspec

LifeState = Literal["running", "paused", "closed", "stopped", "done"]
Pause = Literal["", "hold", "discard"]
# In these states somebody may be inside.
ALIVE: tuple[LifeState, ...] = ("running", "paused", "closed")
What = Literal["inside", "entered", "waiting", "passed", "failed", "ended"]
# The output by which a contact leaves a step that did not work.
FAILED = "failed"


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """One published version of a journey that runs or ran: ``plan`` is what its contacts are kept under.

    ``version`` is its number among all versions, ``publication`` counts the published ones from 1; ``open`` is
    whether it lets contacts in now.
    """

    plan: int
    journey: str
    version: int
    publication: int
    zone: str
    made: datetime
    open: bool = False
    inside: int = 0


class Life(msgspec.Struct, frozen=True, kw_only=True):
    """How a journey runs. ``editions`` are all that ever ran, the newest first; ``inside`` is over all of them."""

    journey: str
    state: LifeState
    since: datetime
    pause: Pause = ""
    reason: str = ""
    test: bool = False
    editions: tuple[Edition, ...] = ()

    @property
    def inside(self) -> int:
        """How many contacts are inside, whatever their version."""
        return sum(one.inside for one in self.editions)

    @property
    def edition(self) -> Edition:
        """The version that lets contacts in, or was the last to do so."""
        return next((one for one in self.editions if one.open), self.editions[0])


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """The numbers of one step: how often it was come to, how many are there, and by which output they left.

    ``ended`` are those whose way ended here, by how; ``sent`` are messages that WhatsApp took.
    """

    entered: int = 0
    waiting: int = 0
    passed: Mapping[str, int] = {}
    ended: Mapping[str, int] = {}
    sent: int = 0

    @property
    def left(self) -> int:
        """How often it was left by an output."""
        return sum(self.passed.values())

    @property
    def failed(self) -> int:
        """How often it was left because it did not work."""
        return self.passed.get(FAILED, 0)

    @property
    def over(self) -> int:
        """How many ways ended here."""
        return sum(self.ended.values())


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a person should know of a journey that runs: a code, where it is, and how many it concerns."""

    code: str
    step: str = ""
    facts: Mapping[str, Any] = {}
    count: int = 0


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where contacts are looked for: a plan and a step of it (empty: all of it), and what of the step.

    ``port`` is the output they left by, or for ``ended`` how their way ended (empty: however).
    """

    plan: int
    step: str = ""
    what: What = "waiting"
    port: str = ""


class Someone(msgspec.Struct, frozen=True, kw_only=True):
    """A contact at a place: since when, until when at most, and why, as a code with facts.

    ``left`` is when it went on; ``name`` and ``phone`` are empty where the contact was deleted.
    """

    key: int
    run: int
    contact: int
    name: str
    phone: str
    step: str
    since: datetime
    left: datetime | None = None
    until: datetime | None = None
    port: str = ""
    ending: str = ""
    reasons: tuple[tuple[str, Mapping[str, Any]], ...] = ()


class Stay(msgspec.Struct, frozen=True, kw_only=True):
    """One step on somebody's way: when they came and left (None: they are there still), by which output, and why."""

    step: str
    visit: int
    came: datetime
    left: datetime | None = None
    port: str = ""
    reasons: tuple[tuple[str, Mapping[str, Any]], ...] = ()


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """The whole way of one contact through one journey, once: its steps in order, and how it ended (empty: inside).

    ``until`` is when it goes on at the latest; ``held`` whether the journey is paused, so that it does not.
    """

    run: int
    contact: int
    journey: str
    journey_name: str
    version: int
    publication: int
    zone: str
    test: bool
    entered: datetime
    stays: tuple[Stay, ...]
    until: datetime | None = None
    ended: datetime | None = None
    ending: str = ""
    held: bool = False


class LateOne(msgspec.Struct, frozen=True, kw_only=True):
    """A message that waits for a person's decision, because it is late: whose, at which step, when it was due."""

    run: int
    journey: str
    journey_name: str
    plan: int
    step: str
    contact: int
    name: str
    phone: str
    planned: datetime | None
    since: datetime


class LogLine(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened to a journey as a whole; ``id`` grows."""

    id: int
    at: datetime
    code: str
    facts: Mapping[str, Any] = {}
    contact: int | None = None
    test: bool = False


class Impact(msgspec.Struct, frozen=True, kw_only=True):
    """What publishing the draft would do: to those inside, and to who enters.

    ``first`` is whether nothing of the journey runs yet, ``same`` whether it does just what is published;
    ``inside`` are the versions with contacts in them, and ``standing`` where those stand: version, step and how many;
    ``entries`` are the steps by which contacts come in, and ``audiences`` how many are in theirs now, where that is
    everybody or a list;
    ``amends`` is whether all that differs may also be changed in the version that runs.
    """

    journey: str
    first: bool
    same: bool
    state: str = ""
    next_publication: int = 1
    inside: tuple[Edition, ...] = ()
    standing: tuple[tuple[int, str, int], ...] = ()
    entries: tuple[str, ...] = ()
    audiences: Mapping[str, int] = {}
    amends: bool = False
