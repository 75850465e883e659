"""Decides how a report is opened, kept up to date, compared and taken along as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.reports.compare import CompareDialog
from whatsapp_studio.qt.reports.exports import Exports
from whatsapp_studio.qt.reports.overview import Overview
from whatsapp_studio.qt.reports.people import People
from whatsapp_studio.qt.reports.reader import ReportReader, Seen
from whatsapp_studio.qt.widgets.badge import StatusBadge
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.buttons import link_button, secondary_button
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.page import Offers, Page
from whatsapp_studio.qt.widgets.twin import Twin
from whatsapp_studio.qt.widgets.whole_words import tell_whole
from whatsapp_studio.reports.report import Report
from whatsapp_studio.reports.which import Which

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_REFRESH_MS = 1000
_BESIDE_MS = 3000


class ReportsPage(Page):
    """Choose a launched campaign; see what came of it."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, tr("Reports"), parent)
        self.report: Report | None = None
        self.reader = ReportReader(studio.reports, self)
        self.reader.read.connect(self._show)
        self.reader.failed.connect(self._fail)
        self.campaigns = QComboBox()
        tell_whole(self.campaigns)
        self.campaigns.setAccessibleName(tr("Campaign"))
        self.campaigns.setMinimumWidth(320)
        self.campaigns.activated.connect(lambda _at: self.read())
        self.badge = StatusBadge("")
        self.when = QLabel()
        self.when.setProperty("role", "muted")
        self.error = Banner("error", "")
        self.error.hide()
        self.overview = Overview(studio)
        self.people = People(studio)
        self.overview.people_wanted.connect(self.show_people)
        self.overview.receiver_wanted.connect(lambda: self.navigate.emit("settings", "receiver"))
        self.overview.settings_wanted.connect(lambda place: self.navigate.emit("settings", place))
        self.overview.campaign_wanted.connect(lambda id: self.navigate.emit("campaigns", id))
        self.reader.moved.connect(self.overview.show_progress)
        self.people.follow_up_made.connect(lambda id: self.navigate.emit("campaigns", id))
        self.people.contact_wanted.connect(lambda id: self.navigate.emit("contacts", id))
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
        self.exports = Exports(studio.reports, self)
        self.compare = secondary_button(tr("Compare with…"), self.ask_comparison)
        self.export = secondary_button(tr("Export"))
        self.export.setMenu(self.exports.menu)
        self.writing = QLabel()
        self.writing.setProperty("role", "muted")
        self.stop: QPushButton = link_button(tr("Stop"), self.exports.cancel)
        self.stop.setAccessibleName(tr("Stop writing the file"))
        self.exports.moved.connect(self._moved)
        self.exports.busy.connect(self._busy)
        self.exports.menu.aboutToShow.connect(self._choose_people)
        for widget in (self.writing, self.stop, self.compare, self.export):
            self.add_action(widget)
        self._busy(False)
        self._compare_twin = Twin(self.compare)
        self._build()
        # What takes a look at everybody follows the numbers at a distance.
        self._beside = QTimer(self)
        self._beside.setSingleShot(True)
        self._beside.timeout.connect(self._read_beside)
        # A campaign that is not on the list yet may have been launched.
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
        above = QVBoxLayout()
        above.setContentsMargins(24, 0, 24, 0)
        above.addWidget(self.error)
        box.addLayout(row)
        box.addLayout(above)
        box.addWidget(self.tabs, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(shown)
        self.stack.addWidget(self.empty)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.addWidget(self.stack)

    def offers(self) -> Offers:
        return Offers({"page": [self._compare_twin, *self.exports.actions.values()]}, title=tr("&Reports"))

    def on_shown(self) -> None:
        self.refresh()

    def on_changes(self, changes: Changes) -> None:
        report = self.report
        shown = {report.campaign.id, *(one.id for one in report.turns)} if report is not None else set()
        if self.isVisible() and (changes.inbox or changes.campaigns & shown):
            self.reader.changed()
        if changes.campaigns - {self.campaigns.itemData(at) for at in range(self.campaigns.count())}:
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
        launched = [c for c in self.studio.campaigns.all() if c.launched_at is not None and c.deleted_at is None]
        launched.sort(key=_launched, reverse=True)
        self._fill(launched)
        self.stack.setCurrentIndex(0 if launched else 1)
        for widget in (self.export, self.compare):
            widget.setVisible(bool(launched))
        self.compare.setEnabled(len(launched) > 1)
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
        if id := self.campaigns.currentData():
            self.reader.show(id)

    def _show(self, seen: Seen) -> None:
        before, self.report = self.report, seen.report
        report, campaign = seen.report, seen.report.campaign
        self.error.hide()
        self.badge.set_state(campaign.state)
        self.when.setText(self._said_when(report))
        self.overview.show_report(report, seen.entries)
        self.people.show_report(report)
        self.exports.show_campaign(campaign.id, campaign.name)
        another = before is None or before.campaign.id != campaign.id
        changed = before is None or before.figures != report.figures
        if another or (changed and not self._beside.isActive()):
            self._beside.start(0 if another else _BESIDE_MS)
        if changed and not another:
            self.people.reread()

    def _read_beside(self) -> None:
        if self.report is not None:
            self.overview.show_campaign(self.report.campaign.id)

    def _said_when(self, report: Report) -> str:
        when = day_and_time(report.campaign.launched_at, self.studio.clock.now())
        if report.campaign.recurs:
            return ntr("{n} turn since {when}", "{n} turns since {when}", len(report.turns), when=when)
        return tr("Launched {when}", when=when)

    def _fail(self, error: StudioError) -> None:
        self.error.set_text(wording.explain(error.code, error.facts).text)
        self.error.show()

    def show_people(self, which: Which, words: str = "") -> None:
        """The list behind a number."""
        self.people.choose(which, words)
        self.tabs.setCurrentWidget(self.people)
        self.people.table.setFocus()

    def ask_comparison(self) -> None:
        """Ask which campaigns to set beside this one, and show them."""
        if self.report is not None:
            dialog = CompareDialog(self.studio, self.report.campaign.id, self)
            dialog.open()

    def _choose_people(self) -> None:
        """A list in a file holds whom the list on the page holds, while it is the one that is looked at."""
        looked_at = self.tabs.currentWidget() is self.people
        self.exports.choose(self.people.which() if looked_at else Which())

    def _busy(self, busy: bool) -> None:
        self.export.setEnabled(not busy)
        self.writing.setText(tr("Writing the file…"))
        self.writing.setVisible(busy)
        self.stop.setVisible(busy)

    def _moved(self, done: int, total: int) -> None:
        self.writing.setText(tr("{done} of {total} written", done=number(done), total=number(total)))


def _launched(campaign: Campaign) -> float:
    return campaign.launched_at.timestamp() if campaign.launched_at else 0.0
