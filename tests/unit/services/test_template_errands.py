"""The engine hands in what is queued as soon as Meta can be reached, and ends in order while it does."""

from __future__ import annotations

import asyncio
import threading
from datetime import datetime, timedelta

import httpx

from tests.conftest import SettableClock
from tests.fixtures.at_meta import AtMeta, meta
from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.services.errands import Errands

__all__ = ["meta"]


def until_no_draft(meta: AtMeta) -> threading.Event:
    gone = threading.Event()

    def look(changes: Changes) -> None:
        if changes.templates and not meta.studio.writing.drafts():
            gone.set()

    meta.studio.listen(look)
    return gone


def test_what_is_queued_offline_leaves_when_there_is_a_network(meta: AtMeta) -> None:
    def offline(request: httpx.Request) -> httpx.Response | None:
        raise httpx.ConnectError("no way out")

    meta.before = offline
    draft = meta.write()
    meta.studio.writing.submit(draft.id)
    meta.studio.writing.submit_now()
    meta.before = lambda request: None
    gone = until_no_draft(meta)
    meta.later(minutes=2)
    meta.studio.engine.start(receiving=False)
    try:
        assert gone.wait(10)
        assert len(meta.at_meta("lente_actie")) == 1
        second = meta.write("lente_twee", body="Dag {{1}}, er ligt een pakket voor je klaar.")
        gone.clear()
        meta.studio.writing.submit(second.id)
        assert gone.wait(10), "to submit wakes the engine"
    finally:
        meta.studio.engine.stop()


def test_the_engine_ends_while_an_answer_is_awaited(meta: AtMeta) -> None:
    asked = threading.Event()
    slow = threading.Event()

    def never(request: httpx.Request) -> httpx.Response | None:
        if request.method == "POST" and request.url.path.endswith("/message_templates"):
            asked.set()
            slow.wait(0.3)
        return None

    meta.before = never
    meta.studio.engine.start(receiving=False)
    meta.studio.writing.submit(meta.write().id)
    assert asked.wait(10)
    meta.studio.engine.stop()
    meta.before = lambda request: None
    assert meta.studio.writing.submit_now() == []
    assert len(meta.at_meta("lente_actie")) == 1


class _Errand:
    """Due at a moment; fails as often as it is told."""

    def __init__(self, clock: SettableClock, fails: int = 0) -> None:
        self.clock, self.fails, self.done = clock, fails, 0
        self.at: datetime | None = clock.now()
        self.did = asyncio.Event()
        self.loop = asyncio.get_running_loop()

    def due(self) -> datetime | None:
        return self.at

    def do(self, progress: Progress) -> None:
        self.done += 1
        if self.done <= self.fails:
            raise WorldError("no-network")
        self.at = self.clock.now() + timedelta(hours=1)
        self.loop.call_soon_threadsafe(self.did.set)


def test_an_errand_is_done_when_due_and_once_more_when_woken(clock: SettableClock) -> None:
    closed: list[bool] = []

    async def play() -> tuple[int, int]:
        good, bad = _Errand(clock), _Errand(clock, fails=99)
        errands = Errands([bad, good], clock, lambda: closed.append(True))
        stop = asyncio.Event()
        running = asyncio.create_task(errands.run(stop))
        await asyncio.wait_for(good.did.wait(), 5)
        good.did.clear()
        clock.forward(hours=2)
        errands.wake()
        await asyncio.wait_for(good.did.wait(), 5)
        good.did.clear()
        clock.forward(hours=2)
        errands.on_changes(Changes(contacts=True))
        errands.on_changes(Changes(connection=True))
        await asyncio.wait_for(good.did.wait(), 5)
        stop.set()
        await asyncio.wait_for(running, 5)
        errands.wake()
        return good.done, bad.done

    assert asyncio.run(play()) == (3, 2), "what failed waits, unless there is another connection"
    assert closed == [True]
