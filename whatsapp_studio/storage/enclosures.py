"""Decides which files of messages have to be at Meta before anything that needs them may leave.

A value ``file:<SHA-256>`` of a message stands for a file of the workspace. Meta knows it by an id that belongs to one
phone number and lives for 30 days (media page, 2025-12-11).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

import msgspec

from whatsapp_studio.base.clock import iso
from whatsapp_studio.storage.db import Store

FILE = "file:"
# Renewed while the old id is still good, so that what is sent meanwhile finds its file.
GOOD_FOR = timedelta(days=25)
# What starts within this time is made ready.
_AHEAD = timedelta(minutes=15)

_PLACE = "coalesce(nullif(c.sender, ''), (SELECT phone_number_id FROM connection WHERE id = 1), '')"
_UPLOADED = f"EXISTS (SELECT 1 FROM media_uploads u WHERE u.hash = m.hash AND u.place = {_PLACE} AND u.at > :fresh)"
# What is true of a campaign (c) whose files are all at Meta, but for those that nothing waits for; needs :fresh.
_NEEDED = (
    "EXISTS (SELECT 1 FROM outbox o WHERE o.campaign_id = c.id AND o.state = 'ready' AND instr(o.fill, m.hash))"
)
READY = f"NOT EXISTS (SELECT 1 FROM campaign_media m WHERE m.campaign_id = c.id AND NOT {_UPLOADED} AND {_NEEDED})"


class Wanted(msgspec.Struct, frozen=True):
    """A file that Meta has to have for ``place``, the id of a phone number, and the campaigns that wait for it."""

    hash: str
    place: str
    campaigns: tuple[str, ...]


def fresh(now: datetime) -> str:
    """Uploads after this moment are good for messages that leave now."""
    return iso(now - GOOD_FOR)


def files_of(values: Mapping[str, str]) -> Iterable[str]:
    """The hashes of the files that these values name."""
    return (value[len(FILE) :] for value in values.values() if value.startswith(FILE))


def note(conn: sqlite3.Connection, campaign_id: str, hashes: Iterable[str]) -> None:
    """These files go along with messages of a campaign or stream; call it in the transaction that queues them."""
    conn.executemany(
        "INSERT OR IGNORE INTO campaign_media VALUES (?, ?)", [(campaign_id, hash) for hash in sorted(set(hashes))]
    )


def with_ids(cursor: sqlite3.Cursor, campaign: str, values: dict[str, str], now: datetime) -> dict[str, str]:
    """The values as Meta takes them: the id of each file in its place, for the number the campaign sends from."""
    if not any(value.startswith(FILE) for value in values.values()):
        return values
    marks = {
        row[0]: row[1]
        for row in cursor.execute(
            "SELECT u.hash, u.mark FROM campaigns c JOIN campaign_media m ON m.campaign_id = c.id"
            f" JOIN media_uploads u ON u.hash = m.hash AND u.place = {_PLACE} WHERE c.id = :id AND u.at > :fresh",
            {"id": campaign, "fresh": fresh(now)},
        )
    }
    return {
        name: marks.get(value[len(FILE) :], value) if value.startswith(FILE) else value
        for name, value in values.items()
    }


class EnclosureStore:
    """What has to go up and what is there. Every method is one transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def wanted(self, now: datetime) -> list[Wanted]:
        """The files that something waits for, or soon will; each once for a phone number."""
        rows = self._store.rows(
            f"SELECT m.hash, {_PLACE} AS place, group_concat(c.id) AS campaigns FROM campaign_media m"
            " JOIN campaigns c ON c.id = m.campaign_id"
            " WHERE (c.state = 'sending' OR (c.state = 'scheduled' AND c.starts_at <= :soon))"
            f" AND NOT {_UPLOADED} AND {_NEEDED} GROUP BY m.hash, place ORDER BY min(c.launched_at), m.hash",
            {"fresh": fresh(now), "soon": iso(now + _AHEAD)},
        )
        return [Wanted(row["hash"], row["place"], tuple(row["campaigns"].split(","))) for row in rows]

    def keep(self, hash: str, place: str, mark: str, now: datetime) -> None:
        """Meta knows the file as ``mark`` from now on."""
        with self._store.write() as conn:
            conn.execute("INSERT OR REPLACE INTO media_uploads VALUES (?, ?, ?, ?)", (hash, place, mark, iso(now)))
