"""Decides which moment a wait ends: by wall clocks that go forward and back, in the zone that counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from whatsapp_studio.base.zones import moment_of, not_before
from whatsapp_studio.journeys.flow import DAY, MINUTES, WEEK, clock_of, minutes_of, open_minutes
from whatsapp_studio.journeys.remembered import once

_FAR, _LONG_AGO = datetime(9000, 1, 1, tzinfo=UTC), datetime(2, 1, 1, tzinfo=UTC)


def after(at: datetime, duration: object, zone: ZoneInfo) -> datetime:
    """``at`` and a duration later: days and weeks keep the time of day in ``zone``, hours and minutes are counted."""
    span = _span(duration)
    return at if span is None else _after(at, *span, zone)


@once
def _span(duration: object) -> tuple[int, bool] | None:
    """A duration in minutes, and whether they are counted; None for what is none."""
    if not isinstance(duration, Mapping):
        return None
    return minutes_of(duration), MINUTES.get(str(duration.get("unit")), 0) < DAY


# Many contacts come by at one moment.
@lru_cache(maxsize=4096)
def _after(at: datetime, minutes: int, counted: bool, zone: ZoneInfo) -> datetime:
    try:
        if counted:
            return at.astimezone(UTC) + timedelta(minutes=minutes)
        wall = at.astimezone(zone).replace(tzinfo=None) + timedelta(minutes=minutes)
        return moment_of(wall, zone)
    except OverflowError:
        return _FAR if minutes > 0 else at


def on_day(value: object, offset: object, clock: object, zone: ZoneInfo) -> datetime | None:
    """The moment a contact's date means: days before or after it, at a time of day; None for no date."""
    day = _day(value, zone)
    if day is None:
        return None
    minutes = clock_of(clock) or 0
    try:
        wall = datetime.combine(day, time(minutes // 60, minutes % 60)) + timedelta(minutes=minutes_of(offset))
        return moment_of(wall, zone)
    except OverflowError:
        return None


def _day(value: object, zone: ZoneInfo) -> date | None:
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else value
        if isinstance(found, datetime):
            return found.astimezone(zone).date() if found.tzinfo else found.date()
    except (ValueError, OverflowError):
        return None
    return found if isinstance(found, date) else None


def on_wall(wall: datetime, zone: ZoneInfo) -> datetime:
    """The moment of a wall-clock time; one that the calendar of another zone does not reach is as far as can be."""
    try:
        return moment_of(wall, zone)
    except OverflowError:
        return _FAR if wall.year > 5000 else _LONG_AGO


def next_open(at: datetime, window: object, zone: ZoneInfo) -> datetime | None:
    """The first moment from ``at`` on when a window is open in ``zone``; None where it never is."""
    bits = open_minutes(window)
    if not bits:
        return None
    wall = at.astimezone(zone).replace(tzinfo=None)
    now = minute_of_week(wall)
    if bits >> now & 1:
        return at
    turned = bits >> now | bits << WEEK - now
    wait = (turned & -turned).bit_length() - 1
    return not_before(at, wall.replace(second=0, microsecond=0) + timedelta(minutes=wait), zone)


def minute_of_week(wall: datetime) -> int:
    """Minutes since Monday 00:00."""
    return wall.weekday() * DAY + wall.hour * 60 + wall.minute


def is_open(at: datetime, window: object, zone: ZoneInfo) -> bool:
    """Whether a window is open at a moment in ``zone``."""
    return bool(open_minutes(window) >> minute_of_week(at.astimezone(zone)) & 1)


def quiet_until(at: datetime, begin: object, end: object, zone: ZoneInfo) -> datetime | None:
    """When the quiet hours that ``at`` lies in are over; None outside them, and where they are none."""
    start, stop = clock_of(begin), clock_of(end)
    if start is None or stop is None or start == stop:
        return None
    wall = at.astimezone(zone).replace(tzinfo=None)
    now = wall.hour * 60 + wall.minute
    if not (start <= now < stop if start < stop else now >= start or now < stop):
        return None
    day = wall.date() + timedelta(days=1 if now >= stop else 0)
    return not_before(at, datetime.combine(day, time(stop // 60, stop % 60)), zone)
