"""Decides how a journey is started, paused, closed and stopped, and what is told of it while it runs."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.journeys.amending import Amendment, amendment
from whatsapp_studio.journeys.goals import Conversion
from whatsapp_studio.journeys.graph import Journey, Step
from whatsapp_studio.journeys.kept import Version
from whatsapp_studio.journeys.kinds_entry import EVERYONE
from whatsapp_studio.journeys.living import ALIVE, Counts, Edition, Impact, Life, LifeState, Pause
from whatsapp_studio.journeys.reading import inner, text
from whatsapp_studio.journeys.settings import setting
from whatsapp_studio.journeys.table import kind_of, title_of, value
from whatsapp_studio.journeys.version import version_id
from whatsapp_studio.services.designing import Journeys
from whatsapp_studio.services.running.converting import counted
from whatsapp_studio.services.running.watching import Watch
from whatsapp_studio.storage import readings, runs, streams
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.journey_log import note
from whatsapp_studio.storage.lives import LifeStore

_ENDED_AT_ONCE = (
    "r.journey_id = ? AND r.test = ? AND r.code = 'sending'"
    " AND EXISTS (SELECT 1 FROM outbox o WHERE o.run_id = r.id AND o.state = 'ready')"
)


class Running:
    """Everything a person can ask of journeys that run. Every method may be called from any thread.

    ``watch`` answers who is where, and why. ``wake`` has the engine look again at once.
    """

    def __init__(
        self, store: Store, journeys: Journeys, clock: Clock, tell: Tell, wake: Callable[[], None] = lambda: None
    ) -> None:
        self._store, self._journeys, self._clock, self._tell, self._wake = store, journeys, clock, tell, wake
        self._lives = LifeStore(store)
        self.watch = Watch(store, journeys, clock, self._told)

    # -- looking -------------------------------------------------------------------------------------

    def life(self, journey_id: str) -> Life | None:
        """How a journey runs; None where it never did."""
        return self._lives.get(journey_id)

    def lives(self) -> Mapping[str, Life]:
        """How every journey runs that ever did, by its id."""
        return {one.journey: one for one in self._lives.all()}

    def numbers(self, journey_id: str, edition: Edition | None = None) -> Mapping[str, Counts]:
        """What the steps counted, by step: of one version, or of all that ran."""
        life = self._lives.get(journey_id)
        found = (edition,) if edition else life.editions if life else ()
        return self._lives.counts(one.plan for one in found)

    def conversion(self, journey_id: str) -> Conversion | None:
        """How many entered over all versions, and how many of them reached the goal; None without a goal."""
        life = self._lives.get(journey_id)
        each = [counted(self._store, one.plan, self.journey_of(one)) for one in (life.editions if life else ())]
        some = [one for one in each if one is not None]
        return Conversion(sum(o.entered for o in some), sum(o.reached for o in some)) if some else None

    def journey_of(self, edition: Edition) -> Journey:
        """The journey as that version has it."""
        return self._journeys.version(edition.journey, edition.version)

    def impact(self, journey_id: str) -> Impact:
        """What publishing the draft would do to whoever is inside, and by which steps contacts would come in."""
        draft, life = self._journeys.get(journey_id), self._lives.get(journey_id)
        published = [one for one in self._journeys.versions(journey_id) if one.kind == "published"]
        same = bool(published) and published[0].logic == version_id(draft)
        entries = tuple(i for i, step in draft.steps.items() if kind_of(step).is_entry and not step.disabled)
        found = self.amendment(journey_id) if life is not None and life.state in ALIVE else None
        runs_already = life is not None and life.state in ("running", "paused")
        return Impact(
            journey=journey_id, first=life is None or life.state in ("stopped", "done"), same=same and runs_already,
            state=life.state if life else "",
            next_publication=published[0].publication + (not same) if published else 1,
            inside=tuple(one for one in life.editions if one.inside) if life else (),
            standing=tuple(self._standing(life)) if life else (),
            entries=tuple(sorted(entries, key=lambda i: draft.places.get(i, (0, 0))[::-1])),
            audiences={i: n for i in entries if (n := self._in_audience(draft.steps[i])) is not None},
            amends=found is not None and found.any and not found.structural,
        )  # fmt: skip

    def _in_audience(self, step: Step) -> int | None:
        """How many are in an entry's audience now; None where it has none, or where a rule has to be asked of each."""
        if "audience" not in kind_of(step).by_name:
            return None
        audience = inner({"audience": value(step, "audience")}, "audience", EVERYONE)
        contacts = ContactStore(self._store)
        match text(audience, "kind"):
            case "all":
                return contacts.count(ContactQuery())
            case "list":
                found = readings.list_id(self._store.db.conn, text(audience, "list"))
                return None if found is None else contacts.count(ContactQuery(list_id=found))
            case _:
                return None

    def _standing(self, life: Life) -> Iterator[tuple[int, str, int]]:
        """Where whoever is inside stands: version, step and how many, the most first."""
        for edition in life.editions:
            if edition.inside:
                steps = self.journey_of(edition).steps
                found = [(one.waiting, step) for step, one in self._lives.counts([edition.plan]).items() if one.waiting]
                for waiting, step in sorted(found, reverse=True):
                    yield edition.publication, title_of(steps[step]) if step in steps else step, waiting

    # -- starting ------------------------------------------------------------------------------------

    def publish(self, journey_id: str) -> Version:
        """Freeze the draft as a version and let contacts in by it; raises ``Blocked`` with every error.

        Whoever is inside an earlier version finishes that one. A journey that is paused stays paused.
        """
        return self._after(self._journeys.publish(journey_id, self._begin), journey_id)

    def publish_file(self, path: Path) -> Version:
        """Make a file the journey of its id, publish it, and let contacts in; raises ``Blocked``."""
        made = self._journeys.publish_file(path, self._begin)
        return self._after(made, made.id)

    def _begin(self, conn: sqlite3.Connection, version: Version) -> None:
        life, now = self._lives.get(version.id), self._now()
        if life is not None and life.state in ALIVE and life.editions[0].version == version.number:
            if life.state == "closed":
                self._lives.begin(conn, version.id, life.editions[0].plan, now)
                note(conn, version.id, False, now, "reopened")
            return
        journey = self._journeys.version(version.id, version.number)
        zone = str(setting(journey, "time_zone") or "")
        if zone_of(zone) is None:
            zone = self._journeys.surroundings(version.id).time_zone
        plan = self._lives.new_plan(conn, version.id, version.number, zone, now, test=False)
        self._lives.begin(conn, version.id, plan, now)
        inside = life.inside if life else 0
        facts = {"publication": version.publication, "inside": inside}
        note(conn, version.id, False, now, "published-next" if inside else "published", facts)

    # -- changing what runs --------------------------------------------------------------------------

    def amendment(self, journey_id: str) -> Amendment:
        """How the draft differs from the version that runs, and whether that may be changed while it runs."""
        life = self._alive(journey_id, "journey-never-ran")
        edition = life.editions[0]
        return amendment(
            self.journey_of(edition), self._journeys.get(journey_id),
            {step: one.waiting for step, one in self._lives.counts([edition.plan]).items()},
        )  # fmt: skip

    def amend(self, journey_id: str) -> Version:
        """Apply the draft to the version that runs, for whoever has not come to what is changed.

        Raises ``UserError("amend-structural")`` where steps, arrows or rules differ, and ``Blocked``.
        """
        changed = self.amendment(journey_id)
        life = self._alive(journey_id, "journey-never-ran")
        if changed.structural or not changed.any:
            raise UserError("amend-structural", name=self._name(journey_id))

        def move(conn: sqlite3.Connection, version: Version) -> None:
            # What was looked at may have been changed since, or another version published.
            after = self._journeys.version(journey_id, version.number)
            plan, there = life.editions[0].plan, self._alive(journey_id, "journey-never-ran").editions[0]
            other = (there.plan, there.version) != (plan, life.editions[0].version)
            if other or amendment(changed.comparison.before, after).structural:
                raise UserError("amend-structural", name=self._name(journey_id))
            now = self._now()
            self._lives.amend(conn, plan, version.number)
            if life.state != "paused":
                streams.try_again(conn, journey_id, False)
            titles = ", ".join(title_of(changed.after.steps[i]) for i in changed.steps) or changed.after.name
            note(
                conn, journey_id, False, now, "amended",
                {"publication": version.publication, "steps": titles, "ahead": changed.ahead},
            )  # fmt: skip

        return self._after(self._journeys.publish(journey_id, move, anew=True), journey_id)

    # -- pausing and ending --------------------------------------------------------------------------

    def pause(self, journey_id: str, how: Pause = "hold") -> None:
        """Let nobody go on and no message leave until :meth:`resume`; no time limit.

        ``discard``: whoever becomes due meanwhile, or waits for a message that did not leave yet, leaves the journey.
        """
        life = self._alive(journey_id, "journey-not-pausable")
        with self._store.write() as conn:
            now = self._now()
            if not self._lives.move(conn, journey_id, ("running", "closed"), "paused", now, pause=how or "hold"):
                raise UserError("journey-not-pausable", name=self._name(journey_id))
            gone = 0
            if how == "discard":
                gone = len(runs.end_where(conn, _ENDED_AT_ONCE, (journey_id, 0), "discarded", now))
            streams.pause_streams(conn, journey_id, False)
            note(conn, journey_id, False, now, f"paused-{how or 'hold'}", {"inside": life.inside, "discarded": gone})
        self._told(journey_id)

    def resume(self, journey_id: str) -> None:
        """Go on after a pause, or let contacts into a closed journey again."""
        with self._store.write() as conn:
            now = self._now()
            back = self._lives.before_pause(conn, journey_id)
            if self._lives.move(conn, journey_id, ("paused",), back, now):
                streams.resume_streams(conn, journey_id, False)
                streams.try_again(conn, journey_id, False)
                runs.unpark(conn, journey_id, 0)
                note(conn, journey_id, False, now, "resumed")
            elif self._lives.move(conn, journey_id, ("closed",), "running", now):
                note(conn, journey_id, False, now, "reopened")
            else:
                raise UserError("journey-not-resumable", name=self._name(journey_id))
        self._told(journey_id)

    def close(self, journey_id: str) -> None:
        """Let nobody new in; whoever is inside goes on to the end. :meth:`resume` opens it again."""
        life = self._alive(journey_id, "journey-not-closable")
        with self._store.write() as conn:
            now = self._now()
            if life.state == "paused" and self._lives.before_pause(conn, journey_id) == "running":
                self._lives.close_paused(conn, journey_id)
            elif not self._lives.move(conn, journey_id, ("running",), "closed", now):
                raise UserError("journey-not-closable", name=self._name(journey_id))
            note(conn, journey_id, False, now, "closed", {"inside": life.inside})
            for ended, test in runs.finish(conn):
                note(conn, ended, bool(test), now, "done")
        self._told(journey_id)

    def stop(self, journey_id: str) -> int:
        """End the journey at once for everybody inside, for good; returns how many that are.

        Messages that have not left are not sent. Who was inside stays known: see ``watch.stopped``.
        """
        self._alive(journey_id, "journey-not-stoppable")
        with self._store.write() as conn:
            now = self._now()
            if not self._lives.move(conn, journey_id, ALIVE, "stopped", now):
                raise UserError("journey-not-stoppable", name=self._name(journey_id))
            unsent = streams.stop_streams(conn, journey_id, False, self._clock.now())
            inside = len(runs.end_where(conn, "r.journey_id = ? AND r.test = ?", (journey_id, 0), "stopped", now))
            note(conn, journey_id, False, now, "stopped", {"inside": inside, "messages": unsent})
        self._told(journey_id)
        return inside

    # -- inside --------------------------------------------------------------------------------------

    def _now(self) -> int:
        return runs.ms(self._clock.now())

    def _name(self, journey_id: str) -> str:
        return self._journeys.get(journey_id).name

    def _alive(self, journey_id: str, code: str) -> Life:
        life = self._lives.get(journey_id)
        if life is None:
            raise UserError("journey-never-ran", name=self._name(journey_id))
        states: tuple[LifeState, ...] = ALIVE
        if life.state not in states:
            raise UserError(code, name=self._name(journey_id))
        return life

    def _after(self, version: Version, journey_id: str) -> Version:
        self._told(journey_id)
        return version

    def _told(self, journey_id: str) -> None:
        self._tell(Changes(runs=frozenset({journey_id}), journeys=frozenset({journey_id}), sending=True))
        self._wake()
