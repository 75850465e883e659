"""Decides in which row a step stands and which is left of which: what follows is below, outputs keep their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

import msgspec

from whatsapp_studio.journeys.crossings import Thing, Web

# Up to so many steps both ways to begin are tried.
_BOTH = 300
# Up to so many places are kept free for arrows that pass through rows: in a tangle there would be no end of them.
_MOST_LANES = 10_000


class Rows(msgspec.Struct, frozen=True):
    """Things from top to bottom, left to right, and the arrows from row to row, in order of outputs.

    ``straight`` are things above each other that one line should run through.
    """

    rows: tuple[tuple[Thing, ...], ...]
    arrows: tuple[tuple[Thing, Thing], ...]
    straight: tuple[tuple[Thing, ...], ...]

    def after(self) -> dict[str, list[str]]:
        """What follows each step, in order of its outputs, without arrows that lead back."""
        found: dict[str, list[str]] = {}
        for source, target in self.arrows:
            if isinstance(source, str):
                found.setdefault(source, []).append(target if isinstance(target, str) else target[1])
        return found


def in_rows(
    starts: Iterable[str],
    after: Mapping[str, Sequence[str]],
    top: Callable[[str], bool],
    main: Callable[[str], str | None],
) -> Rows:
    """Rows for a graph: ``after`` holds what follows each node, in order of its outputs.

    ``starts`` are all nodes, those to begin with first; a node that is ``top`` stays in the first row; ``main`` gives
    the node that the way goes on to where all is well, if there is one such.
    """
    starts = tuple(starts)
    order, forward = _walk(starts, after)
    rank = _ranks(order, forward)
    for node in reversed(order):
        # What nothing leads to stands right above what it leads to.
        if rank[node] == 0 and forward[node] and not top(node):
            rank[node] = max(0, min(rank[one] for one in forward[node]) - 1)
    return _ordered(order, forward, rank, main)


def _walk(starts: Sequence[str], after: Mapping[str, Sequence[str]]) -> tuple[list[str], dict[str, list[str]]]:
    """All nodes in the order a depth-first walk meets them, and what follows each without arrows that lead back."""
    met: list[str] = []
    forward: dict[str, list[str]] = {}
    done: set[str] = set()
    for start in starts:
        if start in forward:
            continue
        forward[start] = []
        met.append(start)
        stack = [(start, iter(after.get(start, ())))]
        while stack:
            node, left = stack[-1]
            target = next(left, None)
            if target is None:
                done.add(node)
                stack.pop()
            elif target not in forward:
                forward[node].append(target)
                forward[target] = []
                met.append(target)
                stack.append((target, iter(after.get(target, ()))))
            elif target in done and target not in forward[node]:
                forward[node].append(target)
    return met, forward


def _ranks(order: Sequence[str], forward: Mapping[str, Sequence[str]]) -> dict[str, int]:
    waits = dict.fromkeys(order, 0)
    for targets in forward.values():
        for target in targets:
            waits[target] += 1
    rank = dict.fromkeys(order, 0)
    ready = [node for node in order if not waits[node]]
    while ready:
        node = ready.pop()
        for target in forward[node]:
            rank[target] = max(rank[target], rank[node] + 1)
            waits[target] -= 1
            if not waits[target]:
                ready.append(target)
    return rank


def _ordered(
    order: Sequence[str],
    forward: Mapping[str, Sequence[str]],
    rank: Mapping[str, int],
    main: Callable[[str], str | None],
) -> Rows:
    arrows: list[tuple[Thing, Thing]] = []
    lanes = sum(rank[target] - rank[node] - 1 for node in order for target in forward[node]) <= _MOST_LANES
    for node in order:
        for target in forward[node]:
            way = [node, *_through(node, target, rank, lanes), target]
            arrows += pairwise(way)
    web = Web(arrows)
    led_to = {target for targets in forward.values() for target in targets}
    roots = [node for node in order if node not in led_to]
    # Where branches meet, what follows stands below the first of them or below the last: whichever turns out better.
    found = [_filled(order, forward, rank, lanes)]
    if len(order) <= _BOTH:
        turned = {node: forward[node][::-1] for node in order}
        found.append([row[::-1] for row in _filled(_walk(roots[::-1], turned)[0], turned, rank, lanes)])
    for rows in found:
        web.uncross(rows)
    best = min(found, key=web.price)
    return Rows(tuple(tuple(row) for row in best), tuple(arrows), _straight(arrows, main))


def _through(node: str, target: str, rank: Mapping[str, int], lanes: bool) -> list[Thing]:
    return [(node, target, row) for row in range(rank[node] + 1, rank[target])] if lanes else []


def _filled(
    order: Sequence[str], forward: Mapping[str, Sequence[str]], rank: Mapping[str, int], lanes: bool
) -> list[list[Thing]]:
    rows: list[list[Thing]] = [[] for _ in range(max(rank.values(), default=-1) + 1)]
    for node in order:
        rows[rank[node]].append(node)
        for target in forward[node]:
            for n, through in enumerate(_through(node, target, rank, lanes)):
                rows[rank[node] + 1 + n].append(through)
    return rows


def _straight(
    arrows: Sequence[tuple[Thing, Thing]], main: Callable[[str], str | None]
) -> tuple[tuple[Thing, ...], ...]:
    below: dict[Thing, list[Thing]] = {}
    above: dict[Thing, list[Thing]] = {}
    for source, target in arrows:
        below.setdefault(source, []).append(target)
        above.setdefault(target, []).append(source)

    def on(thing: Thing) -> Thing | None:
        targets = below.get(thing, [])
        if len(targets) > 1 and isinstance(thing, str):
            targets = [one for one in targets if one == main(thing)]
        return targets[0] if len(targets) == 1 and len(above[targets[0]]) == 1 else None

    next_of = {thing: after for thing in below if (after := on(thing)) is not None}
    found = []
    for start in next_of.keys() - set(next_of.values()):
        line = [start]
        while line[-1] in next_of:
            line.append(next_of[line[-1]])
        found.append(tuple(line))
    return tuple(sorted(found, key=lambda line: (-len(line), str(line))))
