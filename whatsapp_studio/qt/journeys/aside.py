"""Decides what stands right of the canvas: the inspector, a contact that is followed, or a test with real messages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from whatsapp_studio.base.events import Changes
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.canvas.scene import JourneyScene
from whatsapp_studio.qt.canvas.view import JourneyView
from whatsapp_studio.qt.inspector.inspector import NARROW, WIDE, Inspector
from whatsapp_studio.qt.inspector.outlook import StudioContext
from whatsapp_studio.qt.inspector.step_tab import scrolled

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio
    from whatsapp_studio.qt.journeys.follow import FollowPanel
    from whatsapp_studio.qt.journeys.testing_panel import TestingPanel

# This much is seen around the step where a contact stands.
_AROUND = (48, 120)


class Aside(QStackedWidget):
    """``turned`` carries what is shown: ``test`` and ``try`` are a rehearsal and a test, empty is the inspector.

    ``saved`` has the draft on the disk; ``contacts_wanted`` says that contacts are to be marked for tests.
    """

    turned = Signal(str)
    contacts_wanted = Signal()

    def __init__(
        self, studio: Studio, document: JourneyDocument, scene: JourneyScene, view: JourneyView,
        saved: Callable[[], bool], parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._studio, self._document, self._saved = studio, document, saved
        self._scene, self._view = scene, view
        self.panel: FollowPanel | None = None
        self.testing: TestingPanel | None = None
        self._scrolls: dict[QWidget, QScrollArea] = {}
        self.setMinimumWidth(NARROW)
        self.setMaximumWidth(WIDE)
        self.inspector = Inspector(document, StudioContext(studio), self)
        self.addWidget(self.inspector)

    def inspect(self) -> None:
        """Show the inspector; whoever was followed is left."""
        self._show(self.inspector, "")

    def turn(self, what: str, on: bool) -> None:
        """Show the rehearsal (``test``) or the test (``try``), or the inspector where that was shown."""
        if on and what == "test":
            self.follow()
        elif on:
            self.try_out()
        elif self._shows(self.panel if what == "test" else self.testing):
            self.inspect()

    def follow(self) -> None:
        """Follow a contact through the journey."""
        if self.panel is None:
            self.panel = self._make()
        self._show(self.panel, "test")

    def try_out(self) -> None:
        """Let test contacts go through the journey."""
        if self.testing is None:
            self.testing = self._make_testing()
        self._show(self.testing, "try")

    def on_changes(self, changes: Changes) -> None:
        """Something in the workspace is not as it was."""
        if self.testing is not None:
            self.testing.on_changes(changes)

    def _shows(self, part: QWidget | None) -> bool:
        shown = self.currentWidget()
        return part is not None and shown is not None and (shown is part or shown.isAncestorOf(part))

    def _show(self, part: QWidget, what: str) -> None:
        if not self._shows(part):
            self.setCurrentWidget(self._scrolls.get(part, part))
            self.turned.emit(what)
        if what:
            part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> FollowPanel:
        from whatsapp_studio.qt.journeys.follow import FollowPanel
        from whatsapp_studio.qt.journeys.follow_who import StudioFollow

        panel = FollowPanel(self._document, StudioFollow(self._studio))
        self._take(panel)
        panel.real_wanted.connect(self.try_out)
        return panel

    def _make_testing(self) -> TestingPanel:
        from whatsapp_studio.qt.journeys.testing_panel import TestingPanel

        panel = TestingPanel(self._studio, self._document, self._saved)
        self._take(panel)
        panel.contacts_wanted.connect(self.contacts_wanted)
        return panel

    def _take(self, panel: FollowPanel | TestingPanel) -> None:
        panel.path.connect(self._scene.show_path)
        panel.stands.connect(self._look_at)
        panel.closed.connect(self.inspect)
        # With large letters it is higher than the window.
        self._scrolls[panel] = scrolled(panel)
        self.addWidget(self._scrolls[panel])

    def _look_at(self, id: str) -> None:
        """Have the step where the contact stands in sight, moving no more than needed."""
        step = self._scene.steps.get(id)
        if step is not None:
            self._view.ensureVisible(step.card, *_AROUND)
