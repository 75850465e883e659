"""Decides how arrows run: down from an output, across, and down into a step, round the cards in their way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from whatsapp_studio.journeys.graph import CARD

# How far apart: below the labels of the outputs, above the step an arrow enters, from a card it passes, one lane.
LEVEL, ENTRY, CLEAR, LANE = 36, 22, 10, 8
_SLOT, _CELL, _TRIES = 52, 384, 6
_BLOCKED, _BEND = 100_000, 24

Spot = tuple[float, float]
Path = tuple[Spot, ...]


class Rect(NamedTuple):
    """An upright rectangle on the canvas."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Rect) -> bool:
        """Whether the two have a point in common, borders included."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )

    def grown(self, by: float) -> Rect:
        """The same, larger on every side."""
        return Rect(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def joined(self, other: Rect) -> Rect:
        """The smallest one around both."""
        return Rect(
            min(self.left, other.left), min(self.top, other.top),
            max(self.right, other.right), max(self.bottom, other.bottom),
        )  # fmt: skip


def card_size(outputs: int) -> tuple[int, int]:
    """Width and height of a card: wider where more than four outputs need room for their labels."""
    width, height = CARD
    return max(width, -(-outputs * _SLOT // 16) * 16), height


def port_offset(width: float, outputs: int, index: int) -> float:
    """How far from the left edge an output stands: spread evenly, alike from both sides, on the grid."""
    mirrored = index > (outputs - 1) / 2
    at = outputs - 1 - index if mirrored else index
    offset = width / 2 if outputs == 2 * at + 1 else int(width * (2 * at + 1) / (2 * outputs) / 8 + 0.5) * 8.0
    return width - offset if mirrored else offset


class Obstacles:
    """The cards arrows go round, found by where they are."""

    def __init__(self) -> None:
        self._rects: dict[str, Rect] = {}
        self._cells: dict[tuple[int, int], set[str]] = {}

    def put(self, name: str, rect: Rect) -> None:
        """A card is here now."""
        self.take(name)
        self._rects[name] = rect
        for cell in _cells(rect):
            self._cells.setdefault(cell, set()).add(name)

    def take(self, name: str) -> None:
        """A card is gone; one that never was is no matter."""
        if (rect := self._rects.pop(name, None)) is not None:
            for cell in _cells(rect):
                self._cells[cell].discard(name)

    def get(self, name: str) -> Rect | None:
        """Where a card is."""
        return self._rects.get(name)

    def hits(self, area: Rect, but: Sequence[str] = ()) -> list[Rect]:
        """The cards that meet an area, whatever the order they came in."""
        found = {name for cell in _cells(area) for name in self._cells.get(cell, ())}
        return sorted(rect for name in found if name not in but and (rect := self._rects[name]).meets(area))

    def names(self, area: Rect) -> set[str]:
        """The names of the cards that meet an area."""
        found = {name for cell in _cells(area) for name in self._cells.get(cell, ())}
        return {name for name in found if self._rects[name].meets(area)}


class End(NamedTuple):
    """Where one arrow of a step goes: its name, which output it leaves, the card it enters, whether others do too."""

    name: str
    port: int
    target: str
    shared: bool


class Fan(NamedTuple):
    """The ways of all arrows of one card, and the area that was looked at to find them."""

    ways: dict[str, Path]
    reach: Rect


def fan(source: str, outputs: int, ends: Sequence[End], cards: Obstacles) -> Fan:
    """The ways of all arrows that leave a card with so many outputs.

    The result depends on these arguments alone, and of ``cards`` only on those that meet the fan's reach. Arrows of
    one card take lanes of their own; those into the same step share the last stretch.
    """
    box = cards.get(source)
    if box is None:
        return Fan({}, Rect(0, 0, 0, 0))
    width = box.right - box.left
    ways: dict[str, Path] = {}
    search = _Search(cards, source, box)
    for end, lane in _lanes(box, outputs, ends, cards):
        target = cards.get(end.target)
        if target is not None:
            start = (box.left + port_offset(width, outputs, end.port), box.bottom)
            ways[end.name] = search.way(start, end, target, lane)
    return Fan(ways, search.reach)


def _lanes(box: Rect, outputs: int, ends: Sequence[End], cards: Obstacles) -> Iterator[tuple[End, int]]:
    """Each arrow with its lane: of those to one side the outermost output turns first, so that none cross."""
    width = box.right - box.left
    left: list[End] = []
    right: list[End] = []
    for end in ends:
        target = cards.get(end.target)
        middle = (target.left + target.right) / 2 if target else 0.0
        start = box.left + port_offset(width, outputs, end.port)
        (left if middle < start else right).append(end)
    left.sort(key=lambda end: end.port)
    right.sort(key=lambda end: -end.port)
    for side in (left, right):
        yield from ((end, lane) for lane, end in enumerate(side))


class _Search:
    """Looks for the ways of one card's arrows and remembers where it looked."""

    def __init__(self, cards: Obstacles, source: str, box: Rect) -> None:
        self.cards, self.source, self.box, self.reach = cards, source, box, box

    def way(self, start: Spot, end: End, target: Rect, lane: int) -> Path:
        """The first free way in order of neatness, or else the shortest one round what stands there."""
        sx, sy = start
        tx, ty = (target.left + target.right) / 2, target.top
        early, late = sy + LEVEL + LANE * lane, ty - ENTRY
        but = (self.source, end.target)
        if ty - sy >= 2 * CLEAR:
            if abs(sx - tx) < 1:
                straight: Path = (start, (tx, ty))
                if not self.blocks(straight, but):
                    return straight
            early = min(early, max(late, (sy + ty) / 2))
            late = max(late, (sy + ty) / 2)
            for level in (late, early) if end.shared else (early, late):
                bent = _tidy((start, (sx, level), (tx, level), (tx, ty)))
                if not self.blocks(bent, but):
                    return bent
        return self.round(start, (tx, ty), early, late, target, lane, but)

    def round(
        self, start: Spot, goal: Spot, early: float, late: float, target: Rect, lane: int, but: Sequence[str]
    ) -> Path:
        """A way with a stretch up or down beside what is in the way."""
        sx, tx = start[0], goal[0]
        back = late < early
        bases = {sx, tx}
        if back:
            around = self.box.joined(target)
            bases = {around.left - 2 * CLEAR - LANE * lane, around.right + 2 * CLEAR + LANE * lane}
        found: list[tuple[float, Path]] = []
        for base in sorted(bases):
            for side in (-1, 1):
                x = self.beside(base, side, early, late, lane)
                way = _tidy((start, (sx, early), (x, early), (x, late), (tx, late), goal))
                cost = _length(way) + _BEND * len(way) + _BLOCKED * self.blocks(way, but)
                found.append((cost, way))
        return min(found)[1]

    def beside(self, x: float, side: int, early: float, late: float, lane: int) -> float:
        """The first place on one side of ``x`` where nothing stands between two levels."""
        top, bottom = min(early, late), max(early, late)
        for _ in range(_TRIES):
            rects = self.look(Rect(x - CLEAR, top, x + CLEAR, bottom))
            if not rects:
                break
            away = 2 * CLEAR + LANE * lane
            x = min(r.left for r in rects) - away if side < 0 else max(r.right for r in rects) + away
        return x

    def blocks(self, way: Path, but: Sequence[str]) -> int:
        """How many cards a way runs behind; its own two cards only count where it really goes through them."""
        count = 0
        for (ax, ay), (bx, by) in pairwise(way):
            area = Rect(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
            count += len(self.look(area.grown(CLEAR - 1), but))
        inner = [rect.grown(-1) for name in but if (rect := self.cards.get(name))]
        for (ax, ay), (bx, by) in pairwise(way):
            area = Rect(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
            count += sum(area.meets(rect) for rect in inner)
        return count

    def look(self, area: Rect, but: Sequence[str] = ()) -> list[Rect]:
        self.reach = self.reach.joined(area)
        return self.cards.hits(area, but)


def _tidy(points: Iterable[Spot]) -> Path:
    """The same way without points that turn nowhere."""
    way: list[Spot] = []
    for point in points:
        if way and abs(way[-1][0] - point[0]) < 0.5 and abs(way[-1][1] - point[1]) < 0.5:
            continue
        if len(way) > 1 and (way[-2][0] == way[-1][0] == point[0] or way[-2][1] == way[-1][1] == point[1]):
            way[-1] = point
        else:
            way.append(point)
    return tuple(way)


def _length(way: Path) -> float:
    return sum(abs(ax - bx) + abs(ay - by) for (ax, ay), (bx, by) in pairwise(way))


def _cells(rect: Rect) -> Iterator[tuple[int, int]]:
    for column in range(int(rect.left // _CELL), int(rect.right // _CELL) + 1):
        for row in range(int(rect.top // _CELL), int(rect.bottom // _CELL) + 1):
            yield column, row
