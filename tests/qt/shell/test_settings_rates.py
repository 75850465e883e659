"""Prices in the settings: searched, imported after a look, entered, taken back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QDate

from tests.fixtures.desk import Desk
from whatsapp_studio.qt.settings.page import SettingsPage
from whatsapp_studio.qt.settings.rates.import_dialog import ImportRates
from whatsapp_studio.qt.settings.rates.price_dialog import PriceDialog
from whatsapp_studio.qt.settings.rates.section import RatesSection
from whatsapp_studio.storage.bills import CURRENCY
from whatsapp_studio.storage.connection import ConnectionStore

CARD = "Market,Currency,Marketing,Utility\nNetherlands,EUR,0.1323,0.0414\nGermany,EUR,0.1131,0.0456\nMars,EUR,1,1\n"


@pytest.fixture
def rates(desk: Desk) -> RatesSection:
    desk.studio.rates.choose_currency("EUR")
    page = desk.show(SettingsPage)
    page.open("rates")
    found = page.stack.currentWidget()
    assert isinstance(found, RatesSection)
    return found


def card(folder: Path, text: str = CARD) -> Path:
    path = folder / "rate card.csv"
    path.write_text(text, encoding="utf-8")
    return path


def shown(rates: RatesSection) -> list[tuple[str, str, str]]:
    model = rates.rates.model
    return [
        (model.index(row, 0).data(), model.index(row, 1).data(), model.index(row, 2).data())
        for row in range(model.rowCount())
    ]


def imported(desk: Desk, rates: RatesSection, path: Path) -> ImportRates:
    dialog = rates.rates.import_from(path)
    dialog.begins.setDate(QDate(2026, 10, 1))
    desk.qtbot.waitUntil(lambda: dialog.save.isEnabled() or bool(dialog.error.text))
    return dialog


def test_a_list_counts_after_it_was_looked_at(desk: Desk, rates: RatesSection, tmp_path: Path) -> None:
    desk.qtbot.waitUntil(lambda: rates.rates._stack.currentWidget() is rates.rates.none)
    dialog = imported(desk, rates, card(tmp_path))
    said = dialog.lines.toPlainText()
    assert "Line 4: “Mars” is none of Meta's markets." in said and "Germany, utility: €0.0456" in said
    assert desk.studio.rates.as_of(date(2026, 11, 1), "EUR") == []
    dialog.save.click()
    desk.qtbot.waitUntil(lambda: rates.rates.model.rowCount() == 4)
    assert shown(rates)[0] == ("Germany", "Marketing", "€0.1131")
    assert rates.rates.result.label.text() == "4 prices of rate card.csv count now."
    rates.rates.search.setText("nether")
    rates.rates.search.searched.emit("nether")
    assert [one[0] for one in shown(rates)] == ["Netherlands", "Netherlands"]
    rates.rates.category.setCurrentIndex(rates.rates.category.findData("utility"))
    assert shown(rates) == [("Netherlands", "Utility", "€0.0414")]
    rates.rates.search.setText("x")
    rates.rates.search.searched.emit("x")
    assert rates.rates._stack.currentWidget() is rates.rates.found_none


def test_a_file_that_is_no_list_says_so(desk: Desk, rates: RatesSection, tmp_path: Path) -> None:
    dialog = imported(desk, rates, card(tmp_path, "name,phone\nMaria,1\n"))
    assert dialog.error.text.startswith("This is not a price list.") and not dialog.save.isEnabled()
    assert dialog.lines.isHidden()
    dialog.reject()


def enter(desk: Desk, rates: RatesSection, price: str) -> PriceDialog:
    dialog = PriceDialog(desk.studio, rates)
    desk.qtbot.addWidget(dialog)
    dialog.open()
    dialog.market.setCurrentIndex(dialog.market.findData("France"))
    dialog.price.setText(price)
    dialog.begins.setDate(QDate(2026, 1, 1))
    dialog.accept()
    desk.qtbot.waitUntil(lambda: not dialog.isVisible() or bool(dialog.error.text))
    return dialog


def test_a_price_is_entered_and_one_of_that_day_stays(desk: Desk, rates: RatesSection) -> None:
    assert "can be read in two ways" in enter(desk, rates, "1,234").error.text
    assert not enter(desk, rates, "0,0712").error.text
    desk.qtbot.waitUntil(lambda: shown(rates) == [("France", "Marketing", "€0.0712")])
    dialog = enter(desk, rates, "0.08")
    assert "another price (0.0712 EUR) begins on 2026-01-01 already" in dialog.error.text
    assert shown(rates) == [("France", "Marketing", "€0.0712")]


def test_a_set_is_removed_when_that_is_agreed(
    desk: Desk, rates: RatesSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.studio.rates.set("France", "marketing", Decimal("0.07"), date(2026, 1, 1), "EUR")
    desk.qtbot.waitUntil(lambda: "Entered by hand" in [one.title.text() for one in rates.sets.rows.rows])
    (one,) = (one for one in desk.studio.rates.sets() if one.source == "hand")
    monkeypatch.setattr("whatsapp_studio.qt.settings.rates.sets_card.ask", lambda *_args, **_more: False)
    rates.sets._remove(one)
    assert len(desk.studio.rates.as_of(date(2026, 11, 1), "EUR")) == 1
    monkeypatch.setattr("whatsapp_studio.qt.settings.rates.sets_card.ask", lambda *_args, **_more: True)
    rates.sets._remove(one)
    desk.qtbot.waitUntil(lambda: "Entered by hand" not in [one.title.text() for one in rates.sets.rows.rows])
    desk.qtbot.waitUntil(lambda: shown(rates) == [])


def test_the_currency_is_chosen_unless_meta_told_it(desk: Desk, rates: RatesSection) -> None:
    desk.qtbot.waitUntil(lambda: rates.rates.currency.currentData() == "EUR")
    assert rates.rates.currency.isEnabled()
    rates.rates.currency.setCurrentIndex(rates.rates.currency.findData("USD"))
    rates.rates.currency.activated.emit(0)
    desk.qtbot.waitUntil(lambda: rates.rates.model.rowCount() > 0)
    assert desk.studio.settings.currency == "USD"
    ConnectionStore(desk.store).set_fact(CURRENCY, "INR")
    rates.refresh()
    desk.qtbot.waitUntil(lambda: not rates.rates.currency.isEnabled())
    assert rates.rates.currency.currentData() == "INR" and rates.rates.told.text() == "Meta says so."
