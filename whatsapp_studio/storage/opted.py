"""Decides which message a person's "no" is counted with: the one it answers, else the last one they had got by then.

It is written into the row of the message, so that reports still count it after the person was erased.
"""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime, timedelta

from whatsapp_studio.base.clock import iso
from whatsapp_studio.storage.identities import people

# How long after a message a "no" that quotes nothing is still counted with it: later, much else may be the cause.
WINDOW = timedelta(hours=72)


def mark(
    conn: sqlite3.Connection, phone: str, at: datetime, *, user_id: str = "", context: str = ""
) -> bool:
    """Write into the row of a message that its person said no ``at`` a moment; False where no message is the cause.

    ``context`` is Meta's id of the message that is answered. Without it, it is the last one that left for the person
    within :data:`WINDOW` before.
    """
    found = conn.execute("SELECT id FROM outbox WHERE wamid = ?", (context or None,)).fetchone()
    if found is None:
        found = conn.execute(
            "SELECT id FROM outbox WHERE contact_id IN (SELECT value FROM json_each(?)) AND claimed_at >= ?"
            " AND claimed_at <= ? AND state NOT IN ('ready', 'excluded', 'failed') ORDER BY claimed_at DESC, id DESC"
            " LIMIT 1",
            (json.dumps(list(people(conn, phone, user_id))), iso(at - WINDOW), iso(at)),
        ).fetchone()
    if found is None:
        return False
    return bool(
        conn.execute("UPDATE outbox SET opted_at = ? WHERE id = ? AND opted_at IS NULL", (iso(at), found[0])).rowcount
    )
