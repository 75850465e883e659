"""Decides what is read aloud of each thing on the canvas: what it is, which of how many, and where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whatsapp_studio.base import local
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.wording import sentence
from whatsapp_studio.journeys.graph import Journey, Step, link_id
from whatsapp_studio.journeys.table import label_of, summary_of, title_of
from whatsapp_studio.qt.canvas.tips import counted, link_words

if TYPE_CHECKING:
    from whatsapp_studio.qt.canvas.scene import JourneyScene


def reading_order(scene: JourneyScene) -> list[str]:
    """The ids of everything that is shown, as one would read it: each step with its arrows, then notes and frames.

    What is in a collapsed frame is not shown; the frame is.
    """
    journey, hidden = scene.document.journey, scene.wires.hosts
    found = []
    for step in steps_in_order(journey):
        if step not in hidden:
            found.append(step)
            found += [link.id for link in scene.wires.out_of(journey, step) if scene.wires.items[link.id].way]
    return [*found, *sorted(journey.notes, key=lambda i: _reading(journey, i)), *journey.frames]


def steps_in_order(journey: Journey) -> list[str]:
    """Every step, from the top to the bottom, in a row from left to right."""
    return sorted(journey.steps, key=lambda i: _reading(journey, i))


def name_of(scene: JourneyScene, id: str, place: int) -> str:
    """What a thing is called; ``place`` counts steps from 1. Empty for what is not there."""
    journey = scene.document.journey
    if (step := journey.steps.get(id)) is not None:
        return ", ".join([_called(step, place, len(journey.steps)), *_state(scene, step), *_leads(scene, id)])
    if id in journey.links:
        return link_words(journey, id)
    if (note := journey.notes.get(id)) is not None:
        return tr("Note: {text}", text=note.text or tr("Empty note"))
    if (frame := journey.frames.get(id)) is not None:
        parts = [tr("Frame: {title}", title=frame.title or tr("Frame"))]
        parts += [ntr("{n} step", "{n} steps", len(frame.steps))]
        return ", ".join([*parts, *([tr("collapsed")] if frame.collapsed else [])])
    return ""


def about(scene: JourneyScene, id: str) -> str:
    """More about a step: its line, what is wrong, where each output leads, and its numbers; of a frame its steps."""
    journey = scene.document.journey
    if (frame := journey.frames.get(id)) is not None:
        return local.listed(title_of(journey.steps[i]) for i in frame.steps)
    step = journey.steps.get(id)
    if step is None:
        return ""
    said = [summary_of(step), *(sentence(one) for one in scene.document.problems_of(id))]
    ports = scene.steps[id].ports
    for port in ports if len(ports) > 1 else ():
        link = journey.links.get(link_id(id, port.name))
        to = title_of(journey.steps[link.target]) if link is not None else tr("nothing is connected")
        said.append(tr("{output}: {step}", output=port.label, step=to))
    if (numbers := scene.numbers) is not None:
        said += [spot.tip for spot in numbers.spots_of(id)]
    return "\n".join(line for line in said if line)


def _called(step: Step, place: int, total: int) -> str:
    label, title = label_of(step), title_of(step)
    if label == title:
        return tr("{step}, step {n} of {total}", step=title, n=place, total=total)
    return tr("{kind} “{step}”, step {n} of {total}", kind=label, step=title, n=place, total=total)


def _state(scene: JourneyScene, step: Step) -> list[str]:
    return [*([tr("switched off")] if step.disabled else []), *counted(scene.document.problems_of(step.id))]


def _leads(scene: JourneyScene, id: str) -> list[str]:
    journey = scene.document.journey
    targets = dict.fromkeys(title_of(journey.steps[link.target]) for link in scene.wires.out_of(journey, id))
    if targets:
        return [tr("leads to {steps}", steps=local.listed(targets))]
    return [tr("leads nowhere")] if scene.steps[id].ports else []


def _reading(journey: Journey, id: str) -> tuple[int, int, str]:
    x, y = journey.places.get(id, (0, 0))
    return y, x, id
