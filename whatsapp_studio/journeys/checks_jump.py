"""Decides which journeys a journey may jump to: never one from which contacts would come back."""

from __future__ import annotations

from collections.abc import Iterator

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.journeys.flow import value
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.journeys.table import title_of


def legal_jumps(journey: Journey, surroundings: Surroundings) -> tuple[str, ...]:
    """The ids of the journeys that can be jumped to, by name: none that leads back to this one."""
    back = _leading_to(journey.id, surroundings)
    others = surroundings.journeys
    return tuple(sorted((i for i in others if i not in back), key=lambda i: (others[i].name.casefold(), i)))


def jump_problems(journey: Journey, surroundings: Surroundings) -> Iterator[Problem]:
    """Jumps to this journey itself, to one that leads back here, and to one that is not there."""
    jumps = [step for step in journey.steps.values() if step.kind == "jump" and not step.disabled]
    back = _leading_to(journey.id, surroundings) if jumps else frozenset()
    for step in jumps:
        target = value(step, "journey")
        where, facts = f"{step.id}.journey", {"what": title_of(step)}
        if not isinstance(target, str) or not target:
            continue
        if target == journey.id:
            yield Problem("jump-to-itself", where, facts)
        elif target in back:
            yield Problem("jump-loop", where, {**facts, "journey": surroundings.journeys[target].name})
        elif surroundings.known and target not in surroundings.journeys:
            yield Problem("jump-target-gone", where, facts)


def _leading_to(journey: str, surroundings: Surroundings) -> frozenset[str]:
    """This journey and every one that jumps to it, straight or by way of others."""
    found = {journey}
    grown = True
    while grown:
        more = {i for i, other in surroundings.journeys.items() if i not in found and not found.isdisjoint(other.jumps)}
        found |= more
        grown = bool(more)
    return frozenset(found)
