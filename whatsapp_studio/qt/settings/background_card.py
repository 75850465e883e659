"""Decides what is set about the program out of sight: what it tells of, and what closing the window does."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.fields import FormRow


class BackgroundCard(Card):
    """Notices of the system, and closing while something is under way."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("In the background"), parent)
        self._studio = studio
        self.notify = QCheckBox(tr("Tell me when a campaign is done, sending stops or a journey needs me"))
        self.notify.toggled.connect(self._notify)
        self.closing = QComboBox()
        for label, value in (
            (tr("Ask me"), "ask"), (tr("Keep going in the background"), "keep"), (tr("Quit, go on next time"), "quit"),
        ):  # fmt: skip
            self.closing.addItem(label, value)
        self.closing.setMaximumWidth(320)
        self.closing.currentIndexChanged.connect(self._closing)
        self.body.addWidget(self.notify)
        self.body.addWidget(FormRow(tr("Closing the &window while something is under way"), self.closing))
        self.setEnabled(not studio.read_only)
        self.refresh()

    def refresh(self) -> None:
        """Show what is set."""
        for field in (self.notify, self.closing):
            field.blockSignals(True)
        self.notify.setChecked(self._studio.settings.notify)
        self.closing.setCurrentIndex(max(0, self.closing.findData(self._studio.settings.on_close)))
        for field in (self.notify, self.closing):
            field.blockSignals(False)

    def _notify(self, on: bool) -> None:
        self._studio.settings.notify = on

    def _closing(self) -> None:
        self._studio.settings.on_close = self.closing.currentData()
