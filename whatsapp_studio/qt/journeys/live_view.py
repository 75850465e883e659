"""Decides how a journey is looked at while it runs: its canvas with numbers, the people behind them, and their ways."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QSplitter, QTabWidget, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.living import Life, Place, Story
from whatsapp_studio.qt.canvas.counters import Counters, Spot, show_heat
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.canvas.scene import JourneyScene
from whatsapp_studio.qt.canvas.view import JourneyView
from whatsapp_studio.qt.journeys import live_numbers as numbers
from whatsapp_studio.qt.journeys.banners import Banners
from whatsapp_studio.qt.journeys.live_deeds import Deeds
from whatsapp_studio.qt.journeys.live_hand import LiveHand
from whatsapp_studio.qt.journeys.live_head import LiveHead
from whatsapp_studio.qt.journeys.live_late import LatePanel
from whatsapp_studio.qt.journeys.live_legend import Legend
from whatsapp_studio.qt.journeys.live_people import LivePeople
from whatsapp_studio.qt.journeys.live_reading import LiveReader, Snapshot
from whatsapp_studio.qt.journeys.live_side import Overview
from whatsapp_studio.qt.journeys.live_where import WherePanel, links_of
from whatsapp_studio.qt.widgets.plain import unmarked

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_SIDE, _PEOPLE, _MARGIN = 348, 260, 16
# From here on the numbers on arrows are drawn, and titles can be read.
_READABLE = 0.85


class LiveView(QWidget):
    """One journey that runs, in the place of its editor until ``closed``. Nothing of it is changed here."""

    closed = Signal()

    def __init__(self, studio: Studio, journey_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio, self.journey_id = studio, journey_id
        self.seen: Snapshot | None = None
        self._heat = ""
        self._looked = False
        # The way that was brought into sight.
        self._followed = 0
        # Whether the late messages are to be shown as soon as there are any.
        self.wants_late = False
        shown = JourneyDocument(Journey(id=""), check=lambda *_: (), words=lambda *_: "", read_only=True, parent=self)
        self.scene = JourneyScene(shown, self)
        self.view = JourneyView(self.scene)
        self.counters = Counters(self.scene)
        self.hand = LiveHand(self.scene, self.view, self.counters)
        self.reader = LiveReader(studio, journey_id, self)
        self.head, self.banners = LiveHead(not studio.read_only), Banners()
        self.people = LivePeople(studio)
        self.overview, self.where, self.late = Overview(), WherePanel(studio), LatePanel(studio, journey_id)
        self.where.prefers = journey_id
        self.deeds = Deeds(self, studio, journey_id, self.reader.look_well)
        self.legend = Legend(self.view)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for panel, title in ((self.overview, tr("How it runs")), (self.where, tr("Where is …?"))):
            panel.setAccessibleName(title)
            self.tabs.addTab(panel, title)
        side = QFrame()
        side.setProperty("role", "side")
        inner = QVBoxLayout(side)
        inner.setContentsMargins(1, 0, 0, 0)
        inner.addWidget(self.tabs)
        side.setMinimumWidth(280)
        self.middle, self.panes = _splitter(Qt.Orientation.Vertical), _splitter(Qt.Orientation.Horizontal)
        self.middle.addWidget(self.view)
        self.middle.addWidget(self.people)
        self.panes.addWidget(self.middle)
        self.panes.addWidget(side)
        self.middle.setStretchFactor(0, 1)
        self.panes.setStretchFactor(0, 1)
        self.panes.setSizes([10_000, _SIDE])
        self.people.setMinimumHeight(140)
        self.people.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(self.banners)
        box.addWidget(self.panes, 1)
        self.setFocusProxy(self.view)
        self.view.installEventFilter(self)

    def _connect(self) -> None:
        head = self.head
        self.reader.seen.connect(self._show)
        self.reader.failed.connect(self._could_not)
        head.left.connect(self.closed)
        head.edition.connect(self.reader.choose)
        head.heat.connect(self.show_heat)
        for wanted, act in (
            (head.pause_wanted, self.deeds.pause), (head.resume_wanted, self.deeds.resume),
            (head.close_wanted, self.deeds.close), (head.stop_wanted, self._stop),
        ):  # fmt: skip
            wanted.connect(partial(self._do, act))
        self.hand.pressed.connect(self.open_spot)
        self.hand.menu_wanted.connect(self._menu)
        self.people.chosen.connect(self.find_contact)
        self.people.closed.connect(self.close_people)
        self.overview.go.connect(self.go_to)
        self.overview.people.connect(self.open_people)
        self.overview.contact.connect(self.find_contact)
        self.where.told.connect(self._show_way)
        self.where.stands.connect(self.go_to)
        self.late.decided.connect(self.reader.look)
        self.tabs.currentChanged.connect(lambda _at: self._show_way(self._story()))
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.begin_find)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._escape)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # -- coming and going ----------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.view.setFocus()
        self.reader.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.reader.end()

    def on_changes(self, changes: Changes) -> None:
        """Something is not as it was: what of this journey is shown is read again within a second."""
        self.reader.on_changes(changes)

    def _escape(self) -> None:
        if self.people.isVisible():
            self.close_people()
        else:
            self.closed.emit()

    # -- what is shown -------------------------------------------------------------------------------

    def _show(self, seen: Snapshot) -> None:
        before, self.seen = self.seen, seen
        self.banners.hush("reading")
        self.head.show_snapshot(seen)
        if before is None or before.journey is not seen.journey:
            self.scene.document.show(seen.journey)
            if not self._looked:
                QTimer.singleShot(0, self.view, self._first_look)
                self._looked = True
        self.counters.show_counters(
            numbers.cards(seen.journey, seen.counts), numbers.outputs(seen.journey, seen.counts)
        )
        self._show_troubles(seen)
        self.show_heat(self._heat)
        self.overview.show_snapshot(seen, self.studio.clock.now())
        self._show_late(seen)
        self._show_engine()
        self._follow_people(before, seen)
        if before is not None and before.counts != seen.counts and self.tabs.currentWidget() is self.where:
            self.where.refresh()

    def _first_look(self) -> None:
        """All of the journey where its numbers can be read then, else its beginning."""
        self.view.fit()
        if self.view.zoom() < _READABLE:
            self.view.set_zoom(_READABLE)
            self.view.go_home()

    def _show_troubles(self, seen: Snapshot) -> None:
        for id, step in self.scene.steps.items():
            wrong = any(one.step == id for one in seen.troubles)
            if (step.badge == "warning") != wrong:
                step.badge = "warning" if wrong else None
                step.update()

    def _show_late(self, seen: Snapshot) -> None:
        at = self.tabs.indexOf(self.late)
        if not seen.late:
            self.banners.hush("late")
            if at >= 0:
                self.tabs.removeTab(at)
            return
        title = tr("Late ({n})", n=numbers.short(seen.late))
        if at < 0:
            self.tabs.addTab(self.late, title)
        else:
            self.tabs.setTabText(at, title)
        said = ntr("{n} late message waits for your decision.", "{n} late messages wait for your decision.", seen.late)
        self.banners.say("late", "warning", said, (tr("Show"), self.open_late))
        self.late.show_late(seen.journey)
        if self.wants_late:
            self.wants_late = False
            self.open_late()

    def _show_engine(self) -> None:
        status = self.studio.engine.status()
        if self.studio.read_only:
            said = tr("Another program has this workspace open. Journeys move there; here you can only look.")
            self.banners.say("engine", "info", said)
        elif status.paused_reason:
            why = wording.explain(status.paused_reason).title
            said = tr("Sending is paused: {why} Contacts wait at their messages meanwhile.", why=why)
            self.banners.say("engine", "warning", said)
        elif not status.running:
            said = tr("The program's engine is not running, so nobody moves now.")
            self.banners.say("engine", "warning", said)
        else:
            self.banners.hush("engine")

    def _could_not(self, error: StudioError) -> None:
        self.banners.say("reading", "warning", wording.sentence(error), (tr("Try again"), self.reader.look))

    def show_heat(self, which: str) -> None:
        """Tint the cards by how many wait, went on or failed; an empty text takes the tint away."""
        self._heat = which
        counts = self.seen.counts if self.seen else {}
        links = numbers.heat_of_links(which, self.scene.document.journey, counts)
        role = numbers.HEATS[which][1] or "accent"
        show_heat(self.scene, numbers.heat(which, counts) if which else {}, links, role)
        self.head.heats.setCurrentIndex(self.head.heats.findData(which))
        most = max((numbers.amount(which, one) for one in counts.values()), default=0)
        self.legend.show_heat(which, most)
        self._place_legend()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and event.type() == QEvent.Type.Resize:
            self._place_legend()
        return super().eventFilter(watched, event)

    def _place_legend(self) -> None:
        self.legend.move(_MARGIN, self.view.height() - self.legend.height() - _MARGIN)

    # -- people --------------------------------------------------------------------------------------

    def open_spot(self, spot: Spot) -> None:
        """List the people behind a number of the canvas."""
        if self.seen is not None:
            self.open_people(numbers.place_of(self.seen.edition.plan, spot))

    def menu_of(self, step: str) -> QMenu:
        """Every number of a step, to be opened without a pointer."""
        menu = QMenu(self)
        for spot in self.counters.spots_of(step):
            menu.addAction(unmarked(spot.tip), partial(self.open_spot, spot))
        if menu.isEmpty():
            menu.addAction(tr("Nobody came to this step yet")).setEnabled(False)
        return menu

    def _menu(self, step: str, where: QPoint) -> None:
        menu = self.menu_of(step)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def open_people(self, place: Place) -> None:
        """List the people at a place below the canvas."""
        seen = self.seen
        if seen is None:
            return
        if seen.edition.plan != place.plan:
            self.reader.choose(place.plan)
        edition = next((one for one in seen.life.editions if one.plan == place.plan), seen.edition)
        if self.people.isHidden():
            self.people.show()
            self.middle.setSizes([max(160, self.middle.height() - _PEOPLE), _PEOPLE])
        self.people.show_place(edition, seen.journey, place)

    def close_people(self) -> None:
        """The list is not wanted any more."""
        self.people.place = None
        self.people.hide()
        self.view.setFocus()

    def _follow_people(self, before: Snapshot | None, seen: Snapshot) -> None:
        """The list follows the numbers: it is read again when its own changed."""
        place = self.people.place
        if place is None or before is None or self.people.isHidden() or place.plan != seen.edition.plan:
            return
        if before.counts.get(place.step) != seen.counts.get(place.step) or (
            not place.step and before.counts != seen.counts
        ):
            self.people.refresh(seen.edition, seen.journey)

    # -- one contact ---------------------------------------------------------------------------------

    def begin_find(self) -> None:
        """Let a contact be looked for."""
        self.tabs.setCurrentWidget(self.where)
        self.where.search.setFocus()

    def find_contact(self, contact: int, run: int = 0) -> None:
        """Tell where a contact is, and why."""
        self.tabs.setCurrentWidget(self.where)
        self.where.show_contact(contact, run)

    def _story(self) -> Story | None:
        return self.where.story if self.tabs.currentWidget() is self.where else None

    def _show_way(self, story: Story | None) -> None:
        """The way of a contact on the canvas, where that is the journey and version it went through."""
        seen = self.seen
        here = seen is not None and story is not None and story.journey == self.journey_id
        if not here or story is None or self.tabs.currentWidget() is not self.where:
            self.scene.show_path((), ())
            return
        self.scene.show_path(tuple(one.step for one in story.stays), links_of(story))
        if story.run != self._followed:
            self._followed = story.run
            self.go_to(story.stays[-1].step)

    def go_to(self, step: str) -> None:
        """Bring a step into sight."""
        if step in self.scene.steps:
            self.scene.document.select({step}, step)
            self.view.centre_on(step)

    def open_late(self) -> None:
        """Show the late messages."""
        self.tabs.setCurrentWidget(self.late)

    # -- doing ---------------------------------------------------------------------------------------

    def _do(self, act: Callable[[str, Life], object]) -> None:
        if self.seen is not None:
            act(self.seen.journey.name, self.seen.life)

    def _stop(self, name: str, life: Life) -> None:
        self.deeds.stop(name, life, lambda _n: self._show_stopped())

    def _show_stopped(self) -> None:
        """Who was inside: the list that was promised."""
        if self.seen is not None and self.seen.life.inside:
            self.open_people(self.studio.running.watch.stopped(self.seen.edition))

    def sizeHint(self) -> QSize:
        return QSize(1278, 700)


def _splitter(way: Qt.Orientation) -> QSplitter:
    made = QSplitter(way)
    made.setChildrenCollapsible(False)
    made.setHandleWidth(1)
    return made
