"""Decides the words for a template's language and for the age of the copy."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.phrases import day_and_time, duration

_OLD_HOURS = 24


@lru_cache(maxsize=256)
def language_name(code: str, shown_in: str) -> str:
    """``Dutch``, ``Portuguese (Brazil)``; the code itself where nobody named it."""
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(code).get_display_name(shown_in)
    except (UnknownLocaleError, ValueError):
        return code
    return name[:1].upper() + name[1:] if name else code


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
