"""Decides how snippets are kept: a name, and every text that it ever stood for."""

from __future__ import annotations

import sqlite3
from datetime import datetime

import msgspec

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.storage.db import Store


class SnippetVersion(msgspec.Struct, frozen=True):
    """What a snippet stood for from ``at`` (UTC) on; the first is number 1."""

    number: int
    content: str
    at: datetime


class Snippet(msgspec.Struct, frozen=True):
    """A text by name, as it is now; ``number`` is its newest version, ``at`` (UTC) when that was saved."""

    id: int
    name: str
    content: str
    number: int
    at: datetime


class SnippetStore:
    """The snippets tables. A deleted snippet keeps its texts: what was published with one goes on with it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[Snippet]:
        """Every snippet with its newest text, by name."""
        rows = self._store.rows(
            "SELECT s.id, s.name, v.content, v.number, v.at FROM snippets s JOIN snippet_versions v ON"
            " v.snippet_id = s.id AND v.number = (SELECT max(number) FROM snippet_versions WHERE snippet_id = s.id)"
            " WHERE s.deleted_at IS NULL ORDER BY fold(s.name), s.id"
        )
        return [Snippet(row["id"], row["name"], row["content"], row["number"], from_iso(row["at"])) for row in rows]

    def at(self, moment: datetime) -> dict[str, str]:
        """What every name stood for at a moment (UTC), those included that were deleted since."""
        rows = self._store.rows(
            "SELECT s.name, v.content FROM snippets s JOIN snippet_versions v ON v.snippet_id = s.id AND v.number ="
            " (SELECT max(number) FROM snippet_versions WHERE snippet_id = s.id AND at <= ?)",
            (iso(moment),),
        )
        return {row["name"]: row["content"] for row in rows}

    def versions(self, id: int) -> list[SnippetVersion]:
        """Every text of a snippet, the newest first."""
        rows = self._store.rows(
            "SELECT number, content, at FROM snippet_versions WHERE snippet_id = ? ORDER BY number DESC", (id,)
        )
        return [SnippetVersion(row["number"], row["content"], from_iso(row["at"])) for row in rows]

    def add(self, name: str, content: str, now: datetime) -> int:
        """A new snippet, or a deleted one of that name once more; raises ``UserError("snippet-name-taken")``."""
        with self._store.write() as conn:
            old = conn.execute("SELECT id, deleted_at FROM snippets WHERE name = ?", (name,)).fetchone()
            if old is not None and old[1] is None:
                raise UserError("snippet-name-taken", name=name)
            if old is not None:
                conn.execute("UPDATE snippets SET deleted_at = NULL, name = ? WHERE id = ?", (name, old[0]))
                id = int(old[0])
            else:
                id = int(conn.execute("INSERT INTO snippets (name) VALUES (?)", (name,)).lastrowid or 0)
            _version(conn, id, content, now)
        return id

    def save(self, id: int, content: str, now: datetime) -> None:
        """A new version of a snippet; nothing where its text is that already."""
        with self._store.write() as conn:
            self._must_be(conn, id)
            newest = conn.execute(
                "SELECT content FROM snippet_versions WHERE snippet_id = ? ORDER BY number DESC LIMIT 1", (id,)
            ).fetchone()
            if newest is None or newest[0] != content:
                _version(conn, id, content, now)

    def rename(self, id: int, name: str) -> None:
        """Give a snippet another name; raises ``UserError("snippet-name-taken")``."""
        with self._store.write() as conn:
            self._must_be(conn, id)
            try:
                conn.execute("UPDATE snippets SET name = ? WHERE id = ?", (name, id))
            except sqlite3.IntegrityError as error:
                raise UserError("snippet-name-taken", name=name) from error

    def delete(self, id: int, now: datetime) -> None:
        """Put a snippet away."""
        with self._store.write() as conn:
            self._must_be(conn, id)
            conn.execute("UPDATE snippets SET deleted_at = ? WHERE id = ?", (iso(now), id))

    def _must_be(self, conn: sqlite3.Connection, id: int) -> None:
        if conn.execute("SELECT 1 FROM snippets WHERE id = ? AND deleted_at IS NULL", (id,)).fetchone() is None:
            raise UserError("snippet-gone")


def _version(conn: sqlite3.Connection, id: int, content: str, now: datetime) -> None:
    conn.execute(
        "INSERT INTO snippet_versions SELECT ?, coalesce(max(number), 0) + 1, ?, ? FROM snippet_versions"
        " WHERE snippet_id = ?",
        (id, content, iso(now), id),
    )
