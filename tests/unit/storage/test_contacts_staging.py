"""What an import looks up beside the contacts, and that the connection is as before when it is over."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from whatsapp_studio.base.progress import Cancelled
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.staging import Stopped, interrupting, one_spelling, staging

NOW = "2026-03-03T09:00:00.000+00:00"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "studio.db")
    yield opened
    opened.close()


def pragmas(store: Store) -> list[object]:
    return [store.value(f"PRAGMA {name}") for name in ("temp_store", "cache_size", "synchronous", "journal_mode")]


def databases(store: Store) -> list[str]:
    return [row["name"] for row in store.rows("PRAGMA database_list")]


def test_staging_leaves_the_connection_as_it_was(store: Store) -> None:
    before = pragmas(store)
    with staging(store) as conn:
        assert "staging" in databases(store)
        conn.execute("CREATE TABLE staging.some (id INTEGER PRIMARY KEY)")
    assert "staging" not in databases(store)
    assert pragmas(store) == before


def test_trouble_while_staging_leaves_the_connection_as_it_was(store: Store) -> None:
    before = pragmas(store)
    with pytest.raises(sqlite3.Error), staging(store) as conn:
        conn.executescript("BEGIN IMMEDIATE; CREATE TABLE staging.some (id); INSERT INTO staging.none VALUES (1)")
    assert not store.db.conn.in_transaction
    assert "staging" not in databases(store)
    assert pragmas(store) == before


def test_one_line_has_one_spelling(store: Store) -> None:
    with store.write() as conn:
        conn.executemany(
            "INSERT INTO contacts (phone, wa_id, created_at, updated_at) VALUES (?, ?, '', '')",
            [("+551187654321", ""), ("+523312345678", "5215512345678")],
        )
    asked = ["+31612345678", "+5511987654321", "+525512345678", "+5491123456789", "+541123456789"]
    # Known by the other spelling, known to Meta by it, and the same line twice in the file.
    assert one_spelling(conn, asked) == [
        "+31612345678", "+551187654321", "+523312345678", "+5491123456789", "+5491123456789",
    ]  # fmt: skip
    assert one_spelling(conn, asked[:1]) == asked[:1]


def test_who_is_stopped_and_by_whose_wish(store: Store) -> None:
    conn = store.db.conn
    assert Stopped(conn, NOW).of(["+31612345601"]) == {}
    with store.write():
        conn.executemany(
            "INSERT INTO suppressions (phone, reason, at, until) VALUES (?, ?, '', ?)",
            [
                ("+31612345601", "opted-out", ""), ("+31612345602", "by-hand", ""),
                ("+31612345603", "opted-out", "2026-03-01T00:00:00.000+00:00"),
                ("+31612345604", "meta-stop", "2026-04-01T00:00:00.000+00:00"), ("+551187654321", "opted-out", ""),
            ],
        )  # fmt: skip
    found = Stopped(conn, NOW).of([*(f"+3161234560{n}" for n in range(1, 6)), "+5511987654321"])
    assert found == {
        "+31612345601": True, "+31612345602": False, "+31612345604": True, "+551187654321": True,
        "+5511987654321": True,
    }  # fmt: skip


def test_a_long_statement_is_given_up(store: Store) -> None:
    conn = store.db.conn
    long = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000000) SELECT count(*) FROM n"
    with pytest.raises(Cancelled), interrupting(conn, lambda: True):
        conn.execute(long).fetchone()
    with pytest.raises(sqlite3.OperationalError, match="no such table"), interrupting(conn, lambda: False):
        conn.execute("SELECT * FROM nowhere")
    assert conn.execute("SELECT 1").fetchone() == (1,)
