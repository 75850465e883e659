"""Decides what a backup holds: the whole workspace in one file, without its secrets."""

from __future__ import annotations

import errno
import json
import lzma
import re
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.base.paths import WorkspacePaths
from whatsapp_studio.storage.audit import note
from whatsapp_studio.storage.db import Store, teach
from whatsapp_studio.storage.migrations import newest_known
from whatsapp_studio.storage.streams import PAUSED

_FORMAT = 1
_DATABASE, _SETTINGS, _LABEL, _MEDIA = "studio.db", "settings.json", "backup.json", "media"
# Files of messages are named by what is in them: SHA-256 in hexadecimal.
_MEDIA_NAME = re.compile(rf"{_MEDIA}/[0-9a-f]{{64}}")
# All that reading a file that is no backup, or a damaged one, can raise.
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError,
    KeyError, TypeError, ValueError, sqlite3.DatabaseError,
)  # fmt: skip


def backup(store: Store, paths: WorkspacePaths, target: Path, now: datetime) -> int:
    """Write the workspace to ``target`` (a zip), while it is in use; returns its size in bytes.

    Secrets are in the keyring and so never part of it. An older file of that name is replaced only at the end.
    """
    waiting = target.with_name(target.name + ".part")
    try:
        with tempfile.TemporaryDirectory(dir=target.parent) as folder:
            copy = Path(folder) / _DATABASE
            store.copy_to(copy)
            with zipfile.ZipFile(waiting, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(_LABEL, json.dumps({"format": _FORMAT, "made_at": iso(now)}))
                archive.write(copy, _DATABASE)
                if paths.settings.exists():
                    archive.write(paths.settings, _SETTINGS)
                for file in _media(paths):
                    # Pictures and films are packed already.
                    archive.write(file, f"{_MEDIA}/{file.name}", zipfile.ZIP_STORED)
        waiting.replace(target)
    except OSError as error:
        raise WorldError("cannot-write", path=str(target), details=error.strerror or "") from error
    finally:
        waiting.unlink(missing_ok=True)
    return target.stat().st_size


def restore(source: Path, paths: WorkspacePaths, now: datetime) -> Path | None:
    """Put a backup in the place of a workspace that nobody has open; returns where the former database went.

    Campaigns that were being sent come back paused. Raises ``UserError("not-a-backup")`` or ``("backup-too-new")``
    before anything is touched.
    """
    paths.create()
    with tempfile.TemporaryDirectory(dir=paths.root) as folder:
        database = Path(folder) / _DATABASE
        try:
            with zipfile.ZipFile(source) as archive:
                label = json.loads(archive.read(_LABEL))
                if int(label["format"]) > _FORMAT:
                    raise UserError("backup-too-new", path=str(source))
                with archive.open(_DATABASE) as packed, database.open("wb") as out:
                    shutil.copyfileobj(packed, out)
                settings = archive.read(_SETTINGS) if _SETTINGS in archive.namelist() else None
                files = [name for name in archive.namelist() if _MEDIA_NAME.fullmatch(name)]
                for name in files:
                    with archive.open(name) as packed, (Path(folder) / Path(name).name).open("wb") as out:
                        shutil.copyfileobj(packed, out)
            _check(database, source)
            _hold_back(database)
            _note_return(database, str(label.get("made_at", "")), now)
        except _UNREADABLE as error:
            raise UserError("not-a-backup", path=str(source)) from error
        except OSError as error:
            if error.errno == errno.EINVAL:  # a damaged directory sends the reader to places before the file
                raise UserError("not-a-backup", path=str(source)) from error
            raise WorldError("cannot-read", path=str(source), details=error.strerror or "") from error
        if files:
            paths.media.mkdir(exist_ok=True)
        for name in files:
            (Path(folder) / Path(name).name).replace(paths.media / Path(name).name)
        former = _set_aside(paths, now)
        database.replace(paths.database)
        if settings is not None:
            paths.settings.write_bytes(settings)
    return former


def _media(paths: WorkspacePaths) -> list[Path]:
    """The files of messages that are whole."""
    found = sorted(paths.media.iterdir()) if paths.media.is_dir() else []
    return [file for file in found if _MEDIA_NAME.fullmatch(f"{_MEDIA}/{file.name}")]


def _check(database: Path, source: Path) -> None:
    with closing(sqlite3.connect(database)) as conn:
        teach(conn)
        if conn.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("damaged")
        conn.execute("SELECT 1 FROM campaigns LIMIT 1")
        if not newest_known(conn):
            raise UserError("backup-too-new", path=str(source))


def _hold_back(database: Path) -> None:
    """Pause what was being sent, and journeys: since the backup was made messages may have left, requests been made.

    So may what waited for its template, or to be handed in.
    """
    with closing(sqlite3.connect(database)) as conn, conn:
        conn.execute(
            "UPDATE campaigns SET state = 'paused', pause_reason = 'restored' WHERE state IN ('sending', 'scheduled')"
            " OR (state = 'paused' AND (pause_reason LIKE 'held-%' OR pause_reason LIKE 'meta-132%'))"
        )
        if conn.execute("SELECT 1 FROM sqlite_master WHERE name = 'template_drafts'").fetchone():
            conn.execute("UPDATE template_drafts SET state = 'draft', not_before = NULL WHERE state = 'queued'")
        if conn.execute("SELECT 1 FROM sqlite_master WHERE name = 'lives'").fetchone():
            _hold_journeys(conn)


def _note_return(database: Path, made_at: str, now: datetime) -> None:
    """The audit log that comes back says that it does; that of a backup older than the log begins with it."""
    store = Store(database)
    try:
        with store.write() as conn:
            note(conn, now, "backup-restored", "workspace", after={"made_at": made_at})
    finally:
        store.close()


def _hold_journeys(conn: sqlite3.Connection) -> None:
    conn.execute(
        "UPDATE campaigns SET pause_reason = ?"
        " WHERE kind = 'stream' AND state = 'paused' AND pause_reason = 'restored'",
        (PAUSED,),
    )
    conn.execute(
        "UPDATE lives SET before_pause = state, state = 'paused', pause = 'hold', reason = 'restored'"
        " WHERE state IN ('running', 'closed')"
    )
    conn.execute("UPDATE effects SET state = 'unknown', answer = 'restored' WHERE kind = 'call' AND state = 'ready'")


def _set_aside(paths: WorkspacePaths, now: datetime) -> Path | None:
    if not paths.database.exists():
        return None
    former = paths.root / f"studio-before-{now:%Y%m%d-%H%M%S}.db"
    n = 1
    while former.exists():
        n += 1
        former = paths.root / f"studio-before-{now:%Y%m%d-%H%M%S}-{n}.db"
    # Everything in the write-ahead log goes into the file first; of a damaged one the log is kept beside it.
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(paths.database)) as conn:
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    paths.database.replace(former)
    for suffix in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            paths.database.with_name(paths.database.name + suffix).replace(former.with_name(former.name + suffix))
    return former
