"""Decides which names an expression may use at a step beside the contact's: those of events and of the journey."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from whatsapp_studio.journeys.before import Before, Web
from whatsapp_studio.journeys.flow import flow_of, rows, value
from whatsapp_studio.journeys.graph import Journey, Step
from whatsapp_studio.journeys.running import ERROR
from whatsapp_studio.journeys.table import kind_of

# What every journey knows of itself and of the contact in it.
OWN = {"name": "text", "entered_at": "date", ERROR: "text"}
# What a message that lets somebody in carries.
INBOUND = {"text": "text"}


class Names(msgspec.Struct, frozen=True):
    """What may follow ``event.`` and ``journey.``, each with its kind as of a contact field.

    ``sometimes`` are the names of events that not everybody who comes to the step has.
    """

    event: Mapping[str, str]
    journey: Mapping[str, str]
    sometimes: frozenset[str]

    @property
    def beside(self) -> Mapping[str, Mapping[str, str]]:
        """As :class:`~whatsapp_studio.templates.expression.Expression` asks for them."""
        return {"event": self.event, "journey": self.journey}


def names(entries: Iterable[Step], saved: Iterable[str]) -> Names:
    """The names at a step that can be reached from these entries, with these answers kept on the way."""
    each = [carried(entry) for entry in entries]
    every: dict[str, str] = {name: kind for one in each for name, kind in one.items()}
    sometimes = frozenset(name for name in every if any(name not in one for one in each))
    return Names(every, {**OWN, **dict.fromkeys(sorted(saved), "text")}, sometimes)


def carried(entry: Step) -> Mapping[str, str]:
    """The fields of the event that an entry takes in, with their kinds; none for an entry without an event."""
    if entry.kind not in ("event", "business_event"):
        return {}
    if value(entry, "source") == "inbound":
        return INBOUND
    declared = rows(value(entry, "event_fields"))
    return {
        row["name"]: kind if isinstance(kind := row.get("kind"), str) else "text"
        for row in declared
        if isinstance(row.get("name"), str) and row["name"]
    }


def names_anywhere(journey: Journey) -> Names:
    """Every name that somebody in the journey can have: what takes contacts out is asked at every step."""
    steps = [step for step in journey.steps.values() if not step.disabled]
    saved = (saves for step in steps if step.kind == "call_url" and (saves := flow_of(step).saves))
    return names((step for step in steps if kind_of(step).is_entry), saved)


def names_at(journey: Journey, step: str) -> Names:
    """The names an expression may use in a step; without any way to it, those of no event."""
    flows = tuple(map(flow_of, journey.steps.values()))
    before = Web(flows, journey.links).before.get(step, Before())
    return names((journey.steps[entry] for entry in sorted(before.entries)), before.saved)
