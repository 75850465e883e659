"""Decides how a week with its quiet hours is drawn: a line for each day, from midnight to midnight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from whatsapp_studio.audience.quiet import Period
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.settings.rules.words import SHORT, period

_DAY = 24 * 60
_ROW, _GAP, _EVERY = 15, 4, 6


class WeekView(QWidget):
    """A picture of the week; what is quiet is filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._periods: tuple[Period, ...] = ()
        self.setAccessibleName(tr("Quiet hours of a week"))
        self.setMinimumHeight(self.sizeHint().height())

    def show_periods(self, periods: Iterable[Period]) -> None:
        """Draw these."""
        self._periods = tuple(periods)
        self.setAccessibleDescription(" · ".join(period(one) for one in self._periods))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 7 * (_ROW + _GAP) + QFontMetrics(self._small()).height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small())
        metrics = painter.fontMetrics()
        names = max(metrics.horizontalAdvance(tr(one)) for one in SHORT) + 10
        wide = self.width() - names - 8
        quiet = list(spans(self._periods))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for day in range(7):
            top = day * (_ROW + _GAP)
            painter.setPen(theme.color("text_muted"))
            painter.drawText(QRectF(0, top, names, _ROW), align, tr(SHORT[day]))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("surface_alt"))
            painter.drawRoundedRect(QRectF(names, top, wide, _ROW), 4, 4)
            painter.setBrush(theme.color("accent"))
            for begin, end in (span for which, *span in quiet if which == day):
                left = names + wide * begin / _DAY
                painter.drawRoundedRect(QRectF(left, top, max(2.0, wide * (end - begin) / _DAY), _ROW), 4, 4)
        painter.setPen(theme.color("text_muted"))
        below = 7 * (_ROW + _GAP)
        for hour in range(0, 25, _EVERY):
            text = f"{hour:02}:00"
            room = metrics.horizontalAdvance(text)
            left = names + wide * hour / 24 - (0 if hour == 0 else room if hour == 24 else room / 2)
            painter.drawText(QRectF(left, below, room + 4, metrics.height()), align, text)

    def _small(self) -> QFont:
        # Never higher than a line of the picture; what it says is in words beside it.
        high = QFontMetrics(self.font()).height()
        return theme.scaled(self.font(), min(0.85, (_ROW + _GAP) / high))


def spans(periods: Iterable[Period]) -> Iterator[tuple[int, int, int]]:
    """What is quiet of each day of the week: day, from which minute, until which."""
    for one in periods:
        begin, end = _minutes(one.begin), _minutes(one.end)
        for day in one.days:
            if begin < end:
                yield day, begin, end
            else:
                yield day, begin, _DAY
                if end:
                    yield (day + 1) % 7, 0, end


def _minutes(clock: str) -> int:
    hour, _, minute = clock.partition(":")
    return int(hour) * 60 + int(minute)
