"""Decides how arrows run: down from an output, across, and down into a step, round the cards in their way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from whatsapp_studio.journeys.graph import CARD

# How far apart: below the labels of the outputs, above the step an arrow enters, from a card it passes, one lane.
LEVEL, ENTRY, CLEAR, LANE = 36, 22, 10, 8
# Room for the label of an output; how many of them the usual card has room for.
_SLOT, _USUAL = 64, 3
_CELL, _BAND, _TRIES, _LANES = 384, 24, 8, 3
_BLOCKED, _CLASH, _BEND = 100_000, 200, 24

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
    """Width and height of a card: wider where its outputs' labels need the room."""
    width, height = CARD
    return (width if outputs <= _USUAL else outputs * _SLOT), height


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
        self._cells: dict[tuple[int, int], dict[str, Rect]] = {}

    def put(self, name: str, rect: Rect) -> None:
        """A card is here now."""
        self.take(name)
        self._rects[name] = rect
        for cell in _cells(rect):
            self._cells.setdefault(cell, {})[name] = rect

    def take(self, name: str) -> None:
        """A card is gone; one that never was is no matter."""
        if (rect := self._rects.pop(name, None)) is not None:
            for cell in _cells(rect):
                del self._cells[cell][name]

    def get(self, name: str) -> Rect | None:
        """Where a card is."""
        return self._rects.get(name)

    def at(self, name: str) -> Rect:
        """Where a card is that is there."""
        return self._rects[name]

    def all(self) -> Iterable[Rect]:
        """Where every card is."""
        return self._rects.values()

    def hits(self, area: Rect, but: Sequence[str] = ()) -> list[Rect]:
        """The cards that meet an area, in any order."""
        return [self._rects[name] for name in self.names(area) if name not in but]

    def names(self, area: Rect) -> set[str]:
        """The names of the cards that meet an area."""
        left, top, right, bottom = area
        found = set()
        for cell in _cells(area):
            for name, (a, b, c, d) in self._cells.get(cell, {}).items():
                if left <= c and a <= right and top <= d and b <= bottom:
                    found.add(name)
        return found


class Order(NamedTuple):
    """Which card's arrows are laid first: the higher one's, the one's further left."""

    top: float
    left: float
    name: str


class Stretch(NamedTuple):
    """A straight part of an arrow: where it runs, which card the arrow enters, whose it is."""

    area: Rect
    target: str
    order: Order


class Tracks:
    """The stretches of the arrows that are laid, so that others do not run along them."""

    def __init__(self) -> None:
        self._of: dict[str, tuple[Stretch, ...]] = {}
        self._bands: dict[tuple[bool, int, int], list[Stretch]] = {}

    def put(self, source: str, stretches: tuple[Stretch, ...]) -> None:
        """The arrows of a card run here now."""
        self.take(source)
        self._of[source] = stretches
        for one in stretches:
            for band in _bands(one.area, one.area):
                self._bands.setdefault(band, []).append(one)

    def take(self, source: str) -> None:
        """The arrows of a card are gone."""
        for one in self._of.pop(source, ()):
            for band in _bands(one.area, one.area):
                self._bands[band].remove(one)

    def of(self, source: str) -> tuple[Stretch, ...]:
        """The stretches of a card's arrows."""
        return self._of.get(source, ())

    def clash(self, new: Stretch) -> bool:
        """Whether an arrow laid before, to another card, runs along here."""
        near = new.area.grown(LANE - 2)
        left, top, right, bottom = near
        _, target, order = new
        for band in _bands(new.area, near):
            for (a, b, c, d), other, since in self._bands.get(band, ()):
                if left <= c and a <= right and top <= d and b <= bottom and other != target and since < order:
                    return True
        return False


def runs_along(old: Stretch, new: Stretch, near: Rect) -> bool:
    """Whether one stretch lies along another, to another card; ``near`` is the new one's area with what is too near."""
    across = old.area.top == old.area.bottom
    return across == (new.area.top == new.area.bottom) and old.target != new.target and old.area.meets(near)


