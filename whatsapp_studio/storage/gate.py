"""Decides the last question before a message leaves: whether it may go now, later or not at all."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from whatsapp_studio.audience.caps import Cap
from whatsapp_studio.audience.phone import other_spelling
from whatsapp_studio.audience.quiet import QuietHours
from whatsapp_studio.audience.us import is_us
from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.journeys.late import WORKSPACE_QUIET
from whatsapp_studio.journeys.meaning_send import WINDOW
from whatsapp_studio.journeys.moments import quiet_until
from whatsapp_studio.storage import enclosures
from whatsapp_studio.storage.journey_log import note
from whatsapp_studio.storage.openings import Room
from whatsapp_studio.storage.resting import AWAKE
from whatsapp_studio.storage.spending import affords, pause_for_budget
from whatsapp_studio.storage.standing import META_STOP, PURPOSE, QUIET_CHANGED, REACHABLE, Standing
from whatsapp_studio.storage.streams import NOT_NO

# So often is looked further behind rows that may not leave, before others get their turn.
_ROUNDS = 20
# So many rows of a campaign are moved out of quiet hours at a time.
_PAGE = 5000
# A campaign that is running: its undo window over, its start come, its files at Meta.
STARTED = f"""c.state = 'sending' AND (c.held_until IS NULL OR c.held_until <= :now)
    AND (c.starts_at IS NULL OR c.starts_at <= :now) AND {enclosures.READY}"""
# One whose messages may leave now.
RUNNING = f"{STARTED} AND {AWAKE}"
# Rows with all that the gate asks.
_ROW = f"""
    SELECT o.id, o.key, o.campaign_id, o.contact_id, o.phone, o.fill, o.body, o.attempts, o.not_after, o.quiet,
           o.queued_at, :since AS since, c.sender, c.marketing, c.kind, c.tries, c.priority, c.quiet_id,
           c.plan_id, c.step, c.budget, o.price, p.id AS person, p.wa_id, p.time_zone, {PURPOSE} AS purpose,
           coalesce((SELECT t.raw FROM campaign_translations t WHERE t.campaign_id = c.id
               AND t.treatment = o.treatment AND t.language = o.language),
               c.template_raw) AS template_raw,
           (SELECT s.reason FROM suppressions s WHERE s.phone IN (o.phone, p.phone)
               ORDER BY s.reason = '{META_STOP}') AS blocked,
           EXISTS (SELECT 1 FROM runs r WHERE r.id = o.run_id
               AND (r.ended IS NOT NULL OR r.step <> o.step OR r.visit <> o.visit)) AS left,
           p.marketing AS consent, p.utility
    FROM campaigns c JOIN outbox o ON o.campaign_id = c.id
    LEFT JOIN contacts p ON p.id = o.contact_id
    WHERE o.state = 'ready' AND o.not_before <= :now"""
_DUE = f"{_ROW} AND c.id = :campaign ORDER BY o.not_before, o.id LIMIT :limit"
_DUE_PRACTICE = (
    f"{_ROW} AND c.id = :campaign AND +o.contact_id IN (SELECT p.id FROM contacts p WHERE {REACHABLE})"
    " ORDER BY o.not_before, o.id LIMIT :limit"
)
_DUE_OF = (
    f"{_ROW} AND o.id IN (SELECT value FROM json_each(:ids))"
    f" AND (NOT :practice OR o.contact_id IN (SELECT p.id FROM contacts p WHERE {REACHABLE}))"
    " ORDER BY o.not_before, o.id"
)
_RIVALS = f"{_ROW} AND {RUNNING} AND o.contact_id = :contact AND c.priority > :priority AND o.id <> :id"


class Verdict(NamedTuple):
    """Why a message may never leave (``reason``), or until when it may not; both empty where it may.

    ``rule`` names what decided it: a cap, a preset, a blocked beginning of numbers.
    """

    reason: str = ""
    rule: str = ""
    until: datetime | None = None


_GO = Verdict()


class Taken(NamedTuple):
    """What was claimed, whether anything else was ``changed``, and whether it is ``full``: nobody more may be written
    to first."""

    kept: list[sqlite3.Row]
    changed: bool = False
    full: bool = False


def _claim(cursor: sqlite3.Cursor, row: sqlite3.Row, standing: Standing) -> None:
    """At once: the next message to this person has to count it."""
    cursor.execute(
        "UPDATE outbox SET state = 'sending', claimed_at = ?, attempts = attempts + 1, rule = '' WHERE id = ?",
        (standing.stamp, row["id"]),
    )


def take(
    cursor: sqlite3.Cursor, campaign: str, limit: int, standing: Standing, since: str, room: Room
) -> Taken:
    """Claim messages of a campaign that may leave now, ``limit`` at most; and whether anything of it was changed.

    Whoever may not be written to is left out with the reason; what falls into quiet hours waits for their end.
    ``since`` is of ``Attendance``: what was queued later waits its turn, and is never late. ``room`` is Meta's for
    people who are written to first: what a journey has for others waits for it, and of a campaign no more is taken.
    """
    kept: list[sqlite3.Row] = []
    changed = False
    asked = {"now": standing.stamp, "campaign": campaign, "since": since}
    for _ in range(_ROUNDS):
        found = cursor.execute(
            _DUE_PRACTICE if standing.practice else _DUE, {**asked, "limit": limit - len(kept)}
        ).fetchall()
        before = len(kept)
        for row in found:
            says = verdict(cursor, row, standing)
            if says.until is not None:
                _hold(cursor, row, says, standing)
                break
            if says.reason:
                _leave_out(cursor, row, says, standing)
            elif row["budget"] is not None and not affords(cursor, campaign, row["price"]):
                pause_for_budget(cursor, campaign, standing.now)
                return Taken(kept, changed=True)
            elif row["body"] or room.enter(row["phone"], row["wa_id"]):
                _claim(cursor, row, standing)
                kept.append(row)
            elif row["kind"] == "campaign":
                return Taken(kept, changed or len(kept) > before, full=True)
            else:
                cursor.execute("UPDATE outbox SET not_before = ? WHERE id = ?", (iso(room.again_at()), row["id"]))
        changed = changed or len(kept) - before < len(found)
        if len(kept) - before == len(found) or len(kept) == limit:
            break
    return Taken(kept, changed)


def take_guests(
    cursor: sqlite3.Cursor, ids: Sequence[int], limit: int, standing: Standing, room: Room
) -> tuple[Taken, list[int]]:
    """Claim, of a campaign that rests for Meta's limit, messages of these ids to people who cost nothing.

    Returns also the ids that are still to be asked about.
    """
    kept: list[sqlite3.Row] = []
    changed = False
    asked = {"now": standing.stamp, "since": "", "ids": json.dumps(ids), "practice": standing.practice}
    rows = cursor.execute(_DUE_OF, asked).fetchall() if ids and limit else []
    for place, row in enumerate(rows):
        if len(kept) == limit:
            return Taken(kept, changed), [one["id"] for one in rows[place:]]
        says = verdict(cursor, row, standing)
        if says.reason:
            _leave_out(cursor, row, says, standing)
            changed = True
        elif row["budget"] is not None and not affords(cursor, row["campaign_id"], row["price"]):
            pause_for_budget(cursor, row["campaign_id"], standing.now)
            return Taken(kept, changed=True), []
        elif says.until is None and room.enter(row["phone"], row["wa_id"]):
            _claim(cursor, row, standing)
            kept.append(row)
    return Taken(kept, changed), [] if limit else list(ids)


def release_held(cursor: sqlite3.Cursor) -> None:
    """Let what waits for the end of a preset's quiet hours be asked again, once those were changed."""
    if cursor.execute("SELECT 1 FROM facts WHERE name = ?", (QUIET_CHANGED,)).fetchone():
        cursor.execute("DELETE FROM facts WHERE name = ?", (QUIET_CHANGED,))
        cursor.execute(
            "UPDATE outbox SET not_before = '', rule = '' WHERE state = 'ready' AND rule <> ''"
            " AND campaign_id IN (SELECT id FROM campaigns WHERE state IN ('sending', 'scheduled', 'paused'))"
        )


