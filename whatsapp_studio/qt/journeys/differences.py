"""Decides how the differences between two versions are listed: under what they are about, with a sign and a word."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.compare import Comparison
from whatsapp_studio.journeys.compare_words import Group, counted, in_words, mark_word
from whatsapp_studio.qt.canvas.items.marks import paint_mark
from whatsapp_studio.qt.widgets.plain import plain_label, plain_tip

_ID = Qt.ItemDataRole.UserRole
_SIGN = 22


class Differences(QFrame):
    """The differences as a tree. ``chosen`` carries the id of what a person wants to see on the canvas."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.title = plain_label("strong", wrap=True)
        self.count = QLabel()
        self.count.setWordWrap(True)
        self.count.setProperty("role", "muted")
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setWordWrap(True)
        self.tree.setIndentation(16)
        self.tree.setItemDelegate(Wrapped(self.tree))
        self.tree.setIconSize(QSize(_SIGN, _SIGN))
        self.tree.setProperty("role", "plain")
        self.tree.setAccessibleName(tr("Differences"))
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.itemSelectionChanged.connect(self._choose)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 8, 8)
        box.setSpacing(4)
        box.addWidget(self.title)
        box.addWidget(self.count)
        box.addSpacing(4)
        box.addWidget(self.tree, 1)

    def show_comparison(self, title: str, comparison: Comparison) -> None:
        """List what is different."""
        self.title.setText(title)
        self.count.setText(counted(comparison))
        self.tree.clear()
        for group in in_words(comparison):
            self.tree.addTopLevelItem(self._item(group))
        self.tree.expandAll()

    def clear(self, title: str, text: str) -> None:
        """Say why there is nothing to list."""
        self.title.setText(title)
        self.count.setText(text)
        self.tree.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tree.doItemsLayout()

    def _item(self, group: Group) -> QTreeWidgetItem:
        item = QTreeWidgetItem([group.title])
        font = self.tree.font()
        font.setBold(True)
        item.setFont(0, font)
        item.setIcon(0, sign(group.mark))
        item.setData(0, _ID, group.id)
        word = mark_word(group.mark)
        item.setToolTip(0, word)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{word}: {group.title}")
        for line in group.lines:
            child = QTreeWidgetItem([line])
            child.setData(0, _ID, group.id)
            child.setToolTip(0, plain_tip(line))
            item.addChild(child)
        return item

    def _choose(self) -> None:
        for item in self.tree.selectedItems():
            self.chosen.emit(item.data(0, _ID))


class Wrapped(QStyledItemDelegate):
    """Lines as high as their words need in the width there is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        tree = self.parent()
        assert isinstance(tree, QTreeWidget)
        level = 2 if index.parent().isValid() else 1
        taken = level * tree.indentation() + (0 if index.parent().isValid() else _SIGN + 8) + 12
        room = QRect(0, 0, max(80, tree.viewport().width() - taken), 10_000)
        self.initStyleOption(option, index)
        words = option.fontMetrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), str(index.data()))
        return QSize(room.width(), max(words.height() + 8, 26 if level == 2 else 34))


def sign(mark: str) -> QIcon:
    """The sign of a mark as on the canvas: +, − or ~."""
    drawn = QPixmap(_SIGN * 2, _SIGN * 2)
    drawn.setDevicePixelRatio(2)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_mark(painter, mark, _SIGN / 2, _SIGN / 2)
    painter.end()
    return QIcon(drawn)
