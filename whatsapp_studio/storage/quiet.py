"""Decides how presets of quiet hours are kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import msgspec

from whatsapp_studio.audience.quiet import QuietHours
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.storage.db import Store

_replace = msgspec.structs.replace


class QuietStore:
    """Quiet hours as the workspace keeps them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[QuietHours, ...]:
        """Every preset, the default first and the others by name."""
        sql = "SELECT id, name, hours, is_default FROM quiet_presets ORDER BY is_default DESC, fold(name)"
        return tuple(map(_hours, self._store.rows(sql)))

    def get(self, id: int) -> QuietHours | None:
        return next(iter(presets(self._store.rows("SELECT * FROM quiet_presets WHERE id = ?", (id,))).values()), None)

    def default(self) -> QuietHours | None:
        """The preset that counts where nothing else is chosen; None where there is none."""
        return next((one for one in self.all() if one.is_default), None)

    def areas(self) -> list[sqlite3.Row]:
        """How many contacts (``n``) have a ``time_zone`` and the ``area`` their number begins with."""
        return self._store.rows(
            "SELECT time_zone, substr(coalesce(phone, ''), 1, 6) AS area, count(*) AS n FROM contacts GROUP BY 1, 2"
        )

    def save(self, hours: QuietHours) -> int:
        """Add (id 0) or change one, in the caller's transaction; raises ``UserError("quiet-name-taken")``."""
        kept = msgspec.json.encode(_replace(hours, id=0, name="", is_default=False)).decode()
        with self._store.write() as conn:
            taken = conn.execute(
                "SELECT 1 FROM quiet_presets WHERE name = ? COLLATE NOCASE AND id <> ?", (hours.name, hours.id)
            ).fetchone()
            if taken:
                raise UserError("quiet-name-taken", name=hours.name)
            if hours.id:
                conn.execute("UPDATE quiet_presets SET name = ?, hours = ? WHERE id = ?", (hours.name, kept, hours.id))
                return hours.id
            added = conn.execute("INSERT INTO quiet_presets (name, hours) VALUES (?, ?)", (hours.name, kept))
            return int(added.lastrowid or 0)

    def delete(self, id: int) -> None:
        """Remove one; what was to go by it goes by the default from now on."""
        with self._store.write() as conn:
            conn.execute("DELETE FROM quiet_presets WHERE id = ?", (id,))
            conn.execute("UPDATE campaigns SET quiet_id = NULL WHERE quiet_id = ?", (id,))

    def set_default(self, id: int | None) -> None:
        """Make one the default; None: there is none."""
        with self._store.write() as conn:
            conn.execute("UPDATE quiet_presets SET is_default = id IS ?", (id,))


def presets(rows: Iterable[sqlite3.Row]) -> dict[int, QuietHours]:
    """Rows of ``quiet_presets`` by their id."""
    return {row["id"]: _hours(row) for row in rows}


def _hours(row: sqlite3.Row) -> QuietHours:
    kept = msgspec.json.decode(row["hours"], type=QuietHours)
    return _replace(kept, id=row["id"], name=row["name"], is_default=bool(row["is_default"]))
