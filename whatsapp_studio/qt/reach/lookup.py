"""Decides how "Why (not) this person?" is answered: with the one rule that decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.plan import Planned
from whatsapp_studio.qt.widgets.fields import SearchField
from whatsapp_studio.qt.widgets.latest import Latest

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio


class Lookup(QFrame):
    """A search for one contact of the audience, answered in a sentence."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio = studio
        self.setProperty("role", "card")
        self._draft = Draft()
        self._asking = Latest(self)
        title = QLabel(tr("Why, or why not, this person?"))
        title.setProperty("role", "strong")
        self.search = SearchField(tr("Name or number of one person"))
        self.search.setMaximumWidth(360)
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        self.answer.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(8)
        for widget in (title, self.search, self.answer):
            box.addWidget(widget)
        self.search.searched.connect(self._ask)

    def show_draft(self, draft: Draft) -> None:
        """Answer for ``draft`` from now on."""
        self._draft = draft
        if self.search.text().strip():
            self._ask(self.search.text().strip())

    def _ask(self, text: str) -> None:
        if not text:
            self.answer.hide()
            return
        draft, studio = self._draft, self.studio

        def look() -> tuple[Contact | None, Planned | None, int]:
            belong = frozenset(studio.campaigns.audience(draft))
            found = studio.contacts.ids(ContactQuery(search=text))
            ids = [id for id in found if id in belong]
            contact = studio.contacts.get((ids or found)[0]) if found else None
            planned = studio.campaigns.planned_for(draft, contact) if contact is not None and ids else None
            if contact is not None and planned is not None and not planned.reason:
                planned = structs.replace(planned, reason=studio.campaigns.why_not(draft, contact))
            return contact, planned, len(ids)

        self._asking.ask(look, lambda found: self._show(text, *found))

    def _show(self, text: str, contact: Contact | None, planned: Planned | None, n: int) -> None:
        if contact is None:
            words = tr("Nobody in this audience matches “{text}”.", text=text)
        else:
            name = f"{contact.first_name} {contact.last_name}".strip() or contact.phone or tr("No name")
            if planned is None:
                words = tr("{name} ({phone}) is not in this audience.", name=name, phone=ltr(contact.phone))
            elif planned.reason:
                words = tr(
                    "{name} ({phone}) is left out: {reason}.", name=name, phone=ltr(contact.phone),
                    reason=wording.exclusion(planned.reason),
                )  # fmt: skip
                if planned.rule:
                    words += " " + tr("The rule that decides: {rule}.", rule=wording.rule_words(planned.rule))
            else:
                words = tr("{name} ({phone}) gets the message.", name=name, phone=ltr(contact.phone))
            if n > 1:
                words += " " + tr("This is the first of {n} who match.", n=number(n))
        self.answer.setText(words)
        self.answer.show()
