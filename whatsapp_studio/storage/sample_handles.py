"""Decides how is kept what Meta calls a file of ours: handles of samples, and uploads that are not finished."""

from __future__ import annotations

from datetime import datetime

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.storage.db import Store

# The places that a file is known at; a number that sends is a place of its own.
SAMPLE, UNFINISHED = "sample", "unfinished-sample"


class HandleRows:
    """Meta's marks for kept files, by hash and place."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def mark(self, hash: str, place: str) -> tuple[str, datetime] | None:
        """Meta's mark for a file at a place and since when, or None."""
        row = self._store.row("SELECT mark, at FROM media_uploads WHERE hash = ? AND place = ?", (hash, place))
        return (row["mark"], from_iso(row["at"])) if row else None

    def keep(self, hash: str, place: str, mark: str, at: datetime) -> None:
        with self._store.write() as conn:
            conn.execute("INSERT OR REPLACE INTO media_uploads VALUES (?, ?, ?, ?)", (hash, place, mark, iso(at)))

    def forget(self, hash: str, place: str) -> None:
        with self._store.write() as conn:
            conn.execute("DELETE FROM media_uploads WHERE hash = ? AND place = ?", (hash, place))
