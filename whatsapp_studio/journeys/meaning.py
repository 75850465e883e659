"""Decides what each kind of step does to one contact: the one meaning that simulation and live running share.

A contact comes to a step (:func:`arrive`); while it is held there something may be heard of it (:func:`hear`) or its
time may come (:func:`wake`). Each gives a :class:`~whatsapp_studio.journeys.running.Move`. Nothing is done in the
world and no clock is read: effects and moments come out, moments and news go in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from whatsapp_studio.journeys import meaning_do, meaning_paths, meaning_send
from whatsapp_studio.journeys.flow import passes, rows, value, wall_of
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.moments import after, next_open, on_day, on_wall
from whatsapp_studio.journeys.reading import text
from whatsapp_studio.journeys.remembered import once
from whatsapp_studio.journeys.running import Heard, Move, Setup, State
from whatsapp_studio.journeys.settings import setting
from whatsapp_studio.journeys.table import UNKNOWN, kind_of, ports_of

Arrive = Callable[[Setup, Step, State, datetime], Move]
Hear = Callable[[Setup, Step, State, str, Heard], "Move | None"]
Wake = Callable[[Setup, Step, State, str, datetime], Move]


def arrive(setup: Setup, step: Step, state: State, at: datetime) -> Move:
    """What a step does to a contact that comes to it at ``at``."""
    if kind_of(step) is UNKNOWN:
        return Move(state=state, code="step-unknown")
    if step.disabled:
        port = passes(step, ports_of(step))
        return Move(state=state, code="disabled", port=port) if port else Move(state=state, code="end")
    return _ARRIVE[step.kind](setup, step, state, at)


def hear(setup: Setup, step: Step, state: State, code: str, heard: Heard) -> Move | None:
    """What a step makes of news about a contact that the move ``code`` holds there; None where it goes on holding.

    The news says what it is about, and ``state`` has noted it already (see ``running.about`` and ``running.noted``).
    """
    listens = _HEAR.get(step.kind)
    return listens(setup, step, state, code, heard) if listens else None


def wake(setup: Setup, step: Step, state: State, code: str, at: datetime) -> Move:
    """What a step does with a contact when its time has come; ``code`` is of the move that held it."""
    return _WAKE[step.kind](setup, step, state, code, at)


_exits = once(rows)


def may_exit(setup: Setup) -> bool:
    """Whether a journey has anything that takes a contact out at once."""
    return bool(_exits(setting(setup.journey, "exits")))


def exits(setup: Setup, state: State, at: datetime, heard: Heard | None = None) -> str | None:
    """The name of what takes a contact out at once: a rule that is true, or the event that was heard; None: nothing."""
    for n, row in enumerate(_exits(setting(setup.journey, "exits")), 1):
        if row.get("on") == "event":
            leaves = heard is not None and heard.on == "event" and heard.text == text(row, "event") != ""
        else:
            leaves = heard is None and row.get("rule") is not None and setup.is_true(row["rule"], state, at)
        if leaves:
            return text(row, "name") or str(n)
    return None


def _enter(setup: Setup, step: Step, state: State, at: datetime) -> Move:
    names = [port.name for port in ports_of(step)]
    return Move(state=state, code="entered", port=state.came if state.came in names else names[0])


def _wait(setup: Setup, step: Step, state: State, at: datetime) -> Move:
    zone = setup.zone_of(state, value(step, "clock"))
    match value(step, "until"):
        case "date":
            wall = wall_of(value(step, "date"))
            until, code = on_wall(wall, zone) if wall else None, "wait-date"
        case "field":
            given = state.person.values.get(str(value(step, "field")).removeprefix("contact."))
            until, code = on_day(given, value(step, "offset"), value(step, "at"), zone), "wait-field"
        case "window":
            until, code = next_open(at, value(step, "window"), zone), "wait-window"
        case _:
            until, code = after(at, value(step, "duration"), setup.zone_of(state)), "wait"
    facts: dict[str, object] = {"field": value(step, "field")}
    if until is None:
        return Move(state=state, code="wait-nothing", port="next", facts=facts)
    facts["until"] = until.astimezone(zone)
    if until <= at:
        over = "wait-open" if code == "wait-window" else "wait-over"
        return Move(state=state, code=over, port="next", facts=facts)
    return Move(state=state, code=code, until=until, facts=facts)


def _waited(setup: Setup, step: Step, state: State, code: str, at: datetime) -> Move:
    return Move(state=state, code="waited", port="next")


_ARRIVE: Mapping[str, Arrive] = {
    **dict.fromkeys(("audience", "event", "business_event", "audience_change"), _enter),
    "wait": _wait,
    "send_template": meaning_send.arrive, "send_window": meaning_send.arrive,
    "condition": meaning_paths.condition, "experiment": meaning_paths.experiment,
    "wait_event": meaning_paths.wait_event, "reaction": meaning_paths.reaction,
    "update_contact": meaning_do.update_contact, "consent": meaning_do.consent,
    "list_member": meaning_do.list_member, "call_url": meaning_do.call_url, "notify": meaning_do.notify,
    "jump": meaning_do.jump, "end": meaning_do.end,
}  # fmt: skip
_HEAR: Mapping[str, Hear] = {
    "send_template": meaning_send.hear, "send_window": meaning_send.hear,
    "wait_event": meaning_paths.event_heard, "reaction": meaning_paths.reaction_heard,
    "call_url": meaning_do.call_heard,
}  # fmt: skip
_WAKE: Mapping[str, Wake] = {
    "wait": _waited,
    "send_template": meaning_send.wake, "send_window": meaning_send.wake,
    "wait_event": meaning_paths.event_timeout, "reaction": meaning_paths.reaction_timeout,
    "call_url": meaning_do.call_timeout,
}  # fmt: skip
