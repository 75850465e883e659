"""Decides how one price is entered by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.cost_words import category_word
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.campaigns.cost import CATEGORIES
from whatsapp_studio.campaigns.rate_card import decimal_of
from whatsapp_studio.qt.settings.rules.dialog import RuleDialog
from whatsapp_studio.qt.widgets.fields import FormRow, muted, wheel_needs_focus

_WIDTH = 420


class PriceDialog(RuleDialog):
    """Market, category, price and the day it begins."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Enter a price"), parent)
        self._studio = studio
        currency = studio.rates.currency()
        self.market, self.category = QComboBox(), QComboBox()
        for name in studio.rates.markets():
            self.market.addItem(name, name)
        for name in CATEGORIES:
            self.category.addItem(category_word(name), name)
        self.price = QLineEdit()
        self.price.setPlaceholderText("0.0625")
        today = studio.clock.now().astimezone().date()
        self.begins = QDateEdit(QDate(today.year, today.month, today.day))
        self.begins.setCalendarPopup(True)
        wheel_needs_focus(self.market, self.category, self.begins)
        self.form.addWidget(FormRow(tr("&Market"), self.market))
        self.form.addWidget(FormRow(tr("&Category"), self.category))
        self.form.addWidget(FormRow(tr("&Price of one message in {currency}", currency=currency), self.price))
        self.form.addWidget(FormRow(tr("&Begins on"), self.begins))
        self.form.addWidget(muted(tr("The price before it counts until then. A price that is kept never changes.")))
        self.ready(_WIDTH)

    def work(self) -> Callable[[], object]:
        rates, text, chosen = self._studio.rates, self.price.text().strip(), self.begins.date()
        market, category = self.market.currentData(), self.category.currentData()
        begins = date(chosen.year(), chosen.month(), chosen.day())

        def keep() -> object:
            try:
                price = decimal_of(text)
            except ValueError as error:
                raise UserError(str(error), text=text) from error
            return rates.set(market, category, price, begins)

        return keep
