"""Decides what clocks show, and which moment they mean, for columns of moments in many zones at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
# A place in the list of zones for each moment; one for all where there is only one zone.
Zone = NDArray[np.int16] | int

NEVER = int(np.iinfo(np.int64).max)
DAY_MS, HOUR_MS, MINUTE_MS = 86_400_000, 3_600_000, 60_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LOOK = timedelta(hours=12)
# So far beside the days that are simulated the clocks are known.
_BESIDE = 3 * DAY_MS


def moment(ms: int) -> datetime:
    """The moment of some ms since 1970."""
    return _EPOCH + timedelta(milliseconds=ms)


def ms_of(at: datetime) -> int:
    """Whole ms since 1970."""
    return (at - _EPOCH) // timedelta(milliseconds=1)


class Zones:
    """The clocks of some zones between two moments (ms): every time they are put forward or back."""

    def __init__(self, zones: Sequence[ZoneInfo], first: int, last: int) -> None:
        self.all = tuple(zones)
        found = [_changes(zone, moment(first - _BESIDE), moment(last + _BESIDE)) for zone in zones]
        self._most = most = max(len(one) for _, one in found)
        shape = (most, len(found))
        self._at = np.full(shape, NEVER, np.int64)
        self._first, self._again = self._at.copy(), self._at.copy()
        self._offsets = np.zeros((most + 1, len(found)), np.int64)
        self._since = np.full((most + 1, len(found)), -NEVER, np.int64)
        for z, (offset, changes) in enumerate(found):
            self._offsets[:, z] = offset
            for n, (at, then) in enumerate(changes):
                self._at[n, z], self._since[n + 1 :, z] = at, at
                # A clock shows what comes twice for the first time until here, and for the second from here on.
                self._first[n, z], self._again[n, z] = at + offset, at + min(offset, then)
                self._offsets[n + 1 :, z] = offset = then

    def wall(self, at: Whole, zone: Zone) -> Whole:
        """What clocks show at moments, as ms since 1970 by their own calendar."""
        shown: Whole = at + self._offsets[self._place(self._at, at, zone), zone]
        return shown

    def moment(self, wall: Whole, zone: Zone) -> Whole:
        """The moments that clocks show this: the first of two, and the end of a gap for what is skipped."""
        place = self._place(self._first, wall, zone)
        found: Whole = np.maximum(wall - self._offsets[place, zone], self._since[place, zone])
        return found

    def not_before(self, at: Whole, wall: Whole, zone: Zone) -> Whole:
        """The same, but in an hour that comes twice the second time where the first is over at ``at``."""
        first = self.moment(wall, zone)
        early = first < at
        if not early.any():
            return first
        again = wall - self._offsets[self._place(self._again, wall, zone), zone]
        found: Whole = np.where(early, np.maximum(at, again), first)
        return found

    def _place(self, bounds: Whole, at: Whole, zone: Zone) -> NDArray[np.intp]:
        place = np.zeros(at.shape, np.intp)
        for n in range(self._most):
            place += at >= bounds[n][zone]
        return place


def _changes(zone: ZoneInfo, first: datetime, last: datetime) -> tuple[int, list[tuple[int, int]]]:
    """The offset (ms) of a zone at first, and each moment with the offset from then on."""
    begin = before = _offset(zone, first)
    changes: list[tuple[int, int]] = []
    at = first
    while at < last:
        then = at + _LOOK
        if _offset(zone, then) != before:
            low, high = ms_of(at) // 1000, ms_of(then) // 1000
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if _offset(zone, moment(middle * 1000)) == before else (low, middle)
            before = _offset(zone, then)
            changes.append((high * 1000, before))
        at = then
    return begin, changes


def _offset(zone: ZoneInfo, at: datetime) -> int:
    offset = at.astimezone(zone).utcoffset()
    return offset // timedelta(milliseconds=1) if offset else 0
