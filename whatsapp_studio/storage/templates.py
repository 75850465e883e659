"""Decides how the copy of Meta's templates is kept: Meta's own JSON, replaced as a whole by each sync."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.streams import resume_approved
from whatsapp_studio.templates.template import Template, content_hash, parse

_SYNCED = "templates_synced_at"


class TemplateRows:
    """The templates table."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def replace_all(self, templates: Iterable[Template], at: datetime) -> None:
        """Make these the stored templates, all or nothing; messages that waited for one of them wait no longer."""
        when = iso(at)
        templates = list(templates)
        rows = [
            (t.name, t.language, t.meta_id, t.category, t.status, t.quality, content_hash(t), t.raw, when)
            for t in templates
        ]
        with self._store.write() as conn:
            conn.execute("DELETE FROM templates")
            conn.executemany("INSERT OR REPLACE INTO templates VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
            conn.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (_SYNCED, when))
            resume_approved(conn, {(t.name, t.language) for t in templates if t.sendable})

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
