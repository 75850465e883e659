"""Decides by which steps contacts get into a journey, when it is open to them, and which of them an event is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

import msgspec

from whatsapp_studio.audience.contact import FieldKind
from whatsapp_studio.audience.fields import read_value
from whatsapp_studio.audience.stopwords import is_stop_word
from whatsapp_studio.journeys.flow import rows, value, wall_of
from whatsapp_studio.journeys.graph import Journey, Step
from whatsapp_studio.journeys.keywords import keyword_in
from whatsapp_studio.journeys.moments import on_wall
from whatsapp_studio.journeys.names import carried
from whatsapp_studio.journeys.reading import text, words
from whatsapp_studio.journeys.settings import setting
from whatsapp_studio.journeys.table import kind_of

Source = Literal["manual", "file", "http"]
SOURCES: tuple[Source, ...] = ("manual", "file", "http")
_KINDS: Mapping[str, FieldKind] = {"number": "number", "date": "date", "boolean": "boolean"}
# Everything that says who an entry reads, and when: with the same of it, what was read before is not read again.
_SAME = ("audience", "when", "at", "on")


class Ear(msgspec.Struct, frozen=True, kw_only=True):
    """A place in a journey where an event is heard: at an entry, in a wait, or by the journey as a whole.

    ``what`` says which; ``step`` is empty for the whole. ``source`` is where an entry's events come from (empty: from
    anywhere), ``fields`` are what they carry, by name with their kinds.
    """

    event: str
    what: Literal["event", "business_event", "wait", "exit", "goal"]
    step: str = ""
    source: str = ""
    fields: Mapping[str, str] = {}


def entries(journey: Journey) -> tuple[Step, ...]:
    """The steps by which contacts get in, from the top of the canvas down."""
    found = [step for step in journey.steps.values() if kind_of(step).is_entry and not step.disabled]
    return tuple(sorted(found, key=lambda one: (*journey.places.get(one.id, (0, 0))[::-1], one.id)))


def open_from(journey: Journey, zone: ZoneInfo) -> datetime | None:
    """Before this moment nobody enters; None where there is no such moment."""
    wall = wall_of(setting(journey, "starts"))
    return on_wall(wall, zone) if wall else None


def open_until(journey: Journey, zone: ZoneInfo) -> datetime | None:
    """After this moment nobody enters; None where there is no such moment."""
    wall = wall_of(setting(journey, "ends"))
    return on_wall(wall, zone) if wall else None


def shut(journey: Journey, zone: ZoneInfo, at: datetime) -> str:
    """Why nobody can enter at a moment: ``not-begun``, ``ended``, or empty where the journey is open."""
    begins, ends = open_from(journey, zone), open_until(journey, zone)
    if begins is not None and at < begins:
        return "not-begun"
    return "ended" if ends is not None and at > ends else ""


def reads_the_same(one: Step, other: Step | None) -> bool:
    """Whether two versions of an entry mean the same contacts at the same times."""
    if other is None or other.kind != one.kind or other.disabled:
        return False
    return all(value(one, name) == value(other, name) for name in _SAME)


def ears(journey: Journey) -> Iterator[Ear]:
    """Every place where a journey listens to an event."""
    for step in journey.steps.values():
        if step.disabled:
            continue
        if step.kind in ("event", "business_event") and value(step, "source") != "inbound":
            if event := text(step.fields, "event"):
                what: Literal["event", "business_event"] = "event" if step.kind == "event" else "business_event"
                yield Ear(
                    event=event, what=what, step=step.id, source=str(value(step, "source")), fields=carried(step)
                )
        elif step.kind == "wait_event":
            for row in rows(value(step, "events")):
                if event := text(row, "event"):
                    yield Ear(event=event, what="wait", step=step.id)
    for row in rows(setting(journey, "exits")):
        if row.get("on") == "event" and (event := text(row, "event")):
            yield Ear(event=event, what="exit")
    if setting(journey, "goal_on") == "event" and (event := str(setting(journey, "goal_event")).strip()):
        yield Ear(event=event, what="goal")


def let_in_by_event(journey: Journey, event: str, source: str, *, business: bool) -> Iterator[Step]:
    """The entries that an event is for: of one contact, or with ``business`` of nobody in particular."""
    kind = "business_event" if business else "event"
    for step in entries(journey):
        if step.kind == kind and text(step.fields, "event") == event != "" and value(step, "source") == source:
            yield step


def let_in_by_message(journey: Journey, said: str) -> Iterator[Step]:
    """The entries that a message from a contact is for; a word to stop is for none that does not name it."""
    for step in entries(journey):
        if step.kind != "event" or value(step, "source") != "inbound":
            continue
        if value(step, "match") == "keywords":
            if keyword_in(said, words(step.fields, "keywords")):
                yield step
        elif not is_stop_word(said):
            yield step


def typed(step: Step, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an event as its entry declares their kinds; a text that does not fit its kind stays a text."""
    kinds = carried(step)
    return {name: _typed(given, kinds.get(name, "text")) for name, given in fields.items()}


def _typed(given: Any, kind: str) -> Any:
    if not isinstance(given, str) or kind not in _KINDS:
        return given
    try:
        found = read_value(given, _KINDS[kind])
    except ValueError:
        return given
    return int(found) if isinstance(found, float) and found.is_integer() else found
