"""Decides what is wrong with one step, knowing what is certain of whoever comes to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.journeys import checks_action, checks_entry, checks_message, checks_paths
from whatsapp_studio.journeys.before import Before
from whatsapp_studio.journeys.checks_text import texts
from whatsapp_studio.journeys.fields import Choice, Clock, Field, Flag, Number
from whatsapp_studio.journeys.flow import value
from whatsapp_studio.journeys.graph import Fields, Journey, Step
from whatsapp_studio.journeys.looking import Look
from whatsapp_studio.journeys.names import names
from whatsapp_studio.journeys.settings import defaults
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.journeys.table import UNKNOWN, kind_of, title_of
from whatsapp_studio.journeys.values import field_problems

_CHECKS: Mapping[str, Callable[[Look], None]] = {
    "audience": checks_entry.read_audience,
    "event": checks_entry.event,
    "business_event": checks_entry.business_event,
    "audience_change": checks_entry.audience_change,
    "send_template": checks_message.send_template,
    "condition": checks_paths.condition,
    "reaction": checks_paths.reaction,
    "experiment": checks_paths.experiment,
    "wait_event": checks_paths.wait_event,
    **checks_action.CHECKS,
}
# Whether a value fits one of these does not depend on the values beside it.
_ALONE = (Choice, Clock, Flag, Number)


class StepChecks:
    """The checks of single steps in one workspace and under one journey's settings."""

    def __init__(self, surroundings: Surroundings, settings: Fields) -> None:
        self._around, self._settings = surroundings, {**defaults(), **settings}
        zone = zone_of(str(settings.get("time_zone") or surroundings.time_zone))
        now = surroundings.now
        self._here = now.astimezone(zone).replace(tzinfo=None) if now is not None and zone is not None else None
        self._memory: dict[tuple[object, int], Any] = {}
        self._known = names((), ())
        self._known_for: tuple[list[Step], frozenset[str]] = ([], frozenset())
        self._fits: set[tuple[int, type, object]] = set()

    def beside(self, step: Step, before: Before, journey: Journey) -> tuple[Step | None, ...]:
        """The other steps that the answer for this one depends on: a reaction's messages, then the entries."""
        return tuple(map(journey.steps.get, (*_messages(step, before), *before.entries)))

    def problems(self, step: Step, before: Before, beside: tuple[Step | None, ...]) -> tuple[Problem, ...]:
        """What is wrong with a step. ``beside`` is what :meth:`beside` gave for it."""
        if kind_of(step) is UNKNOWN:
            return (Problem("step-unknown", step.id, {"what": title_of(step), "kind": step.kind}),)
        if step.disabled:
            return (Problem("step-disabled", step.id, {"what": title_of(step)}, "warning"),)
        many = len(_messages(step, before))
        messages, entries = beside[:many], [one for one in beside[many:] if one is not None]
        if (entries, before.saved) != self._known_for:
            self._known_for, self._known = (entries, before.saved), names(entries, before.saved)
        look = Look(step, before, self._around, self._known, self._here, self._settings, messages, self._memory)
        for field in look.shown:
            self._shape(look, field, value(step, field.name))
        check = _CHECKS.get(step.kind)
        if check is not None:
            check(look)
        texts(look)
        return tuple(look.found)

    def _shape(self, look: Look, field: Field, given: Any) -> None:
        """Whether a value fits its field; of one word or number with one answer, looked at once for all steps."""
        key = (id(field), type(given), given) if isinstance(field, _ALONE) and isinstance(given, str | int) else None
        if key in self._fits:
            return
        if look.adopt(field_problems(field, given, f"{look.step.id}.{field.name}", beside=look.step.fields)):
            look.spoil(field.name)
        elif key is not None:
            self._fits.add(key)


def _messages(step: Step, before: Before) -> tuple[str, ...]:
    """The messages a reaction can be to: the one it names, or the last on each way."""
    if step.kind != "reaction":
        return ()
    to = value(step, "to")
    return (to,) if isinstance(to, str) and to else tuple(one for one in before.messages if one is not None)
