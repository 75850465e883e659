"""Decides with whose values an expression is tried: a contact that is searched or walked to, or a saved sample."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.local import fold
from whatsapp_studio.qt.personalise.results import Person
from whatsapp_studio.qt.widgets.buttons import icon_button
from whatsapp_studio.qt.widgets.fields import SearchField, wheel_needs_focus
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.one_line import OneLine

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

CONTACTS, SAMPLES = "contacts", "samples"


class PeopleWalk(QWidget):
    """A search, and a walk through those it finds. ``came`` comes with the person, or None where there is nobody."""

    came = Signal(object)

    def __init__(
        self, studio: Studio, beside: Mapping[str, Mapping[str, object]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._studio, self._beside = studio, beside
        self._ids: Sequence[int] = array("q")
        self._samples: list[Person] = []
        self._at = 0
        self._first: int | None = None
        self._reading, self._getting = Latest(self), Latest(self)
        self.person: Person | None = None
        self.source = QComboBox()
        self.source.setAccessibleName(tr("Try it with"))
        self.source.addItem(tr("Contacts"), CONTACTS)
        self.source.addItem(tr("Saved samples"), SAMPLES)
        self.source.activated.connect(lambda _row: self._look())
        wheel_needs_focus(self.source)
        self.search = SearchField(tr("Find a person"))
        self.search.searched.connect(lambda _text: self._look())
        self.previous = icon_button("chevron-left", tr("Previous person"), lambda: self.walk(-1))
        self.next = icon_button("chevron-right", tr("Next person"), lambda: self.walk(1))
        self.who = OneLine("", "strong")
        self.who.setAlignment(Qt.AlignmentFlag.AlignCenter)
        top, walk = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.source)
        top.addWidget(self.search, 1)
        walk.addWidget(self.previous)
        walk.addWidget(self.who, 1)
        walk.addWidget(self.next)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(top)
        box.addLayout(walk)
        self.read()

    def read(self, first: int | None = None) -> None:
        """Read the samples and everybody; ``first`` is the contact to begin with."""
        self._first = first
        self._samples = [
            Person.of_sample(one.id, one.name, one.values) for one in self._studio.preview_samples.all()
        ]
        self.source.setVisible(bool(self._samples))
        if not self._samples:
            self.source.setCurrentIndex(0)
        self._look()

    def walk(self, by: int) -> None:
        """Go to the next or the previous one; after the last comes the first."""
        if self._found():
            self._at = (self._at + by) % self._found()
            self._go()

    def show_sample(self, id: int) -> None:
        """Try it with this sample."""
        self.source.setCurrentIndex(self.source.findData(SAMPLES))
        self.search.clear()
        self._look()
        here = [one.key for one in self._matching()]
        if f"s:{id}" in here:
            self._at = here.index(f"s:{id}")
            self._go()

    def _of_samples(self) -> bool:
        return bool(self.source.currentData() == SAMPLES)

    def _matching(self) -> list[Person]:
        wanted = fold(self.search.text().strip())
        return [one for one in self._samples if wanted in fold(f"{one.name} {' '.join(map(str, one.values.values()))}")]

    def _found(self) -> int:
        return len(self._matching()) if self._of_samples() else len(self._ids)

    def _look(self) -> None:
        self._at = 0
        if self._of_samples():
            self._go()
            return
        studio, text = self._studio, self.search.text().strip()
        self._reading.ask(lambda: studio.contacts.ids(ContactQuery(search=text)), self._have)

    def _have(self, ids: Sequence[int]) -> None:
        self._ids = ids
        if self._first is not None and self._first in ids:
            self._at = list(ids).index(self._first)
        self._first = None
        if not self._of_samples():
            self._go()

    def _go(self) -> None:
        if self._of_samples():
            here = self._matching()
            self._show(here[self._at] if here else None)
            return
        if not len(self._ids):
            self._show(None)
            return
        studio, id, beside = self._studio, self._ids[self._at], self._beside

        def get() -> Person | None:
            contact = studio.contacts.get(id)
            return Person.of_contact(contact, beside) if contact is not None else None

        self._getting.ask(get, self._show)

    def _show(self, person: Person | None) -> None:
        self.person = person
        many = self._found()
        for button in (self.previous, self.next):
            button.setEnabled(many > 1)
        self.who.setText(
            tr("{name} · {at} of {all}", name=person.name, at=number(self._at + 1), all=number(many))
            if person is not None
            else tr("Nobody found")
            if self.search.text().strip()
            else tr("No contacts yet")
        )
        self.came.emit(person)
