"""Decides how a row with a name and a softer line below it is drawn in a list."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from whatsapp_studio.qt import theme
from whatsapp_studio.qt.widgets.cells import Index, paint_background

_SIDE, _TOP, _ICON = 10, 6, 18


class TwoLines(QStyledItemDelegate):
    """The first line of a text in the ink of names, the rest (at most ``most`` lines) below it."""

    def __init__(self, view: QAbstractItemView, most: int = 1) -> None:
        super().__init__(view)
        self._most = most

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = 2 if "\n" in str(index.data()) else 1
        rest = self._most if lines == 2 else 0
        return QSize(80, option.fontMetrics.height() * (1 + rest) + 2 * _TOP + 2 * rest)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_background(painter, option)
        head, _, rest = str(index.data()).partition("\n")
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        metrics = option.fontMetrics
        room = option.rect.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        drawing = index.data(Qt.ItemDataRole.DecorationRole)
        painter.save()
        if isinstance(drawing, QIcon) and not drawing.isNull():
            whole = QRect(room.left(), room.top(), _ICON, _ICON)
            drawing.paint(painter, QStyle.visualRect(option.direction, room, whole))
            room = QStyle.visualRect(option.direction, room, room.adjusted(_ICON + 8, 0, 0, 0))
        font = QFont(option.font)
        if rest:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.color("on_accent_soft" if chosen else "text"))
        align = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        first = QRect(room.left(), room.top(), room.width(), metrics.height())
        whole_head = QFontMetrics(font).elidedText(head, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(first, int(align), whole_head)
        painter.setFont(option.font)
        painter.setPen(theme.color("on_accent_soft" if chosen else "text_muted"))
        below = room.adjusted(0, metrics.height() + 2, 0, 0)
        if self._most == 1:
            painter.drawText(below, int(align), metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room.width()))
        else:
            painter.drawText(below, int(align | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap), rest)
        painter.restore()
