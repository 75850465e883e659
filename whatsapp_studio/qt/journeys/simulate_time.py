"""Decides how the time of a rehearsal is shown and walked through: messages a day, who is inside, and a moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QSlider, QToolTip, QWidget

from whatsapp_studio.base.i18n import ctr, ntr, number, tr
from whatsapp_studio.base.local import decimal
from whatsapp_studio.journeys import phrases
from whatsapp_studio.qt import theme

_LEFT, _RIGHT, _TOP, _FOOT, _KNOB = 46.0, 14.0, 20.0, 34.0, 7.0
# Not nearer than this stand two dates under the chart.
_APART = 84


@dataclass(frozen=True, slots=True)
class Course:
    """What is shown: ``messages`` of each day of the clock from that of ``start`` on, and how many are ``inside``.

    ``start`` is in the zone of that clock; there is a place of ``inside`` for every moment, ``step`` apart.
    """

    start: datetime
    step: timedelta
    messages: Sequence[int]
    inside: Sequence[int]

    def moment(self, at: int) -> datetime:
        """A moment by its place, on the clock."""
        return (self.start.astimezone(UTC) + at * self.step).astimezone(self.start.tzinfo)

    def day(self, at: int) -> int:
        """The day a moment is on, from 0."""
        return min((self.moment(at).date() - self.start.date()).days, max(0, len(self.messages) - 1))

    def midnight(self, day: int) -> float:
        """The place at which a day begins: before the first moment for the first day."""
        begins = datetime.combine(self.start.date() + timedelta(days=day), time(), self.start.tzinfo)
        return (begins.astimezone(UTC) - self.start.astimezone(UTC)) / self.step

    def words(self, at: int) -> str:
        """A moment in words: when, how many are inside, how many messages leave that day."""
        when = phrases.moment(self.moment(at).replace(tzinfo=None).isoformat(timespec="minutes"))
        inside = ntr("{n} inside", "{n} inside", self.inside[at])
        sent = ntr("{n} message that day", "{n} messages that day", self.messages[self.day(at)])
        return f"{when} · {inside} · {sent}"


class TimeLine(QSlider):
    """A slider whose groove is the chart: arrows go a moment on, Page Up and Page Down a day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._course: Course | None = None
        # Time runs to the right in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(104)
        self.setAccessibleName(tr("Moment of the simulation"))
        self.setMouseTracking(True)
        self.valueChanged.connect(self._tell)

    def show_course(self, course: Course | None) -> None:
        """Show another course; the moment goes to its beginning."""
        self._course = course
        self.setEnabled(course is not None)
        self.setRange(0, max(0, len(course.inside) - 1) if course else 0)
        self.setPageStep(max(1, timedelta(days=1) // course.step) if course else 1)
        self.setValue(0)
        self._tell()
        self.update()

    @property
    def words(self) -> str:
        """The moment that is shown, in words."""
        return self._course.words(self.value()) if self._course else ""

    def sizeHint(self) -> QSize:
        return QSize(480, 128)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 104)

    # -- by hand -------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go(event.position().x())
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go(event.position().x())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._course is not None:
            QToolTip.showText(event.globalPos(), self._course.words(self._at(event.pos().x())), self)
            return True
        return super().event(event)

    def _go(self, x: float) -> None:
        if self._course is not None:
            self.setValue(self._at(x))

    def _at(self, x: float) -> int:
        room = self._plot()
        part = (x - room.left()) / max(1.0, room.width())
        return round(min(max(part, 0.0), 1.0) * self.maximum())

    def _x(self, at: float) -> float:
        room = self._plot()
        return room.left() + room.width() * at / max(1, self.maximum())

    def _plot(self) -> QRectF:
        return QRectF(_LEFT, _TOP, max(1.0, self.width() - _LEFT - _RIGHT), max(1.0, self.height() - _TOP - _FOOT))

    def _tell(self) -> None:
        self.setAccessibleDescription(self.words)

    # -- painting ------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.scaled(self.font(), 0.85))
        room = self._plot()
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawLine(QPointF(room.left(), room.bottom() + 0.5), QPointF(room.right(), room.bottom() + 0.5))
        if self._course is not None:
            self._paint_messages(painter, self._course, room)
            self._paint_inside(painter, self._course, room)
            self._paint_dates(painter, self._course, room)
            self._paint_legend(painter, self._course, room)
            self._paint_moment(painter, room)
        painter.end()

    def _paint_messages(self, painter: QPainter, course: Course, room: QRectF) -> None:
        most = max(course.messages, default=0)
        painter.setPen(theme.color("text_muted"))
        top = QRectF(0, room.top() - 8, _LEFT - 8, 16)
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _short(most))
        zero = QRectF(0, room.bottom() - 8, _LEFT - 8, 16)
        painter.drawText(zero, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "0")
        painter.setPen(QPen(theme.color("border"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(room.left(), room.top() + 0.5), QPointF(room.right(), room.top() + 0.5))
        painter.setPen(Qt.PenStyle.NoPen)
        here = course.day(self.value())
        for n, sent in enumerate(course.messages):
            left = max(room.left(), self._x(course.midnight(n)))
            right = min(self._x(course.midnight(n + 1)), room.right())
            if sent and right > left:
                gap = 1.0 if right - left > 4 else 0.0
                painter.setBrush(theme.color("c1"))
                painter.setOpacity(1.0 if n == here else 0.62)
                tall = max(2.0, room.height() * sent / most)
                painter.drawRect(QRectF(left + gap, room.bottom() - tall, right - left - 2 * gap, tall))
        painter.setOpacity(1.0)

    def _paint_inside(self, painter: QPainter, course: Course, room: QRectF) -> None:
        most = max(course.inside, default=0)
        if not most:
            return
        skip = max(1, len(course.inside) // max(1, int(room.width())))
        line = QPolygonF(
            [
                QPointF(self._x(at), room.bottom() - room.height() * max(course.inside[at : at + skip]) / most)
                for at in range(0, len(course.inside), skip)
            ]
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("c2"), 2, Qt.PenStyle.DashLine))
        painter.drawPolyline(line)

    def _paint_legend(self, painter: QPainter, course: Course, room: QRectF) -> None:
        most = max(course.inside, default=0)
        metrics, y, x = painter.fontMetrics(), room.top() - 11, room.left()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("c1"))
        painter.drawRect(QRectF(x, y - 4, 10, 8))
        for text, after in (
            (tr("Messages a day"), 18),
            (tr("Inside (at most {n})", n=number(most)), 0),
        ):
            painter.setPen(theme.color("text_muted"))
            x += 15
            painter.drawText(QPointF(x, y + metrics.ascent() / 2 - 1), text)
            x += metrics.horizontalAdvance(text) + after
            if after:
                painter.setPen(QPen(theme.color("c2"), 2, Qt.PenStyle.DashLine))
                painter.drawLine(QPointF(x, y), QPointF(x + 22, y))
                x += 12

    def _paint_dates(self, painter: QPainter, course: Course, room: QRectF) -> None:
        painter.setPen(theme.color("text_muted"))
        wide = max(0.1, self._x(course.midnight(1)) - self._x(course.midnight(0)))
        every = next((n for n in (1, 2, 7, 14, 28, 56, 91, 182, 364) if n * wide >= _APART), 364)
        for n in range(0, len(course.messages), every):
            x = max(room.left(), self._x(course.midnight(n)))
            words = phrases.day((course.start.date() + timedelta(days=n)).isoformat())
            if n and x - self._x(0) < _APART + 20:
                continue
            painter.drawLine(QPointF(x, room.bottom() + 1), QPointF(x, room.bottom() + 4))
            area = QRectF(x, room.bottom() + _KNOB * 2 + 3, _APART + 40, 16)
            if x + painter.fontMetrics().horizontalAdvance(words) <= self.width():
                painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_moment(self, painter: QPainter, room: QRectF) -> None:
        x, y = self._x(self.value()), room.bottom() + _KNOB + 2
        painter.setPen(QPen(theme.color("text"), 1.5))
        painter.drawLine(QPointF(x, room.top() - 2), QPointF(x, y))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x, y), _KNOB + 3, _KNOB + 3)
        painter.setPen(QPen(theme.color("surface"), 1.5))
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(QPointF(x, y), _KNOB, _KNOB)


def _short(n: int) -> str:
    """A count in the little room beside a chart."""
    if n < 10_000:
        return number(n)
    if n < 1_000_000:
        return ctr("thousands", "{n}k", n=number(n // 1000))
    return ctr("millions", "{n}M", n=decimal(n / 1_000_000))
