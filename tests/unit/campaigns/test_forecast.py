"""A forecast states a range that the bill keeps to, by what reached people before; the unknown stays unknown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.fixtures.forecasts import run
from tests.unit.campaigns.test_cost import DAY, TIERS, rate
from whatsapp_studio.campaigns import forecast as forecasting
from whatsapp_studio.campaigns.cost import Pricer
from whatsapp_studio.campaigns.forecast import Forecast, Past, forecast

PEOPLE = {"Netherlands": 1000, "Germany": 500}
RATES = [rate(1, "0.10"), rate(2, "0.20", "Germany")]


def of(people: dict[str, int], past: list[Past], free: list[Past] | None = None) -> Forecast:
    return forecast([(Pricer(RATES, "marketing", "EUR", DAY), people)], past, free or [])


def test_the_sum_is_that_of_its_lines_and_never_above_what_everybody_costs() -> None:
    found = of(PEOPLE, [Past(1000, 930)] * 4)
    assert found.low < found.likely < found.high <= found.most == Decimal(200)
    assert found.likely == sum(one.likely for one in found.lines)
    # Both lines are drawn with the same shares: the range of the sum is no wider than the sum of the ranges.
    assert sum(one.low for one in found.lines) <= found.low and found.high <= sum(one.high for one in found.lines)
    assert [(one.market, one.unit, one.people) for one in found.lines] == [
        ("Germany", Decimal("0.20"), 500), ("Netherlands", Decimal("0.10"), 1000),
    ]  # fmt: skip
    assert found.lines[0].rates[0].begins == date(2026, 1, 1) and found.as_of == DAY


def test_the_likely_sum_is_what_arrived_before() -> None:
    past = [Past(2000, 1600)] * 12
    assert of(PEOPLE, past).likely == pytest.approx(Decimal(160), rel=Decimal("0.02"))
    with_free = of(PEOPLE, past, [Past(1600, 160)] * 12)
    assert with_free.likely == pytest.approx(Decimal(144), rel=Decimal("0.02"))
    assert with_free.campaigns == 12 and with_free.free == pytest.approx(0.1, abs=0.01)


def test_more_campaigns_that_are_alike_narrow_the_range_and_others_widen_it() -> None:
    def width(past: list[Past]) -> Decimal:
        found = of(PEOPLE, past)
        return found.high - found.low

    alike = [Past(1000, 930)]
    assert width([]) > width(alike) > width(alike * 4) > width(alike * 20)
    assert width([Past(1000, 930), Past(1000, 700), Past(1000, 990)] * 2) > width(alike * 6)


def test_without_anything_known_the_assumption_is_said() -> None:
    found = of(PEOPLE, [])
    assert found.campaigns == 0 and found.delivered == pytest.approx(0.9, abs=0.01)
    assert found.high - found.low > found.likely / 3


def test_what_has_no_price_is_named_and_not_counted() -> None:
    found = of({**PEOPLE, "France": 7, "Other": 2, "Spain": 0}, [Past(10, 9)])
    assert found.unknown == {"France": 7, "Other": 2}
    assert found.people == 1509 and {one.market for one in found.lines} == {"Netherlands", "Germany"}
    nothing = of({"France": 7}, [])
    assert (nothing.lines, nothing.likely, nothing.unknown) == ((), Decimal(0), {"France": 7})


def test_the_same_is_said_twice() -> None:
    assert of(PEOPLE, [Past(100, 90)]) == of(PEOPLE, [Past(100, 90)])


def test_tiers_count_what_was_billed_before_and_what_goes_before() -> None:
    everything = [Past(100_000, 100_000)] * 24
    fresh = Pricer(TIERS, "utility", "EUR", DAY)
    full = Pricer(TIERS, "utility", "EUR", DAY, lambda: {"Netherlands": 4})
    assert forecast([(fresh, {"Netherlands": 10})], everything).most == Decimal("0.26")
    assert forecast([(full, {"Netherlands": 10})], everything).most == Decimal("0.20")
    # Planning with the same prices changes nothing of what is foreseen.
    for _ in range(10):
        fresh.price("+31612345678")
    assert forecast([(fresh, {"Netherlands": 10})], everything).most == Decimal("0.26")
    later = fresh.on(date(2026, 11, 20))
    both = forecast([(later, {"Netherlands": 100}), (fresh, {"Netherlands": 100})], everything)
    assert len(both.lines) == 1 and both.lines[0].people == 200
    # The second hundred is beyond every threshold.
    assert both.likely == pytest.approx(Decimal("4.06"), rel=Decimal("0.05"))


def test_a_rate_that_begins_meanwhile_has_its_own_line() -> None:
    rates = [rate(1, "0.10"), rate(2, "0.30", begins=date(2027, 1, 1))]
    pricer = Pricer(rates, "marketing", "EUR", date(2026, 12, 31))
    parts = [(pricer.on(day), {"Netherlands": 10}) for day in (date(2026, 12, 31), date(2027, 1, 1))]
    assert [(one.unit, one.people) for one in forecast(parts).lines] == [(Decimal("0.30"), 10), (Decimal("0.10"), 10)]


def test_nobody_is_nothing_to_reckon() -> None:
    with pytest.raises(ValueError, match="prices"):
        forecast([])


def test_ninety_five_of_a_hundred_bills_of_the_sandbox_lie_in_the_range_that_was_stated() -> None:
    runs = [run(seed, 120) for seed in range(100)]
    assert sum(one.holds for one in runs) >= 95
    assert {one.earlier for one in runs} >= {0, 1, 20}
    # The range says something: with much known it is a part of the sum.
    known = [one for one in runs if one.earlier >= 12]
    assert sum((one.high - one.low) / one.likely for one in known) / len(known) < Decimal("0.6")


def test_a_range_that_is_too_narrow_would_be_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forecasting, "HELD", 0.4)
    assert sum(run(seed, 120).holds for seed in range(40)) < 34
