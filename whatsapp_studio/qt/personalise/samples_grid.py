"""Decides how the message is seen with several samples at once: a phone for each, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.personalise.results import Person, Result
from whatsapp_studio.qt.widgets.bubble import BubbleView
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.flow import FlowLayout
from whatsapp_studio.qt.widgets.one_line import OneLine
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.templates.bubble import Bubble

_WIDE = 292


class SampleTile(QFrame):
    """One sample: its name, the message as it would arrive, and what is wrong with the value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.name = OneLine("", "strong")
        self.phone = BubbleView()
        self.phone.set_dark(theme.is_dark())
        self.trouble = plain_label("warning", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(6)
        box.addWidget(self.name)
        box.addWidget(self.phone)
        box.addWidget(self.trouble)
        box.addStretch(1)

    def show_sample(self, person: Person, result: Result, message: Bubble | None) -> None:
        """Show what a sample makes of the message."""
        self.name.setText(person.name)
        self.phone.show_bubble(message)
        self.phone.setAccessibleName(tr("Message for {name}", name=person.name))
        words = wording.sentence(result.problem) if result.problem is not None else ""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def sizeHint(self) -> QSize:
        layout = self.layout()
        tall = layout.totalHeightForWidth(_WIDE) if layout is not None else 0
        return QSize(_WIDE, tall)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.phone.set_dark(theme.is_dark())
        super().changeEvent(event)


class SamplesGrid(QWidget):
    """Tiles in rows as wide as the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: list[SampleTile] = []
        self.hint = muted(tr("Tick samples in the list to see the message with each of them."))
        self._inner = _Ground()
        self._flow = FlowLayout(self._inner, 10)
        self.area = QScrollArea()
        self.area.setWidget(self._inner)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr("Messages side by side"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 10, 0, 0)
        box.addWidget(self.hint)
        box.addWidget(self.area, 1)

    def show_all(self, made: Sequence[tuple[Person, Result, Bubble | None]]) -> None:
        """Show these; tiles that are there are used again."""
        while len(self.tiles) < len(made):
            tile = SampleTile()
            self.tiles.append(tile)
            self._flow.addWidget(tile)
        for tile, (person, result, message) in zip(self.tiles, made, strict=False):
            tile.show_sample(person, result, message)
            tile.show()
        for tile in self.tiles[len(made) :]:
            tile.hide()
        self.hint.setVisible(not made)
        self.area.setVisible(bool(made))
        self.area.setAccessibleDescription(ntr("{n} message", "{n} messages", len(made)))
        self._flow.invalidate()
        self._inner.updateGeometry()


class _Ground(QWidget):
    """What the tiles lie on: as high as they need at its width."""

    def hasHeightForWidth(self) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("window"))
