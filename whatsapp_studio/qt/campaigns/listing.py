"""Decides what the list of campaigns shows of each, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import mark, number, tr
from whatsapp_studio.base.local import listed
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.cells import STATE_ROLE, Index

SHARE_ROLE = Qt.ItemDataRole.UserRole + 2
NAME, STATE, TEMPLATE, SIZE, PROGRESS, STARTED = range(6)
_HEADERS = (
    mark("Name"), mark("State"), mark("Template"), mark("People"), mark("Progress"), mark("Started"),
)  # fmt: skip


def share_done(campaign: Campaign) -> float | None:
    """How much of a campaign is over, from 0 to 1; ``None`` before the launch."""
    counts = campaign.counts
    to_send = counts.total - counts.excluded
    if campaign.state == "draft":
        return None
    return counts.done / to_send if to_send else 1.0


class CampaignModel(QAbstractTableModel):
    """The campaigns of one state, or all of them, the last touched first."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._all: list[Campaign] = []
        self._shown: list[Campaign] = []
        self._state = ""

    def show_all(self, campaigns: Sequence[Campaign]) -> None:
        """Hold ``campaigns`` from now on. Rows that only moved on are repainted without losing the selection."""
        self._all = sorted(campaigns, key=lambda c: c.launched_at or c.updated_at, reverse=True)
        self._filter()

    def show_state(self, state: str) -> None:
        """Show only ``state``; empty shows every campaign."""
        self._state = state
        self._filter()

    def sizes(self) -> Counter[str]:
        """How many campaigns are in each state."""
        return Counter(c.state for c in self._all)

    def __len__(self) -> int:
        return len(self._all)

    def campaign(self, row: int) -> Campaign | None:
        """The campaign of a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, id: str) -> int:
        """The row of a campaign, or -1."""
        return next((row for row, c in enumerate(self._shown) if c.id == id), -1)

    def _filter(self) -> None:
        wanted = [c for c in self._all if not self._state or c.state == self._state]
        if [c.id for c in wanted] == [c.id for c in self._shown]:
            self._shown = wanted
            if wanted:
                self.dataChanged.emit(self.index(0, 0), self.index(len(wanted) - 1, STARTED))
            return
        self.beginResetModel()
        self._shown = wanted
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(_HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(_HEADERS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | (
                Qt.AlignmentFlag.AlignRight if section == SIZE else Qt.AlignmentFlag.AlignLeft
            )
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        campaign = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(campaign, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == SIZE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == STATE_ROLE:
            return campaign.state
        if role == SHARE_ROLE:
            return share_done(campaign)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in (NAME, TEMPLATE):
            return self._text(campaign, index.column())
        return None

    def _text(self, campaign: Campaign, column: int) -> str:
        counts, draft = campaign.counts, campaign.draft
        match column:
            case 0:
                return campaign.name or tr("Unnamed campaign")
            case 1:
                return wording.state_word(campaign.state)
            case 2:
                languages = listed((draft.language, *sorted(draft.translations)))
                return tr("{name} · {language}", name=draft.template, language=languages) if draft.template else "–"
            case 3:
                return number(counts.total) if counts.total else "–"
            case 4:
                share = share_done(campaign)
                if share is None:
                    return "–"
                return tr("{done} of {total}", done=number(counts.done), total=number(counts.total - counts.excluded))
            case _:
                if campaign.state == "scheduled":
                    return tr("starts {when}", when=day_and_time(campaign.starts_at, self._now()))
                return day_and_time(campaign.launched_at, self._now()) or "–"
