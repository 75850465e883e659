"""Decides how one goes from the draft to its rehearsal and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout

from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.canvas.looking import looking

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio
    from whatsapp_studio.qt.journeys.simulate import SimulateView


class Rehearsing(QObject):
    """The rehearsal of a journey, shown in ``stack`` above its editor. ``moved`` says that one went there or back."""

    moved = Signal()

    def __init__(self, stack: QStackedLayout, studio: Studio, document: JourneyDocument) -> None:
        super().__init__(stack)
        self._stack, self._studio, self._document = stack, studio, document
        self.view: SimulateView | None = None

    @property
    def shown(self) -> SimulateView | None:
        """The rehearsal, while it is what is looked at."""
        return self.view if self.view is not None and self._stack.currentWidget() is self.view else None

    @property
    def menus(self) -> Mapping[str, Sequence[QAction | None]]:
        """What there is to do in it, by menu; nothing while it is not looked at."""
        shown = self.shown
        if shown is None:
            return {}
        looks = looking(shown, shown.view)
        return {"journey": [one for one in shown.actions() if one not in looks], "view": looks}

    def look(self) -> None:
        """Look at the rehearsal of the draft as it is now; once more, and one is back."""
        if self.shown is not None:
            self._back()
            return
        if self.view is None:
            from whatsapp_studio.qt.journeys.simulate import SimulateView

            self.view = SimulateView(self._studio, self._document)
            self.view.closed.connect(self._back)
            self._stack.addWidget(self.view)
        self._stack.setCurrentWidget(self.view)
        self.view.begin()
        self.moved.emit()

    def _back(self) -> None:
        self._stack.setCurrentIndex(0)
        self.moved.emit()
