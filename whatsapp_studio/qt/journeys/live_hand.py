"""Decides what a pointer and keys do on the canvas of a journey that runs: nothing is moved, numbers are opened."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip

from whatsapp_studio.qt.canvas.connect_mode import WAYS
from whatsapp_studio.qt.canvas.counters import Counters, Spot
from whatsapp_studio.qt.canvas.navigate import first_step, neighbour
from whatsapp_studio.qt.canvas.scene import JourneyScene
from whatsapp_studio.qt.canvas.view import JourneyView
from whatsapp_studio.qt.widgets.plain import plain_tip


class LiveHand(QObject):
    """``pressed`` carries the :class:`Spot` of a number, ``chosen`` a step that was clicked or come to by key.

    ``menu_wanted`` carries a step and where on the screen its numbers are to be listed.
    """

    pressed = Signal(object)
    chosen = Signal(str)
    menu_wanted = Signal(str, object)

    def __init__(self, scene: JourneyScene, view: JourneyView, counters: Counters) -> None:
        super().__init__(view)
        self._scene, self._view, self._counters = scene, view, counters
        self._dragged: QPoint | None = None
        view.hand = self
        # A tip about a number comes before those about what is under it.
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            spot = self._spot(self._view.mapToScene(event.pos()))
            if spot is not None and spot.tip:
                QToolTip.showText(event.globalPos(), plain_tip(spot.tip), self._view.viewport())
                return True
        return super().eventFilter(watched, event)

    def _spot(self, at: QPointF) -> Spot | None:
        return self._counters.at(at, self._view.zoom())

    def press(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        at = self._view.mapToScene(event.position().toPoint())
        spot = self._spot(at)
        if spot is not None:
            self._choose(spot.step)
            self.pressed.emit(spot)
            return True
        hit = self._scene.thing_at(at)
        if hit.id in self._scene.steps:
            self._choose(hit.id)
            self.chosen.emit(hit.id)
            return True
        self._scene.document.select(frozenset())
        self._dragged = event.position().toPoint()
        self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        return True

    def move(self, event: QMouseEvent) -> bool:
        if self._dragged is not None:
            here = event.position().toPoint()
            self._view.pan(self._dragged.x() - here.x(), self._dragged.y() - here.y())
            self._dragged = here
            return True
        spot = self._spot(self._view.mapToScene(event.position().toPoint()))
        self._counters.show_hot(spot)
        if spot is not None:
            self._view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self._view.viewport().unsetCursor()
        return False

    def release(self, event: QMouseEvent) -> bool:
        if self._dragged is not None:
            self._dragged = None
            self._view.viewport().unsetCursor()
        return False

    def double(self, event: QMouseEvent) -> bool:
        return False

    def key(self, event: QKeyEvent) -> bool:
        document = self._scene.document
        current = document.current
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current in document.journey.steps:
            self.pressed.emit(Spot(current, "waiting"))
            return True
        if event.key() not in WAYS or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        wanted = neighbour(document.journey, current, WAYS[Qt.Key(event.key())]) if current else ""
        wanted = wanted or ("" if current else first_step(document.journey))
        if not wanted:
            return bool(current)
        self._choose(wanted)
        self._view.centre_on(wanted)
        self.chosen.emit(wanted)
        return True

    def _choose(self, step: str) -> None:
        self._scene.document.select({step}, step)

    def key_up(self, event: QKeyEvent) -> bool:
        return False

    def menu(self, event: QContextMenuEvent) -> bool:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        current = self._scene.document.current
        if by_key and current in self._scene.steps:
            where = self._view.mapFromScene(self._scene.steps[current].card.bottomLeft())
            self.menu_wanted.emit(current, self._view.viewport().mapToGlobal(where))
            return True
        hit = self._scene.thing_at(self._view.mapToScene(event.pos()))
        if hit.id not in self._scene.steps:
            return False
        self._choose(hit.id)
        self.menu_wanted.emit(hit.id, event.globalPos())
        return True

    def drag_enter(self, event: QDragEnterEvent) -> bool:
        return False

    def drag_move(self, event: QDragMoveEvent) -> bool:
        return False

    def drag_leave(self, event: QDragLeaveEvent) -> bool:
        return False

    def drop(self, event: QDropEvent) -> bool:
        return False

    def space(self) -> bool:
        return False

    def leave(self) -> None:
        self._counters.show_hot(None)

    def cancel(self, reason: str) -> None:
        self._dragged = None
