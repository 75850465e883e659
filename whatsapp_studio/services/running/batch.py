"""Decides what one batch does to the runs in it, so that all of it can be written in one transaction."""

from __future__ import annotations

import logging
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from whatsapp_studio.journeys.late import planned
from whatsapp_studio.journeys.motion import End, Passed, Run, Stretch, begin, due, due_at, heard
from whatsapp_studio.journeys.running import Heard, life_ends, replace
from whatsapp_studio.services.running import people, world
from whatsapp_studio.services.running.plans import Plan, Plans
from whatsapp_studio.storage import runs
from whatsapp_studio.storage.journey_log import note
from whatsapp_studio.storage.runs import ENTERING, Life, RunRow

log = logging.getLogger(__name__)
# A step that could not be taken, by our mistake, is tried again after so many milliseconds.
LATER = 3_600_000


class Moving:
    """One run of a batch: its row as it was read, and the run as it is by now."""

    __slots__ = ("began", "broken", "contact", "due", "entering", "id", "moved", "passed", "plan", "row", "run")

    def __init__(self, row: RunRow, run: Run, plan: Plan) -> None:
        self.row, self.run, self.plan = row, run, plan
        self.id, self.contact, self.due = row.id, row.contact_id, row.due
        self.entering = row.code == ENTERING
        self.passed = max(0, sum(run.visits.values()) - 1)
        self.began: int | None = None
        self.moved = self.broken = False


