"""Decides who belongs to an audience at a moment: everybody, a list or a segment, without those on other lists."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain
from typing import Protocol

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.audience.rules import InSegment, Keyed, Rule, from_key
from whatsapp_studio.storage.asking import asking
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.db import Store, world_errors
from whatsapp_studio.storage.outcome_sql import contacts_of
from whatsapp_studio.storage.segments import SegmentStore

# So many are looked at one by one: a set of a million would keep every other thread waiting.
_FEW = 20_000


class Chosen(Protocol):
    """Whom somebody chose: ``kind`` is ``all``, ``list``, ``segment`` or ``outcome`` (of ``campaign_id``).

    Nobody who is on a list of ``except_lists`` belongs to it.
    """

    @property
    def kind(self) -> str: ...
    @property
    def list_id(self) -> int | None: ...
    @property
    def segment_id(self) -> int | None: ...
    @property
    def except_lists(self) -> tuple[int, ...]: ...
    @property
    def campaign_id(self) -> str: ...
    @property
    def outcome(self) -> str: ...


def ids_of_rule(store: Store, rule: Rule, now: datetime) -> array[int]:
    """The ids of those a rule is true for at ``now``, in their order."""
    with asking(store.db.conn, now) as compiler:
        sql, params = compiler.condition(rule)
        return _ids(store, f"SELECT c.id FROM contacts c WHERE {sql} ORDER BY c.id", params)


def count_of_rule(store: Store, rule: Rule, now: datetime) -> int:
    """How many contacts a rule is true for at ``now``."""
    with asking(store.db.conn, now) as compiler:
        sql, params = compiler.condition(rule)
        (found,) = store.db.conn.execute(f"SELECT count(*) FROM contacts c WHERE {sql}", params).fetchone()
        return int(found)


def some_of_rule(store: Store, rule: Rule, now: datetime, most: int) -> array[int]:
    """The ids of the first ``most`` of those a rule is true for."""
    with asking(store.db.conn, now) as compiler:
        sql, params = compiler.condition(rule)
        return _ids(store, f"SELECT c.id FROM contacts c WHERE {sql} ORDER BY c.id LIMIT ?", [*params, most])


def true_among(
    conn: sqlite3.Connection, asked: Iterable[Keyed], ids: Iterable[int], now: datetime
) -> dict[str, frozenset[int]]:
    """By the key of each rule: those of these contacts for whom it is true, as if it were not turned round."""
    chosen = json.dumps(list(ids))
    found: dict[str, frozenset[int]] = {}
    with asking(conn, now, few=True) as compiler:
        for one in asked:
            sql, params = compiler.condition(from_key(one.key) or one)
            rows = conn.execute(
                f"SELECT c.id FROM contacts c WHERE c.id IN (SELECT value FROM json_each(?)) AND ({sql})",
                [chosen, *params],
            )
            found[one.key] = frozenset(id for (id,) in rows)
    return found


def audience_ids(store: Store, chosen: Chosen, now: datetime) -> array[int]:
    """The ids of an audience as it is at ``now``, in their order; a list or segment that is gone holds nobody."""
    without, left_out = "", json.dumps(list(chosen.except_lists))
    params: list[object] = []
    if chosen.except_lists:
        without = (
            " AND c.id NOT IN (SELECT contact_id FROM list_members"
            " WHERE list_id IN (SELECT value FROM json_each(?)))"
        )
        params = [left_out]
    select = "SELECT c.id FROM contacts c WHERE"
    with world_errors():
        match chosen.kind:
            case "all":
                return _ids(store, f"{select} 1{without} ORDER BY c.id", params)
            case "list":
                within = "c.id IN (SELECT contact_id FROM list_members WHERE list_id = ?)"
                return _ids(store, f"{select} {within}{without} ORDER BY c.id", [chosen.list_id, *params])
            case "segment":
                segment = SegmentStore(store).get(chosen.segment_id or 0)
                if segment is None:
                    return array("q")
                with asking(store.db.conn, now) as compiler:
                    sql, said = compiler.condition(InSegment(segment.name))
                    return _ids(store, f"{select} ({sql}){without} ORDER BY c.id", [*said, *params])
            case "outcome":
                condition, said = contacts_of(chosen.campaign_id, chosen.outcome)
                return _ids(store, f"{select} {condition}{without} ORDER BY c.id", [*said, *params])
    raise ValueError(f"no audience of kind {chosen.kind!r}")


def pages(
    store: Store, ids: Sequence[int], size: int, fields: Collection[str] | None = None
) -> Iterator[list[Contact]]:
    """The contacts of these ids, ``size`` at a time; those that are gone meanwhile are left out.

    With ``fields`` they are read by rising id, with what writing to them needs and no fields of their own but these.
    """
    contacts = ContactStore(store)
    for begin in range(0, len(ids), size):
        part = ids[begin : begin + size]
        if page := contacts.get_many(part) if fields is None else contacts.to_write_to(part, fields):
            yield page


def both(ids: array[int], others: array[int]) -> array[int]:
    """Those of rising ``ids`` that are among others."""
    if len(ids) < _FEW:
        chosen = frozenset(others)
        return array("q", (id for id in ids if id in chosen))
    import numpy

    return array("q", numpy.intersect1d(ids, others).tobytes())


def _ids(store: Store, sql: str, params: Sequence[object]) -> array[int]:
    return array("q", chain.from_iterable(store.db.conn.execute(sql, tuple(params))))
