"""Decides when the next message may leave: arithmetic only, with the time handed in."""

from __future__ import annotations

from collections import OrderedDict

# Meta lets one person be sent a message every 6 seconds (throughput page, pair rate).
PAIR_GAP = 6.0
_PEOPLE = 20_000
_FLOOR = 1.0
# How far a late wake-up may be made up for. Meta counts within a second, so this much of the allowed rate is
# kept free (see MARGIN) and a window of one second never holds more than the limit.
_CATCH_UP = 0.03
MARGIN = 1 - _CATCH_UP


def below(wanted: float, most: float) -> float:
    """The rate to aim at: what is wanted, and never so near to Meta's limit that a late message crosses it."""
    return min(wanted, most * MARGIN)


class Pace:
    """Even spacing for a number, a gap for each person, and a fall in speed when Meta asks for one.

    Times are seconds of any clock that only goes forward. After a slow-down the rate falls by a quarter, at most once
    a second, and grows back by a tenth of the target every second without another.
    """

    def __init__(self, per_second: float, pair_gap: float = PAIR_GAP) -> None:
        self.target = float(per_second)
        self.rate = float(per_second)
        self.pair_gap = pair_gap
        self._next = 0.0
        self._spoken: OrderedDict[str, float] = OrderedDict()
        self._slowed = -1e9
        self._grown = -1e9

    def aim(self, per_second: float) -> None:
        """Set the rate that is wanted from now on."""
        if per_second != self.target:
            self.target = float(per_second)
            self.rate = self.target

    def wait_for_turn(self, now: float) -> float:
        """Seconds until the next turn; books it. A pause is not made up for by a burst."""
        self._grow(now)
        at = max(now - _CATCH_UP, self._next)
        self._next = at + 1 / self.rate
        return max(0.0, at - now)

    def pair_wait(self, to: str, now: float) -> float:
        """Seconds until this person may be spoken to again; books nothing."""
        return max(0.0, self._spoken.get(to, -1e9) + self.pair_gap - now)

    def spoke(self, to: str, now: float) -> None:
        """Remember that a message went to this person."""
        self._spoken[to] = now
        self._spoken.move_to_end(to)
        while len(self._spoken) > _PEOPLE:
            self._spoken.popitem(last=False)

    def slow_down(self, now: float) -> None:
        """Meta said it is too fast."""
        if now - self._slowed >= 1.0:
            self.rate = max(min(_FLOOR, self.target), self.rate * 0.75)
            self._slowed = self._grown = now

    @property
    def slowed(self) -> bool:
        """Whether the rate is below what is wanted because Meta asked for it."""
        return self.rate < self.target

    def _grow(self, now: float) -> None:
        if self.slowed and now - self._grown >= 1.0:
            steps = int(now - self._grown)
            self.rate = min(self.target, self.rate + steps * self.target / 10)
            self._grown += steps
