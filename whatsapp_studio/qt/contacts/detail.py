"""Decides what is shown of one contact beside the table, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.base.clock import from_iso
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.qt.contacts.model import consent_word, name_of
from whatsapp_studio.qt.contacts.timeline_words import where_said
from whatsapp_studio.qt.contacts.values import shown
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.badge import StatusBadge
from whatsapp_studio.qt.widgets.buttons import danger_button, secondary_button

_WIDTH = 328


class DetailPanel(QFrame):
    """The contact that is looked at. Signals carry the contact; the page acts on them."""

    edit_wanted = Signal(object)
    opt_out_wanted = Signal(object)
    allow_wanted = Signal(object)
    delete_wanted = Signal(object)
    journeys_wanted = Signal(object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._contact: Contact | None = None
        self.setProperty("role", "side")
        self.setFixedWidth(_WIDTH)
        self.name, self.phone = QLabel(), QLabel()
        self.name.setProperty("role", "subtitle")
        self.name.setWordWrap(True)
        self.phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.consent = StatusBadge()
        self.since = QLabel()
        self.since.setWordWrap(True)
        self.since.setProperty("role", "muted")
        self._form = QFormLayout()
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._form.setHorizontalSpacing(16)
        self.edit = secondary_button(tr("Open"), lambda: self._tell(self.edit_wanted), "contact")
        self.opt_out = secondary_button(tr("Opt out"), lambda: self._tell(self.opt_out_wanted), "ban")
        self.allow = secondary_button(tr("Unblock"), lambda: self._tell(self.allow_wanted))
        self.delete = danger_button(tr("Delete"), lambda: self._tell(self.delete_wanted), "trash-2")
        self.journeys = secondary_button(tr("Where in journeys?"), lambda: self._tell(self.journeys_wanted), "workflow")
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        for widget in (self.name, self.phone, self.consent, self.since):
            box.addWidget(widget)
        box.addSpacing(4)
        box.addLayout(self._form)
        box.addSpacing(8)
        for pair in ((self.edit, self.delete), (self.opt_out, self.allow)):
            row = QHBoxLayout()
            for button in pair:
                row.addWidget(button)
            row.addStretch(1)
            box.addLayout(row)
        box.addWidget(self.journeys, 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(1)
        scroll = QScrollArea()
        # Tab goes to what is in it, and brings that into sight.
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def show_contact(self, contact: Contact, fields: Sequence[CustomField]) -> None:
        """Show one contact."""
        self._contact = contact
        self.name.setText(name_of(contact) or tr("Without a name"))
        self.phone.setText(ltr(contact.phone) or tr("No number"))
        state = "excluded" if contact.blocked or contact.marketing == "no" else {"yes": "ok"}.get(contact.marketing, "")
        self.consent.set_state(state or "unknown", tr("Marketing: {answer}", answer=consent_word(contact).lower()))
        ledger = self._studio.contacts.ledger(contact.phone)
        latest = ledger[0] if ledger else None
        self.since.setText(_said(latest[1], latest[2], self._studio.clock.now()) if latest else "")
        self.since.setVisible(latest is not None)
        while self._form.rowCount():
            self._form.removeRow(0)
        rows: list[tuple[str, object]] = [
            (tr("Country"), contact.country), (tr("Language"), contact.language), (tr("Time zone"), contact.time_zone),
            *((field.label, shown(contact.fields.get(field.name), field.kind)) for field in fields),
        ]  # fmt: skip
        for label, value in rows:
            if value not in (None, ""):
                key, text = QLabel(label), QLabel(str(value))
                key.setProperty("role", "muted")
                text.setWordWrap(True)
                self._form.addRow(key, text)
        writable = not self._studio.read_only
        self.opt_out.setVisible(not contact.blocked and bool(contact.phone))
        self.allow.setVisible(contact.blocked)
        for button in (self.opt_out, self.allow, self.delete):
            button.setEnabled(writable)

    def _tell(self, signal: object) -> None:
        if self._contact is not None:
            signal.emit(self._contact)  # type: ignore[attr-defined]


def _said(source: str, at: str, now: datetime) -> str:
    """Where and when an answer was given; a message of the person's own is known by an id nobody can read."""
    where = where_said(source)
    when = day_and_time(from_iso(at), now)
    return tr("{source}, {when}", source=where[:1].upper() + where[1:], when=when) if where else when
