"""Decides how the list of templates looks: one line a template, sorted by a click on a header."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.templates.catalogue import SortKey
from whatsapp_studio.qt.templates.model import COLUMNS, TemplateModel
from whatsapp_studio.qt.widgets.tables import set_up

_ROW = 36
_WIDTHS = (200, 170, 115, 105, 150, 95)
# The column that gives way below a width.
_GIVE_WAY = ((5, 820), (4, 720), (2, 560))


class TemplateTable(QTableView):
    """``sorted_by`` asks for another order; ``opened`` comes with Enter or a double click."""

    sorted_by = Signal(str, bool)
    opened = Signal()

    def __init__(self, model: TemplateModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = set_up(self, tr("Templates"), _ROW)
        header.sectionClicked.connect(self._sort)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        for column, below in _GIVE_WAY:
            self.setColumnHidden(column, event.size().width() < below)
        super().resizeEvent(event)

    def show_order(self, key: SortKey, descending: bool) -> None:
        """Mark the column that the rows are sorted by."""
        column = next(number for number, (one, _) in enumerate(COLUMNS) if one == key)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, order)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def _sort(self, column: int) -> None:
        descending = self.horizontalHeader().sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        self.sorted_by.emit(COLUMNS[column][0], descending)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Left and right stay in the row: the row is what is chosen."""
        step = QAbstractItemView.CursorAction
        if action in (step.MoveLeft, step.MoveRight):
            return self.currentIndex()
        return super().moveCursor(action, modifiers)
