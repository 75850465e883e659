"""Decides how long a contact can be in a journey at most, and says it in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.journeys.before import Web
from whatsapp_studio.journeys.flow import DAY, OPEN, flow_of, minutes_of, value, wall_of
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.moments import on_wall
from whatsapp_studio.journeys.settings import BY_NAME, setting
from whatsapp_studio.journeys.surroundings import NOWHERE, Surroundings


def longest(journey: Journey, surroundings: Surroundings = NOWHERE) -> timedelta | None:
    """The time on the longest way for somebody who enters now: its waits, timeouts and windows.

    None where the steps set no end: there is a loop, or a wait that depends on each contact.
    """
    minutes, _ = _longest(journey, surroundings)
    return None if minutes is None else timedelta(minutes=minutes)


def in_words(journey: Journey, surroundings: Surroundings = NOWHERE) -> str:
    """The longest stay in a few words: ``up to 9 days``. The journey's own limit counts too."""
    minutes, loops = _longest(journey, surroundings)
    life = minutes_of(setting(journey, "life")) or minutes_of(BY_NAME["life"].default)
    if loops:
        return tr("up to {span}, with a loop", span=span(life))
    if minutes is None or minutes > life:
        return tr("up to {span}, then out", span=span(life))
    return tr("up to {span}", span=span(minutes)) if minutes else tr("takes no time")


def span(minutes: int) -> str:
    """A time in its two largest units that count: ``2 days 4 hours``."""
    days, rest = divmod(minutes, DAY)
    hours, left = divmod(rest, 60)
    parts = [
        ntr("{n} day", "{n} days", days) if days else "",
        ntr("{n} hour", "{n} hours", hours) if hours else "",
        ntr("{n} minute", "{n} minutes", left) if left or not minutes else "",
    ]
    return " ".join([part for part in parts if part][:2])


def _longest(journey: Journey, around: Surroundings) -> tuple[int | None, bool]:
    """The minutes of the longest way (None: nobody can say) and whether there is a loop."""
    web = Web(tuple(map(flow_of, journey.steps.values())), journey.links)
    until = _dates(journey, around)
    arrives: dict[int, int] = dict.fromkeys(web.entries, 0)
    most = 0
    for group in web.order:
        n = group[0]
        if len(group) > 1 or any(target == n for target, _ in web.out[n]):
            return None, True
        flow, at = web.flows[n], arrives[n]
        for way in flow.ways or (way for _, way in web.out[n]):
            target = web.ends.get((n, way.port))
            if target is None and way.role == "timeout" and flow.kind in ("send_template", "send_window"):
                continue  # it was not sent to and goes nowhere: nobody would call that being on the way
            after = max(at, until[flow.id]) if flow.id in until else at + way.high
            most = max(most, after)
            if target is not None:
                arrives[target] = max(arrives.get(target, 0), after)
    return (None if most >= OPEN else most), False


def _dates(journey: Journey, around: Surroundings) -> Mapping[str, int]:
    """The minutes from now until the date of each step that waits for one."""
    zone = zone_of(str(setting(journey, "time_zone") or around.time_zone))
    if around.now is None or zone is None:
        return {}
    found: dict[str, int] = {}
    for step in journey.steps.values():
        if step.kind == "wait" and not step.disabled and value(step, "until") == "date":
            at = wall_of(value(step, "date"))
            if at is not None:
                found[step.id] = _minutes(around.now, on_wall(at, zone))
    return found


def _minutes(now: datetime, then: datetime) -> int:
    return max(0, -((now - then) // timedelta(minutes=1)))
