"""Decides what can be done with the selected contacts, and where in a menu it stands."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.contacts.actions import Actions
from whatsapp_studio.qt.contacts.filters import Filters
from whatsapp_studio.qt.contacts.table import ContactTable
from whatsapp_studio.qt.widgets.plain import unmarked


class SelectionMenu(QMenu):
    """Its entries are in the menu of the page, too."""

    def __init__(
        self, studio: Studio, table: ContactTable, filters: Filters, actions: Actions, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._studio, self._table, self._filters, self._actions = studio, table, filters, actions
        ids = table.selected_ids
        self.addAction(tr("Select all found"), table.selectAll)
        self.addSeparator()
        changing = [
            self.addAction(tr("New list…"), lambda: actions.new_list(ids())),
        ]
        self._add_to = self.addMenu(tr("Add to list"))
        self._add_to.aboutToShow.connect(self._fill_add_to)
        self._remove = self.addAction(tr("Remove from this list"), self._remove_from_list)
        self.addSeparator()
        changing += [
            self._remove, self._add_to.menuAction(),
            self.addAction(tr("They agreed to marketing…"), lambda: actions.agree(ids())),
            self.addAction(tr("Opt out"), lambda: actions.opt_out(ids())),
            self.addAction(tr("Make test contacts"), lambda: actions.set_test(ids(), on=True)),
            self.addAction(tr("No longer test contacts"), lambda: actions.set_test(ids(), on=False)),
        ]  # fmt: skip
        self.merge = self.addAction(tr("Merge these two…"), lambda: actions.merge_wanted.emit(list(ids())))
        self.addSeparator()
        self.addAction(tr("Export as CSV…"), lambda: actions.export(ids()))
        changing += [self.merge, self.addAction(tr("Delete…"), lambda: actions.delete(ids()))]
        for action in changing:
            action.setEnabled(not studio.read_only)
        self.aboutToShow.connect(self._look)

    def _look(self) -> None:
        writable = not self._studio.read_only
        self.merge.setEnabled(writable and self._table.selected_count() == 2)
        self._remove.setEnabled(writable and isinstance(self._filters.lists.currentData(), int))

    def _fill_add_to(self) -> None:
        self._add_to.clear()
        for one in self._studio.contacts.lists():
            self._add_to.addAction(unmarked(one.name), partial(self._add, one.id, one.name))
        if self._add_to.isEmpty():
            self._add_to.addAction(tr("No lists yet")).setEnabled(False)

    def _add(self, list_id: int, name: str) -> None:
        self._actions.add_to_list(list_id, name, self._table.selected_ids())

    def _remove_from_list(self) -> None:
        chosen = self._filters.lists.currentData()
        if isinstance(chosen, int):
            self._actions.remove_from_list(chosen, self._table.selected_ids())
