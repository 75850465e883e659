"""Decides how a person says whom an event is about: one contact that is looked for, or nobody in particular."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.audience.phone import shown
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.qt.widgets.fields import SearchField
from whatsapp_studio.qt.widgets.latest import Latest

_MOST, _ROW = 50, 30


class Whom(QWidget):
    """``contact`` is who is chosen; None where the event is of nobody in particular, or nobody is chosen yet."""

    changed = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contacts = studio.contacts
        self._finding = Latest(self)
        self._chosen: Contact | None = None
        self.one = QRadioButton(tr("It is about &one contact"))
        self.nobody = QRadioButton(tr("It is about &nobody in particular: a business event"))
        self.one.setChecked(True)
        self.search = SearchField(tr("Find a contact"))
        self.found = QListWidget()
        self.found.setAccessibleName(tr("Contacts"))
        self.found.setUniformItemSizes(True)
        self.found.setMinimumHeight(3 * _ROW)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for widget in (self.nobody, self.one, self.search):
            box.addWidget(widget)
        box.addWidget(self.found, 1)
        self.search.searched.connect(self.look_for)
        self.one.toggled.connect(self._switched)
        self.found.currentItemChanged.connect(self._choose)
        self.look_for("")

    @property
    def contact(self) -> Contact | None:
        return self._chosen if self.one.isChecked() else None

    def set_business(self, business: bool) -> None:
        """What the journeys that are known wait for."""
        (self.nobody if business else self.one).setChecked(True)

    def look_for(self, text: str) -> None:
        """Look for contacts; the first of them is chosen."""
        contacts = self._contacts

        def find() -> list[Contact]:
            return contacts.get_many(contacts.ids(ContactQuery(search=text, sort="first_name"))[:_MOST])

        self._finding.ask(find, self._show)

    def _show(self, contacts: Sequence[Contact]) -> None:
        self.found.clear()
        for contact in contacts:
            name = f"{contact.first_name} {contact.last_name}".strip()
            number = ltr(shown(contact.phone))
            item = QListWidgetItem(f"{name} · {number}" if name else number)
            item.setSizeHint(QSize(0, _ROW))
            item.setData(Qt.ItemDataRole.UserRole, contact)
            self.found.addItem(item)
        self.found.setCurrentRow(0 if contacts else -1)

    def _choose(self, item: QListWidgetItem | None) -> None:
        self._chosen = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        self.changed.emit()

    def _switched(self, one: bool) -> None:
        self.search.setVisible(one)
        self.found.setVisible(one)
        room = QSizePolicy.Policy.Expanding if one else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, room)
        self.changed.emit()
