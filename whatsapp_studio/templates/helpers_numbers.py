"""Decides what the helpers for numbers do: decimal throughout, written as the language of the template does."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal, localcontext

from babel.numbers import format_currency, format_decimal, format_percent, is_currency
from liquid import RenderContext
from liquid.exceptions import FilterArgumentError

from whatsapp_studio.templates.helpers_values import Filter, in_language, locale_of, nothing, number, plain, text, whole

_DIGITS_MOST = 15
# Halves go up, as shops count: Python's own way (0.125 is 0.12) would write another price than the shop's.
_AS_SHOPS = Context(prec=400, rounding=ROUND_HALF_UP)


def _digits(value: object, least: int = 0) -> int:
    return min(_DIGITS_MOST, max(least, whole(value)))


def _toward(direction: str) -> Filter:
    def work(value: object, digits: object = 0) -> object:
        if nothing(value):
            return ""
        return plain(number(value).quantize(Decimal(1).scaleb(-_digits(digits)), direction, _AS_SHOPS))

    return work


def _precision(value: object, digits: object) -> object:
    if nothing(value):
        return ""
    found = Context(prec=_digits(digits, least=1), rounding=ROUND_HALF_UP).plus(number(value))
    return f"{found:f}"


@in_language
def _format_number(value: object, pattern: object = None, language: object = None, *, context: RenderContext) -> str:
    if nothing(value):
        return ""
    given = None if nothing(pattern) else text(pattern)
    with localcontext(_AS_SHOPS):
        return format_decimal(number(value), given, locale=locale_of(context, language))


@in_language
def _format_currency(
    value: object, currency: object = "", language: object = None, *, context: RenderContext
) -> str:
    if nothing(value):
        return ""
    code = text(currency).upper()
    if not code:
        raise FilterArgumentError("an amount needs its currency, for example EUR", token=None)
    if not is_currency(code):
        raise FilterArgumentError(f"“{code[:10]}” is not a currency", token=None)
    with localcontext(_AS_SHOPS):
        return format_currency(number(value), code, locale=locale_of(context, language))


@in_language
def _percentage(value: object, digits: object = 0, *, context: RenderContext) -> str:
    if nothing(value):
        return ""
    decimals = _digits(digits)
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    locale = locale_of(context)
    shape = locale.percent_formats[None].pattern
    with localcontext(_AS_SHOPS):
        return format_percent(number(value), shape.replace("#,##0", pattern), locale=locale)


def _to_number(value: object) -> object:
    return "" if nothing(value) else plain(number(value))


def _to_integer(value: object) -> object:
    return "" if nothing(value) else whole(value)


FILTERS: Mapping[str, Filter] = {
    "round": _toward(ROUND_HALF_UP),
    "roundUp": _toward(ROUND_CEILING),
    "roundDown": _toward(ROUND_FLOOR),
    "toPrecision": _precision,
    "toPercentage": _percentage,
    "formatNumber": _format_number,
    "formatCurrency": _format_currency,
    "toInt": _to_integer,
    "toHexString": lambda value: "" if nothing(value) else f"{whole(value):x}",
    "stringToNumber": _to_number,
    "stringToInteger": _to_integer,
}
