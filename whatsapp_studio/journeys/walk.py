"""Decides the way of one contact through a journey when everything it will do is known: step by step, with reasons."""

from __future__ import annotations

import heapq
import itertools
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

import msgspec

from whatsapp_studio.journeys.asking import Answer, Ask, ask_for, news_of, nothing
from whatsapp_studio.journeys.flow import value
from whatsapp_studio.journeys.graph import Journey, Step, link_id
from whatsapp_studio.journeys.meaning import arrive, exits, hear, life_ends, wake
from whatsapp_studio.journeys.running import Effect, Heard, Move, Person, Setup, State, about, noted, replace, setup
from whatsapp_studio.journeys.surroundings import NOWHERE, Surroundings
from whatsapp_studio.journeys.table import kind_of

# No way is followed for more steps than this; and so many at one moment are a loop without end.
MOST, MOST_AT_ONCE = 1000, 300
End = Literal["", "end", "goal", "output", "life", "exit", "endless", "long", "unknown", "nowhere"]
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
    return _Follower(known, answers or {}, state, first, start).go()


def _entry(journey: Journey) -> Step | None:
    entries = [step for step in journey.steps.values() if kind_of(step).is_entry and not step.disabled]
    return min(entries, key=lambda s: (*journey.places.get(s.id, (0, 0))[::-1], s.id), default=None)


class _Follower:
    """One walk while it is made."""

    def __init__(
        self, known: Setup, answers: Mapping[str, Answer], state: State, first: Step, start: datetime
    ) -> None:
        self._setup, self._answers, self._state = known, answers, state
        self._step: Step = first
        self._at = start
        self._life = life_ends(known, state)
        self._visits: Counter[str] = Counter()
        self._coming: list[tuple[datetime, int, Heard]] = []
        self._order = itertools.count()
        self._made: list[Passed] = []
        self._reasons: list[tuple[str, Mapping[str, object]]] = []
        self._effects: list[Effect] = []
        self._came = start
        self._asked: Ask | None = None

    def go(self) -> Walk:
        journey = self._setup.journey
        while len(self._made) < MOST:
            if len(self._made) > MOST_AT_ONCE and self._made[-MOST_AT_ONCE].at == self._at:
                return Walk(steps=tuple(self._made), state=self._state, end="endless")
            self._came, self._reasons, self._effects, self._asked = self._at, [], [], None
            self._visits[self._step.id] += 1
            if self._at >= self._life:
                return self._over("life")
            name = exits(self._setup, self._state, self._at)
            if name is not None:
                return self._over("exit", name=name)
            ended = self._through()
            if isinstance(ended, Walk):
                return ended
            link = journey.links.get(link_id(self._step.id, ended))
            target = journey.steps.get(link.target) if link else None
            self._pass(ended)
            if target is None:
                return Walk(steps=tuple(self._made), state=self._state, end="output")
            self._step = target
        return Walk(steps=tuple(self._made), state=self._state, end="long")

    def _through(self) -> str | Walk:
        """The output by which the contact leaves this step, or the walk if it ends here."""
        move = self._take(arrive(self._setup, self._step, self._state, self._at))
        while not move.port:
            if move.until is None:
                ends: Mapping[str, End] = {"goal": "goal", "step-unknown": "unknown"}
                return self._over(ends.get(move.code, "end"))
            asked = self._ask(move)
            if asked is not None:
                return self._over("", ask=asked)
            held = self._hold(move, move.until)
            if isinstance(held, Walk):
                return held
            move = self._take(held)
        return move.port

    def _hold(self, move: Move, until: datetime) -> Move | Walk:
        """Time passes until something is heard that moves the contact on, or its time has come."""
        since, stop = self._at, min(until, self._life)
        while self._coming and self._coming[0][0] <= stop:
            at, _, news = heapq.heappop(self._coming)
            heard = about(self._state, news)
            self._at, self._state = max(self._at, at), noted(self._state, heard)
            name = exits(self._setup, self._state, self._at, heard)
            if name is not None:
                return self._over("exit", name=name)
            moved = hear(self._setup, self._step, self._state, since, heard)
            if moved is not None:
                return moved
        self._at = max(self._at, stop)
        if self._life < until:
            return self._over("life")
        return wake(self._setup, self._step, self._state, since, self._at)

    def _ask(self, move: Move) -> Ask | None:
        """Put what the answer to this step brings on its way; the question where there is none."""
        visit = self._visits[self._step.id]
        asked = ask_for(self._setup, self._step, move, visit, self._at)
        if asked is None:
            return None
        self._asked = asked
        answer = self._answers.get(key(self._step.id, visit))
        if answer is None:
            if asked.matters:
                return asked
            answer = nothing(asked)
        for heard in news_of(self._step, answer, self._at):
            heapq.heappush(self._coming, (heard.at, next(self._order), heard))
        return None

    def _take(self, move: Move) -> Move:
        self._state = move.state
        facts = move.facts if move.until is None else {"until": move.until, **move.facts}
        self._reasons.append((move.code, facts))
        self._effects += move.effects
        return move

    def _pass(self, port: str) -> None:
        self._made.append(
            Passed(
                step=self._step.id, at=self._came, left=self._at, port=port, reasons=tuple(self._reasons),
                effects=tuple(self._effects), ask=self._asked,
            )
        )

    def _over(self, end: End, *, ask: Ask | None = None, **facts: object) -> Walk:
        self._pass("")
        return Walk(steps=tuple(self._made), state=self._state, end=end, ask=ask, facts=facts)
