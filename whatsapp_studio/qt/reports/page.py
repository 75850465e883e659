"""Decides how a report is opened, kept up to date and taken along as a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.reports.overview import Overview
from whatsapp_studio.qt.reports.people import People
from whatsapp_studio.qt.widgets.badge import StatusBadge
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.dialogs import show_error
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.files import choose_save, file_name
from whatsapp_studio.qt.widgets.page import Offers, Page
from whatsapp_studio.qt.widgets.toast import Toast
from whatsapp_studio.qt.widgets.twin import Twin
from whatsapp_studio.qt.widgets.whole_words import tell_whole
from whatsapp_studio.reports.report import Report

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_REFRESH_MS = 1000


class ReportsPage(Page):
    """Choose a launched campaign; see what came of it."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, tr("Reports"), parent)
        self.report: Report | None = None
        self._asked = 0
        self._ids: list[str] = []
        self.campaigns = QComboBox()
        tell_whole(self.campaigns)
        self.campaigns.setAccessibleName(tr("Campaign"))
        self.campaigns.setMinimumWidth(320)
        self.campaigns.activated.connect(lambda _at: self.read())
        self.badge = StatusBadge("")
        self.when = QLabel()
        self.when.setProperty("role", "muted")
        self.overview = Overview()
        self.people = People(studio)
        self.overview.people_wanted.connect(self.show_people)
        self.overview.receiver_wanted.connect(lambda: self.navigate.emit("settings", "receiver"))
        self.people.follow_up_made.connect(lambda id: self.navigate.emit("campaigns", id))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setStyleSheet("QTabWidget::tab-bar { left: 16px; }")
        self.tabs.addTab(self.overview, tr("Overview"))
        self.tabs.addTab(self.people, tr("People"))
        self.empty = EmptyState(
            "chart-column",
            tr("No results yet."),
            tr("Numbers appear here a few seconds after the first send."),
            (tr("Go to campaigns"), lambda: self.navigate.emit("campaigns", None)),
        )
        self.export = secondary_button(tr("Export CSV…"))
        self.export.clicked.connect(self._ask_file)
        self.add_action(self.export)
        self._export_twin = Twin(self.export)
        self._build()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REFRESH_MS)
        self._soon.timeout.connect(self.refresh)

    def _build(self) -> None:
        shown = QWidget()
        box = QVBoxLayout(shown)
        box.setContentsMargins(0, 12, 0, 0)
        box.setSpacing(8)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(12)
        row.addWidget(self.campaigns)
        row.addWidget(self.badge)
        row.addWidget(self.when)
        row.addStretch(1)
        box.addLayout(row)
        box.addWidget(self.tabs, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(shown)
        self.stack.addWidget(self.empty)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.addWidget(self.stack)

    def offers(self) -> Offers:
        return Offers({"page": [self._export_twin]}, title=tr("&Reports"))

    def on_shown(self) -> None:
        self.refresh()

    def on_changes(self, changes: Changes) -> None:
        if (changes.campaigns or changes.inbox) and not self._soon.isActive():
            self._soon.start()

    def open(self, what: object) -> None:
        """Open the report of the campaign with this id."""
        self.refresh()
        at = self.campaigns.findData(what)
        if at >= 0:
            self.campaigns.setCurrentIndex(at)
            self.read()

    def keep(self) -> object:
        return self.campaigns.currentData(), self.tabs.currentIndex()

    def take(self, kept: object) -> None:
        if isinstance(kept, tuple):
            self.open(kept[0])
            self.tabs.setCurrentIndex(kept[1])

    def refresh(self) -> None:
        """Read which campaigns have a report, and the one that is shown."""
        launched = [c for c in self.studio.campaigns.all() if c.launched_at is not None]
        launched.sort(key=_launched, reverse=True)
        self._fill(launched)
        self.stack.setCurrentIndex(0 if launched else 1)
        self.export.setVisible(bool(launched))
        if launched:
            self.read()

    def _fill(self, launched: list[Campaign]) -> None:
        names = [(campaign.name, campaign.id) for campaign in launched]
        if names == [(self.campaigns.itemText(n), self.campaigns.itemData(n)) for n in range(self.campaigns.count())]:
            return
        kept = self.campaigns.currentData()
        blocked = self.campaigns.blockSignals(True)
        self.campaigns.clear()
        for name, id in names:
            self.campaigns.addItem(name, id)
        self.campaigns.setCurrentIndex(max(0, self.campaigns.findData(kept)))
        self.campaigns.blockSignals(blocked)

    def read(self) -> None:
        """Read the chosen report outside the window's thread."""
        id = self.campaigns.currentData()
        if not id:
            return
        self._asked += 1
        turn, reports = self._asked, self.studio.reports

        def work(progress: Progress) -> Report:
            return reports.report(id)

        Job(self, work).on_done(lambda report: self._show(turn, report)).run()

    def _show(self, turn: int, report: Report) -> None:
        if turn != self._asked:
            return
        before, self.report = self.report, report
        campaign = report.campaign
        self.badge.set_state(campaign.state)
        self.when.setText(tr("Launched {when}", when=day_and_time(campaign.launched_at, self.studio.clock.now())))
        self.overview.show_report(report)
        self.people.show_report(report)
        if before is not None and before.campaign.id == campaign.id and before.counts != report.counts:
            self.people.reread()

    def show_people(self, state: str, reason: str) -> None:
        """The list behind a number."""
        self.people.choose(state, reason)
        self.tabs.setCurrentWidget(self.people)
        self.people.table.setFocus()

    def _ask_file(self) -> None:
        if self.report is None:
            return
        name = file_name(self.report.campaign.name, ".csv", tr("report"))
        path = choose_save(self, "report", tr("Export report"), name, tr("CSV file (*.csv)"))
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write every recipient of the shown campaign to ``path``."""
        if self.report is None:
            return
        write = partial(self.studio.reports.export_csv, self.report.campaign.id, path)

        def work(progress: Progress) -> int:
            return write(progress=progress)

        def done(n: int) -> None:
            self.export.setEnabled(True)
            text = ntr("{n} person was written to {file}.", "{n} people were written to {file}.", n, file=path.name)
            Toast.show_in(self, text)

        def failed(error: StudioError) -> None:
            self.export.setEnabled(True)
            show_error(self, wording.explain(error.code, error.facts))

        self.export.setEnabled(False)
        Job(self, work).on_done(done).on_failed(failed).run()


def _launched(campaign: Campaign) -> float:
    return campaign.launched_at.timestamp() if campaign.launched_at else 0.0
