"""Decides what happens next in every journey that runs: news first, then what is due, a batch at a time.

A batch is one transaction: the runs, what they passed, the counts, the messages and all else that is to be done. It is
written whole or not at all, so that a program that ends at any moment repeats nothing and skips nothing.
"""

from __future__ import annotations

import gc
import heapq
import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Literal

import msgspec

from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.journeys.running import Heard
from whatsapp_studio.services.running.batch import Batch, Moving
from whatsapp_studio.services.running.plans import Plans
from whatsapp_studio.storage import runs
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.journey_log import note
from whatsapp_studio.storage.runs import Life, Signal

# So many runs are moved in one transaction.
AT_ONCE = 1_000
# Lets in whom news is for, at a moment in milliseconds; says in which journeys something changed.
Entries = Callable[[sqlite3.Connection, Plans, Sequence[Signal], int], frozenset[str]]


class Worked(msgspec.Struct, frozen=True):
    """What a step did: how many runs and news it acted on, whether more waits, and what changed.

    ``asked`` is how many messages and requests wait to leave by it.
    """

    moved: int = 0
    more: bool = False
    changes: Changes = Changes()
    asked: int = 0


def nobody_enters(conn: sqlite3.Connection, plans: Plans, news: Sequence[Signal], now: int) -> frozenset[str]:
    """For a runner whose journeys are entered by nothing that is heard."""
    return frozenset()


@contextmanager
def _collector_waits() -> Iterator[None]:
    """A batch makes a hundred thousand values that refer to each other in no circle: to look for those is in vain.

    It has to stand around the whole function that makes the batch, so that all of it is gone when looking goes on.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class Runner:
    """Moves everybody on. All calls are made on one thread; the database is the only thing it remembers by.

    ``entries`` is told of what contacts wrote and of events, inside the transaction, once the runs have heard of them.
    """

    def __init__(self, store: Store, plans: Plans, entries: Entries = nobody_enters, *, at_once: int = AT_ONCE) -> None:
        self._store, self._plans, self._entries, self._at_once = store, plans, entries, at_once

    @_collector_waits()
    def step(self, now: datetime) -> Worked:
        """Act on one batch of what was heard or is due at ``now``: one transaction."""
        stamp = runs.ms(now)
        with self._store.write() as conn:
            lives = {life.plan_id: life for life in runs.lives(conn)}
            for life in lives.values():
                self._plans.moved(life.plan_id, life.version)
            news = runs.signals(conn, self._at_once)
            room = self._at_once - len(news)
            waiting = _due(conn, lives, stamp, room) if room else []
            if not news and not waiting:
                return Worked(changes=Changes(runs=frozenset(_finished(conn, stamp))))
            batch = Batch(conn, self._plans, lives, runs.moment(stamp))
            about = _Targets(conn, news)
            batch.load([*about.ids, *waiting])
            for one in news:
                self._hear(conn, batch, one, about)
            for run_id in waiting:
                run = batch.run(run_id)
                if run is not None and run.due is not None and run.due <= stamp:
                    batch.due(run)
            touched = batch.write()
            runs.consume(conn, [one.id for one in news])
            said = [one for one in news if one.kind in ("inbound", "event", "enter")]
            if said:
                touched |= self._entries(conn, self._plans, said, stamp)
            touched |= _finished(conn, stamp)
        return Worked(
            len(news) + len(waiting), len(news) + len(waiting) >= self._at_once,
            Changes(
                runs=frozenset(touched), contacts=batch.world.people, lists=batch.world.people,
                notices=batch.world.notices, sending=batch.world.queued > 0,
            ),
            batch.world.queued + batch.world.calls,
        )  # fmt: skip

    def next_due(self, now: datetime) -> datetime | None:
        """When something is to be done next: ``now`` where it is already, None where nobody waits for anything."""
        conn = self._store.db.conn
        if runs.signals(conn, 1):
            return now
        found = [runs.first_due(conn, life.plan_id) for life in runs.lives(conn) if not _held(life)]
        first = min((due for due in found if due is not None), default=None)
        return None if first is None else max(now, runs.moment(first))

    def _hear(self, conn: sqlite3.Connection, batch: Batch, one: Signal, about: _Targets) -> None:
        """Tell the runs that news is about; those of a paused journey hear of it when it goes on."""
        parked, ids = [], about.of(one)
        if one.kind == "inbound":
            for run_id in about.others(one):
                other = batch.run(run_id)
                if other is not None:
                    batch.wrote(other, runs.moment(one.at))
        for run_id in ids:
            run = batch.run(run_id)
            if run is None:
                continue
            if _held(batch.life(run)):
                parked.append(run_id)
                continue
            for news in _news(one, run):
                batch.hear(run, news)
                if batch.run(run_id) is None:
                    break
        if parked:
            runs.park(conn, one, parked)


class Movement:
    """The runner's turn in the loop: what moved is told, and ``send`` is called when something is to leave."""

    def __init__(self, runner: Runner, tell: Tell, send: Callable[[], None]) -> None:
        self._runner, self._tell, self._send = runner, tell, send

    def step(self, now: datetime) -> bool:
        """One batch; returns whether more waits."""
        worked = self._runner.step(now)
        if worked.asked:
            self._send()
        if worked.changes:
            self._tell(worked.changes)
        return worked.more

    def next_due(self, now: datetime) -> datetime | None:
        """As of the runner."""
        return self._runner.next_due(now)


