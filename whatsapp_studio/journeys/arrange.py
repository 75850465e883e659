"""Decides where steps go that are lined up, spread out, or new."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal

from whatsapp_studio.journeys.boxes import Size, rect_of, size_of, snapped, way_out
from whatsapp_studio.journeys.engines import ACROSS
from whatsapp_studio.journeys.graph import CARD, Journey, Point
from whatsapp_studio.journeys.layout import BELOW, BELOW_LABELS
from whatsapp_studio.journeys.table import ports_of

Side = Literal["left", "centre", "right", "top", "middle", "bottom"]
Way = Literal["across", "down"]
Sizes = Mapping[str, Size]
_CLEAR = 16


def align(journey: Journey, ids: Collection[str], side: Side, sizes: Sizes | None = None) -> dict[str, Point]:
    """Where steps and notes go so that they have one edge or middle in common; only those that move."""
    some = _some(journey, ids, sizes)
    if len(some) < 2:
        return {}
    axis = 0 if side in ("left", "centre", "right") else 1
    low = min(at[axis] for at, _ in some.values())
    high = max(at[axis] + size[axis] for at, size in some.values())
    part = {"left": 0.0, "top": 0.0, "centre": 0.5, "middle": 0.5, "right": 1.0, "bottom": 1.0}[side]
    line = low + (high - low) * part
    return _moved(some, {i: {axis: round(line - size[axis] * part)} for i, (_, size) in some.items()})


def distribute(journey: Journey, ids: Collection[str], way: Way, sizes: Sizes | None = None) -> dict[str, Point]:
    """Where steps and notes go so that the space between them is the same; the two at the ends stay."""
    some = _some(journey, ids, sizes)
    if len(some) < 3:
        return {}
    axis = 0 if way == "across" else 1
    order = sorted(some, key=lambda i: (some[i][0][axis], some[i][0][1 - axis], i))
    first, last = some[order[0]], some[order[-1]]
    room = last[0][axis] - first[0][axis] - sum(some[i][1][axis] for i in order[:-1])
    each, at = room / (len(order) - 1), float(first[0][axis])
    found = {}
    for i in order:
        found[i] = {axis: round(at)}
        at += some[i][1][axis] + each
    return _moved(some, found)


def place_after(journey: Journey, step: str, port: str = "", size: Size = CARD) -> Point:
    """Where a new step stands that an output of ``step`` leads to: below it, its outputs side by side."""
    ports = ports_of(journey.steps[step], journey)
    names = [one.name for one in ports]
    at = journey.places.get(step, (0, 0))
    main = [n for n, one in enumerate(ports) if one.role in ("next", "path")]
    # One way on leads straight down and the others beside it; several ways part to both sides.
    middle = float(main[0]) if len(main) == 1 else (len(names) - 1) / 2
    aside = (names.index(port) - middle if port in names else 0.0) * (CARD[0] + ACROSS)
    width, height = size_of(journey, step)
    below = BELOW_LABELS if len(names) > 1 else BELOW
    return free_place(journey, (round(at[0] + aside + (width - size[0]) / 2), at[1] + height + below), size)


def free_place(journey: Journey, near: Point, size: Size = CARD) -> Point:
    """The free place nearest to ``near``, not above it, on the snapping grid."""
    at = (snapped(near[0]), snapped(near[1]))
    taken = [
        rect_of(place, size_of(journey, i))
        for i, place in journey.places.items()
        if i in journey.steps or i in journey.notes
    ]
    dx, dy = way_out([rect_of(at, size)], taken, _CLEAR, up=False)
    return snapped(at[0] + dx), snapped(at[1] + dy)


def next_place(journey: Journey, size: Size = CARD) -> Point:
    """Where a step goes that nothing leads to: right of all that is there, on its top line."""
    if not journey.places:
        return (0, 0)
    right = max(x + size_of(journey, i)[0] for i, (x, _) in journey.places.items())
    top = min(y for _, y in journey.places.values())
    return free_place(journey, (right + ACROSS, top), size)


def _some(journey: Journey, ids: Collection[str], sizes: Sizes | None) -> dict[str, tuple[Point, Size]]:
    return {i: (journey.places[i], size_of(journey, i, sizes)) for i in sorted(ids) if i in journey.places}


def _moved(
    some: Mapping[str, tuple[Point, Size]], found: Mapping[str, Mapping[int, int]]
) -> dict[str, Point]:
    places = {i: (found[i].get(0, at[0]), found[i].get(1, at[1])) for i, (at, _) in some.items()}
    return {i: place for i, place in places.items() if place != some[i][0]}
