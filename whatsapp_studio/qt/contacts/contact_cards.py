"""Decides how consent, and the lists and journeys a contact belongs to, are shown on its page."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from whatsapp_studio.audience.consent import ConsentEntry, Purpose
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.contacts.contact_about import About
from whatsapp_studio.qt.contacts.model import consent_word
from whatsapp_studio.qt.contacts.timeline_words import where_said
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.badge import StatusBadge
from whatsapp_studio.qt.widgets.buttons import link_button, secondary_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.flow import FlowLayout
from whatsapp_studio.qt.widgets.plain import plain_label, unmarked

_LOOKS = {"yes": "ok", "no": "excluded", "unknown": "unknown"}


class ConsentCard(Card):
    """The current answer to messages of each purpose, where it was given, and what can be said about it.

    ``said`` asks to write an answer down (purpose, yes or no); ``history_wanted`` shows the ledger.
    """

    said = Signal(str, str)
    history_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Consent"), parent)
        self._rows: dict[Purpose, tuple[StatusBadge, QWidget, QWidget, QWidget]] = {}
        for purpose in ("marketing", "utility"):
            self._add(purpose)
        self.history = link_button(tr("Every answer in the timeline"), self.history_wanted.emit)
        self.body.addWidget(self.history, 0, Qt.AlignmentFlag.AlignLeft)

    def _add(self, purpose: Purpose) -> None:
        badge, since = StatusBadge(), muted("")
        yes = secondary_button(tr("They agreed…"), partial(self.said.emit, purpose, "yes"))
        no = secondary_button(tr("They said no"), partial(self.said.emit, purpose, "no"))
        what = tr("Marketing") if purpose == "marketing" else tr("Service messages")
        for button in (yes, no):
            button.setAccessibleName(tr("{what}: {answer}", what=what, answer=button.text()))
        room = QWidget()
        row = FlowLayout(room, 8)
        row.addWidget(yes)
        row.addWidget(no)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(badge)
        column.addWidget(since)
        column.addWidget(room)
        self.body.addLayout(column)
        self._rows[purpose] = badge, since, yes, no

    def show_about(self, about: About, now: datetime, writable: bool) -> None:
        """Show a contact's answers."""
        contact = about.contact
        for purpose, (badge, since, yes, no) in self._rows.items():
            state = contact.marketing if purpose == "marketing" else contact.utility
            word = consent_word(contact).lower() if purpose == "marketing" else _utility_word(state)
            look = "excluded" if contact.blocked and purpose == "marketing" else _LOOKS[state]
            badge.set_state(look, tr("Marketing: {answer}", answer=word) if purpose == "marketing"
                            else tr("Service messages: {answer}", answer=word))  # fmt: skip
            text = _since(about.latest.get(purpose), now)
            since.setText(text)  # type: ignore[attr-defined]
            since.setVisible(bool(text))
            # Service messages need no yes: it is asked for only to take a no back.
            yes.setVisible(state == "no" or (state == "unknown" and purpose == "marketing"))
            no.setVisible(state != "no")
            for button in (yes, no):
                button.setEnabled(writable)


def _utility_word(state: str) -> str:
    words = {"yes": tr("agreed"), "no": tr("said no")}
    return words.get(state, tr("allowed, nobody said no"))


def _since(entry: ConsentEntry | None, now: datetime) -> str:
    if entry is None:
        return ""
    where, when = where_said(entry.source), day_and_time(entry.at, now)
    said = tr("{source}, {when}", source=where[:1].upper() + where[1:], when=when) if where else when
    return f"{said}\n“{entry.wording}”" if entry.wording else said


class BelongsCard(Card):
    """Lists, segments and journeys, each a link. ``navigate`` leads there."""

    navigate = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Belongs to"), parent)
        self._groups: list[tuple[QWidget, FlowLayout, QWidget]] = []
        for title, none in (
            (tr("Lists"), tr("On no list.")), (tr("Segments"), tr("In no segment.")),
            (tr("Journeys"), tr("In no journey.")),
        ):  # fmt: skip
            name, without = plain_label("muted"), muted(none)
            name.setText(title)
            room = QWidget()
            flow = FlowLayout(room, 4)
            for widget in (name, room, without):
                self.body.addWidget(widget)
            self._groups.append((room, flow, without))

    def show_about(self, about: About) -> None:
        """Show where a contact belongs."""
        self._fill(0, [(name, "audiences", ("list", id)) for id, name in about.lists])
        self._fill(1, [(name, "audiences", ("segment", id)) for id, name in about.segments])
        self._fill(2, [(_journey(one.name, inside=one.inside, test=one.test), "journeys", one.journey)
                       for one in about.journeys])  # fmt: skip

    def _fill(self, place: int, links: list[tuple[str, str, object]]) -> None:
        room, flow, without = self._groups[place]
        while (item := flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for text, page, what in links:
            flow.addWidget(link_button(unmarked(text), partial(self.navigate.emit, page, what)))
        room.setVisible(bool(links))
        without.setVisible(not links)


def _journey(name: str, *, inside: bool, test: bool) -> str:
    if test:
        return tr("{name} (as a test)", name=name)
    return tr("{name} (now)", name=name) if inside else name
