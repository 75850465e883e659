"""Decides how it is kept what happened to a campaign by itself: paused, a wave held, a limit reached."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.storage.db import Store


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened to a campaign ``at`` a moment: a ``code`` of ``base.wording`` with its ``facts``."""

    id: int
    campaign_id: str
    name: str
    at: datetime
    code: str
    facts: Mapping[str, Any] = {}
    seen: bool = False


def note(
    conn: sqlite3.Connection, campaign_id: str, at: datetime, code: str, facts: Mapping[str, object] | None = None, *,
    tell: bool = True,
) -> None:  # fmt: skip
    """Write down what happened, in the transaction that does it.

    The person at this computer is told of it unless ``tell`` is False. ``facts`` hold nothing of a person.
    """
    conn.execute(
        "INSERT INTO campaign_log (campaign_id, at, code, facts, seen) VALUES (?, ?, ?, ?, ?)",
        (campaign_id, iso(at), code, msgspec.json.encode(facts or {}).decode(), not tell),
    )


class CampaignLog:
    """What happened to campaigns by itself. Every method is one transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, campaign_id: str) -> list[Entry]:
        """All that happened to a campaign, the newest first."""
        return self._read("WHERE l.campaign_id = ?", (campaign_id,))

    def unseen(self, limit: int = 200) -> list[Entry]:
        """What nobody has put away yet, the newest first."""
        return self._read("WHERE l.seen = 0", (), limit)

    def count(self) -> int:
        """How much nobody has put away yet."""
        return int(str(self._store.value("SELECT count(*) FROM campaign_log WHERE seen = 0")))

    def see(self, ids: Sequence[int] | None = None) -> int:
        """Put entries away, all of them for None; returns how many that were."""
        with self._store.write() as conn:
            if ids is None:
                return conn.execute("UPDATE campaign_log SET seen = 1 WHERE seen = 0").rowcount
            return conn.executemany(
                "UPDATE campaign_log SET seen = 1 WHERE id = ? AND seen = 0", [(one,) for one in ids]
            ).rowcount

    def _read(self, where: str, values: tuple[object, ...], limit: int = -1) -> list[Entry]:
        rows = self._store.rows(
            "SELECT l.id, l.campaign_id, c.name, l.at, l.code, l.facts, l.seen FROM campaign_log l"
            f" JOIN campaigns c ON c.id = l.campaign_id {where} ORDER BY l.id DESC LIMIT ?",
            (*values, limit),
        )
        return [
            Entry(
                id=row["id"], campaign_id=row["campaign_id"], name=row["name"], at=from_iso(row["at"]),
                code=row["code"], facts=msgspec.json.decode(row["facts"]), seen=bool(row["seen"]),
            )
            for row in rows
        ]  # fmt: skip
