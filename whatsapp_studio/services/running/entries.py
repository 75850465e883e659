"""Decides when the audiences of journeys that run are read: once, at a time, in a rhythm, and as they change."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta

import msgspec

from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.journeys.entries import entries, open_from, open_until, reads_the_same
from whatsapp_studio.journeys.flow import value, wall_of
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.kinds_entry import DAILY
from whatsapp_studio.journeys.moments import on_wall
from whatsapp_studio.journeys.reading import inner
from whatsapp_studio.journeys.recurrence import next_slot, slots
from whatsapp_studio.services.running.changing import Changing
from whatsapp_studio.services.running.plans import Plan, Plans
from whatsapp_studio.services.running.reading import read_on
from whatsapp_studio.storage import readings, runs
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.journey_log import note
from whatsapp_studio.storage.readings import Door

# A program that was away for longer lets those who wait at the door in as slowly as if it had not been.
_AWAY = 60_000


class _Timed(msgspec.Struct):
    """An entry with a time: the next moment its audience is to be read, None where there is no more."""

    plan: Plan
    door: Door
    step: Step
    next: int | None


class Entries:
    """Lets audiences in. All but :meth:`on_changes` belongs to the thread of the runner."""

    def __init__(self, store: Store, plans: Plans, tell: Tell) -> None:
        self._store, self._plans, self._tell = store, plans, tell
        self._changing = Changing(plans)
        self._doors: list[Door] = []
        self._timed: dict[tuple[int, str], _Timed] = {}
        self._seen: dict[int, Plan] = {}
        self._ends: dict[int, int] = {}
        self._looked: int | None = None
        self._paused: set[int] = set()

    def on_changes(self, changes: Changes) -> None:
        """Where contacts or lists changed, audiences are looked at again; may be called from any thread."""
        if changes.contacts or changes.lists:
            self._changing.changed()

    def step(self, now: datetime) -> bool:
        """Do one piece of work, in one transaction; returns whether there is more to do at once."""
        at = runs.ms(now)
        if self._idle(at):
            return False
        with self._store.write() as conn:
            self._doors = readings.doors(conn)
            self._look(conn, at)
            moved = (
                self._begin(conn, at)
                or self._read(conn, at)
                or self._changing.step(conn, self._doors, at)
                or self._close(conn, at)
            )
        if moved:
            self._tell(Changes(runs=frozenset({moved})))
        return moved is not None

    def next_due(self, now: datetime) -> datetime | None:
        """When there is something to do again that time brings; None where only news can."""
        held = {door.plan_id for door in self._doors if _held(door)}
        times = [one.next for one in self._timed.values() if one.next is not None and one.plan.id not in held]
        change = self._changing.next_due(held)
        if change is not None:
            times.append(change)
        times += [self._ends[door.plan_id] + 1 for door in self._doors if self._ends_by_itself(door)]
        return max(now, runs.moment(min(times))) if times else None

    def _idle(self, at: int) -> bool:
        """Whether there is nothing to do, which is mostly so and costs no transaction."""
        conn = self._store.db.conn
        return (
            self._looked is not None
            and 0 <= at - self._looked < _AWAY
            and readings.doors(conn) == self._doors
            and all(self._plans.get(plan.id) is plan for plan in self._seen.values())
            and not any(one.next is not None and one.next <= at for one in self._timed.values() if not _held(one.door))
            and self._changing.idle(at, {door.plan_id for door in self._doors if _held(door)}, self._running())
            and readings.unfinished(conn, self._running()) is None
            and not any(self._ends[door.plan_id] < at for door in self._doors if self._ends_by_itself(door))
        )

    def _running(self) -> set[int]:
        return {door.plan_id for door in self._doors if door.state == "running"}

    def _ends_by_itself(self, door: Door) -> bool:
        """Whether a journey that runs has an end of its own, after which nobody enters."""
        return door.state == "running" and door.plan_id in self._ends

    def _close(self, conn: sqlite3.Connection, at: int) -> str | None:
        """Close the first journey whose end is over: it is done once nobody is inside. None where there is none."""
        for door in self._doors:
            if self._ends_by_itself(door) and self._ends[door.plan_id] < at:
                readings.close(conn, door.journey_id, door.test, at)
                note(conn, door.journey_id, door.test, at, "closed-at-end")
                return door.journey_id
        return None

    # -- what there is to read -----------------------------------------------------------------------

    def _look(self, conn: sqlite3.Connection, at: int) -> None:
        """Know the entries of every journey that runs, and what earlier versions of it read."""
        away = self._looked is None or not 0 <= at - self._looked < _AWAY
        self._looked = at
        before, self._seen = self._seen, {}
        timed, self._timed = self._timed, {}
        self._ends = {}
        for door in self._doors:
            plan = self._plans.get(door.plan_id)
            known = before.get(door.plan_id)
            self._seen[door.plan_id] = plan
            ends = open_until(plan.journey, plan.setup.zone)
            if ends is not None:
                self._ends[plan.id] = runs.ms(ends)
            if known is None:
                self._take_over(conn, plan, at)
            if away or (door.state != "paused" and door.plan_id in self._paused):
                self._slow_down(conn, plan, at)
            for step in entries(plan.journey):
                if step.kind != "audience":
                    continue
                key = plan.id, step.id
                if known is plan and key in timed:
                    self._timed[key] = timed[key]
                    self._timed[key].door = door
                else:
                    self._timed[key] = _Timed(plan, door, step, self._first(conn, plan, door, step, at))
        self._paused = {door.plan_id for door in self._doors if door.state == "paused"}
        self._changing.look(conn, [(door, self._seen[door.plan_id]) for door in self._doors], at)

    def _take_over(self, conn: sqlite3.Connection, plan: Plan, at: int) -> None:
        """A new version goes on with what the one before was reading, where both mean the same contacts."""
        for old_id in readings.earlier(conn, plan.id):
            old = self._plans.get(old_id)
            for step in entries(plan.journey):
                if reads_the_same(step, old.journey.steps.get(step.id)):
                    readings.hand_on(conn, old_id, plan.id, step.id)
            left = readings.give_up(conn, [old_id])
            if left:
                note(conn, plan.journey_id, plan.test, at, "readings-left-off", {"count": left})

    def _slow_down(self, conn: sqlite3.Connection, plan: Plan, at: int) -> None:
        """Let nobody rush in who waited at the door of any version while nothing ran."""
        for plan_id in (plan.id, *readings.earlier(conn, plan.id)):
            version = self._plans.get(plan_id)
            for step in entries(version.journey):
                if step.kind == "audience":
                    _slowed_down(conn, version, step, at)

    def _first(self, conn: sqlite3.Connection, plan: Plan, door: Door, step: Step, at: int) -> int | None:
        """The first moment for which the audience is still to be read, be it over already."""
        last = self._last(conn, plan, door, step, at)
        base = door.made if last is None else door.begun
        match value(step, "when"):
            case "scheduled":
                wall = wall_of(value(step, "at"))
                slot = runs.ms(on_wall(wall, plan.setup.zone)) if wall is not None else None
                return slot if slot is not None and slot >= base and slot != last else None
            case "recurring":
                return _following(plan, step, base - 1 if last is None else last)
            case _:
                begins = open_from(plan.journey, plan.setup.zone)
                return None if last is not None else max(base, runs.ms(begins) if begins is not None else base)

    def _last(self, conn: sqlite3.Connection, plan: Plan, door: Door, step: Step, at: int) -> int | None:
        """The last moment for which an entry was read.

        What another version read since the journey began to run counts where its entry means the same.
        """
        for one in readings.of_step(conn, plan.journey_id, plan.test, step.id, at):
            if one.plan_id == plan.id or (
                one.slot >= door.begun and reads_the_same(step, self._plans.get(one.plan_id).step(step.id))
            ):
                return one.slot
        return None

    # -- reading -------------------------------------------------------------------------------------

    def _begin(self, conn: sqlite3.Connection, at: int) -> str | None:
        """Begin the first reading that is due; None where there is none."""
        for one in self._timed.values():
            if one.next is None or one.next > at or _held(one.door):
                continue
            missed = list(_missed(one, at))
            slot = missed.pop()
            one.next = _following(one.plan, one.step, slot) if value(one.step, "when") == "recurring" else None
            discards = one.door.state != "running"
            if discards:
                missed.append(slot)
            if missed:
                code = "readings-shut" if discards else "readings-missed"
                facts = {"step": one.step.id, "count": len(missed), "first": missed[0], "last": missed[-1]}
                note(conn, one.plan.journey_id, one.plan.test, at, code, facts)
            made = readings.begin(conn, one.plan.id, one.step.id, slot, at)
            if made is not None and (discards or _is_over(one.plan, slot)):
                readings.keep(conn, msgspec.structs.replace(made, state="skipped"))
            return one.plan.journey_id
        return None

    def _read(self, conn: sqlite3.Connection, at: int) -> str | None:
        """Read on in the oldest reading; None where there is none."""
        reading = readings.unfinished(conn, self._running())
        if reading is None:
            return None
        plan = self._seen[reading.plan_id]
        if plan.step(reading.step) is None:
            readings.keep(conn, msgspec.structs.replace(reading, state="skipped"))
        else:
            read_on(conn, plan, reading, at)
        return plan.journey_id


def _held(door: Door) -> bool:
    """Whether a journey stands still until it goes on: what it misses meanwhile is read then."""
    return door.state == "paused" and door.pause == "hold"


def _missed(one: _Timed, at: int) -> Iterator[int]:
    """The moments up to now for which an entry was not read; the last of them is the one that is."""
    assert one.next is not None
    yield one.next
    if value(one.step, "when") != "recurring":
        return
    wall = wall_of(value(one.step, "at"))
    assert wall is not None
    rhythm = inner({"repeat": value(one.step, "repeat")}, "repeat", DAILY)
    for slot in slots(wall, rhythm, one.plan.setup.zone, runs.moment(one.next)):
        if runs.ms(slot) > at:
            return
        yield runs.ms(slot)


def _following(plan: Plan, step: Step, after: int) -> int | None:
    """The next moment of a rhythm, not before the journey opens; None where the rhythm or the journey is over."""
    wall = wall_of(value(step, "at"))
    if wall is None:
        return None
    zone = plan.setup.zone
    begins, ends = open_from(plan.journey, zone), open_until(plan.journey, zone)
    later = runs.moment(after)
    if begins is not None:
        later = max(later, begins - timedelta(milliseconds=1))
    slot = next_slot(wall, inner({"repeat": value(step, "repeat")}, "repeat", DAILY), zone, later)
    return runs.ms(slot) if slot is not None and (ends is None or slot <= ends) else None


def _is_over(plan: Plan, slot: int) -> bool:
    ends = open_until(plan.journey, plan.setup.zone)
    return ends is not None and runs.moment(slot) > ends


def _slowed_down(conn: sqlite3.Connection, plan: Plan, step: Step, at: int) -> None:
    """Those who wait to be let in so many an hour, and were not while nothing ran, come later by as much."""
    per_hour = value(step, "per_hour")
    if not isinstance(per_hour, int) or per_hour <= 0:
        return
    waiting = "plan_id = ? AND step = ? AND ended IS NULL AND code = ?"
    which = (plan.id, step.id, runs.ENTERING)
    (first,) = conn.execute(f"SELECT min(due) FROM runs WHERE {waiting}", which).fetchone()
    if first is not None and at - first > _AWAY:
        conn.execute(f"UPDATE runs SET due = due + ? WHERE {waiting}", (at - first, *which))
