"""Decides where the way of a contact depends on what it does, what it can do there, and what that brings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Literal

import msgspec

from whatsapp_studio.journeys.flow import rows, value
from whatsapp_studio.journeys.graph import Step, link_id
from whatsapp_studio.journeys.reading import text
from whatsapp_studio.journeys.running import Heard, Move, Setup

Does = Literal[
    "nothing", "delivered", "read", "clicked", "replied", "undelivered", "refused", "silence", "event", "answered"
]
LISTENERS = ("reaction", "send_window")
_MESSAGES = ("send_template", "send_window")
# What Meta says of a number that cannot be reached: of all that can be wrong with one contact it is that mostly.
UNREACHABLE = "meta-131026"


class Answer(msgspec.Struct, frozen=True):
    """What a contact does, or what happens to it, ``after`` some minutes. ``text`` as of :class:`Heard`."""

    does: Does
    text: str = ""
    after: int = 5


class Ask(msgspec.Struct, frozen=True, kw_only=True):
    """A question: what happens at a step, the ``visit``-th time somebody comes by?

    ``can`` are the answers there are; ``texts`` the buttons to tap or the events to happen. Where it does not
    ``matter`` the way is the same whatever the answer.
    """

    step: str
    visit: int
    at: datetime
    can: tuple[Does, ...]
    texts: tuple[str, ...] = ()
    matters: bool = True


def ask_for(setup: Setup, step: Step, move: Move, visit: int, at: datetime) -> Ask | None:
    """The question at a step that holds somebody like this; None where nothing but time counts."""
    match move.code:
        case "sending":
            buttons = _buttons(setup, step, move)
            can: tuple[Does, ...] = ("read", "replied", *(("clicked",) if buttons else ()), "delivered", "nothing",
                                     "undelivered", "refused", "silence")  # fmt: skip
            return Ask(step=step.id, visit=visit, at=at, can=can, texts=buttons, matters=_matters(setup, step))
        case "wait-for-event":
            events = tuple(event for row in rows(value(step, "events")) if (event := text(row, "event")))
            return Ask(step=step.id, visit=visit, at=at, can=("event", "nothing"), texts=events)
        case "calling":
            linked = any(link_id(step.id, port) in setup.journey.links for port in ("failed", "timeout"))
            can = ("answered", "refused", "silence")
            return Ask(step=step.id, visit=visit, at=at, can=can, matters=linked or bool(value(step, "save_as")))
        case _:
            return None


def nothing(ask: Ask) -> Answer:
    """The answer that is taken where none is needed: what mostly happens."""
    return Answer("delivered", after=0) if "delivered" in ask.can else Answer("answered", after=0)


def news_of(step: Step, answer: Answer, at: datetime) -> Iterator[Heard]:
    """What an answer brings, in time: somebody who replies has got the message first, and read it."""
    then = at + timedelta(minutes=max(0, answer.after))
    match answer.does:
        case "event":
            yield Heard("event", then, "", answer.text)
            return
        case "answered":
            yield Heard("answered", at, step.id, answer.text)
            return
        case "refused":
            yield Heard("refused", at, step.id, answer.text or (UNREACHABLE if step.kind in _MESSAGES else ""))
            return
        case "silence":
            return
    if step.kind not in _MESSAGES:
        return
    yield Heard("sent", at, step.id)
    if answer.does == "undelivered":
        yield Heard("failed", then, step.id, UNREACHABLE)
    elif answer.does != "nothing":
        yield Heard("delivered", at, step.id)
    if answer.does in ("read", "clicked", "replied"):
        yield Heard("read", then, step.id)
    if answer.does == "clicked":
        yield Heard("clicked", then, step.id, answer.text)
    elif answer.does == "replied":
        yield Heard("replied", then, "", answer.text)


def _matters(setup: Setup, step: Step) -> bool:
    """Whether anything after a message goes by what became of it."""
    journey = setup.journey
    if any(link_id(step.id, port) in journey.links for port in ("failed", "timeout")):
        return True
    after = journey.downstream(step.id) | {step.id}
    return any(one.kind in LISTENERS and not one.disabled for i in after if (one := journey.steps.get(i)) is not None)


def _buttons(setup: Setup, step: Step, move: Move) -> tuple[str, ...]:
    if step.kind == "send_window":
        menu = value(step, "menu")
        match value(step, "what"):
            case "buttons":
                return tuple(text(row, "text") for row in rows(value(step, "buttons")))
            case "list" if isinstance(menu, Mapping):
                return tuple(text(row, "title") for row in rows(menu.get("rows")))
            case _:
                return ()
    template = setup.around.templates.get((str(move.facts.get("template")), str(move.facts.get("language"))))
    if template is None:
        return ()
    return tuple(button.text for button in template.buttons if button.kind in ("QUICK_REPLY", "URL"))
