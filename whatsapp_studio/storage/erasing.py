"""Decides where a person stands in the workspace's file, and how every trace is taken out but the counts.

Messages that were sent stay as rows without number, name, words and Meta's id, so that reports stay true. What is left
of the number is a mark (``storage.tombstones``).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

import msgspec

from whatsapp_studio.audience.phone import other_spelling
from whatsapp_studio.audience.zones import zone_of_number
from whatsapp_studio.base.clock import from_iso
from whatsapp_studio.reports.places import market_of
from whatsapp_studio.storage import merges, openings, runs, tombstones
from whatsapp_studio.storage.forgetting import let_go
from whatsapp_studio.storage.unlocking import unlocked

_IDS = "(SELECT value FROM json_each(:ids))"
_PHONES = "(SELECT value FROM json_each(:phones))"
_USERS = "(SELECT value FROM json_each(:users))"
_RUNS = f"(SELECT id FROM runs WHERE contact_id IN {_IDS})"
_MINE = f"contact_id IN {_IDS}"
# What there is of somebody: the name of the kind, its table, and which rows are theirs.
KINDS: tuple[tuple[str, str, str], ...] = (
    ("contacts", "contacts", f"id IN {_IDS}"),
    ("lists", "list_members", _MINE),
    ("notes", "notes", _MINE),
    ("consents", "consents", f"({_MINE} OR phone IN {_PHONES})"),
    ("messages", "outbox", f"({_MINE} OR phone IN {_PHONES})"),
    ("replies", "inbox", f"(phone IN {_PHONES} OR user_id IN {_USERS})"),
    ("journeys", "runs", _MINE),
    ("suppressions", "suppressions", f"phone IN {_PHONES}"),
    ("audit", "audit", "(kind IN ('contact', 'consent') AND object IN (SELECT CAST(value AS TEXT) FROM"
     " json_each(:ids)))"),
)  # fmt: skip
_NEVER_RAN = runs.packed_nothing(from_iso("1970-01-01T00:00:00.000+00:00"))


class Person(msgspec.Struct, frozen=True):
    """By what the rows of people are found: ids of contacts, every spelling of their numbers, Meta's user ids."""

    ids: tuple[int, ...]
    phones: tuple[str, ...]
    users: tuple[str, ...]

    def asked(self) -> dict[str, str]:
        """As parameters of SQL."""
        return {"ids": json.dumps(self.ids), "phones": json.dumps(self.phones), "users": json.dumps(self.users)}


def person(conn: sqlite3.Connection, ids: Sequence[int]) -> Person:
    """Who these contacts are, also by numbers they had before; ids nobody has are left out."""
    chosen = json.dumps(list(ids))
    rows = conn.execute(
        f"SELECT id, coalesce(phone, ''), wa_id, user_id FROM contacts WHERE id IN {_IDS}", {"ids": chosen}
    ).fetchall()
    told = {f"+{one}" if one and not one.startswith("+") else one for row in rows for one in row[1:3]}
    for table in ("consents", "outbox"):
        told.update(row[0] for row in conn.execute(f"SELECT phone FROM {table} WHERE {_MINE}", {"ids": chosen}))
    told |= {other_spelling(one) for one in told if one}
    # A number that is somebody else's by now is theirs.
    theirs = conn.execute(
        f"SELECT phone FROM contacts WHERE phone IN {_PHONES} AND id NOT IN {_IDS}",
        {"ids": chosen, "phones": json.dumps(sorted(told))},
    )
    told -= {row[0] for row in theirs}
    return Person(
        tuple(row[0] for row in rows), tuple(sorted(filter(None, told))), tuple(row[3] for row in rows if row[3])
    )


def counts(conn: sqlite3.Connection, who: Person) -> dict[str, int]:
    """How many rows there are of each kind."""
    asked = who.asked()
    return {
        name: int(conn.execute(f"SELECT count(*) FROM {table} WHERE {where}", asked).fetchone()[0])
        for name, table, where in KINDS
    }


def rows(conn: sqlite3.Connection, who: Person) -> dict[str, list[dict[str, object]]]:
    """Everything there is, by kind."""
    found: dict[str, list[dict[str, object]]] = {}
    for name, table, where in KINDS:
        cursor = conn.execute(f"SELECT * FROM {table} WHERE {where}", who.asked())
        columns = [one[0] for one in cursor.description]
        found[name] = [
            {name: value for name, value in zip(columns, row, strict=True) if not isinstance(value, bytes)}
            for row in cursor
        ]
    return found


