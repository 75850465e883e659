"""Decides the order of events in sending: claim, wait for a turn, send, settle, and when to hold back."""

from __future__ import annotations

import asyncio
import logging
import math
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from datetime import datetime
from typing import Protocol, TypeVar

from whatsapp_studio.base.clock import Clock, seconds_until, speed_of
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.delivery.message import Message
from whatsapp_studio.delivery.outcome import NotTaken, Outcome, Refused, Unsure
from whatsapp_studio.delivery.pace import Pace

log = logging.getLogger(__name__)
T = TypeVar("T")

_CLAIM_AHEAD = 0.15
_SETTLE_AFTER = 0.05
_FINISH_EVERY = 1.0
# A laptop that slept must not oversleep: the queue is looked at after so many seconds at the latest.
LONGEST_SLEEP = 60.0
_LONGEST_HOLD = 30.0
_MOST_UNCLEAR = 5
# Codes that say our request is wrong. Tried again once after the person resumed; then that recipient fails.
_OUR_FAULT = frozenset({100, 192, 131008, 131009, 131051, 132008, 135000})


class Outbox(Protocol):
    """What the sender needs of storage; every call is one transaction."""

    def start_due(self, now: datetime) -> list[str]: ...
    def next_due(self, now: datetime) -> datetime | None: ...
    def claim(self, limit: int, now: datetime) -> tuple[list[Message], set[str]]: ...
    def settle(self, endings: Sequence[tuple[Message, Outcome, datetime]]) -> set[str]: ...
    def release(self, messages: Sequence[Message]) -> set[str]: ...
    def finish(self, now: datetime) -> list[str]: ...


class Gateway(Protocol):
    """Puts one message on the wire and says how that ended."""

    async def send(self, message: Message) -> Outcome: ...


class Brakes(Protocol):
    """Who stops what when Meta refuses more than one recipient. Called on the database thread."""

    def paused(self) -> str: ...
    def pause_all(self, reason: str) -> None: ...
    def pause_campaign(self, campaign: str, reason: str) -> None: ...


