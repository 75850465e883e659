"""Decides what one sees first: what is in place, what is not, and the numbers of the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.base.wording import explain
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.qt.home.checklist import Checklist
from whatsapp_studio.qt.home.notices import MOST, NoticesCard
from whatsapp_studio.qt.home.recent import Recent
from whatsapp_studio.qt.home.recent_journeys import RecentJourneys
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.card import Card, NumberTile
from whatsapp_studio.qt.widgets.dialogs import show_error
from whatsapp_studio.qt.widgets.page import Page
from whatsapp_studio.services.connecting import ChecklistItem, Connection, expires_soon


@dataclass(frozen=True, slots=True)
class _Numbers:
    connection: Connection | None
    checklist: tuple[ChecklistItem, ...]
    contacts: int
    reachable: int
    templates: int
    approved: int
    campaigns: tuple[Campaign, ...]
    last: tuple[str, int] | None


class HomePage(Page):
    """Tiles, checklist, recent journeys and campaigns."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, tr("Home"), parent)
        self._job: Job[_Numbers] | None = None
        self._again = False
        self.new_campaign = primary_button(tr("New campaign"), lambda: self.navigate.emit("campaigns", "new"))
        self.add_action(self.new_campaign)
        self.people = NumberTile(tr("Contacts"))
        self.reachable = NumberTile(tr("Reachable for marketing"))
        self.approved = NumberTile(tr("Approved templates"))
        self.last = NumberTile(tr("Last campaign"))
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for tile in (self.people, self.reachable, self.approved, self.last):
            tiles.addWidget(tile, 1)
        self.checklist = Checklist(studio)
        self.checklist.navigate.connect(self.navigate)
        self.start = self._start_card()
        self.recent = Recent(drafts_open=not studio.read_only)
        self.recent.opened.connect(self.navigate)
        self.notices = NoticesCard(studio.notices.put_away)
        self.notices.opened.connect(self.navigate)
        self.journeys = RecentJourneys()
        self.journeys.opened.connect(self.navigate)
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(24, 16, 24, 24)
        grid.setSpacing(16)
        self.expiry = Banner("warning", "", (tr("Change…"), lambda: self.navigate.emit("connection", None)))
        self.expiry.hide()
        grid.addWidget(self.expiry, 0, 0, 1, 2)
        grid.addLayout(tiles, 1, 0, 1, 2)
        grid.addWidget(self.start, 2, 0, 1, 2)
        grid.addWidget(self.checklist, 3, 0, Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(self.notices)
        right.addWidget(self.journeys)
        right.addWidget(self.recent)
        right.addStretch(1)
        grid.addLayout(right, 3, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.setRowStretch(4, 1)
        scroll = QScrollArea()
        # Tab goes to what is in it, and brings that into sight.
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.addWidget(scroll)
        self.refresh()

    def _start_card(self) -> Card:
        card = Card(tr("Start here"))
        text = QLabel(
            tr("The built-in sandbox plays Meta's part on this computer: made-up people receive, read and answer. "
               "Everything works before you have an account, and nothing really leaves.")
        )  # fmt: skip
        text.setWordWrap(True)
        card.body.addWidget(text)
        self.try_it = primary_button(tr("Try it in the sandbox"), self._try, "flask-conical")
        self.connect_it = secondary_button(tr("Connect my account…"), lambda: self.navigate.emit("connection", None))
        row = QHBoxLayout()
        row.addWidget(self.try_it)
        row.addWidget(self.connect_it)
        row.addStretch(1)
        card.body.addLayout(row)
        card.hide()
        return card

    def _try(self) -> None:
        studio = self.studio
        self.try_it.setEnabled(False)
        self.try_it.setText(tr("Starting the sandbox…"))

        def work(_progress: Progress) -> None:
            studio.sample.prepare()

        def over(*_result: object) -> None:
            self.try_it.setEnabled(True)
            self.try_it.setText(tr("Try it in the sandbox"))
            self.refresh()

        def failed(error: StudioError) -> None:
            over()
            show_error(self, explain(error.code, error.facts))

        Job(self, work).on_done(over).on_failed(failed).run()

    def on_changes(self, changes: Changes) -> None:
        if changes.connection or changes.contacts or changes.templates or changes.campaigns:
            self.refresh()
        if (changes.journeys or changes.runs) and self.isVisible():
            self._show_journeys()
        if (changes.notices or changes.campaigns) and self.isVisible():
            self._show_notices()

    def on_shown(self) -> None:
        self._show_journeys()
        self._show_notices()

    def _show_notices(self) -> None:
        notices = self.studio.notices
        self.notices.show_notices(notices.all(MOST), notices.count(), self.studio.clock.now())

    def _show_journeys(self) -> None:
        studio = self.studio
        self.journeys.show_journeys(studio.journeys.all(), studio.clock.now(), studio.running.lives())

    def refresh(self) -> None:
        """Read the numbers anew, outside this thread; once more where something changed meanwhile."""
        if self._job is not None and self._job.running:
            self._again = True
            return
        self._again = False
        studio = self.studio
        self._job = Job(self, lambda _progress: _read(studio)).on_done(self._show).run()

    def _show(self, found: _Numbers) -> None:
        self.people.show_number(number(found.contacts), tr("people in this workspace"))
        self.reachable.show_number(number(found.reachable), tr("with consent and not opted out"))
        total = number(found.templates)
        self.approved.show_number(number(found.approved), tr("of {n}, each language counted", n=total))
        if found.last is not None:
            name, accepted = found.last
            self.last.show_number(number(accepted), tr("accepted by Meta in {name}", name=name))
        else:
            self.last.show_number("–", tr("none sent yet"))
        self._show_expiry(found.connection)
        self.start.setVisible(found.connection is None and not self.studio.read_only)
        # One primary button a page: until there is an account, the start card has it.
        self.new_campaign.setVisible(found.connection is not None)
        self.new_campaign.setEnabled(not self.studio.read_only)
        self.checklist.show_items(found.checklist, found.contacts)
        self.recent.show_campaigns(found.campaigns[:6])
        if self._again:
            self.refresh()

    def _show_expiry(self, connection: Connection | None) -> None:
        now = self.studio.clock.now()
        left = expires_soon(connection, now) if connection is not None else None
        if connection is not None and connection.token_expires_at is not None and left is not None:
            text = (
                tr("The access token works until {time}. Paste a new one before then, or sending pauses.",
                   time=day_and_time(connection.token_expires_at, now))
                if left > timedelta(0)
                else tr("The access token has expired. Sending waits and nothing is lost. Paste a new token.")
            )  # fmt: skip
            self.expiry.set_text(text)
        self.expiry.setVisible(left is not None)


def _read(studio: Studio) -> _Numbers:
    templates = studio.templates.all()
    campaigns = tuple(studio.campaigns.all())
    # One that recurs sends nothing itself: its turns do.
    launched = next((campaign for campaign in campaigns if campaign.state != "draft" and not campaign.recurs), None)
    accepted = dict(studio.reports.report(launched.id).funnel)["accepted"] if launched else 0
    return _Numbers(
        connection=studio.connection.current(),
        checklist=studio.connection.checklist(),
        contacts=studio.contacts.count(),
        reachable=studio.contacts.count(ContactQuery(marketing="yes", blocked=False)),
        templates=len(templates),
        approved=sum(template.status == "APPROVED" for template in templates),
        campaigns=campaigns,
        last=(launched.name, accepted) if launched else None,
    )
