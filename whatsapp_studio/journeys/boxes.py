"""Decides what covers what on the canvas: rectangles, and the least way out from under others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from whatsapp_studio.journeys.graph import NOTE, SNAP, Journey, Point
from whatsapp_studio.journeys.routing import card_size
from whatsapp_studio.journeys.table import ports_of

Size = tuple[int, int]
# Left, top, right, bottom.
Rect = tuple[int, int, int, int]
# About as many signs go in a line of a note, this high; higher no note grows.
_SIGNS, _LINE, _TALLEST = 24, 19, 360
# How far up or down is looked before going further sideways.
_UP_DOWN = tuple(range(0, 961, 24))


def size_of(journey: Journey, id: str, sizes: Mapping[str, Size] | None = None) -> Size:
    """How large a step or a note is. ``sizes`` know better: without them a note's height is taken from its words."""
    if sizes and id in sizes:
        return sizes[id]
    if (step := journey.steps.get(id)) is not None:
        return card_size(len(ports_of(step, journey)))
    note = journey.notes.get(id)
    lines = sum(1 + len(line) // _SIGNS for line in note.text.split("\n")) if note else 0
    return NOTE[0], min(_TALLEST, max(NOTE[1], lines * _LINE + 24))


def rect_of(place: Point, size: Size) -> Rect:
    """The rectangle of a thing at a place."""
    return place[0], place[1], place[0] + size[0], place[1] + size[1]


def apart(one: Rect, other: Rect, margin: int = 0) -> bool:
    """Whether two rectangles keep ``margin`` between them."""
    return (
        one[2] + margin <= other[0]
        or other[2] + margin <= one[0]
        or one[3] + margin <= other[1]
        or other[3] + margin <= one[1]
    )


def around(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle around others; at the origin around none."""
    some = list(rects)
    if not some:
        return (0, 0, 0, 0)
    lefts, tops, rights, bottoms = zip(*some, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def snapped(n: float) -> int:
    """The nearest place on the snapping grid."""
    return round(n / SNAP) * SNAP


def way_out(rects: Sequence[Rect], others: Sequence[Rect], margin: int, *, up: bool = True) -> Point:
    """The shortest move that brings all ``rects`` together clear of all ``others``; not upwards unless ``up``."""
    low = min(top for _, top, _, _ in rects) - _UP_DOWN[-1] - margin
    high = max(bottom for _, _, _, bottom in rects) + _UP_DOWN[-1] + margin
    others = [other for other in others if other[3] > low and other[1] < high]
    best: tuple[int, int, int] | None = None
    for step in _UP_DOWN:
        if best is not None and step >= best[0]:
            break
        for dy in (step, -step) if up and step else (step,):
            dx = _sideways(rects, others, margin, dy)
            found = (abs(dx) + step, dx, dy)
            if best is None or found[0] < best[0]:
                best = found
    assert best is not None
    return best[1], best[2]


def _sideways(rects: Sequence[Rect], others: Sequence[Rect], margin: int, dy: int) -> int:
    """The shortest way left or right, on the grid, once all is moved by ``dy``."""
    taken = []
    for left, top, right, bottom in rects:
        for o_left, o_top, o_right, o_bottom in others:
            if top + dy < o_bottom + margin and o_top < bottom + dy + margin:
                taken.append((o_left - margin - right, o_right + margin - left))
    taken.sort()
    merged: list[tuple[int, int]] = []
    for low, high in taken:
        if merged and low < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    for low, high in merged:
        # A move of low or high just clears; between them it does not.
        if low < 0 < high:
            left, right = _free(low, merged, -1), _free(high, merged, 1)
            return right if right <= -left else left
    return 0


def _free(dx: int, merged: Sequence[tuple[int, int]], way: int) -> int:
    """The first place on the grid from ``dx`` on, to the right (1) or the left (-1), that is not taken."""
    while True:
        dx = -(-dx // SNAP) * SNAP if way > 0 else dx // SNAP * SNAP
        inside = next((one for one in merged if one[0] < dx < one[1]), None)
        if inside is None:
            return dx
        dx = inside[1] if way > 0 else inside[0]
