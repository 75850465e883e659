"""Decides how rows of an import wait outside the contacts, and join them in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from whatsapp_studio.audience.consent import OPT_OUTS
from whatsapp_studio.audience.importing import StagedRow
from whatsapp_studio.storage.contacts import column
from whatsapp_studio.storage.db import Store, world_errors

Written = dict[str, str | float | None]
_TEXTS = ("first_name", "last_name", "language", "time_zone")
_OPT_OUTS = ", ".join(f"'{reason}'" for reason in OPT_OUTS)


@contextmanager
def staging(store: Store, fields: Sequence[str]) -> Iterator[Staging]:
    """A place for rows beside this thread's connection. It is gone afterwards, also after a crash.

    ``fields`` are the names of the custom fields each row has values for.
    """
    conn = store.db.conn
    with world_errors():
        temp_store = conn.execute("PRAGMA temp_store").fetchone()[0]
        cache = conn.execute("PRAGMA main.cache_size").fetchone()[0]
        # On the disk, not in memory: a million rows must not need a million rows of memory.
        conn.execute("PRAGMA temp_store = FILE")
        conn.execute("ATTACH '' AS staging")
        try:
            conn.execute("PRAGMA staging.journal_mode = OFF")
            conn.execute("PRAGMA staging.cache_size = -16000")
            conn.execute("PRAGMA main.cache_size = -48000")
            yield Staging(conn, fields)
        finally:
            if conn.in_transaction:
                conn.rollback()
            conn.execute("DETACH staging")
            conn.execute(f"PRAGMA temp_store = {temp_store}")
            conn.execute(f"PRAGMA main.cache_size = {cache}")


class Staging:
    """Rows of a file, each number once: the first row that has it."""

    def __init__(self, conn: sqlite3.Connection, fields: Sequence[str]) -> None:
        self._conn = conn
        self._columns = [column(name) for name in fields]
        extra = "".join(f", {name}" for name in self._columns)
        conn.execute(
            "CREATE TABLE staging.rows (line INTEGER PRIMARY KEY, line_key TEXT NOT NULL UNIQUE, phone TEXT, "
            "twin TEXT, country TEXT, first_name TEXT, last_name TEXT, language TEXT, time_zone TEXT, say TEXT, "
            f"source TEXT, said_at TEXT, heard INTEGER DEFAULT 0{extra})"
        )
        self._insert = (
            "INSERT OR IGNORE INTO staging.rows (line, line_key, phone, twin, country, first_name, last_name, "
            f"language, time_zone, say, source, said_at{extra}) VALUES ({', '.join('?' * (12 + len(self._columns)))})"
        )

    def add(self, rows: Sequence[StagedRow]) -> set[int]:
        """Stage rows; returns the lines of those whose number was there already.

        Their data is not used, but a "no" among them is: it outweighs what the first row said.
        """
        conn = self._conn
        conn.execute("BEGIN")
        before = conn.total_changes
        conn.executemany(
            self._insert,
            [
                (r.line, r.line_key, r.phone, r.twin, r.country, r.first_name, r.last_name, r.language, r.time_zone,
                 r.say, r.source, r.said_at, *r.values)
                for r in rows
            ],
        )  # fmt: skip
        repeated: set[int] = set()
        if conn.total_changes - before < len(rows):
            kept = conn.execute(
                "SELECT line FROM staging.rows WHERE line BETWEEN ? AND ?", (rows[0].line, rows[-1].line)
            ).fetchall()
            repeated = {r.line for r in rows} - {line for (line,) in kept}
            conn.executemany(
                "UPDATE staging.rows SET say = 'no', source = ?, said_at = ? WHERE line_key = ? AND say <> 'no'",
                [(r.source, r.said_at, r.line_key) for r in rows if r.line in repeated and r.say == "no"],
            )
        conn.execute("COMMIT")
        return repeated

    def settle(self) -> None:
        """Find who is known already by another spelling of the number, and whose consent is heard."""
        conn = self._conn
        conn.execute("""
            UPDATE staging.rows AS r SET phone = coalesce(
                (SELECT c.phone FROM main.contacts c WHERE c.phone = r.phone),
                (SELECT c.phone FROM main.contacts c WHERE c.phone = r.twin),
                (SELECT c.phone FROM main.contacts c WHERE c.wa_id IN (substr(r.phone, 2), substr(r.twin, 2))
                    AND c.wa_id <> '' LIMIT 1),
                r.phone)
            WHERE r.twin <> ''
        """)
        conn.execute("""
            UPDATE staging.rows AS r SET heard = 1
            WHERE r.say <> 'unknown'
                AND NOT EXISTS (SELECT 1 FROM main.contacts c WHERE c.phone = r.phone AND c.marketing = 'no')
                AND (r.say = 'no' OR NOT EXISTS (SELECT 1 FROM main.suppressions s WHERE s.phone IN (r.phone, r.twin)))
        """)

    def spans(self, size: int) -> list[tuple[int, int]]:
        """First and last lines of parts of about ``size`` rows, covering every row."""
        lines = [line for (line,) in self._conn.execute(
            "SELECT line FROM (SELECT line, row_number() OVER (ORDER BY line) AS n FROM staging.rows) WHERE n % ? = 0 "
            "UNION SELECT max(line) FROM staging.rows", (size,)
        ) if line is not None]  # fmt: skip
        return list(zip([0, *(line + 1 for line in lines[:-1])], lines, strict=True)) if lines else []

    def known(self, span: tuple[int, int]) -> int:
        """How many rows of a span are of contacts the workspace has."""
        row = self._conn.execute(
            "SELECT count(*) FROM staging.rows r JOIN main.contacts c ON c.phone = r.phone "
            "WHERE r.line BETWEEN ? AND ?",
            span,
        ).fetchone()
        return int(row[0])

    def first(self, count: int, *, known: bool, keep: bool) -> Iterator[tuple[int, str, Written, Written]]:
        """The first rows of contacts that are known, or that are not: line, number, what is there, what would be.

        A row's empty cells change nothing and are left out; ``keep`` leaves known contacts as they are.
        """
        names = {name: name for name in (*_TEXTS, "country")} | {
            name.strip('"').removeprefix("f_"): name for name in self._columns
        }
        there = {row[1] for row in self._conn.execute("PRAGMA main.table_info(contacts)")}
        old = ", ".join(f"c.{name}" if name.strip('"') in there else "NULL" for name in names.values())
        new = ", ".join(f"r.{name}" for name in names.values())
        rows = self._conn.execute(
            f"SELECT r.line, r.phone, c.marketing, CASE WHEN r.heard THEN r.say END, {old}, {new} "
            f"FROM staging.rows r LEFT JOIN main.contacts c ON c.phone = r.phone "
            f"WHERE (c.id IS NOT NULL) = ? ORDER BY r.line LIMIT ?",
            (known, count),
        )
        for line, phone, was, said, *cells in rows:
            before = {"marketing": was, **dict(zip(names, cells[: len(names)], strict=True))}
            after = {name: value for name, value in zip(names, cells[len(names) :], strict=True) if value}
            if keep and known:
                after = {}
            if said and not (keep and known and said == "yes"):
                after["marketing"] = said
            yield line, phone, before, after

    def merge(self, span: tuple[int, int], now: str, *, keep: bool, is_sample: bool, evidence: str) -> None:
        """Write a span's contacts and their consent. ``keep`` leaves the data of known contacts alone."""
        conn = self._conn
        both = ("phone", "country", *_TEXTS, *self._columns)
        listed = ", ".join(both)
        sets = [f"{name} = CASE excluded.{name} WHEN '' THEN {name} ELSE excluded.{name} END" for name in _TEXTS]
        sets += [f"{name} = coalesce(excluded.{name}, {name})" for name in self._columns]
        sets += [
            "marketing = CASE excluded.marketing WHEN 'unknown' THEN marketing ELSE excluded.marketing END",
            "is_sample = min(is_sample, excluded.is_sample)", "updated_at = excluded.updated_at",
        ]  # fmt: skip
        if keep:
            # Only an opt-out reaches a contact that is kept as it is.
            conn.execute(
                "UPDATE staging.rows AS r SET heard = 0 WHERE heard AND say = 'yes' AND line BETWEEN ? AND ? "
                "AND EXISTS (SELECT 1 FROM main.contacts c WHERE c.phone = r.phone)",
                span,
            )
            conn.execute(
                "UPDATE main.contacts SET marketing = 'no', updated_at = ? WHERE marketing <> 'no' AND phone IN "
                "(SELECT phone FROM staging.rows WHERE heard AND say = 'no' AND line BETWEEN ? AND ?)",
                (now, *span),
            )
        conn.execute(
            f"INSERT INTO main.contacts ({listed}, marketing, is_sample, created_at, updated_at) "
            f"SELECT {listed}, CASE WHEN heard THEN say WHEN EXISTS (SELECT 1 FROM main.suppressions s "
            f"WHERE s.phone IN (r.phone, r.twin) AND s.reason IN ({_OPT_OUTS})) THEN 'no' ELSE 'unknown' END, ?, ?, ? "
            "FROM staging.rows r WHERE line BETWEEN ? AND ? ORDER BY line "
            f"ON CONFLICT (phone) DO {'NOTHING' if keep else 'UPDATE SET ' + ', '.join(sets)}",
            (int(is_sample), now, now, *span),
        )
        conn.execute(
            "INSERT INTO main.consents (contact_id, phone, purpose, state, source, at, evidence) "
            "SELECT c.id, c.phone, 'marketing', r.say, r.source, r.said_at, ? || r.line FROM staging.rows r "
            "JOIN main.contacts c ON c.phone = r.phone WHERE r.heard AND r.line BETWEEN ? AND ? ORDER BY r.line",
            (evidence, *span),
        )

    def enlist(self, span: tuple[int, int], list_id: int) -> None:
        """Put a span's contacts on a list, also those that were kept as they are."""
        self._conn.execute(
            "INSERT OR IGNORE INTO main.list_members SELECT ?, c.id FROM staging.rows r "
            "JOIN main.contacts c ON c.phone = r.phone WHERE r.line BETWEEN ? AND ?",
            (list_id, *span),
        )
