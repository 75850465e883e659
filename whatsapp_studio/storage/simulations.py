"""Decides how rehearsals of journeys are kept, and what earlier messages tell of those to come."""

from __future__ import annotations

import sqlite3
import zlib
from datetime import UTC, datetime, timedelta

import msgspec

from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import UserError
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


class Became(msgspec.Struct, frozen=True):
    """What became of messages with one template in one language: how many were refused at once, failed later, were
    taken and nothing more is known, delivered and not read, and read."""

    template: str
    language: str
    refused: int = 0
    failed: int = 0
    taken: int = 0
    delivered: int = 0
    read: int = 0


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
        """What became of the messages that left at least :data:`SETTLES` ago, by template and language."""
        rows = self._store.rows(
            "SELECT c.template_raw AS raw, sum(o.state = 'failed' AND o.wamid IS NULL) AS refused,"
            " sum(o.state = 'failed' AND o.wamid IS NOT NULL) AS failed,"
            " sum(o.state IN ('accepted', 'held', 'sent')) AS taken,"
            " sum(o.state = 'delivered') AS delivered, sum(o.state = 'read') AS read"
            " FROM campaigns c JOIN outbox o ON o.campaign_id = c.id WHERE c.template_raw <> ''"
            " AND o.state IN ('accepted', 'held', 'sent', 'delivered', 'read', 'failed') AND o.claimed_at <= ?"
            " GROUP BY c.id",
            (iso(now - SETTLES),),
        )
        found: dict[tuple[str, str], Became] = {}
        for row in rows:
            raw = msgspec.json.decode(row["raw"])
            key = (str(raw.get("name", "")), str(raw.get("language", "")))
            was = found.get(key, Became(*key))
            found[key] = Became(
                *key, was.refused + row["refused"], was.failed + row["failed"], was.taken + row["taken"],
                was.delivered + row["delivered"], was.read + row["read"],
            )  # fmt: skip
        return tuple(found.values())

    def _change(self, id: int, sql: str, params: tuple[object, ...]) -> None:
        with self._store.write() as conn:
            if not conn.execute(sql, params).rowcount:
                raise UserError("simulation-gone")


def _row(row: sqlite3.Row) -> SimulationRow:
    return SimulationRow(
        id=row["id"], journey_id=row["journey_id"], name=row["name"], at=_EPOCH + row["at"] * _MS, logic=row["logic"]
    )
