"""Decides which columns the table of contacts shows, and that this is remembered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QMenu

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.contacts.model import ContactModel, column_key
from whatsapp_studio.qt.contacts.table import ContactTable
from whatsapp_studio.qt.widgets.plain import unmarked

_PLACE = "contacts/hidden-columns"


class Columns:
    """A menu of columns, on the header and in the menu of the page; the name always stays."""

    def __init__(self, table: ContactTable, model: ContactModel, memory: Callable[[], QSettings | None]) -> None:
        self._table, self._model, self._memory = table, model, memory
        self._hidden: set[str] | None = None
        self.menu = QMenu(tr("Columns"), table)
        self.menu.aboutToShow.connect(self._fill)
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._popup)

    @property
    def hidden(self) -> set[str]:
        """The keys of the columns that are not shown; what the workspace had last time, until something is chosen."""
        if self._hidden is None:
            memory = self._memory()
            kept = memory.value(_PLACE, []) if memory is not None else []
            self._hidden = {kept} if isinstance(kept, str) and kept else set(kept or ())  # type: ignore[call-overload]
        return self._hidden

    def apply(self) -> None:
        """Show what is chosen; asked again whenever there are other columns."""
        for column in range(1, self._model.columnCount()):
            self._table.setColumnHidden(column, column_key(column, self._model.fields) in self.hidden)

    def _fill(self) -> None:
        self.menu.clear()
        for column in range(1, self._model.columnCount()):
            key = column_key(column, self._model.fields)
            title = str(self._model.headerData(column, Qt.Orientation.Horizontal))
            action = self.menu.addAction(unmarked(title))
            action.setCheckable(True)
            action.setChecked(key not in self.hidden)
            action.toggled.connect(partial(self._choose, key))

    def _choose(self, key: str, on: bool) -> None:
        self.hidden.discard(key) if on else self.hidden.add(key)
        memory = self._memory()
        if memory is not None:
            memory.setValue(_PLACE, sorted(self.hidden))
        self.apply()

    def _popup(self, at: QPoint) -> None:
        self.menu.popup(self._table.horizontalHeader().viewport().mapToGlobal(at))
