"""Decides how runs are kept and found: who is where in a journey, until when, and what was passed.

Every function works on the connection of a transaction that is open, so that a whole batch is one transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import msgspec

from whatsapp_studio.audience.phone import other_spelling
from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.journeys.motion import Reason, Run
from whatsapp_studio.journeys.running import Heard, Person, State

# The code of a run that waits at its entry to be let in.
ENTERING = "entering"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


class Kept(msgspec.Struct, array_like=True):
    """What the ``state`` of a row holds: all of a run that has no column of its own, without the person."""

    entered: datetime
    held: datetime
    came: str = ""
    event: dict[str, Any] = {}
    saved: dict[str, Any] = {}
    message: str = ""
    wrote: datetime | None = None
    heard: tuple[tuple[Any, ...], ...] = ()
    planned: datetime | None = None
    until: datetime | None = None
    facts: dict[str, Any] = {}
    visits: dict[str, int] = {}
    reasons: tuple[tuple[str, dict[str, Any]], ...] = ()


class RunRow(NamedTuple):
    """One run as its row has it. ``due`` is None once it is over; ``code`` says why it is held."""

    id: int
    plan_id: int
    journey_id: str
    test: int
    contact_id: int
    step: str
    came: int
    code: str
    due: int | None
    state: bytes


class Signal(NamedTuple):
    """News that is still to be heard (see the table ``signals``)."""

    id: int
    kind: str
    at: int
    run_id: int | None
    contact_id: int | None
    step: str
    visit: int
    text: str
    data: str


class Life(NamedTuple):
    """A plan of a journey that runs, is paused or closed, and the state of that journey."""

    plan_id: int
    journey_id: str
    test: int
    version: int
    state: str
    pause: str
    zone: str


_COLUMNS = "id, plan_id, journey_id, test, contact_id, step, came, code, due, state"
_encoder = msgspec.msgpack.Encoder(enc_hook=str)
_decoder = msgspec.msgpack.Decoder(Kept)


def ms(moment: datetime) -> int:
    """A moment as the tables keep it: the last whole millisecond before it."""
    return (moment - _EPOCH) // _MILLISECOND


def ms_after(moment: datetime) -> int:
    """The first whole millisecond that is not before a moment."""
    return -((_EPOCH - moment) // _MILLISECOND)


def moment(stamp: int) -> datetime:
    """The moment that :func:`ms` wrote."""
    return _EPOCH + stamp * _MILLISECOND


# -- finding ---------------------------------------------------------------------------------------------


def lives(conn: sqlite3.Connection) -> list[Life]:
    """Every plan in which somebody may be inside: those of journeys that are not stopped or done."""
    found = conn.execute(
        "SELECT p.id, p.journey_id, p.test, p.version, l.state, l.pause, p.zone FROM lives l"
        " JOIN plans p ON p.journey_id = l.journey_id AND p.test = l.test"
        " WHERE l.state IN ('running', 'paused', 'closed') ORDER BY p.id"
    )
    return [Life(*row) for row in found]


def due_ids(conn: sqlite3.Connection, plan_id: int, now: int, limit: int) -> list[tuple[int, int]]:
    """When and which runs of a plan are due, the first first."""
    return conn.execute(
        "SELECT due, id FROM runs WHERE plan_id = ? AND due <= ? ORDER BY due, id LIMIT ?", (plan_id, now, limit)
    ).fetchall()


def first_due(conn: sqlite3.Connection, plan_id: int) -> int | None:
    """When the first run of a plan is due."""
    row = conn.execute("SELECT min(due) FROM runs WHERE plan_id = ? AND due IS NOT NULL", (plan_id,)).fetchone()
    found: int | None = row[0]
    return found


def by_ids(conn: sqlite3.Connection, ids: Sequence[int]) -> dict[int, RunRow]:
    """The runs of these ids that are not over."""
    found = conn.execute(
        f"SELECT {_COLUMNS} FROM runs WHERE id IN (SELECT value FROM json_each(?)) AND ended IS NULL",
        (json.dumps(ids),),
    )
    return {row[0]: RunRow(*row) for row in found}


def inside(conn: sqlite3.Connection, contacts: Sequence[int]) -> dict[int, list[int]]:
    """The ids of the runs that contacts are inside of, by contact, the oldest first."""
    rows = conn.execute(
        "SELECT contact_id, id FROM runs WHERE contact_id IN (SELECT value FROM json_each(?)) AND ended IS NULL"
        " ORDER BY contact_id, id",
        (json.dumps(contacts),),
    )
    found: dict[int, list[int]] = {}
    for contact, run in rows:
        found.setdefault(contact, []).append(run)
    return found


def discards(conn: sqlite3.Connection, journey_id: str, test: int) -> bool:
    """Whether a journey is paused in the way that discards whoever comes."""
    row = conn.execute(
        "SELECT 1 FROM lives WHERE journey_id = ? AND test = ? AND state = 'paused' AND pause = 'discard'",
        (journey_id, test),
    ).fetchone()
    return row is not None


def entered_since(conn: sqlite3.Connection, journey_id: str, test: int, contact: int, since: int) -> int:
    """How many times a contact came into a journey since a moment."""
    (found,) = conn.execute(
        "SELECT count(*) FROM runs WHERE contact_id = ? AND journey_id = ? AND test = ? AND entered > ?",
        (contact, journey_id, test, since),
    ).fetchone()
    return int(found)


def signals(conn: sqlite3.Connection, limit: int) -> list[Signal]:
    """The oldest news that waits to be heard."""
    found = conn.execute(
        "SELECT id, kind, at, run_id, contact_id, step, visit, text, data FROM signals WHERE parked = 0"
        " ORDER BY id LIMIT ?",
        (limit,),
    )
    return [Signal(*row) for row in found]


def taken(conn: sqlite3.Connection, journey_id: str, test: int, steps: Sequence[str]) -> dict[str, int]:
    """How many each cap let through so far, over every version of the journey."""
    rows = conn.execute(
        "SELECT t.step, sum(t.n) FROM plans p JOIN tallies t ON t.plan_id = p.id WHERE p.journey_id = ? AND p.test = ?"
        " AND t.what = 'passed' AND t.port = 'within' AND t.step IN (SELECT value FROM json_each(?)) GROUP BY t.step",
        (journey_id, test, json.dumps(steps)),
    )
    return dict(rows.fetchall())


def last_wrote(conn: sqlite3.Connection, contact: int) -> datetime | None:
    """When a contact last wrote to us, under any spelling of the number; None where that never was."""
    row = conn.execute("SELECT phone, wa_id FROM contacts WHERE id = ?", (contact,)).fetchone()
    if row is None:
        return None
    phones = (row[0], other_spelling(row[0]) or row[0], f"+{row[1]}")
    (wrote,) = conn.execute("SELECT max(at) FROM inbox WHERE phone IN (?, ?, ?)", phones).fetchone()
    return from_iso(wrote) if wrote else None


class Left(NamedTuple):
    """One step that was left: when it was come to, and by which output it was left."""

    came: int
    port: str


def last_left(conn: sqlite3.Connection, run: int, step: str) -> Left | None:
    """How a run left a step the last time; None where it never did."""
    row = conn.execute(
        "SELECT came, port FROM passes WHERE run_id = ? AND step = ? ORDER BY n DESC LIMIT 1", (run, step)
    ).fetchone()
    return None if row is None else Left(*row)


# -- a run and its row -----------------------------------------------------------------------------------


def unpacked(row: RunRow, person: Person) -> Run:
    """The run of a row, for a person as they are now."""
    kept = _decoder.decode(row.state)
    state = State(
        person=person, entered=kept.entered, came=kept.came, event=kept.event, saved=kept.saved, message=kept.message,
        wrote=kept.wrote, heard=tuple(Heard(*one) for one in kept.heard), planned=kept.planned,
    )  # fmt: skip
    return Run(
        state=state, step=row.step, came=moment(row.came), held=kept.held, until=kept.until, code=row.code,
        facts=kept.facts, visits=kept.visits, reasons=kept.reasons,
    )  # fmt: skip


def packed(run: Run) -> bytes:
    """What the ``state`` of the row of a run holds."""
    state = run.state
    return _encoded(
        (
            state.entered, run.held, state.came, state.event, state.saved, state.message, state.wrote,
            [(one.on, one.at, one.step, one.text) for one in state.heard], state.planned, run.until, run.facts,
            run.visits, run.reasons,
        )
    )  # fmt: skip


def packed_nothing(at: datetime) -> bytes:
    """The ``state`` of a run of which nothing may be known any more."""
    return _encoded((at, at))


def packed_reasons(reasons: tuple[Reason, ...]) -> bytes:
    """The ``log`` of a passed step: why what happened there, as codes with facts."""
    return _encoded(reasons)


def _encoded(value: object) -> bytes:
    try:
        return _encoder.encode(value)
    except (OverflowError, UnicodeEncodeError):
        # Events come from outside: a number beyond all bounds or half a character must hold up nobody.
        return _encoder.encode(_tamed(value))


def _tamed(value: object) -> object:
    """The same with such numbers as texts, and with signs of replacement for what is no character."""
    match value:
        case dict():
            return {_tamed(name): _tamed(one) for name, one in value.items()}
        case list() | tuple():
            return [_tamed(one) for one in value]
        case str():
            return value.encode("utf-8", "replace").decode()
        case int() if not -(2**63) <= value < 2**64:
            return str(value)
        case _:
            return value


def reasons_of(log: bytes) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    """The reasons that :func:`packed_reasons` wrote; none where it says nothing."""
    return tuple((code, facts) for code, facts in msgspec.msgpack.decode(log)) if log else ()


# -- writing ---------------------------------------------------------------------------------------------


def insert(conn: sqlite3.Connection, rows: Iterable[tuple[object, ...]]) -> None:
    """Add runs: plan, journey, test, contact, entered, step, came, code, due, state."""
    conn.executemany(
        "INSERT INTO runs (plan_id, journey_id, test, contact_id, entered, step, came, code, due, state)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )


def save(conn: sqlite3.Connection, rows: Iterable[tuple[object, ...]]) -> None:
    """Change runs that go on: step, visit, came, code, due, state, id.

    No column that says whether they are over is named: the indexes that go by it stay as they are.
    """
    conn.executemany("UPDATE runs SET step = ?, visit = ?, came = ?, code = ?, due = ?, state = ? WHERE id = ?", rows)


def end(conn: sqlite3.Connection, rows: Iterable[tuple[object, ...]]) -> None:
    """Change runs that are over: step, visit, came, code, due (None), state, ended, ending, id."""
    conn.executemany(
        "UPDATE runs SET step = ?, visit = ?, came = ?, code = ?, due = ?, state = ?, ended = ?, ending = ?"
        " WHERE id = ?",
        rows,
    )


def began(conn: sqlite3.Connection, rows: Iterable[tuple[int, int]]) -> None:
    """Write down when runs that waited to be let in took their first step: when, id."""
    conn.executemany("UPDATE runs SET entered = ? WHERE id = ?", rows)


def insert_passes(conn: sqlite3.Connection, rows: Iterable[tuple[object, ...]]) -> None:
    """Write down the steps that were left: run, n (from 0 in each run), plan, step, visit, came, went, port, log."""
    conn.executemany("INSERT INTO passes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def tally(conn: sqlite3.Connection, changes: Mapping[tuple[int, str, str, str], int]) -> None:
    """Add to the counts of steps, by plan, step, what and port."""
    conn.executemany(
        "INSERT INTO tallies VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n",
        [(*key, n) for key, n in changes.items() if n],
    )


def consume(conn: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Forget news that was acted on."""
    conn.executemany("DELETE FROM signals WHERE id = ?", [(one,) for one in ids])


