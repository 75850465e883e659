"""Decides who reached the goal of a journey by an event, while inside or after having left, and how many that is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from whatsapp_studio.journeys.entries import entries
from whatsapp_studio.journeys.goals import Conversion, goal_event, reached_by
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.settings import setting
from whatsapp_studio.services.running.plans import Plans
from whatsapp_studio.storage import goals, runs
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.journey_log import note
from whatsapp_studio.storage.runs import Signal


def note_goals(conn: sqlite3.Connection, plans: Plans, signals: Iterable[Signal], now: int) -> frozenset[str]:
    """Write down for whom an event was the goal, once for each time they were in the journey; returns the journeys."""
    touched = set()
    for signal in signals:
        if signal.kind != "event" or signal.contact_id is None:
            continue
        for run in goals.last_runs(conn, signal.contact_id):
            plan = plans.get(run.plan_id)
            left = None if run.ended is None else runs.moment(run.ended)
            if run.goal is not None or not reached_by(
                plan.journey, plan.setup.zone, signal.text, runs.moment(signal.at), left
            ):
                continue
            goals.reach(conn, run.id, signal.at)
            note(conn, plan.journey_id, plan.test, now, "goal-reached", {"event": signal.text}, signal.contact_id)
            touched.add(plan.journey_id)
    return frozenset(touched)


def counted(store: Store, plan: int, journey: Journey) -> Conversion | None:
    """How many came in by a plan, and how many of them reached its goal; None where it has none."""
    by_event = bool(goal_event(journey))
    if not by_event and setting(journey, "goal_on") != "end":
        return None
    reached = goals.reached_by_event if by_event else goals.reached_by_end
    return Conversion(goals.entered(store, plan, (one.id for one in entries(journey))), reached(store, plan))
