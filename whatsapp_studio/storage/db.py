"""Decides how the workspace's SQLite file is opened, shared between threads and written to."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.base.local import fold
from whatsapp_studio.storage.migrations import migrate, newest_known

Params = tuple[object, ...] | Mapping[str, object]
BUSY_MS = 15_000
KEPT_KB, PAGES_KEPT = 65_536, 8_000
# SQLITE_ERROR codes of sqlite.org/rescode.html that are the world's doing, not ours.
_WORLD = {
    sqlite3.SQLITE_FULL: "disk-full",
    sqlite3.SQLITE_BUSY: "database-busy",
    sqlite3.SQLITE_LOCKED: "database-busy",
    sqlite3.SQLITE_READONLY: "disk-read-only",
    sqlite3.SQLITE_IOERR: "disk-error",
    sqlite3.SQLITE_CANTOPEN: "database-cannot-open",
    sqlite3.SQLITE_CORRUPT: "database-damaged",
    sqlite3.SQLITE_NOTADB: "database-damaged",
}


@lru_cache(maxsize=65_536, typed=True)
def _fold(text: Any) -> Any:
    """Text as it is sorted and searched, for SQL; anything else as it is."""
    return fold(text) if isinstance(text, str) else text


def teach(conn: sqlite3.Connection) -> None:
    """Give a connection the functions that our indexes are made with: checking or writing contacts needs them."""
    conn.create_function("fold", 1, _fold, deterministic=True)


class Database(NamedTuple):
    """A thread's way into the file."""

    conn: sqlite3.Connection


class Store:
    """The workspace's database: a connection for each thread that asks, one writer at a time.

    ``read_only`` refuses every write with ``WorldError("workspace-read-only")``.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self._local = threading.local()
        self._open: list[Database] = []
        self._lock = threading.Lock()
        # One writer at a time inside the program; between programs SQLite's own lock and BUSY_MS decide.
        self._writing = threading.RLock()
        with world_errors():
            if not read_only:
                self._migrate()
            elif not path.exists():
                raise WorldError("workspace-empty", path=str(path.parent))

    def _migrate(self) -> None:
        conn = self.db.conn
        if not newest_known(conn):
            raise UserError("workspace-too-new", path=str(self.path.parent))
        migrate(conn)

    @property
    def db(self) -> Database:
        """This thread's connection."""
        found: Database | None = getattr(self._local, "db", None)
        if found is None:
            found = self._connect()
            self._local.db = found
        return found

    def _connect(self) -> Database:
        mode = "ro" if self.read_only else "rwc"
        with world_errors():
            conn = sqlite3.connect(
                f"{self.path.absolute().as_uri()}?mode={mode}", uri=True, timeout=BUSY_MS / 1000,
                isolation_level=None, check_same_thread=False,
            )  # fmt: skip
            teach(conn)
            db = Database(conn)
            # FULL: a claim must be on the disk before its bytes leave, or a power cut sends it twice.
            for pragma in ("synchronous=FULL", "foreign_keys=ON", "fullfsync=1", "temp_store=MEMORY"):
                conn.execute(f"PRAGMA {pragma}")
            if not self.read_only:
                conn.execute("PRAGMA journal_mode=WAL")
        with self._lock:
            self._open.append(db)
        return db

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction, begun IMMEDIATE; committed at the end, rolled back when anything is raised.

        Nested calls in one thread join the outer transaction.
        """
        if self.read_only:
            raise WorldError("workspace-read-only")
        with world_errors(), self._writing:
            conn = self.db.conn
            if conn.in_transaction:
                yield conn
                return
            try:
                conn.execute("BEGIN IMMEDIATE")
                yield conn
                conn.commit()
            except BaseException:
                # Also of a commit that failed: left open, it would swallow every later write of this thread.
                conn.rollback()
                raise

    def rows(self, sql: str, params: Params = ()) -> list[sqlite3.Row]:
        """Every row of a query, by column name."""
        with world_errors():
            cursor = self.db.conn.cursor()
            cursor.row_factory = sqlite3.Row
            found: list[sqlite3.Row] = cursor.execute(sql, params).fetchall()
            return found

    def row(self, sql: str, params: Params = ()) -> sqlite3.Row | None:
        """The first row of a query, or None."""
        found = self.rows(sql, params)
        return found[0] if found else None

    def value(self, sql: str, params: Params = ()) -> object:
        """The first column of the first row, or None."""
        found = self.row(sql, params)
        return found[0] if found is not None else None

    def interruptible(self, cancelled: Callable[[], bool]) -> None:
        """Let this thread's running statement be given up once ``cancelled()`` is true."""
        self.db.conn.set_progress_handler(lambda: int(cancelled()), 50_000)

    def keep_in_memory(self) -> None:
        """Let this thread, which goes through the whole file all day, keep more of it, and tidy up less often."""
        for pragma in (f"cache_size=-{KEPT_KB}", f"wal_autocheckpoint={PAGES_KEPT}"):
            self.db.conn.execute(f"PRAGMA {pragma}")

    def close_thread(self) -> None:
        """Close the connection of the thread that calls."""
        found: Database | None = getattr(self._local, "db", None)
        if found is not None:
            with self._lock:
                self._open.remove(found)
            found.conn.close()
            self._local.db = None

    def close(self) -> None:
        """Close every connection."""
        with self._lock:
            for db in self._open:
                db.conn.close()
            self._open.clear()
        self._local = threading.local()

    def compact(self) -> bool:
        """Write the file anew, so that nothing that was taken out can be found in it; False where it was in use.

        It takes seconds for a million contacts; whoever writes waits meanwhile.
        """
        with self._writing:
            conn = sqlite3.connect(self.path, timeout=BUSY_MS / 1000, isolation_level=None)
            try:
                teach(conn)
                conn.execute("VACUUM")
                busy: int = conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
                return busy == 0
            except sqlite3.OperationalError:
                return False
            finally:
                conn.close()

    def copy_to(self, target: Path) -> None:
        """A consistent copy of the whole file, taken while the program runs."""
        with world_errors():
            copy = sqlite3.connect(target)
            try:
                self.db.conn.backup(copy)
            finally:
                copy.close()


@contextmanager
def world_errors() -> Iterator[None]:
    """Turn SQLite's errors that the world is to blame for into a :class:`WorldError`."""
    try:
        yield
    except sqlite3.Error as error:
        primary = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
        code = _WORLD.get(primary)
        if code is None:
            raise
        raise WorldError(code, details=str(error)) from error
