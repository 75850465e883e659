"""Decides the order of a report's first view: headline, funnel and time line, reasons, parts, hours, what is next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.wording import exclusion, meta_error
from whatsapp_studio.qt.charts.bars import Bar, BarChart, counted
from whatsapp_studio.qt.charts.card import ChartCard
from whatsapp_studio.qt.reports.again import WriteAgainCard
from whatsapp_studio.qt.reports.bill_card import BillCard
from whatsapp_studio.qt.reports.experiment_card import ExperimentCard
from whatsapp_studio.qt.reports.happened_card import HappenedCard
from whatsapp_studio.qt.reports.hours_card import HoursCard
from whatsapp_studio.qt.reports.line_card import TimeLineCard
from whatsapp_studio.qt.reports.parts_card import PartsCard
from whatsapp_studio.qt.reports.reasons import Reasons
from whatsapp_studio.qt.reports.strip import TileStrip
from whatsapp_studio.qt.reports.tiles import Tile
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.reports.headline import Figure, headline, stages
from whatsapp_studio.reports.report import Report
from whatsapp_studio.reports.sections import funnel
from whatsapp_studio.reports.which import Which

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio
    from whatsapp_studio.services.reporting import Entry

_GAP = 12
# Two columns need so many times the height of a line.
_LINES = 54


class Overview(QScrollArea):
    """``people_wanted`` carries a choice and its words; ``receiver_wanted`` asks how to get receipts.

    ``campaign_wanted`` carries the id of a campaign to open, ``settings_wanted`` a place of the settings.
    """

    people_wanted = Signal(object, str)
    receiver_wanted = Signal()
    campaign_wanted = Signal(str)
    settings_wanted = Signal(str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._stages: tuple[Figure, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.no_receipts = Banner(
            "info",
            tr(
                "Meta only said that it took these messages. Whether they were delivered or read comes as a receipt,"
                " and no receipt has reached this program yet."
            ),
            (tr("How to get receipts"), self.receiver_wanted.emit),
        )
        self.strip = TileStrip()
        self.strip.opened.connect(self._open)
        self.reading = muted("")
        self.reading.hide()
        self.funnel = BarChart(tr("From planned to read"))
        self.funnel.chosen.connect(lambda at: self._open(self._stages[at]))
        self.funnel_card = ChartCard(tr("From planned to read"), self.funnel)
        self.line, self.parts, self.hours = TimeLineCard(), PartsCard(), HoursCard()
        self.failures = Reasons(tr("Why some failed"), tr("Nothing failed."))
        self.excluded = Reasons(tr("Left out before sending"), tr("Nobody was left out."))
        self.happened = HappenedCard(tr("What happened"))
        self.experiment = ExperimentCard(studio)
        self.bill = BillCard(studio)
        self.bill.wanted.connect(self.settings_wanted)
        self.again = WriteAgainCard(studio)
        self.again.made.connect(self.campaign_wanted)
        self.again.wanted.connect(self.campaign_wanted)
        for card in (self.line, self.parts, self.hours):
            card.people_wanted.connect(self.people_wanted)
        self.failures.people_wanted.connect(self._reason)
        self.excluded.people_wanted.connect(self._reason)
        self._build()

    def _build(self) -> None:
        inner = QWidget()
        self.setWidget(inner)
        box = QVBoxLayout(inner)
        box.setContentsMargins(24, 12, 24, 16)
        box.setSpacing(_GAP)
        box.addWidget(self.no_receipts)
        box.addWidget(self.strip)
        box.addWidget(self.reading)
        self._columns = (
            _beside((self.funnel_card,), (self.line,), fill=True),
            _beside(
                (self.experiment, self.parts, self.bill, self.happened), (self.failures, self.excluded, self.again)
            ),
        )
        for columns in self._columns:
            box.addLayout(columns)
        box.addWidget(self.hours)
        box.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where letters leave no room beside each other, one column goes below the other."""
        super().resizeEvent(event)
        narrow = self.viewport().width() < self.fontMetrics().height() * _LINES
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for columns in self._columns:
            columns.setDirection(way)

    @property
    def tiles(self) -> list[Tile]:
        """The tiles of the headline, in their order."""
        return list(self.strip.tiles)

    def show_report(self, report: Report, entries: Sequence[Entry] = ()) -> None:
        """Mirror the totals of ``report``, its details where it has them, and what happened to its campaign."""
        self.no_receipts.setVisible(not report.has_receipts and bool(report.figures.accepted))
        self.strip.show_figures(headline(report))
        self._stages = stages(report)
        most = max((one.n or 0 for one in self._stages), default=0)
        self.funnel.show_bars(
            [Bar(one.label, one.n, counted(one.n, one.base)) for one in self._stages], most or None
        )
        self.funnel_card.show_section(funnel(report))
        self.failures.show_failures(report.errors)
        self.excluded.show_exclusions(report.excluded)
        self.happened.show_entries(entries, self._studio.clock.now())
        if report.details is not None:
            for card in (self.line, self.parts, self.hours):
                card.show_report(report)

    def show_campaign(self, campaign_id: str) -> None:
        """Have what stands beside the numbers read anew: what was compared, whom to write to again, what it cost."""
        self.experiment.show_campaign(campaign_id)
        self.again.show_campaign(campaign_id)
        self.bill.show_campaign(campaign_id)

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the details are; nothing once they are there."""
        self.reading.setText(tr("Reading {done} of {total} messages…", done=number(done), total=number(total)))
        self.reading.setVisible(done < total)

    def _open(self, figure: Figure) -> None:
        self.people_wanted.emit(figure.which, figure.label)

    def _reason(self, state: str, reason: str) -> None:
        words = meta_error(int(reason.removeprefix("meta-") or 0)).title if state == "failed" else exclusion(reason)
        self.people_wanted.emit(Which(states=(state,), reason=reason), words)


def _beside(left: tuple[QWidget, ...], right: tuple[QWidget, ...], *, fill: bool = False) -> QBoxLayout:
    """Two columns of the same width; with ``fill`` also of the same height."""
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    row.setSpacing(_GAP)
    for cards in (left, right):
        column = QVBoxLayout()
        column.setSpacing(_GAP)
        for card in cards:
            column.addWidget(card)
        if not fill:
            column.addStretch(1)
        row.addLayout(column, 1)
    return row
