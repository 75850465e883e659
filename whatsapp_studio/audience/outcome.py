"""Decides what is told of an import: what it would do row by row, what it did, and what undoing it gave back."""

from __future__ import annotations

from datetime import datetime

import msgspec

from whatsapp_studio.audience.fields import Value
from whatsapp_studio.audience.importing import ImportResult
from whatsapp_studio.base.errors import Problem

OUTCOME_ROWS = 100


class FieldChange(msgspec.Struct, frozen=True):
    """A field of a contact before and after an import; ``before`` is None or "" where there was nothing.

    ``field`` is a standard field (``first_name`` …), ``marketing``, or the name of a custom field.
    """

    field: str
    before: Value
    after: Value


class OutcomeRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a file as an import would use it.

    ``phone`` is E.164, empty where no number could be read; ``changes`` what would be written; ``problem`` why the
    row is left out; ``cells`` are those of a row that is left out.
    """

    line: int
    phone: str = ""
    name: str = ""
    changes: tuple[FieldChange, ...] = ()
    problem: Problem | None = None
    cells: tuple[str, ...] = ()


class ImportOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """What an import would do: all its counts (``result``, of a dry run), and the first 100 rows of each kind.

    ``updated`` holds contacts that are known already; a row of them without ``changes`` would change nothing.
    """

    result: ImportResult
    added: tuple[OutcomeRow, ...] = ()
    updated: tuple[OutcomeRow, ...] = ()
    skipped: tuple[OutcomeRow, ...] = ()


class ImportRecord(msgspec.Struct, frozen=True, kw_only=True):
    """An import as the workspace remembers it; times are aware, in UTC.

    ``can_undo`` is true of the last import only, until it is undone. ``list_id`` is the list its contacts were put on.
    """

    id: int
    file: str
    at: datetime
    rows: int
    added: int
    updated: int
    duplicates: int
    invalid: int
    list_id: int | None = None
    undone_at: datetime | None = None
    can_undo: bool = False


class UndoResult(msgspec.Struct, frozen=True, kw_only=True):
    """What undoing an import did.

    ``removed`` contacts are gone and ``restored`` ones are as they were before. ``kept_written`` were added by the
    import and stay because they were written to, or wrote, since; ``kept_changed`` were changed since and keep what
    came later. ``blocked`` of those removed had said no since: their numbers stay on the block list.
    ``kept_fields`` are labels of new fields that something else uses by now.
    """

    record: ImportRecord
    removed: int = 0
    restored: int = 0
    kept_written: int = 0
    kept_changed: int = 0
    blocked: int = 0
    kept_fields: tuple[str, ...] = ()
