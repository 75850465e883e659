"""Decides how the settings are grouped, and that every change counts at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.settings.about import AboutCard
from whatsapp_studio.qt.settings.background_card import BackgroundCard
from whatsapp_studio.qt.settings.brand_card import BrandCard
from whatsapp_studio.qt.settings.choices import LookCard, SendingCard
from whatsapp_studio.qt.settings.connection_card import ConnectionCard
from whatsapp_studio.qt.settings.events_card import EventsCard
from whatsapp_studio.qt.settings.receiver_card import ReceiverCard
from whatsapp_studio.qt.settings.workspace_card import WorkspaceCard
from whatsapp_studio.qt.widgets.page import Page

_WIDTH = 760


class SettingsPage(Page):
    """Cards below each other; another page may ask for one of them by name."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, tr("Settings"), parent)
        self.connection = ConnectionCard(studio)
        self.connection.navigate.connect(self.navigate)
        self.sending, self.look = SendingCard(studio), LookCard(studio)
        self.receiver, self.workspace, self.about = ReceiverCard(studio), WorkspaceCard(studio), AboutCard(studio.paths)
        self.events, self.background = EventsCard(studio), BackgroundCard(studio)
        self.brand = BrandCard(studio)
        cards = QWidget()
        cards.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in (
            self.connection, self.sending, self.brand, self.receiver, self.events, self.look, self.background,
            self.workspace, self.about,
        ):  # fmt: skip
            column.addWidget(card)
        column.addStretch(1)
        inner = QWidget()
        across = QHBoxLayout(inner)
        across.setContentsMargins(24, 16, 24, 24)
        across.addWidget(cards, 1)
        across.addStretch(0)
        # How far down it is to be shown first, and whether the language has the focus.
        self._at = (0, False)
        self._scroll = QScrollArea()
        # Tab goes to what is in it, and brings that into sight.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inner)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.addWidget(self._scroll)

    def on_shown(self) -> None:
        self.connection.refresh()
        self.receiver.refresh()
        self.events.refresh()
        self.events.load()

    def on_changes(self, changes: Changes) -> None:
        if changes.connection:
            self.connection.refresh()
        if changes.settings:
            self.sending.quiet.refresh()
            self.background.refresh()
        if changes.connection or changes.sending or changes.settings:
            self.receiver.refresh()
            self.events.refresh()

    def keep(self) -> object:
        return self._scroll.verticalScrollBar().value(), self.look.language.hasFocus()

    def take(self, kept: object) -> None:
        if isinstance(kept, tuple):
            self._at = kept

    def leave(self) -> bool:
        self.sending.keep_now()
        self.brand.keep_now()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (value, in_language), self._at = self._at, (0, False)
        if value or in_language:
            QTimer.singleShot(0, self, lambda: self._go_back_to(value, in_language))

    def _go_back_to(self, value: int, in_language: bool) -> None:
        """Where the page before this one stood, once it is known how long this one is."""
        self._scroll.verticalScrollBar().setValue(value)
        if in_language:
            self.look.language.setFocus()

    def open(self, what: object) -> None:
        """Bring a card into view; ``backup`` also asks where to."""
        cards = {
            "connection": self.connection, "receiver": self.receiver, "backup": self.workspace, "about": self.about,
            "events": self.events, "brand": self.brand,
        }  # fmt: skip
        card = cards.get(str(what))
        if card is not None:
            self._scroll.ensureWidgetVisible(card)
        if what == "backup":
            self.workspace.ask_backup()
