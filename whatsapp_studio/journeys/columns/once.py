"""Decides which contacts are alike to a step that reads texts, so that the engine is asked once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from whatsapp_studio.journeys.columns.table import Part, Places
from whatsapp_studio.journeys.columns.zones import Whole
from whatsapp_studio.templates.expression import Expression, ExpressionError

_ROOTS = ("contact", "event", "journey")
# So many kinds of contacts are kept by place, more by name.
_DENSE, _MOST = 4_000_000, 1 << 62


def reads(sources: Iterable[object]) -> tuple[str, ...] | None:
    """The fields (with their start) that texts with expressions read; None where they may read any."""
    found: set[str] = set()
    for source in sources:
        try:
            paths = Expression(source).paths if isinstance(source, str) else ()
        except ExpressionError:
            continue
        for path in paths:
            if path[0] in _ROOTS:
                if len(path) < 2 or not isinstance(path[1], str):
                    return None
                found.add(f"{path[0]}.{path[1]}")
    return tuple(sorted(found))


class Once:
    """A number for each contact, by the values of some fields; each combination is worked out once."""

    def __init__(self, fields: tuple[str, ...] | None) -> None:
        self._fields = fields
        self._sizes: tuple[int, ...] = ()
        self._dense = np.full(0, -1, np.int64)
        self._known: dict[int, int] = {}

    def __call__(
        self, part: Part, who: Places, work: Callable[[int], int], also: NDArray[np.int64] | None = None, kinds: int = 1
    ) -> Whole:  # fmt: skip
        """``work`` gets the place in ``who`` of one of those alike; ``also`` are numbers below ``kinds`` that count."""
        if not len(who):
            return np.zeros(0, np.int64)
        keys, most = self._keys(part, who, also, kinds)
        if keys is None:
            return np.array([work(n) for n in range(len(who))], np.int64)
        return self._by_place(keys, most, work) if most <= _DENSE else self._by_name(keys, work)

    def _keys(
        self, part: Part, who: Places, also: NDArray[np.int64] | None, kinds: int
    ) -> tuple[Whole | None, int]:
        if self._fields is None:
            return None, 0
        sizes = (kinds, *(len(part.shared.vocabulary(name).values) for name in self._fields))
        most = 1
        for size in sizes:
            most *= max(size, 1)
        if most > _MOST:
            return None, 0
        if sizes != self._sizes:
            self._sizes, self._dense, self._known = sizes, np.full(0, -1, np.int64), {}
        keys = np.zeros(len(who), np.int64) if also is None else also.astype(np.int64)
        for name, size in zip(self._fields, sizes[1:], strict=True):
            keys = keys * size + part.codes(name, who)
        return keys, most

    def _by_place(self, keys: Whole, most: int, work: Callable[[int], int]) -> Whole:
        if not len(self._dense):
            self._dense = np.full(most, -1, np.int64)
        found: Whole = self._dense[keys]
        missing = np.flatnonzero(found < 0)
        if len(missing):
            different, firsts = np.unique(keys[missing], return_index=True)
            self._dense[different] = [work(int(missing[n])) for n in firsts]
            found = self._dense[keys]
        return found

    def _by_name(self, keys: Whole, work: Callable[[int], int]) -> Whole:
        different, firsts, places = np.unique(keys, return_index=True, return_inverse=True)
        for key, first in zip(different.tolist(), firsts.tolist(), strict=True):
            if key not in self._known:
                self._known[key] = work(first)
        found = np.array([self._known[key] for key in different.tolist()], np.int64)
        return found[places]
