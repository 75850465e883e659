"""Decides how what a hand is doing looks: the arrow being drawn, the guides of a move, the handles of an arrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from whatsapp_studio.qt.canvas.ink import ink, pen
from whatsapp_studio.qt.canvas.items.link import rounded

_HANDLE = 6.0


class OverlayItem(QGraphicsItem):
    """Lies above everything and has nothing of the journey."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(100)
        self._rubber: tuple[QPointF, QPointF, bool] | None = None
        self._guides: tuple[QLineF, ...] = ()
        self._handles: tuple[QPointF, ...] = ()
        self._bounds = QRectF()

    @property
    def rubber(self) -> tuple[QPointF, QPointF, bool] | None:
        """The arrow being drawn: its ends and whether it may be."""
        return self._rubber

    @property
    def guides(self) -> tuple[QLineF, ...]:
        """The guides that are shown."""
        return self._guides

    @property
    def handles(self) -> tuple[QPointF, ...]:
        """The middles of the handles that are shown."""
        return self._handles

    def show_rubber(self, ends: tuple[QPointF, QPointF, bool] | None) -> None:
        """Show the arrow being drawn, or none."""
        self._rubber = ends
        self._settle()

    def show_guides(self, lines: Sequence[QLineF]) -> None:
        """Show lines along which things stand."""
        if self._guides or lines:
            self._guides = tuple(lines)
            self._settle()

    def show_handles(self, points: Sequence[QPointF]) -> None:
        """Show round handles at these points."""
        if self._handles != tuple(points):
            self._handles = tuple(points)
            self._settle()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        use = ink()
        if self._guides:
            painter.setPen(QPen(use.accent, 0))
            painter.drawLines(list(self._guides))
        if self._rubber is not None:
            start, end, fits = self._rubber
            colour = use.accent if fits else use.error
            painter.setPen(pen(colour, 2.5))
            painter.setBrush(colour)
            painter.drawEllipse(start, 4, 4)
            if fits:
                painter.drawPolygon([end + QPointF(-5, -8), end + QPointF(5, -8), end])
            else:
                x, y = end.x(), end.y()
                painter.drawLines([QLineF(x - 5, y - 5, x + 5, y + 5), QLineF(x - 5, y + 5, x + 5, y - 5)])
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(rounded(_bent(start, end)))
        painter.setPen(QPen(use.focus, 2))
        painter.setBrush(use.surface)
        for point in self._handles:
            painter.drawEllipse(point, _HANDLE, _HANDLE)

    def _settle(self) -> None:
        self.prepareGeometryChange()
        area = QRectF()
        for line in self._guides:
            area |= QRectF(line.p1(), line.p2()).normalized().adjusted(-2, -2, 2, 2)
        if self._rubber is not None:
            start, end, _ = self._rubber
            area |= QRectF(start, end).normalized().adjusted(-12, -40, 12, 40)
        for point in self._handles:
            area |= QRectF(point.x() - 9, point.y() - 9, 18, 18)
        self._bounds = area
        self.update()


def _bent(start: QPointF, end: QPointF) -> tuple[tuple[float, float], ...]:
    middle = (start.y() + end.y()) / 2
    return ((start.x(), start.y()), (start.x(), middle), (end.x(), middle), (end.x(), end.y()))
