"""Decides how it is kept who reached the goal of a journey: once for each time they were in it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from whatsapp_studio.storage.db import Store


class LastRun(NamedTuple):
    """The last time a contact was in a journey: by which plan, and when it ended (None: it is inside)."""

    id: int
    plan_id: int
    ended: int | None
    goal: int | None


def last_runs(conn: sqlite3.Connection, contact: int) -> list[LastRun]:
    """The last run of a contact in every journey it was in."""
    rows = conn.execute(
        "SELECT id, plan_id, ended, goal FROM runs WHERE id IN"
        " (SELECT max(id) FROM runs WHERE contact_id = ? GROUP BY journey_id, test)",
        (contact,),
    )
    return [LastRun(*row) for row in rows]


def reach(conn: sqlite3.Connection, run: int, at: int) -> None:
    """Write down that somebody reached the goal."""
    conn.execute("UPDATE runs SET goal = ? WHERE id = ? AND goal IS NULL", (at, run))


def entered(store: Store, plan: int, steps: Iterable[str]) -> int:
    """How many times somebody came in by these steps of a plan."""
    return _count(
        store,
        "SELECT coalesce(sum(n), 0) FROM tallies WHERE plan_id = ? AND what = 'entered'"
        " AND step IN (SELECT value FROM json_each(?))",
        (plan, json.dumps(list(steps))),
    )


def reached_by_end(store: Store, plan: int) -> int:
    """How many ended at an end that is marked as the goal."""
    return _count(
        store,
        "SELECT coalesce(sum(n), 0) FROM tallies WHERE plan_id = ? AND what = 'ended' AND port = 'goal'",
        (plan,),
    )


def reached_by_event(store: Store, plan: int) -> int:
    """How many did what the journey wants, while inside or soon enough after."""
    return _count(store, "SELECT count(*) FROM runs WHERE plan_id = ? AND goal IS NOT NULL", (plan,))


def _count(store: Store, sql: str, params: tuple[object, ...]) -> int:
    found = store.value(sql, params)
    return found if isinstance(found, int) else 0
