"""Decides how spans of time, moments and shares are said in every window."""

from __future__ import annotations

from datetime import datetime

from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.local import clock, day_and_clock
from whatsapp_studio.base.local import share as share


def duration(seconds: float) -> str:
    """A span in one or two words a person would use: ``57 s``, ``4 min``, ``2 h 10 min``."""
    whole = max(1, round(seconds))
    if whole < 90:
        return tr("{n} s", n=whole)
    minutes = round(whole / 60)
    if minutes < 90:
        return tr("{n} min", n=minutes)
    hours, rest = divmod(minutes, 60)
    if hours < 48:
        return tr("{hours} h {minutes} min", hours=hours, minutes=rest) if rest else tr("{n} h", n=hours)
    return ntr("{n} day", "{n} days", round(hours / 24))


def clock_time(moment: datetime) -> str:
    """The hour and minute of a moment on this machine's clock: ``10:42``."""
    return clock(moment)


def day_and_time(moment: datetime | None, now: datetime) -> str:
    """``today 10:42``, ``yesterday 10:42`` or ``21 Nov 2026 10:42``; empty for no moment."""
    if moment is None:
        return ""
    here, today = moment.astimezone(), now.astimezone().date()
    days = (here.date() - today).days
    if days == 0:
        return tr("today {time}", time=clock_time(moment))
    if days == -1:
        return tr("yesterday {time}", time=clock_time(moment))
    if days == 1:
        return tr("tomorrow {time}", time=clock_time(moment))
    return day_and_clock(moment)


def day_and_date(moment: datetime) -> str:
    """``21 Nov 2026 10:42``, for what is read on another day: a picture, a page."""
    return day_and_clock(moment)
