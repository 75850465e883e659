"""Decides what the palette lists: every kind of step and its presets by group, and what cannot be added yet."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.canvas.choices import STEP_MIME, Item, items
from whatsapp_studio.qt.icons import icon

ITEM = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class PaletteModel(QAbstractListModel):
    """The lines of the palette. While ``only_entries`` is on, nothing but a way in can be added."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[Item, ...] = items()
        self._only_entries = False
        self._locked = False

    def search(self, query: str) -> None:
        """Show what matches; everything for no words."""
        self.beginResetModel()
        self._items = items(query)
        self.endResetModel()

    def allow(self, *, only_entries: bool, locked: bool = False) -> None:
        """Say what can be added: in an empty journey only what lets contacts in, in a locked one nothing."""
        if (only_entries, locked) == (self._only_entries, self._locked):
            return
        self._only_entries, self._locked = only_entries, locked
        if self._items:
            self.dataChanged.emit(self.index(0), self.index(len(self._items) - 1))

    def item(self, row: int) -> Item:
        return self._items[row]

    def first(self) -> int:
        """The row of the first line that can be added now; -1 for none."""
        return next((row for row, item in enumerate(self._items) if self._can_add(item)), -1)

    def _can_add(self, item: Item) -> bool:
        return bool(item.kind) and not self._locked and (item.is_entry or not self._only_entries)

    def _tooltip(self, item: Item) -> str:
        if not item.kind:
            return ""
        if self._locked:
            return tr("This journey can only be looked at.")
        if not self._can_add(item):
            return tr("First say who enters: add a step from Entry. {about}", about=item.about)
        return item.about

    # -- Qt's questions ------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        match role:
            case _Role.DisplayRole:
                return item.label
            case _Role.DecorationRole:
                return icon(item.icon, item.tone) if item.kind else None
            case _Role.ToolTipRole | _Role.AccessibleDescriptionRole:
                return self._tooltip(item)
            case _Role.AccessibleTextRole:
                return item.label if item.kind else tr("{group}, group", group=item.label)
            case _ if role == ITEM:
                return item
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        if not self._can_add(self._items[index.row()]):
            return flag.ItemNeverHasChildren
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled | flag.ItemNeverHasChildren

    def mimeTypes(self) -> list[str]:
        return [STEP_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        if indexes:
            item = self._items[indexes[0].row()]
            said = json.dumps({"kind": item.kind, "fields": dict(item.fields)})
            data.setData(STEP_MIME, QByteArray(said.encode()))
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction
