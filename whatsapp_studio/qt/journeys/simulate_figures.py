"""Decides which numbers of a rehearsal stand where on the canvas: those of the whole, or of one moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.journeys.graph import Journey, link_id
from whatsapp_studio.journeys.rehearsal import Rehearsal
from whatsapp_studio.journeys.simulation import AtStep, Simulation
from whatsapp_studio.journeys.table import ports_of
from whatsapp_studio.qt.canvas.figures import Figure
from whatsapp_studio.qt.journeys.simulate_time import Course

_MS, _DAY = timedelta(milliseconds=1), timedelta(days=1)


class Outcome(NamedTuple):
    """A rehearsal with what takes a while to make of it."""

    done: Rehearsal
    journey: Journey
    course: Course


def outcome(done: Rehearsal) -> Outcome:
    """What is shown of a rehearsal; not for the window's thread."""
    return Outcome(done, done.journey, course(done))


def whole(found: Simulation, journey: Journey) -> tuple[Mapping[str, Figure], Mapping[str, Figure]]:
    """How many came to each step and left by each output; outputs with an arrow that nobody took say so."""
    cards: dict[str, Figure] = {}
    outputs: dict[str, Figure] = {}
    for id, step in journey.steps.items():
        at = found.by_step.get(id, AtStep())
        came = ntr("{n} came to this step", "{n} came to this step", at.entered)
        cards[id] = Figure(number(at.entered), "strong" if at.entered else "quiet", tip=came)
        if not at.entered:
            continue
        for port in ports_of(step, journey):
            link = link_id(id, port.name)
            taken = at.passed.get(port.name, 0)
            if link in found.uncovered:
                outputs[link] = Figure(tr("nobody"), "warning")
            elif taken or link in journey.links:
                outputs[link] = Figure(number(taken), "plain" if taken else "quiet")
    return cards, outputs


def moment(found: Simulation, at: int) -> Mapping[str, Figure]:
    """How many are at each step at a moment by its place; a bar says how many of all who are inside then."""
    here = {id: line[at] for id, line in found.line.items() if at < len(line) and line[at]}
    most = max(here.values(), default=1)
    return {id: Figure(number(n), "strong", n / most) for id, n in here.items()}


def course(rehearsal: Rehearsal) -> Course:
    """The time of a rehearsal for its time line."""
    found = rehearsal.result
    start = (datetime(1970, 1, 1, tzinfo=UTC) + found.start * _MS).astimezone(ZoneInfo(rehearsal.zone))
    places = max((len(line) for line in found.line.values()), default=1)
    inside = [sum(line[at] for line in found.line.values() if at < len(line)) for at in range(places)]
    step = found.bucket * _MS
    # After everybody has left there is nothing to look at.
    over = 1 + max((at for at, n in enumerate(inside) if n), default=0)
    inside = inside[: max(over + 1, _DAY // step + 1)]
    last = (start.astimezone(UTC) + (len(inside) - 1) * step).astimezone(start.tzinfo).date()
    days = (last - start.date()).days + 1
    sent = [found.per_day.get(_day(start.date(), n), 0) for n in range(days)]
    return Course(start, step, sent, inside)


def _day(first: date, n: int) -> str:
    return (first + timedelta(days=n)).isoformat()
