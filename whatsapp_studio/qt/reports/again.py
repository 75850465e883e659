"""Decides how a report offers to write again: to whom, why they may be tried, from when on, and what follows it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import mark, ntr, number, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.draft import Outcome
from whatsapp_studio.campaigns.follow import outcome_words
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.buttons import link_button, secondary_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.services.following import Offer, Standing

_WHY: dict[Outcome, str] = {
    "failed-for-now": mark("The reason may be over: a limit, a fault at Meta, or the account."),
    "failed-here": mark("Give them another value or file first: the same again fails again."),
    "undelivered": mark("Their telephone may be off. A second message arrives beside the first one."),
    "unread": mark("Some may have read it: receipts can be switched off."),
    "no-reply": mark("A reminder, or another question."),
    "not-clicked": mark("A reminder, or another button."),
    "read": mark("For a next step."),
    "replied": mark("For a next step."),
    "clicked": mark("For a next step."),
}
_CODES = 3


class WriteAgainCard(Card):
    """Whom of a campaign one can write to again. ``made`` carries the id of a draft, ``wanted`` that of another one."""

    made = Signal(str)
    wanted = Signal(str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Write again"), parent)
        self._studio = studio
        self._id = ""
        self._reading = Latest(self)
        self.buttons: dict[Outcome, QWidget] = {}
        self.said = muted(tr("Consent and every other rule is asked again, as for any campaign."))
        self._offers = QWidget()
        self._rows = QGridLayout(self._offers)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(10)
        self._rows.setColumnStretch(0, 1)
        self.permanent = muted("")
        self._followers = QVBoxLayout()
        self.error = ErrorLine()
        self.body.addWidget(self.said)
        self.body.addWidget(self._offers)
        self.body.addWidget(self.permanent)
        self.body.addLayout(self._followers)
        self.body.addWidget(self.error)

    def show_campaign(self, campaign_id: str) -> None:
        """Count anew for this campaign, outside the window's thread."""
        self._id = campaign_id
        following = self._studio.following
        self._reading.ask(lambda: (campaign_id, following.standing(campaign_id)), self._show)

    def _show(self, answer: tuple[str, Standing]) -> None:
        campaign_id, standing = answer
        if campaign_id != self._id:
            return
        self._clear()
        for row, offer in enumerate(standing.offers):
            self._add(row, offer)
        if not standing.offers:
            self.said.setText(tr("There is nobody to write to again yet."))
        else:
            self.said.setText(tr("Consent and every other rule is asked again, as for any campaign."))
        self.permanent.setText(
            ntr(
                "{n} message failed for good: nobody is offered here for that.",
                "{n} messages failed for good: nobody is offered here for that.", standing.permanent,
            )
        )  # fmt: skip
        self.permanent.setVisible(bool(standing.permanent))
        for campaign in standing.followers:
            words = tr(
                "{name}, {state}", name=campaign.name, state=wording.state_word(campaign.state).lower()
            )
            button = link_button(words, partial(self.wanted.emit, campaign.id))
            button.setToolTip(tr("Open this campaign, which follows the one of the report"))
            self._followers.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add(self, row: int, offer: Offer) -> None:
        text = QWidget()
        box = QVBoxLayout(text)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(1)
        title = QLabel(outcome_words(offer.outcome))
        title.setWordWrap(True)
        box.addWidget(title)
        box.addWidget(muted(self._why(offer)))
        people = QLabel(ntr("{n} person", "{n} people", offer.people))
        people.setProperty("role", "strong")
        button = secondary_button(tr("New draft"), partial(self._follow, offer.outcome))
        button.setEnabled(not self._studio.read_only)
        button.setAccessibleName(tr("New draft: {outcome}", outcome=outcome_words(offer.outcome)))
        self._rows.addWidget(text, row, 0)
        self._rows.addWidget(people, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._rows.addWidget(button, row, 2, Qt.AlignmentFlag.AlignVCenter)
        self.buttons[offer.outcome] = button

    def _why(self, offer: Offer) -> str:
        parts = [tr(_WHY[offer.outcome])]
        if offer.codes:
            parts = [
                tr("{reason}: {n}", reason=wording.meta_error(code).title.rstrip("."), n=number(n))
                for code, n in list(offer.codes.items())[:_CODES]
            ]
        if offer.not_before is not None:
            when = day_and_time(offer.not_before, self._studio.clock.now())
            parts.append(tr("Wait until {when}: before that Meta would refuse some of them again.", when=when))
        return " · ".join(parts)

    def _follow(self, outcome: Outcome) -> None:
        campaign_id, following = self._id, self._studio.following
        self.error.say(None)

        def work(progress: Progress) -> Campaign:
            return following.follow(campaign_id, outcome)

        Job(self, work).on_done(lambda campaign: self.made.emit(campaign.id)).on_failed(self._failed).run()

    def _failed(self, error: StudioError) -> None:
        self.error.say(error)

    def _clear(self) -> None:
        self.buttons = {}
        for layout in (self._rows, self._followers):
            while (item := layout.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
