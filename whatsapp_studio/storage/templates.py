"""Decides how the copy of Meta's templates is kept: its own JSON, and what changed from one reading to the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.streams import resume_approved
from whatsapp_studio.storage.template_history import write_down
from whatsapp_studio.templates.differing import changes
from whatsapp_studio.templates.draft import Past
from whatsapp_studio.templates.template import Template, content_hash, parse

_SYNCED = "templates_synced_at"


class TemplateRows:
    """The templates table."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def replace_all(self, templates: Iterable[Template], at: datetime) -> tuple[Past, ...]:
        """Make these the stored templates, all or nothing, and write down what changed, which is returned.

        Messages that waited for one of them wait no longer.
        """
        templates = list(templates)
        with self._store.write() as conn:
            found = tuple(_changed(conn, templates, at))
            conn.execute("DELETE FROM templates")
            _put(conn, templates, at)
            conn.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (_SYNCED, iso(at)))
            write_down(conn, found)
            resume_approved(conn, {(t.name, t.language) for t in templates if t.sendable})
        return found

    def replace_named(self, names: Collection[str], templates: Iterable[Template], at: datetime) -> tuple[Past, ...]:
        """Make these the stored templates of some names; the others stay as they are. Returns what changed."""
        templates = [one for one in templates if one.name in names]
        marks = ", ".join("?" * len(names))
        with self._store.write() as conn:
            found = tuple(_changed(conn, templates, at, names))
            conn.execute(f"DELETE FROM templates WHERE name IN ({marks})", tuple(names))
            _put(conn, templates, at)
            write_down(conn, found)
            resume_approved(conn, {(t.name, t.language) for t in templates if t.sendable})
        return found

    def put(self, template: Template, entry: Past) -> None:
        """Keep what this program made of one template at Meta, and that it did."""
        with self._store.write() as conn:
            _put(conn, [template], entry.at)
            write_down(conn, [entry])

    def remove(self, entries: Iterable[Past]) -> None:
        """Forget templates that this program deleted at Meta, and write down that it did."""
        entries = list(entries)
        with self._store.write() as conn:
            conn.executemany(
                "DELETE FROM templates WHERE name = ? AND language = ?", [(one.name, one.language) for one in entries]
            )
            write_down(conn, entries)

    def all(self) -> list[Template]:
        """Every stored template by name, then language."""
        return [parse(row["raw"]) for row in self._store.rows("SELECT raw FROM templates ORDER BY name, language")]

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
