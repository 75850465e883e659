"""Decides how it is shown, while a rule is built, how many it holds for and who some of them are."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.phrases import clock_time
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted
from whatsapp_studio.qt.widgets.one_line import OneLine

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_SOON_MS, SAMPLE = 250, 5


class Found(msgspec.Struct, frozen=True):
    """How many a rule holds for, of how many, and the first few of them."""

    n: int
    of: int
    sample: tuple[Contact, ...]
    at: datetime


class Matches(QFrame):
    """Counts a moment after the last change; a count that was overtaken is stopped and never shown."""

    counted = Signal(object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.setProperty("role", "side")
        self.found: Found | None = None
        self._rule: Mapping[str, Any] | None = None
        self._job: Job[Found] | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._count)
        self.number = QLabel("–")
        self.number.setProperty("role", "number")
        self.what = QLabel()
        self.what.setProperty("role", "muted")
        self.what.setWordWrap(True)
        self.when = QLabel()
        self.when.setProperty("role", "caption")
        self.again = link_button(tr("Count again"), self._count, "refresh-cw")
        self.error = ErrorLine()
        self.people = Card(tr("Some of them"))
        self._lines: list[QWidget] = []
        self.nobody = muted(tr("Nobody matches yet. Change a value, or take a comparison out."))
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 20, 20, 16)
        box.setSpacing(6)
        for widget in (self.number, self.what, self.when, self.error):
            box.addWidget(widget)
        box.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        box.addSpacing(10)
        box.addWidget(self.people)
        box.addWidget(self.nobody)
        box.addStretch(1)
        self.show_none("")

    # -- asking --------------------------------------------------------------------------------------

    def show_none(self, why: str) -> None:
        """There is nothing to count; ``why`` says what is missing."""
        self._stop()
        self._rule = self.found = None
        self.number.setText("–")
        self.number.setEnabled(True)
        self.what.setText(why)
        for widget in (self.when, self.again, self.people, self.nobody):
            widget.hide()
        self.error.say(None)

    def ask(self, rule: Mapping[str, Any], *, at_once: bool = False) -> None:
        """Count a rule, soon or at once."""
        self._stop()
        self._rule = rule
        self.number.setEnabled(False)
        self.what.setText(tr("Counting…"))
        self.when.hide()
        self.again.hide()
        self.error.say(None)
        self._soon.start(0 if at_once else _SOON_MS)

    @property
    def busy(self) -> bool:
        """Whether a count is still to come."""
        return self._soon.isActive() or self._job is not None

    def _stop(self) -> None:
        self._soon.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _count(self) -> None:
        rule, studio = self._rule, self._studio
        self._stop()
        if rule is None:
            return
        self.what.setText(tr("Counting…"))
        asked = json.dumps(rule)

        def work(progress: Progress) -> Found:
            n, sample = studio.segments.sample(asked, SAMPLE, progress)
            return Found(n, studio.contacts.count(), tuple(sample), studio.clock.now())

        job = self._job = Job(self, work)
        job.on_done(lambda found: self._show(job, found)).on_failed(lambda error: self._failed(job, error)).run()

    # -- showing -------------------------------------------------------------------------------------

    def _show(self, job: Job[Found], found: Found) -> None:
        if job is not self._job:
            return
        self._job, self.found = None, found
        self.number.setEnabled(True)
        self.number.setText(number(found.n))
        self.what.setText(ntr(
            "of {of} contact belongs to it", "of {of} contacts belong to it", found.of, of=number(found.of),
        ))  # fmt: skip
        self.when.setText(tr("Counted at {time}", time=clock_time(found.at)))
        self.when.show()
        self.again.show()
        self._show_people(found.sample)
        self.counted.emit(found)

    def _failed(self, job: Job[Found], error: StudioError) -> None:
        if job is not self._job:
            return
        self._job = self.found = None
        self.number.setEnabled(True)
        self.number.setText("–")
        self.what.setText(tr("Not counted."))
        self.error.say(wording.sentence(error))
        self.again.show()
        self.people.hide()
        self.nobody.hide()

    def _show_people(self, people: Sequence[Contact]) -> None:
        for line in self._lines:
            self.people.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        for one in people:
            name = f"{one.first_name} {one.last_name}".strip() or tr("No name")
            for text, role in ((name, ""), (ltr(one.phone) or tr("No number"), "caption")):
                line = OneLine(text, role)
                self._lines.append(line)
                self.people.body.addWidget(line)
        self.people.body.setSpacing(2)
        self.people.setVisible(bool(people))
        self.nobody.setVisible(not people)
