"""Decides how the list of all buttons looks when it slides over a message, as "See all options" opens it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.widgets.bubble_strokes import Strokes, button_rows
from whatsapp_studio.templates.bubble import Bubble

_HEAD, _FOOT, _ABOVE = 50.0, 10.0, 28.0


def sheet_height(shown: Bubble, strokes: Strokes) -> float:
    """How tall a view has to be for the whole list."""
    return _ABOVE + _HEAD + strokes.row_height() * len(shown.all_buttons) + _FOOT


def draw_sheet(painter: QPainter, shown: Bubble, strokes: Strokes, rect: QRectF) -> dict[str, QRectF]:
    """Draw the list over the lower part of a view; returns where a touch closes it or stays inside."""
    colours = strokes.colours
    painter.save()
    painter.fillRect(rect, QColor(0, 0, 0, 120))
    top = rect.bottom() - sheet_height(shown, strokes) + _ABOVE
    panel = QRectF(rect.left(), top, rect.width(), rect.bottom() - top + 12)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours["sheet"]))
    painter.drawRoundedRect(panel, 12, 12)
    close = QRectF(panel.right() - 44, top + 7, 36, 36)
    strokes.icon(painter, "x", "meta", 18, close.center())
    font = QFont(strokes.font(1.05))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(colours["text"]))
    title = QRectF(panel.left() + 16, top, panel.width() - 64, _HEAD)
    painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, tr("All options"))
    strokes.rows(painter, button_rows(shown.all_buttons), panel.left(), top + _HEAD, panel.width())
    painter.restore()
    return {"close": close, "sheet": panel}
