"""How a message reads in Meta's JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.meta import EXAMPLES, with_examples
from tests.fixtures.templates import (
    CAROUSEL,
    FLOW,
    GOOD_VALUES,
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
)
from whatsapp_studio.cloudapi.wire import phone_facts, template_body, token_facts
from whatsapp_studio.templates.bubble import bubble
from whatsapp_studio.templates.template import parse, places, variables

TO = "+31612345678"


def components(template: dict[str, Any], **values: str) -> list[dict[str, Any]]:
    named = {name.replace("__", "."): value for name, value in values.items()}
    found: list[dict[str, Any]] = template_body(parse(template), named, TO, "k")["template"].get("components", [])
    return found


def test_the_whole_message():
    t = parse(raw(header("For {{1}}"), body("Hi {{1}}, {{2}}"), buttons(REPLY, LINK)))
    values = {"header.1": "An", "body.1": "Bo", "body.2": "Cy", "button.1.1": "spring"}
    assert template_body(t, values, TO, "spring:7") == {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "to": TO,
        "type": "template",
        "biz_opaque_callback_data": "spring:7",
        "template": {
            "name": "spring_offer",
            "language": {"code": "nl"},
            "components": [
                {"type": "header", "parameters": [{"type": "text", "text": "An"}]},
                {"type": "body", "parameters": [{"type": "text", "text": "Bo"}, {"type": "text", "text": "Cy"}]},
                {
                    "type": "button", "sub_type": "url", "index": "1",
                    "parameters": [{"type": "text", "text": "spring"}],
                },
            ],
        },
    }  # fmt: skip


def test_a_template_without_places_has_no_components():
    t = parse(raw(header("Sale"), body("Hi"), buttons(REPLY, PHONE, PLAIN_LINK)))
    assert "components" not in template_body(t, {}, TO, "k")["template"]


def test_named_parameters_say_their_names():
    t = raw(header("For {{who}}"), body("Hi {{first_name}}"), parameter_format="NAMED")
    assert components(t, header__who="An", body__first_name="Bo") == [
        {"type": "header", "parameters": [{"type": "text", "parameter_name": "who", "text": "An"}]},
        {"type": "body", "parameters": [{"type": "text", "parameter_name": "first_name", "text": "Bo"}]},
    ]


@pytest.mark.parametrize(
    ("form", "value", "file"),
    [
        ("IMAGE", "https://a.example/b.jpg", {"link": "https://a.example/b.jpg"}),
        ("IMAGE", "123", {"id": "123"}),
        ("VIDEO", "https://a.example/b.mp4", {"link": "https://a.example/b.mp4"}),
        ("DOCUMENT", "https://a.example/m.pdf?x", {"link": "https://a.example/m.pdf?x", "filename": "m.pdf"}),
        ("DOCUMENT", "123", {"id": "123"}),
        ("DOCUMENT", "https://a.example", {"link": "https://a.example", "filename": "a.example"}),
    ],
)
def test_media_goes_by_id_or_by_link(form: str, value: str, file: dict[str, str]):
    kind = form.lower()
    assert components(raw(media(form)), header__media=value) == [
        {"type": "header", "parameters": [{"type": kind, kind: file}]}
    ]


def test_a_document_takes_the_name_it_is_given():
    (found,) = components(raw(media("DOCUMENT")), header__media="123", header__filename="Menu.pdf")
    assert found["parameters"][0]["document"] == {"id": "123", "filename": "Menu.pdf"}


@pytest.mark.parametrize(
    ("value", "point"),
    [
        ("52.5, 4.5", {"latitude": 52.5, "longitude": 4.5}),
        (
            "52.5,4.5; Shop; Street 1",
            {"latitude": 52.5, "longitude": 4.5, "name": "Shop", "address": "Street 1"},
        ),
    ],
)
def test_a_location_header(value: str, point: dict[str, object]):
    assert components(raw(media("LOCATION")), header__location=value) == [
        {"type": "header", "parameters": [{"type": "location", "location": point}]}
    ]


def test_an_offer_ends_in_milliseconds():
    found = components(
        OFFER,
        header__media="1",
        offer__expires="2026-12-31T18:00Z",
        body__1="An",
        button__0__code="X",
        button__1__1="y",
    )
    assert [part["type"] for part in found] == ["header", "limited_time_offer", "body", "button", "button"]
    at = int(datetime(2026, 12, 31, 18, tzinfo=UTC).timestamp() * 1000)
    assert found[1]["parameters"] == [{"type": "limited_time_offer", "limited_time_offer": {"expiration_time_ms": at}}]
    assert found[3] == {
        "type": "button", "sub_type": "copy_code", "index": "0",
        "parameters": [{"type": "coupon_code", "coupon_code": "X"}],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("template", "values"),
    [
        (raw(media("LOCATION")), {"header__location": "here"}),
        (OFFER, {"header__media": "1", "offer__expires": "soon"}),
        (raw(media("PRODUCT")), {"header__product": "SKU-1"}),
        (raw(body("Hi"), buttons({"type": "MPM"})), {"button__0__products": "Bikes:"}),
        (raw(body("Hi"), buttons(FLOW)), {"button__0__flow_data": "[]"}),
    ],
)
def test_what_the_rules_refuse_cannot_be_put_on_the_wire(template: dict[str, Any], values: dict[str, str]):
    with pytest.raises(ValueError, match="not a"):
        components(template, **values)


def test_an_offer_without_an_end_says_nothing_of_it():
    t = raw({"type": "LIMITED_TIME_OFFER", "limited_time_offer": {"text": "Now"}}, body("Hi"))
    assert components(t) == []


def test_a_one_time_code_goes_into_the_text_and_the_button():
    parameters = [{"type": "text", "text": "123456"}]
    assert components(OTP, body__1="123456") == [
        {"type": "body", "parameters": parameters},
        {"type": "button", "sub_type": "url", "index": "0", "parameters": parameters},
    ]


def test_a_flow_button_gets_the_token_that_means_none():
    assert components(raw(body("Hi"), buttons(FLOW)))[0]["parameters"] == [
        {"type": "action", "action": {"flow_token": "unused"}}
    ]


def test_a_form_takes_its_own_token_and_data():
    found = components(
        raw(body("Hi"), buttons(FLOW)), button__0__flow_token="ride-7", button__0__flow_data='{"city": "Utrecht"}'
    )
    assert found == [
        {
            "type": "button", "sub_type": "flow", "index": "0",
            "parameters": [
                {"type": "action", "action": {"flow_token": "ride-7", "flow_action_data": {"city": "Utrecht"}}}
            ],
        }
    ]  # fmt: skip


def test_a_quick_reply_brings_its_payload_where_it_has_one():
    t = raw(body("Hi"), buttons(REPLY, {**REPLY, "text": "Yes"}))
    assert components(t) == []
    assert components(t, button__1__payload="choice-7") == [
        {
            "type": "button", "sub_type": "quick_reply", "index": "1",
            "parameters": [{"type": "payload", "payload": "choice-7"}],
        }
    ]  # fmt: skip
    values = {place.name: GOOD_VALUES[place.kind] for place in places(parse(CAROUSEL))}
    values |= {"card.1.button.0.payload": "choice-7"}
    cards = template_body(parse(CAROUSEL), values, TO, "k")["template"]["components"][-1]["cards"]
    payloads = [part["parameters"][0].get("payload") for card in cards for part in card["components"]]
    assert [payload for payload in payloads if payload] == ["Stop", "choice-7"]


def test_every_button_is_shown_and_sent_at_its_own_place():
    t = raw(body("Hi"), buttons(PHONE, {**REPLY, "text": "Yes"}, LINK))
    values = {"button.1.payload": "choice-7", "button.2.1": "spring"}
    shown = bubble(parse(t), values).all_buttons
    assert [(one.kind, one.target) for one in shown] == [
        ("phone", PHONE["phone_number"]), ("reply", ""), ("url", "https://shop.example/spring")
    ]  # fmt: skip
    found = template_body(parse(t), values, TO, "k")["template"]["components"]
    assert [(one["sub_type"], one["index"]) for one in found] == [("quick_reply", "1"), ("url", "2")]


def test_a_catalogue_may_show_a_product_first():
    t = raw(body("Hi"), buttons({"type": "CATALOG"}))
    assert components(t) == []
    assert components(t, button__0__product="SKU-1") == [
        {
            "type": "button", "sub_type": "catalog", "index": "0",
            "parameters": [{"type": "action", "action": {"thumbnail_product_retailer_id": "SKU-1"}}],
        }
    ]  # fmt: skip


def test_several_products_go_in_their_sections():
    t = raw(body("Hi"), buttons({"type": "MPM"}))
    items = [{"product_retailer_id": "SKU-1"}, {"product_retailer_id": "SKU-2"}]
    (found,) = components(t, button__0__products="Bikes: SKU-1, SKU-2; Locks: SKU-3")
    assert (found["sub_type"], found["index"]) == ("mpm", "0")
    assert found["parameters"] == [
        {
            "type": "action",
            "action": {
                "thumbnail_product_retailer_id": "SKU-1",
                "sections": [
                    {"title": "Bikes", "product_items": items},
                    {"title": "Locks", "product_items": [{"product_retailer_id": "SKU-3"}]},
                ],
            },
        }
    ]
    (found,) = components(t, button__0__products="SKU-1, SKU-2", button__0__product="SKU-2")
    assert found["parameters"][0]["action"] == {
        "thumbnail_product_retailer_id": "SKU-2", "sections": [{"product_items": items}]
    }  # fmt: skip


def test_a_product_and_a_moving_picture_stand_in_the_header():
    (found,) = components(raw(media("PRODUCT"), body("Hi"), buttons({"type": "SPM"})), header__product="88; SKU-1")
    assert found["parameters"] == [{"type": "product", "product": {"catalog_id": "88", "product_retailer_id": "SKU-1"}}]
    (found,) = components(raw(media("GIF"), body("Hi")), header__media="123")
    assert found["parameters"] == [{"type": "gif", "gif": {"id": "123"}}]


def test_a_call_and_the_question_to_be_allowed_one_need_nothing():
    call = buttons({"type": "VOICE_CALL", "text": "Ring", "ttl_minutes": 15})
    assert components(raw(body("Hi"), call)) == []
    assert components(raw(body("Hi"), {"type": "call_permission_request"})) == []


@pytest.mark.parametrize("form", ["IMAGE", "VIDEO", "DOCUMENT", "GIF"])
def test_a_file_that_is_not_uploaded_never_leaves(form: str):
    with pytest.raises(ValueError, match="not uploaded"):
        components(raw(media(form), body("Hi")), header__media="file:" + "0a" * 32)


def test_every_card_is_sent():
    values = {place.name: GOOD_VALUES[place.kind] for place in places(parse(CAROUSEL))}
    found = template_body(parse(CAROUSEL), values, TO, "k")["template"]["components"]
    cards = found[-1]["cards"]
    assert [card["card_index"] for card in cards] == [0, 1]
    assert [part["type"] for part in cards[0]["components"]] == ["header", "body", "button", "button"]
    assert [part["type"] for part in cards[1]["components"]] == ["header", "button", "button"]
    assert cards[0]["components"][2]["parameters"] == [{"type": "payload", "payload": "Stop"}]


def parameters(part: object) -> Iterator[dict[str, Any]]:
    if isinstance(part, list):
        for item in part:
            yield from parameters(item)
    elif isinstance(part, dict):
        yield from part.get("parameters", [])
        yield from parameters([part[key] for key in ("template", "components", "cards") if key in part])


@given(templates(), st.booleans())
def test_the_wire_carries_as_many_parameters_as_the_template_has_variables(given: dict[str, Any], named_file: bool):
    t = parse(given)
    values = {place.name: GOOD_VALUES[place.kind] for place in places(t) if named_file or place.required}
    sent = list(parameters(template_body(t, values, TO, "k")))
    texts = [*([t.header.text] if t.header else []), t.body, *(b.url for b in t.buttons if b.kind == "URL")]
    texts += [
        text for c in t.cards for text in (c.header.text if c.header else "", c.body, *(b.url for b in c.buttons))
    ]
    assert sum(p["type"] == "text" for p in sent) == sum(len(variables(text)) for text in texts)
    media_places = [p for p in places(t) if p.kind in ("image", "video", "document")]
    assert sum(p["type"] in ("image", "video", "document") for p in sent) == sum(
        place.name.endswith("media") for place in media_places
    )
    named = [p["parameter_name"] for p in sent if "parameter_name" in p]
    assert bool(named) == (t.parameter_format == "NAMED" and any(variables(x) for x in texts if "https" not in x))
    assert json.loads(json.dumps(sent)) == sent


@given(templates())
def test_a_place_left_empty_is_found_before_anything_leaves(given: dict[str, Any]):
    t = parse(given)
    needed = [place.name for place in places(t) if place.required]
    for missing in needed:
        values = {place.name: GOOD_VALUES[place.kind] for place in places(t) if place.name != missing}
        with pytest.raises(KeyError):
            template_body(t, values, TO, "k")


@with_examples
def test_metas_own_messages_have_the_shape_we_send():
    ours = components(
        raw(media("DOCUMENT"), body("Hi {{1}}"), buttons(LINK)),
        header__media="928860901494862", header__filename="Class.pdf", body__1="Mauricio Binda",
        button__0__1="career-academy/?trk_ref=globalnav",
    )  # fmt: skip
    theirs = json.loads((EXAMPLES / "send-template-hdocument-body-url.json").read_text())["template"]["components"]
    assert [{**part, "index": int(part["index"])} if "index" in part else part for part in ours] == theirs


def test_the_facts_of_a_number():
    facts = phone_facts(
        {
            "id": "7", "display_phone_number": "+31 20 123 4567", "verified_name": "Shop", "quality_rating": "GREEN",
            "throughput": {"level": "STANDARD"}, "whatsapp_business_manager_messaging_limit": "TIER_2K",
            "status": "CONNECTED", "health_status": {"can_send_message": "LIMITED"},
        }
    )  # fmt: skip
    assert (facts.throughput, facts.messaging_limit, facts.can_send) == ("STANDARD", "TIER_2K", "LIMITED")
    assert phone_facts({"id": 7, "messaging_limit_tier": "TIER_250"}).messaging_limit == "TIER_250"
    empty = phone_facts({"throughput": "HIGH", "health_status": []})
    assert (empty.id, empty.throughput, empty.can_send) == ("", "", "")


def test_the_facts_of_a_token():
    facts = token_facts(
        {
            "data": {
                "is_valid": True, "app_id": "3", "expires_at": 1800000000, "scopes": ["a"],
                "granular_scopes": [
                    {"scope": "whatsapp_business_management", "target_ids": ["5", "6"]},
                    {"scope": "whatsapp_business_management"},
                    {"scope": "other", "target_ids": ["9"]},
                    "odd",
                ],
            }
        }
    )  # fmt: skip
    assert facts.expires_at == datetime.fromtimestamp(1800000000, UTC)
    assert (facts.valid, facts.app_id, facts.scopes, facts.waba_ids) == (True, "3", ("a",), ("5", "6"))
    assert token_facts({"data": {"is_valid": True, "expires_at": 0}}).expires_at is None
    assert not token_facts({}).valid
