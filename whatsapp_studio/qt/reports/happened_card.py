"""Decides how a report tells what happened to a campaign by itself: when it was paused, held or went on, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import ntr
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.services.reporting import Entry

_SHOWN = 8


class HappenedCard(Card):
    """The newest entries of the campaign's log; not there where nothing happened."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._shown: tuple[object, ...] = ()
        self._holder = QWidget()
        self._rows = QGridLayout(self._holder)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(8)
        self._rows.setColumnStretch(1, 1)
        self.more = muted("")
        self.body.addWidget(self._holder)
        self.body.addWidget(self.more)
        self.hide()

    def show_entries(self, entries: Sequence[Entry], now: datetime) -> None:
        """Mirror what happened, the newest first."""
        self.setVisible(bool(entries))
        if tuple(entries) == self._shown:
            return
        self._shown = tuple(entries)
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, entry in enumerate(entries[:_SHOWN]):
            words = wording.explain(entry.code, entry.facts)
            at, said = QLabel(day_and_time(entry.at, now)), QLabel(words.title)
            at.setProperty("role", "muted")
            at.setAlignment(Qt.AlignmentFlag.AlignTop)
            said.setWordWrap(True)
            said.setToolTip(words.text)
            self._rows.addWidget(at, row, 0)
            self._rows.addWidget(said, row, 1)
        rest = len(entries) - _SHOWN
        self.more.setText(ntr("{n} earlier entry", "{n} earlier entries", max(0, rest)))
        self.more.setVisible(rest > 0)
