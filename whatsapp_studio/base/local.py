"""Decides how dates, numbers, shares, money and lists are written in the language in use, and what sorts as the same.

Dates and numbers come from our own texts: babel is loaded for money and the names of places only.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime, tzinfo
from functools import lru_cache

from whatsapp_studio.base.i18n import ctr, language, number, tr

# Numbers run from left to right, also between words that run from right to left.
_FROM_THE_RIGHT = frozenset({"ar", "fa", "he", "ur"})
_LITTLE = 10
_LTR, _END = "\u2066", "\u2069"


def decimal(value: float, places: int = 1, *, least: int | None = None) -> str:
    """A number with grouped digits and ``places`` behind the point; ``least`` leaves zeros beyond so many out."""
    whole, _, behind = f"{abs(value):.{places}f}".partition(".")
    if least is not None:
        behind = behind[:least] + behind[least:].rstrip("0")
    sign = "-" if value < 0 and (int(whole) or behind.strip("0")) else ""
    point = ctr("decimal separator", ".")
    return sign + number(int(whole)) + (f"{point}{behind}" if behind else "")


def percent(value: float, places: int = 0) -> str:
    """A share (0.125) in per cent: ``12.5 %``, as the language in use writes it."""
    return tr("{n} %", n=decimal(100 * value, places))


def share(part: int, whole: int) -> str:
    """``part`` of ``whole`` in per cent, never 0 % for some and never 100 % for not all; a dash without a base."""
    if whole <= 0:
        return "–"
    per_cent = 100 * part / whole
    if 0 < per_cent < 0.1:
        return tr("under {n} %", n=decimal(0.1))
    if per_cent < 10 and part:
        return tr("{n} %", n=decimal(per_cent))
    return tr("{n} %", n=min(round(per_cent), 99) if part < whole else 100)


def clock(moment: datetime, zone: tzinfo | None = None) -> str:
    """The hour and minute of a moment in ``zone`` (this machine's where none is given): ``14:05``."""
    return moment.astimezone(zone).strftime("%H:%M")


def day(value: date) -> str:
    """``21 Nov 2026``."""
    return tr("{day} {month} {year}", day=value.day, month=_month(value), year=value.year)


def day_and_clock(moment: datetime, zone: tzinfo | None = None) -> str:
    """``21 Nov 2026 10:42`` in ``zone``; where its clock is not this machine's, the zone is named."""
    there = moment.astimezone(zone)
    said = tr(
        "{day} {month} {year} {time}", day=there.day, month=_month(there), year=there.year, time=there.strftime("%H:%M")
    )
    return said if there.utcoffset() == moment.astimezone().utcoffset() else f"{said} ({zone_name(there)})"


def zone_name(moment: datetime) -> str:
    """The zone of a moment: its place where it has one, else how far it is from UTC."""
    return str(getattr(moment.tzinfo, "key", "") or moment.tzname() or "UTC")


def price(amount: float, currency: str) -> str:
    """What one of something costs, with four to six decimals where it is little: ``€0.0125``."""
    from babel import Locale
    from babel.numbers import format_currency

    code = language().code
    pattern = Locale.parse(code).currency_formats["standard"].pattern
    pattern = pattern.replace("0.00", "0.0000##" if amount < _LITTLE else "0.00####")
    return str(format_currency(amount, currency, pattern, locale=code, currency_digits=False))


def money(amount: float, currency: str) -> str:
    """An amount with its currency (``EUR``) where the language in use puts it."""
    from babel.numbers import format_currency

    return str(format_currency(amount, currency, locale=language().code))


def listed(words: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    several = list(words)
    if len(several) < 2:
        return "".join(several)
    return tr("{several} and {last}", several=", ".join(several[:-1]), last=several[-1])


def fold(text: str) -> str:
    """A text as it is sorted and searched: without case and accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def sort_key(text: str) -> tuple[str, str]:
    """What texts are sorted by: as read first; an accent decides only between texts that are the same without."""
    return fold(text), text


def ltr(text: str) -> str:
    """A phone number or a code, kept together and from left to right also between words that run the other way."""
    return f"{_LTR}{text}{_END}" if text and language().code in _FROM_THE_RIGHT else text


def _month(value: date) -> str:
    names: Sequence[str] = tr("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()
    return names[value.month - 1]


def language_name(code: str, shown_in: str = "") -> str:
    """``Dutch``, ``Portuguese (Brazil)`` for Meta's code of a language, named in the program's language.

    ``shown_in`` names it in another one. The code itself comes back where nobody named it.
    """
    return _language_name(code, shown_in or language().code)


@lru_cache(maxsize=512)
def _language_name(code: str, shown_in: str) -> str:
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(code).get_display_name(shown_in)
    except (UnknownLocaleError, ValueError):
        return code
    return name[:1].upper() + name[1:] if name else code
