"""Decides how imports are remembered: what each one did, and what is needed to take the last one back."""

from __future__ import annotations

import sqlite3

import msgspec

from whatsapp_studio.audience.importing import ImportResult
from whatsapp_studio.audience.outcome import ImportRecord, UndoResult
from whatsapp_studio.base.clock import from_iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.storage.audit import note
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.staging import interrupting, staging


class Undo(msgspec.Struct, frozen=True, kw_only=True):
    """What an import made besides contacts; the rows it changed wait in ``import_before``.

    ``first_consent`` to ``last_consent`` are its lines of the ledger; ``memory`` is the fact that remembers the
    mapping, with what it was before.
    """

    fields: tuple[str, ...] = ()
    made_list: bool = False
    first_consent: int = 0
    last_consent: int = -1
    memory: tuple[str, str | None] = ("", None)


class ImportStore:
    """The imports of a workspace."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[ImportRecord, ...]:
        """Every import, the newest first."""
        rows = self._store.rows("SELECT * FROM imports ORDER BY id DESC")
        return tuple(_record(row, last=n == 0) for n, row in enumerate(rows))

    def import_of(self, contact_id: int) -> ImportRecord | None:
        """The import that added a contact."""
        # An id can be given again; whoever has it by then was not made at the moment of the import.
        row = self._store.row(
            "SELECT i.*, i.id = (SELECT max(id) FROM imports) AS is_last FROM contacts c "
            "JOIN imports i ON i.at = c.created_at AND c.id BETWEEN i.first_id AND i.last_id "
            "WHERE c.id = ? AND i.undone_at = ''",
            (contact_id,),
        )
        return _record(row, last=row["is_last"] == 1) if row else None

    def add(
        self, conn: sqlite3.Connection, file: str, at: str, result: ImportResult, ids: tuple[int, int], undo: Undo
    ) -> int:
        """Remember an import within its own transaction, with the range of ids it gave; returns its id."""
        (last,) = conn.execute("SELECT coalesce(max(id), 0) FROM consents").fetchone()
        kept = msgspec.structs.replace(undo, last_consent=int(last))
        added = conn.execute(
            "INSERT INTO imports (file, at, rows, added, updated, duplicates, invalid, list_id, first_id, last_id, "
            "before) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (file, at, result.rows, result.added, result.updated, result.duplicates, result.invalid, result.list_id,
             *ids, msgspec.json.encode(kept).decode()),
        )  # fmt: skip
        id = int(added.lastrowid or 0)
        counts = {"rows": result.rows, "added": result.added, "updated": result.updated, "invalid": result.invalid}
        note(conn, at, "import-done", "import", id, file, after=counts)
        return id

    def undo(self, now: str, progress: Progress) -> UndoResult:
        """Take the last import back in one transaction; raises UserError where there is none, and Cancelled."""
        from whatsapp_studio.storage.undoing import Undoing

        def step(done: int) -> None:
            if progress.cancelled():
                raise Cancelled
            progress.report(done, record.added + record.updated)

        with staging(self._store) as conn, self._store.write():
            row = self._store.row("SELECT * FROM imports ORDER BY id DESC LIMIT 1")
            if row is None or row["undone_at"]:
                raise UserError("import-nothing-to-undo")
            record = _record(row, last=True)
            with interrupting(conn, progress.cancelled):
                undone = Undoing(conn, record, now, step).run()
            counts = {"removed": undone.removed, "restored": undone.restored}
            note(conn, now, "import-undone", "import", record.id, record.file, after=counts)
            step(record.added + record.updated)
        return undone


def _record(row: sqlite3.Row, *, last: bool) -> ImportRecord:
    return ImportRecord(
        id=row["id"], file=row["file"], at=from_iso(row["at"]), rows=row["rows"], added=row["added"],
        updated=row["updated"], duplicates=row["duplicates"], invalid=row["invalid"], list_id=row["list_id"],
        undone_at=from_iso(row["undone_at"]) if row["undone_at"] else None, can_undo=last and not row["undone_at"],
    )  # fmt: skip
