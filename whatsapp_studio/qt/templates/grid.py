"""Decides how the grid of templates looks: a card with the message, the name, its state and its languages."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.icons import pixmap
from whatsapp_studio.qt.templates.catalogue import Group
from whatsapp_studio.qt.templates.model import GROUP_ROLE, Index, TemplateModel, status_text
from whatsapp_studio.qt.widgets.badge import look_of

_NARROWEST, _GAP, _PAD, _RADIUS = 248, 12, 14, 8
_EXCERPT_LINES = 3


class TemplateCard(QStyledItemDelegate):
    """Paints one card; the view decides how wide it is."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._view = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._view.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        group: Group = index.data(GROUP_ROLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = selected and bool(option.state & QStyle.StateFlag.State_HasFocus)
        box = option.rect.adjusted(0, 0, -_GAP, -_GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(theme.color("focus" if focused else "accent" if selected else "border"), 2 if selected else 1)
        )
        painter.setBrush(theme.color("accent_soft" if selected else "surface"))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        self._content(painter, option, group, box.adjusted(_PAD, _PAD - 2, -_PAD, -_PAD + 2))
        painter.restore()

    def _content(self, painter: QPainter, option: QStyleOptionViewItem, group: Group, room: QRect) -> None:
        strong, small = QFont(option.font), theme.scaled(option.font, 0.9)
        strong.setWeight(QFont.Weight.DemiBold)
        y = room.top()
        y += _line(painter, strong, "text", group.name, QRect(room.left(), y, room.width(), room.height())) + 2
        name, role = look_of(group.worst.status)
        scale = painter.device().devicePixelRatioF()
        painter.drawPixmap(room.left(), y + 1, pixmap(name, role, 14, scale))
        facts = f"{status_text(group)} · {wording.state_word(group.worst.category)}"
        y += (
            _line(painter, small, "text_muted", facts, QRect(room.left() + 20, y, room.width() - 20, room.height())) + 8
        )
        chips = painter.fontMetrics().height() + 6
        painter.setFont(option.font)
        painter.setPen(theme.color("text"))
        text = QRect(room.left(), y, room.width(), room.bottom() - chips - y - 6)
        painter.drawText(text, Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value, group.variants[0].body)
        _languages(painter, small, group, QRect(room.left(), room.bottom() - chips + 1, room.width(), chips))


class TemplateGrid(QListView):
    """Cards that fill the width; ``opened`` comes with Enter or a double click."""

    opened = Signal()

    def __init__(self, model: TemplateModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAccessibleName(tr("Templates"))
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        self.setItemDelegate(TemplateCard(self))
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        room = self.viewport().width() - 1
        across = max(1, room // _NARROWEST)
        line = self.fontMetrics().lineSpacing()
        self.setGridSize(QSize(room // across, line * (_EXCERPT_LINES + 3) + 2 * _PAD + _GAP + 16))


def _line(painter: QPainter, font: QFont, ink: str, text: str, room: QRect) -> int:
    """One line of text, shortened where it does not fit; returns its height."""
    painter.setFont(font)
    painter.setPen(theme.color(ink))
    metrics = painter.fontMetrics()
    said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, said)
    return metrics.height()


def _languages(painter: QPainter, font: QFont, group: Group, room: QRect) -> None:
    painter.setFont(font)
    metrics = painter.fontMetrics()
    x = room.left()
    for number, one in enumerate(group.variants):
        left = len(group.variants) - number
        wide = metrics.horizontalAdvance(one.language) + 14
        if x + wide + (44 if left > 1 else 0) > room.right() + 1 and number:
            painter.setPen(theme.color("text_muted"))
            painter.drawText(QRect(x, room.top(), 44, room.height()), Qt.AlignmentFlag.AlignVCenter, f"+{left}")
            return
        chip = QRect(x, room.top(), wide, room.height())
        painter.setPen(theme.color("border"))
        painter.setBrush(theme.color("surface_alt"))
        painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(theme.color("text_muted"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, one.language)
        x += wide + 6
