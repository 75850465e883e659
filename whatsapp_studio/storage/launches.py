"""Decides how a campaign's rows are made, all or none, and taken away again while nothing has left.

Rows are gathered in a database of their own, which takes no lock, and put into the outbox by one statement: the lock is
held as briefly as can be. The counts are written from what was put in, which is what the trigger would have counted.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache

import msgspec

from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.cost import millionths
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.plan import Planned
from whatsapp_studio.storage import enclosures
from whatsapp_studio.storage.db import Store, world_errors
from whatsapp_studio.storage.turns import drop_made
from whatsapp_studio.templates.template import parse

_COLUMNS = (
    "key, campaign_id, contact_id, phone, name, state, reason, rule, fill, language, treatment, wave, not_before,"
    " market, price, rate_id, zone"
)
_MARKS = ", ".join("?" * (_COLUMNS.count(",") + 1))


class Gathered:
    """Rows of a campaign that are ready to be put into the outbox.

    ``people`` are the ids of everybody, and ``reached`` of those who get something, in the order they were planned,
    with the number of each one's row in ``rows``; ``files`` what goes along.
    """

    def __init__(self) -> None:
        self.people, self.reached = array("q"), array("q")
        self.rows = array("q")
        self.files: set[str] = set()


class LaunchStore:
    """Puts campaigns into the outbox."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @contextmanager
    def gathered(self, campaign_id: str, recipients: Iterable[Planned]) -> Iterator[Gathered]:
        """Write down what was planned, beside the workspace's own file; it is gone when this is left.

        Must not be called within a transaction.
        """
        conn = self._store.db.conn
        with world_errors():
            conn.execute("ATTACH DATABASE '' AS planned")
            try:
                conn.execute("PRAGMA planned.journal_mode = OFF")
                conn.execute(f"CREATE TABLE planned.rows ({_COLUMNS})")
                found = Gathered()
                conn.execute("BEGIN")
                conn.executemany(f"INSERT INTO planned.rows VALUES ({_MARKS})", _rows(campaign_id, recipients, found))
                conn.commit()
                yield found
            finally:
                if conn.in_transaction:
                    conn.rollback()
                conn.execute("DETACH DATABASE planned")

    def put_in_waves(self, found: Gathered, numbers: Sequence[int], starts: Sequence[datetime]) -> None:
        """Give each of those who get something their wave (0: none has room for them) and its start."""
        conn = self._store.db.conn
        begins = [iso(one) for one in starts]
        with world_errors():
            conn.execute("BEGIN")
            conn.executemany(
                "UPDATE planned.rows SET wave = ?, not_before = max(not_before, ?) WHERE rowid = ?",
                (
                    (number, begins[number - 1], one)
                    for one, number in zip(found.rows, numbers, strict=True) if number
                ),
            )  # fmt: skip
            conn.executemany(
                "UPDATE planned.rows SET state = 'excluded', reason = 'no-wave', fill = '{}' WHERE rowid = ?",
                ((one,) for one, number in zip(found.rows, numbers, strict=True) if not number),
            )
            conn.commit()

    def launch(
        self, campaign_id: str, draft: Draft, template_raw: str, recipients: Iterable[Planned] | Gathered, *,
        now: datetime, starts_at: datetime | None, held_until: datetime | None, rate: int | None,
        translations: Mapping[tuple[str, str], str] | None = None, currency: str = "", forecast: str = "",
        wave_starts: Sequence[datetime] = (), decide_at: datetime | None = None,
    ) -> int:  # fmt: skip
        """Put the campaign's rows into the outbox and set it going, all or nothing; returns how many are queued.

        ``translations`` are the templates (JSON) by treatment and language, as recipients name them; ``forecast``
        (JSON) is what it was thought to cost, in ``currency``; ``wave_starts`` say when each wave begins, and
        ``decide_at`` when an experiment does. One transaction. Raises ``UserError("campaign-not-a-draft")`` when it
        was launched already.
        """
        if not isinstance(recipients, Gathered):
            with self.gathered(campaign_id, recipients) as found:
                return self.launch(
                    campaign_id, draft, template_raw, found, now=now, starts_at=starts_at, held_until=held_until,
                    rate=rate, translations=translations, currency=currency, forecast=forecast,
                    wave_starts=wave_starts, decide_at=decide_at,
                )  # fmt: skip
        encode = msgspec.json.Encoder().encode
        purpose = "marketing" if parse(template_raw).category == "MARKETING" else draft.purpose
        with self._store.write() as conn:
            changed = conn.execute(
                "UPDATE campaigns SET state = ?, draft = ?, template_raw = ?, sender = ?, marketing = ?, purpose = ?,"
                " priority = ?, quiet_id = ?, rate = ?, launched_at = ?, starts_at = ?, held_until = ?,"
                " zone = ?, per_day = ?, fail_percent = ?, day = '', day_claimed = 0, rests_until = NULL,"
                " rests_for = '', pause_reason = '', finished_at = NULL, late = ?, late_minutes = ?, budget = ?,"
                " currency = ?, forecast = ?, spent = 0"
                " WHERE id = ? AND state = 'draft' AND deleted_at IS NULL",
                (
                    "scheduled" if starts_at else "sending", encode(draft).decode(), template_raw, draft.sender,
                    purpose == "marketing", purpose, draft.priority, draft.quiet_id, rate, iso(now),
                    iso(starts_at) if starts_at else None, iso(held_until) if held_until else None,
                    draft.schedule.zone, draft.per_day, draft.fail_percent, draft.schedule.late,
                    draft.schedule.late_minutes, millionths(draft.budget.most) if draft.budget else None,
                    currency, forecast, campaign_id,
                ),
            ).rowcount  # fmt: skip
            if not changed:
                raise UserError("campaign-not-a-draft", name=draft.name)
            conn.executemany(
                "INSERT INTO campaign_translations (campaign_id, treatment, language, raw) VALUES (?, ?, ?, ?)",
                [(campaign_id, *which, raw) for which, raw in (translations or {}).items()],
            )
            with _uncounted(conn, "outbox_added"):
                conn.execute(f"INSERT INTO outbox ({_COLUMNS}) SELECT {_COLUMNS} FROM planned.rows ORDER BY rowid")
            conn.execute(
                "INSERT INTO counts SELECT campaign_id, state, reason, count(*) FROM planned.rows GROUP BY 1, 2, 3"
                " ON CONFLICT DO UPDATE SET n = n + excluded.n"
            )
            conn.executemany(
                "INSERT INTO waves (campaign_id, wave, starts_at, size, state) SELECT ?, ?, ?, count(*), ?"
                " FROM planned.rows WHERE wave = ?",
                [
                    (campaign_id, place, iso(at), "open" if place == 1 else "waiting", place)
                    for place, at in enumerate(wave_starts, 1)
                ],
            )
            if draft.experiment is not None:
                conn.execute(
                    "INSERT INTO experiments (campaign_id, plan, decide_at) VALUES (?, ?, ?)",
                    (campaign_id, encode(draft.experiment).decode(), iso(decide_at) if decide_at else None),
                )
            enclosures.note(conn, campaign_id, recipients.files)
            (queued,) = conn.execute("SELECT count(*) FROM planned.rows WHERE state = 'ready'").fetchone()
        return int(queued)

    def begin(self, campaign_id: str, draft: Draft, template_raw: str, first: datetime, now: datetime) -> None:
        """Set a campaign going that starts others, ``first`` next; raises ``UserError("campaign-not-a-draft")``."""
        with self._store.write() as conn:
            changed = conn.execute(
                "UPDATE campaigns SET state = 'scheduled', recurs = 1, draft = ?, template_raw = ?, sender = ?,"
                " priority = ?, quiet_id = ?, rate = ?, zone = ?, late = ?, late_minutes = ?, launched_at = ?,"
                " starts_at = ?, held_until = NULL, pause_reason = '', finished_at = NULL"
                " WHERE id = ? AND state = 'draft' AND deleted_at IS NULL",
                (
                    msgspec.json.encode(draft).decode(), template_raw, draft.sender, draft.priority, draft.quiet_id,
                    draft.rate, draft.schedule.zone, draft.schedule.late, draft.schedule.late_minutes, iso(now),
                    iso(first), campaign_id,
                ),
            ).rowcount  # fmt: skip
            if not changed:
                raise UserError("campaign-not-a-draft", name=draft.name)

    def translations(self, campaign_id: str, treatment: str) -> dict[str, str]:
        """The templates (JSON) of a treatment as they were at the launch, by language; its own under an empty one."""
        rows = self._store.rows(
            "SELECT language, raw FROM campaign_translations WHERE campaign_id = ? AND treatment = ?",
            (campaign_id, treatment),
        )
        return {row["language"]: row["raw"] for row in rows}

    def undo_launch(self, campaign_id: str) -> None:
        """Make it a draft again while nothing has left; raises ``UserError("already-left")`` after."""
        with self._store.write() as conn:
            left = conn.execute(
                "SELECT 1 FROM outbox WHERE campaign_id = :id"
                " AND (state NOT IN ('ready', 'excluded') OR attempts > 0)"
                " UNION ALL SELECT 1 FROM campaigns WHERE id = :id AND state IN ('done', 'stopped')"
                " UNION ALL SELECT 1 FROM turns WHERE campaign_id = :id AND state = 'started' LIMIT 1",
                {"id": campaign_id},
            ).fetchone()
            if left:
                raise UserError("already-left")
            with _uncounted(conn, "outbox_removed"):
                conn.execute("DELETE FROM outbox WHERE campaign_id = ?", (campaign_id,))
            drop_made(conn, campaign_id)
            for table in ("counts", "campaign_translations", "campaign_media", "waves", "experiments", "turns"):
                conn.execute(f"DELETE FROM {table} WHERE campaign_id = ?", (campaign_id,))
            conn.execute(
                "UPDATE campaigns SET state = 'draft', launched_at = NULL, starts_at = NULL, held_until = NULL,"
                " template_raw = '', forecast = '', recurs = 0 WHERE id = ?"
                " AND state IN ('sending', 'scheduled', 'paused')",
                (campaign_id,),
            )


def _rows(campaign_id: str, recipients: Iterable[Planned], found: Gathered) -> Iterator[tuple[object, ...]]:
    encode = msgspec.json.Encoder().encode
    stamp = lru_cache(maxsize=512)(iso)
    for place, one in enumerate(recipients, 1):
        person = one.contact
        found.people.append(person.id)
        if not one.reason:
            found.reached.append(person.id)
            found.rows.append(place)
            found.files.update(enclosures.files_of(one.fill))
        yield (
            f"{campaign_id}:{person.id}", campaign_id, person.id, person.phone,
            f"{person.first_name} {person.last_name}".strip(), "excluded" if one.reason else "ready", one.reason,
            one.rule, encode(one.fill).decode(), one.language, one.treatment, one.wave,
            stamp(one.not_before) if one.not_before else "", one.market, one.price, one.rate_id, person.time_zone,
        )  # fmt: skip


@contextmanager
def _uncounted(conn: sqlite3.Connection, trigger: str) -> Iterator[None]:
    """Without a trigger that counts each row, in the transaction that is open; whoever does this counts themselves."""
    (sql,) = conn.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?", (trigger,)).fetchone()
    conn.execute(f"DROP TRIGGER {trigger}")
    yield
    conn.execute(sql)
