"""Decides how the audience is chosen, and that every number about it can be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from whatsapp_studio.audience.segment import ContactList, Segment
from whatsapp_studio.base.errors import Problem, StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.campaigns.draft import Audience, Draft
from whatsapp_studio.campaigns.plan import AudienceCount
from whatsapp_studio.qt.campaigns.step_page import StepPage
from whatsapp_studio.qt.campaigns.whom import Whom
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.reach.lookup import Lookup
from whatsapp_studio.qt.reach.numbers import AudienceNumbers
from whatsapp_studio.qt.widgets.fields import ErrorLine
from whatsapp_studio.qt.widgets.latest import Latest

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_AGAIN_MS = 1000


class AudienceStep(StepPage):
    """Everybody, a segment or a list, and whom of them it reaches. ``people_wanted`` carries a reason or None.

    ``counted`` carries the numbers, None while they are being counted; ``campaign_wanted`` the id of the campaign
    that this one follows.
    """

    step = "audience"
    people_wanted = Signal(object)
    counted = Signal(object)
    campaign_wanted = Signal(str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, tr("Who gets this message? People who may not be written to are left out."), parent)
        self.whom = Whom()
        self.everybody, self.a_list, self.lists = self.whom.everybody, self.whom.a_list, self.whom.lists
        self.a_segment, self.segments = self.whom.a_segment, self.whom.segments
        self.content.addWidget(self.whom)
        self.error = ErrorLine(self.lists)
        self.content.addWidget(self.error)
        self.numbers = AudienceNumbers()
        self.numbers.people_wanted.connect(self.people_wanted)
        self.numbers.again.connect(self.count)
        self.content.addWidget(self.numbers)
        self.lookup = Lookup(studio)
        self.content.addWidget(self.lookup)
        self.content.addStretch(1)
        self._job: Job[AudienceCount] | None = None
        self._counted: Draft | None = None
        self._reading = Latest(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AGAIN_MS)
        self._soon.timeout.connect(self._count_again)
        self.whom.chosen.connect(self._choose)
        self.whom.campaign_wanted.connect(self.campaign_wanted)

    def refresh(self) -> None:
        self.whom.show_audience(self.draft.audience)
        self.lookup.show_draft(self.draft)
        studio, before = self.studio, self.draft.audience.campaign_id

        def read() -> tuple[list[ContactList], list[Segment], int, str]:
            lists, segments = studio.contacts.lists(), list(studio.segments.all())
            return lists, segments, studio.contacts.count(), _name_of(studio, before)

        self._reading.ask(read, self._offer)

    def _offer(self, found: tuple[list[ContactList], list[Segment], int, str]) -> None:
        lists, segments, everybody, campaign = found
        self.whom.offer(lists, segments, everybody)
        self.whom.follows.show_campaign(campaign)

    def _choose(self, audience: Audience) -> None:
        self.change(audience=audience)
        self.lookup.show_draft(self.draft)
        self.count()

    def enter(self) -> None:
        """The step is shown: count again when anything the count depends on changed."""
        if self._counted is None or _counts_alike(self._counted) != _counts_alike(self.draft):
            self.count()

    def forget(self) -> None:
        """Contacts or templates changed: the numbers shown are of before."""
        self._counted = None
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def _count_again(self) -> None:
        if self.isVisible():
            self.count()

    def count(self) -> None:
        """Count who can be reached, outside the window's thread; an older count still going is stopped."""
        self.stop()
        draft = self.draft
        self._counted = draft
        self.numbers.show_counting()
        self.counted.emit(None)

        def work(progress: Progress) -> AudienceCount:
            return self.studio.campaigns.count(draft, progress)

        job = self._job = Job(self, work)
        self.numbers.cancelled.connect(job.cancel)
        job.on_progress(self.numbers.show_progress)
        job.on_done(lambda count: self._show(job, count))
        job.on_failed(lambda error: self._failed(job, error))
        job.on_cancelled(lambda: self._stopped(job))
        job.run()

    def stop(self) -> None:
        """Stop a count that is going on; nobody waits for it any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _show(self, job: Job[AudienceCount], count: AudienceCount) -> None:
        if job is self._job:
            self._job = None
            self.numbers.show_count(count, self.studio.clock.now())
            self.counted.emit(count)

    def _failed(self, job: Job[AudienceCount], error: StudioError) -> None:
        if job is self._job:
            self._job, self._counted = None, None
            self.numbers.show_stopped()
            self.error.say(error)

    def _stopped(self, job: Job[AudienceCount]) -> None:
        if job is self._job:
            self._job, self._counted = None, None
            self.numbers.show_stopped()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        self.error.say(problems[0] if problems else None)

    def fields(self) -> dict[str, QWidget]:
        return {"audience": self.whom, "audience.lookup": self.lookup}

    def focus_field(self, where: str) -> None:
        if where == "audience.lookup":
            self.lookup.search.setFocus()
        else:
            self.whom.focus_first()


def _name_of(studio: Studio, campaign_id: str) -> str:
    """The name of the campaign that is followed; empty where there is none (any more)."""
    try:
        return studio.campaigns.get(campaign_id).name if campaign_id else ""
    except StudioError:
        return ""


def _counts_alike(draft: Draft) -> tuple[object, ...]:
    mapping = tuple(sorted(draft.mapping.items(), key=str))
    return draft.audience, draft.purpose, draft.template, draft.language, tuple(draft.translations), mapping
