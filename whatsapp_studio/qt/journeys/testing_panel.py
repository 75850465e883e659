"""Decides how a journey is tried out in the window: whom with, from when to when, and what is told of it meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import Problem, StudioError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.journeys.living import ALIVE, Story
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.journeys.follow_list import WayList
from whatsapp_studio.qt.journeys.issues import counts
from whatsapp_studio.qt.journeys.live_where import entry_of, links_of, now_words
from whatsapp_studio.qt.journeys.testing_entry import EntryChoice
from whatsapp_studio.qt.journeys.testing_read import Read, read
from whatsapp_studio.qt.journeys.testing_who import TestContacts
from whatsapp_studio.qt.widgets.buttons import icon_button, link_button, secondary_button
from whatsapp_studio.qt.widgets.dialogs import show_error
from whatsapp_studio.qt.widgets.files import choose_save
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.one_line import OneLine
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.qt.widgets.toast import Toast
from whatsapp_studio.qt.widgets.whole_words import tell_whole

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

# Somebody may move at any moment while a test goes on.
_EVERY_MS = 1000


class TestingPanel(QFrame):
    """Beside the canvas. ``path`` carries the steps and links of the way that is shown (empty: none), ``stands`` where
    the contact is; ``closed`` that it is not wanted any more, ``contacts_wanted`` that contacts are to be marked.

    ``saved`` has the draft on the disk before a test of it begins.
    """

    __test__ = False
    path = Signal(object, object)
    stands = Signal(str)
    closed = Signal()
    contacts_wanted = Signal()

    def __init__(
        self, studio: Studio, document: JourneyDocument, saved: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._studio, self._document, self._saved = studio, document, saved
        self._reading, self._read = Latest(self), Read()
        self._busy, self._stood = False, ""
        self.setProperty("role", "surface")
        self.who = TestContacts()
        self.entry = EntryChoice()
        self.start_button = secondary_button("", self.start, "play")
        self.stop_button = secondary_button(tr("Stop the test"), self.stop, "square")
        self.state, self.trouble = plain_label("strong", wrap=True), plain_label("error", wrap=True)
        self.ways = QComboBox()
        tell_whole(self.ways)
        self.ways.setAccessibleName(tr("Whose way"))
        self.way = WayList()
        self.export_button = link_button(tr("Export the log…"), self._choose_file)
        self._often = QTimer(self, interval=_EVERY_MS)
        self._often.timeout.connect(self.look)
        self._lay_out()
        self.setFocusProxy(self.who.list)
        self.who.changed.connect(self._tell_start)
        self.who.mark_wanted.connect(self.contacts_wanted)
        self.ways.activated.connect(lambda _at: self._show_way())
        self.way.currentRowChanged.connect(self._stand)
        document.changed.connect(lambda _: self._tell_start())
        document.checked.connect(self._tell_start)

    def _lay_out(self) -> None:
        title = OneLine(tr("Test with real messages"), "subtitle")
        safe = QLabel(tr("Messages leave for these contacts and nobody else. No wait is longer than 10 seconds."))
        safe.setProperty("role", "caption")
        safe.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(title, 1)
        self.close_button = icon_button("x", tr("Close"), self.closed.emit)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 12, 12)
        box.setSpacing(10)
        box.addLayout(top)
        for widget in (safe, self.who, self.entry, self.start_button, self.stop_button, self.trouble, self.state):
            box.addWidget(widget)
        box.addWidget(self.ways)
        box.addWidget(self.way, 1)
        box.addWidget(self.export_button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(0)

    # -- coming and going ----------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._often.stop()
        self.path.emit((), ())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def on_changes(self, changes: Changes) -> None:
        """Somebody moved, or a contact is another one."""
        if self.isVisible() and (changes.contacts or self._document.journey.id in changes.runs):
            self.look()

    # -- what is done --------------------------------------------------------------------------------

    @property
    def running(self) -> bool:
        """Whether somebody is inside a test now."""
        return self._read.life is not None and self._read.life.state in ALIVE

    def start(self) -> None:
        """Save the draft and let the chosen contacts into it."""
        if self._busy or not self._saved():
            return
        id, chosen, event = self._document.journey.id, self.who.chosen(), self.entry.given()
        entry, came = self.entry.way
        self._do(lambda: self._studio.testing.start(id, chosen, entry=entry, came=came, event=event))

    def stop(self) -> None:
        """End the test for everybody inside."""
        id = self._document.journey.id
        self._do(lambda: self._studio.testing.stop(id))

    def _do(self, work: Callable[[], object]) -> None:
        self._busy = True
        self._tell_start()
        Job(self, lambda _progress: work()).on_done(lambda _: self._did(None)).on_failed(self._did).run()

    def _did(self, error: StudioError | None) -> None:
        self._busy = False
        if error is not None:
            show_error(self, wording.explain(error.code, error.facts))
        self.look()

    def _choose_file(self) -> None:
        path = choose_save(self, "log", tr("Export the log"), tr("test log") + ".json", "JSON (*.json)")
        if path is not None:
            self.export(path)

    def export(self, path: Path) -> None:
        """Write the log of the last test into a file."""
        id = self._document.journey.id

        def failed(error: StudioError) -> None:
            show_error(self, wording.explain(error.code, error.facts))

        def done(_none: object) -> None:
            Toast.show_in(self.window(), tr("Exported as “{name}”", name=path.name))

        Job(self, lambda _progress: self._studio.testing.export(id, path)).on_done(done).on_failed(failed).run()

    # -- what is shown -------------------------------------------------------------------------------

    def look(self) -> None:
        """Read how the test goes; what is read is shown when it is there."""
        id, testing = self._document.journey.id, self._studio.testing
        self._reading.ask(lambda: read(testing, id), self._take)

    def _take(self, found: Read) -> None:
        shown = self._story
        self._read = found
        self.who.show_contacts(found.contacts)
        if [self.ways.itemText(n) for n in range(self.ways.count())] != found.names:
            self.ways.clear()
            self.ways.addItems(found.names)
        runs = [one.run for one in found.stories]
        if runs:
            self.ways.setCurrentIndex(runs.index(shown.run) if shown is not None and shown.run in runs else 0)
        self._often.start() if self.running and self.isVisible() else self._often.stop()
        self._tell_start()
        self._show_way()

    @property
    def _story(self) -> Story | None:
        at = self.ways.currentIndex()
        return self._read.stories[at] if 0 <= at < len(self._read.stories) else None

    def _tell_start(self) -> None:
        chosen, running = self.who.chosen(), self.running
        errors, _ = counts(self._document.problems)
        words = ntr("Start with {n} contact", "Start with {n} contacts", len(chosen))
        self.start_button.setText(words if chosen else tr("Start the test"))
        self.start_button.setVisible(not running)
        self.start_button.setEnabled(bool(chosen) and not errors and not self._busy and not self._studio.read_only)
        self.start_button.setToolTip("" if chosen else tr("Choose at least one contact."))
        self.stop_button.setVisible(running)
        self.stop_button.setEnabled(not self._busy)
        self.who.setEnabled(not running)
        self.entry.setEnabled(not running)
        self.entry.show_journey(self._document.journey)
        reason = self._studio.engine.status().paused_reason if running else ""
        remain = ntr("{n} error remains, so nothing can be sent.", "{n} errors remain, so nothing can be sent.", errors)
        self.trouble.setText(wording.sentence(Problem(reason)) if reason else remain if errors and not running else "")
        self.trouble.setVisible(bool(self.trouble.text()))

    def _show_way(self) -> None:
        story, journey = self._story, self._read.journey
        there = story is not None and journey is not None
        self.ways.setVisible(len(self._read.stories) > 1)
        self.way.setVisible(there)
        self.export_button.setVisible(there)
        self.state.setVisible(there)
        if story is None or journey is None:
            self.path.emit((), ())
            return
        self.state.setText(now_words(story, journey))
        entries = [entry_of(stay, journey, story) for stay in story.stays]
        self.way.show_way(entries, len(entries) - 1)
        self.path.emit(tuple(stay.step for stay in story.stays), links_of(story))
        here = f"{story.run}:{len(story.stays)}"
        if here != self._stood:
            self._stood = here
            self.stands.emit(story.stays[-1].step)

    def _stand(self, row: int) -> None:
        story = self._story
        if story is not None and 0 <= row < len(story.stays):
            self.stands.emit(story.stays[row].step)
