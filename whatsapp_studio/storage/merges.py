"""Decides how two contacts become one row, what goes along, and how exactly that is taken back.

What happened to both stays: messages, runs, answers, notes and replies change hands, and the merge remembers which were
whose. A merge holds what was known of a person: whoever erases one calls :func:`forget` in the same transaction.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.audience.merging import Merge
from whatsapp_studio.audience.phone import line_of, other_spelling
from whatsapp_studio.base.clock import from_iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.storage.audit import note as audit
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.db import Store

# Rows that change hands: table and its key. Those of journeys are found by contact as well.
_MOVED = (
    ("consents", "id"), ("outbox", "id"), ("runs", "id"), ("notes", "id"), ("signals", "id"), ("journey_log", "id"),
)  # fmt: skip
# Rows of which a contact has one each: the kept one's stay, the other's are added where they are missing.
_UNITED = (
    ("list_members", ("list_id",)), ("seen", ("journey_id", "test", "step")), ("reading_members", ("reading_id",)),
    ("cap_resets", ("cap_id",)),
)  # fmt: skip
Row = dict[str, Any]


class MergeStore:
    """Merges, done and undone."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._people = ContactStore(store)

    def of(self, contact: int) -> list[Merge]:
        """The merges a contact came out of, the newest first."""
        rows = self._store.rows("SELECT * FROM merges WHERE kept_id = ? ORDER BY id DESC", (contact,))
        return [_merge(row) for row in rows]

    def twins(self) -> list[tuple[int, int]]:
        """Pairs of contacts that write one telephone line in two ways, or that Meta knows by one number; older first.

        Brazil, Mexico and Argentina have two spellings; the same name is no reason.
        """
        rows = self._store.rows(
            "SELECT a.id AS one, b.id AS other, a.phone, b.phone AS second FROM contacts a JOIN contacts b ON b.phone ="
            " CASE WHEN a.phone < '+53' THEN '+521' || substr(a.phone, 4) WHEN a.phone < '+55'"
            " THEN '+549' || substr(a.phone, 4) ELSE substr(a.phone, 1, 5) || '9' || substr(a.phone, 6) END"
            " WHERE (a.phone >= '+52' AND a.phone < '+53') OR (a.phone >= '+54' AND a.phone < '+56')"
        )
        found = {
            (min(row["one"], row["other"]), max(row["one"], row["other"]))
            for row in rows if line_of(row["phone"]) == line_of(row["second"])
        }  # fmt: skip
        known = self._store.rows(
            "SELECT a.id AS one, b.id AS other FROM contacts a JOIN contacts b ON b.phone = '+' || a.wa_id"
            " WHERE a.wa_id <> '' AND a.id <> b.id UNION ALL SELECT a.id, b.id FROM contacts a JOIN contacts b"
            " ON b.wa_id = a.wa_id AND b.wa_id <> '' AND b.id > a.id WHERE a.wa_id <> ''"
        )
        found |= {(min(row["one"], row["other"]), max(row["one"], row["other"])) for row in known}
        return sorted(found)

    def merge(self, result: Contact, gone: int, now: str) -> int:
        """Make ``gone`` part of the contact ``result``, which says how it is to be; the id of the merge.

        Raises ``UserError`` where one of them is gone, or both are inside the same journey (``merge-both-inside``).
        """
        kept = result.id
        with self._store.write() as conn:
            before = {name: _row(conn, id) for name, id in (("kept", kept), ("gone", gone))}
            _apart(conn, kept, gone)
            snapshot: dict[str, Any] = {**before, "moved": {}, "united": {}, "had": {}}
            for table, keys in _UNITED:
                snapshot["united"][table] = _rows(conn, table, gone)
                snapshot["had"][table] = [[row[key] for key in keys] for row in _rows(conn, table, kept)]
                _unite(conn, table, kept, snapshot["united"][table])
            snapshot["queued"] = _settle_twice(conn, kept, gone, result.phone, now)
            for table, key in _MOVED:
                ids = [row[0] for row in conn.execute(f"SELECT {key} FROM {table} WHERE contact_id = ?", (gone,))]
                snapshot["moved"][table] = ids
                _hand_over(conn, table, key, ids, kept)
            snapshot["inbox"] = _replies(conn, before, result.phone)
            snapshot["blocked"] = _block(conn, before, result.phone, now)
            conn.execute("DELETE FROM contacts WHERE id = ?", (gone,))
            self._people.write(result, now)
            conn.execute(
                "UPDATE contacts SET marketing = ?, utility = ? WHERE id = ?", (result.marketing, result.utility, kept)
            )
            snapshot["seal"] = _seal(conn, kept)
            added = conn.execute(
                "INSERT INTO merges (kept_id, gone_id, at, before) VALUES (?, ?, ?, ?)",
                (kept, gone, now, json.dumps(snapshot, ensure_ascii=False)),
            )
            audit(conn, now, "contacts-merged", "contact", kept, "", {"contacts": [kept, gone]}, {"contacts": [kept]})
            return int(added.lastrowid or 0)

    def undo(self, id: int, now: str) -> tuple[int, int]:
        """Make two contacts of one again, both as they were; their ids.

        What came since stays with the one that was kept. Raises ``UserError("merge-changed")`` where that one was
        changed since, was deleted or merged again, or the place or the number of the other one is taken.
        """
        with self._store.write() as conn:
            row = conn.execute("SELECT kept_id, gone_id, before FROM merges WHERE id = ? AND undone_at = ''", (id,))
            found = row.fetchone()
            if found is None:
                raise UserError("merge-changed")
            kept, gone, snapshot = int(found[0]), int(found[1]), json.loads(found[2])
            if not snapshot or _seal(conn, kept) != snapshot["seal"] or _taken(conn, kept, snapshot["gone"]):
                raise UserError("merge-changed")
            conn.execute("UPDATE contacts SET phone = NULL, user_id = '' WHERE id = ?", (kept,))
            _put(conn, "contacts", snapshot["gone"])
            _restore(conn, snapshot["kept"])
            for table, key in _MOVED:
                _hand_over(conn, table, key, snapshot["moved"][table], gone)
            for table, keys in _UNITED:
                _divide(conn, table, keys, kept, snapshot["united"][table], snapshot["had"][table])
            for old in snapshot["queued"]:
                conn.execute(
                    "UPDATE outbox SET phone = :phone, state = CASE WHEN state = 'excluded' AND reason = 'duplicate'"
                    " THEN 'ready' ELSE state END, reason = CASE WHEN reason = 'duplicate' THEN '' ELSE reason END,"
                    " settled_at = CASE WHEN reason = 'duplicate' THEN NULL ELSE settled_at END WHERE id = :id"
                    " AND (state = 'ready' OR reason = 'duplicate')", old,
                )  # fmt: skip
            replies = [(was, one) for one, was in snapshot["inbox"]]
            conn.executemany("UPDATE inbox SET phone = ? WHERE wamid = ?", replies)
            conn.execute("DELETE FROM suppressions WHERE phone = ? AND source = 'merged'", (snapshot["blocked"],))
            conn.execute("UPDATE merges SET undone_at = ?, before = '{}' WHERE id = ?", (now, id))
            audit(conn, now, "contacts-unmerged", "contact", kept, "", {"contacts": [kept]}, {"contacts": [kept, gone]})
            return kept, gone


