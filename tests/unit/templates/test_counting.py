"""Texts are counted as Meta counts them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.meta import REFERENCE
from whatsapp_studio.audience.languages import CODES
from whatsapp_studio.templates.counting import LIMITS, Count, counter, emojis, length, state
from whatsapp_studio.templates.languages import LANGUAGES, english_name, own_name
from whatsapp_studio.templates.template import Button, Offer, Template


@pytest.mark.parametrize(
    ("text", "characters", "pictures"),
    [
        ("", 0, 0),
        ("Hoi Zoë", 7, 0),
        ("Zoe\u0308", 4, 0),  # the dots are a character of their own
        ("a\r\nb", 3, 0),
        ("مرحبا", 5, 0),
        ("😀", 1, 1),
        ("👍🏽", 2, 1),
        ("👨‍👩‍👧‍👦", 7, 1),
        ("🇳🇱🇧🇪", 4, 2),
        ("1️⃣", 3, 1),
        ("❤️ ❤", 4, 2),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 7, 1),
        ("© ™ → ✓ ★ ½ €", 13, 0),
        ("©️", 2, 1),
        ("😀😀😀", 3, 3),
        ("🏳️‍🌈", 4, 1),
    ],
)
def test_characters_and_emojis(text: str, characters: int, pictures: int) -> None:
    assert (length(text), emojis(text)) == (characters, pictures)


@given(st.text(), st.text())
def test_lengths_add_up(one: str, two: str) -> None:
    joined = length(one + "·" + two)
    assert joined == length(one) + 1 + length(two)
    assert emojis(one + " " + two) <= len(one) + len(two)


@pytest.mark.parametrize("most", [10, 16, 25, 60, 1024])
def test_a_counter_warns_at_nine_tenths(most: int) -> None:
    close = -(-most * 9 // 10)
    assert [state(count, most) for count in (0, close - 1, close, most, most + 1)] == [
        "ok", "ok", "warning", "warning", "error",
    ]  # fmt: skip


def test_every_field_has_its_room() -> None:
    plain = Template(name="a", language="en")
    rooms = {
        "name": 512, "header.text": 60, "body": 1024, "footer": 60, "buttons.3.text": 25, "buttons.0.url": 2000,
        "buttons.0.phone": 20, "cards.2.body": 160, "cards.2.buttons.1.text": 25, "offer": 16,
    }  # fmt: skip
    assert {where: found.most for where in rooms if (found := counter(where, "", plain))} == rooms
    assert counter("language", "en", plain) is None and counter("ttl", "30") is None
    assert counter("body", "x" * 540, Template(name="a", language="en", offer=Offer("x"))) == Count(540, 600, "warning")
    spm = Template(name="a", language="en", buttons=(Button("SPM"),))
    assert counter("body", "x" * 161, spm) == Count(161, 160, "error")
    assert set(LIMITS) >= {"name", "body", "footer", "offer"}


def test_languages_have_names() -> None:
    assert set(LANGUAGES) == set(CODES)
    assert own_name("nl_BE") == "Nederlands (België)" and english_name("pt_BR") == "Portuguese (Brazil)"
    assert own_name("xx") == english_name("xx") == "xx"
    assert {code for code, found in LANGUAGES.items() if found.rtl} >= {"ar", "he", "fa", "ur", "ar_EG"}
    assert not LANGUAGES["es_VE"].listed and LANGUAGES["es_MX"].listed
    assert all(found.own.strip() == found.own and found.english for found in LANGUAGES.values())


def test_languages_are_as_the_facts_say() -> None:
    if not (REFERENCE / "languages.json").exists():
        pytest.skip("the facts are not here")
    for fact in json.loads((REFERENCE / "languages.json").read_text(encoding="utf-8")):
        found = LANGUAGES[fact["code"]]
        assert found.english == fact["language"] + (f" ({fact['region']})" if fact["region"] else "")
        assert (found.rtl, found.listed) == (fact["rtl"], not fact.get("unconfirmed"))
