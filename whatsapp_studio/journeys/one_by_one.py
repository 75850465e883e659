"""Decides a simulation by the engine itself: all contacts in the order of time, one moment of one contact at a time."""

from __future__ import annotations

import heapq
import itertools
import time
from bisect import bisect_right
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.journeys.asking import ask_for, news_of
from whatsapp_studio.journeys.assumed import Assumptions, answer, enters_after, replies
from whatsapp_studio.journeys.crowd import Crowd
from whatsapp_studio.journeys.entries import entries, open_until
from whatsapp_studio.journeys.flow import value
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.motion import MOST_AT_ONCE, Passed, Run, Stretch, begin, due, due_at, heard
from whatsapp_studio.journeys.reading import whole
from whatsapp_studio.journeys.running import Heard, Move, Person, Setup, State
from whatsapp_studio.journeys.simulation import HOUR, AtStep, Row, Sent, Simulation, Watch, bucket_of
from whatsapp_studio.journeys.table import known_ports

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)
_OFTEN, _MANY = 1000, 10_000


def ms_of(at: datetime) -> int:
    """Whole ms since 1970."""
    return (at - _EPOCH) // _MS


def at_ms(ms: int) -> datetime:
    """The moment of some ms since 1970."""
    return _EPOCH + ms * _MS


def entry_of(setup: Setup, entry: str) -> Step | None:
    """The step by which everybody enters: the one of a name, or the first from the top."""
    if entry:
        return setup.journey.steps.get(entry)
    return next(iter(entries(setup.journey)), None)


def enter_at(setup: Setup, assumed: Assumptions, entry: Step, start: int, place: int, contact: int) -> int:
    """When (ms) somebody enters: so many an hour as the entry lets in, or as entering is spread."""
    hourly = whole(entry.fields, "per_hour") if entry.kind == "audience" else 0
    if hourly > 0:
        return start + place * HOUR // hourly
    return start + enters_after(assumed, contact) * 60_000


