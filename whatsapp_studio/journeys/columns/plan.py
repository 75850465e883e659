"""Decides what is the same for every contact of a simulation: the order of steps, and what each makes of a group."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from whatsapp_studio.journeys.asking import Ask
from whatsapp_studio.journeys.assumed import Assumptions, replies
from whatsapp_studio.journeys.columns.acts import ACTS
from whatsapp_studio.journeys.columns.asked import Asked, Did
from whatsapp_studio.journeys.columns.asking import Asks, asks
from whatsapp_studio.journeys.columns.news import Newsroom
from whatsapp_studio.journeys.columns.paths import PATHS
from whatsapp_studio.journeys.columns.sends import SENDS
from whatsapp_studio.journeys.columns.table import Shared
from whatsapp_studio.journeys.columns.waits import WAITS
from whatsapp_studio.journeys.columns.wave import Arrive, Group, Wave
from whatsapp_studio.journeys.crowd import Crowd
from whatsapp_studio.journeys.flow import passes, rows
from whatsapp_studio.journeys.graph import Journey, Step, link_id
from whatsapp_studio.journeys.running import Setup
from whatsapp_studio.journeys.settings import setting
from whatsapp_studio.journeys.table import UNKNOWN, kind_of, ports_of

Makes = Callable[["Plan", Step], Arrive]
_ENTRIES = ("audience", "event", "business_event", "audience_change")


class Plan:
    """A journey made ready for columns; ``until`` (ms) is when the days are over."""

    def __init__(self, setup: Setup, crowd: Crowd, assumed: Assumptions, entry: Step, start: int, until: int) -> None:
        self.setup, self.assumed, self.start, self.until = setup, assumed, start, until
        self.shared = Shared(setup, crowd, assumed.event, start, until)
        self.order = _in_order(setup.journey, entry)
        self.rank = {step.id: n for n, step in enumerate(self.order)}
        self.looped = frozenset(step.id for step in self.order if step.id in setup.journey.downstream(step.id))
        self.news = Newsroom(setup, self.rank)
        self.says = replies(setup, assumed)
        self.exits: list[Asks] = [
            asks(self.shared, row["rule"])
            for row in rows(setting(setup.journey, "exits"))
            if row.get("on") != "event" and row.get("rule") is not None
        ]
        # How many each cap let through so far.
        self.taken = dict(setup.taken)
        self._asked: dict[tuple[str, tuple[str, ...]], Asked] = {}
        self.arrive: Mapping[str, Arrive] = {step.id: self._make(step) for step in self.order}

    def target(self, step: str, port: str) -> Step | None:
        """Where an output leads."""
        link = self.setup.journey.links.get(link_id(step, port))
        return self.setup.journey.steps.get(link.target) if link else None

    def ask(self, wave: Wave, group: Group, asked: Ask) -> Did:
        """What each of a group does, and the news of it that can matter; what happens at once is for the caller."""
        key = (asked.step, asked.texts)
        if key not in self._asked:
            self._asked[key] = Asked(self, asked)
        return self._asked[key].draw(wave, group)

    def _make(self, step: Step) -> Arrive:
        if kind_of(step) is UNKNOWN:
            return lambda wave, group: wave.over(group, "unknown")
        if step.disabled:
            through = passes(step, ports_of(step))
            return lambda wave, group: wave.leave(group, through) if through else wave.over(group, "end")
        return _MAKES[step.kind](self, step)


def _in_order(journey: Journey, entry: Step) -> list[Step]:
    """Every step, those that can be reached first, each after those that lead to it but for loops."""
    after: list[str] = []
    seen = set()
    for first in (entry.id, *journey.steps):
        stack = [(first, False)]
        while stack:
            one, left = stack.pop()
            if left:
                after.append(one)
            elif one not in seen and one in journey.steps:
                seen.add(one)
                stack.append((one, True))
                stack += [(link.target, False) for link in journey.out.get(one, ())]
    return [journey.steps[one] for one in reversed(after)]


def _enters(plan: Plan, step: Step) -> Arrive:
    port = ports_of(step)[0].name
    return lambda wave, group: wave.leave(group, port)


_MAKES: Mapping[str, Makes] = {**dict.fromkeys(_ENTRIES, _enters), **WAITS, **PATHS, **SENDS, **ACTS}
