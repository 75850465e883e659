"""Decides how a number, a yes or no and a choice of a few are entered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.forms.editor import Around, Editor, as_int
from whatsapp_studio.qt.widgets.fields import spin_box, wheel_needs_focus
from whatsapp_studio.qt.widgets.whole_words import tell_whole

# What a form in the narrowest inspector leaves for one row.
ROOM = 236
_PADDING = 22
Options = Sequence[tuple[str, str]]


class WholeNumber(Editor):
    """A whole number in a range, with its unit."""

    def __init__(
        self, outlook: Around, name: str, low: int, high: int, unit: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(outlook, name, parent)
        self.box = spin_box(low, high, low)
        self.box.setAccessibleName(name)
        self.box.setGroupSeparatorShown(high > 9999)
        wheel_needs_focus(self.box)
        self.box.valueChanged.connect(lambda value: self.edited.emit(value, "number"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.box, 1 if not unit else 0)
        if unit:
            self.box.setMinimumWidth(110 if high > 100 else 76)
            said = QLabel(unit)
            said.setProperty("role", "muted")
            row.addWidget(said, 1)
        self.setFocusProxy(self.box)

    def show_value(self, value: Any) -> None:
        wanted = max(self.box.minimum(), min(self.box.maximum(), as_int(value, self.box.minimum())))
        if self.box.value() != wanted:
            blocked = self.box.blockSignals(True)
            self.box.setValue(wanted)
            self.box.blockSignals(blocked)

    def fits(self, value: Any) -> bool:
        return (
            isinstance(value, int)
            and not isinstance(value, bool)
            and self.box.minimum() <= value <= self.box.maximum()
        )

    def inputs(self) -> Sequence[QWidget]:
        return (self.box,)


class Switch(Editor):
    """Yes or no; the label stands behind the box."""

    def __init__(self, outlook: Around, name: str, parent: QWidget | None = None) -> None:
        super().__init__(outlook, name, parent)
        self.box = QCheckBox()
        self.box.setAccessibleName(name)
        self.box.toggled.connect(lambda on: self.edited.emit(on, ""))
        # A check box would not fold its words.
        self.words = QLabel(name)
        self.words.setWordWrap(True)
        self.words.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.setFocusProxy(self.box)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on the words is one on the box."""
        if watched is self.words and event.type() == QEvent.Type.MouseButtonRelease:
            self.box.click()
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)
            return True
        return False

    def show_value(self, value: Any) -> None:
        blocked = self.box.blockSignals(True)
        self.box.setChecked(value is True)
        self.box.blockSignals(blocked)

    def fits(self, value: Any) -> bool:
        return isinstance(value, bool)

    def inputs(self) -> Sequence[QWidget]:
        return (self.box,)


class Pick(Editor):
    """One of several in a drop-down list; a value that is not among them is shown as it is."""

    def __init__(self, outlook: Around, name: str, options: Options = (), parent: QWidget | None = None) -> None:
        super().__init__(outlook, name, parent)
        self.box = slim_combo(name)
        self._options: Options = ()
        self._value: Any = None
        self.box.activated.connect(self._chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self.setFocusProxy(self.box)
        self.set_options(options)

    def set_options(self, options: Options) -> None:
        """What can be chosen: (value, words)."""
        if tuple(options) == tuple(self._options):
            return
        self._options = tuple(options)
        blocked = self.box.blockSignals(True)
        self.box.clear()
        for value, words in self._options:
            self.box.addItem(words, value)
        self.box.blockSignals(blocked)
        self.show_value(self._value)

    def _chosen(self, row: int) -> None:
        value = self.box.itemData(row)
        if value != self._value:
            self.edited.emit(value, "")

    def show_value(self, value: Any) -> None:
        self._value = value
        known = len(self._options)
        blocked = self.box.blockSignals(True)
        while self.box.count() > known:
            self.box.removeItem(self.box.count() - 1)
        row = next((n for n, (one, _words) in enumerate(self._options) if one == value), -1)
        if row < 0 and isinstance(value, str) and value:
            self.box.addItem(self.missing(value), value)
            row = known
        self.box.setCurrentIndex(row)
        self.box.blockSignals(blocked)

    def missing(self, value: str) -> str:
        """How a value that is not on offer is shown."""
        return tr("{name} (not known here)", name=value)

    def fits(self, value: Any) -> bool:
        return isinstance(value, str)

    def inputs(self) -> Sequence[QWidget]:
        return (self.box,)


class Segments(Editor):
    """One of a few, all in sight."""

    def __init__(self, outlook: Around, name: str, options: Options, parent: QWidget | None = None) -> None:
        super().__init__(outlook, name, parent)
        self._group = QButtonGroup(self)
        self._options = tuple(options)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.buttons: list[QToolButton] = []
        for n, (_value, words) in enumerate(self._options):
            button = QToolButton()
            button.setText(words)
            button.setCheckable(True)
            button.setProperty("role", "segment")
            button.setAccessibleName(tr("{name}: {choice}", name=name, choice=words))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.installEventFilter(self)
            self._group.addButton(button, n)
            self.buttons.append(button)
            row.addWidget(button)
        self._group.idToggled.connect(self._toggled)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys choose, as among radio buttons."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        forward, back = (Qt.Key.Key_Right, Qt.Key.Key_Down), (Qt.Key.Key_Left, Qt.Key.Key_Up)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            forward, back = (Qt.Key.Key_Left, Qt.Key.Key_Down), (Qt.Key.Key_Right, Qt.Key.Key_Up)
        if event.key() not in (*forward, *back) or watched not in self.buttons:
            return False
        to = self.buttons.index(watched) + (1 if event.key() in forward else -1)
        if 0 <= to < len(self.buttons):
            self.buttons[to].setFocus(Qt.FocusReason.OtherFocusReason)
            self.buttons[to].setChecked(True)
        return True

    def _toggled(self, n: int, on: bool) -> None:
        if on:
            self.edited.emit(self._options[n][0], "")

    def show_value(self, value: Any) -> None:
        blocked = self._group.blockSignals(True)
        found = next((n for n, (one, _words) in enumerate(self._options) if one == value), None)
        if found is None:
            self._group.setExclusive(False)
            for button in self.buttons:
                button.setChecked(False)
            self._group.setExclusive(True)
        else:
            self.buttons[found].setChecked(True)
        self._group.blockSignals(blocked)

    def fits(self, value: Any) -> bool:
        return any(value == one for one, _words in self._options)

    def inputs(self) -> Sequence[QWidget]:
        checked = self._group.checkedButton()
        return (checked,) if checked is not None else self.buttons


def choice(outlook: Around, name: str, options: Options) -> Pick | Segments:
    """Segments where all the words have room beside each other, else a drop-down list."""
    metrics = QFontMetrics(QApplication.font())
    wide = sum(metrics.horizontalAdvance(words) + _PADDING for _value, words in options)
    if len(options) <= 3 and wide <= ROOM:
        return Segments(outlook, name, options)
    return OneOf(outlook, name, options)


class OneOf(Pick):
    """A drop-down list of fixed options."""

    def fits(self, value: Any) -> bool:
        return any(value == one for one, _words in self._options)


def slim_combo(name: str) -> QComboBox:
    """A drop-down list that never makes a form wider."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(4)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    wheel_needs_focus(box)
    tell_whole(box)
    return box


