"""Decides how a drag that comes to the edge of the view goes on beyond it: the view follows, quicker further out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QTimer

from whatsapp_studio.qt.canvas.gestures.gesture import Keys

if TYPE_CHECKING:
    from whatsapp_studio.qt.canvas.hand import Hand

# Within this many pixels of the edge the view begins to move, by at most so many pixels each time.
_NEAR, _MOST, _EVERY_MS = 20, 24, 16


class Edge(QObject):
    """Moves the view as long as the pointer stays at its edge while something is dragged."""

    def __init__(self, hand: Hand) -> None:
        super().__init__(hand)
        self._hand = hand
        self._at, self._keys = QPointF(), Keys.NoModifier
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._go)

    @property
    def following(self) -> bool:
        """Whether the view is being moved."""
        return self._timer.isActive()

    def follow(self, at: QPointF, keys: Keys) -> None:
        """The pointer of the gesture is here in the view."""
        self._at, self._keys = at, keys
        if self._by() == QPoint():
            self._timer.stop()
        elif not self.following:
            self._timer.start()

    def stop(self) -> None:
        """Nothing is dragged any more."""
        self._timer.stop()

    def _go(self) -> None:
        gesture = self._hand.gesture
        if gesture is None:
            self._timer.stop()
            return
        by = self._by()
        self._hand.view.pan(by.x(), by.y())
        gesture.move(self._hand.view.mapToScene(self._at.toPoint()), self._keys)

    def _by(self) -> QPoint:
        area = self._hand.view.viewport().rect()
        return QPoint(_beyond(self._at.x(), area.width()), _beyond(self._at.y(), area.height()))


def _beyond(at: float, size: int) -> int:
    """How far to move along one side of a view of this size."""
    out = max(at - (size - _NEAR), 0.0) - max(_NEAR - at, 0.0)
    return round(max(-_MOST, min(_MOST, out / 2)))
