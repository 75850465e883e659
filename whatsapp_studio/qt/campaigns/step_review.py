"""Decides what stands before a send: what blocks it, what has to be accepted, and how plainly its size is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.qt.campaigns.conflicts import ConflictLine, ConflictsDialog
from whatsapp_studio.qt.campaigns.cost_card import CostCard
from whatsapp_studio.qt.campaigns.review_footer import ReviewFooter
from whatsapp_studio.qt.campaigns.review_lines import Blockers, Warnings
from whatsapp_studio.qt.campaigns.review_tiles import ReviewTiles
from whatsapp_studio.qt.campaigns.second_look import SecondLook
from whatsapp_studio.qt.campaigns.step_page import StepPage
from whatsapp_studio.qt.campaigns.when_card import WhenCard
from whatsapp_studio.qt.campaigns.when_words import starts_words
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.phrases import day_and_time, duration
from whatsapp_studio.qt.reach.lookup import Lookup
from whatsapp_studio.qt.reach.numbers import AudienceNumbers
from whatsapp_studio.qt.widgets.fields import ErrorLine

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio
    from whatsapp_studio.services.launching import Review

_AGAIN_MS = 700
_WIDEST = 920


class ReviewStep(StepPage):
    """The gate. ``ready`` tells whether the send button may be pressed; ``fix_wanted`` carries a place to go.

    ``check_wanted`` asks to have everybody's message checked, ``test_wanted`` to try it on test contacts, ``looked``
    comes when the draft was looked at anew, ``page_wanted`` carries a page and what to show on it.
    """

    step = "review"
    ready = Signal(bool)
    fix_wanted = Signal(str)
    people_wanted = Signal(object)
    check_wanted = Signal()
    test_wanted = Signal()
    looked = Signal()
    page_wanted = Signal(str, object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, "", parent)
        self.review: Review | None = None
        self._job: Job[tuple[Review, str]] | None = None
        self._reviewed: Draft | None = None
        self.tiles = ReviewTiles()
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
        self.when = WhenCard()
        self.when.change_wanted.connect(self.fix_wanted)
        self.cost = CostCard()
        self.cost.change_wanted.connect(self.fix_wanted)
        self.second = SecondLook(studio)
        self.second.check_wanted.connect(self.check_wanted)
        self.second.test_wanted.connect(self.test_wanted)
        self.everybody = self.second.everybody
        self.lookup = Lookup(studio)
        self.error = ErrorLine()
        self.footer = ReviewFooter()
        self.footer.changed.connect(self._tell)
        self.typed = self.footer.typed
        self._lay_out()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.look)

    def _lay_out(self) -> None:
        """What is long scrolls; what has to be typed stays in sight."""
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        box = QVBoxLayout(inside)
        box.setContentsMargins(24, 0, 24, 24)
        box.setSpacing(12)
        for widget in (
            self.error, self.tiles, self.blockers, self.warnings, self.numbers, self.conflicts, self.when, self.cost,
            self.second, self.lookup,
        ):  # fmt: skip
            box.addWidget(widget)
        box.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.content.addWidget(area, 1)
        self.content.setContentsMargins(0, 20, 0, 0)
        self.content.setSpacing(0)
        self.heading.setContentsMargins(24, 0, 24, 12)
        self.content.addWidget(self.footer)

    def refresh(self) -> None:
        fresh = self._reviewed is not None and _sent_alike(self._reviewed) == _sent_alike(self.draft)
        if self.isVisible() and not fresh:
            self._again.start()
        self.lookup.show_draft(self.draft)
        self._tell()

    def enter(self) -> None:
        """The step is shown: everything is looked at anew."""
        self.typed.clear()
        self.footer.code.clear()
        self.look()

    def look(self) -> None:
        """Review the draft outside the window's thread; an older look still going is stopped."""
        self.stop()
        draft = self._reviewed = self.draft
        self.review = None
        self.numbers.show_counting()
        self.conflicts.show_conflicts(None)
        self.second.show_review(draft, None, "")
        self.error.say(None)
        self.tiles.wait()
        self._tell()
        studio = self.studio

        def work(progress: Progress) -> tuple[Review, str]:
            review = studio.campaigns.review(draft, progress)
            return review, studio.review_files.code(draft, review) if draft.template else ""

        job = self._job = Job(self, work)
        self.numbers.cancelled.connect(job.cancel)
        job.on_progress(self.numbers.show_progress)
        job.on_done(lambda found: self._show(job, *found))
        job.on_failed(lambda error: self._failed(job, error))
        job.on_cancelled(lambda: self._failed(job, None))
        job.run()

    def stop(self) -> None:
        """Nobody waits for the look that is going on."""
        self._again.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _failed(self, job: Job[tuple[Review, str]], error: StudioError | None) -> None:
        if job is self._job:
            self._job, self._reviewed = None, None
            self.numbers.show_stopped()
            self.error.say(error)

    def _show(self, job: Job[tuple[Review, str]], review: Review, code: str) -> None:
        if job is not self._job:
            return
        self._job = None
        self.review = review
        now, draft = self.studio.clock.now(), self.draft
        self.blockers.show_problems(review.problems)
        self.warnings.show_problems(review.warnings, draft.accepted_warnings)
        self.numbers.show_count(review.count, review.evaluated_at)
        self.conflicts.show_conflicts(review.conflicts)
        self.when.show_review(draft, review, now)
        self.cost.show_forecast(review.cost, draft.budget)
        self.cost.setVisible(review.count.reachable > 0)
        # Where a second person has to look, the code is read in the file, not here.
        self.second.show_review(draft, review, "" if self.studio.settings.second_look else code)
        self.looked.emit()
        self._show_tiles(review)
        people = review.count.reachable if review.must_type_count else None
        self.footer.ask_for(
            people, again=draft.schedule.kind == "recurring", code=code if self.studio.settings.second_look else ""
        )
        self._tell()

    def _show_tiles(self, review: Review) -> None:
        now, count = self.studio.clock.now(), review.count
        left = count.total - count.reachable
        self.tiles.show_cost(review.cost)
        self.tiles.people.say(
            number(count.reachable), ntr("{n} is left out", "{n} are left out", left) if left else ""
        )
        starts = starts_words(self.draft, review, now)
        if review.starts_at is None and self.draft.schedule.kind == "now":
            self.tiles.starts.say(tr("Now"), tr("as soon as you confirm"))
        else:
            self.tiles.starts.say(starts)
        finish = review.finish
        if finish is None or not count.reachable:
            self.tiles.ends.say("–")
        else:
            self.tiles.ends.say(day_and_time(finish.at, now), tr("after about {span}", span=duration(finish.seconds)))

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
        return self.footer.count()

    def is_ready(self) -> bool:
        """Whether nothing stands between the person and the send."""
        review = self.review
        if review is None or review.problems or not review.count.reachable:
            return False
        if any(p.code not in self.draft.accepted_warnings for p in review.warnings):
            return False
        return self.footer.is_answered()

    def send_words(self) -> str:
        """What the send button says: the deed and its size."""
        again = self.draft.schedule.kind == "recurring"
        if self.review is None or not self.review.count.reachable:
            return tr("Start repeating") if again else tr("Send")
        n = self.review.count.reachable
        if again:
            return tr("Start repeating")
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
        return "" if self.footer.is_answered() else tr("Type the code that stands in the review file.")

    def _tell(self) -> None:
        self.ready.emit(self.is_ready())

    def fields(self) -> dict[str, QWidget]:
        return {"review.count": self.typed, "review.code": self.footer.code, "review.lookup": self.lookup}

    def focus_field(self, where: str) -> None:
        if where == "review.code":
            self.footer.code.setFocus()
        elif where == "review.lookup":
            self.lookup.search.setFocus()
        else:
            (self.everybody if self.typed.isHidden() else self.typed).setFocus()


def _sent_alike(draft: Draft) -> Draft:
    """The draft without what changes nothing about its review."""
    return msgspec.structs.replace(draft, accepted_warnings=(), step="review", field="")
