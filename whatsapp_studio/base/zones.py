"""Decides which moment a wall-clock time in a zone means, over daylight-saving changes too."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def zone_of(name: str) -> ZoneInfo | None:
    """The zone of an IANA name; None where nobody knows it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@cache
def machine_zone() -> str:
    """The IANA name of the machine's time zone; UTC where it has none."""
    from babel.localtime import get_localzone

    zone = get_localzone()
    return str(getattr(zone, "key", None) or getattr(zone, "zone", None) or "UTC")


def moment_of(wall: datetime, zone: ZoneInfo) -> datetime:
    """The UTC moment of a wall-clock time in a zone.

    A time that a clock change skips becomes the first one after the gap; one that comes twice is the first.
    """
    if wall.tzinfo is not None:
        return wall.astimezone(UTC)
    moment = wall.replace(tzinfo=zone).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == wall:
        return moment
    return _end_of_gap(wall, zone)


def not_before(at: datetime, wall: datetime, zone: ZoneInfo) -> datetime:
    """The moment a clock shows ``wall``; in an hour that comes twice the second time, once the first is over."""
    first = moment_of(wall, zone)
    return first if first >= at else max(at, wall.replace(tzinfo=zone, fold=1).astimezone(UTC))


def _end_of_gap(wall: datetime, zone: ZoneInfo) -> datetime:
    """The moment the clock is put forward over ``wall``."""
    low = (wall - timedelta(hours=3)).replace(tzinfo=zone).astimezone(UTC)
    high = (wall + timedelta(hours=3)).replace(tzinfo=zone).astimezone(UTC)
    before = low.astimezone(zone).utcoffset()
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        if middle.astimezone(zone).utcoffset() == before:
            low = middle
        else:
            high = middle
    return high.replace(microsecond=0)
