"""Decides how everything that happened to one contact is read, from wherever it is kept, the newest first."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection

from whatsapp_studio.audience.note import KINDS, Happening, HappeningKind
from whatsapp_studio.audience.phone import other_spelling
from whatsapp_studio.base.clock import from_iso
from whatsapp_studio.storage.db import Store

# Every arm tells: at, key, kind, code, name, facts (JSON), page, what.
_SENDER = "CASE c.kind WHEN 'campaign' THEN 'campaigns' WHEN 'stream' THEN 'journeys' ELSE '' END AS page"
_WHAT = "CASE c.kind WHEN 'campaign' THEN c.id WHEN 'stream' THEN coalesce(j.id, '') ELSE '' END AS what"
_NAME = "CASE c.kind WHEN 'stream' THEN coalesce(j.name, '') ELSE c.name END AS name"
_FROM = """FROM outbox o JOIN campaigns c ON c.id = o.campaign_id
    LEFT JOIN runs r ON r.id = o.run_id LEFT JOIN journeys j ON j.id = r.journey_id"""
_QUEUED = "coalesce(nullif(o.queued_at, ''), c.launched_at, c.created_at)"
_TEMPLATE = "'template', CASE WHEN json_valid(c.template_raw) THEN json_extract(c.template_raw, '$.name') END"
_MOMENT = "strftime('%Y-%m-%dT%H:%M:%f', {} / 1000.0, 'unixepoch') || '+00:00'"
_MESSAGES = f"""
SELECT {_QUEUED} AS at, 'q' || o.id AS key, 'message' AS kind, 'queued' AS code, {_NAME},
    json_object({_TEMPLATE}, 'kind', c.kind) AS facts, {_SENDER}, {_WHAT}
    {_FROM} WHERE o.contact_id = :id AND (o.state <> 'excluded' OR o.queued_at <> '')
UNION ALL
SELECT coalesce(o.settled_at, {_QUEUED}), 'x' || o.id, 'message', 'excluded', {_NAME},
    json_object({_TEMPLATE}, 'reason', o.reason, 'rule', o.rule), {_SENDER}, {_WHAT}
    {_FROM} WHERE o.contact_id = :id AND o.state = 'excluded'
UNION ALL
SELECT coalesce(o.claimed_at, o.settled_at, {_QUEUED}), 'a' || o.id, 'message',
    CASE WHEN o.state IN ('failed', 'unknown') THEN o.state ELSE 'accepted' END, {_NAME},
    json_object({_TEMPLATE}, 'reason', o.reason, 'details', o.details), {_SENDER}, {_WHAT}
    {_FROM} WHERE o.contact_id = :id AND o.state NOT IN ('ready', 'sending', 'excluded')
    AND NOT (o.state = 'failed' AND EXISTS (SELECT 1 FROM news n WHERE n.wamid = o.wamid AND n.status = 'failed'))
UNION ALL
SELECT n.at, 'n' || n.id, 'message', n.status, {_NAME},
    json_object({_TEMPLATE}, 'reason', CASE WHEN n.code THEN 'meta-' || n.code END, 'details', n.details),
    {_SENDER}, {_WHAT}
    {_FROM} JOIN news n ON n.wamid = o.wamid WHERE o.contact_id = :id
    AND n.status IN ('sent', 'delivered', 'read', 'failed')
"""
_REPLIES = """
SELECT i.at, 'i' || i.wamid AS key, 'reply' AS kind, CASE WHEN i.payload <> '' THEN 'pressed' ELSE 'wrote' END AS code,
    coalesce(c.name, '') AS name, json_object('text', i.text, 'kind', i.kind) AS facts,
    CASE c.kind WHEN 'campaign' THEN 'campaigns' ELSE '' END AS page,
    CASE c.kind WHEN 'campaign' THEN c.id ELSE '' END AS what
    FROM inbox i LEFT JOIN outbox o ON o.wamid = i.context AND i.context <> ''
    LEFT JOIN campaigns c ON c.id = o.campaign_id AND c.kind = 'campaign'
    WHERE {who}
"""
_CONSENT = """
SELECT at, 's' || id AS key, 'consent' AS kind, state AS code, '' AS name,
    json_object('purpose', purpose, 'source', source, 'evidence', evidence, 'wording', wording) AS facts,
    '' AS page, '' AS what FROM consents WHERE contact_id = :id
"""
_JOURNEYS = f"""
SELECT {_MOMENT.format("r.entered")} AS at, 'e' || r.id AS key, 'journey' AS kind, 'entered' AS code,
    j.name, json_object('test', CASE WHEN r.test THEN '1' END) AS facts, 'journeys' AS page, j.id AS what
    FROM runs r JOIN journeys j ON j.id = r.journey_id WHERE r.contact_id = :id
