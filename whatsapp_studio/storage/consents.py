"""Decides how an answer to messages of a purpose is written down: the ledger grows, and the contact's state follows it.

The state is that of the newest line but for one thing: a "yes" that was given before a "no" does not undo it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from whatsapp_studio.audience.consent import PURPOSES, ConsentEntry, Purpose
from whatsapp_studio.audience.contact import Consent
from whatsapp_studio.base.clock import from_iso
from whatsapp_studio.storage.db import Store

# Where a line of the ledger comes from when WhatsApp told it: a tap on "stop marketing messages".
BY_META = "user_preferences"
_SLICE = 10_000
# That somebody's newest "no" is not older than what is said now.
_LATER_NO = (
    "EXISTS (SELECT 1 FROM consents s WHERE s.contact_id = contacts.id AND s.purpose = :purpose"
    " AND s.state = 'no' AND s.at > :at)"
)


def record(
    conn: sqlite3.Connection, ids: Sequence[int], purpose: Purpose, state: Consent, source: str, now: str, *,
    at: str = "", evidence: str = "", wording: str = "",
) -> int:  # fmt: skip
    """Write an answer of these contacts into the ledger and onto them; returns how many there were.

    ``at`` is when it was given, ``now`` where it is left out (both as ``base.clock.iso`` writes them).
    """
    if purpose not in PURPOSES:
        raise ValueError(f"no purpose {purpose!r}")
    told = 0
    for begin in range(0, len(ids), _SLICE):
        said = {
            "chosen": json.dumps(list(ids[begin : begin + _SLICE])), "purpose": purpose, "state": state,
            "source": source, "at": at or now, "now": now, "evidence": evidence, "wording": wording,
        }  # fmt: skip
        unless = f"AND NOT {_LATER_NO}" if state == "yes" else ""
        conn.execute(
            f"UPDATE contacts SET {purpose} = :state, updated_at = :now WHERE {purpose} <> :state {unless}"
            " AND id IN (SELECT value FROM json_each(:chosen))",
            said,
        )
        told += conn.execute(
            "INSERT INTO consents (contact_id, phone, purpose, state, source, at, evidence, wording, recorded_at)"
            " SELECT id, coalesce(phone, ''), :purpose, :state, :source, :at, :evidence, :wording, :now FROM contacts"
            " WHERE id IN (SELECT value FROM json_each(:chosen))",
            said,
        ).rowcount
    return told


def record_number(
    conn: sqlite3.Connection, phone: str, purpose: Purpose, state: Consent, source: str, now: str, *, at: str = "",
    evidence: str = "",
) -> None:  # fmt: skip
    """Write an answer of a number that no contact has, so that it is known should there be one."""
    conn.execute(
        "INSERT INTO consents (contact_id, phone, purpose, state, source, at, evidence, recorded_at)"
        " VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)",
        (phone, purpose, state, source, at or now, evidence, now),
    )


def answer(
    conn: sqlite3.Connection, phone: str, contact: int | None, state: Consent, source: str, now: str, at: str,
    evidence: str = "", wording: str = "",
) -> None:  # fmt: skip
    """An answer to marketing that a person gave themselves, whether or not they are a contact."""
    if contact is None:
        record_number(conn, phone, "marketing", state, source, now, at=at, evidence=evidence)
    else:
        record(conn, [contact], "marketing", state, source, now, at=at, evidence=evidence, wording=wording)


def before_meta(conn: sqlite3.Connection, contact: int) -> Consent | None:
    """What somebody's answer was before WhatsApp told of a stop; None where the newest answer is another one."""
    lines = conn.execute(
        "SELECT state, source FROM consents WHERE contact_id = ? AND purpose = 'marketing' ORDER BY id DESC", (contact,)
    )
    newest = lines.fetchone()
    if newest is None or newest[0] != "no" or newest[1] != BY_META:
        return None
    earlier: Consent = next((state for state, source in lines if (state, source) != ("no", BY_META)), "unknown")
    return earlier


class ConsentStore:
    """The ledger, for reading."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, contact: int, phone: str = "") -> tuple[ConsentEntry, ...]:
        """Every answer of a contact, also those its number gave before it was one; the newest first."""
        rows = self._store.rows(
            "SELECT * FROM consents WHERE contact_id = ? OR (contact_id IS NULL AND phone = ? AND phone <> '')"
            " ORDER BY id DESC",
            (contact, phone),
        )
        return tuple(
            ConsentEntry(
                purpose=row["purpose"], state=row["state"], source=row["source"], at=from_iso(row["at"]),
                evidence=row["evidence"], wording=row["wording"],
                recorded_at=from_iso(row["recorded_at"]) if row["recorded_at"] else None,
            )
            for row in rows
        )  # fmt: skip
