"""Decides when waits end for columns of contacts: some time, a moment, their own date, opening hours, an event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import numpy as np

from whatsapp_studio.journeys.asking import ask_for
from whatsapp_studio.journeys.columns.moments import after, next_open, opens
from whatsapp_studio.journeys.columns.table import Lookup, Pairs, Part, Places
from whatsapp_studio.journeys.columns.wave import Arrive, Group, Mask, Wave
from whatsapp_studio.journeys.columns.zones import DAY_MS, MINUTE_MS, Whole, moment, ms_of
from whatsapp_studio.journeys.flow import clock_of, minutes_of, open_minutes, rows, value, wall_of
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.moments import on_day, on_wall
from whatsapp_studio.journeys.reading import text
from whatsapp_studio.journeys.running import Move, Person, State

if TYPE_CHECKING:
    from whatsapp_studio.journeys.columns.news import Told
    from whatsapp_studio.journeys.columns.plan import Plan

Ends = Callable[[Part, Places, Whole], Whole]
# What stands for no moment, and for one that goes by the zone.
_NONE, _THERE = -(10**17), -(10**17) + 1
_FAR, _CENTURIES = 10**16, 300 * 366
_EPOCH = date(1970, 1, 1)


def wait(plan: Plan, step: Step) -> Arrive:
    """Until a moment; whoever comes after it, or has none, goes straight on."""
    ends = _ends(plan, step)

    def arrive(wave: Wave, group: Group) -> None:
        until = ends(wave.part, group.who, group.now)
        on = until <= group.now
        if on.any():
            wave.leave(group.take(on), "next")
            group, until = group.take(~on), until[~on]
        if len(group):
            wave.leave(wave.hold(group, until), "next")

    return arrive


def _ends(plan: Plan, step: Step) -> Ends:
    """When the wait of each ends; what is before all time goes straight on."""
    shared, clock = plan.shared, value(step, "clock")
    match value(step, "until"):
        case "date":
            wall = wall_of(value(step, "date"))
            if wall is None:
                return _nothing

            def at_date(zone: int) -> int:
                return ms_of(on_wall(wall, shared.zones.all[zone]))

            dates = Lookup(at_date)
            return lambda part, who, at: np.broadcast_to(
                dates(np.atleast_1d(np.asarray(part.zone(who, clock)))), at.shape
            )
        case "field":
            return _OnDay(plan, step).ends
        case "window":
            bits = open_minutes(value(step, "window"))
            if not bits:
                return _nothing
            waits = opens(bits)
            return lambda part, who, at: next_open(shared.zones, at, waits, part.zone(who, clock))
        case _:
            duration = value(step, "duration")
            return lambda part, who, at: after(shared.zones, at, duration, part.zone(who))


def _nothing(part: Part, who: Places, at: Whole) -> Whole:
    return np.full(len(who), _NONE, np.int64)


class _OnDay:
    """A date of the contact, with days before or after it, at a time of day."""

    def __init__(self, plan: Plan, step: Step) -> None:
        self._zones, self._clock = plan.shared, value(step, "clock")
        self._field = f"contact.{str(value(step, 'field')).removeprefix('contact.')}"
        self._words = plan.shared.vocabulary(self._field)
        self._offset, self._at = value(step, "offset"), value(step, "at")
        self._later = minutes_of(self._offset)
        self._minutes = clock_of(self._at) or 0
        self._days, self._there = Lookup(self._day), Pairs(self._in_zone)

    def ends(self, part: Part, who: Places, at: Whole) -> Whole:
        """When the wait of each ends."""
        codes, zone = part.codes(self._field, who), part.zone(who, self._clock)
        days = self._days(codes)
        wall = np.where(days < -_FAR, 0, days) * DAY_MS + (self._minutes + self._later) * MINUTE_MS
        found = np.where(days == _NONE, _NONE, self._zones.zones.moment(wall, zone))
        there = days == _THERE
        if there.any():
            found[there] = self._there(codes[there], zone if isinstance(zone, int) else zone[there])
        return found

    def _day(self, code: int) -> int:
        """The day (since 1970) a value names, :data:`_THERE` where the zone decides, or the calendar may end."""
        given = self._words.values[code]
        try:
            found = datetime.fromisoformat(given) if isinstance(given, str) else given
        except ValueError:
            return _NONE
        if isinstance(found, datetime):
            if found.tzinfo:
                return _THERE
            found = found.date()
        if not isinstance(found, date):
            return _NONE
        day = (found - _EPOCH).days
        return _THERE if max(abs(day), abs(self._later) // 1440) > _CENTURIES else day

    def _in_zone(self, code: int, zone: int) -> int:
        found = on_day(self._words.values[code], self._offset, self._at, self._zones.zones.all[zone])
        return _NONE if found is None else ms_of(found)


def wait_event(plan: Plan, step: Step) -> Arrive:
    """Until one of some events happens, or for as long as it says."""
    nobody = State(person=Person(), entered=moment(0))
    asked = ask_for(plan.setup, step, Move(state=nobody, code="wait-for-event"), 1, moment(0))
    assert asked is not None
    ports: dict[str, str] = {}
    for row in rows(value(step, "events")):
        if text(row, "id") and text(row, "event"):
            ports.setdefault(text(row, "event"), text(row, "id"))
    timeout = value(step, "timeout")

    def listens(group: Group, news: Told) -> tuple[Mask | None, str] | None:
        return (None, ports[news.text]) if news.on == "event" and news.text in ports else None

    def arrive(wave: Wave, group: Group) -> None:
        group = wave.stop(group)
        plan.ask(wave, group, asked)
        until = after(plan.shared.zones, group.now, timeout, wave.part.zone(group.who))
        wave.leave(wave.hold_on(group, wave.cut(group, until), listens), "timeout")

    return arrive


def reaction(plan: Plan, step: Step) -> Arrive:
    """What was heard of the message decides, before or from now on."""
    number = plan.news.reactions.index(step)
    ids = [text(row, "id") for row in rows(value(step, "outcomes"))]
    to, timeout = value(step, "to"), value(step, "timeout")
    fixed = plan.rank.get(to, -2) if isinstance(to, str) and to else None

    def messages(part: Part, who: Places) -> Any:
        return part.message[who] if fixed is None else np.full(len(who), fixed, np.int16)

    def arrive(wave: Wave, group: Group) -> None:
        group = decided(wave, group)
        if not len(group):
            return

        def hears(some: Group, news: Told) -> tuple[Mask | None, str] | None:
            if news.fit[number] < 0:
                return None
            last = wave.part.message[some.who]
            about = last if news.step < 0 else news.step
            mask = (about == messages(wave.part, some.who)) & (about >= 0)
            return mask, ids[news.fit[number]]

        until = after(plan.shared.zones, group.now, timeout, wave.part.zone(group.who))
        wave.leave(wave.hold(group, until, hears), "timeout")

    def decided(wave: Wave, group: Group) -> Group:
        """Those go on who did something already: the first that counts."""
        when = np.full(len(group), np.iinfo(np.int64).max, np.int64)
        which = np.full(len(group), len(ids), np.int64)
        about = messages(wave.part, group.who)
        for message in np.unique(about).tolist():
            mine = np.flatnonzero(about == message)
            for fit, at in wave.kept.of(message):
                if fit[number] < 0:
                    continue
                came = at[group.who[mine]]
                sooner = (came < when[mine]) | ((came == when[mine]) & (fit[number] < which[mine]))
                sooner &= came < np.iinfo(np.int64).max
                when[mine[sooner]], which[mine[sooner]] = came[sooner], fit[number]
        for n in np.unique(which).tolist():
            if n < len(ids):
                wave.leave(group.take(which == n), ids[n])
        left = which == len(ids)
        return group if left.all() else group.take(left)

    return arrive


WAITS: Mapping[str, Callable[[Plan, Step], Arrive]] = {"wait": wait, "wait_event": wait_event, "reaction": reaction}
