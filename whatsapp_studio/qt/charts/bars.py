"""Decides how amounts beside each other are painted: bars of one scale, each with its number and its share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from whatsapp_studio.base.i18n import number
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.charts.chart import Chart

_BAR, _GAP = 20.0, 12.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, how long it is, what stands behind it, what is read out. ``None`` is not known, not zero."""

    name: str
    value: float | None
    text: str
    said: str = ""


class BarChart(Chart):
    """Horizontal bars with their names before and their numbers behind; what is not known is hatched.

    ``most`` is the value of a bar that fills its track; None: the largest.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.bars: tuple[Bar, ...] = ()
        self._most: float | None = None

    def show_bars(self, bars: Sequence[Bar], most: float | None = None) -> None:
        """Paint these from now on."""
        if (tuple(bars), most) != (self.bars, self._most):
            self.bars, self._most = tuple(bars), most
            self.changed()

    def count(self) -> int:
        return len(self.bars)

    def said(self, at: int) -> str:
        bar = self.bars[at]
        return bar.said or f"{bar.name}: {bar.text}"

    def area(self, at: int) -> QRectF:
        row = self._row()
        return QRectF(0, at * row, self.width(), row)

    def sizeHint(self) -> QSize:
        return QSize(420, round(self._row() * max(1, len(self.bars))))

    def draw(self, painter: QPainter) -> None:
        metrics, row = QFontMetricsF(self.font()), self._row()
        names = min(max(metrics.horizontalAdvance(bar.name) for bar in self.bars) + 16, self.width() * 0.42)
        numbers = max(metrics.horizontalAdvance(bar.text) for bar in self.bars) + 14
        room = max(40.0, self.width() - names - numbers)
        most = self._most or max((bar.value or 0 for bar in self.bars), default=0) or 1
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft

        def placed(left: float, top: float, width: float, height: float) -> QRectF:
            return QRectF(self.width() - left - width if mirrored else left, top, width, height)

        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for at, bar in enumerate(self.bars):
            top = at * row
            if at == self.at and self.opens:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("surface_alt"))
                painter.drawRoundedRect(QRectF(0, top, self.width(), row), 4, 4)
            painter.setPen(theme.color("text"))
            shown = metrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, names - 12)
            painter.drawText(placed(4, top, names - 8, row), side, shown)
            track = placed(names, top + (row - _BAR) / 2, room, _BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("border" if at == self.at and self.opens else "surface_alt"))
            painter.drawRoundedRect(track, 4, 4)
            if bar.value is None:
                painter.setBrush(theme.color("border_strong"))
                brush = painter.brush()
                brush.setStyle(Qt.BrushStyle.BDiagPattern)
                painter.setBrush(brush)
                painter.drawRoundedRect(track, 4, 4)
            elif bar.value:
                painter.setBrush(theme.color("c1"))
                width = max(3.0, room * min(1.0, bar.value / most))
                painter.drawRoundedRect(placed(names, track.top(), width, _BAR), 4, 4)
            painter.setPen(theme.color("text_muted" if bar.value is None else "text"))
            painter.drawText(placed(names + room + 10, top, numbers, row), side, bar.text)

    def _row(self) -> float:
        return max(_BAR + _GAP, self.line() + 8)


def counted(n: int | None, share: str) -> str:
    """A number with its share behind it, as a bar shows them."""
    if n is None:
        return share
    return f"{number(n)}  {share}" if share else number(n)