def erase(conn: sqlite3.Connection, who: Person, now: str) -> int:
    """Take people out, within the transaction that is open; returns how many contacts there were.

    Messages that wait never leave (``erased``). The next contact may get an id of these: nothing that is kept has it.
    """
    asked = who.asked()
    tombstones.bury(conn, (*who.phones, *who.users), now)
    conn.execute(
        "UPDATE outbox SET state = 'excluded', reason = 'erased', settled_at = :now WHERE state = 'ready'"
        f" AND ({_MINE} OR phone IN {_PHONES})",
        {**asked, "now": now},
    )
    let_go(conn, asked["ids"], now)
    gone = {"ids": json.dumps([-one for one in who.ids])}
    _veil_messages(conn, {**asked, "ids": json.dumps([*who.ids, *(-one for one in who.ids)])})
    _veil_journeys(conn, gone)
    with unlocked(conn, "erase"):
        conn.execute(f"DELETE FROM consents WHERE {_MINE} OR phone IN {_PHONES}", asked)
        conn.execute(f"UPDATE audit SET before = '', after = '', name = '' WHERE {KINDS[-1][2]}", asked)
    openings.veil_openings(conn, who.phones)
    conn.execute(f"DELETE FROM suppressions WHERE phone IN {_PHONES}", asked)
    conn.execute(f"DELETE FROM practice_people WHERE phone IN {_PHONES}", asked)
    conn.execute(f"DELETE FROM import_before WHERE contact_id IN {_IDS}", asked)
    conn.execute(f"UPDATE journey_log SET facts = '{{}}', contact_id = -contact_id WHERE {_MINE}", asked)
    merges.forget(conn, who.ids)
    for phone in who.phones:
        conn.execute("DELETE FROM preview_samples WHERE instr(content, ?)", (phone[1:],))
    gone_contacts = conn.execute(f"DELETE FROM contacts WHERE id IN {_IDS}", asked).rowcount
    # What was deleted stays in the index of names until its parts become one.
    conn.execute("INSERT INTO contacts_fts (contacts_fts) VALUES ('optimize')")
    return gone_contacts


def _veil_messages(conn: sqlite3.Connection, asked: dict[str, str]) -> None:
    """Messages and replies without what they said and to whom; what answers what stays known, for the counts."""
    conn.create_function("veiled", 1, tombstones.veil(conn), deterministic=True)
    mine = f"({_MINE} OR phone IN {_PHONES})"
    conn.execute(
        "UPDATE news SET details = '', wamid = veiled(wamid)"
        f" WHERE wamid IN (SELECT wamid FROM outbox WHERE {mine} AND wamid IS NOT NULL)",
        asked,
    )
    conn.create_function("zone_of_number", 1, _zone_name, deterministic=True)
    conn.create_function("market_of_number", 1, market_of, deterministic=True)
    # Whose clock it was and where it went say nothing of the person, and reports count by them.
    conn.execute(
        "UPDATE outbox SET zone = CASE zone WHEN '' THEN zone_of_number(phone) ELSE zone END,"
        f" market = CASE market WHEN '' THEN market_of_number(phone) ELSE market END WHERE phone <> '' AND {mine}",
        asked,
    )
    conn.execute(
        "UPDATE outbox SET phone = '', name = '', fill = '{}', body = '', user_id = '', details = '', trace = '',"
        " wamid = CASE WHEN wamid IS NOT NULL THEN veiled(wamid) END, contact_id = -abs(contact_id)"
        f" WHERE {mine}",
        asked,
    )
    conn.execute(
        "UPDATE inbox SET phone = '', user_id = '', text = '', payload = '', wamid = veiled(wamid),"
        f" context = veiled(context) WHERE phone IN {_PHONES} OR user_id IN {_USERS}",
        asked,
    )


def _zone_name(phone: str) -> str:
    zone = zone_of_number(phone)
    return zone.key if zone is not None else ""


def _veil_journeys(conn: sqlite3.Connection, asked: dict[str, str]) -> None:
    """Runs without what started them, what they remembered and why they went where they went."""
    conn.execute(f"UPDATE passes SET log = x'' WHERE run_id IN {_RUNS}", asked)
    conn.execute(f"UPDATE effects SET details = '{{}}', answer = '' WHERE run_id IN {_RUNS}", asked)
    conn.execute(f"DELETE FROM signals WHERE run_id IN {_RUNS}", asked)
    conn.execute("UPDATE runs SET state = :state WHERE " + _MINE, {**asked, "state": _NEVER_RAN})
