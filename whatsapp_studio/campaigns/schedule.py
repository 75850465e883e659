"""Decides when a campaign starts."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.zones import moment_of, zone_of
from whatsapp_studio.campaigns.draft import Schedule

# The last clock on earth that shows a time (UTC-12; IANA database).
LAST_CLOCK = ZoneInfo("Etc/GMT+12")


def last_start(schedule: Schedule, start: datetime) -> datetime:
    """When what starts at ``start`` has started for everybody (UTC): by the last clock, where each counts."""
    if not schedule.each_zone:
        return start
    return max(start, moment_of(datetime.fromisoformat(schedule.local_time), LAST_CLOCK))


def start_of(schedule: Schedule) -> datetime | Problem | None:
    """The aware UTC moment of the start; None for at once; a Problem when the text or the zone means nothing.

    A time that a clock change skips becomes the first one after the gap; one that comes twice is the first.
    """
    if schedule.kind == "now":
        return None
    zone = zone_of(schedule.zone)
    if zone is None:
        return Problem("zone-unknown", "schedule.zone", {"zone": schedule.zone})
    try:
        return moment_of(datetime.fromisoformat(schedule.local_time), zone)
    except (ValueError, OverflowError):
        return Problem("time-unreadable", "schedule.time", {"time": schedule.local_time})
