"""Decides what the list of campaigns shows of each, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import mark, number, tr
from whatsapp_studio.base.local import sort_key
from whatsapp_studio.campaigns.campaign import STATES, Campaign
from whatsapp_studio.qt.campaigns import listing_rows, listing_words
from whatsapp_studio.qt.campaigns.listing_rows import Filter, Row
from whatsapp_studio.qt.campaigns.listing_words import Costs, share_done
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.cells import STATE_ROLE, Index

SHARE_ROLE = Qt.ItemDataRole.UserRole + 2
BENEATH_ROLE = Qt.ItemDataRole.UserRole + 3
DEPTH_ROLE = Qt.ItemDataRole.UserRole + 4
FOLD_ROLE = Qt.ItemDataRole.UserRole + 5
TAGS_ROLE = Qt.ItemDataRole.UserRole + 6
NAME, STATE, STARTED, SIZE, PROGRESS, RESULT, TEMPLATE, TAGS, COST, CHANGED = range(10)
HEADERS = (
    mark("Name"), mark("State"), mark("Start"), mark("People"), mark("Progress"), mark("Delivered"), mark("Template"),
    mark("Tags"), mark("Cost"), mark("Changed"),
)  # fmt: skip
KEYS = ("name", "state", "start", "people", "progress", "result", "template", "tags", "cost", "changed")
_NUMBERS = (SIZE, COST)
# What was touched last comes first, until a column is chosen to sort by.
TOUCHED = -1


class CampaignModel(QAbstractTableModel):
    """The campaigns a filter asks for, the last touched first. ``renamed`` carries an id and the name typed."""

    renamed = Signal(str, str)

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._all: list[Campaign] = []
        self._rows: list[Row] = []
        self._costs: Costs = {}
        self._unfolded: set[str] = set()
        self.wanted = Filter()
        self.editable = True
        self._column, self._down = TOUCHED, True

    def show_all(self, campaigns: Sequence[Campaign], costs: Costs | None = None) -> None:
        """Hold ``campaigns`` from now on. Rows that only moved on are repainted without losing the selection."""
        self._all, self._costs = list(campaigns), costs or {}
        self._filter()

    def ask_for(self, **parts: str) -> None:
        """Change parts of the filter."""
        self.wanted = msgspec.structs.replace(self.wanted, **parts)
        self._filter()

    def sizes(self) -> Counter[str]:
        """How many rows each state would have; ``""`` is all of them."""
        return listing_rows.sizes(self._all, self.wanted)

    def shelves(self) -> Counter[str]:
        """How many campaigns are in the list, the archive and the trash."""
        return listing_rows.shelves(self._all)

    @property
    def campaigns(self) -> Sequence[Campaign]:
        """All it holds, shown or not."""
        return self._all

    def __len__(self) -> int:
        return len(self._all)

    def campaign(self, row: int) -> Campaign | None:
        """The campaign of a row."""
        return self._rows[row].campaign if 0 <= row < len(self._rows) else None

    def row_of(self, id: str) -> int:
        """The row of a campaign, or -1."""
        return next((row for row, one in enumerate(self._rows) if one.campaign.id == id), -1)

    def unfold(self, row: int, on: bool | None = None) -> None:
        """Show the turns of a series under it, or fold them away; ``None`` whichever it is not."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        if found is None or not found.turns:
            return
        id = found.campaign.id
        (self._unfolded.discard if (id in self._unfolded if on is None else not on) else self._unfolded.add)(id)
        self._filter()
        self.dataChanged.emit(self.index(row, NAME), self.index(row, NAME))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 by what was touched last."""
        self._column, self._down = column, order == Qt.SortOrder.DescendingOrder or column == TOUCHED
        self._filter()

    def _filter(self) -> None:
        made = listing_rows.rows(self._all, self.wanted, self._key, self._down, self._unfolded)
        before, now = ([(one.campaign.id, one.depth) for one in rows] for rows in (self._rows, made))
        if before == now:
            self._rows = made
            if made:
                self.dataChanged.emit(self.index(0, 0), self.index(len(made) - 1, CHANGED))
            return
        self.beginResetModel()
        self._rows = made
        self.endResetModel()

    def _key(self, campaign: Campaign) -> Any:
        counts = campaign.counts
        match self._column:
            case 0:
                return sort_key(campaign.name)
            case 1:
                return STATES.index(campaign.state)
            case 2:
                return listing_words.start(campaign)
            case 3:
                return counts.total
            case 4:
                return share_done(campaign)
            case 5:
                return counts.delivered + counts.read
            case 6:
                return sort_key(campaign.draft.template)
            case 7:
                return [sort_key(one) for one in campaign.tags]
            case 8:
                found = self._costs.get(campaign.id)
                return found[0] if found is not None else None
            case 9:
                return campaign.updated_at
        return campaign.launched_at or campaign.updated_at

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(HEADERS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        campaign = self.campaign(index.row())
        if index.column() == NAME and self.editable and campaign is not None and can_rename(campaign):
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        campaign = self.campaign(index.row())
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or campaign is None or not name or name == campaign.name:
            return False
        self.renamed.emit(campaign.id, name)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(HEADERS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in _NUMBERS else Qt.AlignmentFlag.AlignLeft
            return Qt.AlignmentFlag.AlignVCenter | side
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        campaign, column = row.campaign, index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(campaign, column)
            case Qt.ItemDataRole.EditRole:
                return campaign.name
            case Qt.ItemDataRole.TextAlignmentRole if column in _NUMBERS:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(row, column)
            case Qt.ItemDataRole.AccessibleTextRole if column == NAME:
                return ", ".join(filter(None, (self._text(campaign, NAME), self._beneath(row))))
            case _ if role == STATE_ROLE:
                return campaign.state
            case _ if role == SHARE_ROLE:
                return share_done(campaign)
            case _ if role == BENEATH_ROLE:
                return self._beneath(row)
            case _ if role == DEPTH_ROLE:
                return row.depth
            case _ if role == FOLD_ROLE:
                return (campaign.id in self._unfolded) if row.turns else None
            case _ if role == TAGS_ROLE:
                return campaign.tags
        return None

    def _beneath(self, row: Row) -> str:
        return listing_words.beneath(row.campaign, row.turns, self._now())

    def _tip(self, row: Row, column: int) -> str | None:
        if column == NAME:
            return "\n".join(filter(None, (listing_words.title(row.campaign), self._beneath(row))))
        if column == RESULT:
            return listing_words.result_tip(row.campaign) or None
        return self._text(row.campaign, column) if column in (TEMPLATE, TAGS) else None

    def _text(self, campaign: Campaign, column: int) -> str:
        match column:
            case 0:
                return listing_words.title(campaign)
            case 1:
                return wording.state_word(campaign.state)
            case 2:
                return listing_words.when(campaign, self._now())
            case 3:
                return number(campaign.counts.total) if campaign.counts.total else listing_words.NONE
            case 4:
                return listing_words.progress(campaign)
            case 5:
                return listing_words.came_to(campaign)
            case 6:
                return listing_words.template(campaign)
            case 7:
                return ", ".join(campaign.tags)
            case 8:
                return listing_words.cost(campaign, self._costs)
            case _:
                return day_and_time(campaign.updated_at, self._now())


def can_rename(campaign: Campaign) -> bool:
    """Whether it can have another name: what people were sent keeps the one it had."""
    return campaign.state == "draft" and campaign.deleted_at is None and not campaign.parent_id
