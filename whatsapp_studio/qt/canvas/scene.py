"""Decides nothing about a journey: mirrors the document as items, and shows what a hand is doing with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, Signal
from PySide6.QtWidgets import QGraphicsScene

from whatsapp_studio.journeys.diff import Diff, diff
from whatsapp_studio.journeys.graph import Frame, Journey, Link, Point
from whatsapp_studio.journeys.kinds import Port
from whatsapp_studio.journeys.routing import Rect, card_size
from whatsapp_studio.journeys.table import UNKNOWN, kind_of, ports_of, title_of
from whatsapp_studio.qt.canvas import ink, states
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.canvas.hits import Hit, handle_end, handle_start, hit, touching
from whatsapp_studio.qt.canvas.items.frame import BAR, FrameItem
from whatsapp_studio.qt.canvas.items.link import LinkItem
from whatsapp_studio.qt.canvas.items.note import NoteItem
from whatsapp_studio.qt.canvas.items.step import StepItem
from whatsapp_studio.qt.canvas.labels import LabelsItem
from whatsapp_studio.qt.canvas.overlay import OverlayItem
from whatsapp_studio.qt.canvas.overview import OverviewItem
from whatsapp_studio.qt.canvas.wires import Wires

if TYPE_CHECKING:
    from whatsapp_studio.qt.canvas.counters import Counters

Thing = StepItem | NoteItem | FrameItem | LinkItem
_PAD, _FOOT, _FOOT_LABELLED = 24, 24, 40


class JourneyScene(QGraphicsScene):
    """A document's journey as items. ``settled`` says that something stands elsewhere or looks otherwise."""

    settled = Signal()

    def __init__(self, document: JourneyDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.steps: dict[str, StepItem] = {}
        self.labels: dict[str, LabelsItem] = {}
        self.notes: dict[str, NoteItem] = {}
        self.frames: dict[str, FrameItem] = {}
        self.wires = Wires(self, self._outputs)
        self.overlay, self.overview = OverlayItem(), OverviewItem(self)
        self.numbers: Counters | None = None
        self.states = states.States(self)
        self._preview: dict[str, Point] = {}
        self._framed: Mapping[str, Sequence[str]] = {}
        self._far = False
        self._content: QRectF | None = None
        self.addItem(self.overlay)
        self.addItem(self.overview)
        self.follow(diff(Journey(id=""), document.journey))
        self.states.show_problems()
        self.states.show_selection()
        document.changed.connect(self.follow)
        document.checked.connect(self.states.show_problems)
        document.selected.connect(self.states.show_selection)

    # -- asked by hands ------------------------------------------------------------------------------

    def item_of(self, id: str) -> Thing | None:
        """The item of a step, note, frame or link."""
        return self.steps.get(id) or self.notes.get(id) or self.frames.get(id) or self.wires.items.get(id)

    def thing_at(self, at: QPointF) -> Hit:
        """What is at a point of the canvas."""
        return hit(self, at)

    def items_touching(self, rect: QRectF) -> frozenset[str]:
        """The steps, notes and frames a lasso takes."""
        return touching(self, rect)

    def port_point(self, step: str, port: str) -> QPointF:
        """Where arrows from an output begin; of a step in a collapsed frame, where they leave the frame."""
        frame = self.frames.get(self.wires.hosts.get(step, ""))
        if frame is None:
            return self.steps[step].port_at(port)
        link = self.wires.items.get(f"{step}:{port}")
        return QPointF(*link.way[0]) if link is not None and link.way else frame.card.center()

    def in_point(self, step: str) -> QPointF:
        """Where arrows arrive at a step, or at the collapsed frame it is in."""
        frame = self.frames.get(self.wires.hosts.get(step, ""))
        if frame is None:
            return self.steps[step].in_at()
        return QPointF(frame.card.center().x(), frame.card.top())

    def papers(self) -> list[NoteItem | FrameItem]:
        """Every note and frame."""
        return [*self.notes.values(), *self.frames.values()]

    def content(self) -> QRectF:
        """The area everything stands in, with what sticks out of it; empty for an empty journey."""
        if self._content is None:
            area = self.wires.extent()
            for paper in self.papers():
                area |= paper.mapRectToScene(paper.boundingRect())
            self._content = area
        return QRectF(self._content)

    def handled_link(self) -> LinkItem | None:
        """The arrow that shows handles at its ends: the one that is selected alone."""
        if len(self.document.selection) != 1:
            return None
        (only,) = self.document.selection
        link = self.wires.items.get(only)
        return link if link is not None and link.way else None

    # -- shown for hands -----------------------------------------------------------------------------

    def preview_places(
        self, places: Mapping[str, Point] | None, framed: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        """Let things stand elsewhere without an edit, their arrows with them; None puts all back.

        ``framed`` are frames around other steps than theirs.
        """
        journey = self.document.journey
        wanted = {i: p for i, p in (places or {}).items() if i in journey.steps or i in journey.notes}
        for i, note in journey.notes.items():
            if note.step in wanted and i not in wanted:
                (x, y), was = self._place(i, real=True), self._place(note.step, real=True)
                wanted[i] = (x + wanted[note.step][0] - was[0], y + wanted[note.step][1] - was[1])
        moved = {i for i in wanted.keys() | self._preview.keys() if wanted.get(i) != self._preview.get(i)}
        self._preview, self._framed = wanted, framed or {}
        self._stand({i for i in moved if i in self.steps}, {i for i in moved if i in self.notes}, others=not wanted)

    def show_legal(self, targets: frozenset[str] | None) -> None:
        """Dim every step but these; None ends it."""
        self.states.show_legal(targets)

    def show_splice(self, link: str | None) -> None:
        """The arrow into which a step would be put."""
        self.states.show_splice(link)

    def show_rubber(self, start: QPointF, end: QPointF, ok: bool) -> None:
        """The arrow that is being drawn."""
        self.overlay.show_rubber((start, end, ok))

    def hide_rubber(self) -> None:
        """No arrow is being drawn any more."""
        self.overlay.show_rubber(None)

    def show_guides(self, lines: Sequence[QLineF]) -> None:
        """Lines along which what is moved stands with others; none takes them away."""
        self.overlay.show_guides(lines)

    def show_hover(self, hit: Hit | None) -> None:
        """What the pointer is over."""
        self.states.show_hover(hit)

    def show_path(self, steps: Sequence[str], links: Sequence[str]) -> None:
        """The way of one contact; all else is dimmed. Empty ends it."""
        self.states.show_path(frozenset(steps), frozenset(links))

    def show_marks(self, marks: Mapping[str, str]) -> None:
        """How items differ from another version: added, removed, changed or unpublished."""
        self.states.show_marks(marks)

    def show_far(self, far: bool) -> None:
        """Show the overview instead of the items, or the items."""
        if far != self._far:
            self._far = far
            self.wires.shown = not far
            for link in self.wires.items.values():
                link.setVisible(not far and bool(link.way))
            for name in self.steps:
                self._show_step(name)
            for paper in self.papers():
                paper.setVisible(not far)
            for i in self.frames:
                self.labels[i].setVisible(not far)
            self.overview.setVisible(far)

    def restyle(self) -> None:
        """The theme, the font or the language is another one."""
        ink.renew()
        for step in self.steps.values():
            step.forget_texts()
        for labels in self.labels.values():
            labels.forget_texts()
        for paper in self.papers():
            paper.forget_texts()
        for link in self.wires.items.values():
            link.restyle()
        self._changed()
        self.update()

    # -- following the document ----------------------------------------------------------------------

    def follow(self, what: Diff) -> None:
        """Show what the document has become."""
        journey = self.document.journey
        for i in what.removed:
            self.removeItem(self.labels.pop(i))
            self.removeItem(self.steps.pop(i))
            self.wires.place(i, None)
        self._drop(self.notes, what.notes_removed)
        self._drop(self.frames, what.frames_removed)
        for i in what.frames_removed:
            self.removeItem(self.labels.pop(i))
            self.wires.place(i, None)
        for i in [i for i in journey.notes if i in what.notes_added | what.notes_changed]:
            if (note := self.notes.get(i)) is None:
                self.notes[i] = NoteItem(journey.notes[i])
                self.addItem(self.notes[i])
            else:
                note.show_note(journey.notes[i])
        for i in [i for i in journey.frames if i in what.frames_added]:
            self.frames[i] = FrameItem(journey.frames[i])
            self.labels[i] = LabelsItem(self.frames[i])
            self.addItem(self.frames[i])
            self.addItem(self.labels[i])
        sources = {i.rpartition(":")[0] for i in what.linked | what.unlinked} & journey.steps.keys()
        unknown = {i for i in sources if kind_of(journey.steps[i]) is UNKNOWN}
        new = what.added | what.changed | unknown
        # What came later lies above, as in any scene of the same journey.
        for i in [i for i in journey.steps if i in new] if what.added else new:
            self._show(i, ports_of(journey.steps[i], journey))
        self.wires.relink(journey, what.unlinked, what.linked)
        for i in sources | what.added:
            self.steps[i].linked = frozenset(link.port for link in journey.out.get(i, ()))
            self.steps[i].update()
        moved = (what.added | what.changed | what.moved | unknown) & journey.steps.keys()
        self._stand(moved, (what.moved | what.notes_added) & journey.notes.keys(), others=not self._preview)
        if what.added or what.linked or what.notes_added or what.frames_added:
            self.states.refresh()

    def _show(self, i: str, ports: tuple[Port, ...]) -> None:
        step = self.document.journey.steps[i]
        if (item := self.steps.get(i)) is None:
            item = self.steps[i] = StepItem(step, ports)
            self.addItem(item)
            self.labels[i] = LabelsItem(item)
            self.addItem(self.labels[i])
        else:
            item.show_step(step, ports)

    def _stand(self, steps: Iterable[str], notes: Iterable[str], *, others: bool) -> None:
        """Put things where they stand, then frames around them, then arrows between them."""
        journey = self.document.journey
        for i in notes:
            self.notes[i].setPos(*self._place(i))
        for i in steps:
            self.steps[i].setPos(*self._place(i))
            self.labels[i].follow(self.steps[i])
        before = self.wires.hosts
        self.wires.hosts = {s: f.id for f in journey.frames.values() if f.collapsed for s in f.steps}
        touched = set(steps) | {i for i in before.keys() | self.wires.hosts.keys()
                                if i in self.steps and before.get(i) != self.wires.hosts.get(i)}  # fmt: skip
        for frame in journey.frames.values():
            if self._surround(frame):
                touched.update(frame.steps)
        for i in touched:
            hosted = i in self.wires.hosts
            self.wires.place(i, None if hosted else _rect(self.steps[i].card))
            self._show_step(i)
            self.wires.touch(journey, i)
        self.wires.lay(journey, others=others)
        if others:
            self._show_entered()
            self._changed()
        else:
            self._show_handles()
            self.overview.forget()

    def _surround(self, frame: Frame) -> bool:
        """Put a frame around its steps; true when its arrows have to be laid again."""
        journey, item = self.document.journey, self.frames[frame.id]
        area, steps = QRectF(), self._framed.get(frame.id, frame.steps)
        for i in steps:
            area |= self.steps[i].card
        lowest = (step for step in map(self.steps.__getitem__, steps) if step.card.bottom() > area.bottom() - 16)
        foot = _FOOT_LABELLED if any(len(step.ports) > 1 for step in lowest) else _FOOT
        if area.isEmpty():
            area = QRectF(*self._place(frame.id), *card_size(0))
        if not frame.collapsed:
            item.show_frame(frame, area.adjusted(-_PAD, -_PAD - BAR, _PAD, foot))
            self.labels[frame.id].follow(item)
            return self.wires.place(frame.id, None)
        ports = tuple(Port(link.id, self._leaving(link)) for link in self.wires.out_of(journey, frame.id))
        messages = sum(kind_of(journey.steps[i]).group == "message" for i in frame.steps)
        width, height = card_size(len(ports))
        left = round((area.center().x() - width / 2) / 8) * 8
        item.show_frame(frame, QRectF(left, area.top(), width, height), ports, messages)
        self.labels[frame.id].follow(item)
        return self.wires.place(frame.id, _rect(item.card))

    def _leaving(self, link: Link) -> str:
        """What is said at the arrow out of a collapsed frame: its output, or the step where that has but one."""
        source = self.steps[link.source]
        label = next((port.label for port in source.ports if port.name == link.port), "")
        return label if len(source.ports) > 1 else title_of(source.step)

    def _show_entered(self) -> None:
        journey = self.document.journey
        for i, item in self.steps.items():
            if item.entered != (i in journey.into):
                item.entered = i in journey.into
                item.update()
        for i, frame in self.frames.items():
            frame.entered = frame.frame.collapsed and bool(self.wires.into(journey, i))

    def _show_step(self, i: str) -> None:
        visible = not self._far and i not in self.wires.hosts
        self.steps[i].setVisible(visible)
        self.labels[i].setVisible(visible)

    def _place(self, i: str, *, real: bool = False) -> Point:
        found = None if real else self._preview.get(i)
        return found or self.document.journey.places.get(i, (0, 0))

    def _outputs(self, step: str) -> tuple[str, ...]:
        item = self.steps.get(step)
        return tuple(port.name for port in item.ports) if item else ()

    def _changed(self) -> None:
        self._content = None
        self._show_handles()
        self.overview.forget()
        self.settled.emit()

    def _show_handles(self) -> None:
        link = self.handled_link()
        self.overlay.show_handles([handle_start(self, link), handle_end(link)] if link else [])

    def _drop(self, items: dict[str, NoteItem] | dict[str, FrameItem], ids: Iterable[str]) -> None:
        for i in ids:
            self.removeItem(items.pop(i))


def _rect(area: QRectF) -> Rect:
    return Rect(area.left(), area.top(), area.right(), area.bottom())
