"""Decides how a state is painted in a table cell: a pill with icon and word on the row's own background."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from whatsapp_studio.qt import theme
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.widgets.badge import look_of

Index = QModelIndex | QPersistentModelIndex
# A cell answers this role with the state, and the display role with its word.
STATE_ROLE = Qt.ItemDataRole.UserRole + 1
_PAPER = {
    "scheduled": "info_soft", "sending": "accent_soft", "paused": "warning_soft", "done": "success_soft",
    "running": "success_soft", "closed": "info_soft", "published": "success_soft", "published-changed": "info_soft",
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
        whole = QRect(option.rect.left() + 8, option.rect.center().y() - 11, width, 23)
        pill = QStyle.visualRect(option.direction, option.rect, whole)
        mark = QStyle.visualRect(option.direction, pill, QRect(pill.left() + 9, pill.top() + 4, 14, 14))
        word = QStyle.visualRect(option.direction, pill, pill.adjusted(28, 0, 0, 0))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(paper))
        painter.drawRoundedRect(QRectF(pill), 11.5, 11.5)
        icon(name, ink).paint(painter, mark)
        painter.setPen(theme.color(ink))
        painter.drawText(word, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()


def paint_background(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The row's own background and selection, without text."""
    plain = QStyleOptionViewItem(option)
    plain.text = ""
    style = option.widget.style()
    style.drawControl(style.ControlElement.CE_ItemViewItem, plain, painter, option.widget)
