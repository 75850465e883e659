"""Decides how Meta's figures of templates are kept: a row for each template and day, as last read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

import msgspec

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.storage.db import Store
from whatsapp_studio.templates.figures import Click, Day


class _Details(msgspec.Struct, frozen=True, omit_defaults=True):
    clicks: tuple[Click, ...] = ()
    spent: str = ""


class FigureRows:
    """The table of figures."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, meta_id: str, days: Iterable[Day], at: datetime) -> None:
        """Keep these days of a template instead of what was known of them."""
        with self._store.write() as conn:
            conn.executemany(
                "INSERT OR REPLACE INTO template_figures (meta_id, day, sent, delivered, read, details, read_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (meta_id, one.day.isoformat(), one.sent, one.delivered, one.read, _json(one), iso(at))
                    for one in days
                ],
            )

    def of(self, meta_id: str) -> tuple[tuple[Day, ...], datetime | None]:
        """The days of a template in their order, and when the last of them was read."""
        rows = self._store.rows(
            "SELECT day, sent, delivered, read, details, read_at FROM template_figures WHERE meta_id = ? ORDER BY day",
            (meta_id,),
        )
        return tuple(_day(row) for row in rows), max((from_iso(row["read_at"]) for row in rows), default=None)


def _json(day: Day) -> str:
    spent = str(day.spent) if day.spent is not None else ""
    return msgspec.json.encode(_Details(day.clicks, spent)).decode()


def _day(row: sqlite3.Row) -> Day:
    details = msgspec.json.decode(row["details"], type=_Details)
    return Day(
        day=date.fromisoformat(row["day"]), sent=row["sent"], delivered=row["delivered"], read=row["read"],
        clicks=details.clicks, spent=Decimal(details.spent) if details.spent else None,
    )  # fmt: skip
