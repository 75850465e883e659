"""Decides when the waves of a campaign open: each in its time, unless too much of those before has failed.

The messages of a wave may not leave before it starts, and it is opened, or held, before any of them is taken. Where
waves follow one another at an interval, one that opens late moves those after it by as much.
"""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import NamedTuple

import msgspec

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.late import GRACE
from whatsapp_studio.storage.campaign_log import note
from whatsapp_studio.storage.db import Store

WAVE_HELD = "wave-held"


class Wave(NamedTuple):
    """A part of a send: its number from 1, its start (UTC), its people, and whether it is ``waiting``, ``open`` or
    ``held``."""

    number: int
    starts_at: datetime
    size: int
    state: str


class WaveStore:
    """The waves of campaigns, as they are read."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, campaign_id: str) -> tuple[Wave, ...]:
        """All waves of a campaign, in their order."""
        rows = self._store.rows(
            "SELECT wave, starts_at, size, state FROM waves WHERE campaign_id = ? ORDER BY wave", (campaign_id,)
        )
        return tuple(Wave(row["wave"], from_iso(row["starts_at"]), row["size"], row["state"]) for row in rows)


def open_waves(cursor: sqlite3.Cursor, now: datetime) -> set[str]:
    """Open the waves whose time has come, or hold them; returns the campaigns that changed.

    A held wave pauses its campaign until a person lets it go on (:func:`let_go`) or ends it.
    """
    rows = cursor.execute(
        "SELECT w.campaign_id, w.wave, w.starts_at, c.draft FROM waves w JOIN campaigns c ON c.id = w.campaign_id"
        " WHERE w.state = 'waiting' AND w.starts_at <= ? AND c.state = 'sending' ORDER BY w.campaign_id, w.wave",
        (iso(now),),
    ).fetchall()
    changed: set[str] = set()
    conn = cursor.connection
    for campaign, number, _, draft in rows:
        # The one before may have been held, or have moved this one on.
        still = conn.execute(
            "SELECT 1 FROM waves w JOIN campaigns c ON c.id = w.campaign_id WHERE w.campaign_id = ? AND w.wave = ?"
            " AND w.state = 'waiting' AND w.starts_at <= ? AND c.state = 'sending'",
            (campaign, number, iso(now)),
        ).fetchone()
        if still is None:
            continue
        changed.add(campaign)
        waves = msgspec.json.decode(draft, type=Draft).waves
        most = waves.hold_percent if waves is not None else None
        failed, settled = _settled_before(conn, campaign, number)
        if most is not None and failed * 100 > most * settled:
            conn.execute("UPDATE waves SET state = 'held' WHERE campaign_id = ? AND wave = ?", (campaign, number))
            conn.execute(
                "UPDATE campaigns SET state = 'paused', pause_reason = ? WHERE id = ?", (WAVE_HELD, campaign)
            )
            note(conn, campaign, now, WAVE_HELD, {"wave": number, "failed": failed, "settled": settled, "most": most})
        else:
            conn.execute("UPDATE waves SET state = 'open' WHERE campaign_id = ? AND wave = ?", (campaign, number))
            move_on(conn, campaign, number, now)
    return changed


def let_go(conn: sqlite3.Connection, campaign_id: str, now: datetime) -> None:
    """Open the wave that was held: a person said that it goes on."""
    held = conn.execute(
        "UPDATE waves SET state = 'open' WHERE campaign_id = ? AND state = 'held' RETURNING wave", (campaign_id,)
    ).fetchall()
    for (number,) in held:
        move_on(conn, campaign_id, number, now)


def move_on(conn: sqlite3.Connection, campaign_id: str, number: int, now: datetime) -> None:
    """After a wave that opens late, keep the interval to those that follow; times of their own stay as they are."""
    row = conn.execute(
        "SELECT w.starts_at, c.draft FROM waves w JOIN campaigns c ON c.id = w.campaign_id"
        " WHERE w.campaign_id = ? AND w.wave = ?",
        (campaign_id, number),
    ).fetchone()
    if row is None or now - from_iso(row[0]) <= GRACE:
        return
    waves = msgspec.json.decode(row[1], type=Draft).waves
    if waves is None or waves.times:
        return
    late = now - from_iso(row[0])
    conn.execute("UPDATE waves SET starts_at = ? WHERE campaign_id = ? AND wave = ?", (iso(now), campaign_id, number))
    later = conn.execute(
        "SELECT wave, starts_at FROM waves WHERE campaign_id = ? AND wave > ? AND state = 'waiting' ORDER BY wave DESC",
        (campaign_id, number),
    ).fetchall()
    for wave, starts_at in later:
        begins = iso(from_iso(starts_at) + late)
        conn.execute(
            "UPDATE waves SET starts_at = ? WHERE campaign_id = ? AND wave = ?", (begins, campaign_id, wave)
        )
        # Whoever waits longer than their wave, for their own clock or for quiet hours, goes on doing so.
        conn.execute(
            "UPDATE outbox SET not_before = ? WHERE campaign_id = ? AND wave = ? AND state = 'ready'"
            " AND not_before < ?",
            (begins, campaign_id, wave, begins),
        )


def _settled_before(conn: sqlite3.Connection, campaign_id: str, number: int) -> tuple[int, int]:
    """How many messages of the waves before failed, and of how many it is known what came of them."""
    row = conn.execute(
        "SELECT coalesce(sum(state = 'failed'), 0), count(*) FROM outbox WHERE campaign_id = ? AND wave BETWEEN 1 AND ?"
        " AND state NOT IN ('ready', 'sending', 'excluded')",
        (campaign_id, number - 1),
    ).fetchone()
    return int(row[0]), int(row[1])
