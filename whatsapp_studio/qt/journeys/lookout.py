"""Decides when the workspace around a journey is read again: outside the window's thread, never twice at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.qt.jobs import Job

if TYPE_CHECKING:
    from whatsapp_studio.services.designing import Journeys


class Lookout(QObject):
    """``seen`` carries what a journey may rely on and what of it is published (None: nothing); ``failed`` the error."""

    seen = Signal(object, object)
    failed = Signal(object)

    def __init__(self, journeys: Journeys, journey_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._journeys, self._id = journeys, journey_id
        self._looking = self._again = False

    def on_changes(self, changes: Changes) -> None:
        """Look again where something a journey may rely on is not as it was; its own saves are nothing to it."""
        others = changes.journeys - {self._id}
        around = changes.templates or changes.contacts or changes.lists or changes.segments or changes.content
        if around or changes.connection or changes.settings or others:
            self.look()

    def look(self) -> None:
        """Read how it is now."""
        if self._looking:
            self._again = True
            return
        self._looking = True
        journeys, id = self._journeys, self._id

        def work(_progress: object) -> tuple[Surroundings, Journey | None]:
            return journeys.surroundings(id), journeys.published(id)

        Job(self, work).on_done(self._done).on_failed(self._could_not).run()

    def _done(self, found: tuple[Surroundings, Journey | None]) -> None:
        self.seen.emit(*found)
        self._end()

    def _could_not(self, error: StudioError) -> None:
        self.failed.emit(error)
        self._end()

    def _end(self) -> None:
        self._looking = False
        if self._again:
            self._again = False
            self.look()
