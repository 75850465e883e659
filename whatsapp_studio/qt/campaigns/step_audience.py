"""Decides how the audience is chosen, and that every number about it can be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QWidget

from whatsapp_studio.audience.segment import ContactList
from whatsapp_studio.base.errors import Problem, StudioError
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.campaigns.draft import Audience, Draft
from whatsapp_studio.campaigns.plan import AudienceCount
from whatsapp_studio.qt.campaigns.fields import ChoiceCard
from whatsapp_studio.qt.campaigns.step_page import StepPage
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.reach.lookup import Lookup
from whatsapp_studio.qt.reach.numbers import AudienceNumbers
from whatsapp_studio.qt.widgets.fields import ErrorLine, wheel_needs_focus
from whatsapp_studio.qt.widgets.latest import Latest

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_AGAIN_MS = 1000


class AudienceStep(StepPage):
    """Everybody or one list, and how many of them can be reached. ``people_wanted`` carries a reason or None."""

    step = "audience"
    people_wanted = Signal(object)
    contacts_wanted = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, tr("Who gets this message? People who may not be written to are left out."), parent)
        self._group = QButtonGroup(self)
        self.everybody = ChoiceCard(tr("All contacts"), "")
        self.a_list = ChoiceCard(tr("The people on a list"), "")
        # Until the lists are read there is none to choose.
        self.a_list.setEnabled(False)
        self.lists = QComboBox()
        self.lists.setAccessibleName(tr("List"))
        self.lists.setMinimumWidth(260)
        wheel_needs_focus(self.lists)
        self.a_list.body.addWidget(self.lists, 1, 1, Qt.AlignmentFlag.AlignLeft)
        for card in (self.everybody, self.a_list):
            self._group.addButton(card.radio)
            self.content.addWidget(card)
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
        self.everybody.chosen.connect(lambda: self._choose(Audience()))
        self.a_list.chosen.connect(self._choose_list)
        self.lists.activated.connect(self._choose_list)

    def refresh(self) -> None:
        self._mark(self.draft.audience)
        self.lookup.show_draft(self.draft)
        contacts = self.studio.contacts
        self._reading.ask(lambda: (contacts.lists(), contacts.count()), lambda read: self._fill(*read))

    def _fill(self, found: list[ContactList], everybody: int) -> None:
        audience = self.draft.audience
        blocked = self.lists.blockSignals(True)
        self.lists.clear()
        for one in found:
            self.lists.addItem(tr("{name} ({size})", name=one.name, size=number(one.size)), one.id)
        at = self.lists.findData(audience.list_id)
        self.lists.setCurrentIndex(at if at >= 0 or audience.kind == "list" else 0)
        self.lists.blockSignals(blocked)
        self.a_list.setEnabled(bool(found) or audience.kind == "list")
        self.everybody.radio.setText(ntr("All {n} contact", "All {n} contacts", everybody))

    def _choose_list(self, *_at: object) -> None:
        blocked = self.a_list.radio.blockSignals(True)
        self.a_list.radio.setChecked(True)
        self.a_list.radio.blockSignals(blocked)
        self._choose(Audience(kind="list", list_id=self.lists.currentData()))

    def _choose(self, audience: Audience) -> None:
        self.change(audience=audience)
        self._mark(audience)
        self.lookup.show_draft(self.draft)
        self.count()

    def _mark(self, audience: Audience) -> None:
        self._group.setExclusive(False)
        self.everybody.set_chosen(audience.kind == "all")
        self.a_list.set_chosen(audience.kind == "list")
        self._group.setExclusive(True)

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

    def focus_field(self, where: str) -> None:
        (self.lists if self.draft.audience.kind == "list" else self.everybody.radio).setFocus()


def _counts_alike(draft: Draft) -> tuple[object, ...]:
    mapping = tuple(sorted(draft.mapping.items(), key=str))
    return draft.audience, draft.purpose, draft.template, draft.language, tuple(draft.translations), mapping
