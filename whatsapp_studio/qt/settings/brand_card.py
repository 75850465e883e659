"""Decides how the brand kit is kept: the words a business does not use, and how it signs."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.fields import FormRow
from whatsapp_studio.qt.widgets.fitting import with_letters

_LINES = 4


class BrandCard(Card):
    """What is typed is kept a moment later, and counts from the next check on."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Brand kit"), parent)
        self._studio = studio
        self.banned = QPlainTextEdit(studio.settings.brand_banned)
        self.banned.setTabChangesFocus(True)
        self.banned.setFixedHeight(self.banned.fontMetrics().lineSpacing() * _LINES + 22)
        self.signature = QLineEdit(studio.settings.brand_signature)
        self.signature.setMaximumWidth(with_letters(420))
        hint = tr("One word or phrase a line; a * at the end stands for any ending. A message with one gets a warning.")
        self.body.addWidget(FormRow(tr("&Banned words"), self.banned, hint))
        hint = tr("Marketing without it gets a warning. Leave it empty if you do not sign.")
        self.body.addWidget(FormRow(tr("Si&gnature"), self.signature, hint))
        self._soon = QTimer(self, singleShot=True, interval=400)
        self._soon.timeout.connect(self._keep)
        self.banned.textChanged.connect(self._soon.start)
        self.signature.textChanged.connect(lambda _text: self._soon.start())
        self.setEnabled(not studio.read_only)

    def keep_now(self) -> None:
        """What was typed and waits to be kept is kept."""
        if self._soon.isActive():
            self._soon.stop()
            self._keep()

    def _keep(self) -> None:
        settings = self._studio.settings
        settings.brand_banned = self.banned.toPlainText()
        settings.brand_signature = self.signature.text()
