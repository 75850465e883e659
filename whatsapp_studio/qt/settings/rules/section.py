"""Decides which rules of writing stand together in the settings: when, how often, and where."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.qt.settings.rules.caps_card import CapsCard
from whatsapp_studio.qt.settings.rules.countries_card import CountriesCard
from whatsapp_studio.qt.settings.rules.quiet_card import QuietCard
from whatsapp_studio.qt.settings.sections import CardColumn


class RulesSection(CardColumn):
    """Quiet hours, caps and countries."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        self.quiet, self.caps, self.countries = QuietCard(studio), CapsCard(studio), CountriesCard(studio)
        super().__init__((self.quiet, self.caps, self.countries), parent)

    def refresh(self) -> None:
        """Read every rule again."""
        for card in (self.quiet, self.caps, self.countries):
            card.refresh()
