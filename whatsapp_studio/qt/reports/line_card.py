"""Decides how a report shows when things happened, and whose people a point of it opens."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from whatsapp_studio.base.i18n import mark, number, tr
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.qt.charts.card import ChartCard
from whatsapp_studio.qt.charts.lines import LineChart, Series
from whatsapp_studio.reports import naming
from whatsapp_studio.reports.details import Event, TimeLine
from whatsapp_studio.reports.report import Report
from whatsapp_studio.reports.sections import time_line
from whatsapp_studio.reports.series import end_of
from whatsapp_studio.reports.which import Which

_NAMES: dict[Event, str] = {
    "accepted": mark("Accepted"), "delivered": mark("Delivered"), "read": mark("Read"), "replied": mark("Replied"),
}  # fmt: skip
_WORDS: dict[Event, str] = {
    "accepted": mark("Accepted {when}"), "delivered": mark("Delivered {when}"), "read": mark("Read {when}"),
    "replied": mark("Replied {when}"),
}  # fmt: skip


class TimeLineCard(ChartCard):
    """Accepted, delivered, read and replied over time. ``people_wanted`` carries a choice and its words."""

    people_wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.line: TimeLine | None = None
        self.lines = LineChart(tr("When it happened"))
        super().__init__(tr("When it happened"), self.lines, self._said, parent)
        self.lines.chosen.connect(self._open)
        self.menu: QMenu | None = None
        self._shown: tuple[Event, ...] = ()

    def show_report(self, report: Report) -> None:
        """Mirror the time line of ``report``, which has its details."""
        assert report.details is not None
        self.line = line = report.details.line
        shown: list[Event] = ["accepted", "replied"]
        if report.has_receipts:
            shown = ["accepted", "delivered", "read", "replied"]
        zone = self._zone()
        self.lines.show_series(
            [Series(tr(_NAMES[event]), line.series.get(event, ())) for event in shown],
            naming.labels(line, zone), naming.spans(line, zone),
        )  # fmt: skip
        self._shown = tuple(shown)
        self.show_section(time_line(report, report.details), tr("Nothing has left yet."))

    def _open(self, at: int) -> None:
        """A point stands for several numbers: ask which of them."""
        line = self.line
        if line is None:
            return
        self.menu = QMenu(self)
        start, zone = line.starts[at], self._zone()
        end, when = end_of(start, line.minutes, zone), naming.span(start, line.minutes, zone)
        for event in self._shown:
            n = line.series[event][at]
            words = tr("{what}: {n}", what=tr(_NAMES[event]), n=number(n))
            action = QAction(words, self.menu)
            action.setEnabled(bool(n))
            which = Which(event=event, begin=start, end=end)
            action.triggered.connect(partial(self._wanted, which, tr(_WORDS[event], when=when)))
            self.menu.addAction(action)
        self.menu.popup(self.lines.mapToGlobal(self.lines.area(at).center().toPoint()))

    def _wanted(self, which: Which, words: str, _on: bool = False) -> None:
        self.people_wanted.emit(which, words)

    def _zone(self) -> tzinfo:
        return (zone_of(self.line.zone) if self.line else None) or UTC

    def _said(self, at: datetime) -> str:
        assert self.line is not None
        return naming.span(at, self.line.minutes, self._zone())
