"""Decides what chance gives each contact of a campaign: the same whenever it is asked, and without a pattern."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import uint64
    from numpy.typing import NDArray

_MASK = (1 << 64) - 1
# The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): neighbours come out anywhere.
_STEP, _FIRST, _SECOND = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB


def key_of(what: str, campaign_id: str) -> int:
    """The key of one draw of a campaign; draws for different things (``wave``, ``treatment``) know nothing of each
    other."""
    return int.from_bytes(blake2b(f"{what}:{campaign_id}".encode(), digest_size=8).digest(), "big")


def drawn(key: int, contact_id: int) -> float:
    """What a contact draws, from 0 up to 1."""
    value = ((contact_id ^ key) + _STEP) & _MASK
    value = ((value ^ (value >> 30)) * _FIRST) & _MASK
    value = ((value ^ (value >> 27)) * _SECOND) & _MASK
    return float((value ^ (value >> 31)) >> 11) / float(1 << 53)


def stirred(key: int, ids: Sequence[int]) -> NDArray[uint64]:
    """For many contacts at once, the numbers behind :func:`drawn`: 64 bits each."""
    import numpy

    with numpy.errstate(over="ignore"):
        values = (numpy.asarray(ids, dtype=numpy.uint64) ^ numpy.uint64(key)) + numpy.uint64(_STEP)
        values = (values ^ (values >> numpy.uint64(30))) * numpy.uint64(_FIRST)
        values = (values ^ (values >> numpy.uint64(27))) * numpy.uint64(_SECOND)
        return values ^ (values >> numpy.uint64(31))
