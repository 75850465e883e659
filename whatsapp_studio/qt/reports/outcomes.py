"""Decides how the table of single contacts grows: a page at a time, read outside the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.reports.report import OutcomeRow

PAGE = 200
STATE_ROLE = Qt.ItemDataRole.UserRole + 1
NAME, PHONE, STATE, REASON, WHEN = range(5)
_HEADERS = (mark("Name"), mark("Phone"), mark("Outcome"), mark("Why"), mark("Last news"))
Index = QModelIndex | QPersistentModelIndex


class OutcomeModel(QAbstractTableModel):
    """Recipients of one campaign; asks for the next page through ``wanted(generation, offset)``."""

    wanted = Signal(int, int)

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._rows: list[OutcomeRow] = []
        self._more = False
        self._asked = False
        self.generation = 0

    def restart(self) -> None:
        """Forget every row and ask for the first page of whatever is now chosen."""
        self.beginResetModel()
        self._rows = []
        self._more, self._asked = True, False
        self.generation += 1
        self.endResetModel()
        self.fetchMore(QModelIndex())

    def add_page(self, generation: int, rows: Sequence[OutcomeRow]) -> None:
        """Take a page that was asked for; one of an older choice is dropped."""
        if generation != self.generation:
            return
        self._asked = False
        self._more = len(rows) == PAGE
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def row(self, at: int) -> OutcomeRow | None:
        """The recipient of a row."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    @property
    def complete(self) -> bool:
        """Whether every row of the choice is here."""
        return not self._more

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.wanted.emit(self.generation, len(self._rows))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(_HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(_HEADERS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == STATE_ROLE:
            return row.state
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == REASON:
            return why(row)
        return None

    def _text(self, row: OutcomeRow, column: int) -> str:
        match column:
            case 0:
                return row.name or tr("No name")
            case 1:
                return ltr(row.phone)
            case 2:
                return wording.outcome_word(row.state, row.reason)
            case 3:
                return why(row)
            case _:
                return day_and_time(row.at, self._now())


def why(row: OutcomeRow) -> str:
    """Why a recipient stands where it stands: the reason it was left out, or Meta's in our words."""
    if row.state == "excluded":
        return wording.left_out(row.reason, row.rule)
    if row.code:
        return wording.meta_error(row.code).title
    return ""
