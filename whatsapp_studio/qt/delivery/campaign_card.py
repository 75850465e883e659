"""Decides what one running, waiting or paused campaign shows, and what can be done with it there."""

from __future__ import annotations

import math
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.local import decimal
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.qt.delivery import phrasing
from whatsapp_studio.qt.delivery.equation import EquationBar
from whatsapp_studio.qt.delivery.remedies import Remedy, remedies
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.badge import StatusBadge
from whatsapp_studio.qt.widgets.buttons import danger_button, link_button, secondary_button


class CampaignCard(QFrame):
    """One campaign. Its signals name what is asked of it; the page does it."""

    pause_wanted = Signal(str)
    resume_wanted = Signal(str)
    stop_wanted = Signal(str)
    undo_wanted = Signal(str)
    report_wanted = Signal(str)
    remedy_wanted = Signal(object)
    deed_wanted = Signal(str, str)

    def __init__(self, campaign: Campaign, parent: QWidget | None = None, *, read_only: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.campaign = campaign
        self._remedies: tuple[Remedy, ...] = ()
        self._told = 4
        self._later: tuple[int, datetime | None] = (0, None)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(10)
        self.name = QLabel()
        self.name.setProperty("role", "subtitle")
        self.state = StatusBadge("")
        self.pause = secondary_button(tr("Pause"))
        self.resume = secondary_button(tr("Resume"))
        self.undo = secondary_button(tr("Undo"))
        self.stop = danger_button(tr("Stop…"))
        self.report = link_button(tr("Report"))
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.name)
        head.addWidget(self.state)
        head.addStretch(1)
        for button in (self.report, self.undo, self.pause, self.resume, self.stop):
            head.addWidget(button)
        self.equation = EquationBar()
        self.said = QLabel()
        self.said.setProperty("role", "muted")
        self.said.setWordWrap(True)
        self.reason = QFrame()
        self.reason.setProperty("role", "warning-box")
        reason = QHBoxLayout(self.reason)
        reason.setContentsMargins(12, 8, 8, 8)
        reason.setSpacing(12)
        self.reason_text = QLabel()
        self.reason_text.setWordWrap(True)
        self.remedy_button, self.second_button = secondary_button(""), secondary_button("")
        reason.addWidget(self.reason_text, 1)
        for button in (self.remedy_button, self.second_button):
            reason.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        box.addLayout(head)
        box.addWidget(self.reason)
        box.addWidget(self.equation)
        box.addWidget(self.said)
        self.pause.clicked.connect(lambda: self.pause_wanted.emit(self.campaign.id))
        self.resume.clicked.connect(lambda: self.resume_wanted.emit(self.campaign.id))
        self.stop.clicked.connect(lambda: self.stop_wanted.emit(self.campaign.id))
        self.undo.clicked.connect(lambda: self.undo_wanted.emit(self.campaign.id))
        self.report.clicked.connect(lambda: self.report_wanted.emit(self.campaign.id))
        self.remedy_button.clicked.connect(lambda: self._want(0))
        self.second_button.clicked.connect(lambda: self._want(1))
        for button in (self.pause, self.resume, self.stop, self.undo, self.remedy_button, self.second_button):
            button.setEnabled(not read_only)

    def show_campaign(
        self, campaign: Campaign, *, rate: float, now: datetime, all_paused: bool,
        waits: tuple[datetime, int | None] | None = None, later: tuple[int, datetime | None] = (0, None),
    ) -> None:  # fmt: skip
        """Mirror the campaign as it is; ``rate`` is the achieved one of the whole workspace.

        ``waits`` and ``later`` are what ``Campaigns.waits`` and ``Campaigns.later`` say of it.
        """
        self._later = later
        self.campaign = campaign
        state = campaign.state
        self.name.setText(campaign.name)
        self.state.set_state(state)
        self.equation.show_counts(campaign.counts)
        self.equation.setVisible(not campaign.recurs)
        self._announce(campaign)
        over = state in ("done", "stopped")
        held = held_seconds(campaign, now)
        self.undo.setVisible(held > 0 or (state == "scheduled" and not campaign.counts.done and not campaign.recurs))
        self._show_pause(state in ("sending", "scheduled") and held <= 0, state == "paused")
        self.undo.setText(tr("Unschedule") if state == "scheduled" else tr("Undo"))
        self.stop.setVisible(not over and held <= 0)
        self.report.setVisible(state != "scheduled" and not campaign.recurs)
        for button in (self.pause, self.resume, self.stop, self.undo, self.report):
            button.setAccessibleName(tr("{deed}: {name}", deed=button.text(), name=campaign.name))
        self.said.setText(self._words(campaign, rate, now, held, all_paused, waits))
        self._show_reason(campaign)

    def _show_pause(self, pause: bool, resume: bool) -> None:
        """One takes the place of the other, and its focus too: it must never fall on Stop, which stands next to it."""
        now, gone = (self.resume, self.pause) if resume else (self.pause, self.resume)
        if (pause or resume) and gone.hasFocus():
            now.show()
            now.setFocus()
        self.pause.setVisible(pause)
        self.resume.setVisible(resume)

    def _words(
        self, campaign: Campaign, rate: float, now: datetime, held: float, all_paused: bool,
        waits: tuple[datetime, int | None] | None,
    ) -> str:  # fmt: skip
        counts = campaign.counts
        if held > 0:
            return ntr(
                "Starts in {n} second. Nothing has left yet.", "Starts in {n} seconds. Nothing has left yet.",
                math.ceil(held),
            )  # fmt: skip
        if campaign.state == "scheduled":
            begins = day_and_time(campaign.starts_at, now)
            return tr("Starts again {when}.", when=begins) if campaign.recurs else tr("Starts {when}.", when=begins)
        if campaign.recurs:
            return tr("Each of its turns is a campaign of its own.")
        parts = [phrasing.progress(counts)]
        rest = campaign.rests_until
        if campaign.state == "sending" and not all_paused and rest is not None and rest > now:
            why = wording.explain(campaign.rests_for).title
            parts.append(tr("goes on by itself {when}", when=day_and_time(rest, now)))
            return f"{' · '.join(parts)}\n{why}"
        if campaign.state == "sending" and waits is not None and not all_paused:
            when, n = waits[0], counts.queued if waits[1] is None else waits[1]
            if n:
                parts.append(ntr(
                    "{n} of them gets it {when}, after quiet hours", "{n} of them get it {when}, after quiet hours", n,
                    when=day_and_time(when, now),
                ))  # fmt: skip
        elif campaign.state == "sending" and not all_paused:
            left = phrasing.time_left(counts, rate, self._later[0])
            parts += [tr("{rate} a second", rate=decimal(rate)), left] if left else []
        elif campaign.state == "sending":
            parts.append(tr("waits: sending is paused"))
        people, at = self._later
        if campaign.state == "sending" and at is not None and not all_paused:
            parts.append(ntr(
                "{n} person in later waves, the next {when}", "{n} people in later waves, the next {when}", people,
                when=day_and_time(at, now),
            ))  # fmt: skip
        if counts.failed:
            parts.append(tr("{n} failed", n=number(counts.failed)))
        if counts.unknown:
            parts.append(tr("{n} in doubt", n=number(counts.unknown)))
        return " · ".join(parts)

    def _announce(self, campaign: Campaign) -> None:
        """Tell a screen reader each quarter that is over, and nothing between."""
        to_send = campaign.counts.total - campaign.counts.excluded
        quarter = 4 * campaign.counts.done // to_send if to_send else 0
        if quarter > self._told:
            words = tr("{name}: {n} % sent", name=campaign.name, n=25 * quarter)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self._told = quarter

    def _show_reason(self, campaign: Campaign) -> None:
        shown = campaign.state == "paused" and campaign.pause_reason not in ("", "by-you")
        self.reason.setVisible(shown)
        if not shown:
            self._remedies = ()
            return
        words = wording.explain(campaign.pause_reason, {"template": campaign.draft.template})
        self.reason_text.setText(words.text)
        self._remedies = remedies(campaign.pause_reason)
        for place, button in enumerate((self.remedy_button, self.second_button)):
            one = self._remedies[place] if place < len(self._remedies) else Remedy("")
            button.setText(one.words)
            button.setVisible(bool(one.page or one.deed))
        # What has to be decided is not gone on with as if it had been.
        self.resume.setVisible(self.resume.isVisibleTo(self) and not any(one.deed for one in self._remedies))

    def _want(self, place: int) -> None:
        one = self._remedies[place]
        if one.deed:
            self.deed_wanted.emit(self.campaign.id, one.deed)
        else:
            self.remedy_wanted.emit(one)


def held_seconds(campaign: Campaign, now: datetime) -> float:
    """How long the launch can still be undone; 0 when it cannot."""
    if campaign.state != "sending" or campaign.held_until is None:
        return 0.0
    return max(0.0, (campaign.held_until - now).total_seconds())
