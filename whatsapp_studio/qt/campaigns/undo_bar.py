"""Decides what is said in the seconds after a launch, while nothing has left and all of it can be undone."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.widgets.buttons import secondary_button

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio


class UndoBar(QFrame):
    """“Nothing has left yet.” with a countdown. ``undone`` and ``over`` carry the campaign."""

    undone = Signal(object)
    over = Signal(object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio = studio
        self.setProperty("role", "undo-bar")
        self.campaign: Campaign | None = None
        self._mark = IconLabel("clock", "on_tooltip", 20)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.left = QProgressBar()
        self.left.setTextVisible(False)
        self.left.setFixedSize(160, 8)
        self.left.setAccessibleName(tr("Time left to undo"))
        self.undo = secondary_button(tr("Undo"))
        self.undo.clicked.connect(self._undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(self.said, 1)
        row.addWidget(self.left)
        row.addWidget(self.undo)
        self._tick = QTimer(self)
        self._tick.setInterval(250)
        self._tick.timeout.connect(self.look)
        self.hide()

    def watch(self, campaign: Campaign) -> None:
        """Offer to undo the launch of ``campaign`` until its time is over."""
        self.campaign = campaign
        self._tick.start()
        self.look()
        if self.isVisible():
            self.undo.setFocus()

    def look(self) -> None:
        """Read how it stands now and how many seconds are left."""
        if self.campaign is None:
            return
        campaign = self.campaign = self.studio.campaigns.get(self.campaign.id)
        now = self.studio.clock.now()
        left = (campaign.held_until - now).total_seconds() if campaign.held_until else 0.0
        if left <= 0 or campaign.state not in ("sending", "scheduled"):
            self._end()
            if campaign.state != "draft":
                # Told when this round of changes is over: whoever listens may open another page.
                QTimer.singleShot(0, self, lambda: self.over.emit(campaign))
            return
        seconds = math.ceil(left)
        self.said.setText(
            ntr(
                "“{name}” starts in {n} second. Nothing has left yet.",
                "“{name}” starts in {n} seconds. Nothing has left yet.",
                seconds,
                name=campaign.name,
            )
        )
        whole = max(1, int(self.studio.settings.undo_seconds))
        self.left.setRange(0, whole * 1000)
        self.left.setValue(min(whole * 1000, int(left * 1000)))
        self.show()

    def _undo(self) -> None:
        if self.campaign is None:
            return
        id, undo = self.campaign.id, self.studio.campaigns.undo_launch
        self.undo.setEnabled(False)

        def work(progress: Progress) -> Campaign:
            return undo(id)

        Job(self, work).on_done(self._undone).on_failed(self._too_late).run()

    def _undone(self, campaign: Campaign) -> None:
        self._end()
        self.undone.emit(campaign)

    def _too_late(self, error: StudioError) -> None:
        self._tick.stop()
        self.said.setText(wording.sentence(error))

    def _end(self) -> None:
        self._tick.stop()
        self.campaign = None
        self.undo.setEnabled(True)
        self.hide()
