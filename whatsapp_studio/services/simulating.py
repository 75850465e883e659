"""Decides how a journey is rehearsed with a whole audience: nothing is sent, and nobody outside hears of it."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from whatsapp_studio.audience import rules
from whatsapp_studio.audience.contact import STANDARD_FIELDS
from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import Blocked, Problem, UserError
from whatsapp_studio.base.progress import Progress, Unwatched
from whatsapp_studio.journeys import check
from whatsapp_studio.journeys.assumed import Assumptions
from whatsapp_studio.journeys.chosen import asked_of, by_chance, only, true_for
from whatsapp_studio.journeys.codec import dump
from whatsapp_studio.journeys.crowd import AREA, Crowd, Gathering, needs
from whatsapp_studio.journeys.drawn import Answers, drawn
from whatsapp_studio.journeys.entries import entries
from whatsapp_studio.journeys.flow import value
from whatsapp_studio.journeys.graph import Journey, Step
from whatsapp_studio.journeys.learned import Learned, learn, template_of, with_learned
from whatsapp_studio.journeys.made_up import Hint, hints, made_up
from whatsapp_studio.journeys.names import carried
from whatsapp_studio.journeys.reading import text
from whatsapp_studio.journeys.rehearsal import Rehearsal, Wanted, Whom, packed, unpacked
from whatsapp_studio.journeys.running import Person, Setup, setup
from whatsapp_studio.journeys.simulation import simulate
from whatsapp_studio.journeys.standins import stand_ins
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.journeys.version import version_id
from whatsapp_studio.journeys.walk import Walk, follow
from whatsapp_studio.services.designing import Journeys
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.crowds import read_crowd
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.simulations import SimulationRow, SimulationStore

__all__ = ["Rehearsal", "Simulating", "SimulationRow", "Wanted"]
replace = msgspec.structs.replace
# An event that is to come, comes so long after the start where nobody says when.
_AHEAD = timedelta(days=7)
# So many are asked where somebody is looked for who came to a step.
_TRIES = 3000


class Simulating:
    """Rehearsals of journeys. Every method may be called from any thread."""

    def __init__(self, store: Store, journeys: Journeys, clock: Clock) -> None:
        self._store, self._contacts, self._kept = store, ContactStore(store), SimulationStore(store)
        self._journeys, self._clock = journeys, clock

    # -- before --------------------------------------------------------------------------------------

    def wanted(self) -> Wanted:
        """What a rehearsal begins with: the journey's own audience, from this minute on, as is assumed.

        Where the workspace has no contacts they are made up.
        """
        start = self._clock.now().replace(second=0, microsecond=0)
        return Wanted(start=start, whom="own" if self._last_id() else "made_up")

    def learned(self, journey: Journey, assumed: Assumptions) -> tuple[Learned, ...]:
        """What earlier messages tell of the templates of a journey, by name; those of which too little is known not."""
        used = {template_of(step) for step in journey.steps.values()}
        known = learn(self._kept.became(self._clock.now()), assumed.rates)
        return tuple(known[name] for name in sorted(used & known.keys()))

    def event_values(self, journey: Journey, entry: str, start: datetime) -> Mapping[str, Any]:
        """What an event would bring with it at an entry, where nobody says: a value of each kind."""
        step = _entry(journey, entry)
        ahead = (start + _AHEAD).date().isoformat()
        values = {"number": 1, "boolean": True, "date": ahead}
        return {name: values.get(kind, name) for name, kind in (carried(step) if step else {}).items()}

    # -- the rehearsal -------------------------------------------------------------------------------

    def run(self, journey: Journey, wanted: Wanted, progress: Progress | None = None) -> Rehearsal:
        """Let an audience go through a journey without anything being sent.

        Raises ``UserError`` ``simulation-no-entry``, ``simulation-nobody`` and Cancelled. A journey with problems is
        rehearsed as it is; they are said in the result.
        """
        began, watch = time.perf_counter(), progress or Unwatched()
        around = self._surroundings(journey)
        problems = tuple(one for one in check.problems(journey, around) if one.severity == "error")
        entry = _entry(journey, wanted.entry)
        if entry is None:
            raise UserError("simulation-no-entry")
        known, put_in = self._around(journey, around)
        whole = setup(journey, known)
        assumed = wanted.assumed
        if not assumed.event:
            assumed = replace(assumed, event=self.event_values(journey, entry.id, wanted.start))
        learned = self.learned(journey, assumed) if wanted.learn else ()
        assumed = with_learned(assumed, journey, {one.template: one for one in learned})
        crowd, nobodies = self._crowd(whole, entry, wanted, known.known, watch)
        if not len(crowd):
            raise UserError("simulation-nobody")
        found = simulate(
            whole, crowd, assumed, start=wanted.start, days=wanted.days, entry=entry.id, progress=watch
        )
        return Rehearsal(
            wanted=wanted, result=replace(found, seconds=time.perf_counter() - began), text=dump(journey),
            logic=version_id(journey), zone=whole.zone.key, at=self._clock.now(), made_up=nobodies, problems=problems,
            stand_ins=put_in, learned=learned,
        )  # fmt: skip

    def somebody(self, done: Rehearsal, step: str, port: str = "", progress: Progress | None = None) -> Person | None:
        """Somebody who came to a step in a rehearsal (and left it by an output); None where none is found soon.

        Caps are not minded: who is turned away depends on everybody else.
        """
        journey, assumed = done.journey, done.result.assumed
        entry = _entry(journey, done.wanted.entry)
        known, _ = self._around(journey, self._surroundings(journey))
        whole = setup(journey, known)
        if entry is None:
            return None
        crowd, _ = self._crowd(whole, entry, done.wanted, known.known, progress or Unwatched())
        for place in by_chance(range(len(crowd)), _TRIES, assumed.seed):
            person = crowd.person(place)
            walk, _ = drawn(whole, assumed, person.number, partial(
                _follow, journey, person, done.wanted.start, known, entry.id, assumed.event
            ), {})  # fmt: skip
            if any(one.step == step and port in ("", one.port) for one in walk.steps):
                return person
        return None

    def run_file(self, path: Path, wanted: Wanted, progress: Progress | None = None) -> Rehearsal:
        """The same of a file; raises ``Blocked`` with every error that its checks find."""
        problems = tuple(one for one in self._journeys.check_file(path) if one.severity == "error")
        return self._unblocked(self._journeys.read_file(path), problems, wanted, progress)

    def run_draft(self, journey_id: str, wanted: Wanted, progress: Progress | None = None) -> Rehearsal:
        """The same of a journey as it is saved; raises ``Blocked`` with every error."""
        problems = tuple(one for one in self._journeys.problems(journey_id) if one.severity == "error")
        return self._unblocked(self._journeys.get(journey_id), problems, wanted, progress)

    def _unblocked(
        self, journey: Journey, problems: tuple[Problem, ...], wanted: Wanted, progress: Progress | None
    ) -> Rehearsal:
        if problems:
            raise Blocked(problems)
        return self.run(journey, wanted, progress)

    def _surroundings(self, journey: Journey) -> Surroundings:
        """The workspace; nothing is said to be missing where templates were never read."""
        around = self._journeys.surroundings(journey.id)
        return around if self._journeys.has_templates() else replace(around, known=False)

    def _around(self, journey: Journey, around: Surroundings) -> tuple[Surroundings, tuple[str, ...]]:
        """The workspace as the rehearsal sees it, and the templates that others stand in for."""
        if around.known:
            return around, ()
        made = stand_ins(journey)
        missing = {key: one for key, one in made.items() if key not in around.templates}
        names = tuple(sorted({name for name, _ in missing}))
        return replace(around, templates={**missing, **around.templates}), names

    # -- who -----------------------------------------------------------------------------------------

    def _crowd(
        self, whole: Setup, entry: Step, wanted: Wanted, known: bool, progress: Progress
    ) -> tuple[Crowd, int]:
        """Who takes part, and how many of them are made up."""
        journey, kept = whole.journey, {one.name: one.kind for one in self._contacts.fields()}
        asked = hints(journey)
        kinds: dict[str, str] = {**kept} if known else {**{name: one.kind for name, one in asked.items()}, **kept}
        fields, lists = needs(whole, kinds)
        rule, in_list = _audience(entry) if wanted.whom in ("own", "sample") else (None, "")
        if wanted.whom == "list":
            in_list = wanted.list
        if rule is not None:
            more, others = asked_of(rule)
            fields, lists = fields | (more & {*STANDARD_FIELDS, *kinds}), lists | others
        crowd = self._read(fields, lists, wanted.whom, in_list, progress)
        if rule is not None:
            crowd = only(crowd, true_for(crowd, rule, wanted.start, whole.zone))
        if wanted.whom == "sample":
            crowd = only(crowd, by_chance(range(len(crowd)), wanted.most, wanted.assumed.seed))
        lacking = wanted.most - len(crowd) if wanted.fill or wanted.whom == "made_up" else 0
        if lacking <= 0:
            return crowd, 0
        return self._with_nobodies(crowd, sorted(fields), kinds, lists, asked, wanted, lacking), lacking

    def _read(
        self, fields: frozenset[str], lists: frozenset[str], whom: Whom, in_list: str, progress: Progress
    ) -> Crowd:
        if whom == "made_up":
            return Gathering(()).done()
        ids = ("SELECT m.contact_id FROM list_members m JOIN lists l ON l.id = m.list_id WHERE l.name = ?", (in_list,))
        return read_crowd(self._store, fields, sorted(lists), ids=ids if in_list else None, progress=progress)

    def _last_id(self) -> int:
        return int(str(self._store.value("SELECT coalesce(max(id), 0) FROM contacts")))

    def _with_nobodies(
        self, crowd: Crowd, fields: Sequence[str], kinds: Mapping[str, str], lists: frozenset[str],
        asked: Mapping[str, Hint], wanted: Wanted, count: int,
    ) -> Crowd:  # fmt: skip
        areas = () if "phone" in fields else ("phone",)
        made = made_up(
            (*fields, *areas), kinds, asked, count=count, first=self._last_id() + 1, seed=wanted.assumed.seed,
            today=wanted.start.date(),
        )  # fmt: skip
        gathered = Gathering((*fields, *areas))
        gathered.add([_row(crowd, place, (*fields, *areas)) for place in range(len(crowd))])
        gathered.add([(*row[:-1], row[-1][:AREA]) for row in made] if areas else made)
        for name in sorted(lists):
            on = crowd.lists.get(name, bytes(len(crowd)))
            members = [number for number, yes in zip(crowd.numbers, on, strict=True) if yes]
            # Every other of those who are made up is on each list.
            gathered.on_list(name, [*members, *(row[0] for row in made if row[0] % 2)])
        return gathered.done(kinds)

    # -- kept ----------------------------------------------------------------------------------------

    def kept(self, journey_id: str) -> tuple[SimulationRow, ...]:
        """The rehearsals of a journey that are kept, the newest first."""
        return self._kept.of(journey_id)

    def keep(self, journey_id: str, name: str, rehearsal: Rehearsal) -> SimulationRow:
        """Keep a rehearsal under a name, for ever."""
        if not name.strip():
            raise UserError("simulation-name-empty")
        return self._kept.add(journey_id, name.strip(), rehearsal.at, rehearsal.logic, packed(rehearsal))

    def open(self, id: int) -> Rehearsal:
        """One that is kept; raises ``UserError("simulation-gone")``."""
        return unpacked(self._kept.get(id)[1])

    def rename(self, id: int, name: str) -> None:
        """Give one another name."""
        if not name.strip():
            raise UserError("simulation-name-empty")
        self._kept.rename(id, name.strip())

    def forget(self, id: int) -> None:
        """Delete one that is kept."""
        self._kept.delete(id)



def _follow(
    journey: Journey, person: Person, start: datetime, around: Surroundings, entry: str, event: Mapping[str, Any],
    answers: Answers,
) -> Walk:  # fmt: skip
    return follow(journey, person, start=start, answers=answers, around=around, entry=entry, event=event)


def _row(crowd: Crowd, place: int, fields: Sequence[str]) -> tuple[Any, ...]:
    person = crowd.person(place)
    return (person.number, person.marketing, int(person.blocked), *(person.values.get(name) for name in fields))


def _entry(journey: Journey, entry: str) -> Step | None:
    """The step everybody enters by: the one of a name, else the first."""
    return next((step for step in entries(journey) if not entry or step.id == entry), None)


def _audience(entry: Step) -> tuple[rules.Rule | None, str]:
    """Whom an entry lets in: those a rule is true for, the members of a list, or everybody."""
    whom = value(entry, "audience")
    if not isinstance(whom, Mapping):
        return None, ""
    match text(whom, "kind"):
        case "list":
            return None, text(whom, "list")
        case "rule":
            try:
                return rules.parse(whom.get("rule")), ""
            except rules.RuleError:
                # A rule that cannot be read is true for nobody.
                return rules.Group("any"), ""
        case _:
            return None, ""

