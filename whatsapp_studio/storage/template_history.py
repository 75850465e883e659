"""Decides how what happened to templates is kept: a row for each change, never rewritten."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.storage.db import Store
from whatsapp_studio.templates.draft import Past

_COLUMNS = "name, language, meta_id, at, kind, before, after, reason, details, source"


class HistoryRows:
    """The table of what happened to templates."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, *entries: Past) -> None:
        with self._store.write() as conn:
            write_down(conn, entries)

    def of(self, name: str, language: str | None = None) -> list[Past]:
        """What happened to a template, the newest first; of every language where none is named."""
        more, facts = (" AND language = ?", (name, language)) if language is not None else ("", (name,))
        rows = self._store.rows(f"SELECT {_COLUMNS} FROM template_history WHERE name = ?{more} ORDER BY id DESC", facts)
        return [_past(row) for row in rows]

    def moments(self, kind: str, since: datetime) -> list[datetime]:
        """When things of a kind happened, from ``since`` on."""
        rows = self._store.rows("SELECT at FROM template_history WHERE kind = ? AND at >= ?", (kind, iso(since)))
        return [from_iso(row["at"]) for row in rows]


def write_down(conn: sqlite3.Connection, entries: Iterable[Past]) -> None:
    """Keep these, inside the caller's transaction."""
    conn.executemany(
        f"INSERT INTO template_history ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (one.name, one.language, one.meta_id, iso(one.at), one.kind, one.before, one.after, one.reason, one.details,
             one.source)
            for one in entries
        ],
    )  # fmt: skip


def _past(row: sqlite3.Row) -> Past:
    return Past(
        name=row["name"], language=row["language"], meta_id=row["meta_id"], at=from_iso(row["at"]), kind=row["kind"],
        before=row["before"], after=row["after"], reason=row["reason"], details=row["details"], source=row["source"],
    )  # fmt: skip
