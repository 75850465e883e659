"""Decides when the next message may leave: arithmetic only, with the time handed in."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Literal

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

    ``speed`` is that of the clock: what the machine loses is more on a fast one, and is made up for as far as no second
    holds more than ``most``.
    """

    def __init__(
        self, per_second: float, pair_gap: float = PAIR_GAP, *, speed: float = 1.0, most: float = 80.0
    ) -> None:
        self._speed, self._most = speed, most
        self.target = float(per_second)
        self.rate = float(per_second)
        self.pair_gap = pair_gap
        self._next = 0.0
        self._spoken: OrderedDict[str, float] = OrderedDict()
        self._slowed = -1e9
        self._grown = -1e9

    def aim(self, per_second: float) -> None:
        """Set the rate that is wanted from now on; what Meta slowed down grows towards it as before."""
        if per_second != self.target:
            self.rate = min(self.rate, float(per_second)) if self.slowed else float(per_second)
            self.target = float(per_second)

    def wait_for_turn(self, now: float) -> float:
        """Seconds until the next turn; books it. A pause is not made up for by a burst."""
        self._grow(now)
        at = max(now - max(_CATCH_UP, min(_CATCH_UP * self._speed, self._most / self.rate - 1)), self._next)
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


class Shares:
    """How much of the number's pace each campaign may use: its own rate and no more, whatever the others do.

    Those without a rate of their own share the ``usual`` one. ``speed`` is that of the clock. What a campaign did not
    use is kept for half a second, so that a pause is not made up for. Alone, a campaign goes by the pace itself.
    """

    def __init__(self, usual: Callable[[], float], speed: float = 1.0) -> None:
        self._usual, self._keep = usual, 0.5 * speed
        self._rates: dict[str, float] = {}
        self._credit: dict[str, float] = {}
        self._group: dict[str, str] = {}
        self._at: datetime | None = None

    def among(self, rates: Mapping[str, int | None], now: datetime) -> None:
        """These campaigns have something to send at ``now``, with their own rates or none."""
        self._group = {one: one if rate else "" for one, rate in rates.items()}
        self._rates = {one: float(rate) for one, rate in rates.items() if rate}
        if "" in self._group.values():
            self._rates[""] = self._usual()
        passed = max(0.0, (now - self._at).total_seconds()) if self._at is not None else 0.0
        self._at = now
        self._credit = {
            one: min(self._credit.get(one, 1.0) + passed * rate, self._most(rate)) for one, rate in self._rates.items()
        }

    @property
    def wanted(self) -> float | None:
        """Messages a second of all of them together; None where nothing is to be sent."""
        return sum(self._rates.values()) or None

    def held_by(self, most: float) -> dict[str, Literal["you", "number"]]:
        """What keeps each campaign from going faster where the number allows ``most`` a second: its own rate, or that.

        Whoever wants less than an equal part has what it wants; the others share what is left.
        """
        held: dict[str, Literal["you", "number"]] = {}
        left, among = most, len(self._rates)
        for one, rate in sorted(self._rates.items(), key=lambda item: item[1]):
            held[one] = "you" if rate <= left / among else "number"
            left -= min(rate, left / among)
            among -= 1
        return {campaign: held[group] for campaign, group in self._group.items() if group in held}

    def left(self, campaign: str, most: int) -> int:
        """How many more messages of a campaign may leave now, ``most`` at most."""
        return min(most, int(self._credit[self._group[campaign]] + 1e-9)) if len(self._rates) > 1 else most

    def used(self, campaign: str, n: int) -> None:
        """So many left, or more where it needed no leave."""
        group = self._group.get(campaign)
        if group is not None:
            self._credit[group] = max(0.0, self._credit[group] - n)

    def next_at(self, now: datetime) -> datetime:
        """When one more message of any of them may leave."""
        if len(self._rates) < 2:
            return now
        waits = min(max(0.0, 1.0 - self._credit[one]) / rate for one, rate in self._rates.items())
        return now + timedelta(seconds=waits)

    def _most(self, rate: float) -> float:
        return 1.0 + rate * self._keep
