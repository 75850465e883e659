"""Decides how journeys are kept: the text of the file as it is, and versions that never change."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import datetime

import msgspec

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.journeys.kept import About, JourneyRow, Version, VersionKind
from whatsapp_studio.storage.db import Store

_VERSION = "journey_id, number, kind, label, at, logic"


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What is stored of one journey."""

    id: str
    name: str
    text: str
    about: About
    saved_at: datetime


class JourneyStore:
    """Journeys by id, and their versions."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def write(self) -> AbstractContextManager[sqlite3.Connection]:
        """One transaction over several of these."""
        return self._store.write()

    def all(self) -> tuple[JourneyRow, ...]:
        """Every journey that is not deleted, the last saved first."""
        return self._rows("j.deleted_at IS NULL ORDER BY j.saved_at DESC, j.rowid DESC")

    def deleted(self) -> tuple[JourneyRow, ...]:
        """Every journey that was put away, the last one first."""
        return self._rows("j.deleted_at IS NOT NULL ORDER BY j.deleted_at DESC, j.rowid DESC")

    def _rows(self, which: str) -> tuple[JourneyRow, ...]:
        rows = self._store.rows(
            "SELECT j.id, j.name, j.about, j.saved_at, j.deleted_at, v.at AS published_at, v.logic AS published "
            "FROM journeys j LEFT JOIN journey_versions v ON v.journey_id = j.id AND v.number = (SELECT max(number) "
            f"FROM journey_versions WHERE journey_id = j.id AND kind = 'published') WHERE {which}"
        )
        return tuple(_row(row) for row in rows)

    def get(self, journey_id: str) -> Kept:
        """One journey, also a deleted one; raises ``UserError("journey-unknown")``."""
        row = self._store.row("SELECT * FROM journeys WHERE id = ?", (journey_id,))
        if row is None:
            raise UserError("journey-unknown", name=journey_id)
        return Kept(
            id=row["id"], name=row["name"], text=row["text"], about=_about(row), saved_at=from_iso(row["saved_at"])
        )

    def has(self, journey_id: str) -> bool:
        """Whether the id is taken, by a deleted journey too."""
        return self._store.row("SELECT 1 FROM journeys WHERE id = ?", (journey_id,)) is not None

    def add(self, journey_id: str, name: str, text: str, about: About, now: datetime) -> None:
        with self._store.write() as conn:
            conn.execute(
                "INSERT INTO journeys (id, name, text, about, created_at, saved_at) VALUES (?, ?, ?, ?, ?, ?)",
                (journey_id, name, text, _json(about), iso(now), iso(now)),
            )

    def save(
        self, journey_id: str, name: str, text: str, about: About, now: datetime, *, version_before: bool
    ) -> None:
        """Keep the text instead of the one before; with ``version_before`` that one becomes a version first."""
        with self._store.write() as conn:
            if version_before:
                before = self.get(journey_id)
                if before.text != self._newest_text(journey_id):
                    self._add_version(conn, before, "saved", "", before.saved_at)
            conn.execute(
                "UPDATE journeys SET name = ?, text = ?, about = ?, saved_at = ? WHERE id = ?",
                (name, text, _json(about), iso(now), journey_id),
            )

    def delete(self, journey_id: str, now: datetime) -> None:
        """Put it away with all its versions; raises ``UserError("journey-runs")`` while somebody may be inside."""
        with self._store.write() as conn:
            runs = "SELECT 1 FROM lives WHERE journey_id = ? AND test = 0 AND state IN ('running', 'paused', 'closed')"
            if conn.execute(runs, (journey_id,)).fetchone():
                raise UserError("journey-runs", name=self.get(journey_id).name)
            self._mark(journey_id, iso(now))

    def undelete(self, journey_id: str) -> None:
        """Bring it back as it was."""
        self._mark(journey_id, None)

    def _mark(self, journey_id: str, deleted_at: str | None) -> None:
        with self._store.write() as conn:
            if not conn.execute(
                "UPDATE journeys SET deleted_at = ? WHERE id = ?", (deleted_at, journey_id)
            ).rowcount:
                raise UserError("journey-unknown", name=journey_id)

    # -- versions ------------------------------------------------------------------------------------

    def versions(self, journey_id: str) -> tuple[Version, ...]:
        """Every version of a journey, the newest first."""
        rows = self._store.rows(
            f"SELECT {_VERSION}, row_number() OVER (PARTITION BY kind ORDER BY number) AS nth"
            " FROM journey_versions WHERE journey_id = ? ORDER BY number DESC",
            (journey_id,),
        )
        return tuple(_version(row) for row in rows)

    def version_text(self, journey_id: str, number: int) -> str:
        """The text of a version; raises ``UserError("journey-version-unknown")``."""
        found = self._store.value(
            "SELECT text FROM journey_versions WHERE journey_id = ? AND number = ?", (journey_id, number)
        )
        if found is None:
            raise UserError("journey-version-unknown", version=number)
        return str(found)

    def version_at(self, journey_id: str, number: int) -> datetime:
        """When a version was made; raises as :meth:`version_text`."""
        found = self._store.value(
            "SELECT at FROM journey_versions WHERE journey_id = ? AND number = ?", (journey_id, number)
        )
        if found is None:
            raise UserError("journey-version-unknown", version=number)
        return from_iso(str(found))

    def keep(self, journey_id: str, kind: VersionKind, label: str, at: datetime) -> Version:
        """Freeze the journey as it is stored now."""
        with self._store.write() as conn:
            number = self._add_version(conn, self.get(journey_id), kind, label, at)
            return next(one for one in self.versions(journey_id) if one.number == number)

    def drop_versions(self, versions: Iterable[Version]) -> None:
        """Remove versions that were saved by themselves; the database refuses to remove others."""
        with self._store.write() as conn:
            conn.executemany(
                "DELETE FROM journey_versions WHERE journey_id = ? AND number = ?",
                [(one.id, one.number) for one in versions],
            )

    def _add_version(
        self, conn: sqlite3.Connection, kept: Kept, kind: VersionKind, label: str, at: datetime
    ) -> int:
        number: int
        (number,) = conn.execute(
            "SELECT coalesce(max(number), 0) + 1 FROM journey_versions WHERE journey_id = ?", (kept.id,)
        ).fetchone()
        conn.execute(
            f"INSERT INTO journey_versions ({_VERSION}, text) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (kept.id, number, kind, label, iso(at), kept.about.logic, kept.text),
        )
        return number

    def _newest_text(self, journey_id: str) -> object:
        return self._store.value(
            "SELECT text FROM journey_versions WHERE journey_id = ? ORDER BY number DESC LIMIT 1", (journey_id,)
        )


def _json(about: About) -> str:
    return msgspec.json.encode(about).decode()


def _about(row: sqlite3.Row) -> About:
    return msgspec.json.decode(row["about"], type=About)


def _row(row: sqlite3.Row) -> JourneyRow:
    about = _about(row)
    published = row["published_at"]
    return JourneyRow(
        id=row["id"],
        name=row["name"],
        state="deleted" if row["deleted_at"] else "published" if published else "draft",
        saved_at=from_iso(row["saved_at"]),
        published_at=from_iso(published) if published else None,
        about=about,
        changed=bool(published) and row["published"] != about.logic,
    )


def _version(row: sqlite3.Row) -> Version:
    return Version(
        id=row["journey_id"], number=row["number"], at=from_iso(row["at"]), kind=row["kind"], label=row["label"],
        publication=row["nth"] if row["kind"] == "published" else 0, logic=row["logic"],
    )  # fmt: skip
