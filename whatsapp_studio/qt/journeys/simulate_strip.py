"""Decides what stands below the canvas of a rehearsal: the time line, and the way to play and to leave a moment."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.journeys.simulate_time import Course, TimeLine
from whatsapp_studio.qt.widgets.buttons import icon_button, secondary_button
from whatsapp_studio.qt.widgets.one_line import OneLine

# The whole of a rehearsal is played in about so many steps of so long.
_TICK_MS, _TICKS = 120, 60


class Strip(QFrame):
    """``moment`` carries the place of the moment that is looked at; −1 for the whole."""

    moment = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.line = TimeLine()
        self.words = OneLine("", "strong")
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.whole_button = secondary_button(tr("The whole"), self.show_whole)
        self.whole_button.setCheckable(True)
        self.whole_button.setToolTip(tr("How many came by in all, not at one moment"))
        self.back_button = icon_button("skip-back", tr("A moment back"), lambda: self._by(-1))
        self.play_button = icon_button("play", tr("Play"), self.play)
        self.on_button = icon_button("skip-forward", tr("A moment on"), lambda: self._by(1))
        self._playing = QTimer(self, interval=_TICK_MS)
        self._playing.timeout.connect(self._play_on)
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in (self.back_button, self.play_button, self.on_button):
            row.addWidget(button)
        row.addSpacing(6)
        row.addWidget(self.words, 1)
        row.addWidget(self.whole_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 6, 12, 4)
        box.setSpacing(2)
        box.addLayout(row)
        box.addWidget(self.line, 1)
        self.line.valueChanged.connect(self._moved)
        self.line.sliderPressed.connect(self._moved)
        self.show_course(None)

    def show_course(self, course: Course | None) -> None:
        """Show the time of another rehearsal, the whole of it first."""
        self._stop()
        self.line.blockSignals(True)
        self.line.show_course(course)
        self.line.blockSignals(False)
        for button in (self.whole_button, self.back_button, self.play_button, self.on_button):
            button.setEnabled(course is not None)
        self.show_whole()

    def show_whole(self) -> None:
        """Look at the whole, not at a moment."""
        self._stop()
        self.whole_button.setChecked(True)
        self.words.setText(tr("All of it") if self.line.isEnabled() else "")
        self.moment.emit(-1)

    def play(self) -> None:
        """Let time pass, from the start where it is over; once more, and it stops."""
        if self._playing.isActive():
            self._stop()
            return
        if self.line.value() == self.line.maximum() or self.whole_button.isChecked():
            self.line.setValue(0)
            self._moved()
        self._playing.start()
        self._tell()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stop()

    def _by(self, places: int) -> None:
        self._stop()
        self.line.setValue(self.line.value() + places)
        self._moved()

    def _play_on(self) -> None:
        self.line.setValue(self.line.value() + max(1, self.line.maximum() // _TICKS))
        if self.line.value() == self.line.maximum():
            self._stop()

    def _moved(self) -> None:
        self.whole_button.setChecked(False)
        self.words.setText(self.line.words)
        self.moment.emit(self.line.value())

    def _stop(self) -> None:
        self._playing.stop()
        self._tell()

    def _tell(self) -> None:
        playing = self._playing.isActive()
        self.play_button.setIcon(icon("pause" if playing else "play"))
        self.play_button.setToolTip(tr("Pause") if playing else tr("Play"))
        self.play_button.setAccessibleName(self.play_button.toolTip())
