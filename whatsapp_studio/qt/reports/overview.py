"""Decides the order of a report's first view: headline, funnel, why some failed, who was left out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.qt.reports import figures
from whatsapp_studio.qt.reports.funnel import Funnel, Stage
from whatsapp_studio.qt.reports.reasons import Reasons
from whatsapp_studio.qt.reports.tiles import Tile
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.reports.report import Report


class Overview(QScrollArea):
    """``people_wanted`` carries a state and a reason; ``receiver_wanted`` asks how to get receipts."""

    people_wanted = Signal(str, str)
    receiver_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        self.setWidget(inner)
        box = QVBoxLayout(inner)
        box.setContentsMargins(24, 12, 24, 16)
        box.setSpacing(12)
        self.no_receipts = Banner(
            "info",
            tr(
                "Meta only said that it took these messages. Whether they were delivered or read comes as a receipt,"
                " and no receipt has reached this program yet."
            ),
            (tr("How to get receipts"), self.receiver_wanted.emit),
        )
        self.tiles: list[Tile] = []
        self._tiles = QHBoxLayout()
        self._tiles.setSpacing(12)
        self.failures = Reasons(tr("Why some failed"), tr("Nothing failed."))
        self.excluded = Reasons(tr("Left out before sending"), tr("Nobody was left out."))
        for reasons in (self.failures, self.excluded):
            reasons.people_wanted.connect(self.people_wanted)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in ((left, (self._funnel_card(), self.excluded)), (right, (self.failures,))):
            column.setSpacing(12)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            columns.addLayout(column, 1)
        box.addWidget(self.no_receipts)
        box.addLayout(self._tiles)
        box.addLayout(columns)
        box.addStretch(1)

    def _funnel_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        box = QVBoxLayout(card)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(10)
        head = QHBoxLayout()
        title = QLabel(tr("From planned to read"))
        title.setProperty("role", "strong")
        self.as_table = link_button(tr("Show table"))
        self.as_table.setCheckable(True)
        self.as_table.toggled.connect(self._switch)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.as_table)
        self.funnel = Funnel()
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels([tr("Stage"), tr("People"), tr("Share")])
        self.table.setAccessibleName(tr("From planned to read"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setColumnWidth(0, 210)
        self._chart = QStackedWidget()
        self._chart.addWidget(self.funnel)
        self._chart.addWidget(self.table)
        box.addLayout(head)
        box.addWidget(self._chart)
        return card

    def _switch(self, table: bool) -> None:
        self._chart.setCurrentIndex(1 if table else 0)
        self.as_table.setText(tr("Show chart") if table else tr("Show table"))

    def show_report(self, report: Report) -> None:
        """Mirror ``report``."""
        self.no_receipts.setVisible(not report.has_receipts and bool(dict(report.funnel).get("accepted")))
        self._show_tiles(figures.headline(report))
        shown = figures.stages(report)
        self.funnel.show_stages(shown)
        self._fill_table(shown)
        self.failures.show_failures(report.errors)
        self.excluded.show_exclusions(report.excluded)

    def _show_tiles(self, shown: tuple[figures.Figure, ...]) -> None:
        while len(self.tiles) > len(shown):
            tile = self.tiles.pop()
            self._tiles.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        for place, figure in enumerate(shown):
            if place < len(self.tiles):
                self.tiles[place].show_figure(figure)
                continue
            tile = Tile(figure)
            tile.clicked.connect(lambda _on=False, tile=tile: self.people_wanted.emit(tile.figure.state, ""))
            self.tiles.append(tile)
            self._tiles.addWidget(tile)

    def _fill_table(self, shown: tuple[Stage, ...]) -> None:
        self.table.setRowCount(len(shown))
        for row, stage in enumerate(shown):
            n = number(stage.n) if stage.known else "–"
            for column, text in enumerate((stage.name, n, stage.share)):
                self.table.setItem(row, column, QTableWidgetItem(text))
