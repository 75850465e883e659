"""Decides how a report compares treatments, languages, markets, versions and turns: one measure at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from whatsapp_studio.base.i18n import mark, number, tr
from whatsapp_studio.base.local import share
from whatsapp_studio.qt.charts.bars import Bar, BarChart, counted
from whatsapp_studio.qt.charts.card import ChartCard
from whatsapp_studio.reports.details import Kind
from whatsapp_studio.reports.figures import Figures
from whatsapp_studio.reports.report import Report
from whatsapp_studio.reports.sections import BY, breakdown, namer
from whatsapp_studio.reports.which import Which

# The name of a measure, its words with a base, what it counts, the base, and whether only receipts tell it.
_MEASURES: dict[str, tuple[str, str, Callable[[Figures], int], Callable[[Figures], int], bool]] = {
    "read": (mark("Read"), mark("{share} of delivered"), lambda f: f.read, lambda f: f.delivered, True),
    "delivered": (mark("Delivered"), mark("{share} of accepted"), lambda f: f.delivered, lambda f: f.accepted, True),
    "replied": (mark("Replied"), mark("{share} of delivered"), lambda f: f.replied, lambda f: f.delivered, True),
    "clicked": (
        mark("Tapped a button"), mark("{share} of delivered"), lambda f: f.clicked, lambda f: f.delivered, True,
    ),
    "accepted": (mark("Accepted"), mark("{share} of planned"), lambda f: f.accepted, lambda f: f.planned, False),
    "failed": (mark("Failed"), mark("{share} of planned"), lambda f: f.failed, lambda f: f.planned, False),
    "opted_out": (mark("Opted out"), mark("{share} of accepted"), lambda f: f.opted_out, lambda f: f.accepted, False),
    "total": (mark("Everybody"), mark("{share} of everybody"), lambda f: f.total, lambda f: f.total, False),
}  # fmt: skip


class PartsCard(ChartCard):
    """Bars of shares by a kind of part. ``people_wanted`` carries a choice and its words."""

    people_wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.bars = BarChart(tr("Shares"))
        super().__init__(tr("Groups beside each other"), self.bars, parent=parent)
        self._report: Report | None = None
        self.kind, self.measure = QComboBox(), QComboBox()
        self.kind.setAccessibleName(tr("Compare by"))
        self.measure.setAccessibleName(tr("Measure"))
        for key, (name, *_rest) in _MEASURES.items():
            self.measure.addItem(tr(name), key)
        for box in (self.kind, self.measure):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(lambda _at: self._show())
            self.add_tool(box)
        self.bars.chosen.connect(self._open)

    def show_report(self, report: Report) -> None:
        """Mirror the parts of ``report``, which has its details."""
        assert report.details is not None
        first = self._report is None or self._report.campaign.id != report.campaign.id
        self._report = report
        kinds = list(report.details.parts)
        if kinds != [self.kind.itemData(at) for at in range(self.kind.count())]:
            kept = self.kind.currentData()
            self.kind.clear()
            for kind in kinds:
                self.kind.addItem(tr(BY[kind]), kind)
            several = next((kind for kind in kinds if len(report.details.parts[kind]) > 1), None)
            self.kind.setCurrentIndex(max(0, self.kind.findData(kept if kept in kinds and not first else several)))
        if first:
            self.measure.setCurrentIndex(self.measure.findData("read" if report.has_receipts else "accepted"))
        self._show()

    def _show(self) -> None:
        report, kind = self._report, self.kind.currentData()
        if report is None or report.details is None or not kind:
            return
        name, told, count, base, by_receipt = _MEASURES[self.measure.currentData()]
        whole = report.details.figures.total
        known, named = report.has_receipts or not by_receipt, namer(report, kind)
        bars = []
        for part in report.details.parts[kind]:
            n, of = count(part.figures), whole if name == "Everybody" else base(part.figures)
            words = (tr(told, share=share(n, of)) if of else "") if known else tr("not known")
            parts = (number(n), tr(name).lower(), words)
            said = tr("{name}: {what}", name=named(part.key), what=" · ".join(filter(None, parts)))
            value = (n / of if of else 0.0) if known else None
            bars.append(Bar(named(part.key), value, counted(n if known else None, words), said if known else words))
        self.bars.show_bars(bars)
        self.show_section(breakdown(report, report.details, kind))

    def _open(self, at: int) -> None:
        report, kind = self._report, self.kind.currentData()
        assert report is not None and report.details is not None
        key = report.details.parts[kind][at].key
        words = namer(report, kind)(key)
        self.people_wanted.emit(part_of(kind, key), words)


def part_of(kind: Kind, key: str) -> Which:
    """The people of a part."""
    match kind:
        case "treatment":
            return Which(treatment=key)
        case "market":
            return Which(market=key)
        case "turn":
            return Which(campaign=key)
        case "language":
            return Which(language=key)
        case _:
            return Which(version=key)
