"""Decides how a journey's name with its tags, and how its problems, are painted in a table cell."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt import icons, theme
from whatsapp_studio.qt.journeys.listing import TAGS_ROLE
from whatsapp_studio.qt.widgets.badge import look_of
from whatsapp_studio.qt.widgets.cells import STATE_ROLE, Index, paint_background

_PAD = 8


class NameDelegate(QStyledItemDelegate):
    """The name, and the tags as small labels behind it. It is renamed in place."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_background(painter, option)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        name = index.data(Qt.ItemDataRole.DisplayRole)
        room = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(strong)
        painter.setPen(theme.color("on_accent_soft" if selected else "text"))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        x = room.left() + metrics.horizontalAdvance(shown) + 12
        painter.setFont(theme.scaled(option.font, 0.9))
        metrics = painter.fontMetrics()
        for tag in index.data(TAGS_ROLE) or ():
            text = metrics.elidedText(tag, Qt.TextElideMode.ElideRight, 120)
            wide = metrics.horizontalAdvance(text) + 14
            if x + wide > room.right():
                break
            place = QRect(x, room.center().y() - 9, wide, 19)
            place = QStyle.visualRect(option.direction, room, place)
            painter.setPen(theme.color("border"))
            painter.setBrush(theme.color("surface_alt"))
            painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(theme.color("text_muted"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
            x += wide + 6
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setAccessibleName(tr("Name of the journey"))
        field.setMaxLength(200)
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        tall = editor.sizeHint().height()
        editor.setGeometry(option.rect.adjusted(0, 0, -_PAD, 0).center().x() - (option.rect.width() - _PAD) // 2,
                           option.rect.center().y() - tall // 2, option.rect.width() - _PAD, tall)  # fmt: skip


class ProblemsDelegate(QStyledItemDelegate):
    """An icon and how many there are."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_background(painter, option)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        state = index.data(STATE_ROLE)
        room = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        painter.save()
        loud = state in ("error", "warning")
        painter.setPen(theme.color("on_accent_soft" if selected else "text" if loud else "text_muted"))
        if state:
            name, ink = look_of(state)
            spot = QStyle.visualRect(option.direction, room, QRect(room.left(), room.center().y() - 7, 16, 16))
            icons.paint(painter, name, ink, spot.topLeft(), 16)
        beside = QStyle.visualRect(option.direction, room, room.adjusted(24 if state else 0, 0, 0, 0))
        text = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, beside.width())
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()
