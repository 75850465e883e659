"""Decides what becomes of campaigns whose start came: they go, or were too late and are left out or asked about.

Where each contact's own clock counts it is each message that may be late: one whose time came while nothing was sent
for a while (``storage.attendance``).
"""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.late import judge, tolerance
from whatsapp_studio.campaigns.recurrence import next_turn, passed
from whatsapp_studio.storage.campaign_log import note
from whatsapp_studio.storage.turns import LATE_ASK, answered
from whatsapp_studio.storage.waves import let_go, move_on

SKIPPED, RESTORED = "start-skipped", "restored"
_DUE = "state = 'scheduled' AND NOT recurs AND starts_at <= :now AND deleted_at IS NULL"
_EACH = "iif(kind = 'campaign', json_extract(draft, '$.schedule.each_zone'), 0)"
# Messages of a campaign (c) whose own time was too long ago when sending went on at :since.
_MISSED = """o.campaign_id = :id AND o.state = 'ready' AND o.not_before <> '' AND o.not_before <= :over
    AND o.not_before < :since AND o.rule = '' AND o.attempts = 0"""


def any_due(conn: sqlite3.Connection, now: datetime) -> bool:
    """Whether the start of any campaign has come."""
    return conn.execute(f"SELECT 1 FROM campaigns WHERE {_DUE} LIMIT 1", {"now": iso(now)}).fetchone() is not None


def start(conn: sqlite3.Connection, now: datetime) -> list[str]:
    """Set going what is to start, by the late rule of each; returns the ids of all that changed."""
    rows = conn.execute(
        f"SELECT id, starts_at, late, late_minutes, {_EACH} FROM campaigns WHERE {_DUE} ORDER BY starts_at, id",
        {"now": iso(now)},
    ).fetchall()
    for campaign, starts_at, late, minutes, each in rows:
        due = from_iso(starts_at)
        says = "send" if each else judge(due, now, late, minutes)
        if says == "skip":
            _leave_out(conn, campaign, now)
            note(conn, campaign, now, SKIPPED, {"at": starts_at})
        elif says == "ask":
            conn.execute(
                "UPDATE campaigns SET state = 'paused', pause_reason = ? WHERE id = ?", (LATE_ASK, campaign)
            )
            note(conn, campaign, now, LATE_ASK, {"at": starts_at})
        else:
            conn.execute("UPDATE campaigns SET state = 'sending' WHERE id = ?", (campaign,))
            move_on(conn, campaign, 1, now)
    return [row[0] for row in rows]


def missed(cursor: sqlite3.Cursor, now: datetime, since: str) -> set[str]:
    """Where sending went on at ``since``: do with the messages whose time has passed as their campaigns say.

    Returns the campaigns that changed.
    """
    changed: set[str] = set()
    rows = cursor.execute(
        f"SELECT id, late, late_minutes FROM campaigns WHERE state = 'sending' AND late <> 'send' AND {_EACH}"
    ).fetchall()
    for campaign, late, minutes in rows:
        asked = {"id": campaign, "over": iso(now - tolerance(minutes)), "since": since, "now": iso(now)}
        if late == "ask":
            found = cursor.execute(f"SELECT 1 FROM outbox o WHERE {_MISSED} LIMIT 1", asked).fetchone()
            if found is not None:
                cursor.execute(
                    "UPDATE campaigns SET state = 'paused', pause_reason = ? WHERE id = ?", (LATE_ASK, campaign)
                )
                note(cursor.connection, campaign, now, LATE_ASK)
                changed.add(campaign)
        elif cursor.execute(
            f"UPDATE outbox AS o SET state = 'excluded', reason = 'late', settled_at = :now WHERE {_MISSED}", asked
        ).rowcount:
            changed.add(campaign)
    return changed


def resumed(conn: sqlite3.Connection, before: Campaign, now: datetime) -> None:
    """A person lets a paused campaign go on, whatever it waited for: a late start, a turn, a wave."""
    if before.recurs and before.pause_reason == RESTORED:
        _go_on_after_backup(conn, before, now)
    elif before.recurs:
        answered(conn, before.id, True, now)
    elif before.pause_reason == LATE_ASK:
        answer(conn, before.id, True, now)
    else:
        let_go(conn, before.id, now)


def _go_on_after_backup(conn: sqlite3.Connection, before: Campaign, now: datetime) -> None:
    """What came after the backup was made may have been sent, for all it knows: it goes on with what is to come."""
    schedule, following = before.draft.schedule, next_turn(before.draft.schedule, now)
    came = passed(schedule, before.starts_at - timedelta(milliseconds=1), now) if before.starts_at else ()
    conn.executemany(
        "INSERT OR IGNORE INTO turns (campaign_id, at, state, reason, noted_at) VALUES (?, ?, 'skipped', ?, ?)",
        [(before.id, iso(one.at), RESTORED, iso(now)) for one in came],
    )
    conn.execute(
        "UPDATE campaigns SET starts_at = ? WHERE id = ?", (iso(following.at) if following else None, before.id)
    )


def answer(conn: sqlite3.Connection, campaign_id: str, send: bool, now: datetime) -> None:
    """A person said of what was too late of a campaign, and is asked about, whether it is sent.

    Where each contact's clock counts, only those are meant whose time has passed; the others follow in theirs.
    """
    (each, waiting) = conn.execute(
        f"SELECT {_EACH}, EXISTS (SELECT 1 FROM outbox o WHERE o.campaign_id = campaigns.id AND o.state = 'ready'"
        " AND o.not_before > ?) FROM campaigns WHERE id = ?",
        (iso(now), campaign_id),
    ).fetchone()
    if not send and not each:
        _leave_out(conn, campaign_id, now)
        return
    conn.execute("UPDATE campaigns SET state = 'sending', pause_reason = '' WHERE id = ?", (campaign_id,))
    due = "campaign_id = ? AND state = 'ready' AND not_before <> '' AND not_before <= ? AND rule = ''"
    if send:
        # From now on they wait for nothing but their turn.
        conn.execute(f"UPDATE outbox SET not_before = '' WHERE {due} AND ?", (campaign_id, iso(now), bool(each)))
        move_on(conn, campaign_id, 1, now)
    else:
        conn.execute(
            f"UPDATE outbox SET state = 'excluded', reason = 'late', settled_at = ? WHERE {due}",
            (iso(now), campaign_id, iso(now)),
        )
        if not waiting:
            conn.execute(
                "UPDATE campaigns SET state = 'done', finished_at = ? WHERE id = ?", (iso(now), campaign_id)
            )


def _leave_out(conn: sqlite3.Connection, campaign_id: str, now: datetime) -> None:
    """Nobody gets it any more."""
    conn.execute(
        "UPDATE outbox SET state = 'excluded', reason = 'late', settled_at = ?"
        " WHERE campaign_id = ? AND state = 'ready'",
        (iso(now), campaign_id),
    )
    conn.execute(
        "UPDATE campaigns SET state = 'done', pause_reason = '', finished_at = ? WHERE id = ?", (iso(now), campaign_id)
    )
