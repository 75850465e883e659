"""Decides how what may be put in is listed under the cursor while one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.personalise.offers import Offer
from whatsapp_studio.qt.widgets.cells import Index, paint_background

_ROLE = Qt.ItemDataRole.UserRole
_ROWS, _WIDEST, _NARROWEST = 9, 460, 220


class _Rows(QStyledItemDelegate):
    """The name, and what it says beside it in a softer ink."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        offer: Offer = index.data(_ROLE)
        metrics = option.fontMetrics
        wide = metrics.horizontalAdvance(offer.name) + 24 + metrics.horizontalAdvance(offer.says) + 24
        return QSize(wide, metrics.height() + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_background(painter, option)
        offer: Offer = index.data(_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        metrics = option.fontMetrics
        room = option.rect.adjusted(10, 0, -10, 0)
        align = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(theme.color("on_accent_soft" if chosen else "text"))
        painter.drawText(room, align, metrics.elidedText(offer.name, Qt.TextElideMode.ElideMiddle, room.width()))
        left = room.width() - metrics.horizontalAdvance(offer.name) - 24
        if left > 40 and offer.says:
            painter.setPen(theme.color("on_accent_soft" if chosen else "text_muted"))
            beside = QRect(room.right() - left, room.top(), left, room.height())
            said = metrics.elidedText(offer.says, Qt.TextElideMode.ElideRight, left)
            painter.drawText(beside, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), said)
        painter.restore()


class OfferList(QListWidget):
    """A list that never takes the focus from the text; ``chosen`` comes with what was picked."""

    chosen = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("What fits here"))
        self.setItemDelegate(_Rows(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._take)
        self.hide()

    def offer(self, offers: Sequence[Offer], at: QPoint) -> None:
        """List these below a point of the screen, the first one chosen."""
        self.clear()
        for one in offers:
            row = QListWidgetItem()
            row.setData(_ROLE, one)
            row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.name} {one.says}".strip())
            self.addItem(row)
        self.setCurrentRow(0)
        tall = self.sizeHintForRow(0)
        wide = max((self.sizeHintForIndex(self.model().index(n, 0)).width() for n in range(self.count())), default=0)
        size = QSize(min(max(wide + 24, _NARROWEST), _WIDEST), min(len(offers), _ROWS) * tall + 6)
        room = self._field.screen().availableGeometry()
        x = max(room.left(), min(at.x(), room.right() - size.width()))
        above = at.y() + size.height() > room.bottom()
        y = at.y() - size.height() - self._field.fontMetrics().height() - 6 if above else at.y() + 2
        self.setGeometry(x, y, size.width(), size.height())
        self.show()

    def names(self) -> list[str]:
        """What is listed now."""
        return [self.item(n).data(_ROLE).name for n in range(self.count())] if self.isVisible() else []

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether the list answers a key that was pressed in the text."""
        row, last = self.currentRow(), self.count() - 1
        match event.key():
            case Qt.Key.Key_Down:
                self.setCurrentRow(0 if row == last else row + 1)
            case Qt.Key.Key_Up:
                self.setCurrentRow(last if row == 0 else row - 1)
            case Qt.Key.Key_PageDown:
                self.setCurrentRow(min(last, row + _ROWS))
            case Qt.Key.Key_PageUp:
                self.setCurrentRow(max(0, row - _ROWS))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab:
                self._take(self.currentItem())
            case Qt.Key.Key_Escape:
                self.hide()
            case _:
                return False
        return True

    def _take(self, row: QListWidgetItem) -> None:
        self.hide()
        self.chosen.emit(row.data(_ROLE))
