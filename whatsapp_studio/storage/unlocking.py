"""Decides how the few who may take rows out of the ledger or the audit say so: within their own transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unlocked(conn: sqlite3.Connection, what: str) -> Iterator[None]:
    """Allow changes of ``consents`` and ``audit`` in the transaction that is open; ``what`` names who does it."""
    conn.execute("INSERT INTO unlocked VALUES (?)", (what,))
    yield
    conn.execute("DELETE FROM unlocked WHERE what = ?", (what,))
