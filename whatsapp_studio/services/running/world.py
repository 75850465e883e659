"""Decides how what a batch does in the world is written down with it: messages, requests, notices, changes, jumps."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from whatsapp_studio.journeys.late import deadline, quiet_text
from whatsapp_studio.journeys.motion import Stretch
from whatsapp_studio.journeys.running import Effect
from whatsapp_studio.services.running.applying import apply
from whatsapp_studio.services.running.entering import enter
from whatsapp_studio.services.running.people import Somebody
from whatsapp_studio.services.running.plans import Plan, Plans
from whatsapp_studio.storage import runs, streams
from whatsapp_studio.storage.journey_log import note
from whatsapp_studio.storage.streams import Outgoing, key_of

# Journeys that jump to each other are refused when they are published, but versions live on: a contact comes into one
# journey by jumps no more often than this within an hour.
MOST_AN_HOUR = 10


class _Jump(NamedTuple):
    plan: Plan
    contact: int
    details: Mapping[str, Any]


class World:
    """What the runs of one batch want done; all of it is in the batch's own transaction."""

    def __init__(self, conn: sqlite3.Connection, plans: Plans, now: datetime) -> None:
        self._conn, self._plans = conn, plans
        self._now, self._stamp = now, runs.ms(now)
        self._messages: dict[int, tuple[Plan, list[Outgoing]]] = {}
        self._unsent: list[str] = []
        self._asked: list[tuple[object, ...]] = []
        self._changes: list[tuple[Plan, int, Effect]] = []
        self._jumps: list[_Jump] = []
        self.jumped: set[str] = set()
        self.queued = self.calls = 0
        self.people = self.notices = False

    def take(self, run_id: int, plan: Plan, somebody: Somebody, stretch: Stretch, due: int | None) -> None:
        """Note what a stretch of a run wants done."""
        for step, visit, effect in stretch.effects:
            match effect.kind:
                case "send":
                    self._send(run_id, plan, somebody, step, visit, effect, stretch)
                case "call" | "notify":
                    until = due if effect.kind == "call" else None
                    details = json.dumps(effect.details, default=str)
                    self._asked.append((key_of(run_id, step, visit), run_id, step, visit, effect.kind, details,
                                        self._stamp, until))  # fmt: skip
                    self.notices |= effect.kind == "notify"
                    self.calls += effect.kind == "call"
                case "jump":
                    self._jumps.append(_Jump(plan, somebody.person.number, effect.details))
                case _:
                    self._changes.append((plan, somebody.person.number, effect))

    def leave_out(self, run_id: int, step: str, visit: int) -> None:
        """The message of a step that was left must not go out any more."""
        self._unsent.append(key_of(run_id, step, visit))

    def _send(
        self, run_id: int, plan: Plan, somebody: Somebody, step: str, visit: int, effect: Effect, stretch: Stretch
    ) -> None:
        state, until = stretch.run.state, stretch.run.until
        last = deadline(plan.setup, state, self._now, until)
        self._messages.setdefault(plan.id, (plan, []))[1].append(
            Outgoing(
                run=run_id, step=step, visit=visit, contact=somebody.person.number, phone=somebody.phone,
                name=somebody.name, details=effect.details, not_after=last, quiet=quiet_text(plan.setup, state),
            )
        )  # fmt: skip

    def write(self) -> None:
        """Write everything."""
        for plan, rows in self._messages.values():
            self.queued += streams.queue(self._conn, plan, rows, self._now)
        if self._unsent:
            streams.time_out(self._conn, self._unsent, self._now)
        self._conn.executemany(
            "INSERT INTO effects (key, run_id, step, visit, kind, details, at, until) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            self._asked,
        )
        for plan, contact, effect in self._changes:
            self.people = True
            apply(self._conn, plan.journey, contact, effect, self._now)
        for jump in self._jumps:
            self._enter_other(jump)

    def _enter_other(self, jump: _Jump) -> None:
        """Into the other journey, as it is open now; who is not let in is written down with the reason."""
        journey = str(jump.details.get("journey") or "")
        plan = self._plans.live(journey, jump.plan.test)
        if plan is None or not plan.entry:
            self._refused(jump, {"closed": 1})
            return
        if runs.discards(self._conn, journey, plan.test):
            self._refused(jump, {"paused": 1})
            return
        if runs.entered_since(self._conn, journey, plan.test, jump.contact, self._stamp - 3_600_000) >= MOST_AN_HOUR:
            self._refused(jump, {"loop": 1})
            return
        if jump.details.get("if_inside") == "restart":
            runs.end_where(
                self._conn, "r.journey_id = ? AND r.test = ? AND r.contact_id = ?",
                (journey, plan.test, jump.contact), "restarted", self._stamp,
            )  # fmt: skip
        made = enter(
            self._conn, plan, [jump.contact], plan.entry, at=self._stamp, due=self._stamp,
            force=jump.details.get("if_inside") == "restart",
        )  # fmt: skip
        self.jumped.add(journey)
        if made.refused:
            self._refused(jump, made.refused)

    def _refused(self, jump: _Jump, why: Mapping[str, int]) -> None:
        plan, details = jump.plan, jump.details
        facts = {"step": details.get("step", ""), "journey": details.get("journey", ""), "why": next(iter(why))}
        note(self._conn, plan.journey_id, plan.test, self._stamp, "jump-refused", facts, jump.contact)
