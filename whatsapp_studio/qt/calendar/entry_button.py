"""Decides how an entry of the calendar looks and is handled: opened, dragged to another time, moved by keys."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import QLocale, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QStyle, QWidget

from whatsapp_studio.campaigns.agenda import Entry
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.calendar.entry_words import spoken, time_of, tip, title_of
from whatsapp_studio.qt.widgets.plain import plain_tip

# Paper and ink of each state.
_LOOKS = {
    "draft": ("surface", "text_muted"), "scheduled": ("info_soft", "info"), "sending": ("accent_soft", "accent"),
    "paused": ("warning_soft", "warning"), "done": ("success_soft", "success"),
    "stopped": ("surface_alt", "text_muted"),
}  # fmt: skip
_BUSY = ("c1", "c2", "c3", "c4", "c5", "c6")
_RADIUS = 5


class EntryButton(QAbstractButton):
    """One entry. ``dragged`` carries the place of its corner in its parent, ``nudged`` days and quarters of an hour."""

    dragged = Signal(QPoint)
    dropped = Signal()
    left = Signal()
    nudged = Signal(int, int)
    menu_wanted = Signal(QPoint)

    def __init__(self, entry: Entry, zone: ZoneInfo, locale: QLocale, colour: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        self._time = "" if entry.all_day else time_of(entry, zone, locale)
        self._colour = colour
        self._pressed: QPoint | None = None
        self.dragging = False
        self.setAccessibleName(spoken(entry, zone, locale))
        self.setToolTip(plain_tip(tip(entry, zone, locale)))
        self.setCursor(Qt.CursorShape.PointingHandCursor if entry.kind != "busy" else Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        entry = self.entry
        busy = entry.kind == "busy"
        paper, ink = ("surface_alt", _BUSY[self._colour % len(_BUSY)]) if busy else _LOOKS[entry.state]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        pen = QPen(theme.color("border" if busy else ink), 1)
        if entry.state == "draft" or entry.kind == "wave":
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.color(paper))
        painter.setOpacity(0.45 if self.dragging else 1.0)
        painter.drawRoundedRect(room, _RADIUS, _RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ink))
        edge = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(2, 3, 3, self.height() - 6))
        painter.drawRoundedRect(QRectF(edge), 1.5, 1.5)
        self._write(painter, busy)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.end()

    def _write(self, painter: QPainter, busy: bool) -> None:
        small = theme.scaled(self.font(), 0.88)
        strong = QFont(small)
        strong.setWeight(QFont.Weight.DemiBold)
        direction = self.layoutDirection()
        side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        inner = QStyle.visualRect(direction, self.rect(), self.rect().adjusted(9, 0, -4, 0))
        painter.setPen(theme.color("text_muted" if busy else "text"))
        painter.setFont(small if busy else strong)
        line = painter.fontMetrics().height()
        two = self.height() >= 2 * line + 4 and bool(self._time)
        first = QRect(inner.left(), 2, inner.width(), line) if two or self.height() > 2 * line else inner
        name = title_of(self.entry)
        said = name if two or not self._time else f"{self._time} {name}"
        cut = Qt.TextElideMode.ElideRight
        painter.drawText(first, side, painter.fontMetrics().elidedText(said, cut, inner.width()))
        if two:
            painter.setFont(small)
            painter.setPen(theme.color("text_muted"))
            painter.drawText(first.translated(0, line), side, self._time)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not self.entry.movable:
            return
        at = event.position().toPoint()
        if not self.dragging and (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        self.dragging = True
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.dragged.emit(self.mapToParent(at - self._pressed))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if self.dragging:
            self._rest()
            self.dropped.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, moves = event.key(), Qt.Key
        if key == moves.Key_Escape and self.dragging:
            self._pressed = None
            self._rest()
            self.left.emit()
            return
        if key in (moves.Key_Return, moves.Key_Enter):
            self.click()
            return
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            side = -1 if self.isRightToLeft() else 1
            step = {
                moves.Key_Left: (-side, 0), moves.Key_Right: (side, 0), moves.Key_Up: (0, -1), moves.Key_Down: (0, 1)
            }.get(moves(key))  # fmt: skip
            if step is not None:
                self.nudged.emit(*step)
                return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def _rest(self) -> None:
        self.dragging = False
        self.setDown(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()
