"""Decides how Meta's own figures of what was charged are kept: by day, country, category and kind, as last read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

import msgspec

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.campaigns.cost import amount, millionths
from whatsapp_studio.storage.db import Store

_READ = "bills.read_at"
# The account's currency as Meta told it; a fact of the workspace.
CURRENCY = "account.currency"


class BillRow(msgspec.Struct, frozen=True, kw_only=True):
    """What Meta says of one day: ``volume`` messages to a country (ISO alpha-2), and what they cost.

    ``category`` is one of ``campaigns.cost.CATEGORIES`` or Meta's word for another; ``type`` is Meta's (``REGULAR``,
    ``FREE_CUSTOMER_SERVICE``, ``FREE_ENTRY_POINT``); ``tier`` is ``lo:hi`` or empty. ``cost`` is None where Meta tells
    none: it does so only to an account that pays itself.
    """

    day: date
    country: str
    category: str
    type: str
    tier: str = ""
    currency: str
    volume: int
    cost: Decimal | None


class BillStore:
    """The table of what was charged."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, rows: Iterable[BillRow], first: date, last: date, now: datetime) -> None:
        """Keep these instead of what was known of the days from ``first`` to ``last``."""
        with self._store.write() as conn:
            conn.execute("DELETE FROM bills WHERE day BETWEEN ? AND ?", (first.isoformat(), last.isoformat()))
            conn.executemany(
                "INSERT OR REPLACE INTO bills (day, country, category, type, tier, currency, volume, cost, read_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        one.day.isoformat(), one.country, one.category, one.type, one.tier, one.currency, one.volume,
                        None if one.cost is None else millionths(one.cost), iso(now),
                    )
                    for one in rows
                ],
            )  # fmt: skip
            conn.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (_READ, iso(now)))

    def of(self, first: date, last: date) -> list[BillRow]:
        """What was charged on the days from ``first`` to ``last``."""
        rows = self._store.rows(
            "SELECT * FROM bills WHERE day BETWEEN ? AND ? ORDER BY day, country, category, type, tier",
            (first.isoformat(), last.isoformat()),
        )
        return [
            BillRow(
                day=date.fromisoformat(row["day"]), country=row["country"], category=row["category"],
                type=row["type"], tier=row["tier"], currency=row["currency"], volume=row["volume"],
                cost=None if row["cost"] is None else amount(row["cost"]),
            )
            for row in rows
        ]  # fmt: skip

    def read_at(self) -> datetime | None:
        """When Meta was last asked; None if never."""
        found = self._store.value("SELECT value FROM facts WHERE name = ?", (_READ,))
        return from_iso(str(found)) if found else None

    def used(self, category: str, first: date, last: date) -> dict[str, int]:
        """How many messages of a category were charged on these days, by country."""
        rows = self._store.rows(
            "SELECT country, sum(volume) AS n FROM bills WHERE category = ? AND type = 'REGULAR'"
            " AND day BETWEEN ? AND ? GROUP BY country",
            (category, first.isoformat(), last.isoformat()),
        )
        return {row["country"]: row["n"] for row in rows}
