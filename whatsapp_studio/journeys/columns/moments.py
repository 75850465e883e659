"""Decides which moments waits end for columns of contacts: what ``journeys.moments`` says of one."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from whatsapp_studio.journeys.columns.zones import DAY_MS, MINUTE_MS, Whole, Zone, Zones
from whatsapp_studio.journeys.flow import DAY, MINUTES, WEEK, minutes_of

# 1 January 1970 was a Thursday.
_THURSDAY = 3 * DAY
_FAR = 10**10


def after(zones: Zones, at: Whole, duration: object, zone: Zone) -> Whole:
    """Moments and a duration later: days and weeks keep the time of day."""
    if not isinstance(duration, Mapping):
        return at
    later = max(-_FAR, min(minutes_of(duration), _FAR)) * MINUTE_MS
    if MINUTES.get(str(duration.get("unit")), 0) < DAY:
        return at + later
    return zones.moment(zones.wall(at, zone) + later, zone)


def minutes_of_week(wall: Whole) -> Whole:
    """Minutes since Monday 00:00."""
    found: Whole = (wall // MINUTE_MS + _THURSDAY) % WEEK
    return found


def opens(bits: int) -> NDArray[np.int64]:
    """For every minute of the week how many minutes a window stays closed from then on; the bits are not nothing."""
    waits = np.zeros(2 * WEEK + 1, np.int64)
    left = 2 * WEEK
    for minute in range(2 * WEEK - 1, -1, -1):
        left = 0 if bits >> minute % WEEK & 1 else left + 1
        waits[minute] = left
    return waits[:WEEK]


def next_open(zones: Zones, at: Whole, waits: NDArray[np.int64], zone: Zone) -> Whole:
    """The first moments from ``at`` on when a window is open; ``waits`` as of :func:`opens`."""
    wall = zones.wall(at, zone)
    wait = waits[minutes_of_week(wall)]
    wall = wall - wall % MINUTE_MS + wait * MINUTE_MS
    found: Whole = np.where(wait == 0, at, zones.not_before(at, wall, zone))
    return found


def quiet_until(zones: Zones, at: Whole, start: int, stop: int, zone: Zone) -> tuple[NDArray[np.bool_], Whole]:
    """Which moments lie in quiet hours (minutes of the day, not the same), and when those are over."""
    wall = zones.wall(at, zone)
    day = wall - wall % DAY_MS
    now = (wall - day) // MINUTE_MS
    quiet = (now >= start) & (now < stop) if start < stop else (now >= start) | (now < stop)
    over = day + np.where(now >= stop, DAY_MS, 0) + stop * MINUTE_MS
    return quiet, zones.not_before(at, over, zone)
