"""Decides which market a message is counted with: the one it was priced by, else the country of its number."""

from __future__ import annotations

from functools import lru_cache

from whatsapp_studio.audience.us import country_of


@lru_cache(maxsize=4096)
def market_of(market: str) -> str:
    """A market as it is; for the beginning of a number (``+316123``) the country (ISO alpha-2), or empty."""
    if not market.startswith("+"):
        return market
    return country_of(market) or _main_country(market)


def _main_country(phone: str) -> str:
    """Of several countries with one calling code the largest, where the beginning of a number does not tell them."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    for length in (1, 2, 3):
        if found := COUNTRY_CODE_TO_REGION_CODE.get(int(phone[1 : 1 + length] or 0)):
            return str(found[0]) if len(found[0]) == 2 else ""
    return ""
