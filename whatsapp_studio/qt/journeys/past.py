"""Decides how one goes from the draft to its older versions and back, and keeps one under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QStackedLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.journeys.saving import Saver
from whatsapp_studio.qt.widgets.dialogs import show_error
from whatsapp_studio.qt.widgets.toast import Toast

if TYPE_CHECKING:
    from whatsapp_studio.qt.journeys.versions import VersionsView
    from whatsapp_studio.services.designing import Journeys


class Past(QObject):
    """The versions of a journey, shown in ``stack`` above its editor. ``moved`` says that one went there or back."""

    moved = Signal()

    def __init__(self, stack: QStackedLayout, journeys: Journeys, document: JourneyDocument, saver: Saver) -> None:
        super().__init__(stack)
        self._stack, self._journeys, self._document, self._saver = stack, journeys, document, saver
        self.versions: VersionsView | None = None

    @property
    def shown(self) -> VersionsView | None:
        """The versions, while they are what is looked at."""
        return self.versions if self._stack.currentIndex() > 0 else None

    def look(self, *, compare_published: bool = False) -> None:
        """Look at the versions, or at what differs from what is published."""
        if not self._saver.flush():
            return
        if self.versions is None:
            from whatsapp_studio.qt.journeys.versions import VersionsView

            self.versions = VersionsView(self._journeys, self._document)
            self.versions.closed.connect(self._back)
            self._stack.addWidget(self.versions)
        self._stack.setCurrentWidget(self.versions)
        self.versions.begin(compare_published=compare_published)
        self.moved.emit()

    def keep(self) -> None:
        """Keep the journey as it is now, under a name that is asked for."""
        beside = self._beside()
        label, agreed = QInputDialog.getText(beside, tr("Keep this version"), tr("What to call it"))
        if not agreed or not label.strip() or not self._saver.flush():
            return
        try:
            self._journeys.keep(self._document.journey.id, label)
        except StudioError as error:
            show_error(beside, wording.explain(error.code, error.facts))
        else:
            Toast.show_in(beside, tr("Kept as “{name}”", name=label.strip()), tr("Versions"), self.look)

    def _back(self) -> None:
        self._stack.setCurrentIndex(0)
        self.moved.emit()

    def _beside(self) -> QWidget:
        beside = self._stack.parentWidget()
        assert beside is not None
        return beside
