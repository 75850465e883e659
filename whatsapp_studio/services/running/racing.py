"""Decides which events came too late in a race: another had been first, so they are written down as ignored."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from whatsapp_studio.journeys.flow import rows, value
from whatsapp_studio.journeys.graph import Journey, Step
from whatsapp_studio.journeys.moments import after
from whatsapp_studio.journeys.reading import text
from whatsapp_studio.journeys.remembered import once
from whatsapp_studio.services.running.plans import Plans
from whatsapp_studio.storage import goals, runs
from whatsapp_studio.storage.journey_log import note
from whatsapp_studio.storage.runs import Signal

TIMEOUT = "timeout"


def note_losers(conn: sqlite3.Connection, plans: Plans, signals: Iterable[Signal], now: int) -> frozenset[str]:
    """Write down whose event another event of the same wait had come before; returns the journeys.

    Only within the time that the wait would have lasted: after that nobody would expect it to count.
    """
    touched = set()
    for signal in signals:
        if signal.kind != "event" or signal.contact_id is None:
            continue
        for run in goals.last_runs(conn, signal.contact_id):
            plan = plans.get(run.plan_id)
            for step, port in _races(plan.journey, signal.text):
                left = runs.last_left(conn, run.id, step.id)
                if left is None or left.port in ("", port, TIMEOUT):
                    continue
                over = after(runs.moment(left.came), value(step, "timeout"), plan.setup.zone)
                if left.came <= signal.at <= runs.ms(over):
                    facts = {"step": step.id, "event": signal.text}
                    note(conn, plan.journey_id, plan.test, now, "event-ignored", facts, signal.contact_id)
                    touched.add(plan.journey_id)
    return frozenset(touched)


@once
def _waits(journey: Journey) -> tuple[Step, ...]:
    return tuple(one for one in journey.steps.values() if one.kind == "wait_event" and not one.disabled)


def _races(journey: Journey, event: str) -> Iterator[tuple[Step, str]]:
    """The waits that an event can end, each with its output."""
    for step in _waits(journey):
        for row in rows(value(step, "events")):
            if text(row, "id") and text(row, "event") == event:
                yield step, text(row, "id")
                break
