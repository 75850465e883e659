"""Decides how it is told when a campaign leaves: its clocks, its days, its waves, and what Meta's limit makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.local import day, listed
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.qt.campaigns.coverage import CoverageBar, Part
from whatsapp_studio.qt.campaigns.turns_preview import turn_words
from whatsapp_studio.qt.campaigns.when_words import (
    limit_words,
    moments_words,
    spread_words,
    starts_words,
    takes_words,
    treatments_words,
    zones_words,
)
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.plain import plain_label

if TYPE_CHECKING:
    from datetime import datetime

    from whatsapp_studio.services.launching import Review

_DAYS = 5


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
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 10, 16, 14)
        box.setSpacing(6)
        box.addLayout(head)
        box.addLayout(self.grid)
        self.rows: dict[str, QLabel] = {}
        self.bars: dict[str, CoverageBar] = {}
        self._next = 0

    def show_review(self, draft: Draft, review: Review, now: datetime) -> None:
        """Everything that is known about when it leaves; what is not known has no row."""
        self._clear()
        self._say("starts", tr("Starts"), starts_words(draft, review, now))
        if review.spread is not None:
            self._say("spread", "", spread_words(draft, review.spread, now))
            self._say("zones", "", zones_words(review.spread))
        for at, turn in enumerate(review.upcoming):
            self._say(f"turn.{at}", tr("Next times") if not at else "", turn_words(turn, draft.schedule))
        if review.finish is not None and review.count.reachable:
            self._say("ends", tr("Ends"), day_and_time(review.finish.at, now))
            self._say("takes", tr("Takes"), takes_words(review.finish, review.rate))
        self._waves(draft, review, now)
        self._days(review)
        self._limit(draft, review, now)
        for until, n in review.count.waits:
            self._say(f"quiet.{until}", tr("Quiet hours"), ntr(
                "{n} person waits until {when}", "{n} people wait until {when}", n, when=day_and_time(until, now)
            ))  # fmt: skip
        if words := treatments_words(draft, review):
            self._say("treatments", tr("Messages"), words)

    def _waves(self, draft: Draft, review: Review, now: datetime) -> None:
        if review.cover is None:
            return
        parts = [Part(tr("Wave {n}", n=at), n) for at, n in enumerate(review.cover.sizes, 1)]
        if review.cover.left_out:
            parts.append(Part(tr("Nothing"), review.cover.left_out, "hatched"))
        self._bar("waves", tr("Waves"), parts)
        words = tr("They start {times}.", times=listed(moments_words(review.wave_starts, now)))
        held = draft.waves.hold_percent if draft.waves is not None else None
        if held is not None:
            words += " " + tr("The next one is held when more than {n} % failed.", n=held)
        self._say("waves", "", words)

    def _days(self, review: Review) -> None:
        days = review.finish.days if review.finish is not None else ()
        if len(days) < 2:
            return
        parts = [Part(day(at), n) for at, n in days[:_DAYS]]
        later = days[_DAYS:]
        if later:
            parts.append(Part(ntr("{n} more day", "{n} more days", len(later)), sum(n for _at, n in later)))
        self._bar("days", tr("Day by day"), parts)
        said = [tr("{name}: {n}", name=part.name, n=number(part.people)) for part in parts]
        self._say("days", "", " · ".join(said))

    def _limit(self, draft: Draft, review: Review, now: datetime) -> None:
        finish, people = review.finish, review.count.reachable
        if finish is None or finish.limit is None or finish.left is None or not people:
            return
        mine = min(people, finish.left)
        parts = [
            Part(tr("Used before"), finish.used), Part(tr("This campaign"), mine),
            Part(tr("Room left"), finish.left - mine, "empty"),
        ]  # fmt: skip
        self._bar("limit", tr("Meta's limit"), parts)
        self._say("limit", "", limit_words(draft, finish, mine, now))

    def _clear(self) -> None:
        while (item := self.grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows, self.bars, self._next = {}, {}, 0

    def _say(self, key: str, question: str, answer: str) -> None:
        said = plain_label(wrap=True)
        said.setText(answer)
        if not question:
            said.setProperty("role", "muted")
        self.rows[key] = said
        self._add(question, said)

    def _bar(self, key: str, question: str, parts: list[Part]) -> None:
        bar = self.bars[key] = CoverageBar(question)
        bar.show_parts(parts)
        self._add(question, bar)

    def _add(self, question: str, answer: QWidget) -> None:
        name = QLabel(question)
        name.setProperty("role", "muted")
        self.grid.addWidget(name, self._next, 0, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(answer, self._next, 1)
        self._next += 1
