"""Decides how fast a journey is stopped for everybody, and how a million contacts in it are looked at and found.

The baseline of stopping is ending the same runs one by one; that of the window's gaps the same view with nobody inside.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from tests.conftest import SettableClock
from tests.fixtures.living import BEGIN, Alive, step_of
from whatsapp_studio.app import Studio
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.living import Place
from whatsapp_studio.journeys.motion import Run
from whatsapp_studio.journeys.running import Person, State
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.jobs import wait_for_all
from whatsapp_studio.qt.journeys.live_view import LiveView
from whatsapp_studio.storage import runs

MANY, STOPPED, ONE_BY_ONE = 1_000_000, 100_000, 500
TICK_MS, MOST_MS = 5, 100.0


def gaps(holds: Callable[[], bool], seconds: float = 20) -> float:
    """The longest time between ticks of the window until something holds, beyond what was asked for, in ms."""
    loop, worst = QEventLoop(), 0.0
    began = last = time.perf_counter()

    def tick() -> None:
        nonlocal last, worst
        now = time.perf_counter()
        worst, last = max(worst, (now - last) * 1000 - TICK_MS), now
        if holds() or now - began > seconds:
            loop.quit()

    ticking = QTimer()
    ticking.setTimerType(Qt.TimerType.PreciseTimer)
    ticking.timeout.connect(tick)
    ticking.start(TICK_MS)
    loop.exec()
    ticking.stop()
    assert holds()
    return worst


def crowded(folder: Path, inside: int) -> tuple[Alive, Journey]:
    """A journey that runs, with so many who wait at its second step."""
    clock = SettableClock(BEGIN)
    alive = Alive(Studio.open(folder, clock=clock), clock, people=0)
    made = alive.published()
    life = alive.studio.running.life(made.id)
    assert life is not None
    plan, wait, now = life.edition.plan, step_of(made, "wait"), runs.ms(BEGIN)
    state = State(person=Person(), entered=BEGIN)
    blob = runs.packed(Run(state=state, step=wait, came=BEGIN, held=BEGIN, reasons=(("wait", {"until": BEGIN}),)))
    with alive.store.write() as conn:
        conn.executemany(
            "INSERT INTO contacts (id, phone, first_name, last_name, created_at, updated_at)"
            " VALUES (?, ?, ?, 'Jansen', '', '')",
            ((n, f"+316{n:08d}", f"Person{n}") for n in range(1, inside + 1)),
        )
        runs.insert(
            conn,
            ((plan, made.id, 0, n, now, wait, now, "wait", now + 86_400_000, blob) for n in range(1, inside + 1)),
        )
        runs.tally(conn, {(plan, wait, what, ""): inside for what in ("entered", "waiting")})
    return alive, made


def bench_stopping(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    alive, made = crowded(tmp_path / "many", STOPPED)
    with alive.store.write() as conn:
        began = time.perf_counter()
        for n in range(1, ONE_BY_ONE + 1):
            runs.end_where(conn, "r.id = ?", (n,), "gone", runs.ms(BEGIN))
        singly = (time.perf_counter() - began) / ONE_BY_ONE
    began = time.perf_counter()
    stopped = alive.studio.running.stop(made.id)
    took = time.perf_counter() - began
    life = alive.studio.running.life(made.id)
    assert life is not None
    listed = len(alive.studio.running.watch.keys(alive.studio.running.watch.stopped(life.editions[0])))
    alive.studio.close()
    with capsys.disabled():
        print(f"\nstopping {stopped:,}: {took:.2f} s ({singly * stopped / took:.0f} times faster than one by one)")
    assert stopped == listed == STOPPED - ONE_BY_ONE
    assert took < 2
    assert singly * stopped / took > 5


def bench_looking_at_a_million(tmp_path: Path, qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    theme.apply(qapp, "light")
    calm, nobody = crowded(tmp_path / "nobody", 0)
    view = shown(calm, nobody)
    baseline = gaps(lambda: view.seen is not None)
    put_away(view, calm)
    alive, made = crowded(tmp_path / "million", MANY)
    view = shown(alive, made)
    opening = gaps(lambda: view.seen is not None)
    assert view.seen is not None
    view.open_people(Place(plan=view.seen.edition.plan, step=step_of(made, "wait")))
    listing = gaps(lambda: view.people.model.rowCount() == MANY)
    began = time.perf_counter()
    last = view.people.model.index(MANY - 1, 0).data()
    page = (time.perf_counter() - began) * 1000
    view.people.search.setText("Person77777")
    searching = gaps(lambda: view.people.model.rowCount() == 11)
    put_away(view, alive)
    with capsys.disabled():
        print(
            f"\na million inside, longest gaps of the window: opening {opening:.0f} ms (with nobody {baseline:.0f} ms),"
            f" listing {listing:.0f} ms, searching {searching:.0f} ms; the last page in {page:.1f} ms"
        )
    assert last == f"Person{MANY} Jansen"
    assert page < 50
    assert max(listing, searching) < MOST_MS


def shown(alive: Alive, journey: Journey) -> LiveView:
    view = LiveView(alive.studio, journey.id)
    view.resize(1278, 700)
    view.show()
    return view


def put_away(view: LiveView, alive: Alive) -> None:
    view.close()
    view.deleteLater()
    wait_for_all()
    alive.studio.close()
