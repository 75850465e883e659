"""Decides what an experiment shows so far, however often one looks: which message is better, and by how much.

Looking every day and stopping at the first good sight makes a usual test wrong far more often than it says. The bounds
here hold for all looks at once: the normal-mixture boundary for a sum with variance ``v``,
``sqrt((v + r) * (log((v + r) / r) + 2 * log(1 / alpha)))`` (Robbins 1970; Howard, Ramdas, McAuliffe and Sekhon,
*Annals of Statistics* 49, 2021, equation 14), two-sided, applied to the difference of two shares as in Johari, Koomen,
Pekelis and Walsh, *Operations Research* 70, 2022, and valid by the normal approximation (Waudby-Smith and others,
*Annals of Statistics* 52, 2024). ``r`` is fixed before the first look, so that the boundary is tightest at the end that
was planned. Of several messages each pair is compared, each at its part of the error (Bonferroni).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations
from typing import Literal, NamedTuple

import msgspec

ALPHA = 0.05
# At v = r * _TIGHTEST the boundary is tightest (Howard and others, 2021, section 3.5, for alpha = 0.05).
_TIGHTEST = 7.93
# So few of either kind tell nothing by a normal approximation.
LEAST = 5


class Arm(NamedTuple):
    """One message: how many ``people`` it went to, and for how many of them it did what was hoped for."""

    key: str
    people: int
    successes: int

    @property
    def share(self) -> float:
        return self.successes / self.people if self.people else 0.0


class Lead(NamedTuple):
    """How the share of one message differs from that of another (absolute), with bounds that hold for all looks."""

    best: str
    other: str
    difference: float
    low: float
    high: float


State = Literal["winner", "not-yet", "inconclusive"]


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What there is to say: a ``winner`` that is better than every other, ``not-yet``, or ``inconclusive`` at the end.

    ``best`` has the highest share so far, ``leads`` compare it with each other; ``confidence`` is that of all of them.
    """

    state: State
    best: str = ""
    leads: tuple[Lead, ...] = ()
    confidence: float = 1 - ALPHA


def verdict(arms: Sequence[Arm], *, expected: float, planned: int, over: bool = False, alpha: float = ALPHA) -> Verdict:
    """Compare messages. ``expected`` is the share (0 to 1) and ``planned`` the people each that were reckoned with.

    Both are fixed before the first look. ``over``: nobody will look again.
    """
    known = [arm for arm in arms if arm.people]
    if len(known) < 2:
        return Verdict(state="inconclusive" if over else "not-yet", best=known[0].key if known else "")
    pairs = len(list(combinations(known, 2)))
    best = max(known, key=lambda arm: arm.share)
    leads = tuple(
        lead(best, other, expected=expected, planned=planned, alpha=alpha / pairs)
        for other in known if other is not best
    )  # fmt: skip
    if all(one.low > 0 for one in leads):
        return Verdict(state="winner", best=best.key, leads=leads, confidence=1 - alpha)
    return Verdict(state="inconclusive" if over else "not-yet", best=best.key, leads=leads, confidence=1 - alpha)


def lead(one: Arm, other: Arm, *, expected: float, planned: int, alpha: float = ALPHA) -> Lead:
    """How much higher the share of ``one`` is; the bounds hold however often this is asked."""
    difference = one.share - other.share
    both, successes = one.people + other.people, one.successes + other.successes
    if min(successes, both - successes) < LEAST or not (one.people and other.people):
        return Lead(one.key, other.key, difference, -1.0, 1.0)
    weight = one.people * other.people / both
    pooled = successes / both
    spread = weight * variance(pooled)
    planned_spread = max(1.0, planned / 2) * variance(min(max(expected, 0.01), 0.99))
    radius = boundary(spread, planned_spread / tightest(alpha), alpha) / weight
    return Lead(one.key, other.key, difference, max(-1.0, difference - radius), min(1.0, difference + radius))


def variance(share: float) -> float:
    """The variance of one person's answer. Beyond one half what is still to come makes it fall again while the numbers
    that were looked at stay: the largest counts."""
    return 0.25 if share > 0.5 else share * (1 - share)


def boundary(spread: float, tuned: float, alpha: float) -> float:
    """How far a sum of so much variance may be from nothing at any time, with error ``alpha``."""
    return math.sqrt((spread + tuned) * (math.log((spread + tuned) / tuned) + 2 * math.log(1 / alpha)))


def tightest(alpha: float) -> float:
    """By how much the variance at which the boundary is tightest is larger than what it is tuned by."""
    return 2 * math.log(1 / alpha) + math.log(1 + 2 * math.log(1 / alpha))
