"""Decides how news from Meta is written down: statuses, messages from people, their stops."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from datetime import datetime

import msgspec

from whatsapp_studio.audience.phone import other_spelling
from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.delivery.message import Inbound, News, Preference, State, advance
from whatsapp_studio.storage.db import Store
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

    ``notices`` is whether the person at this computer was told something.
    """

    campaigns: frozenset[str] = frozenset()
    contacts: bool = False
    inbox: bool = False
    failures: frozenset[tuple[str, int]] = frozenset()
    notices: bool = False


class LedgerStore:
    """Applies a batch of news in one transaction; the same batch twice changes nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def apply(
        self, statuses: Iterable[News], inbound: Iterable[Inbound], preferences: Iterable[Preference],
        stop: Iterable[Inbound], now: datetime, approved: Collection[tuple[str, str]] = (),
        templates: Iterable[TemplateNews] = (),
    ) -> Told:  # fmt: skip
        """Write news; ``stop`` are the inbound messages that ask not to be written to again.

        ``approved`` are templates, by name and language, that may be sent from now on; ``templates`` what became of
        some.
        """
        touched: set[str] = set()
        failures: set[tuple[str, int]] = set()
        people = inbox = False
        with self._store.write() as conn:
            for one in statuses:
                if campaign := _apply_status(conn, one):
                    touched.add(campaign)
                    if one.status == "failed":
                        failures.add((campaign, one.code))
            for message in inbound:
                inbox |= _write_down(conn, message)
            for message in stop:
                people |= _opt_out(conn, message.phone, "opted-out", f"inbound:{message.wamid}", message.at, now)
            for preference in preferences:
                people |= _prefer(conn, preference, now)
            followed = hear_templates(conn, templates, now)
            touched |= followed.touched
            if approved:
                resume_approved(conn, approved)
        return Told(frozenset(touched), people, inbox, frozenset(failures), followed.told)

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
    rows = conn.execute("SELECT status, at, code, details FROM news WHERE wamid = ?", (wamid,)).fetchall()
    for status, at, code, details in rows:
        _advance(conn, row_id, News(wamid=wamid, status=status, at=from_iso(at), code=code, details=details))


def _write_down(conn: sqlite3.Connection, message: Inbound) -> bool:
    """Keep what somebody wrote, and let journeys hear of it; False when it was known already."""
    new = conn.execute(
        "INSERT OR IGNORE INTO inbox (wamid, phone, at, kind, text, payload, context) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (message.wamid, message.phone, iso(message.at), message.kind, message.text, message.payload, message.context),
    ).rowcount  # fmt: skip
    if new and message.phone and message.kind not in _NOT_SAID:
        _signal(conn, message)
    return bool(new)


def _signal(conn: sqlite3.Connection, message: Inbound) -> None:
    """News for journeys: to the run whose message is answered, else to whomever the number belongs to."""
    data = json.dumps({"button": message.kind in _TAPPED and bool(message.text), "wamid": message.wamid})
    quoted = conn.execute(
        "SELECT run_id, contact_id, step, visit FROM outbox WHERE wamid = ?", (message.context or None,)
    ).fetchone()
    people = _people(conn, message.phone)
    early = quoted is None and message.context and any(_under_way(conn, person) for person in people.values())
    if quoted is not None and quoted[0] is not None:
        about = [quoted]
    elif quoted is not None and quoted[1] in people.values():
        about = [(None, quoted[1], "", 0)]
    else:
        about = [(None, person, "", 0) for person in people.values()]
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
        "INSERT OR IGNORE INTO news (wamid, key, status, at, code, details) VALUES (?, ?, ?, ?, ?, ?)",
        (news.wamid, news.key, news.status, iso(news.at), news.code, news.details),
    )
    row = conn.execute("SELECT id FROM outbox WHERE wamid = ?", (news.wamid,)).fetchone()
    if row is None and news.key:
        row = conn.execute("SELECT id FROM outbox WHERE key = ? AND wamid IS NULL", (news.key,)).fetchone()
        if row is not None:
            conn.execute("UPDATE outbox SET wamid = ? WHERE id = ?", (news.wamid, row[0]))
    if row is None:
        return ""
    campaign = _advance(conn, row[0], news)
    hear_early(conn, row[0])
    return campaign


def _advance(conn: sqlite3.Connection, row_id: int, news: News) -> str:
    """Apply one status to one row; returns its campaign when the row changed."""
    state, campaign = conn.execute("SELECT state, campaign_id FROM outbox WHERE id = ?", (row_id,)).fetchone()
    after: State = advance(state, news.status)
    if after == state:
        return ""
    failed = after == "failed"
    conn.execute(
        "UPDATE outbox SET state = ?, news_at = ?, code = ?, details = ?, reason = ? WHERE id = ?",
        (after, iso(news.at), news.code if failed else 0, news.details if failed else "",
         f"meta-{news.code}" if failed else "", row_id),
    )  # fmt: skip
    return str(campaign)


def _opt_out(conn: sqlite3.Connection, phone: str, reason: str, source: str, at: datetime, now: datetime) -> bool:
    """Write down that a person said no; False when this very word was written down before.

    Meta may repeat a webhook for days: a repeat must not block again whom somebody has unblocked since.
    """
    said = conn.execute("SELECT 1 FROM consents WHERE phone = ? AND source = ? AND at = ?", (phone, source, iso(at)))
    if not phone or said.fetchone():
        return False
    people = _people(conn, phone)
    for one in {phone, *people}:
        conn.execute(
            # A person's own word outranks Meta's stop and a block by hand, for those can be lifted.
            "INSERT INTO suppressions (phone, reason, source, at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET reason = excluded.reason, source = excluded.source, at = excluded.at"
            " WHERE excluded.reason = 'opted-out' AND suppressions.reason <> 'opted-out'",
            (one, reason, source, iso(at)),
        )
        conn.execute(
            "INSERT INTO consents (contact_id, phone, purpose, state, source, at)"
            " VALUES (?, ?, 'marketing', 'no', ?, ?)",
            (people.get(one), one, source, iso(at)),
        )
        conn.execute("UPDATE contacts SET marketing = 'no', updated_at = ? WHERE phone = ?", (iso(now), one))
    return True


def _people(conn: sqlite3.Connection, phone: str) -> dict[str, int]:
    """The contacts Meta means by a number, by their own: a line may be written in two ways, and only one is Meta's."""
    rows = conn.execute(
        "SELECT phone, id FROM contacts WHERE phone IN (?, ?) OR (wa_id <> '' AND wa_id = ?)",
        (phone, other_spelling(phone), phone.removeprefix("+")),
    ).fetchall()
    return dict(rows)


def _prefer(conn: sqlite3.Connection, preference: Preference, now: datetime) -> bool:
    if preference.stop:
        return _opt_out(conn, preference.phone, "meta-stop", "user_preferences", preference.at, now)
    # Meta's resume lifts Meta's stop alone: a stop that the person sent us in words stays.
    lifted = 0
    for phone in {preference.phone, *_people(conn, preference.phone)}:
        lifted += conn.execute(
            "DELETE FROM suppressions WHERE phone = ? AND reason = 'meta-stop' AND at <= ?", (phone, iso(preference.at))
        ).rowcount
    return lifted > 0
