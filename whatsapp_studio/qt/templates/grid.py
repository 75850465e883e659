"""Decides how the grid of templates looks: a card with the message, the name, its state and its languages."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPainterPath, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.icons import pixmap
from whatsapp_studio.qt.templates.catalogue import Group
from whatsapp_studio.qt.templates.model import GROUP_ROLE, Index, TemplateModel, status_text
from whatsapp_studio.qt.widgets.badge import look_of
from whatsapp_studio.qt.widgets.bubble import bubble_picture
from whatsapp_studio.qt.widgets.bubble_phone import Phone
from whatsapp_studio.templates.bubble import bubble
from whatsapp_studio.templates.personalise import sample_values
from whatsapp_studio.templates.template import Template

_NARROWEST, _GAP, _PAD, _RADIUS = 248, 12, 12, 8
_PICTURE, _ZOOM = 132, 0.78
_KEPT = 150


class TemplateCard(QStyledItemDelegate):
    """Paints one card; the view decides how wide it is, the panel's phone how the message looks."""

    def __init__(self, parent: TemplateGrid) -> None:
        super().__init__(parent)
        self._view = parent
        self._kept: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._view.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        group: Group = index.data(GROUP_ROLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = selected and bool(option.state & QStyle.StateFlag.State_HasFocus)
        box = option.rect.adjusted(1, 1, -_GAP, -_GAP)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(frame, theme.color("accent_soft" if selected else "surface"))
        painter.save()
        painter.setClipPath(frame, Qt.ClipOperation.IntersectClip)
        size = QSize(box.width(), _PICTURE)
        painter.drawPixmap(
            box.topLeft(), self._picture(self._view.face(group), size, painter.device().devicePixelRatioF())
        )
        painter.restore()
        ink = "focus" if focused else "accent" if selected else "border_strong" if hovered else "border"
        painter.setPen(QPen(theme.color(ink), 2 if selected else 1))
        painter.drawPath(frame)
        self._words(painter, option, group, box.adjusted(_PAD, _PICTURE + 8, -_PAD, -8))
        painter.restore()

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, group: Group, room: QRect) -> None:
        strong, small = QFont(option.font), theme.scaled(option.font, 0.9)
        strong.setWeight(QFont.Weight.DemiBold)
        y = room.top() + _line(painter, strong, "text", group.name, room) + 2
        name, role = look_of(group.worst.status)
        mark = QStyle.visualRect(option.direction, room, QRect(room.left(), y + 1, 14, 14))
        painter.drawPixmap(mark, pixmap(name, role, 14, painter.device().devicePixelRatioF()))
        facts = f"{status_text(group)} · {wording.state_word(group.worst.category)}"
        beside = QStyle.visualRect(option.direction, room, room.adjusted(20, y - room.top(), 0, 0))
        _line(painter, small, "text_muted", facts, beside)
        painter.setFont(small)
        tall = painter.fontMetrics().height() + 4
        row = QRect(room.left(), room.bottom() - tall + 1, room.width(), tall)
        _languages(painter, group, row, option.direction)

    def _picture(self, template: Template, size: QSize, ratio: float) -> QPixmap:
        font = self._view.font()
        dark = theme.is_dark()
        key = (template.raw, size.width(), dark, ratio, font.key())
        kept = self._kept.get(key)
        if kept is None:
            shown = bubble(template, sample_values(template))
            kept = bubble_picture(shown, Phone(font=font, dark=dark, ratio=ratio), size, _ZOOM)
            self._kept[key] = kept
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return kept


class TemplateGrid(QListView):
    """Cards that fill the width; ``opened`` comes with Enter or a double click."""

    opened = Signal()

    def __init__(self, model: TemplateModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.face = model.face
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(40)
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
        words = self.fontMetrics().height() * 3
        self.setGridSize(QSize(room // across, _PICTURE + words + 28 + _GAP))


def _line(painter: QPainter, font: QFont, ink: str, text: str, room: QRect) -> int:
    """One line of text, shortened where it does not fit; returns its height."""
    painter.setFont(font)
    painter.setPen(theme.color(ink))
    metrics = painter.fontMetrics()
    said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, said)
    return metrics.height()


def _languages(painter: QPainter, group: Group, room: QRect, way: Qt.LayoutDirection) -> None:
    metrics = painter.fontMetrics()
    x = room.left()
    for number, one in enumerate(group.variants):
        left = len(group.variants) - number
        wide = metrics.horizontalAdvance(one.language) + 14
        if x + wide + (44 if left > 1 else 0) > room.right() + 1 and number:
            painter.setPen(theme.color("text_muted"))
            rest = QStyle.visualRect(way, room, QRect(x, room.top(), 44, room.height()))
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, f"+{left}")
            return
        chip = QStyle.visualRect(way, room, QRect(x, room.top(), wide, room.height()))
        painter.setPen(theme.color("border"))
        painter.setBrush(theme.color("surface_alt"))
        painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(theme.color("text_muted"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, one.language)
        x += wide + 6
