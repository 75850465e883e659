"""Decides which output of a branching step one contact takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from whatsapp_studio.audience import rules
from whatsapp_studio.base.i18n import language
from whatsapp_studio.journeys.chance import pick, within
from whatsapp_studio.journeys.flow import rows, value
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.keywords import keyword_in
from whatsapp_studio.journeys.moments import after, is_open
from whatsapp_studio.journeys.reading import text, words
from whatsapp_studio.journeys.remembered import once
from whatsapp_studio.journeys.running import Heard, Move, Setup, State, rule_of

Row = Mapping[str, Any]
rows_of = once(rows)


def condition(setup: Setup, step: Step, state: State, at: datetime) -> Move:
    """The first path that fits, by rules, time, date, share or number."""
    match value(step, "by"):
        case "split":
            return _share(setup, step, state)
        case "cap":
            most, taken = value(step, "cap"), setup.taken.get(step.id, 0)
            fits = isinstance(most, int) and taken < most
            code, port = ("cap-open", "within") if fits else ("cap-full", "other")
            return Move(state=state, code=code, port=port, facts={"taken": taken, "most": most})
        case "time":
            return _first(setup, step, state, at, "times", _in_time, "time")
        case "date":
            return _first(setup, step, state, at, "dates", _on_date, "date")
        case _:
            return _first(setup, step, state, at, "rules", _by_rule, "rule")


Fits = Callable[[Setup, Step, State, datetime, Row], bool]


def _first(setup: Setup, step: Step, state: State, at: datetime, field: str, fits: Fits, why: str) -> Move:
    facts: dict[str, object] = {"at": at.astimezone(setup.zone_of(state, value(step, "clock")))}
    for n, row in enumerate(rows_of(value(step, field)), 1):
        if text(row, "id") and fits(setup, step, state, at, row):
            path = {"path": text(row, "name") or str(n), "rule": _said(row.get("rule"))}
            return Move(state=state, code=f"{why}-fits", port=text(row, "id"), facts={**facts, **path})
    return Move(state=state, code=f"{why}-none", port="other", facts=facts)


def _said(raw: object) -> str:
    now = language()
    shown_in, words = _words(raw)
    return words if shown_in is now else _in_words(raw)


def _in_words(raw: object) -> str:
    rule = rule_of(raw)
    return "" if rule is None else rules.in_words(rule)


@once
def _words(raw: object) -> tuple[object, str]:
    """A rule in words, and the language that they are in."""
    return language(), _in_words(raw)


def _by_rule(setup: Setup, step: Step, state: State, at: datetime, row: Row) -> bool:
    return setup.is_true(row.get("rule"), state, at)


def _in_time(setup: Setup, step: Step, state: State, at: datetime, row: Row) -> bool:
    return is_open(at, row, setup.zone_of(state, value(step, "clock")))


def _on_date(setup: Setup, step: Step, state: State, at: datetime, row: Row) -> bool:
    day = at.astimezone(setup.zone_of(state, value(step, "clock"))).date().isoformat()
    first, last = text(row, "from"), text(row, "to")
    return bool(first or last) and (first or day) <= day <= (last or day)


def _share(setup: Setup, step: Step, state: State) -> Move:
    return _drawn(step, state, value(step, "shares"))


@once
def _weights(shares: object) -> list[int]:
    return [_weight(row) for row in rows_of(shares)]


@once
def _draws(shares: object) -> tuple[tuple[str, dict[str, object]], ...]:
    """The output and the facts of each share."""
    weights = _weights(shares)
    total = max(1, sum(weights))
    return tuple(
        (text(row, "id"), {"path": text(row, "name") or text(row, "id"), "percent": round(100 * weight / total)})
        for row, weight in zip(rows_of(shares), weights, strict=True)
    )


def _drawn(step: Step, state: State, shares: object) -> Move:
    n = pick(state.person.number, step.id, _weights(shares))
    if n is None:
        return Move(state=state, code="share-none")
    port, facts = _draws(shares)[n]
    return Move(state=state, code="share", port=port, facts=facts)


def _weight(row: Row) -> int:
    weight = row.get("percent")
    return max(0, weight) if isinstance(weight, int) and text(row, "id") else 0


def experiment(setup: Setup, step: Step, state: State, at: datetime) -> Move:
    """The path or the hold-out that chance gives this contact, the same each time."""
    held = value(step, "holdout")
    if isinstance(held, int) and within(state.person.number, step.id, held):
        return Move(state=state, code="held-out", port="holdout", facts={"percent": held})
    return _drawn(step, state, value(step, "paths"))


def wait_event(setup: Setup, step: Step, state: State, at: datetime) -> Move:
    """Held until one of the events happens, or for as long as it says."""
    until = after(at, value(step, "timeout"), setup.zone_of(state))
    return Move(state=state, code="wait-for-event", until=until)


def event_heard(setup: Setup, step: Step, state: State, code: str, heard: Heard) -> Move | None:
    """The first event wins; one that is not waited for changes nothing."""
    if heard.on != "event":
        return None
    for n, row in enumerate(rows(value(step, "events")), 1):
        if text(row, "id") and text(row, "event") and text(row, "event") == heard.text:
            facts = {"event": heard.text, "path": text(row, "name") or heard.text or str(n)}
            return Move(state=state, code="event-came", port=text(row, "id"), facts=facts)
    return None


def event_timeout(setup: Setup, step: Step, state: State, code: str, at: datetime) -> Move:
    """Nothing happened in time."""
    return Move(state=state, code="event-none", port="timeout")


def reaction(setup: Setup, step: Step, state: State, at: datetime) -> Move:
    """What was heard of the message already decides; else whoever comes is held until something is."""
    message = _message(step, state)
    fitting = [(heard.at, *fit, heard) for heard in state.heard if (fit := _outcome(step, heard, message))]
    if fitting:
        _, _, port, said, heard = min(fitting, key=lambda one: one[:2])
        return Move(state=state, code=f"reaction-{heard.on}", port=port, facts={"said": said})
    until = after(at, value(step, "timeout"), setup.zone_of(state))
    return Move(state=state, code="wait-for-reaction" if message else "no-message", until=until)


def reaction_heard(setup: Setup, step: Step, state: State, code: str, heard: Heard) -> Move | None:
    """The upper one of the outcomes that fit what was heard."""
    fit = _outcome(step, heard, _message(step, state))
    if fit is None:
        return None
    _, port, said = fit
    return Move(state=state, code=f"reaction-{heard.on}", port=port, facts={"said": said})


def reaction_timeout(setup: Setup, step: Step, state: State, code: str, at: datetime) -> Move:
    """No reaction in time."""
    return Move(state=state, code="reaction-none", port="timeout")


def _message(step: Step, state: State) -> str:
    to = value(step, "to")
    return to if isinstance(to, str) and to else state.message


def _outcome(step: Step, heard: Heard, message: str) -> tuple[int, str, str] | None:
    """The place, the output and the fitting words of the first outcome that fits."""
    if not message or heard.step != message:
        return None
    for n, row in enumerate(rows(value(step, "outcomes"))):
        if text(row, "id") and (said := fits(row, heard)):
            return n, text(row, "id"), said
    return None


def fits(row: Row, heard: Heard) -> str:
    """What of the outcome fits, as a text that is never empty; empty where it does not."""
    on, button, keywords = text(row, "on"), text(row, "button"), words(row, "keywords")
    if on == "replied" and heard.on in ("replied", "clicked"):
        if keywords:
            return keyword_in(heard.text, keywords)
        return (heard.text or on) if not button or button.casefold() == heard.text.strip().casefold() else ""
    if on != heard.on:
        return ""
    if on == "clicked" and button and button.casefold() != heard.text.strip().casefold():
        return ""
    return heard.text or on
