"""Decides how an audience is shown that another campaign left: whom it came to what for, and a way to that campaign."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.campaigns.draft import Outcome
from whatsapp_studio.campaigns.follow import OUTCOMES, audience_sentence, outcome_words
from whatsapp_studio.qt.campaigns.fields import ChoiceCard
from whatsapp_studio.qt.campaigns.moment_edit import beside, roomy
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.fields import wheel_needs_focus
from whatsapp_studio.qt.widgets.whole_words import tell_whole


class FollowsCard(ChoiceCard):
    """``wanted`` carries the campaign's id and the outcome a person chose, ``campaign_wanted`` the id alone."""

    wanted = Signal(str, str)
    campaign_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("People of another campaign"), " ", parent)
        self._id, self._name = "", ""
        self.outcome = QComboBox()
        self.outcome.setAccessibleName(tr("What the other campaign came to"))
        for one in OUTCOMES:
            self.outcome.addItem(outcome_words(one), one)
        roomy(self.outcome)
        wheel_needs_focus(self.outcome)
        tell_whole(self.outcome)
        self.door = link_button(tr("Open its report"), lambda: self.campaign_wanted.emit(self._id))
        self.body.addWidget(beside(self.outcome, self.door), 2, 1)
        self.outcome.activated.connect(self._choose)
        self.chosen.connect(self._choose)

    def show_outcome(self, campaign_id: str, outcome: Outcome) -> None:
        """Mirror an audience; emits nothing."""
        if campaign_id != self._id:
            self._name = ""
        self._id = campaign_id
        with QSignalBlocker(self.outcome):
            self.outcome.setCurrentIndex(self.outcome.findData(outcome))
        self._tell()

    def show_campaign(self, name: str) -> None:
        """What the campaign is called; empty where it is not there any more."""
        self._name = name
        self.door.setVisible(bool(name))
        self._tell()

    def _choose(self, *_at: object) -> None:
        self._tell()
        self.wanted.emit(self._id, str(self.outcome.currentData()))

    def _tell(self) -> None:
        outcome: Outcome = self.outcome.currentData()
        self.meaning.setText(tr("{who}.", who=audience_sentence(outcome, self._name or "…")))
        self.door.setAccessibleName(tr("Open the report of “{name}”", name=self._name))
