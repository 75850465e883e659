"""Decides how the waves of a send stand below each other: the size, the people and the start of each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QGridLayout, QLabel, QSpinBox, QWidget

from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.campaigns.programme import Waves
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.campaigns.coverage import colour_of
from whatsapp_studio.qt.campaigns.moment_edit import roomy, show_wall, time_box, wall_in
from whatsapp_studio.qt.widgets.buttons import icon_button
from whatsapp_studio.qt.widgets.fields import spin_box, wheel_needs_focus

_MOST_PEOPLE = 10_000_000


class Swatch(QWidget):
    """The colour of a wave in the bar."""

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self.hatched = False
        self.setFixedSize(12, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hatched:
            painter.setBrush(QBrush(theme.color("border_strong"), Qt.BrushStyle.BDiagPattern))
        else:
            painter.setBrush(theme.color(colour_of(self._place)))
        painter.drawRoundedRect(self.rect(), 3, 3)


class WaveRows(QWidget):
    """One row each wave and one for the rest; ``edited`` comes when a size, a time or the rest is another one.

    ``removed`` carries the place of a wave that is no longer wanted.
    """

    edited = Signal()
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(4, 1)
        self.sizes: list[QSpinBox] = []
        self.times: list[QDateTimeEdit] = []
        self._people: list[QLabel] = []
        self._starts: list[QLabel] = []
        self._made: list[QWidget] = []
        self._shape: object = None
        self.rest = QComboBox()
        self.rest.setAccessibleName(tr("The rest"))
        self.rest.addItem(tr("get it in a last wave"), "wave")
        self.rest.addItem(tr("get nothing"), "leave")
        roomy(self.rest)
        wheel_needs_focus(self.rest)
        self.rest.activated.connect(lambda _at: self.edited.emit())

    def show_waves(self, waves: Waves, people: Sequence[int] | None, starts: Sequence[str]) -> None:
        """Mirror a setting; ``people`` are the numbers of the waves and of the rest, None while nobody knows.

        ``starts`` say when each begins, the rest last. Emits nothing.
        """
        shape = len(waves.sizes), waves.unit, len(waves.times)
        if shape != self._shape:
            self._shape = shape
            self._make(waves)
        for at, size in enumerate(waves.sizes):
            with QSignalBlocker(self.sizes[at]):
                self.sizes[at].setValue(size)
        for box, wall in zip(self.times, waves.times, strict=False):
            show_wall(box, wall)
        with QSignalBlocker(self.rest):
            self.rest.setCurrentIndex(self.rest.findData(waves.rest))
        self._rest_swatch.hatched = waves.rest == "leave"
        self._rest_swatch.update()
        for at, label in enumerate(self._people):
            n = people[at] if people is not None and at < len(people) else None
            label.setText("" if n is None else ntr("{n} person", "{n} people", n, n=number(n)))
        for at, label in enumerate(self._starts):
            label.setText(starts[at] if at < len(starts) else "")

    def values(self) -> tuple[tuple[int, ...], tuple[str, ...], str]:
        """Sizes, times (empty where a span is between the waves) and what becomes of the rest."""
        return tuple(box.value() for box in self.sizes), tuple(map(wall_in, self.times)), str(self.rest.currentData())

    def _make(self, waves: Waves) -> None:
        for widget in self._made:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._made, self.sizes, self.times, self._people, self._starts = [], [], [], [], []
        n = len(waves.sizes)
        for at in range(n):
            self._row(at, waves, removable=n > 1)
        words = QLabel(tr("The rest"))
        words.setBuddy(self.rest)
        self._rest_swatch = Swatch(n)
        self._put(self._rest_swatch, n, 0)
        self._put(words, n, 1)
        self._grid.addWidget(self.rest, n, 2)
        self._tell(n, tr("The rest"), with_time=len(waves.times) >= n)

    def _row(self, at: int, waves: Waves, *, removable: bool) -> None:
        name = tr("Wave {n}", n=at + 1)
        size = spin_box(1, 100 if waves.unit == "percent" else _MOST_PEOPLE, 1)
        size.setGroupSeparatorShown(True)
        size.setSuffix(tr(" %") if waves.unit == "percent" else tr(" people"))
        size.setKeyboardTracking(False)
        size.setAccessibleName(tr("{wave}: size", wave=name))
        size.valueChanged.connect(lambda _value: self.edited.emit())
        wheel_needs_focus(size)
        self.sizes.append(size)
        self._put(Swatch(at), at, 0)
        self._put(QLabel(name), at, 1)
        self._put(size, at, 2)
        self._tell(at, name, with_time=bool(waves.times) and at > 0)
        if removable:
            remove = icon_button("x", tr("Remove: {wave}", wave=name), partial(self.removed.emit, at))
            self._put(remove, at, 5)

    def _tell(self, row: int, name: str, *, with_time: bool) -> None:
        """How many people, and when: a field where each wave has a time of its own."""
        people, start = QLabel(), QLabel()
        for label in (people, start):
            label.setProperty("role", "muted")
        self._people.append(people)
        self._starts.append(start)
        self._put(people, row, 3)
        self._put(start, row, 4)
        start.setVisible(not with_time)
        if with_time:
            box = time_box(tr("{wave}: start", wave=name))
            box.dateTimeChanged.connect(lambda _moment: self.edited.emit())
            self.times.append(box)
            self._put(box, row, 4)

    def _put(self, widget: QWidget, row: int, column: int) -> None:
        centre, left = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(widget, row, column, centre | left if column in (0, 4) else centre)
        self._made.append(widget)
