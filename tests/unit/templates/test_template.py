"""What is read out of Meta's JSON, and which places it leaves to fill."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.meta import EXAMPLES, with_examples
from tests.fixtures.templates import (
    CAROUSEL,
    COUPON,
    FLOW,
    LINK,
    OFFER,
    OTP,
    PHONE,
    REPLY,
    body,
    buttons,
    header,
    media,
    raw,
    templates,
)
from whatsapp_studio.templates.template import Button, Flow, Otp, Place, content_hash, parse, places, variables


def names(given: dict[str, Any]) -> list[str]:
    return [place.name for place in places(parse(given))]


def test_reads_the_facts_of_a_template():
    t = parse(raw(body("Hi"), quality_score={"score": "GREEN"}, rejected_reason="NONE", status="approved"))
    assert (t.name, t.language, t.category, t.status, t.quality, t.meta_id, t.rejected_reason) == (
        "spring_offer", "nl", "MARKETING", "APPROVED", "GREEN", "1", ""
    )  # fmt: skip
    assert t.sendable
    assert parse(t.raw) == t


@pytest.mark.parametrize(
    ("quality", "read"), [("YELLOW", "YELLOW"), ({"score": "RED"}, "RED"), ({}, "UNKNOWN"), (None, "UNKNOWN")]
)
def test_reads_both_spellings_of_quality(quality: object, read: str):
    assert parse(raw(quality_score=quality)).quality == read


def test_only_an_approved_template_without_unknown_parts_can_be_sent():
    assert not parse(raw(body("Hi"), status="PAUSED")).sendable
    assert not parse(raw(body("Hi"), {"type": "HOLOGRAM"})).sendable


def test_places_come_in_reading_order_with_their_examples():
    t = raw(
        header("Sale {{1}}", example={"header_text": ["Spring"]}),
        body("Hi {{2}} and {{1}}, {{2}}", example={"body_text": [["An", "Bo"]]}),
        buttons(REPLY, LINK, COUPON),
    )
    found = places(parse(t))
    assert [(p.name, p.kind, p.sample) for p in found] == [
        ("header.1", "text", "Spring"),
        ("body.1", "text", "An"),
        ("body.2", "text", "Bo"),
        ("button.1.1", "url", "spring"),
        ("button.2.code", "code", "SPRING"),
    ]
    assert all(place.label and place.required for place in found)


def test_named_places_keep_their_names_and_examples():
    example = {
        "body_text_named_params": [
            {"param_name": "city", "example": "Utrecht"},
            {"param_name": "first_name", "example": "An"},
        ]
    }
    t = parse(raw(body("Hi {{first_name}} in {{city}}", example=example), parameter_format="NAMED"))
    assert [(p.name, p.sample) for p in places(t)] == [("body.first_name", "An"), ("body.city", "Utrecht")]
    assert t.parameter_format == "NAMED"


def test_names_make_a_template_named_even_where_meta_does_not_say_so():
    assert parse(raw(body("Hi {{first_name}}"))).parameter_format == "NAMED"
    assert parse(raw(body("Hi {{1}}"))).parameter_format == "POSITIONAL"


@pytest.mark.parametrize(("form", "kind"), [("IMAGE", "image"), ("VIDEO", "video")])
def test_a_media_header_is_a_place(form: str, kind: str):
    t = parse(raw(media(form, example={"header_handle": ["https://cdn.example/x"]}), body("Hi")))
    assert [(p.name, p.kind, p.sample) for p in places(t)] == [("header.media", kind, "https://cdn.example/x")]


def test_an_upload_handle_is_no_sample_because_it_opens_nothing():
    t = parse(raw(media("IMAGE", example={"header_handle": ["4::aW1h"]})))
    assert places(t)[0].sample == ""


def test_a_document_may_be_given_a_file_name():
    assert [(p.name, p.required) for p in places(parse(raw(media("DOCUMENT"))))] == [
        ("header.media", True),
        ("header.filename", False),
    ]


def test_products_and_moving_pictures_are_places():
    assert [(p.name, p.kind) for p in places(parse(raw(media("GIF"))))] == [("header.media", "gif")]
    single = raw(media("PRODUCT"), body("Hi"), buttons({"type": "SPM"}))
    assert [(p.name, p.kind, p.required) for p in places(parse(single))] == [("header.product", "product", True)]
    several = parse(raw(body("Hi"), buttons({"type": "MPM"})))
    assert [(p.name, p.kind, p.required) for p in places(several)] == [("button.0.products", "products", True)]
    assert several.buttons[0].text == "View items"
    card = {"components": [media("PRODUCT"), buttons({"type": "SPM"})]}
    assert names(raw(body("Hi"), {"type": "CAROUSEL", "cards": [card, card]})) == [
        "card.0.header.product", "card.1.header.product"
    ]  # fmt: skip


def test_what_only_a_developer_fills_is_asked_for_where_it_is_wanted():
    t = parse(raw(body("Hi {{1}}!"), buttons(REPLY, FLOW, {"type": "CATALOG"}, {"type": "MPM"}, PHONE)))
    assert [place.name for place in places(t)] == ["body.1", "button.3.products"]
    rare = [place for place in places(t, rare=True) if place not in places(t)]
    assert [(place.name, place.kind) for place in rare] == [
        ("button.0.payload", "payload"), ("button.1.flow_token", "payload"), ("button.1.flow_data", "json"),
        ("button.2.product", "product"), ("button.3.product", "product"),
    ]  # fmt: skip
    assert not any(place.required for place in rare)
    assert len({place.label for place in places(t, rare=True)}) == len(places(t, rare=True))


def test_forms_passwords_calls_and_lifetimes_are_read():
    flow = {"flow_id": 7, "flow_action": "NAVIGATE", "navigate_screen": "START", "icon": "DOCUMENT"}
    otp = {"type": "OTP", "otp_type": "one_tap", "autofill_text": "Fill in", "text": "Copy"}
    apps = [{"package_name": "nl.shop.app", "signature_hash": "abcdefghijk"}, "odd"]
    t = parse(
        raw(
            {"type": "BODY", "add_security_recommendation": True},
            {"type": "FOOTER", "code_expiration_minutes": 5},
            buttons(
                {"type": "FLOW", "text": "Book", **flow},
                {"type": "FLOW", "text": "Ask", "flow_json": {"version": "5.0"}},
                {**otp, "supported_apps": apps},
                {**otp, "package_name": "nl.shop.app", "signature_hash": "abcdefghijk"},
                {"type": "VOICE_CALL", "text": "Ring", "ttl_minutes": 15},
                {"type": "VOICE_CALL", "text": "Ring", "ttl_minutes": "soon"},
            ),
            category="AUTHENTICATION", message_send_ttl_seconds=60, previous_category="utility",
            correct_category="MARKETING",
        )
    )  # fmt: skip
    password = Otp("ONE_TAP", "Fill in", (("nl.shop.app", "abcdefghijk"),))
    assert [button.flow for button in t.buttons[:2]] == [
        Flow(id="7", action="NAVIGATE", screen="START", icon="DOCUMENT"), Flow(json='{"version":"5.0"}')
    ]  # fmt: skip
    assert [button.otp for button in t.buttons[2:4]] == [password, password]
    assert [button.minutes for button in t.buttons[3:]] == [None, 15, None]
    assert (t.security_advice, t.code_minutes, t.lives_seconds) == (True, 5, 60)
    assert (t.previous_category, t.correct_category) == ("UTILITY", "MARKETING")


def test_a_question_to_be_allowed_to_call_needs_nothing():
    t = parse(raw(body("Hi"), {"type": "call_permission_request"}))
    assert (t.unsupported, t.others) == ((), ('{"type":"call_permission_request"}',))
    assert t.sendable


@pytest.mark.parametrize("sample", ["https://cdn.example/x", "HTTP://cdn.example/x", "file:" + "0a" * 32])
def test_a_sample_that_can_be_opened_is_shown(sample: str):
    header = parse(raw(media("IMAGE", example={"header_handle": [sample]}))).header
    assert header is not None and header.shown_sample == sample
    assert parse(raw(media("IMAGE", example={"header_url": [sample]}))).header == header


def test_numbers_that_stand_for_texts_are_read_as_texts():
    t = parse(
        raw(body("Hi {{1}}!", example={"body_text": [[15]]}), buttons({**PHONE, "phone_number": 31201234567}), id=1)
    )
    assert (t.samples, t.buttons[0].phone, t.meta_id) == ((("1", "15"),), "31201234567", "1")


@pytest.mark.parametrize("depth", [50, 900, 5_000, 200_000])
def test_however_deep_it_is_nested_it_is_read(depth: int):
    text = '{"name":"a","components":' + "[" * depth + "]" * depth + "}"
    t = parse(text)
    assert t.raw == text
    assert not t.sendable
    nested: list[Any] = []
    for _ in range(depth):
        nested = [nested]
    assert not parse({"name": "a", "components": nested, "optimization_spec": nested}).sendable


def test_a_location_header_is_a_place():
    assert [(p.name, p.kind) for p in places(parse(raw(media("LOCATION"))))] == [("header.location", "location")]


def test_every_card_has_places_of_its_own():
    assert names(CAROUSEL) == [
        "body.1",
        "card.0.header.media", "card.0.body.1", "card.0.body.2", "card.0.button.1.1",
        "card.1.header.media", "card.1.button.1.1",
    ]  # fmt: skip


def test_an_offer_that_ends_asks_when():
    assert names(OFFER) == ["header.media", "offer.expires", "body.1", "button.0.code", "button.1.1"]
    endless = raw({"type": "LIMITED_TIME_OFFER", "limited_time_offer": {"text": "Now"}}, body("Hi"))
    assert names(endless) == []


def test_the_code_of_a_one_time_password_is_asked_for_once():
    t = parse(OTP)
    assert [(p.name, p.kind) for p in places(t)] == [("body.1", "code")]
    assert [button.kind for button in t.buttons] == ["OTP"]


def test_the_texts_that_meta_writes_for_a_one_time_password_are_shown():
    t = parse(
        raw(
            {"type": "BODY", "add_security_recommendation": True},
            {"type": "FOOTER", "code_expiration_minutes": 5},
            buttons({"type": "OTP", "otp_type": "COPY_CODE"}),
            category="AUTHENTICATION",
        )
    )
    assert t.body == "*{{1}}* is your verification code. For your security, do not share this code."
    assert (t.footer, t.buttons) == ("This code expires in 5 minutes.", (Button("OTP", "Copy code", otp=Otp()),))
    assert parse(raw({"type": "BODY"}, {"type": "FOOTER"})).body == ""


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ({"type": "HOLOGRAM"}, "HOLOGRAM"),
        ({}, "?"),
        (media("HOLOGRAM"), "header HOLOGRAM"),
        (buttons({"type": "ORDER_DETAILS", "text": "Pay"}), "button ORDER_DETAILS"),
        (buttons({"type": "APP", "text": "Open"}), "button APP"),
        (buttons({"type": "REQUEST_CONTACT_INFO"}), "button REQUEST_CONTACT_INFO"),
        (buttons({}), "button ?"),
        ({"type": "CAROUSEL", "cards": [{"components": [{"type": "HOLOGRAM"}]}]}, "card 1: HOLOGRAM"),
        ({"type": "CAROUSEL", "cards": [{"components": [{"type": "CAROUSEL"}]}]}, "card 1: CAROUSEL"),
        ({"type": "CAROUSEL", "cards": [{"components": [{"type": "FOOTER", "text": "x"}]}]}, "card 1"),
    ],
)
def test_what_cannot_be_filled_is_named(part: dict[str, Any], said: str):
    assert parse(raw(body("Hi"), part)).unsupported == (said,)


def test_a_template_with_a_price_limit_cannot_be_sent_this_way():
    assert parse(raw(body("Hi"), optimization_spec={"bid_amount": 1})).unsupported == ("bid",)


def test_buttons_that_need_nothing_are_supported():
    t = parse(raw(body("Hi"), buttons(REPLY, PHONE, FLOW, {"type": "CATALOG"})))
    assert t.unsupported == ()
    assert places(t) == ()
    assert t.buttons[-1].text == "View catalog"


def test_a_header_without_a_format_is_text():
    assert names(raw({"type": "header", "text": "Hi {{1}}"})) == ["header.1"]
    assert names(raw(media("HOLOGRAM"))) == []


def test_numbers_are_ordered_by_value_and_counted_once():
    assert variables("{{10}} {{2}} {{ 2 }} {{1}}") == ("1", "2", "10")
    assert variables("{{b}} {{a}} {{b}}") == ("b", "a")
    assert variables("{{ }} {{a-b}} {x}") == ()


def test_the_hash_follows_what_is_seen_and_not_how_meta_judges_it():
    t = raw(body("Hi {{1}}"), buttons(LINK))
    same = raw(body("Hi {{1}}", example={"body_text": [["x"]]}), buttons(LINK), status="PAUSED", quality_score="RED")
    assert content_hash(parse(t)) == content_hash(parse(same))
    others = [
        raw(body("Ho {{1}}"), buttons(LINK)),
        raw(body("Hi {{1}}"), buttons(REPLY)),
        raw(header("x"), body("Hi {{1}}"), buttons(LINK)),
        raw(body("Hi {{1}}"), buttons(LINK), language="de"),
        raw(body("Hi {{1}}"), buttons(LINK), {"type": "NEW"}),
        CAROUSEL,
        OFFER,
    ]
    assert len({content_hash(parse(other)) for other in [t, *others]}) == len(others) + 1


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(["type", "format", "text", "buttons", "cards", "components", "example", "url", "category",
                         "header_text", "body_text", "limited_time_offer", "header_handle", "quality_score"]),
        inner | st.sampled_from(["HEADER", "BODY", "BUTTONS", "CAROUSEL", "FOOTER", "URL", "IMAGE", "AUTHENTICATION",
                                 "LIMITED_TIME_OFFER", "{{1}}", "NAMED"]),
        max_size=5,
    ),
    max_leaves=25,
)  # fmt: skip


@given(_json)
def test_nothing_that_meta_could_send_makes_it_fall(anything: Any):
    t = parse(json.dumps(anything))
    assert all(isinstance(place, Place) for place in places(t))
    assert content_hash(t)


@given(templates())
def test_a_template_survives_its_own_json(given: dict[str, Any]):
    t = parse(given)
    assert parse(t.raw) == t
    assert t.unsupported == ()
    found = [place.name for place in places(t)]
    assert len(found) == len(set(found))


@with_examples
def test_metas_own_examples_are_read_whole():
    seen = 0
    for path in sorted(EXAMPLES.glob("*template*.json")):
        data = json.loads(path.read_text())
        for one in data.get("data", [data]) if isinstance(data, dict) else []:
            if "components" in one:
                t = parse(one)
                assert t.name
                assert t.unsupported == ()
                seen += 1
    assert seen > 20
