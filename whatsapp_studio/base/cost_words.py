"""Decides how prices are said: their category, where they came from, from when on and for whom they count."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from whatsapp_studio.base.i18n import mark, number, tr
from whatsapp_studio.base.local import day, price

_CATEGORIES = {
    "marketing": mark("Marketing"), "utility": mark("Utility"), "authentication": mark("Authentication"),
    "authentication-international": mark("Authentication, international"), "service": mark("Answer without a template"),
}  # fmt: skip
_SOURCES = {"hand": mark("entered by hand"), "shipped:sandbox": mark("made up, for the sandbox")}


def category_word(category: str) -> str:
    """A category of messages; one that is not known here as it is."""
    return tr(_CATEGORIES[category]) if category in _CATEGORIES else category


def source_words(source: str) -> str:
    """Where prices came from: a file by its name, or in words."""
    if source in _SOURCES:
        return tr(_SOURCES[source])
    return tr("came with the program") if source.startswith("shipped:") else source


def price_words(amount: Decimal, currency: str, above: int = 0) -> str:
    """A price for one message, and for a volume tier from which number of a month on."""
    said = price(float(amount), currency)
    return tr("{price} after {n} in a month", price=said, n=number(above)) if above else said


def since_words(begins: date, source: str) -> str:
    """From when on a price counts, and where it came from."""
    return tr("since {day}, {source}", day=day(begins), source=source_words(source))
