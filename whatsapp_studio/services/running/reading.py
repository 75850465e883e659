"""Decides how an audience is read: in chunks of one transaction each, so that a crash repeats and skips nobody."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import count, takewhile
from typing import Any, NamedTuple

import msgspec

from whatsapp_studio.audience import rules
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.journeys.entries import open_until, typed
from whatsapp_studio.journeys.flow import value
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.kinds_entry import EVERYONE
from whatsapp_studio.journeys.reading import inner, text, whole
from whatsapp_studio.services.running import people
from whatsapp_studio.services.running.entering import Entered, enter
from whatsapp_studio.services.running.plans import Plan
from whatsapp_studio.storage import readings, runs
from whatsapp_studio.storage.journey_log import note
from whatsapp_studio.storage.readings import Reading

CHUNK = 1000
_HOUR = 3_600_000
replace = msgspec.structs.replace


class Page(NamedTuple):
    """Those of an audience among the next contacts, up to the id ``upto``; ``over`` where there are no more.

    ``trouble`` says why the audience cannot be read: ``list-gone`` or ``rule-unreadable``.
    """

    ids: list[int]
    upto: int
    over: bool
    trouble: str = ""


def page(
    conn: sqlite3.Connection, plan: Plan, step: Step, after: int, now: int, event: Mapping[str, Any] | None = None
) -> Page:
    """The next contacts of an entry's audience, as they are now."""
    audience = inner({"audience": value(step, "audience")}, "audience", EVERYONE)
    match text(audience, "kind"):
        case "list":
            number = readings.list_id(conn, text(audience, "list"))
            if number is None:
                return Page([], after, True, "list-gone")
            return _page(readings.listed(conn, number, after, CHUNK, test=plan.test), after)
        case "rule":
            return _by_rule(conn, plan, audience.get("rule"), after, now, event or {})
        case _:
            return _page(readings.everybody(conn, after, CHUNK, test=plan.test), after)


def _page(ids: list[int], after: int) -> Page:
    return Page(ids, ids[-1] if ids else after, len(ids) < CHUNK)


def _by_rule(
    conn: sqlite3.Connection, plan: Plan, raw: object, after: int, now: int, event: Mapping[str, Any]
) -> Page:
    try:
        rule = rules.parse(raw)
    except rules.RuleError:
        return Page([], after, True, "rule-unreadable")
    looked = _page(readings.everybody(conn, after, CHUNK, test=plan.test), after)
    at, found = runs.moment(now), []
    for id, one in sorted(people.load(conn, looked.ids, rules.keys_used(rule), at).items()):
        person = one.person
        facts = rules.RuleFacts(
            contact=person.values, event=event, lists=person.lists, consent={"marketing": person.marketing}
        )
        if rules.matches(rule, facts, at, zone_of(str(person.values["time_zone"])) or plan.setup.zone):
            found.append(id)
    return looked._replace(ids=found)


def read_on(conn: sqlite3.Connection, plan: Plan, reading: Reading, now: int) -> Reading:
    """Read the next chunk of an audience and let it in, inside the caller's transaction."""
    step = plan.journey.steps[reading.step]
    fields = typed(step, json.loads(reading.event) if reading.event else {})
    if reading.reuses is None:
        found = page(conn, plan, step, reading.after_id, now, fields)
    else:
        found = _page(readings.members(conn, reading.reuses, reading.after_id, CHUNK), reading.after_id)
    ids, refused = found.ids, Counter(reading.refused)
    if step.kind == "audience_change" or value(step, "incremental") is True:
        ids, _ = readings.compare(
            conn, plan.journey_id, plan.test, step.id, ids, reading.after_id, None if found.over else found.upto
        )
        refused["seen-before"] += len(found.ids) - len(ids)
    if step.kind == "business_event" and reading.reuses is None and whole(step.fields, "reuse_minutes", 60) > 0:
        readings.add_members(conn, reading.id, ids)
    entered = 0
    if step.kind != "audience_change":
        entered, why_not = _let_in(conn, plan, step, reading, ids, now, fields)
        refused.update(why_not)
    reading = replace(
        reading, after_id=found.upto, found=reading.found + len(found.ids), entered=reading.entered + entered,
        refused={code: n for code, n in refused.items() if n}, state="done" if found.over else "reading",
    )  # fmt: skip
    readings.keep(conn, reading)
    if found.over:
        _tell(conn, plan, step, reading, found.trouble, now)
    return reading


def _let_in(
    conn: sqlite3.Connection, plan: Plan, step: Step, reading: Reading, ids: list[int], now: int,
    fields: Mapping[str, Any],
) -> tuple[int, Mapping[str, int]]:  # fmt: skip
    """Let those found in; returns how many, and why the others were not."""
    again: list[int] = []
    if value(step, "reentry") is True:
        again = _taken_out(conn, plan, ids, now)
    places = _places(plan, step, reading, now)
    chosen = set(again)
    several = [
        enter(conn, plan, some, step.id, at=now, due=places, event=fields, force=force)
        for some, force in ((again, True), ([one for one in ids if one not in chosen], False))
        if some
    ]
    return sum(len(one.entered) for one in several), _refused(several)


def _refused(several: list[Entered]) -> Mapping[str, int]:
    every: Counter[str] = Counter()
    for one in several:
        every.update(one.refused)
    return every


def _taken_out(conn: sqlite3.Connection, plan: Plan, ids: list[int], now: int) -> list[int]:
    """Those of ``ids`` who were inside and have left now, to start again; who still waits to be let in stays."""
    return sorted(
        runs.end_where(
            conn,
            "r.journey_id = ? AND r.test = ? AND r.code <> ? AND r.contact_id IN (SELECT value FROM json_each(?))",
            (plan.journey_id, int(plan.test), runs.ENTERING, json.dumps(ids)), "restarted", now,
        )
    )  # fmt: skip


def _places(plan: Plan, step: Step, reading: Reading, now: int) -> Iterator[int]:
    """When the next to be let in take their first step; it ends where the journey does."""
    hourly = whole(step.fields, "per_hour")
    first = reading.entered

    def place(n: int) -> int:
        if hourly <= 0:
            return now
        # A reading that was interrupted goes on as slowly as it began.
        return max(reading.began + n * _HOUR // hourly, now + (n - first) * _HOUR // hourly)

    ends = open_until(plan.journey, plan.setup.zone)
    last = runs.ms(ends) if ends is not None else None
    return takewhile(lambda due: last is None or due <= last, map(place, count(first)))


def _tell(
    conn: sqlite3.Connection, plan: Plan, step: Step, reading: Reading, trouble: str, now: int
) -> None:
    """Write into the journey's log what a reading came to."""
    if trouble:
        audience = inner({"audience": value(step, "audience")}, "audience")
        note(conn, plan.journey_id, plan.test, now, trouble, {"step": step.id, "list": text(audience, "list")})
        return
    facts = {
        "step": step.id, "found": reading.found, "entered": reading.entered,
        "refused": sum(reading.refused.values()), "why": dict(reading.refused),
    }  # fmt: skip
    if step.kind == "audience_change":
        code = "audience-remembered"
    else:
        code = "audience-read" if reading.found else "audience-empty"
    note(conn, plan.journey_id, plan.test, now, code, facts)
