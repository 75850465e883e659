"""Decides how the other contact is found that one is to be merged with."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.qt.contacts.model import name_of
from whatsapp_studio.qt.tab_order import follow_layout
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.fields import SearchField, muted
from whatsapp_studio.qt.widgets.fitting import fit
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.plain import plain_label

_MOST, _ROW = 50, 34


class MergeWith(QDialog):
    """``chosen`` carries the id of the other contact."""

    chosen = Signal(int)

    def __init__(self, studio: Studio, contact: Contact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio, self._contact = studio, contact
        self._reading = Latest(self)
        self.setWindowTitle(tr("Merge contacts"))
        head = plain_label("subtitle", wrap=True)
        head.setText(tr("Merge {name} with whom?", name=name_of(contact) or ltr(contact.phone)))
        self.search = SearchField(tr("Find by name or number"))
        self.search.setText(contact.last_name or contact.first_name)
        self.found = QListWidget()
        self.found.setAccessibleName(tr("Contacts found"))
        self.none = muted(tr("Nothing found."))
        self.go = primary_button(tr("Compare…"), self._choose)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        for widget in (head, self.search, self.found, self.none):
            box.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(secondary_button(tr("Cancel"), self.reject))
        buttons.addWidget(self.go)
        box.addLayout(buttons)
        self.search.searched.connect(lambda _text: self._look())
        self.found.currentRowChanged.connect(lambda row: self.go.setEnabled(row >= 0))
        self.found.itemActivated.connect(lambda _item: self._choose())
        self.go.setEnabled(False)
        fit(self, 480, 460)
        follow_layout(self)
        self._look()

    def _look(self) -> None:
        contacts, query, own = self._studio.contacts, ContactQuery(search=self.search.text()), self._contact.id

        def ask() -> list[Contact]:
            return [one for one in contacts.get_many(contacts.ids(query, _MOST)) if one.id != own]

        self._reading.ask(ask, self._show)

    def _show(self, found: list[Contact]) -> None:
        self.found.clear()
        for one in found:
            item = QListWidgetItem("  ·  ".join(part for part in (name_of(one), ltr(one.phone)) if part))
            item.setSizeHint(QSize(0, _ROW))
            item.setData(Qt.ItemDataRole.UserRole, one.id)
            self.found.addItem(item)
        self.found.setVisible(bool(found))
        self.none.setVisible(not found)
        self.go.setEnabled(False)

    def _choose(self) -> None:
        item = self.found.currentItem()
        if item is not None:
            self.accept()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
