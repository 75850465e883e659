"""Decides how looks and the rate of sending are chosen."""

from __future__ import annotations

import os

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.i18n import ENVIRONMENT, LANGUAGES, tr
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.fields import FormRow, spin_box
from whatsapp_studio.qt.widgets.fitting import with_letters


class LookCard(Card):
    """Light, dark, or as the system has it; and the language, which the window follows at once."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Appearance"), parent)
        self._studio = studio
        self.choice = QComboBox()
        for name, label in (("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark"))):
            self.choice.addItem(label, name)
        self.choice.setCurrentIndex(max(0, self.choice.findData(studio.settings.theme)))
        self.choice.setMaximumWidth(260)
        self.choice.currentIndexChanged.connect(self._chosen)
        self.body.addWidget(FormRow(tr("&Theme"), self.choice))
        self.language = QComboBox()
        self.language.addItem(tr("As the system"), "system")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(studio.settings.language)))
        self.language.setMaximumWidth(260)
        self.language.currentIndexChanged.connect(self._language_chosen)
        told = os.environ.get(ENVIRONMENT, "")
        hint = tr("This time the program was started in one language; the choice counts from the next start.")
        self.body.addWidget(FormRow(tr("Language"), self.language, hint if told else ""))
        self.setEnabled(not studio.read_only)

    def _language_chosen(self) -> None:
        self._studio.settings.language = self.language.currentData()

    def _chosen(self) -> None:
        name = self.choice.currentData()
        self._studio.settings.theme = name
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, name)


class SendingCard(Card):
    """How fast campaigns are sent that name no rate of their own."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Sending"), parent)
        self._studio = studio
        self.rate = spin_box(1, 1000, studio.settings.messages_per_second)
        self.rate.setSuffix(tr(" messages per second"))
        self.rate.setMaximumWidth(with_letters(330))
        self.rate.setEnabled(not studio.read_only)
        hint = tr("Never more than Meta allows the number: 80 for most, 1,000 for some. A steady rate is kinder.")
        self.body.addWidget(FormRow(tr("Rate"), self.rate, hint))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(400)
        self._soon.timeout.connect(self._keep)
        self.rate.valueChanged.connect(lambda: self._soon.start())

    def keep_now(self) -> None:
        """What was typed and waits to be kept is kept."""
        if self._soon.isActive():
            self._soon.stop()
            self._keep()

    def _keep(self) -> None:
        self._studio.settings.messages_per_second = self.rate.value()
