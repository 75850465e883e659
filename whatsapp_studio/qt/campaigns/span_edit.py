"""Decides how a span of minutes is entered: a whole number of minutes, hours or days."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt.widgets.fields import spin_box, wheel_needs_focus

_UNITS = ((1, mark("minutes")), (60, mark("hours")), (24 * 60, mark("days")))


class SpanEdit(QWidget):
    """A number and its unit; ``edited`` carries the minutes."""

    edited = Signal(int)

    def __init__(self, name: str, low: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low = low
        self.number = spin_box(1, 999, 1)
        self.number.setKeyboardTracking(False)
        self.number.setAccessibleName(name)
        self.unit = QComboBox()
        self.unit.setAccessibleName(tr("{field}: unit", field=name))
        for minutes, words in _UNITS:
            self.unit.addItem(tr(words), minutes)
        wheel_needs_focus(self.number, self.unit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.number)
        row.addWidget(self.unit)
        self.setFocusProxy(self.number)
        self.number.valueChanged.connect(self._tell)
        self.unit.activated.connect(self._tell)

    def minutes(self) -> int:
        """What is entered."""
        return max(self._low, self.number.value() * int(self.unit.currentData()))

    def show_minutes(self, minutes: int) -> None:
        """Mirror a span in the largest unit that it is whole in; emits nothing."""
        if minutes == self.minutes():
            return
        unit = next(size for size, _words in reversed(_UNITS) if minutes % size == 0)
        with QSignalBlocker(self.number), QSignalBlocker(self.unit):
            self.unit.setCurrentIndex(self.unit.findData(unit))
            self.number.setValue(minutes // unit)

    def _tell(self, *_what: object) -> None:
        self.edited.emit(self.minutes())
