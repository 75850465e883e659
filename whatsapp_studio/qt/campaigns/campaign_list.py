"""Decides how campaigns are found in a table: searched, filtered and sorted, turns folded under their series."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.campaigns.campaign import STATES, Campaign
from whatsapp_studio.qt.campaigns import listing
from whatsapp_studio.qt.campaigns.campaign_list_columns import Columns
from whatsapp_studio.qt.campaigns.campaign_list_deeds import Deeds
from whatsapp_studio.qt.campaigns.campaign_list_filters import CampaignFilters
from whatsapp_studio.qt.campaigns.delegates import CampaignNameDelegate, ProgressDelegate, TagsDelegate, arrow_of
from whatsapp_studio.qt.campaigns.listing import FOLD_ROLE, NAME, CampaignModel
from whatsapp_studio.qt.campaigns.listing_words import Costs
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.widgets.cells import StateDelegate
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.fitting import with_letters
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.tables import set_up, set_widths
from whatsapp_studio.qt.widgets.toast import Toast

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_ROW = 48
# More than these are read outside the window's thread.
_MANY = 200
_WIDTHS = {
    listing.STATE: 124, listing.STARTED: 184, listing.SIZE: 72, listing.PROGRESS: 130, listing.RESULT: 130,
    listing.TEMPLATE: 160, listing.TAGS: 150, listing.COST: 90, listing.CHANGED: 150,
}  # fmt: skip


class CampaignList(QWidget):
    """Filters with counts over a table. ``opened`` carries an id."""

    opened = Signal(str)
    new_wanted = Signal()
    navigate = Signal(str, object)

    def __init__(
        self, studio: Studio, parent: QWidget | None = None, memory: Callable[[], QSettings | None] = lambda: None
    ) -> None:
        super().__init__(parent)
        self.studio = studio
        self.model = CampaignModel(studio.clock.now, self)
        self.model.editable = not studio.read_only
        self._reading = Latest(self)
        self._found_any = False
        self.table = self._make_table()
        self.columns = Columns(self.table, memory)
        self.bar = CampaignFilters(self.model)
        self.bar.changed.connect(lambda: self._settle(self.current()))
        self.filters: dict[str, QPushButton] = self.bar.chips
        self.deed = Deeds(studio, self.selected, self)
        self.deed.done.connect(self.refresh)
        self.deed.opened.connect(self.opened)
        self.deed.naming.connect(self.edit_name)
        self.model.renamed.connect(self.deed.name)
        self.open_action, self.duplicate_action, self.delete_action = (
            self.deed.open, self.deed.duplicate, self.deed.delete
        )  # fmt: skip
        self.empty = EmptyState(
            "megaphone",
            tr("No campaigns yet."),
            tr("A campaign sends one approved template to many people at once, each with their own values."),
            (tr("New campaign"), self.new_wanted.emit),
        )
        self.nothing = EmptyState(
            "search", tr("No campaign is like that."), tr("Check the spelling, and what the list is filtered by."),
            None, (tr("Show all"), self.bar.clear),
        )  # fmt: skip
        self._below = QStackedWidget()
        self._below.addWidget(self.table)
        self._below.addWidget(self.nothing)
        whole = QWidget()
        box = QVBoxLayout(whole)
        box.setContentsMargins(24, 16, 24, 16)
        box.setSpacing(12)
        box.addLayout(self._make_bar())
        box.addWidget(self._below, 1)
        self._stack = QStackedWidget()
        for widget in (self.empty, whole):
            self._stack.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        find = QAction(tr("Search campaigns"), self)
        find.setShortcut("Ctrl+F")
        find.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.triggered.connect(lambda _on=False: self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.addAction(find)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        header = set_up(table, tr("Campaigns"), with_letters(_ROW))
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(60)
        header.setSectionsMovable(True)
        header.setSortIndicator(listing.TOUCHED, Qt.SortOrder.DescendingOrder)
        header.sortIndicatorChanged.connect(self.model.sort)
        header.setSortIndicatorClearable(True)
        widths = {**_WIDTHS, listing.STARTED: with_letters(_WIDTHS[listing.STARTED])}
        set_widths(table, widths, {listing.STATE: [wording.state_word(state) for state in STATES]})
        self._delegates = {
            NAME: CampaignNameDelegate(table), listing.STATE: StateDelegate(table),
            listing.PROGRESS: ProgressDelegate(table), listing.TAGS: TagsDelegate(table),
        }  # fmt: skip
        for column, delegate in self._delegates.items():
            table.setItemDelegateForColumn(column, delegate)
        table.doubleClicked.connect(self._open)
        table.activated.connect(self._open)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._menu)
        table.selectionModel().selectionChanged.connect(lambda _new, _old: self._allow())
        table.installEventFilter(self)
        table.viewport().installEventFilter(self)
        return table

    def _make_bar(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        line.addWidget(self.bar, 1)
        self._buttons: dict[QAction, QToolButton] = {}
        for action in self.deed.all:
            self.table.addAction(action)
            button = QToolButton()
            button.setDefaultAction(action)
            button.setIconSize(QSize(18, 18))
            button.setAccessibleName(action.text())
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            if action is self.deed.tags:
                button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            if action in (self.deed.restore, self.deed.unarchive, self.deed.erase):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self._buttons[action] = button
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column_button = QToolButton()
        column_button.setIcon(icon("list", "text"))
        column_button.setIconSize(QSize(18, 18))
        column_button.setAccessibleName(tr("Columns"))
        column_button.setToolTip(tr("Columns"))
        column_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column_button.setMenu(self.columns.menu)
        column_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        line.addWidget(column_button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    @property
    def deeds(self) -> Sequence[QAction]:
        """What can be done with the campaigns that are selected."""
        return self.deed.all

    def refresh(self) -> None:
        """Read the campaigns again; where there are many, outside the window's thread."""
        if len(self.model) > _MANY:
            self._reading.ask(self._read, lambda found: self._show(*found))
        else:
            self._show(*self._read())

    def _read(self) -> tuple[list[Campaign], Costs]:
        shelf = self.studio.shelf
        return [*self.studio.campaigns.all(), *shelf.deleted()], shelf.costs()

    def _show(self, found: list[Campaign], costs: Costs) -> None:
        kept = self.current()
        self._found_any = any(one.deleted_at is None for one in found)
        self.model.show_all(found, costs)
        self._stack.setCurrentIndex(1 if found else 0)
        self._settle(kept)

    def _settle(self, kept: Campaign | None) -> None:
        self.bar.tell()
        self._below.setCurrentIndex(0 if self.model.rowCount() else 1)
        row = self.model.row_of(kept.id) if kept is not None else 0
        if self.model.rowCount() and self.table.currentIndex().row() != row:
            self.table.setCurrentIndex(self.model.index(max(row, 0), 0))
        self.columns.apply(self.width())
        self._allow()

    @property
    def any(self) -> bool:
        """Whether there is any campaign outside the trash."""
        return self._found_any

    def show_state(self, state: str, *_checked: object) -> None:
        """Show the campaigns of one state, or all of them."""
        self.bar.show_state(state)

    def current(self) -> Campaign | None:
        """The campaign that has the cursor."""
        return self.model.campaign(self.table.currentIndex().row())

    def selected(self) -> list[Campaign]:
        """The campaigns that are selected, from the top."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [one for one in map(self.model.campaign, rows) if one is not None]

    def duplicate(self) -> None:
        """A new draft like the selected campaign."""
        self.deed.copy()

    def delete(self) -> None:
        """Put the selected drafts into the trash; for ten seconds that can be taken back at once."""
        self.deed.throw_away()

    def edit_name(self) -> None:
        """Let the name of the selected draft be typed in its place."""
        self.table.edit(self.model.index(self.table.currentIndex().row(), NAME))

    def _open(self, index: QModelIndex) -> None:
        campaign = self.model.campaign(index.row())
        if campaign is not None and campaign.deleted_at is not None:
            said = tr("“{name}” is in the trash.", name=campaign.name)
            Toast.show_in(self, said, tr("Restore"), self.deed.bring_back)
        elif campaign is not None:
            self.opened.emit(campaign.id)

    def _allow(self) -> None:
        shelf = self.model.wanted.shelf
        self.deed.allow(shelf)
        here = self.deed.of(shelf)
        for action, button in self._buttons.items():
            button.setVisible(action in here)

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions(list(self.deed.of(self.model.wanted.shelf)))
        campaign = self.current()
        if campaign is not None and campaign.state not in ("draft", "scheduled"):
            report = menu.addAction(icon("chart-column", "text"), tr("Report"))
            report.triggered.connect(lambda: self.navigate.emit("reports", campaign.id))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.apply(event.size().width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.table:
            later, sooner = Qt.Key.Key_Right, Qt.Key.Key_Left
            if self.isRightToLeft():
                later, sooner = sooner, later
            if event.key() in (later, sooner) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                return self._unfold(event.key() == later)
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            index = self.table.indexAt(event.position().toPoint())
            if index.column() == NAME and index.data(FOLD_ROLE) is not None:
                place = arrow_of(self.table.visualRect(index), self.layoutDirection()).adjusted(-6, -12, 6, 12)
                if place.contains(event.position().toPoint()):
                    kept = self.current()
                    self.model.unfold(index.row())
                    self._settle(kept)
                    return True
        return False

    def _unfold(self, on: bool) -> bool:
        """Unfold the series that has the cursor, or fold it; from one of its turns the cursor goes back to it."""
        campaign = self.current()
        if campaign is None:
            return False
        row = self.table.currentIndex().row()
        if campaign.parent_id and not on and self.model.row_of(campaign.parent_id) >= 0:
            self.table.setCurrentIndex(self.model.index(self.model.row_of(campaign.parent_id), 0))
            return True
        if self.model.index(row, NAME).data(FOLD_ROLE) is None:
            return False
        self.model.unfold(row, on)
        self._settle(campaign)
        return True
