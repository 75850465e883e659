"""Decides how the size of an audience is told: reachable and left out, by reason, each number a door to its people."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.campaigns.plan import AudienceCount
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.phrases import clock_time, day_and_time
from whatsapp_studio.qt.reach.bar import PartsBar, Swatch
from whatsapp_studio.qt.widgets.buttons import link_button, secondary_button
from whatsapp_studio.qt.widgets.plain import plain_label


class AudienceNumbers(QFrame):
    """Total = reachable + left out. ``people_wanted`` carries the reason, or None for those who are reached."""

    people_wanted = Signal(object)
    again = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        box = self.box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(10)
        self.status = QLabel()
        self.status.setProperty("role", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(8)
        self._bar.setAccessibleName(tr("Counting"))
        self.cancel = secondary_button(tr("Stop counting"))
        self.cancel.clicked.connect(self.cancelled)
        self.retry = link_button(tr("Count again"), self.again.emit, "refresh-cw")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.status)
        head.addWidget(self._bar, 1)
        head.addStretch(0)
        head.addWidget(self.cancel)
        head.addWidget(self.retry)
        self._numbers = QWidget()
        below = QVBoxLayout(self._numbers)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(10)
        self.parts = PartsBar()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(2, 1)
        below.addWidget(self.parts)
        below.addLayout(self._grid)
        self.doors: dict[str | None, QPushButton] = {}
        box.addLayout(head)
        box.addWidget(self._numbers)
        self.count: AudienceCount | None = None

    def show_counting(self) -> None:
        """A count has begun."""
        self.count = None
        self.status.setText(tr("Counting…"))
        self._bar.setRange(0, 0)
        self._set_counting(True, done=False)

    def show_progress(self, done: int, total: int | None) -> None:
        """How far the count is."""
        self._bar.setRange(0, total or 0)
        self._bar.setValue(done)
        if total:
            self.status.setText(tr("Counting… {done} of {total}", done=number(done), total=number(total)))

    def show_stopped(self) -> None:
        """The count was stopped or failed."""
        self.status.setText(tr("Not counted."))
        self._set_counting(False, done=False)

    def show_count(self, count: AudienceCount, at: datetime | None = None) -> None:
        """The numbers, each of them a door; ``at`` is when they were counted."""
        self.count = count
        self._set_counting(False, done=True)
        self.status.setText(tr("Counted at {time}", time=clock_time(at)) if at is not None else "")
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.doors = {}
        left_out = count.total - count.reachable
        get_it = ntr("will get the message", "will get the message", count.reachable)
        self._row(0, count.total, ntr("person in this audience", "people in this audience", count.total), strong=True)
        self._row(1, count.reachable, get_it, None, strong=True, place=0)
        row = self._wait_rows(2, count, at)
        self._row(row, left_out, ntr("person is left out", "people are left out", left_out), strong=True)
        for n, (reason, some) in enumerate(count.excluded.items(), 1):
            row += 1
            self._row(row, some, wording.exclusion(reason), reason, place=n)
            if rules := count.rules.get(reason):
                row += 1
                said = (tr("{rule}: {n}", rule=wording.rule_words(one), n=number(by)) for one, by in rules.items())
                self._note(row, " · ".join(said))
        self.parts.show_parts(
            [(get_it, count.reachable), *((wording.exclusion(code), n) for code, n in count.excluded.items())]
        )
        self.parts.setVisible(count.total > 0)

    def _wait_rows(self, row: int, count: AudienceCount, now: datetime | None) -> int:
        """Say who of the reachable waits for the end of quiet hours; gives the row below."""
        for until, n in count.waits:
            when = day_and_time(until, now) if now is not None else clock_time(until)
            self._note(row, ntr(
                "{n} of them gets it {when}, after quiet hours", "{n} of them get it {when}, after quiet hours", n,
                when=when,
            ))  # fmt: skip
            row += 1
        return row

    def _note(self, row: int, words: str) -> None:
        note = plain_label("caption", wrap=True)
        note.setText(words)
        self._grid.addWidget(note, row, 2, 1, 2)

    def _row(
        self, row: int, n: int, words: str, *reason: str | None, strong: bool = False, place: int | None = None
    ) -> None:
        figure = QLabel(number(n))
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if strong:
            figure.setFont(theme.scaled(figure.font(), 1.25, QFont.Weight.DemiBold))
        else:
            figure.setProperty("role", "muted")
        text = QLabel(words)
        text.setProperty("role", "" if strong else "muted")
        text.setWordWrap(True)
        self._grid.addWidget(figure, row, 0)
        if place is not None and n:
            self._grid.addWidget(Swatch(place), row, 1, Qt.AlignmentFlag.AlignCenter)
        self._grid.addWidget(text, row, 2)
        if reason and n:
            door = link_button(tr("Show people"))
            door.setAccessibleName(ntr("Show {n} person: {words}", "Show {n} people: {words}", n, words=words))
            door.clicked.connect(partial(self.people_wanted.emit, reason[0]))
            self.doors[reason[0]] = door
            self._grid.addWidget(door, row, 3)

    def _set_counting(self, counting: bool, *, done: bool) -> None:
        self._bar.setVisible(counting)
        self.cancel.setVisible(counting)
        self.retry.setVisible(not counting)
        self._numbers.setVisible(done)
