"""Decides how a contact is introduced on its page: name, number, what it may get, and why not."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.base.wording import exclusion
from whatsapp_studio.qt.contacts.contact_about import About
from whatsapp_studio.qt.contacts.model import consent_word, name_of
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.buttons import icon_button, secondary_button
from whatsapp_studio.qt.widgets.one_line import OneLine
from whatsapp_studio.qt.widgets.plain import plain_label

_WHY = {
    "no-number": mark("Gets nothing: there is no number."),
    "suppressed": mark("Gets nothing: the number is on the suppression list."),
    "opted-out": mark("Gets no marketing: the answer was no."),
    "no-consent": mark("Gets no marketing: nobody said yes yet."),
}


class ContactHead(QFrame):
    """The way back, the name with its badges, and what can be done. ``wanted`` names it."""

    wanted = Signal(str)

    def __init__(self, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self.menu = menu
        self.back = icon_button("chevron-left", tr("Back to contacts (Esc)"))
        self.name = OneLine("", "subtitle")
        self.phone = plain_label("muted")
        self.phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.badges = QHBoxLayout()
        self.badges.setSpacing(6)
        self.why = plain_label("muted", wrap=True)
        self.opt_out = secondary_button(tr("Opt out"), lambda: self.wanted.emit("opt-out"), "ban")
        self.allow = secondary_button(tr("Unblock"), lambda: self.wanted.emit("allow"))
        self.more = secondary_button(tr("More"))
        self.more.setMenu(menu)
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self.name)
        first.addLayout(self.badges)
        first.addStretch(1)
        second = QHBoxLayout()
        second.setSpacing(12)
        second.addWidget(self.phone)
        second.addWidget(self.why, 1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(first)
        words.addLayout(second)
        self.card = QWidget()
        row = QHBoxLayout(self.card)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for button in (self.opt_out, self.allow, self.more):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(12, 10, 24, 10)
        whole.setSpacing(8)
        whole.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        whole.addWidget(self.card, 1)
        whole.addStretch(0)

    def show_about(self, about: About, now: datetime, writable: bool) -> None:
        """Introduce a contact."""
        contact = about.contact
        self.name.setText(name_of(contact) or tr("Without a name"))
        self.phone.setText(about.phone or tr("No number"))
        while (item := self.badges.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        kind = {"yes": "ok", "no": "error"}.get(contact.marketing, "neutral")
        self._badge(consent_word(contact), "error" if contact.blocked else kind)
        if about.reach[0] == "suppressed":
            self._badge(tr("Blocked"), "error")
        if contact.is_test:
            self._badge(tr("Test contact"), "info")
        if not contact.phone:
            self._badge(tr("No number"), "warning")
        self.why.setText(why_not(about, now))
        self.opt_out.setVisible(not contact.blocked)
        self.allow.setVisible(contact.blocked)
        self.opt_out.setEnabled(writable)
        self.allow.setEnabled(writable)

    def _badge(self, text: str, kind: str) -> None:
        badge = QLabel(text)
        badge.setProperty("role", "pill")
        badge.setProperty("kind", kind)
        self.badges.addWidget(badge)


def why_not(about: About, now: datetime) -> str:
    """What keeps marketing from a contact now, and by which rule: as it is asked before a message leaves."""
    reason, rule, until = about.reach
    if not reason:
        if until is None:
            return tr("Gets marketing.")
        return tr("Gets marketing, from {when}: until then it is quiet.", when=day_and_time(until, now))
    if reason in _WHY:
        return tr(_WHY[reason])
    return " · ".join(part for part in (tr("Gets no marketing now"), exclusion(reason), rule) if part)