class Sender:
    """Sends what is due until it is told to stop; one per workspace.

    ``database`` runs every storage call on one thread of its own; ``target`` is asked there for the
    rate wanted now. :meth:`run` lives in an asyncio loop;
    :meth:`wake` may be called from any thread after something was queued, paused or resumed.
    """

    def __init__(
        self, outbox: Outbox, gateway: Gateway, brakes: Brakes, pace: Pace, clock: Clock, database: Executor,
        tell: Tell, *, target: Callable[[], float], in_flight: int = 40,
    ) -> None:  # fmt: skip
        self._outbox, self._gateway, self._brakes = outbox, gateway, brakes
        self._pace, self._clock, self._database, self._tell = pace, clock, database, tell
        self._target = target
        self._in_flight = in_flight
        # What Meta counts in seconds are those of the clock.
        self._speed = speed_of(clock)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._woken = asyncio.Event()
        self._ended = asyncio.Event()
        self._endings: list[tuple[Message, Outcome, datetime]] = []
        self._flying: set[asyncio.Task[None]] = set()
        self._error: BaseException | None = None
        self._sent_at: deque[float] = deque(maxlen=5000)
        self._hold_until = 0.0
        self._finish_from = 0.0
        self._failures = 0
        self._unclear = 0
        self.offline = False
        self.crowded = False

    def wake(self) -> None:
        """Look again at once. Safe from any thread, and before and after the run."""
        if self._loop is not None:
            with suppress(RuntimeError):  # the run is over, perhaps this very moment
                self._loop.call_soon_threadsafe(self._woken.set)

    def rate(self, over: float = 5.0) -> float:
        """Messages a second that got an answer, over the last seconds."""
        if self._loop is None or not self._sent_at:
            return 0.0
        now = self._loop.time() * self._speed
        recent = sum(1 for at in tuple(self._sent_at) if now - at <= over)
        return recent / over

    async def run(self, stop: asyncio.Event) -> None:
        """Send until ``stop`` is set; then give back what has not left and wait for what has.

        When endings cannot be written down nothing more leaves, and the error is raised.
        """
        self._loop = asyncio.get_running_loop()
        settling = asyncio.create_task(self._settle_forever())
        settling.add_done_callback(self._landed)
        try:
            while not stop.is_set() and self._error is None:
                await self._round(stop)
        finally:
            await self._land(settling)
        if self._error is not None:
            raise self._error

    async def _round(self, stop: asyncio.Event) -> None:
        now = self._clock.now()
        self._pace.aim(await self._db(self._target))
        hold = self._hold_until - self._time()
        if await self._db(self._brakes.paused) or hold > 0:
            await self._wait(stop, hold / self._speed if hold > 0 else None)
            return
        # While nothing may leave nothing starts: what is late by then goes by its late rule.
        if started := await self._db(self._outbox.start_due, now):
            self._tell(Changes(campaigns=frozenset(started), notices=True))
        if self._time() >= self._finish_from:
            # Not only when nothing is left: a short campaign is over while a long one goes on.
            await self._finish(now)
        wanted = 1 if self.offline else max(1, math.ceil(self._pace.rate * _CLAIM_AHEAD * self._speed))
        free = self._in_flight - len(self._flying)
        self.crowded = free < wanted
        if not free:
            # Claimed without a free line, a message would leave after a pause that came meanwhile.
            await self._wait(stop, None)
            return
        messages, touched = await self._db(self._outbox.claim, min(wanted, free), now)
        if touched:
            self._tell(Changes(campaigns=frozenset(touched), sending=True))
        if messages:
            await self._send_all(messages, stop)
            return
        if self._flying or self._endings:
            await self._wait(stop, 0.2)
            return
        await self._finish(now)
        due = await self._db(self._outbox.next_due, now)
        await self._wait(stop, None if due is None else max(0.02, seconds_until(self._clock, due)))

    async def _finish(self, now: datetime) -> None:
        self._finish_from = self._time() + _FINISH_EVERY * self._speed
        if finished := await self._db(self._outbox.finish, now):
            self._tell(Changes(campaigns=frozenset(finished), sending=True))

    async def _send_all(self, messages: Sequence[Message], stop: asyncio.Event) -> None:
        for place, message in enumerate(messages):
            if wait := self._pace.pair_wait(message.to, self._time()):
                self._end(message, NotTaken("pair", wait, "recipient"))
                continue
            held = self._hold_until > self._time()
            if held or stop.is_set() or await self._stopped_within(stop, self._pace.wait_for_turn(self._time())):
                self._changed(await self._db(self._outbox.release, messages[place:]))
                return
            self._pace.spoke(message.to, self._time())
            task = asyncio.create_task(self._send_one(message))
            self._flying.add(task)
            task.add_done_callback(self._landed)

    async def _send_one(self, message: Message) -> None:
        outcome: Outcome = Unsure("interrupted")
        try:
            outcome = await self._gateway.send(message)
            if isinstance(outcome, Unsure):
                await self._doubt()
            else:
                outcome = await self._weigh(message, outcome)
        except Exception:
            log.exception("sending raised")
            if isinstance(outcome, Unsure):
                outcome = Unsure("error")
            await self._db(self._brakes.pause_all, "internal-error")
        finally:
            self._end(message, outcome)

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._flying.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._error = self._error or error
        if self.crowded or self._error is not None:
            self._woken.set()

    async def _weigh(self, message: Message, outcome: Outcome) -> Outcome:
        """Draw the consequences of an ending for everybody else; returns what it means for this row."""
        answered = not (isinstance(outcome, NotTaken) and outcome.code == 0)
        if answered:
            self._unclear = 0
            self._sent_at.append(self._time())
            if self.offline or self._failures:
                self.offline, self._failures, self._hold_until = False, 0, 0.0
                self._tell(Changes(sending=True))
        match outcome:
            case NotTaken(code=0, reach="all"):
                self._hold_back()
            case NotTaken(slow_down=True):
                self._pace.slow_down(self._time())
            case NotTaken() if outcome.counts:
                if message.attempts >= message.tries:
                    return Refused(outcome.code, outcome.why)
                return NotTaken(outcome.why, outcome.wait * 2 ** (message.attempts - 1), code=outcome.code)
            case Refused(code, details, "campaign") if code in _OUR_FAULT and message.attempts > 1:
                return Refused(code, details, "recipient", outcome.trace, outcome.subcode)
            case Refused(code, _, "campaign"):
                await self._db(self._brakes.pause_campaign, message.campaign, f"meta-{code}")
            case Refused(code, details, "all"):
                await self._db(self._brakes.pause_all, f"meta-{code}" if code else details)
            case _:
                pass
        return outcome

    async def _doubt(self) -> None:
        """A run of unclear endings is no bad luck: a proxy or a wrong address would swallow the whole campaign."""
        self._unclear += 1
        if self._unclear >= _MOST_UNCLEAR:
            self._unclear = 0
            await self._db(self._brakes.pause_all, "answers-unclear")

    def _hold_back(self) -> None:
        """The network is gone: one careful try after another, further and further apart."""
        self._failures += 1
        was = self.offline
        self.offline = True
        self._hold_until = self._time() + min(_LONGEST_HOLD, 0.5 * 2 ** min(self._failures, 8))
        if not was:
            self._tell(Changes(sending=True))

    def _end(self, message: Message, outcome: Outcome) -> None:
        self._endings.append((message, outcome, self._clock.now()))
        self._ended.set()

    async def _settle_forever(self) -> None:
        while True:
            await self._ended.wait()
            await asyncio.sleep(_SETTLE_AFTER)
            await self._settle()

    async def _settle(self) -> None:
        self._ended.clear()
        endings, self._endings = self._endings, []
        if endings:
            try:
                changed = await self._db(self._outbox.settle, endings)
            except BaseException:
                # Not lost: the landing tries again, and to settle an ending twice changes nothing.
                self._endings = endings + self._endings
                raise
            self._changed(changed)
            self._woken.set()

    async def _land(self, settling: asyncio.Task[None]) -> None:
        if self._flying:
            _, late = await asyncio.wait(self._flying, timeout=15)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        settling.cancel()
        await asyncio.gather(settling, return_exceptions=True)
        await self._settle()

    def _changed(self, campaigns: set[str]) -> None:
        if campaigns:
            self._tell(Changes(campaigns=frozenset(campaigns), sending=True))

    async def _wait(self, stop: asyncio.Event, seconds: float | None) -> None:
        """Until woken, told to stop, or the time is over."""
        waiting = [asyncio.ensure_future(self._woken.wait()), asyncio.ensure_future(stop.wait())]
        longest = LONGEST_SLEEP if seconds is None else min(LONGEST_SLEEP, seconds)
        await asyncio.wait(waiting, timeout=longest, return_when=asyncio.FIRST_COMPLETED)
        for one in waiting:
            one.cancel()
        self._woken.clear()

    async def _stopped_within(self, stop: asyncio.Event, seconds: float) -> bool:
        seconds /= self._speed
        if seconds < 0.002:
            await asyncio.sleep(0)
            return stop.is_set()
        try:
            await asyncio.wait_for(stop.wait(), seconds)
        except TimeoutError:
            return False
        return True

    async def _db(self, call: Callable[..., T], *args: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._database, call, *args)

    def _time(self) -> float:
        return asyncio.get_running_loop().time() * self._speed