def verdict(cursor: sqlite3.Cursor, row: sqlite3.Row, standing: Standing) -> Verdict:
    """What becomes of a message that is due."""
    says = _may_ever(cursor, row, standing)
    if says is not _GO:
        return says
    # A queue that is merely slow makes nobody late: only an interruption since it was queued does.
    if row["not_after"] and row["not_after"] < standing.stamp and row["queued_at"] < row["since"]:
        return Verdict("late")
    if (says := _quiet(row, standing)) is not _GO:
        return says
    if row["body"] and not _window_open(cursor, row, standing.now):
        return Verdict("window-closed")
    return _counted(cursor, row, standing) if row["kind"] != "reply" else _GO


def _may_ever(cursor: sqlite3.Cursor, row: sqlite3.Row, standing: Standing) -> Verdict:
    """Whether the person may be written to for this at all."""
    if row["kind"] == "stream" and row["person"] is None:
        return Verdict("deleted")
    # It was under way when its run went on or ended, and came back.
    if row["left"]:
        return Verdict("timed-out")
    if not row["phone"]:
        return Verdict("no-number")
    if standing.is_erased(row["phone"]):
        return Verdict("erased")
    # Somebody who just wrote is answered, with what they asked for: to be left alone, too.
    if row["kind"] == "reply":
        return _GO
    marketing = row["purpose"] == "marketing"
    if (says := _blocked(cursor, row, standing, marketing)) is not _GO:
        return says
    if marketing and row["consent"] != "yes":
        return Verdict("opted-out" if row["consent"] == "no" else "no-consent")
    if row["marketing"] == NOT_NO:
        if row["consent"] == "no":
            return Verdict("opted-out")
    elif row["marketing"] and row["consent"] != "yes":
        return Verdict("opted-out" if row["consent"] == "no" else "no-consent")
    if row["purpose"] == "utility" and row["utility"] == "no":
        return Verdict("opted-out")
    if marketing and is_us(row["phone"]):
        return Verdict("us-marketing")
    return _GO


