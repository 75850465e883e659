"""Decides who comes to a cap first, among everybody: by time, and at the same time by number.

Whoever comes to a cap waits until nobody can come before. Where a cap is not in a loop and nobody waits at one before
it, that is everybody there; a cap that is full lets all go on. Else it is those who come before anyone can come back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from whatsapp_studio.journeys.columns.plan import Plan
from whatsapp_studio.journeys.columns.wave import Group, Wave, together
from whatsapp_studio.journeys.columns.zones import MINUTE_MS, NEVER, Whole
from whatsapp_studio.journeys.flow import DAY, flow_of, value
from whatsapp_studio.journeys.graph import Journey

# A day can be so many minutes shorter than others, as clocks are put forward.
_SHORTER = 180
# So many groups of one part of the crowd wait at a cap before they are put together.
_MANY = 32


class Caps:
    """Those who wait at caps: at each some groups, every group in the order in which it is to go on."""

    def __init__(self, plan: Plan, waves: Sequence[Wave]) -> None:
        self._plan, self._waves = plan, waves
        self._held: dict[str, list[tuple[Wave, Group]]] = {}

    def let_through(self) -> bool:
        """Let those go on whose turn it is; False where nobody waits at a cap."""
        self._gather()
        held = {step: some for step, some in self._held.items() if some}
        if not held:
            return False
        full = [step for step in held if _left(self._plan, step) <= 0]
        after = self._plan.setup.journey.downstream
        first = full or [step for step in held if not any(step in after(other) for other in held)]
        for step, end in (dict.fromkeys(first, (NEVER, 0)) or self._window(held)).items():
            self._release(step, end)
        return True

    def _gather(self) -> None:
        for wave in self._waves:
            for step, groups in wave.capped.items():
                held = self._held.setdefault(step, [])
                mine = [group for other, group in held if other is wave]
                if len(mine) > _MANY:
                    groups = [*groups, *mine]
                    held[:] = [one for one in held if one[0] is not wave]
                group = together(groups)
                held.append((wave, group.take(np.lexsort((_numbers(wave, group), group.now)))))
            wave.capped = {}

    def _window(self, held: Mapping[str, Sequence[tuple[Wave, Group]]]) -> Mapping[str, tuple[int, int]]:
        """Until when (moment, number) everybody has come who can: before the first to go on can be back."""
        firsts = (
            (int(group.now[0]), int(wave.part.number[group.who[0]])) for some in held.values() for wave, group in some
        )
        at, number = min(firsts)
        tried = self._plan.setup.longest is not None
        least = 0 if tried else _least(self._plan.setup.journey, tuple(held))
        return dict.fromkeys(held, (at + least, 0) if least else (at, number + 1))

    def _release(self, step: str, end: tuple[int, int]) -> None:
        """Those who came before the end go on: the first ones within the cap; the others keep waiting."""
        going: list[tuple[Wave, Group]] = []
        staying: list[tuple[Wave, Group]] = []
        for wave, group in self._held[step]:
            many = _before(wave, group, end)
            if many:
                going.append((wave, group.take(slice(many))))
            if many < len(group):
                staying.append((wave, group.take(slice(many, None))))
        self._held[step] = staying
        if not going:
            return
        order = np.lexsort(
            (np.concatenate([_numbers(*one) for one in going]), np.concatenate([group.now for _, group in going]))
        )
        within = np.zeros(len(order), np.bool_)
        within[order[: max(_left(self._plan, step), 0)]] = True
        begin = 0
        for wave, group in going:
            mine = within[begin : begin + len(group)]
            begin += len(group)
            wave.turn(group.take(mine), True)
            wave.turn(group.take(~mine), False)


def _numbers(wave: Wave, group: Group) -> Whole:
    return wave.part.number[group.who].astype(np.int64)


def _before(wave: Wave, group: Group, end: tuple[int, int]) -> int:
    """How many of a group, which is in order, come before a moment and number."""
    begin, over = (int(np.searchsorted(group.now, end[0], side=side)) for side in ("left", "right"))
    return begin + int(np.searchsorted(_numbers(wave, group.take(slice(begin, over))), end[1]))


def _left(plan: Plan, step: str) -> int:
    most = value(plan.setup.journey.steps[step], "cap")
    return most - plan.taken.get(step, 0) if isinstance(most, int) else 0


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
