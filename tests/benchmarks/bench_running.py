"""Decides how fast journeys move: finding what is due among a million who wait, steps a second, and the window's gaps.

The baseline of steps is the same runner with one transaction a run; that of gaps the same window with nothing due.
Durability is full everywhere: what is counted is on the disk.
"""

from __future__ import annotations

import gc
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from tests.benchmarks.bench_window import gaps, show
from tests.fixtures.running import Stage, check_tallies, journey_of
from tests.fixtures.studio import T0
from whatsapp_studio.app import Studio
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.paths import WorkspacePaths
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.motion import Run
from whatsapp_studio.journeys.running import Person, State
from whatsapp_studio.qt import jobs
from whatsapp_studio.qt.main_window import load_pages
from whatsapp_studio.services.running.plans import Plan
from whatsapp_studio.services.running.runner import Runner
from whatsapp_studio.storage import runs
from whatsapp_studio.storage.db import Store

WAITING, DUE = 1_000_000, 100_000
DUTCH = {"rules": [{"id": "p0", "name": "Dutch", "rule": {"field": "contact.language", "op": "is", "value": "nl"}}]}


def stretch_of_steps() -> Journey:
    """Waits of a day, and after each a condition and a split: three steps whenever somebody moves."""
    lines, fields = ["in audience next=w1"], {}
    for n in range(1, 11):
        lines += [f"w{n} wait next=c{n}", f"c{n} condition p0=x{n} other=x{n}"]
        lines.append(f"x{n} experiment a=w{n + 1} b=w{n + 1}")
        fields[f"c{n}"] = DUTCH
    return journey_of(*lines, "w11 wait next=out", "out end", fields=fields)


def fill(store: Store, plan: Plan, waiting: int, due: int) -> None:
    """So many who wait at the first step; the moments at which they are due, spread over a day, are in no order."""
    now = iso(T0)
    came = T0 - timedelta(days=1)
    state = State(person=Person(), entered=came)
    blob = runs.packed(Run(state=state, step="w1", came=came, held=came, until=T0, visits={"in": 1, "w1": 1}))
    with store.write() as conn:
        conn.executemany(
            "INSERT INTO contacts (phone, first_name, last_name, language, country, marketing, created_at, updated_at)"
            " VALUES (?, ?, 'Jansen', ?, 'NL', 'yes', ?, ?)",
            ((f"+3161{n:07d}", f"Person{n}", "nl" if n % 3 else "en", now, now) for n in range(waiting)),
        )
        # As audiences come in: in the order of contacts, a few of them before others.
        conn.executemany(
            "INSERT INTO runs (plan_id, journey_id, contact_id, entered, step, came, code, due, state)"
            " VALUES (?, 'j', ?, ?, 'w1', ?, 'wait', ?, ?)",
            (
                (plan.id, n + 1, runs.ms(came), runs.ms(came), moment_of(place(n, waiting), due), blob)
                for n in range(waiting)
            ),
        )
        conn.executemany(
            "INSERT INTO passes VALUES (?, 0, ?, 'in', 1, ?, ?, 'next', x'')",
            ((n + 1, plan.id, runs.ms(came), runs.ms(came)) for n in range(waiting)),
        )
        counted = (("w1", "waiting", ""), ("w1", "entered", ""), ("in", "entered", ""), ("in", "passed", "next"))
        runs.tally(conn, {(plan.id, *what): waiting for what in counted})
    store.db.conn.execute("ANALYZE")


