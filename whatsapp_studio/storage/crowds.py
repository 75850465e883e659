"""Decides how an audience is read as columns: only what is asked for, a million in little time."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from whatsapp_studio.audience.contact import STANDARD_FIELDS
from whatsapp_studio.base.progress import Cancelled, Progress, Unwatched
from whatsapp_studio.journeys.crowd import Crowd, Gathering
from whatsapp_studio.storage.contacts import column
from whatsapp_studio.storage.db import Store, world_errors

_AT_ONCE = 256
_UNWATCHED = Unwatched()


def read_crowd(
    store: Store, fields: Collection[str], lists: Collection[str] = (), *, ids: tuple[str, tuple[object, ...]] | None
    = None, most: int | None = None, progress: Progress = _UNWATCHED,
) -> Crowd:  # fmt: skip
    """Contacts with these fields (those nobody keeps are left out), and who is on these lists.

    ``ids`` is a query for the ids of those who are meant, with its parameters (left out: everybody); ``most`` how many
    at most, the lowest ids first. Raises Cancelled.
    """
    with world_errors():
        return _read(store.db.conn, frozenset(fields), lists, ids, most, progress)


def _read(
    conn: sqlite3.Connection, fields: frozenset[str], lists: Collection[str],
    ids: tuple[str, tuple[object, ...]] | None, most: int | None, progress: Progress,
) -> Crowd:  # fmt: skip
    kinds = dict(conn.execute("SELECT name, kind FROM fields ORDER BY position").fetchall())
    standard = [name for name in STANDARD_FIELDS if name in fields]
    custom = [name for name in kinds if name in fields]
    found = Gathering((*standard, *custom))
    chosen, params = ids or ("", ())
    where = f"WHERE c.id IN ({chosen})" if chosen else ""
    names = ", ".join(("c.id", "c.marketing", "0", *(f"c.{n}" for n in standard), *(f"c.{column(n)}" for n in custom)))
    rows = conn.execute(
        f"SELECT {names} FROM contacts c {where} ORDER BY c.id LIMIT ?", (*params, -1 if most is None else most)
    )
    while some := rows.fetchmany(_AT_ONCE):
        if progress.cancelled():
            raise Cancelled
        found.add(some)
        progress.report(len(found))
    blocked = conn.execute("SELECT c.id FROM suppressions s JOIN contacts c ON c.phone = s.phone")
    found.block(row[0] for row in blocked)
    for name in lists:
        members = conn.execute(
            "SELECT m.contact_id FROM list_members m JOIN lists l ON l.id = m.list_id WHERE l.name = ?", (name,)
        )
        found.on_list(name, (row[0] for row in members))
    return found.done(kinds)
