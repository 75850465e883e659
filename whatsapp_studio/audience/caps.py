"""Decides how often somebody may be written to: caps over windows, on the clock of whoever is written to."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.zones import moment_of

CapPurpose = Literal["marketing", "utility", "any"]
Window = Literal["hours", "days", "day", "week", "month"]
ROLLING: tuple[Window, ...] = ("hours", "days")
CALENDAR: tuple[Window, ...] = ("day", "week", "month")
# As long as a rolling window may be: a year.
MOST_DAYS = 366


class Cap(msgspec.Struct, frozen=True, kw_only=True):
    """At most ``most`` messages of a purpose to one person within a window.

    ``hours`` and ``days`` are rolling windows of ``length`` hours or times 24 hours, back from the moment of sending.
    ``day``, ``week`` (from Monday) and ``month`` are those of the calendar in the person's time zone; ``length`` says
    nothing there. ``any`` is marketing and utility together: codes to sign in with are never capped, nor are answers.
    ``enabled`` is whether it counts.
    """

    id: int = 0
    name: str = ""
    most: int = 2
    purpose: CapPurpose = "marketing"
    window: Window = "week"
    length: int = 1
    enabled: bool = True


class CountryLimit(msgspec.Struct, frozen=True, kw_only=True):
    """At most ``most`` messages of a purpose to each person of a country within ``days`` times 24 hours.

    ``country`` is ISO alpha-2, and meant is that of the number. 0 is nobody there.
    """

    country: str
    purpose: CapPurpose = "marketing"
    most: int = 0
    days: int = 1


def counts(purpose: CapPurpose, message: str) -> bool:
    """Whether a limit of a purpose counts a message of the purpose ``message``."""
    return message == purpose or (purpose == "any" and message in ("marketing", "utility"))


def begins(cap: Cap, at: datetime, zone: ZoneInfo) -> datetime:
    """The moment (UTC) from which a cap counts, for a message at ``at`` (aware) to somebody in ``zone``.

    Rolling, a message of that very moment is outside; of a calendar, the first moment is inside.
    """
    match cap.window:
        case "hours":
            return at - timedelta(hours=cap.length)
        case "days":
            return at - timedelta(days=cap.length)
    wall = datetime.combine(at.astimezone(zone).date(), time())
    if cap.window == "week":
        wall -= timedelta(days=wall.weekday())
    elif cap.window == "month":
        wall = wall.replace(day=1)
    return moment_of(wall, zone)


def checked(cap: Cap) -> Cap:
    """The cap with a tidy name.

    Raises ``UserError``: ``cap-name-missing``, ``cap-most-invalid`` (below 1), ``cap-length-invalid`` (not from one
    hour to a year; fact ``most``, the days of it).
    """
    name = " ".join(cap.name.split())
    if not name:
        raise UserError("cap-name-missing")
    if not 1 <= cap.most <= 10_000:
        raise UserError("cap-most-invalid", name=name)
    longest = MOST_DAYS * (24 if cap.window == "hours" else 1)
    if cap.window in ROLLING and not 1 <= cap.length <= longest:
        raise UserError("cap-length-invalid", most=MOST_DAYS)
    return msgspec.structs.replace(cap, name=name)


def checked_limit(limit: CountryLimit) -> CountryLimit:
    """The limit; raises ``UserError``: ``country-unknown`` (fact ``country``), ``cap-length-invalid``,
    ``cap-most-invalid`` (below 0)."""
    import phonenumbers

    if limit.country not in phonenumbers.SUPPORTED_REGIONS:
        raise UserError("country-unknown", country=limit.country)
    if not 1 <= limit.days <= MOST_DAYS:
        raise UserError("cap-length-invalid", most=MOST_DAYS)
    if not 0 <= limit.most <= 10_000:
        raise UserError("cap-most-invalid", name=limit.country)
    return limit
