"""Decides whether so much of a campaign fails that it had better wait for a person.

How requests end and what is heard of messages afterwards come at different times, so each is counted by itself. What
is long ago counts less: once there are twice as many as are looked at, every count is halved.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

TOO_MANY = "too-many-failures"
# So many of the latest endings are looked at, and below so many nothing is concluded.
LATEST, LEAST = 200, 50
# Failures that only say it went too fast: of the number, of the account's calls, to one person.
_TOO_FAST = frozenset({4, 17, 613, 80007, 130429, 131056})


class Failing(NamedTuple):
    """More than ``most`` percent fail: ``percent`` do."""

    percent: int
    most: int


def ended(conn: sqlite3.Connection, campaign_id: str, *, code: int) -> None:
    """A request of a campaign ended: taken by Meta (``code`` 0), or refused for its recipient."""
    if code not in _TOO_FAST:
        _count(conn, campaign_id, "taken", "refused", (not code, bool(code)))


def told(conn: sqlite3.Connection, campaign_id: str, *, first: bool, code: int | None) -> None:
    """Something was heard of a message, for the ``first`` time or again; ``code`` is Meta's where it failed."""
    if code not in _TOO_FAST:
        _count(conn, campaign_id, "heard", "failed", (first, code is not None))


def too_many(cursor: sqlite3.Cursor, campaign_id: str, most: int) -> Failing | None:
    """Whether more than ``most`` percent of a campaign's late messages failed, one way or the other."""
    row = cursor.execute(
        "SELECT taken, refused, heard, failed FROM failing WHERE campaign_id = ?", (campaign_id,)
    ).fetchone()
    if row is None:
        return None
    taken, refused, heard, failed = row
    if taken + refused < LEAST:
        return None
    # Of few of whom something was heard, nothing is concluded for all that were taken.
    later = min(1.0, failed / heard) if heard >= LEAST else 0.0
    lost = (refused + taken * later) / (taken + refused)
    return Failing(round(100 * lost), most) if 100 * lost > most else None


def _count(conn: sqlite3.Connection, campaign_id: str, one: str, other: str, more: tuple[bool, bool]) -> None:
    conn.execute(
        f"INSERT INTO failing (campaign_id, {one}, {other}) SELECT id, ?, ? FROM campaigns"
        " WHERE id = ? AND kind = 'campaign'"
        f" ON CONFLICT DO UPDATE SET {one} = {one} + excluded.{one}, {other} = {other} + excluded.{other}",
        (*more, campaign_id),
    )
    conn.execute(
        f"UPDATE failing SET {one} = {one} / 2, {other} = {other} / 2"
        f" WHERE campaign_id = ? AND {one} + {other} >= {2 * LATEST}",
        (campaign_id,),
    )
