"""Decides how a month is shown: a cell for each day, with its first entries and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QWidget

from whatsapp_studio.base.i18n import ntr
from whatsapp_studio.base.zones import moment_of
from whatsapp_studio.campaigns.agenda import Entry
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.calendar.board import Board
from whatsapp_studio.qt.calendar.days import days_of
from whatsapp_studio.qt.calendar.entry_button import EntryButton
from whatsapp_studio.qt.widgets.buttons import link_button

_HEAD, _NUMBER, _LINE = 28, 24, 26
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class MonthView(Board):
    """Weeks below each other. What is on several days stands on the first of them that is shown."""

    def __init__(self, zone: ZoneInfo, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__(zone, locale, parent)
        self.month = 1
        self.boards: tuple[Board, ...] = (self,)
        self._more: list[QPushButton] = []

    def kept(self, entries: Sequence[Entry]) -> list[Entry]:
        return sorted(entries, key=lambda one: (one.kind == "busy", one.starts, one.title))

    def cell(self, n: int) -> QRect:
        """The room of a day."""
        weeks = max(len(self.days) // 7, 1)
        wide, high = self.width() / 7, (self.height() - _HEAD) / weeks
        left, top = round(n % 7 * wide), _HEAD + round(n // 7 * high)
        return QRect(left, top, round((n % 7 + 1) * wide) - left, _HEAD + round((n // 7 + 1) * high) - top)

    def place(self) -> None:
        for one in self._more:
            one.hide()
            one.deleteLater()
        self._more = []
        for n, day in enumerate(self.days):
            here = [one for one in self.buttons if self._first_day(one.entry) == n]
            room = self.cell(n).adjusted(4, _NUMBER, -4, -2)
            lines = max(room.height() // _LINE, 1)
            shown = here if len(here) <= lines else here[: lines - 1]
            for button in here:
                button.setVisible(button in shown)
            for line, button in enumerate(shown):
                place = QRect(room.left(), room.top() + line * _LINE, room.width(), _LINE - 2)
                button.setGeometry(self.mirrored(place))
            if len(shown) < len(here):
                rest = len(here) - len(shown)
                more = link_button(ntr("{n} more", "{n} more", rest), partial(self.day_wanted.emit, day))
                more.setParent(self)
                more.setAccessibleDescription(f"{day:%Y-%m-%d}")
                place = QRect(room.left(), room.top() + len(shown) * _LINE, room.width(), _LINE - 2)
                more.setGeometry(self.mirrored(place))
                more.show()
                self._more.append(more)

    def target(self, button: EntryButton, corner: QPoint) -> tuple[datetime, QRect] | None:
        middle = QPoint(corner.x() + button.width() // 2, corner.y() + button.height() // 2)
        if self.isRightToLeft():
            middle.setX(self.width() - middle.x())
        n = next((n for n in range(len(self.days)) if self.cell(n).contains(middle)), None)
        if n is None:
            return None
        wall = datetime.combine(self.days[n], self._wall(button.entry).time())
        room = self.cell(n).adjusted(4, _NUMBER, -4, -2)
        return wall, QRect(room.left(), room.top(), room.width(), _LINE + 1)

    def nudge(self, button: EntryButton, days: int, steps: int) -> None:
        wall = self._wall(button.entry) + timedelta(days=days + 7 * steps)
        self.moved.emit(button.entry, moment_of(wall, self.zone))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(QRect(0, 0, self.width(), _HEAD), theme.color("surface_alt"))
        today = self.now.astimezone(self.zone).date()
        side = QStyle.visualAlignment(self.layoutDirection(), _LEFT)
        small = theme.scaled(self.font(), 0.88)
        for n, day in enumerate(self.days):
            room = self.mirrored(self.cell(n))
            if n < 7:
                painter.setFont(small)
                painter.setPen(theme.color("text_muted"))
                name = QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
                painter.drawText(QRect(room.left() + 8, 0, room.width() - 16, _HEAD), side, name)
            if day.month != self.month:
                painter.fillRect(room, theme.color("window"))
            painter.setPen(theme.color("border"))
            painter.drawRect(room.adjusted(0, 0, 0, 0))
            number = room.adjusted(8, 3, -8, 0)
            number.setHeight(_NUMBER - 4)
            painter.setFont(theme.scaled(self.font(), 0.95, self.font().Weight.DemiBold if day == today else None))
            ink = "accent" if day == today else "text" if day.month == self.month else "text_disabled"
            painter.setPen(theme.color(ink))
            painter.drawText(number, side, str(day.day))
        painter.end()

    def _first_day(self, entry: Entry) -> int:
        return next((n for n, day in enumerate(self.days) if day in days_of(entry, self.zone)), -1)
