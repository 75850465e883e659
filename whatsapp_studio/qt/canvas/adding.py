"""Decides how a step gets into a journey: one way for the palette, the quick list, a drop and a splice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.journeys.arrange import free_place, next_place, place_after
from whatsapp_studio.journeys.connect import can_connect, can_splice, free_outputs
from whatsapp_studio.journeys.edits import AddStep, Edit, Splice, Together
from whatsapp_studio.journeys.graph import CARD, SNAP, Journey, Link, Point, link_id
from whatsapp_studio.journeys.table import KINDS, new_step
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
    the output (a link id) that leads to it; ``link`` an arrow it is put into instead.
    """
    journey, step = document.journey, new_step(kind, fields)
    if not journey.steps and not KINDS[kind].is_entry:
        document.refused.emit(Problem("journey-starts-with-entry"))
        return ""
    edit: Edit = AddStep(step=step, place=at or _place(journey, after, link), after="")
    there = edit.apply(journey)
    wrong: Problem | None = None
    if link:
        wrong = can_splice(there, link, step.id)
        edit = Together(edits=(edit, Splice(step=step.id, link=link)))
    elif after:
        source, _, port = after.rpartition(":")
        wrong = can_connect(there, Link(source, port, step.id))
        edit = AddStep(step=step, place=at or _place(journey, after, link), after=after)
    if wrong is not None:
        document.refused.emit(wrong)
        return ""
    if not document.do(edit):
        return ""
    document.select({step.id}, step.id)
    return step.id


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
    """The arrow a new step is put into: the one that is selected alone; empty for none."""
    if len(document.selection) == 1:
        (only,) = document.selection
        return only if only in document.journey.links else ""
    return ""


def _place(journey: Journey, after: str, link: str) -> Point:
    if link in journey.links:
        one = journey.links[link]
        (ax, ay), (bx, by) = journey.places[one.source], journey.places[one.target]
        middle = (round((ax + bx) / 2 / SNAP) * SNAP, round((ay + by) / 2 / SNAP) * SNAP)
        return free_place(journey, middle, CARD)
    source, _, port = after.rpartition(":")
    return place_after(journey, source, port) if source in journey.steps else next_place(journey)
