"""Decides how the turns of campaigns that recur are kept: each starts once, whatever dies in between.

A turn is first made, as a draft that knows its parent and its time (a pair of which there is one), then launched like
any other, and then written down with what comes next. Whoever finds it made goes on from there.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Literal

import msgspec

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.recurrence import Turn
from whatsapp_studio.campaigns.turning import draft_of, name_of
from whatsapp_studio.storage.campaign_log import note
from whatsapp_studio.storage.db import Store

TurnState = Literal["started", "skipped", "asking", "blocked"]
LATE_ASK, TURN_BLOCKED = "late-ask", "turn-blocked"
# The reason of a turn that was asked about, once a person said that it is sent.
SEND = "send"
# Of the drafts of a campaign's turns, those that were made and not launched yet.
_MADE = (
    "parent_id = ? AND state = 'draft'"
    " AND NOT EXISTS (SELECT 1 FROM turns t WHERE t.child_id = campaigns.id AND t.state = 'started')"
)


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A turn that came ``at`` a moment, and what became of it.

    ``child_id`` is the campaign that was started. ``reason`` says why none was: ``late``, ``overtaken`` (a later turn
    went in its place), ``by-you``, ``restored`` (a backup was put back), or the code of what stood in the way.
    """

    at: datetime
    state: TurnState
    child_id: str = ""
    reason: str = ""


class Parent(msgspec.Struct, frozen=True, kw_only=True):
    """A campaign that recurs and waits for its next turn, at ``starts_at``; None where there is none any more."""

    id: str
    name: str
    draft: Draft
    starts_at: datetime | None
    told_to_send: bool


class TurnStore:
    """Campaigns that recur, and their turns. Every method is one transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def waiting(self) -> list[Parent]:
        """The campaigns that recur and are neither paused nor over."""
        rows = self._store.rows(
            "SELECT c.id, c.name, c.draft, c.starts_at, t.reason = ? AS told FROM campaigns c"
            " LEFT JOIN turns t ON t.campaign_id = c.id AND t.at = c.starts_at AND t.state = 'asking'"
            " WHERE c.recurs AND c.state = 'scheduled' AND c.deleted_at IS NULL ORDER BY c.starts_at, c.id",
            (SEND,),
        )
        return [
            Parent(
                id=row["id"], name=row["name"], draft=msgspec.json.decode(row["draft"], type=Draft),
                starts_at=from_iso(row["starts_at"]) if row["starts_at"] else None, told_to_send=bool(row["told"]),
            )
            for row in rows
        ]  # fmt: skip

    def waits(self, campaign_id: str) -> bool:
        """Whether it still waits for its turns."""
        sql = "SELECT 1 FROM campaigns WHERE id = ? AND recurs AND state = 'scheduled' AND deleted_at IS NULL"
        return self._store.value(sql, (campaign_id,)) is not None

    def of(self, campaign_id: str) -> list[Kept]:
        """The turns that have come, the newest first."""
        rows = self._store.rows(
            "SELECT at, state, child_id, reason FROM turns WHERE campaign_id = ? ORDER BY at DESC", (campaign_id,)
        )
        return [
            Kept(at=from_iso(row["at"]), state=row["state"], child_id=row["child_id"] or "", reason=row["reason"])
            for row in rows
        ]

    def make(self, parent: Parent, turn: Turn, now: datetime) -> str | None:
        """The campaign of a turn, made unless it was before; None where its parent waits no more."""
        with self._store.write() as conn:
            if not self.waits(parent.id):
                return None
            found = conn.execute(
                "SELECT id FROM campaigns WHERE parent_id = ? AND occurs_at = ?", (parent.id, iso(turn.at))
            ).fetchone()
            if found is not None:
                return str(found[0])
            made, n = uuid.uuid4().hex[:12], 1
            while conn.execute("SELECT 1 FROM campaigns WHERE name = ?", (name_of(parent.name, turn, n),)).fetchone():
                n += 1
            name = name_of(parent.name, turn, n)
            conn.execute(
                "INSERT INTO campaigns (id, name, draft, created_at, updated_at, parent_id, occurs_at, tags)"
                " SELECT ?, ?, ?, ?, ?, id, ?, tags FROM campaigns WHERE id = ?",
                (
                    made, name, msgspec.json.encode(draft_of(parent.draft, turn, name, now)).decode(), iso(now),
                    iso(now), iso(turn.at), parent.id,
                ),
            )  # fmt: skip
        return made

    def keep(
        self, parent: Parent, turns: Sequence[Kept], next_at: datetime | None, now: datetime, *, pause: str = "",
        notes: Iterable[tuple[str, dict[str, object]]] = (),
    ) -> bool:  # fmt: skip
        """Write down what became of turns, and when the next one is; without a next one it is done.

        ``pause`` lets it wait for a person instead, ``next_at`` being the turn that is asked about. ``notes`` (codes
        with facts) are told. Where it waits no more nothing is changed but that a turn has started; returns whether
        anything was.
        """
        started = any(one.state == "started" for one in turns)
        with self._store.write() as conn:
            waits = self.waits(parent.id)
            if not waits and not started:
                return False
            conn.executemany(
                "INSERT OR REPLACE INTO turns (campaign_id, at, state, child_id, reason, noted_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [(parent.id, iso(one.at), one.state, one.child_id or None, one.reason, iso(now)) for one in turns],
            )
            drop_made(conn, parent.id)
            for code, facts in notes:
                note(conn, parent.id, now, code, facts)
            over = waits and next_at is None
            conn.execute(
                "UPDATE campaigns SET starts_at = ?, state = iif(?, iif(? <> '', 'paused', iif(?, 'done', state)),"
                " state), pause_reason = iif(?, ?, pause_reason), finished_at = iif(?, ?, finished_at)"
                # Moved to another time meanwhile, it goes by that.
                " WHERE id = ? AND starts_at IS ?",
                (
                    iso(next_at) if next_at else None, waits, pause, over, waits, pause, over and not pause, iso(now),
                    parent.id, iso(parent.starts_at) if parent.starts_at else None,
                ),
            )  # fmt: skip
        return True


def drop_made(conn: sqlite3.Connection, parent_id: str) -> None:
    """Take back what was made for a turn and not launched: a launch under way finds no draft then."""
    conn.execute(f"DELETE FROM campaigns WHERE {_MADE}", (parent_id,))


def answered(conn: sqlite3.Connection, parent_id: str, send: bool, now: datetime) -> None:
    """A person said of the turn that is asked about whether it is sent."""
    conn.execute(
        "UPDATE turns SET state = iif(?, state, 'skipped'), reason = iif(?, ?, 'by-you'), noted_at = ?"
        " WHERE campaign_id = ? AND state = 'asking'",
        (send, send, SEND, iso(now), parent_id),
    )


def ended(conn: sqlite3.Connection, parent_id: str, now: datetime) -> None:
    """It starts no more: what is asked about is left out, and nothing that was only made is launched."""
    answered(conn, parent_id, False, now)
    drop_made(conn, parent_id)
    conn.execute("UPDATE campaigns SET starts_at = NULL WHERE id = ? AND recurs", (parent_id,))
