"""Decides who joins and who leaves an audience: those in it now are compared with those who were before."""

from __future__ import annotations

import sqlite3
import threading
from collections import Counter
from collections.abc import Collection, Iterable

import msgspec

from whatsapp_studio.journeys.entries import entries, reads_the_same
from whatsapp_studio.journeys.flow import value
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.services.running.entering import enter
from whatsapp_studio.services.running.plans import Plan, Plans
from whatsapp_studio.services.running.reading import page
from whatsapp_studio.storage import readings
from whatsapp_studio.storage.journey_log import note
from whatsapp_studio.storage.readings import Door

# An audience is not looked at again sooner than this after contacts changed, nor later than that where none did: the
# days pass that rules speak of, and other programs write too.
SOONEST, LATEST = 60_000, 600_000


class _Watch(msgspec.Struct):
    """An audience that is watched: the last change it was looked at for, when that ended, and how far it has come.

    ``known`` says that the audience was seen once; before, nobody can have joined it.
    """

    plan: Plan
    step: Step
    known: bool = False
    change: int = -1
    ended: int = -LATEST
    after: int | None = None
    trouble: str = ""

    def due(self, change: int) -> int:
        return self.ended + (SOONEST if change != self.change else LATEST)


class Changing:
    """Watches the audiences of entries for who joins or leaves. All but :meth:`changed` is of the runner's thread."""

    def __init__(self, plans: Plans) -> None:
        self._plans = plans
        self._watches: dict[tuple[int, str], _Watch] = {}
        self._change = 0
        self._lock = threading.Lock()

    def changed(self) -> None:
        """Contacts or lists are not as they were; may be called from any thread."""
        with self._lock:
            self._change += 1

    def look(self, conn: sqlite3.Connection, doors: Iterable[tuple[Door, Plan]], at: int) -> None:
        """Watch the entries of these plans; one that was never seen is read first, and lets nobody in by that."""
        before, self._watches = self._watches, {}
        for door, plan in doors:
            for step in entries(plan.journey):
                if step.kind != "audience_change":
                    continue
                watch = before.get((plan.id, step.id))
                if watch is None or not reads_the_same(step, watch.step):
                    watch = _Watch(plan, step)
                watch.plan, watch.step = plan, step
                self._watches[plan.id, step.id] = watch
                if not watch.known:
                    watch.known = self._known(conn, door, watch, at)

    def _known(self, conn: sqlite3.Connection, door: Door, watch: _Watch, at: int) -> bool:
        plan, step = watch.plan, watch.step
        for one in readings.of_step(conn, plan.journey_id, plan.test, step.id, at):
            if one.state == "skipped":
                continue
            if one.plan_id == plan.id or (
                one.slot >= door.begun and reads_the_same(step, self._plans.get(one.plan_id).step(step.id))
            ):
                return one.state == "done"
        slot = readings.free_slot(conn, plan.id, step.id, at)
        readings.begin(conn, plan.id, step.id, slot, at)
        return False

    def idle(self, at: int, held: Collection[int], running: Collection[int]) -> bool:
        """Whether no audience is to be looked at now, of plans that are not ``held``; those ``running`` are read."""
        return all(
            one.after is None and one.due(self._change) > at if one.known else one.plan.id not in running
            for one in self._watches.values()
            if one.plan.id not in held
        )

    def next_due(self, held: Collection[int]) -> int | None:
        """When an audience is to be looked at again, of plans that are not ``held``."""
        return min(
            (one.due(self._change) for one in self._watches.values() if one.known and one.plan.id not in held),
            default=None,
        )

    def step(self, conn: sqlite3.Connection, doors: Iterable[Door], at: int) -> str | None:
        """Compare the next chunk of an audience; the journey it is of, or None where nothing is to be done."""
        for door in doors:
            if door.state == "paused" and door.pause == "hold":
                continue
            for watch in self._watches.values():
                if watch.plan.id != door.plan_id or not watch.known:
                    continue
                if watch.after is None and watch.due(self._change) <= at:
                    watch.after, watch.change = 0, self._change
                if watch.after is not None:
                    self._chunk(conn, watch, at, lets_in=door.state == "running")
                    return door.journey_id
        return None

    def _chunk(self, conn: sqlite3.Connection, watch: _Watch, at: int, *, lets_in: bool) -> None:
        plan, step, after = watch.plan, watch.step, watch.after or 0
        found = page(conn, plan, step, after, at)
        if found.over:
            watch.after, watch.ended = None, at
        else:
            watch.after = found.upto
        if found.trouble:
            # A list that is gone is nobody's leaving it.
            if found.trouble != watch.trouble:
                note(conn, plan.journey_id, plan.test, at, found.trouble, {"step": step.id})
            watch.trouble = found.trouble
            return
        watch.trouble = ""
        upto = None if found.over else found.upto
        new, gone = readings.compare(conn, plan.journey_id, plan.test, step.id, found.ids, after, upto)
        if lets_in:
            self._let_in(conn, watch, new, gone, at)

    def _let_in(
        self, conn: sqlite3.Connection, watch: _Watch, new: list[int], gone: list[int], at: int
    ) -> None:
        plan, step, on = watch.plan, watch.step, value(watch.step, "on")
        entered, refused = 0, Counter[str]()
        for came, ids in (("enter", new), ("exit", gone)):
            if ids and on in (came, "both"):
                done = enter(conn, plan, ids, step.id, at=at, due=at, came=came)
                entered += len(done.entered)
                refused.update(done.refused)
        if entered or refused:
            facts = {"step": step.id, "joined": len(new), "left": len(gone), "entered": entered,
                     "refused": sum(refused.values()), "why": dict(refused)}  # fmt: skip
            note(conn, plan.journey_id, plan.test, at, "audience-changed", facts)
