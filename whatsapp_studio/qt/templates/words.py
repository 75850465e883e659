"""Decides the words for a template's language, parts, header and age."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt.phrases import day_and_time, duration
from whatsapp_studio.templates.unsupported import header_word

FACETS = ("status", "category", "language", "quality", "header")
_FACETS = {
    "status": mark("Status"), "category": mark("Category"), "language": mark("Language"),
    "quality": mark("Quality"), "header": mark("Header"),
}  # fmt: skip
_QUALITIES = {
    "GREEN": mark("High"), "YELLOW": mark("Medium"), "RED": mark("Low"), "UNKNOWN": mark("Not rated yet"),
}  # fmt: skip
_OLD_HOURS = 24


def facet_word(facet: str) -> str:
    """The name of something templates can be filtered by."""
    return tr(_FACETS[facet])


def value_word(facet: str, value: str, shown_in: str) -> str:
    """The word for one value of a facet (``status``, ``APPROVED``); ``shown_in`` is the program's language."""
    match facet:
        case "language":
            return language_name(value, shown_in)
        case "quality" if value in _QUALITIES:
            return tr(_QUALITIES[value])
        case "header":
            return header_word(value)
        case _:
            return wording.state_word(value) if value else tr("Not known")


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
