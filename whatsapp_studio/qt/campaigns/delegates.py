"""Decides how a campaign's state and progress are painted in a table cell."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from whatsapp_studio.qt import theme
from whatsapp_studio.qt.campaigns.listing import SHARE_ROLE, STATE_ROLE
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.widgets.badge import look_of

Index = QModelIndex | QPersistentModelIndex
_PAPER = {
    "scheduled": "info_soft", "sending": "accent_soft", "paused": "warning_soft", "done": "success_soft",
}  # fmt: skip


class StateDelegate(QStyledItemDelegate):
    """A pill with icon and word."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.fontMetrics.horizontalAdvance(index.data()) + 52, 40)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_background(painter, option)
        state = index.data(STATE_ROLE)
        name, ink = look_of(state)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        paper = "surface" if selected else _PAPER.get(state, "surface_alt")
        text = index.data(Qt.ItemDataRole.DisplayRole)
        width = option.fontMetrics.horizontalAdvance(text) + 38
        pill = QRectF(option.rect.left() + 8, option.rect.center().y() - 11, width, 23)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(paper))
        painter.drawRoundedRect(pill, 11.5, 11.5)
        icon(name, ink).paint(painter, QRect(int(pill.left()) + 9, int(pill.center().y()) - 7, 14, 14))
        painter.setPen(theme.color(ink))
        painter.drawText(pill.adjusted(28, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()


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


def paint_background(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The row's own background and selection, without text."""
    plain = QStyleOptionViewItem(option)
    plain.text = ""
    style = option.widget.style()
    style.drawControl(style.ControlElement.CE_ItemViewItem, plain, painter, option.widget)
