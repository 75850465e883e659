"""Decides how news from Meta is written down: statuses, messages from people, their stops."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from datetime import datetime

import msgspec

from whatsapp_studio.audience.keywords import Keywords, Listener, merged
from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.delivery.message import Inbound, News, Preference, State, advance
from whatsapp_studio.storage import failing, opted, tombstones, wishes
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.identities import learn, move, people, phone_of
from whatsapp_studio.storage.keywords import changed
from whatsapp_studio.storage.streams import resume_approved
from whatsapp_studio.storage.template_news import hear as hear_templates
from whatsapp_studio.templates.news import TemplateNews

# What arrives as a message and says nothing: a changed number, a kind that Meta does not pass on.
_NOT_SAID = frozenset({"system", "unsupported", "unknown", "errors", "ephemeral", "request_welcome"})
_TAPPED = ("button", "interactive")
# What ``signals.parked`` is for an answer that may be to a message whose id Meta has not told yet.
_EARLY = 2


class Told(msgspec.Struct, frozen=True):
    """What a batch of news touched; ``failures`` are the campaigns and Meta's codes of rows that failed by it.

    ``notices`` is whether the person at this computer was told something, ``queued`` whether an answer waits to leave.
    """

    campaigns: frozenset[str] = frozenset()
    contacts: bool = False
    inbox: bool = False
    failures: frozenset[tuple[str, int]] = frozenset()
    notices: bool = False
    queued: bool = False


class LedgerStore:
    """Applies a batch of news in one transaction; the same batch twice changes nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def listener(self) -> Listener:
        """What hears keywords in a message, as they are now."""
        return Listener(merged(changed(self._store.db.conn)))

    def language_of(self, message: Inbound) -> str:
        """The language of the contact who wrote; empty where that is not known."""
        conn = self._store.db.conn
        found = json.dumps(list(people(conn, message.phone, message.user_id)))
        row = conn.execute(
            "SELECT language FROM contacts WHERE language <> '' AND id IN (SELECT value FROM json_each(?))", (found,)
        ).fetchone()
        return str(row[0]) if row is not None else ""

    def apply(
        self, statuses: Iterable[News], inbound: Collection[Inbound], preferences: Iterable[Preference],
        stop: Iterable[Inbound], now: datetime, approved: Collection[tuple[str, str]] = (),
        templates: Iterable[TemplateNews] = (), asked: Collection[tuple[Inbound, Keywords]] = (),
    ) -> Told:  # fmt: skip
        """Write news; ``stop`` are the inbound messages that ask not to be written to again.

        ``asked`` are those that are a keyword: whoever asks to start is written to again, and each may be answered.
        Of a person who was erased nothing is kept but how far a message of theirs came.

        ``approved`` are templates, by name and language, that may be sent from now on; ``templates`` what became of
        some.
        """
        touched: set[str] = set()
        failures: set[tuple[str, int]] = set()
        contacts = inbox = queued = False
        with self._store.write() as conn:
            gone = tombstones.marked(conn)
            for one in statuses:
                if gone(f"+{one.wa_id}") or gone(one.user_id):
                    one = _of_nobody(conn, one)
                if campaign := _apply_status(conn, one):
                    touched.add(campaign)
                    if one.status == "failed":
                        failures.add((campaign, one.code))
            there = {m.wamid for m in inbound if not (gone(m.phone) or gone(m.user_id))}
            for message in (m for m in inbound if m.wamid in there):
                inbox |= _write_down(conn, message)
                if message.new_phone or message.new_user_id:
                    contacts |= move(conn, message, iso(now))
            for message in (m for m in stop if m.wamid in there):
                stopped = wishes.opt_out(
                    conn, message.phone, "opted-out", f"inbound:{message.wamid}", message.at, now,
                    wording=message.text or message.payload, user_id=message.user_id,
                )  # fmt: skip
                if stopped:
                    opted.mark(
                        conn, message.phone, message.at, user_id=message.user_id, context=message.context
                    )
                contacts |= stopped
            for message, said in asked:
                if message.wamid in there:
                    contacts |= said.kind == "start" and wishes.opt_in(conn, message, now)
                    queued |= wishes.reply(conn, message, said, now)
            for preference in preferences:
                if not (gone(preference.phone) or gone(preference.user_id)):
                    contacts |= wishes.prefer(conn, preference, now)
            followed = hear_templates(conn, templates, now)
            touched |= followed.touched
            if approved:
                resume_approved(conn, approved)
        return Told(frozenset(touched), contacts, inbox, frozenset(failures), followed.told, queued)

    def replies(self, campaign_id: str) -> int:
        """How many recipients answered a message of the campaign, by quoting it or tapping its buttons."""
        return int(
            str(
                self._store.value(
                    "SELECT count(DISTINCT o.id) FROM outbox o JOIN inbox i ON i.context = o.wamid"
                    " WHERE o.campaign_id = ? AND o.wamid IS NOT NULL",
                    (campaign_id,),
                )
            )
        )


