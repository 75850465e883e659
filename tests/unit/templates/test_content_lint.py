"""What a person would regret in a message is found, offline, and quickly enough for everybody."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.templates import LINK, body, buttons, raw
from whatsapp_studio.base.wording import explain
from whatsapp_studio.templates.brand import NO_BRAND, BrandKit
from whatsapp_studio.templates.category_advice import advice
from whatsapp_studio.templates.content_lint import Lint, filled_lint, shouted, template_lint
from whatsapp_studio.templates.links import broken_link, says_how_to_stop
from whatsapp_studio.templates.opt_out import _LINES
from whatsapp_studio.templates.template import Template, parse


def template(text: str, *parts: dict[str, Any], **more: Any) -> Template:
    return parse(raw(body(text), *parts, **{"category": "UTILITY", "language": "en", **more}))


def codes(t: Template, brand: BrandKit = NO_BRAND) -> list[tuple[str, str]]:
    return [(problem.code, problem.where) for problem in template_lint(t, brand)]


@pytest.mark.parametrize(
    "link",
    ["https://shop.example", "www.shop.nl", "https://shop.example/a?b=c#d", "http://a.b.example:8080/x", "https://münchen.de",
     "https://xn--mnchen-3ya.de/"],
)  # fmt: skip
def test_a_link_that_may_work(link: str) -> None:
    assert broken_link(f"See {link}, or ({link}) or *{link}*.") == ""


@pytest.mark.parametrize(
    "link",
    ["https://shop", "http:/shop.example", "htp://shop.example", "ttps://shop.example", "www,shop.example", "https://",
     "https://shop..example", "https://you@shop.example", "https:\\\\shop.example", "https://-shop.example"],
)  # fmt: skip
def test_a_link_that_cannot_work(link: str) -> None:
    assert broken_link(f"See {link} today.") == link
    assert codes(template(f"See {link} today.")) == [("lint-link-broken", "body")]


@pytest.mark.parametrize("host", ["bit.ly", "wa.me", "www.tinyurl.com", "T.co"])
def test_a_link_that_hides_where_it_leads(host: str) -> None:
    link = {"type": "URL", "text": "Look", "url": f"https://{host}/x1"}
    assert codes(template("Hello you.", buttons(link))) == [("lint-link-short", "buttons.0.url")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("EVERYTHING MUST GO TODAY", "EVERYTHING MUST GO TODAY"),
        ("Hello, it is NOW OR NEVER for you all here.", "NOW OR NEVER"),
        ("Hello, the USA and the EU are far away from here.", ""),
        ("NASA", ""),
        ("Your code: ABCD EFGH 1234 for the shop on the corner.", ""),
        ("Ваш ЗАКАЗ УЖЕ ЗДЕСЬ в магазине на углу.", "ЗАКАЗ УЖЕ ЗДЕСЬ"),
        ("你好，欢迎光临", ""),
        ("", ""),
    ],
)
def test_shouting(text: str, words: str) -> None:
    assert shouted(text) == words


@pytest.mark.parametrize(
    ("text", "marks"),
    [("Come!!", "!!"), ("Really?!", ""), ("Really???", "???"), ("Hm...", ""), ("Hm.....", "....."), ("One! Two!", "")],
)
def test_signs_in_a_row(text: str, marks: str) -> None:
    found = template_lint(template(text + " And more."))
    assert [problem.facts["marks"] for problem in found] == ([marks] if marks else [])


@pytest.mark.parametrize("language", sorted(_LINES))
def test_the_line_that_says_how_to_stop_is_known_as_one(language: str) -> None:
    footer = {"type": "FOOTER", "text": _LINES[language]}
    assert codes(template("Hello.", footer, category="MARKETING")) == []
    assert says_how_to_stop(template("Hello.", footer))


@pytest.mark.parametrize(
    "said",
    ["Envía BAJA para no recibir más", "Responda SAIR", "Répondez pour vous désinscrire", "Abmelden", "Cancellami",
     "Не хотите? Отписаться", "Unsubscribe", "Parar promoções", "Meld deg av her", "不想收到？回复退订"],
)  # fmt: skip
def test_ways_to_stop_in_many_languages(said: str) -> None:
    button = buttons({"type": "QUICK_REPLY", "text": said})
    assert says_how_to_stop(template("Hello.", button)) and says_how_to_stop(template(said))


def test_marketing_without_a_way_to_stop() -> None:
    assert codes(template("Come by today.", category="MARKETING")) == [("lint-no-way-to-stop", "footer")]
    assert codes(template("Come by today.")) == []


def test_a_brand_kit_names_its_rule() -> None:
    brand = BrandKit(banned=("cheap*", "best price"), signature="Team Fietsgoed", emojis=1)
    shop = template("Cheapest bikes, Best Price 😀😀! Reply STOP.", category="MARKETING")
    found = template_lint(shop, brand)
    assert [(problem.code, problem.facts.get("word")) for problem in found] == [
        ("lint-brand-word", "Cheapest"), ("lint-brand-word", "Best Price"), ("lint-brand-signature", None),
        ("lint-brand-emojis", None),
    ]  # fmt: skip
    assert "Cheapest" in explain(found[0].code, found[0].facts).title
    footer = {"type": "FOOTER", "text": "team fietsgoed · Reply STOP"}
    assert codes(template("A cheque for bikes 😀.", footer, category="MARKETING"), brand) == []


@pytest.mark.parametrize(
    ("language", "tone", "text", "word"),
    [
        ("nl", "formal", "Kom je langs?", "je"),
        ("nl", "informal", "Wij helpen u graag.", "u"),
        ("de", "formal", "Wir helfen dir gern.", "dir"),
        ("de", "informal", "Wir helfen Ihnen gern.", "Ihnen"),
        ("de", "informal", "Unsere Räder: sie sind da.", ""),
        ("fr", "formal", "On t'attend, tu viens ?", "tu"),
        ("es", "informal", "Le esperamos a usted.", "usted"),
        ("en", "formal", "See you there.", ""),
        ("nl", "", "Kom je langs?", ""),
    ],
)
def test_a_brand_kit_keeps_its_tone(language: str, tone: Any, text: str, word: str) -> None:
    found = template_lint(template(text, language=language), BrandKit(tone=tone))
    assert [problem.facts["word"] for problem in found] == ([word] if word else [])


FILLED = template("Hi {{1}}, see {{2}} today.", buttons(LINK))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"body.1": "Maria", "body.2": "the shop", "button.0.1": "spring"}, []),
        ({"body.1": "MARIA", "body.2": "the shop"}, [("lint-value-capitals", "mapping.body.1")]),
        ({"body.1": "AB12CD", "body.2": "NL"}, []),
        ({"body.1": "Maria", "body.2": "http:/shop"}, [("lint-link-broken", "mapping.body.2")]),
        ({"body.1": "Maria", "body.2": "https://bit.ly/x"}, [("lint-link-short", "mapping.body.2")]),
        ({"body.1": "Maria!!", "body.2": "it"}, [("lint-marks", "mapping.body.1")]),
        ({"body.1": "😀" * 11, "body.2": "it"}, [("lint-emojis", "body")]),
        ({"body.1": "Maria", "body.2": "cheapskates"}, [("lint-brand-word", "mapping.body.2")]),
    ],
)
def test_a_filled_message_is_looked_over_for_what_varies(
    values: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    lint = Lint(FILLED, BrandKit(banned=("cheap*",)))
    assert lint.template == ()
    assert [(problem.code, problem.where) for problem in lint.message(values)] == expected


def test_a_link_is_looked_at_when_it_is_whole() -> None:
    lint = Lint(template("Follow your parcel at https://{{1}}/parcel today."))
    assert lint.template == () and lint.message({"body.1": "shop.example"}) == ()
    assert [problem.code for problem in lint.message({"body.1": "shop"})] == ["lint-link-broken"]


def test_a_whole_message_has_its_length_too() -> None:
    long = template("Hi {{1}}, " + "x" * 1000)
    assert [problem.code for problem in filled_lint(long, {"body.1": "y" * 30})] == ["value-too-long"]
    assert list(filled_lint(long, {"body.1": "Maria"})) == []


def test_every_finding_is_a_warning_with_words() -> None:
    shop = template("BUY NOW FOLKS!!! https://shop and https://bit.ly/x", category="MARKETING")
    brand = BrandKit(banned=("now",), signature="Us", tone="formal", emojis=0)
    found = template_lint(shop, brand)
    assert {problem.code for problem in found} >= {"lint-capitals", "lint-marks", "lint-link-broken", "lint-link-short"}
    for problem in found:
        assert problem.severity == "warning" and "…" not in explain(problem.code, problem.facts).text


def test_a_hundred_thousand_messages_take_a_few_seconds() -> None:
    lint = Lint(FILLED, BrandKit(banned=("cheap*", "best price")))
    values = [{"body.1": f"Maria {n}", "body.2": "de winkel in Utrecht", "button.0.1": f"s{n}"} for n in range(5_000)]
    started = time.perf_counter()
    assert not any(lint.message(one) for one in values)
    assert time.perf_counter() - started < 1.0  # 20 times that for 100,000, on a busy machine


@given(st.text(), st.text(), st.sampled_from(["nl", "en", "ar", "pt_BR", "xx"]))
def test_any_text_can_be_looked_over(text: str, value: str, language: str) -> None:
    shop = parse(raw(body(text + " {{1}} "), category="MARKETING", language=language))
    for problem in filled_lint(shop, {"body.1": value}, BrandKit(banned=(value, "*", " "), tone="formal")):
        assert problem.code
    assert isinstance(advice(shop), tuple)
