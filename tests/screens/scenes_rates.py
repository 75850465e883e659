"""Decides how prices are shown: the list, an import before it counts, what a campaign costs and what it cost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QScrollArea, QVBoxLayout, QWidget

from tests.screens import screen
from tests.screens.stage import Stage
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.cost import Pricer, Rate
from whatsapp_studio.campaigns.forecast import Forecast, Past, forecast
from whatsapp_studio.campaigns.programme import Budget
from whatsapp_studio.qt.campaigns.cost_card import CostCard
from whatsapp_studio.qt.reports.bill_card import BillCard
from whatsapp_studio.qt.settings.page import SettingsPage
from whatsapp_studio.qt.settings.rates.import_dialog import ImportRates
from whatsapp_studio.qt.settings.rates.price_dialog import PriceDialog
from whatsapp_studio.qt.settings.rates.section import RatesSection
from whatsapp_studio.reports.bill import Arrived, Bill, Charged, bill
from whatsapp_studio.services.rates import Spend

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


# -- what a campaign costs -----------------------------------------------------------------------------

_DAY = date(2026, 12, 1)
_PEOPLE = {
    "Netherlands": 4812, "Germany": 1203, "France": 640, "Spain": 211, "Italy": 180, "Brazil": 77, "Poland": 31
}  # fmt: skip


def _known(category: str = "marketing") -> list[Rate]:
    prices = ("0.1323", "0.1131", "0.0712", "0.0509", "0.0572", "0.0541", "0.0732")
    rates = [
        Rate(
            id=n, market=market, category=category, currency="EUR", price=Decimal(price), begins=date(2026, 10, 1),
            source="rate card.csv",
        )
        for n, (market, price) in enumerate(zip(_PEOPLE, prices, strict=True), 1)
    ]  # fmt: skip
    if category == "utility":
        rates.append(
            Rate(
                id=90, market="Netherlands", category=category, currency="EUR", price=Decimal("0.1190"), above=100_000,
                begins=date(2026, 10, 1), source="tiers.csv",
            )
        )  # fmt: skip
    return rates


def _foreseen(people: dict[str, int], past: list[Past], category: str = "marketing") -> Forecast:
    return forecast([(Pricer(_known(category), category, "EUR", _DAY), people)], past)


def _card(stage: Stage, cost: Forecast | None, budget: str = "") -> QWidget:
    card = CostCard()
    card.show_forecast(cost, Budget(Decimal(budget), "EUR") if budget else None)
    return stage.show(_framed(card))


def _framed(card: QWidget, width: int = 780, height: int = 560) -> QWidget:
    """A card as it stands on a page: what is long scrolls."""
    inside = QWidget()
    box = QVBoxLayout(inside)
    box.setContentsMargins(24, 24, 24, 24)
    box.addWidget(card)
    box.addStretch(1)
    page = QScrollArea()
    page.setWidgetResizable(True)
    page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    page.setWidget(inside)
    page.setMinimumSize(width, height)
    return page


@screen("cost.card", small=True)
def cost_card(stage: Stage) -> QWidget:
    """What a campaign will cost, and a budget that may not last."""
    past = [Past(4000, 3720), Past(3800, 3510), Past(5100, 4770), Past(900, 822)]
    return _card(stage, _foreseen(_PEOPLE, past), "700")


@screen("cost.unknown")
def cost_unknown(stage: Stage) -> QWidget:
    """Some prices are not known, nor is anything of earlier campaigns."""
    people = {**_PEOPLE, "Kenya": 0, "Rest of Africa": 212, "India": 48, "Other": 9, "Mexico": 4, "Chile": 2, "Peru": 1}
    return _card(stage, _foreseen(people, [], "utility"))


@screen("cost.empty")
def cost_empty(stage: Stage) -> QWidget:
    """No price at all is known."""
    return _card(stage, _foreseen({"Israel": 100}, []), "50")


def _bill(stage: Stage, notes: bool = True) -> Bill:
    known = {one.market: one for one in _known()}
    arrived = [
        Arrived(market=market, category="marketing", rate=known[market], billed="regular", billed_as="marketing",
                messages=round(n * 0.93))
        for market, n in _PEOPLE.items()
    ]  # fmt: skip
    arrived += [
        Arrived(market="Netherlands", category="marketing", rate=known["Netherlands"], billed="free_entry_point",
                billed_as="marketing", messages=37),
        Arrived(market="India", category="marketing", rate=None, billed="regular", billed_as="marketing", messages=12),
    ]  # fmt: skip
    charged = [
        Charged(
            market=one.market, category="marketing", messages=one.messages + 310 * (one.market == "Germany"), free=0,
            cost=one.rate.price * one.messages if one.rate else Decimal("0.8"),
        )
        for one in arrived if one.billed == "regular"
    ]  # fmt: skip
    return bill(
        arrived, charged if notes else None, currency="EUR", days=(_DAY, _DAY), on_the_way=9,
        forecast=_foreseen(_PEOPLE, [Past(4000, 3720)] * 5), read_at=stage.desk.studio.clock.now() if notes else None,
    )  # fmt: skip


def _shown(stage: Stage, found: Bill | None, spend: Spend | None = None) -> QWidget:
    card = BillCard(stage.desk.studio)
    page = stage.show(_framed(card, 600, 700))
    card._show(("", found, spend))
    stage.settle()
    return page


@screen("bill.card", small=True)
def bill_card(stage: Stage) -> QWidget:
    """Our count, what Meta charged, what was expected, and why they differ."""
    spend = Spend(currency="EUR", budget=Decimal(900), spent=Decimal("839.20"), waiting=Decimal(0), by_state={})
    return _shown(stage, _bill(stage), spend)


@screen("bill.early")
def bill_early(stage: Stage) -> QWidget:
    """Meta has told nothing of these days yet."""
    return _shown(stage, _bill(stage, notes=False))


@screen("bill.empty")
def bill_empty(stage: Stage) -> QWidget:
    """Nothing has arrived yet."""
    return _shown(stage, bill([], None, currency="EUR", days=(_DAY, _DAY), on_the_way=812))


@screen("bill.error")
def bill_error(stage: Stage) -> QWidget:
    """A campaign that is gone while it is looked at."""
    page = _shown(stage, _bill(stage))
    (card,) = page.findChildren(BillCard)
    card.error.say(UserError("rates-empty"))
    return page
