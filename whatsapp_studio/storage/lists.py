"""Decides how static lists of contacts are kept."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from whatsapp_studio.audience.segment import ContactList
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.storage.contacts import slices
from whatsapp_studio.storage.db import Store


class ListStore:
    """Lists and who is on them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[ContactList]:
        """Every list with its size, by name."""
        rows = self._store.rows(
            "SELECT l.id, l.name, count(m.contact_id) AS size FROM lists l "
            "LEFT JOIN list_members m ON m.list_id = l.id GROUP BY l.id ORDER BY fold(l.name), l.name, l.id"
        )
        return [ContactList(id=row["id"], name=row["name"], size=row["size"]) for row in rows]

    def create(self, name: str, now: str) -> ContactList:
        """A new, empty list; its name must be new."""
        name = _tidy(name)
        with self._store.write() as conn:
            try:
                added = conn.execute("INSERT INTO lists (name, created_at) VALUES (?, ?)", (name, now))
            except sqlite3.IntegrityError as error:
                raise UserError("list-name-taken", name=name) from error
            return ContactList(id=int(added.lastrowid or 0), name=name)

    def find(self, name: str) -> ContactList | None:
        """The list of this name, whatever its case."""
        name = _tidy(name).casefold()
        return next((found for found in self.all() if found.name.casefold() == name), None)

    def rename(self, id: int, name: str) -> None:
        """Give a list another name."""
        name = _tidy(name)
        with self._store.write() as conn:
            try:
                changed = conn.execute("UPDATE lists SET name = ? WHERE id = ?", (name, id)).rowcount
            except sqlite3.IntegrityError as error:
                raise UserError("list-name-taken", name=name) from error
            if not changed:
                raise UserError("list-gone")

    def delete(self, id: int) -> None:
        """Delete a list; its contacts stay."""
        with self._store.write() as conn:
            conn.execute("DELETE FROM lists WHERE id = ?", (id,))

    def add(self, id: int, contacts: Sequence[int]) -> int:
        """Put contacts on a list; returns how many were not on it yet."""
        added = 0
        with self._store.write() as conn:
            if not conn.execute("SELECT 1 FROM lists WHERE id = ?", (id,)).fetchone():
                raise UserError("list-gone")
            for part in slices(contacts):
                added += conn.execute(
                    "INSERT OR IGNORE INTO list_members SELECT ?, id FROM contacts "
                    "WHERE id IN (SELECT value FROM json_each(?))",
                    (id, json.dumps(part)),
                ).rowcount
        return added

    def remove(self, id: int, contacts: Sequence[int]) -> int:
        """Take contacts off a list; returns how many were on it."""
        removed = 0
        with self._store.write() as conn:
            for part in slices(contacts):
                removed += conn.execute(
                    "DELETE FROM list_members WHERE list_id = ? AND contact_id IN (SELECT value FROM json_each(?))",
                    (id, json.dumps(part)),
                ).rowcount
        return removed


def _tidy(name: str) -> str:
    tidied = " ".join(name.split())
    if not tidied:
        raise UserError("list-name-empty")
    return tidied
