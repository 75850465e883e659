"""Decides how the rows of an import become contacts: inside one transaction, many at a time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from whatsapp_studio.audience.contact import Consent
from whatsapp_studio.audience.importing_rows import Rows
from whatsapp_studio.storage.contacts import column
from whatsapp_studio.storage.staging import Stopped, heard, one_spelling
from whatsapp_studio.storage.unlocking import unlocked

# From so many rows on it is cheaper to make the indexes again than to keep them while the rows come.
_MANY = 20_000
# Rows of one statement; SQLite takes 32,766 parameters (sqlite.org/limits.html, section 9).
_AT_ONCE, _PARAMETERS = 200, 32_000


class Arrived(NamedTuple):
    """What became of some rows: how many were of contacts that are known, and the places of those seen before."""

    known: int
    repeated: list[int]


class Terms(NamedTuple):
    """On which terms rows arrive. ``keep`` leaves the data of known contacts alone."""

    now: str
    keep: bool
    is_sample: bool
    evidence: str
    wording: str
    list_id: int | None


class Arrivals:
    """Contacts as they come in, within the transaction that is open on ``conn``; ``finish`` ends the work.

    While they come, new names are indexed a batch at a time, not a row at a time by the trigger; where most contacts
    are new the other indexes are made at the end.
    """

    def __init__(
        self, conn: sqlite3.Connection, terms: Terms, texts: Sequence[str], fields: Sequence[str], expected: int
    ) -> None:
        self._conn = conn
        self._terms = terms
        self._texts = texts
        self._fields = fields
        self._columns = [*texts, *map(column, fields)]
        self._stopped = Stopped(conn, terms.now)
        newest = conn.execute("SELECT coalesce(max(id), 0) FROM contacts").fetchone()[0]
        self.first = self._next = int(newest) + 1
        self.first_consent = int(conn.execute("SELECT coalesce(max(id), 0) FROM consents").fetchone()[0]) + 1
        conn.execute("DELETE FROM import_before")
        listed = "".join(f", {name}" for name in self._columns)
        conn.execute("CREATE TABLE staging.met (id INTEGER PRIMARY KEY)")
        conn.execute(f"CREATE TABLE staging.changes (id INTEGER PRIMARY KEY, marketing TEXT{listed})")
        self._again = self._drop("trigger", "name = 'contacts_ai'")
        if expected >= max(_MANY, newest):
            self._again += self._drop("index", "sql NOT LIKE '% UNIQUE %' AND sql NOT LIKE '% WHERE %'")
        self._width = 5 + len(self._columns)
        self._into = (
            f"INSERT OR IGNORE INTO contacts (id, phone, country, raw_phone, marketing{listed}, is_sample, created_at, "
            "updated_at) VALUES "
        )
        self._values = f"({', '.join('?' * self._width)}, {int(terms.is_sample)}, '{terms.now}', '{terms.now}')"

    @property
    def last(self) -> int:
        """The highest id that was given so far."""
        return self._next - 1

    def _drop(self, kind: str, which: str) -> list[str]:
        """Take triggers or indexes of the contacts away until ``finish``; how to make them again."""
        found = self._conn.execute(
            f"SELECT name, sql FROM main.sqlite_master WHERE type = ? AND tbl_name = 'contacts' "
            f"AND sql IS NOT NULL AND {which}",
            (kind,),
        ).fetchall()
        for name, _ in found:
            self._conn.execute(f'DROP {kind} main."{name}"')
        return [sql for _, sql in found]

    def finish(self) -> None:
        """Make what was taken away again."""
        for sql in self._again:
            self._conn.execute(sql)

    def add(self, rows: Rows) -> Arrived:
        """Write some rows; each number is used once, and a "no" of a later row outweighs what the first one said."""
        conn = self._conn
        phones = one_spelling(conn, rows.phones)
        stopped = self._stopped.of(phones)
        says: Sequence[Consent] = rows.says or ["unknown"] * len(phones)
        # Nobody of these is known yet, so whatever they say counts, unless they are blocked.
        marketing = says if not stopped else [
            say if heard(say, phone, stopped) else "no" if stopped.get(phone) else "unknown"
            for say, phone in zip(says, phones, strict=True)
        ]  # fmt: skip
        ids = range(self._next, self._next + len(phones))
        self._next += len(phones)
        before = conn.total_changes
        self._insert([
            ids, phones, rows.countries, rows.raws, marketing, *(rows.texts[name] for name in self._texts),
            *(rows.fields[name] for name in self._fields),
        ])  # fmt: skip
        arrived = Arrived(0, [])
        span = (ids[0], ids[-1])
        new: Sequence[int] = range(len(phones))
        if conn.total_changes - before < len(phones):
            there = {id for (id,) in conn.execute("SELECT id FROM contacts WHERE id BETWEEN ? AND ?", span)}
            new = [place for place, id in enumerate(ids) if id in there]
        conn.execute(
            "INSERT INTO contacts_fts (rowid, first_name, last_name) "
            "SELECT id, first_name, last_name FROM contacts WHERE id BETWEEN ? AND ?",
            span,
        )
        if rows.says is not None:
            self._tell(rows, [
                (place, ids[place], phones[place]) for place in new
                if says[place] == marketing[place] and says[place] != "unknown"
            ])  # fmt: skip
        if self._terms.list_id is not None:
            conn.execute(
                "INSERT INTO list_members SELECT ?, id FROM contacts WHERE id BETWEEN ? AND ?",
                (self._terms.list_id, *span),
            )
        if len(new) < len(phones):
            others = sorted(set(range(len(phones))).difference(new))
            arrived = self._meet(rows, phones, says, others, stopped)
        return arrived

    def _insert(self, columns: Sequence[Sequence[object]]) -> None:
        """Add rows given as columns: many with each statement, which is a fifth cheaper than one by one."""
        width, count = self._width, len(columns[0])
        cells: list[object] = [None] * (width * count)
        for place, values in enumerate(columns):
            cells[place::width] = values
        most = max(1, min(_AT_ONCE, _PARAMETERS // width))
        for start in range(0, count, most):
            some = cells[start * width : (start + most) * width]
            self._conn.execute(self._into + ", ".join([self._values] * (len(some) // width)), some)

    def _tell(self, rows: Rows, who: Sequence[tuple[int, int, str]]) -> None:
        """Write what contacts said into the ledger: place of the row, id, number."""
        says = rows.says or ()
        self._conn.executemany(
            "INSERT INTO consents (contact_id, phone, purpose, state, source, at, evidence, wording, recorded_at) "
            f"VALUES (?, ?, 'marketing', ?, ?, ?, ?, ?, '{self._terms.now}')",
            [
                (id, phone, says[place], rows.sources[place], rows.times[place],
                 f"{self._terms.evidence}{rows.lines[place]}", self._terms.wording)
                for place, id, phone in who
            ],
        )  # fmt: skip

    def _meet(
        self, rows: Rows, phones: Sequence[str], says: Sequence[Consent], others: Sequence[int],
        stopped: Mapping[str, bool],
    ) -> Arrived:  # fmt: skip
        """Rows whose numbers are taken: by contacts the workspace has, or by an earlier row."""
        there = {phone: (id, now, met) for phone, id, now, met in self._conn.execute(
            "SELECT c.phone, c.id, c.marketing, m.id FROM contacts c LEFT JOIN staging.met m ON m.id = c.id "
            "WHERE c.phone IN (SELECT value FROM json_each(?))",
            (json.dumps([phones[place] for place in others]),),
        )}  # fmt: skip
        known: dict[int, tuple[int, Consent]] = {}
        repeated: list[int] = []
        for place in others:
            id, now, met = there[phones[place]]
            if id >= self.first or met is not None or id in known:
                repeated.append(place)
            else:
                known[id] = place, now
        if known:
            self._know(rows, known, phones, says, stopped)
        for place in repeated:
            if says[place] == "no":
                self._take_back(rows, place, there[phones[place]][0], phones[place])
        return Arrived(len(known), repeated)

    def _know(
        self, rows: Rows, known: Mapping[int, tuple[int, Consent]], phones: Sequence[str], says: Sequence[Consent],
        stopped: Mapping[str, bool],
    ) -> None:  # fmt: skip
        conn, terms = self._conn, self._terms
        conn.executemany("INSERT INTO staging.met VALUES (?)", [(id,) for id in known])
        if terms.list_id is not None:
            self._enlist(list(known))
        told = {
            id: place for id, (place, now) in known.items()
            if heard(says[place], phones[place], stopped, now) and not (terms.keep and says[place] == "yes")
        }  # fmt: skip
        # Only an opt-out reaches a contact that is kept as it is.
        changed = told if terms.keep else {id: place for id, (place, _) in known.items()}
        self._save(list(changed))
        if terms.keep:
            self._say_no(list(told))
        else:
            places = ", ".join("?" * (2 + len(self._columns)))
            said = {
                id: says[place] if id in told else "no" if stopped.get(phones[place]) else "unknown"
                for id, place in changed.items()
            }
            conn.executemany(f"INSERT INTO staging.changes VALUES ({places})", [
                (id, said[id], *(rows.texts[name][place] for name in self._texts),
                 *(rows.fields[name][place] for name in self._fields))
                for id, place in changed.items()
            ])  # fmt: skip
            conn.execute(self._update())
            conn.execute("DELETE FROM staging.changes")
        self._tell(rows, [(place, id, phones[place]) for id, place in told.items()])

    def _update(self) -> str:
        sets = [f"{name} = CASE r.{name} WHEN '' THEN c.{name} ELSE r.{name} END" for name in self._texts]
        sets += [f"{name} = coalesce(r.{name}, c.{name})" for name in map(column, self._fields)]
        return (
            f"UPDATE contacts AS c SET {''.join(part + ', ' for part in sets)}"
            "marketing = CASE r.marketing WHEN 'unknown' THEN c.marketing ELSE r.marketing END, "
            f"is_sample = min(c.is_sample, {int(self._terms.is_sample)}), updated_at = '{self._terms.now}' "
            "FROM staging.changes r WHERE r.id = c.id"
        )

    def _say_no(self, ids: Sequence[int]) -> None:
        self._conn.executemany(
            "UPDATE contacts SET marketing = 'no', updated_at = ? WHERE id = ? AND marketing <> 'no'",
            [(self._terms.now, id) for id in ids],
        )

    def _take_back(self, rows: Rows, place: int, id: int, phone: str) -> None:
        """A later row of a number says no: that is the answer of the file."""
        conn = self._conn
        (now,) = conn.execute("SELECT marketing FROM contacts WHERE id = ?", (id,)).fetchone()
        if now == "no":
            return
        self._save([id])
        self._say_no([id])
        with unlocked(conn, "import"):
            conn.execute("DELETE FROM consents WHERE contact_id = ? AND id >= ?", (id, self.first_consent))
        self._tell(rows, [(place, id, phone)])

    def _save(self, ids: Sequence[int]) -> None:
        """Keep what known contacts are before they change."""
        known = json.dumps([id for id in ids if id < self.first])
        names = (*self._columns, "marketing", "is_sample", "updated_at")
        plain = [name.strip('"') for name in names]
        found = self._conn.execute(
            f"SELECT id, {', '.join(names)} FROM contacts WHERE id IN (SELECT value FROM json_each(?))", (known,)
        ).fetchall()
        self._conn.executemany(
            "INSERT INTO import_before (contact_id, row) VALUES (?, ?) "
            "ON CONFLICT (contact_id) DO UPDATE SET row = excluded.row WHERE row = ''",
            [(id, msgspec.json.encode(dict(zip(plain, row, strict=True))).decode()) for id, *row in found],
        )

    def _enlist(self, ids: Sequence[int]) -> None:
        """Put known contacts on the list, also those that are kept as they are, and remember who was not on it."""
        chosen = json.dumps(ids)
        self._conn.execute(
            "INSERT INTO import_before (contact_id, listed) SELECT value, 1 FROM json_each(?) "
            "WHERE NOT EXISTS (SELECT 1 FROM list_members WHERE list_id = ? AND contact_id = value) "
            "ON CONFLICT (contact_id) DO UPDATE SET listed = 1",
            (chosen, self._terms.list_id),
        )
        self._conn.execute(
            "INSERT OR IGNORE INTO list_members SELECT ?, value FROM json_each(?)", (self._terms.list_id, chosen)
        )
