"""Decides how the copy of Meta's templates is kept: its own JSON, and what changed from one reading to the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.streams import resume_approved
from whatsapp_studio.storage.template_holds import Followed, follow
from whatsapp_studio.templates.differing import changes
from whatsapp_studio.templates.draft import Past
from whatsapp_studio.templates.template import Template, content_hash, parse

_SYNCED = "templates_synced_at"


class TemplateRows:
    """The templates table."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def replace_all(self, templates: Iterable[Template], at: datetime, since: datetime | None = None) -> Followed:
        """Make these the stored templates, all or nothing, write down what changed, and do what follows from it.

        What was stored after ``since``, when the reading began, is newer than what was read, and stays.
        Messages that waited for one of them wait no longer; those by one that may not be sent any more are held.
        """
        with self._store.write() as conn:
            followed = self._replace(conn, templates, at, None, iso(since) if since else "")
            conn.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (_SYNCED, iso(at)))
        return followed

    def replace_named(self, names: Collection[str], templates: Iterable[Template], at: datetime) -> Followed:
        """The same for the templates of some names; the others stay as they are."""
        with self._store.write() as conn:
            return self._replace(conn, [one for one in templates if one.name in names], at, names)

    def _replace(
        self, conn: sqlite3.Connection, given: Iterable[Template], at: datetime, names: Collection[str] | None,
        since: str = "",
    ) -> Followed:  # fmt: skip
        newer = set(
            conn.execute("SELECT name, language FROM templates WHERE ? <> '' AND synced_at > ?", (since, since))
        )
        templates = [one for one in given if (one.name, one.language) not in newer]
        found = tuple(one for one in _changed(conn, templates, at, names) if (one.name, one.language) not in newer)
        if names is None:
            conn.execute("DELETE FROM templates WHERE ? = '' OR synced_at <= ?", (since, since))
        else:
            conn.executemany("DELETE FROM templates WHERE name = ?", [(name,) for name in names])
        _put(conn, templates, at)
        return self._follow(conn, found, at, {(t.name, t.language) for t in templates if t.sendable})

    def put(self, template: Template, entry: Past) -> Followed:
        """Keep what this program made of one template at Meta, and that it did."""
        with self._store.write() as conn:
            _put(conn, [template], entry.at)
            return self._follow(conn, (entry,), entry.at)

    def remove(self, entries: Iterable[Past], now: datetime) -> Followed:
        """Forget templates that this program deleted at Meta, and write down that it did."""
        entries = tuple(entries)
        with self._store.write() as conn:
            conn.executemany(
                "DELETE FROM templates WHERE name = ? AND language = ?", [(one.name, one.language) for one in entries]
            )
            return self._follow(conn, entries, now)

    def _follow(
        self, conn: sqlite3.Connection, entries: tuple[Past, ...], at: datetime,
        approved: Collection[tuple[str, str]] = (),
    ) -> Followed:  # fmt: skip
        followed = follow(conn, entries, at)
        resume_approved(conn, approved)
        return followed

    def all(self) -> list[Template]:
        """Every stored template by name, then language."""
        return [parse(row["raw"]) for row in self._store.rows("SELECT raw FROM templates ORDER BY name, language")]

    def named(self, name: str) -> list[Template]:
        """The stored templates of a name, by language."""
        rows = self._store.rows("SELECT raw FROM templates WHERE name = ? ORDER BY language", (name,))
        return [parse(row["raw"]) for row in rows]

    def get(self, name: str, language: str) -> Template | None:
        """One template, or None."""
        row = self._store.row("SELECT raw FROM templates WHERE name = ? AND language = ?", (name, language))
        return parse(row["raw"]) if row else None

    def synced_at(self) -> datetime | None:
        """When the stored templates were read from Meta; None before the first time."""
        value = self._store.value("SELECT value FROM facts WHERE name = ?", (_SYNCED,))
        return from_iso(str(value)) if value else None


def _put(conn: sqlite3.Connection, templates: Iterable[Template], at: datetime) -> None:
    conn.executemany(
        "INSERT OR REPLACE INTO templates VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (t.name, t.language, t.meta_id, t.category, t.status, t.quality, content_hash(t), t.raw, iso(at))
            for t in templates
        ],
    )


def _changed(
    conn: sqlite3.Connection, templates: Iterable[Template], at: datetime, names: Collection[str] | None = None
) -> Iterator[Past]:
    """What differs from the stored copy; of some ``names`` only, where they are given."""
    stored = {
        (name, language): raw
        for name, language, raw in conn.execute("SELECT name, language, raw FROM templates").fetchall()
        if names is None or name in names
    }
    for template in templates:
        raw = stored.pop((template.name, template.language), None)
        if raw != template.raw:
            yield from changes(parse(raw) if raw is not None else None, template, at, "sync")
    for raw in stored.values():
        yield from changes(parse(raw), None, at, "sync")
