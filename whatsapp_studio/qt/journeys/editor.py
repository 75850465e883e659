"""Decides how a journey is edited: one document, and everything that shows it in one place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import Problem, StudioError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.words_journeys import edit_words
from whatsapp_studio.journeys.check import Checker
from whatsapp_studio.journeys.duration import in_words
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.qt.canvas.actions import Actions
from whatsapp_studio.qt.canvas.adding import add_next
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.canvas.hand import Hand
from whatsapp_studio.qt.canvas.scene import JourneyScene
from whatsapp_studio.qt.canvas.view import JourneyView
from whatsapp_studio.qt.inspector.step_help import StepHelp
from whatsapp_studio.qt.journeys import publishing
from whatsapp_studio.qt.journeys.aside import Aside
from whatsapp_studio.qt.journeys.banners import Banners
from whatsapp_studio.qt.journeys.canvas_area import CanvasArea
from whatsapp_studio.qt.journeys.commands import Commands
from whatsapp_studio.qt.journeys.exporting import Exporting
from whatsapp_studio.qt.journeys.find import FindBar
from whatsapp_studio.qt.journeys.frame import Frame
from whatsapp_studio.qt.journeys.header import EditorHeader
from whatsapp_studio.qt.journeys.history import History
from whatsapp_studio.qt.journeys.lookout import Lookout
from whatsapp_studio.qt.journeys.looks import Looks
from whatsapp_studio.qt.journeys.menus import ALIGN, FOR_FIELDS, menus, outline_menu
from whatsapp_studio.qt.journeys.outline import Outline
from whatsapp_studio.qt.journeys.palette import Palette
from whatsapp_studio.qt.journeys.past import Past
from whatsapp_studio.qt.journeys.published import difference, words
from whatsapp_studio.qt.journeys.saving import Saver
from whatsapp_studio.qt.journeys.simulate_mode import Rehearsing
from whatsapp_studio.qt.panes import next_pane
from whatsapp_studio.qt.widgets.dialogs import ask
from whatsapp_studio.qt.widgets.page import Offers
from whatsapp_studio.qt.widgets.toast import Toast

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

# What depends on the whole journey and nobody waits for is said a moment after the last edit.
_LATER_MS = 150
# Beyond this many steps a journey is easier to keep as several.
_MANY = 200
# At this zoom every word is read with ease; a journey that cannot be seen whole with it opens at its start.
_READABLE = 0.85


class JourneyEditor(QWidget):
    """One journey on the table. ``left`` says that the person wants back to the list, ``closed`` that all is saved;
    ``offers_changed`` that :meth:`offers` are others.

    Raises ``UserError("journey-unknown")``. Until :meth:`leave` nobody else can edit the journey.
    """

    left = Signal()
    closed = Signal()
    offers_changed = Signal()
    navigate = Signal(str, object)

    def __init__(self, studio: Studio, journey_id: str, memory: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        opened, saved_at = studio.journeys.open(journey_id), studio.journeys.saved_at(journey_id)
        self.studio, self.journey_id, self.looks = studio, journey_id, Looks(memory)
        self._newer = opened.read_only
        self._held = not studio.read_only and not self._newer and studio.journeys.hold(journey_id)
        self.published: Journey | None = None
        self.document = JourneyDocument(
            opened.journey, check=Checker(), words=edit_words, read_only=not self._held, parent=self
        )
        self.saver = Saver(studio.journeys.save, self)
        self.saver.at = saved_at
        self.lookout = Lookout(studio.journeys, journey_id, self)
        self.scene = JourneyScene(self.document, self)
        self.view = JourneyView(self.scene, memory)
        self.hand = Hand(self.document, self.scene, self.view)
        self.edits = Actions(self.hand)
        self._make_parts()
        self.past = Past(self.stack, studio, self.document, self.saver)
        self.rehearsing = Rehearsing(self.stack, studio, self.document)
        self.commands = Commands(self, self._slots())
        self.exporting = Exporting(self, studio, lambda: self.document.journey, self.saver.flush)
        self.commands.take("export", self.exporting.menu.menuAction())
        self.commands.take("print", self.exporting.print)
        self.commands.take(ALIGN, self.edits.align_menu(self).menuAction())
        self.edits.attach(self.outline)
        self.edits.attach_editor(self._draft)
        self._heard: set[str] = set()
        self.setFocusProxy(self.view)
        self._lay_out()
        self._connect()
        self._restore()
        self._tell_once()
        self.lookout.look()

    def _make_parts(self) -> None:
        document, editing = self.document, QWidget(self)
        self._draft = editing
        self.stack = QStackedLayout(self)
        self.stack.addWidget(editing)
        self.header, self.banners, frame = EditorHeader(document, self.saver, editing), Banners(editing), Frame(editing)
        self.palette_box, self.history, self.frame = Palette(frame.side), History(document, frame.side), frame
        self.outline, self.find_bar = Outline(document, frame.middle), FindBar(document, frame.between)
        self.aside = Aside(self.studio, document, self.scene, self.view, self.saver.flush, frame.panes)
        self.inspector = self.aside.inspector
        box = QVBoxLayout(editing)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.header)
        box.addWidget(self.banners)
        box.addWidget(frame, 1)

    def _lay_out(self) -> None:
        canvas = CanvasArea(self.view, self.document, self.edits["quick_add"], self.frame.middle)
        self.frame.fill(
            self.palette_box, self.history, self.find_bar, canvas, self.outline, self.aside, self.commands["palette"]
        )
        for tool in (self.edits["undo"], self.edits["redo"], self.edits["tidy"], self.commands["find"]):
            self.header.add_tool(tool)

    def _connect(self) -> None:
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._tell_later)
        document, header = self.document, self.header
        document.changed.connect(self._changed)
        document.revealed.connect(self._reveal)
        document.refused.connect(self._refused)
        self.lookout.seen.connect(self._seen)
        self.lookout.failed.connect(self._not_seen)
        self.saver.moved.connect(self._tell_saved)
        self.saver.failed.connect(self._not_saved)
        self.palette_box.wanted.connect(self._add)
        self.palette_box.hide_wanted.connect(self.commands["palette"].trigger)
        self.history.closed.connect(self.commands["history"].trigger)
        self.find_bar.found.connect(self.view.centre_on)
        self.find_bar.closed.connect(self.view.setFocus)
        self.outline.opened.connect(lambda id: self.edit(id, ""))
        self.outline.menu_wanted.connect(partial(outline_menu, self.edits, self.document))
        self.hand.wants_edit.connect(self.edit)
        self.inspector.preview.wanted.connect(self.navigate)
        self.inspector.wants.connect(lambda name: self.edits[name.replace("-", "_")].trigger())
        header.left.connect(self.left)
        header.test_wanted.connect(self.commands["test"].trigger)
        header.simulate_wanted.connect(self.commands["simulate"].trigger)
        self.commands["test"].toggled.connect(header.test_button.setChecked)
        self.past.moved.connect(self._moved)
        self.rehearsing.moved.connect(self._moved)
        self.past.lived.connect(header.show_life)
        self.past.lived.connect(lambda life: self.commands["live"].setEnabled(life is not None))
        header.live_wanted.connect(self.past.watch)
        self.aside.turned.connect(lambda shown: self.commands.check_only(shown, "test", "try"))
        self.aside.contacts_wanted.connect(lambda: self.navigate.emit("contacts", None))
        header.publish_wanted.connect(self.publish)
        header.may_publish.connect(self.commands["publish"].setEnabled)
        header.issues.chosen.connect(self.go_to)

    # -- what is shown -------------------------------------------------------------------------------

    def _restore(self) -> None:
        self.frame.restore(self.looks)
        for name, part, default in self._parts():
            on = self.looks.shown(name, default)
            part.setVisible(on)
            self.commands[name].setChecked(on)
        self.frame.settle()
        self.commands["minimap"].setChecked(self.view.minimap.wanted)
        letters = self.looks.shown("letters", True)
        self.commands["letters"].setChecked(letters)
        self.edits.use_letters(letters)
        place = self.looks.place(self.journey_id)
        QTimer.singleShot(0, self, lambda: self._first_look(place))

    def _parts(self) -> tuple[tuple[str, QWidget, bool], ...]:
        return (
            ("palette", self.palette_box, True), ("inspector", self.aside, True),
            ("steps", self.outline, False), ("history", self.history, False),
        )  # fmt: skip

    def _toggle(self, name: str, on: bool) -> None:
        part = next(part for one, part, _ in self._parts() if one == name)
        part.setVisible(on)
        self.looks.show(name, on)
        self.frame.settle()
        if on and name != "inspector" and self.isVisible():
            part.setFocus()

    def _slots(self) -> dict[str, Callable[..., object]]:
        """What each command does."""
        toggles = {name: partial(self._toggle, name) for name, *_ in self._parts()}
        return {
            **toggles, "minimap": self.view.minimap.set_wanted, "letters": self._use_letters,
            "test": partial(self._turn, "test"), "try": partial(self._turn, "try"),
            "save": self.save, "close": self.left.emit, "next_pane": self._next_pane,
            "find": self.find_bar.begin, "find_next": partial(self._find, 1), "find_previous": partial(self._find, -1),
            "issues": self.header.issues.open_list, "settings": partial(self.edit, "", ""),
            "publish": self.publish, "keep": self.past.keep, "versions": self.past.look, "live": self.past.watch,
            "compare": partial(self.past.look, compare_published=True),
            "simulate": self.rehearsing.look,
            "about_step": self._about_step, "kinds": lambda: StepHelp("", self).open(),
        }  # fmt: skip

    def _use_letters(self, on: bool) -> None:
        self.edits.use_letters(on)
        self.looks.show("letters", on)

    def _find(self, way: int) -> None:
        if self.find_bar.isVisible() or self.find_bar.field.text().strip():
            self.find_bar.step(way)
        else:
            self.find_bar.begin()

    def _next_pane(self) -> None:
        pane = next_pane((self.palette_box, self.view, self.outline, self.history, self.aside, self.header))
        if pane is not None:
            first: dict[QWidget, QWidget] = {
                self.palette_box: self.palette_box.search, self.history: self.history.list,
                self.aside: self.inspector.tabs.tabBar(), self.header: self.header.name,
            }  # fmt: skip
            first.get(pane, pane).setFocus(Qt.FocusReason.TabFocusReason)

    def _about_step(self) -> None:
        step = self.document.journey.steps.get(self.document.current)
        StepHelp(step.kind if step else "", self).open()

    def _first_look(self, place: tuple[float, QPointF] | None) -> None:
        """Look where one looked last; one that is new here is shown whole if it can be read then."""
        if place is None:
            self.view.fit()
            if self.view.zoom() < _READABLE:
                self.view.set_zoom(_READABLE)
                self.view.go_home()
        else:
            self.view.set_zoom(place[0])
            self.view.look_at(place[1])

    def _tell_once(self) -> None:
        self.commands["keep"].setEnabled(not self.document.read_only)
        self.commands["live"].setEnabled(False)
        self.past.read()
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
        self.header.show_published(words(unlike), live=unlike is not None and not unlike.any)
        self.commands["compare"].setEnabled(self.published is not None)
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
        if (shown := self.past.shown or self.rehearsing.shown) is not None:
            return Offers(self.past.menus or self.rehearsing.menus, zoom=shown.view)
        yields = [self.edits[name] for name in FOR_FIELDS]
        return Offers(menus({**self.edits.all, **self.commands.all}), zoom=self.view, for_fields=yields)

    # -- the workspace around it ---------------------------------------------------------------------

    def on_changes(self, changes: Changes) -> None:
        """Something in the workspace is not as it was."""
        self.lookout.on_changes(changes)
        self.past.on_changes(changes)
        self.aside.on_changes(changes)

    def _seen(self, surroundings: Surroundings, published: Journey | None) -> None:
        self.published = published
        self.document.look_around(surroundings)
        self.document.check_now()
        self.header.wait(False)
        self.banners.hush("around")
        self._tell_later()

    def _not_seen(self, error: StudioError) -> None:
        self.banners.say("around", "warning", wording.sentence(error), (tr("Try again"), self.lookout.look))

    # -- what a person asks for ----------------------------------------------------------------------

    def edit(self, id: str, field: str) -> None:
        """Open an item in the inspector, at a field if one is named."""
        self.aside.inspect()
        self.commands["inspector"].setChecked(True)
        self.inspector.show_field(id, field)

    def go_to(self, item: str, field: str) -> None:
        """Go to where a problem is: the step and its field, or the settings of the journey."""
        if item in self.document.journey.steps:
            self.document.reveal(item, field)
        self.edit(item, field)

    def _turn(self, what: str, on: bool) -> None:
        """Follow one contact or test for real, or stop that."""
        self.commands["inspector"].setChecked(on or self.commands["inspector"].isChecked())
        self.aside.turn(what, on)

    def _reveal(self, item: str, field: str) -> None:
        if item:
            self.view.centre_on(item)
        if field and not self.inspector.isVisible():
            self.edit(item, field)

    def _refused(self, problem: Problem) -> None:
        Toast.show_in(self, wording.sentence(problem))

    def _add(self, kind: str, fields: dict[str, object]) -> None:
        """Add a step after the first free output of what is selected, into its arrow, or at the next free place."""
        added = add_next(self.document, kind, fields)
        if added:
            self.view.ensureVisible(self.scene.steps[added].card, 48, 64)

    def save(self) -> None:
        """Save now and say so."""
        if self.saver.flush():
            Toast.show_in(self, tr("Saved"))

    def publish(self) -> None:
        compare = self.commands["compare"].trigger
        publishing.publish(self, self.studio, self.document, self.saver, lambda _: self.lookout.look(), compare)

    def _moved(self) -> None:
        """One went to the versions, or to a rehearsal, or came back."""
        if self.stack.currentIndex() == 0:
            self.view.setFocus()
        self.offers_changed.emit()

    def _not_saved(self, error: StudioError) -> None:
        said = f"{tr('Your last changes are not saved yet.')} {wording.sentence(error)}"
        self.banners.say("saving", "error", said, (tr("Try again"), self.saver.save_now))

    def _tell_saved(self) -> None:
        if self.saver.state == "saved":
            self.banners.hush("saving")

    # -- the end -------------------------------------------------------------------------------------

    def leave(self) -> bool:
        """Save, remember how it looked, and let the journey go. False when the person wants to stay after all."""
        self.hand.in_place.close(keep=True)
        if (typing := self.focusWidget()) is not None:
            typing.clearFocus()  # a word that is half typed is kept then
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
