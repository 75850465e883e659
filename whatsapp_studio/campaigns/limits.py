"""Decides how many people a business may write to first within a day, by the tier that Meta gave it."""

from __future__ import annotations

from datetime import timedelta

# People that may be written to first, outside their service window, within 24 hours that move along (Meta's page on
# messaging limits; since 2025-10-07 all numbers of a business share them).
LIMITS = {"TIER_50": 50, "TIER_250": 250, "TIER_1K": 1000, "TIER_2K": 2000, "TIER_10K": 10_000, "TIER_100K": 100_000}
UNLIMITED = "TIER_UNLIMITED"
DAY = timedelta(hours=24)


def limit_of(tier: str) -> int | None:
    """How many people a tier allows; None where there is no limit, and where nobody knows it (see :func:`is_known`)."""
    return LIMITS.get(tier)


def is_known(tier: str) -> bool:
    """Whether it is known what a tier allows: without that no limit is reckoned with, and it has to be said."""
    return tier in LIMITS or tier == UNLIMITED


def portion(limit: int) -> int:
    """How many people's room has to be free before sending that came to the limit goes on: not one at a time."""
    return max(1, limit // 500)
