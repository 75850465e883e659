"""Decides what a message step does to one contact: whether it may be written to, now or later, and with what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Literal

import msgspec

from whatsapp_studio.audience.us import is_us
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.journeys.flow import rows, value
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.late import Late, judged, overdue, quiet_over, skips_quiet
from whatsapp_studio.journeys.moments import after
from whatsapp_studio.journeys.reading import text
from whatsapp_studio.journeys.remembered import once_for_both
from whatsapp_studio.journeys.running import Effect, Heard, Move, Setup, State, life_ends, mistaken, replace
from whatsapp_studio.templates.expression import Expression, ExpressionError, for_liquid
from whatsapp_studio.templates.personalise import Filler
from whatsapp_studio.templates.template import Template

# How long after they wrote somebody may be sent free text.
WINDOW = timedelta(hours=24)
# A request that Meta neither takes nor refuses is waited for this long where a step says nothing else.
_PATIENCE = {"amount": 1, "unit": "days"}
_expression = lru_cache(maxsize=256)(Expression)


class Slot(msgspec.Struct, frozen=True):
    """What fills a place of a template, as the ``mapping`` of a step holds it."""

    expression: str = ""
    fallback: str = ""
    if_empty: Literal["skip", "block"] = "skip"


def arrive(setup: Setup, step: Step, state: State, at: datetime) -> Move:
    """A contact comes to a message: it is written to, at once or after its quiet hours, or leaves by why not.

    One that comes too late for it (``state.planned``) is not written to before the journey's late rule is asked.
    """
    refused = _refusal(setup, step, state, at)
    if refused is not None:
        return refused
    late = _late(setup, state, judged(setup, state, at))
    if late is not None:
        return late
    quiet = quiet_over(setup, state, at)
    if quiet is not None:
        if skips_quiet(setup):
            return Move(state=state, code="quiet-skipped", port="next")
        return Move(state=state, code="quiet", until=quiet)
    return _template(setup, step, state, at) if step.kind == "send_template" else _free(setup, step, state, at)


def hear(setup: Setup, step: Step, state: State, code: str, heard: Heard) -> Move | None:
    """What became of the request to send, or what was decided of a late message."""
    if code == "late-ask" and heard.on == "decided":
        if heard.text == "send":
            return arrive(setup, step, replace(state, planned=None), heard.at)
        return Move(state=state, code="late-skipped", port="next")
    if code != "sending" or heard.step != step.id:
        return None
    if heard.on == "sent":
        kept = tuple(one for one in state.heard if one.step != step.id)
        return Move(state=replace(state, message=step.id, heard=kept), code="sent", port="next")
    if heard.on == "refused":
        late = _late(setup, replace(state, planned=state.planned or heard.at), overdue(setup))
        if heard.text == "late" and late is not None:
            return late
        if heard.text == "quiet":
            return Move(state=state, code="quiet-skipped", port="next")
        known = mistaken(state, heard.text)
        return Move(state=known, code="refused", port="failed", facts={"details": heard.text})
    return None


def wake(setup: Setup, step: Step, state: State, code: str, at: datetime) -> Move:
    """The quiet hours are over, or nobody knew for too long whether the message left, or decided about it."""
    match code:
        case "quiet":
            return arrive(setup, step, state, at)
        case "late-ask":
            return Move(state=state, code="late-skipped", port="next")
        case _:
            return Move(state=state, code="send-timed-out", port="timeout")


def _late(setup: Setup, state: State, rule: Late) -> Move | None:
    facts = {"planned": state.planned and state.planned.astimezone(setup.zone_of(state))}
    if rule == "ask":
        return Move(state=state, code="late-ask", until=life_ends(setup, state), facts=facts)
    return Move(state=state, code="late-skipped", port="next", facts=facts) if rule else None


def _refusal(setup: Setup, step: Step, state: State, at: datetime) -> Move | None:
    if state.person.blocked:
        return Move(state=state, code="opted-out", port="failed")
    if step.kind == "send_window":
        if state.wrote is None:
            return Move(state=state, code="never-wrote", port="closed")
        return Move(state=state, code="window-closed", port="closed") if at - state.wrote >= WINDOW else None
    if state.person.marketing == "no":
        return Move(state=state, code="opted-out", port="failed")
    if value(step, "consent") != "anyone" and state.person.marketing != "yes":
        return Move(state=state, code="no-consent", port="failed")
    return None


def _refused_for(template: Template, state: State) -> str:
    """Why somebody gets no message of this category, whatever the step says; empty: they may get it."""
    if template.category != "MARKETING":
        return ""
    if state.person.marketing != "yes":
        return "no-consent"
    phone = state.person.values.get("phone")
    return "us-marketing" if isinstance(phone, str) and is_us(phone) else ""


def _template(setup: Setup, step: Step, state: State, at: datetime) -> Move:
    template, why = _chosen(setup, step, state, at)
    if template is None:
        return Move(state=state, code=why, port="failed")
    if refused := _refused_for(template, state):
        return Move(state=state, code=refused, port="failed")
    filled = _fill(setup, template, step, state)
    facts: dict[str, object] = {"template": template.name, "language": template.language}
    if isinstance(filled, Problem):
        return Move(state=state, code="value-missing", port="failed", facts={**facts, **filled.facts})
    patience = value(step, "retry_within")
    effect = Effect(
        "send", {"step": step.id, "what": "template", **facts, "values": filled, "sender": value(step, "sender")}
    )
    return Move(
        state=state, code="sending", facts=facts, effects=(effect,),
        until=after(at, patience if isinstance(patience, Mapping) else _PATIENCE, setup.zone_of(state)),
    )  # fmt: skip


def _chosen(setup: Setup, step: Step, state: State, at: datetime) -> tuple[Template | None, str]:
    """The translation for this contact, or why there is none."""
    chosen = value(step, "template")
    if not isinstance(chosen, Mapping) or not text(chosen, "name"):
        return None, "template-not-set"
    language = text(chosen, "language")
    for row in rows(value(step, "languages")):
        if setup.is_true(row.get("rule"), state, at):
            language = text(row, "language") or language
            break
    template = setup.around.templates.get((text(chosen, "name"), language))
    if template is None:
        return None, "template-not-there"
    return (template, "") if template.sendable else (None, "template-not-sendable")


@once_for_both
def filler_of(template: Template, step: Step) -> Filler:
    """What fills a template as the mapping of a step says. A compiled text keeps nothing of a contact it was for."""
    given = value(step, "mapping")
    mapping = {
        str(place): Slot(text(slot, "expression"), text(slot, "fallback"))
        for place, slot in (given.items() if isinstance(given, Mapping) else ())
        if isinstance(slot, Mapping)
    }
    return Filler(template, mapping, beside={"event": None, "journey": None})


def _fill(setup: Setup, template: Template, step: Step, state: State) -> dict[str, str] | Problem:
    filler = filler_of(template, step)
    if filler.problems:
        return filler.problems[0]
    return filler.fill(state.person.values, setup.beside(state))


def _free(setup: Setup, step: Step, state: State, at: datetime) -> Move:
    what = value(step, "what")
    details: dict[str, Any] = {"step": step.id, "what": what}
    match what:
        case "media":
            media = value(step, "media")
            details["media"] = media
            words = text(media, "caption") if isinstance(media, Mapping) else ""
        case "buttons" | "list":
            details["choices"] = value(step, "buttons" if what == "buttons" else "menu")
            words = text(step.fields, "text")
        case _:
            words = text(step.fields, "text")
    said = rendered(setup, state, words)
    if said is None:
        return Move(state=state, code="value-missing", port="failed", facts={"label": words})
    effect = Effect("send", {**details, "text": said})
    return Move(
        state=state, code="sending", facts={"text": said}, effects=(effect,),
        until=after(at, _PATIENCE, setup.zone_of(state)),
    )  # fmt: skip


def rendered(setup: Setup, state: State, source: object) -> str | None:
    """A text with its expressions worked out for this contact; None where that cannot be done."""
    if not isinstance(source, str):
        return ""
    values = {name: for_liquid(one) for name, one in state.person.values.items()}
    try:
        return _expression(source).render(values, setup.beside(state))
    except ExpressionError:
        return None
