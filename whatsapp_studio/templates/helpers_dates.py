"""Decides what the helpers for dates do, and writes dates in the language of the template."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from babel.dates import format_date, format_datetime
from liquid import RenderContext

from whatsapp_studio.templates.helpers_values import (
    Filter,
    has_time,
    in_language,
    locale_of,
    moment,
    nothing,
    text,
    whole,
)

_STYLES = ("short", "medium", "long", "full")
_QUOTED = re.compile(r"'[^']*'")
_CLOCK = re.compile("[hHkKmsSazZxXv]")


@in_language
def _format_date(value: object, pattern: object = "long", language: object = None, *, context: RenderContext) -> str:
    """A style (short to full) or a pattern of letters (Unicode TR 35): ``d MMMM yyyy``."""
    if nothing(value):
        return ""
    when, locale, shape = moment(value), locale_of(context, language), text(pattern)
    if shape in _STYLES:
        return format_date(when.date(), shape, locale=locale)
    letters = _QUOTED.sub("", shape)
    if "w" not in letters:
        # Y is the year that a week belongs to: next to days and months it is a slip that shows at New Year only.
        shape = "".join(
            part if n % 2 else part.replace("Y", "y") for n, part in enumerate(re.split("('[^']*')", shape))
        )
    if _CLOCK.search(letters):
        return format_datetime(when, shape, tzinfo=when.tzinfo, locale=locale)
    return format_date(when.date(), shape, locale=locale)


def _date_diff(value: object, other: object = "now") -> object:
    if nothing(value) or nothing(other):
        return ""
    return (moment(other).date() - moment(value).date()).days


def _age(value: object, on: object = "now") -> object:
    if nothing(value):
        return ""
    born, day = moment(value).date(), moment(on).date()
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _written(when: datetime, value: object) -> str:
    return when.isoformat() if has_time(value) else when.date().isoformat()


def _add_days(value: object, days: object) -> str:
    return "" if nothing(value) else _written(moment(value) + timedelta(days=whole(days)), value)


def _set_days(value: object, day: object) -> str:
    return "" if nothing(value) else _written(moment(value).replace(day=whole(day)), value)


def _set_hours(value: object, hour: object) -> str:
    return "" if nothing(value) else moment(value).replace(hour=whole(hour)).isoformat()


def _of_day(part: str) -> Filter:
    def work(value: object) -> object:
        return "" if nothing(value) else _PARTS[part](moment(value).date())

    return work


# Sunday is 1, as in Adobe's.
_PARTS: Mapping[str, Filter] = {
    "dayOfWeek": lambda day: day.isoweekday() % 7 + 1,
    "dayOfMonth": lambda day: day.day,
    "dayOfYear": lambda day: day.timetuple().tm_yday,
    "weekOfYear": lambda day: day.isocalendar().week,
    "month": lambda day: day.month,
    "year": lambda day: day.year,
}


def _to_utc(value: object) -> str:
    return "" if nothing(value) else moment(value).astimezone(UTC).isoformat()


def _to_day(value: object) -> str:
    return "" if nothing(value) else _day(value).isoformat()


def _day(value: object) -> date:
    return moment(value).date()


FILTERS: Mapping[str, Filter] = {
    "formatDate": _format_date,
    "dateDiff": _date_diff,
    "age": _age,
    "addDays": _add_days,
    "setDays": _set_days,
    "setHours": _set_hours,
    "toUTC": _to_utc,
    "toDateTime": lambda value: "" if nothing(value) else moment(value).isoformat(),
    "toDateTimeOnly": lambda value: "" if nothing(value) else moment(value).replace(tzinfo=None).isoformat(),
    "stringToDate": _to_day,
    **{name: _of_day(name) for name in _PARTS},
}