class OneByOne:
    """One simulation while it is made."""

    def __init__(
        self, setup: Setup, crowd: Crowd, assumed: Assumptions, start: datetime, days: int, entry: str = ""
    ) -> None:
        self._taken: dict[str, int] = dict(setup.taken)
        self._setup = msgspec.structs.replace(setup, taken=self._taken)
        self._crowd, self._assumed, self._says = crowd, assumed, replies(setup, assumed)
        self._start, self._days, self._until = ms_of(start), days, at_ms(ms_of(start) + days * 24 * HOUR)
        self._entry = entry_of(setup, entry)
        self._caps = {i for i, step in setup.journey.steps.items() if value(step, "by") == "cap"}
        self._order = itertools.count()
        # Moment, contact, news before timers, order of arrival, place, and what it is: news, or a turn of waiting.
        self._coming: list[tuple[datetime, int, int, int, int, Any]] = []
        self._runs: dict[int, Run] = {}
        self._turns: dict[int, int] = {}
        # How often each was held at the same moment, and which.
        self._held: dict[int, tuple[datetime, int]] = {}
        self._rows: list[Row] = []
        self._counts = _Counts(self._setup, crowd, self._start, days)

    def go(self, progress: Progress, watch: Watch | None = None) -> Simulation:
        """All of it; raises Cancelled."""
        began, total = time.perf_counter(), len(self._crowd)
        self._let_in()
        for n in itertools.count():
            if not self._coming or self._coming[0][0] > self._until:
                break
            if n % _OFTEN == 0:
                progress.report(self._counts.over, total)
                if progress.cancelled():
                    raise Cancelled
            self._step()
            if watch and len(self._rows) > _MANY:
                watch(self._rows)
            if not watch or len(self._rows) > _MANY:
                self._rows = []
        if watch and self._rows:
            watch(self._rows)
        progress.report(total, total)
        return self._counts.done(self._runs, self._assumed, time.perf_counter() - began)

    def _let_in(self) -> None:
        entry = self._entry
        if entry is None:
            return
        ends = open_until(self._setup.journey, self._setup.zone)
        for place, number in enumerate(self._crowd.numbers):
            at = at_ms(enter_at(self._setup, self._assumed, entry, self._start, place, number))
            if ends is None or at <= ends:
                self._put(at, place, 0, None)

    def _step(self) -> None:
        at, _, _, _, place, what = heapq.heappop(self._coming)
        run = self._runs.get(place)
        if run is None:
            self._begin(place, at)
        elif run.end:
            return
        elif isinstance(what, Heard):
            self._note(place, run.state.person, heard(self._setup, run, what, max(run.held, at)))
        elif what == self._turns[place]:
            self._note(place, run.state.person, due(self._setup, run, max(run.held, at)))

    def _begin(self, place: int, at: datetime) -> None:
        assert self._entry is not None
        entry = self._entry
        wrote = at if entry.kind == "event" and value(entry, "source") == "inbound" else None
        state = State(person=self._crowd.person(place), entered=at, event=self._assumed.event, wrote=wrote)
        self._counts.come(entry.id)
        self._note(place, state.person, begin(self._setup, state, entry.id, at))

    def _note(self, place: int, before: Person, stretch: Stretch) -> None:
        run = self._runs[place] = stretch.run
        if not stretch.moved:
            return
        number = self._crowd.numbers[place]
        for one in stretch.passed:
            self._rows.append(Row(number, ms_of(one.left), ms_of(one.at), one.step, one.visit, one.port))
            if one.step in self._caps and one.port == "within":
                self._taken[one.step] = self._taken.get(one.step, 0) + 1
        self._counts.took(before, stretch)
        self._turns[place] = turn = next(self._order)
        if run.end:
            return
        when, often = self._held.get(place, (run.held, 0))
        self._held[place] = (run.held, often + 1 if when == run.held else 1)
        if self._held[place][1] > MOST_AT_ONCE:
            self._endless(place, run)
            return
        self._put(due_at(self._setup, run), place, 1, turn)
        self._answer(place, run)

    def _endless(self, place: int, run: Run) -> None:
        """Held again and again while no time passes, a contact goes round for ever."""
        here = Passed(step=run.step, visit=run.visit, at=run.came, left=run.held, reasons=run.reasons)
        over = msgspec.structs.replace(run, end="endless")
        self._note(place, run.state.person, Stretch(run=over, passed=(here,)))

    def _answer(self, place: int, run: Run) -> None:
        step = self._setup.journey.steps[run.step]
        move = Move(state=run.state, code=run.code, until=run.until, facts=run.facts)
        asked = ask_for(self._setup, step, move, run.visit, run.held)
        if asked is None:
            return
        given = answer(self._assumed, self._crowd.numbers[place], step.id, run.visit, asked, self._says)
        self._counts.answers[step.id][given.does] += 1
        for news in news_of(step, given, run.held):
            self._put(news.at, place, 0, news)

    def _put(self, at: datetime, place: int, rank: int, what: Any) -> None:
        heapq.heappush(self._coming, (at, self._crowd.numbers[place], rank, next(self._order), place, what))


