"""Decides how long the spans of a time line are, and which span a minute falls into."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, tzinfo

from whatsapp_studio.reports.details import EVENTS, Event, TimeLine

DAY = 24 * 60
# Spans that a clock or a calendar shows; in minutes.
_STEPS = (1, 5, 15, 60, 3 * 60, DAY, 7 * DAY)
_MOST = 60


def step_for(minutes: float) -> int:
    """The shortest span that covers so many minutes in at most sixty; beyond that weeks."""
    return next((step for step in _STEPS if minutes <= step * _MOST), _STEPS[-1])


def time_line(
    minutes: Mapping[Event, Mapping[str, int]], zone: tzinfo, name: str, untimed: Mapping[Event, int]
) -> TimeLine:
    """Events by the minute of their time (``2026-03-03T09:00``, UTC) in spans of equal length on ``zone``'s clock.

    Spans in which nothing happened are there too, between the first and the last.
    """
    told = sorted({minute for one in minutes.values() for minute in one})
    if not told:
        return TimeLine(zone=name, series=dict.fromkeys(EVENTS, ()), untimed=dict(untimed))
    first, last = _moment(told[0]), _moment(told[-1])
    step = step_for((last - first).total_seconds() / 60 + 1)
    starts = [begin_of(first, step, zone)]
    while (following := end_of(starts[-1], step, zone)) <= last:
        starts.append(following)
    place = {start: at for at, start in enumerate(starts)}
    at_of = {minute: place[begin_of(_moment(minute), step, zone)] for minute in told}
    series: dict[Event, tuple[int, ...]] = {}
    for event in EVENTS:
        values = [0] * len(starts)
        for minute, n in minutes.get(event, {}).items():
            values[at_of[minute]] += n
        series[event] = tuple(values)
    return TimeLine(minutes=step, zone=name, starts=tuple(starts), series=series, untimed=dict(untimed))


def begin_of(moment: datetime, step: int, zone: tzinfo) -> datetime:
    """When the span of ``step`` minutes begins that a moment is in, in UTC."""
    here = moment.astimezone(zone)
    if step <= 60:
        # Counted back, not set: an hour that a clock shows twice stays two.
        into = timedelta(minutes=here.minute % step, seconds=here.second, microseconds=here.microsecond)
        return moment.astimezone(UTC) - into
    begin = here.replace(hour=here.hour if step < DAY else 0, minute=0, second=0, microsecond=0, fold=0, tzinfo=None)
    if step < DAY:
        begin -= timedelta(hours=begin.hour % (step // 60))
    elif step > DAY:
        begin -= timedelta(days=begin.weekday())
    return begin.replace(tzinfo=zone).astimezone(UTC)


def end_of(start: datetime, step: int, zone: tzinfo) -> datetime:
    """When the span that begins at ``start`` is over, in UTC: the beginning of the next one."""
    if step <= 60:
        return start + timedelta(minutes=step)
    wall = start.astimezone(zone).replace(tzinfo=None, fold=0) + timedelta(minutes=step)
    # Where the clock jumped over the beginning, the wall shows a later one: the next begins where it would have.
    return begin_of(wall.replace(tzinfo=zone).astimezone(UTC), step, zone)


def _moment(minute: str) -> datetime:
    return datetime.fromisoformat(minute).replace(tzinfo=UTC)
