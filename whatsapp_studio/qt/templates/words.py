"""Decides the words for a template's language, parts, header and age."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import language, mark, tr
from whatsapp_studio.qt.phrases import day_and_time, duration

FACETS = ("status", "category", "language", "quality", "header")
_FACETS = {
    "status": mark("Status"), "category": mark("Category"), "language": mark("Language"),
    "quality": mark("Quality"), "header": mark("Header"),
}  # fmt: skip
_HEADERS = {
    "": mark("No header"), "TEXT": mark("Text"), "IMAGE": mark("Picture"), "VIDEO": mark("Video"),
    "DOCUMENT": mark("Document"), "LOCATION": mark("Location"), "CAROUSEL": mark("Carousel"),
    "GIF": mark("Moving picture"), "PRODUCT": mark("Product"),
}  # fmt: skip
_QUALITIES = {
    "GREEN": mark("High"), "YELLOW": mark("Medium"), "RED": mark("Low"), "UNKNOWN": mark("Not rated yet"),
}  # fmt: skip
_BUTTONS = {
    "MPM": mark("a button for several products"), "SPM": mark("a button for one product"),
    "APP": mark("a button for an app"),
}  # fmt: skip
_PART = re.compile(r"(?:card (?P<card>\d+)(?:: |$))?(?:(?P<what>header|button) (?P<kind>\S+))?(?P<other>.*)")
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
            return tr(_HEADERS[value]) if value in _HEADERS else wording.state_word(value)
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


def unsupported_word(part: str) -> str:
    """A part this program cannot fill, in words."""
    found = _PART.fullmatch(part)
    if part == "bid" or found is None:
        return tr("a bid for how many people it reaches")
    kind = found["kind"] or ""
    if found["what"] == "header":
        said = tr("a header of the kind “{kind}”", kind=value_word("header", kind, language().code).lower())
    elif found["what"] == "button":
        said = tr(_BUTTONS[kind]) if kind in _BUTTONS else tr("a button of the kind “{kind}”", kind=_plain(kind))
    elif found["other"]:
        said = tr("a part of the kind “{kind}”", kind=_plain(found["other"]))
    else:
        said = tr("a footer or an offer")
    return tr("{part} on card {n}", part=said, n=found["card"]) if found["card"] else said


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


def _plain(kind: str) -> str:
    return kind.replace("_", " ").lower()
