"""Decides how contacts, their custom fields and their consent are kept and found."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from whatsapp_studio.audience.contact import Consent, Contact, CustomField
from whatsapp_studio.audience.rules import InSegment
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.storage import consents, finding, suppressions
from whatsapp_studio.storage.asking import asking
from whatsapp_studio.storage.columns import column as column
from whatsapp_studio.storage.db import Store, world_errors
from whatsapp_studio.storage.forgetting import let_go
from whatsapp_studio.storage.segments import SegmentStore
from whatsapp_studio.storage.suppressions import any_block
from whatsapp_studio.storage.unlocking import unlocked

# A contact row `c` nobody may be written to: on the block list, or a marketing "no".
opted_out_sql = f"(c.marketing = 'no' OR {any_block('c.phone', marketing=True)})"
# On the block list: who says no to marketing alone may still be answered within 24 hours.
blocked_sql = any_block("c.phone", marketing=False)

_STANDARD = (
    "c.id, coalesce(c.phone, ''), c.first_name, c.last_name, c.language, c.country, c.time_zone, c.marketing, "
    f"{opted_out_sql}, c.is_test, c.wa_id, c.created_at, c.user_id, c.utility, c.raw_phone"
)
_WRITTEN_TO = (
    "c.id, coalesce(c.phone, ''), c.first_name, c.last_name, c.language, c.country, c.time_zone, c.marketing, c.utility"
)
SQL_TYPE = {
    "text": "TEXT", "number": "REAL", "date": "TEXT", "datetime": "TEXT", "boolean": "INTEGER", "list": "TEXT",
}  # fmt: skip
_SLICE = 10_000
_NO_SEGMENT: finding.Conditions = ([], [])


class ContactStore:
    """Contacts as the workspace keeps them."""

    def __init__(self, store: Store, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """``now`` is the moment at which segments are asked."""
        self._store, self._now = store, now

    # Reading

    def count(self, query: ContactQuery) -> int:
        """How many contacts a query finds."""
        with self._meant(query) as segment:
            conditions, params = found_sql(query, segment)
            found = self._store.value(f"SELECT count(*) FROM contacts c {conditions}", params)
        return int(found) if isinstance(found, int) else 0

    def ids(self, query: ContactQuery, limit: int | None = None) -> array[int]:
        """The ids of the contacts a query finds, in its order, ``limit`` at most."""
        with world_errors(), self._meant(query) as segment:
            return finding.ids(self._store.db.conn, _filters(query, segment), query, limit)

    @contextmanager
    def _meant(self, query: ContactQuery) -> Iterator[finding.Conditions]:
        """The condition that the segment of a query stands for; none where it asks for none."""
        if query.segment_id is None:
            yield [], []
            return
        segment = SegmentStore(self._store).get(query.segment_id)
        with asking(self._store.db.conn, self._now()) as compiler:
            sql, params = compiler.condition(InSegment(segment.name)) if segment is not None else ("0", [])
            yield [f"({sql})"], params

    def get(self, id: int) -> Contact | None:
        """One contact by id."""
        return next(self._read("WHERE c.id = ?", (id,)), None)

    def get_many(self, ids: Sequence[int]) -> list[Contact]:
        """Contacts by id, in the order asked for; ids nobody has are left out."""
        found: dict[int, Contact] = {}
        for part in slices(ids):
            rows = self._read("WHERE c.id IN (SELECT value FROM json_each(?))", (json.dumps(part),))
            found.update((contact.id, contact) for contact in rows)
        return [found[id] for id in ids if id in found]

    def to_write_to(self, ids: Sequence[int], fields: Collection[str]) -> list[Contact]:
        """Contacts by rising id with what writing to them needs, and of their own fields only these ``fields``."""
        kinds = [one for one in self.fields() if one.name in fields]
        names = [one.name for one in kinds]
        columns = ", ".join((_WRITTEN_TO, *(f"c.{column(name)}" for name in names)))
        found: list[Contact] = []
        for part in slices(ids):
            rows = self._store.db.conn.execute(
                f"SELECT {columns} FROM contacts c WHERE c.id IN (SELECT value FROM json_each(?)) ORDER BY c.id",
                (json.dumps(part),),
            )
            for id, phone, first, last, language, country, zone, marketing, utility, *custom in rows:
                found.append(
                    Contact(
                        id=id, phone=phone, first_name=first, last_name=last, language=language, country=country,
                        time_zone=zone, marketing=marketing, utility=utility,
                        fields=dict(zip(names, _typed(custom, kinds), strict=True)) if names else {},
                    )
                )  # fmt: skip
        return found

    def by_phone(self, *phones: str) -> Contact | None:
        """The first contact that has one of these numbers, or is known to Meta by it."""
        # Two questions: with OR neither index would be used.
        for where, keys in (
            ("WHERE c.phone = ?", phones),
            ("WHERE c.wa_id = ? AND c.wa_id <> ''", [phone.lstrip("+") for phone in phones]),
        ):
            for key in keys:
                found = next(self._read(where, (key,)), None)
                if found:
                    return found
        return None

    def iter_audience(self, kind: str, list_id: int | None, after_id: int, limit: int) -> list[Contact]:
        """The next ``limit`` contacts of an audience after ``after_id``, in the order of ids."""
        if kind == "all":
            return list(self._read("WHERE c.id > ? ORDER BY c.id LIMIT ?", (after_id, limit)))
        if kind == "list":
            return list(
                self._read(
                    "JOIN list_members m ON m.contact_id = c.id WHERE m.list_id = ? AND m.contact_id > ? "
                    "ORDER BY m.contact_id LIMIT ?",
                    (list_id, after_id, limit),
                )
            )
        raise ValueError(f"no audience of kind {kind!r}")

    def _read(self, tail: str, params: tuple[object, ...]) -> Iterator[Contact]:
        fields = self.fields()
        names = [f.name for f in fields]
        lists = [i for i, f in enumerate(fields) if f.kind == "list"]
        flags = [i for i, f in enumerate(fields) if f.kind == "boolean"]
        numbers = [i for i, f in enumerate(fields) if f.kind == "number"]
        columns = ", ".join((_STANDARD, *(f"c.{column(name)}" for name in names)))
        with world_errors():
            rows = self._store.db.conn.execute(f"SELECT {columns} FROM contacts c {tail}", params)
            for row in rows:
                yield _contact(row, names, flags, numbers, lists)

    # Custom fields

    def fields(self) -> list[CustomField]:
        """Every custom field, in the order they were added."""
        with world_errors():
            rows = self._store.db.conn.execute(
                "SELECT name, label, kind, options FROM fields ORDER BY position"
            ).fetchall()
        return [
            CustomField(name=name, label=label, kind=kind, options=tuple(json.loads(options)))
            for name, label, kind, options in rows
        ]

    def add_field(self, field: CustomField) -> None:
        """Add a typed column for a field; its name must be new."""
        quoted = column(field.name)
        with self._store.write() as conn:
            if conn.execute("SELECT 1 FROM fields WHERE name = ?", (field.name,)).fetchone():
                raise UserError("field-taken", name=field.name)
            conn.execute(f"ALTER TABLE contacts ADD COLUMN {quoted} {SQL_TYPE[field.kind]}")
            conn.execute(
                "INSERT INTO fields (name, label, kind, options, position) "
                "SELECT ?, ?, ?, ?, coalesce(max(position), 0) + 1 FROM fields",
                (field.name, field.label, field.kind, json.dumps(field.options)),
            )

    # Writing

    def write(self, contact: Contact, now: str) -> int:
        """Add (id 0) or overwrite a contact without its marketing answer; returns its id."""
        known = {f.name for f in self.fields()}
        values: dict[str, object] = {
            "phone": contact.phone or None, "wa_id": contact.wa_id, "user_id": contact.user_id,
            "raw_phone": contact.raw_phone, "first_name": contact.first_name,
            "last_name": contact.last_name, "language": contact.language, "country": contact.country,
            "time_zone": contact.time_zone, "is_test": int(contact.is_test), "updated_at": now,
            **{
                column(name).strip('"'): json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value
                for name, value in contact.fields.items() if name in known
            },
        }  # fmt: skip
        with self._store.write() as conn:
            if contact.id == 0:
                values["created_at"] = now
                names = ", ".join(f'"{name}"' for name in values)
                places = ", ".join("?" * len(values))
                added = conn.execute(f"INSERT INTO contacts ({names}) VALUES ({places})", tuple(values.values()))
                return int(added.lastrowid or 0)
            sets = ", ".join(f'"{name}" = ?' for name in values)
            conn.execute(f"UPDATE contacts SET {sets} WHERE id = ?", (*values.values(), contact.id))
            return contact.id

    def delete(self, ids: Sequence[int], now: str) -> int:
        """Forget contacts; whoever said no stays on the block list. Returns how many there were.

        They leave every journey, and what still waits to be sent to them never leaves.
        """
        gone = 0
        with self._store.write() as conn:
            for part in slices(ids):
                chosen = json.dumps(part)
                conn.execute(
                    "INSERT OR IGNORE INTO suppressions (phone, reason, source, at) "
                    "SELECT phone, 'opted-out', 'contact deleted', ? FROM contacts "
                    "WHERE phone IS NOT NULL AND marketing = 'no' AND id IN (SELECT value FROM json_each(?))",
                    (now, chosen),
                )
                let_go(conn, chosen, now)
                gone += conn.execute(
                    "DELETE FROM contacts WHERE id IN (SELECT value FROM json_each(?))", (chosen,)
                ).rowcount
        return gone

    def say(self, ids: Sequence[int], state: Consent, source: str, now: str) -> int:
        """Write a marketing answer of these contacts into the ledger and onto them; returns how many there were."""
        with self._store.write() as conn:
            return consents.record(conn, ids, "marketing", state, source, now)

    def ledger(self, phone: str) -> list[tuple[str, str, str, str]]:
        """Every answer a number gave: state, source, time, evidence; the newest first."""
        rows = self._store.rows(
            "SELECT state, source, at, evidence FROM consents WHERE phone = ? AND purpose = 'marketing' "
            "ORDER BY id DESC",
            (phone,),
        )
        return [(row["state"], row["source"], row["at"], row["evidence"]) for row in rows]

    # The block list

    def block(self, phones: Iterable[str], reason: str, source: str, now: str, *, opts_out: bool) -> int:
        """Put numbers on the block list; an opt-out is also an answer in the ledger. Returns how many are new."""
        new = 0
        with self._store.write() as conn:
            for phone in phones:
                new += conn.execute(
                    "INSERT OR IGNORE INTO suppressions (phone, reason, source, at) VALUES (?, ?, ?, ?)",
                    (phone, reason, source, now),
                ).rowcount
                if opts_out:
                    row = conn.execute("SELECT id FROM contacts WHERE phone = ?", (phone,)).fetchone()
                    consents.answer(conn, phone, row[0] if row else None, "no", source, now, now)
        return new

    def unblock(self, phones: Iterable[str], now: str) -> int:
        """Take numbers off the block list; a "no" becomes "unknown", for nobody said yes. Returns how many."""
        freed = 0
        with self._store.write() as conn:
            for phone in phones:
                listed = suppressions.lift(conn, [(phone, False)])
                asked = "SELECT id FROM contacts WHERE phone = ? AND marketing = 'no'"
                said_no = conn.execute(asked, (phone,)).fetchone()
                if said_no is not None:
                    consents.record(conn, said_no, "marketing", "unknown", "unblocked", now)
                freed += bool(listed or said_no)
        return freed

    def blocked_phones(self) -> list[tuple[str, str, datetime]]:
        """The block list: number, reason, since when; the newest first."""
        rows = self._store.rows("SELECT phone, reason, at FROM suppressions ORDER BY at DESC, phone")
        return [(row["phone"], row["reason"], datetime.fromisoformat(row["at"])) for row in rows]

    def remove_sample(self, now: str) -> int:
        """Delete the sample contacts with everything said about them, and lists that held nobody else."""
        with self._store.write() as conn:
            conn.execute(
                "DELETE FROM lists WHERE id IN (SELECT list_id FROM list_members m "
                "JOIN contacts c ON c.id = m.contact_id GROUP BY list_id HAVING min(c.is_sample) = 1)"
            )
            with unlocked(conn, "sample"):
                for table in ("consents", "suppressions"):
                    conn.execute(f"DELETE FROM {table} WHERE phone IN (SELECT phone FROM contacts WHERE is_sample = 1)")
            (chosen,) = conn.execute("SELECT json_group_array(id) FROM contacts WHERE is_sample = 1").fetchone()
            let_go(conn, chosen, now)
            return conn.execute("DELETE FROM contacts WHERE is_sample = 1").rowcount


def slices(ids: Sequence[int]) -> Iterator[list[int]]:
    """Ids in parts that fit one statement."""
    for start in range(0, len(ids), _SLICE):
        yield list(ids[start : start + _SLICE])


def _contact(
    row: tuple[Any, ...], names: list[str], flags: list[int], numbers: list[int], lists: list[int]
) -> Contact:
    (id, phone, first, last, language, country, zone, marketing, blocked, is_test, wa_id, created, user_id,
     utility, raw_phone, *custom) = row
    for i in flags:
        if custom[i] is not None:
            custom[i] = bool(custom[i])
    for i in lists:
        if custom[i] is not None:
            custom[i] = tuple(json.loads(custom[i]))
    for i in numbers:
        value = custom[i]
        # "12.0 points" is not what anybody typed.
        if isinstance(value, float) and value.is_integer():
            custom[i] = int(value)
    return Contact(
        id=id, phone=phone, first_name=first, last_name=last, language=language, country=country, time_zone=zone,
        marketing=marketing, blocked=blocked == 1, is_test=is_test == 1, wa_id=wa_id,
        created_at=datetime.fromisoformat(created), user_id=user_id, utility=utility, raw_phone=raw_phone,
        fields=dict(zip(names, custom, strict=True)),
    )  # fmt: skip


def _typed(values: list[Any], kinds: Sequence[CustomField]) -> list[Any]:
    """Values of own fields as a contact has them."""
    for place, field in enumerate(kinds):
        value = values[place]
        if value is None:
            continue
        if field.kind == "boolean":
            values[place] = bool(value)
        elif field.kind == "list":
            values[place] = tuple(json.loads(value))
        elif isinstance(value, float) and value.is_integer():
            values[place] = int(value)
    return values


def found_sql(
    query: ContactQuery, segment: finding.Conditions = _NO_SEGMENT
) -> tuple[str, tuple[object, ...]]:
    """The condition on a contact row ``c`` that a query stands for, with ``WHERE`` where there is one.

    ``segment`` is the condition of its segment.
    """
    (conditions, params), (words, more) = _filters(query, segment), finding.said(query.search)
    every = conditions + words
    return ("WHERE " + " AND ".join(every) if every else ""), (*params, *more)


def _filters(query: ContactQuery, segment: finding.Conditions) -> finding.Conditions:
    """The conditions of a query beside what is searched."""
    conditions, params = [*segment[0]], [*segment[1]]
    if query.list_id is not None:
        conditions.append("c.id IN (SELECT contact_id FROM list_members WHERE list_id = ?)")
        params.append(query.list_id)
    if query.marketing is not None:
        conditions.append("c.marketing = ?")
        params.append(query.marketing)
    if query.blocked is not None:
        conditions.append(opted_out_sql if query.blocked else f"NOT {opted_out_sql}")
    if query.is_test is not None:
        conditions.append("c.is_test = ?")
        params.append(int(query.is_test))
    return conditions, params
