"""Decides what pointer and keys do on the canvas: which gesture begins where, and what a click selects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.edits import Connect, MoveItems, PutFrame
from whatsapp_studio.journeys.edits import replace as changed
from whatsapp_studio.journeys.graph import CARD, SNAP, Link, Point
from whatsapp_studio.qt.canvas.adding import add_step, link_of_selection, output_of_selection
from whatsapp_studio.qt.canvas.chooser import Chooser, Line
from whatsapp_studio.qt.canvas.clipboard import Clipboard
from whatsapp_studio.qt.canvas.connect_mode import WAYS, ConnectMode
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.canvas.gestures.drop import Drop
from whatsapp_studio.qt.canvas.gestures.edge import Edge
from whatsapp_studio.qt.canvas.gestures.gesture import Gesture, Keys
from whatsapp_studio.qt.canvas.gestures.lasso import Lasso
from whatsapp_studio.qt.canvas.gestures.move import Move
from whatsapp_studio.qt.canvas.gestures.wire import Rewire, Wire
from whatsapp_studio.qt.canvas.hits import Hit
from whatsapp_studio.qt.canvas.in_place import InPlace
from whatsapp_studio.qt.canvas.lists import output_name, steps_to_add, targets, where_to
from whatsapp_studio.qt.canvas.navigate import first_step, neighbour
from whatsapp_studio.qt.canvas.scene import JourneyScene
from whatsapp_studio.qt.canvas.view import JourneyView
from whatsapp_studio.qt.widgets.plain import plain_label

if TYPE_CHECKING:
    from whatsapp_studio.qt.canvas.choices import Item

_MOVED = ("step", "note", "frame", "frame_title")
_OUTPUT = ("port", "label")
_POINTERS = {
    "port": Qt.CursorShape.CrossCursor, "plus": Qt.CursorShape.PointingHandCursor,
    "badge": Qt.CursorShape.PointingHandCursor, "frame_toggle": Qt.CursorShape.PointingHandCursor,
    "link_start": Qt.CursorShape.OpenHandCursor, "link_end": Qt.CursorShape.OpenHandCursor,
}  # fmt: skip


class Hand(QObject):
    """The hand of a view: its ``Hand`` protocol.

    ``wants_edit`` carries an item and a field the form should open; ``menu_wanted`` what was right-clicked (a ``Hit``)
    and where on the screen.
    """

    wants_edit = Signal(str, str)
    menu_wanted = Signal(object, object)

    def __init__(self, document: JourneyDocument, scene: JourneyScene, view: JourneyView) -> None:
        super().__init__(view)
        self.document, self.scene, self.view = document, scene, view
        self.clipboard = Clipboard(document)
        self.in_place = InPlace(self)
        self.connecting = ConnectMode(self)
        self.dropping = Drop(self)
        self.edge = Edge(self)
        self.gesture: Gesture | None = None
        self.chooser: Chooser | None = None
        self.pointer = QPointF()
        self._pressed: tuple[Hit, QPointF, QPointF, Keys] | None = None
        self._hint = plain_label("info-box")
        self._hint.setParent(view.viewport())
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hint.hide()
        view.hand = self
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # While an arrow is drawn with keys, or a gesture is under way, keys are not commands.
        busy = self.connecting.on or self.gesture is not None
        if busy and watched is self.view and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().eventFilter(watched, event)

    # -- pointer -------------------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> bool:
        self.in_place.close(keep=True)
        self.connecting.end()
        at = self.view.mapToScene(event.position().toPoint())
        hit = self.scene.thing_at(at)
        if event.button() == Qt.MouseButton.RightButton:
            self._take(hit)
            return True
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        self.view.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed = (hit, event.position(), at, event.modifiers())
        if hit.kind in _MOVED and not event.modifiers() & (Keys.ControlModifier | Keys.ShiftModifier):
            self._take(hit)
        return True

    def move(self, event: QMouseEvent) -> bool:
        at = self.view.mapToScene(event.position().toPoint())
        self.pointer = at
        if self.gesture is not None:
            self.gesture.move(at, event.modifiers())
            self.edge.follow(event.position(), event.modifiers())
            return True
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            hit, where, start, keys = self._pressed
            if (event.position() - where).manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                self.gesture = self._gesture(hit, start, keys)
                if self.gesture is not None:
                    self.gesture.move(at, event.modifiers())
            return True
        hit = self.scene.thing_at(at)
        self.scene.show_hover(hit if hit.kind != "nothing" else None)
        self.view.viewport().setCursor(_POINTERS.get(hit.kind, Qt.CursorShape.ArrowCursor))
        return False

    def release(self, event: QMouseEvent) -> bool:
        at = self.view.mapToScene(event.position().toPoint())
        gesture, self.gesture = self.gesture, None
        if gesture is not None:
            self.edge.stop()
            try:
                gesture.release(at, event.modifiers())
            finally:
                gesture.end()
            return True
        pressed, self._pressed = self._pressed, None
        if pressed is not None and event.button() == Qt.MouseButton.LeftButton:
            self._click(pressed[0], at, event.modifiers())
        return True

    def double(self, event: QMouseEvent) -> bool:
        at = self.view.mapToScene(event.position().toPoint())
        hit = self.scene.thing_at(at)
        match hit.kind:
            case "step":
                self.wants_edit.emit(hit.id, "")
            case "note" | "frame_title":
                self.in_place.rename(hit.id)
            case "label":
                if not self.in_place.label(hit.id, hit.port):
                    self.wants_edit.emit(hit.id, "")
            case "nothing" | "link":
                self._pressed = None
                self.ask_for_step(at, link=hit.id if hit.kind == "link" else "")
        return True

    def leave(self) -> None:
        if self.gesture is None:
            self.scene.show_hover(None)

    def menu(self, event: QContextMenuEvent) -> bool:
        self.cancel("menu")
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            item = self.scene.item_of(self.document.current)
            at = item.mapToScene(item.boundingRect().center()) if item is not None else self.view.visible().center()
            hit = Hit("step", self.document.current) if self.document.current else Hit("nothing")
            where = self.view.viewport().mapToGlobal(self.view.mapFromScene(at))
        else:
            at = self.view.mapToScene(event.pos())
            hit, where = self.scene.thing_at(at), event.globalPos()
        self.pointer = at
        self.menu_wanted.emit(hit, where)
        return True

    def drag_enter(self, event: QDragEnterEvent) -> bool:
        return self.dropping.enter(event)

    def drag_move(self, event: QDragMoveEvent) -> bool:
        return self.dropping.move(event)

    def drag_leave(self, event: QDragLeaveEvent) -> bool:
        self.dropping.end()
        return True

    def drop(self, event: QDropEvent) -> bool:
        return self.dropping.drop(event)

    # -- keys ----------------------------------------------------------------------------------------

    def key(self, event: QKeyEvent) -> bool:
        if self.connecting.key(event):
            return True
        if event.key() == Qt.Key.Key_Escape:
            return self._escape()
        if self.gesture is not None:
            return self.gesture.key(event)
        key, control = Qt.Key(event.key()), bool(event.modifiers() & Keys.ControlModifier)
        if key in WAYS and not event.modifiers() & Keys.ShiftModifier:
            return self._nudge(key) if control else self._walk(key)
        return False

    def key_up(self, event: QKeyEvent) -> bool:
        return False

    def space(self) -> bool:
        self.quick_add()
        return True

    def cancel(self, reason: str) -> None:
        gesture, self.gesture, self._pressed = self.gesture, None, None
        self.edge.stop()
        if gesture is not None:
            gesture.end()
        self.connecting.end()
        self.dropping.end()

    # -- asked by commands ---------------------------------------------------------------------------

    def quick_add(self) -> None:
        """Open the list of steps after what is selected, in the selected arrow, or at the pointer."""
        link, after = link_of_selection(self.document), output_of_selection(self.document)
        if link or after:
            self.ask_for_step(None, after=after, link=link)
        else:
            seen = self.view.visible()
            self.ask_for_step(self.pointer if seen.contains(self.pointer) else seen.center())

    def ask_for_step(self, at: QPointF | None, *, after: str = "", link: str = "", text: str = "") -> None:
        """Open the list of steps; what is chosen is added at a point, after an output or into an arrow."""
        if self.document.read_only:
            return
        journey = self.document.journey
        entries, others = not (after or link), bool(journey.steps)
        chooser = self._choose(
            tr("Find a step to add"),
            lambda query: steps_to_add(query, entries=entries, others=others, ends=not link),
            where_to(journey, after, link),
        )
        place = _corner(at) if at is not None else None

        def add(item: Item) -> None:
            step = add_step(self.document, item.kind, item.fields, at=place, after=after, link=link)
            if step:
                self.view.ensureVisible(self.scene.steps[step].card, 48, 64)
            self.view.setFocus()

        chooser.chosen.connect(add)
        chooser.show_at(self._on_screen(at, after, link), text)

    def connect_by_list(self, source: str, port: str) -> None:
        """Open the list of steps that an output may lead to."""
        if self.document.read_only or source not in self.document.journey.steps:
            return
        title = tr("Connect {output} to", output=output_name(self.document.journey, source, port))
        chooser = self._choose(
            tr("Find a step"), lambda query: targets(self.document.journey, source, port, query), title
        )
        chooser.chosen.connect(lambda target: self.document.do(Connect(link=Link(source, port, target))))
        chooser.show_at(self._on_screen(self.scene.port_point(source, port), "", ""))

    def toggle_frame(self, frame: str) -> None:
        """Collapse a frame, or open it."""
        found = self.document.journey.frames.get(frame)
        if found is not None:
            self.document.stop_merging()
            self.document.do(PutFrame(frame=changed(found, collapsed=not found.collapsed)))
            self.document.stop_merging()

    def say(self, text: str) -> None:
        """A line at the top of the canvas on what keys do now; empty takes it away."""
        self._hint.setText(text)
        self._hint.setWordWrap(True)
        self._hint.setFixedWidth(min(560, max(self.view.viewport().width() - 32, 200)))
        self._hint.adjustSize()
        self._hint.move((self.view.viewport().width() - self._hint.width()) // 2, 12)
        self._hint.setVisible(bool(text))

    # -- inside --------------------------------------------------------------------------------------

    def _gesture(self, hit: Hit, start: QPointF, keys: Keys) -> Gesture | None:
        locked, journey = self.document.read_only, self.document.journey
        if hit.kind == "nothing":
            return Lasso(self, start, keys)
        if locked:
            return None
        if hit.kind in ("port", "plus"):
            return Wire(self, start, hit.id, hit.port)
        if hit.kind == "link_end" and hit.id in journey.links:
            link = journey.links[hit.id]
            return Wire(self, start, link.source, link.port, old=link.id)
        if hit.kind == "link_start" and hit.id in journey.links:
            return Rewire(self, start, journey.links[hit.id])
        if hit.kind in (*_MOVED, "badge"):
            if hit.id not in self.document.selection:
                self._take(hit)
            return Move(self, start, hit.id, copy=bool(keys & Keys.AltModifier))
        return None

    def _take(self, hit: Hit) -> None:
        """What is pressed is selected, unless it is already."""
        if hit.kind in _MOVED and hit.id not in self.document.selection:
            self.document.select({hit.id}, hit.id)
        elif hit.kind == "link":
            self.document.select({hit.id}, "")

    def _click(self, hit: Hit, at: QPointF, keys: Keys) -> None:
        adding = bool(keys & (Keys.ControlModifier | Keys.ShiftModifier))
        match hit.kind:
            case "plus":
                self.ask_for_step(None, after=f"{hit.id}:{hit.port}")
            case "badge":
                self._to_problem(hit.id)
            case "frame_toggle":
                self.toggle_frame(hit.id)
            case "nothing":
                if not adding:
                    self.document.select((), "")
            case "step" | "note" | "frame" | "frame_title" if adding:
                toggled = self.document.selection ^ {hit.id} if keys & Keys.ControlModifier else (
                    self.document.selection | {hit.id}
                )  # fmt: skip
                self.document.select(toggled, hit.id if hit.id in toggled else None)
            case "step" | "note" | "frame" | "frame_title":
                self.document.select({hit.id}, hit.id)
            case kind if kind in _OUTPUT:
                self.document.select({f"{hit.id}:{hit.port}"}, "")
            case _:
                self.document.select({hit.id}, "")

    def _to_problem(self, step: str) -> None:
        problems = self.document.problems_of(step)
        field = problems[0].where.partition(".")[2] if problems else ""
        self.document.reveal(step, field)
        self.wants_edit.emit(step, field)

    def _escape(self) -> bool:
        if self.gesture is not None:
            self.cancel("escape")
            return True
        if self.document.selection:
            self.document.select((), "")
            return True
        return False

    def _walk(self, key: Qt.Key) -> bool:
        """Arrow keys follow the flow from the current step; without one they are left to the view."""
        journey, current = self.document.journey, self.document.current
        if not self.document.selection:
            return False
        if current not in journey.steps:
            current = next((i.partition(":")[0] for i in sorted(self.document.selection)), "")
            found = current if current in journey.steps else first_step(journey)
        else:
            found = neighbour(journey, current, WAYS[key])
        if found:
            self.document.select({found}, found)
            self.view.ensureVisible(self.scene.steps[found].card, 48, 64)
        return True

    def _nudge(self, key: Qt.Key) -> bool:
        dx, dy = {"up": (0, -SNAP), "down": (0, SNAP), "left": (-SNAP, 0), "right": (SNAP, 0)}[WAYS[key]]
        journey = self.document.journey
        chosen = set(self.document.selection)
        chosen |= {step for i in chosen if i in journey.frames for step in journey.frames[i].steps}
        places = {i: (x + dx, y + dy) for i in chosen if i in journey.places for x, y in [journey.places[i]]}
        if places:
            self.document.do(MoveItems(places=places, called="edit-nudge", key=f"nudge:{sorted(places)}"))
        return bool(places)

    def _choose(self, placeholder: str, lines: Callable[[str], Sequence[Line]], title: str = "") -> Chooser:
        self.chooser = Chooser(self.view, placeholder, lines, title=title)
        self.chooser.destroyed.connect(self._forget_chooser)
        self.chooser.left.connect(self.view.setFocus)
        return self.chooser

    def _forget_chooser(self) -> None:
        self.chooser = None

    def _on_screen(self, at: QPointF | None, after: str, link: str) -> QPoint:
        if at is None:
            source, _, port = after.rpartition(":")
            if source in self.scene.steps:
                at = self.scene.port_point(source, port) + QPointF(16, 8)
            elif (item := self.scene.wires.items.get(link)) is not None:
                at = item.bounds().center()
            else:
                at = self.view.visible().center()
        return self.view.viewport().mapToGlobal(self.view.mapFromScene(at))


def _corner(at: QPointF) -> Point:
    """The top left corner of a card whose middle of the top is at a point, on the snapping grid."""
    return round((at.x() - CARD[0] / 2) / SNAP) * SNAP, round(at.y() / SNAP) * SNAP
