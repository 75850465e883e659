"""Decides how a week is shown: its days beside each other, its hours below each other, entries where they begin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStyle, QVBoxLayout, QWidget

from whatsapp_studio.campaigns.agenda import Entry
from whatsapp_studio.campaigns.moving import snapped
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.calendar.board import Board
from whatsapp_studio.qt.calendar.days import DAY_MINUTES, clock_text, days_of, gap_of, lanes, minutes_of, twice_of
from whatsapp_studio.qt.calendar.entry_button import EntryButton
from whatsapp_studio.qt.widgets.fitting import with_letters

HOUR, LEAST = 52, 25
_GUTTER, _HEAD, _LINE = 64, 44, 28
_START = 7
_SKIPPED, _TWICE = Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.Dense7Pattern
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def gutter() -> int:
    """How wide the column of the hours is, with the letters in use."""
    return with_letters(_GUTTER)


class WeekHours(Board):
    """The hours of a week. Times stand by the clock on the wall, also on days of 23 and 25 hours."""

    def __init__(self, zone: ZoneInfo, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__(zone, locale, parent)
        self.setFixedHeight(24 * HOUR)

    def kept(self, entries: Sequence[Entry]) -> list[Entry]:
        return super().kept([one for one in entries if not one.all_day and len(days_of(one, self.zone)) <= 2])

    def column(self, n: int) -> QRect:
        """The room of a day."""
        wide = (self.width() - gutter()) / 7
        left = gutter() + round(n * wide)
        return QRect(left, 0, gutter() + round((n + 1) * wide) - left, self.height())

    def place(self) -> None:
        for n, day in enumerate(self.days):
            here = [one for one in self.buttons if self._day(one.entry) == day]
            here.sort(key=lambda one: one.entry.starts)
            room = self.column(n).adjusted(2, 0, -6, 0)
            behind = [one for one in here if one.entry.kind == "busy"]
            spans = self._spans(behind, day)
            self._place_beside(behind, spans, room)
            # What is of other calendars stands behind, and stays to be seen at the side.
            front = [one for one in here if one.entry.kind != "busy"]
            ours = self._spans(front, day)
            covers = any(a < last and first < b for a, b in ours for first, last in spans)
            self._place_beside(front, ours, room.adjusted(room.width() // 4 if covers else 0, 0, 0, 0))

    def _spans(self, buttons: Sequence[EntryButton], day: date) -> list[tuple[int, int]]:
        least = LEAST * 60 // HOUR + 1
        spans = (minutes_of(one.entry, day, self.zone) for one in buttons)
        return [(first, max(last, first + least)) for first, last in spans]

    def _place_beside(self, buttons: Sequence[EntryButton], spans: Sequence[tuple[int, int]], room: QRect) -> None:
        for button, (first, last), (lane, of) in zip(buttons, spans, lanes(spans), strict=True):
            wide = room.width() / of
            top, bottom = first * HOUR // 60, min(last, DAY_MINUTES) * HOUR // 60
            place = QRect(room.left() + round(lane * wide), min(top, self.height() - LEAST), round(wide) - 2,
                          max(LEAST, bottom - top))  # fmt: skip
            button.setGeometry(self.mirrored(place))

    def _day(self, entry: Entry) -> date | None:
        """The first of its days that is shown."""
        return next((day for day in days_of(entry, self.zone) if day in self.days), None)

    def target(self, button: EntryButton, corner: QPoint) -> tuple[datetime, QRect] | None:
        x = corner.x() + button.width() // 2
        if self.isRightToLeft():
            x = self.width() - x
        n = min(max((x - gutter()) * 7 // max(self.width() - gutter(), 1), 0), 6)
        minutes = min(max(corner.y() * 60 // HOUR, 0), DAY_MINUTES - 1)
        wall = snapped(datetime.combine(self.days[n], datetime.min.time()) + timedelta(minutes=minutes))
        room = self.column(n).adjusted(2, 0, -6, 0)
        top = (wall.hour * 60 + wall.minute) * HOUR // 60
        return wall, QRect(room.left(), top, room.width(), max(button.height(), LEAST))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        for n, day in enumerate(self.days):
            room = self.mirrored(self.column(n))
            if day == self.now.astimezone(self.zone).date():
                painter.fillRect(room, theme.color("canvas"))
            strange = ((gap_of(day, self.zone), _SKIPPED), (twice_of(day, self.zone), _TWICE))
            for span, hatch in strange:
                if span is not None:
                    part = QRect(room.left(), span[0] * HOUR // 60, room.width(), (span[1] - span[0]) * HOUR // 60)
                    painter.fillRect(part, QBrush(theme.color("border_strong"), hatch))
            painter.setPen(theme.color("border"))
            edge = room.right() if self.isRightToLeft() else room.left()
            painter.drawLine(edge, 0, edge, self.height())
        painter.setFont(theme.scaled(self.font(), 0.85))
        side = QStyle.visualAlignment(self.layoutDirection(), _RIGHT)
        for hour in range(1, 24):
            y = hour * HOUR
            painter.setPen(theme.color("border"))
            line = self.mirrored(QRect(gutter() - 6, y, self.width() - gutter() + 6, 1))
            painter.drawLine(line.left(), y, line.right(), y)
            painter.setPen(theme.color("text_muted"))
            place = self.mirrored(QRect(0, y - 16, gutter() - 10, 32))
            painter.drawText(place, side, clock_text(hour * 60, self.locale_))
        self._paint_now(painter)
        painter.end()

    def _paint_now(self, painter: QPainter) -> None:
        here = self.now.astimezone(self.zone)
        if here.date() not in self.days:
            return
        y = (here.hour * 60 + here.minute) * HOUR // 60
        room = self.mirrored(self.column(self.days.index(here.date())))
        painter.setPen(QPen(theme.color("error"), 2))
        painter.drawLine(room.left(), y, room.right(), y)


class WeekHead(Board):
    """The names of the days, and below them what is on whole days."""

    def kept(self, entries: Sequence[Entry]) -> list[Entry]:
        return super().kept([one for one in entries if one.all_day or len(days_of(one, self.zone)) > 2])

    def place(self) -> None:
        rows: list[set[int]] = []
        for button in self.buttons:
            on = [n for n, day in enumerate(self.days) if day in days_of(button.entry, self.zone)]
            if not on:
                button.setGeometry(0, 0, 0, 0)
                continue
            row = next((row for row, taken in enumerate(rows) if not taken.intersection(on)), len(rows))
            if row == len(rows):
                rows.append(set())
            rows[row].update(on)
            wide = (self.width() - gutter()) / 7
            top = with_letters(_HEAD) + row * _LINE
            place = QRect(gutter() + round(on[0] * wide) + 2, top, round(len(on) * wide) - 8, _LINE - 3)
            button.setGeometry(self.mirrored(place))
        self.setFixedHeight(with_letters(_HEAD) + len(rows) * _LINE + (3 if rows else 0))

    def target(self, button: EntryButton, corner: QPoint) -> tuple[datetime, QRect] | None:
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface_alt"))
        wide = (self.width() - gutter()) / 7
        today = self.now.astimezone(self.zone).date()
        for n, day in enumerate(self.days):
            room = self.mirrored(QRect(gutter() + round(n * wide), 0, round(wide), with_letters(_HEAD)))
            painter.setFont(theme.scaled(self.font(), 0.85))
            painter.setPen(theme.color("accent" if day == today else "text_muted"))
            name = QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
            painter.drawText(room.adjusted(0, 4, 0, -room.height() // 2), Qt.AlignmentFlag.AlignCenter, name)
            painter.setFont(theme.scaled(self.font(), 1.1, self.font().Weight.DemiBold))
            painter.setPen(theme.color("accent" if day == today else "text"))
            lower = room.adjusted(0, room.height() // 2 - 2, 0, -3)
            painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, str(day.day))
        painter.setPen(theme.color("border"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()


class WeekView(QWidget):
    """A week: its head stays while its hours are scrolled."""

    def __init__(self, zone: ZoneInfo, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head, self.hours = WeekHead(zone, locale), WeekHours(zone, locale)
        self.boards: tuple[Board, ...] = (self.head, self.hours)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.hours)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        upper = QHBoxLayout()
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(0)
        upper.addWidget(self.head, 1)
        upper.addSpacing(self.area.verticalScrollBar().sizeHint().width())
        box.addLayout(upper)
        box.addWidget(self.area, 1)
        self._first = True

    def show_days(
        self, days: Sequence[date], entries: Sequence[Entry], now: datetime, colours: Mapping[int, int]
    ) -> None:
        """Show a week, at first from the morning on."""
        for board in self.boards:
            board.show_days(days, entries, now, colours)
        if self._first:
            self._first = False
            self.area.verticalScrollBar().setValue(_START * HOUR)
