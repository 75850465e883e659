"""Decides what an import would do, without writing: who is known, who comes twice, and what would change."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from whatsapp_studio.audience.importing_rows import Kept, Rows
from whatsapp_studio.storage.arrivals import Arrived
from whatsapp_studio.storage.contacts import column
from whatsapp_studio.storage.staging import Stopped, heard, one_spelling

Written = dict[str, Kept]


class Foreseen(NamedTuple):
    """A row as it would be written: what is there, and what would be."""

    line: int
    phone: str
    before: Written
    after: Written


class Foresight:
    """Rows of a file looked at in turn; the first ``count`` of known and of new contacts are kept to be shown."""

    def __init__(
        self, conn: sqlite3.Connection, now: str, texts: Sequence[str], fields: Sequence[str], *, keep: bool, count: int
    ) -> None:
        self._conn = conn
        self._keep = keep
        self._count = count
        self._stopped = Stopped(conn, now)
        there = {row[1] for row in conn.execute("PRAGMA main.table_info(contacts)")}
        self._names = [*texts, *(name for name in fields if column(name).strip('"') in there)]
        self._columns = [*texts, *(column(name) for name in self._names[len(texts) :])]
        self.added: list[Foreseen] = []
        self.updated: list[Foreseen] = []
        conn.execute("CREATE TABLE staging.seen (n INTEGER PRIMARY KEY, phone TEXT UNIQUE)")
        self._next = 0

    def add(self, rows: Rows) -> Arrived:
        """Look at some rows."""
        conn = self._conn
        phones = one_spelling(conn, rows.phones, ("contacts", "staging.seen"))
        places = range(self._next, self._next + len(phones))
        self._next += len(phones)
        before = conn.total_changes
        conn.execute("BEGIN")
        conn.executemany("INSERT OR IGNORE INTO staging.seen VALUES (?, ?)", zip(places, phones, strict=True))
        conn.execute("COMMIT")
        repeated: list[int] = []
        span = (places[0], places[-1])
        if conn.total_changes - before < len(phones):
            there = {n for (n,) in conn.execute("SELECT n FROM staging.seen WHERE n BETWEEN ? AND ?", span)}
            repeated = [n - places[0] for n in places if n not in there]
        (known,) = conn.execute(
            "SELECT count(*) FROM staging.seen s JOIN contacts c ON c.phone = s.phone WHERE s.n BETWEEN ? AND ?", span
        ).fetchone()
        if len(self.added) < self._count or len(self.updated) < self._count:
            self._look(rows, phones, set(repeated))
        return Arrived(known, repeated)

    def _look(self, rows: Rows, phones: Sequence[str], repeated: set[int]) -> None:
        stopped = self._stopped.of(phones)
        listed = ", ".join(("phone", "marketing", *self._columns))
        there = {phone: (marketing, cells) for phone, marketing, *cells in self._conn.execute(
            f"SELECT {listed} FROM contacts WHERE phone IN (SELECT value FROM json_each(?))", (json.dumps([*phones]),)
        )}  # fmt: skip
        for place, phone in enumerate(phones):
            known = phone in there
            shown = self.updated if known else self.added
            if place in repeated or len(shown) >= self._count:
                continue
            now, cells = there.get(phone, ("unknown", []))
            old: Written = {"marketing": now, **dict(zip(self._names, cells, strict=True))} if known else {}
            new: Written = {} if known else {"country": rows.countries[place]}
            written = {**rows.texts, **rows.fields}
            if not (known and self._keep):
                new |= {name: values[place] for name, values in written.items() if values[place] not in ("", None)}
            say = rows.says[place] if rows.says else "unknown"
            if heard(say, phone, stopped, now) and not (known and self._keep and say == "yes"):
                new["marketing"] = say
            elif stopped.get(phone) and not (known and self._keep):
                new["marketing"] = "no"
            shown.append(Foreseen(rows.lines[place], phone, old, new))
