"""Decides who is let into a journey that runs: nobody twice at a time, and again only as the journey says."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import repeat
from typing import Any

import msgspec

from whatsapp_studio.journeys.entries import shut
from whatsapp_studio.journeys.moments import after
from whatsapp_studio.journeys.motion import Run
from whatsapp_studio.journeys.running import Person, State
from whatsapp_studio.journeys.settings import setting
from whatsapp_studio.services.running.plans import Plan
from whatsapp_studio.storage import runs

_NOBODY = Person()


class Entered(msgspec.Struct, frozen=True):
    """Who was let in, and how many were not, by why: ``closed``, ``not-begun``, ``ended``, ``gone``, ``not-test``,
    ``inside-already``, ``never-again`` or ``too-soon``.
    """

    entered: tuple[int, ...] = ()
    refused: Mapping[str, int] = {}


def enter(
    conn: sqlite3.Connection, plan: Plan, contact_ids: Sequence[int], entry: str, *, at: int,
    due: int | Iterable[int], came: str = "", event: Mapping[str, Any] | None = None, force: bool = False,
    wrote: datetime | None = None,
) -> Entered:  # fmt: skip
    """Let contacts in by an entry, inside the caller's transaction; they take their first step when they are ``due``.

    ``at`` is now; ``due`` a moment for all, or one after the other for those that are let in: whoever is left when
    there are no more is refused as ``ended``. ``came`` is the output of the entry that is theirs; ``force`` passes
    over the rule for entering again, though nobody is inside twice.
    """
    asking = list(dict.fromkeys(contact_ids))
    closed = shut(plan.journey, plan.setup.zone, runs.moment(at)) if _open(conn, plan) else "closed"
    if closed:
        return Entered((), {closed: len(asking)} if asking else {})
    refused = _refused(conn, plan, asking, at, force=force)
    wanted = [one for one in asking if one not in refused]
    dues = dict(zip(wanted, repeat(due) if isinstance(due, int) else due, strict=False))
    refused |= dict.fromkeys(wanted[len(dues) :], "ended")
    chosen = list(dues)
    began = runs.moment(at)
    state = State(person=_NOBODY, entered=began, came=came, event=event or {}, wrote=wrote)
    blob = runs.packed(Run(state=state, step=entry, came=began, held=began))
    runs.insert(
        conn,
        [
            (plan.id, plan.journey_id, plan.test, one, at, entry, at, runs.ENTERING, dues[one], blob)
            for one in chosen
        ],
    )  # fmt: skip
    runs.tally(conn, {(plan.id, entry, what, ""): len(chosen) for what in ("entered", "waiting")})
    return Entered(tuple(chosen), dict(Counter(refused.values())))


def _open(conn: sqlite3.Connection, plan: Plan) -> bool:
    row = conn.execute(
        "SELECT 1 FROM lives WHERE journey_id = ? AND test = ? AND plan_id = ?"
        " AND (state = 'running' OR state = 'paused' AND before_pause <> 'closed')",
        (plan.journey_id, plan.test, plan.id),
    ).fetchone()
    return row is not None


def _refused(
    conn: sqlite3.Connection, plan: Plan, contacts: list[int], at: int, *, force: bool
) -> dict[int, str]:
    """Why contacts are not let in, by contact."""
    chosen = json.dumps(contacts)
    people = dict(
        conn.execute("SELECT id, is_test FROM contacts WHERE id IN (SELECT value FROM json_each(?))", (chosen,))
    )
    refused = {
        one: "gone" if one not in people else "not-test"
        for one in contacts
        if one not in people or (plan.test and not people[one])
    }
    before = conn.execute(
        "SELECT contact_id, max(ended IS NULL), max(ended) FROM runs"
        " WHERE contact_id IN (SELECT value FROM json_each(?)) AND journey_id = ? AND test = ? GROUP BY contact_id",
        (chosen, plan.journey_id, plan.test),
    )
    rule, period = setting(plan.journey, "reentry"), setting(plan.journey, "reentry_after")
    for contact, inside, ended in before:
        if contact in refused:
            continue
        if inside:
            refused[contact] = "inside-already"
        elif force or rule == "after_end":
            continue
        elif rule != "after_period":
            refused[contact] = "never-again"
        elif after(runs.moment(ended), period, plan.setup.zone) > runs.moment(at):
            refused[contact] = "too-soon"
    return refused
