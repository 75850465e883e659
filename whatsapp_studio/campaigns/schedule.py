"""Decides which moment a wall-clock time in a zone means, over daylight-saving changes too."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.campaigns.draft import Schedule


def start_of(schedule: Schedule) -> datetime | Problem | None:
    """The aware UTC moment of the start; None for at once; a Problem when the text or the zone means nothing.

    A time that a clock change skips becomes the first one after the gap; one that comes twice is the first.
    """
    if schedule.kind == "now":
        return None
    try:
        zone = ZoneInfo(schedule.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return Problem("zone-unknown", "schedule.zone", {"zone": schedule.zone})
    try:
        return _moment(datetime.fromisoformat(schedule.local_time), zone)
    except (ValueError, OverflowError):
        return Problem("time-unreadable", "schedule.time", {"time": schedule.local_time})


def _moment(wall: datetime, zone: ZoneInfo) -> datetime:
    if wall.tzinfo is not None:
        return wall.astimezone(UTC)
    moment = wall.replace(tzinfo=zone).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == wall:
        return moment
    return _end_of_gap(wall, zone)


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