class End(NamedTuple):
    """Where one arrow of a step goes: its name, which output it leaves, the card it enters, whether others do too."""

    name: str
    port: int
    target: str
    shared: bool


class Fan(NamedTuple):
    """The ways of all arrows of one card, their stretches, and the areas that were looked at to find them."""

    ways: dict[str, Path]
    stretches: tuple[Stretch, ...]
    reach: Rect
    looked: tuple[Rect, ...]

    def minds(self, areas: Sequence[Rect]) -> bool:
        """Whether what happens in one of these areas may lead an arrow elsewhere."""
        near = [area for area in areas if area.meets(self.reach)]
        return bool(near) and any(area.meets(look) for look in self.looked for area in near)


def fan(source: str, outputs: int, ends: Sequence[End], cards: Obstacles, tracks: Tracks) -> Fan:
    """The ways of all arrows that leave a card with so many outputs; the card is among ``cards``.

    The result depends on these arguments alone, of ``cards`` only on those in areas that were looked at, and of
    ``tracks`` only on those there that come before it in order. Arrows into the same step share the last stretch.
    """
    box = cards.at(source)
    width = box.right - box.left
    search = _Search(cards, tracks, source)
    left: list[tuple[End, Spot]] = []
    right: list[tuple[End, Spot]] = []
    for end in sorted(ends, key=lambda end: end.port):
        target = cards.at(end.target)
        start = (box.left + port_offset(width, outputs, end.port), box.bottom)
        (left if (target.left + target.right) / 2 < start[0] else right).append((end, start))
    # Of those to one side the outermost output turns first, so that they do not cross.
    ways = {end.name: search.way(start, end) for end, start in (*left, *reversed(right))}
    return Fan(ways, tuple(search.laid), search.reach(), tuple(search.looked))


