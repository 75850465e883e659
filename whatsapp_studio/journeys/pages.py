"""Decides how a journey goes on paper: on one page where that can be read, else cut where no card is."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whatsapp_studio.journeys.boxes import Rect

# Points of paper for a pixel of the canvas: the smallest that can be read (a line of 12 pixels is 5 points then),
# the one used where it takes several pages, and as on the screen.
READABLE, USUAL, FULL = 0.42, 0.5, 0.75
# A page is filled at least so far before it is cut, and what no cut clears is shown on both pages.
_LEAST, _TWICE = 0.6, 40


class Tile(msgspec.Struct, frozen=True):
    """What is on one page, by its row and column among the pages (from 0)."""

    area: Rect
    row: int
    column: int


class Paper(msgspec.Struct, frozen=True):
    """How the pages are turned, how large a pixel is on them in points, and what is on each."""

    landscape: bool
    scale: float
    tiles: tuple[Tile, ...]


def on_paper(content: Rect, cards: Sequence[Rect], short: float, long: float, head: float) -> Paper:
    """Pages for ``content``; ``cards`` are not cut if there is another way.

    ``short`` and ``long`` are the sides of a page inside its margins in points, ``head`` is what each page's title
    takes of its height.
    """
    wide, high = max(1, content[2] - content[0]), max(1, content[3] - content[1])
    fits = {
        landscape: min(across / wide, (down - head) / high)
        for landscape, across, down in ((False, short, long), (True, long, short))
    }
    best = fits[True] > fits[False]
    if fits[best] >= READABLE:
        return Paper(best, min(fits[best], FULL), (Tile(content, 0, 0),))
    found = []
    for landscape, across, down in ((False, short, long), (True, long, short)):
        # A little smaller may save a whole column of pages.
        for scale in {USUAL, max(READABLE, min(USUAL, across / wide))}:
            found.append(_split(content, cards, landscape, scale, across / scale, (down - head) / scale))
    return min(found, key=lambda paper: (len(paper.tiles), -paper.scale, paper.landscape))


def _split(
    content: Rect, cards: Sequence[Rect], landscape: bool, scale: float, across: float, down: float
) -> Paper:
    tiles = []
    for row, (top, bottom) in enumerate(cut(content[1], content[3], [(card[1], card[3]) for card in cards], down)):
        # Each row is cut by its own cards: what is beside one need not be beside another.
        here = [card for card in cards if card[1] < bottom and top < card[3]]
        columns = cut(content[0], content[2], [(card[0], card[2]) for card in here], across)
        for column, (left, right) in enumerate(columns):
            if any(card[0] < right and left < card[2] for card in here):
                tiles.append(Tile((left, top, right, bottom), row, column))
    return Paper(landscape, scale, tuple(tiles) or (Tile(content, 0, 0),))


def cut(low: int, high: int, taken: Sequence[tuple[int, int]], most: float) -> list[tuple[int, int]]:
    """Cuts a length into stretches of at most ``most``, between what is ``taken`` where there is a gap."""
    found = []
    start = low
    while high - start > most:
        latest, earliest = start + int(most), start + int(most * _LEAST)
        gaps = [at for at in _gaps(taken, latest) if earliest <= at <= latest]
        end = max(gaps, default=latest)
        found.append((start, end))
        start = end if gaps else end - min(_TWICE, int(most / 4))
    found.append((start, high))
    return found


def _gaps(taken: Sequence[tuple[int, int]], latest: int) -> list[int]:
    """Where a cut goes through nothing: right before or after something, and at the latest place."""
    places = {latest, *(one for pair in taken for one in pair)}
    return [at for at in places if not any(low < at < high for low, high in taken)]
