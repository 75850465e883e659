"""Decides how the rows of campaigns are read for their report: totals at once, everybody in batches."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import msgspec

from whatsapp_studio.storage.db import Store, world_errors

# Rows of one read: as many as are counted before somebody is asked whether to go on.
BATCH = 20_000
_ROOM_KB = 256 * 1024
_IDS = "(SELECT value FROM json_each(:ids))"
TAPPED = "i.kind IN ('button', 'interactive')"
ACCEPTED = (
    "(o.state IN ('accepted', 'held', 'sent', 'delivered', 'read') OR (o.state = 'failed' AND o.wamid IS NOT NULL))"
)
NEWS = "(SELECT n.at FROM news n WHERE n.wamid = o.wamid AND n.status = '{}')"
# When things happened, NULL where they did not; what the row itself knows is asked before the news are looked through.
READ_AT = f"CASE WHEN o.state = 'read' THEN coalesce(o.news_at, {NEWS.format('read')}) END"
DELIVERED_AT = (
    f"CASE o.state WHEN 'delivered' THEN coalesce(o.delivered_at, o.news_at, {NEWS.format('delivered')})"
    f" WHEN 'read' THEN coalesce(o.delivered_at, {NEWS.format('delivered')}, o.news_at, {NEWS.format('read')}) END"
)
ACCEPTED_AT = f"CASE WHEN {ACCEPTED} THEN coalesce(o.settled_at, o.claimed_at) END"
# The columns of reports.tally.Row.
_COLUMNS = (
    "o.id, o.state, o.reason, o.treatment,"
    " CASE o.market WHEN '' THEN substr(o.phone, 1, 8) ELSE o.market END, o.language,"
    " CASE o.zone WHEN '' THEN substr(o.phone, 1, 6) ELSE o.zone END,"
    f" {ACCEPTED},"
    f" coalesce(substr({ACCEPTED_AT}, 1, 16), ''), coalesce(substr({DELIVERED_AT}, 1, 16), ''),"
    f" coalesce(substr({READ_AT}, 1, 16), ''),"
    " o.opted_at IS NOT NULL"
)


class Totals(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of campaigns without a look at each row but those that failed, answered or opted out."""

    failed_later: int
    replied: int
    clicked: int
    opted_out: int
    errors: dict[int, int]
    excluded: dict[str, int]


class FigureStore:
    """Reads the outbox for totals. ``ids`` are campaigns: one, or the turns of one that recurs."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        """Let everything read inside be of one moment, whatever is written meanwhile."""
        conn = self._store.db.conn
        if conn.in_transaction:
            yield
            return
        with world_errors():
            conn.execute("BEGIN")
            try:
                yield
            finally:
                conn.execute("ROLLBACK")

    @contextmanager
    def with_room(self) -> Iterator[None]:
        """Let this thread keep more of the file in memory: what is looked up for each row lies anywhere in it."""
        conn = self._store.db.conn
        (before,) = conn.execute("PRAGMA cache_size").fetchone()
        conn.execute(f"PRAGMA cache_size = -{_ROOM_KB}")
        try:
            yield
        finally:
            conn.execute(f"PRAGMA cache_size = {before}")

    def turns(self, campaign_id: str) -> list[str]:
        """The campaigns that a recurring one has started, in their order."""
        rows = self._store.rows(
            "SELECT id FROM campaigns WHERE parent_id = ? AND occurs_at IS NOT NULL AND launched_at IS NOT NULL"
            " ORDER BY occurs_at",
            (campaign_id,),
        )
        return [row["id"] for row in rows]

    def totals(self, ids: Sequence[str]) -> Totals:
        """The numbers of a headline."""
        asked = {"ids": json.dumps(list(ids))}
        replied, clicked = self._one(
            f"SELECT count(DISTINCT o.id), count(DISTINCT CASE WHEN {TAPPED} THEN o.id END) FROM inbox i"
            f" CROSS JOIN outbox o ON o.wamid = i.context WHERE i.context <> '' AND o.campaign_id IN {_IDS}",
            asked,
        )
        (later,) = self._one(
            f"SELECT count(*) FROM outbox WHERE campaign_id IN {_IDS} AND state = 'failed' AND wamid IS NOT NULL", asked
        )
        (opted,) = self._one(
            f"SELECT count(*) FROM outbox WHERE campaign_id IN {_IDS} AND opted_at IS NOT NULL", asked
        )
        return Totals(
            failed_later=later, replied=replied, clicked=clicked, opted_out=opted,
            errors={_code(reason): n for reason, n in self._reasons(ids, "failed")},
            excluded=dict(self._reasons(ids, "excluded")),
        )  # fmt: skip

    def answers(self, ids: Sequence[str]) -> tuple[dict[int, str], set[int]]:
        """The minute (UTC) in which a recipient first answered, by the id of the row; and whoever tapped a button."""
        with world_errors():
            rows = self._store.db.conn.execute(
                f"SELECT o.id, substr(min(i.at), 1, 16), max({TAPPED}) FROM inbox i"
                " CROSS JOIN outbox o ON o.wamid = i.context"
                f" WHERE i.context <> '' AND o.campaign_id IN {_IDS} GROUP BY o.id",
                {"ids": json.dumps(list(ids))},
            ).fetchall()
        return {row[0]: row[1] for row in rows}, {row[0] for row in rows if row[2]}

    def batches(self, campaign_id: str) -> Iterator[list[tuple[object, ...]]]:
        """Every row of a campaign as :class:`~whatsapp_studio.reports.tally.Row` has it, :data:`BATCH` at a time.

        Rows that were planned together lie together: a batch goes through the table, not through an index.
        """
        with world_errors():
            conn = self._store.db.conn
            mine = "FROM outbox o WHERE o.campaign_id = s.campaign_id AND o.state = s.state"
            first, last = conn.execute(
                f"SELECT min((SELECT min(o.id) {mine})), max((SELECT max(o.id) {mine})) FROM"
                " (SELECT DISTINCT campaign_id, state FROM counts WHERE campaign_id = ?) s",
                (campaign_id,),
            ).fetchone()
            if first is None:
                return
            after = first - 1
            sql = (
                f"SELECT {_COLUMNS} FROM outbox o WHERE o.id > ? AND o.id <= ? AND +o.campaign_id = ?"
                f" ORDER BY o.id LIMIT {BATCH}"
            )
            while found := conn.execute(sql, (after, last, campaign_id)).fetchall():
                after = found[-1][0]
                yield found

    def _reasons(self, ids: Sequence[str], state: str) -> list[tuple[str, int]]:
        rows = self._store.rows(
            f"SELECT reason, sum(n) AS n FROM counts WHERE campaign_id IN {_IDS} AND state = :state AND n > 0"
            " GROUP BY reason ORDER BY n DESC, reason",
            {"ids": json.dumps(list(ids)), "state": state},
        )
        return [(row["reason"], row["n"]) for row in rows]

    def _one(self, sql: str, asked: dict[str, str]) -> sqlite3.Row:
        found = self._store.row(sql, asked)
        assert found is not None
        return found


def _code(reason: str) -> int:
    return int(reason.removeprefix("meta-") or 0)
