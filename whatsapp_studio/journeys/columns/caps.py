"""Decides who comes to a cap first, among everybody: by time, and at the same time by number.

Whoever comes to a cap waits until nobody can come before. Where a cap is not in a loop and nobody waits at one before
it, that is everybody there; a cap that is full lets all go on. Else it is those who come before anyone can come back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from whatsapp_studio.journeys.columns.plan import Plan
from whatsapp_studio.journeys.columns.wave import Group, Wave, together
from whatsapp_studio.journeys.columns.zones import MINUTE_MS, NEVER
from whatsapp_studio.journeys.flow import DAY, flow_of, value
from whatsapp_studio.journeys.graph import Journey

# A day can be so many minutes shorter than others, as clocks are put forward.
_SHORTER = 180
Held = dict[str, list[tuple[Wave, Group]]]


def let_through(plan: Plan, waves: Sequence[Wave]) -> bool:
    """Let those go on whose turn it is; False where nobody waits at a cap."""
    held: Held = {}
    for wave in waves:
        for step, groups in wave.capped.items():
            held.setdefault(step, []).append((wave, together(groups)))
        wave.capped = {}
    if not held:
        return False
    left = {step: _left(plan, step) for step in held}
    full = [step for step in held if left[step] <= 0]
    open_ = [step for step in held if left[step] > 0]
    first = full or [one for one in open_ if not any(one in _after(plan, other) for other in open_)]
    ends = dict.fromkeys(first, (NEVER, 0)) or _window(plan, held)
    for step, some in held.items():
        _release(step, some, left[step], ends.get(step, (-NEVER, 0)))
    return True


def _left(plan: Plan, step: str) -> int:
    most = value(plan.setup.journey.steps[step], "cap")
    return most - plan.taken.get(step, 0) if isinstance(most, int) else 0


def _after(plan: Plan, step: str) -> frozenset[str]:
    return plan.setup.journey.downstream(step)


def _window(plan: Plan, held: Held) -> Mapping[str, tuple[int, int]]:
    """Until when (moment, number) everybody has come who can: before the first to go on can be back."""
    firsts = []
    for some in held.values():
        for wave, group in some:
            soonest = group.now.min()
            numbers = wave.part.number[group.who[group.now == soonest]]
            firsts.append((int(soonest), int(numbers.min())))
    at, number = min(firsts)
    least = _least(plan.setup.journey, tuple(held))
    end = (at + least, 0) if least else (at, number + 1)
    return dict.fromkeys(held, end)


def _least(journey: Journey, caps: Sequence[str]) -> int:
    """The fewest ms after which somebody can come from one of some caps to one of them."""
    ways = {i: {way.port: way.low for way in flow_of(step).ways} for i, step in journey.steps.items()}
    sofar: dict[str, int] = {}
    left = [(0, link.target) for cap in caps for link in journey.out.get(cap, ())]
    while left:
        left.sort(reverse=True)
        low, step = left.pop()
        if step in caps:
            return low * MINUTE_MS
        if sofar.get(step, NEVER) <= low:
            continue
        sofar[step] = low
        for link in journey.out.get(step, ()):
            held = ways.get(step, {}).get(link.port, 0)
            left.append((low + max(0, held - _SHORTER if held >= DAY else held), link.target))
    return 0


def _release(step: str, some: list[tuple[Wave, Group]], left: int, end: tuple[int, int]) -> None:
    """Those who came before the end go on: the first ones within the cap; the others keep waiting."""
    groups = []
    for wave, group in some:
        numbers = wave.part.number[group.who].astype(np.int64)
        turn = (group.now < end[0]) | ((group.now == end[0]) & (numbers < end[1]))
        if not turn.all():
            wave.capped.setdefault(step, []).append(group.take(~turn))
        groups.append((wave, group.take(turn), numbers[turn]))
    order = np.lexsort(
        (np.concatenate([one for _, _, one in groups]), np.concatenate([group.now for _, group, _ in groups]))
    )
    within = np.zeros(len(order), np.bool_)
    within[order[: max(left, 0)]] = True
    begin = 0
    for wave, group, _ in groups:
        mine = within[begin : begin + len(group)]
        begin += len(group)
        wave.turn(group.take(mine), True)
        wave.turn(group.take(~mine), False)
