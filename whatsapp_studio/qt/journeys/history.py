"""Decides how the steps of undo are shown: in words, with where one is now, undone ones dimmed; a click goes there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QUndoView,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.widgets.buttons import icon_button


class History(QFrame):
    """Every edit since the journey was opened, the newest last. ``closed`` says that it is not wanted any more."""

    closed = Signal()

    def __init__(self, document: JourneyDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.list = _Steps(document)
        title = QLabel(tr("History"))
        title.setProperty("role", "strong")
        top = QHBoxLayout()
        top.addWidget(title, 1)
        self.close_button = icon_button("x", tr("Close the history"), self.closed.emit)
        top.addWidget(self.close_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 6, 4, 4)
        box.setSpacing(4)
        box.addLayout(top)
        box.addWidget(self.list, 1)


class _Steps(QUndoView):
    """Qt's own list of a stack; whoever moves in it ends the merging of what was typed last."""

    def __init__(self, document: JourneyDocument) -> None:
        super().__init__(document.undo_stack)
        self._document = document
        self.setProperty("role", "plain")
        self.setEmptyLabel(tr("As it was opened"))
        self.setAccessibleName(tr("Steps that can be undone"))
        self.setWordWrap(True)
        self._lines = _Lines(document)
        self.setItemDelegate(self._lines)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._document.stop_merging()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._document.stop_merging()
        super().keyPressEvent(event)


class _Lines(QStyledItemDelegate):
    """What was undone, and can be done again, is dimmed and leans."""

    def __init__(self, document: JourneyDocument) -> None:
        super().__init__()
        self._document = document

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.row() > self._document.undo_stack.index():
            option.font.setItalic(True)
            option.palette.setColor(QPalette.ColorRole.Text, theme.color("text_muted"))
