"""What a phone shows of a template."""

from __future__ import annotations

import pytest

from tests.fixtures.templates import CAROUSEL, COUPON, LINK, OFFER, OTP, PHONE, REPLY, body, buttons, header, media, raw
from whatsapp_studio.templates.bubble import Bubble, bubble, plain_text
from whatsapp_studio.templates.template import parse


def shown(*parts: dict, **values: str) -> Bubble:
    return bubble(parse(raw(*parts)), {name.replace("__", "."): value for name, value in values.items()})


def test_up_to_three_buttons_stand_on_the_bubble_in_order():
    found = shown(body("Hi"), buttons(REPLY, LINK, PHONE))
    assert [(b.kind, b.text) for b in found.buttons] == [("reply", "Stop"), ("url", "Shop"), ("phone", "Call")]
    assert found.more_buttons == ()


def test_from_four_buttons_on_two_are_shown_and_the_rest_is_behind_the_list():
    found = shown(body("Hi"), buttons(REPLY, LINK, PHONE, COUPON))
    assert [b.kind for b in found.buttons] == ["reply", "url"]
    assert [b.kind for b in found.more_buttons] == ["phone", "copy"]


def test_a_button_of_a_new_kind_is_still_a_button():
    assert shown(body("Hi"), buttons({"type": "NEW", "text": "Go"})).buttons[0].kind == "other"


def test_without_a_header_there_is_none():
    assert shown(body("Hi")).header is None


def test_a_text_header_is_filled_or_marked():
    head = shown(header("For {{1}}"), header__1="An").header
    assert head is not None
    assert (head.kind, head.text) == ("text", "For An")
    empty = shown(header("For {{1}}")).header
    assert empty is not None
    assert empty.line is not None
    assert [span.placeholder for span in empty.line.spans] == [False, True]


def test_media_shows_what_was_chosen_before_the_sample():
    sample = media("IMAGE", example={"header_handle": ["https://cdn.example/sample.jpg"]})
    before, after, uploaded = shown(sample).header, shown(sample, header__media="https://a.example/b").header, shown(
        sample, header__media="123"
    ).header  # fmt: skip
    assert before is not None
    assert after is not None
    assert uploaded is not None
    assert (before.kind, before.media, before.media_is_link) == ("image", "https://cdn.example/sample.jpg", True)
    assert (after.media, uploaded.media, uploaded.media_is_link) == ("https://a.example/b", "123", False)


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"header__media": "https://a.example/menu.pdf?x=1#p2"}, "menu.pdf"),
        ({"header__media": "123"}, ""),
        ({"header__media": "123", "header__filename": "Menu.pdf"}, "Menu.pdf"),
        ({}, ""),
    ],
)
def test_a_document_shows_its_name(values: dict[str, str], name: str):
    head = shown(media("DOCUMENT"), **values).header
    assert head is not None
    assert (head.kind, head.text) == ("document", name)


def test_a_location_shows_name_and_address():
    head = shown(media("LOCATION"), header__location="1,2; Shop; Main Street 1").header
    assert head is not None
    assert (head.kind, head.text) == ("location", "Shop, Main Street 1")


def test_the_whole_message_follows_the_direction_of_its_text():
    assert shown(body("שלום {{1}}"), body__1="An").rtl
    assert not shown(body("Hi {{1}}"), body__1="שלום").rtl


def test_cards_and_offers_are_shown():
    found = bubble(parse(CAROUSEL), {"card.0.body.1": "one"})
    assert [len(card.buttons) for card in found.cards] == [2, 2]
    assert found.cards[0].body[0].text == "Only one and {{2}}"
    assert bubble(parse(OFFER)).offer == "Ends soon"


def test_without_values_everything_is_marked():
    assert bubble(parse(OTP)).body[0].spans[0].placeholder


def test_plain_text_has_every_part():
    assert plain_text(bubble(parse(OFFER), {"body.1": "An"})) == (
        "(image)\nEnds soon\nHi An, it ends\n[Copy offer code]\n[Shop]"
    )
    assert plain_text(bubble(parse(CAROUSEL), {"card.0.header.media": "https://a.example/b"})) == (
        "Hi {{1}}, look\nhttps://a.example/b\nOnly {{1}} and {{2}}\n[Stop]\n[Shop]\n"
        "(image)\nNothing varies\n[Stop]\n[Shop]"
    )
    footer = {"type": "FOOTER", "text": "Reply stop"}
    assert plain_text(shown(header("A"), body("*b*"), footer)) == "A\nb\nReply stop"
