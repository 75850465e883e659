"""Decides how one goes from the draft to its older versions, or to what runs, and back; keeps one under a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.living import Life
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.canvas.looking import looking
from whatsapp_studio.qt.journeys.saving import Saver
from whatsapp_studio.qt.widgets.dialogs import ask_text, show_error
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.toast import Toast

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio
    from whatsapp_studio.qt.journeys.live_view import LiveView
    from whatsapp_studio.qt.journeys.versions import VersionsView


class Past(QObject):
    """What was made of a journey, shown in ``stack`` above its editor: its versions, and the one that runs.

    ``moved`` says that one went there or back, ``lived`` carries how it runs (:class:`Life`, or None).
    """

    moved = Signal()
    lived = Signal(object)

    def __init__(self, stack: QStackedLayout, studio: Studio, document: JourneyDocument, saver: Saver) -> None:
        super().__init__(stack)
        self._stack, self._studio, self._document, self._saver = stack, studio, document, saver
        self._reading = Latest(self)
        self.life: Life | None = None
        # Asked for before it was known how the journey runs.
        self._wanted = False
        self.versions: VersionsView | None = None
        self.live: LiveView | None = None

    @property
    def shown(self) -> VersionsView | LiveView | None:
        """What is looked at instead of the draft."""
        current = self._stack.currentWidget()
        return next((one for one in (self.versions, self.live) if one is not None and one is current), None)

    @property
    def menus(self) -> Mapping[str, Sequence[QAction | None]]:
        """What can be done with what is looked at, for the window's menus; None is a line between."""
        shown = self.shown
        if shown is None:
            return {}
        found: dict[str, Sequence[QAction | None]] = {"view": looking(shown, shown.view)}
        if self.live is not None and shown is self.live:
            found["journey"] = self.live.head.deeds()
        return found

    def look(self, *, compare_published: bool = False) -> None:
        """Look at the versions, or at what differs from what is published."""
        if not self._saver.flush():
            return
        if self.versions is None:
            from whatsapp_studio.qt.journeys.versions import VersionsView

            self.versions = VersionsView(self._studio.journeys, self._document)
            self.versions.closed.connect(self._back)
            self._stack.addWidget(self.versions)
        self._stack.setCurrentWidget(self.versions)
        self.versions.begin(compare_published=compare_published)
        self.moved.emit()

    def watch(self, *, late: bool = False) -> None:
        """Look at the journey as it runs, ``late`` messages first; nothing where it never did."""
        if not self._saver.flush():
            return
        if self.life is None:
            self._wanted = late
            return
        if self.live is None:
            from whatsapp_studio.qt.journeys.live_view import LiveView

            self.live = LiveView(self._studio, self._document.journey.id)
            self.live.closed.connect(self._back)
            self._stack.addWidget(self.live)
        self.live.wants_late = late
        self._stack.setCurrentWidget(self.live)
        self.moved.emit()

    def read(self) -> None:
        """See how the journey runs."""
        running, id = self._studio.running, self._document.journey.id
        self._reading.ask(lambda: running.life(id), self._lives)

    def on_changes(self, changes: Changes) -> None:
        """Something in the workspace is not as it was."""
        if self._document.journey.id in changes.runs:
            self.read()
        if self.live is not None:
            self.live.on_changes(changes)

    def _lives(self, life: Life | None) -> None:
        if life != self.life:
            self.life = life
            self.lived.emit(life)
        if self._wanted and life is not None:
            self._wanted = False
            self.watch(late=True)

    def keep(self) -> None:
        """Keep the journey as it is now, under a name that is asked for."""
        beside = self._beside()
        label = ask_text(beside, tr("Keep this version"), tr("What to call it"), tr("Keep this version"))
        if not label or not self._saver.flush():
            return
        try:
            self._studio.journeys.keep(self._document.journey.id, label)
        except StudioError as error:
            show_error(beside, wording.explain(error.code, error.facts))
        else:
            Toast.show_in(beside, tr("Kept as “{name}”", name=label), tr("Versions"), self.look)

    def _back(self) -> None:
        self._stack.setCurrentIndex(0)
        self.moved.emit()

    def _beside(self) -> QWidget:
        beside = self._stack.parentWidget()
        assert beside is not None
        return beside
