"""Decides how messages that are queued are claimed and settled: the only way out, and nobody twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Literal

import msgspec

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.delivery.message import Message
from whatsapp_studio.delivery.outcome import Accepted, NotTaken, Outcome, Refused, Unsure
from whatsapp_studio.delivery.pace import Shares
from whatsapp_studio.storage import enclosures, failing, late
from whatsapp_studio.storage.claims import Claims
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.identities import learn
from whatsapp_studio.storage.ledger import apply_kept, hear_early
from whatsapp_studio.storage.openings import arrived, took_back
from whatsapp_studio.storage.practice import is_on
from whatsapp_studio.storage.resting import give_back_today
from whatsapp_studio.storage.standing import REACHABLE
from whatsapp_studio.storage.tombstones import marked, veil
from whatsapp_studio.storage.turns import ended
from whatsapp_studio.storage.wishes import failed

# The first moment at which a campaign's messages may leave, and that of those to people one practises with.
_FIRST = "SELECT min(o.not_before) FROM outbox o WHERE o.campaign_id = c.id AND o.state = 'ready'"
_FIRST_PRACTICE = f"{_FIRST} AND +o.contact_id IN (SELECT p.id FROM contacts p WHERE {REACHABLE})"
# A request takes no longer than so many seconds.
_UNDER_WAY = 120.0
# So many messages are counted in a few milliseconds.
_COUNTED = 100_000


class OutboxStore:
    """The outbox. Every method is one transaction."""

    def __init__(
        self, store: Store, *, usual_rate: Callable[[], float] = lambda: 1000.0,
        pause_at: Callable[[], int] = lambda: 100, speed: float = 1.0,
    ) -> None:  # fmt: skip
        self._store = store
        self._claims = Claims(Shares(usual_rate, speed), pause_at)

    @property
    def wanted(self) -> float | None:
        """Messages a second that the campaigns want together of which something was due at the last claim."""
        return self._claims.shares.wanted

    def held_by(self, most: float) -> dict[str, Literal["you", "number"]]:
        """What keeps each of those campaigns from going faster, where the number allows ``most`` a second."""
        return self._claims.shares.held_by(most)

    # -- sending -----------------------------------------------------------------------------------

    def start_due(self, now: datetime) -> list[str]:
        """Do with scheduled campaigns whose time has come as their late rules say; returns the ids of all of them."""
        if not late.any_due(self._store.db.conn, now):
            return []
        with self._store.write() as conn:
            return late.start(conn, now)

    def next_due(self, now: datetime) -> datetime | None:
        """When the next message may leave: ``now`` if one may already, None if none waits.

        While practice is on only those count that may leave all the same.
        """
        first = _FIRST_PRACTICE if is_on(self._store.db.conn) else _FIRST
        stamp = {"now": iso(now), "fresh": enclosures.fresh(now)}
        row = self._store.row(
            f"SELECT min(max(coalesce(({first}), '9'),"
            " coalesce(c.held_until, ''), coalesce(c.starts_at, ''), coalesce(c.rests_until, ''))) AS due"
            " FROM campaigns c"
            f" WHERE c.state = 'scheduled' OR (c.state = 'sending' AND {enclosures.READY})",
            stamp,
        )
        if row is None or row["due"] is None or row["due"] == "9":
            return None
        due = row["due"]
        return self._claims.next_at(now) if not due or due <= stamp["now"] else from_iso(due)

    def waits(self, campaign_id: str, now: datetime) -> tuple[datetime, int | None] | None:
        """When the first of a campaign's messages leave, where all of them wait for the end of quiet hours.

        With it how many leave then: None for all that wait, 0 where they are too many to be counted at once. None at
        all where one is due or is only tried again, or none is left.
        """
        ready, mine = "FROM outbox WHERE campaign_id = ? AND state = 'ready'", (campaign_id,)
        first, last = (
            self._store.db.conn.execute(f"SELECT not_before, rule {ready} ORDER BY not_before {way} LIMIT 1", mine)
            .fetchone() for way in ("ASC", "DESC")
        )  # fmt: skip
        if first is None or not first[1] or first[0] <= iso(now):
            return None
        when = datetime.fromisoformat(first[0])
        if last[0] == first[0]:
            return when, None
        of_first = f"SELECT 1 {ready} AND not_before = ? LIMIT {_COUNTED + 1}"
        (n,) = self._store.db.conn.execute(f"SELECT count(*) FROM ({of_first})", (campaign_id, first[0])).fetchone()
        return when, n if n <= _COUNTED else 0

    def claim(self, limit: int, now: datetime) -> tuple[list[Message], set[str]]:
        """Take up to ``limit`` messages for sending, committed before this returns.

        Whoever may not be written to any more is excluded here instead, by the rules as they are now, and so is what is
        too late. Returns the messages, fairly from every running campaign, and the campaigns whose rows changed.
        """
        with self._store.write() as conn:
            cursor = conn.cursor()
            cursor.row_factory = sqlite3.Row
            taken, touched = self._claims.take(cursor, limit, now)
            decode = msgspec.json.Decoder(dict[str, str]).decode
            values = [enclosures.with_ids(cursor, row["campaign_id"], decode(row["fill"]), now) for row in taken]
        messages = [
            Message(
                id=row["id"], key=row["key"], campaign=row["campaign_id"], contact=row["contact_id"], to=row["phone"],
                sender=row["sender"], template_raw=row["template_raw"], values=filled, body=row["body"],
                attempts=row["attempts"] + 1, tries=row["tries"],
            )
            for row, filled in zip(taken, values, strict=True)
        ]  # fmt: skip
        return messages, touched

    def settle(self, endings: Sequence[tuple[Message, Outcome, datetime]]) -> set[str]:
        """Write how requests ended; returns the campaigns that changed.

        A row that a status has moved on meanwhile keeps the higher state. ``NotTaken`` puts the row back; so do
        refusals that reach further than the recipient, for pausing is the caller's business. What would wait in a
        campaign that was stopped meanwhile is left out.
        """
        with self._store.write() as conn:
            for message, outcome, at in endings:
                self._settle_one(conn, message, outcome, iso(at))
                hear_early(conn, message.id)
            _leave_out_if_stopped(conn, (message.id for message, _, _ in endings))
        for _, outcome, _ in endings:
            self._claims.attendance.heard(outcome)
        return {message.campaign for message, _, _ in endings}

    def _settle_one(self, conn: sqlite3.Connection, message: Message, outcome: Outcome, at: str) -> None:
        match outcome:
            case Accepted(wamid, wa_id, held, user_id):
                state = "held" if held else "accepted"
                # Meta's id holds the number, and its person was erased while the message was under way.
                if marked(conn)(message.to):
                    wamid = veil(conn)(wamid)
                # Meta's ids are unique; a test server's may not be, and that must not undo the other endings.
                known = conn.execute("SELECT 1 FROM outbox WHERE wamid = ? AND id <> ?", (wamid, message.id)).fetchone()
                conn.execute(
                    # What an early status said of a failure stays.
                    "UPDATE outbox SET wamid = ?, settled_at = ?,"
                    " code = CASE WHEN state = 'failed' THEN code ELSE 0 END,"
                    " details = CASE WHEN state = 'failed' THEN details ELSE '' END,"
                    " state = CASE WHEN state IN ('sending', 'unknown') THEN ? ELSE state END WHERE id = ?",
                    (None if known else wamid, at, state, message.id),
                )
                if wa_id:
                    conn.execute(
                        "UPDATE contacts SET wa_id = ? WHERE id = (SELECT contact_id FROM outbox WHERE id = ?)"
                        " AND wa_id <> ?",
                        (wa_id, message.id, wa_id),
                    )
                learn(conn, message.to, user_id)
                arrived(conn, message.id, message.to, at)
                failing.ended(conn, message.campaign, code=0)
                if not known:
                    apply_kept(conn, wamid, message.id)
            case NotTaken():
                _give_back(conn, message)
                conn.execute(
                    "UPDATE outbox SET state = 'ready', not_before = ?, code = ?, details = ?, settled_at = ?,"
                    " attempts = attempts - ? WHERE id = ? AND state = 'sending'",
                    (_later(at, outcome.wait), outcome.code, outcome.why, at, not outcome.counts, message.id),
                )
            case Refused(code, details, reach, trace):
                final = reach == "recipient"
                if final:
                    took_back(conn, message.id, message.to)
                    failing.ended(conn, message.campaign, code=code)
                else:
                    _give_back(conn, message)
                conn.execute(
                    # A refusal of everything says nothing of this message: it was no try of it.
                    "UPDATE outbox SET state = ?, code = ?, details = ?, trace = ?, settled_at = ?, reason = ?,"
                    " attempts = attempts - ? WHERE id = ? AND state = 'sending'",
                    (
                        "failed" if final else "ready", code, details, trace, at, f"meta-{code}" if final else "",
                        reach == "all", message.id,
                    ),
                )  # fmt: skip
                if final:
                    failed(conn, message.id, code, from_iso(at))
            case Unsure(why):
                arrived(conn, message.id, message.to, at)
                conn.execute(
                    "UPDATE outbox SET state = 'unknown', details = ?, settled_at = ?"
                    " WHERE id = ? AND state = 'sending'",
                    (why, at, message.id),
                )

    def release(self, messages: Sequence[Message]) -> set[str]:
        """Give back claims of which no byte has left."""
        with self._store.write() as conn:
            conn.executemany(
                "UPDATE outbox SET state = 'ready', attempts = attempts - 1 WHERE id = ? AND state = 'sending'",
                [(message.id,) for message in messages],
            )
            for message in messages:
                _give_back(conn, message)
                hear_early(conn, message.id)
            _leave_out_if_stopped(conn, (message.id for message in messages))
        return {message.campaign for message in messages}

    def reconcile(self, now: datetime) -> dict[str, int]:
        """At a start: whatever was leaving when the program died is in doubt. Returns how many a campaign."""
        with self._store.write() as conn:
            rows = conn.execute(
                "UPDATE outbox SET state = 'unknown', details = 'interrupted', settled_at = ?"
                " WHERE state = 'sending' RETURNING campaign_id, id, phone, claimed_at",
                (iso(now),),
            ).fetchall()
            for _, message_id, phone, claimed in rows:
                if claimed is not None:
                    arrived(conn, message_id, phone, min(iso(now), _later(claimed, _UNDER_WAY)))
        found: dict[str, int] = {}
        for row in rows:
            found[row[0]] = found.get(row[0], 0) + 1
        return found

    def finish(self, now: datetime) -> list[str]:
        """Mark as done every running campaign with nothing left to send; returns their ids."""
        with self._store.write() as conn:
            rows = conn.execute(
                "UPDATE campaigns SET state = 'done', finished_at = ? WHERE state = 'sending' AND kind <> 'stream'"
                " AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.campaign_id = campaigns.id"
                " AND o.state IN ('ready', 'sending'))"
                " AND (held_until IS NULL OR held_until <= ?) RETURNING id",
                (iso(now), iso(now)),
            ).fetchall()
        return [row[0] for row in rows]

    def stop(self, campaign_id: str, now: datetime) -> int:
        """End a launched campaign for good, and exclude everything of it that still waits; returns how many."""
        with self._store.write() as conn:
            conn.execute(
                "UPDATE campaigns SET state = 'stopped', pause_reason = '', finished_at = ?"
                " WHERE id = ? AND state IN ('sending', 'scheduled', 'paused')",
                (iso(now), campaign_id),
            )
            ended(conn, campaign_id, now)
            return conn.execute(
                "UPDATE outbox SET state = 'excluded', reason = 'stopped', settled_at = ?"
                " WHERE campaign_id = ? AND state = 'ready'"
                " AND EXISTS (SELECT 1 FROM campaigns c WHERE c.id = campaign_id AND c.state = 'stopped')",
                (iso(now), campaign_id),
            ).rowcount

    def settle_unknown(self, ids: Sequence[int], *, as_sent: bool, now: datetime) -> set[str]:
        """A person's decision on rows in doubt: count them as taken by Meta, or queue them again."""
        touched: set[str] = set()
        with self._store.write() as conn:
            for one in ids:
                row = conn.execute(
                    "UPDATE outbox SET state = ?, details = ?, settled_at = ?, not_before = ''"
                    " WHERE id = ? AND state = 'unknown' RETURNING campaign_id",
                    ("accepted" if as_sent else "ready", "decided by you", iso(now), one),
                ).fetchone()
                if row:
                    touched.add(row[0])
                    hear_early(conn, one)
            if not as_sent:
                conn.executemany(
                    "UPDATE campaigns SET state = 'paused', pause_reason = 'by-you', finished_at = NULL"
                    " WHERE id = ? AND state IN ('done', 'stopped') AND kind = 'campaign'",
                    [(one,) for one in touched],
                )
                # A journey that was stopped does not go on for one message.
                _leave_out_if_stopped(conn, ids)
        return touched


def _leave_out_if_stopped(conn: sqlite3.Connection, ids: Iterable[int]) -> None:
    """A message that was leaving when its campaign was stopped, and came back, never leaves."""
    conn.executemany(
        "UPDATE outbox SET state = 'excluded', reason = 'stopped', settled_at = coalesce(settled_at, claimed_at)"
        " WHERE id = ? AND state = 'ready'"
        " AND EXISTS (SELECT 1 FROM campaigns c WHERE c.id = campaign_id AND c.state = 'stopped')",
        [(one,) for one in ids],
    )


def _give_back(conn: sqlite3.Connection, message: Message) -> None:
    """A message that was claimed has not left: neither its person nor its day counts it."""
    took_back(conn, message.id, message.to)
    give_back_today(conn, message.id)


def _later(at: str, seconds: float) -> str:
    return iso(from_iso(at) + timedelta(seconds=seconds))
