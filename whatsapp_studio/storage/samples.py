"""Decides how saved samples are kept: sets of made-up values to look at a message with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec

from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.storage.db import Store


class PreviewSample(msgspec.Struct, frozen=True):
    """A named set of values, each by its path (``contact.first_name``, ``event.order_id``)."""

    id: int
    name: str
    values: dict[str, str]


class SampleStore:
    """The preview_samples table."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[PreviewSample]:
        """Every sample, by name."""
        rows = self._store.rows("SELECT id, name, content FROM preview_samples ORDER BY fold(name), id")
        return [
            PreviewSample(row["id"], row["name"], msgspec.json.decode(row["content"], type=dict[str, str]))
            for row in rows
        ]

    def put(self, samples: Iterable[tuple[str, dict[str, str]]], now: datetime) -> int:
        """Keep samples by name, in the place of those of the same name, all or nothing; returns how many."""
        with self._store.write() as conn:
            given = [(name, msgspec.json.encode(values).decode(), iso(now)) for name, values in samples]
            conn.executemany(
                "INSERT INTO preview_samples (name, content, at) VALUES (?, ?, ?)"
                " ON CONFLICT (name) DO UPDATE SET name = excluded.name, content = excluded.content, at = excluded.at",
                given,
            )
        return len(given)

    def change(self, id: int, name: str, values: dict[str, str], now: datetime) -> None:
        """Give a sample another name and values; raises ``UserError`` where the name is taken or the sample gone."""
        with self._store.write() as conn:
            if conn.execute("SELECT 1 FROM preview_samples WHERE name = ? AND id <> ?", (name, id)).fetchone():
                raise UserError("sample-name-taken", name=name)
            done = conn.execute(
                "UPDATE preview_samples SET name = ?, content = ?, at = ? WHERE id = ?",
                (name, msgspec.json.encode(values).decode(), iso(now), id),
            )
            if not done.rowcount:
                raise UserError("sample-gone")

    def delete(self, ids: Iterable[int]) -> int:
        """Forget samples; returns how many there were."""
        with self._store.write() as conn:
            return sum(conn.execute("DELETE FROM preview_samples WHERE id = ?", (id,)).rowcount for id in ids)
