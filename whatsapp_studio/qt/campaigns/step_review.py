"""Decides what stands before a send: what blocks it, what has to be accepted, and how plainly its size is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.local import decimal
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.qt.campaigns.conflicts import ConflictLine, ConflictsDialog
from whatsapp_studio.qt.campaigns.quiet_choice import QuietChoice
from whatsapp_studio.qt.campaigns.review_lines import Blockers, Warnings
from whatsapp_studio.qt.campaigns.step_page import StepPage
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.phrases import day_and_time, duration
from whatsapp_studio.qt.reach.numbers import AudienceNumbers
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted, spin_box, wheel_needs_focus

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio
    from whatsapp_studio.services.launching import Review

_AGAIN_MS = 700


class ReviewStep(StepPage):
    """The gate. ``ready`` tells whether the send button may be pressed; ``fix_wanted`` carries a place to go.

    ``check_wanted`` asks to have everybody's message checked, ``page_wanted`` carries a page and what to show on it.
    """

    step = "review"
    ready = Signal(bool)
    fix_wanted = Signal(str)
    people_wanted = Signal(object)
    check_wanted = Signal()
    page_wanted = Signal(str, object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, "", parent)
        self.review: Review | None = None
        self._job: Job[Review] | None = None
        self._reviewed: Draft | None = None
        self.blockers = Blockers()
        self.blockers.fix_wanted.connect(self.fix_wanted)
        self.warnings = Warnings()
        self.warnings.fix_wanted.connect(self.fix_wanted)
        self.warnings.accepted.connect(self._accept)
        self.numbers = AudienceNumbers()
        self.numbers.people_wanted.connect(self.people_wanted)
        self.numbers.again.connect(self.look)
        self.conflicts = ConflictLine()
        self.conflicts.details_wanted.connect(self._show_conflicts)
        self.everybody = secondary_button(tr("Check everybody…"), self.check_wanted.emit, "clipboard-list")
        self.everybody.setToolTip(tr("Work out everybody's message, and see what is wrong in any of them"))
        self.error = ErrorLine()
        self.rate = spin_box(1, 1000, 1)
        self.rate.setSuffix(tr(" messages a second"))
        self.rate.setKeyboardTracking(False)
        self.rate.setAccessibleName(tr("Rate"))
        self.rate.setMinimumWidth(210)
        wheel_needs_focus(self.rate)
        self.rate.valueChanged.connect(lambda value: self.change(rate=value))
        self.starts = QLabel()
        self.takes = QLabel()
        self.typed = QLineEdit()
        self.typed.setMaximumWidth(210)
        self.typed.setAccessibleName(tr("Number of people"))
        self.typed.textChanged.connect(self._tell)
        self.ask = muted("")
        self._typing = QWidget()
        self.quiet = QuietChoice(studio)
        self.quiet.chosen.connect(lambda id: self.change(quiet_id=id))
        self.priority = spin_box(0, 100, 50)
        self.priority.setKeyboardTracking(False)
        self.priority.setMinimumWidth(210)
        self.priority.setToolTip(
            tr("Where a cap leaves room for one of two messages to a contact, the one of higher priority is sent.")
        )
        wheel_needs_focus(self.priority, self.quiet)
        self.priority.valueChanged.connect(lambda value: self.change(priority=value))
        for widget in (
            self.blockers, self.warnings, self.numbers, self.conflicts, self._pace_card(), self._typing_card(),
            self.error,
        ):  # fmt: skip
            self.content.addWidget(widget)
            if widget is self.conflicts:
                self.content.addWidget(self.everybody, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addStretch(1)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.look)

    def _pace_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(16, 14, 16, 14)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        for row, (words, field) in enumerate(
            (
                (tr("Starts"), self.starts), (tr("&Rate"), self.rate), (tr("Takes"), self.takes),
                (tr("Quiet hours"), self.quiet), (tr("Priority"), self.priority),
            )
        ):
            name = muted(words)
            name.setWordWrap(False)
            name.setBuddy(field)
            grid.addWidget(name, row, 0)
            grid.addWidget(field, row, 1)
        return card

    def _typing_card(self) -> QWidget:
        box = QVBoxLayout(self._typing)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.ask)
        row = QHBoxLayout()
        row.addWidget(self.typed)
        row.addStretch(1)
        box.addLayout(row)
        return self._typing

    def refresh(self) -> None:
        blocked = self.rate.blockSignals(True)
        self.rate.setValue(self.draft.rate or self.studio.settings.messages_per_second)
        self.rate.blockSignals(blocked)
        self.quiet.show_draft(self.draft)
        blocked = self.priority.blockSignals(True)
        self.priority.setValue(self.draft.priority)
        self.priority.blockSignals(blocked)
        fresh = self._reviewed is not None and _sent_alike(self._reviewed) == _sent_alike(self.draft)
        if self.isVisible() and not fresh:
            self._again.start()
        self._tell()

    def enter(self) -> None:
        """The step is shown: everything is looked at anew."""
        self.typed.clear()
        self.look()

    def look(self) -> None:
        """Review the draft outside the window's thread; an older look still going is stopped."""
        self.stop()
        draft = self._reviewed = self.draft
        self.review = None
        self.numbers.show_counting()
        self.conflicts.show_conflicts(None)
        self.error.say(None)
        self.takes.setText("…")
        self._tell()

        def work(progress: Progress) -> Review:
            return self.studio.campaigns.review(draft, progress)

        job = self._job = Job(self, work)
        self.numbers.cancelled.connect(job.cancel)
        job.on_progress(self.numbers.show_progress)
        job.on_done(lambda review: self._show(job, review))
        job.on_failed(lambda error: self._failed(job, error))
        job.on_cancelled(lambda: self._failed(job, None))
        job.run()

    def stop(self) -> None:
        """Nobody waits for the look that is going on."""
        self._again.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _failed(self, job: Job[Review], error: StudioError | None) -> None:
        if job is self._job:
            self._job, self._reviewed = None, None
            self.numbers.show_stopped()
            self.error.say(error)

    def _show(self, job: Job[Review], review: Review) -> None:
        if job is not self._job:
            return
        self._job = None
        self.review = review
        self.blockers.show_problems(review.problems)
        self.warnings.show_problems(review.warnings, self.draft.accepted_warnings)
        self.numbers.show_count(review.count, review.evaluated_at)
        self.conflicts.show_conflicts(review.conflicts)
        now = self.studio.clock.now()
        self.starts.setText(
            tr("As soon as you confirm") if review.starts_at is None else day_and_time(review.starts_at, now)
        )
        span = duration(review.seconds) if review.seconds else "–"
        self.takes.setText(
            tr("about {span} at {rate} messages a second", span=span, rate=decimal(review.rate, 2, least=0))
            if review.count.reachable
            else "–"
        )
        self._typing.setVisible(review.must_type_count)
        self.ask.setText(
            ntr(
                "This reaches {n} person. Type that number to confirm:",
                "This reaches {n} people. Type that number to confirm:",
                review.count.reachable,
            )
        )
        self._tell()

    def _show_conflicts(self) -> None:
        if self.conflicts.conflicts is not None:
            dialog = ConflictsDialog(self.conflicts.conflicts, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.wanted.connect(self.page_wanted)
            dialog.open()

    def _accept(self, code: str, accepted: bool) -> None:
        kept = [c for c in self.draft.accepted_warnings if c != code]
        self.change(accepted_warnings=tuple([*kept, code] if accepted else kept))
        self._tell()

    def typed_count(self) -> int | None:
        """The number typed, in whatever grouping, or None."""
        digits = "".join(c for c in self.typed.text() if c not in " ,.'\u00a0\u202f")
        return int(digits) if digits.isascii() and digits.isdigit() else None

    def is_ready(self) -> bool:
        """Whether nothing stands between the person and the send."""
        review = self.review
        if review is None or review.problems or not review.count.reachable:
            return False
        if any(p.code not in self.draft.accepted_warnings for p in review.warnings):
            return False
        return not review.must_type_count or self.typed_count() == review.count.reachable

    def send_words(self) -> str:
        """What the send button says: the deed and its size."""
        if self.review is None or not self.review.count.reachable:
            return tr("Send")
        n = self.review.count.reachable
        if self.review.starts_at is not None:
            return ntr("Schedule for {n} person", "Schedule for {n} people", n)
        return ntr("Send to {n} person", "Send to {n} people", n)

    def waits_for(self) -> str:
        """What is still to be done before the send, for the button's tooltip."""
        review = self.review
        if review is None:
            return tr("The audience is being counted.")
        if review.problems:
            return ntr("{n} thing blocks sending.", "{n} things block sending.", len(review.problems))
        if any(p.code not in self.draft.accepted_warnings for p in review.warnings):
            return tr("Accept the warnings first.")
        if review.must_type_count and self.typed_count() != review.count.reachable:
            return tr("Type {n} to confirm.", n=number(review.count.reachable))
        return ""

    def _tell(self) -> None:
        self.ready.emit(self.is_ready())

    def focus_field(self, where: str) -> None:
        (self.rate if where == "review.rate" or self._typing.isHidden() else self.typed).setFocus()


def _sent_alike(draft: Draft) -> Draft:
    """The draft without what changes nothing about its review."""
    return msgspec.structs.replace(draft, accepted_warnings=(), step="review")
