"""Decides how news of templates is written down: the stored copy as Meta has it now, and what follows from it.

Works inside the caller's transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import msgspec

from whatsapp_studio.base.clock import from_iso
from whatsapp_studio.storage.template_holds import Followed, follow
from whatsapp_studio.templates.differing import changes
from whatsapp_studio.templates.draft import Past
from whatsapp_studio.templates.news import TemplateNews
from whatsapp_studio.templates.template import content_hash, parse

# Names of templates that have to be read from Meta once more, as a list in JSON.
TO_READ = "templates_to_read"


def hear(conn: sqlite3.Connection, news: Iterable[TemplateNews], now: datetime) -> Followed:
    """Apply news, each once, and do what follows from it.

    What the stored copy cannot be brought up to date by (an unknown template, news older than the copy, new buttons)
    is noted as to be read from Meta.
    """
    told: list[Followed] = []
    unsure: set[str] = set()
    for one in news:
        entries, sure = _apply(conn, one)
        told.append(follow(conn, entries, now))
        if not sure:
            unsure.add(one.name)
    if unsure:
        note_to_read(conn, unsure)
    return Followed(
        entries=tuple(entry for one in told for entry in one.entries),
        touched=frozenset().union(*(one.touched for one in told)), told=any(one.told for one in told),
    )  # fmt: skip


def note_to_read(conn: sqlite3.Connection, names: Iterable[str]) -> None:
    """Remember that the templates of these names have to be read once more."""
    found = conn.execute("SELECT value FROM facts WHERE name = ?", (TO_READ,)).fetchone()
    known = set(json.loads(found[0])) if found and found[0] else set()
    conn.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (TO_READ, json.dumps(sorted(known | set(names)))))


def _apply(conn: sqlite3.Connection, news: TemplateNews) -> tuple[list[Past], bool]:
    """What changed by one piece of news, and whether the stored copy is as Meta's now."""
    row = conn.execute(
        "SELECT name, language, raw, synced_at FROM templates WHERE (meta_id <> '' AND meta_id = ?)"
        " OR (name = ? AND replace(language, '-', '_') = ?) ORDER BY meta_id = ? DESC LIMIT 1",
        (news.meta_id, news.name, news.language, news.meta_id),
    ).fetchone()
    if row is None:
        return [], False
    name, language, raw, synced_at = row
    before = parse(raw)
    entries = []
    if news.flag:
        entries.append(
            Past(name=name, language=language, meta_id=news.meta_id, at=news.at, kind="flagged", after=news.flag,
                 reason=news.reason, details=news.details, source="webhook")
        )  # fmt: skip
        if _known(conn, entries[0]):
            entries = []
    if news.at < from_iso(synced_at):
        # Read after this was told: what was read holds, and is read again to be sure.
        return entries, False
    if news.status == "DELETED":
        conn.execute("DELETE FROM templates WHERE name = ? AND language = ?", (name, language))
        gone = changes(before, None, news.at, "webhook")
        return entries + [_reasoned(one, news) for one in gone], True
    data = _changed(json.loads(raw), news)
    after = parse(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    conn.execute(
        "UPDATE templates SET raw = ?, status = ?, category = ?, quality = ?, content_hash = ?"
        " WHERE name = ? AND language = ?",
        (after.raw, after.status, after.category, after.quality, content_hash(after), name, language),
    )
    found = list(changes(before, after, news.at, "webhook"))
    return entries + [_reasoned(one, news) for one in found], not news.texts


def _known(conn: sqlite3.Connection, entry: Past) -> bool:
    """Whether the same warning was heard before."""
    last = conn.execute(
        "SELECT after, details FROM template_history WHERE name = ? AND language = ? AND kind = 'flagged'"
        " ORDER BY id DESC LIMIT 1",
        (entry.name, entry.language),
    ).fetchone()
    return last is not None and tuple(last) == (entry.after, entry.details)


def _changed(data: dict[str, Any], news: TemplateNews) -> dict[str, Any]:
    """Meta's JSON of a template with the news in it."""
    told: dict[str, Any] = {}
    if news.status:
        told |= {"status": news.status, "rejected_reason": news.reason or "NONE"}
    if news.quality:
        told["quality_score"] = {"score": news.quality}
    if news.category:
        told |= {"category": news.category, "previous_category": data.get("category", ""), "correct_category": ""}
    elif news.correct_category:
        told["correct_category"] = news.correct_category
    if news.texts:
        parts = [dict(one) for one in data.get("components") or () if isinstance(one, dict)]
        for part in parts:
            text = news.texts.get(str(part.get("type", "")).upper())
            if text and "text" in part:
                part["text"] = text
        told["components"] = parts
    return {**data, **told}


def _reasoned(entry: Past, news: TemplateNews) -> Past:
    if entry.kind not in ("status", "removed"):
        return entry
    return msgspec.structs.replace(entry, reason=news.reason, details=news.details)
