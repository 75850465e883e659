"""Decides how campaigns are set beside each other: which are chosen, and their rates in one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.local import share
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.tab_order import follow_layout
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.fitting import fit, with_letters
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.reports.comparing import LEAST, MOST, Row, compare
from whatsapp_studio.reports.report import Report
from whatsapp_studio.reports.sections import Rate

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio


class CompareDialog(QDialog):
    """Two to six campaigns side by side; the first is the one the report is of."""

    def __init__(self, studio: Studio, campaign_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Compare campaigns"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._studio, self._own = studio, campaign_id
        self._reading = Latest(self)
        self.rows: tuple[Row, ...] = ()
        self._names: list[str] = []
        self.choice = QListWidget()
        self.choice.setAccessibleName(tr("Campaigns to compare"))
        self.choice.setMaximumWidth(with_letters(200))
        self.table = QTableWidget()
        self.table.setAccessibleName(tr("Campaigns side by side"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        self.said = muted(tr("Choose one to five other campaigns."))
        self.note = muted(
            tr(
                "A rate is marked best only where it differs from every other one beyond chance (95 % over all pairs)."
                " Campaigns reach different people at different times: what caused the difference is not told by it."
            )
        )
        self.copy = secondary_button(tr("Copy"), self._copy)
        self.shut = secondary_button(tr("Close"), self.accept)
        beside, foot, box = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        beside.setSpacing(12)
        beside.addWidget(self.choice)
        beside.addWidget(self.table, 1)
        foot.addStretch(1)
        foot.addWidget(self.copy)
        foot.addWidget(self.shut)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(12)
        box.addWidget(self.said)
        box.addLayout(beside, 1)
        box.addWidget(self.note)
        box.addLayout(foot)
        self._offer()
        self.choice.itemChanged.connect(self._chosen)
        self._chosen(None)
        fit(self, 980, 520)
        follow_layout(self)

    def chosen(self) -> list[str]:
        """The ids of the campaigns to compare, that of the report first."""
        items = (self.choice.item(at) for at in range(self.choice.count()))
        ticked = [one.data(Qt.ItemDataRole.UserRole) for one in items if one.checkState() == Qt.CheckState.Checked]
        return [self._own, *ticked]

    def tick(self, campaign_id: str) -> None:
        """Choose a campaign as a click on its box does."""
        for at in range(self.choice.count()):
            item = self.choice.item(at)
            if item.data(Qt.ItemDataRole.UserRole) == campaign_id:
                item.setCheckState(Qt.CheckState.Checked)

    def _offer(self) -> None:
        launched = [one for one in self._studio.campaigns.all() if one.launched_at and not one.deleted_at]
        launched.sort(key=lambda one: one.launched_at.timestamp() if one.launched_at else 0.0, reverse=True)
        for one in launched:
            if one.id != self._own:
                item = QListWidgetItem(one.name)
                item.setData(Qt.ItemDataRole.UserRole, one.id)
                item.setToolTip(tr("Launched {when}", when=day_and_time(one.launched_at, self._studio.clock.now())))
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)
                item.setSizeHint(QSize(0, max(30, self.fontMetrics().height() + 12)))
                self.choice.addItem(item)

    def _chosen(self, _item: QListWidgetItem | None) -> None:
        ids = self.chosen()
        full = len(ids) >= MOST
        self.choice.blockSignals(True)
        for at in range(self.choice.count()):
            item = self.choice.item(at)
            free = not full or item.checkState() == Qt.CheckState.Checked
            flags = item.flags() | Qt.ItemFlag.ItemIsEnabled if free else item.flags() & ~Qt.ItemFlag.ItemIsEnabled
            item.setFlags(flags)
        self.choice.blockSignals(False)
        self.copy.setEnabled(len(ids) >= LEAST)
        reports = self._studio.reports
        self._reading.ask(lambda: [reports.report(id) for id in ids], self.show_reports)

    def show_reports(self, found: list[Report]) -> None:
        """Mirror campaigns side by side."""
        self.rows = compare(found)
        self.table.setColumnCount(len(found) + 1)
        self._names = [one.campaign.name for one in found]
        self.table.setHorizontalHeaderLabels([tr("What"), *self._names])
        self.table.setRowCount(len(self.rows))
        strong = theme.scaled(self.font(), 1.0)
        strong.setBold(True)
        for at, row in enumerate(self.rows):
            self.table.setItem(at, 0, QTableWidgetItem(_label(row)))
            for column, cell in enumerate(row.cells):
                item = QTableWidgetItem(said(cell))
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                if row.best == column:
                    item.setFont(strong)
                    item.setIcon(icon("star", "success"))
                    item.setToolTip(tr("Best of these: it differs from every other one beyond chance."))
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, tr("{rate}, the best", rate=said(cell)))
                self.table.setItem(at, column + 1, item)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(110)
        if (first := self.table.horizontalHeaderItem(0)) is not None:
            first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _copy(self) -> None:
        lines = [[tr("What"), *self._names]]
        lines += [[_label(row), *map(said, row.cells)] for row in self.rows]
        QApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))


def _label(row: Row) -> str:
    return tr("{what}, {base}", what=row.label, base=row.base) if row.base else row.label


def said(cell: int | Rate | None) -> str:
    """A cell: a count, or a share with what it is made of."""
    if cell is None:
        return tr("not known")
    if isinstance(cell, Rate):
        words = share(cell.part, cell.whole)
        return tr("{share} ({part} of {whole})", share=words, part=number(cell.part), whole=number(cell.whole))
    return number(cell)
