"""Decides the templates page: find a template, see it on a phone, bring the copy up to date."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QActionGroup, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.app import Studio
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import language, ntr, number, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.templates.actions import TemplateActions
from whatsapp_studio.qt.templates.catalogue import Catalogue, SortKey
from whatsapp_studio.qt.templates.emptiness import places_without
from whatsapp_studio.qt.templates.filters import FilterBar
from whatsapp_studio.qt.templates.grid import TemplateGrid
from whatsapp_studio.qt.templates.memory import Memory
from whatsapp_studio.qt.templates.model import COLUMNS, TemplateModel
from whatsapp_studio.qt.templates.side import SidePanel
from whatsapp_studio.qt.templates.sync_bar import SyncBar
from whatsapp_studio.qt.templates.table import TemplateTable
from whatsapp_studio.qt.templates.words import age
from whatsapp_studio.qt.templates.writing.host import WritingHost
from whatsapp_studio.qt.widgets.buttons import icon_button, secondary_button
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.fields import SearchField
from whatsapp_studio.qt.widgets.page import Offers, Page
from whatsapp_studio.qt.widgets.toast import Toast
from whatsapp_studio.qt.widgets.twin import Twin
from whatsapp_studio.services.syncing import SyncResult

_AGE_EVERY_MS = 20_000
_Read = tuple[Catalogue, datetime | None]


class TemplatesPage(Page):
    """A grid or a list of the account's templates, and a phone beside it."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, tr("Templates"), parent)
        shown_in = language().code
        self.kept = Memory(studio.paths)
        self.catalogue = Catalogue()
        self._synced_at: datetime | None = None
        self._stale = True
        self._wanted = ""
        self._sort: SortKey
        self._sort, self._descending = self.kept.order
        self._reading: Job[_Read] | None = None
        self.sync_button = secondary_button(tr("Sync"), self.sync, "refresh-cw")
        self.sync_button.setEnabled(not studio.read_only)
        self.sync_button.setToolTip(tr("Read the templates from Meta again (F5)"))
        self.add_action(self.sync_button)
        self.search = SearchField(tr("Find in names and texts"))
        self.filters = FilterBar(shown_in)
        self.model = TemplateModel(shown_in, self)
        self.grid, self.table = TemplateGrid(self.model), TemplateTable(self.model)
        self.table.setSelectionModel(self.grid.selectionModel())
        self.actions_here = TemplateActions(studio, self)
        self.panel = SidePanel(studio, self.actions_here, shown_in)
        self.panel.show_phone(self.kept.phone_dark, self.kept.phone_large)
        self.order = secondary_button("")
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.as_grid, self.as_list = icon_button("layout-grid", tr("Grid")), icon_button("list", tr("List"))
        self.sync_bar = SyncBar(studio)
        self._build()
        self.writing = WritingHost(self, self.stack, [self.sync_button])
        self._connect()
        self.filters.choose(self.kept.filters)
        self.show_as(grid=self.kept.grid)
        self.table.show_order(self._sort, self._descending)
        self._show_order()

    # -- building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.search.setMaximumWidth(360)
        self.order.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        menu = QMenu(self.order)
        self._orders = QActionGroup(menu)
        for key, label in COLUMNS:
            action = menu.addAction(tr(label))
            action.setCheckable(True)
            action.setData(key)
            action.triggered.connect(partial(self._sorted, key, False))
            self._orders.addAction(action)
        self.order.setMenu(menu)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.search, 3)
        top.addWidget(self.count)
        top.addStretch(1)
        top.addWidget(self.order)
        views = QButtonGroup(self)
        for button, keys in ((self.as_grid, "Ctrl+1"), (self.as_list, "Ctrl+2")):
            button.setCheckable(True)
            button.setToolTip(f"{button.accessibleName()} ({keys})")
            views.addButton(button)
            top.addWidget(button)
        left = QWidget()
        box = QVBoxLayout(left)
        box.setContentsMargins(24, 16, 16, 16)
        box.setSpacing(12)
        box.addWidget(self.sync_bar)
        box.addLayout(top)
        box.addWidget(self.filters)
        self.nothing = EmptyState("search", tr("Nothing found."), tr("Check the filters."), None,
                                  (tr("Clear filters"), self._clear))  # fmt: skip
        self.below = QStackedWidget()
        self.below.addWidget(self.grid)
        self.below.addWidget(self.table)
        self.below.addWidget(self.nothing)
        box.addWidget(self.below, 1)
        self.listing = QWidget()
        across = QHBoxLayout(self.listing)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(left, 1)
        across.addWidget(self.panel)
        self.panel.hide()
        self.empty, self.unread, self.unconnected = places_without(
            sync=self.sync, new=lambda: self.open("new"), connect=lambda: self.navigate.emit("connection", None)
        )
        for acts in (self.empty.action, self.empty.link, self.unread.action, self.unconnected.action):
            acts.setEnabled(not self.studio.read_only)
        self.stack = QStackedWidget()
        for widget in (self.listing, self.empty, self.unread, self.unconnected):
            self.stack.addWidget(widget)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.addWidget(self.stack)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self._find())
        self.filters.changed.connect(self._filtered)
        self.table.sorted_by.connect(self._sorted)
        self.grid.selectionModel().currentChanged.connect(self._selected)
        for view in (self.grid, self.table):
            view.opened.connect(self._into_panel)
        self.as_grid.clicked.connect(lambda: self.show_as(grid=True))
        self.as_list.clicked.connect(lambda: self.show_as(grid=False))
        self.sync_bar.moved.connect(self._sync_moved)
        self.sync_bar.synced.connect(self._synced)
        self.sync_bar.connection_wanted.connect(lambda: self.navigate.emit("connection", None))
        self.panel.phone_changed.connect(self._keep_phone)
        self.actions_here.wanted.connect(self.navigate)
        self.actions_here.write.connect(lambda draft: self.open(("write", draft)))
        self.actions_here.compare.connect(lambda one, other: self.open(("compare", one, other)))
        self.writing.closed.connect(self._written)
        self.actions_here.said.connect(lambda words: Toast.show_in(self, words))
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus, context=within)
        self._sync_twin = Twin(self.sync_button, tr("&Sync with Meta"))
        self._views = (
            Twin(self.as_grid, tr("As a &grid"), "Ctrl+1"), Twin(self.as_list, tr("As a &list"), "Ctrl+2"),
        )  # fmt: skip
        self.addActions(self._views)
        self._ageing = QTimer(self)
        self._ageing.setInterval(_AGE_EVERY_MS)
        self._ageing.timeout.connect(self._show_age)
        self._ageing.start()

    def offers(self) -> Offers:
        written = self.writing.offers()
        if written is not None:
            return written
        own = [self.writing.new_deed, self._sync_twin, None, *self.actions_here.all()]
        return Offers({"page": [*own, None, *self._views, None, *self._orders.actions()]}, title=tr("Te&mplates"),
                      new=self.writing.new_deed)  # fmt: skip

    # -- reading -------------------------------------------------------------------------------------

    def on_shown(self) -> None:
        self.writing.strip.read()
        if self._stale:
            self.refresh()

    def on_changes(self, changes: Changes) -> None:
        if changes.templates or changes.connection:
            self._stale = True
            if self.isVisible() and not self.writing.active:
                self.refresh()
        if (changes.templates or changes.journeys or changes.campaigns) and not self.writing.active:
            self.panel.refresh()
        self.writing.on_changes(changes)

    def open(self, what: object) -> None:
        """``sync`` reads the templates from Meta; a name selects that template; the writing host's words open that."""
        if self.writing.open(what):
            return
        if what == "sync":
            self.sync()
        elif isinstance(what, str):
            self._wanted = what
            if self._reading is None or not self._reading.running:
                self._select_wanted()

    def settled(self) -> bool:
        return not self.sync_bar.isVisible()

    def leave(self) -> bool:
        self.writing.leave()
        return True

    def keep(self) -> object:
        return self.writing.keep() or self.search.text()

    def take(self, kept: object) -> None:
        if not self.writing.open(kept):
            self.search.setText(str(kept or ""))

    def refresh(self) -> None:
        """Read the stored copy again, outside this thread; the latest reading wins."""
        self._stale = False
        templates = self.studio.templates

        def work(_progress: Progress) -> _Read:
            return Catalogue(templates.all(), templates.used()), templates.synced_at()

        job = self._reading = Job(self, work)
        job.on_done(lambda read: self._show(read) if job is self._reading else None).run()

    def _show(self, read: _Read) -> None:
        self.catalogue, self._synced_at = read
        self._show_age()
        self._show_place()
        self._find()
        self._select_wanted()

    def _show_place(self) -> None:
        if len(self.catalogue) or self.sync_bar.busy:
            self.writing.show(self.listing)
        elif self.studio.connection.current() is None:
            self.writing.show(self.unconnected)
        else:
            self.writing.show(self.unread if self._synced_at is None else self.empty)
        self.sync_button.setVisible(self.stack.currentWidget() is self.listing)

    def _show_age(self) -> None:
        if self.writing.active:
            return
        if self._synced_at is None and self.studio.connection.current() is None:
            self.set_pill("")
        else:
            self.set_pill(age(self._synced_at, self.studio.clock.now()))

    def _find(self) -> None:
        search, chosen = self.search.text().strip(), self.filters.chosen
        current = self.panel.template
        found = self.catalogue.find(search, chosen, self._sort, self._descending)
        self.model.show_groups(found)
        self.filters.show_counts(self.catalogue.counts(search, chosen))
        total = len({one.name for one in self.catalogue.templates})
        self.count.setText(ntr("{n} template", "{n} templates", total) if len(found) == total
                           else tr("{shown} of {total}", shown=number(len(found)), total=number(total)))  # fmt: skip
        if found:
            self._show_view()
            self._select(max(0, self.model.row_of(current.name)) if current else 0)
        else:
            self.below.setCurrentWidget(self.nothing)
            self.nothing.title.setText(
                tr("Nothing found for “{text}”.", text=search) if search else tr("Nothing found.")
            )
            self.nothing.text.setText(
                tr("Check the filters ({filters}).", filters=self.filters.phrase()) if chosen
                else tr("Try other words.")
            )  # fmt: skip
            self.panel.hide()

    def _select_wanted(self) -> None:
        if not self._wanted or not self.catalogue.named(self._wanted):
            return
        if self.model.row_of(self._wanted) < 0:
            self._clear()
        self._select(self.model.row_of(self._wanted))
        self._wanted = ""

    def _select(self, row: int) -> None:
        index = self.model.index(row, 0)
        flag = QItemSelectionModel.SelectionFlag
        self.grid.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.view.scrollTo(index)

    def _selected(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        group = self.model.group(index.row()) if index.isValid() else None
        self.panel.setVisible(group is not None)
        if group is not None:
            self.panel.show_template(group.all, self.model.face(group).language)

    # -- looking -------------------------------------------------------------------------------------

    def show_as(self, *, grid: bool) -> None:
        """Cards, or a list."""
        self.kept.grid = grid
        (self.as_grid if grid else self.as_list).setChecked(True)
        if self.below.currentWidget() is not self.nothing:
            had_focus = self.grid.hasFocus() or self.table.hasFocus()
            self._select(self.grid.currentIndex().row())
            self._show_view()
            if had_focus:
                self.view.setFocus()

    @property
    def view(self) -> TemplateGrid | TemplateTable:
        """The cards or the list, whichever is in use."""
        return self.grid if self.as_grid.isChecked() else self.table

    def _show_view(self) -> None:
        self.below.setCurrentWidget(self.view)
        self.view.scrollTo(self.view.currentIndex())

    def _filtered(self) -> None:
        self.kept.filters = self.filters.chosen
        self._find()

    def _sorted(self, key: SortKey, descending: bool) -> None:
        self._sort, self._descending = key, descending
        self.kept.order = key, descending
        self.table.show_order(key, descending)
        self._show_order()
        self._find()

    def _show_order(self) -> None:
        for action in self._orders.actions():
            if action.data() == self._sort:
                action.setChecked(True)
                self.order.setText(tr("Sorted by {column}", column=action.text().lower()))

    def _clear(self) -> None:
        self.search.clear()
        self.filters.clear()
        self._find()

    def _keep_phone(self) -> None:
        self.kept.phone_dark, self.kept.phone_large = self.panel.dark.isChecked(), self.panel.large.isChecked()

    def _into_panel(self) -> None:
        field = next(iter(self.panel.samples.fields.values()), None)
        (field or self.panel.dark).setFocus(Qt.FocusReason.OtherFocusReason)

    def _written(self) -> None:
        self._show_place()
        self._show_age()
        self.on_shown()

    # -- syncing -------------------------------------------------------------------------------------

    def sync(self) -> None:
        """Read the templates from Meta again."""
        self.sync_bar.start()

    def _sync_moved(self) -> None:
        self.sync_button.setEnabled(not self.studio.read_only and not self.sync_bar.running)
        self._show_place()

    def _synced(self, result: SyncResult) -> None:
        words = ntr("Up to date: {n} language version read, {approved} approved.",
                    "Up to date: {n} language versions read, {approved} approved.",
                    result.synced, approved=number(result.by_status.get("APPROVED", 0)))  # fmt: skip
        Toast.show_in(self, words)
        self.refresh()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_F5
        ):
            event.accept()  # here F5 asks Meta; elsewhere it reads again what is stored
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F5:
            self.sync()
            return
        super().keyPressEvent(event)
