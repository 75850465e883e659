"""Decides how rehearsals of journeys are kept, and what earlier messages tell of those to come."""

from __future__ import annotations

import sqlite3
import zlib
from datetime import UTC, datetime, timedelta

import msgspec

from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.journeys.learned import Became
from whatsapp_studio.storage.db import Store

# What was not read after so long will hardly be.
SETTLES = timedelta(days=2)
_MS = timedelta(milliseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ROW = "id, journey_id, name, at, logic"


class SimulationRow(msgspec.Struct, frozen=True, kw_only=True):
    """One kept rehearsal without its result. ``logic`` is the id of what the journey did then."""

    id: int
    journey_id: str
    name: str
    at: datetime
    logic: str


class SimulationStore:
    """Kept rehearsals by journey, and the fate of messages by template."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, journey_id: str, name: str, at: datetime, logic: str, result: bytes) -> SimulationRow:
        """Keep a rehearsal."""
        with self._store.write() as conn:
            added = conn.execute(
                "INSERT INTO simulations (journey_id, name, at, logic, result) VALUES (?, ?, ?, ?, ?)",
                (journey_id, name, (at - _EPOCH) // _MS, logic, zlib.compress(result)),
            )
        return SimulationRow(id=int(added.lastrowid or 0), journey_id=journey_id, name=name, at=at, logic=logic)

    def of(self, journey_id: str) -> tuple[SimulationRow, ...]:
        """The kept rehearsals of a journey, the newest first."""
        found = self._store.rows(
            f"SELECT {_ROW} FROM simulations WHERE journey_id = ? ORDER BY id DESC", (journey_id,)
        )
        return tuple(_row(row) for row in found)

    def get(self, id: int) -> tuple[SimulationRow, bytes]:
        """One of them with its result; raises ``UserError("simulation-gone")``."""
        row = self._store.row(f"SELECT {_ROW}, result FROM simulations WHERE id = ?", (id,))
        if row is None:
            raise UserError("simulation-gone")
        return _row(row), zlib.decompress(row["result"])

    def rename(self, id: int, name: str) -> None:
        """Give one another name."""
        self._change(id, "UPDATE simulations SET name = ? WHERE id = ?", (name, id))

    def delete(self, id: int) -> None:
        """Forget one."""
        self._change(id, "DELETE FROM simulations WHERE id = ?", (id,))

    def became(self, now: datetime) -> tuple[Became, ...]:
        """What became of messages that left at least :data:`SETTLES` ago: a line for each campaign or stream."""
        rows = self._store.rows(
            "SELECT c.template_raw AS raw, sum(o.state = 'failed' AND o.wamid IS NULL) AS refused,"
            " sum(o.state = 'failed' AND o.wamid IS NOT NULL) AS failed,"
            " sum(o.state IN ('accepted', 'held')) AS unheard, sum(o.state = 'sent') AS sent,"
            " sum(o.state = 'delivered') AS delivered, sum(o.state = 'read') AS read"
            " FROM campaigns c JOIN outbox o ON o.campaign_id = c.id WHERE c.kind <> 'proof' AND c.template_raw <> ''"
            " AND o.state IN ('accepted', 'held', 'sent', 'delivered', 'read', 'failed') AND o.claimed_at <= ?"
            " GROUP BY c.id",
            (iso(now - SETTLES),),
        )
        return tuple(
            Became(
                str(msgspec.json.decode(row["raw"]).get("name", "")), row["refused"], row["failed"], row["unheard"],
                row["sent"], row["delivered"], row["read"],
            )
            for row in rows
        )

    def _change(self, id: int, sql: str, params: tuple[object, ...]) -> None:
        with self._store.write() as conn:
            if not conn.execute(sql, params).rowcount:
                raise UserError("simulation-gone")


def _row(row: sqlite3.Row) -> SimulationRow:
    return SimulationRow(
        id=row["id"], journey_id=row["journey_id"], name=row["name"], at=_EPOCH + row["at"] * _MS, logic=row["logic"]
    )
