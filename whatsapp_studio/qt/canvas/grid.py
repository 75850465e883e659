"""Decides how the ground of the canvas looks: dots every 24 pixels, further apart when seen from far away."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from whatsapp_studio.journeys.graph import GRID
from whatsapp_studio.qt.canvas.ink import ink

# Dots closer than this are a grey field: then every second one is left out.
_CLOSEST = 16.0


def paint_grid(painter: QPainter, exposed: QRect, origin: QPointF, zoom: float, ratio: float) -> None:
    """Fill a part of the viewport; ``origin`` is where the canvas' zero is in it."""
    use = ink()
    painter.fillRect(exposed, use.canvas)
    apart = GRID * zoom
    while apart < _CLOSEST:
        apart *= 2
    size = 2.0 if zoom >= 0.75 else 1.5
    row = _row(exposed.width() + int(apart) + 4, apart, size, ratio, use.dot.name())
    first_column = (exposed.left() - origin.x()) // apart
    left = origin.x() + first_column * apart
    line = (exposed.top() - origin.y()) // apart
    while (y := origin.y() + line * apart) <= exposed.bottom() + size:
        painter.drawPixmap(QPointF(round(left) - 2, round(y) - 2), row)
        line += 1


@lru_cache(maxsize=16)
def _row(width: int, apart: float, size: float, ratio: float, colour: str) -> QPixmap:
    """One line of dots, the first one 2 pixels from its corner."""
    made = QPixmap(round(width * ratio), round(5 * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    at = 0.0
    while at < width:
        painter.drawEllipse(QPointF(round(at) + 2.0, 2.0), size / 2, size / 2)
        at += apart
    painter.end()
    return made
