"""Decides what a backup holds: the whole workspace in one file, without its secrets."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
import zipfile
from datetime import datetime
from pathlib import Path

from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.base.paths import WorkspacePaths
from whatsapp_studio.storage.db import Store

_FORMAT = 1
_DATABASE, _SETTINGS, _LABEL = "studio.db", "settings.json", "backup.json"


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
        waiting.replace(target)
    except OSError as error:
        raise WorldError("cannot-write", path=str(target), details=error.strerror or "") from error
    finally:
        waiting.unlink(missing_ok=True)
    return target.stat().st_size


def restore(source: Path, paths: WorkspacePaths, now: datetime) -> Path | None:
    """Put a backup in the place of a workspace that nobody has open; returns where the former database went.

    Raises ``UserError("not-a-backup")`` or ``("backup-too-new")`` before anything is touched.
    """
    paths.create()
    with tempfile.TemporaryDirectory(dir=paths.root) as folder:
        database = Path(folder) / _DATABASE
        try:
            with zipfile.ZipFile(source) as archive:
                label = json.loads(archive.read(_LABEL))
                if label["format"] > _FORMAT:
                    raise UserError("backup-too-new", path=str(source))
                with archive.open(_DATABASE) as packed, database.open("wb") as out:
                    shutil.copyfileobj(packed, out)
                settings = archive.read(_SETTINGS) if _SETTINGS in archive.namelist() else None
            _check(database)
        except (zipfile.BadZipFile, KeyError, ValueError, sqlite3.DatabaseError) as error:
            raise UserError("not-a-backup", path=str(source)) from error
        except OSError as error:
            raise WorldError("cannot-read", path=str(source), details=error.strerror or "") from error
        former = _set_aside(paths, now)
        database.replace(paths.database)
        if settings is not None:
            paths.settings.write_bytes(settings)
    return former


def _check(database: Path) -> None:
    conn = sqlite3.connect(database)
    try:
        if conn.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("damaged")
        conn.execute("SELECT 1 FROM campaigns LIMIT 1")
    finally:
        conn.close()


def _set_aside(paths: WorkspacePaths, now: datetime) -> Path | None:
    if not paths.database.exists():
        return None
    former = paths.root / f"studio-before-{now:%Y%m%d-%H%M%S}.db"
    # Everything in the write-ahead log goes into the file first, for the log stays behind.
    conn = sqlite3.connect(paths.database)
    conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    conn.close()
    paths.database.replace(former)
    for suffix in ("-wal", "-shm"):
        paths.database.with_name(paths.database.name + suffix).unlink(missing_ok=True)
    return former
