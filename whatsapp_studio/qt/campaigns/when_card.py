"""Decides how it is told when a campaign leaves: its clock times, its days, how fast, and what it waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.local import decimal
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.qt.phrases import day_and_time, duration
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.plain import plain_label

if TYPE_CHECKING:
    from datetime import datetime

    from whatsapp_studio.services.launching import Review


class WhenCard(QFrame):
    """Rows of a question and its answer; ``change_wanted`` carries the place where it is set."""

    change_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        title = QLabel(tr("When it leaves"))
        title.setProperty("role", "strong")
        self.change = link_button(tr("Change"), lambda: self.change_wanted.emit("schedule"))
        self.change.setAccessibleName(tr("Change when it leaves"))
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.change)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(20)
        self.grid.setVerticalSpacing(6)
        self.grid.setColumnStretch(1, 1)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(16, 10, 16, 14)
        self._box.setSpacing(6)
        self._box.addLayout(head)
        self._box.addLayout(self.grid)
        self.rows: dict[str, QLabel] = {}

    def show_review(self, draft: Draft, review: Review, now: datetime) -> None:
        """Everything that is known about when it leaves; what is not known has no row."""
        self._clear()
        starts = tr("As soon as you confirm") if review.starts_at is None else day_and_time(review.starts_at, now)
        self._row("starts", tr("Starts"), starts)
        if review.count.reachable:
            span = duration(review.seconds) if review.seconds else "–"
            rate = decimal(review.rate, 2, least=0)
            self._row("takes", tr("Takes"), tr("about {span} at {rate} messages a second", span=span, rate=rate))
        for until, n in review.count.waits:
            self._row(f"quiet.{until}", tr("Quiet hours"), ntr(
                "{n} person waits until {when}", "{n} people wait until {when}", n,
                when=day_and_time(until, now),
            ))  # fmt: skip

    def _clear(self) -> None:
        while (item := self.grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = {}

    def _row(self, key: str, question: str, answer: str) -> None:
        row = len(self.rows)
        name = QLabel(question)
        name.setProperty("role", "muted")
        said = plain_label(wrap=True)
        said.setText(answer)
        self.grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(said, row, 1)
        self.rows[key] = said
