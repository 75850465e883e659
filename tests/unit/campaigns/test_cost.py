"""A message costs what the rate of its market says on its day; what nobody knows is not 0."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal

import pytest

from whatsapp_studio.campaigns.cost import Price, Pricer, Rate, amount, millionths

DAY = date(2026, 11, 1)
NL, DE, FR, US = "+31612345678", "+4915112345678", "+33612345678", "+12125551234"


def rate(
    id: int, price: str, market: str = "Netherlands", *, category: str = "marketing", above: int = 0,
    begins: date = date(2026, 1, 1), currency: str = "EUR",
) -> Rate:  # fmt: skip
    return Rate(
        id=id, market=market, category=category, currency=currency, price=Decimal(price), above=above, begins=begins,
        source="test",
    )


def test_the_rate_of_the_market_category_and_currency_counts() -> None:
    rates = [
        rate(1, "0.1323"), rate(2, "0.0414", category="utility"), rate(3, "0.15", currency="USD"),
        rate(4, "0.1131", "Germany"),
    ]  # fmt: skip
    pricer = Pricer(rates, "marketing", "EUR", DAY)
    assert pricer.price(NL) == Price("Netherlands", 132_300, 1)
    assert pricer.price(DE) == Price("Germany", 113_100, 4)
    assert Pricer(rates, "utility", "EUR", DAY).price(NL).price == 41_400
    assert Pricer(rates, "marketing", "USD", DAY).price(NL).rate_id == 3


def test_what_is_not_known_is_none_never_nothing() -> None:
    pricer = Pricer([rate(1, "0.1323")], "marketing", "EUR", DAY)
    assert pricer.price(FR) == Price("France", None, None)
    free = Pricer([rate(1, "0")], "marketing", "EUR", DAY)
    assert free.price(NL) == Price("Netherlands", 0, 1)


def test_a_rate_counts_from_its_day_until_a_later_one_begins() -> None:
    rates = [rate(2, "0.20", begins=date(2026, 10, 1)), rate(1, "0.10"), rate(3, "0.30", begins=date(2027, 1, 1))]
    for day, id in ((date(2025, 12, 31), None), (date(2026, 1, 1), 1), (date(2026, 9, 30), 1), (date(2026, 10, 1), 2),
                    (date(2027, 1, 1), 3)):  # fmt: skip
        assert Pricer(rates, "marketing", "EUR", day).price(NL).rate_id == id


def test_a_market_that_stands_alone_has_its_own_rate_from_that_day() -> None:
    rates = [rate(1, "0.05", "Rest of Asia Pacific"), rate(2, "0.07", "Bangladesh", begins=date(2026, 10, 1))]
    pricer = Pricer(rates, "marketing", "EUR", date(2026, 9, 30))
    assert pricer.price("+8801712345678").rate_id == 1
    assert pricer.on(date(2026, 10, 1)).price("+8801712345678").rate_id == 2
    assert pricer.on(date(2026, 10, 1)) is pricer.on(date(2026, 10, 1))


TIERS = [
    rate(1, "0.04", category="utility"), rate(2, "0.03", category="utility", above=2),
    rate(3, "0.02", category="utility", above=4),
]  # fmt: skip


def test_messages_above_a_threshold_of_the_month_cost_less() -> None:
    pricer = Pricer(TIERS, "utility", "EUR", DAY)
    assert [pricer.price(NL).rate_id for _ in range(6)] == [1, 1, 2, 2, 3, 3]
    used = Pricer(TIERS, "utility", "EUR", DAY, lambda: {"Netherlands": 3})
    assert [used.price(NL).rate_id for _ in range(3)] == [2, 3, 3]
    assert used.used("Netherlands") == 3


def test_a_threshold_counts_anew_each_month_and_goes_on_within_one() -> None:
    pricer = Pricer(TIERS, "utility", "EUR", DAY, lambda: {"Netherlands": 3})
    assert pricer.price(NL).rate_id == 2
    assert pricer.on(date(2026, 11, 20)).price(NL).rate_id == 3
    assert pricer.on(date(2026, 12, 1)).price(NL).rate_id == 1


def test_marketing_has_no_tiers() -> None:
    rates = [rate(1, "0.10"), rate(2, "0.05", above=1)]
    pricer = Pricer(rates, "marketing", "EUR", DAY)
    assert [pricer.price(NL).rate_id for _ in range(3)] == [1, 1, 1]


def test_tiers_of_an_older_list_end_with_it() -> None:
    rates = [*TIERS, rate(4, "0.05", category="utility", begins=date(2026, 10, 1))]
    pricer = Pricer(rates, "utility", "EUR", DAY)
    assert [pricer.price(NL).rate_id for _ in range(5)] == [4] * 5


def test_what_was_billed_is_asked_only_where_it_matters_and_once() -> None:
    asked = []
    pricer = Pricer([*TIERS, rate(9, "0.1", "Germany", category="utility")], "utility", "EUR", DAY,
                    lambda: asked.append(1) or {})  # type: ignore[func-returns-value]  # fmt: skip
    pricer.price(DE)
    assert not asked
    pricer.price(NL)
    pricer.price(NL)
    assert asked == [1]


@pytest.mark.parametrize("text", ["0.1323", "0", "586.33", "0.000001", "12"])
def test_millionths_are_exact(text: str) -> None:
    assert amount(millionths(Decimal(text))) == Decimal(text)


def test_a_price_costs_less_than_a_microsecond() -> None:
    pricer = Pricer([rate(1, "0.1323")], "marketing", "EUR", DAY)
    phones = [f"+316{n:08d}" for n in range(200_000)]
    best = min(_seconds(pricer, phones) for _ in range(3))
    assert best / len(phones) < 1e-6


def _seconds(pricer: Pricer, phones: list[str]) -> float:
    began = time.perf_counter()
    for phone in phones:
        pricer.price(phone)
    return time.perf_counter() - began
