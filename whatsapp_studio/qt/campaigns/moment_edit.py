"""Decides how a wall-clock time and the zone it is meant in are entered."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QDateTime, QSignalBlocker, Qt, QTimeZone, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QComboBox, QCompleter, QDateTimeEdit, QLabel, QLineEdit, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.widgets.fields import wheel_needs_focus
from whatsapp_studio.qt.widgets.fitting import with_letters
from whatsapp_studio.qt.widgets.flow import FlowLayout

# How a draft keeps a time on the wall, for Python and for Qt.
WALL, FORM = "%Y-%m-%dT%H:%M", "yyyy-MM-ddTHH:mm"
_AROUND = 46


def time_box(name: str) -> QDateTimeEdit:
    """A field for a day and a time on somebody's wall."""
    box = QDateTimeEdit()
    box.setCalendarPopup(True)
    box.setDisplayFormat("d MMM yyyy HH:mm")
    box.setMinimumWidth(with_letters(210))
    # Of no zone: which one is meant stands beside it, and no hour is missing here.
    box.setTimeZone(QTimeZone.utc())
    box.setAccessibleName(name)
    wheel_needs_focus(box)
    return box


def show_wall(box: QDateTimeEdit, wall: str) -> None:
    """Put a wall-clock time (``2026-12-01T09:00``) into a field; emits nothing."""
    read = QDateTime.fromString(wall, Qt.DateFormat.ISODate)
    if read.isValid():
        with QSignalBlocker(box):
            box.setDateTime(QDateTime(read.date(), read.time(), QTimeZone.utc()))


def wall_in(box: QDateTimeEdit) -> str:
    """What a field says, as a draft keeps it."""
    return str(box.dateTime().toString(FORM))


def roomy(*boxes: QComboBox) -> None:
    """Make boxes as wide as their longest choice with the letters in use: a style sheet does not ask for it."""
    letters = QFontMetrics(QApplication.font())
    for box in boxes:
        longest = max((letters.horizontalAdvance(box.itemText(at)) for at in range(box.count())), default=0)
        box.setMinimumWidth(longest + with_letters(_AROUND))


def fill_line(row: FlowLayout, *widgets: QWidget) -> None:
    """Put widgets into a line, all as high as the highest of them."""
    high = max(one.sizeHint().height() for one in widgets)
    for one in widgets:
        one.setMinimumHeight(high)
        row.addWidget(one)


def beside(*widgets: QWidget) -> QWidget:
    """Widgets beside each other, in further lines where there is no room."""
    line = QWidget()
    fill_line(FlowLayout(line), *widgets)
    return line


class MomentEdit(QWidget):
    """A time and a zone; ``edited`` comes when either is another one."""

    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.time = time_box(name)
        self.zone = QComboBox()
        self.zone.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.zone.setAccessibleName(tr("Time zone"))
        self.zone.addItems(_zones())
        found = QCompleter(self.zone.model(), self.zone)
        found.setFilterMode(Qt.MatchFlag.MatchContains)
        found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._line = QLineEdit()
        self.zone.setLineEdit(self._line)
        self.zone.setCompleter(found)
        self.zone.setMinimumWidth(240)
        wheel_needs_focus(self.zone)
        fill_line(FlowLayout(self), self.time, QLabel(tr("in")), self.zone)
        self._kept = ""
        self.time.dateTimeChanged.connect(lambda _moment: self.edited.emit())
        self.zone.activated.connect(self._picked)
        self._line.editingFinished.connect(self._picked)

    @property
    def wall(self) -> str:
        """The time, as a draft keeps it."""
        return wall_in(self.time)

    @property
    def zone_name(self) -> str:
        """The zone, whether there is such a one or not."""
        return self.zone.currentText().strip()

    def show_moment(self, wall: str, zone: str) -> None:
        """Mirror a time in a zone; emits nothing."""
        show_wall(self.time, wall)
        self._kept = zone
        if self.zone.currentText() != zone:
            self.zone.setCurrentIndex(self.zone.findText(zone))
            self.zone.setEditText(zone)

    def _picked(self, *_at: object) -> None:
        if self.zone_name != self._kept:
            self._kept = self.zone_name
            self.edited.emit()


@cache
def _zones() -> list[str]:
    found = (bytes(name.data()).decode() for name in QTimeZone.availableTimeZoneIds())
    return ["UTC", *sorted(name for name in found if "/" in name and not name.startswith(("Etc/", "SystemV/")))]
