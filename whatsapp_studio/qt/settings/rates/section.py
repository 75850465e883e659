"""Decides what stands together in the settings about prices: the list, and where it came from."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.qt.settings.rates.prices_card import PricesCard
from whatsapp_studio.qt.settings.rates.sets_card import SetsCard
from whatsapp_studio.qt.settings.sections import CardColumn


class RatesSection(CardColumn):
    """Prices and the sets they came in."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        self.rates, self.sets = PricesCard(studio), SetsCard(studio)
        super().__init__((self.rates, self.sets), parent)

    def refresh(self) -> None:
        """Read everything again."""
        self.rates.refresh()
        self.sets.refresh()
