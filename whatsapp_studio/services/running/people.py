"""Decides how the people of a batch are read: in one question, with their lists, as journeys see them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import NamedTuple

from whatsapp_studio.audience.rules import from_key
from whatsapp_studio.journeys.running import Person
from whatsapp_studio.storage.audiences import true_among
from whatsapp_studio.storage.contacts import blocked_sql, column

_STANDARD = ("phone", "first_name", "last_name", "language", "country", "time_zone")
_NONE: frozenset[str] = frozenset()


class Somebody(NamedTuple):
    """A contact of the batch: as journeys see it, and where to write to."""

    person: Person
    phone: str
    name: str


# Stands for a contact that was deleted.
NOBODY = Somebody(Person(), "", "")


def load(
    conn: sqlite3.Connection, ids: Iterable[int], keys: Collection[str] = (), now: datetime | None = None
) -> dict[int, Somebody]:
    """The contacts of these ids, as they are now; those that were deleted are left out.

    Of ``keys`` (see ``rules.keys_used``) those that are true at ``now`` stand among a contact's lists.
    """
    some = sorted(set(ids))
    chosen = json.dumps(some)
    fields = conn.execute("SELECT name, kind FROM fields ORDER BY position").fetchall()
    names = (*_STANDARD, *(name for name, _ in fields))
    columns = ", ".join((*(f"c.{name}" for name in _STANDARD), *(f"c.{column(name)}" for name, _ in fields)))
    flags = [name for name, kind in fields if kind == "boolean"]
    numbers = [name for name, kind in fields if kind == "number"]
    several = [name for name, kind in fields if kind == "list"]
    lists = _lists(conn, chosen)
    asked = [one for key in keys if (one := from_key(key)) is not None]
    if asked and now is not None:
        for key, true_for in true_among(conn, asked, some, now).items():
            for id in true_for:
                lists[id] = lists.get(id, _NONE) | {key}
    rows = conn.execute(
        f"SELECT c.id, c.marketing, {blocked_sql}, {columns} FROM contacts c"
        " WHERE c.id IN (SELECT value FROM json_each(?))",
        (chosen,),
    )
    found = {}
    for id, marketing, blocked, *cells in rows:
        values = dict(zip(names, cells, strict=True))
        for name in flags:
            if values[name] is not None:
                values[name] = bool(values[name])
        for name in several:
            if values[name] is not None:
                values[name] = tuple(json.loads(values[name]))
        for name in numbers:
            number = values[name]
            if isinstance(number, float) and number.is_integer():
                values[name] = int(number)
        person = Person(number=id, values=values, marketing=marketing, blocked=blocked == 1, lists=lists.get(id, _NONE))
        found[id] = Somebody(person, values["phone"] or "", f"{values['first_name']} {values['last_name']}".strip())
    return found


def _lists(conn: sqlite3.Connection, chosen: str) -> dict[int, frozenset[str]]:
    rows = conn.execute(
        "SELECT m.contact_id, l.name FROM list_members m JOIN lists l ON l.id = m.list_id"
        " WHERE m.contact_id IN (SELECT value FROM json_each(?))",
        (chosen,),
    )
    found: dict[int, set[str]] = {}
    for contact, name in rows:
        found.setdefault(contact, set()).add(name)
    return {contact: frozenset(names) for contact, names in found.items()}
