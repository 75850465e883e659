"""Decides how the settings are grouped, and that every change counts at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt.settings.about import AboutCard
from whatsapp_studio.qt.settings.background_card import BackgroundCard
from whatsapp_studio.qt.settings.brand_card import BrandCard
from whatsapp_studio.qt.settings.choices import LookCard, SendingCard
from whatsapp_studio.qt.settings.connection_card import ConnectionCard
from whatsapp_studio.qt.settings.events_card import EventsCard
from whatsapp_studio.qt.settings.receiver_card import ReceiverCard
from whatsapp_studio.qt.settings.safety_card import SafetyCard
from whatsapp_studio.qt.settings.sections import CardColumn, Section, SectionList
from whatsapp_studio.qt.settings.workspace_card import WorkspaceCard
from whatsapp_studio.qt.widgets.page import Page

if TYPE_CHECKING:
    # Each is brought in when it is first looked at.
    from whatsapp_studio.qt.settings.audit.section import AuditSection
    from whatsapp_studio.qt.settings.blocking.section import BlockingSection
    from whatsapp_studio.qt.settings.rates.section import RatesSection
    from whatsapp_studio.qt.settings.rules.section import RulesSection

_PLACE = "whatsapp_studio.qt.settings"
LATER = tuple(f"{_PLACE}.{name}.section" for name in ("audit", "blocking", "rates", "rules"))
SECTIONS = (
    Section("connection", "link", mark("Connection")),
    Section("sending", "send", mark("Sending")),
    Section("rules", "calendar-clock", mark("Rules for writing")),
    Section("blocking", "shield-check", mark("Consent and blocking")),
    Section("rates", "tag", mark("Prices")),
    Section("general", "settings", mark("General")),
    Section("audit", "clipboard-list", mark("Audit log")),
)
# What another page may ask for: the section, and the card in it.
PLACES: Mapping[str, tuple[str, str]] = {
    "connection": ("connection", "connection"), "receiver": ("connection", "receiver"),
    "events": ("connection", "events"), "sending": ("sending", "sending"), "safety": ("sending", "safety"),
    "brand": ("sending", "brand"),
    "look": ("general", "look"), "background": ("general", "background"), "workspace": ("general", "workspace"),
    "quiet": ("rules", "quiet"), "caps": ("rules", "caps"), "countries": ("rules", "countries"),
    "practice": ("blocking", "practice"), "suppression": ("blocking", "suppression"),
    "keywords": ("blocking", "keywords"), "rates": ("rates", "rates"),
    "backup": ("general", "workspace"), "about": ("general", "about"),
}  # fmt: skip
# Sections that are made when they are first looked at, and hold their cards themselves.
LATER_MADE = frozenset({"rules", "blocking", "rates"})


class SettingsPage(Page):
    """Sections at the left, the cards of one beside them; another page may ask for a card by name."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, tr("Settings"), parent)
        self.connection = ConnectionCard(studio)
        self.connection.navigate.connect(self.navigate)
        self.sending, self.look = SendingCard(studio), LookCard(studio)
        self.receiver, self.workspace, self.about = ReceiverCard(studio), WorkspaceCard(studio), AboutCard(studio.paths)
        self.events, self.background = EventsCard(studio), BackgroundCard(studio)
        self.brand, self.safety = BrandCard(studio), SafetyCard(studio)
        self._made: dict[str, QWidget] = {}
        self._rules: RulesSection | None = None
        self._blocking: BlockingSection | None = None
        self._rates: RatesSection | None = None
        self._audit: AuditSection | None = None
        self._stale = False
        self._makers: dict[str, Callable[[], QWidget]] = {
            "connection": lambda: CardColumn((self.connection, self.receiver, self.events)),
            "sending": lambda: CardColumn((self.sending, self.safety, self.brand)),
            "general": lambda: CardColumn((self.look, self.background, self.workspace, self.about)),
            "rules": self._make_rules,
            "blocking": self._make_blocking,
            "rates": self._make_rates,
            "audit": self._make_audit,
        }
        self.stack = QStackedWidget()
        self.sections = SectionList(SECTIONS)
        side = QFrame()
        side.setProperty("role", "surface")
        column = QVBoxLayout(side)
        column.setContentsMargins(8, 12, 8, 12)
        column.addWidget(self.sections)
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(side)
        across.addWidget(self.stack, 1)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.addLayout(across)
        # How far down it is to be shown first, and whether the language has the focus.
        self._at = (0, False)
        self.sections.wanted.connect(self._show)
        for name in ("connection", "sending", "general"):
            self._section(name)
        self.sections.choose("connection")

    def on_shown(self) -> None:
        self.connection.refresh()
        self.receiver.refresh()
        self.events.refresh()
        self.events.load()
        self._freshen()

    def on_changes(self, changes: Changes) -> None:
        if changes.connection:
            self.connection.refresh()
        if changes.settings:
            self.background.refresh()
        if changes.rules and self._rules is not None:
            self._rules.refresh()
        if changes.rates and self._rates is not None:
            self._rates.refresh()
        if changes.rules or changes.contacts:
            self._stale = True
            self._freshen()
        if self._audit is not None and self._audit.isVisible():
            self._audit.look()
        if changes.connection or changes.sending or changes.settings:
            self.receiver.refresh()
            self.events.refresh()

    def _freshen(self) -> None:
        """Who is blocked, where one looks: the list may be long, and an import tells of changes all the time."""
        if self._stale and self._blocking is not None and self._blocking.isVisible():
            self._stale = False
            self._blocking.refresh()

    def keep(self) -> object:
        column = self.stack.currentWidget()
        down = column.verticalScrollBar().value() if isinstance(column, CardColumn) else 0
        return self.sections.current(), down, self.look.language.hasFocus()

    def take(self, kept: object) -> None:
        if isinstance(kept, tuple):
            section, down, in_language = kept
            self.sections.choose(section)
            self._at = (down, in_language)

    def leave(self) -> bool:
        for card in (self.sending, self.safety, self.brand):
            card.keep_now()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (value, in_language), self._at = self._at, (0, False)
        if value or in_language:
            QTimer.singleShot(0, self, lambda: self._go_back_to(value, in_language))

    def _go_back_to(self, value: int, in_language: bool) -> None:
        """Where the page before this one stood, once it is known how long this one is."""
        column = self.stack.currentWidget()
        if isinstance(column, CardColumn):
            column.verticalScrollBar().setValue(value)
        if in_language:
            self.look.language.setFocus()

    def open(self, what: object) -> None:
        """Bring a section or a card into view; ``backup`` also asks where to.

        Of the audit log also what was done to one thing: ``("audit", kind, id)``.
        """
        if isinstance(what, tuple) and what[:1] == ("audit",):
            self.sections.choose("audit")
            self.audit.show_object(*what[1:])
            return
        section, card = PLACES.get(str(what), (str(what), ""))
        self.sections.choose(section)
        column = self.stack.currentWidget()
        if card and isinstance(column, CardColumn):
            column.bring(getattr(column if section in LATER_MADE else self, card))
        if what == "backup":
            self.workspace.ask_backup()

    @property
    def audit(self) -> AuditSection:
        """The audit log, made when it is first looked at."""
        self._section("audit")
        assert self._audit is not None
        return self._audit

    def _make_audit(self) -> QWidget:
        from whatsapp_studio.qt.settings.audit.section import AuditSection

        self._audit = AuditSection(self.studio)
        self._audit.wanted.connect(self.navigate)
        return self._audit

    def _make_rules(self) -> QWidget:
        from whatsapp_studio.qt.settings.rules.section import RulesSection

        self._rules = RulesSection(self.studio)
        return self._rules

    def _make_blocking(self) -> QWidget:
        from whatsapp_studio.qt.settings.blocking.section import BlockingSection

        self._blocking = BlockingSection(self.studio)
        self._blocking.practice.wanted.connect(self.navigate)
        return self._blocking

    def _make_rates(self) -> QWidget:
        from whatsapp_studio.qt.settings.rates.section import RatesSection

        self._rates = RatesSection(self.studio)
        return self._rates

    def _section(self, name: str) -> QWidget:
        if name not in self._made:
            self._made[name] = self._makers[name]()
            self.stack.addWidget(self._made[name])
        return self._made[name]

    def _show(self, name: str) -> None:
        shown = self._section(name)
        self.stack.setCurrentWidget(shown)
        self._freshen()
        if shown is self._audit:
            self.audit.look()
