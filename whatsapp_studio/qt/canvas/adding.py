"""Decides how a step gets into a journey: one way for the palette, the quick list, a drop and a splice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.journeys.arrange import next_place, place_after
from whatsapp_studio.journeys.connect import can_connect, can_splice, free_outputs
from whatsapp_studio.journeys.edits import AddStep, Edit, MoveItems, PutFrame, Splice, Together
from whatsapp_studio.journeys.edits import replace as changed
from whatsapp_studio.journeys.graph import Journey, Link, Point, link_id
from whatsapp_studio.journeys.room import room_for
from whatsapp_studio.journeys.table import KINDS, new_step, ports_of
from whatsapp_studio.qt.canvas.document import JourneyDocument


def add_step(
    document: JourneyDocument,
    kind: str,
    fields: Mapping[str, Any] | None = None,
    *,
    at: Point | None = None,
    after: str = "",
    link: str = "",
) -> str:
    """Add a step of a kind as one step of undo, and select it; gives its id, empty when it may not be.

    ``at`` is where its top left corner goes (left out: below what leads to it, or the next free place); ``after``
    the output (a link id) that leads to it; ``link`` an arrow it is put into instead, with room made for it.
    """
    journey, step = document.journey, new_step(kind, fields)
    if not journey.steps and not KINDS[kind].is_entry:
        document.refused.emit(Problem("journey-starts-with-entry"))
        return ""
    edit: Edit = AddStep(step=step, place=at or _place(journey, after))
    there = edit.apply(journey)
    wrong: Problem | None = None
    if link:
        wrong = can_splice(there, link, step.id)
        if wrong is None:
            room = MoveItems(places=room_for(there, step.id, link, at))
            edit = Together(edits=(edit, Splice(step=step.id, link=link), room, *joined(there, step.id, link)))
    elif after:
        source, _, port = after.rpartition(":")
        wrong = can_connect(there, Link(source, port, step.id))
        edit = AddStep(step=step, place=at or _place(journey, after), after=after)
    if wrong is not None:
        document.refused.emit(wrong)
        return ""
    if not document.do(edit):
        return ""
    document.select({step.id}, step.id)
    return step.id


def add_next(document: JourneyDocument, kind: str, fields: Mapping[str, Any] | None = None) -> str:
    """Add a step where the selection says: into an arrow, after a free output, else at the next free place.

    An entry, which nothing leads to, stands by itself; an end is put into no arrow.
    """
    after, link = output_of_selection(document), link_of_selection(document)
    if KINDS[kind].is_entry:
        after = link = ""
    elif not ports_of(new_step(kind, fields)):
        link = ""
    return add_step(document, kind, fields, after=after, link=link)


def joined(journey: Journey, step: str, link: str) -> tuple[Edit, ...]:
    """A step that is put into a link inside a frame stands in that frame too."""
    one = journey.links[link]
    return tuple(
        PutFrame(frame=changed(frame, steps=(*frame.steps, step)))
        for frame in journey.frames.values()
        if one.source in frame.steps and one.target in frame.steps and step not in frame.steps
    )


def output_of_selection(document: JourneyDocument) -> str:
    """The output a new step is put after: the free one that is selected, or the first free one of the current step."""
    journey = document.journey
    if len(document.selection) == 1:
        (only,) = document.selection
        source, _, port = only.rpartition(":")
        if port in free_outputs(journey, source):
            return only
    free = free_outputs(journey, document.current)
    return link_id(document.current, free[0]) if free else ""


def link_of_selection(document: JourneyDocument) -> str:
    """The arrow a new step is put into: the one that is selected alone, or the only way on of the one step selected.

    Empty for none.
    """
    journey = document.journey
    if len(document.selection) == 1:
        (only,) = document.selection
        if only in journey.steps:
            ports = ports_of(journey.steps[only], journey)
            only = link_id(only, ports[0].name) if len(ports) == 1 else ""
        return only if only in journey.links else ""
    return ""


def _place(journey: Journey, after: str) -> Point:
    source, _, port = after.rpartition(":")
    return place_after(journey, source, port) if source in journey.steps else next_place(journey)
