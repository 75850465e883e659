"""A template and the JSON that Meta creates it from are the same thing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.fixtures.templates import CAROUSEL, OFFER, OTP, body, buttons, header, media, raw
from tests.fixtures.templates import templates as from_meta
from tests.fixtures.written import templates
from whatsapp_studio.templates.compose import alike, creation
from whatsapp_studio.templates.template import Button, Flow, Header, Otp, Template, content_hash, parse

SHA = "file:" + "a1" * 32


def part(t: Template, kind: str) -> dict[str, Any]:
    """The component of one kind that is created."""
    found: dict[str, Any] = next(one for one in creation(t)["components"] if one["type"] == kind)
    return found


def button(given: Button) -> dict[str, Any]:
    """How one button is created."""
    made = part(Template(name="a", language="nl", body="Hi", buttons=(given,)), "BUTTONS")
    found: dict[str, Any] = made["buttons"][0]
    return found


@given(templates())
@settings(max_examples=300)
def test_what_is_created_reads_back_as_it_was_written(t: Template):
    made = creation(t)
    read = parse(json.dumps(made))
    assert replace(read, raw="") == t
    assert creation(read) == made
    assert t.unsupported == ()


@given(from_meta())
def test_what_meta_tells_is_created_with_all_that_a_person_sees(given: dict[str, Any]):
    t = parse(given)
    again = parse(creation(t))
    assert content_hash(again) == content_hash(t)
    assert creation(again) == creation(t)


def test_examples_take_the_shape_of_the_parameter_format():
    positional = raw(
        header("For {{1}}", example={"header_text": ["An"]}),
        body("Hi {{2}} and {{1}}.", example={"body_text": [["Bo", "Cy"]]}),
    )
    named = raw(
        header("For {{who}}", example={"header_text_named_params": [{"param_name": "who", "example": "An"}]}),
        body("Hi {{b}} and {{a}}.", example={"body_text_named_params": [
            {"param_name": "b", "example": "Bo"}, {"param_name": "a", "example": "Cy"},
        ]}),
        parameter_format="NAMED",
    )  # fmt: skip
    for whole in (positional, named):
        assert creation(parse(whole))["components"] == whole["components"]
    assert creation(parse(positional))["parameter_format"] == "POSITIONAL"


def test_an_example_that_is_missing_leaves_the_others_in_their_places():
    t = Template(name="a", language="nl", body="{{1}} and {{2}}, hi", samples=(("2", "Bo"),))
    assert part(t, "BODY")["example"] == {"body_text": [["", "Bo"]]}
    assert parse(creation(t)).samples == (("2", "Bo"),)


@pytest.mark.parametrize("sample", ["https://files.example/a.png", SHA, "4::aW1h:e:1\n4::aW1h:e:2"])
def test_the_sample_of_a_header_is_kept_as_it_is(sample: str):
    t = parse(raw(media("IMAGE", example={"header_handle": [sample]}), body("Hi")))
    assert t.header == Header("IMAGE", "", (("media", sample),))
    assert part(t, "HEADER")["example"] == {"header_handle": [sample]}


@pytest.mark.parametrize(
    ("given", "made"),
    [
        (Button("QUICK_REPLY", "Stop"), {"type": "QUICK_REPLY", "text": "Stop"}),
        (
            Button("URL", "Shop", "https://a.example/{{1}}", sample="https://a.example/x"),
            {"type": "URL", "text": "Shop", "url": "https://a.example/{{1}}", "example": ["https://a.example/x"]},
        ),
        (
            Button("PHONE_NUMBER", "Call", phone="+31201234567"),
            {"type": "PHONE_NUMBER", "text": "Call", "phone_number": "+31201234567"},
        ),
        (
            Button("COPY_CODE", "Copy offer code", sample="SPRING"),
            {"type": "COPY_CODE", "text": "Copy offer code", "example": "SPRING"},
        ),
        (
            Button("FLOW", "Book", flow=Flow(id="7", action="navigate", screen="START", icon="DOCUMENT")),
            {
                "type": "FLOW", "text": "Book", "flow_id": "7", "flow_action": "navigate", "navigate_screen": "START",
                "icon": "DOCUMENT",
            },
        ),
        (Button("FLOW", "Book", flow=Flow(name="ride")), {"type": "FLOW", "text": "Book", "flow_name": "ride"}),
        (Button("FLOW", "Book", flow=Flow(json="{}")), {"type": "FLOW", "text": "Book", "flow_json": "{}"}),
        (Button("VOICE_CALL", "Ring", minutes=90), {"type": "VOICE_CALL", "text": "Ring", "ttl_minutes": 90}),
        (Button("VOICE_CALL", "Ring"), {"type": "VOICE_CALL", "text": "Ring"}),
        (Button("CATALOG", "View catalog"), {"type": "CATALOG", "text": "View catalog"}),
        (
            Button("OTP", "Copy", otp=Otp("ZERO_TAP", "Fill in", (("nl.shop.app", "abcdefghijk"),), True)),
            {
                "type": "OTP", "text": "Copy", "otp_type": "ZERO_TAP", "autofill_text": "Fill in",
                "supported_apps": [{"package_name": "nl.shop.app", "signature_hash": "abcdefghijk"}],
                "zero_tap_terms_accepted": True,
            },
        ),
        (
            Button("APP", "Open", more='{"app_deep_link":{"android":"shop://a"}}'),
            {"type": "APP", "text": "Open", "app_deep_link": {"android": "shop://a"}},
        ),
    ],
)  # fmt: skip
def test_every_kind_of_button_is_spelled_as_meta_spells_it(given: Button, made: dict[str, Any]):
    assert button(given) == made


def test_the_words_that_meta_writes_for_a_one_time_password_stay_out():
    made = creation(parse(OTP))
    assert made["components"] == [
        {"type": "BODY", "add_security_recommendation": True},
        {"type": "FOOTER", "code_expiration_minutes": 10},
        {"type": "BUTTONS", "buttons": [{"type": "OTP", "text": "Copy code", "otp_type": "COPY_CODE"}]},
    ]
    spanish = raw(
        {"type": "BODY", "text": "Tu código de verificación es *{{1}}*.", "add_security_recommendation": False},
        buttons({"type": "OTP", "otp_type": "COPY_CODE", "text": "Copiar código"}),
        category="AUTHENTICATION", language="es",
    )  # fmt: skip
    assert part(parse(spanish), "BODY") == {"type": "BODY"}


def test_a_one_time_password_is_known_again_in_metas_own_words():
    draft = Template(
        name="spring_offer", language="nl", category="AUTHENTICATION", security_advice=True, code_minutes=10,
        buttons=(Button("OTP", "Copy code", otp=Otp()),),
    )  # fmt: skip
    told = parse(
        {**OTP, "components": [{**OTP["components"][0], "text": "*{{1}}* is je code."}, *OTP["components"][1:]]}
    )
    assert content_hash(told) != content_hash(draft)
    assert alike(told, draft)
    assert not alike(told, replace(draft, code_minutes=5))
    assert not alike(told, replace(draft, buttons=(Button("OTP", "Copy", otp=Otp()),)))
    assert not alike(told, replace(draft, language="de"))


def test_an_older_template_of_the_category_keeps_its_own_words():
    given = raw(body("Use {{1}} to sign in."), buttons({"type": "QUICK_REPLY", "text": "Not me"}))
    assert part(parse({**given, "category": "AUTHENTICATION"}), "BODY") == body("Use {{1}} to sign in.")


def test_the_link_that_meta_makes_of_a_one_time_password_tells_how_it_travels():
    url = (
        "https://www.whatsapp.com/otp/code/?otp_type=ONE_TAP&cta_display_name=Fill%20in&package_name=nl.shop.app"
        "&signature_hash=K8a%2FAINcGX7&code=otp{{1}}"
    )
    t = parse(raw(body("*{{1}}*"), buttons({"type": "URL", "text": "Code", "url": url}), category="AUTHENTICATION"))
    assert t.buttons[0].otp == Otp("ONE_TAP", "Fill in", (("nl.shop.app", "K8a/AINcGX7"),))


def test_how_long_it_lives_and_settings_of_metas_go_along():
    given = raw(body("Hi"), message_send_ttl_seconds=-1, cta_url_link_tracking_opted_out=True, sub_category="CUSTOM")
    made = creation(parse(given))
    assert (made["message_send_ttl_seconds"], made["cta_url_link_tracking_opted_out"]) == (-1, True)
    assert made["sub_category"] == "CUSTOM"
    assert "status" not in made and "id" not in made


@pytest.mark.parametrize(
    "component",
    [
        {"type": "HOLOGRAM", "beams": [{"colour": "red"}], "text": "é"},
        {"type": "call_permission_request"},
        {"type": "HEADER", "format": "HOLOGRAM", "text": "x", "beams": 3, "example": {"beam": ["y"]}},
        {"type": "BUTTONS", "buttons": [{"type": "ORDER_DETAILS", "text": "Pay", "example": [{"order": 1}]}]},
        {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Stop", "glow": True}]},
        {"type": "CAROUSEL", "cards": [{"components": [{"type": "FOOTER", "text": "x"}, {"type": "HALO"}]}]},
    ],
)
def test_what_this_program_does_not_know_goes_back_as_it_came(component: dict[str, Any]):
    assert component in creation(parse(raw(body("Hi"), component)))["components"]


@pytest.mark.parametrize("given", [CAROUSEL, OFFER])
def test_cards_and_offers_are_created_whole(given: dict[str, Any]):
    made = creation(parse(given))["components"]
    wanted = {one["type"]: one for one in given["components"]}
    for component in made:
        if component["type"] != "BUTTONS":
            assert component == wanted[component["type"]]
    assert {one["type"] for one in made} == set(wanted)


_odd = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 99) | st.sampled_from(["", "IMAGE", "URL", "OTP", "{{1}}", "NAMED"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from([
            "type", "format", "text", "buttons", "cards", "components", "example", "header_handle", "body_text",
            "flow_json", "supported_apps", "url", "limited_time_offer", "ttl_minutes", "code_expiration_minutes",
        ]),
        inner | st.sampled_from(["HEADER", "BODY", "FOOTER", "BUTTONS", "CAROUSEL", "FLOW", "AUTHENTICATION"]),
        max_size=6,
    ),
    max_leaves=20,
)  # fmt: skip


@given(st.fixed_dictionaries({"components": st.lists(_odd, max_size=4), "category": _odd, "name": _odd}))
def test_whatever_meta_tells_is_created_the_same_a_second_time(given: dict[str, Any]):
    made = creation(parse(given))
    assert creation(parse(made)) == made
