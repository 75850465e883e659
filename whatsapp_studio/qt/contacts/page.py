"""Decides the contacts page: find people, look at one, put them on lists, bring in a file."""

from __future__ import annotations

from array import array
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.audience.segment import ContactQuery, SortKey
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.base.wording import explain
from whatsapp_studio.qt.contacts.actions import Actions
from whatsapp_studio.qt.contacts.columns import Columns
from whatsapp_studio.qt.contacts.contact_deeds import ContactDeeds
from whatsapp_studio.qt.contacts.contact_view import ContactView
from whatsapp_studio.qt.contacts.detail import DetailPanel
from whatsapp_studio.qt.contacts.editing import ContactDialog
from whatsapp_studio.qt.contacts.filters import Filters
from whatsapp_studio.qt.contacts.import_view import ImportView
from whatsapp_studio.qt.contacts.model import ContactModel
from whatsapp_studio.qt.contacts.page_menu import PageMenu
from whatsapp_studio.qt.contacts.selection_menu import SelectionMenu
from whatsapp_studio.qt.contacts.table import ContactTable
from whatsapp_studio.qt.contacts.twins import TwinsBanner
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.dropped import TABLES
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.files import choose_open
from whatsapp_studio.qt.widgets.page import Offers, Page
from whatsapp_studio.qt.widgets.toast import Toast

# So many are there at once, and more only a moment later.
FIRST = 400


class _Found(NamedTuple):
    ids: array[int]
    fields: list[CustomField]
    total: int

    @property
    def whole(self) -> bool:
        return len(self.ids) < FIRST


