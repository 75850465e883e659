"""Decides what is wrong with rules over contacts, wherever a journey holds one."""

from __future__ import annotations

from collections.abc import Mapping

from whatsapp_studio.audience import rules
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.journeys.looking import Look
from whatsapp_studio.journeys.names import Names
from whatsapp_studio.journeys.surroundings import Surroundings


def rule(look: Look, field: str, raw: object, *, path: str = "") -> None:
    """A rule that has to be there, and whose names exist. ``path`` is the name of the path it opens."""
    if raw is None:
        look.error("path-no-rule" if path else "rule-not-set", field, path=path)
        return
    look.adopt(rule_problems(raw, look.around, look.names, f"{look.step.id}.{field}"))


def rule_problems(raw: object, around: Surroundings, names: Names, where: str) -> tuple[Problem, ...]:
    """Everything wrong with a rule: its shape, its values, and the names it uses."""
    try:
        parsed = rules.parse(raw)
    except rules.RuleError as error:
        return (Problem(error.code, where, error.facts),)
    beside = {f"{start}.{name}": kind for start, known in names.beside.items() for name, kind in known.items()}
    known = {**around.fields, **beside} if around.known else None
    unknown = tuple(
        Problem("rule-name-unknown", where, {"field": field})
        for field in sorted(rules.fields_used(parsed))
        if not field.startswith("contact.") and field not in beside
    )
    lists, segments = (around.lists, around.segments) if around.known else (None, None)
    return (*rules.problems(parsed, known, lists, segments=segments, where=where), *unknown)


def audience(look: Look, field: str) -> None:
    """Who is meant: everybody, a list, or those a rule is true for."""
    chosen = look.get(field)
    if not isinstance(chosen, Mapping):
        return
    match chosen.get("kind"):
        case "list":
            list_name(look, field, chosen.get("list"))
        case "rule":
            rule(look, field, chosen.get("rule"))


def list_name(look: Look, field: str, name: object) -> None:
    """A list that has to exist."""
    if look.around.known and isinstance(name, str) and name and name not in look.around.lists:
        look.error("list-not-there", field, list=name)
