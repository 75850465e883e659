"""Decides how the latest campaigns are listed on the home page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.qt.widgets.badge import StatusBadge
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.plain import unmarked


class Recent(Card):
    """Name, state and how far each one is; ``opened`` names the page and the id for the one that was clicked."""

    opened = Signal(str, object)

    def __init__(self, parent: QWidget | None = None, *, drafts_open: bool = True) -> None:
        super().__init__(tr("Recent campaigns"), parent)
        self._drafts_open = drafts_open
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.body.addLayout(self._rows)

    def show_campaigns(self, campaigns: Sequence[Campaign]) -> None:
        """Show these, newest first."""
        while (taken := self._rows.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.deleteLater()
        if not campaigns:
            none = QLabel(tr("None yet. A campaign sends one template to many people."))
            none.setProperty("role", "muted")
            none.setWordWrap(True)
            self._rows.addWidget(none)
        for campaign in campaigns:
            self._rows.addWidget(self._row(campaign))

    def _row(self, campaign: Campaign) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        page = "campaigns" if campaign.state == "draft" or campaign.recurs else "reports"
        title = unmarked(campaign.name) or tr("Unnamed campaign")
        name = link_button(title, lambda: self.opened.emit(page, campaign.id))
        name.setEnabled(page != "campaigns" or self._drafts_open)
        across.addWidget(name)
        across.addStretch(1)
        counts = campaign.counts
        if campaign.state != "draft" and not campaign.recurs:
            text = tr("{done} of {total}", done=number(counts.done), total=number(counts.total - counts.excluded))
            amount = QLabel(text)
            amount.setProperty("role", "muted")
            across.addWidget(amount, 0, Qt.AlignmentFlag.AlignRight)
        across.addWidget(StatusBadge(campaign.state))
        return row
