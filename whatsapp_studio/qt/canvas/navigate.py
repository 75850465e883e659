"""Decides where the arrow keys lead: along the flow, and beside each other where it parts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from whatsapp_studio.journeys.graph import Journey, Point
from whatsapp_studio.journeys.table import kind_of, ports_of

Way = Literal["up", "down", "left", "right"]


def first_step(journey: Journey) -> str:
    """Where one begins: the highest entry, else the highest step; empty for none."""
    entries = [i for i, step in journey.steps.items() if kind_of(step).is_entry] or list(journey.steps)
    return min(entries, key=lambda i: _reading(journey, i), default="")


def neighbour(journey: Journey, step: str, way: Way) -> str:
    """The step an arrow key leads to from ``step``; empty for none.

    Down is the first output that leads on, up the step that leads here; left and right go among the steps that
    share one before or after, and else to the nearest that way.
    """
    if way == "down":
        order = [port.name for port in ports_of(journey.steps[step], journey)]
        links = sorted(journey.out.get(step, ()), key=lambda link: order.index(link.port) if link.port in order else 99)
        return links[0].target if links else nearest(journey, step, way)
    if way == "up":
        sources = {link.source for link in journey.into.get(step, ())}
        return min(sources, key=lambda i: _away(journey, step, i), default="") or nearest(journey, step, way)
    beside = {
        other.target
        for link in journey.into.get(step, ())
        for other in journey.out.get(link.source, ())
        if other.target != step
    }
    return nearest(journey, step, way, beside) or nearest(journey, step, way)


def nearest(journey: Journey, step: str, way: Way, among: Iterable[str] | None = None) -> str:
    """The step that is nearest in a direction, more ahead than aside; empty for none."""
    x, y = journey.places.get(step, (0, 0))
    best: tuple[float, str] | None = None
    for other in journey.steps if among is None else among:
        at = journey.places.get(other)
        if other == step or at is None:
            continue
        dx, dy = at[0] - x, at[1] - y
        ahead, aside = {"up": (-dy, dx), "down": (dy, dx), "left": (-dx, dy), "right": (dx, dy)}[way]
        if ahead > 0 and (among is not None or abs(aside) <= ahead * 2):
            rank = (ahead + 2 * abs(aside), other)
            best = min(best, rank) if best else rank
    return best[1] if best else ""


def _away(journey: Journey, one: str, other: str) -> tuple[int, str]:
    a, b = _place(journey, one), _place(journey, other)
    return abs(a[0] - b[0]) + abs(a[1] - b[1]), other


def _reading(journey: Journey, step: str) -> tuple[int, int, str]:
    x, y = _place(journey, step)
    return y, x, step


def _place(journey: Journey, step: str) -> Point:
    return journey.places.get(step, (0, 0))