def park(conn: sqlite3.Connection, one: Signal, runs: Iterable[int]) -> None:
    """Keep news for runs of journeys that are paused until they go on, in its place among the others."""
    conn.executemany(
        "INSERT INTO signals (parked, kind, at, run_id, contact_id, step, visit, text, data)"
        " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(one.kind, one.at, run, one.contact_id, one.step, one.visit, one.text, one.data) for run in runs],
    )


def unpark(conn: sqlite3.Connection, journey_id: str, test: int) -> int:
    """Let what was kept for a paused journey be heard; returns how much that is."""
    return conn.execute(
        "UPDATE signals SET parked = 0 WHERE parked = 1 AND (run_id IN"
        " (SELECT id FROM runs WHERE journey_id = ? AND test = ?) OR kind = 'enter' AND step = ?)",
        (journey_id, test, journey_id),
    ).rowcount


def postpone(conn: sqlite3.Connection, run: int, due: int) -> None:
    """Look at a run again later, as it is."""
    conn.execute("UPDATE runs SET due = ? WHERE id = ?", (due, run))


def finish(conn: sqlite3.Connection) -> list[tuple[str, int]]:
    """Mark as done every closed journey that nobody is inside of; returns which (id, test)."""
    return conn.execute(
        "UPDATE lives SET state = 'done' WHERE state = 'closed' AND NOT EXISTS (SELECT 1 FROM runs r"
        " WHERE r.journey_id = lives.journey_id AND r.test = lives.test AND r.ended IS NULL)"
        " RETURNING journey_id, test"
    ).fetchall()


