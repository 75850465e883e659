"""Decides how a journey is edited: one document, and everything that shows it in one place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import Problem, StudioError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.words_journeys import edit_words
from whatsapp_studio.journeys.arrange import next_place, place_after
from whatsapp_studio.journeys.check import Checker
from whatsapp_studio.journeys.connect import free_outputs
from whatsapp_studio.journeys.duration import in_words
from whatsapp_studio.journeys.edits import AddStep
from whatsapp_studio.journeys.graph import Journey, link_id
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.journeys.table import new_step
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.canvas.scene import JourneyScene
from whatsapp_studio.qt.canvas.view import JourneyView
from whatsapp_studio.qt.inspector.inspector import Inspector
from whatsapp_studio.qt.inspector.outlook import StudioContext
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.journeys import publishing
from whatsapp_studio.qt.journeys.banners import Banners
from whatsapp_studio.qt.journeys.canvas_area import CanvasArea
from whatsapp_studio.qt.journeys.commands import Commands
from whatsapp_studio.qt.journeys.find import FindBar
from whatsapp_studio.qt.journeys.frame import Frame, next_pane
from whatsapp_studio.qt.journeys.header import EditorHeader
from whatsapp_studio.qt.journeys.history import History
from whatsapp_studio.qt.journeys.looks import Looks
from whatsapp_studio.qt.journeys.menus import menus
from whatsapp_studio.qt.journeys.outline import Outline
from whatsapp_studio.qt.journeys.palette import Palette
from whatsapp_studio.qt.journeys.published import difference, words
from whatsapp_studio.qt.journeys.saving import Saver
from whatsapp_studio.qt.journeys.shortcuts import ShortcutSheet
from whatsapp_studio.qt.widgets.dialogs import ask
from whatsapp_studio.qt.widgets.page import Offers
from whatsapp_studio.qt.widgets.toast import Toast

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

# What depends on the whole journey and nobody waits for is said a moment after the last edit.
_LATER_MS = 150
# Beyond this many steps a journey is easier to keep as several.
_MANY = 200
# Titles can still be read at the first zoom; where not all of a journey can be seen with it, the second is nicer.
_READABLE, _PLEASANT = 0.6, 0.85


class JourneyEditor(QWidget):
    """One journey on the table. ``left`` says that the person wants back to the list, ``closed`` that all is saved.

    Raises ``UserError("journey-unknown")``. Until :meth:`leave` nobody else can edit the journey.
    """

    left = Signal()
    closed = Signal()
    navigate = Signal(str, object)

    def __init__(self, studio: Studio, journey_id: str, memory: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        opened = studio.journeys.open(journey_id)
        self.studio, self.journey_id, self.looks = studio, journey_id, Looks(memory)
        self._newer = opened.read_only
        self._held = not studio.read_only and not self._newer and studio.journeys.hold(journey_id)
        self.published: Journey | None = None
        self.document = JourneyDocument(
            opened.journey, check=Checker(), words=edit_words, read_only=not self._held, parent=self
        )
        self.saver = Saver(studio.journeys.save, self)
        self.saver.at = studio.journeys.saved_at(journey_id)
        self.scene = JourneyScene(self.document, self)
        self.view = JourneyView(self.scene, memory)
        self.palette_box, self.history = Palette(), History(self.document)
        self.outline, self.find_bar = Outline(self.document), FindBar(self.document)
        self.header = EditorHeader(self.document, self.saver)
        self.banners = Banners()
        self.inspector = Inspector(self.document, StudioContext(studio))
        self.commands = Commands(self, self._slots())
        self._heard: set[str] = set()
        self._looking: Job[tuple[Surroundings, Journey | None]] | None = None
        self._look_again = self._comparing = False
        self._lay_out()
        self._connect()
        self._restore()
        self._tell_once()
        self.look_around()

    def _lay_out(self) -> None:
        self.frame = Frame(
            self.palette_box, self.history, self.find_bar, CanvasArea(self.view, self.document), self.outline,
            self.inspector, self.commands["palette"],
        )  # fmt: skip
        for tool in (self.commands["find"],):
            self.header.add_tool(tool)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.header)
        box.addWidget(self.banners)
        box.addWidget(self.frame, 1)

    def _connect(self) -> None:
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._tell_later)
        document, header = self.document, self.header
        document.changed.connect(self._changed)
        document.revealed.connect(self._reveal)
        document.refused.connect(self._refused)
        self.saver.moved.connect(self._tell_saved)
        self.saver.failed.connect(self._not_saved)
        self.palette_box.wanted.connect(self._add)
        self.palette_box.hide_wanted.connect(self.commands["palette"].trigger)
        self.history.closed.connect(self.commands["history"].trigger)
        self.find_bar.found.connect(self.view.centre_on)
        self.find_bar.closed.connect(self.view.setFocus)
        self.outline.opened.connect(lambda id: self.edit(id, ""))
        header.left.connect(self.left)
        header.publish_wanted.connect(self.publish)
        header.issues.chosen.connect(self.go_to)

    # -- what is shown -------------------------------------------------------------------------------

    def _restore(self) -> None:
        self.frame.restore(self.looks)
        for name, part, default in self._parts():
            on = self.looks.shown(name, default)
            part.setVisible(on)
            self.commands[name].setChecked(on)
        self.frame.settle()
        place = self.looks.place(self.journey_id)
        QTimer.singleShot(0, self, lambda: self._first_look(place))

    def _parts(self) -> tuple[tuple[str, QWidget, bool], ...]:
        return (
            ("palette", self.palette_box, True), ("inspector", self.inspector, True),
            ("steps", self.outline, False), ("history", self.history, False),
        )  # fmt: skip

    def _toggle(self, name: str, on: bool) -> None:
        part = next(part for one, part, _ in self._parts() if one == name)
        part.setVisible(on)
        self.looks.show(name, on)
        self.frame.settle()
        if on and self.isVisible():
            part.setFocus()

    def _slots(self) -> dict[str, Callable[..., object]]:
        """What each command does."""
        toggles = {name: partial(self._toggle, name) for name, *_ in self._parts()}
        return {
            **toggles, "minimap": self.view.minimap.set_wanted, "save": self.save, "close": self.left.emit,
            "find": self.find_bar.begin, "find_next": partial(self._find, 1), "find_previous": partial(self._find, -1),
            "next_pane": self._next_pane, "issues": self.header.issues.open_list,
            "settings": partial(self.edit, "", ""), "publish": self.publish, "shortcuts": self._show_shortcuts,
        }  # fmt: skip

    def _find(self, way: int) -> None:
        if self.find_bar.isVisible():
            self.find_bar.step(way)
        else:
            self.find_bar.begin()

    def _next_pane(self) -> None:
        pane = next_pane((self.palette_box, self.view, self.outline, self.history, self.inspector, self.header))
        if pane is not None:
            first: dict[QWidget, QWidget] = {
                self.palette_box: self.palette_box.search, self.history: self.history.list,
                self.inspector: self.inspector.tabs.tabBar(), self.header: self.header.name,
            }  # fmt: skip
            first.get(pane, pane).setFocus(Qt.FocusReason.TabFocusReason)

    def _show_shortcuts(self) -> None:
        ShortcutSheet([(tr("Journey"), list(self.commands.all.values()))], self).open()

    def _first_look(self, place: tuple[float, QPointF] | None) -> None:
        """Look where one looked last; a journey that is new here is shown whole, if it can be read then."""
        if place is None:
            self.view.fit()
            if self.view.zoom() < _READABLE:
                self.view.set_zoom(_PLEASANT)
                self.view.go_home()
        else:
            self.view.set_zoom(place[0])
            self.view.look_at(place[1])

    def _tell_once(self) -> None:
        if self._newer:
            said = tr("A newer version of the program made this journey. You can look at it and copy from it.")
            self.banners.say("locked", "info", said)
        elif self.document.read_only and not self.studio.read_only:
            said = tr("This journey is open in another window. Here you can only look at it.")
            self.banners.say("locked", "info", said)
        self._changed(None)
        self._tell_later()

    def _changed(self, diff: object) -> None:
        journey = self.document.journey
        self.palette_box.allow(only_entries=not journey.steps, locked=self.document.read_only)
        if diff is not None:
            self.saver.change(journey)
        self._later.start()

    def _tell_later(self) -> None:
        """What depends on the whole journey: its longest time, what is not published, whether it is too long."""
        journey = self.document.journey
        self.header.show_duration(in_words(journey, self.document.surroundings) if journey.steps else "")
        unlike = None if self.published is None else difference(journey, self.published)
        self.header.show_published(words(unlike))
        if not self._comparing:
            self.scene.show_marks(unlike.marks() if unlike else {})
        if len(journey.steps) > _MANY and "many" not in self._heard:
            self.banners.say(
                "many", "info",
                ntr("This journey has {n} step.", "This journey has {n} steps.", len(journey.steps))
                + " " + tr("It is easier to keep as several that jump to each other."),
                (tr("Hide"), lambda: self._hear("many")),
            )  # fmt: skip
        elif len(journey.steps) <= _MANY:
            self.banners.hush("many")

    def _hear(self, name: str) -> None:
        self._heard.add(name)
        self.banners.hush(name)

    def offers(self) -> Offers:
        """What the window has in its menus and at its foot while this is shown."""
        return Offers(menus(self.commands.all), self.view)

    # -- the workspace around it ---------------------------------------------------------------------

    def on_changes(self, changes: Changes) -> None:
        """Something in the workspace is not as it was."""
        others = changes.journeys - {self.journey_id}
        if changes.templates or changes.contacts or changes.lists or changes.connection or changes.settings or others:
            self.look_around()

    def look_around(self) -> None:
        """Read what the journey may rely on, and what of it is published, outside this thread."""
        if self._looking is not None:
            self._look_again = True
            return
        journeys, id = self.studio.journeys, self.journey_id

        def work(_progress: object) -> tuple[Surroundings, Journey | None]:
            return journeys.surroundings(id), journeys.published(id)

        self._looking = Job(self, work).on_done(self._looked).on_failed(self._could_not_look).run()

    def _looked(self, found: tuple[Surroundings, Journey | None]) -> None:
        surroundings, self.published = found
        self.document.look_around(surroundings)
        self.document.check_now()
        self.header.wait(False)
        self._tell_later()
        self._end_looking()

    def _could_not_look(self, error: StudioError) -> None:
        self.banners.say("around", "warning", wording.sentence(error), (tr("Try again"), self.look_around))
        self._end_looking()

    def _end_looking(self) -> None:
        self._looking = None
        if self._look_again:
            self._look_again = False
            self.look_around()

    # -- what a person asks for ----------------------------------------------------------------------

    def edit(self, id: str, field: str) -> None:
        """Open an item in the inspector, at a field if one is named."""
        self.commands["inspector"].setChecked(True)
        self.inspector.show_field(id, field)

    def go_to(self, item: str, field: str) -> None:
        """Go to where a problem is: the step and its field, or the settings of the journey."""
        if item in self.document.journey.steps:
            self.document.reveal(item, field)
        self.edit(item, field)

    def _reveal(self, item: str, field: str) -> None:
        if item:
            self.view.centre_on(item)
        if field and not self.inspector.isVisible():
            self.edit(item, field)

    def _refused(self, problem: Problem) -> None:
        Toast.show_in(self, wording.sentence(problem))

    def _add(self, kind: str, fields: dict[str, object]) -> None:
        """Add a step after the first free output of what is selected, or at the next free place."""
        journey, after = self.document.journey, self._free_output()
        source, _, port = after.rpartition(":")
        step = new_step(kind, fields)
        place = place_after(journey, source, port) if source else next_place(journey)
        if self.document.do(AddStep(step=step, place=place, after=after)):
            self.document.select({step.id}, step.id)
            self.view.centre_on(step.id)

    def _free_output(self) -> str:
        """The output a new step is put after: the one that is selected, or the first free one of what is current."""
        journey, current = self.document.journey, self.document.current
        if len(self.document.selection) == 1:
            (only,) = self.document.selection
            source, _, port = only.rpartition(":")
            if port in free_outputs(journey, source):
                return only
        free = free_outputs(journey, current)
        return link_id(current, free[0]) if free else ""

    def save(self) -> None:
        """Save now and say so."""
        if self.saver.flush():
            Toast.show_in(self, tr("Saved"))

    def publish(self) -> None:
        publishing.publish(self, self.studio, self.document, self.saver, lambda _version: self.look_around())

    def _not_saved(self, error: StudioError) -> None:
        said = f"{tr('Your last changes are not saved yet.')} {wording.sentence(error)}"
        self.banners.say("saving", "error", said, (tr("Try again"), self.saver.save_now))

    def _tell_saved(self) -> None:
        if self.saver.state == "saved":
            self.banners.hush("saving")

    # -- the end -------------------------------------------------------------------------------------

    def leave(self) -> bool:
        """Save, remember how it looked, and let the journey go. False when the person wants to stay after all."""
        self.document.stop_merging()
        if not self.saver.flush() and not ask(
            self, tr("The last changes could not be saved."),
            tr("Leave, and they are lost. Stay, and the program keeps trying."),
            tr("Leave without saving"), tr("Stay"), danger=True,
        ):  # fmt: skip
            return False
        self.frame.keep(self.looks)
        self.looks.keep_place(self.journey_id, self.view.zoom(), self.view.visible().center())
        if self._held:
            self.studio.journeys.release(self.journey_id)
            self._held = False
        self.closed.emit()
        return True
