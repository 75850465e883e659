"""Decides what is wrong with a journey's settings, and between its entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.journeys.checks_rules import rule_problems
from whatsapp_studio.journeys.flow import rows, value, wall_of
from whatsapp_studio.journeys.graph import Journey, Step
from whatsapp_studio.journeys.names import Names, names_anywhere
from whatsapp_studio.journeys.reading import text, words
from whatsapp_studio.journeys.settings import defaults
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.journeys.table import title_of


def settings_problems(journey: Journey, around: Surroundings) -> Iterator[Problem]:
    """What is wrong with the settings."""
    settings = {**defaults(), **journey.settings}
    yield from _dates(settings, around)
    if settings["goal_on"] == "end" and not any(map(_is_goal, journey.steps.values())):
        yield Problem("goal-no-end", "settings.goal_on", {}, "warning")
    if settings["quiet"] == "custom" and settings["quiet_from"] == settings["quiet_to"]:
        yield Problem("quiet-all-day", "settings.quiet_to")
    exits = rows(settings["exits"])
    if exits:
        yield from _exits(exits, around, names_anywhere(journey))


def _dates(settings: Mapping[str, Any], around: Surroundings) -> Iterator[Problem]:
    name = settings["time_zone"]
    zone = zone_of(name or around.time_zone) if isinstance(name, str) else None
    if zone is None and isinstance(name, str):
        yield Problem("zone-unknown", "settings.time_zone", {"zone": name})
    starts, ends = wall_of(settings["starts"]), wall_of(settings["ends"])
    if ends is None:
        return
    if starts is not None and ends <= starts:
        yield Problem("end-before-start", "settings.ends")
    elif zone is not None and around.now is not None and ends < around.now.astimezone(zone).replace(tzinfo=None):
        yield Problem("end-in-past", "settings.ends")


def _exits(exits: Sequence[Mapping[str, Any]], around: Surroundings, names: Names) -> Iterator[Problem]:
    for n, row in enumerate(exits, 1):
        where = f"settings.exits.{text(row, 'id') or n}"
        facts = {"what": text(row, "name") or str(n)}
        if row.get("on") == "event":
            if not text(row, "event"):
                yield Problem("exit-no-event", where, facts)
        elif row.get("rule") is None:
            yield Problem("exit-no-rule", where, facts)
        else:
            for found in rule_problems(row["rule"], around, names, where):
                yield Problem(found.code, where, {**facts, **found.facts}, found.severity)


def _is_goal(step: Step) -> bool:
    return step.kind == "end" and value(step, "goal") is True and not step.disabled


def entries_problems(journey: Journey) -> Iterator[Problem]:
    """Entries that let in the same contact twice for one thing that happened."""
    seen: dict[tuple[str, ...], Step] = {}
    for step in journey.steps.values():
        if step.kind != "event" or step.disabled:
            continue
        for key in _heard(step):
            other = seen.setdefault(key, step)
            if other is not step:
                yield Problem(
                    "entry-twice", f"{step.id}.{'keywords' if key[0] == 'word' else 'event'}",
                    {"what": title_of(step), "other": title_of(other)}, "warning",
                )  # fmt: skip
                break


def _heard(step: Step) -> Iterator[tuple[str, ...]]:
    if value(step, "source") != "inbound":
        event = value(step, "event")
        if isinstance(event, str) and event.strip():
            yield "event", event.strip(), str(value(step, "source"))
    elif value(step, "match") == "keywords":
        for word in words({"keywords": value(step, "keywords")}, "keywords"):
            yield "word", word.casefold()
    else:
        yield "any", ""
