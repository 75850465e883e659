"""Decides how a campaign is made: seven steps in any order, one draft that is never lost, one gate at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from whatsapp_studio.base.errors import Problem, StudioError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.draft import Draft, Step
from whatsapp_studio.qt.campaigns import steps
from whatsapp_studio.qt.campaigns.preview import PreviewPanel
from whatsapp_studio.qt.campaigns.reveal import reveal
from whatsapp_studio.qt.campaigns.review_lines import PRICES, RECEIVER
from whatsapp_studio.qt.campaigns.samples_panel import SamplesPanel
from whatsapp_studio.qt.campaigns.saving import Saver
from whatsapp_studio.qt.campaigns.step_audience import AudienceStep
from whatsapp_studio.qt.campaigns.step_mapping import MappingStep
from whatsapp_studio.qt.campaigns.step_page import StepPage
from whatsapp_studio.qt.campaigns.step_purpose import PurposeStep
from whatsapp_studio.qt.campaigns.step_rail import WIDTH as RAIL
from whatsapp_studio.qt.campaigns.step_rail import StepRail
from whatsapp_studio.qt.campaigns.step_review import ReviewStep
from whatsapp_studio.qt.campaigns.step_schedule import ScheduleStep
from whatsapp_studio.qt.campaigns.step_sender import SenderStep
from whatsapp_studio.qt.campaigns.step_template import TemplateStep
from whatsapp_studio.qt.checking.asked import Asked
from whatsapp_studio.qt.checking.window import CheckWindow
from whatsapp_studio.qt.reach.people import PeopleDialog
from whatsapp_studio.qt.widgets.latest import Latest

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_CHECK_MS = 150
_NARROW = 1100
_WITH_PREVIEW: frozenset[Step] = frozenset({"template", "mapping"})


class Wizard(QWidget):
    """Edits one draft. ``moved`` tells that the step or the name changed, ``navigate`` asks for another page."""

    moved = Signal()
    saved = Signal(object)
    trouble = Signal(object)
    send_ready = Signal(bool)
    send_wanted = Signal()
    navigate = Signal(str, object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio = studio
        self.campaign: Campaign | None = None
        self.draft = Draft()
        self._visited: set[Step] = set()
        self._field = ""
        self._problems: tuple[Problem, ...] = ()
        self.saver = Saver(studio.campaigns.save, self)
        self.saver.saved.connect(self._saved)
        self.saver.failed.connect(self._not_saved)
        self.rail = StepRail()
        self.rail.chosen.connect(self.go)
        self.purpose = PurposeStep(studio)
        self.number = SenderStep(studio)
        self.template = TemplateStep(studio)
        self.mapping = MappingStep(studio)
        self.audience = AudienceStep(studio)
        self.schedule = ScheduleStep(studio)
        self.review = ReviewStep(studio)
        self.pages: dict[Step, StepPage] = {}
        self.stack = QStackedWidget()
        self._areas: dict[Step, QWidget] = {}
        every: tuple[StepPage, ...] = (
            self.purpose, self.number, self.template, self.mapping, self.audience, self.schedule, self.review
        )  # fmt: skip
        for page in every:
            self.pages[page.step] = page
            self._areas[page.step] = self._area(page)
            self.stack.addWidget(self._areas[page.step])
            page.edited.connect(self._edited)
        self.preview = PreviewPanel(studio)
        self.samples = SamplesPanel(studio)
        self.mapping.trying = lambda: self.preview.contact_id
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        row.addWidget(self.preview)
        row.addWidget(self.samples)
        self._connect_steps()
        self._checking = Latest(self)
        self._check_soon = QTimer(self)
        self._check_soon.setSingleShot(True)
        self._check_soon.setInterval(_CHECK_MS)
        self._check_soon.timeout.connect(self.check)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        for keys, act in (
            ("Ctrl+Return", self.next), ("Ctrl+Enter", self.next), ("Ctrl+Shift+Return", self._send_key),
            ("Ctrl+Shift+Enter", self._send_key),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    @staticmethod
    def _area(page: StepPage) -> QWidget:
        if page.step in ("template", "review"):  # they scroll by themselves
            return page
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setMaximumWidth(920)
        area.setWidget(page)
        return area

    def _connect_steps(self) -> None:
        self.number.connect_wanted.connect(lambda: self.navigate.emit("connection", None))
        self.template.templates_wanted.connect(lambda: self.navigate.emit("templates", None))
        self.template.looked_at.connect(self.preview.show_template)
        self.preview.wanted.connect(self.navigate)
        self.audience.people_wanted.connect(self._show_people)
        self.audience.campaign_wanted.connect(lambda id: self.navigate.emit("reports", id))
        self.audience.counted.connect(self.schedule.show_count)
        self.schedule.count_wanted.connect(self.audience.enter)
        self.review.people_wanted.connect(self._show_people)
        self.review.check_wanted.connect(self.check_everybody)
        self.review.test_wanted.connect(lambda: self.preview.send_test(self.draft))
        self.review.looked.connect(self._show_samples)
        self.review.page_wanted.connect(self.navigate)
        self.mapping.check_wanted.connect(self.check_everybody)
        self.review.fix_wanted.connect(self.fix)
        self.review.ready.connect(self.send_ready)
        self.review.ready.connect(lambda _ready: self._show_states())

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.draft.step

    def open(self, campaign: Campaign) -> None:
        """Edit ``campaign`` where it was left."""
        self.saver.start(campaign)
        self.campaign, self.draft = campaign, campaign.draft
        self._visited = steps.seen_before(campaign.draft.step)
        self._problems = ()
        self._field = campaign.draft.field
        for page in self.pages.values():
            page.show_draft(self.draft)
        self._show_step(self.draft.step)

    def focus_where_left(self) -> None:
        """Put the cursor where it was when this draft was left."""
        if self.draft.field:
            self.fix(self.draft.field)
        else:
            self.rail.buttons[self.step].setFocus()

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        page = self.pages[self.step]
        if now is not None and self.isVisible() and page.isAncestorOf(now):
            self._field = page.field_of(now)

    def _keep_field(self) -> None:
        if self.campaign is not None and self._field != self.draft.field:
            self.draft = msgspec.structs.replace(self.draft, field=self._field)
            self._keep()

    def leave(self) -> None:
        """Everything is on the disk when this returns, the field that had the focus too."""
        self._keep_field()
        self.review.stop()
        self.audience.stop()
        self.mapping.stop()
        self.schedule.stop()
        self.saver.flush()

    def go(self, step: Step) -> None:
        """Show ``step``; where the wizard stands is part of the draft."""
        if step != self.draft.step:
            self._field = ""
            self.draft = msgspec.structs.replace(self.draft, step=step, field="")
            self._keep()
        self._show_step(step)

    def next(self) -> None:
        """Go to the next step; on the last there is none."""
        target = steps.next_step(self.step)
        if target is not None:
            self.go(target)
            if target == "review":
                # The button that led here is gone; without this the focus would leave the wizard.
                self.rail.buttons[target].setFocus()

    def back(self) -> None:
        """Go to the step before."""
        target = steps.previous_step(self.step)
        if target is not None:
            self.go(target)

    def fix(self, where: str) -> None:
        """Land on the field that ``where`` names, or on the page that has it."""
        if where in (RECEIVER, PRICES):
            self.navigate.emit("settings", where.partition(".")[2])
            return
        step = steps.step_of(where)
        self.go(step)
        self.pages[step].focus_field(where)
        landed = self.pages[step].focusWidget()
        if landed is not None:
            reveal(landed)

    def check(self) -> None:
        """Ask what is wrong with the draft and show it at the steps and their fields."""
        self._check_soon.stop()
        draft, campaigns = self.draft, self.studio.campaigns
        self._checking.ask(lambda: campaigns.problems(draft), self._checked)

    def _checked(self, problems: tuple[Problem, ...]) -> None:
        self._problems = problems
        self._show_problems()

    def _show_problems(self) -> None:
        self._show_states()
        for step, page in self.pages.items():
            # A field nobody has seen yet is not accused of being empty.
            page.show_problems(steps.of_step(self._problems, step) if step in self._visited else ())

    def _show_states(self) -> None:
        states = steps.states(self._problems, self._visited, ready=self.review.is_ready())
        self.rail.show_step(self.step, states)

    def on_changes(self, changes: Changes) -> None:
        """Something else than this wizard changed something."""
        if self.campaign is None:
            return
        if changes.connection:
            self.number.refresh()
        if changes.templates:
            self.template.refresh()
            self.mapping.refresh()
        if changes.content:
            self.mapping.refresh()
            self._preview()
        if changes.contacts or changes.lists:
            self.mapping.refresh()
            self.mapping.empties.forget()
            if self.step == "mapping":
                self.mapping.enter()
            self.audience.refresh()
            self.audience.forget()
            self.preview.contacts_changed()
        if changes.connection or changes.templates or changes.contacts or changes.lists or changes.content:
            self._check_soon.start()

    def _show_step(self, step: Step) -> None:
        self._visited.add(step)
        page = self.pages[step]
        page.show_draft(self.draft)
        self.stack.setCurrentWidget(self._areas[step])
        self.preview.setVisible(step in _WITH_PREVIEW)
        self.samples.setVisible(step == "review")
        self._preview()
        self._show_problems()
        self.check()
        if step != "review":
            self.review.stop()
        if step != "mapping":
            self.mapping.stop()
        if step != "schedule":
            self.schedule.stop()
        if isinstance(page, (AudienceStep, MappingStep, ReviewStep, ScheduleStep)):
            page.enter()
        self.moved.emit()

    def _preview(self) -> None:
        if self.step not in _WITH_PREVIEW:
            return
        self.preview.show_draft(self.draft)

    def _edited(self, draft: Draft) -> None:
        before, self.draft = self.draft, draft
        for page in self.pages.values():
            page.draft = draft
        if _texts(before) != _texts(draft):
            self.mapping.refresh()
        if self.step == "review":
            self.review.refresh()
        self._keep()
        self._preview()
        self._check_soon.start()
        if before.name != draft.name:
            self.moved.emit()

    def _keep(self) -> None:
        for page in self.pages.values():
            page.draft = self.draft
        self.saver.change(self.draft)

    def _saved(self, campaign: Campaign) -> None:
        if self.campaign is not None and campaign.id == self.campaign.id:
            self.campaign = campaign
        self.saved.emit(campaign)

    def _not_saved(self, error: StudioError) -> None:
        if error.code == "campaign-name-taken":
            self.purpose.say_taken(error)
            self._visited.add("purpose")
            self.saved.emit(self.campaign)
        else:
            self.trouble.emit(error)

    def _show_people(self, reason: str | None) -> None:
        numbers = self.review.numbers if self.step == "review" else self.audience.numbers
        count = numbers.count
        if count is not None:
            n = count.reachable if reason is None else count.excluded.get(reason, 0)
            dialog = PeopleDialog(self.studio, self.draft, reason, n, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.contact_wanted.connect(lambda id: self.navigate.emit("contacts", id))
            dialog.open()

    def check_everybody(self) -> None:
        """Open the window that checks everybody's message; its repairs are edits of the draft."""
        checking = self.studio.checking
        asked = Asked(
            lambda progress: checking.check(self.draft, progress),
            lambda: self.draft.mapping,
            lambda mapping: self._edited(msgspec.structs.replace(self.draft, mapping=dict(mapping))),
        )
        window = CheckWindow(self.studio, asked, self)
        window.wanted.connect(self.navigate)
        window.finished.connect(lambda _result: self._checked_everybody())
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _checked_everybody(self) -> None:
        self.mapping.refresh()
        self._preview()

    def _show_samples(self) -> None:
        review = self.review.review
        self.samples.show_draft(self.draft, review.samples if review is not None else ())

    def _send_key(self) -> None:
        if self.step == "review" and self.review.is_ready():
            self.send_wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < _NARROW
        self.rail.setFixedWidth(188 if narrow else RAIL)
        for side in (self.preview, self.samples):
            side.setFixedWidth(300 if narrow else 344)
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        if self.campaign is not None:
            self._keep_field()
            self.saver.save_now()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and self.campaign is not None:
            self.rail.update()
        super().changeEvent(event)


def _texts(draft: Draft) -> tuple[str, str, tuple[str, ...]]:
    """What decides the places that have to be filled."""
    return draft.template, draft.language, tuple(draft.translations)
