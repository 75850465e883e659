"""Decides how a journey is tried out with real messages: only contacts marked for tests, and waits of seconds."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.clock import Clock, iso
from whatsapp_studio.base.errors import Blocked, UserError, WorldError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.journeys.entries import typed
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.living import ALIVE, Life, Story
from whatsapp_studio.journeys.settings import setting
from whatsapp_studio.journeys.table import kind_of, ports_of, title_of
from whatsapp_studio.journeys.telling import why
from whatsapp_studio.journeys.version import version_id
from whatsapp_studio.services.designing import Journeys
from whatsapp_studio.services.running.entering import enter
from whatsapp_studio.services.running.plans import Plans
from whatsapp_studio.storage import runs, streams
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.journey_log import note
from whatsapp_studio.storage.lives import LifeStore
from whatsapp_studio.storage.whereabouts import Whereabouts

_INSIDE = "r.journey_id = ? AND r.test = ?"


class Testing:
    """Tests of journeys. Every method may be called from any thread; a journey has one test at a time."""

    __test__ = False

    def __init__(
        self, store: Store, journeys: Journeys, plans: Plans, clock: Clock, tell: Tell,
        wake: Callable[[], None] = lambda: None,
    ) -> None:  # fmt: skip
        self._store, self._journeys, self._plans, self._clock = store, journeys, plans, clock
        self._tell, self._wake = tell, wake
        self._lives, self._where, self._people = LifeStore(store), Whereabouts(store), ContactStore(store)

    # -- looking -------------------------------------------------------------------------------------

    def contacts(self) -> tuple[Contact, ...]:
        """Who may enter a test: every contact that is marked for it."""
        ids = [row["id"] for row in self._store.rows("SELECT id FROM contacts WHERE is_test = 1 ORDER BY id")]
        return tuple(self._people.get_many(ids))

    def life(self, journey_id: str) -> Life | None:
        """How the journey's last test goes; None where there was none."""
        return self._lives.get(journey_id, test=True)

    def runs(self, journey_id: str) -> bool:
        """Whether somebody is inside a test of the journey now."""
        life = self.life(journey_id)
        return life is not None and life.state in ALIVE

    def stories(self, journey_id: str) -> tuple[Story, ...]:
        """The ways of everybody in the journey's last test, in the order they entered."""
        life = self.life(journey_id)
        if life is None:
            return ()
        rows = self._store.rows("SELECT id, contact_id FROM runs WHERE plan_id = ? ORDER BY id", (life.edition.plan,))
        mine = {row["id"] for row in rows}
        found = {
            one.run: one for contact in {row["contact_id"] for row in rows} for one in self._where.stories(contact)
        }  # fmt: skip
        return tuple(found[i] for i in sorted(mine & found.keys()))

    def journey_of(self, journey_id: str) -> Journey:
        """The journey as the last test has it; the draft where there was none."""
        life = self.life(journey_id)
        if life is None:
            return self._journeys.get(journey_id)
        return self._journeys.version(journey_id, life.edition.version)

    def log(self, journey_id: str) -> dict[str, Any]:
        """Everything that happened in the last test, ready to be written as JSON. It holds no phone numbers."""
        life, journey = self.life(journey_id), self.journey_of(journey_id)
        return {
            "journey": journey_id, "name": journey.name, "test": True, "logic": version_id(journey),
            "state": life.state if life else "", "began": iso(life.edition.made) if life else "",
            "contacts": [_told(one, journey) for one in self.stories(journey_id)],
        }  # fmt: skip

    def export(self, journey_id: str, path: Path) -> None:
        """Write :meth:`log` to a file; raises ``WorldError("cannot-write")``."""
        waiting = path.with_name(f"{path.name}.part")
        try:
            waiting.write_text(json.dumps(self.log(journey_id), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
            waiting.replace(path)
        except OSError as error:
            waiting.unlink(missing_ok=True)
            raise WorldError("cannot-write", path=str(path), details=error.strerror or "") from error

    # -- starting and stopping -----------------------------------------------------------------------

    def start(
        self, journey_id: str, contacts: Sequence[int], *, entry: str = "", came: str = "",
        event: Mapping[str, Any] | None = None,
    ) -> Life:  # fmt: skip
        """Let contacts that are marked for tests into the draft as it is saved now; a test before this one ends.

        They come in by ``entry`` (left out: the first on the canvas) whatever it asks for, and leave it by its output
        ``came`` (left out: the first); ``event`` is what the event brings, by name. Raises ``Blocked`` with every error
        of the draft, and ``UserError`` for a contact that is not marked (``contact-not-test``), for nobody, and for an
        entry that is not there.
        """
        self._may_enter(contacts)
        errors = tuple(one for one in self._journeys.problems(journey_id) if one.severity == "error")
        if errors:
            raise Blocked(errors)
        journey, number = self._frozen(journey_id)
        by = self._entry(journey, entry)
        with self._store.write() as conn:
            now = runs.ms(self._clock.now())
            self._end(conn, journey_id, now)
            zone = str(setting(journey, "time_zone") or "")
            if zone_of(zone) is None:
                zone = self._journeys.surroundings(journey_id).time_zone
            plan_id = self._lives.new_plan(conn, journey_id, number, zone, now, test=True)
            self._lives.begin(conn, journey_id, plan_id, now, test=True)
            note(conn, journey_id, True, now, "test-started", {"contacts": len(contacts)})
            plan = self._plans.get(plan_id)
            step = plan.journey.steps[by]
            ports = [one.name for one in ports_of(step)]
            enter(conn, plan, contacts, by, at=now, due=now, came=came if came in ports else ports[0],
                  event=typed(step, event or {}), force=True)  # fmt: skip
            # Nobody else comes in: no audience is read and no event is listened to for new contacts.
            self._lives.move(conn, journey_id, ("running",), "closed", now, test=True)
        self._told(journey_id)
        found = self.life(journey_id)
        assert found is not None
        return found

    def stop(self, journey_id: str) -> int:
        """End the test at once for everybody inside, and leave out what has not been sent; returns how many that are.

        Nothing happens where there is no test.
        """
        with self._store.write() as conn:
            ended = self._end(conn, journey_id, runs.ms(self._clock.now()))
        self._told(journey_id)
        return ended

    # -- inside --------------------------------------------------------------------------------------

    def _may_enter(self, contacts: Sequence[int]) -> None:
        if not contacts:
            raise UserError("test-without-contacts")
        known = {one.id: one for one in self._people.get_many(list(contacts))}
        for one in contacts:
            contact = known.get(one)
            if contact is None or not contact.is_test:
                name = f"{contact.first_name} {contact.last_name}".strip() if contact else ""
                raise UserError("contact-not-test", name=name or tr("This contact"))

    def _frozen(self, journey_id: str) -> tuple[Journey, int]:
        """The draft as a version that stays: the newest one that does the same, or one that is made for the test."""
        journey = self._journeys.get(journey_id)
        logic = version_id(journey)
        found = next(
            (one for one in self._journeys.versions(journey_id) if one.kind != "saved" and one.logic == logic), None
        )
        made = found or self._journeys.keep(journey_id, tr("Tested"))
        return journey, made.number

    @staticmethod
    def _entry(journey: Journey, entry: str) -> str:
        entries = {i: one for i, one in journey.steps.items() if kind_of(one).is_entry and not one.disabled}
        if entry and entry not in entries:
            raise UserError("test-entry-unknown", entry=entry, name=journey.name)
        return entry or min(entries, key=lambda i: (*journey.places.get(i, (0, 0))[::-1], i))

    def _end(self, conn: sqlite3.Connection, journey_id: str, now: int) -> int:
        if not self._lives.move(conn, journey_id, ALIVE, "stopped", now, test=True):
            return 0
        unsent = streams.stop_streams(conn, journey_id, True, runs.moment(now))
        inside = len(runs.end_where(conn, _INSIDE, (journey_id, 1), "stopped", now))
        note(conn, journey_id, True, now, "test-stopped", {"inside": inside, "messages": unsent})
        return inside

    def _told(self, journey_id: str) -> None:
        self._tell(Changes(runs=frozenset({journey_id}), sending=True))
        self._wake()


def _told(story: Story, journey: Journey) -> dict[str, Any]:
    titles = {i: title_of(step) for i, step in journey.steps.items()}
    last = story.stays[-1] if story.stays else None
    return {
        "contact": story.contact, "entered": iso(story.entered), "ended": iso(story.ended) if story.ended else None,
        "ending": story.ending,
        "steps": [
            {
                "step": one.step, "title": titles.get(one.step, one.step), "visit": one.visit, "came": iso(one.came),
                "left": iso(one.left) if one.left else None, "port": one.port,
                "codes": [code for code, _ in one.reasons],
                "why": why(one.reasons, story.zone, story.ending if one is last else ""),
            }
            for one in story.stays
        ],
    }  # fmt: skip
