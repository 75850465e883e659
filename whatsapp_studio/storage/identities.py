"""Decides whom Meta means: by a number in either spelling, by the number it knows, or by its user id.

A number that somebody gives up may become a stranger's, and consent was given for messages to a number: so when a
person moves to another one, a "no" goes along, and a "yes" becomes "unknown" until it is given again. The number before
stands in the ledger.
"""

from __future__ import annotations

import sqlite3

from whatsapp_studio.audience.consent import PURPOSES
from whatsapp_studio.audience.contact import Consent
from whatsapp_studio.audience.phone import other_spelling
from whatsapp_studio.base.clock import iso
from whatsapp_studio.delivery.message import Inbound
from whatsapp_studio.storage import consents

# Where a line of the ledger comes from when WhatsApp told that somebody has another number.
MOVED = "user_changed_number"


def people(conn: sqlite3.Connection, phone: str, user_id: str = "") -> dict[int, str]:
    """The contacts Meta means, by id with their own number: a line may be written in two ways, and one is Meta's."""
    found: dict[int, str] = {}
    if phone:
        found.update(
            conn.execute(
                "SELECT id, coalesce(phone, '') FROM contacts WHERE phone IN (?, ?) OR (wa_id <> '' AND wa_id = ?)",
                (phone, other_spelling(phone), phone.removeprefix("+")),
            ).fetchall()
        )
    if user_id and not found:
        found.update(
            conn.execute("SELECT id, coalesce(phone, '') FROM contacts WHERE user_id = ?", (user_id,)).fetchall()
        )
    return found


def phone_of(conn: sqlite3.Connection, phone: str, user_id: str) -> str:
    """The number a message is filed under: its own, else that of the contact who has the user id; may be empty."""
    if phone or not user_id:
        return phone
    return next(iter(people(conn, "", user_id).values()), "")


def learn(conn: sqlite3.Connection, phone: str, user_id: str) -> None:
    """Keep Meta's user id on the one contact it means; one that another contact has stays there."""
    if not (phone and user_id):
        return
    if conn.execute("SELECT 1 FROM contacts WHERE user_id = ?", (user_id,)).fetchone():
        return
    if len(found := people(conn, phone)) == 1:
        conn.execute("UPDATE contacts SET user_id = ? WHERE id = ?", (user_id, next(iter(found))))


def move(conn: sqlite3.Connection, told: Inbound, now: str) -> bool:
    """Follow a person to another number or user id; False where nothing changed, as when the new one is taken."""
    found = people(conn, told.phone, told.user_id)
    if len(found) != 1:
        return False
    ((contact, old),) = found.items()
    changed = False
    taken = conn.execute("SELECT 1 FROM contacts WHERE user_id = ? AND id <> ?", (told.new_user_id, contact))
    if told.new_user_id and not taken.fetchone():
        changed = conn.execute(
            "UPDATE contacts SET user_id = :user WHERE id = :id AND user_id <> :user",
            {"user": told.new_user_id, "id": contact},
        ).rowcount > 0  # fmt: skip
    new = told.new_phone
    if new and new != old and set(people(conn, new)) <= {contact}:
        _renumber(conn, contact, old, new, iso(told.at), now)
        changed = True
    return changed


def _renumber(conn: sqlite3.Connection, contact: int, old: str, new: str, at: str, now: str) -> None:
    conn.execute(
        "UPDATE contacts SET phone = ?, wa_id = ?, updated_at = ? WHERE id = ?",
        (new, new.removeprefix("+"), now, contact),
    )
    conn.execute("UPDATE outbox SET phone = ? WHERE contact_id = ? AND state = 'ready'", (new, contact))
    conn.execute(
        "INSERT OR IGNORE INTO suppressions (phone, reason, source, at)"
        " SELECT ?, reason, source, at FROM suppressions WHERE phone = ? AND reason IN ('opted-out', 'meta-stop')",
        (new, old),
    )
    for purpose in PURPOSES:
        (state,) = conn.execute(f"SELECT {purpose} FROM contacts WHERE id = ?", (contact,)).fetchone()
        after: Consent = "no" if state == "no" else "unknown"
        if state != "unknown":
            consents.record(conn, [contact], purpose, after, MOVED, now, at=at, evidence=old)
