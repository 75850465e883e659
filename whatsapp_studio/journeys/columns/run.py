"""Decides a simulation over columns: parts of a crowd one after the other, so that a million take little room."""

from __future__ import annotations

import time
from datetime import datetime

import numpy as np

from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.journeys.assumed import Assumptions, seeded
from whatsapp_studio.journeys.columns.caps import Caps
from whatsapp_studio.journeys.columns.counts import Counts
from whatsapp_studio.journeys.columns.draws import draw
from whatsapp_studio.journeys.columns.moments import after
from whatsapp_studio.journeys.columns.plan import Plan
from whatsapp_studio.journeys.columns.table import Part
from whatsapp_studio.journeys.columns.wave import Wave
from whatsapp_studio.journeys.columns.zones import DAY_MS, HOUR_MS, MINUTE_MS, NEVER, ms_of
from whatsapp_studio.journeys.crowd import Crowd
from whatsapp_studio.journeys.entries import open_until
from whatsapp_studio.journeys.flow import value
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.one_by_one import entry_of
from whatsapp_studio.journeys.reading import whole
from whatsapp_studio.journeys.running import Setup
from whatsapp_studio.journeys.settings import setting
from whatsapp_studio.journeys.simulation import Simulation, Watch

# So many contacts move together: few enough to stay close to the processor, many enough to be worth a call.
AT_ONCE = 1 << 16


def simulate(
    setup: Setup, crowd: Crowd, assumed: Assumptions, start: datetime, days: int, entry: str, progress: Progress,
    watch: Watch | None,
) -> Simulation:  # fmt: skip
    """See ``journeys.simulation.simulate``."""
    began = time.perf_counter()
    first, total = ms_of(start), len(crowd)
    counts = Counts(setup, first, days, watch)
    step = entry_of(setup, entry)
    part: Part | None = None
    if step is not None and total:
        plan = Plan(setup, crowd, assumed, step, first, first + days * DAY_MS)

        def goes_on() -> None:
            progress.report(counts.over, total)
            if progress.cancelled():
                raise Cancelled

        waiting: list[Wave] = []
        for begin in range(0, total, AT_ONCE):
            part = Part(plan.shared, begin, min(begin + AT_ONCE, total))
            wave = Wave(plan, part, counts)
            _let_in(plan, wave, step)
            wave.go(goes_on)
            if wave.capped:
                waiting.append(wave)
        caps = Caps(plan, waiting)
        while caps.let_through():
            for wave in waiting:
                wave.go(goes_on)
    progress.report(total, total)
    return counts.done(total, assumed, part, time.perf_counter() - began)


def _let_in(plan: Plan, wave: Wave, entry: Step) -> None:
    """Everybody enters when their time comes, unless the days or the journey are over."""
    part, setup, assumed = wave.part, plan.setup, plan.assumed
    at = np.full(len(part), plan.start, np.int64)
    hourly = whole(entry.fields, "per_hour") if entry.kind == "audience" else 0
    if hourly > 0:
        at += np.arange(part.begin, part.begin + len(part), dtype=np.int64) * HOUR_MS // hourly
    elif assumed.spread > 0:
        later = draw(part.number, seeded(assumed, "")) % np.uint64(assumed.spread)
        at += later.astype(np.int64) * MINUTE_MS
    ends = open_until(setup.journey, setup.zone)
    last = min(plan.until, NEVER if ends is None else ms_of(ends))
    who = np.flatnonzero(at <= last)
    at = at[who]
    wave.counts.entered += len(who)
    part.enter(who, at, after(plan.shared.zones, at, setting(setup.journey, "life"), 0))
    if entry.kind == "event" and value(entry, "source") == "inbound":
        part.wrote[who] = at
    wave.enter(entry, who, at)
