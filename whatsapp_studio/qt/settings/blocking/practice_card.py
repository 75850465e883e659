"""Decides how practice is switched on and off, and who can be reached while it is on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.audience.phone import read_phone
from whatsapp_studio.base.errors import Problem, StudioError
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.qt.settings.rules.rows import Rows, RuleRow, do
from whatsapp_studio.qt.widgets.buttons import icon_button, link_button, secondary_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.dialogs import ask
from whatsapp_studio.qt.widgets.fields import ErrorLine, FormRow, muted
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.plain import plain_label

_SHOWN = 6


class PracticeCard(Card):
    """While practice is on, only test contacts and the numbers below are written to. ``wanted`` asks for a page."""

    wanted = Signal(str, object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Practice"), parent)
        self._studio = studio
        self._reading = Latest(self)
        self._people: tuple[str, ...] = ()
        self.body.addWidget(muted(tr(
            "Send only to these: while practice is on, nobody but test contacts and the numbers below can be reached, "
            "by whatever way. Messages for others wait until it is off."
        )))  # fmt: skip
        self.state = plain_label("strong", wrap=True)
        self.switch = secondary_button("", self._ask, "flask-conical")
        row = QHBoxLayout()
        row.addWidget(self.state, 1)
        row.addWidget(self.switch)
        self.body.addLayout(row)
        self.testers = muted("")
        self.contacts = link_button(tr("Open contacts"), lambda: self.wanted.emit("contacts", None))
        line = QHBoxLayout()
        line.addWidget(self.testers, 1)
        line.addWidget(self.contacts)
        self.body.addLayout(line)
        self.rows = Rows()
        self.body.addWidget(self.rows)
        self.number = QLineEdit()
        self.number.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.number.returnPressed.connect(self._add)
        self.add = secondary_button(tr("Add"), self._add, "plus")
        field = QWidget()
        across = QHBoxLayout(field)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.number, 1)
        across.addWidget(self.add)
        field.setFocusProxy(self.number)
        self.number.setAccessibleName(tr("Another number that can be reached"))
        self.body.addWidget(FormRow(tr("Another n&umber that can be reached"), field))
        self.error = ErrorLine(self.number)
        self.body.addWidget(self.error)
        self.refresh()

    def refresh(self) -> None:
        """Read the switch and who is let through again."""
        practice = self._studio.consent.practice()
        self._people = practice.people
        writable = not self._studio.read_only
        for one in (self.switch, self.add, self.number):
            one.setEnabled(writable)
        self.state.setText(tr("Practice is on.") if practice.on else tr("Practice is off: everybody can be reached."))
        self.switch.setText(tr("Switch practice off…") if practice.on else tr("Switch practice on…"))
        self.rows.show_rows(self._row(phone, writable) for phone in practice.people)
        proofs = self._studio.proofs
        self._reading.ask(proofs.people, self._show_testers)

    def _show_testers(self, found: Sequence[Contact]) -> None:
        names = [f"{one.first_name} {one.last_name}".strip() or ltr(one.phone) for one in found]
        if not names:
            self.testers.setText(tr("Nobody is a test contact yet. Tick “Test contact” for somebody in Contacts."))
            return
        more = len(names) - _SHOWN
        some = ", ".join(names[:_SHOWN])
        if more > 0:
            some = ntr("{names} and {n} other", "{names} and {n} others", more, names=some)
        self.testers.setText(tr("Test contacts: {names}.", names=some))

    def _row(self, phone: str, writable: bool) -> RuleRow:
        remove = icon_button("trash-2", tr("Remove {number}", number=ltr(phone)), partial(self._remove, phone))
        remove.setEnabled(writable)
        return RuleRow(ltr(phone), "", icon="phone", buttons=[remove])

    def _ask(self) -> None:
        consent = self._studio.consent
        on = consent.practice().on
        if on:
            title = tr("Switch practice off?")
            text = tr("Everybody can be reached again, and messages that wait for them leave at once.")
            agreed = ask(self, title, text, tr("Switch it off"), tr("Leave it on"), danger=True)
        else:
            title = tr("Switch practice on?")
            text = tr("Nobody but test contacts and the numbers here is written to. Messages for others wait.")
            agreed = ask(self, title, text, tr("Switch it on"), tr("Leave it off"))
        if agreed:
            do(self, lambda: consent.set_practice(not on), self._failed)

    def _add(self) -> None:
        text = self.number.text().strip()
        if not text:
            return
        read = read_phone(text, self._studio.settings.default_country)
        if isinstance(read, str):
            self.error.say(Problem(read, "", {"value": text}))
            return
        self.error.say(None)
        self.number.clear()
        self._keep((*self._people, read[0]))

    def _remove(self, phone: str) -> None:
        self._keep(tuple(one for one in self._people if one != phone))

    def _keep(self, phones: tuple[str, ...]) -> None:
        do(self, lambda: self._studio.consent.set_practice_people(phones), self._failed)

    def _failed(self, error: StudioError) -> None:
        self.error.say(error)
