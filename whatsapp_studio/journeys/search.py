"""Decides what is found in a journey: every word a person can see or write there, whatever its case and accents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import fold
from whatsapp_studio.journeys.graph import Fields, Journey
from whatsapp_studio.journeys.reading import inner, rows, text
from whatsapp_studio.journeys.surroundings import NOWHERE, Surroundings
from whatsapp_studio.journeys.table import kind_of, ports_of, summary_of, title_of

Kind = Literal["step", "note", "frame"]


class Hit(msgspec.Struct, frozen=True):
    """One step, note or frame in which the words were found."""

    id: str
    kind: Kind


def matches(text: str, query: str) -> bool:
    """Whether every word of ``query`` is somewhere in ``text``."""
    within = fold(text)
    return all(word in within for word in fold(query).split())


def search(journey: Journey, query: str, around: Surroundings = NOWHERE) -> tuple[Hit, ...]:
    """Where every word of ``query`` is found, in reading order: from the top, and from the left beside each other.

    A step is found by its name, title, kind, template, texts, outputs and remark, and by what its template says
    ``around`` it; nothing is found for no words.
    """
    words = fold(query).split()
    if not words:
        return ()
    found: list[tuple[tuple[int, int], Hit]] = []

    def look(texts: Iterator[str], at: tuple[int, int], hit: Hit) -> None:
        within = fold("\n".join(texts))
        if all(word in within for word in words):
            found.append(((at[1], at[0]), hit))

    for id in journey.steps:
        look(_step_texts(journey, id, around), journey.places.get(id, (0, 0)), Hit(id, "step"))
    for id, note in journey.notes.items():
        look(iter((note.text,)), journey.places.get(id, (0, 0)), Hit(id, "note"))
    for id, frame in journey.frames.items():
        corner = min((journey.places.get(step, (0, 0))[::-1] for step in frame.steps), default=(0, 0))
        look(iter((frame.title,)), corner[::-1], Hit(id, "frame"))
    return tuple(hit for _, hit in sorted(found, key=lambda one: (one[0], one[1].id)))


def _step_texts(journey: Journey, id: str, around: Surroundings) -> Iterator[str]:
    step = journey.steps[id]
    kind = kind_of(step)
    yield title_of(step)
    yield tr(kind.label)
    yield summary_of(step)
    yield step.note
    for port in ports_of(step, journey):
        yield port.label
    yield from _strings(step.fields)
    yield from _messages(step.fields, around)


def _messages(fields: Fields, around: Surroundings) -> Iterator[str]:
    """What the template of a step says, in the languages it is sent in."""
    chosen = inner(fields, "template")
    languages = {text(chosen, "language"), *(text(row, "language") for row in rows(fields, "languages"))}
    for language in languages:
        if (template := around.templates.get((text(chosen, "name"), language))) is not None:
            yield template.body
            yield template.footer
            yield template.header.text if template.header else ""
            yield from (button.text for button in template.buttons)
            yield from (card.body for card in template.cards)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner)
