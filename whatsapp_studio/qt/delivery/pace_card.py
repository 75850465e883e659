"""Decides how the pace is shown: the achieved rate, its last minute, the target, and what holds it there."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import decimal
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.delivery import phrasing
from whatsapp_studio.qt.delivery.phrasing import Pace

SECONDS = 60


class LastMinute(QWidget):
    """The achieved rate of the last minute as a line, the target as dashes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rates: deque[float] = deque([0.0] * SECONDS, maxlen=SECONDS)
        self._target = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Rate of the last minute"))

    def add(self, rate: float, target: float) -> None:
        """Take the rate of another second."""
        self._rates.append(rate)
        self._target = max(target, 0.1)
        self.setAccessibleDescription(tr("{rate} messages a second now", rate=decimal(rate)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 4, -1, -2)
        top = max(self._target, *self._rates) * 1.1
        y_target = area.bottom() - area.height() * self._target / top
        pen = QPen(theme.color("border_strong"), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(area.left(), y_target), QPointF(area.right(), y_target))
        step = area.width() / (SECONDS - 1)
        line = [
            QPointF(area.left() + n * step, area.bottom() - area.height() * rate / top)
            for n, rate in enumerate(self._rates)
        ]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent_soft"))
        painter.drawPolygon(QPolygonF([QPointF(area.left(), area.bottom()), *line, area.bottomRight()]))
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(line))
        painter.end()


class PaceCard(QFrame):
    """The rate as a number and a line, with the reason it is not higher."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(24)
        self.rate = QLabel("0.0")
        self.rate.setProperty("role", "number")
        self.target = QLabel()
        self.target.setProperty("role", "muted")
        self.limit = QLabel()
        self.limit.setWordWrap(True)
        figures = QVBoxLayout()
        figures.setSpacing(0)
        figures.addWidget(self.rate)
        figures.addWidget(self.target)
        self.line = LastMinute()
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.line)
        words.addWidget(self.limit)
        row.addLayout(figures)
        row.addLayout(words, 1)

    def show_pace(self, pace: Pace, *, idle: bool = False) -> None:
        """Show the pace as it is now; ``idle`` where everything waits for a later moment."""
        self.rate.setText(decimal(pace.rate))
        self.target.setText(tr("of {target} messages a second", target=decimal(pace.target, 2, least=0)))
        self.limit.setText(phrasing.limit(pace, idle=idle))

    def tick(self, pace: Pace) -> None:
        """Another second is over."""
        self.line.add(pace.rate, pace.target)