class _Counts:
    """What is counted of stretches as they come."""

    def __init__(self, setup: Setup, crowd: Crowd, start: int, days: int) -> None:
        self._setup, self._crowd, self._start, self._days = setup, crowd, start, days
        self._bucket = bucket_of(days)
        self._ticks = [start + n * self._bucket for n in range(days * 24 * HOUR // self._bucket + 1)]
        self._inside: dict[str, list[int]] = defaultdict(lambda: [0] * (len(self._ticks) + 1))
        self._passed: dict[str, Counter[str]] = defaultdict(Counter)
        self._ended: dict[str, Counter[str]] = defaultdict(Counter)
        self._came: Counter[str] = Counter()
        self._quiet: Counter[str] = Counter()
        self._full: Counter[str] = Counter()
        self._per_day: Counter[str] = Counter()
        self._sent: Counter[tuple[str, str, str, str, str]] = Counter()
        self._lasted: list[int] = []
        self.answers: dict[str, Counter[str]] = defaultdict(Counter)
        self.entered = self.over = self._steps = 0

    def come(self, entry: str) -> None:
        """One more enters."""
        self.entered += 1
        self._came[entry] += 1

    def took(self, before: Person, stretch: Stretch) -> None:
        """A stretch of one contact; ``before`` is what was known of it then."""
        for n, one in enumerate(stretch.passed):
            self._came[one.step] += bool(n)
            self._pass(one, before)
        run = stretch.run
        if run.end:
            self.over += 1
            self._ended[run.step][run.end] += 1
            self._lasted.append(ms_of(stretch.passed[-1].left) - ms_of(run.state.entered))
        elif stretch.passed:
            self._came[run.step] += 1
        if not run.end:
            self._quiet[run.step] += run.code == "quiet"

    def _pass(self, one: Passed, person: Person) -> None:
        codes = [code for code, _ in one.reasons]
        self._steps += 1
        self._passed[one.step][one.port] += bool(one.port)
        self._full[one.step] += "cap-full" in codes
        inside = self._inside[one.step]
        inside[self._tick(one.at)] += 1
        inside[self._tick(one.left)] -= 1
        if codes[-1:] == ["sent"]:
            self._per_day[one.left.astimezone(self._setup.zone).date().isoformat()] += 1
            details = next(effect.details for effect in one.effects if effect.kind == "send")
            name, language = str(details.get("template", "")), str(details.get("language", ""))
            template = self._setup.around.templates.get((name, language))
            country = person.values.get("country")
            self._sent[
                one.step, name, language, template.category if template else "",
                country if isinstance(country, str) else "",
            ] += 1  # fmt: skip

    def _tick(self, at: datetime) -> int:
        """The first tick that is not before a moment."""
        ms = ms_of(at)
        return bisect_right(self._ticks, ms - 1)

    def done(self, runs: dict[int, Run], assumed: Assumptions, seconds: float) -> Simulation:
        """All counts."""
        journey = self._setup.journey
        waiting: Counter[str] = Counter()
        for run in runs.values():
            if not run.end:
                waiting[run.step] += 1
                self._inside[run.step][self._tick(run.came)] += 1
        steps = [i for i in journey.steps if self._came[i]]
        ends: Counter[str] = Counter()
        for some in self._ended.values():
            ends.update(some)
        taken = {f"{i}:{port}": n for i, ports in self._passed.items() for port, n in ports.items() if n}
        return Simulation(
            contacts=len(self._crowd), entered=self.entered, start=self._start, days=self._days,
            bucket=self._bucket, steps=self._steps, messages=self._per_day.total(),
            by_step={i: self._at(i, waiting[i]) for i in steps}, by_link=taken, ends=dict(ends),
            per_day=dict(sorted(self._per_day.items())),
            sent=tuple(Sent(*what, n) for what, n in sorted(self._sent.items())),
            line={i: tuple(itertools.accumulate(self._inside[i][:-1])) for i in steps},
            longest=max(self._lasted, default=0), median=middle(sorted(self._lasted)),
            uncovered=uncovered(self._setup, taken),
            answers={i: dict(some) for i, some in self.answers.items()}, assumed=assumed, seconds=seconds,
        )  # fmt: skip

    def _at(self, step: str, waiting: int) -> AtStep:
        return AtStep(
            entered=self._came[step], waiting=waiting, passed={p: n for p, n in self._passed[step].items() if n},
            ended=dict(self._ended[step]), quiet=self._quiet[step], full=self._full[step],
        )  # fmt: skip


def middle(some: list[int]) -> int:
    """The one in the middle of numbers in order; 0 of none."""
    return some[len(some) // 2] if some else 0


def uncovered(setup: Setup, taken: dict[str, int]) -> tuple[str, ...]:
    """Outputs with an arrow that nobody took, of steps that are not disabled."""
    journey = setup.journey
    return tuple(
        f"{step.id}:{port}"
        for step in journey.steps.values()
        if not step.disabled
        for port in known_ports(step)
        if f"{step.id}:{port}" in journey.links and f"{step.id}:{port}" not in taken
    )


