"""Decides when a campaign will be through: by its pace, its days, what may leave when, and Meta's limit of people."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from whatsapp_studio.base.zones import moment_of
from whatsapp_studio.campaigns.limits import DAY, portion

# Why some may leave only later than the start.
Later = Literal["waves", "quiet", "zones", "start"]
LimitedBy = Literal["rate", "day", "tier", "waves", "quiet", "zones", "start"]
_DAY = DAY.total_seconds()
# Where there is a limit, so many parts of it are reckoned with: each comes free a day after its last person.
_PARTS = 50
_UTC = ZoneInfo("UTC")


class Bucket(NamedTuple):
    """``people`` who may be written to from ``at`` (aware) on, and not before because of ``why``.

    ``free`` of them cost nothing of Meta's limit: they were written to, or wrote, less than 24 hours before.
    """

    at: datetime
    people: int
    why: Later = "start"
    free: int = 0


class Finish(NamedTuple):
    """When the last message leaves (``at``, UTC), so many ``seconds`` after the first one could have.

    ``days`` are the messages of each day on the schedule's clock. ``used`` of ``limit`` people were written to first in
    the 24 hours before the start (``limit`` None: there is none, or it is not known), ``left`` more may be at once.
    ``full_at`` is when that limit is reached first, None where it is not. ``limited_by`` is what most of the time goes
    by: the rate, the most of a day, Meta's limit, or why people come later.
    """

    at: datetime
    seconds: float
    days: tuple[tuple[date, int], ...] = ()
    used: int = 0
    limit: int | None = None
    left: int | None = None
    full_at: datetime | None = None
    limited_by: LimitedBy = "rate"


def forecast(
    start: datetime, people: Iterable[Bucket], *, rate: float, per_day: int | None = None, zone: ZoneInfo = _UTC,
    limit: int | None = None, opened: Mapping[datetime, int] | None = None,
) -> Finish:  # fmt: skip
    """When everybody was written to from ``start`` (aware) on, at ``rate`` messages a second.

    ``per_day`` is the most on one day of ``zone``; ``limit`` the most people written to first within 24 hours, of whom
    ``opened`` says how many are used up: at each moment (aware) so many come free. What fails or slows down is not
    reckoned with. Works on groups: a million people take no longer than a few.
    """
    return _Run(start.astimezone(UTC), people, rate, per_day, zone, limit, opened or {}).finish()


class _Run:
    """One forecast. Times are seconds after the start."""

    def __init__(
        self, start: datetime, people: Iterable[Bucket], rate: float, per_day: int | None, zone: ZoneInfo,
        limit: int | None, opened: Mapping[datetime, int],
    ) -> None:  # fmt: skip
        self._start, self._rate, self._per_day, self._zone, self._limit = start, rate, per_day, zone, limit
        self._later = sorted(
            (max(0.0, (one.at - start).total_seconds()), one.why, one.people - one.free, one.free)
            for one in people if one.people > 0
        )  # fmt: skip
        self._later.reverse()
        self._expiries = [((at - start).total_seconds(), n) for at, n in opened.items() if n > 0 and at > start]
        heapq.heapify(self._expiries)
        self._used = used = sum(n for _, n in self._expiries)
        self._room = max(0, limit - used) if limit is not None else 0
        # Where the limit fell below what was used already, the first to come free make no room.
        self._over = max(0, used - limit) if limit is not None else 0
        self._now = 0.0
        self._first: float | None = None
        self._last = 0.0
        self._days: dict[date, int] = {}
        self._spent: dict[LimitedBy, float] = {}
        self._full_at: float | None = None
        self._day, self._day_ends = self._day_of(0.0)

    def finish(self) -> Finish:
        new = free = 0
        while self._later or new or free:
            while self._later and self._later[-1][0] <= self._now:
                _, _, more, more_free = self._later.pop()
                new, free = new + more, free + more_free
            self._come_free()
            if not new and not free:
                at, why = self._later[-1][:2]
                self._wait(at, why)
                continue
            day_left = self._day_left()
            if day_left == 0:
                self._wait(self._day_ends, "day")
                continue
            among = free or new
            if not free and self._limit is not None:
                if not self._room and not self._rest(new):
                    break
                among = min(among, self._room, max(1, self._limit // _PARTS))
            sent = self._send(among if day_left is None else min(among, day_left))
            if free:
                free -= sent
            else:
                new -= sent
                self._open(sent)
        return self._told()

    def _send(self, most: int) -> int:
        """Send up to ``most``, no further than the end of the day, and say how many."""
        until_midnight = max(1, int((self._day_ends - self._now) * self._rate))
        n = min(most, until_midnight)
        if self._first is None:
            self._first = self._now
        self._days[self._day] = self._days.get(self._day, 0) + n
        self._last = self._now + (n - 1) / self._rate
        self._wait(self._now + n / self._rate, "rate")
        return n

    def _open(self, n: int) -> None:
        if self._limit is not None:
            self._room -= n
            heapq.heappush(self._expiries, (self._last + _DAY, n))

    def _rest(self, wanted: int) -> bool:
        """Wait until enough people count no longer; False where nobody ever will."""
        if self._full_at is None:
            self._full_at = self._now
        enough = min(wanted, portion(self._limit or 1))
        while self._room < enough and self._expiries:
            self._wait(max(self._now, self._expiries[0][0]), "tier")
            self._come_free()
        return self._room > 0

    def _come_free(self) -> None:
        while self._expiries and self._expiries[0][0] <= self._now:
            n = heapq.heappop(self._expiries)[1]
            gone = min(self._over, n)
            self._over -= gone
            self._room += n - gone

    def _wait(self, until: float, why: LimitedBy) -> None:
        self._spent[why] = self._spent.get(why, 0.0) + until - self._now
        self._now = until
        if until >= self._day_ends:
            self._day, self._day_ends = self._day_of(until)

    def _day_left(self) -> int | None:
        return None if self._per_day is None else max(0, self._per_day - self._days.get(self._day, 0))

    def _day_of(self, seconds: float) -> tuple[date, float]:
        """The day on the schedule's clock, and when it ends."""
        # A hair after midnight, seconds that are no whole binary fraction would still be the day before.
        day = (self._start + timedelta(seconds=seconds + 1e-3)).astimezone(self._zone).date()
        ends = moment_of(datetime.combine(day + timedelta(days=1), datetime.min.time()), self._zone)
        return day, (ends - self._start).total_seconds()

    def _told(self) -> Finish:
        first, limit = self._first or 0.0, self._limit
        by: LimitedBy = max(self._spent, key=lambda why: self._spent[why]) if self._spent else "rate"
        return Finish(
            at=self._start + timedelta(seconds=self._last), seconds=self._last - first,
            days=tuple(sorted(self._days.items())), used=self._used, limit=limit,
            left=None if limit is None else max(0, limit - self._used),
            full_at=None if self._full_at is None else self._start + timedelta(seconds=self._full_at),
            limited_by=by,
        )  # fmt: skip