def place(n: int, waiting: int) -> int:
    """Which one in the order of time a contact is: every tenth comes later than those around it."""
    return n if n % 10 else (n + waiting // 20) % waiting


def moment_of(place: int, due: int) -> int:
    """The first ``due`` places are due now, in the last hour; the others later, a millisecond apart."""
    now = runs.ms(T0)
    return now - 3_600_000 + place * 3_600_000 // max(1, due) if place < due else now + 60_000 + place


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    store = Store(tmp_path_factory.mktemp("running") / "studio.db")
    made = Stage(store)
    began = time.perf_counter()
    fill(store, made.publish(stretch_of_steps()), WAITING, DUE)
    print(f"\n{WAITING:,} wait, {DUE:,} of them due; made in {time.perf_counter() - began:.0f} s")
    return made


def bench_finding_what_is_due(stage: Stage) -> None:
    found = []
    for _ in range(50):
        began = time.perf_counter()
        with stage.store.write() as conn:
            (life,) = runs.lives(conn)
            assert len(runs.due_ids(conn, life.plan_id, runs.ms(T0), 1000)) == 1000
        found.append((time.perf_counter() - began) * 1000)
    next_due = []
    for _ in range(50):
        began = time.perf_counter()
        assert stage.runner.next_due(T0) is not None
        next_due.append((time.perf_counter() - began) * 1000)
    print(f"finding 1,000 due: median {sorted(found)[25]:.2f} ms, max {max(found):.2f} ms; "
          f"when the next is due: median {sorted(next_due)[25]:.2f} ms, max {max(next_due):.2f} ms")
    assert sorted(found)[25] < 10
    assert sorted(next_due)[25] < 10


def bench_window_while_everybody_is_due(tmp_path: Path, stage: Stage) -> None:
    """The window is walked through on the same database, first with nothing due (the baseline), then with all."""
    paths = WorkspacePaths(tmp_path / "workspace")
    paths.create()
    stage.store.copy_to(paths.database)
    studio = Studio.open(paths.root, clock=StandingClock(T0 - timedelta(hours=2)))
    try:
        assert due_now(studio) == 0
        studio.engine.start(receiving=False)
        window = show(studio)
        jobs.Job(window, lambda _progress: load_pages()).on_done(lambda _: window.warm_up()).run()
        gaps(window, 6.0)
        gc.freeze()  # as the program does once it is open
        idle = gaps(window, 9.0)
        studio.clock.moment = T0  # type: ignore[attr-defined]
        waiting, began = due_now(studio), time.perf_counter()
        studio.engine.wake_journeys()
        busy: list[float] = []
        while due_now(studio):
            busy += gaps(window, 3.0)
        took = time.perf_counter() - began
        jobs.wait_for_all()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    finally:
        studio.close()
    print(f"\n{waiting:,} due at once advanced in {took:.1f} s, {waiting / took:,.0f} a second")
    for name, found in (("idle (baseline)", idle), ("moving", busy)):
        found.sort()
        p50, p99 = found[len(found) // 2], found[int(len(found) * 0.99)]
        print(f"{name:>16}: gap p50 {p50:.1f} ms, p99 {p99:.1f} ms, max {found[-1]:.1f} ms over {len(found)} ticks")
    print(f"max gap, moving against idle: {busy[-1] / idle[-1]:.2f}")
    assert busy[-1] <= max(100.0, idle[-1])


def bench_steps_a_second(stage: Stage) -> None:
    """Batches against one transaction a run, on the same database; steps are steps that contacts left."""
    stage.store.keep_in_memory()
    single = rate(stage, Runner(stage.store, stage.plans, at_once=1), 1_500)
    batched = rate(stage, stage.runner, 40_000)
    print(f"one transaction a run (baseline): {single[0]:,.0f} steps/s, {single[1]:,.0f} a CPU second")
    print(f"batches of 1,000: {batched[0]:,.0f} steps/s, {batched[1]:,.0f} a CPU second; "
          f"{batched[0] / single[0]:.1f} times")  # fmt: skip
    check_tallies(stage.store)


def rate(stage: Stage, runner: Runner, moves: int) -> tuple[float, float]:
    """Steps a second of time and of CPU, over so many moves."""
    before, done = steps(stage.store), 0
    began, cpu = time.perf_counter(), time.thread_time()
    while done < moves:
        worked = runner.step(T0)
        assert worked.moved
        done += worked.moved
    took, used = time.perf_counter() - began, time.thread_time() - cpu
    left = steps(stage.store) - before
    return left / took, left / used


def steps(store: Store) -> int:
    found = store.value("SELECT count(*) FROM passes")
    assert isinstance(found, int)
    return found


class StandingClock:
    """Stands still until it is set."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


def due_now(studio: Studio) -> int:
    now = runs.ms(studio.clock.now())
    found = studio._store.value("SELECT count(*) FROM runs WHERE plan_id = 1 AND due <= ?", (now,))
    assert isinstance(found, int)
    return found
