"""Decides how the table of contacts behaves: fixed rows, sorting by header, and a Select all that is instant."""

from __future__ import annotations

from array import array

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.contacts.model import SORTS, ContactModel
from whatsapp_studio.qt.widgets.tables import set_up

_WIDTHS = (220, 150, 80, 90, 150, 140)
_ROW = 34


class ContactTable(QTableView):
    """``sorted_by`` asks for another order; ``selected`` tells that the selection changed.

    With everything selected, Ctrl with a click (or Space) leaves one row out or takes it in again.
    """

    sorted_by = Signal(str, bool)
    selected = Signal()
    opened = Signal(int)
    delete_wanted = Signal()
    menu_wanted = Signal(object)

    def __init__(self, model: ContactModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = set_up(self, tr("Contacts"), _ROW)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setStretchLastSection(True)
        header.sectionClicked.connect(self._sort)
        self.selectionModel().currentRowChanged.connect(self._current)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        model.modelReset.connect(self._widths)
        self._widths()

    def selectAll(self) -> None:
        """Everything the query finds, known by a flag: Qt would look at each of a million rows."""
        self.clearSelection()
        self._model.mark_everything(True)
        self.selected.emit()

    def choose(self, row: int) -> None:
        """Select one row and look at it; unlike ``selectRow`` also while the table is not shown yet."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self._model.index(row, 0), flags.ClearAndSelect | flags.Rows)

    def selected_ids(self) -> array[int]:
        """The ids of the selected rows, in their order."""
        if self._model.everything:
            return self._model.marked_ids()
        ids = self._model.ids
        found: array[int] = array("q")
        chosen = self.selectionModel().selection()
        for number in range(chosen.count()):
            block = chosen.at(number)
            found.extend(ids[block.top() : block.bottom() + 1])
        return found

    def selected_count(self) -> int:
        """How many rows are selected."""
        if self._model.everything:
            return self._model.marked_count()
        chosen = self.selectionModel().selection()
        return sum(chosen.at(number).height() for number in range(chosen.count()))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if selected.count():
            self._model.mark_everything(False)
        self.selected.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        if self._model.everything:
            if event.button() == Qt.MouseButton.RightButton:
                return
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and row >= 0:
                self._spare(row)
                return
        self._model.mark_everything(False)
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
            return
        if event.matches(QKeySequence.StandardKey.Delete):
            self.delete_wanted.emit()
            return
        if self._model.everything and event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._spare(self.currentIndex().row())
            return
        if event.key() == Qt.Key.Key_Escape and self._model.everything:
            self._model.mark_everything(False)
            self.selected.emit()
        super().keyPressEvent(event)

    def _spare(self, row: int) -> None:
        self._model.spare(row)
        self.selectionModel().setCurrentIndex(self._model.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selected.emit()

    def _current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.selected.emit()

    def _sort(self, section: int) -> None:
        header = self.horizontalHeader()
        if section >= len(SORTS):
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            return
        self.sorted_by.emit(SORTS[section], header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder)

    def _widths(self) -> None:
        for column in range(self._model.columnCount()):
            if self.columnWidth(column) == self.horizontalHeader().defaultSectionSize() or column < len(_WIDTHS):
                self.setColumnWidth(column, _WIDTHS[column] if column < len(_WIDTHS) else 130)
