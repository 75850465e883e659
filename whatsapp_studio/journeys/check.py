"""Decides what stands in the way of publishing a journey, and what its maker should know first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import is_

import msgspec

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.journeys.before import Before, Web
from whatsapp_studio.journeys.checks_jump import jump_problems
from whatsapp_studio.journeys.checks_settings import entries_problems, settings_problems
from whatsapp_studio.journeys.checks_steps import StepChecks
from whatsapp_studio.journeys.checks_web import web_problems
from whatsapp_studio.journeys.flow import Flow, flow_of
from whatsapp_studio.journeys.graph import Journey, Link, Step
from whatsapp_studio.journeys.surroundings import NOWHERE, Surroundings
from whatsapp_studio.journeys.values import setting_problems

_NOWHERE_YET = Before()


class _Seen(msgspec.Struct, gc=False):
    """One step as it was looked at last."""

    step: Step
    flow: Flow
    before: Before
    beside: tuple[Step | None, ...]
    found: tuple[Problem, ...]


class Checker:
    """Looks for problems again and again, and only at what changed since the last time.

    Steps, links and settings are never changed in place, so what is the same object is as it was.
    """

    def __init__(self) -> None:
        self._surroundings = NOWHERE
        self._settings: object = None
        self._links: Mapping[str, Link] = {}
        self._flows: tuple[Flow, ...] = ()
        self._web = Web((), {})
        self._of_web: tuple[Problem, ...] = ()
        self._seen: dict[str, _Seen] = {}
        self._steps = StepChecks(NOWHERE, {})
        self._of_settings: tuple[Problem, ...] = ()
        self._last = Journey(id="")
        self._found: tuple[Problem, ...] = ()

    def __call__(self, journey: Journey, surroundings: Surroundings) -> tuple[Problem, ...]:
        """Every problem: the journey's own first, then step by step from top to bottom and left to right."""
        if surroundings is not self._surroundings or journey.settings is not self._settings:
            self._surroundings, self._settings = surroundings, journey.settings
            self._steps = StepChecks(surroundings, journey.settings)
            self._seen = {}
            self._of_settings = setting_problems(journey.settings)
        elif _says_the_same(self._last, journey, self._of_web):
            self._last = journey
            return ordered(journey, self._found)
        self._look_at_web(journey)
        self._last = journey
        self._found = (
            *self._of_web,
            *self._of_settings,
            *settings_problems(journey, surroundings),
            *entries_problems(journey),
            *jump_problems(journey, surroundings),
            *self._step_problems(journey),
        )
        return ordered(journey, self._found)

    def _look_at_web(self, journey: Journey) -> None:
        flows = tuple(self._flow(step) for step in journey.steps.values())
        if not (_same(flows, self._flows) and journey.links is self._links):
            self._flows, self._links = flows, journey.links
            self._web = Web(flows, journey.links)
        # How steps are called and where they stand is said too, though nothing hangs on it.
        self._of_web = web_problems(journey, self._web)

    def _flow(self, step: Step) -> Flow:
        seen = self._seen.get(step.id)
        if seen is not None and seen.step is step:
            return seen.flow
        flow = flow_of(step)
        return seen.flow if seen is not None and seen.flow == flow else flow

    def _step_problems(self, journey: Journey) -> list[Problem]:
        seen: dict[str, _Seen] = {}
        found: list[Problem] = []
        before_of = self._web.before
        for step, flow in zip(journey.steps.values(), self._flows, strict=True):
            before = before_of.get(step.id, _NOWHERE_YET)
            old = self._seen.get(step.id)
            beside = self._steps.beside(step, before, journey)
            if old is None or old.step is not step or old.before != before or not _same(old.beside, beside):
                old = _Seen(step, flow, before, beside, self._steps.problems(step, before, beside))
            seen[step.id] = old
            found += old.found
        self._seen = seen
        return found


def problems(journey: Journey, surroundings: Surroundings) -> tuple[Problem, ...]:
    """Every problem of a journey, looked for once: the journey's own first, then in the order of the canvas."""
    return Checker()(journey, surroundings)


def blocks(found: tuple[Problem, ...]) -> bool:
    """Whether any of these problems keeps the journey from being published."""
    return any(problem.severity == "error" for problem in found)


def ordered(journey: Journey, found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems of the journey first, then of its settings, then by the place of their step."""

    def place(problem: Problem) -> tuple[int, int, int, bool]:
        item = problem.where.partition(".")[0]
        if item not in journey.steps:
            return (0 if not item else 1, 0, 0, problem.severity != "error")
        x, y = journey.places.get(item, (0, 0))
        return 2, y, x, problem.severity != "error"

    return tuple(sorted(found, key=place))


def _says_the_same(old: Journey, new: Journey, of_web: tuple[Problem, ...]) -> bool:
    """Whether nothing but notes, frames and places differs, and no loop is told from its topmost step."""
    loops = any(problem.code.startswith("loop-") for problem in of_web)
    return (
        old.steps is new.steps
        and old.links is new.links
        and old.id == new.id
        and (not loops or old.places is new.places)
    )


def _same(old: tuple[object, ...], new: tuple[object, ...]) -> bool:
    return len(old) == len(new) and all(map(is_, old, new))
