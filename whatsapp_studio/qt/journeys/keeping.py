"""Decides how the draft is kept as a version under a name of one's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.dialogs import show_error
from whatsapp_studio.qt.widgets.toast import Toast

if TYPE_CHECKING:
    from whatsapp_studio.services.designing import Journeys, Version

_MOST = 80


class KeepDialog(QDialog):
    """Asks for the name and keeps the draft, which ``saved`` has on the disk first."""

    def __init__(self, beside: QWidget, journeys: Journeys, journey: str, saved: Callable[[], bool]) -> None:
        super().__init__(beside)
        self._beside, self._journeys, self._journey, self._saved = beside, journeys, journey, saved
        self.setWindowTitle(tr("Keep this version"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = QLabel(tr("It stays as it is now for as long as you have the journey. You find it under Versions."))
        text.setWordWrap(True)
        self.name = QLineEdit()
        self.name.setMaxLength(_MOST)
        self.name.setPlaceholderText(tr("Before the spring sale"))
        label = QLabel(tr("&Name"))
        label.setBuddy(self.name)
        self.keep_button = primary_button(tr("Keep"), self.keep)
        self.keep_button.setDefault(True)
        self.keep_button.setEnabled(False)
        self.name.textChanged.connect(lambda said: self.keep_button.setEnabled(bool(said.strip())))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(secondary_button(tr("Cancel"), self.reject))
        foot.addWidget(self.keep_button)
        box = QVBoxLayout(self)
        box.setSpacing(8)
        for part in (text, label, self.name):
            box.addWidget(part)
        box.addSpacing(8)
        box.addLayout(foot)
        self.setMinimumWidth(380)
        self.name.setFocus()

    def keep(self) -> None:
        """Keep the draft under the name that was typed."""
        name = self.name.text().strip()
        if not name or not self._saved():
            return
        beside, journeys, id = self._beside, self._journeys, self._journey

        def kept(_version: Version) -> None:
            Toast.show_in(beside, tr("Kept as “{name}”. It will never change.", name=name))

        def failed(error: StudioError) -> None:
            show_error(beside, wording.explain(error.code, error.facts))

        Job(beside, lambda _progress: journeys.keep(id, name)).on_done(kept).on_failed(failed).run()
        self.accept()
