"""Decides what is at a point of the canvas: one place for the size of everything that can be pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from whatsapp_studio.journeys.routing import Rect
from whatsapp_studio.qt.canvas.items.link import LinkItem, distance
from whatsapp_studio.qt.canvas.items.step import StepItem

if TYPE_CHECKING:
    from whatsapp_studio.qt.canvas.scene import JourneyScene

Kind = Literal[
    "step", "port", "plus", "link", "link_start", "link_end", "label", "badge", "note",
    "frame", "frame_title", "frame_toggle", "nothing",
]  # fmt: skip
# Half of the 24 pixels a target has at least; how near an arrow is near enough; how wide a frame's border is.
REACH, NEAR, BORDER = 12.0, 8.0, 6.0
_START_BELOW, _START_BELOW_LABEL, _END_ABOVE = 16.0, 32.0, 16.0
# Everything that belongs to a card lies within this of it.
_AROUND = 60.0


class Hit(NamedTuple):
    """What is at a point: its kind, its id (of a port, a "+", a label or a badge its step's) and its output."""

    kind: Kind
    id: str = ""
    port: str = ""


NOTHING = Hit("nothing")


def handle_start(scene: JourneyScene, link: LinkItem) -> QPointF:
    """Where the handle at the start of a chosen arrow is: clear of its output and the output's label."""
    x, y = link.way[0]
    step = scene.steps.get(link.link.source)
    labelled = step is not None and len(step.ports) > 1
    return QPointF(x, y + (_START_BELOW_LABEL if labelled else _START_BELOW))


def handle_end(link: LinkItem) -> QPointF:
    """Where the handle at the end of a chosen arrow is."""
    x, y = link.way[-1]
    return QPointF(x, y - _END_ABOVE)


def hit(scene: JourneyScene, at: QPointF) -> Hit:
    """What is at a point of the canvas."""
    chosen = scene.handled_link()
    if chosen is not None:
        if _near(at, handle_end(chosen)):
            return Hit("link_end", chosen.link.id, chosen.link.port)
        if _near(at, handle_start(scene, chosen)):
            return Hit("link_start", chosen.link.id, chosen.link.port)
    around = scene.wires.cards.names(Rect(at.x(), at.y(), at.x(), at.y()).grown(_AROUND))
    cards = sorted(around)
    steps = [item for name in cards if (item := scene.steps.get(name)) is not None]
    for item in steps:
        if (found := _on_step(item, at)) is not None:
            return found
    for name in cards:
        frame = scene.frames.get(name)
        if frame is not None and frame.card.contains(at):
            return Hit("frame_toggle" if frame.toggle.contains(at) else "frame_title", name)
    for name in cards:
        label = scene.labels[name].at(at)
        if label is not None and name in scene.steps:
            return Hit("label", name, label.port.name)
        if label is not None:
            # Under a collapsed frame stands what its arrows are, by their ids.
            return Hit("link", label.port.name, scene.wires.items[label.port.name].link.port)
    return _on_link(scene, at) or _on_paper(scene, at) or NOTHING


def touching(scene: JourneyScene, area: QRectF) -> frozenset[str]:
    """The steps, notes and collapsed frames that an area touches, and the open frames that lie in it whole."""
    area = area.normalized()
    rect = Rect(area.left(), area.top(), area.right(), area.bottom())
    found = scene.wires.cards.names(rect)
    found |= {name for name, note in scene.notes.items() if note.isVisible() and note.card.intersects(area)}
    found |= {name for name, frame in scene.frames.items() if area.contains(frame.card)}
    return frozenset(found)


def _on_step(item: StepItem, at: QPointF) -> Hit | None:
    name = item.step.id
    if item.badge and _near(at, item.badge_at()):
        return Hit("badge", name)
    if item.offers:
        for port in item.free_ports():
            if _near(at, item.plus_at(port)):
                return Hit("plus", name, port)
    local = at - item.pos()
    if abs(local.y() - item.height) <= REACH and item.ports:
        i = min(range(len(item.offsets)), key=lambda i: abs(item.offsets[i] - local.x()))
        if abs(item.offsets[i] - local.x()) <= REACH:
            return Hit("port", name, item.ports[i].name)
    return Hit("step", name) if item.card.contains(at) else None


def _on_link(scene: JourneyScene, at: QPointF) -> Hit | None:
    best, found = NEAR, None
    near = Rect(at.x(), at.y(), at.x(), at.y()).grown(NEAR)
    for name, link in scene.wires.items.items():
        if link.area is not None and link.area.meets(near):
            away = distance(link.way, at)
            if away <= best and (found is None or away < best or name < found.id):
                best, found = away, Hit("link", name, link.link.port)
    return found


def _on_paper(scene: JourneyScene, at: QPointF) -> Hit | None:
    for name, note in reversed(scene.notes.items()):
        if note.isVisible() and note.card.contains(at):
            return Hit("note", name)
    for name, frame in scene.frames.items():
        if frame.frame.collapsed:
            continue
        if frame.toggle.contains(at):
            return Hit("frame_toggle", name)
        if frame.bar.contains(at):
            return Hit("frame_title", name)
        inside = frame.card.adjusted(BORDER, BORDER, -BORDER, -BORDER)
        if frame.card.adjusted(-BORDER, -BORDER, BORDER, BORDER).contains(at) and not inside.contains(at):
            return Hit("frame", name)
    return None


def _near(at: QPointF, other: QPointF) -> bool:
    return abs(at.x() - other.x()) <= REACH and abs(at.y() - other.y()) <= REACH
