"""Decides how it is kept which journeys run, on which of their versions, and what their steps have counted."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from whatsapp_studio.journeys.living import Counts, Edition, Life, LifeState, Pause
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.runs import moment

# The number of a published version among the published ones.
_PUBLICATION = (
    "(SELECT count(*) FROM journey_versions v WHERE v.journey_id = p.journey_id AND v.kind = 'published'"
    " AND v.number <= p.version)"
)
_INSIDE = "(SELECT coalesce(sum(t.n), 0) FROM tallies t WHERE t.plan_id = p.id AND t.what = 'waiting')"


class LifeStore:
    """Which journeys run. What writes works on the connection of a transaction that is open."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # -- reading -------------------------------------------------------------------------------------

    def get(self, journey: str, *, test: bool = False) -> Life | None:
        """How a journey runs; None where it never did."""
        return next(iter(self._lives("l.journey_id = ? AND l.test = ?", (journey, int(test)))), None)

    def all(self) -> tuple[Life, ...]:
        """Every journey that runs or ran for real and is not deleted."""
        return self._lives(
            "l.test = 0 AND l.journey_id IN (SELECT id FROM journeys WHERE deleted_at IS NULL)", ()
        )

    def _lives(self, which: str, params: tuple[object, ...]) -> tuple[Life, ...]:
        rows = self._store.rows(
            f"SELECT l.*, p.id AS plan, p.version, p.zone, p.made, {_PUBLICATION} AS publication, {_INSIDE} AS inside"
            f" FROM lives l JOIN plans p ON p.journey_id = l.journey_id AND p.test = l.test WHERE {which}"
            " ORDER BY l.journey_id, p.id DESC",
            params,
        )
        found: dict[tuple[str, int], list[sqlite3.Row]] = {}
        for row in rows:
            found.setdefault((row["journey_id"], row["test"]), []).append(row)
        return tuple(_life(some) for some in found.values())

    def edition(self, plan: int) -> Edition | None:
        """One version that runs or ran, by its plan."""
        row = self._store.row(
            "SELECT l.plan_id, l.state, l.before_pause, p.journey_id, p.id AS plan, p.version, p.zone, p.made,"
            f" {_PUBLICATION} AS publication, {_INSIDE} AS inside"
            " FROM plans p JOIN lives l ON l.journey_id = p.journey_id AND l.test = p.test WHERE p.id = ?",
            (plan,),
        )
        return _edition(row) if row is not None else None

    def counts(self, plans: Iterable[int]) -> dict[str, Counts]:
        """The numbers of every step that counted anything, over these plans together."""
        chosen = [int(one) for one in plans]
        marks = ", ".join("?" * len(chosen))
        tallies = self._store.rows(
            f"SELECT step, what, port, sum(n) AS n FROM tallies WHERE plan_id IN ({marks}) GROUP BY step, what, port",
            tuple(chosen),
        )
        streams = f"c.kind = 'stream' AND c.plan_id IN ({marks})"
        # What failed after WhatsApp had taken it was sent; what was refused has no id.
        sent = self._store.rows(
            "SELECT step, sum(n) AS n FROM ("
            f"SELECT c.step, k.n FROM campaigns c JOIN counts k ON k.campaign_id = c.id WHERE {streams}"
            " AND k.state IN ('accepted', 'held', 'sent', 'delivered', 'read')"
            " UNION ALL SELECT c.step, count(*) FROM campaigns c JOIN outbox o ON o.campaign_id = c.id"
            f" WHERE {streams} AND o.state = 'failed' AND o.wamid IS NOT NULL GROUP BY c.step) GROUP BY step",
            (*chosen, *chosen),
        )
        parts: dict[str, dict[str, dict[str, int]]] = {}
        for row in tallies:
            if row["n"]:
                parts.setdefault(row["step"], {}).setdefault(row["what"], {})[row["port"]] = row["n"]
        left = {row["step"]: int(row["n"] or 0) for row in sent}
        return {
            step: Counts(
                entered=sum(parts.get(step, {}).get("entered", {}).values()),
                waiting=sum(parts.get(step, {}).get("waiting", {}).values()),
                passed=parts.get(step, {}).get("passed", {}),
                ended=parts.get(step, {}).get("ended", {}),
                sent=left.get(step, 0),
            )
            for step in parts.keys() | left.keys()
        }

    # -- writing -------------------------------------------------------------------------------------

    @staticmethod
    def new_plan(conn: sqlite3.Connection, journey: str, version: int, zone: str, now: int, *, test: bool) -> int:
        """A plan for a version, with the zone it keeps for good; returns its id."""
        made = conn.execute(
            "INSERT INTO plans (journey_id, version, test, zone, made) VALUES (?, ?, ?, ?, ?)",
            (journey, version, int(test), zone, now),
        ).lastrowid
        assert made is not None
        return made

    @staticmethod
    def begin(
        conn: sqlite3.Connection, journey: str, plan: int, now: int, *, test: bool = False, state: LifeState = "running"
    ) -> None:
        """Let contacts in by a plan from now on; plans before it let nobody in any more. A pause goes on."""
        conn.execute(
            "INSERT INTO lives (journey_id, test, state, plan_id, since) VALUES (:journey, :test, :state, :plan, :now)"
            " ON CONFLICT (journey_id, test) DO UPDATE SET plan_id = excluded.plan_id,"
            " state = iif(state = 'paused', state, excluded.state),"
            " before_pause = iif(state = 'paused', excluded.state, ''),"
            " pause = iif(state = 'paused', pause, ''), reason = iif(state = 'paused', reason, ''),"
            " since = iif(state IN ('paused', excluded.state), since, excluded.since)",
            {"journey": journey, "test": int(test), "state": state, "plan": plan, "now": now},
        )

    @staticmethod
    def amend(conn: sqlite3.Connection, plan: int, version: int) -> None:
        """Let a plan, and everybody on it, go by another version from now on."""
        conn.execute("UPDATE plans SET version = ? WHERE id = ?", (version, plan))

    @staticmethod
    def move(
        conn: sqlite3.Connection, journey: str, come: tuple[LifeState, ...], to: LifeState, now: int, *,
        test: bool = False, pause: Pause = "", reason: str = "",
    ) -> bool:  # fmt: skip
        """Go from one of the states ``come`` to ``to``; false where the journey is in none of them."""
        marks = ", ".join("?" * len(come))
        return bool(
            conn.execute(
                f"UPDATE lives SET before_pause = iif(? = 'paused', state, ''), state = ?, pause = ?, reason = ?,"
                f" since = ? WHERE journey_id = ? AND test = ? AND state IN ({marks})",
                (to, to, pause, reason, now, journey, int(test), *come),
            ).rowcount
        )

    @staticmethod
    def close_paused(conn: sqlite3.Connection, journey: str, *, test: bool = False) -> None:
        """Let a paused journey be closed once it goes on."""
        conn.execute(
            "UPDATE lives SET before_pause = 'closed' WHERE journey_id = ? AND test = ?", (journey, int(test))
        )

    @staticmethod
    def before_pause(conn: sqlite3.Connection, journey: str, *, test: bool = False) -> LifeState:
        """The state that a paused journey goes back to."""
        row = conn.execute(
            "SELECT before_pause FROM lives WHERE journey_id = ? AND test = ?", (journey, int(test))
        ).fetchone()
        return "closed" if row is not None and row[0] == "closed" else "running"


def _life(rows: list[sqlite3.Row]) -> Life:
    first = rows[0]
    return Life(
        journey=first["journey_id"], state=first["state"], since=moment(first["since"]), pause=first["pause"],
        reason=first["reason"], test=bool(first["test"]), editions=tuple(map(_edition, rows)),
    )  # fmt: skip


def _edition(row: sqlite3.Row) -> Edition:
    state = row["before_pause"] if row["state"] == "paused" else row["state"]
    opened = state == "running" and row["plan_id"] == row["plan"]
    return Edition(
        plan=row["plan"], journey=row["journey_id"], version=row["version"], publication=row["publication"],
        zone=row["zone"], made=moment(row["made"]), inside=row["inside"], open=opened,
    )  # fmt: skip
