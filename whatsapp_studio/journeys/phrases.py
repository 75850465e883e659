"""Decides how spans, times of day, weekdays and dates of a journey are said on a card."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from whatsapp_studio.audience.rules import RuleError, field_words, in_words, parse
from whatsapp_studio.base import local
from whatsapp_studio.base.i18n import ctr, ntr, number, tr
from whatsapp_studio.journeys.reading import text, whole

WEEKDAYS = 7
_FILLED = re.compile(r"\{\{-?\s*([A-Za-z_][\w.]*)[^{}]*\}\}")


def short(value: str, most: int = 32) -> str:
    """The first line of a text, cut where it is longer than ``most`` characters."""
    line = " ".join(value[: 4 * most].split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def written(value: str, most: int = 60) -> str:
    """The beginning of a text; what is filled in for a contact is named: ``Hello [first name]``."""
    return short(_FILLED.sub(lambda place: f"[{field_words(place[1])}]", value[: 8 * most]), most)


def listed(values: Iterable[str]) -> str:
    """Several things in a row: ``a, b, c``."""
    return ", ".join(values)


def parts(*values: str) -> str:
    """Several short remarks in one line; empty ones are left out."""
    return " · ".join(value for value in values if value)


def span(duration: Any) -> str:
    """A duration in full: ``2 days``. Whether it is before or after is not said."""
    amount, unit = _span(duration)
    match unit:
        case "minutes":
            return ntr("{n} minute", "{n} minutes", amount)
        case "hours":
            return ntr("{n} hour", "{n} hours", amount)
        case "weeks":
            return ntr("{n} week", "{n} weeks", amount)
        case _:
            return ntr("{n} day", "{n} days", amount)


def short_span(duration: Any) -> str:
    """A duration on an arrow: ``2 d``."""
    amount, unit = _span(duration)
    match unit:
        case "minutes":
            return tr("{n} min", n=number(amount))
        case "hours":
            return tr("{n} h", n=number(amount))
        case "weeks":
            return tr("{n} wk", n=number(amount))
        case _:
            return tr("{n} d", n=number(amount))


def _span(duration: Any) -> tuple[int, str]:
    if not isinstance(duration, Mapping):
        return 0, ""
    return abs(whole(duration, "amount")), text(duration, "unit")


def weekdays(days: Any) -> str:
    """Days of the week, runs of three and more as one: ``Mon–Fri``, ``Sat, Sun``, ``every day``."""
    chosen = sorted({d for d in days if type(d) is int and 0 <= d < WEEKDAYS}) if isinstance(days, list | tuple) else []
    if not chosen:
        return tr("no day")
    if len(chosen) == WEEKDAYS:
        return tr("every day")
    names = tr("Mon Tue Wed Thu Fri Sat Sun").split()
    found: list[list[int]] = []
    for day in chosen:
        if found and found[-1][-1] == day - 1:
            found[-1].append(day)
        else:
            found.append([day])
    return listed(
        f"{names[run[0]]}–{names[run[-1]]}" if len(run) > 2 else listed(names[d] for d in run) for run in found
    )


def hours(window: Mapping[str, Any]) -> str:
    """From when to when: ``09:00–17:00``."""
    return f"{clock(text(window, 'from'))}–{clock(text(window, 'to'))}"


def clock(value: str) -> str:
    """A time of day, dots where there is none."""
    return short(value, 8) or "…"


def day(value: str) -> str:
    """A date in words: ``24 Dec 2026``; as it stands where it is none."""
    try:
        return local.day(date.fromisoformat(value))
    except ValueError:
        return short(value, 16) or "…"


def days(first: str, last: str) -> str:
    """From one date to another: ``1 Dec 2026 – 24 Dec 2026``; the same day once; open where one is missing."""
    if first == last:
        return day(first)
    if not first or not last:
        return ctr("the last day", "until {date}", date=day(last)) if last else tr("from {date}", date=day(first))
    return f"{day(first)} – {day(last)}"


def moment(value: str) -> str:
    """A date and time in words: ``1 Dec 2026 09:00``; as it stands where it is none."""
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return short(value, 20) or "…"
    return f"{local.day(at.date())} {at:%H:%M}"


def whose_clock(value: str) -> str:
    """Whose time of day counts."""
    return tr("journey's time") if value == "journey" else tr("contact's time")


def audience(whom: Mapping[str, Any]) -> str:
    """An audience in one line."""
    return audience_rule(whom) or audience_title(whom)


def audience_title(whom: Mapping[str, Any]) -> str:
    """What an audience is called: ``All contacts``, ``List: VIP``, ``Contacts by rule``."""
    match text(whom, "kind"):
        case "list":
            name = text(whom, "list")
            return tr("List: {list}", list=short(name)) if name else tr("No list chosen")
        case "rule":
            return tr("Contacts by rule")
        case "all":
            return tr("All contacts")
        case _:
            return tr("No audience chosen")


def audience_rule(whom: Mapping[str, Any]) -> str:
    """The rule of an audience in words; empty where it has none."""
    if text(whom, "kind") != "rule":
        return ""
    return rule_words(whom.get("rule")) or tr("No rule yet")


def rule_words(raw: Any) -> str:
    """A rule in words; empty where there is none that can be read."""
    try:
        return in_words(parse(raw))
    except RuleError:
        return ""


def repeat(rhythm: Mapping[str, Any], first: str) -> str:
    """How often: ``every week on Mon, 09:00``."""
    every, unit = max(1, whole(rhythm, "every", 1)), text(rhythm, "unit")
    days = rhythm.get("weekdays")
    match unit:
        case "weeks":
            often = tr("every week") if every == 1 else ntr("every {n} week", "every {n} weeks", every)
            often = tr("{often} on {days}", often=often, days=weekdays(days)) if days else often
        case "months":
            often = tr("every month") if every == 1 else ntr("every {n} month", "every {n} months", every)
        case _:
            often = tr("every day") if every == 1 else ntr("every {n} day", "every {n} days", every)
    at = first[11:16]
    return tr("{often}, {time}", often=often, time=at) if at else often
