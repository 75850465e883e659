"""Decides how the last import is taken back, and what stays because something came after it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable

import msgspec

from whatsapp_studio.audience.outcome import ImportRecord, UndoResult
from whatsapp_studio.storage.contacts import column
from whatsapp_studio.storage.forgetting import let_go
from whatsapp_studio.storage.imports import Undo
from whatsapp_studio.storage.unlocking import unlocked

_SLICE = 10_000
# Texts that may use a field by its name.
_USERS = (("segments", "rule"), ("journeys", "text"), ("campaigns", "draft"))
# What tells that something came of a contact: messages, a journey, a note, a list other than the import's.
_WRITTEN = (
    "EXISTS (SELECT 1 FROM outbox o WHERE o.contact_id = c.id)"
    " OR EXISTS (SELECT 1 FROM inbox i WHERE i.phone = c.phone)"
    " OR EXISTS (SELECT 1 FROM runs r WHERE r.contact_id = c.id)"
)
_USED = (
    "EXISTS (SELECT 1 FROM notes n WHERE n.contact_id = c.id)"
    " OR EXISTS (SELECT 1 FROM list_members m WHERE m.contact_id = c.id AND m.list_id IS NOT :list_id)"
)


class Undoing:
    """Takes an import back inside the transaction that is open on ``conn``.

    ``step`` is called between parts with how much is done; it may raise Cancelled.
    """

    def __init__(
        self, conn: sqlite3.Connection, record: ImportRecord, now: str, step: Callable[[int], None]
    ) -> None:  # fmt: skip
        self._conn = conn
        self._record = record
        self._now = now
        self._step = step
        row = conn.execute("SELECT at, first_id, last_id, before FROM imports WHERE id = ?", (record.id,)).fetchone()
        self._at, self._first, self._last, before = row
        self._undo = msgspec.json.decode(before, type=Undo)

    def run(self) -> UndoResult:
        """Take it back; what came later is kept, and counted."""
        conn = self._conn
        conn.execute("CREATE TABLE staging.kept (id INTEGER PRIMARY KEY, written INTEGER NOT NULL)")
        self._find_kept()
        self._forget_consents()
        removed, blocked = self._remove()
        restored = self._restore()
        self._leave_list()
        kept_fields = self._drop_fields()
        name, value = self._undo.memory
        if value is None:
            conn.execute("DELETE FROM facts WHERE name = ?", (name,))
        else:
            conn.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))
        conn.execute("DELETE FROM import_before")
        conn.execute("UPDATE imports SET undone_at = ? WHERE id = ?", (self._now, self._record.id))
        written, changed = conn.execute("SELECT coalesce(sum(written), 0), count(*) FROM staging.kept").fetchone()
        return UndoResult(
            record=self._record, removed=removed, restored=restored, kept_written=written,
            kept_changed=changed - written, blocked=blocked, kept_fields=kept_fields,
        )  # fmt: skip

    def _find_kept(self) -> None:
        """Who stays: added contacts that something came of, and known ones that were changed since."""
        given = {"first": self._first, "last": self._last, "at": self._at, "list_id": self._record.list_id}
        ours = "c.id BETWEEN :first AND :last AND c.created_at = :at"
        self._conn.execute(
            f"INSERT INTO staging.kept SELECT c.id, {_WRITTEN} FROM contacts c WHERE {ours} "
            # Somebody who only said no since then is not kept: the number stays on the block list.
            f"AND ({_WRITTEN} OR {_USED} OR (c.updated_at <> :at AND c.marketing <> 'no'))",
            given,
        )
        self._conn.execute(
            "INSERT INTO staging.kept SELECT c.id, 0 FROM import_before b JOIN contacts c ON c.id = b.contact_id "
            "WHERE b.row <> '' AND c.updated_at <> :at",
            given,
        )

    def _forget_consents(self) -> None:
        """The ledger loses what the import wrote, but of those who stay."""
        with unlocked(self._conn, "import"):
            for start in range(self._undo.first_consent, self._undo.last_consent + 1, _SLICE):
                self._conn.execute(
                    "DELETE FROM consents WHERE id BETWEEN ? AND ? "
                    "AND (contact_id IS NULL OR contact_id NOT IN (SELECT id FROM staging.kept))",
                    (start, min(start + _SLICE - 1, self._undo.last_consent)),
                )
                self._step(0)

    def _remove(self) -> tuple[int, int]:
        conn = self._conn
        removed = blocked = 0
        for start in range(self._first, self._last + 1, _SLICE):
            chosen, gone = conn.execute(
                "SELECT json_group_array(id), count(*) FROM contacts WHERE id BETWEEN ? AND ? AND created_at = ? "
                "AND id NOT IN (SELECT id FROM staging.kept)",
                (start, min(start + _SLICE - 1, self._last), self._at),
            ).fetchone()
            if gone:
                blocked += conn.execute(
                    "INSERT OR IGNORE INTO suppressions (phone, reason, source, at) "
                    "SELECT phone, 'opted-out', 'import undone', ? FROM contacts WHERE marketing = 'no' "
                    "AND updated_at <> ? AND phone IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
                    (self._now, self._at, chosen),
                ).rowcount
                let_go(conn, chosen, self._now)
                conn.execute("DELETE FROM contacts WHERE id IN (SELECT value FROM json_each(?))", (chosen,))
                removed += gone
            self._step(removed)
        return removed, blocked

    def _restore(self) -> int:
        """Known contacts as they were before."""
        conn = self._conn
        there = {row[1] for row in conn.execute("PRAGMA main.table_info(contacts)")}
        after, restored = 0, 0
        while rows := conn.execute(
            "SELECT contact_id, row FROM import_before WHERE row <> '' AND contact_id > ? "
            "AND contact_id NOT IN (SELECT id FROM staging.kept) ORDER BY contact_id LIMIT ?",
            (after, _SLICE),
        ).fetchall():
            after = rows[-1][0]
            before = [(id, json.loads(row)) for id, row in rows]
            # A field may have been deleted since.
            names = [name for name in before[0][1] if name in there]
            sets = ", ".join(f'"{name}" = ?' for name in names)
            restored += conn.executemany(
                f"UPDATE contacts SET {sets} WHERE id = ?", [(*map(row.get, names), id) for id, row in before]
            ).rowcount
            self._step(restored)
        return restored

    def _leave_list(self) -> None:
        list_id = self._record.list_id
        if list_id is None:
            return
        self._conn.execute(
            "DELETE FROM list_members WHERE list_id = ? AND contact_id IN "
            "(SELECT contact_id FROM import_before WHERE listed = 1)",
            (list_id,),
        )
        if self._undo.made_list:
            self._conn.execute(
                "DELETE FROM lists WHERE id = ? AND NOT EXISTS (SELECT 1 FROM list_members WHERE list_id = ?)",
                (list_id, list_id),
            )

    def _drop_fields(self) -> tuple[str, ...]:
        """New fields go, unless somebody who stays has a value, or something uses them; the labels of those kept."""
        conn, kept = self._conn, []
        for name in self._undo.fields:
            found = conn.execute("SELECT label FROM fields WHERE name = ?", (name,)).fetchone()
            if found is None:
                continue
            used = any(
                conn.execute(f"SELECT EXISTS (SELECT 1 FROM {table} WHERE {text} LIKE ?)", (f"%{name}%",)).fetchone()[0]
                for table, text in _USERS
            )
            quoted = column(name)
            if used or conn.execute(f"SELECT EXISTS (SELECT 1 FROM contacts WHERE {quoted} IS NOT NULL)").fetchone()[0]:
                kept.append(found[0])
                continue
            conn.execute("DELETE FROM fields WHERE name = ?", (name,))
            conn.execute(f"ALTER TABLE contacts DROP COLUMN {quoted}")
            self._step(0)
        return tuple(kept)
