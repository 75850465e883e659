"""Decides how one contact moves on through a journey, from one holding to the next: the engine of every form of it.

The walk of one contact, the simulation and the live runner all call :func:`begin`, :func:`heard` and :func:`due`.
Each takes a contact as far as it goes without time passing or news coming. No clock is read and nothing is done.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

import msgspec

from whatsapp_studio.journeys.graph import Step, link_id
from whatsapp_studio.journeys.late import planned
from whatsapp_studio.journeys.meaning import arrive, exits, hear, wake
from whatsapp_studio.journeys.running import Effect, Heard, Move, Setup, State, about, life_ends, noted, replace
from whatsapp_studio.journeys.shortened import cut

# So many steps at one moment are a loop without end.
MOST_AT_ONCE = 300
# What holds a contact that is to be let in when its time comes.
ENTERING = "entering"
# What is heard of, and what holds for, something that is done for a contact: it stays as late as it was.
_ECHOES, _DOING = ("sent", "refused", "answered"), ("quiet", "sending", "calling")
End = Literal[
    "", "end", "goal", "output", "life", "exit", "endless", "unknown", "nowhere", "long", "stopped", "discarded",
    "restarted", "gone",
]  # fmt: skip
Reason = tuple[str, Mapping[str, object]]


class Passed(msgspec.Struct, frozen=True, kw_only=True):
    """One step on the way: when the contact came and left, by which output (empty: it ended there), and why.

    ``visit`` counts from 1 how often the contact has come by; ``reasons`` are codes with facts in the order they came
    up; ``effects`` what was to be done in the world.
    """

    step: str
    visit: int
    at: datetime
    left: datetime
    port: str = ""
    reasons: tuple[Reason, ...] = ()
    effects: tuple[Effect, ...] = ()


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """Where one contact is: held at a step since ``held`` until ``until``, or over (``end``).

    ``code`` and ``facts`` are of the move that holds it; ``came`` is when it came to the step; ``visits`` counts how
    often it came to each; ``reasons`` and ``effects`` are those of this step so far.
    """

    state: State
    step: str
    came: datetime
    held: datetime
    until: datetime | None = None
    code: str = ""
    facts: Mapping[str, object] = {}
    visits: Mapping[str, int] = {}
    reasons: tuple[Reason, ...] = ()
    effects: tuple[Effect, ...] = ()
    end: End = ""

    @property
    def visit(self) -> int:
        """Which time it is that the contact is at this step, from 1."""
        return self.visits.get(self.step, 1)


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """How far a contact went: the steps it left, what is to be done (step, visit, effect), and where it is now.

    Without ``moved`` the news changed only what is known of the contact. ``facts`` say more of the end.
    """

    run: Run
    passed: tuple[Passed, ...] = ()
    effects: tuple[tuple[str, int, Effect], ...] = ()
    moved: bool = True
    facts: Mapping[str, object] = {}


def begin(setup: Setup, state: State, entry: str, at: datetime) -> Stretch:
    """A contact enters by a step."""
    run = Run(state=state, step=entry, came=at, held=at, visits={entry: 1})
    return _Mover(setup, run, at).come()


def heard(setup: Setup, run: Run, news: Heard, at: datetime | None = None) -> Stretch:
    """Something is heard of a contact that is held; ``at`` is when it is acted upon (left out: when it happened)."""
    now = max(run.held, news.at if at is None else at)
    said = about(run.state, news)
    state = noted(run.state, said)
    mover = _Mover(setup, replace(run, state=state), now)
    name = exits(setup, state, now, said)
    if name is not None:
        return mover.over("exit", name=name)
    move = hear(setup, mover.step, state, run.code, said)
    if move is None:
        return Stretch(run=mover.run, moved=False)
    if news.on == "decided":
        mover.note("decided-send" if news.text == "send" else "decided-skip")
    elif move.port:
        late = (move.state.planned if news.on in _ECHOES else None) or planned(news.at, now)
        move = replace(move, state=replace(move.state, planned=late))
    return mover.go(move)


def due(setup: Setup, run: Run, at: datetime) -> Stretch:
    """The time has come that :func:`due_at` names; ``at`` is now, which may be much later."""
    until = run.until or at
    late = (run.state.planned if run.code in _DOING else None) or planned(until, at)
    if run.code == ENTERING:
        state = replace(run.state, entered=at, planned=late)
        return _Mover(setup, replace(run, state=state, came=at, held=at, until=None, code=""), at).come()
    if late != run.state.planned:
        run = replace(run, state=replace(run.state, planned=late))
    mover = _Mover(setup, run, max(at, run.held))
    if mover.life < until:
        return mover.over("life")
    return mover.go(wake(setup, mover.step, run.state, run.code, mover.at))


def due_at(setup: Setup, run: Run) -> datetime:
    """When a held contact is to be looked at again: its time has come, or its life in the journey is over."""
    if run.code == ENTERING and run.until is not None:
        return run.until
    ends = life_ends(setup, run.state)
    return ends if run.until is None else min(run.until, ends)


class _Mover:
    """One stretch while it is made."""

    def __init__(self, setup: Setup, run: Run, at: datetime) -> None:
        self._setup, self.run, self.at = setup, run, at
        self.step: Step = setup.journey.steps[run.step]
        self.life = life_ends(setup, run.state)
        self._passed: list[Passed] = []
        self._effects: list[tuple[str, int, Effect]] = []

    def come(self) -> Stretch:
        """The contact has come to the step it is at."""
        return self._looked() or self.go(arrive(self._setup, self.step, self.run.state, self.at))

    def go(self, move: Move) -> Stretch:
        """Follow a move, and all that come of it, until the contact is held or its way is over."""
        links, steps = self._setup.journey.links, self._setup.journey.steps
        while True:
            self._take(move)
            if not move.port:
                until = cut(self._setup, move, self.at)
                if until is not None:
                    if until != move.until:
                        self.note("test-shortened")
                    self.run = replace(self.run, held=self.at, until=until, code=move.code, facts=move.facts)
                    return self._done()
                ends: Mapping[str, End] = {"goal": "goal", "step-unknown": "unknown"}
                return self.over(ends.get(move.code, "end"))
            link = links.get(link_id(self.step.id, move.port))
            target = steps.get(link.target) if link else None
            self._leave(move.port)
            if target is None:
                self.run = replace(self.run, end="output")
                return self._done()
            if len(self._passed) > MOST_AT_ONCE:
                self.run = replace(self.run, end="endless")
                return self._done()
            self._enter(target)
            ended = self._looked()
            if ended is not None:
                return ended
            move = arrive(self._setup, self.step, self.run.state, self.at)

    def note(self, code: str) -> None:
        """Say one more thing of this step."""
        self.run = replace(self.run, reasons=(*self.run.reasons, (code, {})))

    def over(self, end: End, **facts: object) -> Stretch:
        """The way ends at this step."""
        self._leave("")
        self.run = replace(self.run, end=end)
        return self._done(facts)

    def _looked(self) -> Stretch | None:
        """Before every step: is the life in the journey over, or is there a rule by which the contact leaves?"""
        if self.at >= self.life:
            return self.over("life")
        name = exits(self._setup, self.run.state, self.at)
        return None if name is None else self.over("exit", name=name)

    def _enter(self, target: Step) -> None:
        self.step = target
        visits = {**self.run.visits, target.id: self.run.visits.get(target.id, 0) + 1}
        self.run = replace(
            self.run, step=target.id, came=self.at, held=self.at, until=None, code="", facts={}, visits=visits,
            reasons=(), effects=(),
        )  # fmt: skip

    def _take(self, move: Move) -> None:
        run = self.run
        facts = move.facts if move.until is None else {"until": move.until, **move.facts}
        self.run = replace(
            run, state=move.state, reasons=(*run.reasons, (move.code, facts)), effects=run.effects + move.effects
        )
        self._effects += [(self.step.id, run.visit, effect) for effect in move.effects]

    def _leave(self, port: str) -> None:
        run = self.run
        self._passed.append(
            Passed(
                step=run.step, visit=run.visit, at=run.came, left=self.at, port=port, reasons=run.reasons,
                effects=run.effects,
            )
        )
        if not port:
            self.run = replace(run, until=None, code="", facts={})

    def _done(self, facts: Mapping[str, object] | None = None) -> Stretch:
        return Stretch(
            run=self.run, passed=tuple(self._passed), effects=tuple(self._effects), facts=facts or {}
        )
