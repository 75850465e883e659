"""Decides which days a week and a month show, where entries stand in them, and how times are written there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLocale, QTime

from whatsapp_studio.base.zones import machine_zone, moment_of, zone_of
from whatsapp_studio.campaigns.agenda import Entry

DAY_MINUTES = 24 * 60
_DAY = timedelta(days=1)


@cache
def shown_zone() -> ZoneInfo:
    """The zone the calendar is shown in: this machine's."""
    return zone_of(machine_zone()) or ZoneInfo("UTC")


def week_of(day: date, locale: QLocale) -> list[date]:
    """The seven days of the week a day is in, as weeks begin where the person is."""
    first = day - timedelta(days=(day.isoweekday() - locale.firstDayOfWeek().value) % 7)
    return [first + _DAY * n for n in range(7)]


def month_of(day: date, locale: QLocale) -> list[list[date]]:
    """The weeks that a month has days in."""
    weeks = [week_of(day.replace(day=1), locale)]
    while (weeks[-1][-1] + _DAY).month == day.month:
        weeks.append(week_of(weeks[-1][-1] + _DAY, locale))
    return weeks


def span_of(days: Sequence[date], zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From the first moment of the first day up to that after the last one (UTC), whatever the clocks do."""
    first, after = datetime.combine(days[0], time()), datetime.combine(days[-1] + _DAY, time())
    return moment_of(first, zone), moment_of(after, zone)


def days_of(entry: Entry, zone: ZoneInfo) -> list[date]:
    """The days an entry is on."""
    if entry.all_day:
        first, last = entry.starts.date(), entry.ends.date() - _DAY
    else:
        first = entry.starts.astimezone(zone).date()
        # What ends at midnight is not on the next day.
        last = max(entry.starts, entry.ends - timedelta(microseconds=1)).astimezone(zone).date()
    return [first + _DAY * n for n in range(max((last - first).days, 0) + 1)]


def minutes_of(entry: Entry, day: date, zone: ZoneInfo) -> tuple[int, int]:
    """From which minute of a day's wall clock an entry is on it, and up to which."""
    starts, ends = entry.starts.astimezone(zone), entry.ends.astimezone(zone)
    first = starts.hour * 60 + starts.minute if starts.date() == day else 0
    last = ends.hour * 60 + ends.minute if ends.date() == day else DAY_MINUTES
    return first, max(last, first)


def lanes(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """For spans of minutes, sorted by their start: in which lane each is, and how many lanes there are beside it."""
    found: list[tuple[int, int]] = [(0, 1)] * len(spans)
    group: list[int] = []
    ends: list[int] = []
    for n, (first, last) in enumerate(spans):
        if group and first >= max(ends):
            for one in group:
                found[one] = (found[one][0], len(ends))
            group, ends = [], []
        lane = next((lane for lane, end in enumerate(ends) if end <= first), len(ends))
        if lane == len(ends):
            ends.append(last)
        else:
            ends[lane] = last
        found[n] = (lane, 1)
        group.append(n)
    for one in group:
        found[one] = (found[one][0], len(ends))
    return found


def gap_of(day: date, zone: ZoneInfo) -> tuple[int, int] | None:
    """The minutes of a day that its clock skips, where it is put forward; None on every other day."""
    walls = [datetime.combine(day, time()) + timedelta(minutes=15 * n) for n in range(DAY_MINUTES // 15)]
    missing = [n for n, wall in enumerate(walls) if _on_clock(wall, zone) != wall]
    return (missing[0] * 15, (missing[-1] + 1) * 15) if missing else None


def twice_of(day: date, zone: ZoneInfo) -> tuple[int, int] | None:
    """The minutes of a day that its clock shows twice, where it is put back; None on every other day."""
    walls = [datetime.combine(day, time()) + timedelta(minutes=15 * n) for n in range(DAY_MINUTES // 15)]
    twice = [
        n for n, wall in enumerate(walls)
        if _on_clock(wall, zone) == wall
        and wall.replace(tzinfo=zone).utcoffset() != wall.replace(tzinfo=zone, fold=1).utcoffset()
    ]  # fmt: skip
    return (twice[0] * 15, (twice[-1] + 1) * 15) if twice else None


def _on_clock(wall: datetime, zone: ZoneInfo) -> datetime:
    return wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None)


def clock_text(minutes: int, locale: QLocale) -> str:
    """A time of day as it is written where the person is: ``14:05``, ``2:05 PM``."""
    return str(locale.toString(QTime(minutes // 60 % 24, minutes % 60), QLocale.FormatType.ShortFormat))
