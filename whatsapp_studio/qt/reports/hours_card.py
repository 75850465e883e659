"""Decides how a report shows which hours were best: read or replied, by the clock of whoever got it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.local import share
from whatsapp_studio.qt.charts.card import ChartCard
from whatsapp_studio.qt.charts.heat import HeatMap, Spot
from whatsapp_studio.reports.details import THIN, Cell
from whatsapp_studio.reports.report import Report
from whatsapp_studio.reports.sections import WEEK, hours
from whatsapp_studio.reports.which import Which


class HoursCard(ChartCard):
    """The hours of a week. ``people_wanted`` carries a choice and its words."""

    people_wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        few = tr("Fewer than {n} messages: too few to tell", n=THIN)
        self.heat = HeatMap(tr("Best hours"), [tr(day) for day in WEEK], few)
        super().__init__(tr("Best hours"), self.heat, parent=parent)
        self._report: Report | None = None
        self.measure = QComboBox()
        self.measure.setAccessibleName(tr("Measure"))
        self.measure.addItem(tr("Read, of delivered"), "read")
        self.measure.addItem(tr("Replied, of delivered"), "replied")
        self.measure.activated.connect(lambda _at: self._show())
        self.add_tool(self.measure)
        self.heat.chosen.connect(self._open)

    def show_report(self, report: Report) -> None:
        """Mirror the hours of ``report``, which has its details."""
        self._report = report
        self._show()

    def _show(self) -> None:
        report = self._report
        assert report is not None and report.details is not None
        measure = self.measure.currentData()
        spots = {}
        for cell in report.details.heat.cells if report.has_receipts else ():
            n = cell.read if measure == "read" else cell.replied
            spots[cell.weekday, cell.hour] = Spot(n / cell.delivered, cell.thin, self._said(cell))
        self.heat.show_spots(spots)
        self.show_section(
            hours(report, report.details), tr("Hours can be compared once receipts say when messages arrived.")
        )

    def _said(self, cell: Cell) -> str:
        lines = [
            when(cell.weekday, cell.hour),
            tr("Delivered: {n}", n=number(cell.delivered)),
            tr("Read: {n}, {share} of delivered", n=number(cell.read), share=share(cell.read, cell.delivered)),
            tr("Replied: {n}, {share} of delivered", n=number(cell.replied),
               share=share(cell.replied, cell.delivered)),
        ]  # fmt: skip
        if cell.thin:
            lines.append(tr("Too few to tell"))
        return "\n".join(lines)

    def _open(self, at: int) -> None:
        weekday, hour = self.heat.place(at)
        which = Which(states=("delivered", "read"), weekday=weekday, hour=hour)
        self.people_wanted.emit(which, tr("Delivered {when}", when=when(weekday, hour)))


def when(weekday: int, hour: int) -> str:
    """An hour of the week in words."""
    return tr("{day} {begin}–{end}", day=tr(WEEK[weekday]), begin=f"{hour:02}:00", end=f"{(hour + 1) % 24:02}:00")
