"""Decides which numbers stand first on the review: how many people, when it starts and ends, and what it costs."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.local import money
from whatsapp_studio.campaigns.forecast import Forecast
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.widgets.fitting import with_letters
from whatsapp_studio.qt.widgets.plain import plain_label

# Narrower, the answers stand two by two.
_ROOMY = 560


class Tile(QWidget):
    """A short answer under its question, with a smaller line for what else is to be known."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = QLabel(label)
        name.setProperty("role", "caption")
        self.value = plain_label("strong", wrap=True)
        self.value.setFont(theme.scaled(self.value.font(), 1.15))
        self.note = plain_label("caption", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(1)
        for label_ in (name, self.value, self.note):
            box.addWidget(label_)
        box.addStretch(1)
        self._label = label
        self.say("–")

    def say(self, value: str, note: str = "") -> None:
        """The answer, and what belongs to it."""
        self.value.setText(value)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.setAccessibleName(f"{self._label}: {value}. {note}")


class ReviewTiles(QFrame):
    """The answers side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.people, self.starts = Tile(tr("People")), Tile(tr("Starts"))
        self.ends, self.costs = Tile(tr("Ends")), Tile(tr("Costs"))
        self._tiles = self.people, self.starts, self.ends, self.costs
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(10)
        self._columns = 0
        self._arrange(len(self._tiles))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, at // columns, at % columns)
            self._grid.setColumnStretch(at, 1 if at < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(len(self._tiles) if event.size().width() >= with_letters(_ROOMY) else 2)

    def show_cost(self, cost: Forecast | None) -> None:
        """What it will cost, and between what; never 0 for what is not known."""
        if cost is None or not cost.lines:
            self.costs.say(tr("Not known"), tr("without a price list"))
            return
        low, high = (money(float(one), cost.currency) for one in (cost.low, cost.high))
        note = low if low == high else tr("between {low} and {high}", low=low, high=high)
        n = sum(cost.unknown.values())
        if n:
            note = ntr("without {n} person of unknown price", "without {n} people of unknown price", n)
        self.costs.say(tr("about {amount}", amount=money(float(cost.likely), cost.currency)), note)

    def wait(self) -> None:
        """Nobody knows yet."""
        for tile in self._tiles:
            tile.say("…")
