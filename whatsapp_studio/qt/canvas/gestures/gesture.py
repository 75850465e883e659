"""Decides what every gesture has: a beginning, moves, a release that may edit, and an end that always runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from whatsapp_studio.qt.canvas.hand import Hand

Keys = Qt.KeyboardModifier


class Gesture:
    """Begins when the pointer has moved far enough. ``at`` is always a point of the canvas.

    Whatever :meth:`move` shows is taken away by :meth:`end`, which runs after a release, Esc and a stolen grab alike.
    Only :meth:`release` may edit.
    """

    def __init__(self, hand: Hand, start: QPointF) -> None:
        self.hand, self.start = hand, start
        self.document, self.scene, self.view = hand.document, hand.scene, hand.view

    def move(self, at: QPointF, keys: Keys) -> None:
        """The pointer is here now."""

    def release(self, at: QPointF, keys: Keys) -> None:
        """The button was let go here."""

    def key(self, event: QKeyEvent) -> bool:
        """A key was pressed meanwhile; true when it was for this gesture."""
        return False

    def end(self) -> None:
        """Take away everything that was shown."""
