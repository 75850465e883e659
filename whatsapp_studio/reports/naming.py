"""Decides how the spans of a time line are named: below the chart in short, and in full where one is looked at."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import clock, day
from whatsapp_studio.reports.details import TimeLine
from whatsapp_studio.reports.series import DAY, end_of


def labels(line: TimeLine, zone: tzinfo) -> tuple[str, ...]:
    """What stands below each span: its time, or where a day begins its date."""
    found, before = [], None
    for start in line.starts:
        here = start.astimezone(zone)
        new_day = before is not None and here.date() != before
        found.append(_short(here) if line.minutes >= DAY or new_day else clock(start, zone))
        before = here.date()
    return tuple(found)


def spans(line: TimeLine, zone: tzinfo) -> tuple[str, ...]:
    """Each span in full."""
    return tuple(span(start, line.minutes, zone) for start in line.starts)


def span(start: datetime, minutes: int, zone: tzinfo) -> str:
    """A span in full: ``21 Nov 2026 10:00–11:00``, a day, or the days of a week."""
    here, end = start.astimezone(zone), end_of(start, minutes, zone)
    if minutes == DAY:
        return day(here.date())
    if minutes > DAY:
        last = (end - timedelta(seconds=1)).astimezone(zone)
        return tr("{first} to {last}", first=day(here.date()), last=day(last.date()))
    said = tr("{day} {begin}–{end}", day=day(here.date()), begin=clock(start, zone), end=clock(end, zone))
    return said


def _short(here: datetime) -> str:
    return tr("{day}/{month}", day=here.day, month=here.month)
