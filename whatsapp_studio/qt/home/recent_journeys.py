"""Decides how the latest journeys are listed on the home page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.words_running import life_word
from whatsapp_studio.journeys.kept import JourneyRow
from whatsapp_studio.journeys.living import ALIVE, Life, LifeState
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.badge import StatusBadge
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.plain import unmarked

_MOST = 5


class RecentJourneys(Card):
    """Name, when it was saved, and its state; ``opened`` carries the page and the id of what was clicked."""

    opened = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Recent journeys"), parent)
        self._shown: list[tuple[JourneyRow, LifeState | None]] | None = None
        self.names: list[str] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.body.addLayout(self._rows)

    def show_journeys(self, journeys: Sequence[JourneyRow], now: datetime, lives: Mapping[str, Life]) -> None:
        """Show the latest of these; the last saved comes first. ``lives`` are those that run, or ran, by their id."""
        latest = [(one, lives[one.id].state if one.id in lives else None) for one in journeys[:_MOST]]
        if latest == self._shown:
            return
        self._shown, self.names = latest, [one.name for one, _ in latest]
        while (taken := self._rows.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()  # it is gone from sight before it is gone
                widget.deleteLater()
        if not latest:
            self._rows.addWidget(self._invitation())
        for row, life in latest:
            self._rows.addWidget(self._row(row, now, life))

    def _invitation(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        none = QLabel(tr("None yet. A journey sends several messages, each when its time has come."))
        none.setProperty("role", "muted")
        none.setWordWrap(True)
        column.addWidget(none)
        start = link_button(tr("Start from an example"), lambda: self.opened.emit("journeys", "new"))
        column.addWidget(start, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _row(self, row: JourneyRow, now: datetime, life: LifeState | None) -> QWidget:
        box = QWidget()
        across = QHBoxLayout(box)
        across.setContentsMargins(0, 0, 0, 0)
        name = row.title or tr("Unnamed journey")
        shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, 190)
        link = link_button(unmarked(shown), lambda: self.opened.emit("journeys", row.id))
        link.setAccessibleName(name)
        across.addWidget(link)
        across.addStretch(1)
        saved = QLabel(day_and_time(row.saved_at, now))
        saved.setProperty("role", "muted")
        across.addWidget(saved, 0, Qt.AlignmentFlag.AlignRight)
        across.addWidget(StatusBadge(life, life_word(life)) if life in ALIVE else StatusBadge(row.state))
        return box
