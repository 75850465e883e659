"""Decides what can be done from the list of campaigns: filter, open, duplicate, delete a draft and take that back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
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
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.campaigns.campaign import STATES, Campaign
from whatsapp_studio.qt.campaigns.delegates import ProgressDelegate
from whatsapp_studio.qt.campaigns.listing import NAME, PROGRESS, SIZE, STARTED, STATE, TEMPLATE, CampaignModel
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.widgets.cells import StateDelegate
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.tables import set_widths
from whatsapp_studio.qt.widgets.toast import Toast
from whatsapp_studio.qt.widgets.whole_words import tell_whole

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio


class CampaignList(QWidget):
    """Filters with counts over a table. ``opened`` carries an id."""

    opened = Signal(str)
    new_wanted = Signal()
    navigate = Signal(str, object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio = studio
        self.model = CampaignModel(studio.clock.now, self)
        self.table = self._make_table()
        self.filters: dict[str, QPushButton] = {}
        self._filters = self._make_filters()
        self.empty = EmptyState(
            "megaphone",
            tr("No campaigns yet."),
            tr("A campaign sends one approved template to many people at once, each with their own values."),
            (tr("New campaign"), self.new_wanted.emit),
        )
        self.nothing = EmptyState(
            "megaphone",
            tr("No campaign in this state."),
            tr("Campaigns in other states are hidden now."),
            (tr("Show all"), lambda: self.show_state("")),
        )
        self._below = QStackedWidget()
        self._below.addWidget(self.table)
        self._below.addWidget(self.nothing)
        listing = QWidget()
        box = QVBoxLayout(listing)
        box.setContentsMargins(24, 16, 24, 16)
        box.setSpacing(12)
        box.addWidget(self._filters)
        box.addWidget(self._below, 1)
        self._stack = QStackedWidget()
        for widget in (self.empty, listing):
            self._stack.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._make_actions()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(tr("Campaigns"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(48)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        tell_whole(header.viewport(), table.viewport())
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        widths = {STATE: 130, TEMPLATE: 190, SIZE: 70, PROGRESS: 160, STARTED: 190}
        set_widths(table, widths, {STATE: [wording.state_word(state) for state in STATES]})
        self._delegates = (StateDelegate(table), ProgressDelegate(table))
        table.setItemDelegateForColumn(STATE, self._delegates[0])
        table.setItemDelegateForColumn(PROGRESS, self._delegates[1])
        table.doubleClicked.connect(self._open)
        table.activated.connect(self._open)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._menu)
        table.selectionModel().currentChanged.connect(lambda _now, _before: self._allow())
        return table

    def _make_filters(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        group = QButtonGroup(self)
        for state in ("", *STATES):
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("role", "chip")
            button.setChecked(not state)
            button.clicked.connect(partial(self.show_state, state))
            group.addButton(button)
            self.filters[state] = button
            line.addWidget(button)
        line.addStretch(1)
        self._deeds = line
        return row

    def _make_actions(self) -> None:
        self.open_action = QAction(icon("folder-open", "text"), tr("Open"), self)
        self.duplicate_action = QAction(icon("copy", "text"), tr("Duplicate"), self)
        self.delete_action = QAction(icon("trash-2", "text"), tr("Delete draft"), self)
        self.duplicate_action.setShortcut(QKeySequence("Ctrl+D"))
        self.delete_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        for action, act in (
            (self.open_action, self._open_current),
            (self.duplicate_action, self.duplicate),
            (self.delete_action, self.delete),
        ):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _on=False, act=act: act())
            self.table.addAction(action)
            button = QToolButton()
            button.setDefaultAction(action)
            button.setIconSize(QSize(18, 18))
            button.setAccessibleName(action.text())
            button.setToolTip(action.text())
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._deeds.addWidget(button)

    @property
    def deeds(self) -> Sequence[QAction]:
        """What can be done with the campaign that is selected."""
        return (self.open_action, self.duplicate_action, self.delete_action)

    def refresh(self) -> None:
        """Read the campaigns again."""
        found = self.studio.campaigns.all()
        kept = self.current()
        self.model.show_all(found)
        sizes = self.model.sizes()
        for state, button in self.filters.items():
            n = sizes[state] if state else len(self.model)
            button.setText(f"{wording.state_word(state) if state else tr('All')}  {number(n)}")
            button.setVisible(bool(n) or not state or button.isChecked())
        self._stack.setCurrentIndex(1 if found else 0)
        self._below.setCurrentIndex(0 if self.model.rowCount() else 1)
        row = self.model.row_of(kept.id) if kept is not None else 0
        if self.model.rowCount() and self.table.currentIndex().row() != row:
            self.table.setCurrentIndex(self.model.index(max(row, 0), 0))
        self._allow()

    @property
    def any(self) -> bool:
        """Whether there is any campaign at all."""
        return len(self.model) > 0

    def show_state(self, state: str, *_checked: object) -> None:
        """Show the campaigns of one state, or all of them."""
        self.filters[state].setChecked(True)
        self.model.show_state(state)
        self.refresh()

    def current(self) -> Campaign | None:
        """The campaign that is selected."""
        return self.model.campaign(self.table.currentIndex().row())

    def duplicate(self) -> None:
        """A new draft like the selected campaign; its audience is counted anew, with consent as it is then."""
        campaign = self.current()
        if campaign is not None:
            copy = self.studio.campaigns.duplicate(campaign.id)
            self.refresh()
            self.opened.emit(copy.id)

    def delete(self) -> None:
        """Delete the selected draft; for ten seconds that can be taken back."""
        campaign = self.current()
        if campaign is None or campaign.state != "draft":
            return
        self.studio.campaigns.delete(campaign.id)
        self.refresh()

        def take_back() -> None:
            try:
                self.studio.campaigns.create(campaign.draft)
            except StudioError as error:
                Toast.show_in(self, wording.sentence(error))
            self.refresh()

        Toast.show_in(self, tr("“{name}” was deleted.", name=campaign.name), tr("Undo"), take_back)

    def _open(self, index: QModelIndex) -> None:
        campaign = self.model.campaign(index.row())
        if campaign is not None:
            self.opened.emit(campaign.id)

    def _open_current(self) -> None:
        self._open(self.table.currentIndex())

    def _allow(self) -> None:
        campaign = self.current()
        self.open_action.setEnabled(campaign is not None)
        writable = not self.studio.read_only
        self.duplicate_action.setEnabled(campaign is not None and writable)
        self.delete_action.setEnabled(campaign is not None and campaign.state == "draft" and writable)

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions([self.open_action, self.duplicate_action, self.delete_action])
        campaign = self.current()
        if campaign is not None and campaign.state not in ("draft", "scheduled"):
            report = menu.addAction(icon("chart-column", "text"), tr("Report"))
            report.triggered.connect(lambda: self.navigate.emit("reports", campaign.id))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(at))
