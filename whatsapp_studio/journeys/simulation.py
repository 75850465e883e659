"""Decides what is counted when a whole audience goes through a journey without anything being sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

import msgspec

from whatsapp_studio.base.progress import Progress, Unwatched
from whatsapp_studio.journeys.assumed import Assumptions
from whatsapp_studio.journeys.crowd import Crowd
from whatsapp_studio.journeys.running import Setup

HOUR, DAY = 3_600_000, 86_400_000
# Up to so many days the time line has a place for every hour, else for every day.
_HOURLY = 31
UNWATCHED = Unwatched()


class Row(msgspec.Struct, frozen=True, order=True, gc=False):
    """One step that a contact left: when it came and went (ms since 1970), by which output (empty: its way ended)."""

    contact: int
    went: int
    came: int
    step: str
    visit: int
    port: str


Watch = Callable[[list[Row]], None]


class AtStep(msgspec.Struct, frozen=True, kw_only=True):
    """What became of contacts at a step: how often one came, how many are there at the end, by which outputs they left.

    ``ended`` counts those whose way ended here, by why; ``quiet`` how often a message waited for the end of quiet
    hours; ``full`` how often a cap let nobody through.
    """

    entered: int = 0
    waiting: int = 0
    passed: Mapping[str, int] = {}
    ended: Mapping[str, int] = {}
    quiet: int = 0
    full: int = 0

    @property
    def failed(self) -> int:
        """How many left because it could not be done."""
        return self.passed.get("failed", 0)


class Sent(msgspec.Struct, frozen=True, order=True):
    """How many messages left one step in one translation to one country; a free message has no template."""

    step: str
    template: str
    language: str
    category: str
    country: str
    n: int


class Simulation(msgspec.Struct, frozen=True, kw_only=True):
    """A whole audience on its way through a journey.

    ``contacts`` are those who were to enter, ``entered`` those who did; ``steps`` how many steps were left;
    ``messages`` how many messages were taken by WhatsApp; ``by_step`` is by step, ``by_link`` by the output
    (``step:port``) that was taken, ``ends`` by why a way ended. ``per_day`` are messages by the day of the journey's
    zone (``2026-03-01``). ``line`` says for every step how many were there at the start and at the end of every
    ``bucket`` ms after it. ``longest`` and ``median`` are ms from entering to the end of those who ended.
    ``uncovered`` are outputs with an arrow that nobody took. ``answers`` counts what contacts were assumed to do, by
    step and answer. ``seconds`` is how long it took.
    """

    contacts: int
    entered: int
    start: int
    days: int
    bucket: int
    steps: int
    messages: int
    by_step: Mapping[str, AtStep]
    by_link: Mapping[str, int]
    ends: Mapping[str, int]
    per_day: Mapping[str, int]
    sent: tuple[Sent, ...]
    line: Mapping[str, tuple[int, ...]]
    longest: int
    median: int
    uncovered: tuple[str, ...]
    answers: Mapping[str, Mapping[str, int]] = {}
    assumed: Assumptions = Assumptions()
    seconds: float = 0.0

    @property
    def held_quiet(self) -> int:
        """How often a message waited for the end of quiet hours."""
        return sum(one.quiet for one in self.by_step.values())

    @property
    def held_caps(self) -> int:
        """How often a cap let nobody through."""
        return sum(one.full for one in self.by_step.values())

    @property
    def waiting(self) -> int:
        """How many are inside at the end."""
        return sum(one.waiting for one in self.by_step.values())


class Change(msgspec.Struct, frozen=True):
    """A count in two simulations: what (``entered``, ``link``, …) of which step, link or end, and how many each."""

    what: str
    of: str
    before: int
    after: int


def bucket_of(days: int) -> int:
    """How many ms a place of the time line stands for."""
    return HOUR if days <= _HOURLY else DAY


def simulate(
    setup: Setup, crowd: Crowd, assumed: Assumptions, *, start: datetime, days: int, entry: str = "",
    progress: Progress = UNWATCHED, watch: Watch | None = None,
) -> Simulation:  # fmt: skip
    """Everybody of a crowd goes through a journey for so many days from ``start``; a million at a time.

    All enter by ``entry`` (left out: the first, from the top of the canvas) as the assumptions say; whoever is inside
    when the days are over stays counted as waiting. ``progress`` is told how many ways are over and may cancel
    (:class:`Cancelled`); ``watch`` gets every step that was left, in no order.
    """
    # Numpy is loaded for this alone, so that the program starts without it.
    from whatsapp_studio.journeys.columns.run import simulate as over_columns

    return over_columns(setup, crowd, assumed, start, days, entry, progress, watch)


def simulate_one_by_one(
    setup: Setup, crowd: Crowd, assumed: Assumptions, *, start: datetime, days: int, entry: str = "",
    progress: Progress = UNWATCHED, watch: Watch | None = None,
) -> Simulation:  # fmt: skip
    """The same of the engine itself, one contact and one moment at a time: what :func:`simulate` is held against."""
    from whatsapp_studio.journeys.one_by_one import OneByOne

    return OneByOne(setup, crowd, assumed, start, days, entry).go(progress, watch)


def compare(before: Simulation, after: Simulation) -> tuple[Change, ...]:
    """Every count that differs between two simulations."""
    found = [
        Change(what, "", getattr(before, what), getattr(after, what))
        for what in ("contacts", "entered", "waiting", "messages", "longest", "median", "held_quiet", "held_caps")
    ]
    for step in dict.fromkeys((*before.by_step, *after.by_step)):
        one, two = before.by_step.get(step, AtStep()), after.by_step.get(step, AtStep())
        found += [
            Change(f"step-{what}", step, getattr(one, what), getattr(two, what))
            for what in ("entered", "waiting", "failed", "quiet", "full")
        ]
    for what, first, second in (("link", before.by_link, after.by_link), ("end", before.ends, after.ends)):
        found += [Change(what, of, first.get(of, 0), second.get(of, 0)) for of in dict.fromkeys((*first, *second))]
    return tuple(one for one in found if one.before != one.after)
