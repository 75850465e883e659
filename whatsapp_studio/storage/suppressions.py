"""Decides who is never written to: numbers and beginnings of numbers, each with a reason and perhaps an end.

What has ended is taken out (``sweep``) before anybody asks, so that whoever asks need not look at the clock.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime

from whatsapp_studio.audience.phone import other_spelling
from whatsapp_studio.audience.suppression import Suppression
from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.storage.db import Store

PREFIXED = "EXISTS (SELECT 1 FROM suppressed_prefixes x WHERE substr({phone}, 1, length(x.prefix)) = x.prefix)"


def any_block(phone: str, *, marketing: bool) -> str:
    """SQL: whether the number in column ``phone`` is on the list; Meta's own stop concerns ``marketing`` alone."""
    only = "" if marketing else " AND s.reason <> 'meta-stop'"
    return f"(EXISTS (SELECT 1 FROM suppressions s WHERE s.phone = {phone}{only}) OR {PREFIXED.format(phone=phone)})"


def sweep(conn: sqlite3.Connection, now: datetime) -> int:
    """Take out what has ended by ``now``; returns how many. Costs a look into two small indexes."""
    gone = 0
    for table in ("suppressions", "suppressed_prefixes"):
        ended = f"FROM {table} WHERE until <> '' AND until <= ?"
        if conn.execute(f"SELECT 1 {ended} LIMIT 1", (iso(now),)).fetchone():
            gone += conn.execute(f"DELETE {ended}", (iso(now),)).rowcount
    return gone


def why(conn: sqlite3.Connection, phone: str) -> tuple[str, str] | None:
    """The reason and the entry (a number or a beginning) that keep a number from being written to; None where none."""
    for spelling in filter(None, (phone, other_spelling(phone))):
        row = conn.execute("SELECT reason, phone FROM suppressions WHERE phone = ?", (spelling,)).fetchone()
        if row is not None:
            return row[0], row[1]
    row = conn.execute(
        "SELECT reason, prefix FROM suppressed_prefixes WHERE substr(?, 1, length(prefix)) = prefix"
        " ORDER BY length(prefix) DESC LIMIT 1",
        (phone,),
    ).fetchone()
    return (row[0], row[1]) if row is not None else None


def suppress(
    conn: sqlite3.Connection, entries: Iterable[tuple[str, bool]], reason: str, source: str, now: str, until: str = ""
) -> int:
    """Put numbers and beginnings (``(value, is_prefix)``) on the list; returns how many were not on it.

    An entry that is there already keeps its reason where that came from the person, and gets the later end.
    """
    new = 0
    for value, is_prefix in entries:
        table, key = ("suppressed_prefixes", "prefix") if is_prefix else ("suppressions", "phone")
        new += not conn.execute(f"SELECT 1 FROM {table} WHERE {key} = ?", (value,)).fetchone()
        conn.execute(
            f"INSERT INTO {table} ({key}, reason, source, at, until) VALUES (?, ?, ?, ?, ?)"
            f" ON CONFLICT ({key}) DO UPDATE SET"
            " reason = iif(reason IN ('opted-out', 'meta-stop') AND excluded.reason <> 'opted-out', reason,"
            " excluded.reason), source = excluded.source, at = excluded.at,"
            " until = iif(until = '' OR excluded.until = '', '', max(until, excluded.until))",
            (value, reason, source, now, until),
        )
    return new


def lift(conn: sqlite3.Connection, entries: Iterable[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Take entries off the list, a number in either spelling; returns those that were on it."""
    lifted: list[tuple[str, bool]] = []
    for value, is_prefix in entries:
        if is_prefix:
            gone = conn.execute("DELETE FROM suppressed_prefixes WHERE prefix = ?", (value,)).rowcount
        else:
            gone = conn.execute(
                "DELETE FROM suppressions WHERE phone IN (?, ?)", (value, other_spelling(value) or value)
            ).rowcount
        if gone:
            lifted.append((value, is_prefix))
    return lifted


class SuppressionStore:
    """The list, for reading."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keys(self, search: str = "") -> list[tuple[str, bool]]:
        """Every entry whose value or reason holds ``search``, beginnings first, then the newest."""
        digits = "".join(c for c in search if c.isdigit())
        like = f"%{digits}%" if digits else f"%{search.strip()}%"
        column = "value" if digits else "reason"
        rows = self._store.rows(f"SELECT value, is_prefix FROM ({_ALL}) WHERE {column} LIKE ? ORDER BY"
                                " is_prefix DESC, at DESC, value", (like,))  # fmt: skip
        return [(row["value"], bool(row["is_prefix"])) for row in rows]

    def get_many(self, keys: Sequence[tuple[str, bool]]) -> list[Suppression]:
        """Entries in the order asked for; those that are gone are left out."""
        return [found for key in keys if (found := self._get(*key)) is not None]

    def all(self) -> list[Suppression]:
        """Every entry, beginnings first, then the newest."""
        return [_entry(row) for row in self._store.rows(f"{_ALL} ORDER BY is_prefix DESC, at DESC, value")]

    def count(self) -> int:
        """How many entries there are."""
        return int(str(self._store.value(f"SELECT count(*) FROM ({_ALL})")))

    def _get(self, value: str, is_prefix: bool) -> Suppression | None:
        row = self._store.row(f"SELECT * FROM ({_ALL}) WHERE value = ? AND is_prefix = ?", (value, is_prefix))
        return _entry(row) if row is not None else None


_ALL = (
    "SELECT phone AS value, 0 AS is_prefix, reason, source, at, until FROM suppressions"
    " UNION ALL SELECT prefix, 1, reason, source, at, until FROM suppressed_prefixes"
)


def _entry(row: sqlite3.Row) -> Suppression:
    return Suppression(
        value=row["value"], is_prefix=bool(row["is_prefix"]), reason=row["reason"], source=row["source"],
        at=_moment(row["at"]), until=_moment(row["until"]) if row["until"] else None,
    )  # fmt: skip


def _moment(text: str) -> datetime:
    return from_iso(text)
