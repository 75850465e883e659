"""Decides how an event is fired, and whom events and messages let into the journeys that run."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import msgspec

from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.journeys.entries import Ear, Source, ears, let_in_by_event, let_in_by_message, typed
from whatsapp_studio.journeys.flow import value
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.services.running.converting import note_goals
from whatsapp_studio.services.running.entering import enter
from whatsapp_studio.services.running.plans import Plan, Plans
from whatsapp_studio.services.running.racing import note_losers
from whatsapp_studio.storage import readings, runs
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.journey_log import note
from whatsapp_studio.storage.runs import Signal

# What arrives from outside has bounds: a name is a name, and an event is no document.
MOST_NAME, MOST_FIELDS, MOST_TEXT = 64, 100, 1000
_MINUTE = 60_000
Scalar = str | int | float | bool | None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened: to one contact, or without one to the business as a whole."""

    name: str
    contact: int | None = None
    fields: Mapping[str, Scalar] = {}


class Listener(msgspec.Struct, frozen=True, kw_only=True):
    """A journey that runs and a place in it where an event is heard."""

    journey_id: str
    journey: str
    ear: Ear


class Events:
    """Fires events, and knows who listens. May be used from any thread."""

    def __init__(self, store: Store, plans: Plans, clock: Clock, wake: Callable[[], None]) -> None:
        self._store, self._plans, self._clock, self._wake = store, plans, clock, wake

    def fire(
        self, name: str, contact: int | None = None, fields: Mapping[str, Scalar] | None = None, *,
        source: Source = "manual",
    ) -> tuple[Listener, ...]:  # fmt: skip
        """Let something have happened; returns who listens to it. Raises ``UserError`` for what is no event."""
        event = Event(name=name, contact=contact, fields=fields or {})
        self.fire_all([event], source=source)
        return self.heard_by(event, source)

    def fire_all(self, events: Sequence[Event], *, source: Source) -> int:
        """Let all of these have happened, or none of them; returns how many they are."""
        now = runs.ms(self._clock.now())
        rows = rows_of(map(checked, events), source, now)
        with self._store.write() as conn:
            write(conn, rows)
        self._wake()
        return len(rows)

    def listeners(self) -> tuple[Listener, ...]:
        """Every place in a journey that runs where an event is heard."""
        found = []
        for door in readings.doors(self._store.db.conn):
            if door.test:
                continue
            plan = self._plans.get(door.plan_id)
            for ear in ears(plan.journey):
                if door.state != "closed" or ear.what not in ("event", "business_event"):
                    found.append(Listener(journey_id=plan.journey_id, journey=plan.journey.name, ear=ear))
        return tuple(found)

    def heard_by(self, event: Event, source: Source) -> tuple[Listener, ...]:
        """Who listens to an event that comes from ``source``."""
        return tuple(one for one in self.listeners() if hears(one.ear, event, source))


def hears(ear: Ear, event: Event, source: Source) -> bool:
    """Whether an event is heard in a place: what one contact did is no business event, and the other way round."""
    if ear.event != event.name.strip() or ear.source not in ("", source):
        return False
    return (ear.what == "business_event") == (event.contact is None)


def checked(event: Event) -> Event:
    """An event as it is kept; raises ``UserError`` where its name or what it carries is none."""
    name = event.name.strip()
    if not name or len(name) > MOST_NAME or not name.isprintable():
        raise UserError("event-name", most=MOST_NAME)
    if len(event.fields) > MOST_FIELDS:
        raise UserError("event-fields-many", most=MOST_FIELDS)
    for field, given in event.fields.items():
        if not field or len(field) > MOST_NAME or not _kept(field, given) or not isinstance(given, Scalar):
            raise UserError("event-field", field=field[:MOST_NAME].encode("utf-8", "replace").decode())
        if isinstance(given, str) and len(given) > MOST_TEXT:
            raise UserError("event-field-long", field=field, most=MOST_TEXT)
    return msgspec.structs.replace(event, name=name)


def _kept(*texts: object) -> bool:
    """Whether these can be kept: half a character cannot."""
    try:
        return all(one.encode() is not None for one in texts if isinstance(one, str))
    except UnicodeEncodeError:
        return False


def write(conn: sqlite3.Connection, rows: Iterable[tuple[object, ...]]) -> None:
    """Add news of events, inside the caller's transaction."""
    conn.executemany("INSERT INTO signals (kind, at, contact_id, text, data) VALUES ('event', ?, ?, ?, ?)", rows)


def rows_of(events: Iterable[Event], source: Source, now: int) -> list[tuple[object, ...]]:
    """What :func:`write` takes, of events that :func:`checked` has seen."""
    return [
        (now, one.contact, one.name, json.dumps({"source": source, "fields": dict(one.fields)}, ensure_ascii=False))
        for one in events
    ]


