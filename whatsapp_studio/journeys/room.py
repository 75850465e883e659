"""Decides how room is made where a step is put into an arrow: what comes after goes down, nothing is covered."""

from __future__ import annotations

import math

import msgspec

from whatsapp_studio.journeys.arrange import free_place
from whatsapp_studio.journeys.boxes import apart, rect_of, size_of, snapped
from whatsapp_studio.journeys.graph import SNAP, Journey, Point
from whatsapp_studio.journeys.layout import BELOW, BELOW_LABELS
from whatsapp_studio.journeys.table import ports_of

# So near beside each other two cards are no longer one above the other.
_BESIDE = 16


def room_for(journey: Journey, step: str, link: str, at: Point | None = None) -> dict[str, Point]:
    """Where a step goes that is put into a link, and where what has to make way for it goes.

    ``step`` is in the journey already and the link still leads past it. ``at`` is where its corner was let go; left
    out it stands right below the start of the link, in the column of its end. Everything level with the end of the
    link or lower goes down together, as far as it has to; notes tied to a step are not named, they follow it.
    """
    one = journey.links[link]
    size = size_of(journey, step)
    others = {
        i: place
        for i, place in journey.places.items()
        if i != step and not (i in journey.notes and journey.notes[i].step in journey.steps)
    }
    above = rect_of(others[one.source], size_of(journey, one.source))
    below = rect_of(others[one.target], size_of(journey, one.target))
    x, y = at or (_column(journey, one.target, above, below) - size[0] // 2, above[3])
    moved: dict[str, Point] = {}
    if below[1] >= above[3]:
        if at is None or _over(x, size[0], above):
            y = max(y, above[3] + _gap(journey, one.source))
        short = y + size[1] + _gap(journey, step) - below[1]
        if short > 0 and (at is None or _over(x, size[0], below)):
            down = math.ceil(short / SNAP) * SNAP
            moved = {i: (left, top + down) for i, (left, top) in others.items() if top >= below[1]}
    elif at is None:
        y = (above[1] + below[1]) // 2
    there = {**others, **moved}
    place = (x, y) if at is not None else (snapped(x), snapped(y))
    if any(not apart(rect_of(place, size), rect_of(spot, size_of(journey, i))) for i, spot in there.items()):
        place = free_place(msgspec.structs.replace(journey, places=there), place, size)
    return {**moved, step: place}


def _column(journey: Journey, target: str, above: tuple[int, ...], below: tuple[int, ...]) -> int:
    """The middle of the column a new step stands in: of the end, unless other arrows meet there too."""
    column = below if len(journey.into.get(target, ())) == 1 else above
    return (column[0] + column[2]) // 2


def _over(x: int, width: int, other: tuple[int, ...]) -> bool:
    return x < other[2] + _BESIDE and other[0] < x + width + _BESIDE


def _gap(journey: Journey, step: str) -> int:
    return BELOW_LABELS if len(ports_of(journey.steps[step], journey)) > 1 else BELOW
