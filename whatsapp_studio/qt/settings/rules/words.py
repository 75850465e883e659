"""Decides how a rule of writing is said in a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from whatsapp_studio.audience.caps import Cap, CountryLimit
from whatsapp_studio.audience.quiet import Period, QuietHours
from whatsapp_studio.base.i18n import language, mark, ntr, tr
from whatsapp_studio.base.local import listed

SHORT = (mark("Mo"), mark("Tu"), mark("We"), mark("Th"), mark("Fr"), mark("Sa"), mark("Su"))
LONG = (
    mark("Monday"), mark("Tuesday"), mark("Wednesday"), mark("Thursday"), mark("Friday"), mark("Saturday"),
    mark("Sunday"),
)  # fmt: skip


def country(code: str) -> str:
    """The name of a country in the language in use; its code where it has none."""
    from babel import Locale

    return str(Locale(language().code).territories.get(code, code))


def countries(codes: Iterable[str]) -> list[tuple[str, str]]:
    """Names and codes of countries, by name."""
    from whatsapp_studio.base.local import fold

    return sorted(((country(code), code) for code in codes), key=lambda pair: fold(pair[0]))


def days(chosen: tuple[int, ...]) -> str:
    """Days of the week, said shortly."""
    some = tuple(sorted(set(chosen)))
    if some == (0, 1, 2, 3, 4, 5, 6):
        return tr("Every day")
    if some == (0, 1, 2, 3, 4):
        return tr("Monday to Friday")
    return listed([tr(LONG[day]) for day in some])


def period(one: Period) -> str:
    """When a period is quiet."""
    if one.begin == one.end:
        return tr("{days}, all day", days=days(one.days))
    return tr("{days} {begin}–{end}", days=days(one.days), begin=one.begin, end=one.end)


def when(hours: QuietHours) -> str:
    """When a preset is quiet."""
    parts = [period(one) for one in hours.periods]
    if hours.holidays:
        parts.append(tr("Public holidays of {country}", country=country(hours.holidays)))
    return " · ".join(parts)


def meanwhile(hours: QuietHours) -> str:
    """What becomes of a message that is due in them."""
    if hours.on_due == "skip":
        return tr("A message that is due then is not sent.")
    return tr("A message that is due then waits until they are over.")


def cap(one: Cap) -> str:
    """How often a cap lets somebody be written to."""
    what = _messages(one.purpose, one.most)
    match one.window:
        case "hours":
            return ntr("{what} in any hour", "{what} in any {n} hours", one.length, what=what)
        case "days":
            return ntr("{what} in any 24 hours", "{what} in any {n} days", one.length, what=what)
        case "day":
            return tr("{what} in a day", what=what)
        case "week":
            return tr("{what} in a week, from Monday", what=what)
    return tr("{what} in a month", what=what)


def limit(one: CountryLimit) -> str:
    """How often somebody of a country may be written to."""
    if one.most == 0:
        return {
            "marketing": tr("No marketing at all"), "utility": tr("No utility messages at all"),
        }.get(one.purpose, tr("No messages at all"))  # fmt: skip
    what = _messages(one.purpose, one.most)
    return ntr("{what} in any 24 hours", "{what} in any {n} days", one.days, what=what)


def _messages(purpose: str, most: int) -> str:
    match purpose:
        case "marketing":
            return ntr("At most {n} marketing message", "At most {n} marketing messages", most)
        case "utility":
            return ntr("At most {n} utility message", "At most {n} utility messages", most)
    return ntr("At most {n} message", "At most {n} messages", most)
