"""Decides the last question before a message leaves: whether it may go now, later or not at all."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from whatsapp_studio.audience.phone import other_spelling
from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.journeys.meaning_send import WINDOW
from whatsapp_studio.journeys.moments import quiet_until
from whatsapp_studio.storage.streams import NOT_NO

# So often is looked further behind rows that may not leave, before others get their turn.
_ROUNDS = 20
# Rows of a campaign that are due, with all that the gate asks.
_DUE = """
    SELECT o.id, o.key, o.campaign_id, o.contact_id, o.phone, o.fill, o.body, o.attempts, o.not_after, o.quiet,
           c.template_raw, c.sender, c.marketing, c.kind, c.tries, p.id AS person, p.wa_id,
           EXISTS (SELECT 1 FROM suppressions s WHERE s.phone = o.phone) AS blocked,
           EXISTS (SELECT 1 FROM runs r WHERE r.id = o.run_id
               AND (r.ended IS NOT NULL OR r.step <> o.step OR r.visit <> o.visit)) AS left,
           p.marketing AS consent
    FROM campaigns c JOIN outbox o ON o.campaign_id = c.id
    LEFT JOIN contacts p ON p.id = o.contact_id
    WHERE o.state = 'ready' AND o.not_before <= :now AND c.id = :campaign
    ORDER BY o.not_before, o.id LIMIT :limit"""


def take(cursor: sqlite3.Cursor, campaign: str, limit: int, now: datetime) -> tuple[list[sqlite3.Row], bool]:
    """Messages of a campaign that may leave now, ``limit`` at most, and whether anything of it was changed.

    Whoever may not be written to is left out with the reason; what falls into quiet hours waits for their end.
    """
    changed = False
    for _ in range(_ROUNDS):
        found = cursor.execute(_DUE, {"now": iso(now), "campaign": campaign, "limit": limit}).fetchall()
        held = _hold(cursor, found, campaign, now)
        kept = [row for row in found if row["id"] not in held]
        changed = changed or bool(held)
        if not held:
            break
    return kept, changed


def _hold(cursor: sqlite3.Cursor, found: list[sqlite3.Row], campaign: str, now: datetime) -> set[int]:
    """Settle what may not leave now; returns those rows. The same quiet hours hold all that is due at once."""
    held: set[int] = set()
    moved: set[str] = set()
    for row in found:
        reason, quiet = verdict(cursor, row, now)
        if not reason and quiet is None:
            continue
        held.add(row["id"])
        if quiet is not None:
            if row["quiet"] not in moved:
                cursor.execute(
                    "UPDATE outbox SET not_before = ? WHERE campaign_id = ? AND state = 'ready' AND not_before <= ?"
                    " AND quiet = ? AND (not_after = '' OR not_after >= ?)",
                    (iso(quiet), campaign, iso(now), row["quiet"], iso(now)),
                )
                moved.add(row["quiet"])
        else:
            cursor.execute(
                "UPDATE outbox SET state = 'excluded', reason = ?, settled_at = ? WHERE id = ?",
                (reason, iso(now), row["id"]),
            )
    return held


def verdict(cursor: sqlite3.Cursor, row: sqlite3.Row, now: datetime) -> tuple[str, datetime | None]:
    """Why a message may never leave, or until when it may not; an empty text and None where it may."""
    if row["kind"] == "stream" and row["person"] is None:
        return "deleted", None
    # It was under way when its run went on or ended, and came back.
    if row["left"]:
        return "timed-out", None
    if row["blocked"]:
        return "opted-out", None
    if row["marketing"] == NOT_NO:
        if row["consent"] == "no":
            return "opted-out", None
    elif row["marketing"] and row["consent"] != "yes":
        return "opted-out" if row["consent"] == "no" else "no-consent", None
    if row["not_after"] and row["not_after"] < iso(now):
        return "late", None
    if row["quiet"] and (until := _quiet(row["quiet"], now)) is not None:
        return "", until
    if row["body"] and not _window_open(cursor, row, now):
        return "window-closed", None
    return "", None


def _quiet(quiet: str, now: datetime) -> datetime | None:
    hours, _, name = quiet.partition("@")
    begin, _, end = hours.partition("-")
    zone = zone_of(name)
    until = quiet_until(now, begin, end, zone) if zone else None
    return until if until is not None and until > now else None


def _window_open(cursor: sqlite3.Cursor, row: sqlite3.Row, now: datetime) -> bool:
    """Whether the person wrote in the last 24 hours, under any spelling of the number."""
    phones = (row["phone"], other_spelling(row["phone"]) or row["phone"], f"+{row['wa_id']}")
    (wrote,) = cursor.execute("SELECT max(at) AS at FROM inbox WHERE phone IN (?, ?, ?)", phones).fetchone()
    return wrote is not None and now - from_iso(wrote) < WINDOW
