"""Decides when a journey is laid out anew: at once where that is quick, else outside the window's thread."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from whatsapp_studio.journeys.edits import MoveItems
from whatsapp_studio.journeys.graph import Journey, Point
from whatsapp_studio.journeys.layout import tidy
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.canvas.fitting import show_whole
from whatsapp_studio.qt.canvas.view import JourneyView
from whatsapp_studio.qt.jobs import Job

# Up to so many steps are laid out within a blink.
AT_ONCE = 100


class Tidying(QObject):
    """Lays out the steps that are selected, or all where fewer than two are; one step of undo."""

    def __init__(self, document: JourneyDocument, view: JourneyView) -> None:
        super().__init__(view)
        self._document, self._view = document, view
        self._job: Job[Mapping[str, Point]] | None = None

    def tidy(self) -> None:
        """Begin; what is under way already goes on."""
        if self._job is None:
            journey = self._document.journey
            chosen = self._document.selection & journey.steps.keys()
            self._work(journey, frozenset(chosen if len(chosen) > 1 else ()))

    def _work(self, journey: Journey, chosen: frozenset[str]) -> None:
        some = set(chosen) or None
        if len(some or journey.steps) <= AT_ONCE:
            self._apply(tidy(journey, some), chosen)
            return
        self._job = Job(self, lambda _progress: tidy(journey, some))
        self._job.on_done(lambda places: self._came(journey, places, chosen)).on_failed(self._failed).run()

    def _came(self, before: Journey, places: Mapping[str, Point], chosen: frozenset[str]) -> None:
        self._job = None
        now = self._document.journey
        if now.steps == before.steps and now.links == before.links and (not chosen or now.places == before.places):
            self._apply(places, chosen)
        elif chosen <= now.steps.keys():
            self._work(now, chosen)

    def _failed(self, _error: object) -> None:
        self._job = None

    def _apply(self, places: Mapping[str, Point], chosen: frozenset[str]) -> None:
        if self._document.do(MoveItems(places=places, called="edit-tidy")):
            show_whole(self._view, chosen or self._document.journey.steps.keys())
