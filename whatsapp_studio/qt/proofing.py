"""Decides how a message is tried on test contacts: who gets it, and what became of each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import Problem, StudioError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.bridge import Bridge
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.badge import StatusBadge
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.buttons import link_button, primary_button, secondary_button
from whatsapp_studio.qt.widgets.dialogs import ask_text
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted
from whatsapp_studio.services.proofing import MOST, ProofMessage, ProofResult

Compose = Callable[[Contact], "ProofMessage | Problem"]


class _Person(QWidget):
    """A test contact: whether to send, and what became of it. ``consent`` is there where only that is missing."""

    def __init__(self, contact: Contact, trouble: str, may_record: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.contact = contact
        name = f"{contact.first_name} {contact.last_name}".strip() or ltr(contact.phone)
        self.chosen = QCheckBox(name.replace("&", "&&"))
        self.chosen.setChecked(not trouble)
        self.chosen.setEnabled(not trouble)
        self.badge = StatusBadge()
        self.badge.hide()
        self.about = muted(trouble or ltr(contact.phone))
        self.about.setIndent(26)
        self.consent = link_button(tr("Record their consent…"))
        self.consent.setVisible(may_record)
        top = QHBoxLayout()
        top.addWidget(self.chosen, 1)
        top.addWidget(self.consent)
        top.addWidget(self.badge)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 2, 0, 2)
        box.setSpacing(0)
        box.addLayout(top)
        box.addWidget(self.about)

    def show_result(self, result: ProofResult) -> None:
        """How the message to this person stands."""
        self.badge.set_state({"ready": "queued", "sending": "in_flight"}.get(result.state, result.state))
        why = ""
        if result.state == "excluded":
            why = wording.exclusion(result.reason)
        elif result.state == "failed" and result.code:
            why = wording.meta_error(result.code).title
        self.about.setText(why or ltr(self.contact.phone))


class ProofDialog(QDialog):
    """Sends real messages to test contacts. ``wanted`` asks for another page.

    ``compose`` makes what a contact is sent, or says what stands in the way; it is called on a job's thread.
    """

    wanted = Signal(str, object)

    def __init__(self, studio: Studio, compose: Compose, sender: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio, self._compose, self._sender = studio, compose, sender
        self._messages: dict[int, ProofMessage] = {}
        self._proof = ""
        self.people: dict[int, _Person] = {}
        self.setWindowTitle(tr("Send a test"))
        self.resize(480, 420)
        self.about = muted(tr("Real messages, to test contacts only. They count in no campaign and in no report."))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        inner = QWidget()
        inner.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inner)
        self._scroll.setAccessibleName(tr("Test contacts"))
        self.none = EmptyState(
            "user-check", tr("Nobody is a test contact yet."),
            tr("Tick “Test contact” for somebody, for example for yourself."),
            (tr("Open contacts"), partial(self._go, "contacts")),
        )  # fmt: skip
        self.paused = Banner("warning", "")
        self.paused.hide()
        self.error = ErrorLine()
        self.send = primary_button(tr("Send"), self._send, "send")
        self.send.setEnabled(False)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(secondary_button(tr("Close"), self.reject))
        buttons.addWidget(self.send)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(self.about)
        box.addWidget(self.none, 1)
        box.addWidget(self._scroll, 1)
        box.addWidget(self.paused)
        box.addWidget(self.error)
        box.addLayout(buttons)
        self._show_anybody(True)
        bridge = Bridge(self)
        bridge.changed.connect(self._changed)
        self._stop_listening = studio.listen(bridge.tell)
        self.finished.connect(lambda _result: self._stop_listening())
        self._read()

    def _read(self) -> None:
        proofs, compose = self._studio.proofs, self._compose

        def work(_progress: Progress) -> list[tuple[Contact, ProofMessage | Problem]]:
            return [(one, compose(one)) for one in proofs.people()]

        Job(self, work).on_done(self._show).on_failed(self.error.say).run()

    def _show(self, made: list[tuple[Contact, ProofMessage | Problem]]) -> None:
        self._clear()
        for contact, message in made:
            reason = against(message) if isinstance(message, ProofMessage) else ""
            trouble = wording.sentence(message) if isinstance(message, Problem) else _told(reason)
            may_record = reason == "no-consent" and not self._studio.read_only
            person = self.people[contact.id] = _Person(contact, trouble, may_record)
            person.chosen.toggled.connect(self._count)
            person.consent.clicked.connect(partial(self._ask_consent, contact))
            if isinstance(message, ProofMessage) and not reason:
                self._messages[contact.id] = message
            self._rows.addWidget(person)
        self._rows.addStretch(1)
        self._show_anybody(bool(made))
        for n, person in enumerate(self.people.values()):
            person.chosen.setChecked(person.chosen.isEnabled() and n < MOST)
        self._count()

    def _clear(self) -> None:
        self._messages.clear()
        self.people.clear()
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _ask_consent(self, contact: Contact) -> None:
        """Marketing goes to nobody without a yes, to a test contact neither: where it was given is asked."""
        title = tr("Record consent for marketing")
        name = f"{contact.first_name} {contact.last_name}".strip() or ltr(contact.phone)
        what = tr("Where did {name} say yes? For example: asked at the counter.", name=name)
        source = ask_text(self, title, what, tr("Record the consent"))
        if not source:
            return
        consent = self._studio.consent

        def work(_progress: Progress) -> int:
            return consent.record([contact.id], "marketing", "yes", source)

        Job(self, work).on_done(lambda _told: self._read()).on_failed(self.error.say).run()

    def _show_anybody(self, anybody: bool) -> None:
        self.none.setVisible(not anybody)
        self._scroll.setVisible(anybody)

    def _chosen(self) -> list[ProofMessage]:
        return [self._messages[id] for id, person in self.people.items() if person.chosen.isChecked()]

    def _count(self) -> None:
        n = len(self._chosen())
        self.send.setEnabled(0 < n <= MOST and not self._proof and not self._studio.read_only)
        self.send.setText(ntr("Send to {n} person", "Send to {n} people", n) if n else tr("Send"))

    def _send(self) -> None:
        try:
            self._proof = self._studio.proofs.send(self._chosen(), self._sender)
        except StudioError as error:
            self.error.say(error)
            return
        self.error.say(None)
        for person in self.people.values():
            person.chosen.setEnabled(False)
        self._count()
        self._follow()

    def _changed(self, changes: Changes) -> None:
        if self._proof and (self._proof in changes.campaigns or changes.sending):
            self._follow()

    def _follow(self) -> None:
        for result in self._studio.proofs.results(self._proof):
            self.people[result.contact].show_result(result)
        status = self._studio.engine.status()
        reason = self._studio.proofs.pause_reason(self._proof) or status.paused_reason
        self.paused.setVisible(bool(reason) or not status.running)
        words = wording.explain(reason).title if reason else tr("Nothing is sent at this moment: sending is off.")
        self.paused.set_text(words)

    def _go(self, page: str) -> None:
        self.reject()
        self.wanted.emit(page, None)


def against(message: ProofMessage) -> str:
    """Why a test contact may not get a message (an exclusion's code), or an empty text."""
    contact, category = message.contact, message.template.category
    # Who only said no to marketing counts as blocked, too; of other messages the gate knows more.
    if contact.blocked and (category == "MARKETING" or contact.marketing != "no"):
        return "opted-out"
    said = {"MARKETING": contact.marketing, "UTILITY": contact.utility}.get(category, "yes")
    if said == "no":
        return "opted-out"
    return "no-consent" if category == "MARKETING" and said != "yes" else ""


def _told(reason: str) -> str:
    if reason == "no-consent":
        return tr("Marketing needs consent, from a test contact too.")
    return wording.exclusion(reason) if reason else ""
