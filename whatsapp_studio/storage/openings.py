"""Decides how many people may still be written to first: those of the last 24 hours are counted, each once.

Meta counts the different people to whom a business delivers messages outside their service window, over 24 hours that
move along, for all its numbers together (page on messaging limits). So a message to somebody who wrote less than 24
hours ago costs nothing, and neither does a further one to somebody who is counted already; that one is counted longer.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from whatsapp_studio.audience.phone import other_spelling
from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.campaigns.limits import DAY, limit_of, portion
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.tombstones import veil

# While it stands, everybody written to first is in the table; without it the outbox is looked through once.
_COMPLETE = "openings.complete"
# A clock may be put back by some hours: what is older than this is of no use any more.
_FORGOTTEN = 2 * DAY


class Room:
    """The room there is at ``now``, within one transaction: asked for each message, and used up by each that leaves."""

    def __init__(self, cursor: sqlite3.Cursor, now: datetime) -> None:
        self._cursor, self.now, self._since = cursor, now, iso(now - DAY)
        row = cursor.execute("SELECT messaging_limit FROM connection WHERE id = 1").fetchone()
        self.limit = limit_of(row[0]) if row is not None else None
        self._left = 0
        self._again: datetime | None = None
        if self.limit is None:
            # Whom one writes to now is not counted.
            cursor.execute("DELETE FROM facts WHERE name = ?", (_COMPLETE,))
            return
        self._complete()
        cursor.execute("DELETE FROM openings WHERE at <= ?", (iso(now - _FORGOTTEN),))
        self._left = self.limit - used(cursor, now)

    @property
    def left(self) -> int | None:
        """How many more people may be written to first now; None where no limit is known."""
        return None if self.limit is None else max(0, self._left)

    @property
    def enough(self) -> bool:
        """Whether there is so much room that those who wait for it may go on."""
        return self.limit is None or self._left >= portion(self.limit)

    def enter(self, phone: str, wa_id: str | None) -> bool:
        """Whether a message to this person may leave now; if so it is counted."""
        if self.limit is None:
            return True
        if self._wrote(phone, wa_id):
            return True
        known = self._cursor.execute(
            "SELECT at, before FROM openings WHERE phone = ? AND at > ?", (phone, self._since)
        ).fetchone()
        if known is None:
            if self._left <= 0:
                return False
            self._left -= 1
        self._cursor.execute(
            "INSERT OR REPLACE INTO openings (phone, at, before) VALUES (?, ?, ?)",
            (phone, iso(self.now), known[0] if known is not None else ""),
        )
        return True

    def again_at(self) -> datetime:
        """When there will be room for some, as far as is known now."""
        if self.limit is None or self.enough:
            return self.now
        if self._again is None:
            missing = portion(self.limit) - self._left
            row = self._cursor.execute(
                "SELECT at FROM openings WHERE at > ? ORDER BY at LIMIT 1 OFFSET ?", (self._since, missing - 1)
            ).fetchone()
            self._again = (from_iso(row[0]) if row is not None else self.now) + DAY
        return self._again

    def _wrote(self, phone: str, wa_id: str | None) -> bool:
        """Whether the person's service window is open, under any spelling of the number."""
        spellings = (phone, other_spelling(phone) or phone, f"+{wa_id}" if wa_id else phone)
        found = self._cursor.execute(
            "SELECT 1 FROM inbox WHERE phone IN (?, ?, ?) AND at > ? LIMIT 1", (*spellings, self._since)
        )
        return found.fetchone() is not None

    def _complete(self) -> None:
        """Where nobody counted so far, whoever was written to in the last 24 hours counts."""
        if self._cursor.execute("SELECT 1 FROM facts WHERE name = ?", (_COMPLETE,)).fetchone() is not None:
            return
        self._cursor.execute(
            "INSERT INTO openings (phone, at) SELECT phone, max(claimed_at) FROM outbox WHERE claimed_at > ?"
            " AND phone <> '' AND body = '' AND state NOT IN ('ready', 'excluded')"
            " AND NOT (state = 'failed' AND wamid IS NULL) GROUP BY phone"
            " ON CONFLICT DO UPDATE SET at = max(at, excluded.at)",
            (self._since,),
        )
        self._cursor.execute("INSERT INTO facts VALUES (?, '1')", (_COMPLETE,))


def used(cursor: sqlite3.Cursor, now: datetime) -> int:
    """How many people were written to first in the last 24 hours."""
    (n,) = cursor.execute("SELECT count(*) FROM openings WHERE at > ?", (iso(now - DAY),)).fetchone()
    return int(n)


def arrived(conn: sqlite3.Connection, message_id: int, phone: str, at: str) -> None:
    """Meta took a message at ``at``, or may have: it counts from then on, for Meta heard of it after its claim."""
    conn.execute(
        "UPDATE openings SET at = ? WHERE phone = ? AND at < ?"
        " AND at = (SELECT claimed_at FROM outbox WHERE id = ?)",
        (at, phone, at, message_id),
    )


def took_back(conn: sqlite3.Connection, message_id: int, phone: str) -> None:
    """Meta did not take a message, or it never left: what its claim counted counts no more."""
    mine = "phone = ? AND at = (SELECT claimed_at FROM outbox WHERE id = ?)"
    conn.execute(f"DELETE FROM openings WHERE {mine} AND before = ''", (phone, message_id))
    conn.execute(f"UPDATE openings SET at = before, before = '' WHERE {mine}", (phone, message_id))


def veil_openings(conn: sqlite3.Connection, phones: Iterable[str]) -> None:
    """Somebody is erased: Meta counts them all the same, so a mark stays in place of the number."""
    hide = veil(conn)
    conn.executemany("UPDATE OR REPLACE openings SET phone = ? WHERE phone = ?", [(hide(one), one) for one in phones])


class OpeningStore:
    """What is known before anything is sent. Every method is one transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def expiries(self, now: datetime) -> dict[datetime, int]:
        """When how many of the people written to first come free again, gathered by the minute."""
        rows = self._store.rows(
            "SELECT max(at) AS at, count(*) AS n FROM openings WHERE at > ? GROUP BY substr(at, 1, 16)",
            (iso(now - DAY),),
        )
        return {from_iso(row["at"]) + DAY: row["n"] for row in rows}

    def used(self, now: datetime) -> int:
        """How many people were written to first in the last 24 hours."""
        return used(self._store.db.conn.cursor(), now)
