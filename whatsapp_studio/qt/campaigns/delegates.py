"""Decides how a campaign's progress is painted in a table cell."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from whatsapp_studio.qt import theme
from whatsapp_studio.qt.campaigns.listing import SHARE_ROLE
from whatsapp_studio.qt.widgets.cells import Index, paint_background


class ProgressDelegate(QStyledItemDelegate):
    """A bar over the two numbers it stands for."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_background(painter, option)
        text = index.data(Qt.ItemDataRole.DisplayRole)
        share = index.data(SHARE_ROLE)
        area = option.rect.adjusted(8, 0, -8, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("text"))
        if share is None:
            painter.setPen(theme.color("text_muted"))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
            painter.restore()
            return
        painter.drawText(area.adjusted(0, 4, 0, -14), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        bar = QRectF(area.left(), area.bottom() - 12, min(area.width(), 180), 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("border"))
        painter.drawRoundedRect(bar, 2.5, 2.5)
        if share > 0:
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(5.0, bar.width() * share), 5), 2.5, 2.5)
        painter.restore()
