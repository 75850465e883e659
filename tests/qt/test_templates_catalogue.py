"""How templates are found, counted, ordered and named."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from tests.fixtures.templates import CAROUSEL, REPLY, body, buttons, header, media, raw
from whatsapp_studio.base.local import language_name
from whatsapp_studio.qt.templates import facets, words
from whatsapp_studio.qt.templates.catalogue import Catalogue, Chosen, SortKey, best_language
from whatsapp_studio.templates.template import Template, parse
from whatsapp_studio.templates.unsupported import unsupported_word


def made(name: str, text: str = "Hello", language: str = "nl", *parts: dict[str, object], **more: object) -> Template:
    return parse(raw(body(text), *parts, name=name, language=language, **more))


CATALOGUE = Catalogue(
    [
        made("autumn", "Été à la plage", "fr", header("Grüße"), status="PAUSED"),
        made("autumn", "Zomer aan zee", "nl", header("Groeten")),
        made("invoice", "Your bill", "en", media("DOCUMENT"), category="UTILITY", quality_score={"score": "RED"}),
        made("offer", "Sale", "en", {"type": "FOOTER", "text": "Réponds STOP"}, buttons({**REPLY, "text": "Naïve"})),
        parse({**CAROUSEL, "name": "wheels", "status": "REJECTED", "quality_score": {"score": "GREEN"}}),
    ]
)  # fmt: skip


ALL = ["autumn", "invoice", "offer", "wheels"]


def names(search: str = "", *chosen: tuple[str, str], sort: SortKey = "name", descending: bool = False) -> list[str]:
    return [group.name for group in CATALOGUE.find(search, frozenset(chosen), sort, descending)]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", ALL), ("  ", ALL), ("AUTUMN", ["autumn"]), ("ete", ["autumn"]), ("été plage", ["autumn"]),
        ("plage zomer", []), ("grüsse", ["autumn"]), ("gruße", ["autumn"]), ("grosse", []), ("repond", ["offer"]),
        ("naive", ["offer"]), ("only wheels", ["wheels"]), ("nothing", ["wheels"]),
    ],
)  # fmt: skip
def test_every_word_must_occur_whatever_its_accents(search: str, found: list[str]):
    assert names(search) == found


def test_values_of_a_facet_add_up_and_facets_narrow_down():
    assert names("", ("language", "en")) == ["invoice", "offer"]
    assert names("", ("language", "en"), ("language", "fr")) == ["autumn", "invoice", "offer"]
    assert names("", ("language", "en"), ("category", "UTILITY")) == ["invoice"]
    assert names("bill", ("language", "fr")) == []


def test_a_template_shows_only_the_languages_that_match():
    group = CATALOGUE.find("zomer")[0]
    assert [one.language for one in group.variants] == ["nl"]
    assert [one.language for one in group.all] == ["fr", "nl"]
    assert CATALOGUE.named("autumn") == group.all
    assert CATALOGUE.named("nobody") == ()


def test_a_count_is_what_choosing_the_value_would_show():
    chosen: Chosen = frozenset({("language", "en"), ("status", "PAUSED")})
    counts = CATALOGUE.counts("", chosen)
    for facet, values in counts.items():
        for value, count in values.items():
            only = {one for one in chosen if one[0] != facet} | {(facet, value)}
            assert count == sum(len(group.variants) for group in CATALOGUE.find("", frozenset(only)))
    assert counts["status"] == {"APPROVED": 2, "PAUSED": 0}
    assert counts["language"] == {"fr": 1, "en": 0}


def test_a_chosen_value_stays_on_offer_where_it_finds_nothing():
    assert CATALOGUE.counts("bill", frozenset({("status", "PAUSED")}))["status"]["PAUSED"] == 0


def test_a_template_is_found_by_each_kind_of_its_buttons_its_use_and_its_health():
    link = {"type": "URL", "text": "Look", "url": "https://example.com"}
    shop = Catalogue(
        [
            made("both", "Hello", "en", buttons(REPLY, link)),
            made("drifted", "Hello", "en", category="MARKETING", previous_category="UTILITY"),
            made("paused", "Hello", "en", status="PAUSED"),
            made("weak", "Hello", "en", quality_score={"score": "RED"}),
        ],
        used={("paused", "en"), ("both", "nl")},
    )

    def found(*chosen: tuple[str, str]) -> list[str]:
        return [group.name for group in shop.find("", frozenset(chosen))]

    assert found(("buttons", "URL")) == found(("buttons", "QUICK_REPLY")) == ["both"]
    assert found(("buttons", "")) == ["drifted", "paused", "weak"]
    assert found(("use", "used")) == ["paused"]
    assert found(("use", "unused")) == ["both", "drifted", "weak"]
    assert found(("health", "fine")) == ["both"]
    assert found(("health", "watch")) == ["drifted", "weak"]
    assert found(("health", "blocked")) == ["paused"]
    assert shop.counts()["buttons"] == {"QUICK_REPLY": 1, "URL": 1, "": 3}
    assert shop.counts("", frozenset({("buttons", "URL")}))["buttons"] == {"QUICK_REPLY": 1, "URL": 1, "": 3}


def test_what_needs_attention_comes_first():
    assert names(sort="status") == ["wheels", "autumn", "invoice", "offer"]
    assert names(sort="quality")[0] == "invoice"
    assert names(sort="language")[0] == "autumn"
    assert names(sort="header") == ["offer", "wheels", "invoice", "autumn"]
    assert names(sort="category", descending=True) == ["invoice", "autumn", "offer", "wheels"]
    assert names(descending=True) == ["wheels", "offer", "invoice", "autumn"]


def test_languages_in_different_states_are_told_apart():
    group = CATALOGUE.find("autumn")[0]
    assert group.mixed
    assert group.worst.status == "PAUSED"


def test_the_readers_own_language_is_shown_first():
    french, dutch = CATALOGUE.named("autumn")
    assert best_language((french, dutch), "nl") is dutch
    assert best_language((french, dutch), "nl_BE") is dutch
    assert best_language((french, dutch), "de") is french


def test_a_thousand_templates_are_searched_and_counted_in_a_tenth_of_a_second():
    many = Catalogue(made(f"template_{n}", f"Text {n} about some bicycle or other, " * 10) for n in range(1000))
    times = []
    for _ in range(5):
        start = time.perf_counter()
        found = many.find("bicycle 777", frozenset({("language", "nl")}))
        many.counts("bicycle 777", frozenset({("language", "nl")}))
        times.append(time.perf_counter() - start)
    assert [group.name for group in found] == ["template_777"]
    assert min(times) < 0.1


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("header GIF", "a header of the kind “moving picture”"),
        ("header AR_SCENE", "a header of the kind “ar scene”"),
        ("button MPM", "a button for several products"),
        ("button NEW_THING", "a button of the kind “new thing”"),
        ("card 2: header PRODUCT", "a header of the kind “product” on card 2"),
        ("card 3", "a footer or an offer on card 3"),
        ("CALL_PERMISSION_REQUEST", "a part of the kind “call permission request”"),
        ("bid", "a bid for how many people it reaches"),
    ],
)
def test_parts_that_cannot_be_filled_are_named_in_words(part: str, said: str):
    assert unsupported_word(part) == said


@pytest.mark.parametrize(
    ("code", "shown_in", "name"),
    [
        ("nl", "en", "Dutch"),
        ("pt_BR", "en", "Portuguese (Brazil)"),
        ("ar", "nl", "Arabisch"),
        ("xx_new", "en", "xx_new"),
    ],
)
def test_languages_are_named_in_the_programs_language(code: str, shown_in: str, name: str):
    assert language_name(code, shown_in) == name


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(seconds=5), "Synced just now"), (timedelta(minutes=3), "Synced 3 min ago"),
        (timedelta(hours=5), "Synced 5 h ago"), (timedelta(days=3), "Synced 28 Feb 2026 09:00"),
    ],
)  # fmt: skip
def test_the_age_is_said_in_words(ago: timedelta, said: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    now = datetime(2026, 3, 3, 9, tzinfo=UTC)
    assert words.age(now - ago, now) == said


def test_before_the_first_sync_there_is_no_age():
    assert words.age(None, datetime(2026, 3, 3, tzinfo=UTC)) == "Never synced"


def test_values_nobody_foresaw_are_shown_as_words():
    assert facets.value_word("status", "SOMETHING_NEW", "en") == "Something new"
    assert facets.value_word("quality", "PURPLE", "en") == "Purple"
    assert facets.value_word("category", "", "en") == "Not known"
    assert facets.value_word("header", "", "en") == "No header"
