"""Decides what the contacts page offers beside what is done with a selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.contacts.fields_dialog import FieldsDialog
from whatsapp_studio.qt.widgets.twin import Twin

if TYPE_CHECKING:
    from whatsapp_studio.qt.contacts.page import ContactsPage


class PageMenu:
    """The entries of the page's own menu that concern no selection."""

    def __init__(self, page: ContactsPage) -> None:
        self._page = page
        self.fields = QAction(tr("Fields…"), page)
        self.fields.triggered.connect(lambda _on=False: self.open_fields())
        self.undo = QAction(tr("Undo last import…"), page)
        self.undo.setEnabled(not page.studio.read_only)
        self.undo.triggered.connect(lambda _on=False: self._undo())
        self.sample = QAction(tr("Sample file…"), page)
        self.sample.triggered.connect(lambda _on=False: self._sample())
        self._twins = (
            Twin(page.add_button, tr("&Add a contact…")), Twin(page.import_button, tr("&Import contacts…")),
        )  # fmt: skip

    def actions(self) -> list[QAction | None]:
        """In their order; None is a line between."""
        return [*self._twins, self.sample, self.undo, None, self.fields, self._page.columns.menu.menuAction()]

    def open_fields(self) -> None:
        """Look over the fields."""
        FieldsDialog(self._page.studio, self._page).open()

    def _undo(self) -> None:
        from whatsapp_studio.qt.contacts.import_undo import UndoDialog

        UndoDialog(self._page.studio, self._page).open()

    def _sample(self) -> None:
        from whatsapp_studio.qt.contacts.import_sample import SampleDialog

        SampleDialog(self._page.studio, self._page).open()
