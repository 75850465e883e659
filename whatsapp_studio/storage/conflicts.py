"""Decides which messages leave around a moment, and to whom: those that left, and those that wait for their turn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from whatsapp_studio.base.clock import iso
from whatsapp_studio.storage.db import Store, world_errors

_OF = """
    SELECT DISTINCT iif(j.id IS NULL, 'campaign', 'journey'), coalesce(j.id, c.id), coalesce(j.name, c.name),
           o.contact_id
    FROM campaigns c JOIN outbox o ON o.campaign_id = c.id
    LEFT JOIN plans p ON p.id = c.plan_id AND c.kind = 'stream' LEFT JOIN journeys j ON j.id = p.journey_id
    WHERE c.kind IN ('campaign', 'stream') AND coalesce(p.test, 0) = 0"""
_LEFT = f"{_OF} AND o.state NOT IN ('ready', 'excluded', 'failed') AND o.claimed_at >= :begin AND o.claimed_at <= :end"
# What waits leaves at once, at its own time, or when its campaign starts: whichever is last.
_WAITS = f"""{_OF} AND o.state = 'ready' AND c.state IN ('scheduled', 'sending', 'paused')
    AND max(:now, o.not_before, coalesce(c.starts_at, ''), coalesce(c.held_until, '')) BETWEEN :begin AND :end"""


class ConflictStore:
    """Messages of every campaign and journey, but for tests."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def messages(self, begin: datetime, end: datetime, now: datetime) -> Iterator[tuple[str, str, str, int]]:
        """Kind, id and name of what sends, and the contact, for what leaves between two moments; each once."""
        span = {"begin": iso(begin), "end": iso(end), "now": iso(now)}
        with world_errors():
            yield from self._store.db.conn.execute(f"{_LEFT} UNION {_WAITS}", span)
