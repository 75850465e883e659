"""Decides since when each stream has been served without a break, for a message is late by an interruption alone."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.delivery.outcome import NotTaken, Outcome
from whatsapp_studio.journeys.late import GRACE

_SEEN, _NOTED_EVERY = "sending.seen", timedelta(minutes=1)


class Attendance:
    """Since when each stream has been served without a break; when it was last looked is kept with the workspace.

    A computer that sleeps, a pause and a network that is gone are breaks when they last longer than the grace that a
    journey gives (see ``journeys.late``); a queue that is merely slow is none. ``back`` is the last look where it came
    after a break, else empty.
    """

    def __init__(self) -> None:
        self._since: dict[str, str] = {}
        self._seen: datetime | None = None
        self._noted: datetime | None = None
        self._unreachable = False
        self.back = ""

    def heard(self, outcome: Outcome) -> None:
        """Note how a request ended: while Meta cannot be reached nothing is served."""
        self._unreachable = (
            isinstance(outcome, NotTaken) and not outcome.code and outcome.reach == "all" and not outcome.slow_down
        )

    def look(self, cursor: sqlite3.Cursor, now: datetime) -> None:
        """Note which streams may leave now."""
        begins = self._seen is None
        before = self._kept(cursor) if self._seen is None else self._seen
        broken = before is None or now - before > GRACE
        if begins or not self._unreachable:
            self._seen = now
        if self._seen == now and (self._noted is None or abs(now - self._noted) >= _NOTED_EVERY):
            cursor.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (_SEEN, iso(now)))
            self._noted = now
        found = cursor.execute("SELECT id FROM campaigns WHERE kind = 'stream' AND state = 'sending'").fetchall()
        stamp = iso(now)
        self.back = stamp if broken else ""
        new = "" if begins else stamp
        self._since = {row[0]: stamp if broken else self._since.get(row[0], new) for row in found}

    def _kept(self, cursor: sqlite3.Cursor) -> datetime | None:
        row = cursor.execute("SELECT value FROM facts WHERE name = ?", (_SEEN,)).fetchone()
        return from_iso(row[0]) if row else None

    def since(self, campaign: str) -> str:
        """The moment as text; empty for what is no stream."""
        return self._since.get(campaign, "")