# -- inside the runner's transaction ---------------------------------------------------------------------------------


def let_in(conn: sqlite3.Connection, plans: Plans, signals: Iterable[Signal], now: int) -> frozenset[str]:
    """Let in whom these events and messages are for; returns the journeys that somebody came into, or was kept out of.

    Runs have heard the signals by then, so that whoever an event takes out can come in by it again.
    """
    signals = list(signals)
    touched = {*note_goals(conn, plans, signals, now), *note_losers(conn, plans, signals, now)}
    doors = [(door, plans.get(door.plan_id)) for door in readings.doors(conn)]
    for signal in signals:
        for door, plan in doors:
            # An event that waited for its journey to go on is for that journey alone.
            if signal.kind == "enter" and signal.step != plan.journey_id:
                continue
            step = _door_of(plan, signal)
            if step is None:
                continue
            touched.add(plan.journey_id)
            if door.state == "paused":
                _while_paused(conn, plan, step, signal, door.pause, now)
            elif step.kind == "business_event" and door.state == "running":
                _read_for(conn, plan, step, signal, now)
            else:
                _enter(conn, plan, step, signal, now)
    return frozenset(touched)


def _door_of(plan: Plan, signal: Signal) -> Step | None:
    """The first entry of a plan that news is for."""
    if signal.kind == "inbound" or (signal.kind == "enter" and _is_message(signal)):
        found = let_in_by_message(plan.journey, signal.text) if signal.contact_id is not None else iter(())
        return next(found, None)
    source = str(_data(signal).get("source") or "manual")
    return _entry_for(plan, signal.text, source, signal.contact_id is None)


@lru_cache(maxsize=4096)
def _entry_for(plan: Plan, event: str, source: str, business: bool) -> Step | None:
    return next(let_in_by_event(plan.journey, event, source, business=business), None)


def _enter(conn: sqlite3.Connection, plan: Plan, step: Step, signal: Signal, now: int) -> None:
    if signal.contact_id is None:
        _kept_out(conn, plan, step, signal, "closed", now)
        return
    message = value(step, "source") == "inbound"
    fields = {"text": signal.text} if message else typed(step, _fields(signal))
    done = enter(
        conn, plan, [signal.contact_id], step.id, at=now, due=now, event=fields,
        wrote=runs.moment(signal.at) if message else None,
    )  # fmt: skip
    for why in done.refused:
        _kept_out(conn, plan, step, signal, why, now)


def _kept_out(
    conn: sqlite3.Connection, plan: Plan, step: Step, signal: Signal, why: str, now: int
) -> None:
    event = "" if value(step, "source") == "inbound" else signal.text
    facts = {"step": step.id, "event": event}
    note(conn, plan.journey_id, plan.test, now, f"kept-out-{why}", facts, signal.contact_id)


def _while_paused(
    conn: sqlite3.Connection, plan: Plan, step: Step, signal: Signal, pause: str, now: int
) -> None:
    """What comes for a journey that is paused waits with those inside, or is discarded with them."""
    if pause != "hold":
        _kept_out(conn, plan, step, signal, "paused", now)
        return
    conn.execute(
        "INSERT INTO signals (parked, kind, at, contact_id, step, text, data) VALUES (1, 'enter', ?, ?, ?, ?, ?)",
        (signal.at, signal.contact_id, plan.journey_id, signal.text, signal.data),
    )


def _read_for(conn: sqlite3.Connection, plan: Plan, step: Step, signal: Signal, now: int) -> None:
    """A business event has its audience read, or takes the one that was found a short time ago."""
    minutes = value(step, "reuse_minutes")
    root = readings.last_read(conn, plan.id, step.id, signal.at)
    if root is not None and signal.at - root.slot >= (minutes if isinstance(minutes, int) else 0) * _MINUTE:
        root = None
    slot = readings.free_slot(conn, plan.id, step.id, signal.at)
    made = readings.begin(
        conn, plan.id, step.id, slot, now, event=json.dumps(_fields(signal), ensure_ascii=False),
        reuses=root.id if root else None,
    )  # fmt: skip
    facts: dict[str, object] = {"step": step.id, "event": signal.text}
    if root is not None:
        facts["minutes"] = (signal.at - root.slot) // _MINUTE
    elif made is not None:
        readings.drop_members(conn, plan.id, step.id, made.id)
    code = "business-event" if root is None else "business-event-reused"
    note(conn, plan.journey_id, plan.test, now, code, facts)


def _is_message(signal: Signal) -> bool:
    return "source" not in _data(signal)


def _fields(signal: Signal) -> Mapping[str, Any]:
    found = _data(signal).get("fields")
    return found if isinstance(found, dict) else {}


def _data(signal: Signal) -> Mapping[str, Any]:
    try:
        found = json.loads(signal.data) if signal.data else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
