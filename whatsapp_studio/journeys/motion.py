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
from whatsapp_studio.journeys.meaning import arrive, exits, hear, may_exit, wake
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
    run = replace(run, state=state)
    mover = _Mover(setup, run, now)
    name = exits(setup, state, now, said)
    if name is not None:
        return mover.over("exit", name=name)
    move = hear(setup, mover.step, state, run.code, said)
    if move is None:
        return Stretch(run=run, moved=False)
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
    """One stretch while it is made. What changes on the way is kept apart: the run is made once, at the end of it."""

    __slots__ = (
        "_came", "_code", "_doing", "_effects", "_facts", "_held", "_may_exit", "_passed", "_reasons", "_setup",
        "_state", "_until", "_visit", "_visits", "at", "life", "step",
    )  # fmt: skip

    def __init__(self, setup: Setup, run: Run, at: datetime) -> None:
        self._setup, self.at = setup, at
        self.step: Step = setup.journey.steps[run.step]
        self.life = life_ends(setup, run.state)
        self._may_exit = may_exit(setup)
        self._state, self._came, self._held, self._until = run.state, run.came, run.held, run.until
        self._code, self._facts, self._reasons, self._doing = run.code, run.facts, run.reasons, run.effects
        self._visits, self._visit = dict(run.visits), run.visit
        self._passed: list[Passed] = []
        self._effects: list[tuple[str, int, Effect]] = []

    def come(self) -> Stretch:
        """The contact has come to the step it is at."""
        return self._looked() or self.go(arrive(self._setup, self.step, self._state, self.at))

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
                    self._held, self._until, self._code, self._facts = self.at, until, move.code, move.facts
                    return self._done()
                ends: Mapping[str, End] = {"goal": "goal", "step-unknown": "unknown"}
                return self.over(ends.get(move.code, "end"))
            link = links.get(link_id(self.step.id, move.port))
            target = steps.get(link.target) if link else None
            self._leave(move.port)
            if target is None:
                return self._done("output")
            if len(self._passed) > MOST_AT_ONCE:
                return self._done("endless")
            self._enter(target)
            ended = self._looked()
            if ended is not None:
                return ended
            move = arrive(self._setup, self.step, self._state, self.at)

    def note(self, code: str) -> None:
        """Say one more thing of this step."""
        self._reasons = (*self._reasons, (code, {}))

    def over(self, end: End, **facts: object) -> Stretch:
        """The way ends at this step."""
        self._leave("")
        self._until, self._code, self._facts = None, "", {}
        return self._done(end, facts)

    def _looked(self) -> Stretch | None:
        """Before every step: is the life in the journey over, or is there a rule by which the contact leaves?"""
        if self.at >= self.life:
            return self.over("life")
        if not self._may_exit:
            return None
        name = exits(self._setup, self._state, self.at)
        return None if name is None else self.over("exit", name=name)

    def _enter(self, target: Step) -> None:
        self.step = target
        self._visits[target.id] = self._visit = self._visits.get(target.id, 0) + 1
        self._came = self._held = self.at
        self._until, self._code, self._facts, self._reasons, self._doing = None, "", {}, (), ()

    def _take(self, move: Move) -> None:
        self._state = move.state
        facts = move.facts if move.until is None else {"until": move.until, **move.facts}
        self._reasons = (*self._reasons, (move.code, facts))
        if move.effects:
            self._doing += move.effects
            self._effects += [(self.step.id, self._visit, effect) for effect in move.effects]

    def _leave(self, port: str) -> None:
        self._passed.append(
            Passed(
                step=self.step.id, visit=self._visit, at=self._came, left=self.at, port=port, reasons=self._reasons,
                effects=self._doing,
            )
        )

    def _done(self, end: End = "", facts: Mapping[str, object] | None = None) -> Stretch:
        run = Run(
            state=self._state, step=self.step.id, came=self._came, held=self._held, until=self._until, code=self._code,
            facts=self._facts, visits=self._visits, reasons=self._reasons, effects=self._doing, end=end,
        )  # fmt: skip
        return Stretch(run=run, passed=tuple(self._passed), effects=tuple(self._effects), facts=facts or {})
