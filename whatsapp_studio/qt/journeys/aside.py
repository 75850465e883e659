"""Decides what stands right of the canvas: the inspector, or the way of one contact while it is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.canvas.scene import JourneyScene
from whatsapp_studio.qt.canvas.view import JourneyView
from whatsapp_studio.qt.inspector.inspector import NARROW, WIDE, Inspector
from whatsapp_studio.qt.inspector.outlook import StudioContext

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio
    from whatsapp_studio.qt.journeys.follow import FollowPanel

# This much is seen around the step where a contact stands.
_AROUND = (48, 120)


class Aside(QStackedWidget):
    """``left`` says that nobody is followed any more."""

    left = Signal()

    def __init__(
        self, studio: Studio, document: JourneyDocument, scene: JourneyScene, view: JourneyView, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._studio, self._document = studio, document
        self._scene, self._view = scene, view
        self.panel: FollowPanel | None = None
        self.setMinimumWidth(NARROW)
        self.setMaximumWidth(WIDE)
        self.inspector = Inspector(document, StudioContext(studio), self)
        self.addWidget(self.inspector)

    def inspect(self) -> None:
        """Show the inspector; whoever was followed is left."""
        if self.currentWidget() is not self.inspector:
            self.setCurrentWidget(self.inspector)
            self.left.emit()

    def follow(self) -> None:
        """Follow a contact through the journey."""
        if self.panel is None:
            self.panel = self._make()
        self.setCurrentWidget(self.panel)
        self.panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> FollowPanel:
        from whatsapp_studio.qt.journeys.follow import FollowPanel
        from whatsapp_studio.qt.journeys.follow_who import StudioFollow

        panel = FollowPanel(self._document, StudioFollow(self._studio))
        panel.setMinimumWidth(NARROW)
        panel.path.connect(self._scene.show_path)
        panel.stands.connect(self._look_at)
        panel.closed.connect(self.inspect)
        self.addWidget(panel)
        return panel

    def _look_at(self, id: str) -> None:
        """Have the step where the contact stands in sight, moving no more than needed."""
        step = self._scene.steps.get(id)
        if step is not None:
            self._view.ensureVisible(step.card, *_AROUND)
