"""The card of costs says an estimate as one, names what is not known, and what a budget comes to."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from whatsapp_studio.campaigns.cost import Pricer, Rate
from whatsapp_studio.campaigns.forecast import Forecast, Past, forecast
from whatsapp_studio.campaigns.programme import Budget
from whatsapp_studio.qt.campaigns.cost_card import PRICES, CostCard

MARKETS = ("Netherlands", "Germany", "France", "Spain", "Italy", "Brazil", "Poland")
RATES = [
    Rate(id=n, market=market, category="marketing", currency="EUR", price=Decimal("0.10"), begins=date(2026, 10, 1),
         source="card.csv")
    for n, market in enumerate(MARKETS, 1)
]  # fmt: skip


def foreseen(people: dict[str, int], past: list[Past]) -> Forecast:
    return forecast([(Pricer(RATES, "marketing", "EUR", date(2026, 12, 1)), people)], past)


@pytest.fixture
def card(qtbot: QtBot) -> CostCard:
    made = CostCard()
    qtbot.addWidget(made)
    return made


def texts(card: CostCard) -> list[str]:
    return [label.text() for label in card._table.findChildren(QLabel) if not label.isHidden()]


def test_an_estimate_is_said_with_its_range_and_what_it_stands_on(card: CostCard) -> None:
    cost = foreseen({"Netherlands": 1000}, [Past(1000, 930)] * 6)
    card.show_forecast(cost)
    assert card.sum.text() == f"about €{cost.likely:.2f}"
    assert card.range.text() == (
        f"It will most likely lie between €{cost.low:.2f} and €{cost.high:.2f}; never above €100.00."
    )
    assert "This is an estimate" in card.how.text() and "6 earlier campaigns" in card.how.text()
    assert card.sources.text() == "Prices of 1 Oct 2026: card.csv."
    assert texts(card)[4:] == ["Netherlands", "1,000", "€0.1000", f"€{cost.likely:.2f}"]
    assert card.unknown.isHidden() and card.budget.isHidden() and card.more.isHidden()


def test_an_assumption_is_said_as_one(card: CostCard) -> None:
    card.show_forecast(foreseen({"Netherlands": 1000}, []))
    assert "it is assumed that about 90 % arrive" in card.how.text()


def test_what_is_not_known_is_named_with_a_way_to_know_it(card: CostCard, qtbot: QtBot) -> None:
    card.show_forecast(foreseen({"Netherlands": 10, "India": 48, "Other": 9}, []))
    assert card.unknown.label.text() == (
        "The prices of 57 messages are not known, and not counted above.\nIndia: 48 and Other: 9"
    )
    with qtbot.waitSignal(card.change_wanted) as asked:
        card.unknown.button.click()
    assert asked.args == [PRICES]
    card.show_forecast(foreseen({"India": 48}, []))
    assert card.sum.text() == "Not known" and card.range.isHidden()
    card.show_forecast(None)
    assert card.sum.text() == "Not known" and "No price is known" in card.unknown.label.text()


def test_further_markets_are_shown_when_asked_for(card: CostCard) -> None:
    card.show_forecast(foreseen(dict.fromkeys(MARKETS, 10), []))
    assert len(texts(card)) == 4 * 6 and card.more.text() == "Show 2 more markets"
    card.more.click()
    assert len(texts(card)) == 4 * 8 and card.more.isHidden()


@pytest.mark.parametrize(
    ("budget", "said"),
    [("100", "It lasts for everybody."), ("99", "unless more arrive"), ("50", "may be paused before everybody")],
)
def test_a_budget_says_how_far_it_goes(card: CostCard, budget: str, said: str) -> None:
    card.show_forecast(foreseen({"Netherlands": 1000}, [Past(1000, 930)] * 20), Budget(Decimal(budget), "EUR"))
    assert said in card.budget.text()
    card.show_forecast(None, Budget(Decimal(budget), "USD"))
    assert card.budget.text() == f"Budget: ${budget}.00."
