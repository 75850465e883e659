"""Decides when a business number, or a pair of numbers, has sent too much: only arithmetic, time is handed in."""

from __future__ import annotations

from collections import deque

PAIR_SECONDS = 6.0
PAIR_BURST = 45


class Throughput:
    """At most ``per_second`` messages in any second; 0 lifts the limit."""

    def __init__(self, per_second: int) -> None:
        self.per_second = per_second
        self._taken: deque[float] = deque()

    def take(self, now: float) -> bool:
        """Count one message at ``now``; False when it is one too many."""
        if not self.per_second:
            return True
        taken = self._taken
        while taken and taken[0] <= now - 1.0:
            taken.popleft()
        if len(taken) >= self.per_second:
            return False
        taken.append(now)
        return True


class Pairs:
    """One message in six seconds to the same person; up to 45 may go within six seconds, borrowed from what follows."""

    def __init__(self) -> None:
        self._pairs: dict[str, tuple[float, int, float]] = {}

    def take(self, pair: str, now: float) -> bool:
        """Count one message of ``pair`` at ``now``; False when its debt is not paid back yet."""
        known = self._pairs.get(pair)
        if known is None or now >= known[2]:
            if len(self._pairs) >= 100_000:
                self._pairs = {key: value for key, value in self._pairs.items() if value[2] > now}
            self._pairs[pair] = (now, 1, now + PAIR_SECONDS)
            return True
        began, count, free_at = known
        if now >= began + PAIR_SECONDS or count >= PAIR_BURST:
            return False
        self._pairs[pair] = (began, count + 1, free_at + PAIR_SECONDS)
        return True

    def clear(self) -> None:
        """Forget every debt."""
        self._pairs.clear()
