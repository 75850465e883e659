"""Decides how it is said, beside “each contact's own clock”, from when to when that is and on how many clocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.timing import Spread
from whatsapp_studio.qt.campaigns.when_words import spread_words, zones_words
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.fields import muted

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_SOON_MS = 400


class SpreadLine(QWidget):
    """Worked out in a job, a moment after the last change; hidden where one clock counts for all."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._draft = Draft()
        self._of: object = None
        self._job: Job[Spread | None] | None = None
        self.said, self.zones = muted(""), muted("")
        box = QVBoxLayout(self)
        box.setContentsMargins(26, 0, 0, 4)
        box.setSpacing(2)
        box.addWidget(self.said)
        box.addWidget(self.zones)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._look)
        self.hide()

    def show_draft(self, draft: Draft) -> None:
        """Say it for this draft."""
        schedule = draft.schedule
        wanted = schedule.each_zone and schedule.kind != "now"
        asked = (schedule, draft.audience, draft.purpose, draft.template) if wanted else None
        self._draft = draft
        self.setVisible(wanted)
        if asked != self._of:
            self.stop()
            self._of = asked
            if wanted:
                self._say(tr("Looking at everybody's clock…"))
                self._soon.start()

    def stop(self) -> None:
        """Nobody waits for the answer any more."""
        self._soon.stop()
        self._of = None
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _look(self) -> None:
        draft, campaigns = self._draft, self._studio.campaigns

        def work(progress: Progress) -> Spread | None:
            return campaigns.review(draft, progress).spread

        job = self._job = Job(self, work)
        job.on_done(lambda spread: self._show(job, spread)).on_failed(self._failed).run()

    def _show(self, job: Job[Spread | None], spread: Spread | None) -> None:
        if job is not self._job:
            return
        self._job = None
        if spread is None:
            self._say(tr("Nobody gets the message yet."))
        else:
            self._say(spread_words(self._draft, spread, self._studio.clock.now()), zones_words(spread))

    def _failed(self, _error: StudioError) -> None:
        """What is wrong with the schedule is told at its fields."""
        self._job = None
        self._say("")

    def _say(self, words: str, zones: str = "") -> None:
        self.said.setText(words)
        self.zones.setText(zones)
        self.zones.setVisible(bool(zones))
