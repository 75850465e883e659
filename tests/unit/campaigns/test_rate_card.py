"""Price lists are read as Meta makes them, and as people do; what cannot be read is said by line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.unit.campaigns.test_cost import rate
from whatsapp_studio.campaigns.rate_card import Card, decimal_of, difference, read_card

OCTOBER = date(2026, 10, 1)


def read(text: str, begins: date | None = OCTOBER) -> Card:
    return read_card(((n, line.split(";")) for n, line in enumerate(text.strip().splitlines(), 1)), "card.csv", begins)


def said(card: Card) -> list[tuple[str, str]]:
    return [(one.code, one.where) for one in card.problems]


def prices(card: Card) -> list[tuple[str, str, str, str, int]]:
    return [(one.market, one.category, one.currency, str(one.price), one.above) for one in card.rates]


def test_metas_card_has_a_column_for_each_category() -> None:
    card = read("""
Rate card
Market;Currency;Marketing;Utility;Authentication;Authentication-International;Service
Netherlands;EUR;0.1323;0.0414;0.0414;n/a;0.0414
India;₹;0.8631;0.115;;2.4971;--
""")
    assert card.kind == "card" and not card.problems
    assert prices(card) == [
        ("Netherlands", "marketing", "EUR", "0.1323", 0), ("Netherlands", "utility", "EUR", "0.0414", 0),
        ("Netherlands", "authentication", "EUR", "0.0414", 0), ("Netherlands", "service", "EUR", "0.0414", 0),
        ("India", "marketing", "INR", "0.8631", 0), ("India", "utility", "INR", "0.115", 0),
        ("India", "authentication-international", "INR", "2.4971", 0),
    ]  # fmt: skip
    assert {(one.begins, one.source) for one in card.rates} == {(OCTOBER, "card.csv")}


@pytest.mark.parametrize(
    "text",
    [
        "Market;Currency;From;To;Utility\nNetherlands;EUR;0;100000;0.04\nNetherlands;EUR;100001;;0.03",
        "Market;Currency;Volume tier;Utility\nNetherlands;EUR;0 - 100,000;0.04\nNetherlands;EUR;100,001+;0.03",
        "market;currency;category;rate;volume_from\nNetherlands;EUR;Utility;0.04;0\nNetherlands;EUR;utility;0.03;100000",
    ],
)
def test_the_list_of_tiers_is_understood_however_it_says_from_how_many_on(text: str) -> None:
    card = read(text)
    assert card.kind == "tiers" and not card.problems
    assert [(one[3], one[4]) for one in prices(card)] == [("0.04", 0), ("0.03", 100_000)]


def test_the_own_layout_names_its_days() -> None:
    card = read(
        "market;category;currency;price;above;begins\nGermany;marketing;EUR;0.1131;0;2026-07-01\n"
        "Germany;utility;EUR;0.0456;100000;", None,
    )  # fmt: skip
    assert card.kind == "own" and card.rates[0].begins == date(2026, 7, 1)
    assert said(card) == [("rate-no-day", "3")]


def test_names_of_markets_are_known_as_people_write_them() -> None:
    card = read(
        "Market;Currency;Marketing\nrest of central and eastern europe;EUR;0.1\nUK;GBP;0.2\nTürkiye;USD;0.3\n"
        "North America;$US;0.025"
    )
    assert [one[0] for one in prices(card)] == [
        "Rest of Central & Eastern Europe", "United Kingdom", "Turkey", "North America"
    ]  # fmt: skip
    assert not card.problems


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Atlantis;EUR;0.1", "rate-market-unknown"), ("Germany;DM;0.1", "rate-currency-unknown"),
        ("Germany;EUR;free", "rate-price-unreadable"), ("Germany;EUR;1,234", "rate-price-unreadable"),
        ("Germany;EUR;-0.1", "rate-price-unreadable"), ("Germany;EUR;0.12345678", "rate-too-precise"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_told_and_the_others_are_kept(line: str, code: str) -> None:
    card = read(f"Market;Currency;Marketing\n{line}\nFrance;EUR;0.0712")
    assert said(card) == [(code, "2")]
    assert prices(card) == [("France", "marketing", "EUR", "0.0712", 0)]


def test_tiers_of_what_has_none_and_unknown_categories_are_refused() -> None:
    card = read("Market;Currency;From;Marketing\nGermany;EUR;1000;0.1")
    assert said(card) == [("rate-no-tiers", "2")]
    card = read("market;category;currency;price;above;begins\nGermany;carrier pigeon;EUR;0.1;0;2026-07-01\n"
                "Germany;utility;EUR;0.1;many;2026-07-01\nGermany;utility;EUR;0.1;0;soon")  # fmt: skip
    assert [one[0] for one in said(card)] == [
        "rate-category-unknown", "rate-above-unreadable", "rate-day-unreadable"
    ]  # fmt: skip


def test_a_file_without_the_columns_is_no_price_list() -> None:
    assert said(read("name;phone\nMaria;+31612345678")) == [("rates-no-columns", "")]
    assert said(read("Market;Currency;Marketing")) == [("rates-empty", "")]
    assert said(read("Market;Currency;Marketing\nGermany;EUR;0.1\nGermany;EUR;0.2")) == [("rate-twice", "3")]
    assert said(read("Market;Currency;Marketing\nGermany;EUR;0.1\nGermany;EUR;0.1")) == []


@pytest.mark.parametrize(
    ("text", "price"),
    [("0.1323", "0.1323"), ("0,1323", "0.1323"), ("€ 0.1323", "0.1323"), ("1.234,50", "1234.50"),
     ("1,234.50", "1234.50"), ("586.33", "586.33"), ("0,123", "0.123"), ("12", "12")],
)  # fmt: skip
def test_prices_are_read_with_a_point_or_a_comma(text: str, price: str) -> None:
    assert decimal_of(text) == Decimal(price)


def test_a_difference_says_what_is_new_what_changes_and_what_stays() -> None:
    known = [rate(1, "0.10"), rate(2, "0.20", "Germany", begins=OCTOBER), rate(3, "0.30", "France", begins=OCTOBER)]
    card = read("Market;Currency;Marketing\nNetherlands;EUR;0.11\nGermany;EUR;0.20\nFrance;EUR;0.31\nSpain;EUR;0.05")
    found = difference(card.rates, known)
    assert [one.market for one in found.adds] == ["Spain"] and found.same == 1
    assert [(one.before.id, one.after.price) for one in found.changes] == [(1, Decimal("0.11"))]
    assert [(one.code, one.facts["market"], one.facts["price"]) for one in found.refused] == [
        ("rate-there", "France", "0.30")
    ]


def test_what_came_with_the_program_gives_way_to_metas_own_list() -> None:
    shipped = rate(1, "0.10", begins=OCTOBER)
    shipped = type(shipped)(**{name: getattr(shipped, name) for name in shipped.__struct_fields__} | {
        "source": "shipped:2026-10-01"
    })  # fmt: skip
    found = difference(read("Market;Currency;Marketing\nNetherlands;EUR;0.11").rates, [shipped])
    assert [(one.before.id, one.after.price) for one in found.changes] == [(1, Decimal("0.11"))]
    assert not found.refused
