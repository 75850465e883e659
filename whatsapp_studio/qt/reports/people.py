"""Decides how single recipients are found in a report: by outcome, by what was chosen, by name or number."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QModelIndex, QTimer, Signal
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
from whatsapp_studio.qt.reports.followup import OFFERED, follow_up
from whatsapp_studio.qt.reports.outcome_delegate import OutcomeDelegate
from whatsapp_studio.qt.reports.outcomes import NAME, PHONE, REASON, STATE, OutcomeModel
from whatsapp_studio.qt.reports.person import PersonPanel
from whatsapp_studio.qt.widgets.buttons import link_button, secondary_button
from whatsapp_studio.qt.widgets.dialogs import show_error
from whatsapp_studio.qt.widgets.fields import SearchField
from whatsapp_studio.qt.widgets.whole_words import tell_whole
from whatsapp_studio.reports.report import OutcomeRow, Report
from whatsapp_studio.reports.which import DELIVERED, EVERYBODY, Which

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_STATES = (
    "queued", "in_flight", "accepted", "held", "sent", "delivered", "read", "failed", "unknown", "excluded",
)  # fmt: skip
_SEARCH_MS = 250


class People(QWidget):
    """The table of outcomes with its filters, and all that is known of the one that is opened.

    ``follow_up_made`` carries the id of a new draft, ``contact_wanted`` that of a contact.
    """

    follow_up_made = Signal(str)
    contact_wanted = Signal(int)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio = studio
        self._id = ""
        self._which = EVERYBODY
        self.model = OutcomeModel(studio.clock.now, self)
        self.model.wanted.connect(self._read_page)
        self.search = SearchField(tr("Find a name or number"))
        self.state = QComboBox()
        tell_whole(self.state)
        self.state.setAccessibleName(tr("Outcome"))
        self.state.setMinimumWidth(200)
        self.reason = link_button("")
        self.reason.setToolTip(tr("Show everybody again"))
        self.reason.clicked.connect(self._drop_choice)
        self.reason.hide()
        self.again = secondary_button(tr("New campaign for these people"))
        self.again.clicked.connect(self._follow_up)
        self.again.hide()
        self.found = QLabel()
        self.found.setProperty("role", "muted")
        self.table = QTableView()
        self.person = PersonPanel(studio)
        self.person.contact_wanted.connect(self.contact_wanted)
        self.person.closed.connect(self.table.setFocus)
        self._set_up_table()
        self._build()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SEARCH_MS)
        self._soon.timeout.connect(self._restart)
        self.search.textChanged.connect(lambda _text: self._soon.start())
        self.state.activated.connect(lambda _at: self.choose(self.state.currentData()))

    def _set_up_table(self) -> None:
        self.table.setAccessibleName(tr("People and outcomes"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
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
        self.table.clicked.connect(self._open)
        self.table.activated.connect(self._open)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.search.setMaximumWidth(320)
        row.addWidget(self.search, 1)
        row.addWidget(self.state)
        row.addWidget(self.reason)
        row.addStretch(1)
        row.addWidget(self.found)
        row.addWidget(self.again)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.table, 2)
        below.addWidget(self.person, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 16, 24, 16)
        box.setSpacing(12)
        box.addLayout(row)
        box.addLayout(below, 1)

    def show_report(self, report: Report) -> None:
        """Mirror the counts of ``report``; another campaign starts the table anew."""
        another = report.campaign.id != self._id
        kept = EVERYBODY if another else self._which
        blocked = self.state.blockSignals(True)
        self.state.clear()
        self.state.addItem(tr("Everybody ({n})", n=number(report.counts.total)), EVERYBODY)
        cancelled = report.excluded.get("stopped", 0)
        for state in _STATES:
            which, n = Which(states=(state,)), getattr(report.counts, state)
            if state == "excluded" and cancelled:
                # What was stopped is told apart from what was left out.
                which, n = Which(states=(state,), but_reason="stopped"), n - cancelled
                words = wording.outcome_word("excluded", "stopped")
                self.state.addItem(f"{words} ({number(cancelled)})", Which(reason="stopped"))
            if n or which == kept:
                self.state.addItem(f"{wording.state_word(state)} ({number(n)})", which)
        if report.counts.read and report.counts.delivered:
            both = report.counts.delivered + report.counts.read
            self.state.addItem(tr("Delivered or read ({n})", n=number(both)), DELIVERED)
        self.state.setCurrentIndex(max(0, self._listed(kept)))
        self.state.blockSignals(blocked)
        if another:
            self._id, self._which = report.campaign.id, EVERYBODY
            self.reason.hide()
            self.person.close_panel()
            self.search.clear()
            self._restart()

    def choose(self, which: Which, words: str = "") -> None:
        """List a choice of recipients; where it is none of the outcomes, ``words`` say what it is."""
        self._which = which
        at = self._listed(which)
        self.state.setCurrentIndex(max(0, at))
        self.reason.setText(f"{words}  ✕")
        self.reason.setAccessibleName(tr("Show everybody again; now only: {reason}", reason=words))
        self.reason.setVisible(at < 0)
        self.person.close_panel()
        self._restart()

    def reread(self) -> None:
        """Rows changed: read them again, from the first, and the one that is open."""
        if self._id and self.isVisible():
            self._restart()
            if self.person.recipient is not None:
                self.person.show_row(self.person.recipient.row.id)

    def _listed(self, which: Which) -> int:
        return next((at for at in range(self.state.count()) if self.state.itemData(at) == which), -1)

    def _drop_choice(self) -> None:
        """Back to everybody; from one reason to all with the outcome it is a reason of."""
        self.choose(Which(states=self._which.states) if self._which.reason else EVERYBODY)

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
        words = wording.state_word(self._which.states[0])
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

    def which(self) -> Which:
        """What is listed: the choice, and what is searched for."""
        return msgspec.structs.replace(self._which, search=self.search.text().strip())

    def _choice(self) -> Choice:
        return Choice(self.studio.reports, self._id, self.which())

    def _show_found(self, generation: int, n: int) -> None:
        if generation == self.model.generation:
            outcome = self._which.states[0] if len(self._which.states) == 1 else ""
            self.again.setVisible(bool(n) and outcome in OFFERED)
            self.found.setText(ntr("{n} person", "{n} people", n) if n else tr("Nobody found"))

    def _read_page(self, generation: int, offset: int) -> None:
        choice = self._choice()

        def work(progress: Progress) -> list[OutcomeRow]:
            return choice.page(offset)

        Job(self, work).on_done(partial(self.model.add_page, generation)).run()

    def _open(self, index: QModelIndex) -> None:
        row = self.model.row(index.row())
        if row is not None:
            self.person.show_row(row.id)
