"""Decides what a run goes by: the published version it is on, with the workspace around it as it is now."""

from __future__ import annotations

import threading
from collections.abc import Callable

import msgspec

from whatsapp_studio.audience.rules import from_key
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.journeys.codec import load
from whatsapp_studio.journeys.crowd import needs
from whatsapp_studio.journeys.flow import value
from whatsapp_studio.journeys.graph import Journey, Step
from whatsapp_studio.journeys.running import Setup, setup
from whatsapp_studio.journeys.shortened import shortened
from whatsapp_studio.journeys.surroundings import NOWHERE, Surroundings
from whatsapp_studio.journeys.table import kind_of
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.journeys import JourneyStore
from whatsapp_studio.storage.snippets import SnippetStore

Look = Callable[[str], Surroundings]


class Plan(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """One version of a journey that runs: ``setup`` is what motion goes by; its ``taken`` counts caps and is shared.

    ``around`` is the workspace as it was looked at; ``caps`` are the steps that let so many through, ``messages`` those
    that write; ``keys`` what its rules ask of the workspace (``rules.keys_used``); ``answers`` is whether it writes
    freely to who wrote before; ``entry`` is where a contact comes in that no entry asked for. The plan of a test has
    short waits.
    """

    id: int
    journey_id: str
    version: int
    test: bool
    journey: Journey
    setup: Setup
    zone: str
    around: Surroundings = NOWHERE
    caps: tuple[str, ...] = ()
    messages: frozenset[str] = frozenset()
    answers: bool = False
    taken: dict[str, int] = {}
    entry: str = ""
    keys: frozenset[str] = frozenset()

    def step(self, step_id: str) -> Step | None:
        """A step of the version, or None."""
        return self.journey.steps.get(step_id)


class Plans:
    """Every plan that was asked for, kept until it changes. May be used from any thread."""

    def __init__(self, store: Store, look: Look) -> None:
        self._store, self._look = store, look
        self._journeys, self._snippets = JourneyStore(store), SnippetStore(store)
        self._kept: dict[int, Plan] = {}
        self._lock = threading.Lock()
        self._stale: set[int] = set()
        # How many each cap let through: one count for all versions of a journey.
        self._taken: dict[tuple[str, bool], dict[str, int]] = {}
        self._names = self._read_names()
        self._names_asked = self._asked = False

    def get(self, plan_id: int) -> Plan:
        """The plan of an id; raises ``UserError("plan-unknown")``."""
        with self._lock:
            self._look_again()
            found = self._kept.get(plan_id)
            if found is None or plan_id in self._stale:
                found = self._made(plan_id, found)
                self._kept[plan_id] = found
                self._stale.discard(plan_id)
            return found

    def live(self, journey_id: str, test: bool = False) -> Plan | None:
        """The plan that lets contacts into a journey that is open to them; None where there is none."""
        row = self._store.row(
            "SELECT plan_id FROM lives WHERE journey_id = ? AND test = ? AND state IN ('running', 'paused')",
            (journey_id, test),
        )
        return self.get(row["plan_id"]) if row is not None else None

    def moved(self, plan_id: int, version: int) -> bool:
        """Whether a plan is kept here as another version than it now has; it is then read anew when asked for."""
        with self._lock:
            found = self._kept.get(plan_id)
            if found is None or found.version == version:
                return False
            self._stale.add(plan_id)
            return True

    def on_changes(self, changes: Changes) -> None:
        """Look at the workspace again, where it may have changed, before the next plan is asked for."""
        # Contacts change all the time, and lists by every step that adds to one: their names seldom do.
        self._names_asked |= changes.contacts or changes.lists
        self._asked |= changes.content or changes.templates or changes.settings or bool(changes.journeys)

    def _look_again(self) -> None:
        if self._names_asked:
            self._names_asked = False
            names, before = self._read_names(), self._names
            self._asked |= names != before
            self._names = names
        if self._asked:
            self._asked = False
            self._stale |= set(self._kept)

    def _read_names(self) -> tuple[tuple[str, str], ...]:
        found = self._store.rows("SELECT name, kind FROM fields UNION ALL SELECT name, '' FROM lists ORDER BY 2, 1")
        return tuple((row["name"], row["kind"]) for row in found)

    def _made(self, plan_id: int, before: Plan | None) -> Plan:
        row = self._store.row("SELECT * FROM plans WHERE id = ?", (plan_id,))
        if row is None:
            raise UserError("plan-unknown", id=plan_id)
        around = msgspec.structs.replace(self._look(row["journey_id"]), time_zone=row["zone"], now=None)
        if not row["test"]:
            # What is live goes on with the texts that were published with it.
            made = self._journeys.version_at(row["journey_id"], row["version"])
            around = msgspec.structs.replace(around, snippets=self._snippets.at(made))
        if before is not None and before.version == row["version"]:
            if before.around == around:
                return before
            journey = before.journey
        else:
            journey = load(self._journeys.version_text(row["journey_id"], row["version"]), strict=False).journey
        test = bool(row["test"])
        taken = self._taken.setdefault((row["journey_id"], test), {})
        known = shortened(setup(journey, around)) if test else setup(journey, around)
        return Plan(
            id=plan_id, journey_id=row["journey_id"], version=row["version"], test=test, journey=known.journey,
            setup=msgspec.structs.replace(known, zone=zone_of(row["zone"]) or known.zone, taken=taken),
            zone=row["zone"], around=around,
            caps=caps_of(journey),
            messages=frozenset(i for i, step in journey.steps.items() if kind_of(step).group == "message"),
            answers=any(one.kind == "send_window" for one in journey.steps.values()),
            taken=taken, entry=first_entry(journey),
            keys=frozenset(name for name in needs(known, ())[1] if from_key(name) is not None),
        )  # fmt: skip


def caps_of(journey: Journey) -> tuple[str, ...]:
    """The steps that let so many contacts through and no more."""
    return tuple(i for i, step in journey.steps.items() if step.kind == "condition" and value(step, "by") == "cap")


def first_entry(journey: Journey) -> str:
    """The entry that stands first on the canvas, by which whoever jumps here comes in; empty where there is none."""
    entries = [step for step in journey.steps.values() if kind_of(step).is_entry and not step.disabled]
    first = min(entries, key=lambda step: (*journey.places.get(step.id, (0, 0))[::-1], step.id), default=None)
    return first.id if first is not None else ""
