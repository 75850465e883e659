"""Decides how keywords that somebody changed are kept; the others are built in."""

from __future__ import annotations

import json
import sqlite3

from whatsapp_studio.audience.keywords import Keywords


def changed(conn: sqlite3.Connection) -> list[Keywords]:
    """What was changed, by kind and language."""
    rows = conn.execute("SELECT language, kind, words, reply FROM keywords").fetchall()
    return [
        Keywords(language=language, kind=kind, words=tuple(json.loads(words)), reply=reply)
        for language, kind, words, reply in rows
    ]


def keep(conn: sqlite3.Connection, one: Keywords) -> None:
    """Keep the words and the reply of a kind in a language."""
    conn.execute(
        "INSERT OR REPLACE INTO keywords (language, kind, words, reply) VALUES (?, ?, ?, ?)",
        (one.language, one.kind, json.dumps(one.words, ensure_ascii=False), one.reply),
    )


def forget(conn: sqlite3.Connection, language: str, kind: str) -> None:
    """Go back to what is built in."""
    conn.execute("DELETE FROM keywords WHERE language = ? AND kind = ?", (language, kind))
