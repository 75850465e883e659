"""Decides all chance in journeys: a whole number made of the contact and the step, the same wherever it is asked."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache

_ALL = (1 << 64) - 1


@lru_cache(maxsize=4096)
def salt(step: str) -> int:
    """What a step brings to its draws: 64 bits of its id."""
    return int.from_bytes(hashlib.blake2b(step.encode(), digest_size=8).digest(), "little")


def draw(contact: int, salted: int) -> int:
    """64 bits for a contact at a step. Whole numbers only, so that columns of contacts can be drawn at once."""
    mixed = (contact ^ salted) + 0x9E3779B97F4A7C15 & _ALL
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 & _ALL
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & _ALL
    return mixed ^ mixed >> 31


def pick(contact: int, step: str, weights: Sequence[int]) -> int | None:
    """Which of several weights the contact falls on, by its place; None where all are nothing."""
    total = sum(weights)
    if total <= 0:
        return None
    left = draw(contact, salt(step)) % total
    for n, weight in enumerate(weights):
        if left < weight:
            return n
        left -= weight
    raise AssertionError("a draw is less than the sum of what is drawn from")


def within(contact: int, step: str, percent: int) -> bool:
    """Whether the contact is one of so many in a hundred; apart from what :func:`pick` says at the same step."""
    return draw(contact, salt(f"{step}:holdout")) % 100 < percent
