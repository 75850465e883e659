"""Decides how series over time are painted: lines told apart by dash and mark as well as colour, with a scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from whatsapp_studio.base.i18n import number
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.charts.chart import Chart
from whatsapp_studio.reports.scale import ticks

_DASHES = (
    Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine, Qt.PenStyle.SolidLine,
)  # fmt: skip
_HIGH, _MARK = 220, 3.6
_ROOM_FOR_MARKS = 9.0


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its name and a value for each point of time."""

    name: str
    values: tuple[int, ...]


class LineChart(Chart):
    """Up to six series over the same points of time; the first also as an area."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.series: tuple[Series, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._moments: tuple[str, ...] = ()

    def show_series(self, series: Sequence[Series], labels: Sequence[str], moments: Sequence[str]) -> None:
        """Paint these from now on; ``labels`` stand below the points, ``moments`` are what is read out of each."""
        new = (tuple(series), tuple(labels), tuple(moments))
        if new != (self.series, self._labels, self._moments):
            self.series, self._labels, self._moments = new
            self.changed()

    def count(self) -> int:
        return len(self._moments) if self.series else 0

    def said(self, at: int) -> str:
        values = (f"{one.name}: {number(one.values[at])}" for one in self.series)
        return "\n".join((self._moments[at], *values))

    def summary(self) -> str:
        return "; ".join(f"{one.name}: {number(sum(one.values))}" for one in self.series)

    def beside(self, at: int, across: int, down: int) -> int:
        return min(max(at + across, 0), self.count() - 1)

    def area(self, at: int) -> QRectF:
        plot, step = self._plot(), self._step()
        return QRectF(self._x(at) - max(step, 8.0) / 2, plot.top(), max(step, 8.0), plot.height())

    def sizeHint(self) -> QSize:
        return QSize(460, round(_HIGH + 2 * self.line()))

    def draw(self, painter: QPainter) -> None:
        plot = self._plot()
        self._legend(painter)
        self._scales(painter, plot)
        if self.at >= 0:
            painter.setPen(QPen(theme.color("border_strong"), 1))
            painter.drawLine(QPointF(self._x(self.at), plot.top()), QPointF(self._x(self.at), plot.bottom()))
        for place, one in reversed(list(enumerate(self.series))):
            points = [QPointF(self._x(at), self._y(value)) for at, value in enumerate(one.values)]
            color = theme.color(f"c{place + 1}")
            if place == 0 and len(points) > 1:
                self._fill(painter, points, color)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color, 2, _DASHES[place]))
            painter.drawPolyline(QPolygonF(points))
            if self._step() >= _ROOM_FOR_MARKS or len(points) == 1:
                for point in points:
                    mark(painter, place, point, color)
            elif self.at >= 0:
                mark(painter, place, points[self.at], color)

    def _fill(self, painter: QPainter, points: list[QPointF], color: QColor) -> None:
        bottom = self._plot().bottom()
        soft = QColor(color)
        soft.setAlphaF(0.12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(soft)
        painter.drawPolygon(QPolygonF([QPointF(points[0].x(), bottom), *points, QPointF(points[-1].x(), bottom)]))

    def _legend(self, painter: QPainter) -> None:
        metrics, left, middle = QFontMetricsF(self.font()), 4.0, self.line() / 2 + 2
        for place, one in enumerate(self.series):
            color = theme.color(f"c{place + 1}")
            painter.setPen(QPen(color, 2, _DASHES[place]))
            painter.drawLine(QPointF(left, middle), QPointF(left + 26, middle))
            mark(painter, place, QPointF(left + 13, middle), color)
            painter.setPen(theme.color("text"))
            wide = metrics.horizontalAdvance(one.name)
            painter.drawText(QRectF(left + 32, 2, wide + 4, self.line()), Qt.AlignmentFlag.AlignVCenter, one.name)
            left += 32 + wide + 18

    def _scales(self, painter: QPainter, plot: QRectF) -> None:
        metrics = QFontMetricsF(self.font())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        for value in ticks(self._most()):
            y = round(self._y(value)) + 0.5
            painter.setPen(QPen(theme.color("border"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme.color("text_muted"))
            painter.drawText(QRectF(0, y - 10, plot.left() - 8, 20), right, number(value))
        free = plot.left() - 40
        for at, label in enumerate(self._labels):
            wide = metrics.horizontalAdvance(label)
            left = min(max(self._x(at) - wide / 2, plot.left() - 8), self.width() - wide - 1)
            if label and left >= free:
                painter.setPen(theme.color("text_muted"))
                place = QRectF(left, plot.bottom() + 5, wide + 2, self.line())
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, label)
                painter.setPen(QPen(theme.color("border_strong"), 1))
                x = round(self._x(at)) + 0.5
                painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 4))
                free = left + wide + 14

    def _plot(self) -> QRectF:
        metrics = QFontMetricsF(self.font())
        left = metrics.horizontalAdvance(number(ticks(self._most())[-1])) + 14
        top, bottom = self.line() + 16, self.line() + 10
        return QRectF(left, top, max(40.0, self.width() - left - 12), max(40.0, self.height() - top - bottom))

    def _most(self) -> int:
        return max((value for one in self.series for value in one.values), default=0)

    def _step(self) -> float:
        return self._plot().width() / max(1, self.count() - 1)

    def _x(self, at: int) -> float:
        plot = self._plot()
        return plot.center().x() if self.count() == 1 else plot.left() + self._step() * at

    def _y(self, value: int) -> float:
        plot = self._plot()
        return plot.bottom() - plot.height() * value / ticks(self._most())[-1]


def mark(painter: QPainter, place: int, point: QPointF, color: QColor) -> None:
    """The mark of a series: a disc, a square, a triangle, a diamond, a triangle that stands on its head, a cross."""
    x, y, r = point.x(), point.y(), _MARK
    painter.setPen(QPen(theme.color("surface"), 1))
    painter.setBrush(color)
    shapes = {
        1: ((-r, -r), (r, -r), (r, r), (-r, r)), 2: ((0, -r - 1), (r + 1, r), (-r - 1, r)),
        3: ((0, -r - 1.5), (r + 1.5, 0), (0, r + 1.5), (-r - 1.5, 0)), 4: ((0, r + 1), (r + 1, -r), (-r - 1, -r)),
    }  # fmt: skip
    if place in shapes:
        painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in shapes[place]]))
    elif place == 5:
        painter.setPen(QPen(color, 2))
        for (ax, ay), (bx, by) in pairwise(((-r, -r), (r, r))):
            painter.drawLine(QPointF(x + ax, y + ay), QPointF(x + bx, y + by))
            painter.drawLine(QPointF(x + ax, y - ay), QPointF(x + bx, y - by))
    else:
        painter.drawEllipse(point, r, r)
