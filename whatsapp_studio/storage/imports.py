"""Decides how imports are remembered, and how the last one is taken back."""

from __future__ import annotations

import sqlite3

from whatsapp_studio.audience.importing import ImportResult
from whatsapp_studio.audience.outcome import ImportRecord
from whatsapp_studio.base.clock import from_iso
from whatsapp_studio.storage.db import Store


class ImportStore:
    """The imports of a workspace, and what the last one changed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[ImportRecord, ...]:
        """Every import, the newest first."""
        rows = self._store.rows("SELECT * FROM imports ORDER BY id DESC")
        return tuple(_record(row, last=n == 0) for n, row in enumerate(rows))

    def note(self, conn: sqlite3.Connection, file: str, at: str, result: ImportResult) -> int:
        """Remember an import within its own transaction; its id."""
        added = conn.execute(
            "INSERT INTO imports (file, at, rows, added, updated, duplicates, invalid, list_id) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (file, at, result.rows, result.added, result.updated, result.duplicates, result.invalid, result.list_id),
        )
        return int(added.lastrowid or 0)


def _record(row: sqlite3.Row, *, last: bool) -> ImportRecord:
    return ImportRecord(
        id=row["id"], file=row["file"], at=from_iso(row["at"]), rows=row["rows"], added=row["added"],
        updated=row["updated"], duplicates=row["duplicates"], invalid=row["invalid"], list_id=row["list_id"],
        undone_at=from_iso(row["undone_at"]) if row["undone_at"] else None, can_undo=last and not row["undone_at"],
    )  # fmt: skip
