"""Decides how it is told where a contact is in journeys, and why: every step with its time and reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.audience.phone import shown as spaced
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.base.words_walk import end_words
from whatsapp_studio.journeys.graph import Journey, link_id
from whatsapp_studio.journeys.living import Stay, Story
from whatsapp_studio.journeys.table import kind_of, title_of
from whatsapp_studio.journeys.telling import told_moment, why
from whatsapp_studio.qt.journeys.follow_list import Entry, WayList
from whatsapp_studio.qt.widgets.fields import SearchField
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.qt.widgets.whole_words import tell_whole

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_MOST = 50
_CONTACT = Qt.ItemDataRole.UserRole


class Told(msgspec.Struct, frozen=True):
    """A contact, its ways through journeys, and those journeys as it goes through them, by run."""

    contact: Contact | None
    stories: tuple[Story, ...]
    journeys: Mapping[int, Journey]


class WherePanel(QFrame):
    """Find a contact, and see its ways. ``told`` carries the :class:`Story` that is shown, or None; ``stands`` a step
    of it that was chosen.
    """

    told = Signal(object)
    stands = Signal(str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self._studio = studio
        self._finding, self._reading = Latest(self), Latest(self)
        self._found = Told(None, (), {})
        self.contact = 0
        # The journey whose way is shown first where the contact was in several.
        self.prefers = ""
        self.search = SearchField(tr("Where is …? A name or number"))
        self.search.searched.connect(self.look_for)
        self.people = QListWidget()
        self.people.setProperty("role", "plain")
        self.people.setAccessibleName(tr("Contacts found"))
        self.people.setMaximumHeight(168)
        self.people.itemClicked.connect(self._pick)
        self.people.itemActivated.connect(self._pick)
        self.name, self.phone = plain_label("subtitle", wrap=True), plain_label("muted")
        self.ways = QComboBox()
        tell_whole(self.ways)
        self.ways.setAccessibleName(tr("Which journey"))
        self.ways.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.ways.setMinimumContentsLength(12)
        self.ways.activated.connect(lambda _at: self._show_story())
        self.way = WayList()
        self.way.currentRowChanged.connect(self._stand)
        self.state = plain_label("strong", wrap=True)
        self.hint = QLabel(tr("Type a name or a number, or press a line in a list of people."))
        self.hint.setWordWrap(True)
        self.hint.setProperty("role", "muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 12, 12)
        box.setSpacing(8)
        for widget in (self.search, self.people, self.name, self.phone, self.ways, self.state):
            box.addWidget(widget)
        box.addWidget(self.way, 1)
        box.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignTop)
        box.addStretch(0)
        self.setFocusProxy(self.search)
        self._tell()

    # -- who -----------------------------------------------------------------------------------------

    def look_for(self, text: str) -> None:
        """List the contacts that fit; a single one is shown at once."""
        if not text:
            self.people.hide()
            return
        contacts = self._studio.contacts

        def find() -> list[Contact]:
            return contacts.get_many(contacts.ids(ContactQuery(search=text))[:_MOST])

        self._finding.ask(find, self._list)

    def _list(self, found: list[Contact]) -> None:
        self.people.clear()
        for one in found:
            name = f"{one.first_name} {one.last_name}".strip() or tr("No name")
            item = QListWidgetItem(f"{name}  ·  {ltr(spaced(one.phone))}")
            item.setData(_CONTACT, one.id)
            self.people.addItem(item)
        self.people.setVisible(len(found) > 1)
        if len(found) == 1:
            self.show_contact(found[0].id)
        elif not found:
            self._take(Told(None, (), {}))
            self.hint.setText(tr("Nobody was found."))

    def _pick(self, item: QListWidgetItem) -> None:
        self.people.hide()
        self.show_contact(item.data(_CONTACT))

    def show_contact(self, contact: int, run: int = 0) -> None:
        """Tell where a contact is; ``run`` is the way that is wanted."""
        self.contact = contact
        self._reading.ask(lambda: self._read(contact), lambda told: self._take(told, run))

    def refresh(self) -> None:
        """Somebody moved: it may be this contact."""
        if self.contact:
            shown = self.story
            self.show_contact(self.contact, shown.run if shown else 0)

    def _read(self, contact: int) -> Told:
        stories = self._studio.running.watch.where(contact)
        drawn: dict[tuple[str, int], Journey] = {}
        for one in stories:
            key = (one.journey, one.version)
            if key not in drawn:
                drawn[key] = self._studio.journeys.version(*key)
        return Told(
            self._studio.contacts.get(contact), stories, {one.run: drawn[one.journey, one.version] for one in stories}
        )

    # -- the way -------------------------------------------------------------------------------------

    @property
    def story(self) -> Story | None:
        """The way that is shown."""
        at = self.ways.currentIndex()
        return self._found.stories[at] if 0 <= at < len(self._found.stories) else None

    def _take(self, told: Told, run: int = 0) -> None:
        same = told == self._found
        self._found = told
        if same and (shown := self.story) is not None and run in (0, shown.run):
            return
        wanted = next((n for n, one in enumerate(told.stories) if one.run == run), -1)
        if wanted < 0:
            wanted = next((n for n, one in enumerate(told.stories) if one.journey == self.prefers), 0)
        self.ways.clear()
        self.ways.addItems([_title(one) for one in told.stories])
        self.ways.setCurrentIndex(wanted if told.stories else -1)
        self._tell()

    def _tell(self) -> None:
        person, stories = self._found.contact, self._found.stories
        known = person is not None
        if person is not None:
            self.name.setText(f"{person.first_name} {person.last_name}".strip() or tr("No name"))
            self.phone.setText(ltr(spaced(person.phone)))
        for widget in (self.name, self.phone):
            widget.setVisible(known)
        self.ways.setVisible(len(stories) > 1)
        self.people.setVisible(self.people.count() > 1 and not known)
        self._show_story()

    def _show_story(self) -> None:
        story = self.story
        self.way.setVisible(story is not None)
        self.state.setVisible(story is not None)
        self.hint.setVisible(story is None)
        if story is None:
            if self._found.contact is not None:
                self.hint.setText(tr("This contact never was in a journey."))
            self.told.emit(None)
            return
        journey = self._found.journeys[story.run]
        self.state.setText(now_words(story, journey))
        entries = [entry_of(stay, journey, story) for stay in story.stays]
        self.way.show_way(entries, len(entries) - 1)
        self.told.emit(story)

    def _stand(self, row: int) -> None:
        story = self.story
        if story is not None and 0 <= row < len(story.stays):
            self.stands.emit(story.stays[row].step)


def links_of(story: Story) -> tuple[str, ...]:
    """The arrows a way went along."""
    return tuple(link_id(one.step, one.port) for one in story.stays if one.port)


def _title(story: Story) -> str:
    """A way in a list of several."""
    when = told_moment(story.entered, story.zone)
    if story.test:
        return tr("{journey}, test, from {when}", journey=story.journey_name, when=when)
    return tr("{journey}, version {n}, from {when}", journey=story.journey_name, n=story.publication, when=when)


def now_words(story: Story, journey: Journey) -> str:
    """Where the contact is now, or how its way ended, in a sentence or two."""
    if story.ended is not None:
        ended = end_words(story.ending)
        return tr("Left on {when}. {how}", when=told_moment(story.ended, story.zone), how=ended)
    here = story.stays[-1]
    step = journey.steps.get(here.step)
    said = [tr("Is at “{step}” now.", step=title_of(step) if step else here.step)]
    if story.held:
        said.append(tr("The journey is paused, so nothing happens until it is resumed."))
    elif story.until is not None:
        said.append(tr("Goes on by {when} at the latest.", when=told_moment(story.until, story.zone)))
    return " ".join(said)


def entry_of(stay: Stay, journey: Journey, story: Story) -> Entry:
    """A step of a way as a line of the list."""
    step = journey.steps.get(stay.step)
    last = stay is story.stays[-1]
    reasons = why(stay.reasons, story.zone, story.ending if last else "")
    times = tr("time {n} here", n=stay.visit) if stay.visit > 1 else ""
    when = " · ".join(part for part in (told_moment(stay.came, story.zone), times) if part)
    if step is None:
        return Entry("circle-help", "text_muted", stay.step, when, " ".join(reasons))
    kind = kind_of(step)
    return Entry(kind.icon, f"n_{kind.tone}", title_of(step), when, " ".join(reasons))


class WhereDialog(QDialog):
    """The panel in a window of its own, for a contact that is looked at elsewhere."""

    def __init__(self, studio: Studio, contacts: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Where in journeys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.panel = WherePanel(studio, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.panel)
        self.resize(460, 560)
        for one in contacts[:1]:
            self.panel.show_contact(one)
