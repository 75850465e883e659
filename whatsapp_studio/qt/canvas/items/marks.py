"""Decides how small signs are drawn on the canvas: badges, the "+" of an output, marks of a comparison."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from whatsapp_studio.base.errors import Severity
from whatsapp_studio.qt.canvas.ink import ink, pen

BADGE = 10.0
# What a mark shows and in which colour: a sign, never colour alone.
MARKS = {"added": "success", "removed": "error", "changed": "warning", "unpublished": "info"}


def paint_badge(painter: QPainter, severity: Severity, x: float, y: float) -> None:
    """A disc with a cross for an error, a triangle with a bar for a warning, its middle at a point."""
    use = ink()
    painter.setPen(QPen(use.surface.color(), 2))
    if severity == "error":
        painter.setBrush(use.error)
        painter.drawEllipse(QPointF(x, y), BADGE, BADGE)
        painter.setPen(pen(use.surface.color(), 2))
        painter.drawLines([QLineF(x - 3.5, y - 3.5, x + 3.5, y + 3.5), QLineF(x - 3.5, y + 3.5, x + 3.5, y - 3.5)])
        return
    painter.setBrush(use.warning)
    painter.drawPolygon([QPointF(x - 11, y + 8.5), QPointF(x + 11, y + 8.5), QPointF(x, y - 11)])
    painter.setPen(pen(use.surface.color(), 2))
    painter.drawLine(QPointF(x, y - 3.5), QPointF(x, y + 1.5))
    painter.drawPoint(QPointF(x, y + 5))


def paint_plus(painter: QPainter, at: QPointF, *, hot: bool) -> None:
    """The "+" that offers a next step, its middle at a point."""
    use = ink()
    painter.setPen(QPen(use.accent, 1.5))
    painter.setBrush(use.accent if hot else use.surface)
    painter.drawEllipse(at, 9.0, 9.0)
    painter.setPen(pen(use.surface.color() if hot else use.accent, 2))
    x, y = at.x(), at.y()
    painter.drawLines([QLineF(x - 4, y, x + 4, y), QLineF(x, y - 4, x, y + 4)])


def paint_mark(painter: QPainter, mark: str, x: float, y: float) -> None:
    """How a step differs from another version, its middle at a point: +, −, ~ or a dot."""
    use = ink()
    colour: QColor = getattr(use, MARKS.get(mark, "info"))
    painter.setPen(QPen(use.surface.color(), 2))
    painter.setBrush(colour)
    if mark not in ("added", "removed", "changed"):
        painter.drawEllipse(QPointF(x, y), 6.0, 6.0)
        return
    painter.drawRoundedRect(QRectF(x - 9, y - 9, 18, 18), 5, 5)
    painter.setPen(pen(use.surface.color(), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mark == "changed":
        painter.drawPolyline([QPointF(x - 4, y + 1.5), QPointF(x - 1.5, y - 1.5), QPointF(x + 1.5, y + 1.5),
                              QPointF(x + 4, y - 1.5)])  # fmt: skip
        return
    painter.drawLine(QPointF(x - 4, y), QPointF(x + 4, y))
    if mark == "added":
        painter.drawLine(QPointF(x, y - 4), QPointF(x, y + 4))


def paint_head(painter: QPainter, x: float, look: QPen | None) -> None:
    """The head of the arrows that arrive at the top of a card, as strong as the strongest of them."""
    use = ink()
    grow = 0.0 if look is None else 1.0
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(use.border.color() if look is None else look.color())
    painter.drawPolygon([QPointF(x - 5 - grow, -9 - grow), QPointF(x + 5 + grow, -9 - grow), QPointF(x, -0.5)])
