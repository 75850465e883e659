"""Decides what is taken from the queue at a moment: how much of which campaign, and which of them rests or pauses."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from whatsapp_studio.delivery.pace import Shares
from whatsapp_studio.storage import enclosures, failing
from whatsapp_studio.storage.attendance import Attendance
from whatsapp_studio.storage.campaign_log import note
from whatsapp_studio.storage.gate import RUNNING, STARTED, Taken, release_held, take, take_guests
from whatsapp_studio.storage.late import missed
from whatsapp_studio.storage.openings import Room
from whatsapp_studio.storage.resting import (
    COLUMNS,
    MESSAGING_LIMIT,
    WAITS_FOR_ROOM,
    Going,
    Guests,
    count_today,
    left_today,
    rest_for_room,
    rest_today,
    wake,
)
from whatsapp_studio.storage.standing import Standing
from whatsapp_studio.storage.suppressions import sweep
from whatsapp_studio.storage.waves import open_waves


class Claims:
    """Takes messages for sending, within the caller's transaction; remembers between claims whose turn it is.

    ``pause_at`` is the percent of failures above which a campaign that names none waits for a person.
    """

    def __init__(self, shares: Shares, pause_at: Callable[[], int]) -> None:
        self.shares, self._pause_at = shares, pause_at
        self.attendance, self._guests = Attendance(), Guests()
        self._served_first = ""

    def next_at(self, now: datetime) -> datetime:
        """When it is of use to ask again, where something is due."""
        return now if self._guests.behind else self.shares.next_at(now)

    def take(self, cursor: sqlite3.Cursor, limit: int, now: datetime) -> tuple[list[sqlite3.Row], set[str]]:
        """Up to ``limit`` rows, now ``sending``, fairly from every running campaign; and the campaigns that changed."""
        taken: list[sqlite3.Row] = []
        self.attendance.look(cursor, now)
        sweep(cursor.connection, now)
        release_held(cursor)
        standing = Standing(cursor, now)
        room = Room(cursor, now)
        touched = wake(cursor, room)
        if self.attendance.back:
            touched |= missed(cursor, now, self.attendance.back)
        touched |= open_waves(cursor, now)
        asked = {"now": standing.stamp, "fresh": enclosures.fresh(now)}
        running = [
            one for one in self._going(cursor, asked, RUNNING) if not self._fails(cursor, one, now, touched)
        ]
        self.shares.among({one.id: one.rate for one in running}, now)
        for one, share in self._in_turn(running, limit, taken, room):
            today = left_today(one, now)
            if today == 0:
                rest_today(cursor, one, now)
                touched.add(one.id)
                continue
            most = share if today is None else min(share, today)
            got = take(cursor, one.id, most, standing, self.attendance.since(one.id), room)
            if got.full:
                rest_for_room(cursor, one, room)
            self._took(cursor, one, got, now, taken, touched)
        for one in self._going(cursor, {**asked, "limit": MESSAGING_LIMIT}, f"{STARTED} AND {WAITS_FOR_ROOM}"):
            today = left_today(one, now)
            most = limit - len(taken) if today is None else min(today, limit - len(taken))
            got, waiting = take_guests(cursor, self._guests.of(cursor, one.id, now), most, standing, room)
            self._guests.keep(one.id, waiting)
            self._took(cursor, one, got, now, taken, touched)
        return taken, touched

    def _going(self, cursor: sqlite3.Cursor, asked: Mapping[str, object], which: str) -> list[Going]:
        """The campaigns of which something is due."""
        cursor.execute(
            f"SELECT {COLUMNS} FROM campaigns c WHERE {which} AND EXISTS (SELECT 1"
            " FROM outbox o WHERE o.campaign_id = c.id AND o.state = 'ready' AND o.not_before <= :now)"
            " ORDER BY c.launched_at, c.id",
            asked,
        )
        return [Going(*row) for row in cursor.fetchall()]

    def _fails(self, cursor: sqlite3.Cursor, one: Going, now: datetime, touched: set[str]) -> bool:
        """Whether so much of it fails that it waits for a person from now on."""
        most = self._pause_at() if one.fail_percent is None else one.fail_percent
        if (found := failing.too_many(cursor, one.id, most)) is None:
            return False
        cursor.execute(
            "UPDATE campaigns SET state = 'paused', pause_reason = ? WHERE id = ?", (failing.TOO_MANY, one.id)
        )
        note(cursor.connection, one.id, now, failing.TOO_MANY, found._asdict())
        touched.add(one.id)
        return True

    def _in_turn(
        self, running: list[Going], limit: int, taken: list[sqlite3.Row], room: Room
    ) -> Iterator[tuple[Going, int]]:
        """The campaigns and how much each may take: a small claim, or little room, must not starve the others.

        The first is the one after that which was served first the last time.
        """
        ids = [one.id for one in running]
        after = ids.index(self._served_first) + 1 if self._served_first in ids else 0
        for place, one in enumerate(running[after:] + running[:after]):
            among = len(running) - place
            share = -(-(limit - len(taken)) // among)
            if room.left is not None:
                share = min(share, max(1, -(-room.left // among)))
            if share := self.shares.left(one.id, share):
                yield one, share

    def _took(
        self, cursor: sqlite3.Cursor, one: Going, got: Taken, now: datetime, taken: list[sqlite3.Row], touched: set[str]
    ) -> None:  # fmt: skip
        if got.kept:
            self._served_first = self._served_first if taken else one.id
            taken += got.kept
            self.shares.used(one.id, len(got.kept))
            if one.per_day is not None:
                count_today(cursor, one, len(got.kept), now)
        if got.kept or got.changed or got.full:
            touched.add(one.id)
