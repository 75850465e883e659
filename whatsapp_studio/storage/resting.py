"""Decides when a campaign rests by itself, and until when: its day is full, or nobody more may be written to first.

What rests is still sending. Meanwhile those who cost nothing of Meta's limit get their message all the same: whoever
was written to, or wrote, less than 24 hours ago.
"""

from __future__ import annotations

import json
import sqlite3
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.base.zones import machine_zone, moment_of, zone_of
from whatsapp_studio.campaigns.limits import DAY
from whatsapp_studio.storage.campaign_log import note
from whatsapp_studio.storage.openings import Room

DAY_LIMIT, MESSAGING_LIMIT = "day-limit", "messaging-limit"
# What is true of a campaign (c) that does not rest, at :now.
AWAKE = "(c.rests_until IS NULL OR c.rests_until <= :now)"
# Of one that rests for Meta's limit, which is :limit.
WAITS_FOR_ROOM = "c.rests_for = :limit AND c.rests_until > :now"
# So many people are looked at in one claim for a campaign that rests.
_PAGE = 2000


class Going(NamedTuple):
    """A campaign that may be sending: what its pace goes by."""

    id: str
    kind: str
    rate: int | None
    per_day: int | None
    zone: str
    day: str
    day_claimed: int
    fail_percent: int | None
    at_limit: str


COLUMNS = """c.id, c.kind, c.rate, c.per_day, c.zone, c.day, c.day_claimed, c.fail_percent,
    iif(c.kind = 'campaign', json_extract(c.draft, '$.at_limit'), '') AS at_limit"""


def wake(cursor: sqlite3.Cursor, room: Room) -> set[str]:
    """Let go on what rested until now, and what waits for room where there is enough before that was expected.

    Returns the ids of these campaigns.
    """
    rows = cursor.execute(
        "UPDATE campaigns SET rests_until = NULL, rests_for = '' WHERE rests_until <= :now"
        " OR (rests_for = :limit AND :enough) RETURNING id",
        {"now": iso(room.now), "limit": MESSAGING_LIMIT, "enough": room.enough},
    )
    return {row[0] for row in rows.fetchall()}


def rest_for_room(cursor: sqlite3.Cursor, one: Going, room: Room) -> None:
    """Nobody more may be written to first: it rests until there is room, or waits for a person."""
    until, stops = room.again_at(), one.at_limit == "stop"
    if stops:
        cursor.execute(
            "UPDATE campaigns SET state = 'paused', pause_reason = ? WHERE id = ?", (MESSAGING_LIMIT, one.id)
        )
    else:
        _rest(cursor, one.id, until, MESSAGING_LIMIT)
    # Once a day: room comes back in portions, and each is used up at once.
    known = cursor.execute(
        "SELECT 1 FROM campaign_log WHERE campaign_id = ? AND code = ? AND at > ? LIMIT 1",
        (one.id, MESSAGING_LIMIT, iso(room.now - DAY)),
    ).fetchone()
    if known is None or stops:
        facts = {"limit": room.limit, "until": iso(until), "paused": stops}
        note(cursor.connection, one.id, room.now, MESSAGING_LIMIT, facts)


def left_today(one: Going, now: datetime) -> int | None:
    """How many more messages of a campaign may leave on this day of its clock; None where no day has a limit."""
    if one.per_day is None:
        return None
    return max(0, one.per_day - (one.day_claimed if one.day == _day(one.zone, now) else 0))


def count_today(cursor: sqlite3.Cursor, one: Going, n: int, now: datetime) -> None:
    """So many more were claimed."""
    cursor.execute(
        "UPDATE campaigns SET day_claimed = iif(day = :day, day_claimed, 0) + :n, day = :day WHERE id = :id",
        {"day": _day(one.zone, now), "n": n, "id": one.id},
    )


