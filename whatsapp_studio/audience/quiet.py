"""Decides when nobody is written to: quiet hours by weekday and holiday, on the clock of whoever is written to."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.zones import not_before

# So many spells of quiet are passed when an end is looked for: presets that never end are refused before.
_MOST_SPELLS = 60


class Period(msgspec.Struct, frozen=True):
    """Quiet from ``begin`` until ``end`` (``HH:MM`` on the contact's clock) on days of the week, Monday is 0.

    An ``end`` that is not after ``begin`` is one of the next day; the spell belongs to the day it begins on.
    """

    days: tuple[int, ...] = (0, 1, 2, 3, 4, 5, 6)
    begin: str = "21:00"
    end: str = "09:00"


class QuietHours(msgspec.Struct, frozen=True, kw_only=True):
    """A preset of quiet hours.

    ``holidays`` is the country (ISO alpha-2) whose public holidays are quiet all day, or empty. ``on_due`` says what
    becomes of a message that is due in them: it waits for their end (``hold``), or is never sent (``skip``).
    """

    id: int = 0
    name: str = ""
    periods: tuple[Period, ...] = ()
    holidays: str = ""
    on_due: Literal["hold", "skip"] = "hold"
    is_default: bool = False


def until(at: datetime, hours: QuietHours, zone: ZoneInfo) -> datetime | None:
    """When the quiet that ``at`` (aware) lies in is over, one spell straight after another; None outside of it."""
    end, found = at, None
    for _ in range(_MOST_SPELLS):
        wall = end.astimezone(zone).replace(tzinfo=None)
        over = _over(wall, hours)
        if over is None:
            return found
        end = found = not_before(end, over, zone)
    return found


def _over(wall: datetime, hours: QuietHours) -> datetime | None:
    """The latest end of what is quiet at a time on the clock."""
    ends = [] if not hours.holidays or not is_holiday(wall, hours.holidays) else [_midnight(wall, 1)]
    for back in (0, 1):
        day = _midnight(wall, -back)
        for period in hours.periods:
            if day.weekday() in period.days:
                begin, end = _clock(period.begin), _clock(period.end)
                over = day + end + (timedelta(days=1) if end <= begin else timedelta(0))
                if day + begin <= wall < over:
                    ends.append(over)
    return max(ends, default=None)


def _midnight(wall: datetime, days: int) -> datetime:
    return datetime.combine(wall.date(), time()) + timedelta(days=days)


@lru_cache(maxsize=256)
def _clock(text: str) -> timedelta:
    hour, minute = map(int, text.split(":"))
    return timedelta(hours=hour, minutes=minute)


def is_holiday(wall: datetime, country: str) -> bool:
    """Whether the day of a wall-clock time is a public holiday of a country, as the ``holidays`` library knows it."""
    return wall.date().isoformat() in _holidays(country, wall.year)


@lru_cache(maxsize=64)
def _holidays(country: str, year: int) -> frozenset[str]:
    import holidays

    try:
        return frozenset(day.isoformat() for day in holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return frozenset()


def holiday_countries() -> tuple[str, ...]:
    """The countries whose public holidays are known, by ISO code."""
    import holidays

    return tuple(sorted(code for code in holidays.list_supported_countries() if len(code) == 2))


def checked(hours: QuietHours) -> QuietHours:
    """The preset with a tidy name.

    Raises ``UserError``: ``quiet-name-missing``, ``quiet-empty`` (no period and no holidays), ``quiet-no-days`` (a
    period without days), ``quiet-clock-invalid`` (fact ``clock``), ``quiet-holidays-unknown`` (fact ``country``),
    ``quiet-never-ends`` (the whole week is quiet).
    """
    name = " ".join(hours.name.split())
    if not name:
        raise UserError("quiet-name-missing")
    if not hours.periods and not hours.holidays:
        raise UserError("quiet-empty", name=name)
    for period in hours.periods:
        if not period.days or not set(period.days) <= set(range(7)):
            raise UserError("quiet-no-days", name=name)
        for clock in (period.begin, period.end):
            if not _is_clock(clock):
                raise UserError("quiet-clock-invalid", clock=clock)
    if hours.holidays and hours.holidays not in holiday_countries():
        raise UserError("quiet-holidays-unknown", country=hours.holidays)
    if _fills_week(hours.periods):
        raise UserError("quiet-never-ends", name=name)
    return msgspec.structs.replace(hours, name=name)


def _is_clock(text: str) -> bool:
    try:
        return len(text) == 5 and time.fromisoformat(text) is not None and text[2] == ":"
    except ValueError:
        return False


def _fills_week(periods: tuple[Period, ...]) -> bool:
    minutes = bytearray(7 * 1440)
    for period in periods:
        begin, end = (int(_clock(one).total_seconds()) // 60 for one in (period.begin, period.end))
        for day in period.days:
            for minute in range(day * 1440 + begin, day * 1440 + end + (1440 if end <= begin else 0)):
                minutes[minute % (7 * 1440)] = 1
    return all(minutes)
