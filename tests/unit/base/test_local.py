"""Decides that numbers, dates, money and lists follow the language, and that sorting is deaf to case and accents."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.fixtures.pseudo import Pseudo
from whatsapp_studio.base import i18n, local


@pytest.fixture(params=["en", "nl"])
def code(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each language in turn."""
    i18n.use_language(request.param)
    yield request.param
    i18n.use_language("en")


def test_numbers(code: str) -> None:
    said = [*map(local.decimal, (1234.56, 0.1, -2.04, -0.04)), local.decimal(12, 0)]
    assert said == {
        "en": ["1,234.6", "0.1", "-2.0", "0.0", "12"],
        "nl": ["1.234,6", "0,1", "-2,0", "0,0", "12"],
    }[code]
    assert local.decimal(20.0, 2, least=0) == "20"
    assert local.decimal(2.5, 2, least=0) == {"en": "2.5", "nl": "2,5"}[code]
    assert local.decimal(2.5, 3, least=2) == {"en": "2.50", "nl": "2,50"}[code]


def test_shares_and_money(code: str) -> None:
    assert local.percent(0.125, 1) == {"en": "12.5 %", "nl": "12,5%"}[code]
    assert local.money(1234.5, "EUR").replace("\xa0", " ") == {"en": "€1,234.50", "nl": "€ 1.234,50"}[code]


def test_dates_and_zones(code: str) -> None:
    assert local.day(date(2026, 3, 1)) == {"en": "1 Mar 2026", "nl": "1 mrt 2026"}[code]
    moment = datetime(2026, 3, 1, 9, 5, tzinfo=UTC)
    assert local.clock(moment, ZoneInfo("Asia/Tokyo")) == "18:05"
    tokyo = local.day_and_clock(moment, ZoneInfo("Asia/Tokyo"))
    assert tokyo == {"en": "1 Mar 2026 18:05 (Asia/Tokyo)", "nl": "1 mrt 2026 18:05 (Asia/Tokyo)"}[code]
    assert "(" not in local.day_and_clock(moment)


def test_lists(code: str) -> None:
    last = {"en": "and", "nl": "en"}[code]
    assert local.listed([]) == ""
    assert local.listed(["a"]) == "a"
    assert local.listed(["a", "b"]) == f"a {last} b"
    assert local.listed(iter("abc")) == f"a, b {last} c"


def test_sorting_is_deaf_to_case_and_accents() -> None:
    names = ["Zoë", "élodie", "Eva", "Ångström", "anna", "Émile", "zoe"]
    assert sorted(names, key=local.sort_key) == ["Ångström", "anna", "élodie", "Émile", "Eva", "Zoë", "zoe"]
    assert local.fold("IJSSELMEER é Ĳ") == "ijsselmeer e ij"


def test_a_number_between_words_from_right_to_left_stays_whole() -> None:
    assert local.ltr("+31 6 1234") == "+31 6 1234"
    i18n.use(Pseudo(right_to_left=True))
    try:
        assert local.ltr("+31 6 1234") == "\u2066+31 6 1234\u2069"
        assert local.ltr("") == ""
    finally:
        i18n.use_language("en")


def test_babel_is_loaded_for_money_only() -> None:
    asked = (
        "import sys, datetime as d; from whatsapp_studio.base import i18n, local; i18n.use_language('nl');"
        "local.day(d.date(2026, 1, 1)); local.decimal(1.5); local.listed('ab'); local.percent(0.5);"
        "assert 'babel' not in sys.modules; local.money(1, 'EUR'); assert 'babel' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", asked], check=True, timeout=60)