class _Targets:
    """Which runs news is about: the one it names, or every one that the contact is inside of."""

    def __init__(self, conn: sqlite3.Connection, news: Sequence[Signal]) -> None:
        people = {one.contact_id for one in news if one.contact_id is not None and _personal(one)}
        self._inside = runs.inside(conn, sorted(people)) if people else {}
        self.ids = {run for one in news for run in (*self.of(one), *self.others(one))}

    def of(self, one: Signal) -> list[int]:
        if one.run_id is not None:
            return [one.run_id]
        return self._inside.get(one.contact_id, []) if one.contact_id is not None else []

    def others(self, one: Signal) -> list[int]:
        """The runs of whoever wrote that the message is not about: they may write back to it, too."""
        if one.kind != "inbound" or one.run_id is None or one.contact_id is None:
            return []
        return [run for run in self._inside.get(one.contact_id, []) if run != one.run_id]


def _personal(one: Signal) -> bool:
    return one.run_id is None or one.kind == "inbound"


def _finished(conn: sqlite3.Connection, now: int) -> set[str]:
    """The journeys that are done by now: closed, and nobody is inside."""
    ended = runs.finish(conn)
    for journey, test in ended:
        note(conn, journey, test, now, "done")
    return {journey for journey, _ in ended}


def _held(life: Life) -> bool:
    return life.state == "paused" and life.pause != "discard"


def _due(conn: sqlite3.Connection, lives: dict[int, Life], now: int, limit: int) -> list[int]:
    """The runs that have been due for the longest, of all journeys that are not held."""
    each = [runs.due_ids(conn, life.plan_id, now, limit) for life in lives.values() if not _held(life)]
    return [run for _, run in heapq.nsmallest(limit, heapq.merge(*each))]


def _news(one: Signal, run: Moving) -> list[Heard]:
    """What a signal says to a run as it is now; nothing where it is about what the run has left behind."""
    at = runs.moment(one.at)
    here = run.run.step == one.step and run.run.visit == one.visit
    match one.kind:
        case "message":
            return _of_message(one, run, at, waits=here and run.run.code == "sending")
        case "inbound":
            on: Literal["clicked", "replied"] = "clicked" if json.loads(one.data or "{}").get("button") else "replied"
            return [Heard(on, at, one.step, one.text)]
        case "event":
            return [Heard("event", at, "", one.text)]
        case "answer":
            return [Heard("answered" if one.data == "answered" else "refused", at, one.step, one.text)] if here else []
        case "decided":
            return [Heard("decided", at, one.step, one.text)] if here else []
        case _:
            return []


def _of_message(one: Signal, run: Moving, at: datetime, *, waits: bool) -> list[Heard]:
    """What became of a message. News may come out of order, or not at all: what it implies is heard before it."""
    sent = [Heard("sent", at, one.step)] if waits else []
    match one.text:
        case "accepted" | "held" | "sent":
            return sent
        case "delivered":
            return [*sent, Heard("delivered", at, one.step)]
        case "read":
            known = not waits and any(said.on == "delivered" and said.step == one.step for said in run.run.state.heard)
            return [*sent, *([] if known else [Heard("delivered", at, one.step)]), Heard("read", at, one.step)]
        case "failed" if not waits:
            return [Heard("failed", at, one.step, one.data or "")]
        case "failed" | "excluded":
            return [Heard("refused", at, one.step, one.data)] if waits else []
        case _:
            return []
