"""Decides what every chart has in common: a point under the mouse or the keys, what is read out of it, and its door."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from whatsapp_studio.qt import theme

_PAD = 8.0
# So many points are said at once; the others are gone through with the arrows.
_SAID = 8
_STEPS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


class Chart(QWidget):
    """Something painted, with points that can be looked at one by one.

    The arrows go from point to point, Home and End to the first and last; Enter, like a click, emits ``chosen`` with
    the number of the point. A kind of chart says how many points it has, where each lies, which is next to it and what
    is read out of it, and paints itself.
    """

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.at = -1
        self.opens = True
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # -- what a kind of chart says -------------------------------------------------------------------

    def count(self) -> int:
        """How many points there are."""
        raise NotImplementedError

    def area(self, at: int) -> QRectF:
        """Where a point takes the mouse."""
        raise NotImplementedError

    def said(self, at: int) -> str:
        """What is read out of a point, in lines."""
        raise NotImplementedError

    def beside(self, at: int, across: int, down: int) -> int:
        """The point next to one; itself where there is none."""
        return min(max(at + across + down, 0), self.count() - 1)

    def summary(self) -> str:
        """What a screen reader says of all of it."""
        return "; ".join(self.said(at).replace("\n", ", ") for at in range(min(self.count(), _SAID)))

    def draw(self, painter: QPainter) -> None:
        """Paint everything but what is read out."""
        raise NotImplementedError

    # -- the same for all ----------------------------------------------------------------------------

    def line(self) -> float:
        """The height of a line of text."""
        return QFontMetricsF(self.font()).height()

    def changed(self) -> None:
        """New numbers are there: the point that was looked at stays, where it still exists."""
        self.at = min(self.at, self.count() - 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self.count() else Qt.FocusPolicy.NoFocus)
        if self.at < 0:
            self.setAccessibleDescription(self.summary())
        self.updateGeometry()
        self.update()

    def look_at(self, at: int) -> None:
        """Read out a point; -1 reads out none."""
        if at == self.at:
            return
        self.at = at
        self.setAccessibleDescription(self.said(at).replace("\n", ", ") if at >= 0 else self.summary())
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        opens = at >= 0 and self.opens
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and self.count():
            across, down = _STEPS[key]
            self.look_at(0 if self.at < 0 else self.beside(self.at, across, down))
        elif key == Qt.Key.Key_Home and self.count():
            self.look_at(0)
        elif key == Qt.Key.Key_End and self.count():
            self.look_at(self.count() - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.at >= 0 and self.opens:
            self.chosen.emit(self.at)
        elif key == Qt.Key.Key_Escape and self.at >= 0:
            self.look_at(-1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason) and self.count():
            self.look_at(max(0, self.at))
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.look_at(-1)
        super().focusOutEvent(event)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.look_at(self.under(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.under(event.position())
        if at >= 0 and self.opens and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(at)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self.look_at(-1)
        super().leaveEvent(event)

    def under(self, place: QPointF) -> int:
        """The point at a place; -1 where there is none."""
        return next((at for at in range(self.count()) if self.area(at).contains(place)), -1)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.count():
            self.draw(painter)
            if self.at >= 0:
                self._read_out(painter)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _read_out(self, painter: QPainter) -> None:
        lines = self.said(self.at).split("\n")
        metrics = QFontMetricsF(self.font())
        width = max(metrics.horizontalAdvance(one) for one in lines) + 2 * _PAD
        height = len(lines) * metrics.height() + 2 * _PAD - 4
        area = self.area(self.at)
        left = area.center().x() + 10
        if left + width > self.width() - 2:
            left = area.center().x() - 10 - width
        left = min(max(2.0, left), max(2.0, self.width() - width - 2))
        top = min(max(2.0, area.top() - height - 4), max(2.0, self.height() - height - 2))
        if top < area.bottom() and area.height() < height:
            top = min(area.bottom() + 4, max(2.0, self.height() - height - 2))
        box = QRectF(left, top, width, height)
        painter.setPen(QPen(theme.color("border_strong"), 1))
        painter.setBrush(theme.color("tooltip"))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(theme.color("on_tooltip"))
        for row, text in enumerate(lines):
            place = QRectF(left + _PAD, top + _PAD - 2 + row * metrics.height(), width, metrics.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