class ContactsPage(Page):
    """A table with a side panel, or one contact; an import takes the whole page while it lasts."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, tr("Contacts"), parent)
        self._fields: list[CustomField] = []
        self._asked = 0
        self._sort: tuple[SortKey, bool] = ("id", False)
        self._stale = True
        self.actions_ = Actions(studio, self)
        self.deeds = ContactDeeds(studio, self.actions_, self)
        self.add_button = secondary_button(tr("Add…"), self._add, "user-plus")
        self.import_button = primary_button(tr("Import…"), self._choose_file, "file-up")
        for button in (self.add_button, self.import_button):
            button.setEnabled(not studio.read_only)
            self.add_action(button)
        self.model = ContactModel(studio.contacts.get_many, self)
        self.table = ContactTable(self.model)
        self.columns = Columns(self.table, self.model, lambda: self.memory)
        self.detail = DetailPanel(studio)
        self.filters = Filters(studio)
        self.search, self.lists, self.consent = self.filters.search, self.filters.lists, self.filters.consent
        self.count, self.with_selection = self.filters.count, self.filters.with_selection
        self.twins = TwinsBanner(studio)
        self.import_view = ImportView(studio)
        self.contact_view = ContactView(studio)
        self.selection_menu = SelectionMenu(studio, self.table, self.filters, self.actions_, self)
        self.with_selection.setMenu(self.selection_menu)
        self.page_menu = PageMenu(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        left = QWidget()
        box = QVBoxLayout(left)
        box.setContentsMargins(24, 16, 16, 16)
        box.setSpacing(12)
        self.nothing = EmptyState("search", tr("Nothing found."), tr("Check the spelling and the filters."), None,
                                  (tr("Clear filters"), self._clear))  # fmt: skip
        self.below = QStackedWidget()
        self.below.addWidget(self.table)
        self.below.addWidget(self.nothing)
        box.addWidget(self.twins)
        box.addWidget(self.filters)
        box.addWidget(self.actions_.progress)
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
        for widget in (listing, self.empty, self.import_view, self.contact_view):
            self.stack.addWidget(widget)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.addWidget(self.stack)
        self.setAcceptDrops(not self.studio.read_only)

    def _connect(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.table.sorted_by.connect(self._sorted)
        self.table.selected.connect(self._selected)
        self.table.delete_wanted.connect(self._delete_selected)
        self.table.menu_wanted.connect(self.selection_menu.popup)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self.search.setFocus)
        find.activated.connect(self.search.selectAll)
        self.table.opened.connect(lambda row: self._open(self.model.contact(row)))
        self.detail.edit_wanted.connect(self._open)
        self.detail.opt_out_wanted.connect(lambda contact: self.actions_.opt_out([contact.id]))
        self.detail.allow_wanted.connect(lambda contact: self.actions_.unblock([contact.phone]))
        self.detail.delete_wanted.connect(lambda contact: self.actions_.delete([contact.id]))
        self.detail.journeys_wanted.connect(lambda contact: self.navigate.emit("journeys", contact.id))
        self.import_view.closed.connect(self._import_closed)
        self.import_view.another.connect(self._choose_file)
        self.contact_view.closed.connect(self._close_contact)
        self.contact_view.navigate.connect(self.navigate)
        self.contact_view.wanted.connect(self.deeds.do)
        self.contact_view.said.connect(self.deeds.say)
        self.deeds.navigate.connect(self.navigate)
        self.deeds.merged.connect(self._merged)
        self.actions_.merge_wanted.connect(self.deeds.merge)
        self.twins.look_wanted.connect(self.deeds.merge_pairs)

    # -- reading -------------------------------------------------------------------------------------

    def on_shown(self) -> None:
        if self._stale:
            self.refresh()
            self.twins.look()

    def on_changes(self, changes: Changes) -> None:
        if changes.lists or changes.segments:
            self.filters.show_lists()
        if changes.contacts or changes.lists or changes.runs or changes.inbox or changes.rules or changes.campaigns:
            self.contact_view.on_changes()
        if changes.contacts or changes.lists or changes.segments:
            self._stale = True
            if self.isVisible():
                self.refresh()

    def offers(self) -> Offers:
        of_page = [*self.page_menu.actions(), None, *self.selection_menu.actions()]
        return Offers({"page": of_page}, title=tr("C&ontacts"))

    def open(self, what: object) -> None:
        """``import`` asks for a file; a path is imported; a number is a contact, whose page is shown."""
        if isinstance(what, int):
            if self.settled() and self.studio.contacts.get(what) is not None:
                self.show_contact(what)
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
        shown = self.contact_view.contact_id if self.stack.currentWidget() is self.contact_view else 0
        return self.filters.keep(), self._sort, shown

    def take(self, kept: object) -> None:
        if isinstance(kept, tuple):
            filters, self._sort, shown = kept
            self.filters.take(filters)
            self.refresh()
            self.open(shown)

    def query(self) -> ContactQuery:
        """What the filters ask for."""
        return self.filters.query(self._sort[0], descending=self._sort[1])

    def refresh(self) -> None:
        """Ask for the first that are found, then for all, outside this thread; the latest question wins."""
        self._stale = False
        self._asked += 1
        asked, contacts, query = self._asked, self.studio.contacts, self.query()

        def first(_progress: Progress) -> _Found:
            return _Found(contacts.ids(query, FIRST), contacts.fields(), contacts.count())

        def rest(_progress: Progress) -> array[int]:
            return contacts.ids(query)

        def show(found: _Found) -> None:
            if asked == self._asked:
                self._show(found)
                if not found.whole:
                    Job(self, rest).on_done(lambda ids: self._show_rest(ids, found) if asked == self._asked else None
                                            ).run()  # fmt: skip

        Job(self, first).on_done(show).run()

    def _show(self, found: _Found) -> None:
        ids, self._fields, total = found
        current = self.table.currentIndex().row()
        id = self.model.ids[current] if 0 <= current < len(self.model.ids) else 0
        self.model.show_ids(ids, self._fields, whole=found.whole)
        self.columns.apply()
        if found.whole:
            self.filters.say_found(len(ids), total)
        if self.stack.currentWidget() in (self.listing, self.empty):
            self.stack.setCurrentWidget(self.listing if total else self.empty)
        said = self.search.text().strip()
        self.nothing.title.setText(tr("Nothing found for “{text}”.", text=said) if said else tr("Nothing found."))
        self.below.setCurrentWidget(self.table if len(ids) else self.nothing)
        self._look_again(current, id)

    def _show_rest(self, ids: array[int], found: _Found) -> None:
        if not self.model.show_rest(ids):
            self.model.show_ids(ids, self._fields)
        self.filters.say_found(len(ids), found.total)
        self._selected()

    def _look_again(self, row: int, id: int) -> None:
        """Look at whoever was looked at: at the same place, or where it is among the first now."""
        ids = self.model.ids
        if 0 <= row < len(ids) and ids[row] != id and id in ids[:FIRST]:
            row = ids.index(id)
        if 0 <= row < len(ids):
            self.table.choose(row)
        else:
            self.detail.hide()
        self._selected()

    def _sorted(self, key: SortKey, descending: bool) -> None:
        self._sort = (key, descending)
        self.refresh()

    def _clear(self) -> None:
        self.filters.clear()
        self.refresh()

    def _selected(self) -> None:
        self.filters.say_selected(self.table.selected_count() if self.model.whole else 0)
        # Everything is what was found, and that is not known yet.
        self.with_selection.setEnabled(self.model.whole or not self.model.everything)
        index = self.table.currentIndex()
        contact = self.model.contact(index.row()) if index.isValid() and not self.model.everything else None
        self.detail.setVisible(contact is not None)
        if contact is not None:
            self.detail.show_contact(contact, self._fields)

    # -- one contact ---------------------------------------------------------------------------------

    def show_contact(self, id: int) -> None:
        """Open the page of a contact."""
        self.contact_view.show_contact(id)
        self._show_buttons(on=False)
        self.stack.setCurrentWidget(self.contact_view)
        self.contact_view.setFocus()

    def _open(self, contact: Contact | None) -> None:
        if contact is not None:
            self.show_contact(contact.id)

    def _close_contact(self) -> None:
        self._show_buttons(on=True)
        self.stack.setCurrentWidget(self.listing)
        self.table.setFocus()
        self.refresh()

    def _merged(self, kept: int) -> None:
        self.twins.look()
        if self.stack.currentWidget() is self.contact_view:
            self.show_contact(kept)

    # -- acting --------------------------------------------------------------------------------------

    def _add(self) -> None:
        ContactDialog(self.studio, None, self).open()

    def _opt_out_selected(self) -> None:
        self.actions_.opt_out(self.table.selected_ids())

    def _delete_selected(self) -> None:
        if not self.studio.read_only and self.model.whole:
            self.actions_.delete(self.table.selected_ids())

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
        self._show_buttons(on=False)
        self.import_view.load(path)

    def _import_closed(self) -> None:
        self.set_pill("")
        self._show_buttons(on=True)
        self.stack.setCurrentWidget(self.listing)
        self.refresh()
        self.twins.look()

    def _show_buttons(self, *, on: bool) -> None:
        for button in (self.add_button, self.import_button):
            button.setVisible(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.filters.fit_to(event.size().width())

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
