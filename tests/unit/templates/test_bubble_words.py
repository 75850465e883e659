"""What is said of a message on the phone to someone who cannot see it, and what its offer's clock says."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given

from tests.fixtures.templates import (
    CAROUSEL,
    COUPON,
    FLOW,
    LINK,
    OFFER,
    OTP,
    PHONE,
    PLAIN_LINK,
    REPLY,
    body,
    buttons,
    header,
    media,
    raw,
    templates,
)  # fmt: skip
from whatsapp_studio.templates.bubble import Bubble, OfferClock, bubble, full_text
from whatsapp_studio.templates.bubble_words import aged, left_text, lines_text
from whatsapp_studio.templates.template import Template, parse

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
FOOTER = {"type": "FOOTER", "text": "Reply stop"}


def said(*parts: dict, now: datetime | None = None, **values: str) -> list[str]:
    given = {name.replace("__", "."): value for name, value in values.items()}
    return full_text(bubble(parse(raw(*parts)), given, now=now)).splitlines()


def test_a_message_is_read_from_top_to_bottom():
    text = "Hi {{1}}\n* one\n* two\n> as said"
    assert said(header("Sale"), body(text), FOOTER, buttons(REPLY), body__1="Ann") == [
        "Sale", "Hi Ann", "• one", "• two", "Quote: as said", "Reply stop",
        "Button: Stop. It answers with this text.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("part", "values", "first"),
    [
        (media("IMAGE"), {}, "Picture"),
        (media("IMAGE"), {"header__media": "https://a.example/b.jpg"}, "Picture: https://a.example/b.jpg"),
        (media("VIDEO"), {"header__media": "file:" + "a" * 64}, "Video"),
        (media("GIF"), {"header__media": "123"}, "Moving picture"),
        (media("DOCUMENT"), {"header__filename": "Menu.pdf"}, "Document: Menu.pdf"),
        (media("LOCATION"), {"header__location": "1,2; Shop; Main Street 1"}, "Location: Shop, Main Street 1"),
        (media("PRODUCT"), {}, "Product"),
        (media("HOLOGRAM"), {}, "HOLOGRAM: not supported yet"),
    ],
)
def test_what_stands_above_a_text_is_named(part: dict, values: dict[str, str], first: str):
    assert said(part, body("Hi"), **values)[0] == first


@pytest.mark.parametrize(
    ("button", "values", "last"),
    [
        (PLAIN_LINK, {}, "Button: Site. It opens https://shop.example."),
        (LINK, {}, "Button: Shop. It opens https://shop.example/{{1}}."),
        (LINK, {"button__0__1": "sale"}, "Button: Shop. It opens https://shop.example/sale."),
        (PHONE, {}, "Button: Call. It calls +31201234567."),
        (COUPON, {}, "Button: Copy offer code. It copies SPRING."),
        (COUPON, {"button__0__code": "MAY"}, "Button: Copy offer code. It copies MAY."),
        (FLOW, {}, "Button: Book. It opens a form."),
        ({"type": "CATALOG"}, {}, "Button: View catalog. It opens a list."),
        ({"type": "VOICE_CALL", "text": "Talk"}, {}, "Button: Talk. It calls in WhatsApp."),
        ({"type": "REQUEST_CONTACT_INFO", "text": "Share"}, {}, "Button: Share. It shares a phone number."),
        ({"type": "TELEPORT", "text": "Go"}, {}, "Button: Go. This kind is not supported yet."),
        ({"type": "TELEPORT"}, {}, "Button: TELEPORT. This kind is not supported yet."),
    ],
)
def test_a_button_says_what_it_does_and_where_it_leads(button: dict, values: dict[str, str], last: str):
    assert said(body("Hi"), buttons(button), **values)[-1] == last


def test_all_buttons_are_said_also_those_behind_the_list():
    assert len([line for line in said(body("Hi"), buttons(*[REPLY] * 6)) if line.startswith("Button: ")]) == 6


def test_cards_are_counted():
    found = full_text(bubble(parse(CAROUSEL), {"body.1": "Ann", "card.0.body.1": "a", "card.0.body.2": "b"}))
    assert found.splitlines()[1:4] == ["Card 1 of 2", "Picture", "Only a and b"]
    assert "Card 2 of 2" in found


def test_a_one_time_password_tells_its_code_and_how_long_it_lasts():
    lines = full_text(bubble(parse(OTP), {"body.1": "482913"})).splitlines()
    assert lines[0].startswith("482913 is your verification code.")
    assert lines[1:] == ["This code expires in 10 minutes.", "Button: Copy code. It copies a code."]


def test_an_offer_says_its_end_and_its_code():
    values = {"offer.expires": "2026-03-03T12:30:05Z", "button.0.code": "DEMO", "body.1": "Ann"}
    found = full_text(bubble(parse(OFFER), values, now=NOW)).splitlines()
    assert found[:4] == ["Picture", "Limited-time offer: Ends soon", "Ends in 3:30:05", "Code: DEMO"]


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(days=3, hours=5), "Ends in 3 days"),
        (timedelta(hours=24), "Ends in 1 day"),
        (timedelta(hours=23, minutes=59, seconds=59), "Ends in 23:59:59"),
        (timedelta(seconds=9), "Ends in 0:00:09"),
        (timedelta(0), "This offer has ended"),
    ],
)
def test_the_clock_of_an_offer(left: timedelta, words: str):
    assert left_text(OfferClock(NOW + left, left)) == words
    shown = bubble(parse(OFFER), {"offer.expires": (NOW + left).isoformat()}, now=NOW)
    assert shown.offer_clock == OfferClock(NOW + left, left)


def test_an_offer_that_is_over_has_nothing_left():
    shown = bubble(parse(OFFER), {"offer.expires": "2026-03-01"}, now=NOW)
    assert shown.offer_clock is not None
    assert shown.offer_clock.left == timedelta(0)


def test_without_a_moment_the_clock_tells_when_and_without_an_end_that_it_is_missing():
    when = bubble(parse(OFFER), {"offer.expires": "2026-03-03T12:30:05Z"}).offer_clock
    none = bubble(parse(OFFER), now=NOW).offer_clock
    assert when is not None
    assert none is not None
    assert left_text(when).startswith("Ends on ")
    assert left_text(none) == "Ends at a time still to be filled in"


def test_time_goes_by():
    shown = bubble(parse(OFFER), {"offer.expires": "2026-03-03T09:00:10Z"}, now=NOW)
    for seconds, left in ((4.0, timedelta(seconds=6)), (60.0, timedelta(0))):
        clock = aged(shown, seconds).offer_clock
        assert clock is not None
        assert clock.left == left
    plain = bubble(parse(raw(body("Hi"))))
    assert aged(plain, 5) is plain


def test_a_catalogue_products_and_a_question_to_call_have_a_panel():
    assert said(body("Hi"), buttons({"type": "CATALOG"}))[:2] == ["Catalogue", "All products, in WhatsApp"]
    mpm = buttons({"type": "MPM", "text": "View"})
    assert said(body("Hi"), mpm, button__0__products="Bags: 1, 2; Locks: 3, ")[:2] == ["Products", "3 products"]
    assert said(body("Hi"), mpm)[:2] == ["Products", "Hi"]
    assert said(body("Hi"), {"type": "call_permission_request"})[0] == "May we call you?"


def test_components_of_the_future_are_named_and_nothing_else_is_lost():
    shown = bubble(parse(raw(body("Hi"), {"type": "ORDER_DETAILS", "more": 1}, {"type": "HALO"})))
    assert shown.unsupported == ("ORDER_DETAILS", "HALO")
    assert full_text(shown).splitlines() == ["Hi", "ORDER_DETAILS: not supported yet", "HALO: not supported yet"]


def test_components_kept_as_they_came_are_named_too():
    kept = ('{"type":"halo"}', "no json", "[]", json.dumps({"type": 5}), '{"type":"HALO"}')
    shown = bubble(Template(name="a", language="nl", body="Hi", others=kept, unsupported=("HALO",)))
    assert shown.unsupported == ("HALO", "?")


@given(templates())
def test_every_text_of_a_template_is_in_what_is_said(template: dict):
    shown = bubble(parse(template))
    text = full_text(shown)
    for part in (shown.footer, shown.offer, *(one.text for one in shown.all_buttons), lines_of(shown)):
        assert part in text
    for card in shown.cards:
        assert lines_text(card.body) in text


def lines_of(shown: Bubble) -> str:
    return lines_text(shown.body) if not any(line.kind == "quote" for line in shown.body) else ""
