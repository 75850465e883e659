"""Decides who is followed through a journey: somebody of the contacts or a made-up one, from when, by which entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from math import isfinite, nan
from typing import TYPE_CHECKING, Any, Protocol
from zoneinfo import ZoneInfo

import msgspec
from PySide6.QtCore import QDate, QDateTime, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.audience.phone import shown as spaced
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.base.zones import moment_of
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.names import carried
from whatsapp_studio.journeys.running import Person, person_of, setup
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.journeys.table import kind_of, ports_of, title_of
from whatsapp_studio.qt.widgets.buttons import icon_button
from whatsapp_studio.qt.widgets.fields import FormRow, SearchField
from whatsapp_studio.qt.widgets.fitting import with_letters
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.qt.widgets.whole_words import tell_whole

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio


class Walker(msgspec.Struct, frozen=True):
    """Somebody to follow: what to call them, their number, and what journeys know of them."""

    name: str
    phone: str
    person: Person

    @property
    def first_name(self) -> str:
        """What to call them in a sentence."""
        return str(self.person.values.get("first_name") or self.name)


class FollowContext(Protocol):
    """What the panel asks of the workspace, outside the window's thread."""

    def find(self, search: str) -> Sequence[int]:
        """The contacts that match, in a steady order; all of them for an empty text."""

    def walker(self, id: int) -> Walker | None:
        """One of them; None where it is gone."""


class StudioFollow:
    """The workspace of an open Studio."""

    def __init__(self, studio: Studio) -> None:
        self._contacts = studio.contacts

    def find(self, search: str) -> Sequence[int]:
        return self._contacts.ids(ContactQuery(search=search))

    def walker(self, id: int) -> Walker | None:
        contact = self._contacts.get(id)
        if contact is None:
            return None
        on = (ContactQuery(search=contact.phone, list_id=one.id) for one in self._contacts.lists())
        lists = frozenset(one.name for one, query in zip(self._contacts.lists(), on, strict=True)
                          if id in self._contacts.ids(query))  # fmt: skip
        name = f"{contact.first_name} {contact.last_name}".strip() or contact.phone
        return Walker(name, contact.phone, person_of(contact, lists))


def made_up() -> Walker:
    """Somebody who said yes to everything, for a workspace without contacts or a look at the whole."""
    values = {
        "phone": "+31612345678", "first_name": "Alex", "last_name": tr("Example"), "language": "en", "country": "NL",
        "time_zone": "",
    }  # fmt: skip
    return Walker(tr("Alex, made up"), "+31 6 12345678", Person(number=1, values=values, marketing="yes"))


