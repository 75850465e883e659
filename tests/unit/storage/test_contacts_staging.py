"""How rows wait beside the contacts, and that the connection is as before when they are gone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from whatsapp_studio.audience.importing import StagedRow
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.staging import staging

NOW = "2026-03-03T09:00:00.000+00:00"
ROW = StagedRow(2, "+31612345601", "+31612345601", "", "NL", "Maria", "", "nl", "", "unknown", "", "", ())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "studio.db")
    yield opened
    opened.close()


def pragmas(store: Store) -> list[object]:
    return [store.value(f"PRAGMA {name}") for name in ("temp_store", "cache_size", "synchronous", "journal_mode")]


def databases(store: Store) -> list[str]:
    return [row["name"] for row in store.rows("PRAGMA database_list")]


def row(line: int, phone: str, **changes: object) -> StagedRow:
    return msgspec.structs.replace(ROW, line=line, phone=phone, line_key=phone, **changes)


def test_staging_leaves_the_connection_as_it_was(store: Store) -> None:
    before = pragmas(store)
    with staging(store, []) as staged:
        assert "staging" in databases(store)
        assert staged.add([ROW]) == set()
        assert not store.db.conn.in_transaction
    assert "staging" not in databases(store)
    assert pragmas(store) == before


def test_trouble_while_staging_leaves_the_connection_as_it_was(store: Store) -> None:
    before = pragmas(store)
    unfit = msgspec.structs.replace(ROW, phone=object())
    with pytest.raises(sqlite3.Error), staging(store, []) as staged:
        staged.add([ROW, unfit])
    assert not store.db.conn.in_transaction
    assert "staging" not in databases(store)
    assert pragmas(store) == before
    with staging(store, []) as staged:
        assert staged.add([ROW]) == set()


def test_each_number_is_staged_once(store: Store) -> None:
    with staging(store, []) as staged:
        assert staged.add([row(2, "+31612345601"), row(3, "+31612345602"), row(5, "+31612345601")]) == {5}
        assert staged.add([row(7, "+31612345602"), row(8, "+31612345603")]) == {7}
        assert staged.spans(2) == [(0, 3), (4, 8)]
        assert staged.spans(100) == [(0, 8)]
        assert staged.known((0, 8)) == 0
        with store.write():
            staged.settle()
            staged.merge((0, 3), NOW, keep=False, is_sample=False, evidence="f:")
        assert [staged.known(span) for span in staged.spans(2)] == [2, 0]
    assert store.value("SELECT count(*) FROM contacts") == 2


def test_nothing_staged_has_no_spans(store: Store) -> None:
    with staging(store, []) as staged:
        assert staged.spans(10) == []