UNION ALL
SELECT {_MOMENT.format("r.ended")}, 'l' || r.id, 'journey', 'left', j.name,
    json_object('ending', r.ending, 'test', CASE WHEN r.test THEN '1' END), 'journeys', j.id
    FROM runs r JOIN journeys j ON j.id = r.journey_id WHERE r.contact_id = :id AND r.ended IS NOT NULL
"""
# Ids are given again: the last import that added one of them is the one. Of changes the last import alone is known.
_IMPORTS = """
SELECT p.created_at AS at, 'c' || p.id AS key, 'import' AS kind, 'added' AS code, '' AS name,
    json_object('file', (SELECT i.file FROM imports i WHERE p.id BETWEEN i.first_id AND i.last_id
        AND i.undone_at = '' ORDER BY i.id DESC LIMIT 1), 'written', p.raw_phone) AS facts,
    '' AS page, '' AS what FROM contacts p WHERE p.id = :id
UNION ALL
SELECT i.at, 'b' || i.id, 'import', 'updated', '', json_object('file', i.file), '', ''
    FROM import_before b JOIN imports i ON i.id = (SELECT max(id) FROM imports)
    WHERE b.contact_id = :id AND b.row <> '' AND i.undone_at = ''
"""
_NOTES = """
SELECT at, 't' || id AS key, 'note' AS kind, 'note' AS code, '' AS name, json_object('text', text) AS facts,
    '' AS page, '' AS what FROM notes WHERE contact_id = :id
"""
_MERGES = """
SELECT at, 'm' || id AS key, 'merge' AS kind, 'merged' AS code, '' AS name, '{}' AS facts, '' AS page, '' AS what
    FROM merges WHERE kept_id = :id
UNION ALL
SELECT undone_at, 'u' || id, 'merge', 'undone', '', '{}', '', '' FROM merges
    WHERE undone_at <> '' AND :id IN (kept_id, gone_id)
"""
# The id of a contact that was deleted may be another's by now: what was done before this one came is not its own.
_EDITS = """
SELECT a.at, 'd' || a.id AS key, 'edit' AS kind, a.action AS code, a.name, json_object(
        'before', a.before, 'after', a.after) AS facts, '' AS page, '' AS what
    FROM audit a JOIN contacts p ON p.id = :id WHERE a.kind = 'contact' AND a.object = CAST(:id AS TEXT)
    AND a.at >= p.created_at AND a.action NOT LIKE 'contact-note-%' AND a.action NOT IN (
        'contact-added', 'contacts-merged', 'contacts-unmerged')
"""
_ARMS: dict[HappeningKind, str] = {
    "message": _MESSAGES, "reply": _REPLIES, "consent": _CONSENT, "journey": _JOURNEYS, "import": _IMPORTS,
    "note": _NOTES, "merge": _MERGES, "edit": _EDITS,
}  # fmt: skip


class TimelineStore:
    """What happened to contacts. Nothing is written."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(
        self, contact: int, kinds: Collection[HappeningKind] = KINDS, after: Happening | None = None, limit: int = 200
    ) -> list[Happening]:
        """A page of a contact's timeline, the newest first; ``after`` is the last line of the page before it."""
        person = self._store.row("SELECT phone, wa_id, user_id FROM contacts WHERE id = ?", (contact,))
        if person is None or not kinds:
            return []
        arms = " UNION ALL ".join(f"SELECT * FROM ({_ARMS[kind]})" for kind in KINDS if kind in kinds)
        asked: dict[str, object] = {
            "id": contact, "limit": limit, "at": after.stamp if after else None, "key": after.key if after else "",
            "phones": json.dumps(_phones(person)), "user": person["user_id"],
        }  # fmt: skip
        who = "i.phone IN (SELECT value FROM json_each(:phones))"
        if person["user_id"]:
            who += " OR i.user_id = :user"
        rows = self._store.rows(
            f"SELECT * FROM ({arms.replace('{who}', who)}) WHERE at <> '' AND (:at IS NULL OR (at, key) < (:at, :key))"
            " ORDER BY at DESC, key DESC LIMIT :limit",
            asked,
        )
        return [_happening(row) for row in rows]


def _phones(person: sqlite3.Row) -> list[str]:
    """Every spelling a message of this person may have come under."""
    phone, wa_id = person["phone"] or "", person["wa_id"]
    return [one for one in {phone, other_spelling(phone), f"+{wa_id}" if wa_id else ""} if one]


def _happening(row: sqlite3.Row) -> Happening:
    facts = {name: str(value) for name, value in json.loads(row["facts"]).items() if value not in (None, "")}
    return Happening(
        at=from_iso(row["at"]), key=row["key"], kind=row["kind"], code=row["code"], name=row["name"], facts=facts,
        page=row["page"], what=row["what"], stamp=row["at"],
    )  # fmt: skip