class Batch:
    """Runs that are loaded, moved, and written. Everything happens at ``now``, a whole millisecond."""

    def __init__(self, conn: sqlite3.Connection, plans: Plans, lives: Mapping[int, Life], now: datetime) -> None:
        self._conn, self._plans, self._lives = conn, plans, lives
        self.now, self.stamp = now, runs.ms(now)
        self._runs: dict[int, Moving] = {}
        self._people: dict[int, people.Somebody] = {}
        self._passes: list[tuple[object, ...]] = []
        self._tallies: Counter[tuple[int, str, str, str]] = Counter()
        self._broken: Counter[tuple[Plan, str]] = Counter()
        self.world = world.World(conn, plans, now)

    # -- reading -------------------------------------------------------------------------------------

    def load(self, ids: Iterable[int]) -> None:
        """Read runs, and the people they are of."""
        rows = [row for row in runs.by_ids(self._conn, list(set(ids))).values() if row.plan_id in self._lives]
        keys = {key for plan_id in {row.plan_id for row in rows} for key in self._plans.get(plan_id).keys}
        self._people = people.load(self._conn, {row.contact_id for row in rows}, keys, self.now)
        for plan_id in {row.plan_id for row in rows}:
            plan = self._plans.get(plan_id)
            if plan.caps:
                plan.taken.update(dict.fromkeys(plan.caps, 0))
                plan.taken.update(runs.taken(self._conn, plan.journey_id, plan.test, plan.caps))
        for row in rows:
            somebody = self._people.get(row.contact_id, people.NOBODY)
            self._runs[row.id] = Moving(row, runs.unpacked(row, somebody.person), self._plans.get(row.plan_id))

    def run(self, run_id: int) -> Moving | None:
        """A run of this batch that is not over."""
        found = self._runs.get(run_id)
        return None if found is None or found.run.end or found.broken else found

    def life(self, one: Moving) -> Life:
        """The state of the journey that a run is in."""
        return self._lives[one.plan.id]

    # -- moving --------------------------------------------------------------------------------------

    def due(self, one: Moving) -> None:
        """The time of a run has come."""
        if one.contact not in self._people:
            self._over(one, "gone")
        elif self.life(one).pause == "discard":
            self._over(one, "discarded")
        else:
            self._try(one, self._begun if one.entering else self._woken)

    def hear(self, one: Moving, news: Heard) -> None:
        """Something is heard of a run. What was due before it happened comes first."""
        if one.due is not None and one.due <= self.stamp and one.due < runs.ms(news.at):
            self.due(one)
        if one.run.end or one.broken:
            return
        if one.contact not in self._people:
            self._over(one, "gone")
        elif one.entering:
            if news.on in ("clicked", "replied"):
                self.wrote(one, news.at)
        else:
            self._try(one, lambda one: heard(one.plan.setup, self._now(one), news, self.now))

    def wrote(self, one: Moving, at: datetime) -> None:
        """The contact wrote to us, though not about this run: its 24 hours begin anew here, too."""
        state = one.run.state
        if state.wrote is None or state.wrote < at:
            one.run = replace(one.run, state=replace(state, wrote=at))
            one.moved = True

    def _now(self, one: Moving) -> Run:
        """The run with its person as other runs of this batch left them."""
        person = self._people[one.contact].person
        run = one.run
        return run if run.state.person is person else replace(run, state=replace(run.state, person=person))

    def _begun(self, one: Moving) -> Stretch:
        run = self._now(one)
        late = planned(runs.moment(one.due), self.now) if one.due is not None else None
        one.began, one.entering = self.stamp, False
        wrote = run.state.wrote
        if wrote is None and one.plan.answers:
            wrote = runs.last_wrote(self._conn, one.contact)
        state = replace(run.state, entered=self.now, planned=late, wrote=wrote)
        return begin(one.plan.setup, state, run.step, self.now)

    def _woken(self, one: Moving) -> Stretch:
        return due(one.plan.setup, self._now(one), self.now)

    def _try(self, one: Moving, move: Any) -> None:
        """Make a move; one that our own mistake breaks holds up nobody else, and is made again later."""
        try:
            stretch: Stretch = move(one)
        except Exception:
            if not self._broken[one.plan, one.run.step]:
                log.exception("run %s could not go on from step %s", one.id, one.run.step)
            self._break(one)
            return
        if stretch.moved and self.life(one).pause == "discard":
            self._over(one, "discarded")
        else:
            self._take(one, stretch)

    def _break(self, one: Moving) -> None:
        self._broken[one.plan, one.run.step] += 1
        if life_ends(one.plan.setup, one.run.state) <= self.now:
            self._over(one, "life")
            return
        one.broken = True
        runs.postpone(self._conn, one.id, self.stamp + LATER)

    def _over(self, one: Moving, end: End) -> None:
        """A run ends where it is."""
        run = one.run
        here = Passed(step=run.step, visit=run.visit, at=run.came, left=max(self.now, run.came), reasons=run.reasons)
        self._take(one, Stretch(run=replace(run, end=end, until=None, code="", facts={}), passed=(here,)))

    def _take(self, one: Moving, stretch: Stretch) -> None:
        plan, run = one.plan, stretch.run
        if stretch.passed:
            self._count(one, plan, stretch)
        if run.end:
            self._tallies[plan.id, run.step, "ended", run.end] += 1
        one.run, one.moved = replace(run, effects=()) if run.effects else run, True
        one.due = None if run.end else runs.ms_after(due_at(plan.setup, run))
        somebody = self._people.get(one.contact)
        if somebody is not None:
            if somebody.person is not run.state.person:
                self._people[one.contact] = somebody = somebody._replace(person=run.state.person)
            if stretch.effects:
                self.world.take(one.id, plan, somebody, stretch, one.due)

    def _count(self, one: Moving, plan: Plan, stretch: Stretch) -> None:
        """Write down the steps that were left, and count them."""
        tallies, passes, run = self._tallies, self._passes, stretch.run
        now, stamp = self.now, self.stamp
        tallies[plan.id, one.run.step, "waiting", ""] -= 1
        came = one.passed
        for step in stretch.passed:
            id, port = step.step, step.port
            if one.passed > came:
                tallies[plan.id, id, "entered", ""] += 1
            if port:
                tallies[plan.id, id, "passed", port] += 1
                if port == "within" and id in plan.caps:
                    plan.taken[id] += 1
            at = stamp if step.at is now else runs.ms(step.at)
            left = stamp if step.left is now else runs.ms(step.left)
            passes.append(
                (one.id, one.passed, plan.id, id, step.visit, at, left, port, runs.packed_reasons(step.reasons))
            )
            one.passed += 1
            if id in plan.messages:
                self._unsent(one, step)
        if not run.end:
            tallies[plan.id, run.step, "entered", ""] += 1
            tallies[plan.id, run.step, "waiting", ""] += 1

    def _unsent(self, one: Moving, step: Passed) -> None:
        """A message whose step was left before it went out must not follow."""
        reasons = step.reasons
        if reasons[-1:] and reasons[-1][0] != "sent" and any(code == "sending" for code, _ in reasons):
            self.world.leave_out(one.id, step.step, step.visit)

    # -- writing -------------------------------------------------------------------------------------

    def write(self) -> set[str]:
        """Write everything; returns the journeys in which something moved."""
        moved = sorted((one for one in self._runs.values() if one.moved), key=lambda one: one.id)
        runs.save(self._conn, [(*self._row(one), one.id) for one in moved if not one.run.end])
        ended = [(*self._row(one), self.stamp, one.run.end, one.id) for one in moved if one.run.end]
        runs.end(self._conn, ended)
        runs.began(self._conn, [(one.began, one.id) for one in moved if one.began is not None])
        runs.insert_passes(self._conn, self._passes)
        runs.tally(self._conn, self._tallies)
        for (plan, step), count in self._broken.items():
            facts = {"step": step, "count": count}
            note(self._conn, plan.journey_id, plan.test, self.stamp, "step-broken", facts)
        self.world.write()
        return {one.plan.journey_id for one in moved} | self.world.jumped

    def _row(self, one: Moving) -> tuple[object, ...]:
        run, came = one.run, one.run.came
        code = ENTERING if one.entering else run.code
        at = self.stamp if came is self.now else runs.ms(came)
        return run.step, run.visit, at, code, None if run.end else one.due, runs.packed(run)
