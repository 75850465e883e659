"""Decides how it is chosen which quiet hours a campaign goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.campaigns.draft import Draft

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio


class QuietChoice(QComboBox):
    """The default, a preset, or none; ``chosen`` carries what ``Draft.quiet_id`` is to be."""

    chosen = Signal(object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.setMinimumWidth(210)
        self.setAccessibleName(tr("Quiet hours"))
        self.activated.connect(lambda place: self.chosen.emit(self.itemData(place)))

    def show_draft(self, draft: Draft) -> None:
        """Offer the presets there are now; codes to sign in with go by none."""
        codes = draft.purpose == "authentication"
        with QSignalBlocker(self):
            self.clear()
            if not codes:
                default = self._studio.rules.default_quiet()
                self.addItem(
                    tr("Default: {name}", name=default.name) if default is not None else tr("Default: none"), None
                )
                for one in self._studio.rules.quiet_presets():
                    if not one.is_default:
                        self.addItem(one.name, one.id)
            self.addItem(tr("None: write at any hour"), 0)
            self.setCurrentIndex(0 if codes else max(0, self.findData(draft.quiet_id)))
        self.setEnabled(not codes)
