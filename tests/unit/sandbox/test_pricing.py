"""The sandbox charges as Meta's rules say, keeps free windows free, and tells what it charged."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from whatsapp_studio.audience.markets import Markets
from whatsapp_studio.audience.us import ELSEWHERE
from whatsapp_studio.sandbox.errors import GraphError
from whatsapp_studio.sandbox.pricing import ENTRY, FREE, FREE_SERVICE, REGULAR, Prices, place_of
from whatsapp_studio.sandbox.world import World

NL, DE, US = "31612345678", "4915112345678", "12125551234"
OCTOBER = datetime(2026, 10, 5, 9, tzinfo=UTC).timestamp()
SEPTEMBER = datetime(2026, 9, 29, 9, tzinfo=UTC).timestamp()
HOUR = 3600.0


class Shop:
    """A business that sends from one number."""

    def __init__(self) -> None:
        self.now = OCTOBER + 9 * 24 * HOUR
        self.world = World(1, lambda: self.now)
        self.prices = Prices(self.world)
        self.number = self.world.number.id

    def charge(
        self, category: str, *, phone: str = NL, window: bool = False, at: float = OCTOBER
    ) -> tuple[str, float]:
        return self.prices.charge(self.number, phone, category, window, at)

    def told(self, more: str = "", granularity: str = "DAILY") -> list[dict[str, Any]]:
        start, end = int(OCTOBER) - 86400, int(OCTOBER) + 40 * 86400
        asked = f"pricing_analytics.start({start}).end({end}).granularity({granularity}){more}"
        (group,) = self.prices.told(asked)["pricing_analytics"]["data"]
        found: list[dict[str, Any]] = group["data_points"]
        return found


@pytest.fixture
def shop() -> Shop:
    return Shop()


def test_each_market_and_category_has_its_price(shop: Shop) -> None:
    dutch, german = shop.charge("marketing"), shop.charge("marketing", phone=DE)
    assert dutch[0] == german[0] == REGULAR and 0 < dutch[1] != german[1] > 0
    assert shop.charge("utility")[1] < dutch[1]


@pytest.mark.parametrize(
    ("category", "window", "before", "since"),
    [
        ("utility", True, FREE, REGULAR), ("utility", False, REGULAR, REGULAR), ("service", True, FREE, FREE),
        ("marketing", True, REGULAR, REGULAR), ("authentication", True, REGULAR, REGULAR),
    ],
)  # fmt: skip
def test_a_window_is_worth_what_the_rules_of_the_day_say(
    shop: Shop, category: str, window: bool, before: str, since: str
) -> None:
    assert shop.charge(category, window=window, at=SEPTEMBER)[0] == before
    assert shop.charge(category, window=window)[0] == since


def test_a_thousand_service_messages_of_a_month_are_free(shop: Shop) -> None:
    kinds = [shop.charge("service", window=True)[0] for _ in range(FREE_SERVICE + 2)]
    assert kinds == [FREE] * FREE_SERVICE + [REGULAR] * 2
    november = OCTOBER + 31 * 86400
    assert shop.charge("service", window=True, at=november)[0] == FREE


def test_an_answer_to_somebody_from_an_ad_opens_three_free_days(shop: Shop) -> None:
    shop.prices.came(NL, OCTOBER)
    assert shop.charge("marketing")[0] == REGULAR
    shop.prices.answered(NL, OCTOBER + HOUR)
    assert shop.charge("marketing", at=OCTOBER + 72 * HOUR) == (ENTRY, 0.0)
    assert shop.charge("marketing", at=OCTOBER + 74 * HOUR)[0] == REGULAR
    shop.prices.came(DE, OCTOBER)
    shop.prices.answered(DE, OCTOBER + 25 * HOUR)
    assert shop.charge("marketing", phone=DE, at=OCTOBER + 26 * HOUR)[0] == REGULAR


def test_utility_becomes_cheaper_with_its_number_and_dear_again_next_month(shop: Shop) -> None:
    costs = [shop.charge("utility")[1] for _ in range(2001)]
    assert costs[0] == costs[1999] > costs[2000] > 0
    assert shop.charge("utility", phone=DE)[1] > 0
    assert shop.charge("utility", at=OCTOBER + 31 * 86400)[1] == costs[0]
    tiers = {point["tier"]: point["volume"] for point in shop.told('.dimensions(["TIER","COUNTRY"])')
             if point["country"] == "NL" and point["start"] < OCTOBER}  # fmt: skip
    assert tiers == {"0:2000": 2000, "2000:10000": 1}


def test_what_was_charged_is_told_by_what_was_asked(shop: Shop) -> None:
    (dutch,) = {shop.charge("marketing")[1] for _ in range(3)}
    german = shop.charge("utility", phone=DE)[1]
    shop.charge("service", window=True)
    assert [(one["volume"], one["cost"]) for one in shop.told()] == [(5, pytest.approx(3 * dutch + german))]
    by = shop.told('.dimensions(["COUNTRY","PRICING_CATEGORY","PRICING_TYPE"])')
    assert [(one["country"], one["pricing_category"], one["pricing_type"], one["volume"]) for one in by] == [
        ("DE", "UTILITY", "REGULAR", 1), ("NL", "MARKETING", "REGULAR", 3),
        ("NL", "SERVICE", "FREE_CUSTOMER_SERVICE", 1),
    ]  # fmt: skip
    assert shop.told('.metric_types(["VOLUME"]).country_codes(["DE"])')[0].keys() == {"start", "end", "volume"}
    assert [one["volume"] for one in shop.told('.pricing_types(["REGULAR"]).pricing_categories(["MARKETING"])')] == [3]
    (month,) = shop.told(granularity="MONTHLY")
    assert month["start"] == datetime(2026, 10, 1, tzinfo=UTC).timestamp()
    assert month["end"] == datetime(2026, 11, 1, tzinfo=UTC).timestamp()
    assert shop.told(granularity="HALF_HOUR")[0]["end"] - shop.told(granularity="HALF_HOUR")[0]["start"] == 1800
    shop.prices.clear()
    assert shop.told() == []


def test_an_account_that_a_partner_pays_for_is_told_no_costs(shop: Shop) -> None:
    shop.charge("marketing")
    shop.world.settings.pays_itself = False
    assert [one.keys() for one in shop.told()] == [{"start", "end", "volume"}]


@pytest.mark.parametrize(
    "asked",
    [
        "pricing_analytics", "pricing_analytics.start(x).end(2).granularity(DAILY)",
        "pricing_analytics.start(1790000000).end(1).granularity(DAILY)",
        "pricing_analytics.start(1).end(1790000000).granularity(DAILY)",
        "pricing_analytics.start(1790000000).end(1790086400).granularity(YEARLY)",
        "pricing_analytics.start(1790000000).end(1790086400).granularity(DAILY).dimensions([COLOUR])",
        "pricing_analytics.start(1790000000).end(1790086400).granularity(DAILY).metric_types([JOY])",
    ],
)
def test_what_cannot_be_asked_is_refused(shop: Shop, asked: str) -> None:
    with pytest.raises(GraphError):
        shop.prices.told(asked)


def test_two_tables_of_markets_agree() -> None:
    """The sandbox's own table of markets and the program's say the same of every number."""
    for day in (date(2026, 6, 30), date(2026, 7, 1), date(2026, 11, 1)):
        at, markets = datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp(), Markets(day)
        for start in range(2, 1000):
            digits = f"{start}5551234567"
            assert place_of(digits, at)[1] == markets.of(f"+{digits}"), digits
        for area in (*ELSEWHERE, "212", "416", "905"):
            assert place_of(f"1{area}5551234", at)[1] == markets.of(f"+1{area}5551234"), area
