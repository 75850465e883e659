"""Decides how experiments are kept: what became of each message, whom it waits for, and what was decided."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable
from datetime import datetime
from itertools import chain
from typing import Literal, NamedTuple

import msgspec

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.campaigns.assignment import HOLDOUT
from whatsapp_studio.campaigns.plan import UNDECIDED
from whatsapp_studio.campaigns.programme import Experiment, Metric
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.outcome_sql import TAP

State = Literal["running", "asking", "decided"]

# Those to whom a message went, whatever came of it: who was left out, or waits, says nothing of it.
_WENT = "o.state NOT IN ('ready', 'sending', 'excluded')"
_DID: dict[Metric, str] = {
    "delivered": "o.state IN ('delivered', 'read')",
    "read": "o.state = 'read'",
    "replied": "EXISTS (SELECT 1 FROM inbox i WHERE i.context = o.wamid)",
    "clicked": TAP,
    "goal": "0",
}


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """An experiment as it stands; ``winner`` is the treatment that was chosen, empty where none was."""

    campaign_id: str
    campaign_state: str
    plan: Experiment
    state: State
    decide_at: datetime | None
    winner: str = ""
    decided_at: datetime | None = None


class Filled(NamedTuple):
    """What one of those who waited gets (``fill`` as JSON), or why nothing."""

    contact: int
    fill: str
    language: str
    reason: str = ""


class ExperimentStore:
    """The experiments of campaigns. Every method is one transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, campaign_id: str) -> Kept | None:
        """The experiment of a launched campaign; None where it has none."""
        found = self._read("WHERE e.campaign_id = ?", (campaign_id,))
        return found[0] if found else None

    def open(self) -> list[Kept]:
        """Those that are not decided yet, or decided while people still wait for their message."""
        return self._read(
            "WHERE c.state IN ('sending', 'paused', 'done') AND (e.state = 'running' OR (e.state = 'decided'"
            " AND EXISTS (SELECT 1 FROM outbox o WHERE o.campaign_id = e.campaign_id AND o.state = 'ready'"
            " AND o.not_before = ?)))",
            (iso(UNDECIDED),),
        )

    def _read(self, where: str, params: tuple[object, ...]) -> list[Kept]:
        rows = self._store.rows(
            "SELECT e.*, c.state AS campaign_state FROM experiments e JOIN campaigns c ON c.id = e.campaign_id"
            f" {where} ORDER BY e.campaign_id",
            params,
        )
        return [
            Kept(
                campaign_id=row["campaign_id"], campaign_state=row["campaign_state"],
                plan=msgspec.json.decode(row["plan"], type=Experiment), state=row["state"], winner=row["winner"],
                decide_at=from_iso(row["decide_at"]) if row["decide_at"] else None,
                decided_at=from_iso(row["decided_at"]) if row["decided_at"] else None,
            )
            for row in rows
        ]  # fmt: skip

    def arms(self, campaign_id: str, metric: Metric) -> dict[str, tuple[int, int]]:
        """By treatment: to how many people its message went, and for how many it did what was hoped for."""
        rows = self._store.rows(
            f"SELECT o.treatment, count(*) AS people, sum({_DID[metric]}) AS did FROM outbox o"
            f" WHERE o.campaign_id = ? AND o.treatment <> '' AND {_WENT} GROUP BY o.treatment",
            (campaign_id,),
        )
        return {row["treatment"]: (row["people"], row["did"] or 0) for row in rows}

    def people(self, campaign_id: str, treatment: str) -> array[int]:
        """The contacts to whom a treatment's message went, or who were held out (``HOLDOUT``)."""
        where = f"o.treatment = ? AND {_WENT}"
        params: tuple[object, ...] = (campaign_id, treatment)
        if treatment == HOLDOUT:
            where, params = "o.state = 'excluded' AND o.reason = 'holdout'", (campaign_id,)
        return self._ids(f"SELECT o.contact_id FROM outbox o WHERE o.campaign_id = ? AND {where}", params)

    def waiting(self, campaign_id: str) -> array[int]:
        """The contacts who wait for the winner."""
        return self._ids(
            "SELECT contact_id FROM outbox WHERE campaign_id = ? AND state = 'ready' AND not_before = ?"
            " ORDER BY contact_id",
            (campaign_id, iso(UNDECIDED)),
        )

    def _ids(self, sql: str, params: tuple[object, ...]) -> array[int]:
        return array("q", chain.from_iterable(self._store.db.conn.execute(sql, params)))

    def decide(self, conn: sqlite3.Connection, campaign_id: str, winner: str, now: datetime) -> bool:
        """Write down what was chosen (empty: nobody more gets anything); False where it was decided before."""
        return bool(
            conn.execute(
                "UPDATE experiments SET state = 'decided', winner = ?, decided_at = ? WHERE campaign_id = ?"
                " AND state <> 'decided'",
                (winner, iso(now), campaign_id),
            ).rowcount
        )

    def ask(self, conn: sqlite3.Connection, campaign_id: str) -> bool:
        """Wait for a person's word; False where nobody has to be asked any more."""
        return bool(
            conn.execute(
                "UPDATE experiments SET state = 'asking' WHERE campaign_id = ? AND state = 'running'", (campaign_id,)
            ).rowcount
        )

    def fill(self, campaign_id: str, treatment: str, rows: Iterable[Filled], now: datetime) -> None:
        """Let these of those who waited get a treatment's message, or leave them out."""
        with self._store.write() as conn:
            for one in rows:
                conn.execute(
                    "UPDATE outbox SET treatment = ?, fill = ?, language = ?, state = ?, reason = ?, not_before = ?,"
                    " settled_at = ? WHERE campaign_id = ? AND contact_id = ? AND state = 'ready' AND not_before = ?",
                    (
                        "" if one.reason else treatment, one.fill, one.language,
                        "excluded" if one.reason else "ready", one.reason, "", iso(now) if one.reason else None,
                        campaign_id, one.contact, iso(UNDECIDED),
                    ),
                )  # fmt: skip

    def leave_out(self, campaign_id: str, now: datetime) -> int:
        """Nobody who waits gets anything; returns how many that are."""
        with self._store.write() as conn:
            return conn.execute(
                "UPDATE outbox SET state = 'excluded', reason = 'no-winner', settled_at = ? WHERE campaign_id = ?"
                " AND state = 'ready' AND not_before = ?",
                (iso(now), campaign_id, iso(UNDECIDED)),
            ).rowcount
