"""Decides the words for how old the copy of the templates is."""

from __future__ import annotations

from datetime import datetime

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.phrases import day_and_time, duration

_OLD_HOURS = 24


def age(at: datetime | None, now: datetime) -> str:
    """How old the copy is: ``Synced 3 min ago``."""
    if at is None:
        return tr("Never synced")
    seconds = (now - at).total_seconds()
    if seconds < 60:
        return tr("Synced just now")
    if seconds < _OLD_HOURS * 3600:
        return tr("Synced {time} ago", time=duration(seconds))
    return tr("Synced {day}", day=day_and_time(at, now))