def forget(conn: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Drop what merges remember of contacts; they can no longer be taken back."""
    chosen = json.dumps(list(ids))
    conn.execute(
        "UPDATE merges SET before = '{}' WHERE kept_id IN (SELECT value FROM json_each(:ids))"
        " OR gone_id IN (SELECT value FROM json_each(:ids))",
        {"ids": chosen},
    )


def _merge(row: sqlite3.Row) -> Merge:
    return Merge(
        id=row["id"], kept=row["kept_id"], gone=row["gone_id"], at=from_iso(row["at"]),
        undone_at=from_iso(row["undone_at"]) if row["undone_at"] else None,
    )  # fmt: skip


def _rows(conn: sqlite3.Connection, table: str, contact: int) -> list[Row]:
    cursor = conn.execute(f"SELECT * FROM {table} WHERE contact_id = ?", (contact,))
    names = [one[0] for one in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _row(conn: sqlite3.Connection, id: int) -> Row:
    cursor = conn.execute("SELECT * FROM contacts WHERE id = ?", (id,))
    names = [one[0] for one in cursor.description]
    found = cursor.fetchone()
    if found is None:
        raise UserError("contact-gone")
    return dict(zip(names, found, strict=True))


def _apart(conn: sqlite3.Connection, kept: int, gone: int) -> None:
    """Nobody is inside a journey twice."""
    both = conn.execute(
        "SELECT j.name FROM runs a JOIN runs b ON b.journey_id = a.journey_id AND b.test = a.test AND b.ended IS NULL"
        " JOIN journeys j ON j.id = a.journey_id WHERE a.contact_id = ? AND b.contact_id = ? AND a.ended IS NULL",
        (kept, gone),
    ).fetchone()
    if both:
        raise UserError("merge-both-inside", journey=both[0])


def _unite(conn: sqlite3.Connection, table: str, kept: int, rows: Iterable[Row]) -> None:
    for row in rows:
        _put(conn, table, {**row, "contact_id": kept}, "OR IGNORE")
        _drop(conn, table, row)


def _divide(
    conn: sqlite3.Connection, table: str, keys: tuple[str, ...], kept: int, rows: Iterable[Row], had: list[list[Any]]
) -> None:
    """Give the rows back that were another's, and take them from the kept one where it had none of its own.

    A list that was deleted since is left out.
    """
    for row in rows:
        place = {key: row[key] for key in keys}
        still = conn.execute(
            f"SELECT 1 FROM {table} WHERE contact_id = :contact AND " + " AND ".join(f"{key} = :{key}" for key in keys),
            {**place, "contact": kept},
        ).fetchone()
        if still is None:
            continue
        if list(place.values()) not in had:
            _drop(conn, table, {**place, "contact_id": kept})
        _put(conn, table, row)


def _put(conn: sqlite3.Connection, table: str, row: Mapping[str, object], how: str = "") -> None:
    known = {one[1] for one in conn.execute(f"PRAGMA table_info({table})")}
    names = [name for name in row if name in known]
    listed = ", ".join(f'"{name}"' for name in names)
    places = ", ".join("?" * len(names))
    conn.execute(f"INSERT {how} INTO {table} ({listed}) VALUES ({places})", [row[name] for name in names])


def _restore(conn: sqlite3.Connection, row: Row) -> None:
    known = {one[1] for one in conn.execute("PRAGMA table_info(contacts)")}
    sets = ", ".join(f'"{name}" = :{name}' for name in row if name in known)
    conn.execute(f"UPDATE contacts SET {sets} WHERE id = :id", row)


def _drop(conn: sqlite3.Connection, table: str, row: Row) -> None:
    named = [name for name in row if name != "at"]
    conn.execute(f"DELETE FROM {table} WHERE " + " AND ".join(f"{name} = :{name}" for name in named), row)


def _hand_over(conn: sqlite3.Connection, table: str, key: str, ids: list[int], to: int) -> None:
    conn.execute(
        f"UPDATE {table} SET contact_id = ? WHERE {key} IN (SELECT value FROM json_each(?))", (to, json.dumps(ids))
    )


def _settle_twice(conn: sqlite3.Connection, kept: int, gone: int, phone: str, now: str) -> list[Row]:
    """Messages that still wait go to the number that is kept, once for each campaign; returns them as they were."""
    waiting = conn.execute(
        "SELECT id, phone, campaign_id, contact_id, run_id FROM outbox WHERE contact_id IN (?, ?) AND state = 'ready'"
        " ORDER BY contact_id = ? DESC, id", (kept, gone, kept),
    ).fetchall()  # fmt: skip
    met: set[str] = {row[0] for row in conn.execute(
        "SELECT DISTINCT campaign_id FROM outbox WHERE contact_id = ? AND state NOT IN ('ready', 'excluded')", (kept,)
    )}  # fmt: skip
    for id, _phone, campaign, contact, run in waiting:
        if run is None and contact == gone and campaign in met:
            conn.execute(
                "UPDATE outbox SET state = 'excluded', reason = 'duplicate', settled_at = ? WHERE id = ?", (now, id)
            )
        else:
            met.add(campaign)
            conn.execute("UPDATE outbox SET phone = ? WHERE id = ?", (phone, id))
    return [{"id": row[0], "phone": row[1]} for row in waiting]


def _replies(conn: sqlite3.Connection, before: Mapping[str, Row], phone: str) -> list[tuple[str, str]]:
    """Replies to either number become replies of the number that is kept; returns which, and their number before."""
    changed: list[tuple[str, str]] = []
    if not phone:
        return changed
    for row in before.values():
        own = row["phone"] or ""
        spellings = [one for one in {own, other_spelling(own), f"+{row['wa_id']}"} if len(one) > 1 and one != phone]
        found = conn.execute(
            "SELECT wamid, phone FROM inbox WHERE phone IN (SELECT value FROM json_each(?))", (json.dumps(spellings),)
        ).fetchall()
        conn.executemany("UPDATE inbox SET phone = ? WHERE wamid = ?", [(phone, one) for one, _was in found])
        changed += found
    return changed


def _block(conn: sqlite3.Connection, before: Mapping[str, Row], phone: str, now: str) -> str:
    """Block the number that is kept where the other one is blocked; returns it where that is new."""
    other = next((row["phone"] for row in before.values() if row["phone"] and row["phone"] != phone), None)
    added = 0
    if phone and other:
        added = conn.execute(
            "INSERT OR IGNORE INTO suppressions (phone, reason, source, at, until) SELECT ?, reason, 'merged', ?, until"
            " FROM suppressions WHERE phone = ?", (phone, now, other),
        ).rowcount  # fmt: skip
    return phone if added else ""


def _seal(conn: sqlite3.Connection, kept: int) -> str:
    """What a contact is now, as a hash: its row and its lists."""
    row = conn.execute("SELECT * FROM contacts WHERE id = ?", (kept,)).fetchone()
    lists = conn.execute("SELECT list_id FROM list_members WHERE contact_id = ? ORDER BY 1", (kept,)).fetchall()
    # A field that was added since is empty: it changes nothing.
    said = [value for value in row if value is not None] if row else []
    return hashlib.blake2b(json.dumps([said, lists]).encode(), digest_size=16).hexdigest()


def _taken(conn: sqlite3.Connection, kept: int, gone: Row) -> bool:
    return conn.execute(
        "SELECT 1 FROM contacts WHERE id = :id OR (id <> :kept AND phone = :phone)"
        " OR (id <> :kept AND user_id <> '' AND user_id = :user_id)",
        {**gone, "kept": kept},
    ).fetchone() is not None  # fmt: skip
