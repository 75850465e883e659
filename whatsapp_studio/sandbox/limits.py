"""Decides when a business number, or a pair of numbers, has sent too much: only arithmetic, time is handed in."""

from __future__ import annotations

from collections import OrderedDict, deque

PAIR_SECONDS = 6.0
PAIR_BURST = 45
# Different people who may be written to first within 24 hours; a tier that is not here has no limit.
TIERS = {"TIER_50": 50, "TIER_250": 250, "TIER_1K": 1000, "TIER_2K": 2000, "TIER_10K": 10_000, "TIER_100K": 100_000}
NO_LIMIT = "TIER_UNLIMITED"


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


class Opened:
    """Who was written to first, and when last: different people of a stretch of time that moves along."""

    def __init__(self) -> None:
        self._last: OrderedDict[str, float] = OrderedDict()

    def count(self, now: float, span: float) -> int:
        """How many within ``span`` seconds before ``now``."""
        while self._last and next(iter(self._last.values())) <= now - span:
            self._last.popitem(last=False)
        return len(self._last)

    def may(self, phone: str, now: float, span: float, most: int | None) -> bool:
        """Whether one more message to ``phone`` keeps within ``most`` people; None is no limit."""
        return most is None or self.count(now, span) < most or phone in self._last

    def add(self, phone: str, now: float) -> None:
        """A message to somebody was taken."""
        self._last[phone] = now
        self._last.move_to_end(phone)

    def clear(self) -> None:
        """Nobody was written to."""
        self._last.clear()
