"""Decides which market a message is counted with: the one it was priced by, else the one its number is in."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from whatsapp_studio.audience import markets


@lru_cache(maxsize=4096)
def market_of(market: str) -> str:
    """A market as it is; for the beginning of a number (``+316123``) the one it is in by the newest list we have."""
    return markets.market_of(market, date.max) if market.startswith("+") else market