def apply_kept(conn: sqlite3.Connection, wamid: str, row_id: int) -> None:
    """Move a row on by the statuses that came before its id was known."""
    rows = conn.execute(
        "SELECT status, at, code, details, billed, billed_as FROM news WHERE wamid = ? ORDER BY at", (wamid,)
    ).fetchall()
    for status, at, code, details, billed, billed_as in rows:
        kept = News(
            wamid=wamid, status=status, at=from_iso(at), code=code, details=details, billed=billed, billed_as=billed_as
        )
        _bill(conn, row_id, kept)
        _advance(conn, row_id, kept)


def _of_nobody(conn: sqlite3.Connection, news: News) -> News:
    """News of a message to somebody who was erased, as it may be kept."""
    return msgspec.structs.replace(news, wamid=tombstones.veil(conn)(news.wamid), details="", wa_id="", user_id="")


def _write_down(conn: sqlite3.Connection, message: Inbound) -> bool:
    """Keep what somebody wrote, and let journeys hear of it; False when it was known already."""
    learn(conn, message.phone, message.user_id)
    phone = phone_of(conn, message.phone, message.user_id)
    new = conn.execute(
        "INSERT OR IGNORE INTO inbox (wamid, phone, at, kind, text, payload, context, user_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            message.wamid, phone, iso(message.at), message.kind, message.text, message.payload, message.context,
            message.user_id,
        ),
    ).rowcount  # fmt: skip
    if new and (phone or message.user_id) and message.kind not in _NOT_SAID:
        wishes.reached(conn, phone)
        _signal(conn, message)
    return bool(new)


def _signal(conn: sqlite3.Connection, message: Inbound) -> None:
    """News for journeys: to the run whose message is answered, else to whomever the number belongs to."""
    data = json.dumps({"button": message.kind in _TAPPED and bool(message.text), "wamid": message.wamid})
    quoted = conn.execute(
        "SELECT run_id, contact_id, step, visit FROM outbox WHERE wamid = ?", (message.context or None,)
    ).fetchone()
    found = people(conn, message.phone, message.user_id)
    early = quoted is None and message.context and any(_under_way(conn, person) for person in found)
    if quoted is not None and quoted[0] is not None:
        about = [quoted]
    elif quoted is not None and quoted[1] in found:
        about = [(None, quoted[1], "", 0)]
    else:
        about = [(None, person, "", 0) for person in found]
    conn.executemany(
        "INSERT INTO signals (parked, kind, at, run_id, contact_id, step, visit, text, data)"
        " VALUES (?, 'inbound', ?, ?, ?, ?, ?, ?, ?)",
        [
            (_EARLY if early else 0, round(message.at.timestamp() * 1000), *one, message.text, data)
            for one in about
        ],
    )


