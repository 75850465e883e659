"""Decides what each step of the wizard is called and how far it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.campaigns.draft import STEPS, Step

StepState = Literal["done", "attention", "todo"]

_TITLES: dict[Step, str] = {
    "purpose": mark("Purpose"),
    "sender": mark("Sender"),
    "template": mark("Template"),
    "mapping": mark("Personal values"),
    "audience": mark("Audience"),
    "schedule": mark("Schedule"),
    "review": mark("Review"),
}
_STATES: dict[StepState, str] = {
    "done": mark("Done"),
    "attention": mark("Needs attention"),
    "todo": mark("Not started"),
}


def title(step: Step) -> str:
    """The name of a step as the person sees it."""
    return tr(_TITLES[step])


def state_words(state: StepState) -> str:
    """How far a step is, in words."""
    return tr(_STATES[state])


def step_of(where: str) -> Step:
    """The step a problem belongs to: ``mapping.body.1`` is of ``mapping``; what is nowhere else is of the review."""
    head = where.partition(".")[0]
    return next((step for step in STEPS if step == head), "review")


def of_step(problems: Iterable[Problem], step: Step) -> tuple[Problem, ...]:
    """The problems whose remedy is on ``step``."""
    return tuple(problem for problem in problems if step_of(problem.where) == step)


def states(problems: Iterable[Problem], visited: Collection[Step], *, ready: bool) -> dict[Step, StepState]:
    """How far every step is.

    A step nobody opened is not started, whatever is missing there; an opened one is done when nothing blocks on
    it. The review is done when nothing at all stands between the person and the send: ``ready``.
    """
    blocked = {step_of(problem.where) for problem in problems if problem.severity == "error"}
    found: dict[Step, StepState] = {}
    for step in STEPS:
        stuck = not ready if step == "review" else step in blocked
        found[step] = "todo" if step not in visited else "attention" if stuck else "done"
    return found


def seen_before(step: Step) -> set[Step]:
    """The steps somebody who left at ``step`` has certainly opened."""
    return set(STEPS[: STEPS.index(step) + 1])


def next_step(step: Step) -> Step | None:
    """The step after ``step``, or ``None`` on the last."""
    at = STEPS.index(step) + 1
    return STEPS[at] if at < len(STEPS) else None


def previous_step(step: Step) -> Step | None:
    """The step before ``step``, or ``None`` on the first."""
    at = STEPS.index(step)
    return STEPS[at - 1] if at else None
