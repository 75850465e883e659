"""Decides where "now" comes from, so that rules can be run at any time."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time as an aware UTC datetime."""

    def now(self) -> datetime: ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class FastClock:
    """A clock that shows ``start`` when it is made, and then runs ``factor`` times as fast as time passes."""

    def __init__(self, start: datetime, factor: float) -> None:
        if start.tzinfo is None or factor <= 0:
            raise ValueError("a clock needs a moment with a time zone, and runs forward")
        self.factor = factor
        self._start, self._began = start.astimezone(UTC), time.monotonic()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=(time.monotonic() - self._began) * self.factor)


def seconds_until(clock: Clock, moment: datetime) -> float:
    """How many seconds of the machine's time pass until a clock shows ``moment``; 0 where it has done so already."""
    factor = clock.factor if isinstance(clock, FastClock) else 1.0
    return max(0.0, (moment - clock.now()).total_seconds() / factor)


def iso(moment: datetime) -> str:
    """An aware datetime as sortable UTC text with milliseconds, as every table keeps it."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be stored")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def from_iso(text: str) -> datetime:
    """The aware UTC datetime that :func:`iso` wrote."""
    return datetime.fromisoformat(text).astimezone(UTC)
