"""Decides how prices are kept: each with the day it begins and where it came from; none is ever changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime

import msgspec

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.campaigns.cost import Rate, amount, millionths
from whatsapp_studio.storage.db import Store

_COLUMNS = "id, market, category, currency, price, above, begins, source"


class RateSet(msgspec.Struct, frozen=True, kw_only=True):
    """What came together: a file, the program, a person. ``begins`` are its first and its last beginning."""

    source: str
    rates: int
    begins: tuple[date, date]
    added_at: datetime


class RateStore:
    """The prices of a workspace. Every method is one transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[Rate]:
        """Every price that counts, also those that later ones ended."""
        rows = self._store.rows(
            f"SELECT {_COLUMNS} FROM rates WHERE removed_at IS NULL ORDER BY market, category, currency, begins, above"
        )
        return [_rate(row) for row in rows]

    def by_id(self, ids: Iterable[int]) -> dict[int, Rate]:
        """These, also those that were taken back."""
        wanted = msgspec.json.encode(list(ids)).decode()
        rows = self._store.rows(
            f"SELECT {_COLUMNS} FROM rates WHERE id IN (SELECT value FROM json_each(?))", (wanted,)
        )
        return {row["id"]: _rate(row) for row in rows}

    def sets(self) -> list[RateSet]:
        """Where the prices came from, the newest first."""
        rows = self._store.rows(
            "SELECT source, count(*) AS n, min(begins) AS first, max(begins) AS last, max(added_at) AS added"
            " FROM rates WHERE removed_at IS NULL GROUP BY source ORDER BY added DESC, source"
        )
        return [
            RateSet(
                source=row["source"], rates=row["n"], added_at=from_iso(row["added"]),
                begins=(date.fromisoformat(row["first"]), date.fromisoformat(row["last"])),
            )
            for row in rows
        ]  # fmt: skip

    def add(self, rates: Iterable[Rate], now: datetime, instead_of: Iterable[Rate] = ()) -> int:
        """Keep further prices (their ``id`` is given here); returns how many. What is there already stays.

        Those that they are ``instead_of`` are taken back.
        """
        with self._store.write() as conn:
            conn.executemany(
                "UPDATE rates SET removed_at = ? WHERE id = ?", [(iso(now), one.id) for one in instead_of]
            )
            return conn.executemany(
                "INSERT OR IGNORE INTO rates (market, category, currency, price, above, begins, source, added_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        one.market, one.category, one.currency, millionths(one.price), one.above,
                        one.begins.isoformat(), one.source, iso(now),
                    )
                    for one in rates
                ],
            ).rowcount  # fmt: skip

    def remove(self, source: str, now: datetime) -> int:
        """Take a set back; what was priced by it still says so. Returns how many prices it had."""
        with self._store.write() as conn:
            return conn.execute(
                "UPDATE rates SET removed_at = ? WHERE source = ? AND removed_at IS NULL", (iso(now), source)
            ).rowcount

    def was_there(self, source: str) -> bool:
        """Whether anything of a set is or was kept."""
        return self._store.value("SELECT 1 FROM rates WHERE source = ? LIMIT 1", (source,)) is not None


def _rate(row: sqlite3.Row) -> Rate:
    return Rate(
        id=row["id"], market=row["market"], category=row["category"], currency=row["currency"],
        price=amount(row["price"]), above=row["above"], begins=date.fromisoformat(row["begins"]), source=row["source"],
    )  # fmt: skip
