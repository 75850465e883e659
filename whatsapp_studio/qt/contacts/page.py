"""Decides the contacts page: find people, look at one, put them on lists, bring in a file."""

from __future__ import annotations

from array import array
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.audience.segment import ContactQuery, SortKey
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.base.wording import explain
from whatsapp_studio.qt.contacts.actions import Actions
from whatsapp_studio.qt.contacts.detail import DetailPanel
from whatsapp_studio.qt.contacts.editing import ContactDialog
from whatsapp_studio.qt.contacts.import_view import ImportView
from whatsapp_studio.qt.contacts.model import ContactModel
from whatsapp_studio.qt.contacts.table import ContactTable
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.dropped import TABLES
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.fields import SearchField
from whatsapp_studio.qt.widgets.files import choose_open
from whatsapp_studio.qt.widgets.page import Offers, Page
from whatsapp_studio.qt.widgets.toast import Toast
from whatsapp_studio.qt.widgets.twin import Twin
from whatsapp_studio.qt.widgets.whole_words import tell_whole

# Where the page is narrower, what is found stands below the filters.
_ONE_ROW = 1150
_Found = tuple["array[int]", list[CustomField], int]


class ContactsPage(Page):
    """A table with a side panel; an import takes the whole page while it lasts."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, tr("Contacts"), parent)
        self._fields: list[CustomField] = []
        self._job: Job[_Found] | None = None
        self._sort: tuple[SortKey, bool] = ("id", False)
        self._stale = True
        self._only: int | None = None
        self.actions_ = Actions(studio, self)
        self.add_button = secondary_button(tr("Add…"), self._add, "user-plus")
        self.import_button = primary_button(tr("Import…"), self._choose_file, "file-up")
        for button in (self.add_button, self.import_button):
            button.setEnabled(not studio.read_only)
            self.add_action(button)
        self.model = ContactModel(studio.contacts.get_many, self)
        self.table = ContactTable(self.model)
        self.detail = DetailPanel(studio)
        self.search = SearchField(tr("Find by name or number"))
        self.lists, self.consent = QComboBox(), QComboBox()
        tell_whole(self.lists, self.consent)
        self.count = QLabel()
        self.with_selection = secondary_button(tr("With selection"))
        self.import_view = ImportView(studio)
        self._build()
        self._connect()
        self._deeds = (Twin(self.add_button, tr("&Add a contact…")), Twin(self.import_button, tr("&Import contacts…")))
        self._show_lists()

    def _build(self) -> None:
        self.search.setMinimumWidth(180)
        self.search.setMaximumWidth(280)
        self.lists.setMinimumContentsLength(14)
        self.lists.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.lists.setAccessibleName(tr("List"))
        self.consent.setAccessibleName(tr("Consent"))
        for label, value in (
            (tr("Any consent"), ""), (tr("Agreed to marketing"), "yes"), (tr("Opted out"), "no"),
            (tr("Not asked"), "unknown"), (tr("Blocked"), "blocked"),
        ):  # fmt: skip
            self.consent.addItem(label, value)
        self.count.setProperty("role", "muted")
        self.with_selection.setMenu(self._selection_menu())
        finding, found = QHBoxLayout(), QHBoxLayout()
        for field in (self.search, self.lists, self.consent):
            finding.addWidget(field)
        found.addWidget(self.with_selection)
        found.addStretch(1)
        found.addWidget(self.count)
        filters = self._filters = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        filters.addLayout(finding, 3)
        filters.addLayout(found, 1)
        for row in (finding, found, filters):
            row.setSpacing(8)
        left = QWidget()
        box = QVBoxLayout(left)
        box.setContentsMargins(24, 16, 16, 16)
        box.setSpacing(12)
        box.addLayout(filters)
        self.nothing = EmptyState("search", tr("Nothing found."), tr("Check the spelling and the filters."), None,
                                  (tr("Clear filters"), self._clear))  # fmt: skip
        self.below = QStackedWidget()
        self.below.addWidget(self.table)
        self.below.addWidget(self.nothing)
        box.addWidget(self.below, 1)
        listing = QWidget()
        across = QHBoxLayout(listing)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(left, 1)
        across.addWidget(self.detail)
        self.detail.hide()
        self.empty = EmptyState(
            "users", tr("Bring in your contacts."), tr("Drop a CSV or Excel file here, or choose one."),
            (tr("Import…"), self._choose_file), (tr("Add one by hand"), self._add),
        )  # fmt: skip
        self.listing = listing
        self.stack = QStackedWidget()
        for widget in (listing, self.empty, self.import_view):
            self.stack.addWidget(widget)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.addWidget(self.stack)
        self.setAcceptDrops(not self.studio.read_only)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self.refresh())
        self.lists.currentIndexChanged.connect(lambda _index: self.refresh())
        self.consent.currentIndexChanged.connect(lambda _index: self.refresh())
        self.table.sorted_by.connect(self._sorted)
        self.table.selected.connect(self._selected)
        self.table.delete_wanted.connect(self._delete_selected)
        self.table.menu_wanted.connect(lambda at: self.with_selection.menu().popup(at))
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self.search.setFocus)
        find.activated.connect(self.search.selectAll)
        self.table.opened.connect(lambda row: self._edit(self.model.contact(row)))
        self.detail.edit_wanted.connect(self._edit)
        self.detail.opt_out_wanted.connect(lambda contact: self.actions_.opt_out([contact.id]))
        self.detail.allow_wanted.connect(lambda contact: self.actions_.unblock([contact.phone]))
        self.detail.delete_wanted.connect(lambda contact: self.actions_.delete([contact.id]))
        self.detail.journeys_wanted.connect(lambda contact: self.navigate.emit("journeys", contact.id))
        self.import_view.closed.connect(self._import_closed)
        self.import_view.another.connect(self._choose_file)

    def _selection_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(tr("Select all found"), self.table.selectAll)
        menu.addSeparator()
        menu.addAction(tr("New list…"), lambda: self.actions_.new_list(self.table.selected_ids()))
        self._add_to = menu.addMenu(tr("Add to list"))
        menu.addAction(tr("Remove from this list"), self._remove_from_list)
        menu.addSeparator()
        menu.addAction(tr("They agreed to marketing…"), lambda: self.actions_.agree(self.table.selected_ids()))
        menu.addAction(tr("Opt out"), self._opt_out_selected)
        menu.addAction(tr("Delete…"), self._delete_selected)
        self._add_to.aboutToShow.connect(self._fill_add_to)
        menu.setEnabled(not self.studio.read_only)
        return menu

    # -- reading -------------------------------------------------------------------------------------

    def on_shown(self) -> None:
        if self._stale:
            self.refresh()

    def on_changes(self, changes: Changes) -> None:
        if changes.lists:
            self._show_lists()
        if changes.contacts or changes.lists:
            self._stale = True
            if self.isVisible():
                self.refresh()

    def offers(self) -> Offers:
        return Offers({"page": [*self._deeds, None, *self.with_selection.menu().actions()]}, title=tr("C&ontacts"))

    def open(self, what: object) -> None:
        """``import`` asks for a file; a path is imported; a number is a contact, who is found and shown."""
        if isinstance(what, int):
            self._show_only(what)
            return
        if self.studio.read_only:
            return
        if what == "import":
            self._choose_file()
        elif isinstance(what, (str, Path)):
            self.start_import(Path(what))

    def settled(self) -> bool:
        return self.stack.currentWidget() is not self.import_view

    def keep(self) -> object:
        return self.search.text(), self.lists.currentData(), self.consent.currentData(), self._sort

    def take(self, kept: object) -> None:
        if isinstance(kept, tuple):
            said, chosen, consent, self._sort = kept
            self.search.setText(said)
            self.lists.setCurrentIndex(max(0, self.lists.findData(chosen)))
            self.consent.setCurrentIndex(max(0, self.consent.findData(consent)))
            self.refresh()

    def _show_only(self, id: int) -> None:
        contact = self.studio.contacts.get(id)
        if contact is None or self.stack.currentWidget() is self.import_view:
            return
        self._clear()
        self.search.setText(contact.phone)
        self._only = id
        self.refresh()

    def query(self) -> ContactQuery:
        """What the filters ask for."""
        consent = self.consent.currentData()
        return ContactQuery(
            search=self.search.text().strip(),
            list_id=self.lists.currentData(),
            marketing=consent if consent in ("yes", "no", "unknown") else None,
            blocked=True if consent == "blocked" else None,
            sort=self._sort[0],
            descending=self._sort[1],
        )

    def refresh(self) -> None:
        """Ask for the ids of the query outside this thread; the latest question wins."""
        self._stale = False
        if self._job is not None:
            self._job.cancel()
        contacts, query = self.studio.contacts, self.query()

        def work(_progress: Progress) -> _Found:
            return contacts.ids(query), contacts.fields(), contacts.count()

        job = self._job = Job(self, work)
        job.on_done(lambda found: self._show(found) if job is self._job else None).run()

    def _show(self, found: _Found) -> None:
        ids, self._fields, total = found
        current = self.table.currentIndex().row()
        self.model.show_ids(ids, self._fields)
        shown, of = number(len(ids)), number(total)
        self.count.setText(ntr("{n} contact", "{n} contacts", total) if len(ids) == total
                           else tr("{shown} of {total}", shown=shown, total=of))  # fmt: skip
        if self.stack.currentWidget() is not self.import_view:
            self.stack.setCurrentWidget(self.listing if total else self.empty)
        said = self.search.text().strip()
        self.nothing.title.setText(tr("Nothing found for “{text}”.", text=said) if said else tr("Nothing found."))
        self.below.setCurrentWidget(self.table if len(ids) else self.nothing)
        only = self._only in ids
        self._only = None
        if only:
            self.table.choose(0)
        elif 0 <= current < len(ids):
            self.table.choose(current)
        else:
            self.detail.hide()
        self._selected()

    def _show_lists(self) -> None:
        chosen = self.lists.currentData()
        self.lists.blockSignals(True)
        self.lists.clear()
        self.lists.addItem(tr("Everybody"), None)
        for one in self.studio.contacts.lists():
            self.lists.addItem(f"{one.name} ({number(one.size)})", one.id)
        self.lists.setCurrentIndex(max(0, self.lists.findData(chosen)))
        self.lists.blockSignals(False)

    def _sorted(self, key: SortKey, descending: bool) -> None:
        self._sort = (key, descending)
        self.refresh()

    def _clear(self) -> None:
        self.search.clear()
        self.lists.setCurrentIndex(0)
        self.consent.setCurrentIndex(0)
        self.refresh()

    def _selected(self) -> None:
        chosen = self.table.selected_count()
        self.with_selection.setText(tr("With {n} selected", n=number(chosen)) if chosen else tr("With selection"))
        index = self.table.currentIndex()
        contact = self.model.contact(index.row()) if index.isValid() and not self.model.everything else None
        self.detail.setVisible(contact is not None)
        if contact is not None:
            self.detail.show_contact(contact, self._fields)

    # -- acting --------------------------------------------------------------------------------------

    def _add(self) -> None:
        ContactDialog(self.studio, None, self).open()

    def _edit(self, contact: Contact | None) -> None:
        if contact is not None and not self.studio.read_only:
            ContactDialog(self.studio, contact, self).open()

    def _opt_out_selected(self) -> None:
        self.actions_.opt_out(list(self.table.selected_ids()))

    def _delete_selected(self) -> None:
        if not self.studio.read_only:
            self.actions_.delete(list(self.table.selected_ids()))

    def _remove_from_list(self) -> None:
        list_id = self.lists.currentData()
        if list_id is not None:
            self.actions_.remove_from_list(list_id, self.table.selected_ids())

    def _add_selected_to(self, list_id: int, name: str) -> None:
        self.actions_.add_to_list(list_id, name, self.table.selected_ids())

    def _fill_add_to(self) -> None:
        self._add_to.clear()
        for one in self.studio.contacts.lists():
            self._add_to.addAction(one.name, partial(self._add_selected_to, one.id, one.name))
        if self._add_to.isEmpty():
            self._add_to.addAction(tr("No lists yet")).setEnabled(False)

    # -- importing -----------------------------------------------------------------------------------

    def _choose_file(self) -> None:
        kinds = " ".join(f"*{ending}" for ending in TABLES)
        filters = tr("Tables ({kinds})", kinds=kinds) + ";;" + tr("All files (*)")
        path = choose_open(self, "contacts", tr("Import contacts"), filters)
        if path is not None:
            self.start_import(path)

    def start_import(self, path: Path) -> None:
        """Show a file as it would be read; not while another one is being imported."""
        if self.import_view.busy:
            Toast.show_in(self, explain("import-busy").text)
            return
        self.stack.setCurrentWidget(self.import_view)
        self.set_pill(path.name)
        for button in (self.add_button, self.import_button):
            button.hide()
        self.import_view.load(path)

    def _import_closed(self) -> None:
        self.set_pill("")
        for button in (self.add_button, self.import_button):
            button.show()
        self.stack.setCurrentWidget(self.listing)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < _ONE_ROW
        self._filters.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(_usable(url.toLocalFile()) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = next((url.toLocalFile() for url in event.mimeData().urls() if _usable(url.toLocalFile())), "")
        if path:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.start_import(Path(path))


def _usable(path: str) -> bool:
    return path.lower().endswith(TABLES)