def _blocked(cursor: sqlite3.Cursor, row: sqlite3.Row, standing: Standing, marketing: bool) -> Verdict:
    """Whether a number is on the block list, in any spelling or by its beginning; what Meta stopped is marketing."""
    if row["blocked"] is not None and (marketing or row["blocked"] != META_STOP):
        return suppressed(row["blocked"])
    for phone in {other_spelling(row["phone"]), f"+{row['wa_id'] or ''}"} - {"", "+", row["phone"]}:
        found = cursor.execute("SELECT reason FROM suppressions WHERE phone = ?", (phone,)).fetchone()
        if found is not None and (marketing or found[0] != META_STOP):
            return suppressed(found[0])
    prefix = standing.prefix(row["phone"], marketing=marketing) if standing.prefixes else ""
    return Verdict("suppressed", prefix) if prefix else _GO


def suppressed(why: str) -> Verdict:
    """The reason of somebody on the block list: their own word, or that of whoever put them there (the rule)."""
    return Verdict("opted-out") if why in ("opted-out", META_STOP) else Verdict("suppressed", why)


def _quiet(row: sqlite3.Row, standing: Standing) -> Verdict:
    """What quiet hours say: of the journey's own (``row["quiet"]``), or of a preset."""
    hours: QuietHours | None = None
    zone = None
    if row["kind"] == "stream":
        own, _, name = row["quiet"].partition("@")
        if own.startswith(WORKSPACE_QUIET):
            hours, own = standing.default, own.removeprefix(WORKSPACE_QUIET)
        if not own and hours is None:
            return _GO
        zone = zone_of(name)
        if hours is None:
            begin, _, end = own.partition("-")
            over = quiet_until(standing.now, begin, end, zone) if zone else None
            return Verdict(until=over) if over is not None and over > standing.now else _GO
    elif row["kind"] == "campaign" and row["purpose"] in ("marketing", "utility"):
        hours = standing.hours(row["quiet_id"])
    if hours is None:
        return _GO
    over = standing.quiet_until(hours, zone or standing.zone_of(row["time_zone"], row["phone"]))
    if over is None or over <= standing.now:
        return _GO
    return Verdict("quiet", hours.name) if hours.on_due == "skip" else Verdict(rule=hours.name, until=over)


