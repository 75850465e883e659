"""Decides chance for columns of contacts: the very bits that ``journeys.chance`` draws for one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from whatsapp_studio.journeys.assumed import Odds
from whatsapp_studio.journeys.chance import salt

Bits = NDArray[np.uint64]
_GOLDEN, _FIRST, _SECOND = (
    np.uint64(n) for n in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)
)
_30, _27, _31, _32, _48 = (np.uint64(n) for n in (30, 27, 31, 32, 48))


def draw(contacts: Bits, salted: int | Bits) -> Bits:
    """64 bits for each contact at a step."""
    mixed = contacts ^ (np.uint64(salted) if isinstance(salted, int) else salted)
    mixed += _GOLDEN
    mixed ^= mixed >> _30
    mixed *= _FIRST
    mixed ^= mixed >> _27
    mixed *= _SECOND
    mixed ^= mixed >> _31
    return mixed


def pick(contacts: Bits, step: str, weights: Sequence[int]) -> NDArray[np.intp]:
    """Which of several weights, that are not all nothing, each contact falls on."""
    ends = np.cumsum(np.array(weights, np.uint64))
    left = draw(contacts, salt(step)) % ends[-1]
    found: NDArray[np.intp] = np.searchsorted(ends, left, side="right")
    return found


def within(contacts: Bits, step: str, percent: int) -> NDArray[np.bool_]:
    """Which contacts are of so many in a hundred."""
    found: NDArray[np.bool_] = draw(contacts, salt(f"{step}:holdout")) % np.uint64(100) < max(percent, 0)
    return found


class Answers:
    """What contacts do at a step: which answer, which of its texts, and how many minutes later."""

    def __init__(self, odds: Odds, contacts: Bits, visits: NDArray[np.int32] | int, salted: int) -> None:
        first = draw(contacts, salted)
        drawn = draw(first, visits if isinstance(visits, int) else visits.astype(np.uint64))
        self.which = np.searchsorted(
            np.array(odds.below, np.uint64), drawn & np.uint64(0xFFFFFFFF), side="right"
        )
        self._texts = (drawn >> _32) & np.uint64(0xFFFF)
        self.minutes = (odds.soonest + ((drawn >> _48) * np.uint64(odds.minutes) >> np.uint64(16))).astype(np.int64)

    def texts(self, chosen: NDArray[np.bool_], many: int) -> NDArray[np.int64]:
        """Which of so many texts those chosen say."""
        return (self._texts[chosen] * np.uint64(many) >> np.uint64(16)).astype(np.int64)