def end_where(conn: sqlite3.Connection, which: str, params: tuple[object, ...], ending: str, at: int) -> list[int]:
    """End every run inside that a condition on ``runs r`` names, at the step where it is; returns the contacts."""
    conn.execute(
        "CREATE TEMP TABLE ending AS SELECT r.id, r.plan_id, r.step, r.visit, r.came, r.contact_id FROM runs r"
        f" WHERE r.ended IS NULL AND {which}",
        params,
    )
    conn.execute(
        "INSERT INTO passes SELECT e.id, (SELECT coalesce(max(p.n) + 1, 0) FROM passes p WHERE p.run_id = e.id),"
        " e.plan_id, e.step, e.visit, e.came, max(e.came, ?), '', x'' FROM ending e",
        (at,),
    )
    for what, port, sign in (("ended", ending, 1), ("waiting", "", -1)):
        conn.execute(
            "INSERT INTO tallies SELECT plan_id, step, ?, ?, ? * count(*) FROM ending WHERE true GROUP BY plan_id, step"
            " ON CONFLICT DO UPDATE SET n = n + excluded.n",
            (what, port, sign),
        )
    conn.execute(
        "UPDATE runs SET due = NULL, code = '', ended = max(came, ?), ending = ? WHERE id IN (SELECT id FROM ending)",
        (at, ending),
    )
    conn.execute("DELETE FROM signals WHERE run_id IN (SELECT id FROM ending)")
    conn.execute(
        "UPDATE outbox SET state = 'excluded', reason = 'stopped', settled_at = ? WHERE state = 'ready'"
        " AND run_id IN (SELECT id FROM ending)",
        (iso(moment(at)),),
    )
    contacts = [row[0] for row in conn.execute("SELECT contact_id FROM ending")]
    conn.execute("DROP TABLE ending")
    return contacts
