"""Decides how the practice switch is kept: whether it is on, and whom besides test contacts it lets through."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

_FACT = "practice"
# A contact row or outbox row may be written to while the switch is on: test contacts, and the numbers on the list.
ALLOWED = (
    "(EXISTS (SELECT 1 FROM practice_people y WHERE y.phone = {phone})"
    " OR EXISTS (SELECT 1 FROM contacts z WHERE z.id = {contact} AND z.is_test = 1))"
)


def is_on(conn: sqlite3.Connection) -> bool:
    """Whether only those on the list are written to."""
    row = conn.execute("SELECT value FROM facts WHERE name = ?", (_FACT,)).fetchone()
    return row is not None and row[0] == "1"


def switch(conn: sqlite3.Connection, on: bool) -> None:
    """Turn it on or off."""
    conn.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (_FACT, "1" if on else "0"))


def people(conn: sqlite3.Connection) -> tuple[str, ...]:
    """The numbers on the list, in the order they came."""
    return tuple(row[0] for row in conn.execute("SELECT phone FROM practice_people ORDER BY at, phone"))


def set_people(conn: sqlite3.Connection, phones: Iterable[str], now: str) -> None:
    """Make these the numbers on the list; those that were on it stay where they were."""
    wanted = tuple(dict.fromkeys(phones))
    conn.executemany("INSERT OR IGNORE INTO practice_people VALUES (?, ?)", [(phone, now) for phone in wanted])
    for phone in set(people(conn)) - set(wanted):
        conn.execute("DELETE FROM practice_people WHERE phone = ?", (phone,))
