"""Decides how news travels: batched, signed, in order per subscriber, and tried again with growing gaps."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections import deque
from collections.abc import Awaitable, Callable
from typing import NamedTuple

import httpx

from whatsapp_studio.sandbox.truth import Truth
from whatsapp_studio.sandbox.world import World

Post = Callable[[str, bytes, dict[str, str]], Awaitable[int]]
GATHER = 0.05
MOST_PER_POST = 200
MOST_WAITING_BYTES = 64_000_000
FIRST_GAP, LAST_GAP = 2.0, 3600.0


class Update(NamedTuple):
    """One piece of news. A status is gathered with others of its number into one change; the rest stand alone.

    ``contact`` is the person a status is about; it stands at the same place of the change's ``contacts``.
    ``time`` is set for changes of the account itself.
    """

    status_of: str
    body: bytes
    contact: bytes = b""
    time: int = 0


def gap(failures: int, speed: float) -> float:
    """How long to wait before the next try after so many failures in a row."""
    wanted = min(FIRST_GAP * 2.0 ** min(failures - 1, 20), LAST_GAP) if failures else 0.0
    return max(wanted / speed, GATHER)


def _size(update: Update) -> int:
    return len(update.body) + len(update.contact)


class Subscriber:
    """One callback address with what waits for it."""

    def __init__(self, url: str, world: World, truth: Truth, post: Post | None = None, by_hand: bool = False) -> None:
        self.url = url
        self._by_hand = by_hand
        self._world = world
        self._truth = truth
        self._post = post
        self._waiting: deque[Update] = deque()
        self._bytes = 0
        self._again: bytes | None = None
        self._again_size = 0
        self._failures = 0
        self._task: asyncio.Task[None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def waiting(self) -> int:
        """How many updates have not been taken by the address yet."""
        return len(self._waiting) + self._again_size

    def move(self, url: str) -> None:
        """Post to ``url`` instead; what waits goes there at once, however often it failed before."""
        self.url = url
        self._failures = 0
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self.waiting:
            self._wake(GATHER)

    def offer(self, update: Update) -> None:
        """Queue an update; the oldest is dropped, and counted, when too much waits."""
        self._waiting.append(update)
        self._bytes += _size(update)
        while self._bytes > MOST_WAITING_BYTES:
            self._bytes -= _size(self._waiting.popleft())
            self._truth.webhook_dropped += 1
        self._wake(GATHER)

    def _wake(self, after: float) -> None:
        if self._by_hand:
            return
        loop = asyncio.get_running_loop()
        if loop is not self._loop:
            self._loop, self._timer, self._task = loop, None, None
        if self._timer is None and self._task is None:
            self._timer = loop.call_later(after, self._start)

    def _start(self) -> None:
        self._timer = None
        self._task = asyncio.get_running_loop().create_task(self.deliver())
        self._task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._task = None
        if self._waiting or self._again:
            self._wake(gap(self._failures, self._world.settings.speed))

    async def deliver(self) -> None:
        """Post what waits, batch after batch, until all is taken or one is refused."""
        if self._post is not None:
            await self._deliver(self._post)
            return
        # Proxies of the environment have no business with a callback on this machine; checking certificates
        # costs 30 ms at each start and says nothing where there is no TLS.
        secure = self.url.startswith("https:")
        async with httpx.AsyncClient(timeout=10.0, trust_env=False, verify=secure) as client:

            async def post(url: str, body: bytes, headers: dict[str, str]) -> int:
                try:
                    return (await client.post(url, content=body, headers=headers)).status_code
                except httpx.HTTPError:
                    return 0

            await self._deliver(post)

    async def _deliver(self, post: Post) -> None:
        while self._again or self._waiting:
            if self._again is None:
                self._again, self._again_size = self._batch()
            signature = hmac.new(self._world.app_secret.encode(), self._again, hashlib.sha256).hexdigest()
            headers = {
                "Content-Type": "application/json",
                "X-Hub-Signature-256": f"sha256={signature}",
                "User-Agent": "facebookexternalua",
            }
            status = await post(self.url, self._again, headers)
            self._truth.webhook_posts += 1
            if not 200 <= status < 300:
                self._failures += 1
                return
            self._truth.webhook_updates += self._again_size
            self._again, self._again_size, self._failures = None, 0, 0

    def _batch(self) -> tuple[bytes, int]:
        """The next body: statuses that follow each other share a change, everything else has its own.

        Changes about the account stand in an entry of their own that says when, as the original's do.
        """
        entries: list[bytes] = []
        changes: list[bytes] = []
        statuses: list[Update] = []
        count, number, time = 0, "", 0

        def end_change() -> None:
            if statuses:
                changes.append(self._statuses(number, statuses))
                statuses.clear()

        def end_entry() -> None:
            end_change()
            if changes:
                said = b',"time":%d' % time if time else b""
                entries.append(
                    b'{"id":"%s"%s,"changes":[%s]}' % (self._world.waba_id.encode(), said, b",".join(changes))
                )
                changes.clear()

        while self._waiting and count < MOST_PER_POST:
            update = self._waiting.popleft()
            self._bytes -= _size(update)
            count += 1
            if update.time != time:
                end_entry()
                time = update.time
            if update.status_of != number:
                end_change()
                number = update.status_of
            if number:
                statuses.append(update)
            else:
                changes.append(update.body)
        end_entry()
        return b'{"object":"whatsapp_business_account","entry":[%s]}' % b",".join(entries), count

    def _statuses(self, number: str, statuses: list[Update]) -> bytes:
        facts = self._world.numbers[number]
        return (
            b'{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"%s","phone_number_id":"%s"},'
            b'"contacts":[%s],"statuses":[%s]},"field":"messages"}'
            % (
                facts.digits.encode(),
                number.encode(),
                b",".join(update.contact for update in statuses),
                b",".join(update.body for update in statuses),
            )
        )

    def close(self) -> None:
        """Forget what waits and stop trying; it may be used again."""
        self._waiting.clear()
        self._bytes = self._again_size = self._failures = 0
        self._again = None
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._task is not None:
            self._task.cancel()
