"""Decides what is left of contacts that are deleted: nothing that whoever gets their place could inherit."""

from __future__ import annotations

import sqlite3

from whatsapp_studio.base.clock import from_iso
from whatsapp_studio.storage import runs

_CHOSEN = "contact_id IN (SELECT value FROM json_each(?))"


def let_go(conn: sqlite3.Connection, chosen: str, now: str) -> None:
    """Take contacts (a JSON list of ids) out of journeys and the outbox, inside the transaction that deletes them.

    SQLite gives the id of the last row, once that is deleted, to the next contact. So what is kept of them keeps the
    id with a minus sign: caps and timelines of others know nothing of it, and a message that is under way, should it
    come back, is nobody's.
    """
    conn.execute(
        f"UPDATE outbox SET state = 'excluded', reason = 'deleted', settled_at = ? WHERE state = 'ready' AND {_CHOSEN}",
        (now, chosen),
    )
    conn.execute(f"UPDATE outbox SET contact_id = -contact_id WHERE {_CHOSEN}", (chosen,))
    runs.end_where(conn, f"r.{_CHOSEN}", (chosen,), "gone", runs.ms(from_iso(now)))
    conn.execute(f"UPDATE runs SET contact_id = -contact_id WHERE {_CHOSEN}", (chosen,))
    for table in ("signals", "seen", "reading_members"):
        conn.execute(f"DELETE FROM {table} WHERE {_CHOSEN}", (chosen,))