def rest_today(cursor: sqlite3.Cursor, one: Going, now: datetime) -> None:
    """Nothing more of it leaves before the next day begins on its clock."""
    tomorrow = date.fromisoformat(_day(one.zone, now)) + timedelta(days=1)
    _rest(cursor, one.id, moment_of(datetime.combine(tomorrow, time.min), _clock(one.zone)), DAY_LIMIT)


def give_back_today(conn: sqlite3.Connection, message_id: int) -> None:
    """A message that was claimed has not left: it counts for no day."""
    row = conn.execute(
        "SELECT c.id, c.zone, c.day, o.claimed_at FROM outbox o JOIN campaigns c ON c.id = o.campaign_id"
        " WHERE o.id = ? AND c.per_day IS NOT NULL AND o.claimed_at IS NOT NULL",
        (message_id,),
    ).fetchone()
    if row is not None and row[2] == _day(row[1], from_iso(row[3])):
        conn.execute(
            "UPDATE campaigns SET day_claimed = max(0, day_claimed - 1),"
            " rests_until = iif(rests_for = :limit, NULL, rests_until),"
            " rests_for = iif(rests_for = :limit, '', rests_for) WHERE id = :id",
            {"limit": DAY_LIMIT, "id": row[0]},
        )


def _rest(cursor: sqlite3.Cursor, campaign_id: str, until: datetime, why: str) -> None:
    cursor.execute(
        "UPDATE campaigns SET rests_until = ?, rests_for = ? WHERE id = ?", (iso(until), why, campaign_id)
    )


def _day(zone: str, at: datetime) -> str:
    return at.astimezone(_clock(zone)).date().isoformat()


def _clock(zone: str) -> ZoneInfo:
    """The campaign's clock; the machine's where it names none."""
    return zone_of(zone) or zone_of(machine_zone()) or ZoneInfo("UTC")


class Guests:
    """Whoever costs nothing of Meta's limit, of campaigns that rest for it: each person is looked at once.

    Kept in memory alone: after a start everybody is looked at again.
    """

    def __init__(self) -> None:
        self._seen: dict[str, tuple[str, str]] = {}
        self._heard: dict[str, int] = {}
        self._found: dict[str, list[int]] = {}
        self.behind = False

    def of(self, cursor: sqlite3.Cursor, campaign_id: str, now: datetime) -> list[int]:
        """Messages of a campaign, by id, that may be due and to somebody who costs nothing; see :meth:`keep`."""
        since, stamp = iso(now - DAY), iso(now)
        at, phone = max(self._seen.get(campaign_id, ("", "")), (since, ""))
        page = cursor.execute(
            "SELECT phone, at FROM openings WHERE (at, phone) > (?, ?) ORDER BY at, phone LIMIT ?", (at, phone, _PAGE)
        ).fetchall()
        self.behind = len(page) == _PAGE
        phones = [row[0] for row in page]
        if page:
            self._seen[campaign_id] = page[-1][1], page[-1][0]
        last = cursor.execute("SELECT coalesce(max(rowid), 0) FROM inbox").fetchone()[0]
        heard = self._heard.get(campaign_id, 0)
        # Rows are counted anew when the file was written anew.
        rows = cursor.execute(
            "SELECT DISTINCT phone FROM inbox WHERE rowid > ? AND at > ?", (heard if heard <= last else 0, since)
        ).fetchall()
        self._heard[campaign_id] = last
        phones += [row[0] for row in rows if row[0]]
        found = self._found.setdefault(campaign_id, [])
        found += [
            row[0]
            for row in cursor.execute(
                "SELECT o.id FROM json_each(:phones) j JOIN contacts p ON p.phone = j.value"
                " JOIN outbox o ON o.contact_id = p.id"
                " WHERE o.campaign_id = :campaign AND o.state = 'ready' AND o.not_before <= :now",
                {"phones": json.dumps(phones), "campaign": campaign_id, "now": stamp},
            )
        ]
        return found

    def keep(self, campaign_id: str, waiting: list[int]) -> None:
        """These are still to be asked about."""
        self._found[campaign_id] = waiting
