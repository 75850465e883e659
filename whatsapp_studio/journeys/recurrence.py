"""Decides when something that happens again and again happens: at the same hour of a clock that goes forward and back.

A rhythm is what a ``Repeat`` field holds. Weeks begin on Monday, and ``every`` counts them from the week of the first
time; a month that is too short for the day has it on its last.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from whatsapp_studio.base.zones import moment_of
from whatsapp_studio.journeys.flow import wall_of, weekdays_of
from whatsapp_studio.journeys.reading import text, whole

Rhythm = Mapping[str, Any]


def slots(at: datetime, repeat: Rhythm, zone: ZoneInfo, after: datetime | None = None) -> Iterator[datetime]:
    """The moments (UTC) of a rhythm that begins at the wall-clock time ``at`` in ``zone``, in order.

    With ``after`` only those that come later. The last is on the day the rhythm runs until, if it names one.
    """
    last = wall_of(text(repeat, "until"))
    begin = at.date() if after is None else max(at.date(), after.astimezone(zone).date() - timedelta(days=2))
    before = after
    for day in _days(at.date(), repeat, begin):
        if last is not None and day > last.date():
            return
        moment = moment_of(datetime.combine(day, at.time()), zone)
        if (before is None or moment > before) and _exists(day, moment, zone):
            before = moment
            yield moment


def _exists(day: date, moment: datetime, zone: ZoneInfo) -> bool:
    """Whether the zone has this day at all: one that moves over the date line leaves one out."""
    if moment.astimezone(zone).date() == day:
        return True
    return moment_of(datetime.combine(day, time(12)), zone).astimezone(zone).date() == day


def next_slot(at: datetime, repeat: Rhythm, zone: ZoneInfo, after: datetime) -> datetime | None:
    """The first moment of a rhythm that is later than ``after``; None where it is over."""
    return next(slots(at, repeat, zone, after), None)


def _days(first: date, repeat: Rhythm, begin: date) -> Iterator[date]:
    """The days of a rhythm from ``begin`` on (not before ``first``), until the calendar is over."""
    every = max(1, whole(repeat, "every", 1))
    try:
        match text(repeat, "unit"):
            case "weeks":
                yield from _weekly(first, every, weekdays_of(repeat.get("weekdays")) or (first.weekday(),), begin)
            case "months":
                yield from _monthly(first, every, begin)
            case _:
                day = first + timedelta(days=-(-(begin - first).days // every) * every)
                while True:
                    yield day
                    day += timedelta(days=every)
    except OverflowError:
        return


def _weekly(first: date, every: int, weekdays: tuple[int, ...], begin: date) -> Iterator[date]:
    monday = first - timedelta(days=first.weekday())
    monday += timedelta(weeks=(begin - monday).days // 7 // every * every)
    while True:
        for weekday in weekdays:
            day = monday + timedelta(days=weekday)
            if day >= begin:
                yield day
        monday += timedelta(weeks=every)


def _monthly(first: date, every: int, begin: date) -> Iterator[date]:
    apart = (begin.year - first.year) * 12 + begin.month - first.month
    months = first.year * 12 + first.month - 1 + apart // every * every
    while months // 12 <= date.max.year:
        year, month = divmod(months, 12)
        day = date(year, month + 1, min(first.day, calendar.monthrange(year, month + 1)[1]))
        if day >= begin:
            yield day
        months += every
