"""Decides how single recipients are found in a report: by outcome, by reason, by name or number."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.reports.choice import Choice
from whatsapp_studio.qt.reports.figures import DELIVERED
from whatsapp_studio.qt.reports.followup import OFFERED, follow_up
from whatsapp_studio.qt.reports.outcome_delegate import OutcomeDelegate
from whatsapp_studio.qt.reports.outcomes import NAME, PHONE, REASON, STATE, OutcomeModel
from whatsapp_studio.qt.widgets.buttons import link_button, secondary_button
from whatsapp_studio.qt.widgets.dialogs import show_error
from whatsapp_studio.qt.widgets.fields import SearchField
from whatsapp_studio.qt.widgets.whole_words import tell_whole
from whatsapp_studio.reports.report import OutcomeRow, Report
from whatsapp_studio.reports.which import Which

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_STATES = (
    "queued", "in_flight", "accepted", "held", "sent", "delivered", "read", "failed", "unknown", "excluded",
)  # fmt: skip
_SEARCH_MS = 250


class People(QWidget):
    """The table of outcomes with its filters. ``follow_up_made`` carries the id of a new draft."""

    follow_up_made = Signal(str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio = studio
        self._id = ""
        self._reason = ""
        self.model = OutcomeModel(studio.clock.now, self)
        self.model.wanted.connect(self._read_page)
        self.search = SearchField(tr("Find a name or number"))
        self.state = QComboBox()
        tell_whole(self.state)
        self.state.setAccessibleName(tr("Outcome"))
        self.state.setMinimumWidth(200)
        self.reason = link_button("")
        self.reason.setToolTip(tr("Show all reasons again"))
        self.reason.clicked.connect(lambda: self.choose(self.state.currentData(), ""))
        self.reason.hide()
        self.again = secondary_button(tr("New campaign for these people"))
        self.again.clicked.connect(self._follow_up)
        self.again.hide()
        self.found = QLabel()
        self.found.setProperty("role", "muted")
        self.table = QTableView()
        self.table.setAccessibleName(tr("People and outcomes"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(34)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        for column, width in ((NAME, 220), (PHONE, 150), (STATE, 170), (4, 150)):
            self.table.setColumnWidth(column, width)
        header.setSectionResizeMode(REASON, QHeaderView.ResizeMode.Stretch)
        self._delegate = OutcomeDelegate(self.table)
        self.table.setItemDelegateForColumn(STATE, self._delegate)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.search.setMaximumWidth(320)
        row.addWidget(self.search, 1)
        row.addWidget(self.state)
        row.addWidget(self.reason)
        row.addStretch(1)
        row.addWidget(self.found)
        row.addWidget(self.again)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 16, 24, 16)
        box.setSpacing(12)
        box.addLayout(row)
        box.addWidget(self.table, 1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SEARCH_MS)
        self._soon.timeout.connect(self._restart)
        self.search.textChanged.connect(lambda _text: self._soon.start())
        self.state.activated.connect(lambda _at: self.choose(self.state.currentData(), ""))

    def show_report(self, report: Report) -> None:
        """Mirror the counts of ``report``; another campaign starts the table anew."""
        counts = {state: getattr(report.counts, state) for state in _STATES}
        kept = self.state.currentData() if report.campaign.id == self._id else ""
        blocked = self.state.blockSignals(True)
        self.state.clear()
        self.state.addItem(tr("Everybody ({n})", n=number(report.counts.total)), "")
        for state, n in counts.items():
            if n or state == kept:
                self.state.addItem(f"{wording.state_word(state)} ({number(n)})", state)
        if counts["read"] and counts["delivered"]:
            both = counts["delivered"] + counts["read"]
            self.state.addItem(tr("Delivered or read ({n})", n=number(both)), DELIVERED)
        self.state.setCurrentIndex(max(0, self.state.findData(kept)))
        self.state.blockSignals(blocked)
        if report.campaign.id != self._id:
            self._id, self._reason = report.campaign.id, ""
            self.search.clear()
            self._restart()

    def choose(self, state: str, reason: str) -> None:
        """List one outcome, or one reason within it."""
        if self.state.findData(state) < 0:
            words = tr("Delivered or read") if state == DELIVERED else wording.state_word(state)
            self.state.addItem(words, state)
        self.state.setCurrentIndex(self.state.findData(state))
        self._reason = reason
        words = ""
        if reason.startswith("meta-"):
            words = wording.meta_error(int(reason.removeprefix("meta-"))).title
        elif reason:
            words = wording.exclusion(reason)
        self.reason.setText(f"{words}  ✕")
        self.reason.setAccessibleName(tr("Show all reasons again; now only: {reason}", reason=words))
        self.reason.setVisible(bool(reason))
        self._restart()

    def reread(self) -> None:
        """Rows changed: read them again, from the first."""
        if self._id and self.isVisible():
            self._restart()

    def _restart(self) -> None:
        self._soon.stop()
        if not self._id:
            return
        self.model.restart()
        self.found.setText("")
        choice, generation = self._choice(), self.model.generation

        def work(progress: Progress) -> int:
            return choice.count()

        Job(self, work).on_done(lambda n: self._show_found(generation, n)).run()

    def _follow_up(self) -> None:
        studio, choice = self.studio, self._choice()
        words = wording.state_word(self.state.currentData())
        self.again.setEnabled(False)

        def work(progress: Progress) -> Campaign:
            return follow_up(studio, choice, words, progress)

        def done(campaign: Campaign) -> None:
            self.again.setEnabled(True)
            self.follow_up_made.emit(campaign.id)

        def failed(error: StudioError) -> None:
            self.again.setEnabled(True)
            show_error(self, wording.explain(error.code, error.facts))

        Job(self, work).on_done(done).on_failed(failed).run()

    def _choice(self) -> Choice:
        states = tuple(filter(None, (self.state.currentData() or "").split(",")))
        which = Which(states=states, search=self.search.text().strip(), reason=self._reason)
        return Choice(self.studio.reports, self._id, which)

    def _show_found(self, generation: int, n: int) -> None:
        if generation == self.model.generation:
            self.again.setVisible(bool(n) and self.state.currentData() in OFFERED)
            self.found.setText(ntr("{n} person", "{n} people", n) if n else tr("Nobody found"))

    def _read_page(self, generation: int, offset: int) -> None:
        choice = self._choice()

        def work(progress: Progress) -> list[OutcomeRow]:
            return choice.page(offset)

        Job(self, work).on_done(partial(self.model.add_page, generation)).run()
