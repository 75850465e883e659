"""Decides how messages in doubt are put before a person: listed, explained, and never sent again by themselves."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.i18n import mark, ntr, tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.reports.report import OutcomeRow
from whatsapp_studio.reports.which import Which

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

SHOWN = 200
_WHY = {
    "interrupted": mark("The program ended while it was leaving"),
    "ReadTimeout": mark("No answer came in time"),
    "WriteTimeout": mark("No answer came in time"),
    "unreadable": mark("The answer could not be read"),
    "error": mark("Something unexpected happened while it was leaving"),
}


class DoubtBox(QFrame):
    """The messages of one campaign of which nobody knows whether they were sent. ``decided`` follows a decision."""

    decided = Signal()

    def __init__(self, studio: Studio, campaign: Campaign, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio, self.campaign = studio, campaign
        self.setProperty("role", "warning-box")
        self._rows: list[OutcomeRow] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.title = QLabel()
        self.title.setProperty("role", "strong")
        self.title.setWordWrap(True)
        self.show_button = secondary_button(tr("Show"))
        self.show_button.setCheckable(True)
        self.show_button.toggled.connect(self._toggle)
        head.addWidget(IconLabel("circle-help", "warning", 18), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.title, 1)
        head.addWidget(self.show_button)
        said = QLabel(
            tr(
                "The connection broke at the wrong moment, and Meta gives no way to ask afterwards. They are never sent"
                " again by themselves. If a receipt arrives, they settle; otherwise you decide."
            )
        )
        said.setWordWrap(True)
        self.table = self._make_table()
        self.as_sent = secondary_button("")
        self.again = secondary_button("")
        self.as_sent.clicked.connect(partial(self._settle, True))
        self.again.clicked.connect(self._ask_again)
        self._deeds = QWidget()
        deeds = QHBoxLayout(self._deeds)
        deeds.setContentsMargins(0, 0, 0, 0)
        deeds.setSpacing(8)
        deeds.addWidget(self.as_sent)
        deeds.addWidget(self.again)
        deeds.addStretch(1)
        box.addLayout(head)
        box.addWidget(said)
        box.addWidget(self.table)
        box.addWidget(self._deeds)
        self.table.hide()
        self._deeds.hide()
        self._word_deeds()
        self.show_campaign(campaign)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 4)
        table.setHorizontalHeaderLabels([tr("Name"), tr("Phone"), tr("When"), tr("Why it is in doubt")])
        table.setAccessibleName(tr("Messages in doubt"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in ((0, 200), (1, 150), (2, 140)):
            table.setColumnWidth(column, width)
        table.itemSelectionChanged.connect(self._word_deeds)
        return table

    def show_campaign(self, campaign: Campaign) -> None:
        """Mirror the campaign as it is now."""
        before, self.campaign = self.campaign.counts.unknown, campaign
        n = campaign.counts.unknown
        self.title.setText(
            ntr(
                "We cannot tell whether {n} message of “{name}” was sent",
                "We cannot tell whether {n} messages of “{name}” were sent",
                n,
                name=campaign.name,
            )
        )
        if self.show_button.isChecked() and n != before:
            self._read()

    def _toggle(self, on: bool) -> None:
        self.table.setVisible(on)
        self._deeds.setVisible(on)
        self.show_button.setText(tr("Hide") if on else tr("Show"))
        if on:
            self._read()

    def _read(self) -> None:
        reports, id = self.studio.reports, self.campaign.id

        def work(progress: Progress) -> list[OutcomeRow]:
            return reports.rows(id, Which(states=("unknown",)), limit=SHOWN)

        Job(self, work).on_done(self._show).run()

    def _show(self, rows: list[OutcomeRow]) -> None:
        kept = {row.id for row in self.chosen()} if self.table.selectionModel().hasSelection() else set()
        self._rows = rows
        blocked = self.table.blockSignals(True)
        self.table.setRowCount(len(rows))
        now = self.studio.clock.now()
        for n, row in enumerate(rows):
            why = tr(_WHY[row.details]) if row.details in _WHY else tr("The connection broke")
            texts = (row.name or tr("No name"), ltr(row.phone), day_and_time(row.at, now), why)
            for column, text in enumerate(texts):
                self.table.setItem(n, column, QTableWidgetItem(text))
        lines = min(max(len(rows), 1), 6)
        self.table.setFixedHeight(lines * self.table.verticalHeader().defaultSectionSize() + 40)
        self.table.clearSelection()
        for n, row in enumerate(rows):
            if row.id in kept:
                self.select(n)
        self.table.blockSignals(blocked)
        self._word_deeds()

    def select(self, row: int) -> None:
        """Add a row to the selection, whatever keys are held."""
        flag = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().select(self.table.model().index(row, 0), flag.Select | flag.Rows)

    def chosen(self) -> list[OutcomeRow]:
        """The rows the decision is about: those selected, or all that are shown."""
        at = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self._rows[n] for n in at] if at else list(self._rows)

    def _word_deeds(self) -> None:
        n = len(self.chosen())
        self.as_sent.setText(ntr("Count {n} as sent", "Count {n} as sent", n))
        self.again.setText(ntr("Send {n} again…", "Send {n} again…", n))
        for button in (self.as_sent, self.again):
            button.setEnabled(bool(n))

    def _ask_again(self) -> None:
        n = len(self.chosen())
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(tr("Send again?"))
        box.setText(ntr("Send the message again to {n} person?", "Send the message again to {n} people?", n))
        box.setInformativeText(tr("If it did arrive the first time, they get it twice. Nobody can tell beforehand."))
        yes = box.addButton(ntr("Send {n} again", "Send {n} again", n), QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton(tr("Leave them in doubt"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.question = box
        box.buttonClicked.connect(lambda button: self._settle(False) if button is yes else None)
        box.open()

    def _settle(self, as_sent: bool, *_checked: object) -> None:
        ids = [row.id for row in self.chosen()]
        settle: Callable[..., None] = self.studio.campaigns.settle_unknown

        def work(progress: Progress) -> None:
            settle(ids, as_sent=as_sent)

        Job(self, work).on_done(lambda _none: self.decided.emit()).run()
