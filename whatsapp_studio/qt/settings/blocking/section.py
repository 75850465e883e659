"""Decides what stands together in the settings about who is not written to: practice, the list, keywords."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.qt.settings.blocking.keywords_card import KeywordsCard
from whatsapp_studio.qt.settings.blocking.practice_card import PracticeCard
from whatsapp_studio.qt.settings.blocking.suppression_card import SuppressionCard
from whatsapp_studio.qt.settings.sections import CardColumn


class BlockingSection(CardColumn):
    """Practice, the suppression list and keywords."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        self.practice, self.suppression = PracticeCard(studio), SuppressionCard(studio)
        self.keywords = KeywordsCard(studio)
        super().__init__((self.practice, self.suppression, self.keywords), parent)

    def refresh(self) -> None:
        """Read everything again."""
        for card in (self.practice, self.suppression, self.keywords):
            card.refresh()
