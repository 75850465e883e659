"""Decides which order of things in rows crosses the fewest arrows and keeps outputs from left to right."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence

# Swaps end by themselves; this is for the graph nobody thought of.
_ROUNDS = 24
# A branch out of the order of its outputs is worse than any number of crossings.
_DISORDER = 1000
# A step, or what stands for a long arrow in a row it only passes through: the arrow's ends and the row.
Thing = str | tuple[str, str, int]


class Web:
    """Arrows from each row to the next, those of one thing in the order of its outputs."""

    def __init__(self, arrows: Sequence[tuple[Thing, Thing]]) -> None:
        self._above: dict[Thing, list[Thing]] = {}
        self._below: dict[Thing, list[Thing]] = {}
        for source, target in arrows:
            self._below.setdefault(source, []).append(target)
            self._above.setdefault(target, []).append(source)
        self._output = {
            (source, target): n for source, targets in self._below.items() for n, target in enumerate(targets)
        }

    def price(self, rows: Sequence[Sequence[Thing]]) -> int:
        """How bad an order is: its crossings, and far above them its branches out of order."""
        at = {thing: n for row in rows for n, thing in enumerate(row)}
        found = 0
        for row in rows:
            passed: list[int] = []
            for thing in row:
                ends = [at[target] for target in self._below.get(thing, ())]
                found += sum(len(passed) - bisect_right(passed, end) for end in ends)
                for end in ends:
                    insort(passed, end)
                found += _DISORDER * sum(end < before for n, end in enumerate(ends) for before in ends[:n])
        return found

    def uncross(self, rows: Sequence[list[Thing]]) -> None:
        """Swap neighbours in a row while that makes it better."""
        at = {thing: n for row in rows for n, thing in enumerate(row)}
        for turn in range(_ROUNDS):
            better = False
            for row in rows if turn % 2 == 0 else reversed(rows):
                for n in range(len(row) - 1):
                    left, right = row[n], row[n + 1]
                    if self._pair(right, left, at) < self._pair(left, right, at):
                        row[n], row[n + 1] = right, left
                        at[left], at[right] = n + 1, n
                        better = True
            if not better:
                return

    def _pair(self, left: Thing, right: Thing, at: dict[Thing, int]) -> int:
        """What it costs that of two neighbours ``left`` is on the left."""
        found = 0
        for side in (self._above, self._below):
            ends = [at[one] for one in side.get(right, ())]
            found += sum(sum(end < at[one] for end in ends) for one in side.get(left, ()))
        for parent in self._above.get(left, ()):
            other = self._output.get((parent, right))
            if other is not None and other < self._output[parent, left]:
                found += _DISORDER
        return found
