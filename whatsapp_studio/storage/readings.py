"""Decides how it is kept what was read of audiences: how far each reading came, whom it found, who was seen before.

Everything here is called within the transaction that acts on what it gives.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

import msgspec

Conn = sqlite3.Connection
State = Literal["reading", "done", "skipped"]
_COLUMNS = "id, plan_id, step, slot, began, state, event, reuses, after_id, found, entered, refused"


class Door(NamedTuple):
    """The plan by which contacts get into a journey, and how that journey stands.

    ``begun`` is when the journey began to run, over all its versions; ``made`` when this one was published.
    """

    plan_id: int
    journey_id: str
    test: bool
    state: str
    pause: str
    begun: int
    made: int


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One reading of an entry's audience for one moment (``slot``), as far as it has come.

    ``event`` is the JSON of the fields of the business event that asked for it; ``reuses`` the reading whose members
    it takes; ``after_id`` the last contact that was looked at; ``refused`` counts by code who was not let in.
    """

    id: int
    plan_id: int
    step: str
    slot: int
    began: int
    state: State
    event: str = ""
    reuses: int | None = None
    after_id: int = 0
    found: int = 0
    entered: int = 0
    refused: Mapping[str, int] = {}


def doors(conn: Conn) -> list[Door]:
    """The plan by which contacts get into each journey that is not over, be it open to them now or not."""
    rows = conn.execute(
        "SELECT l.plan_id, l.journey_id, l.test, l.state, l.pause, l.begun, p.made FROM lives l"
        " JOIN plans p ON p.id = l.plan_id WHERE l.state IN ('running', 'paused', 'closed')"
        " ORDER BY l.plan_id"
    )
    return [Door(plan, journey, bool(test), *rest) for plan, journey, test, *rest in rows]


def close(conn: Conn, journey: str, test: bool, now: int) -> None:
    """Let nobody into a journey that runs any more; whoever is inside goes on."""
    conn.execute(
        "UPDATE lives SET state = 'closed', since = ? WHERE journey_id = ? AND test = ? AND state = 'running'",
        (now, journey, int(test)),
    )


def earlier(conn: Conn, plan_id: int) -> list[int]:
    """The plans of the same journey that were made before this one, the latest first."""
    rows = conn.execute(
        "SELECT o.id FROM plans p JOIN plans o ON o.journey_id = p.journey_id AND o.test = p.test AND o.id < p.id"
        " WHERE p.id = ? ORDER BY o.id DESC",
        (plan_id,),
    )
    return [row[0] for row in rows]


def begin(
    conn: Conn, plan_id: int, step: str, slot: int, now: int, *, event: str = "", reuses: int | None = None
) -> Reading | None:
    """A reading that begins now; None where there is one for this slot already."""
    made = conn.execute(
        "INSERT OR IGNORE INTO readings (plan_id, step, slot, began, state, event, reuses)"
        " VALUES (?, ?, ?, ?, 'reading', ?, ?)",
        (plan_id, step, slot, now, event, reuses),
    )
    if not made.rowcount:
        return None
    return Reading(
        id=int(made.lastrowid or 0), plan_id=plan_id, step=step, slot=slot, began=now, state="reading", event=event,
        reuses=reuses,
    )  # fmt: skip


def free_slot(conn: Conn, plan_id: int, step: str, slot: int) -> int:
    """The first moment from ``slot`` on that no reading of the entry is for: two events may have one millisecond."""
    while conn.execute(
        "SELECT 1 FROM readings WHERE plan_id = ? AND step = ? AND slot = ?", (plan_id, step, slot)
    ).fetchone():
        slot += 1
    return slot


def hand_on(conn: Conn, plan_id: int, to_plan: int, step: str) -> int:
    """Let a newer version go on with the readings that an older one began; returns how many there are."""
    return conn.execute(
        "UPDATE OR IGNORE readings SET plan_id = ? WHERE plan_id = ? AND step = ? AND state = 'reading'",
        (to_plan, plan_id, step),
    ).rowcount


def give_up(conn: Conn, plan_ids: Iterable[int]) -> int:
    """Leave off the readings that these plans began; returns how many there were."""
    return conn.execute(
        "UPDATE readings SET state = 'skipped' WHERE state = 'reading'"
        " AND plan_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(plan_ids)),),
    ).rowcount


def keep(conn: Conn, reading: Reading) -> None:
    """Write down how far a reading has come."""
    conn.execute(
        "UPDATE readings SET state = ?, after_id = ?, found = ?, entered = ?, refused = ? WHERE id = ?",
        (reading.state, reading.after_id, reading.found, reading.entered, json.dumps(reading.refused), reading.id),
    )


def unfinished(conn: Conn, plan_ids: Iterable[int]) -> Reading | None:
    """The oldest reading of these plans that has not come to its end."""
    row = conn.execute(
        f"SELECT {_COLUMNS} FROM readings WHERE state = 'reading'"
        " AND plan_id IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT 1",
        (json.dumps(list(plan_ids)),),
    ).fetchone()
    return _reading(row) if row else None


