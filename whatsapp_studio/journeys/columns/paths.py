"""Decides which output columns of contacts take at a step that parts them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from whatsapp_studio.journeys.columns.asking import Asks, asks
from whatsapp_studio.journeys.columns.draws import pick, within
from whatsapp_studio.journeys.columns.moments import minutes_of_week
from whatsapp_studio.journeys.columns.table import Lookup, Part, Places
from whatsapp_studio.journeys.columns.wave import Arrive, Group, Wave
from whatsapp_studio.journeys.columns.zones import DAY_MS, Whole
from whatsapp_studio.journeys.flow import WEEK, open_minutes, rows, value
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.reading import text

if TYPE_CHECKING:
    from whatsapp_studio.journeys.columns.plan import Plan

Row = Mapping[str, Any]
_EPOCH = date(1970, 1, 1)


def condition(plan: Plan, step: Step) -> Arrive:
    """The first path that fits, by rules, time, date, share or number."""
    match value(step, "by"):
        case "split":
            shares = rows(value(step, "shares"))
            return lambda wave, group: _share(wave, group, shares)
        case "cap":
            return _waits_for_its_turn
        case "time":
            return _first(step, "times", lambda row: _in_time(plan, step, row))
        case "date":
            return _first(step, "dates", lambda row: _on_date(plan, step, row))
        case _:
            return _first(step, "rules", lambda row: asks(plan.shared, row.get("rule")))


def _first(step: Step, field: str, fits: Callable[[Row], Asks]) -> Arrive:
    paths = [(text(row, "id"), fits(row)) for row in rows(value(step, field)) if text(row, "id")]

    def arrive(wave: Wave, group: Group) -> None:
        for port, fit in paths:
            if not len(group):
                return
            chosen = fit(wave.part, group.who, group.now)
            group = wave.part_off(group, chosen, lambda some, port=port: wave.leave(some, port))  # type: ignore[misc]
        wave.leave(group, "other")

    return arrive


def _in_time(plan: Plan, step: Step, row: Row) -> Asks:
    bits, clock = open_minutes(row), value(step, "clock")
    opened = np.array([bits >> minute & 1 for minute in range(WEEK)], np.bool_)

    def fits(part: Part, who: Places, at: Whole) -> Any:
        return opened[minutes_of_week(plan.shared.zones.wall(at, part.zone(who, clock)))]

    return fits


def _on_date(plan: Plan, step: Step, row: Row) -> Asks:
    first, last, clock = text(row, "from"), text(row, "to"), value(step, "clock")

    def fit(number: int) -> int:
        day = (_EPOCH + timedelta(days=number)).isoformat()
        return int(bool(first or last) and (first or day) <= day <= (last or day))

    days = Lookup(fit)

    def fits(part: Part, who: Places, at: Whole) -> Any:
        return days(plan.shared.zones.wall(at, part.zone(who, clock)) // DAY_MS) == 1

    return fits


def _share(wave: Wave, group: Group, shares: Sequence[Row]) -> None:
    weights = [_weight(row) for row in shares]
    if sum(weights) <= 0:
        wave.over(group, "end")
        return
    chosen = pick(wave.part.number[group.who], group.step.id, weights)
    for n, row in enumerate(shares):
        if weights[n]:
            wave.leave(group.take(chosen == n), text(row, "id"))


def _weight(row: Row) -> int:
    weight = row.get("percent")
    return max(0, weight) if isinstance(weight, int) and text(row, "id") else 0


def experiment(plan: Plan, step: Step) -> Arrive:
    """The path or the hold-out that chance gives each contact, the same each time."""
    held, paths = value(step, "holdout"), rows(value(step, "paths"))

    def arrive(wave: Wave, group: Group) -> None:
        if isinstance(held, int):
            out = within(wave.part.number[group.who], step.id, held)
            group = wave.part_off(group, out, lambda some: wave.leave(some, "holdout"))
        if len(group):
            _share(wave, group, paths)

    return arrive


def _waits_for_its_turn(wave: Wave, group: Group) -> None:
    """Whoever comes to a cap is let through in the order of time, of everybody."""
    said = wave.said.get(group.step.id)
    if said is not None:
        before = said[group.who]
        for n in (1, 0):
            wave.turn(group.take(before == n), n == 1)
        group = group.take(before < 0)
    if len(group):
        wave.capped.setdefault(group.step.id, []).append(group)


PATHS: Mapping[str, Callable[[Plan, Step], Arrive]] = {"condition": condition, "experiment": experiment}
