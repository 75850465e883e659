"""Decides how the hours of a week are painted: the higher a rate the stronger, the thin ones hatched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from whatsapp_studio.base.local import percent
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.charts.chart import Chart

HOURS, DAYS = 24, 7
_LEAST = 20.0


@dataclass(frozen=True, slots=True)
class Spot:
    """One hour of the week: its rate (0 to 1), whether it rests on too few, and what is read out."""

    rate: float
    thin: bool
    said: str


class HeatMap(Chart):
    """A week of hours. An hour in which nothing arrived is empty."""

    def __init__(self, name: str, days: Sequence[str], few: str) -> None:
        super().__init__(name)
        self._days, self._few = tuple(days), few
        self.spots: dict[tuple[int, int], Spot] = {}
        self._order: list[tuple[int, int]] = []

    def show_spots(self, spots: Mapping[tuple[int, int], Spot]) -> None:
        """Paint these from now on, by day (0 is the first) and hour."""
        if dict(spots) != self.spots:
            self.spots = dict(spots)
            self._order = sorted(self.spots)
            self.changed()

    def place(self, at: int) -> tuple[int, int]:
        """The day and hour of a point."""
        return self._order[at]

    def count(self) -> int:
        return len(self._order)

    def said(self, at: int) -> str:
        return self.spots[self._order[at]].said

    def beside(self, at: int, across: int, down: int) -> int:
        day, hour = self._order[at]
        if across:
            return min(max(at + across, 0), self.count() - 1)
        others = [(abs(d - day), abs(h - hour), (d, h)) for d, h in self._order if (d - day) * down > 0]
        return self._order.index(min(others)[2]) if others else at

    def area(self, at: int) -> QRectF:
        return self._cell(*self._order[at])

    def sizeHint(self) -> QSize:
        return QSize(620, round(DAYS * max(_LEAST, self.line() + 4) + 2 * self.line() + 26))

    def draw(self, painter: QPainter) -> None:
        metrics = QFontMetricsF(self.font())
        left, height = self._left(), self._cell(0, 0).height()
        painter.setPen(theme.color("text_muted"))
        for day, name in enumerate(self._days):
            place = QRectF(0, day * height, left - 8, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        free = 0.0
        for hour in range(HOURS):
            cell, text = self._cell(DAYS, hour), f"{hour:02}"
            wide = metrics.horizontalAdvance(text)
            if cell.center().x() - wide / 2 >= free:
                place = QRectF(cell.center().x() - wide, cell.top() + 2, 2 * wide, self.line())
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
                free = cell.center().x() + wide / 2 + 8
        scale = self._scale()
        for day in range(DAYS):
            for hour in range(HOURS):
                self._paint(painter, self._cell(day, hour).adjusted(1, 1, -1, -1), self.spots.get((day, hour)), scale)
        if self.at >= 0:
            painter.setPen(QPen(theme.color("text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.area(self.at), 3, 3)
        self._legend(painter, scale)

    def _paint(self, painter: QPainter, cell: QRectF, spot: Spot | None, scale: tuple[float, float]) -> None:
        painter.setPen(QPen(theme.color("border"), 1) if spot is None else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface") if spot is None else _shade(spot.rate, *scale))
        painter.drawRoundedRect(cell, 3, 3)
        if spot is not None and spot.thin:
            painter.setPen(QPen(theme.color("border_strong"), 1))
            painter.setBrush(QBrush(theme.color("text_muted"), Qt.BrushStyle.FDiagPattern))
            painter.drawRoundedRect(cell, 3, 3)

    def _legend(self, painter: QPainter, scale: tuple[float, float]) -> None:
        metrics = QFontMetricsF(self.font())
        top = self._cell(DAYS, 0).top() + self.line() + 12
        x = self._left()
        for text, shares in ((percent(scale[0]), ()), (percent(scale[1]), (0.0, 0.25, 0.5, 0.75, 1.0))):
            for one in shares:
                self._paint(painter, QRectF(x, top + 2, 22, self.line() - 4), Spot(one, False, ""), (0.0, 1.0))
                x += 24
            x += 6 if shares else 0
            painter.setPen(theme.color("text_muted"))
            wide = metrics.horizontalAdvance(text)
            painter.drawText(QPointF(x, top + metrics.ascent()), text)
            x += wide + 6
        if any(spot.thin for spot in self.spots.values()):
            x += 18
            self._paint(painter, QRectF(x, top + 2, 22, self.line() - 4), Spot(0.25, True, ""), (0.0, 1.0))
            painter.setPen(theme.color("text_muted"))
            painter.drawText(QPointF(x + 30, top + metrics.ascent()), self._few)

    def _scale(self) -> tuple[float, float]:
        """The rates of the faintest and the strongest colour: of those that rest on enough, else of all."""
        sure = [spot.rate for spot in self.spots.values() if not spot.thin]
        rates = sure or [spot.rate for spot in self.spots.values()]
        return (min(rates), max(rates)) if rates else (0.0, 1.0)

    def _left(self) -> float:
        metrics = QFontMetricsF(self.font())
        return max(metrics.horizontalAdvance(day) for day in self._days) + 14

    def _cell(self, day: int, hour: int) -> QRectF:
        left = self._left()
        wide = (self.width() - left - 2) / HOURS
        high = max(_LEAST, self.line() + 4)
        return QRectF(left + hour * wide, day * high, wide, high)


def _shade(rate: float, low: float, high: float) -> QColor:
    """From near the ground to the first colour of charts, by where a rate lies between two."""
    place = min(1.0, max(0.0, (rate - low) / (high - low))) if high > low else 1.0
    strength = 0.14 + 0.86 * place
    ground, ink = theme.color("surface"), theme.color("c1")
    parts = ((ground.redF(), ink.redF()), (ground.greenF(), ink.greenF()), (ground.blueF(), ink.blueF()))
    return QColor.fromRgbF(*(a + (b - a) * strength for a, b in parts))
