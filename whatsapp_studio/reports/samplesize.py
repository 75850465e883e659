"""Decides how many people an experiment needs to show a difference, and what difference so many people can show."""

from __future__ import annotations

import math
from statistics import NormalDist

from whatsapp_studio.reports.sequential import ALPHA, boundary, tightest, variance

POWER = 0.8
_NORMAL = NormalDist()


def fixed(base: float, lift: float, *, power: float = POWER, alpha: float = ALPHA) -> int:
    """People each for a single look at the end: the usual formula for two shares.

    ``lift`` is relative. (Fleiss, Levin and Paik, *Statistical Methods for Rates and Proportions*, 2003, section 4.2,
    without continuity correction.) For reference: 10 % against 12 % at 80 % takes 3,841.
    """
    other = _other(base, lift)
    mean = (base + other) / 2
    high, wanted = _NORMAL.inv_cdf(1 - alpha / 2), _NORMAL.inv_cdf(power)
    spread = high * math.sqrt(2 * mean * (1 - mean)) + wanted * math.sqrt(base * (1 - base) + other * (1 - other))
    return math.ceil((spread / (other - base)) ** 2)


def needed(base: float, lift: float, arms: int = 2, *, power: float = POWER, alpha: float = ALPHA) -> int:
    """People each for bounds that hold at every look (``reports.sequential``), where ``arms`` messages are compared.

    It is the boundary at the planned end and what chance may take from the difference there; that the boundary may be
    passed before makes the power higher than ``power``, never lower.
    """
    other = _other(base, lift)
    each = alpha / (arms * (arms - 1) / 2)
    # The best one has to pass all the others.
    sure = 1 - (1 - power) / (arms - 1)
    mean = variance((base + other) / 2)
    plain = (base * (1 - base) + other * (1 - other)) / 2
    # Both in units of the standard deviation of the sum at the planned end.
    at_end = boundary(1.0, variance(base) / mean / tightest(each), each)
    spread = at_end * math.sqrt(mean) + _NORMAL.inv_cdf(sure) * math.sqrt(plain)
    return math.ceil(2 * (spread / (other - base)) ** 2)


def detectable(people: int, base: float, arms: int = 2, *, power: float = POWER, alpha: float = ALPHA) -> float | None:
    """The smallest relative lift that ``people`` each can show; None where not even the largest there is."""
    if people < 1 or not 0 < base < 1:
        return None
    low, high = 0.0, (1 - base) / base * 0.999
    if needed(base, high, arms, power=power, alpha=alpha) > people:
        return None
    for _ in range(40):
        middle = (low + high) / 2
        if middle > 0 and needed(base, middle, arms, power=power, alpha=alpha) <= people:
            high = middle
        else:
            low = middle
    return high


def _other(base: float, lift: float) -> float:
    """The share that is higher by a relative lift; raises ``ValueError`` where there is none."""
    if not 0 < base < 1 or lift <= 0 or base * (1 + lift) >= 1:
        raise ValueError("shares lie between 0 and 1")
    return base * (1 + lift)
