"""Decides where the steps of a journey stand when it is tidied: entries on top, ends below, outputs left to right."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from whatsapp_studio.journeys.boxes import Rect, Size, apart, around, rect_of, size_of, snapped, way_out
from whatsapp_studio.journeys.engines import ACROSS, Box, GraphlayEngine, LayoutEngine, PlainEngine
from whatsapp_studio.journeys.graph import Journey, Point
from whatsapp_studio.journeys.rows import in_rows
from whatsapp_studio.journeys.table import kind_of, ports_of

# Below a card: room for the bend of an arrow, and for the words at its outputs where it has several.
BELOW, BELOW_LABELS = 60, 84
NOTE_GAP = 16
MARGIN = 24
# Farther out nobody finds a journey again: then it starts anew at the origin.
_LOST = 50_000
# The more steps, the longer graphlay looks for the fewest crossings, and the surer it parts branches out of order.
_MOST_FOR_GRAPHLAY = 60
Sizes = Mapping[str, Size]


def tidy(
    journey: Journey,
    ids: Collection[str] | None = None,
    sizes: Sizes | None = None,
    engine: LayoutEngine | None = None,
) -> dict[str, Point]:
    """Where the steps and notes among ``ids`` (None: all) go. The rest of the journey stays and is not covered.

    The topmost of them stays where it is if there is room; ``sizes`` are of items that are not as large as usual.
    The same journey gives the same places.
    """
    steps = [i for i in journey.steps if ids is None or i in ids]
    if not steps:
        return {}
    notes = {i: n for i, n in journey.notes.items() if n.step in journey.steps and n.step in set(steps)}
    tied: dict[str, list[str]] = {}
    for id, note in sorted(notes.items(), key=lambda one: (_place(journey, one[0])[1], one[0])):
        tied.setdefault(note.step, []).append(id)
    boxes = {i: _box(journey, i, tied.get(i, ()), sizes) for i in steps}
    places: dict[str, Point] = {}
    right = 0.0
    for group in _groups(journey, steps):
        middles = _arranged(journey, group, boxes, engine)
        left = min(x - boxes[i].half for i, (x, _) in middles.items())
        for i, (x, y) in middles.items():
            places[i] = (snapped(x - boxes[i].half - left + right), snapped(y))
        right += max(x + boxes[i].right for i, (x, _) in middles.items()) - left + ACROSS * 2
    places = _anchored(journey, places)
    for step, some in tied.items():
        places.update(_beside(journey, step, places[step], some, sizes))
    return _around_others(journey, places, ids, sizes)


def _arranged(
    journey: Journey, group: Sequence[str], boxes: Mapping[str, Box], engine: LayoutEngine | None
) -> dict[str, tuple[float, float]]:
    inside = set(group)
    after: dict[str, list[str]] = {}
    main: dict[str, str] = {}
    for i in group:
        ports = {port.name: (n, port.role) for n, port in enumerate(ports_of(journey.steps[i], journey))}
        links = [link for link in journey.out.get(i, ()) if link.target in inside and link.target != i]
        links.sort(key=lambda link: (ports.get(link.port, (len(ports), ""))[0], link.port))
        after[i] = list(dict.fromkeys(link.target for link in links))
        ways = [link.target for link in links if ports.get(link.port, (0, "path"))[1] in ("next", "path")]
        if len(ways) == 1:
            main[i] = ways[0]
    rows = in_rows(group, after, lambda i: kind_of(journey.steps[i]).is_entry, main.get)
    if engine is not None:
        return engine.place(rows, boxes)
    if len(group) <= _MOST_FOR_GRAPHLAY:
        try:
            return GraphlayEngine().place(rows, boxes)
        except ValueError:
            pass
    return PlainEngine().place(rows, boxes)


def _groups(journey: Journey, steps: Sequence[str]) -> list[list[str]]:
    """Steps that hang together, entries and what nothing leads to first; groups and starts from left to right."""
    inside = set(steps)

    def rank(i: str) -> tuple[bool, bool, int, int, str]:
        led_to = any(link.source in inside for link in journey.into.get(i, ()))
        x, y = _place(journey, i)
        return (not kind_of(journey.steps[i]).is_entry, led_to, x, y, i)

    order = sorted(steps, key=rank)
    turn = {i: n for n, i in enumerate(order)}
    found, seen = [], set[str]()
    for start in order:
        if start in seen:
            continue
        group, left = {start}, [start]
        while left:
            at = left.pop()
            near = {link.target for link in journey.out.get(at, ())}
            near |= {link.source for link in journey.into.get(at, ())}
            left += (near & inside) - group
            group |= near & inside
        seen |= group
        found.append(sorted(group, key=turn.__getitem__))
    return found


def _box(journey: Journey, step: str, notes: Iterable[str], sizes: Sizes | None) -> Box:
    width, height = size_of(journey, step, sizes)
    beside = [size_of(journey, i, sizes) for i in notes]
    tall = max(height, sum(h + NOTE_GAP for _, h in beside) - NOTE_GAP)
    several = len(ports_of(journey.steps[step], journey)) > 1
    right = width / 2 + max((w + NOTE_GAP for w, _ in beside), default=0)
    return Box(width / 2, right, height, max(BELOW_LABELS if several else BELOW, tall - height + MARGIN))


def _beside(
    journey: Journey, step: str, at: Point, notes: Iterable[str], sizes: Sizes | None
) -> dict[str, Point]:
    x, y = snapped(at[0] + size_of(journey, step, sizes)[0] + NOTE_GAP), at[1]
    found = {}
    for i in notes:
        found[i] = (x, y)
        y = snapped(y + size_of(journey, i, sizes)[1] + NOTE_GAP)
    return found  # fmt: skip


def _anchored(journey: Journey, places: Mapping[str, Point]) -> dict[str, Point]:
    """The same places, moved so that the topmost step stays where it was."""
    first = min(places, key=lambda i: (places[i][1], places[i][0], i))
    x, y = _place(journey, first)
    if max(abs(x), abs(y)) > _LOST:
        x, y = 0, 0
    dx, dy = snapped(x) - places[first][0], snapped(y) - places[first][1]
    return {i: (px + dx, py + dy) for i, (px, py) in places.items()}


def _around_others(
    journey: Journey, places: dict[str, Point], ids: Collection[str] | None, sizes: Sizes | None
) -> dict[str, Point]:
    """``places`` moved as one clear of what stays; loose notes are moved clear of them where all is tidied."""

    def rect(i: str, at: Point) -> Rect:
        return rect_of(at, size_of(journey, i, sizes))

    mine = [rect(i, at) for i, at in places.items()]
    if ids is not None:
        others = [rect(i, at) for i, at in journey.places.items() if i not in places and i in _items(journey)]
        if all(apart(one, other, MARGIN // 2) for one in mine for other in others):
            return places
        dx, dy = way_out(mine, others, MARGIN)
        return {i: (x + dx, y + dy) for i, (x, y) in places.items()}
    for i in sorted(journey.notes):
        if i in places:
            continue
        at = _place(journey, i)
        near = around(mine)
        if max(abs(at[0] - near[0]), abs(at[1] - near[1])) > _LOST:
            at = (near[2] + MARGIN, near[1])
        if not all(apart(rect(i, at), other, MARGIN // 2) for other in mine):
            dx, dy = way_out([rect(i, at)], mine, MARGIN)
            at = (snapped(at[0] + dx), snapped(at[1] + dy))
        if at != _place(journey, i):
            places[i] = at
        mine.append(rect(i, at))
    return places


def _items(journey: Journey) -> set[str]:
    return {*journey.steps, *journey.notes}


def _place(journey: Journey, i: str) -> Point:
    return journey.places.get(i, (0, 0))


