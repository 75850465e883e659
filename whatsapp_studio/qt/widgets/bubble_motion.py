"""Decides how a carousel slides: by keys, wheel, finger and arrows, and at once where motion is not wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QPointF, Qt, QVariantAnimation
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QStyle, QWidget

_STIFF = 0.15  # how far, in cards, a finger pulls past the first or the last one
_NOTCH = 120  # eighths of a degree of a wheel for one card


_LONGEST_MS = 180


def motion_ms(widget: QWidget) -> int:
    """How long a movement takes on this desktop, in milliseconds; 0 where a person asked for none."""
    asked = widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget)
    return max(0, min(_LONGEST_MS, asked))


class Slide:
    """The place of a carousel: ``position`` in cards, on its way to ``target``; ``moved`` is called at every change."""

    def __init__(self, owner: QWidget, moved: Callable[[], None]) -> None:
        self._owner, self._moved = owner, moved
        self.cards = 0
        self.target = 0
        self.position = 0.0
        self._grip: tuple[float, float] | None = None
        self._turned = 0
        self.dragging = False
        self._motion = QVariantAnimation(owner)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._step)

    def begin(self, cards: int) -> None:
        """Start at the first of so many cards."""
        self._motion.stop()
        self.cards, self.target, self.position, self._grip, self.dragging = cards, 0, 0.0, None, False

    def go(self, to: int) -> None:
        """Slide to a card."""
        self.target = max(0, min(self.cards - 1, to))
        self._motion.stop()
        lasts = motion_ms(self._owner)
        if lasts <= 0 or not self._owner.isVisible():
            self._step(float(self.target))
            return
        self._motion.setDuration(lasts)
        self._motion.setStartValue(self.position)
        self._motion.setEndValue(float(self.target))
        self._motion.start()

    @property
    def moving(self) -> bool:
        """Whether it is on its way by itself."""
        return self._motion.state() == QVariantAnimation.State.Running

    def press(self, at: QPointF) -> None:
        """A finger comes down."""
        if self.cards > 1:
            self._grip = (at.x(), self.position)

    def drag(self, at: QPointF, step: float) -> bool:
        """The finger moves; True while it pulls the cards, each ``step`` pixels from the next."""
        if self._grip is None:
            return False
        pulled = at.x() - self._grip[0]
        if not self.dragging and abs(pulled) < QApplication.startDragDistance():
            return False
        self.dragging = True
        self._motion.stop()
        self._step(max(-_STIFF, min(self.cards - 1 + _STIFF, self._grip[1] - pulled / step)))
        return True

    def release(self) -> bool:
        """The finger goes up; True when it pulled, and the cards go on to the next one in that direction."""
        grip, pulled = self._grip, self.dragging
        self._grip, self.dragging = None, False
        if pulled and grip is not None:
            way = 0.35 if self.position > grip[1] else -0.35
            self.go(round(self.position + way))
        return pulled

    def wheel(self, event: QWheelEvent) -> bool:
        """A wheel to the side, or with Shift; True when it is meant for the cards."""
        turn = event.angleDelta()
        sideways = turn.x() if abs(turn.x()) > abs(turn.y()) else 0
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            sideways = sideways or turn.y()
        if not sideways or self.cards < 2:
            return False
        self._turned += sideways
        notches = int(self._turned / _NOTCH)
        if notches:
            self._turned -= notches * _NOTCH
            self.go(self.target - notches)
        return True

    def _step(self, position: float) -> None:
        self.position = position
        self._moved()