def _under_way(conn: sqlite3.Connection, contact: int) -> bool:
    """Whether a journey's message to somebody may have arrived, though Meta has not told its id yet."""
    which = "SELECT 1 FROM outbox WHERE state = '{}' AND contact_id = :contact AND run_id IS NOT NULL AND wamid IS NULL"
    found = conn.execute(
        f"{which.format('sending')} UNION ALL {which.format('unknown')} LIMIT 1", {"contact": contact}
    )
    return found.fetchone() is not None


def hear_early(conn: sqlite3.Connection, row_id: int) -> None:
    """Let journeys hear the answers that came before it was known which message has which id.

    Called when that is known of a row, or when it is known that it did not leave.
    """
    if conn.execute("SELECT 1 FROM signals WHERE parked = ? LIMIT 1", (_EARLY,)).fetchone() is None:
        return
    run, contact, step, visit, wamid = conn.execute(
        "SELECT run_id, contact_id, step, visit, wamid FROM outbox WHERE id = ?", (row_id,)
    ).fetchone()
    waiting = conn.execute(
        "SELECT s.id, coalesce(i.context, '') FROM signals s"
        " LEFT JOIN inbox i ON i.wamid = json_extract(s.data, '$.wamid')"
        " WHERE s.parked = ? AND s.contact_id = ? ORDER BY s.id",
        (_EARLY, contact),
    ).fetchall()
    for signal, context in waiting:
        answers = run is not None and context == wamid
        if not answers and _under_way(conn, contact):
            continue
        # It is news from now on, to be heard after that its message was sent.
        conn.execute(
            "INSERT INTO signals (kind, at, run_id, contact_id, step, visit, text, data)"
            " SELECT kind, at, ?, contact_id, ?, ?, text, data FROM signals WHERE id = ?",
            (*((run, step, visit) if answers else (None, "", 0)), signal),
        )
        conn.execute("DELETE FROM signals WHERE id = ?", (signal,))


def _apply_status(conn: sqlite3.Connection, news: News) -> str:
    conn.execute(
        "INSERT OR IGNORE INTO news (wamid, key, status, at, code, details, billed, billed_as)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            news.wamid, news.key, news.status, iso(news.at), news.code, news.details, news.billed, news.billed_as,
        ),
    )  # fmt: skip
    row = conn.execute("SELECT id FROM outbox WHERE wamid = ?", (news.wamid,)).fetchone()
    if row is None and news.key:
        row = conn.execute("SELECT id FROM outbox WHERE key = ? AND wamid IS NULL", (news.key,)).fetchone()
        if row is not None:
            conn.execute("UPDATE outbox SET wamid = ? WHERE id = ?", (news.wamid, row[0]))
    if row is None:
        return ""
    _bill(conn, row[0], news)
    campaign = _advance(conn, row[0], news)
    hear_early(conn, row[0])
    return campaign


def _bill(conn: sqlite3.Connection, row_id: int, news: News) -> None:
    """Keep how a message is charged, as the newest news that speaks of it says."""
    if news.billed or news.billed_as:
        conn.execute(
            "UPDATE outbox SET billed = ?, billed_as = ? WHERE id = ?", (news.billed, news.billed_as, row_id)
        )


def _advance(conn: sqlite3.Connection, row_id: int, news: News) -> str:
    """Apply one status to one row; returns its campaign when the row changed."""
    state, campaign = conn.execute("SELECT state, campaign_id FROM outbox WHERE id = ?", (row_id,)).fetchone()
    after: State = advance(state, news.status)
    if after == state:
        return ""
    failed = after == "failed"
    conn.execute(
        "UPDATE outbox SET state = ?, news_at = ?, delivered_at = coalesce(delivered_at, ?), code = ?, details = ?,"
        " reason = ? WHERE id = ?",
        (after, iso(news.at), iso(news.at) if after == "delivered" else None, news.code if failed else 0,
         news.details if failed else "", f"meta-{news.code}" if failed else "", row_id),
    )  # fmt: skip
    first = state in ("sending", "unknown", "accepted", "held")
    failing.told(conn, campaign, first=first, code=news.code if failed else None)
    if failed:
        wishes.failed(conn, row_id, news.code, news.at)
    return str(campaign)
