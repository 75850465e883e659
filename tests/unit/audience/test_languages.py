"""Which language, country and time zone a cell means."""

from __future__ import annotations

import pytest
from babel import Locale

from whatsapp_studio.audience.languages import CODES, read_language
from whatsapp_studio.audience.places import read_country, read_time_zone


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("nl", "nl"), ("NL", "nl"), ("nl-NL", "nl"), ("nl_NL", "nl"), ("nl-BE", "nl_BE"), ("en_US", "en_US"),
        ("en-us", "en_US"), ("EN-gb", "en_GB"), ("en-ZW", "en"), ("pt-br", "pt_BR"), ("pt", "pt_PT"),
        ("zh-Hans-CN", "zh_CN"),
        ("no", "nb"), ("iw", "he"), ("Dutch", "nl"), ("Nederlands", "nl"), ("nederlands", "nl"), ("Duits", "de"),
        ("Deutsch", "de"), ("English", "en"), ("Engels", "en"), ("français", "fr"), ("Vlaams", "nl_BE"),
        ("Portuguese", "pt_PT"),
        ("", ""), ("  ", ""), ("Klingon", None), ("xx", None), ("english please", None), ("no language", None),
        ("nl misschien", None), ("es-419", "es"),
    ],
)  # fmt: skip
def test_languages(text: str, code: str | None) -> None:
    assert read_language(text) == code


def test_every_code_means_itself() -> None:
    assert [read_language(code) for code in CODES] == list(CODES)


def test_every_code_is_a_language_and_perhaps_a_country() -> None:
    english = Locale("en")
    for code in CODES:
        language, _, country = code.partition("_")
        assert language in english.languages or language == "prs"
        assert not country or country in english.territories
    assert len(set(CODES)) == len(CODES)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NL", "NL"), ("nl", "NL"), ("Nederland", "NL"), ("netherlands", "NL"), ("Holland", "NL"), ("België", "BE"),
        ("Deutschland", "DE"), ("UK", "GB"), ("+31", "NL"), ("0032", "BE"), ("49", "DE"), ("", ""), ("+999", None),
        ("Atlantis", None), ("883", None),
    ],
)  # fmt: skip
def test_countries(text: str, code: str | None) -> None:
    assert read_country(text) == code


def test_time_zones() -> None:
    assert read_time_zone("europe/amsterdam") == "Europe/Amsterdam"
    assert read_time_zone("America/New York") == "America/New_York"
    assert read_time_zone(" ") == ""
    assert read_time_zone("Mars/Olympus") is None
