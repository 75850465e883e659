"""Decides what is wrong with one step, knowing what is certain of whoever comes to it."""

from __future__ import annotations

from collections.abc import Iterator

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.journeys.before import Before
from whatsapp_studio.journeys.graph import Fields, Journey, Step
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.journeys.table import UNKNOWN, kind_of, title_of


class StepChecks:
    """The checks of single steps in one workspace and under one journey's settings."""

    def __init__(self, surroundings: Surroundings, settings: Fields) -> None:
        self._around, self._settings = surroundings, settings

    def beside(self, step: Step, before: Before, journey: Journey) -> tuple[Step | None, ...]:
        """The other steps that the answer for this one depends on."""
        return ()

    def problems(self, step: Step, before: Before, beside: tuple[Step | None, ...]) -> tuple[Problem, ...]:
        """What is wrong with a step. ``beside`` is what :meth:`beside` gave for it."""
        return tuple(self._find(step, before, beside))

    def _find(self, step: Step, before: Before, beside: tuple[Step | None, ...]) -> Iterator[Problem]:
        facts = {"what": title_of(step)}
        if kind_of(step) is UNKNOWN:
            yield Problem("step-unknown", step.id, {**facts, "kind": step.kind})
        elif step.disabled:
            yield Problem("step-disabled", step.id, facts, "warning")
