"""Decides how messages of journeys come into the outbox: a stream for each message step in one translation.

Every function works inside the caller's transaction.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

import msgspec

from whatsapp_studio.base.clock import iso
from whatsapp_studio.journeys.flow import value
from whatsapp_studio.journeys.running import Setup
from whatsapp_studio.journeys.settings import setting
from whatsapp_studio.storage import enclosures
from whatsapp_studio.templates.template import content_hash, parse

PAUSED = "journey-paused"
# What the gate asks of a contact's answer to marketing: nothing, a yes, or no more than that there is no "no".
NOTHING, YES, NOT_NO = 0, 1, 2
# Meta's codes for a template that may not be sent now: not there, breaking a rule, paused, disabled.
_TEMPLATES = (132001, 132007, 132015, 132016)


class StreamPlan(Protocol):
    """What streams need of a plan: its id, whose it is, and its journey with the templates it was set up with."""

    @property
    def id(self) -> int: ...
    @property
    def journey_id(self) -> str: ...
    @property
    def test(self) -> bool: ...
    @property
    def setup(self) -> Setup: ...


class Outgoing(msgspec.Struct, frozen=True, kw_only=True):
    """A message that a run wants sent.

    ``details`` are those of its ``send`` effect; ``not_after`` is the last moment at which it may leave, and ``quiet``
    the hours in which it may not (``HH:MM-HH:MM@Zone``), empty for none.
    """

    run: int
    step: str
    visit: int
    contact: int
    phone: str
    name: str = ""
    details: Mapping[str, Any]
    not_before: datetime | None = None
    not_after: datetime | None = None
    quiet: str = ""


def key_of(run: int, step: str, visit: int) -> str:
    """The key of what a run does at a step, unique for ever."""
    return f"run:{run}:{step}:{visit}"


def queue(conn: sqlite3.Connection, plan: StreamPlan, rows: Iterable[Outgoing], now: datetime) -> int:
    """Put messages into the outbox; returns how many are new there.

    What is there already stays as it is, but for a message that was left out as too late: it is queued again.
    """
    return conn.executemany(
        "INSERT INTO outbox (key, campaign_id, contact_id, phone, name, state, reason, fill, not_before, run_id, step,"
        " visit, body, not_after, quiet, queued_at)"
        " SELECT :key, c.id, :contact, :phone, :name, iif(c.state = 'stopped', 'excluded', 'ready'),"
        " iif(c.state = 'stopped', 'stopped', ''), :fill, :not_before, :run, :step, :visit, :body, :not_after, :quiet,"
        " :now"
        " FROM campaigns c WHERE c.id = :stream"
        " ON CONFLICT (key) DO UPDATE SET campaign_id = excluded.campaign_id, state = excluded.state,"
        " reason = excluded.reason, phone = excluded.phone, fill = excluded.fill, body = excluded.body,"
        " not_before = excluded.not_before, not_after = excluded.not_after, quiet = excluded.quiet,"
        " queued_at = excluded.queued_at"
        " WHERE state = 'excluded' AND reason = 'late'",
        _rows(conn, plan, rows, iso(now)),
    ).rowcount


def _rows(
    conn: sqlite3.Connection, plan: StreamPlan, rows: Iterable[Outgoing], now: str
) -> Iterator[Mapping[str, object]]:
    encode = msgspec.json.Encoder().encode
    streams: dict[tuple[str, str, str], str] = {}
    for row in rows:
        details = row.details
        of = row.step, str(details.get("template", "")), str(details.get("language", ""))
        if of not in streams:
            streams[of] = _stream(conn, plan, of, now)
        if files := tuple(enclosures.files_of(details.get("values") or {})):
            enclosures.note(conn, streams[of], files)
        yield {
            "key": key_of(row.run, row.step, row.visit), "stream": streams[of], "contact": row.contact,
            "phone": row.phone, "name": row.name, "fill": encode(details.get("values") or {}).decode(),
            "not_before": iso(row.not_before) if row.not_before else "", "run": row.run, "step": row.step,
            "visit": row.visit, "body": "" if of[1] else encode(details).decode(),
            "not_after": iso(row.not_after) if row.not_after else "", "quiet": row.quiet, "now": now,
        }  # fmt: skip


def _stream(conn: sqlite3.Connection, plan: StreamPlan, of: tuple[str, str, str], now: str) -> str:
    """The id of the stream of a step in one translation; made on first use, with what the step says of it now."""
    step_id, name, language = of
    step = plan.setup.journey.steps[step_id]
    raw = mark = ""
    purpose = "service"
    if name:
        template = plan.setup.around.templates[name, language]
        raw, mark, purpose = template.raw, content_hash(template), template.category.lower()
    hashed = hashlib.sha256(f"{name}|{language}|{mark}".encode()).hexdigest()[:8]
    stream = f"s{plan.id}-{step_id}-{hashed}"
    asks = NOTHING if not name else NOT_NO if value(step, "consent") == "anyone" else YES
    again = value(step, "retry_times")
    conn.execute(
        "INSERT INTO campaigns (id, name, draft, state, template_raw, sender, marketing, pause_reason, created_at,"
        " updated_at, launched_at, kind, plan_id, step, tries, purpose, priority)"
        " SELECT :id, :id, '{}', iif(life IN ('paused', 'stopped'), life, 'sending'),"
        " :raw, :sender, :asks, iif(life = 'paused', :reason, ''), :now, :now, :now, 'stream', :plan, :step, :tries,"
        " :purpose, :priority"
        " FROM (SELECT (SELECT state FROM lives WHERE journey_id = :journey AND test = :test) AS life) WHERE true"
        " ON CONFLICT (id) DO UPDATE SET sender = excluded.sender, marketing = excluded.marketing,"
        " tries = excluded.tries, purpose = excluded.purpose, priority = excluded.priority",
        {
            "id": stream, "raw": raw, "sender": str(value(step, "sender") or ""), "asks": asks, "reason": PAUSED,
            "now": now, "plan": plan.id, "step": step_id, "journey": plan.journey_id, "test": plan.test,
            "tries": 1 + again if isinstance(again, int) else 1, "purpose": purpose,
            "priority": setting(plan.setup.journey, "priority"),
        },
    )  # fmt: skip
    return stream


def time_out(conn: sqlite3.Connection, keys: Sequence[str], now: datetime) -> int:
    """Leave out what still waits of these messages, for their runs go on by "timed out"; returns how many."""
    return conn.executemany(
        "UPDATE outbox SET state = 'excluded', reason = 'timed-out', settled_at = ? WHERE key = ? AND state = 'ready'",
        [(iso(now), key) for key in keys],
    ).rowcount


_OF = "kind = 'stream' AND plan_id IN (SELECT id FROM plans WHERE journey_id = ? AND test = ?)"


def pause_streams(conn: sqlite3.Connection, journey_id: str, test: bool) -> int:
    """Let no message of a journey leave; returns how many streams that pauses."""
    return conn.execute(
        f"UPDATE campaigns SET state = 'paused', pause_reason = ? WHERE state = 'sending' AND {_OF}",
        (PAUSED, journey_id, test),
    ).rowcount


def resume_streams(conn: sqlite3.Connection, journey_id: str, test: bool) -> int:
    """Let the messages of a journey leave again, but for those that are held for another reason."""
    return conn.execute(
        f"UPDATE campaigns SET state = 'sending', pause_reason = '' WHERE state = 'paused' AND pause_reason = ?"
        f" AND {_OF}",
        (PAUSED, journey_id, test),
    ).rowcount


def try_again(conn: sqlite3.Connection, journey_id: str, test: bool) -> int:
    """Let messages leave again that Meta refused for what a person may have mended; returns how many streams go on.

    Those whose template Meta does not allow wait until it does: see :func:`resume_approved`.
    """
    return conn.execute(
        "UPDATE campaigns SET state = 'sending', pause_reason = '' WHERE state = 'paused'"
        " AND (pause_reason = 'held-marketing' OR pause_reason LIKE 'meta-%'"
        f" AND pause_reason NOT IN ({', '.join('?' * len(_TEMPLATES))})) AND {_OF}",
        (*(f"meta-{code}" for code in _TEMPLATES), journey_id, test),
    ).rowcount


def resume_approved(conn: sqlite3.Connection, approved: Collection[tuple[str, str]]) -> int:
    """Let messages leave that were held because Meta had paused their template; ``approved`` are name and language.

    Those of a journey that is paused wait for it. Returns how many streams go on.
    """
    held = conn.execute(
        "SELECT id, template_raw FROM campaigns WHERE kind = 'stream' AND state = 'paused' AND pause_reason IN"
        f" ({', '.join('?' * len(_TEMPLATES))})",
        [f"meta-{code}" for code in _TEMPLATES],
    ).fetchall()
    templates = {id: parse(raw) for id, raw in held}
    chosen = [id for id, one in templates.items() if (one.name, one.language) in approved]
    return conn.executemany(
        "UPDATE campaigns SET state = iif(waits, 'paused', 'sending'), pause_reason = iif(waits, ?, '')"
        " FROM (SELECT c.id AS stream, EXISTS (SELECT 1 FROM plans p JOIN lives l ON l.journey_id = p.journey_id"
        " AND l.test = p.test WHERE p.id = c.plan_id AND l.state = 'paused') AS waits FROM campaigns c WHERE c.id = ?)"
        " WHERE id = stream",
        [(PAUSED, id) for id in chosen],
    ).rowcount


def stop_streams(conn: sqlite3.Connection, journey_id: str, test: bool, now: datetime) -> int:
    """End the streams of a journey for good; returns how many messages that leaves out."""
    conn.execute(
        f"UPDATE campaigns SET state = 'stopped', pause_reason = '', finished_at = ?"
        f" WHERE state IN ('sending', 'paused') AND {_OF}",
        (iso(now), journey_id, test),
    )
    return conn.execute(
        "UPDATE outbox SET state = 'excluded', reason = 'stopped', settled_at = ? WHERE state = 'ready'"
        f" AND campaign_id IN (SELECT id FROM campaigns WHERE state = 'stopped' AND {_OF})",
        (iso(now), journey_id, test),
    ).rowcount
