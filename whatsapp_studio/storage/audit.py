"""Decides how the audit log is kept: rows are only ever added, in the transaction of what they tell of."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain

import msgspec

from whatsapp_studio.base.audit import AuditEntry, AuditFilter, Values, clean, clean_text
from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.base.local import fold
from whatsapp_studio.storage.db import Store, world_errors

_SLICE = 500


def note(
    conn: sqlite3.Connection, at: datetime | str, action: str, kind: str, object: str | int = "", name: str = "",
    before: Values | None = None, after: Values | None = None,
) -> None:  # fmt: skip
    """Write down what was done, in the transaction that does it.

    ``kind`` is one of ``base.audit.KINDS``, ``action`` has words in ``base.words_audit``. Contacts are named by their
    id alone: ``object`` is it, and ``name`` stays empty. What must not be known is hidden from ``before`` and ``after``
    here; a value None is left out.
    """
    note_many(conn, at, action, kind, [(object, name, before, after)])


def note_many(
    conn: sqlite3.Connection, at: datetime | str, action: str, kind: str,
    rows: Iterable[tuple[str | int, str, Values | None, Values | None]],
) -> None:  # fmt: skip
    """As :func:`note`, for the same done to several: object, name, before and after of each."""
    moment = at if isinstance(at, str) else iso(at)
    conn.executemany(
        "INSERT INTO audit (at, action, kind, object, name, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (moment, action, kind, clean_text(str(object)), clean_text(name), _text(before), _text(after))
            for object, name, before, after in rows
        ),
    )


def _text(values: Values | None) -> str:
    kept = clean(values)
    return msgspec.json.encode(kept).decode() if kept else ""


class AuditStore:
    """The audit log, for reading."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def ids(self, wanted: AuditFilter, actions: Sequence[str] = ()) -> array[int]:
        """The rows of a filter, newest first. ``actions`` are those whose words hold the filter's text."""
        where, params = _where(wanted, actions)
        with world_errors():
            rows = self._store.db.conn.execute(f"SELECT id FROM audit{where} ORDER BY id DESC", params)
            return array("q", chain.from_iterable(rows))

    def get_many(self, ids: Sequence[int]) -> list[AuditEntry]:
        """Rows in the order asked for."""
        found: dict[int, AuditEntry] = {}
        for start in range(0, len(ids), _SLICE):
            some = tuple(ids[start : start + _SLICE])
            marks = ",".join("?" * len(some))
            rows = self._store.rows(f"SELECT * FROM audit WHERE id IN ({marks})", some)
            found.update((row["id"], _entry(row)) for row in rows)
        return [found[id] for id in ids if id in found]

    def newest(self) -> int:
        """The id of the last row; 0 where there is none."""
        found = self._store.value("SELECT max(id) FROM audit")
        return found if isinstance(found, int) else 0

    def entries(self, ids: Sequence[int]) -> Iterator[AuditEntry]:
        """Rows one after the other, a few read at a time."""
        for start in range(0, len(ids), _SLICE):
            yield from self.get_many(ids[start : start + _SLICE])


def _where(wanted: AuditFilter, actions: Sequence[str]) -> tuple[str, tuple[object, ...]]:
    parts: list[str] = []
    params: list[object] = []
    if wanted.kinds:
        parts.append(f"kind IN ({','.join('?' * len(wanted.kinds))})")
        params.extend(wanted.kinds)
    if wanted.object:
        parts.append("object = ?")
        params.append(wanted.object)
    for moment, test in ((wanted.since, "at >= ?"), (wanted.until, "at < ?")):
        if moment is not None:
            parts.append(test)
            params.append(iso(moment))
    if wanted.text.strip():
        like = "'%' || ? || '%' ESCAPE '\\'"
        hits = [f"fold({column}) LIKE {like}" for column in ("name", "before", "after")] + ["object = ?"]
        escaped = fold(wanted.text.strip()).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        params.extend([escaped] * 3 + [wanted.text.strip()])
        if actions:
            hits.append(f"action IN ({','.join('?' * len(actions))})")
            params.extend(actions)
        parts.append(f"({' OR '.join(hits)})")
    return (f" WHERE {' AND '.join(parts)}" if parts else ""), tuple(params)


def _entry(row: sqlite3.Row) -> AuditEntry:
    return AuditEntry(
        id=row["id"], at=from_iso(row["at"]), action=row["action"], kind=row["kind"], object=row["object"],
        name=row["name"], before=_values(row["before"]), after=_values(row["after"]),
    )  # fmt: skip


def _values(text: str) -> dict[str, object]:
    return msgspec.json.decode(text, type=dict[str, object]) if text else {}
