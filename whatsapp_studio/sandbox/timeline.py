"""Decides when what is planned comes to pass: a heap of moments, driven by the running loop or by hand."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections.abc import Callable

from whatsapp_studio.sandbox.world import Now

Deed = Callable[[], None]
GRAIN = 0.02


class Timeline:
    """Deeds at their moments. With ``by_hand`` nothing happens until :meth:`run_due` is called.

    ``pace`` is how many seconds ``now`` goes on in one of the loop's.
    """

    def __init__(self, now: Now, by_hand: bool = False, pace: float = 1.0) -> None:
        self._now = now
        self._pace = pace
        self._by_hand = by_hand
        self._heap: list[tuple[float, int, Deed]] = []
        self._order = itertools.count()
        self._timer: asyncio.TimerHandle | None = None
        self._due = 0.0
        self._loop: asyncio.AbstractEventLoop | None = None

    def __len__(self) -> int:
        return len(self._heap)

    def at(self, moment: float, deed: Deed) -> None:
        """Let ``deed`` happen at ``moment``."""
        heapq.heappush(self._heap, (moment, next(self._order), deed))
        if not self._by_hand:
            self.arm()

    def arm(self) -> None:
        """Make sure the running loop will look here when the next moment has come."""
        loop = asyncio.get_running_loop()
        if self._loop is not loop:
            self._loop, self._timer = loop, None
        if not self._heap:
            return
        now = self._now()
        # Never sooner than GRAIN from now, and never later than a look that is set already: else a stream of
        # new moments would push the look ahead of itself for ever.
        due = max(self._heap[0][0], now + GRAIN * self._pace)
        if self._timer is not None:
            if due >= self._due:
                return
            self._timer.cancel()
        self._due = due
        self._timer = loop.call_later((due - now) / self._pace, self._tick)

    def _tick(self) -> None:
        self._timer = None
        self.run_due()
        self.arm()

    def run_due(self) -> int:
        """Do what is due now; how many deeds that were."""
        heap, moment, done = self._heap, self._now(), 0
        while heap and heap[0][0] <= moment:
            heapq.heappop(heap)[2]()
            done += 1
        return done

    def clear(self) -> None:
        """Forget everything planned."""
        self._heap.clear()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
