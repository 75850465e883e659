"""Decides how one outcome is marked in the table: an icon and a colour beside its word."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from whatsapp_studio.qt import theme
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.reports.outcomes import STATE_ROLE
from whatsapp_studio.qt.widgets.badge import look_of


class OutcomeDelegate(QStyledItemDelegate):
    """An icon, then the word."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        plain = QStyleOptionViewItem(option)
        plain.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, plain, painter, option.widget)
        name, role = look_of(index.data(STATE_ROLE))
        text = index.data(Qt.ItemDataRole.DisplayRole)
        painter.save()
        icon(name, role).paint(painter, QRect(option.rect.left() + 8, option.rect.center().y() - 7, 16, 16))
        painter.setPen(theme.color(role))
        painter.drawText(
            option.rect.adjusted(32, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text
        )
        painter.restore()
