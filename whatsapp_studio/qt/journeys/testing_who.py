"""Decides how it is chosen who enters a test: contacts that are marked for tests, and a word on how to mark them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.qt.journeys.testing_read import name_of
from whatsapp_studio.qt.widgets.buttons import link_button

_ID = Qt.ItemDataRole.UserRole
_LINE, _MOST = 28, 5


class TestContacts(QWidget):
    """A list to tick. ``changed`` says that others are ticked, ``mark_wanted`` that contacts are to be marked."""

    __test__ = False
    changed = Signal()
    mark_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Test contacts"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        self.none = QLabel(
            tr("No contact is marked for tests. Edit one, yourself perhaps, and tick “Test contact”.")
        )
        self.none.setWordWrap(True)
        self.none.setProperty("role", "muted")
        self.mark_button = link_button(tr("Go to contacts"), self.mark_wanted.emit)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.list)
        box.addWidget(self.none)
        box.addWidget(self.mark_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.show_contacts(())

    def chosen(self) -> list[int]:
        """The ids of those that are ticked."""
        lines = [self.list.item(n) for n in range(self.list.count())]
        return [one.data(_ID) for one in lines if one.checkState() == Qt.CheckState.Checked]

    def show_contacts(self, contacts: Sequence[Contact]) -> None:
        """List these; who was ticked stays so, and the first is ticked at the start."""
        known = [self.list.item(n).data(_ID) for n in range(self.list.count())]
        if [one.id for one in contacts] != known:
            ticked = set(self.chosen()) or {one.id for one in contacts[:1]}
            self.list.blockSignals(True)
            self.list.clear()
            for one in contacts:
                item = QListWidgetItem()
                item.setSizeHint(QSize(0, _LINE))
                item.setData(_ID, one.id)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if one.id in ticked else Qt.CheckState.Unchecked)
                self.list.addItem(item)
            self.list.blockSignals(False)
        for n, one in enumerate(contacts):
            name = name_of(one)
            words = name if name == one.phone else f"{name}  ·  {ltr(one.phone)}"
            if self.list.item(n).text() != words:
                self.list.item(n).setText(words)
        self.list.setVisible(bool(contacts))
        self.list.setFixedHeight(min(len(contacts), _MOST) * _LINE + 8)
        self.none.setVisible(not contacts)
        self.mark_button.setVisible(not contacts)
