"""Decides how the headline numbers stand: tiles of one width, in as many rows as the window needs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from whatsapp_studio.qt.reports.tiles import Tile
from whatsapp_studio.reports.headline import Figure

_GAP = 12


class TileStrip(QWidget):
    """Mirrors figures as tiles; ``opened`` carries the figure whose people are wanted."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: list[Tile] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """One tile each; those that are there already stay, so that nothing flickers and the focus is kept."""
        while len(self.tiles) > len(figures):
            tile = self.tiles.pop()
            tile.hide()
            tile.deleteLater()
        for place, figure in enumerate(figures):
            if place < len(self.tiles):
                self.tiles[place].show_figure(figure)
                continue
            tile = Tile(figure, self)
            tile.clicked.connect(lambda _on=False, tile=tile: self.opened.emit(tile.figure))
            self.tiles.append(tile)
            tile.show()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(600, self.minimumHeight())

    def _place(self) -> None:
        if not self.tiles:
            self.setFixedHeight(0)
            return
        least = max(tile.sizeHint().width() for tile in self.tiles)
        high = max(tile.sizeHint().height() for tile in self.tiles)
        most = max(1, min(len(self.tiles), (self.width() + _GAP) // (least + _GAP)))
        rows = -(-len(self.tiles) // most)
        # As many in each row, so that the last is not a lonely one.
        across = -(-len(self.tiles) // rows)
        wide = (self.width() - _GAP * (across - 1)) / across
        mirrored = self.isRightToLeft()
        for place, tile in enumerate(self.tiles):
            row, column = divmod(place, across)
            left = round(column * (wide + _GAP))
            left = self.width() - left - round(wide) if mirrored else left
            tile.setGeometry(QRect(left, row * (high + _GAP), round(wide), high))
        self.setFixedHeight(rows * high + (rows - 1) * _GAP)
