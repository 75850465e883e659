"""Decides the last question before a message leaves: whether it may go now, later or not at all."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta

from whatsapp_studio.audience.phone import other_spelling
from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.delivery.outcome import NotTaken, Outcome
from whatsapp_studio.journeys.late import GRACE
from whatsapp_studio.journeys.meaning_send import WINDOW
from whatsapp_studio.journeys.moments import quiet_until
from whatsapp_studio.storage.streams import NOT_NO

# So often is looked further behind rows that may not leave, before others get their turn.
_ROUNDS = 20
_SEEN, _NOTED_EVERY = "sending.seen", timedelta(minutes=1)
# Rows of a campaign that are due, with all that the gate asks.
_DUE = """
    SELECT o.id, o.key, o.campaign_id, o.contact_id, o.phone, o.fill, o.body, o.attempts, o.not_after, o.quiet,
           o.queued_at, :since AS since, c.sender, c.marketing, c.kind, c.tries, p.id AS person,
           p.wa_id,
           coalesce((SELECT t.raw FROM campaign_translations t WHERE t.campaign_id = c.id AND t.language = o.language),
               c.template_raw) AS template_raw,
           EXISTS (SELECT 1 FROM suppressions s WHERE s.phone = o.phone) AS blocked,
           EXISTS (SELECT 1 FROM runs r WHERE r.id = o.run_id
               AND (r.ended IS NOT NULL OR r.step <> o.step OR r.visit <> o.visit)) AS left,
           p.marketing AS consent
    FROM campaigns c JOIN outbox o ON o.campaign_id = c.id
    LEFT JOIN contacts p ON p.id = o.contact_id
    WHERE o.state = 'ready' AND o.not_before <= :now AND c.id = :campaign
    ORDER BY o.not_before, o.id LIMIT :limit"""


class Attendance:
    """Since when each stream has been served without a break; when it was last looked is kept with the workspace.

    A computer that sleeps, a pause and a network that is gone are breaks when they last longer than the grace that a
    journey gives (see ``journeys.late``); a queue that is merely slow is none.
    """

    def __init__(self) -> None:
        self._since: dict[str, str] = {}
        self._seen: datetime | None = None
        self._noted: datetime | None = None
        self._unreachable = False

    def heard(self, outcome: Outcome) -> None:
        """Note how a request ended: while Meta cannot be reached nothing is served."""
        self._unreachable = (
            isinstance(outcome, NotTaken) and not outcome.code and outcome.reach == "all" and not outcome.slow_down
        )

    def look(self, cursor: sqlite3.Cursor, now: datetime) -> None:
        """Note which streams may leave now."""
        begins = self._seen is None
        before = self._kept(cursor) if self._seen is None else self._seen
        broken = before is None or now - before > GRACE
        if begins or not self._unreachable:
            self._seen = now
        if self._seen == now and (self._noted is None or abs(now - self._noted) >= _NOTED_EVERY):
            cursor.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (_SEEN, iso(now)))
            self._noted = now
        found = cursor.execute("SELECT id FROM campaigns WHERE kind = 'stream' AND state = 'sending'").fetchall()
        stamp = iso(now)
        new = "" if begins else stamp
        self._since = {row[0]: stamp if broken else self._since.get(row[0], new) for row in found}

    def _kept(self, cursor: sqlite3.Cursor) -> datetime | None:
        row = cursor.execute("SELECT value FROM facts WHERE name = ?", (_SEEN,)).fetchone()
        return from_iso(row[0]) if row else None

    def since(self, campaign: str) -> str:
        """The moment as text; empty for what is no stream."""
        return self._since.get(campaign, "")


def take(
    cursor: sqlite3.Cursor, campaign: str, limit: int, now: datetime, since: str
) -> tuple[list[sqlite3.Row], bool]:
    """Messages of a campaign that may leave now, ``limit`` at most, and whether anything of it was changed.

    Whoever may not be written to is left out with the reason; what falls into quiet hours waits for their end.
    ``since`` is of :class:`Attendance`: what was queued later waits its turn, and is never late.
    """
    changed = False
    for _ in range(_ROUNDS):
        found = cursor.execute(
            _DUE, {"now": iso(now), "campaign": campaign, "limit": limit, "since": since}
        ).fetchall()
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
                    " AND quiet = ? AND (not_after = '' OR not_after >= ? OR queued_at >= ?)",
                    (iso(quiet), campaign, iso(now), row["quiet"], iso(now), row["since"]),
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
    # A queue that is merely slow makes nobody late: only an interruption since it was queued does.
    if row["not_after"] and row["not_after"] < iso(now) and row["queued_at"] < row["since"]:
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
