"""Every country's numbers are in the market that Meta's lists name, on each day of their history."""

from __future__ import annotations

import csv
import time
from datetime import date

import pytest

from whatsapp_studio.audience.markets import CHANGES, Markets, market_of
from whatsapp_studio.audience.us import CANADA, ELSEWHERE
from whatsapp_studio.base.paths import resource

NOW, BEFORE = date(2026, 11, 22), date(2026, 6, 30)


@pytest.mark.parametrize(
    ("phone", "market"),
    [
        ("+31612345678", "Netherlands"), ("+12125551234", "North America"), ("+14165551234", "North America"),
        ("+18095551234", "Rest of Latin America"), ("+18765551234", "Rest of Latin America"),
        ("+17875551234", "Rest of Latin America"), ("+12465551234", "Other"), ("+79161234567", "Russia"),
        ("+77011234567", "Kazakhstan"), ("+85251234567", "Hong Kong"), ("+8613812345678", "Rest of Asia Pacific"),
        ("+35312345678", "Rest of Western Europe"), ("+4915112345678", "Germany"), ("+88312345678", "Other"),
        ("+254712345678", "Rest of Africa"), ("", "Other"), ("+", "Other"), ("+1", "North America"),
    ],
)  # fmt: skip
def test_a_number_is_in_the_market_of_its_longest_calling_code(phone: str, market: str) -> None:
    assert market_of(phone, NOW) == market


@pytest.mark.parametrize(
    ("phone", "day", "market"),
    [
        ("+36301234567", date(2026, 6, 30), "Rest of Central & Eastern Europe"),
        ("+36301234567", date(2026, 7, 1), "Hungary"),
        ("+8801712345678", date(2026, 9, 30), "Rest of Asia Pacific"),
        ("+8801712345678", date(2026, 10, 1), "Bangladesh"),
        ("+77011234567", date(2026, 9, 30), "Other"), ("+77011234567", date(2026, 10, 1), "Kazakhstan"),
    ],
)  # fmt: skip
def test_a_market_stands_alone_from_its_day_on(phone: str, day: date, market: str) -> None:
    assert market_of(phone, day) == market


def test_every_country_is_where_metas_lists_have_it() -> None:
    with resource("samples/sandbox_markets.csv").open(encoding="utf-8", newline="") as file:
        countries = list(csv.DictReader(file))
    now, before = Markets(NOW), Markets(BEFORE)
    assert len(countries) > 130
    for one in countries:
        for code in one["codes"].split():
            phone = {"US": "+12125551234", "CA": "+14165551234"}.get(one["country"], f"+{code}5551234")
            assert now.of(phone) == one["market"], one
            assert before.of(phone) == (one["before"] or one["market"]), one
        assert now.of_country(one["country"]) == one["market"], one


def test_what_has_moved_was_somewhere_before() -> None:
    for since, moved in CHANGES.items():
        before, after = Markets(date.fromordinal(since.toordinal() - 1)), Markets(since)
        for code, market in moved.items():
            assert after.of(f"+{code}555") == market != before.of(f"+{code}555")
    assert set(Markets(BEFORE).all) < set(Markets(NOW).all)


def test_the_numbers_of_plus_one_are_all_somewhere() -> None:
    found = Markets(NOW)
    assert {found.of(f"+1{code}5551234") for code in CANADA} == {"North America"}
    assert {found.of(f"+1{code}5551234") for code in ELSEWHERE} == {"Rest of Latin America", "Other"}
    assert found.of_country("BB") == "Other" and found.of_country("DO") == "Rest of Latin America"
    assert found.of_country("ZZ") == "Other"


def test_a_million_numbers_take_less_than_a_second() -> None:
    phones = [f"+{code}{n:07d}" for code in ("316", "4915", "1212", "5511", "9198") for n in range(40_000)]
    assert min(_seconds(phones) for _ in range(3)) / len(phones) < 1e-6


def _seconds(phones: list[str]) -> float:
    markets, began = Markets(NOW), time.perf_counter()
    for phone in phones:
        markets.of(phone)
    return time.perf_counter() - began
