"""Decides where "now" comes from, so that rules can be run at any time."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Protocol

from whatsapp_studio.base.errors import UserError

# The environment variable for a clock of one's own: START@SPEED, or START@SPEED@SECONDS-SINCE-1970 of its start.
CLOCK = "WHATSAPP_STUDIO_CLOCK"


class Clock(Protocol):
    """Tells the time as an aware UTC datetime."""

    def now(self) -> datetime: ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class FastClock:
    """A clock that shows ``start`` when it is made, and then runs ``factor`` times as fast as time passes.

    With ``began``, in seconds since 1970, it is a clock that showed ``start`` then: so several programs have the same.
    """

    def __init__(self, start: datetime, factor: float, began: float | None = None) -> None:
        if start.tzinfo is None or not factor > 0:
            raise ValueError("a clock needs a moment with a time zone, and runs forward")
        self.factor = factor
        self._start, self._began = start.astimezone(UTC), time.monotonic()
        if began is not None:
            self._began -= time.time() - began

    def now(self) -> datetime:
        return self._start + timedelta(seconds=(time.monotonic() - self._began) * self.factor)


def given_clock(environment: Mapping[str, str] = os.environ) -> Clock:
    """The clock that :data:`CLOCK` asks for; the machine's own where it asks for none.

    Raises ``UserError("clock-unreadable")``.
    """
    given = environment.get(CLOCK, "")
    if not given:
        return SystemClock()
    start, _, rest = given.partition("@")
    factor, _, began = rest.partition("@")
    try:
        return FastClock(datetime.fromisoformat(start), float(factor), float(began) if began else None)
    except ValueError as error:
        raise UserError("clock-unreadable", given=given) from error


def speed_of(clock: Clock) -> float:
    """How many seconds a clock goes on in one of the machine's."""
    return clock.factor if isinstance(clock, FastClock) else 1.0


def seconds_until(clock: Clock, moment: datetime) -> float:
    """How many seconds of the machine's time pass until a clock shows ``moment``; 0 where it has done so already."""
    return max(0.0, (moment - clock.now()).total_seconds() / speed_of(clock))


def iso(moment: datetime) -> str:
    """An aware datetime as sortable UTC text with milliseconds, as every table keeps it."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be stored")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def from_iso(text: str) -> datetime:
    """The aware UTC datetime that :func:`iso` wrote."""
    return datetime.fromisoformat(text).astimezone(UTC)
