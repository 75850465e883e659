"""Decides how a step that acts changes a contact: its fields, its answer to marketing, its lists."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from whatsapp_studio.audience.contact import STANDARD_FIELDS
from whatsapp_studio.base.clock import iso
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.running import Effect
from whatsapp_studio.journeys.table import title_of
from whatsapp_studio.storage.contacts import column


def apply(conn: sqlite3.Connection, journey: Journey, contact: int, effect: Effect, now: datetime) -> None:
    """Write an ``update``, ``consent`` or ``list`` effect, inside the caller's transaction.

    Where an answer to marketing comes from is written with it: the journey, the step and its reason. What is no longer
    there (a field, a list) is passed over. Nobody's number is changed by a journey.
    """
    details, at = effect.details, iso(now)
    match effect.kind:
        case "update":
            fields = {row[0] for row in conn.execute("SELECT name FROM fields")}
            values = {name: value for name, value in details["values"].items() if name != "phone"}
            columns = {name: column(name) for name in values if name in fields} | {
                name: name for name in values if name in STANDARD_FIELDS
            }
            if columns:
                sets = ", ".join(f"{place} = ?" for place in columns.values())
                conn.execute(
                    f"UPDATE contacts SET {sets}, updated_at = ? WHERE id = ?",
                    (*(_fitting(name, values[name]) for name in columns), at, contact),
                )
        case "consent":
            says, step = "yes" if details["yes"] else "no", journey.steps.get(details["step"])
            where = (journey.name, title_of(step) if step else "", str(details.get("reason") or ""))
            conn.execute(
                "INSERT INTO consents (contact_id, phone, purpose, state, source, at)"
                " SELECT id, phone, 'marketing', ?, ?, ? FROM contacts WHERE id = ?",
                (says, f"journey: {' · '.join(filter(None, where))}", at, contact),
            )
            conn.execute("UPDATE contacts SET marketing = ?, updated_at = ? WHERE id = ?", (says, at, contact))
        case "list" if details["add"]:
            conn.execute(
                "INSERT OR IGNORE INTO list_members SELECT l.id, c.id FROM lists l, contacts c"
                " WHERE l.name = ? AND c.id = ?",
                (details["list"], contact),
            )
        case "list":
            conn.execute(
                "DELETE FROM list_members WHERE contact_id = ? AND list_id = (SELECT id FROM lists WHERE name = ?)",
                (contact, details["list"]),
            )


def _fitting(name: str, value: object) -> object:
    return "" if value is None and name in STANDARD_FIELDS else value
