"""Decides how everything that happened to one contact is listed: the newest first, more when one comes to the end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.note import KINDS, Happening
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.contacts.timeline_words import KIND_WORDS, line
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.tables import set_up
from whatsapp_studio.qt.widgets.whole_words import tell_whole

PAGE = 200
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROW = 34


class TimelineModel(QAbstractTableModel):
    """The lines read so far; ``more_wanted`` asks for the page after them."""

    more_wanted = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.lines: list[Happening] = []
        self._more = False

    def show_first(self, lines: list[Happening]) -> None:
        """Show the newest page."""
        self.beginResetModel()
        self.lines, self._more = lines, len(lines) == PAGE
        self.endResetModel()

    def add(self, lines: list[Happening]) -> None:
        """Show one more page."""
        if lines:
            self.beginInsertRows(_NOWHERE, len(self.lines), len(self.lines) + len(lines) - 1)
            self.lines += lines
            self.endInsertRows()
        self._more = len(lines) == PAGE

    def canFetchMore(self, parent: Index = _NOWHERE) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index = _NOWHERE) -> None:
        # Asked for once; the page comes from another thread.
        self._more = False
        self.more_wanted.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("When"), tr("What happened"), tr("Details"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self.lines[index.row()]
        said = line(one)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 1:
            return icon(said.icon, said.ink)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 0:
            return theme.color("text_muted")
        if role in (
            Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole,
        ):  # fmt: skip
            return (day_and_time(one.at, self._now()), said.title, said.detail)[index.column()]
        return None


class Timeline(QWidget):
    """The list with its filter. ``navigate`` leads to where a line came from."""

    navigate = Signal(str, object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._contact = 0
        self._asked = 0
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(tr("Show in the timeline"))
        self.kinds.addItem(tr("Everything"), None)
        for kind, word in KIND_WORDS.items():
            self.kinds.addItem(tr(word), kind)
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        tell_whole(self.kinds)
        self.kinds.currentIndexChanged.connect(lambda _index: self.refresh())
        self.model = TimelineModel(studio.clock.now, self)
        self.model.more_wanted.connect(self._read_more)
        self.table = _Table()
        self.table.setModel(self.model)
        header = set_up(self.table, tr("Timeline"), _ROW)
        header.setSortIndicatorShown(False)
        header.setSectionsClickable(False)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.setColumnWidth(0, 150)
        self.table.setColumnWidth(1, 230)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.activated.connect(self._go)
        self.table.went.connect(self._go)
        self.empty = EmptyState("clock", tr("Nothing here yet."), tr("Messages, replies and changes show here."))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        row = QHBoxLayout()
        row.addWidget(self.kinds)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 12, 0, 0)
        box.setSpacing(8)
        box.addLayout(row)
        box.addWidget(self.stack, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only now is it known which letters are in use.
        self.kinds.setMinimumWidth(self.kinds.sizeHint().width())

    def show_contact(self, contact: int) -> None:
        """Show what happened to a contact; the same one is read anew."""
        if contact != self._contact:
            self._contact = contact
            self.model.show_first([])
        self.refresh()

    def refresh(self) -> None:
        """Read the newest page again."""
        self._ask(None, self._first)

    def _read_more(self) -> None:
        self._ask(self.model.lines[-1], self.model.add)

    def _first(self, lines: list[Happening]) -> None:
        # Where nothing is new, what is looked at stays where it is.
        if not lines or lines != self.model.lines[: len(lines)] or len(lines) < min(PAGE, len(self.model.lines)):
            self.model.show_first(lines)
        self.stack.setCurrentWidget(self.table if lines else self.empty)

    def _ask(self, after: Happening | None, show: Callable[[list[Happening]], None]) -> None:
        self._asked += 1
        asked, people, contact = self._asked, self._studio.people, self._contact
        chosen = self.kinds.currentData()
        kinds = (chosen,) if chosen else KINDS

        def work(_progress: Progress) -> list[Happening]:
            return people.timeline(contact, kinds, after, PAGE)

        Job(self, work).on_done(lambda lines: show(lines) if asked == self._asked else None).run()

    def _go(self, index: QModelIndex) -> None:
        one = self.model.lines[index.row()]
        if one.page and one.what:
            self.navigate.emit(one.page, one.what)


class _Table(QTableView):
    """Enter and a double click go where the line came from."""

    went = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.went.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
