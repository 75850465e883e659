"""Decides how the people of a batch are read: in one question, with their lists, as journeys see them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from whatsapp_studio.journeys.running import Person
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


def load(conn: sqlite3.Connection, ids: Iterable[int]) -> dict[int, Somebody]:
    """The contacts of these ids, as they are now; those that were deleted are left out."""
    chosen = json.dumps(sorted(set(ids)))
    fields = conn.execute("SELECT name, kind FROM fields ORDER BY position").fetchall()
    names = [name for name, _ in fields] + list(_STANDARD)
    flags = [i for i, (_, kind) in enumerate(fields, 1) if kind == "boolean"]
    numbers = [i for i, (_, kind) in enumerate(fields, 1) if kind == "number"]
    columns = ", ".join([f"c.{column(name)}" for name, _ in fields] + [f"c.{name}" for name in _STANDARD])
    lists = _lists(conn, chosen)
    rows = conn.execute(
        f"SELECT c.id, {columns}, c.marketing, {blocked_sql} FROM contacts c"
        " WHERE c.id IN (SELECT value FROM json_each(?))",
        (chosen,),
    )
    found = {}
    for row in rows:
        cells = list(row)
        for i in flags:
            if cells[i] is not None:
                cells[i] = bool(cells[i])
        for i in numbers:
            number = cells[i]
            if isinstance(number, float) and number.is_integer():
                cells[i] = int(number)
        id, marketing, blocked = cells[0], cells[-2], cells[-1]
        values = dict(zip(names, cells[1:-2], strict=True))
        person = Person(
            number=id, values=values, marketing=marketing, blocked=blocked == 1, lists=lists.get(id, _NONE)
        )
        name = f"{values['first_name']} {values['last_name']}".strip()
        found[id] = Somebody(person, values["phone"], name)
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