class Who(QWidget):
    """The upper part of the panel. ``changed`` says that the walk begins anew."""

    changed = Signal()

    def __init__(self, context: FollowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._finding, self._reading = Latest(self), Latest(self)
        self._ids: Sequence[int] = ()
        self._at = -1
        self._zone = ZoneInfo("UTC")
        self._ways: list[tuple[str, str]] = []
        self._kinds: Mapping[str, str] = {}
        # What an event brings where nobody typed anything else.
        self.given: Mapping[str, Any] = {}
        self.walker = made_up()
        self.search = SearchField(tr("Find a contact"))
        self.previous = icon_button("chevron-left", tr("Previous contact"), lambda: self.walk(-1))
        self.next = icon_button("chevron-right", tr("Next contact"), lambda: self.walk(1))
        self.name = plain_label("strong")
        self.phone = plain_label("caption")
        self.start = QDateTimeEdit()
        self.start.setCalendarPopup(True)
        self.start.setDisplayFormat("ddd d MMM yyyy HH:mm")
        self.start.setMinimumWidth(with_letters(216))
        self.entry = QComboBox()
        tell_whole(self.entry)
        self.entry.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._start_row, self._entry_row = FormRow(tr("Enters at"), self.start), FormRow(tr("Enters by"), self.entry)
        self._event = QFormLayout()
        self._event.setSpacing(6)
        self._event.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.values: dict[str, QLineEdit] = {}
        self._lay_out()
        self.search.searched.connect(self.look_for)
        self.start.dateTimeChanged.connect(self.changed)
        self.entry.activated.connect(self.changed)
        self._tell()

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.name)
        names.addWidget(self.phone)
        row = QHBoxLayout()
        row.addWidget(self.previous)
        row.addLayout(names, 1)
        row.addWidget(self.next)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.search)
        box.addLayout(row)
        box.addWidget(self._start_row)
        box.addWidget(self._entry_row)
        box.addLayout(self._event)

    # -- the journey ---------------------------------------------------------------------------------

    def show_journey(self, journey: Journey, around: Surroundings) -> None:
        """Offer the entries of a journey, and times in its zone."""
        self._zone = setup(journey, around).zone
        if not self.values and self.start.property("set") is None and around.now is not None:
            self.set_start(around.now)
        self._show_ways(journey)
        self._show_event(journey)

    def _show_ways(self, journey: Journey) -> None:
        entries = [step for step in journey.steps.values() if kind_of(step).is_entry and not step.disabled]
        entries.sort(key=lambda step: (*journey.places.get(step.id, (0, 0))[::-1], step.id))
        ways = [(step.id, port.name) for step in entries for port in ports_of(step)]
        labels = [
            f"{title_of(step)}: {port.label}" if len(ports_of(step)) > 1 else title_of(step)
            for step in entries
            for port in ports_of(step)
        ]
        chosen = self.way
        self._ways = ways
        self.entry.clear()
        self.entry.addItems(labels)
        self.entry.setCurrentIndex(ways.index(chosen) if chosen in ways else 0 if ways else -1)
        self._entry_row.setVisible(len(ways) > 1)

    def _show_event(self, journey: Journey) -> None:
        step = journey.steps.get(self.way[0])
        self._kinds = carried(step) if step is not None else {}
        wanted = list(self._kinds)
        if wanted == list(self.values):
            return
        while self._event.rowCount():
            self._event.removeRow(0)
        self.values = {}
        for name in wanted:
            field = QLineEdit()
            field.setAccessibleName(f"event.{name}")
            field.setPlaceholderText(tr("comes with the event"))
            field.setText(str(self.given.get(name, "")))
            field.editingFinished.connect(self.changed)
            self.values[name] = field
            self._event.addRow(name, field)

    @property
    def way(self) -> tuple[str, str]:
        """The entry and its output; empty where there is none."""
        at = self.entry.currentIndex()
        return self._ways[at] if 0 <= at < len(self._ways) else ("", "")

    @property
    def brought(self) -> Mapping[str, Any]:
        """What the event carries."""
        return {name: _read(field.text().strip(), self._kinds.get(name, "")) for name, field in self.values.items()}

    # -- when ----------------------------------------------------------------------------------------

    def set_start(self, at: datetime) -> None:
        """Let the contact enter at a moment, shown on the journey's clock."""
        wall = at.astimezone(self._zone)
        self.start.setProperty("set", True)
        self.start.setDateTime(QDateTime(QDate(wall.year, wall.month, wall.day), QTime(wall.hour, wall.minute)))

    def moment(self) -> datetime:
        """The moment the contact enters."""
        shown = self.start.dateTime()
        day, clock = shown.date(), shown.time()
        wall = datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute())  # noqa: DTZ001
        return moment_of(wall, self._zone)

    # -- who -----------------------------------------------------------------------------------------

    def look_for(self, text: str) -> None:
        """Look for contacts; the first of them is taken, the made-up one where there is none."""
        self._finding.ask(lambda: self._context.find(text), lambda ids: self._found(ids, bool(text)))

    def _found(self, ids: Sequence[int], searched: bool) -> None:
        self._ids = ids
        self._at = 0 if ids and searched else -1
        self._read()

    def walk(self, by: int) -> None:
        """Go to another contact; before the first is the made-up one."""
        self._at = (self._at + 1 + by) % (len(self._ids) + 1) - 1
        self._read()

    def _read(self) -> None:
        if self._at < 0:
            self._take(made_up())
            return
        id = self._ids[self._at]
        self._reading.ask(lambda: self._context.walker(id), lambda found: self._take(found or made_up()))

    def take(self, walker: Walker) -> None:
        """Take somebody, whoever is being looked for; those before and after are as without a search."""

        def found(ids: Sequence[int]) -> None:
            self._ids = ids
            number = walker.person.number
            self._at = ids.index(number) if number in ids else -1
            self._take(walker)

        self._finding.ask(lambda: self._context.find(""), found)

    def _take(self, walker: Walker) -> None:
        same = walker == self.walker
        self.walker = walker
        self._tell()
        if not same:
            self.changed.emit()

    def _tell(self) -> None:
        self.name.setText(self.walker.name)
        place = tr("{n} of {all}", n=number(self._at + 1), all=number(len(self._ids))) if self._at >= 0 else ""
        self.phone.setText(" · ".join(part for part in (ltr(spaced(self.walker.phone)), place) if part))
        for button in (self.previous, self.next):
            button.setEnabled(bool(self._ids))


def _read(text: str, kind: str) -> object:
    """What an event would carry: a number where it has one; a text stays as it is written."""
    try:
        number = float(text) if kind == "number" else nan
    except ValueError:
        return text
    return text if not isfinite(number) else int(number) if number.is_integer() else number
