"""Decides how a table of a million rows is shown: their ids at once, the rows themselves when they are looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from whatsapp_studio.qt.icons import icon

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
Key = TypeVar("Key")
_NOWHERE = QModelIndex()
_PAGE, _KEPT = 200, 32


class PagedModel(QAbstractTableModel, Generic[Key, Row]):
    """Rows by their keys; ``read`` fetches some in the order asked for, with None for one that is gone.

    ``say`` gives the text of a column of a row, ``mark`` the name and the ink of an icon before it, or None.
    """

    def __init__(
        self, headers: Sequence[str], read: Callable[[Sequence[Key]], Sequence[Row | None]],
        say: Callable[[Row, int], str], mark: Callable[[Row, int], tuple[str, str] | None] = lambda _row, _column: None,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._headers, self._read, self._say, self._mark = tuple(headers), read, say, mark
        self._keys: Sequence[Key] = ()
        self._pages: OrderedDict[int, Sequence[Row | None]] = OrderedDict()

    def show_keys(self, keys: Sequence[Key]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._keys = keys
        self._pages.clear()
        self.endResetModel()

    @property
    def keys(self) -> Sequence[Key]:
        return self._keys

    def row(self, number: int) -> Row | None:
        """A row, read where it was not yet; None when it is gone, or there is none."""
        if not 0 <= number < len(self._keys):
            return None
        page, within = divmod(number, _PAGE)
        found = self._pages.get(page)
        if found is None:
            found = self._pages[page] = self._read(self._keys[page * _PAGE : (page + 1) * _PAGE])
            while len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page)
        return found[within] if within < len(found) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._headers[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        row = self.row(index.row()) if index.isValid() and role in (*shown, Qt.ItemDataRole.DecorationRole) else None
        if row is None:
            return None
        if role in shown:
            return self._say(row, index.column())
        found = self._mark(row, index.column())
        return icon(*found) if found else None
