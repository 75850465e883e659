"""Decides how a lasso selects: what it touches, added to the selection or taken alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtWidgets import QRubberBand

from whatsapp_studio.qt.canvas.gestures.gesture import Gesture, Keys

if TYPE_CHECKING:
    from whatsapp_studio.qt.canvas.hand import Hand


class Lasso(Gesture):
    """A rectangle pulled up on empty canvas. Esc gives the former selection back."""

    def __init__(self, hand: Hand, start: QPointF, keys: Keys) -> None:
        super().__init__(hand, start)
        self._before = self.document.selection
        self._keep = self._before if keys & (Qt.KeyboardModifier.ControlModifier | Keys.ShiftModifier) else frozenset()
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, self.view.viewport())
        self._done = False

    def move(self, at: QPointF, keys: Keys) -> None:
        corner, here = self.view.mapFromScene(self.start), self.view.mapFromScene(at)
        self._band.setGeometry(QRect(corner, here).normalized())
        self._band.show()
        self.document.select(self._keep | self.scene.items_touching(QRectF(self.start, at)))

    def release(self, at: QPointF, keys: Keys) -> None:
        self.move(at, keys)
        self._done = True

    def end(self) -> None:
        self._band.hide()
        self._band.deleteLater()
        if not self._done:
            self.document.select(self._before)
