"""Decides what is said of things on the canvas: in a tip at the pointer, and aloud when the selection changes."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.wording import sentence
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.table import label_of, ports_of, title_of
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.canvas.items.step import StepItem
from whatsapp_studio.qt.canvas.scene import JourneyScene


def tip_at(scene: JourneyScene, at: QPointF) -> str:
    """The tip for a point of the canvas; empty where there is nothing to add."""
    hit = scene.thing_at(at)
    step = scene.steps.get(hit.id)
    match hit.kind:
        case "badge":
            return "\n".join(sentence(one) for one in scene.document.problems_of(hit.id))
        case "plus":
            return "\n".join([tr("Add a step here"), *_leaving(step, hit.port)])
        case ("label" | "port") if step is not None and len(step.ports) > 1:
            labels = [port.label for port in step.ports if port.name == hit.port]
            return "\n".join([*labels, *_leaving(step, hit.port)])
        case "link" | "link_start" | "link_end":
            return link_words(scene.document.journey, hit.id)
        case "step" if step is not None:
            return _step_tip(scene, hit.id)
        case "frame_toggle":
            frame = scene.frames[hit.id].frame
            return tr("Show the steps of this frame") if frame.collapsed else tr("Collapse this frame")
    return ""


def _leaving(step: StepItem | None, port: str) -> list[str]:
    """What becomes of whoever leaves by an output that leads nowhere and need not."""
    role = next((one.role for one in step.ports if one.name == port), "") if step else ""
    if step is None or port in step.linked or role in ("", "next", "path"):
        return []
    return [tr("Nothing is connected here: whoever goes this way leaves the journey.")]


def selection_words(document: JourneyDocument) -> str:
    """What is selected, as a screen reader says it."""
    chosen, journey = document.selection, document.journey
    if not chosen:
        return tr("Nothing selected")
    if len(chosen) > 1:
        return ntr("{n} item selected", "{n} items selected", len(chosen))
    (only,) = chosen
    if (step := journey.steps.get(only)) is not None:
        parts = [title_of(step)]
        label = label_of(step)
        if label != parts[0]:
            parts.append(label)
        parts += [tr("switched off")] if step.disabled else []
        return ", ".join([*parts, *counted(document.problems_of(only))])
    if only in journey.links:
        return link_words(journey, only)
    if (note := journey.notes.get(only)) is not None:
        return tr("Note: {text}", text=note.text or tr("Empty note"))
    frame = journey.frames.get(only)
    return tr("Frame: {title}", title=frame.title or tr("Frame")) if frame else ""


def _step_tip(scene: JourneyScene, step: str) -> str:
    """Name and line of a card that had no room for them."""
    item = scene.steps[step]
    return "" if all(item.whole) else "\n".join(item.words())


def link_words(journey: Journey, link: str) -> str:
    """Where an arrow leads from and to, and by which output where there are several."""
    found = journey.links[link]
    source, target = journey.steps[found.source], journey.steps[found.target]
    ports = ports_of(source, journey)
    label = next((port.label for port in ports if port.name == found.port), "")
    if len(ports) > 1 and label:
        return tr(
            "From {source}, {output}, to {target}", source=title_of(source), output=label, target=title_of(target)
        )
    return tr("From {source} to {target}", source=title_of(source), target=title_of(target))


def counted(problems: tuple[Problem, ...]) -> list[str]:
    """How many errors and how many warnings there are, in words; nothing where there are none."""
    errors = sum(one.severity == "error" for one in problems)
    warnings = len(problems) - errors
    found = [ntr("{n} error", "{n} errors", errors)] if errors else []
    return found + ([ntr("{n} warning", "{n} warnings", warnings)] if warnings else [])
