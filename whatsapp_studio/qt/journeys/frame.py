"""Decides where the parts of the editor stand: palette, canvas over list, inspector; and remembers their widths."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QToolButton, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.journeys.looks import Looks
from whatsapp_studio.qt.journeys.palette import LEAST, MOST

_CANVAS_LEAST, _SIDE, _INSPECTOR = 480, 224, 328
_STRIP = 36


class Frame(QWidget):
    """The parts beside each other, each with its own width; what is hidden leaves its room to the canvas.

    A part is made with what it stands in as its parent and then put there by :meth:`fill`: one that is made elsewhere
    and moved is styled all over again. ``side`` is for palette and history, ``between`` for the find bar, ``middle``
    for canvas and list, ``panes`` for the inspector.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panes = _splitter(Qt.Orientation.Horizontal, self)
        self.side = _splitter(Qt.Orientation.Vertical, self.panes)
        self.side.setMinimumWidth(LEAST)
        self.side.setMaximumWidth(MOST)
        self.between = QWidget(self.panes)
        self.between.setMinimumWidth(_CANVAS_LEAST)
        self.middle = _splitter(Qt.Orientation.Vertical, self.between)

    def fill(
        self, palette: QWidget, history: QWidget, find: QWidget, canvas: QWidget, outline: QWidget,
        aside: QWidget, show_palette: QAction,
    ) -> None:  # fmt: skip
        """Put the parts in their order."""
        self._palette, self._history = palette, history
        self.strip = _Strip(show_palette, self)
        self.strip.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.strip)
        row.addWidget(self.panes, 1)
        canvas.setMinimumHeight(160)
        outline.setMinimumHeight(96)
        column = QVBoxLayout(self.between)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(find)
        column.addWidget(self.middle, 1)
        for splitter, parts in (
            (self.side, (palette, history)), (self.middle, (canvas, outline)),
            (self.panes, (self.side, self.between, aside)),
        ):  # fmt: skip
            for part in parts:
                splitter.addWidget(part)
        for n, stretch in enumerate((0, 1, 0)):
            self.panes.setStretchFactor(n, stretch)

    def restore(self, looks: Looks) -> None:
        """Give everything the room it had."""
        if not looks.restore("panes", self.panes):
            self.panes.setSizes([_SIDE, 10_000, _INSPECTOR])
        if not looks.restore("side", self.side):
            self.side.setSizes([300, 220])
        if not looks.restore("middle", self.middle):
            self.middle.setSizes([400, 220])

    def keep(self, looks: Looks) -> None:
        """Remember the room everything has."""
        for name, splitter in (("panes", self.panes), ("side", self.side), ("middle", self.middle)):
            looks.keep(name, splitter)

    def settle(self) -> None:
        """Something was shown or hidden."""
        palette, history = not self._palette.isHidden(), not self._history.isHidden()
        self.side.setVisible(palette or history)
        self.strip.setVisible(not palette)


class _Strip(QFrame):
    """What is left of the palette when it is put away: the way to have it back."""

    def __init__(self, show_palette: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setFixedWidth(_STRIP)
        self.button = QToolButton()
        self.button.setIcon(icon("panel-left-open", "text"))
        self.button.setToolTip(tr("Show the palette"))
        self.button.setAccessibleName(tr("Show the palette"))
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.clicked.connect(show_palette.trigger)
        box = QVBoxLayout(self)
        box.setContentsMargins(2, 10, 2, 2)
        box.addWidget(self.button)
        box.addStretch(1)


def _splitter(way: Qt.Orientation, parent: QWidget) -> QSplitter:
    made = QSplitter(way, parent)
    made.setChildrenCollapsible(False)
    made.setHandleWidth(1)
    return made
