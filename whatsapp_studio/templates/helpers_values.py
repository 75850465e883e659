"""Decides how helpers read what they are given: texts, numbers, dates and lists, and what is nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError
from liquid import RenderContext
from liquid.exceptions import FilterArgumentError
from liquid.filter import with_context
from liquid.stringify import to_liquid_string
from liquid.undefined import Undefined

from whatsapp_studio.base.clock import Clock, given_clock

Filter = Callable[..., Any]


@lru_cache(maxsize=1)
def _clock() -> Clock:
    return given_clock()


def in_language(filter: Filter) -> Filter:
    """Marks a filter that asks its ``context`` for the template's ``language`` and for nothing else."""
    filter.language_only = True  # type: ignore[attr-defined]
    return with_context(filter)


def nothing(value: object) -> bool:
    """Whether a value is missing or empty, so that what is made of it stays empty and the fallback comes in."""
    return value is None or isinstance(value, Undefined) or (isinstance(value, str) and not value.strip())


def text(value: object) -> str:
    """A value as Liquid writes it."""
    return value if isinstance(value, str) else to_liquid_string(value, autoescape=False)


def number(value: object) -> Decimal:
    """A value as a number; ``FilterArgumentError`` where it is none."""
    try:
        found = Decimal(value if isinstance(value, int) else text(value).strip())
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or abs(found.adjusted()) > 300:
        raise FilterArgumentError(f"“{text(value)[:40]}” is not a number", token=None)
    return found


def whole(value: object) -> int:
    """A value as a whole number, cut where it has decimals."""
    return int(number(value))


def plain(value: Decimal) -> int | float:
    """A number in a form that Liquid prints without needless zeros and goes on calculating with."""
    return int(value) if value == value.to_integral_value() else float(value)


def listed(value: object) -> list[Any]:
    """A list as it is, nothing as an empty one, and anything else as a list of itself."""
    if isinstance(value, list | tuple | range):
        return list(value)
    return [] if nothing(value) else [value]


def mapped(value: object) -> Mapping[Any, Any]:
    """A map; ``FilterArgumentError`` where it is none."""
    if isinstance(value, Undefined) or value is None:
        return {}
    if isinstance(value, Mapping):
        return value
    raise FilterArgumentError("only a map has keys and values", token=None)


def moment(value: object) -> datetime:
    """A date, or a date and time, as a moment: ISO 8601, or ``now``; in UTC where it names no zone.

    ``FilterArgumentError`` where it cannot be read.
    """
    if isinstance(value, datetime):
        found = value
    elif isinstance(value, date):
        found = datetime(value.year, value.month, value.day, tzinfo=UTC)
    else:
        given = text(value).strip()
        if given in ("now", "today"):
            return _clock().now()
        try:
            found = datetime.fromisoformat(given)
        except ValueError as error:
            raise FilterArgumentError(f"“{given[:40]}” is not a date", token=None) from error
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def has_time(value: object) -> bool:
    """Whether a value that :func:`moment` reads tells the time of day, too."""
    return isinstance(value, datetime) or (isinstance(value, str) and len(value.strip()) > 10)


def locale_of(context: RenderContext, language: object = None) -> Locale:
    """The locale asked for; without one the template's."""
    return locale(text(context.resolve("language")) if nothing(language) else text(language))


@lru_cache(maxsize=200)
def locale(language: str) -> Locale:
    """The locale of a language as Meta spells it (``nl``, ``pt_BR``); English where it is not known."""
    try:
        return Locale.parse(language.replace("-", "_"))
    except (ValueError, TypeError, UnknownLocaleError):
        return Locale("en")
