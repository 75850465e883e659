"""Decides how the Campaigns page moves between its list, the wizard, and the seconds after a launch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import Blocked, StudioError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.qt.campaigns import steps
from whatsapp_studio.qt.campaigns.front import Front
from whatsapp_studio.qt.campaigns.undo_bar import UndoBar
from whatsapp_studio.qt.campaigns.wizard import Wizard
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.phrases import clock_time, day_and_time, share
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.page import Offers, Page
from whatsapp_studio.qt.widgets.toast import Toast
from whatsapp_studio.qt.widgets.twin import Twin

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio


class CampaignsPage(Page):
    """The list of campaigns; a draft opens in the wizard, in the same page."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, tr("Campaigns"), parent)
        self.front = Front(studio, lambda: self.memory)
        self.list = self.front.list
        self.wizard = Wizard(studio)
        self.undo_bar = UndoBar(studio)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.front)
        self.stack.addWidget(self.wizard)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(0)
        self.banner = Banner("error", "")
        self.banner.hide()
        self.content.addWidget(self.banner)
        self.content.addWidget(self.undo_bar)
        self.content.addWidget(self.stack, 1)
        self._make_actions()
        self.front.opened.connect(self.open)
        self.front.navigate.connect(self.navigate)
        self.front.switched.connect(self.offers_changed)
        self.list.new_wanted.connect(self.new)
        self.wizard.moved.connect(self._tell_header)
        self.wizard.saved.connect(self._saved)
        self.wizard.trouble.connect(self._say)
        self.wizard.send_ready.connect(lambda _ready: self._tell_header())
        self.wizard.send_wanted.connect(self.send)
        self.wizard.navigate.connect(self.navigate)
        self.undo_bar.undone.connect(self._undone)
        self.undo_bar.over.connect(self._launched_for_good)
        self._launching: Job[Campaign] | None = None
        self._tell_header()

    def _make_actions(self) -> None:
        self.new_button = primary_button(tr("New campaign"))
        self.close_button = secondary_button(tr("All campaigns"))
        self.back_button = secondary_button(tr("Back"))
        self.next_button = primary_button("")
        self.send_button = primary_button("")
        self.add_action(self.front.switch)
        self.new_button.setEnabled(not self.studio.read_only)
        self.next_button.setToolTip(tr("Ctrl+Enter"))
        for button, act in (
            (self.new_button, self.new), (self.close_button, self.close_wizard), (self.back_button, self.wizard.back),
            (self.next_button, self.wizard.next), (self.send_button, self.send),
        ):  # fmt: skip
            button.clicked.connect(lambda _on=False, act=act: act())
        for button in (self.close_button, self.back_button, self.new_button, self.next_button, self.send_button):
            self.add_action(button)
        self._offered_wizard = False
        self._wizard_deeds = (
            Twin(self.back_button), Twin(self.next_button, tr("&Next step")), Twin(self.send_button, tr("&Send…")),
            Twin(self.close_button),
        )  # fmt: skip

    def offers(self) -> Offers:
        if self.in_wizard:
            return Offers({"campaign": self._wizard_deeds})
        if self.front.view != "list" and self.front.planner is not None:
            return Offers({"edit": [self.front.planner.undo_action]})
        return Offers({"campaign": self.list.deeds})

    @property
    def in_wizard(self) -> bool:
        """Whether a draft is open."""
        return self.stack.currentWidget() is self.wizard

    def on_shown(self) -> None:
        self.front.refresh()
        self.front.restore()
        self._tell_header()

    def on_changes(self, changes: Changes) -> None:
        if changes.calendars and not changes.campaigns:
            self.front.refresh()
        if changes.campaigns:
            self.front.refresh()
            self.new_button.setVisible(not self.in_wizard and self.list.any)
            self.front.switch.setVisible(not self.in_wizard and bool(len(self.list.model)))
            self.undo_bar.look()
        self.wizard.on_changes(changes)

    def new(self) -> None:
        """A new draft, named so that it can be told from the others, in the wizard's first step."""
        connection = self.studio.connection.current()
        draft = Draft(name=self._free_name(), sender=connection.phone_number_id if connection else "")
        try:
            campaign = self.studio.campaigns.create(draft)
        except StudioError as error:
            self._say(error)
            return
        self.open(campaign.id)
        self.wizard.purpose.focus_field("purpose.name")

    def _free_name(self) -> str:
        taken = {campaign.name.casefold() for campaign in self.studio.campaigns.all()}
        name, n = tr("New campaign"), 1
        while name.casefold() in taken:
            n += 1
            name = tr("New campaign {n}", n=n)
        return name

    def open(self, what: object) -> None:
        """A draft opens in the wizard; a launched campaign on the page that shows what became of it."""
        if what == "new":
            self.new()
            return
        if not isinstance(what, str) or not what:
            return
        campaign = self.studio.campaigns.get(what)
        if campaign.state != "draft":
            over = campaign.state in ("done", "stopped")
            self.navigate.emit("reports" if over else "sending", campaign.id)
            return
        self.wizard.open(campaign)
        self.stack.setCurrentWidget(self.wizard)
        self._tell_header()
        self.wizard.focus_where_left()

    def keep(self) -> object:
        campaign = self.wizard.campaign
        return campaign.id if self.in_wizard and campaign is not None else None

    def take(self, kept: object) -> None:
        self.open(kept)

    def settled(self) -> bool:
        return self._launching is None and self.undo_bar.isHidden()

    def leave(self) -> bool:
        if self.in_wizard:
            self.wizard.leave()
        return True

    def close_wizard(self) -> None:
        """Back to the list; the draft is on the disk."""
        self.wizard.leave()
        self.stack.setCurrentWidget(self.front)
        self.front.refresh()
        self._tell_header()

    def send(self) -> None:
        """Launch what the review shows; nothing leaves during the seconds to undo."""
        campaign, review = self.wizard.campaign, self.wizard.review
        if campaign is None or not review.is_ready() or self._launching is not None:
            return
        self.wizard.saver.flush()
        typed, hold = review.typed_count(), float(self.studio.settings.undo_seconds)
        people = review.review.people if review.review is not None else None
        code = review.footer.code.text().strip()
        self._hold_still(True)
        self.send_button.setText(tr("Preparing…"))

        def work(progress: Progress) -> Campaign:
            return self.studio.campaigns.launch(
                campaign.id, typed_count=typed, hold_seconds=hold, people=people, code=code, progress=progress
            )

        self._launching = Job(self, work)
        self._launching.on_done(self._launched).on_failed(self._not_launched).on_progress(self._tell_progress).run()

    def _hold_still(self, still: bool) -> None:
        """While a launch is written nothing of the draft may change."""
        for widget in (self.wizard, self.close_button, self.back_button, self.send_button):
            widget.setEnabled(not still)

    def _tell_progress(self, done: int, total: int | None) -> None:
        if total:
            self.send_button.setText(tr("Preparing… {share}", share=share(done, total)))

    def _launched(self, campaign: Campaign) -> None:
        self._launching = None
        self._hold_still(False)
        self.stack.setCurrentWidget(self.front)
        self.front.refresh()
        self._tell_header()
        self.undo_bar.watch(campaign)
        if campaign.state == "scheduled":
            when = day_and_time(campaign.starts_at, self.studio.clock.now())
            words = tr("“{name}” starts {when}.", name=campaign.name, when=when)
            Toast.show_in(self, words, tr("Show"), lambda: self.navigate.emit("sending", campaign.id))

    def _not_launched(self, error: StudioError) -> None:
        self._launching = None
        self._hold_still(False)
        if isinstance(error, Blocked):
            self.wizard.review.look()
        self._say(error)
        self._tell_header()

    def _undone(self, campaign: Campaign) -> None:
        self.open(campaign.id)

    def _launched_for_good(self, campaign: Campaign) -> None:
        if campaign.state in ("sending", "paused") and self.isVisible() and not self.in_wizard:
            self.navigate.emit("sending", campaign.id)

    def _saved(self, campaign: Campaign) -> None:
        self.banner.hide()
        self._tell_header()

    def _say(self, error: StudioError) -> None:
        self.banner.set_text(wording.sentence(error))
        self.banner.show()

    def _tell_header(self) -> None:
        wizard = self.in_wizard
        if wizard is not self._offered_wizard:
            self._offered_wizard = wizard
            self.offers_changed.emit()
        last = self.wizard.step == "review"
        self.new_button.setVisible(not wizard and self.list.any)
        self.front.switch.setVisible(not wizard and bool(len(self.list.model)))
        for button in (self.close_button, self.back_button):
            button.setVisible(wizard)
        first = steps.previous_step(self.wizard.step) is None
        self.back_button.setEnabled(not first and self._launching is None)
        self.next_button.setVisible(wizard and not last)
        self.send_button.setVisible(wizard and last)
        if not wizard:
            self.set_title(tr("Campaigns"))
            self.set_pill("")
            return
        target = steps.next_step(self.wizard.step)
        if target is not None:
            self.next_button.setText(tr("Next: {step}", step=steps.title(target)))
        if self._launching is None:
            self.send_button.setText(self.wizard.review.send_words())
            self.send_button.setEnabled(self.wizard.review.is_ready())
            self.send_button.setToolTip(self.wizard.review.waits_for())
        campaign = self.wizard.campaign
        self.set_title(self.wizard.draft.name or tr("Unnamed campaign"))
        if campaign is not None:
            self.set_pill(tr("Draft · saved {time}", time=clock_time(campaign.updated_at)))
