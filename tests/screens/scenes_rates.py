"""Decides how prices are shown: the list, an import before it counts, what a campaign costs and what it cost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from tests.screens import screen
from tests.screens.stage import Stage
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.qt.settings.page import SettingsPage
from whatsapp_studio.qt.settings.rates.import_dialog import ImportRates
from whatsapp_studio.qt.settings.rates.price_dialog import PriceDialog
from whatsapp_studio.qt.settings.rates.section import RatesSection

_CARD = """Prices of messages,,,,,,
Market,Currency,Marketing,Utility,Authentication,Authentication-International,Service
Netherlands,EUR,0.1323,0.0414,0.0414,n/a,0.0414
Germany,EUR,0.1131,0.0456,0.0456,n/a,0.0456
North America,$US,0.026,0.0034,0.0034,n/a,0.0034
Atlantis,EUR,0.1,0.1,0.1,n/a,0.1
France,EUR,free,0.0248,0.0248,n/a,0.0248
"""


def _file(stage: Stage, text: str = _CARD) -> Path:
    path = stage.place() / "rate card.csv"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def _rates(stage: Stage) -> tuple[QWidget, RatesSection]:
    window = stage.window("settings", "rates")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    found = page.stack.currentWidget()
    assert isinstance(found, RatesSection)
    return window, found


@screen("rates.section", small=True)
def section(stage: Stage) -> QWidget:
    """The prices of the account's currency."""
    stage.desk.studio.rates.choose_currency("EUR")
    stage.desk.studio.rates.bring_in(_file(stage), date(2026, 10, 1))
    stage.desk.studio.rates.set("Rest of Western Europe", "marketing", Decimal("0.0592"), date(2026, 1, 1))
    return _rates(stage)[0]


@screen("rates.sets")
def sets(stage: Stage) -> QWidget:
    """Where prices came from, further down."""
    stage.desk.studio.rates.bring_in(_file(stage), date(2026, 10, 1))
    window, found = _rates(stage)
    found.bring(found.sets)
    stage.settle()
    return window


@screen("rates.empty")
def empty(stage: Stage) -> QWidget:
    """A currency in which nothing is known."""
    studio = stage.bare()
    studio.rates.choose_currency("CLP")
    return stage.window("settings", "rates", studio=studio)


@screen("rates.nothing-found")
def nothing_found(stage: Stage) -> QWidget:
    """A search that fits nothing."""
    window, found = _rates(stage)
    found.rates.search.setText("Atlantis")
    found.rates.search.searched.emit("Atlantis")
    stage.settle()
    return window


@screen("rates.error")
def error(stage: Stage) -> QWidget:
    """Prices that could not be kept."""
    window, found = _rates(stage)
    found.rates.error.say(UserError("rate-there", market="Netherlands", category="marketing", price="0.1323",
                                    currency="EUR", begins="2026-10-01"))  # fmt: skip
    return window


@screen("rates.import", small=True)
def import_(stage: Stage) -> QWidget:
    """What a file does, before it counts."""
    stage.desk.studio.rates.set("Germany", "marketing", Decimal("0.12"), date(2026, 1, 1), "EUR")
    return stage.show(ImportRates(stage.desk.studio, _file(stage)))


@screen("rates.import-same")
def import_same(stage: Stage) -> QWidget:
    """A file that brings nothing new."""
    text = "market,category,currency,price,above,begins\nGermany,marketing,EUR,0.12,0,2026-01-01\n"
    stage.desk.studio.rates.set("Germany", "marketing", Decimal("0.12"), date(2026, 1, 1), "EUR")
    return stage.show(ImportRates(stage.desk.studio, _file(stage, text)))


@screen("rates.import-error")
def import_error(stage: Stage) -> QWidget:
    """A file that is no price list."""
    return stage.show(ImportRates(stage.desk.studio, _file(stage, "name,phone\nMaria,+31612345678\n")))


@screen("rates.import-broken")
def import_broken(stage: Stage) -> QWidget:
    """A file that cannot be opened."""
    return stage.show(ImportRates(stage.desk.studio, _file(stage).with_name("gone.csv")))


@screen("rates.enter")
def enter(stage: Stage) -> QWidget:
    """A price by hand."""
    return stage.show(PriceDialog(stage.desk.studio))


@screen("rates.enter-wrong")
def enter_wrong(stage: Stage) -> QWidget:
    """A price that can be read in two ways."""
    dialog = stage.show(PriceDialog(stage.desk.studio))
    dialog.price.setText("1,234")
    dialog.accept()
    stage.until(lambda: dialog.error.text)
    return dialog


@screen("rates.remove")
def remove(stage: Stage) -> QWidget:
    """The question before a set is removed."""
    _window, found = _rates(stage)
    stage.until(lambda: found.sets.rows.rows)
    return stage.opened(lambda: found.sets._remove(stage.desk.studio.rates.sets()[0]), QMessageBox)
