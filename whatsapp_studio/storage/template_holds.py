"""Decides how messages are held back while their template may not be sent, and let go when it may again.

Every function works inside the caller's transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime

import msgspec

from whatsapp_studio.base.clock import iso
from whatsapp_studio.storage.streams import PAUSED, YES
from whatsapp_studio.storage.template_history import write_down
from whatsapp_studio.storage.template_uses import live_uses
from whatsapp_studio.templates.consequences import MARKETING, REVIEW, UNTIL_APPROVED, Consequence, consequence
from whatsapp_studio.templates.draft import Past

# The columns of a message's template, as it was frozen, or of one of its translations.
_RAW = "iif(c.template_raw = '', '{}', c.template_raw)"
_USES = (
    f"((json_extract({_RAW}, '$.name') = :name AND json_extract({_RAW}, '$.language') = :language)"
    " OR EXISTS (SELECT 1 FROM campaign_translations t WHERE t.campaign_id = c.id AND t.language = :language"
    " AND json_extract(t.raw, '$.name') = :name))"
)
# Whether it, or another of its translations, may still not be sent.
_NOT_YET = (
    "EXISTS (SELECT 1 FROM (SELECT json_extract(t.raw, '$.name') AS name, t.language FROM campaign_translations t"
    f" WHERE t.campaign_id = c.id UNION SELECT json_extract({_RAW}, '$.name'), json_extract({_RAW}, '$.language')) own"
    " LEFT JOIN templates m ON m.name = own.name AND m.language = own.language"
    " WHERE coalesce(m.status, '') <> 'APPROVED')"
)
_WAITS = (
    "EXISTS (SELECT 1 FROM plans p JOIN lives l ON l.journey_id = p.journey_id AND l.test = p.test"
    " WHERE p.id = c.plan_id AND l.state = 'paused')"
)
# Whether a campaign has not begun: its start is still to come, or, where that is over, up to its late rule.
_NOT_BEGUN = (
    "c.recurs OR coalesce(c.starts_at, '') > :now OR (c.starts_at IS NOT NULL AND NOT EXISTS"
    " (SELECT 1 FROM outbox o WHERE o.campaign_id = c.id AND o.state NOT IN ('ready', 'excluded')))"
)
_MOST_NAMED = 5


class Followed(msgspec.Struct, frozen=True, kw_only=True):
    """What happened to templates, the campaigns and streams that this stopped or set going, and if anybody was told."""

    entries: tuple[Past, ...] = ()
    touched: frozenset[str] = frozenset()
    told: bool = False


def follow(conn: sqlite3.Connection, entries: Iterable[Past], now: datetime) -> Followed:
    """Write down what happened to templates, and do what follows from it."""
    entries = tuple(entries)
    write_down(conn, entries)
    touched: set[str] = set()
    told = False
    for entry in entries:
        found = consequence(entry)
        if entry.kind in ("status", "removed", "deleted") and entry.after != "APPROVED":
            _put_away_approval(conn, entry)
        if found.tell:
            told |= _tell(conn, entry, found, now)
        if found.hold:
            touched |= _hold(conn, entry, found.hold)
        if found.free:
            touched |= _free(conn, entry, found.free, now)
    return Followed(entries=entries, touched=frozenset(touched), told=told)


def _hold(conn: sqlite3.Connection, entry: Past, reason: str) -> set[str]:
    """Pause what sends it. As marketing it goes only to who agreed: what asked for that already goes on.

    What waits for an approval would go on by itself: as marketing it waits for a person instead.
    """
    going = "c.state IN ('sending', 'scheduled')"
    if reason == MARKETING:
        going = f"({going} OR (c.state = 'paused' AND c.pause_reason IN {UNTIL_APPROVED})) AND c.marketing <> :yes"
    rows = conn.execute(
        "UPDATE campaigns AS c SET state = 'paused', pause_reason = :reason,"
        " marketing = iif(:reason = :became AND c.kind = 'campaign', :yes, c.marketing)"
        f" WHERE {going} AND {_USES} RETURNING id",
        {**_of(entry), "reason": reason, "became": MARKETING, "yes": YES},
    ).fetchall()
    return {id for (id,) in rows}


def _free(conn: sqlite3.Connection, entry: Past, reasons: tuple[str, ...], now: datetime) -> set[str]:
    """Let go what was held for these reasons and for nothing else."""
    marks = ", ".join(f":r{n}" for n in range(len(reasons)))
    rows = conn.execute(
        f"UPDATE campaigns AS c SET state = CASE WHEN {_NOT_YET} OR (c.kind = 'stream' AND {_WAITS}) THEN 'paused'"
        f" WHEN c.kind = 'campaign' AND ({_NOT_BEGUN}) THEN 'scheduled' ELSE 'sending' END,"
        f" pause_reason = CASE WHEN {_NOT_YET} THEN :review WHEN c.kind = 'stream' AND {_WAITS} THEN :paused"
        " ELSE '' END"
        f" WHERE c.state = 'paused' AND c.pause_reason IN ({marks}) AND {_USES} RETURNING id",
        {
            **_of(entry), "now": iso(now), "paused": PAUSED, "review": REVIEW,
            **{f"r{n}": reason for n, reason in enumerate(reasons)},
        },
    ).fetchall()  # fmt: skip
    return {id for (id,) in rows}


def _of(entry: Past) -> dict[str, object]:
    return {"name": entry.name, "language": entry.language}


def _put_away_approval(conn: sqlite3.Connection, entry: Past) -> None:
    """That it can be sent is no news any more once it cannot."""
    conn.execute(
        "UPDATE effects SET state = 'done' WHERE kind = 'notify' AND state = 'ready'"
        " AND json_extract(details, '$.code') = 'template-approved' AND json_extract(details, '$.template') = :name"
        " AND json_extract(details, '$.language') = :language",
        _of(entry),
    )


def _tell(conn: sqlite3.Connection, entry: Past, found: Consequence, now: datetime) -> bool:
    """A notice for the person at this computer, where something is sent by the template."""
    names = [use.name for use in live_uses(conn, entry.name, entry.language)]
    if not names and not found.always:
        return False
    shown = ", ".join(f"“{one}”" for one in names[:_MOST_NAMED]) + (", …" if len(names) > _MOST_NAMED else "")
    said = {
        "code": found.tell, "template": entry.name, "language": entry.language,
        "facts": {"template": entry.name, "language": entry.language, "uses": shown, "reason": entry.reason,
                  "details": entry.details},
    }  # fmt: skip
    number = conn.execute("SELECT count(*) FROM effects WHERE key LIKE 'template:%'").fetchone()[0]
    conn.execute(
        "INSERT INTO effects (key, run_id, step, visit, kind, details, at) VALUES (?, 0, '', 0, 'notify', ?, ?)",
        (f"template:{number + 1}", msgspec.json.encode(said).decode(), int(now.timestamp() * 1000)),
    )
    return True