class _Search:
    """Looks for the ways of one card's arrows and remembers where it looked."""

    def __init__(self, cards: Obstacles, tracks: Tracks, source: str) -> None:
        self.cards, self.tracks, self.source = cards, tracks, source
        self.box = cards.at(source)
        self.looked: list[Rect] = [self.box]
        self.order = Order(self.box.top, self.box.left, source)
        self.laid: list[Stretch] = []

    def reach(self) -> Rect:
        """The smallest area around all that was looked at."""
        lefts, tops, rights, bottoms = zip(*self.looked, strict=True)
        return Rect(min(lefts), min(tops), max(rights), max(bottoms))

    def way(self, start: Spot, end: End) -> Path:
        """The first way that runs behind no card and along no other arrow, or else the least bad one."""
        target = self.cards.at(end.target)
        goal = ((target.left + target.right) / 2, target.top)
        found = self._down(start, goal, end) or self._round(start, goal, end)
        self.laid += self._stretches(found, end.target)
        return found

    def _down(self, start: Spot, goal: Spot, end: End) -> Path | None:
        """Down, across and down again, where the step is below and nothing stands in the way."""
        (sx, sy), (tx, ty) = start, goal
        if ty - sy < 2 * CLEAR:
            return None
        spare: Path | None = None
        for level in (sy,) if abs(sx - tx) < 1 else _levels(sy + LEVEL, ty - ENTRY, end.shared):
            way = _tidy((start, (sx, level), (tx, level), goal))
            if not self._blocks(way, end.target):
                if not self._clashes(way, end.target):
                    return way
                spare = spare or way
        return spare

    def _round(self, start: Spot, goal: Spot, end: End) -> Path:
        """A way with a stretch up or down beside what is in the way."""
        (sx, sy), (tx, ty) = start, goal
        early, late = sy + LEVEL, ty - ENTRY
        bases: tuple[float, ...] = (sx, tx)
        if late < early:
            if ty - sy >= 2 * CLEAR:
                early = late = (sy + ty) / 2
            around = self.box.joined(self.cards.at(end.target))
            bases = (around.left - 2 * CLEAR, around.right + 2 * CLEAR)
        found: list[tuple[float, Path]] = []
        for base in sorted(set(bases)):
            for side in (-1, 1):
                x = self._beside(base, side, early, late, end.target)
                out = self._free(sx, x, early, LANE, end.target)
                into = self._free(x, tx, late, -LANE, end.target)
                way = _tidy((start, (sx, out), (x, out), (x, into), (tx, into), goal))
                cost = _length(way) + _BEND * len(way) + _BLOCKED * self._blocks(way, end.target)
                found.append((cost + _CLASH * self._clashes(way, end.target), way))
        return min(found)[1]

    def _beside(self, x: float, side: int, early: float, late: float, target: str) -> float:
        """The first place on one side of ``x`` where no card stands and no arrow runs between two levels."""
        top, bottom = min(early, late), max(early, late)
        for _ in range(_TRIES):
            rects = self._look(Rect(x - CLEAR, top, x + CLEAR, bottom))
            if rects:
                x = min(r.left for r in rects) - 2 * CLEAR if side < 0 else max(r.right for r in rects) + 2 * CLEAR
            elif self._clash(Stretch(Rect(x, top, x, bottom), target, self.order)):
                x += side * LANE
            else:
                break
        return x

    def _free(self, ax: float, bx: float, level: float, step: int, target: str) -> float:
        """The first of some levels along which no other arrow runs."""
        for lane in range(_LANES):
            y = level + lane * step
            if not self._clash(Stretch(Rect(min(ax, bx), y, max(ax, bx), y), target, self.order)):
                return y
        return level

    def _blocks(self, way: Path, target: str) -> int:
        """How many cards a way runs behind; its own two only count where it really goes through them."""
        own = (self.source, target)
        mine, theirs = self.box.grown(-1), self.cards.at(target).grown(-1)
        count = 0
        for area in _areas(way):
            count += len(self._look(area.grown(CLEAR - 1), own)) + area.meets(mine) + area.meets(theirs)
        return count

    def _clashes(self, way: Path, target: str) -> int:
        return sum(self._clash(one) for one in self._stretches(way, target))

    def _clash(self, new: Stretch) -> bool:
        near = new.area.grown(LANE - 2)
        self.looked.append(near)
        return any(runs_along(old, new, near) for old in self.laid) or self.tracks.clash(new)

    def _look(self, area: Rect, but: Sequence[str] = ()) -> list[Rect]:
        self.looked.append(area)
        return self.cards.hits(area, but)

    def _stretches(self, way: Path, target: str) -> list[Stretch]:
        """All but the last, which every arrow into the step shares."""
        return [Stretch(area, target, self.order) for area in _areas(way)[:-1]]


def _levels(early: float, late: float, late_first: bool) -> list[float]:
    """Where an arrow may turn between two cards: below the one or above the other, a lane apart, as far as they fit."""
    if late <= early:
        return [(early + late) / 2]
    room = range(min(_LANES, 1 + int((late - early) / LANE)))
    below, above = [early + LANE * i for i in room], [late - LANE * i for i in room]
    return above + below if late_first else below + above


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


def _areas(way: Path) -> list[Rect]:
    return [Rect(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)) for (ax, ay), (bx, by) in pairwise(way)]


def _length(way: Path) -> float:
    return sum(abs(ax - bx) + abs(ay - by) for (ax, ay), (bx, by) in pairwise(way))


def _cells(rect: Rect) -> Iterator[tuple[int, int]]:
    for column in range(int(rect.left // _CELL), int(rect.right // _CELL) + 1):
        for row in range(int(rect.top // _CELL), int(rect.bottom // _CELL) + 1):
            yield column, row


def _bands(area: Rect, near: Rect) -> Iterator[tuple[bool, int, int]]:
    """Where to look for stretches that run the same way as ``area``, within ``near``."""
    across = area.top == area.bottom
    low, high, start, end = (
        (near.top, near.bottom, near.left, near.right) if across else (near.left, near.right, near.top, near.bottom)
    )
    for band in range(int(low // _BAND), int(high // _BAND) + 1):
        for part in range(int(start // _CELL), int(end // _CELL) + 1):
            yield across, band, part
