"""Decides how the audit log is asked: filtered, the newest first, and as a file."""

from __future__ import annotations

import csv
from array import array
from collections.abc import Sequence
from pathlib import Path

import msgspec

from whatsapp_studio.base import words_audit
from whatsapp_studio.base.audit import AuditEntry, AuditFilter
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import fold
from whatsapp_studio.base.progress import Cancelled, Progress, Unwatched
from whatsapp_studio.services.rejects import harmless
from whatsapp_studio.storage.audit import AuditStore
from whatsapp_studio.storage.db import Store

__all__ = ["AuditEntry", "AuditFilter", "AuditLog"]
EVERYTHING = AuditFilter()
_OFTEN = 1000


class AuditLog:
    """What was done in this workspace. Rows are never changed and never removed. Any thread may ask."""

    def __init__(self, store: Store) -> None:
        self._kept = AuditStore(store)

    def ids(self, wanted: AuditFilter = EVERYTHING) -> array[int]:
        """The rows of a filter, newest first: what a long table scrolls over. Reads them all where a text is looked
        for, in names, values and the words of what was done."""
        return self._kept.ids(wanted, _called(wanted.text))

    def get_many(self, ids: Sequence[int]) -> list[AuditEntry]:
        """Rows in the order asked for."""
        return self._kept.get_many(ids)

    def entries(self, wanted: AuditFilter = EVERYTHING, *, offset: int = 0, limit: int = 200) -> list[AuditEntry]:
        """A page of rows, newest first."""
        return self._kept.get_many(self.ids(wanted)[offset : offset + limit])

    def newest(self) -> int:
        """The id of the last row, 0 where there is none: another one says that something was added."""
        return self._kept.newest()

    def export(self, path: Path, wanted: AuditFilter = EVERYTHING, progress: Progress = Unwatched()) -> int:
        """Write the rows of a filter as CSV, UTF-8 with a mark so that Excel reads it; returns how many.

        Raises ``WorldError("cannot-write")`` and ``Cancelled``; either leaves no file behind.
        """
        ids = self.ids(wanted)
        waiting = path.with_name(path.name + ".part")
        try:
            with waiting.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(
                    [tr("Time (UTC)"), tr("What was done"), tr("Kind"), tr("Object"), tr("Name"), tr("Before"),
                     tr("After")]
                )  # fmt: skip
                for done, entry in enumerate(self._kept.entries(ids), 1):
                    writer.writerow(_cells(entry))
                    if done % _OFTEN == 0:
                        progress.report(done, len(ids))
                        if progress.cancelled():
                            raise Cancelled
            waiting.replace(path)
        except OSError as error:
            raise WorldError("cannot-write", path=str(path), details=error.strerror or "") from error
        finally:
            waiting.unlink(missing_ok=True)
        return len(ids)


def _called(text: str) -> list[str]:
    """The actions whose words hold ``text``."""
    looked_for = fold(text.strip())
    return [code for code in words_audit.ACTIONS if looked_for in fold(words_audit.action(code))] if looked_for else []


def _cells(entry: AuditEntry) -> list[str]:
    before, after = (msgspec.json.encode(one).decode() if one else "" for one in (entry.before, entry.after))
    said = words_audit.action(entry.action), words_audit.kind(entry.kind), entry.object, entry.name, before, after
    return [iso(entry.at), *map(harmless, said)]
