"""Decides how a campaign's name, its progress and its tags are painted in a table cell."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.campaigns.labels import colour_of
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.campaigns.listing import BENEATH_ROLE, DEPTH_ROLE, FOLD_ROLE, SHARE_ROLE, TAGS_ROLE
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.widgets.cells import Index, paint_background

TAG_COLOURS = ("c1", "c2", "c3", "c4", "c5", "c6")
_PAD, _INDENT, _ARROW = 9, 24, 18
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


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
            painter.drawText(area, _LEFT, text)
            painter.restore()
            return
        painter.drawText(area.adjusted(0, 4, 0, -14), _LEFT, text)
        bar = QRectF(area.left(), area.bottom() - 12, min(area.width(), 180), 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("border"))
        painter.drawRoundedRect(bar, 2.5, 2.5)
        if share > 0:
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(5.0, bar.width() * share), 5), 2.5, 2.5)
        painter.restore()


class CampaignNameDelegate(QStyledItemDelegate):
    """The name over what the campaign waits for; turns stand further in, a series has an arrow that unfolds it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_background(painter, option)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        unfolded = index.data(FOLD_ROLE)
        painter.save()
        room = option.rect.adjusted(_PAD + _INDENT * int(index.data(DEPTH_ROLE) or 0), 0, -_PAD, 0)
        if unfolded is not None:
            name = "chevron-down" if unfolded else "chevron-right"
            icon(name, "text_muted").paint(painter, arrow_of(option.rect, option.direction))
            room = room.adjusted(_ARROW, 0, 0, 0)
        room = QStyle.visualRect(option.direction, option.rect, room)
        side = QStyle.visualAlignment(option.direction, _LEFT)
        beneath = index.data(BENEATH_ROLE)
        upper, lower = room, room
        if beneath:
            high = option.fontMetrics.height() + 2
            top = room.center().y() - high + 1
            upper = QRect(room.left(), top, room.width(), high)
            lower = QRect(room.left(), top + high, room.width(), high)
        strong = QFont(option.font)
        if not index.data(DEPTH_ROLE):
            strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(theme.color("on_accent_soft" if selected else "text"))
        self._draw(painter, upper, side, str(index.data(Qt.ItemDataRole.DisplayRole)))
        if beneath:
            painter.setFont(theme.scaled(option.font, 0.9))
            painter.setPen(theme.color("on_accent_soft" if selected else "text_muted"))
            self._draw(painter, lower, side, beneath)
        painter.restore()

    @staticmethod
    def _draw(painter: QPainter, room: QRect, side: Qt.AlignmentFlag, text: str) -> None:
        painter.drawText(
            room, side, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        )

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setAccessibleName(tr("Name of the campaign"))
        field.setMaxLength(200)
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        tall = editor.sizeHint().height()
        editor.setGeometry(option.rect.left(), option.rect.center().y() - tall // 2, option.rect.width() - _PAD, tall)


class TagsDelegate(QStyledItemDelegate):
    """Small labels, each always in the same colour; as many as there is room for, and how many more there are."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_background(painter, option)
        tags = index.data(TAGS_ROLE) or ()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.scaled(option.font, 0.9))
        metrics = painter.fontMetrics()
        x, right = option.rect.left() + 8, option.rect.right() - 8
        for n, tag in enumerate(tags):
            rest = len(tags) - n
            kept = 0 if rest == 1 else metrics.horizontalAdvance(f"+{rest}") + 8
            text = metrics.elidedText(tag, Qt.TextElideMode.ElideRight, max(40, right - x - 20 - kept))
            wide = metrics.horizontalAdvance(text) + 20
            if x + wide + kept > right and n:
                place = QStyle.visualRect(option.direction, option.rect, QRect(x, option.rect.top(), 40, 48))
                painter.setPen(theme.color("text_muted"))
                painter.drawText(place, QStyle.visualAlignment(option.direction, _LEFT), f"+{rest}")
                break
            place = QStyle.visualRect(option.direction, option.rect, QRect(x, option.rect.center().y() - 9, wide, 20))
            ink = theme.color(TAG_COLOURS[colour_of(tag, len(TAG_COLOURS))])
            painter.setPen(theme.color("border"))
            painter.setBrush(theme.color("surface"))
            painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            dot = QStyle.visualRect(option.direction, place, QRect(place.left() + 6, place.center().y() - 2, 6, 6))
            painter.drawEllipse(dot)
            painter.setPen(theme.color("text"))
            words = QStyle.visualRect(option.direction, place, place.adjusted(15, 0, 0, 0))
            painter.drawText(words, QStyle.visualAlignment(option.direction, _LEFT), text)
            x += wide + 5
        painter.restore()


def arrow_of(cell: QRect, direction: Qt.LayoutDirection) -> QRect:
    """Where the arrow of a series is in the cell of its name."""
    return QStyle.visualRect(direction, cell, QRect(cell.left() + _PAD - 3, cell.center().y() - 7, 15, 15))
