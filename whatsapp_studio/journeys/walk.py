"""Decides the way of one contact through a journey when everything it will do is known: step by step, with reasons."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from whatsapp_studio.journeys.asking import Answer, Ask, ask_for, news_of, nothing
from whatsapp_studio.journeys.flow import value
from whatsapp_studio.journeys.graph import Journey, Step, link_id
from whatsapp_studio.journeys.motion import End, Reason, Run, Stretch, begin, due, due_at, heard
from whatsapp_studio.journeys.running import Effect, Heard, Move, Person, Setup, State, replace, setup
from whatsapp_studio.journeys.surroundings import NOWHERE, Surroundings
from whatsapp_studio.journeys.table import kind_of

# No way is followed for more steps than this.
MOST = 1000
__all__ = ["MOST", "Answer", "Ask", "End", "Passed", "Walk", "follow", "key"]


class Passed(msgspec.Struct, frozen=True, kw_only=True):
    """One step on the way: when the contact came and left, by which output (empty: it stayed), and why.

    ``reasons`` are codes with facts in the order they came up; ``effects`` what would have been done in the world;
    ``ask`` is the question that was asked here, answered or not.
    """

    step: str
    at: datetime
    left: datetime
    port: str = ""
    reasons: tuple[tuple[str, Mapping[str, object]], ...] = ()
    effects: tuple[Effect, ...] = ()
    ask: Ask | None = None


class Walk(msgspec.Struct, frozen=True, kw_only=True):
    """A way: its steps, how it ended (empty: it goes on once ``ask`` is answered), and the contact as it was then."""

    steps: tuple[Passed, ...]
    state: State
    end: End = ""
    ask: Ask | None = None
    facts: Mapping[str, object] = {}

    @property
    def links(self) -> tuple[str, ...]:
        """The links that were taken, in order."""
        return tuple(link_id(one.step, one.port) for one in self.steps[:-1])


def key(step: str, visit: int) -> str:
    """What an answer is kept under: the step and which time it is that the contact comes by (from 1)."""
    return f"{step}#{visit}"


def follow(
    journey: Journey, person: Person, *, start: datetime, answers: Mapping[str, Answer] | None = None,
    around: Surroundings = NOWHERE, entry: str = "", came: str = "", event: Mapping[str, Any] | None = None,
) -> Walk:  # fmt: skip
    """The way of a person who enters at ``start`` by ``entry`` (left out: the first), as ``answers`` say.

    Where an answer matters and there is none the walk stops and asks. Nothing is done in the world.
    """
    known = setup(journey, around)
    state = State(person=person, entered=start, came=came, event=event or {})
    first = journey.steps.get(entry) if entry else _entry(journey)
    if first is None:
        return Walk(steps=(), state=state, end="nowhere")
    if first.kind == "event" and value(first, "source") == "inbound":
        state = replace(state, wrote=start)
    return _Follower(known, answers or {}, start).go(state, first)


def _entry(journey: Journey) -> Step | None:
    entries = [step for step in journey.steps.values() if kind_of(step).is_entry and not step.disabled]
    return min(entries, key=lambda s: (*journey.places.get(s.id, (0, 0))[::-1], s.id), default=None)


class _Follower:
    """One walk while it is made."""

    def __init__(self, known: Setup, answers: Mapping[str, Answer], start: datetime) -> None:
        self._setup, self._answers, self._now = known, answers, start
        self._coming: list[tuple[datetime, int, Heard]] = []
        self._order = itertools.count()
        self._made: list[Passed] = []
        self._asked: Ask | None = None

    def go(self, state: State, first: Step) -> Walk:
        stretch = begin(self._setup, state, first.id, self._now)
        while True:
            run = self._note(stretch)
            if run.end or len(self._made) >= MOST:
                return self._walk(run, run.end or "long", facts=stretch.facts)
            if stretch.moved and (ask := self._ask(run)) is not None:
                here = self._passed(run.step, run.came, self._now, "", run.reasons, run.effects, ask)
                self._made.append(here)
                return self._walk(run, "", ask=ask)
            stretch = self._next(run)

    def _next(self, run: Run) -> Stretch:
        """Time passes until something is heard, or the contact's time has come."""
        stop = due_at(self._setup, run)
        if self._coming and self._coming[0][0] <= stop:
            at, _, news = heapq.heappop(self._coming)
            self._now = max(self._now, at)
            return heard(self._setup, run, news, self._now)
        self._now = max(self._now, stop)
        return due(self._setup, run, self._now)

    def _note(self, stretch: Stretch) -> Run:
        for one in stretch.passed:
            self._made.append(
                self._passed(one.step, one.at, one.left, one.port, one.reasons, one.effects, self._asked)
            )
            self._asked = None
        return stretch.run

    def _ask(self, run: Run) -> Ask | None:
        """Put what the answer to this step brings on its way; the question where there is none."""
        step = self._setup.journey.steps[run.step]
        move = Move(state=run.state, code=run.code, until=run.until, facts=run.facts)
        asked = ask_for(self._setup, step, move, run.visit, self._now)
        if asked is None:
            return None
        self._asked = asked
        answer = self._answers.get(key(step.id, run.visit))
        if answer is None:
            if asked.matters:
                return asked
            answer = nothing(asked)
        for news in news_of(step, answer, self._now):
            heapq.heappush(self._coming, (news.at, next(self._order), news))
        return None

    def _passed(
        self, step: str, at: datetime, left: datetime, port: str, reasons: tuple[Reason, ...],
        effects: tuple[Effect, ...], ask: Ask | None,
    ) -> Passed:  # fmt: skip
        return Passed(step=step, at=at, left=left, port=port, reasons=reasons, effects=effects, ask=ask)

    def _walk(
        self, run: Run, end: End, *, ask: Ask | None = None, facts: Mapping[str, object] | None = None
    ) -> Walk:
        return Walk(steps=tuple(self._made), state=run.state, end=end, ask=ask, facts=facts or {})
