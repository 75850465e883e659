"""Decides how a campaign that waits for its start is moved in time: its start, its waves and each message of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import msgspec

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.storage.db import Store

# What waits for the winner of an experiment has no time yet.
_UNDECIDED = "9999"
LeavesAt = Callable[[str, str], datetime]


def move(
    store: Store, campaign_id: str, draft: Draft, starts_at: datetime, now: datetime, *,
    wave_starts: Sequence[datetime] = (), leaves_at: LeavesAt | None = None,
) -> None:  # fmt: skip
    """Let it start at another moment (UTC), all or nothing.

    ``wave_starts`` are its waves from the first; ``leaves_at`` says for a zone and a number when that person's message
    may leave, where each goes by their own clock. Raises ``UserError("move-left-already")`` once anything left, and
    ``UserError("move-not-scheduled")`` where it does not wait for its start.
    """
    with store.write() as conn:
        row = conn.execute("SELECT state, starts_at, recurs FROM campaigns WHERE id = ?", (campaign_id,)).fetchone()
        if row is None or row[0] != "scheduled":
            raise UserError("move-not-scheduled", name=draft.name)
        _state, began, recurs = row
        left = conn.execute(
            "SELECT 1 FROM outbox WHERE campaign_id = ? AND (state NOT IN ('ready', 'excluded') OR attempts > 0)"
            " LIMIT 1",
            (campaign_id,),
        ).fetchone()
        if left is not None:
            raise UserError("move-left-already", name=draft.name)
        said = draft.schedule
        conn.execute(
            "UPDATE campaigns SET draft = ?, starts_at = ?, zone = ?, late = ?, late_minutes = ?, updated_at = ?"
            " WHERE id = ?",
            (
                msgspec.json.encode(draft).decode(), iso(starts_at), said.zone, said.late, said.late_minutes, iso(now),
                campaign_id,
            ),
        )  # fmt: skip
        if recurs:
            return
        begins = {0: ""} | {place: iso(at) for place, at in enumerate(wave_starts, 1)}
        for wave, begin in begins.items():
            conn.execute(
                "UPDATE outbox SET not_before = ? WHERE campaign_id = ? AND wave = ? AND state = 'ready'"
                " AND not_before < ?",
                (begin, campaign_id, wave, _UNDECIDED),
            )
        conn.executemany(
            "UPDATE waves SET starts_at = ? WHERE campaign_id = ? AND wave = ?",
            [(begin, campaign_id, wave) for wave, begin in begins.items() if wave],
        )
        if leaves_at is not None:
            rows = conn.execute(
                "SELECT id, zone, phone, not_before FROM outbox WHERE campaign_id = ? AND state = 'ready'"
                " AND not_before < ?",
                (campaign_id, _UNDECIDED),
            ).fetchall()
            conn.executemany(
                "UPDATE outbox SET not_before = ? WHERE id = ?",
                [(max(at, iso(leaves_at(zone, phone))), id) for id, zone, phone, at in rows],
            )
        decided = conn.execute(
            "SELECT decide_at FROM experiments WHERE campaign_id = ?", (campaign_id,)
        ).fetchone()
        if decided is not None and decided[0] and began:
            by: timedelta = starts_at - from_iso(began)
            conn.execute(
                "UPDATE experiments SET decide_at = ? WHERE campaign_id = ?",
                (iso(from_iso(decided[0]) + by), campaign_id),
            )


def first_of(store: Store, campaign_id: str, leaves_at: LeavesAt) -> datetime | None:
    """When the first of its messages leaves, where each goes by its person's clock; None where nobody is to get one."""
    rows = store.rows(
        "SELECT DISTINCT zone, phone FROM outbox WHERE campaign_id = ? AND state = 'ready'", (campaign_id,)
    )
    return min((leaves_at(row["zone"], row["phone"]) for row in rows), default=None)


def waves_of(store: Store, campaign_id: str) -> int:
    """How many waves a campaign has."""
    return len(store.rows("SELECT wave FROM waves WHERE campaign_id = ?", (campaign_id,)))
