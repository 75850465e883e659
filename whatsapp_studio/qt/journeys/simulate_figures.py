"""Decides which numbers of a rehearsal stand where on the canvas: those of the whole, or of one moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.living import Counts
from whatsapp_studio.journeys.rehearsal import Rehearsal
from whatsapp_studio.journeys.simulation import AtStep, Simulation
from whatsapp_studio.qt.canvas.counters import Counter
from whatsapp_studio.qt.journeys.live_numbers import cards, outputs, short
from whatsapp_studio.qt.journeys.simulate_time import Course

_MS, _DAY = timedelta(milliseconds=1), timedelta(days=1)
Cards = Mapping[str, tuple[Counter, ...]]


class Outcome(NamedTuple):
    """A rehearsal with what takes a while to make of it."""

    done: Rehearsal
    journey: Journey
    course: Course


def outcome(done: Rehearsal) -> Outcome:
    """What is shown of a rehearsal; not for the window's thread."""
    return Outcome(done, done.journey, course(done))


def whole(found: Simulation, journey: Journey) -> tuple[Cards, Mapping[str, Counter]]:
    """How many came to each step and left by each output, as in a journey that runs.

    Where nobody came, and outputs with an arrow that nobody took, say so.
    """
    counts = {id: _counts(at) for id, at in found.by_step.items()}
    nobody = (Counter("entered", "0", "", "quiet", tr("Nobody came to this step"), main=True),)
    shown = {id: some or nobody for id, some in cards(journey, counts).items()}
    taken = outputs(journey, counts)
    for link in found.uncovered:
        if link.rpartition(":")[0] in counts:
            taken[link] = Counter("passed", tr("nobody"), "", "warning", tr("Nobody went on by this output"))
    return shown, taken


def moment(found: Simulation, at: int) -> tuple[Cards, Mapping[str, float]]:
    """How many are at each step at a moment by its place, and which share that is of those at the fullest step."""
    here = inside(found, at)
    most = max(here.values(), default=1)
    shown = {}
    for id, n in here.items():
        said = ntr("{n} is here then", "{n} are here then", n)
        shown[id] = (Counter("waiting", short(n), "hourglass", "strong", said, main=True),)
    return shown, {id: n / most for id, n in here.items()}


def inside(found: Simulation, at: int) -> Mapping[str, int]:
    """How many are at each step where anybody is, at a moment by its place; −1 is the end."""
    if at < 0:
        return {id: one.waiting for id, one in found.by_step.items() if one.waiting}
    return {id: line[at] for id, line in found.line.items() if at < len(line) and line[at]}


def course(rehearsal: Rehearsal) -> Course:
    """The time of a rehearsal for its time line."""
    found = rehearsal.result
    start = (datetime(1970, 1, 1, tzinfo=UTC) + found.start * _MS).astimezone(ZoneInfo(rehearsal.zone))
    places = max((len(line) for line in found.line.values()), default=1)
    within = [sum(line[at] for line in found.line.values() if at < len(line)) for at in range(places)]
    step = found.bucket * _MS
    # After everybody has left there is nothing to look at.
    over = 1 + max((at for at, n in enumerate(within) if n), default=0)
    within = within[: max(over + 1, _DAY // step + 1)]
    last = (start.astimezone(UTC) + (len(within) - 1) * step).astimezone(start.tzinfo).date()
    days = (last - start.date()).days + 1
    sent = [found.per_day.get(_day(start.date(), n), 0) for n in range(days)]
    return Course(start, step, sent, within)


def _counts(at: AtStep) -> Counts:
    return Counts(entered=at.entered, waiting=at.waiting, passed=at.passed, ended=at.ended)


def _day(first: date, n: int) -> str:
    return (first + timedelta(days=n)).isoformat()
