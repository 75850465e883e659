"""Decides what is counted of columns of contacts as they come to steps and leave them."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from whatsapp_studio.journeys.assumed import Assumptions
from whatsapp_studio.journeys.columns.table import Part
from whatsapp_studio.journeys.columns.zones import DAY_MS, Whole, moment
from whatsapp_studio.journeys.one_by_one import uncovered
from whatsapp_studio.journeys.running import Setup
from whatsapp_studio.journeys.simulation import AtStep, Row, Sent, Simulation, Watch, bucket_of
from whatsapp_studio.templates.template import Template

if TYPE_CHECKING:
    from whatsapp_studio.journeys.columns.wave import Group

_EPOCH = moment(0).date()


class Counts:
    """Everything that is counted, and the rows for whoever watches."""

    def __init__(self, setup: Setup, start: int, days: int, watch: Watch | None) -> None:
        self._setup, self._start, self._days, self._watch = setup, start, days, watch
        self._bucket = bucket_of(days)
        self._size = days * DAY_MS // self._bucket + 2
        self._inside: dict[str, Whole] = defaultdict(lambda: np.zeros(self._size, np.int64))
        self._came: Counter[str] = Counter()
        self._waiting: Counter[str] = Counter()
        self._passed: dict[str, Counter[str]] = defaultdict(Counter)
        self._ended: dict[str, Counter[str]] = defaultdict(Counter)
        self.quiet: Counter[str] = Counter()
        self.full: Counter[str] = Counter()
        self.answers: dict[str, Counter[str]] = defaultdict(Counter)
        self._per_day: Counter[int] = Counter()
        self._sent: dict[tuple[str, str, str, str], Whole] = {}
        self._lasted: list[Whole] = []
        self.entered = self.over = self._steps = 0

    def came(self, step: str, many: int) -> None:
        """Some came to a step."""
        self._came[step] += many

    def passed(self, part: Part, group: Group, port: str) -> None:
        """A group leaves its step by an output; by none: its way ends here."""
        many, step = len(group.who), group.step.id
        self._steps += many
        if port:
            self._passed[step][port] += many
        if group.now is not group.came:
            self._inside[step] += self._ticks(group.came) - self._ticks(group.now)
        if self._watch is not None:
            self._watch(
                [
                    Row(number, went, came, step, visit, port)
                    for number, went, came, visit in zip(
                        part.number[group.who].tolist(), group.now.tolist(), group.came.tolist(),
                        np.broadcast_to(group.visit, group.who.shape).tolist(), strict=True,
                    )
                ]
            )  # fmt: skip

    def ended(self, part: Part, group: Group, end: str) -> None:
        """The way of a group is over at its step."""
        self.over += len(group.who)
        self._ended[group.step.id][end] += len(group.who)
        self._lasted.append(group.now - part.entered[group.who])

    def waits(self, group: Group) -> None:
        """A group is still at its step when the days are over."""
        self._waiting[group.step.id] += len(group.who)
        self._inside[group.step.id] += self._ticks(group.came)

    def sent(self, part: Part, group: Group, template: Template | None) -> None:
        """A message to each of a group was taken."""
        known = template or Template(name="", language="")
        key = (group.step.id, known.name, known.language, known.category)
        codes = part.codes("contact.country", group.who)
        some = np.bincount(codes, minlength=len(part.shared.vocabulary("contact.country").values))
        sofar = self._sent.get(key, np.zeros(0, np.int64))
        self._sent[key] = some + np.pad(sofar, (0, len(some) - len(sofar)))
        days = part.shared.zones.wall(group.now, 0) // DAY_MS
        first = int(days.min())
        for n, many in enumerate(np.bincount(days - first).tolist()):
            if many:
                self._per_day[first + n] += many

    def _ticks(self, at: Whole) -> Whole:
        """How many at each tick: the first that is not before the moment."""
        return np.bincount((at - self._start + (self._bucket - 1)) // self._bucket, minlength=self._size)

    def done(self, contacts: int, assumed: Assumptions, part: Part | None, seconds: float) -> Simulation:
        """All counts."""
        steps = [i for i in self._setup.journey.steps if self._came[i]]
        ends: Counter[str] = Counter()
        for some in self._ended.values():
            ends.update(some)
        taken = {f"{i}:{port}": n for i, ports in self._passed.items() for port, n in ports.items()}
        lasted = np.concatenate(self._lasted) if self._lasted else np.zeros(0, np.int64)
        middle = len(lasted) // 2
        return Simulation(
            contacts=contacts, entered=self.entered, start=self._start, days=self._days, bucket=self._bucket,
            steps=self._steps, messages=self._per_day.total(),
            by_step={i: self._at(i) for i in steps}, by_link=taken, ends=dict(ends),
            per_day={(_EPOCH + timedelta(days=n)).isoformat(): many for n, many in sorted(self._per_day.items())},
            sent=tuple(sorted(self._messages(part))),
            line={i: tuple(np.cumsum(self._inside[i])[:-1].tolist()) for i in steps},
            longest=int(lasted.max()) if len(lasted) else 0,
            median=int(np.partition(lasted, middle)[middle]) if len(lasted) else 0,
            uncovered=uncovered(self._setup, taken),
            answers={i: dict(some) for i, some in self.answers.items()}, assumed=assumed, seconds=seconds,
        )  # fmt: skip

    def _at(self, step: str) -> AtStep:
        return AtStep(
            entered=self._came[step], waiting=self._waiting[step], passed=dict(self._passed[step]),
            ended=dict(self._ended[step]), quiet=self.quiet[step], full=self.full[step],
        )

    def _messages(self, part: Part | None) -> list[Sent]:
        found: Counter[tuple[str, str, str, str, str]] = Counter()
        for key, some in self._sent.items():
            assert part is not None
            countries = part.shared.vocabulary("contact.country").values
            for code, many in enumerate(some.tolist()):
                if many:
                    country = countries[code]
                    found[*key, country if isinstance(country, str) else ""] += many
        return [Sent(*what, many) for what, many in found.items()]
