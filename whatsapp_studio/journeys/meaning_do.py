"""Decides what a step that acts does to one contact, and what is to be done in the world for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from whatsapp_studio.audience.contact import FieldKind
from whatsapp_studio.audience.fields import read_value
from whatsapp_studio.journeys.flow import rows, value
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.meaning_send import rendered
from whatsapp_studio.journeys.reading import text
from whatsapp_studio.journeys.running import Effect, Heard, Move, Setup, State, replace

# Nobody waits longer than a day for an answer, whatever a file says.
_LONGEST = 86_400
_KINDS: Mapping[str, FieldKind] = {"number": "number", "date": "date", "boolean": "boolean"}


def update_contact(setup: Setup, step: Step, state: State, at: datetime) -> Move:
    """The next step sees the new values; one that does not fit its field is left as it was."""
    changed: dict[str, Any] = {}
    for row in rows(value(step, "changes")):
        name = text(row, "field").removeprefix("contact.")
        written = rendered(setup, state, row.get("value"))
        if not name or written is None:
            continue
        try:
            changed[name] = read_value(written, _KINDS.get(setup.around.fields.get(name, "text"), "text"))
        except ValueError:
            continue
    person = replace(state.person, values={**state.person.values, **changed})
    facts = {"fields": ", ".join(changed)}
    effects = (Effect("update", {"step": step.id, "values": changed}),) if changed else ()
    code = "updated" if changed else "updated-nothing"
    return Move(state=replace(state, person=person), code=code, port="next", facts=facts, effects=effects)


def consent(setup: Setup, step: Step, state: State, at: datetime) -> Move:
    """The contact's answer to marketing, kept with its reason."""
    says_yes = value(step, "set") != "out"
    person = replace(state.person, marketing="yes" if says_yes else "no")
    effect = Effect("consent", {"step": step.id, "yes": says_yes, "reason": value(step, "reason")})
    code = "opted-in-now" if says_yes else "opted-out-now"
    return Move(state=replace(state, person=person), code=code, port="next", effects=(effect,))


def list_member(setup: Setup, step: Step, state: State, at: datetime) -> Move:
    """On the list from now on, or off it."""
    name, adds = str(value(step, "list")), value(step, "do") != "remove"
    lists = state.person.lists | {name} if adds else state.person.lists - {name}
    effect = Effect("list", {"step": step.id, "list": name, "add": adds})
    code = "list-added" if adds else "list-removed"
    person = replace(state.person, lists=lists)
    return Move(
        state=replace(state, person=person), code=code, port="next", facts={"list": name}, effects=(effect,)
    )


def call_url(setup: Setup, step: Step, state: State, at: datetime) -> Move:
    """The request leaves, and its answer is waited for."""
    url, body = rendered(setup, state, value(step, "url")), rendered(setup, state, value(step, "body"))
    headers = {text(row, "name"): rendered(setup, state, row.get("value")) for row in rows(value(step, "headers"))}
    if not url or body is None or None in headers.values():
        return Move(state=state, code="value-missing", port="failed", facts={"label": value(step, "url")})
    seconds, method = value(step, "seconds"), value(step, "method")
    details = {"step": step.id, "method": method, "url": url, "headers": headers, "body": body}
    until = at + timedelta(seconds=min(max(seconds, 0), _LONGEST) if isinstance(seconds, int) else 10)
    return Move(state=state, code="calling", until=until, facts={"url": url}, effects=(Effect("call", details),))


def call_heard(setup: Setup, step: Step, state: State, code: str, heard: Heard) -> Move | None:
    """The answer came, or the other system refused."""
    if heard.step != step.id:
        return None
    if heard.on == "refused":
        return Move(state=state, code="call-failed", port="failed", facts={"details": heard.text})
    if heard.on != "answered":
        return None
    name = value(step, "save_as")
    if isinstance(name, str) and name.strip():
        state = replace(state, saved={**state.saved, name.strip(): heard.text})
    return Move(state=state, code="call-answered", port="next")


def call_timeout(setup: Setup, step: Step, state: State, code: str, at: datetime) -> Move:
    """No answer in time."""
    return Move(state=state, code="call-timed-out", port="timeout")


def notify(setup: Setup, step: Step, state: State, at: datetime) -> Move:
    """A notice on this computer."""
    said = {name: rendered(setup, state, value(step, name)) or "" for name in ("title", "text")}
    effect = Effect("notify", {"step": step.id, **said})
    return Move(state=state, code="notified", port="next", facts=said, effects=(effect,))


def jump(setup: Setup, step: Step, state: State, at: datetime) -> Move:
    """The contact also enters another journey, and goes on in this one."""
    target, inside = value(step, "journey"), value(step, "if_inside")
    other = setup.around.journeys.get(target) if isinstance(target, str) else None
    effect = Effect("jump", {"step": step.id, "journey": target, "if_inside": inside})
    facts = {"journey": other.name if other else ""}
    return Move(state=state, code="jumped", port="next", facts=facts, effects=(effect,))


def end(setup: Setup, step: Step, state: State, at: datetime) -> Move:
    """Here the journey is over."""
    return Move(state=state, code="goal" if value(step, "goal") is True else "end")