def _counted(cursor: sqlite3.Cursor, row: sqlite3.Row, standing: Standing) -> Verdict:
    """What the limits of countries and caps say, counted in this very transaction."""
    for reason, cap in _limits(row, standing):
        if not cap.most:
            return Verdict(reason, cap.name)
        zone = standing.zone_of(row["time_zone"], row["phone"])
        sent = standing.sent(cap, row["contact_id"], zone, row["id"])
        room = cap.most - len(sent)
        if room <= 0:
            outranked = any(at == standing.stamp and rank > row["priority"] for at, rank in sent)
            return Verdict("lower-priority" if outranked else reason, cap.name)
        if room <= sum(1 for one in _rivals(cursor, row, standing) if cap in [other for _, other in one]):
            return Verdict("lower-priority", cap.name)
    return _GO


def _limits(row: sqlite3.Row, standing: Standing) -> list[tuple[str, Cap]]:
    """What counts messages like this one, with the reason it gives."""
    limits = [("country-limit", cap) for cap in standing.limits(row["purpose"], row["phone"])]
    return limits + [("capped", cap) for cap in standing.caps_of(row["purpose"])] if row["person"] else limits


def _rivals(cursor: sqlite3.Cursor, row: sqlite3.Row, standing: Standing) -> Iterator[list[tuple[str, Cap]]]:
    """What counts each message of higher priority that could leave to this person now."""
    asked = {
        "now": standing.stamp, "since": row["since"], "contact": row["contact_id"], "priority": row["priority"],
        "id": row["id"], "fresh": enclosures.fresh(standing.now),
    }  # fmt: skip
    for one in cursor.execute(_RIVALS, asked).fetchall():
        if _may_ever(cursor, one, standing) is _GO and _quiet(one, standing) is _GO:
            yield _limits(one, standing)


def _leave_out(cursor: sqlite3.Cursor, row: sqlite3.Row, says: Verdict, standing: Standing) -> None:
    cursor.execute(
        "UPDATE outbox SET state = 'excluded', reason = ?, rule = ?, settled_at = ? WHERE id = ?",
        (says.reason, says.rule, standing.stamp, row["id"]),
    )
    if says.reason == "lower-priority" and row["kind"] == "stream":
        plan = cursor.execute("SELECT journey_id, test FROM plans WHERE id = ?", (row["plan_id"],)).fetchone()
        if plan is not None:
            note(
                cursor.connection, plan["journey_id"], bool(plan["test"]), round(standing.now.timestamp() * 1000),
                "message-outranked", {"step": row["step"], "cap": says.rule}, row["contact_id"],
            )  # fmt: skip


def _hold(cursor: sqlite3.Cursor, row: sqlite3.Row, says: Verdict, standing: Standing) -> None:
    """Let a message wait, and with it all of its campaign that the same quiet hours hold."""
    if says.until is None:
        return
    if row["kind"] == "stream":
        cursor.execute(
            "UPDATE outbox SET not_before = ?, rule = ? WHERE campaign_id = ? AND state = 'ready' AND not_before <= ?"
            " AND quiet = ? AND (not_after = '' OR not_after >= ? OR queued_at >= ?)",
            (
                iso(says.until), says.rule, row["campaign_id"], standing.stamp, row["quiet"], standing.stamp,
                row["since"],
            ),
        )  # fmt: skip
        return
    hours = standing.hours(row["quiet_id"])
    due = cursor.execute(
        "SELECT o.id, o.phone, p.time_zone FROM outbox o LEFT JOIN contacts p ON p.id = o.contact_id"
        " WHERE o.campaign_id = ? AND o.state = 'ready' AND o.not_before <= ? ORDER BY o.not_before, o.id LIMIT ?",
        (row["campaign_id"], standing.stamp, _PAGE),
    ).fetchall()
    over = [
        (one["id"], standing.quiet_until(hours, standing.zone_of(one["time_zone"], one["phone"])))
        for one in due
        if hours is not None
    ]
    cursor.executemany(
        "UPDATE outbox SET not_before = ?, rule = ? WHERE id = ?",
        [(iso(until), says.rule, id) for id, until in [*over, (row["id"], says.until)] if until is not None],
    )


def _window_open(cursor: sqlite3.Cursor, row: sqlite3.Row, now: datetime) -> bool:
    """Whether the person wrote in the last 24 hours, under any spelling of the number."""
    phones = (row["phone"], other_spelling(row["phone"]) or row["phone"], f"+{row['wa_id']}")
    (wrote,) = cursor.execute("SELECT max(at) AS at FROM inbox WHERE phone IN (?, ?, ?)", phones).fetchone()
    return wrote is not None and now - from_iso(wrote) < WINDOW
