"""Decides how requests and notices of journeys are kept: claimed before they are made, never made twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from whatsapp_studio.storage.db import Store

INTERRUPTED, TIMED_OUT, TOO_LATE, STOPPED = "interrupted", "timed-out", "too-late", "stopped"
Place = tuple[int, str]
BEGIN: Place = (0, "")


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """A request to make: ``details`` are those of its effect; ``until`` is when nobody waits for its answer any more.

    Moments are whole milliseconds.
    """

    key: str
    run: int
    step: str
    visit: int
    details: Mapping[str, Any]
    until: int | None


class Answered(msgspec.Struct, frozen=True):
    """How a request ended: answered or refused with a text, or neither in time."""

    ending: str
    text: str = ""


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """What a journey says to the person at this computer, about one contact, at ``at`` (milliseconds).

    One about a ``template`` has a ``code`` of ``base.wording`` with ``facts``, and no contact; so has one about a
    ``campaign``, which is its id; ``journey`` is its name then.
    """

    key: str
    at: int
    title: str
    text: str
    journey_id: str
    journey: str
    contact: int
    name: str
    test: bool
    template: str = ""
    language: str = ""
    campaign: str = ""
    code: str = ""
    facts: Mapping[str, Any] = {}


class EffectStore:
    """The requests and notices of journeys. Every method is one transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def reconcile(self) -> int:
        """At a start: a request that was under way when the program died may have been made, and is not repeated."""
        with self._store.write() as conn:
            return conn.execute(
                "UPDATE effects SET state = 'unknown', answer = ? WHERE kind = 'call' AND state = 'doing'",
                (INTERRUPTED,),
            ).rowcount

    def ready(self) -> bool:
        """Whether a request waits to be made."""
        return self._store.row("SELECT 1 FROM effects WHERE kind = 'call' AND state = 'ready' LIMIT 1") is not None

    def waiting(self, limit: int, now: int, after: Place = BEGIN) -> tuple[list[Call], Place | None]:
        """Up to ``limit`` requests that wait to be made, from ``after`` on, and from where to go on (None: the end).

        Nothing is claimed yet (see :meth:`begin`), but what nobody waits for any more is settled.
        """
        rows = self._store.rows(
            "SELECT e.key, e.run_id, e.step, e.visit, e.details, e.until, e.at, r.ended FROM effects e"
            " LEFT JOIN runs r ON r.id = e.run_id"
            " WHERE e.kind = 'call' AND e.state = 'ready' AND (e.at, e.key) > (?, ?) ORDER BY e.at, e.key LIMIT ?",
            (*after, limit),
        )
        calls, gone = [], []
        for row in rows:
            if row["ended"] is not None:
                gone.append((STOPPED, row["key"]))
            elif row["until"] is not None and row["until"] <= now:
                gone.append((TOO_LATE, row["key"]))
            else:
                calls.append(
                    Call(
                        key=row["key"], run=row["run_id"], step=row["step"], visit=row["visit"], until=row["until"],
                        details=msgspec.json.decode(row["details"]),
                    )
                )  # fmt: skip
        if gone:
            with self._store.write() as conn:
                conn.executemany(
                    "UPDATE effects SET state = 'failed', answer = ? WHERE key = ? AND state = 'ready'", gone
                )
        return calls, (rows[-1]["at"], rows[-1]["key"]) if len(rows) == limit else None

    def begin(self, calls: Sequence[Call]) -> list[Call]:
        """Write down, before a byte leaves, that these requests are being made; returns those that still waited."""
        if not calls:
            return []
        with self._store.write() as conn:
            return [
                call
                for call in calls
                if conn.execute(
                    "UPDATE effects SET state = 'doing' WHERE key = ? AND state = 'ready'", (call.key,)
                ).rowcount
            ]

    def settle(self, endings: Sequence[tuple[Call, Answered, int]]) -> bool:
        """Write how requests ended, and let their runs hear of it; whether any run has something to hear."""
        heard = False
        with self._store.write() as conn:
            for call, answered, at in endings:
                heard |= _settle(conn, call, answered, at)
        return heard

    def notices(self, limit: int = 200) -> list[Notice]:
        """What was not dismissed yet, the newest first."""
        rows = self._store.rows(
            "SELECT e.key, e.at, e.details, r.journey_id, r.test, r.contact_id, coalesce(j.name, '') AS journey,"
            " trim(coalesce(c.first_name, '') || ' ' || coalesce(c.last_name, '')) AS name FROM effects e"
            " LEFT JOIN runs r ON r.id = e.run_id LEFT JOIN journeys j ON j.id = r.journey_id"
            " LEFT JOIN contacts c ON c.id = r.contact_id"
            " WHERE e.kind = 'notify' AND e.state = 'ready' ORDER BY e.at DESC, e.key DESC LIMIT ?",
            (limit,),
        )
        return [_notice(row) for row in rows]

    def unseen(self) -> int:
        """How many notices were not dismissed yet."""
        return int(str(self._store.value("SELECT count(*) FROM effects WHERE kind = 'notify' AND state = 'ready'")))

    def dismiss(self, keys: Sequence[str] | None = None) -> int:
        """Put notices away, all of them for None; returns how many that were."""
        with self._store.write() as conn:
            if keys is None:
                return conn.execute(
                    "UPDATE effects SET state = 'done' WHERE kind = 'notify' AND state = 'ready'"
                ).rowcount
            return conn.executemany(
                "UPDATE effects SET state = 'done' WHERE key = ? AND kind = 'notify' AND state = 'ready'",
                [(key,) for key in keys],
            ).rowcount


def _settle(conn: sqlite3.Connection, call: Call, answered: Answered, at: int) -> bool:
    state = {"answered": "done", "refused": "failed"}.get(answered.ending, "unknown")
    text = answered.text if state != "unknown" else answered.ending
    changed = conn.execute(
        "UPDATE effects SET state = ?, answer = ? WHERE key = ? AND state = 'doing'", (state, text, call.key)
    ).rowcount
    if not changed or state == "unknown":
        return False
    conn.execute(
        "INSERT INTO signals (kind, at, run_id, step, visit, text, data) VALUES ('answer', ?, ?, ?, ?, ?, ?)",
        (at, call.run, call.step, call.visit, answered.text, answered.ending),
    )
    return True


def _notice(row: sqlite3.Row) -> Notice:
    said = msgspec.json.decode(row["details"], type=dict[str, Any])
    return Notice(
        key=row["key"], at=row["at"], title=str(said.get("title") or ""), text=str(said.get("text") or ""),
        journey_id=row["journey_id"] or "", journey=row["journey"], contact=row["contact_id"] or 0, name=row["name"],
        test=bool(row["test"]), template=str(said.get("template") or ""), language=str(said.get("language") or ""),
        code=str(said.get("code") or ""), facts=said.get("facts") or {},
    )  # fmt: skip
