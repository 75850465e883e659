"""Decides that the database is opened safely, shared between threads, and says in codes what is wrong with it."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from whatsapp_studio.base.errors import StudioError, UserError, WorldError
from whatsapp_studio.storage.db import Store, teach, world_errors


def test_a_transaction_is_kept_whole_or_not_at_all(store: Store) -> None:
    with store.write() as conn:
        conn.execute("INSERT INTO facts VALUES ('a', '1')")

    def dies() -> None:
        with store.write() as conn:
            conn.execute("INSERT INTO facts VALUES ('b', '2')")
            raise RuntimeError("dies")

    with pytest.raises(RuntimeError):
        dies()
    assert [row["name"] for row in store.rows("SELECT name FROM facts")] == ["a"]


def test_a_commit_that_fails_leaves_no_transaction_open(store: Store) -> None:
    def orphan() -> None:
        with store.write() as conn:
            conn.execute("PRAGMA defer_foreign_keys=ON")
            conn.execute("INSERT INTO list_members VALUES (1, 1)")

    with pytest.raises(sqlite3.IntegrityError):
        orphan()
    with store.write() as conn:
        conn.execute("INSERT INTO facts VALUES ('a', '1')")
    assert not store.db.conn.in_transaction
    with sqlite3.connect(store.path) as other:
        assert other.execute("SELECT count(*) FROM facts").fetchone() == (1,)
    other.close()


def test_an_inner_transaction_belongs_to_the_outer_one(store: Store) -> None:
    def dies() -> None:
        with store.write() as outer:
            with store.write() as inner:
                inner.execute("INSERT INTO facts VALUES ('a', '1')")
            assert outer.in_transaction
            raise RuntimeError("dies")

    with pytest.raises(RuntimeError):
        dies()
    assert store.value("SELECT count(*) FROM facts") == 0


def test_asking_for_rows_a_row_and_a_value(store: Store) -> None:
    assert store.rows("SELECT 1 WHERE 0") == []
    assert store.row("SELECT 1 WHERE 0") is None
    assert store.value("SELECT 1 WHERE 0") is None
    assert store.value("SELECT :n", {"n": 7}) == 7
    row = store.row("SELECT 1 AS one, 2 AS two")
    assert row is not None
    assert (row["one"], row["two"]) == (1, 2)


def test_each_thread_has_its_connection_and_can_close_it(store: Store) -> None:
    mine = store.db
    seen = []

    def work() -> None:
        seen.append(store.db)
        seen.append(store.db)
        store.close_thread()
        store.close_thread()
        with pytest.raises(sqlite3.ProgrammingError):
            seen[0].conn.execute("SELECT 1")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert seen[0] is seen[1] is not mine
    assert store.db is mine
    store.close_thread()
    assert store.value("SELECT 1") == 1


def test_after_closing_a_store_opens_anew(store: Store) -> None:
    store.close()

    assert store.value("SELECT count(*) FROM contacts") == 0


def test_a_reader_reads_and_never_writes(store: Store) -> None:
    with store.write() as conn:
        conn.execute("INSERT INTO facts VALUES ('a', '1')")
    reader = Store(store.path, read_only=True)

    assert reader.value("SELECT value FROM facts") == "1"
    with pytest.raises(WorldError) as caught, reader.write():
        pass
    assert caught.value.code == "workspace-read-only"
    with pytest.raises(WorldError) as around:
        reader.rows("DELETE FROM facts")
    assert around.value.code == "disk-read-only"
    reader.close()


def test_a_reader_needs_a_workspace(tmp_path: Path) -> None:
    with pytest.raises(WorldError) as caught:
        Store(tmp_path / "studio.db", read_only=True)

    assert caught.value.code == "workspace-empty"
    assert not (tmp_path / "studio.db").exists()


def code_of_opening(path: Path) -> str:
    with pytest.raises(StudioError) as caught:
        Store(path)
    return caught.value.code


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "studio.db"
    path.write_bytes(b"this is a letter to my aunt, not a database" * 100)

    assert code_of_opening(path) == "database-damaged"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert code_of_opening(tmp_path / "nowhere" / "studio.db") == "database-cannot-open"


def test_a_workspace_of_a_newer_program(tmp_path: Path, store: Store) -> None:
    with store.write() as conn:
        conn.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('studio', 'm0999_later', '2030')"
        )
    store.close()

    with pytest.raises(UserError) as caught:
        Store(store.path)
    assert caught.value.code == "workspace-too-new"


def test_opening_again_migrates_nothing(store: Store) -> None:
    before = store.rows("SELECT name, applied_at FROM _sqlite_migrations ORDER BY name")
    again = Store(store.path)

    assert [tuple(r) for r in again.rows("SELECT name, applied_at FROM _sqlite_migrations ORDER BY name")] == [
        tuple(r) for r in before
    ]
    again.close()


def test_what_the_world_does_has_a_code_and_our_mistakes_stay_ours() -> None:
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL
    with pytest.raises(WorldError) as caught, world_errors():
        raise full
    assert caught.value.code == "disk-full"

    extended = sqlite3.OperationalError("disk I/O error")
    extended.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    with pytest.raises(WorldError) as deeper, world_errors():
        raise extended
    assert deeper.value.code == "disk-error"

    with pytest.raises(sqlite3.OperationalError), world_errors():
        sqlite3.connect(":memory:").execute("SELEKT 1")
    with pytest.raises(sqlite3.ProgrammingError), world_errors():
        raise sqlite3.ProgrammingError("used wrongly")


def test_a_long_question_can_be_given_up(store: Store) -> None:
    store.interruptible(lambda: True)

    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        store.value("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n")

    store.interruptible(lambda: False)
    assert store.value("SELECT 1") == 1


def test_a_copy_is_whole_and_of_one_moment(tmp_path: Path, store: Store) -> None:
    with store.write() as conn:
        conn.execute("INSERT INTO facts VALUES ('a', '1')")

    store.copy_to(tmp_path / "copy.db")

    copy = sqlite3.connect(tmp_path / "copy.db")
    teach(copy)
    assert copy.execute("SELECT value FROM facts").fetchone() == ("1",)
    assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    copy.close()
    with pytest.raises(WorldError) as caught, world_errors():
        store.copy_to(tmp_path / "nowhere" / "copy.db")
    assert caught.value.code == "database-cannot-open"
