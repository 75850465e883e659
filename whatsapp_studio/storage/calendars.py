"""Decides how calendars of others are kept beside the campaigns, with what is in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

import msgspec

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.agenda import Entry
from whatsapp_studio.storage.db import Store

Kind = Literal["ics", "csv"]
_COLOURS = 6


class Calendar(msgspec.Struct, frozen=True, kw_only=True):
    """A calendar that was read from a file, ``read_at`` last; ``colour`` is which of six it has."""

    id: int
    name: str
    kind: Kind
    path: str
    colour: int
    shown: bool
    read_at: datetime
    events: int = 0


class CalendarStore:
    """Calendars and their events. Every method is one transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[Calendar]:
        """Every calendar, in the order they came."""
        rows = self._store.rows(
            "SELECT c.*, (SELECT count(*) FROM calendar_events e WHERE e.calendar_id = c.id) AS events"
            " FROM calendars c ORDER BY c.id"
        )
        return [
            Calendar(
                id=row["id"], name=row["name"], kind=row["kind"], path=row["path"], colour=row["colour"],
                shown=bool(row["shown"]), read_at=from_iso(row["read_at"]), events=row["events"],
            )
            for row in rows
        ]  # fmt: skip

    def get(self, calendar_id: int) -> Calendar:
        """One of them; raises ``UserError("calendar-unknown")``."""
        found = next((one for one in self.all() if one.id == calendar_id), None)
        if found is None:
            raise UserError("calendar-unknown")
        return found

    def put(
        self, name: str, kind: Kind, path: str, events: Iterable[tuple[str, datetime, datetime, bool]], now: datetime
    ) -> int:
        """Keep a calendar with its events (title, from, up to, all day), in the place of one of that path.

        One of another path that has the name leaves it that name with a number.
        """
        with self._store.write() as conn:
            row = conn.execute("SELECT id FROM calendars WHERE path = ?", (path,)).fetchone()
            if row is None:
                free, n = name, 1
                while conn.execute("SELECT 1 FROM calendars WHERE name = ?", (free,)).fetchone():
                    n += 1
                    free = f"{name} {n}"
                (count,) = conn.execute("SELECT count(*) FROM calendars").fetchone()
                made = conn.execute(
                    "INSERT INTO calendars (name, kind, path, colour, read_at) VALUES (?, ?, ?, ?, ?)",
                    (free, kind, path, count % _COLOURS, iso(now)),
                )
                calendar_id = int(made.lastrowid or 0)
            else:
                calendar_id = int(row[0])
                conn.execute("UPDATE calendars SET kind = ?, read_at = ? WHERE id = ?", (kind, iso(now), calendar_id))
                conn.execute("DELETE FROM calendar_events WHERE calendar_id = ?", (calendar_id,))
            conn.executemany(
                "INSERT INTO calendar_events (calendar_id, title, starts, ends, all_day) VALUES (?, ?, ?, ?, ?)",
                [(calendar_id, title, iso(starts), iso(ends), all_day) for title, starts, ends, all_day in events],
            )
        return calendar_id

    def show(self, calendar_id: int, on: bool) -> None:
        """Show it beside the campaigns, or hide it."""
        with self._store.write() as conn:
            conn.execute("UPDATE calendars SET shown = ? WHERE id = ?", (on, calendar_id))

    def remove(self, calendar_id: int) -> bool:
        """Forget it with its events; True when it was there."""
        with self._store.write() as conn:
            return bool(conn.execute("DELETE FROM calendars WHERE id = ?", (calendar_id,)).rowcount)

    def events(self, since: datetime, until: datetime) -> list[Entry]:
        """What the shown calendars have between two moments (aware), the earliest first."""
        rows = self._store.rows(
            "SELECT e.* FROM calendar_events e JOIN calendars c ON c.id = e.calendar_id"
            " WHERE c.shown AND e.starts < ? AND e.ends > ? ORDER BY e.starts, e.title",
            (iso(until), iso(since)),
        )
        return [
            Entry(
                kind="busy", title=row["title"], starts=from_iso(row["starts"]), ends=from_iso(row["ends"]),
                calendar=row["calendar_id"], all_day=bool(row["all_day"]),
            )
            for row in rows
        ]  # fmt: skip
