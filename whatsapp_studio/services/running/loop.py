"""Decides when the journeys that run are looked at: at once when there is news, else when something is due."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from datetime import datetime
from typing import Protocol, TypeVar

from whatsapp_studio.base.clock import Clock, seconds_until
from whatsapp_studio.base.events import Changes, Tell

T = TypeVar("T")
# A computer that slept, or whose clock was set, is noticed after so many seconds; so is news of another program.
LONGEST_SLEEP = 5.0
# Faces are told at most this often.
TELL_EVERY = 0.1


class Part(Protocol):
    """Something that has work to do now and then; called on the one thread of journeys."""

    def step(self, now: datetime) -> bool:
        """Do one piece of work, in one transaction; returns whether there is more to do at once."""

    def next_due(self, now: datetime) -> datetime | None:
        """When there is something to do; None where only news can bring it."""


class Seldom:
    """Passes changes on, merged, at most every :data:`TELL_EVERY` seconds. May be called from any thread."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._lock = threading.Lock()
        self._waiting = Changes()
        self._last = -TELL_EVERY

    def __call__(self, changes: Changes) -> None:
        with self._lock:
            self._waiting |= changes
        self.left()

    def left(self, *, at_once: bool = False) -> float | None:
        """Tell what waits if it is time; returns for how many seconds it must wait still, None where nothing does."""
        with self._lock:
            if not self._waiting:
                return None
            now = time.monotonic()
            rest = self._last + TELL_EVERY - now
            if rest > 0 and not at_once:
                return rest
            said, self._waiting, self._last = self._waiting, Changes(), now
        self._tell(said)
        return None


class Loop:
    """Gives each part its turn until it is told to stop. :meth:`wake` may be called from any thread."""

    def __init__(self, parts: Sequence[Part], clock: Clock, database: Executor, seldom: Seldom) -> None:
        self._parts, self._clock, self._database, self._seldom = tuple(parts), clock, database, seldom
        self._loop: asyncio.AbstractEventLoop | None = None
        self._woken = asyncio.Event()
        # Whether every part said that it has nothing to do now, and when one has next; None where only news brings it.
        self.rests: tuple[bool, datetime | None] = (False, None)

    def wake(self) -> None:
        """Look again at once. Safe from any thread, and before and after the run."""
        if self._loop is not None:
            with suppress(RuntimeError):  # the run is over, perhaps this very moment
                self._loop.call_soon_threadsafe(self._woken.set)

    async def run(self, stop: asyncio.Event) -> None:
        """Work until ``stop`` is set; what is being done is done to its end."""
        self._loop = asyncio.get_running_loop()
        try:
            while not stop.is_set():
                self._woken.clear()
                self.rests = (False, None)
                if not await self._round(stop):
                    await self._rest(stop)
        finally:
            self._seldom.left(at_once=True)

    async def _round(self, stop: asyncio.Event) -> bool:
        """A turn for each part; whether one of them has more to do."""
        more = False
        for part in self._parts:
            if stop.is_set():
                return False
            more |= await self._on_thread(part.step, self._clock.now())
        return more

    async def _rest(self, stop: asyncio.Event) -> None:
        """Until something is due, or heard, or it has been long enough; what changed is told meanwhile."""
        now = self._clock.now()
        dues = [await self._on_thread(part.next_due, now) for part in self._parts]
        first = min((due for due in dues if due is not None), default=None)
        self.rests = (True, first)
        until = self._time() + (
            LONGEST_SLEEP if first is None else min(LONGEST_SLEEP, seconds_until(self._clock, first))
        )
        waits = [asyncio.ensure_future(one.wait()) for one in (self._woken, stop)]
        try:
            done = False
            while not done and (left := until - self._time()) > 0:
                telling = self._seldom.left()
                timeout = left if telling is None else min(left, telling)
                done = bool((await asyncio.wait(waits, timeout=timeout, return_when=asyncio.FIRST_COMPLETED))[0])
        finally:
            for one in waits:
                one.cancel()

    async def _on_thread(self, call: Callable[[datetime], T], now: datetime) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._database, call, now)

    def _time(self) -> float:
        return asyncio.get_running_loop().time()
