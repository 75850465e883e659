"""Decides what is left of a person who was erased: a mark that tells their number when it comes again, and no more.

A mark is a keyed hash of a number or of Meta's user id; the key is a random fact of the workspace, so that marks of two
workspaces have nothing in common.
"""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
from collections.abc import Callable, Iterable

from whatsapp_studio.audience.phone import other_spelling

_KEY = "tombstone.key"


def bury(conn: sqlite3.Connection, values: Iterable[str], now: str) -> None:
    """Mark numbers (E.164, in every spelling) and user ids as those of somebody who was erased."""
    key = _key(conn)
    conn.executemany(
        "INSERT OR IGNORE INTO tombstones VALUES (?, ?)",
        {(_mark(key, one), now) for value in values for one in (value, other_spelling(value)) if one},
    )


def marked(conn: sqlite3.Connection) -> Callable[[str], bool]:
    """What tells whether a number or user id is that of somebody who was erased; asks nothing where nobody was."""
    if conn.execute("SELECT 1 FROM tombstones LIMIT 1").fetchone() is None:
        return lambda _value: False
    key = _key(conn)

    def is_marked(value: str) -> bool:
        found = conn.execute("SELECT 1 FROM tombstones WHERE mark = ?", (_mark(key, value),)) if value else None
        return found is not None and found.fetchone() is not None

    return is_marked


def veil(conn: sqlite3.Connection) -> Callable[[str], str]:
    """What turns Meta's message ids, which hold the number, into texts that tell nobody; always the same ones."""
    key = _key(conn)
    return lambda text: "erased." + _mark(key, text) if text else ""


def _key(conn: sqlite3.Connection) -> bytes:
    row = conn.execute("SELECT value FROM facts WHERE name = ?", (_KEY,)).fetchone()
    if row is None:
        row = (secrets.token_hex(32),)
        conn.execute("INSERT INTO facts VALUES (?, ?)", (_KEY, row[0]))
    return bytes.fromhex(row[0])


def _mark(key: bytes, value: str) -> str:
    return hashlib.blake2b(value.encode("utf-8", "replace"), key=key, digest_size=20).hexdigest()
