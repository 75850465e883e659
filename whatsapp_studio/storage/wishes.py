"""Decides what a person's own word changes: stop, start, help, and the switch WhatsApp itself gives them.

To stop ends everything that waits and is marketing. Meta's switch is about marketing alone, and is told by a webhook or
by the failure of the next message (131050). To start takes back no more than a stop of the person's own.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime, timedelta

from whatsapp_studio.audience.keywords import Keywords
from whatsapp_studio.base.clock import iso
from whatsapp_studio.delivery.message import Inbound, Preference
from whatsapp_studio.storage import consents, opted, suppressions, tombstones
from whatsapp_studio.storage.identities import people
from whatsapp_studio.storage.standing import PURPOSE

# How long after a message it may be answered without a template (Meta's customer service window).
_WINDOW = timedelta(hours=24)
# Meta's codes for a person: stopped marketing, blocked, not to be reached.
_STOPPED, _BLOCKED, _UNREACHABLE = 131050, 130403, 131026
_OWN_WORD = "inbound:"
# Blocks that no word of the person takes away.
_OURS = "('by-hand', 'complaint', 'wrong-number', 'blocked')"


def opt_out(
    conn: sqlite3.Connection, phone: str, reason: str, source: str, at: datetime, now: datetime, *, wording: str = "",
    evidence: str = "", user_id: str = "",
) -> bool:  # fmt: skip
    """Write down that a person said no; False when this very word was written down before.

    Meta may repeat a webhook for days: a repeat must not block again whom somebody has unblocked since.
    """
    found = people(conn, phone, user_id)
    if not (phone or found) or _said_before(conn, phone or next(iter(found.values())), source, at):
        return False
    owners = {own: contact for contact, own in found.items()}
    for one in {phone, *owners} - {""}:
        conn.execute(
            # A person's own word outranks Meta's stop and what ends by itself, for those can be lifted.
            "INSERT INTO suppressions (phone, reason, source, at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET reason = excluded.reason, source = excluded.source, at = excluded.at,"
            " until = '' WHERE excluded.reason = 'opted-out' AND suppressions.reason <> 'opted-out'"
            f" AND (suppressions.reason NOT IN {_OURS} OR suppressions.until <> '')",
            (one, reason, source, iso(at)),
        )
    for one in {phone, *owners} if phone else owners:
        consents.answer(conn, one, owners.get(one), "no", source, iso(now), iso(at), evidence=evidence, wording=wording)
    stop_waiting(conn, found, now)
    return True


def stop_waiting(conn: sqlite3.Connection, contacts: Iterable[int], now: datetime) -> None:
    """Leave out the marketing that waits for these contacts."""
    conn.execute(
        "UPDATE outbox SET state = 'excluded', reason = 'opted-out', settled_at = ? WHERE id IN ("
        "SELECT o.id FROM outbox o JOIN campaigns c ON c.id = o.campaign_id"
        " WHERE o.contact_id IN (SELECT value FROM json_each(?))"
        f" AND o.state = 'ready' AND {PURPOSE} = 'marketing')",
        (iso(now), json.dumps(list(contacts))),
    )


def opt_in(conn: sqlite3.Connection, message: Inbound, now: datetime) -> bool:
    """Take back a stop the person wrote, and write down the yes with their words; False where there is none.

    A "no" from elsewhere, a block by hand and Meta's stop stay.
    """
    source = _OWN_WORD + message.wamid
    found = people(conn, message.phone, message.user_id)
    if _said_before(conn, message.phone, source, message.at):
        return False
    changed = False
    for contact, own in found.items():
        row = conn.execute(
            "SELECT state, source, at FROM consents WHERE contact_id = ? AND purpose = 'marketing'"
            " ORDER BY id DESC LIMIT 1",
            (contact,),
        ).fetchone()
        if row is None or row[0] != "no" or not row[1].startswith(_OWN_WORD) or row[2] > iso(message.at):
            continue
        for phone in {own, message.phone}:
            conn.execute(
                "DELETE FROM suppressions WHERE phone = ? AND reason = 'opted-out' AND source LIKE 'inbound:%'",
                (phone,),
            )
        consents.record(
            conn, [contact], "marketing", "yes", source, iso(now), at=iso(message.at), evidence=message.wamid,
            wording=message.text or message.payload,
        )  # fmt: skip
        changed = True
    return changed


def prefer(conn: sqlite3.Connection, preference: Preference, now: datetime) -> bool:
    """Meta's own stop or resume. A resume lifts Meta's stop alone, and what was said before counts again."""
    phone, at = preference.phone, iso(preference.at)
    if preference.stop:
        stopped = opt_out(
            conn, phone, "meta-stop", consents.BY_META, preference.at, now, evidence=preference.details,
            user_id=preference.user_id,
        )  # fmt: skip
        if stopped:
            opted.mark(conn, phone, preference.at, user_id=preference.user_id)
        return stopped
    lifted = False
    found = people(conn, phone, preference.user_id)
    for one in {phone, *found.values()} - {""}:
        lifted |= bool(
            conn.execute(
                "DELETE FROM suppressions WHERE phone = ? AND reason = 'meta-stop' AND at <= ?", (one, at)
            ).rowcount
        )
    for contact in found if lifted else ():
        if (earlier := consents.before_meta(conn, contact)) is not None:
            consents.record(conn, [contact], "marketing", earlier, consents.BY_META, iso(now), at=at)
    return lifted


def failed(conn: sqlite3.Connection, row_id: int, code: int, at: datetime) -> bool:
    """What the failure of a message says of its person; whether that was news."""
    if code not in (_STOPPED, _BLOCKED, _UNREACHABLE):
        return False
    phone, contact = conn.execute("SELECT phone, contact_id FROM outbox WHERE id = ?", (row_id,)).fetchone()
    if not phone or (code != _STOPPED and suppressions.why(conn, phone)):
        return False
    if code == _STOPPED:
        known = suppressions.why(conn, phone)
        if known is not None and known[0] in ("meta-stop", "opted-out"):
            return False
        return opt_out(conn, phone, "meta-stop", consents.BY_META, at, at, evidence=str(code))
    if code == _UNREACHABLE:
        # Once may be a telephone that was off for long; the last two are a number without WhatsApp.
        last = conn.execute(
            "SELECT code FROM outbox WHERE contact_id = ? AND claimed_at IS NOT NULL ORDER BY claimed_at DESC, id DESC"
            " LIMIT 2",
            (contact,),
        ).fetchall()
        if [one[0] for one in last] != [code, code]:
            return False
    reason = "blocked" if code == _BLOCKED else "unreachable"
    return bool(suppressions.suppress(conn, [(phone, False)], reason, f"meta-{code}", iso(at)))


def reached(conn: sqlite3.Connection, phone: str) -> None:
    """Somebody wrote: their number has WhatsApp after all."""
    conn.execute("DELETE FROM suppressions WHERE phone = ? AND reason = 'unreachable'", (phone,))


def reply(conn: sqlite3.Connection, message: Inbound, said: Keywords, now: datetime) -> bool:
    """Queue the answer to a keyword: once a day for each kind, while the window is open; False where there is none.

    It leaves by the one way out. Who opted out gets it; whom somebody blocked does not.
    """
    why = suppressions.why(conn, message.phone)
    sender = conn.execute("SELECT phone_number_id FROM connection").fetchone()
    late = now - message.at >= _WINDOW
    if not (said.reply and message.phone and sender) or late or (why and why[0] not in ("opted-out", "meta-stop")):
        return False
    id = f"reply:{tombstones.veil(conn)(f'{said.kind}:{message.phone}:{message.at:%Y-%m-%d}')}"
    new = conn.execute(
        "INSERT OR IGNORE INTO campaigns (id, name, draft, state, template_raw, sender, marketing, created_at,"
        " updated_at, launched_at, kind, purpose)"
        " VALUES (:id, :id, '{}', 'sending', '', :sender, 0, :now, :now, :now, 'reply', 'service')",
        {"id": id, "sender": sender[0], "now": iso(now)},
    ).rowcount
    if new:
        found = people(conn, message.phone, message.user_id)
        conn.execute(
            "INSERT INTO outbox (key, campaign_id, contact_id, phone, body, queued_at) VALUES (?, ?, ?, ?, ?, ?)",
            (id, id, next(iter(found), 0), message.phone, json.dumps({"what": "text", "text": said.reply}), iso(now)),
        )
    return bool(new)


def _said_before(conn: sqlite3.Connection, phone: str, source: str, at: datetime) -> bool:
    asked = "SELECT 1 FROM consents WHERE phone = ? AND source = ? AND at = ?"
    return conn.execute(asked, (phone, source, iso(at))).fetchone() is not None
