"""Decides which country or time zone a written one means."""

from __future__ import annotations

import re
from functools import cache


def read_country(text: str) -> str | None:
    """ISO code of ``nl``, ``+31``, ``Netherlands`` or ``Nederland``; empty for nothing, None if unknown."""
    import phonenumbers

    word = text.strip()
    if not word:
        return ""
    if word.upper() in phonenumbers.SUPPORTED_REGIONS:
        return word.upper()
    calling = re.fullmatch(r"(?:\+|00)?(\d{1,3})", word)
    if calling:
        region = phonenumbers.region_code_for_country_code(int(calling[1]))
        return region if region in phonenumbers.SUPPORTED_REGIONS else None
    return _names().get(word.casefold())


def read_time_zone(text: str) -> str | None:
    """The IANA name this is, whatever its case; empty for nothing, None if unknown."""
    word = text.strip().replace(" ", "_")
    return _zones().get(word.casefold()) if word else ""


@cache
def _names() -> dict[str, str]:
    import phonenumbers
    from babel import Locale

    # British usage and old names that no locale lists.
    found = {"uk": "GB", "united kingdom": "GB", "england": "GB", "engeland": "GB", "holland": "NL", "usa": "US",
             "the netherlands": "NL", "america": "US", "amerika": "US", "vae": "AE"}  # fmt: skip
    for seen_from in ("es", "fr", "de", "nl", "en"):
        for code, name in Locale(seen_from).territories.items():
            if code in phonenumbers.SUPPORTED_REGIONS:
                found[name.casefold()] = code
    return found


@cache
def _zones() -> dict[str, str]:
    from zoneinfo import available_timezones

    return {name.casefold(): name for name in available_timezones()}