def of_step(conn: Conn, journey: str, test: bool, step: str, upto: int, limit: int = 20) -> tuple[Reading, ...]:
    """The last readings of an entry for slots up to a moment, by every version of its journey; the latest first."""
    columns = ", ".join(f"r.{name}" for name in _COLUMNS.split(", "))
    rows = conn.execute(
        f"SELECT {columns} FROM readings r JOIN plans p ON p.id = r.plan_id"
        " WHERE p.journey_id = ? AND p.test = ? AND r.step = ? AND r.slot <= ?"
        " ORDER BY r.slot DESC, r.id DESC LIMIT ?",
        (journey, int(test), step, upto, limit),
    )
    return tuple(_reading(row) for row in rows)


def last_read(conn: Conn, plan_id: int, step: str, upto: int) -> Reading | None:
    """The last time up to a moment that a plan looked up the audience of an entry itself."""
    row = conn.execute(
        f"SELECT {_COLUMNS} FROM readings WHERE plan_id = ? AND step = ? AND slot <= ? AND reuses IS NULL"
        " AND state <> 'skipped' ORDER BY slot DESC LIMIT 1",
        (plan_id, step, upto),
    ).fetchone()
    return _reading(row) if row else None


def _reading(row: Sequence[object]) -> Reading:
    named = dict(zip(_COLUMNS.split(", "), row, strict=True))
    return msgspec.convert({**named, "refused": json.loads(str(named["refused"]))}, Reading)


# -- who is in an audience -------------------------------------------------------------------------------------------


def list_id(conn: Conn, name: str) -> int | None:
    """The list of a name, whatever its case; None where there is none."""
    row = conn.execute("SELECT id FROM lists WHERE name = ? COLLATE NOCASE", (" ".join(name.split()),)).fetchone()
    return int(row[0]) if row else None


def everybody(conn: Conn, after: int, limit: int, *, test: bool) -> list[int]:
    """The next contacts (with ``test`` those marked as test) in the order of their ids."""
    only = " AND is_test = 1" if test else ""
    rows = conn.execute(f"SELECT id FROM contacts WHERE id > ?{only} ORDER BY id LIMIT ?", (after, limit))
    return [row[0] for row in rows]


def listed(conn: Conn, list_id: int, after: int, limit: int, *, test: bool) -> list[int]:
    """The next contacts of a list."""
    only = " AND contact_id IN (SELECT id FROM contacts WHERE is_test = 1)" if test else ""
    rows = conn.execute(
        f"SELECT contact_id FROM list_members WHERE list_id = ? AND contact_id > ?{only} ORDER BY contact_id LIMIT ?",
        (list_id, after, limit),
    )
    return [row[0] for row in rows]


def members(conn: Conn, reading_id: int, after: int, limit: int) -> list[int]:
    """The next of those whom a reading found and who are still there."""
    rows = conn.execute(
        "SELECT contact_id FROM reading_members WHERE reading_id = ? AND contact_id > ?"
        " AND contact_id IN (SELECT id FROM contacts) ORDER BY contact_id LIMIT ?",
        (reading_id, after, limit),
    )
    return [row[0] for row in rows]


def add_members(conn: Conn, reading_id: int, ids: Iterable[int]) -> None:
    """Keep whom a reading found, for events that follow soon."""
    conn.executemany("INSERT OR IGNORE INTO reading_members VALUES (?, ?)", [(reading_id, one) for one in ids])


def drop_members(conn: Conn, plan_id: int, step: str, but: int) -> None:
    """Forget whom earlier readings of an entry found, unless one that is under way takes them."""
    conn.execute(
        "DELETE FROM reading_members WHERE reading_id IN (SELECT id FROM readings WHERE plan_id = ? AND step = ?"
        " AND id <> ? AND state = 'done') AND reading_id NOT IN (SELECT reuses FROM readings"
        " WHERE state = 'reading' AND reuses IS NOT NULL)",
        (plan_id, step, but),
    )


# -- who was seen before ---------------------------------------------------------------------------------------------


def compare(
    conn: Conn, journey: str, test: bool, step: str, ids: Sequence[int], after: int, upto: int | None
) -> tuple[list[int], list[int]]:
    """Of the contacts after one id up to another (None: to the end): who is in ``ids`` and was not seen, and who was
    seen and is not in ``ids``. From now on ``ids`` are those that were seen."""
    last = 1 << 62 if upto is None else upto
    where = "journey_id = ? AND test = ? AND step = ? AND contact_id > ? AND contact_id <= ?"
    found = conn.execute(
        f"SELECT contact_id FROM seen WHERE {where} ORDER BY contact_id",
        (journey, int(test), step, after, last),
    )
    before, now = {row[0] for row in found}, set(ids)
    new, gone = sorted(now - before), sorted(before - now)
    key = (journey, int(test), step)
    conn.executemany("INSERT INTO seen VALUES (?, ?, ?, ?)", [(*key, one) for one in new])
    conn.executemany(
        "DELETE FROM seen WHERE journey_id = ? AND test = ? AND step = ? AND contact_id = ?",
        [(*key, one) for one in gone],
    )
    return new, gone
