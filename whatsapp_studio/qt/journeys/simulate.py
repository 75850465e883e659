"""Decides how a journey is rehearsed in the window: asked for, run beside it, and shown on its canvas over time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.journeys.entries import entries
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.rehearsal import Rehearsal
from whatsapp_studio.journeys.standins import stand_ins
from whatsapp_studio.journeys.version import version_id
from whatsapp_studio.qt.canvas.counters import Counter, Counters, Spot, show_heat
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.canvas.scene import JourneyScene
from whatsapp_studio.qt.canvas.view import JourneyView
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.journeys.banners import Banners
from whatsapp_studio.qt.journeys.follow import FollowPanel
from whatsapp_studio.qt.journeys.follow_who import StudioFollow, Walker
from whatsapp_studio.qt.journeys.live_hand import LiveHand
from whatsapp_studio.qt.journeys.simulate_asked import Asked
from whatsapp_studio.qt.journeys.simulate_figures import Outcome, inside, moment, outcome, whole
from whatsapp_studio.qt.journeys.simulate_keeping import Keeping
from whatsapp_studio.qt.journeys.simulate_side import Side
from whatsapp_studio.qt.journeys.simulate_strip import Strip
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.one_line import OneLine
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.qt.widgets.toast import Toast

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_ASKED, _SIDE, _STRIP = 312, 320, 170
# This much is seen around a step that is shown.
_AROUND = (48, 120)
# At this zoom the names of steps can be read.
_READABLE = 0.62


class SimulateView(QWidget):
    """A rehearsal of the journey of ``document``, in the place of its editor until ``closed``. Nothing is sent."""

    closed = Signal()

    def __init__(self, studio: Studio, document: JourneyDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio, self._draft = studio, document
        self.done: Rehearsal | None = None
        self._job: Job[Outcome] | None = None
        # What the draft does, as far as that is known by now.
        self._logic = ""
        self._reading = Latest(self)
        self._begun = self._counting = False
        # What is shown is a value like any other; one canvas follows from one to the next.
        self.shown = JourneyDocument(
            Journey(id=""), check=lambda *_: (), words=lambda *_: "", read_only=True, parent=self
        )
        self.scene = JourneyScene(self.shown, self)
        self.view = JourneyView(self.scene)
        # The map would lie over numbers.
        self.view.minimap.set_wanted(False)
        self.figures = Counters(self.scene)
        self.hand = LiveHand(self.scene, self.view, self.figures)
        self.asked, self.side, self.strip = Asked(), Side(self.cancel), Strip()
        self.banners = Banners(self)
        self.follow = FollowPanel(self.shown, StudioFollow(studio))
        self.follow.real_button.hide()
        self.keeping = Keeping(self, studio.simulating, self.side, document)
        self._lay_out()
        self._connect()
        self._act()

    def _lay_out(self) -> None:
        self.back_button = secondary_button(tr("Back to the draft"), self.closed.emit, "chevron-left")
        self.name = OneLine("", "subtitle")
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.pill = plain_label("pill")
        self.pill.setProperty("kind", "info")
        self.follow_button = secondary_button(tr("Follow one contact"))
        self.follow_button.setCheckable(True)
        self.keep_button = secondary_button(tr("Keep…"), self.keeping.keep)
        self.run_button = primary_button(tr("Run"), self.run, "play")
        head = QFrame()
        head.setProperty("role", "surface")
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(self.back_button)
        row.addWidget(self.name, 1)
        for one in (self.pill, self.follow_button, self.keep_button, self.run_button):
            row.addWidget(one)
        self.right = QStackedWidget()
        self.right.addWidget(self.side)
        # On a small screen what is followed is higher than the window.
        self._beside = QScrollArea()
        self._beside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._beside.setWidgetResizable(True)
        self._beside.setWidget(self.follow)
        self.right.addWidget(self._beside)
        self.middle = QSplitter(Qt.Orientation.Vertical)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        for splitter, parts, sizes in (
            (self.middle, (self.view, self.strip), (10_000, _STRIP)),
            (self.panes, (self.asked, self.middle, self.right), (_ASKED, 10_000, _SIDE)),
        ):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
            for part in parts:
                splitter.addWidget(part)
            splitter.setSizes(list(sizes))
        self.middle.setStretchFactor(0, 1)
        self.panes.setStretchFactor(1, 1)
        self.strip.hide()
        self.asked.setMinimumWidth(_ASKED)
        self.asked.setMaximumWidth(_ASKED + 80)
        self.right.setMinimumWidth(300)
        self.view.setMinimumWidth(320)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(self.banners)
        box.addWidget(self.panes, 1)

    def _connect(self) -> None:
        side = self.side
        self.strip.moment.connect(self._look_at)
        for part in (side.results, side.steps, side.compared):
            part.chosen.connect(self._go_to)
        self.keeping.opened.connect(self._opened)
        self.keeping.failed.connect(self._failed)
        self.hand.chosen.connect(side.steps.choose)
        self.hand.pressed.connect(self._follow_somebody)
        self.follow_button.toggled.connect(self._follow)
        self.follow.closed.connect(lambda: self.follow_button.setChecked(False))
        self.follow.path.connect(self.scene.show_path)
        self.follow.stands.connect(self._have_in_sight)

    def _act(self) -> None:
        """What can be done here, for the window's menus and by key."""
        for text, keys, act in (
            (tr("&Run"), "Ctrl+Return", self.run), (tr("&Cancel"), "Ctrl+.", self.cancel),
            (tr("&Keep…"), "Ctrl+Shift+K", self.keeping.keep),
            (tr("Follow on&e contact"), "Ctrl+Shift+F", self.follow_button.toggle),
            (tr("&Play"), "Ctrl+Shift+Space", self.strip.play),
            (tr("The &whole"), "Ctrl+Shift+A", self.strip.show_whole),
            (tr("Back to the &draft"), "Alt+Left", self.closed.emit),
        ):  # fmt: skip
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _on=False, act=act: act())
            self.addAction(action)

    # -- coming --------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Show the draft as it is now, and what can be asked for."""
        journey, around = self._draft.journey, self._draft.surroundings
        self.asked.show_journey(journey, around)
        if not self._begun:
            self._begun = True
            self.asked.show_wanted(self._studio.simulating.wanted())
            self._put(journey)
            QTimer.singleShot(0, self.view, self._first_look)
        elif self.done is None:
            self._put(journey)
        self._tell()
        self._read()
        self.run_button.setFocus()

    def _first_look(self) -> None:
        """All of the journey where its words can be read then, else its beginning."""
        self.view.fit()
        if self.view.zoom() < _READABLE:
            self.view.set_zoom(_READABLE)
            self.view.go_home()

    def _read(self) -> None:
        """What the workspace has: lists, contacts, what is kept, what was learned."""
        studio, journey, assumed = self._studio, self._draft.journey, self.asked.wanted.assumed

        def read() -> tuple[object, ...]:
            return (
                studio.contacts.lists(), studio.contacts.count(), studio.simulating.kept(journey.id),
                studio.simulating.learned(journey, assumed), version_id(journey),
            )  # fmt: skip

        def show(found: tuple[object, ...]) -> None:
            lists, people, kept, learned, logic = found
            if journey is self._draft.journey:
                self._logic = str(logic)
                self._tell()
            self.asked.show_people(lists, people)  # type: ignore[arg-type]
            self.asked.rates.show_learned(learned)  # type: ignore[arg-type]
            self.keeping.fill(kept)  # type: ignore[arg-type]

        self._reading.ask(read, show)

    # -- the rehearsal -------------------------------------------------------------------------------

    @property
    def running(self) -> bool:
        """Whether a rehearsal is being made."""
        return self._job is not None

    def run(self) -> None:
        """Rehearse the draft as it is now, beside the window."""
        if self._job is not None:
            return
        simulating, journey, wanted = self._studio.simulating, self._draft.journey, self.asked.wanted
        self.follow_button.setChecked(False)
        self._counting = False
        self.banners.hush("error")
        self.side.begin(tr("Reading who takes part…"))

        def work(progress: Progress) -> Outcome:
            return outcome(simulating.run(journey, wanted, progress))

        def came(found: Outcome) -> None:
            if journey is self._draft.journey:
                self._logic = found.done.logic
            self._came(found)

        job = Job(self, work).on_done(came).on_failed(self._failed).on_cancelled(self._cancelled)
        self._job = job.on_progress(self._progress).run()
        self._tell()
        self.side.progress.cancel.setFocus()

    def _progress(self, done: int, total: int | None) -> None:
        """First contacts are read; nobody knows how many there are. Then their ways are counted, of all."""
        progress = self.side.progress
        if total is None:
            progress.label.setText(ntr("Reading: {n} contact", "Reading: {n} contacts", done))
            return
        if not self._counting:
            self._counting = True
            progress.reset("")
        progress.show_progress(done, total)

    def cancel(self) -> None:
        """Give the rehearsal up; what was shown before stays."""
        if self._job is not None:
            self.side.progress.cancel.setEnabled(False)
            self._job.cancel()

    def _over(self) -> None:
        self._job = None
        self.side.end()
        self._tell()
        self.run_button.setFocus()

    def _came(self, found: Outcome) -> None:
        self._over()
        self.show_outcome(found)
        result = found.done.result
        said = tr("Simulated: {entered} entered, {messages} messages.", entered=number(result.entered),
                  messages=number(result.messages))  # fmt: skip
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _failed(self, error: StudioError) -> None:
        self._over()
        said, action = wording.sentence(error), (tr("Try again"), self.run)
        if error.code == "simulation-nobody":
            action = (tr("Use made-up contacts"), self._make_up)
            first = {one.id for one in entries(self._draft.journey)}
            wrong = [one for one in self._draft.problems if one.where.partition(".")[0] in first]
            said = " ".join((said, *map(wording.sentence, wrong[:1])))
        self.banners.say("error", "error", said, None if error.code == "simulation-no-entry" else action)

    def _make_up(self) -> None:
        """Rehearse with people who do not exist instead."""
        self.asked.whom.setCurrentIndex(self.asked.whom.findData("made_up"))
        self.run()

    def _cancelled(self) -> None:
        self._over()
        Toast.show_in(self, tr("Cancelled. Nothing was changed."))

    def show_outcome(self, found: Outcome) -> None:
        """Show an outcome, on the journey as it was then."""
        self.done = done = found.done
        self.banners.hush("error")
        self._put(found.journey)
        if done.stand_ins:
            around = self.shown.surroundings
            templates = {**stand_ins(found.journey), **around.templates}
            self.shown.look_around(msgspec.structs.replace(around, templates=templates))
        self.side.show_rehearsal(done, found.journey)
        self.strip.show_course(found.course)
        self.strip.show()
        self.follow.assumed, self.follow.who.given = done.result.assumed, done.result.assumed.event
        self.keeping.hold(done)
        self._tell()

    def _opened(self, found: Outcome) -> None:
        """A kept one is to be looked at."""
        self.show_outcome(found)
        self.side.tabs.setCurrentWidget(self.side.results)

    # -- what is looked at ---------------------------------------------------------------------------

    def _put(self, journey: Journey) -> None:
        """Show a journey, with every frame open: what is in it has numbers, too."""
        frames = {id: msgspec.structs.replace(frame, collapsed=False) for id, frame in journey.frames.items()}
        self.shown.look_around(self._draft.surroundings)
        self.shown.show(msgspec.structs.replace(journey, frames=frames))
        self.name.setText(tr("Simulation of “{name}”", name=journey.name or tr("Unnamed journey")))

    def _look_at(self, place: int) -> None:
        if self.done is None:
            return
        found = self.done.result
        cards, heat = moment(found, place) if place >= 0 else ({}, {})
        outputs: Mapping[str, Counter] = {}
        if place < 0:
            cards, outputs = whole(found, self.shown.journey)
        self.figures.show_counters(cards, outputs)
        show_heat(self.scene, heat, {}, "accent")
        self.side.steps.show_moment(inside(found, place))

    def _go_to(self, id: str) -> None:
        if self.scene.item_of(id) is not None:
            self.shown.select({id}, id)
            self.view.centre_on(id)

    def _follow_somebody(self, spot: Spot) -> None:
        """Follow somebody whom a number counts."""
        done, context = self.done, StudioFollow(self._studio)
        self.side.steps.choose(spot.step)
        if done is None or self.running:
            return
        simulating = self._studio.simulating

        def look(progress: Progress) -> Walker | None:
            person = simulating.somebody(done, spot.step, spot.port, progress)
            if person is None:
                return None
            return context.walker(person.number) or Walker(tr("Somebody made up"), "", person)

        def found(walker: Walker | None) -> None:
            if walker is None:
                Toast.show_in(self, tr("Nobody was found who goes there."))
                return
            self.follow_button.setChecked(True)
            self.follow.who.take(walker)

        Job(self, look).on_done(found).on_failed(self._failed).run()

    def _have_in_sight(self, id: str) -> None:
        step = self.scene.steps.get(id)
        if step is not None:
            self.view.ensureVisible(step.card, *_AROUND)

    def _follow(self, on: bool) -> None:
        self.right.setCurrentWidget(self._beside if on else self.side)
        # Where one contact is followed, it is all that counts.
        self.figures.setVisible(not on)
        show_heat(self.scene, {}, {}, "accent")
        if not on:
            self.strip.show_whole()
        if on:
            if self.done is not None:
                self.follow.who.set_start(self.done.wanted.start)
            self.follow.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        """Say how it stands."""
        done, busy = self.done, self.running
        self.run_button.setEnabled(not busy)
        self.run_button.setText(tr("Run again") if done else tr("Run"))
        self.keep_button.setEnabled(done is not None and not busy)
        self.pill.setText(tr("Nothing is sent"))
        if done is not None and self._logic and done.logic != self._logic:
            said = tr("The draft is not what was simulated here any more.")
            self.banners.say("stale", "warning", said, (tr("Run again"), self.run))
        else:
            self.banners.hush("stale")
