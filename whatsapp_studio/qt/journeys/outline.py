"""Decides how a journey is read and edited as a list: the canvas's equal for keyboards and screen readers."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.journeys.outline_model import STEP, SUMMARY, OutlineModel

# What the first two columns take of the width; the last has the rest.
_STEP_SHARE, _SUMMARY_SHARE = 0.4, 0.3


class Outline(QTreeView):
    """The steps along the flow. The selection is the document's; ``opened`` carries the id of a step to edit."""

    opened = Signal(str)
    menu_wanted = Signal(object)

    def __init__(self, document: JourneyDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._closed: set[str] = set()
        self._telling = False
        self._filling = self._sized = False
        self.steps = OutlineModel(document, self)
        self.setModel(self.steps)
        self.setAccessibleName(tr("Steps of the journey"))
        self.setProperty("role", "plain")
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAllColumnsShowFocus(True)
        self.setIndentation(18)
        self.setExpandsOnDoubleClick(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.activated.connect(self._open)
        self.collapsed.connect(lambda index: self._fold(index, True))
        self.expanded.connect(lambda index: self._fold(index, False))
        self.customContextMenuRequested.connect(lambda at: self.menu_wanted.emit(self.viewport().mapToGlobal(at)))
        self.steps.modelAboutToBeReset.connect(self._hold)
        self.steps.modelReset.connect(self._refilled)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.selectionModel().currentChanged.connect(self._tell)
        document.selected.connect(self._show_selection)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            # Enter on a line that only refers to a step goes there; the command for Enter would open it.
            event.setAccepted(event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers())
            if event.isAccepted():
                return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        self.steps.follow(True)
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._sized and self.isVisible():
            self._sized = True
            self.header().resizeSection(STEP, round(_STEP_SHARE * event.size().width()))
            self.header().resizeSection(SUMMARY, round(_SUMMARY_SHARE * event.size().width()))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.steps.follow(False)

    def go_to(self, id: str) -> None:
        """Select the line of a step, note, frame or output, and nothing else."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.steps.index_of(id), flags.ClearAndSelect | flags.Rows)

    def _open(self, index: QModelIndex) -> None:
        row = self.steps.row(index)
        if row.kind == "again":
            # Its own line is elsewhere.
            self.go_to(row.id)
        elif row.kind == "output":
            self.opened.emit(row.id.rpartition(":")[0])
        else:
            self.opened.emit(row.id)

    # -- one selection for everybody -----------------------------------------------------------------

    def _tell(self, *_: object) -> None:
        """What is selected here is selected everywhere."""
        if self._filling or self._telling:
            return
        chosen = self.selectionModel().selectedRows(STEP)
        current = self.currentIndex()
        self._telling = True
        try:
            ids = {self.steps.row(index).id for index in chosen}
            id = self.steps.row(current).id if current.isValid() else ""
            self._document.select(ids, id if id in ids else None)
        finally:
            self._telling = False

    def _show_selection(self) -> None:
        """What is selected elsewhere is selected here."""
        if self._telling or not self.isVisible():
            return
        flags = QItemSelectionModel.SelectionFlag
        chosen = QItemSelection()
        for id in self._document.selection:
            index = self.steps.index_of(id)
            if index.isValid():
                chosen.select(index, index)
        self._telling = True
        try:
            current = self.steps.index_of(self._document.current)
            self.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)
            if current.isValid():
                self.selectionModel().setCurrentIndex(current, flags.NoUpdate)
                self.scrollTo(current)
        finally:
            self._telling = False

    # -- folding -------------------------------------------------------------------------------------

    def _fold(self, index: QModelIndex, closed: bool) -> None:
        if not self._filling:
            (self._closed.add if closed else self._closed.discard)(self.steps.row(index).id)

    def _hold(self) -> None:
        self._filling = True

    def _refilled(self) -> None:
        """Other lines than before: what was folded stays folded, what was selected stays selected."""
        self.expandAll()
        for index in self._all():
            if self.steps.row(index).id in self._closed:
                self.collapse(index)
        self._filling = False
        self._show_selection()

    def _all(self) -> Iterator[QModelIndex]:
        if not self._closed:
            return
        left = [QModelIndex()]
        while left:
            above = left.pop()
            for place in range(self.steps.rowCount(above)):
                index = self.steps.index(place, STEP, above)
                if self.steps.rowCount(index):
                    yield index
                    left.append(index)
