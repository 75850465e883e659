"""Decides how notes about a contact are kept."""

from __future__ import annotations

import sqlite3

from whatsapp_studio.audience.note import Note
from whatsapp_studio.base.clock import from_iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.storage.audit import note as audit
from whatsapp_studio.storage.db import Store


class NoteStore:
    """Notes, each of one contact; they go with the contact."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, contact: int) -> list[Note]:
        """A contact's notes, the newest first."""
        rows = self._store.rows("SELECT * FROM notes WHERE contact_id = ? ORDER BY at DESC, id DESC", (contact,))
        return [_note(row) for row in rows]

    def add(self, contact: int, text: str, now: str) -> int:
        """Keep a note; its id. Raises ``UserError("contact-gone")``."""
        with self._store.write() as conn:
            if not conn.execute("SELECT 1 FROM contacts WHERE id = ?", (contact,)).fetchone():
                raise UserError("contact-gone")
            added = conn.execute("INSERT INTO notes (contact_id, at, text) VALUES (?, ?, ?)", (contact, now, text))
            audit(conn, now, "contact-note-added", "contact", contact)
            return int(added.lastrowid or 0)

    def change(self, id: int, text: str, now: str) -> None:
        """Give a note other words; its time stays. Raises ``UserError("note-gone")``."""
        with self._store.write() as conn:
            contact = _contact_of(conn, id)
            conn.execute("UPDATE notes SET text = ? WHERE id = ?", (text, id))
            audit(conn, now, "contact-note-changed", "contact", contact)

    def delete(self, id: int, now: str) -> None:
        """Forget a note. Raises ``UserError("note-gone")``."""
        with self._store.write() as conn:
            contact = _contact_of(conn, id)
            conn.execute("DELETE FROM notes WHERE id = ?", (id,))
            audit(conn, now, "contact-note-deleted", "contact", contact)


def _contact_of(conn: sqlite3.Connection, id: int) -> int:
    row = conn.execute("SELECT contact_id FROM notes WHERE id = ?", (id,)).fetchone()
    if row is None:
        raise UserError("note-gone")
    return int(row[0])


def _note(row: sqlite3.Row) -> Note:
    return Note(id=row["id"], contact=row["contact_id"], at=from_iso(row["at"]), text=row["text"])
