"""Decides how an audience is read as columns: only what is asked for, a million in little time."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from datetime import UTC, datetime

from whatsapp_studio.audience.contact import STANDARD_FIELDS
from whatsapp_studio.audience.rules import from_key
from whatsapp_studio.base.progress import Cancelled, Progress, Unwatched
from whatsapp_studio.journeys.crowd import AREA, Crowd, Gathering
from whatsapp_studio.storage.asking import asking
from whatsapp_studio.storage.columns import column
from whatsapp_studio.storage.db import Store, world_errors

_AT_ONCE = 256
_UNWATCHED = Unwatched()


def read_crowd(
    store: Store, fields: Collection[str], lists: Collection[str] = (), *, ids: tuple[str, tuple[object, ...]] | None
    = None, most: int | None = None, progress: Progress = _UNWATCHED, now: datetime | None = None,
) -> Crowd:  # fmt: skip
    """Contacts with these fields (those nobody keeps are left out), and who is on these lists.

    ``ids`` is a query for the ids of those who are meant, with its parameters (left out: everybody); ``most`` how many
    at most, the lowest ids first. Keys among ``lists`` (see ``rules.keys_used``) are answered as of ``now``.
    Raises Cancelled.
    """
    with world_errors():
        return _read(store.db.conn, frozenset(fields), lists, ids, most, progress, now or datetime.now(UTC))


def _read(
    conn: sqlite3.Connection, fields: frozenset[str], lists: Collection[str],
    ids: tuple[str, tuple[object, ...]] | None, most: int | None, progress: Progress, now: datetime,
) -> Crowd:  # fmt: skip
    kinds = dict(conn.execute("SELECT name, kind FROM fields ORDER BY position").fetchall())
    standard = [name for name in STANDARD_FIELDS if name in fields]
    custom = [name for name in kinds if name in fields]
    # Where a number is from is always asked.
    areas = () if "phone" in fields else ("phone",)
    found = Gathering((*standard, *custom, *areas))
    chosen, params = ids or ("", ())
    where = f"WHERE c.id IN ({chosen})" if chosen else ""
    own = (*(f"c.{n}" for n in standard), *(f"c.{column(n)}" for n in custom))
    names = ", ".join(("c.id", "c.marketing", "0", *own, *(f"substr(c.{n}, 1, {AREA})" for n in areas)))
    rows = conn.execute(
        f"SELECT {names} FROM contacts c {where} ORDER BY c.id LIMIT ?", (*params, -1 if most is None else most)
    )
    while some := rows.fetchmany(_AT_ONCE):
        if progress.cancelled():
            raise Cancelled
        found.add(some)
        progress.report(len(found))
    # After "9" comes ":".
    blocked = conn.execute(
        "SELECT c.id FROM suppressions s JOIN contacts c ON c.phone = s.phone UNION SELECT c.id"
        " FROM suppressed_prefixes x JOIN contacts c ON c.phone >= x.prefix AND c.phone < x.prefix || ':'"
    )
    found.block(row[0] for row in blocked)
    for name in lists:
        asked = from_key(name)
        if asked is not None:
            with asking(conn, now) as compiler:
                sql, said = compiler.condition(asked)
                found.on_list(name, (id for (id,) in conn.execute(f"SELECT c.id FROM contacts c WHERE {sql}", said)))
            continue
        members = conn.execute(
            "SELECT m.contact_id FROM list_members m JOIN lists l ON l.id = m.list_id WHERE l.name = ?", (name,)
        )
        found.on_list(name, (row[0] for row in members))
    return found.done(kinds)
