"""Decides how requests of journeys to other systems are made: at once, side by side, each once, and none for ever."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from contextlib import AsyncExitStack, suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from whatsapp_studio.base.clock import Clock, seconds_until
from whatsapp_studio.storage.effects import BEGIN, INTERRUPTED, TIMED_OUT, Answered, Call, EffectStore, Place
from whatsapp_studio.storage.runs import moment, ms

if TYPE_CHECKING:
    import httpx  # loading it takes a fifth of a second, so it is brought in when the first request is made

log = logging.getLogger(__name__)
T = TypeVar("T")
# So many requests are under way at a time, and so many of them to one host, so that one that hangs holds up no other.
AT_ONCE, TO_ONE = 64, 8
# Of an answer no more is read than this; of a refusal so many characters are told.
MOST_BYTES, _MOST_TOLD = 65_536, 300
_PAGE = 500
_LANDING = 5.0


class Caller:
    """Makes the requests of journeys until it is told to stop. :meth:`wake` may be called from any thread.

    ``database`` runs every storage call on one thread; ``heard`` is called once there is an answer for a run.
    """

    def __init__(
        self, effects: EffectStore, clock: Clock, database: Executor, heard: Callable[[], None],
        http: Callable[[], httpx.AsyncClient],
    ) -> None:  # fmt: skip
        self._effects, self._clock, self._database, self._heard = effects, clock, database, heard
        self._open = http
        self._http: httpx.AsyncClient | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._woken = asyncio.Event()
        self._flying: set[asyncio.Task[None]] = set()
        self._hosts: Counter[str] = Counter()

    def wake(self) -> None:
        """Look again at once. Safe from any thread, and before and after the run."""
        if self._loop is not None:
            with suppress(RuntimeError):  # the run is over, perhaps this very moment
                self._loop.call_soon_threadsafe(self._woken.set)

    async def run(self, stop: asyncio.Event) -> None:
        """Make requests until ``stop`` is set; then give those under way a moment, and leave the others in doubt."""
        self._loop = asyncio.get_running_loop()
        await self._db(self._effects.reconcile)
        async with AsyncExitStack() as closing:
            try:
                while not stop.is_set():
                    self._woken.clear()
                    await self._round(closing)
                    await self._wait(stop)
            finally:
                await self._land()

    async def _round(self, closing: AsyncExitStack) -> None:
        after: Place | None = BEGIN
        while after is not None and len(self._flying) < AT_ONCE:
            calls, after = await self._db(self._effects.waiting, _PAGE, ms(self._clock.now()), after)
            chosen = await self._db(self._effects.begin, self._chosen(calls))
            if chosen and self._http is None:
                self._http = await closing.enter_async_context(self._open())
            for call in chosen:
                self._hosts[_host(call)] += 1
                task = asyncio.create_task(self._make(call))
                self._flying.add(task)
                task.add_done_callback(self._landed)

    def _chosen(self, calls: list[Call]) -> list[Call]:
        """Those for which there is room, in order, and not too many to one host."""
        hosts = self._hosts.copy()
        chosen: list[Call] = []
        for call in calls:
            host = _host(call)
            if len(self._flying) + len(chosen) < AT_ONCE and hosts[host] < TO_ONE:
                hosts[host] += 1
                chosen.append(call)
        return chosen

    async def _make(self, call: Call) -> None:
        answered = Answered(INTERRUPTED)
        try:
            left = None if call.until is None else seconds_until(self._clock, moment(call.until))
            async with asyncio.timeout(left):
                assert self._http is not None
                answered = await request(self._http, call.details)
        except TimeoutError:
            answered = Answered(TIMED_OUT)
        finally:
            self._hosts[_host(call)] -= 1
            if await self._db(self._effects.settle, [(call, answered, ms(self._clock.now()))]):
                self._heard()

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._flying.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("a request of a journey could not be settled", exc_info=error)
        self._woken.set()

    async def _land(self) -> None:
        if self._flying:
            _, late = await asyncio.wait(self._flying, timeout=_LANDING)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _wait(self, stop: asyncio.Event) -> None:
        waiting = [asyncio.ensure_future(self._woken.wait()), asyncio.ensure_future(stop.wait())]
        try:
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in waiting:
                one.cancel()

    async def _db(self, call: Callable[..., T], *args: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._database, call, *args)


class Asked:
    """The turn of requests in the loop of journeys: whoever makes them is woken when one waits."""

    def __init__(self, effects: EffectStore, caller: Caller) -> None:
        self._effects, self._caller = effects, caller

    def step(self, now: datetime) -> bool:
        """Look whether a request waits."""
        if self._effects.ready():
            self._caller.wake()
        return False

    def next_due(self, now: datetime) -> datetime | None:
        """None: requests come of steps that were taken."""
        return None


async def request(http: httpx.AsyncClient, details: Mapping[str, Any]) -> Answered:
    """Make one request; what is no answer is a refusal that says why. How long it may take is the caller's to say."""
    import httpx

    method, body = str(details.get("method") or "POST"), str(details.get("body") or "")
    headers = {str(name): str(value) for name, value in dict(details.get("headers") or {}).items() if name}
    # What is packed small may be large beyond measure.
    headers.setdefault("accept-encoding", "identity")
    content = body.encode() if body and method != "GET" else None
    if content is not None and not any(name.casefold() == "content-type" for name in headers):
        headers["content-type"] = "application/json" if body.lstrip()[:1] in ("{", "[") else "text/plain; charset=utf-8"
    try:
        async with http.stream(
            method, str(details.get("url") or "").strip(), headers=headers, content=content, timeout=None
        ) as reply:
            text = await _text(reply)
            if reply.is_success:
                return Answered("answered", text)
            return Answered("refused", f"HTTP {reply.status_code} {text[:_MOST_TOLD]}".strip())
    except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError, ValueError) as error:
        return Answered("refused", f"{type(error).__name__}: {error}"[:_MOST_TOLD])


async def _text(reply: httpx.Response) -> str:
    read = b""
    async for part in reply.aiter_bytes():
        read += part
        if len(read) >= MOST_BYTES:
            break
    try:
        return read[:MOST_BYTES].decode(reply.charset_encoding or "utf-8", "replace")
    except LookupError:
        return read[:MOST_BYTES].decode("utf-8", "replace")


def _host(call: Call) -> str:
    try:
        return urlsplit(str(call.details.get("url") or "").strip()).netloc.casefold()
    except ValueError:
        return ""
