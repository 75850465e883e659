"""Decides which round numbers stand beside a chart."""

from __future__ import annotations

from itertools import count


def ticks(most: int, at_most: int = 5) -> tuple[int, ...]:
    """Whole numbers from 0 up to one that is at least ``most``, evenly apart by 1, 2 or 5 times a power of ten."""
    wanted = max(1, most)
    for power in count():
        for base in (1, 2, 5):
            step = base * 10**power
            steps = -(-wanted // step)
            if steps <= at_most:
                return tuple(step * n for n in range(steps + 1))
    raise AssertionError
