"""Decides what the Sending page shows: everything on its way, the pace, and what waits for a person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QMessageBox, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.qt.delivery.budget_dialog import BudgetDialog
from whatsapp_studio.qt.delivery.campaign_card import CampaignCard, held_seconds
from whatsapp_studio.qt.delivery.doubt import DoubtBox
from whatsapp_studio.qt.delivery.pace_card import PaceCard
from whatsapp_studio.qt.delivery.remedies import Remedy, remedy
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.page import Page

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

REFRESH_MS = 250
_UNDER_WAY = ("sending", "paused", "scheduled")
_ORDER = {"sending": 0, "paused": 1, "scheduled": 2, "done": 3, "stopped": 4}


class SendingPage(Page):
    """Cards for what is under way; refreshed at most four times a second."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, tr("Sending"), parent)
        self.cards: dict[str, CampaignCard] = {}
        self.doubts: dict[str, DoubtBox] = {}
        self._told_interrupted = False
        self.pause_all = secondary_button(tr("Pause all"))
        self.resume_all = secondary_button(tr("Resume all"))
        self.pause_all.clicked.connect(lambda: self._do(self.studio.engine.pause_all))
        self.resume_all.clicked.connect(lambda: self._do(self.studio.engine.resume_all))
        for button in (self.pause_all, self.resume_all):
            button.setEnabled(not studio.read_only)
            self.add_action(button)
        self.banners: dict[str, Banner] = {}
        self._banners = QVBoxLayout()
        self._banners.setSpacing(8)
        self.pace = PaceCard()
        self._doubts = QVBoxLayout()
        self._doubts.setSpacing(12)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self.empty = EmptyState(
            "send",
            tr("Nothing is on its way."),
            tr("Campaigns appear here from their launch until the last message has left."),
            (tr("Go to campaigns"), lambda: self.navigate.emit("campaigns", None)),
        )
        self._build()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(REFRESH_MS)
        self._soon.timeout.connect(self.refresh)
        self._each_second = QTimer(self)
        self._each_second.setInterval(1000)
        self._each_second.timeout.connect(self._tick)

    def _build(self) -> None:
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(24, 16, 24, 24)
        box.setSpacing(12)
        box.addLayout(self._banners)
        box.addLayout(self._doubts)
        box.addWidget(self.pace)
        box.addLayout(self._cards)
        box.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        self.stack = QStackedWidget()
        self.stack.addWidget(area)
        self.stack.addWidget(self.empty)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.addWidget(self.stack)

    def on_shown(self) -> None:
        self.refresh()
        self._each_second.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._each_second.stop()
        super().hideEvent(event)

    def on_changes(self, changes: Changes) -> None:
        if (changes.campaigns or changes.sending or changes.connection) and not self._soon.isActive():
            self._soon.start()

    def open(self, what: object) -> None:
        """Show the campaign with this id."""
        self.refresh()
        card = self.cards.get(what) if isinstance(what, str) else None
        if card is not None:
            card.pause.setFocus()

    def refresh(self) -> None:
        """Read what is under way and show it."""
        status, now = self.studio.engine.status(), self.studio.clock.now()
        everything = self.studio.campaigns.all()
        shown = [c for c in everything if c.state in _UNDER_WAY]
        shown.sort(key=lambda c: (_ORDER[c.state], -(c.launched_at or c.created_at).timestamp()))
        doubtful = [c for c in everything if c.counts.unknown]
        self._mirror_cards(shown)
        self._mirror_doubts(doubtful)
        waits = {c.id: self.studio.campaigns.waits(c.id) for c in shown if c.state == "sending"}
        sharing = sum(1 for c in shown if c.state == "sending" and held_seconds(c, now) <= 0) or 1
        for campaign in shown:
            self.cards[campaign.id].show_campaign(
                campaign, rate=status.rate / sharing, now=now, all_paused=bool(status.paused_reason),
                waits=waits.get(campaign.id), later=self.studio.campaigns.later(campaign.id),
            )
        quiet = [id for id, wait in waits.items() if wait or _rests(self.cards[id].campaign, now)]
        self.pace.show_pace(status, idle=bool(waits) and len(quiet) == len(waits))
        going = any(c.state == "sending" and held_seconds(c, now) <= 0 for c in shown)
        self.pace.setVisible(going and not status.paused_reason)
        self._show_banners(status.paused_reason, status.offline, status.interrupted, everything)
        busy = bool(shown or doubtful or self.banners)
        self.stack.setCurrentIndex(0 if busy else 1)
        self.pause_all.setVisible(any(c.state != "paused" for c in shown) and not status.paused_reason)
        self.resume_all.setVisible(bool(status.paused_reason))
        self._show_pill(shown, bool(status.paused_reason), status.offline)

    def _tick(self) -> None:
        status = self.studio.engine.status()
        self.pace.tick(status)
        self.refresh()

    def _mirror_cards(self, shown: list[Campaign]) -> None:
        ids = [campaign.id for campaign in shown]
        for gone in set(self.cards) - set(ids):
            _drop(self.cards.pop(gone), self._cards)
        for place, campaign in enumerate(shown):
            card = self.cards.get(campaign.id)
            if card is None:
                card = self.cards[campaign.id] = self._new_card(campaign)
            if self._cards.indexOf(card) != place:
                self._cards.insertWidget(place, card)

    def _mirror_doubts(self, doubtful: list[Campaign]) -> None:
        ids = {campaign.id for campaign in doubtful}
        for gone in set(self.doubts) - ids:
            _drop(self.doubts.pop(gone), self._doubts)
        for campaign in doubtful:
            box = self.doubts.get(campaign.id)
            if box is None:
                box = self.doubts[campaign.id] = DoubtBox(self.studio, campaign)
                box.decided.connect(self.refresh)
                self._doubts.addWidget(box)
            box.show_campaign(campaign)

    def _new_card(self, campaign: Campaign) -> CampaignCard:
        card, campaigns = CampaignCard(campaign, read_only=self.studio.read_only), self.studio.campaigns
        card.pause_wanted.connect(lambda id: self._do(partial(campaigns.pause, id)))
        card.resume_wanted.connect(lambda id: self._do(partial(campaigns.resume, id)))
        card.undo_wanted.connect(lambda id: self._do(partial(campaigns.undo_launch, id), self._undone))
        card.stop_wanted.connect(self._ask_stop)
        card.report_wanted.connect(lambda id: self.navigate.emit("reports", id))
        card.remedy_wanted.connect(self._go_to)
        card.deed_wanted.connect(self._decide)
        return card

    def _show_banners(
        self, paused: str, offline: bool, interrupted: dict[str, int], everything: list[Campaign]
    ) -> None:
        wanted: dict[str, tuple[str, str, tuple[str, Callable[[], None]] | None]] = {}
        if paused and paused != "by-you":
            cure = remedy(paused)
            deed = (cure.words, partial(self._go_to, cure))
            words = tr("Everything is paused. {reason}", reason=wording.explain(paused).text)
            wanted[f"paused {paused}"] = ("error", words, deed)
        elif paused:
            wanted["paused"] = ("warning", tr("You paused all sending. Nothing leaves until you resume."), None)
        if offline:
            wanted["offline"] = ("warning", tr("You are offline. Sending waits and goes on by itself."), None)
        alive = {c.id for c in everything if c.counts.unknown}
        in_doubt = sum(n for id, n in interrupted.items() if id in alive)
        if in_doubt and not self._told_interrupted:
            words = ntr(
                "The program ended while {n} message was leaving. It is listed below; the rest goes on.",
                "The program ended while {n} messages were leaving. They are listed below; the rest goes on.",
                in_doubt,
            )
            wanted["interrupted"] = ("warning", words, (tr("Understood"), self._understood))
        if wanted.keys() != self.banners.keys():
            for banner in self.banners.values():
                _drop(banner, self._banners)
            self.banners = {}
            for key, (kind, text, action) in wanted.items():
                self.banners[key] = Banner(kind, text, action)
                self._banners.addWidget(self.banners[key])

    def _understood(self) -> None:
        self._told_interrupted = True
        self.refresh()

    def _show_pill(self, shown: list[Campaign], paused: bool, offline: bool) -> None:
        sending = sum(c.state == "sending" for c in shown)
        if paused:
            self.set_pill(tr("All paused"), "warning")
        elif offline and sending:
            self.set_pill(tr("Offline"), "warning")
        elif sending:
            self.set_pill(ntr("{n} campaign sending", "{n} campaigns sending", sending), "ok")
        elif held := sum(c.state == "paused" for c in shown):
            self.set_pill(ntr("{n} campaign paused", "{n} campaigns paused", held), "warning")
        else:
            self.set_pill(tr("Waits for its time") if shown else "", "neutral")

    def _go_to(self, cure: Remedy | None) -> None:
        if cure is None:
            return
        if cure.page:
            self.navigate.emit(cure.page, cure.part or None)
        else:
            self._do(self.studio.engine.resume_all)

    def _decide(self, id: str, deed: str) -> None:
        """Do what a person said to a campaign that waits for that."""
        if deed == "budget":
            self.budget = BudgetDialog(self.studio, id, self)
            self.budget.raised.connect(lambda: self._do(partial(self.studio.campaigns.resume, id)))
            self.budget.open()
            return
        self._do(partial(self.studio.turns.answer_late, id, deed == "late-send"))

    def _undone(self, campaign: object) -> None:
        if isinstance(campaign, Campaign):
            self.navigate.emit("campaigns", campaign.id)

    def _ask_stop(self, id: str) -> None:
        campaign = self.studio.campaigns.get(id)
        waiting = campaign.counts.queued
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(tr("Stop for good?"))
        box.setText(tr("Stop “{name}” for good?", name=campaign.name))
        box.setInformativeText(
            tr("It does not start again. What it started already goes on, each a campaign of its own.")
            if campaign.recurs
            else ntr(
                "{n} person will not get it. A stopped campaign cannot be resumed; to wait a while, pause it.",
                "{n} people will not get it. A stopped campaign cannot be resumed; to wait a while, pause it.",
                waiting,
            )
        )
        yes = box.addButton(tr("Stop campaign"), QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton(tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.question = box
        stop = partial(self._do, partial(self.studio.campaigns.stop, id))
        box.buttonClicked.connect(lambda button: stop() if button is yes else None)
        box.open()

    def _do(self, deed: Callable[[], object], then: Callable[[object], None] | None = None) -> None:
        def work(progress: Progress) -> object:
            return deed()

        def done(result: object) -> None:
            self.refresh()
            if then is not None:
                then(result)

        Job(self, work).on_done(done).run()


def _rests(campaign: Campaign, now: datetime) -> bool:
    return campaign.rests_until is not None and campaign.rests_until > now


def _drop(widget: QWidget, layout: QVBoxLayout) -> None:
    layout.removeWidget(widget)
    widget.hide()
    widget.deleteLater()
