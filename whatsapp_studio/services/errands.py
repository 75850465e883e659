"""Decides when the engine runs errands: what is due now and then, such as handing in templates, or starting turns."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from typing import Protocol, TypeVar

from whatsapp_studio.base.clock import Clock, speed_of
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.progress import Cancelled, Progress

log = logging.getLogger(__name__)
T = TypeVar("T")
# Seconds: what is due is looked at again after this long even where nobody woke us; after an errand that failed it
# waits, twice as long each time.
_LOOK_EVERY, _FIRST_WAIT, _LONGEST_WAIT = 60.0, 30.0, 1800.0


class Errand(Protocol):
    """Something to do now and then. Both calls block, and come from one thread of their own."""

    def due(self) -> datetime | None:
        """When there is something to do next; None where only a change can bring it."""

    def do(self, progress: Progress) -> None:
        """Do what is due; raises ``StudioError`` where Meta cannot be spoken to."""


class _UntilStop(Progress):
    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop

    def report(self, done: int, total: int | None = None) -> None:
        pass

    def cancelled(self) -> bool:
        return self._stop.is_set()


class Errands:
    """Runs errands one after the other, each when it is due."""

    def __init__(
        self, errands: Sequence[Errand], clock: Clock, done: Callable[[], None], name: str = "templates"
    ) -> None:
        self._errands, self._clock, self._done, self._name = tuple(errands), clock, done, name
        self._loop: asyncio.AbstractEventLoop | None = None
        self._woken = asyncio.Event()
        # How often each errand failed in a row, and until when (of time.monotonic) it waits.
        self._failed: dict[Errand, tuple[int, float]] = {}

    def wake(self) -> None:
        """Look at once at what is due. Safe from any thread, and before and after the run."""
        if self._loop is not None:
            with suppress(RuntimeError):  # the run is over, perhaps this very moment
                self._loop.call_soon_threadsafe(self._woken.set)

    def on_changes(self, changes: Changes) -> None:
        """A draft was queued, a template is in review, or there is a connection now."""
        if changes.connection:
            self._failed.clear()
        if changes.templates or changes.connection:
            self.wake()

    async def run(self, stop: asyncio.Event) -> None:
        """Work until ``stop`` is set; what is on its way then is looked up at the next start."""
        self._loop = asyncio.get_running_loop()
        ended = threading.Event()
        progress = _UntilStop(ended)
        ending = asyncio.create_task(_passed_on(stop, ended))
        with ThreadPoolExecutor(1, self._name) as thread:
            try:
                while not stop.is_set():
                    self._woken.clear()
                    wait = await self._loop.run_in_executor(thread, self._round, progress)
                    await self._rest(stop, wait)
            finally:
                ending.cancel()
                self._loop = None
                await asyncio.get_running_loop().run_in_executor(thread, self._done)

    def _round(self, progress: Progress) -> float:
        """Do what is due; returns for how many seconds nothing more is."""
        wait = _LOOK_EVERY
        for errand in self._errands:
            if progress.cancelled():
                break
            wait = min(wait, self._one(errand, progress))
        return wait

    def _one(self, errand: Errand, progress: Progress) -> float:
        due = errand.due()
        if due is not None and due <= self._clock.now():
            failures, until = self._failed.get(errand, (0, 0.0))
            if (left := until - time.monotonic()) > 0:
                return left
            try:
                errand.do(progress)
            except Cancelled:
                return 0.0
            except StudioError as error:
                wait = min(_FIRST_WAIT * 2.0 ** min(failures, 10), _LONGEST_WAIT)
                log.info("an errand of %s waits for %d s: %s", self._name, wait, error.code)
                self._failed[errand] = failures + 1, time.monotonic() + wait
                return wait
            self._failed.pop(errand, None)
            due = errand.due()
        if due is None:
            return _LOOK_EVERY
        left = (due - self._clock.now()).total_seconds() / speed_of(self._clock)
        # What is due still, or again at once, could not be done.
        return left if left > 0 else _FIRST_WAIT

    async def _rest(self, stop: asyncio.Event, seconds: float) -> None:
        waits = [asyncio.ensure_future(one.wait()) for one in (self._woken, stop)]
        try:
            await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in waits:
                one.cancel()


async def _passed_on(stop: asyncio.Event, ended: threading.Event) -> None:
    await stop.wait()
    ended.set()
