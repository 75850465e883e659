"""Decides what the week and the month have in common: entries that stand on a grid and are dragged over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLocale, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from whatsapp_studio.base.zones import moment_of
from whatsapp_studio.campaigns.agenda import Entry
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.calendar.days import clock_text
from whatsapp_studio.qt.calendar.entry_button import EntryButton

_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class Ghost(QWidget):
    """Where a dragged entry would be, with the time that it would have there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.text, self.over = "", False
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("error" if self.over else "accent"), 2))
        painter.setBrush(theme.color("error_soft" if self.over else "accent_soft"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)
        painter.setPen(theme.color("error" if self.over else "on_accent_soft"))
        side = QStyle.visualAlignment(self.layoutDirection(), _TOP)
        painter.drawText(self.rect().adjusted(8, 2, -4, -2), side, self.text)
        painter.end()


class Board(QWidget):
    """Entries on days. ``opened`` carries an entry, ``moved`` one and the moment (UTC) it was moved to."""

    opened = Signal(object)
    moved = Signal(object, object)
    menu_wanted = Signal(object, QPoint)
    day_wanted = Signal(object)

    def __init__(self, zone: ZoneInfo, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zone, self.locale_ = zone, locale
        self.days: list[date] = []
        self.now = datetime.now(zone)
        self.buttons: list[EntryButton] = []
        self.ghost = Ghost(self)
        self._target: datetime | None = None

    def show_days(
        self, days: Sequence[date], entries: Sequence[Entry], now: datetime, colours: Mapping[int, int]
    ) -> None:
        """Show these days with what is on them."""
        focused = next((one.entry for one in self.buttons if one.hasFocus()), None)
        self.days, self.now = list(days), now
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(entry, colours.get(entry.calendar, 0)) for entry in self.kept(entries)]
        for button in self.buttons:
            button.show()
        self.place()
        for button in self.buttons:
            same = focused is not None and (button.entry.campaign_id, button.entry.kind, button.entry.wave) == (
                focused.campaign_id, focused.kind, focused.wave
            )  # fmt: skip
            if same and focused is not None and (not focused.turns or button.entry.starts >= focused.starts):
                button.setFocus()
                focused = None
        self.ghost.raise_()
        self.update()

    def kept(self, entries: Sequence[Entry]) -> list[Entry]:
        """The entries that stand on this board; those of other calendars first, so that ours are in front."""
        return sorted(entries, key=lambda one: (one.kind != "busy", one.starts, one.title))

    def place(self) -> None:
        """Put every entry where it stands."""
        raise NotImplementedError

    def target(self, button: EntryButton, corner: QPoint) -> tuple[datetime, QRect] | None:
        """The wall-clock time that an entry would have with its corner there, and where its ghost would be."""
        raise NotImplementedError

    def nudge(self, button: EntryButton, days: int, steps: int) -> None:
        """Move an entry by keys: by days, and by a quarter of an hour each step."""
        wall = self._wall(button.entry) + timedelta(days=days, minutes=15 * steps)
        self.moved.emit(button.entry, moment_of(wall, self.zone))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def mirrored(self, rect: QRect) -> QRect:
        """A place for a window that runs from right to left."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _wall(self, entry: Entry) -> datetime:
        return entry.starts.astimezone(self.zone).replace(tzinfo=None)

    def _button(self, entry: Entry, colour: int) -> EntryButton:
        button = EntryButton(entry, self.zone, self.locale_, colour, self)
        button.clicked.connect(lambda: self.opened.emit(entry))
        button.dragged.connect(lambda corner: self._drag(button, corner))
        button.dropped.connect(lambda: self._drop(button))
        button.left.connect(self._leave)
        if entry.movable:
            button.nudged.connect(lambda days, steps: self.nudge(button, days, steps))
        button.menu_wanted.connect(lambda at: self.menu_wanted.emit(entry, at))
        return button

    def _drag(self, button: EntryButton, corner: QPoint) -> None:
        found = self.target(button, corner)
        if found is None:
            return
        wall, place = found
        self._target = moment_of(wall, self.zone)
        shown = self._target.astimezone(self.zone)
        self.ghost.text = clock_text(shown.hour * 60 + shown.minute, self.locale_)
        self.ghost.over = self._target <= self.now
        self.ghost.setGeometry(self.mirrored(place))
        self.ghost.show()
        self.ghost.raise_()
        self.ghost.update()

    def _drop(self, button: EntryButton) -> None:
        target = self._target
        self._leave()
        if target is not None and target != button.entry.starts:
            self.moved.emit(button.entry, target)

    def _leave(self) -> None:
        self._target = None
        self.ghost.hide()
