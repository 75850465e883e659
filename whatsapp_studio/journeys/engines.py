"""Decides how far apart steps stand: graphlay behind a protocol of our own, and a plain engine for what it cannot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import inf
from typing import Protocol

import graphlay
import msgspec

from whatsapp_studio.journeys.crossings import Thing
from whatsapp_studio.journeys.rows import Rows

ACROSS = 40
# Room in a row for an arrow that only passes through it.
LANE = 24
_SWEEPS = 16
# How much rather a line is straight than a step in the middle of its neighbours.
_STRAIGHT = 8.0
# Boxes bring their own room below, so that rows with words at their outputs are wider apart than others.
_GRAPHLAY = {"direction": "topbottom", "effort": "fast", "spacing": {"node_gap": ACROSS, "layer_gap": 8}}


class Box(msgspec.Struct, frozen=True):
    """What a step takes up: half to either side of its middle, more on the right for its notes, and below."""

    half: float
    right: float
    height: float
    below: float


Boxes = Mapping[str, Box]
Middles = dict[str, tuple[float, float]]
_LANE = Box(LANE / 2, LANE / 2, 0, 0)


class LayoutEngine(Protocol):
    """Gives the middle of the top edge of every step's card. Rows and the order in them are kept as given."""

    def place(self, rows: Rows, boxes: Boxes) -> Middles: ...


class PlainEngine:
    """Each step as near to the middle of its neighbours as those beside it allow, then lines made straight."""

    def place(self, rows: Rows, boxes: Boxes) -> Middles:
        """The middles of the steps of ``rows``."""
        above: dict[Thing, list[tuple[Thing, float]]] = {}
        below: dict[Thing, list[tuple[Thing, float]]] = {}
        lines = {pair for line in rows.straight for pair in pairwise(line)}
        for source, target in rows.arrows:
            heavy = _STRAIGHT if (source, target) in lines else 1.0
            below.setdefault(source, []).append((target, heavy))
            above.setdefault(target, []).append((source, heavy))
        x: dict[Thing, float] = {}
        gaps = {right: gap(left, right, boxes) for row in rows.rows for left, right in pairwise(row)}
        for row in rows.rows:
            _settle(row, gaps, [(0.0, 1.0)] * len(row), x)
        for turn in range(_SWEEPS):
            down, both = turn % 2 == 1, turn >= _SWEEPS - 4
            for row in rows.rows if down else reversed(rows.rows):
                wishes = []
                for thing in row:
                    near = [*above.get(thing, ())] if down or both else []
                    near += below.get(thing, ()) if both or not down else ()
                    heavy = sum(weight for _, weight in near)
                    wish = sum(x[one] * weight for one, weight in near) / heavy if near else x[thing]
                    wishes.append((wish, heavy or 0.1))
                _settle(row, gaps, wishes, x)
        _straighten(rows, gaps, x)
        return {
            thing: (x[thing], top)
            for row, top in zip(rows.rows, tops(rows, boxes), strict=True)
            for thing in row
            if isinstance(thing, str)
        }


class GraphlayEngine:
    """graphlay: straight arrows first. It may part branches its own way, which is not taken."""

    def place(self, rows: Rows, boxes: Boxes) -> Middles:
        """The middles of the steps of ``rows``; raises ``ValueError`` where branches are not in order."""
        steps = [thing for row in rows.rows for thing in row if isinstance(thing, str)]
        at = {step: n for n, step in enumerate(steps)}
        after = rows.after()
        nodes = [
            {
                "size": {"width": boxes[i].half * 2, "height": boxes[i].height},
                "margin": {
                    "along_neg": 0, "along_pos": boxes[i].below, "cross_neg": 0,
                    "cross_pos": boxes[i].right - boxes[i].half + (ACROSS if boxes[i].right > boxes[i].half else 0),
                },
            }
            for i in steps
        ]  # fmt: skip
        edges = [{"source": at[i], "target": at[t]} for i, targets in after.items() for t in targets]
        found = graphlay.layout({"nodes": nodes, "edges": edges}, options=_GRAPHLAY).nodes
        middles = {}
        for i, n in at.items():
            node = found[n]
            middles[i] = (float(node["center"]["x"]), float(node["center"]["y"] - node["size"]["height"] / 2))
        for targets in after.values():
            xs = [middles[i][0] for i in targets]
            if xs != sorted(xs):
                raise ValueError("branches are not in the order of the outputs")
        return middles

def tops(rows: Rows, boxes: Boxes) -> list[float]:
    """The top edge of each row."""
    found, y = [], 0.0
    for row in rows.rows:
        found.append(y)
        y += max(boxes[t].height + boxes[t].below if isinstance(t, str) else 0.0 for t in row)
    return found


def gap(left: Thing, right: Thing, boxes: Boxes) -> float:
    """How far apart the middles of two neighbours in a row are at least."""
    first = boxes[left] if isinstance(left, str) else _LANE
    second = boxes[right] if isinstance(right, str) else _LANE
    return first.right + second.half + (ACROSS if isinstance(left, str) and isinstance(right, str) else ACROSS / 2)


def _settle(
    row: Sequence[Thing], gaps: Mapping[Thing, float], wishes: Sequence[tuple[float, float]], x: dict[Thing, float]
) -> None:
    """Put a row where its things wish to be, in their order and with room between: least squares, by merging blocks.

    A wish is a place and its weight; ``gaps`` are to the left.
    """
    shift = [0.0]
    for thing in row[1:]:
        shift.append(shift[-1] + gaps[thing])
    blocks: list[tuple[float, float, int]] = []
    for n, (wish, heavy) in enumerate(wishes):
        mean, count = wish - shift[n], 1
        while blocks and blocks[-1][0] > mean:
            before, more, some = blocks.pop()
            mean, heavy, count = (before * more + mean * heavy) / (more + heavy), more + heavy, count + some
        blocks.append((mean, heavy, count))
    n = 0
    for mean, _, count in blocks:
        for _ in range(count):
            x[row[n]] = mean + shift[n]
            n += 1


def _straighten(rows: Rows, gaps: Mapping[Thing, float], x: dict[Thing, float]) -> None:
    """Bring the things of each line under each other where their neighbours leave room for it."""
    left: dict[Thing, Thing] = {}
    right: dict[Thing, Thing] = {}
    for row in rows.rows:
        for one, other in pairwise(row):
            left[other], right[one] = one, other
    for _ in range(_SWEEPS // 4):
        lines = list(rows.straight)
        while lines:
            line = lines.pop()
            low = max((x[left[i]] + gaps[i] for i in line if i in left), default=-inf)
            high = min((x[right[i]] - gaps[right[i]] for i in line if i in right), default=inf)
            if low <= high:
                middle = sum(x[i] for i in line) / len(line)
                x.update(dict.fromkeys(line, min(max(middle, low), high)))
            elif len(line) > 2:
                # Two shorter ones are better than none.
                half = len(line) // 2
                lines += [line[:half], line[half:]]
