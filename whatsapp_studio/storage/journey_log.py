"""Decides how it is written down what happened to a journey as a whole, and who was not let in."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime

import msgspec

from whatsapp_studio.base.clock import iso
from whatsapp_studio.storage.audit import note as audit
from whatsapp_studio.storage.db import Store

# What the audit log tells, too: what was done, and how the journey stood before and after it.
_AUDITED: Mapping[str, tuple[str, str, str]] = {
    "published": ("journey-published", "", "running"),
    "published-next": ("journey-published", "", "running"),
    "amended": ("journey-amended", "", ""),
    "paused-hold": ("journey-paused", "running", "paused"),
    "paused-discard": ("journey-paused", "running", "paused"),
    "resumed": ("journey-resumed", "paused", "running"),
    "reopened": ("journey-reopened", "closed", "running"),
    "closed": ("journey-closed", "running", "closed"),
    "stopped": ("journey-stopped", "", "stopped"),
}


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a journey's log: a code with its facts, at a moment in ms; ``contact`` where it is about one."""

    id: int
    journey: str
    test: bool
    at: int
    code: str
    facts: Mapping[str, object] = {}
    contact: int | None = None


def note(
    conn: sqlite3.Connection, journey: str, test: bool | int, at: int, code: str,
    facts: Mapping[str, object] | None = None, contact: int | None = None,
) -> None:  # fmt: skip
    """Add a line, in the transaction that does what it tells of; what a person does goes into the audit log, too."""
    if not test and code in _AUDITED:
        action, before, after = _AUDITED[code]
        (name,) = conn.execute("SELECT name FROM journeys WHERE id = ?", (journey,)).fetchone() or ("",)
        audit(
            conn, iso(datetime.fromtimestamp(at / 1000, UTC)), action, "journey", journey, name,
            {"state": before or None}, {"state": after or None, **(facts or {})},
        )  # fmt: skip
    conn.execute(
        "INSERT INTO journey_log (journey_id, test, at, code, facts, contact_id) VALUES (?, ?, ?, ?, ?, ?)",
        (journey, int(test), at, code, json.dumps(facts or {}, ensure_ascii=False), contact),
    )


def notes(store: Store, journey: str, *, before: int | None = None, limit: int = 200) -> tuple[Note, ...]:
    """The last lines of a journey, the newest first; ``before`` is the id of the last one seen."""
    rows = store.rows(
        "SELECT id, journey_id, test, at, code, facts, contact_id FROM journey_log"
        " WHERE journey_id = ? AND (? IS NULL OR id < ?) ORDER BY id DESC LIMIT ?",
        (journey, before, before, limit),
    )
    return tuple(
        Note(
            id=row["id"], journey=row["journey_id"], test=bool(row["test"]), at=row["at"], code=row["code"],
            facts=json.loads(row["facts"]), contact=row["contact_id"],
        )
        for row in rows
    )  # fmt: skip
