"""Decides how steps are offered at the side of the canvas: by group, searched, dragged, or added with Enter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.journeys.palette_model import ITEM, PaletteModel
from whatsapp_studio.qt.widgets.buttons import icon_button
from whatsapp_studio.qt.widgets.fields import SearchField

LEAST, MOST = 184, 260
_LINE, _HEADING, _ICON = 30, 28, 20
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
_Index = QModelIndex | QPersistentModelIndex


class Palette(QFrame):
    """``wanted`` carries the kind and the fields of a step to add; ``hidden_wanted`` that the palette is in the way."""

    wanted = Signal(str, object)
    hide_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.model = PaletteModel(self)
        self.search = _Search(tr("Find a step to add"))
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._add_first)
        self.search.down.connect(self._into_list)
        self.hide_button = icon_button("panel-left-close", tr("Hide the palette"), self.hide_wanted.emit)
        self.list = _List()
        self.list.setModel(self.model)
        self.list.activated.connect(self._add)
        self.list.setItemDelegate(_Lines(self.list))
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.search, 1)
        top.addWidget(self.hide_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 10, 4, 0)
        box.setSpacing(6)
        box.addLayout(top)
        box.addWidget(self.list, 1)

    def allow(self, *, only_entries: bool, locked: bool = False) -> None:
        """Say what can be added now; see :meth:`PaletteModel.allow`."""
        self.model.allow(only_entries=only_entries, locked=locked)

    def _search(self, query: str) -> None:
        self.model.search(query.strip())

    def _add_first(self) -> None:
        row = self.model.first()
        if row >= 0 and self.search.text().strip():
            self._add(self.model.index(row))

    def _into_list(self) -> None:
        row = self.model.first()
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, index: QModelIndex) -> None:
        item = self.model.item(index.row())
        if index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.wanted.emit(item.kind, dict(item.fields))


class _Search(SearchField):
    """A search field from which Down leads into the list below it."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)


class _List(QListView):
    """The lines; the first that can be added is current when the keyboard comes in."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Steps to add"))
        self.setProperty("role", "plain")
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)


class _Lines(QStyledItemDelegate):
    """Paints a heading small and muted, a step with its icon in the colour of what it does."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        least = _LINE if index.data(ITEM).kind else _HEADING
        return QSize(LEAST - 40, max(least, option.fontMetrics.height() + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item = index.data(ITEM)
        style = QStyle.StateFlag
        can_add = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        chosen = bool(option.state & style.State_Selected) and can_add
        area = option.rect.adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not item.kind:
            painter.setFont(theme.scaled(option.font, 0.9, QFont.Weight.DemiBold))
            painter.setPen(theme.color("text_muted"))
            painter.drawText(area.adjusted(6, 6, -6, 0), _MIDDLE, item.label)
            painter.restore()
            return
        if chosen or (can_add and option.state & style.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if chosen else "surface_alt"))
            painter.drawRoundedRect(area, 6, 6)
        if chosen and option.state & style.State_HasFocus:
            painter.setPen(theme.color("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 6, 6)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        left = area.right() - 6 - _ICON if mirrored else area.left() + 6
        place = QRect(left, area.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        icon(item.icon, item.tone if can_add else "text_disabled").paint(painter, place)
        role = "text_disabled" if not can_add else "on_accent_soft" if chosen else "text"
        painter.setPen(theme.color(role))
        words = area.adjusted(4, 0, -_ICON - 14, 0) if mirrored else area.adjusted(_ICON + 14, 0, -4, 0)
        text = option.fontMetrics.elidedText(item.label, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, _MIDDLE, text)
        painter.restore()
