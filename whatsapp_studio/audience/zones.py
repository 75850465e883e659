"""Decides whose clock counts for a contact: its own field, else where its number is from, else the workspace's."""

from __future__ import annotations

from functools import lru_cache
from zoneinfo import ZoneInfo

from whatsapp_studio.audience.us import ELSEWHERE
from whatsapp_studio.base.zones import zone_of

# Of several zones that a number may be in, that of most people: the first that is here.
_MOST_PEOPLE = (
    "America/Mexico_City", "America/New_York", "America/Boise", "America/North_Dakota/Center", "America/St_Johns",
    "America/Anchorage", "America/Phoenix", "Africa/Kinshasa", "Indian/Reunion", "America/Godthab", "Europe/Madrid",
    "Europe/Lisbon", "Europe/London", "Europe/Helsinki", "Europe/Rome", "Europe/Oslo", "America/Sao_Paulo",
    "America/Guayaquil", "America/Curacao", "Australia/Sydney", "Australia/Perth", "Asia/Jakarta", "Asia/Makassar",
    "Pacific/Auckland", "Pacific/Tarawa", "Pacific/Tahiti", "Pacific/Ponape", "Europe/Moscow", "Asia/Almaty",
    "Asia/Ulaanbaatar",
)  # fmt: skip
_AREA_OF = {country: code for code, country in ELSEWHERE.items()}


def zone_for(time_zone: object, phone: object, country: str, workspace: ZoneInfo) -> ZoneInfo:
    """The clock of a contact.

    ``time_zone`` is its field (IANA, or empty), ``phone`` its number in E.164, ``country`` (ISO alpha-2) is asked where
    there is no number. Of a number that may be in several zones it is the one most people there live in.
    """
    if isinstance(time_zone, str) and time_zone and (own := _zone(time_zone)) is not None:
        return own
    if isinstance(phone, str) and phone:
        return zone_of_number(phone) or workspace
    return (zone_of_country(country) if country else None) or workspace


def zone_of_number(phone: str) -> ZoneInfo | None:
    """Where an E.164 number is from, by its area code where its country has several zones; None: nowhere."""
    return _by_digits(phone[1:6])


# Five digits tell areas apart; the few hundred streets that lie beyond a line are those of the area.
@lru_cache(maxsize=65_536)
def _by_digits(digits: str) -> ZoneInfo | None:
    from phonenumbers.tzdata import TIMEZONE_DATA

    for length in range(len(digits), 0, -1):
        found = TIMEZONE_DATA.get(digits[:length])
        if found:
            return _zone(next((name for name in _MOST_PEOPLE if name in found), found[0]))
    return None


@lru_cache(maxsize=512)
def zone_of_country(country: str) -> ZoneInfo | None:
    """The zone most people of a country (ISO alpha-2) live in; None where that is not known."""
    import phonenumbers

    calling = phonenumbers.country_code_for_region(country)
    own = {"CA": "America/Toronto", "KZ": "Asia/Almaty", "RU": "Europe/Moscow", **_AREA_OF}.get(country, "")
    if "/" in own:
        return _zone(own)
    return _by_digits(f"{calling}{own}"[:5]) if calling else None


@lru_cache(maxsize=1024)
def _zone(name: str) -> ZoneInfo | None:
    return zone_of(name)
