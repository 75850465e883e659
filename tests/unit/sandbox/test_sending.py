"""Sending: what is taken, what is refused, and with which code."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.sandbox.desk import MARIA, Desk, body, button, error, header, spring, text


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_taken_template_is_answered_as_meta_does(desk: Desk) -> None:
    answer = desk.send(biz_opaque_callback_data="k1")
    told = answer.json()
    wamid = told["messages"][0]["id"]
    assert answer.status_code == 200 and wamid.startswith("wamid.HBgL")
    assert told == {
        "messaging_product": "whatsapp",
        "contacts": [{"input": MARIA, "wa_id": "31612345678"}],
        "messages": [{"id": wamid, "message_status": "accepted"}],
    }


def test_any_version_and_none_are_taken(desk: Desk) -> None:
    for prefix in ("/v19.0", "/v25.0", "/v26.0", ""):
        answer = desk.call(
            "POST",
            f"http://sandbox{prefix}/{desk.world.number.id}/messages",
            json={"messaging_product": "whatsapp", "to": MARIA, **spring()},
        )
        assert answer.status_code == 200


@pytest.mark.parametrize(
    ("token", "status", "code"), [("", 401, 104), ("EAAwrong", 401, 190)], ids=["missing", "wrong"]
)
def test_the_token_is_asked_for(desk: Desk, token: str, status: int, code: int) -> None:
    answer = desk.call("POST", f"/{desk.world.number.id}/messages", token=token, json={})
    assert error(answer) == (status, code)


def test_a_revoked_token_and_a_lost_scope_are_refused(desk: Desk) -> None:
    desk.set(token_valid=False)
    assert error(desk.send()) == (401, 190)
    desk.set(token_valid=True, scopes=["whatsapp_business_management"])
    assert error(desk.send()) == (403, 200)
    desk.set(scopes=["whatsapp_business_messaging"])
    assert desk.send().status_code == 200
    assert error(desk.call("GET", f"/{desk.world.waba_id}/message_templates")) == (403, 200)


def test_an_unknown_number_is_100_33(desk: Desk) -> None:
    answer = desk.send(number="123456789")
    assert error(answer) == (400, 100)
    assert answer.json()["error"]["error_subcode"] == 33
    assert answer.json()["error"]["type"] == "GraphMethodException"


def test_an_unregistered_number_is_133010(desk: Desk) -> None:
    spare = list(desk.world.numbers)[1]
    assert error(desk.send(number=spare)) == (400, 133010)
    desk.post(f"/{spare}/register", json={"messaging_product": "whatsapp", "pin": "123456"})
    assert desk.send(number=spare).status_code == 200
    desk.set(registered=False)
    assert error(desk.send()) == (400, 133010)


OK_ORDER = [
    header(text("FG-1")),
    body(text("Zoë"), text("onderweg"), text("vrijdag")),
    button("url", "0", text("FG-1")),
]
TOO_LONG = "a" * 1100
PICTURE = {"type": "image", "image": {"link": "https://shop.example/a.png"}}


@pytest.mark.parametrize(
    ("name", "language", "components", "code", "says"),
    [
        ("nothing_like_it", "nl", [], 132001, "does not exist in nl"),
        ("spring_offer", "fr", [], 132001, "does not exist in fr"),
        ("summer_tour", "nl", [], 132001, "does not exist"),
        ("prize_draw", "en", [], 132001, "does not exist"),
        ("winter_check", "nl", [body(text("a"), text("b"))], 132015, "paused"),
        ("clearance_shout", "en", [body(text("a"))], 132016, "disabled"),
        ("order_update", "nl", [], 132000, "header: number of localizable_params (0)"),
        ("order_update", "nl", OK_ORDER[:1], 132000, "body: number of localizable_params (0)"),
        ("order_update", "nl", [*OK_ORDER[:1], body(text("a"))], 132000, "expected number of params (3)"),
        ("order_update", "nl", OK_ORDER[:2], 131008, "Button at index 0 of type Url requires a parameter"),
        ("order_update", "nl", [*OK_ORDER, button("quick_reply", 3)], 132012, "index 3 does not exist"),
        ("order_update", "nl", [*OK_ORDER[:2], button("copy_code", 0)], 132012, "received COPY_CODE"),
        ("order_update", "nl", [*OK_ORDER[:2], button("shine", 0)], 131009, "sub_type"),
        ("order_update", "nl", [*OK_ORDER[:2], button("url", "x", text("a"))], 131009, "index"),
        ("spring_offer", "nl", [body(text("Zoë"))], 132012, "Parameter name is missing"),
        ("spring_offer", "nl", [body(text("Zoë", "last_name"))], 132012, "not one of"),
        ("order_invoice", "nl", [body(text("a", "x"), text("b"), text("c"))], 132012, "expected DOCUMENT"),
        ("spring_offer", "nl", [body(text("", "first_name"))], 131008, "missing text value"),
        ("spring_offer", "nl", [body(text("a\nb", "first_name"))], 132018, "new-line"),
        ("spring_offer", "nl", [body(text("a\tb", "first_name"))], 132018, "new-line"),
        ("spring_offer", "nl", [body(text("a     b", "first_name"))], 132018, "4 consecutive"),
        ("spring_offer", "nl", [body(text(TOO_LONG, "first_name"))], 132005, "characters long"),
        ("spring_offer", "nl", [body({"type": "image", "parameter_name": "first_name"})], 132012, "expected TEXT"),
        ("spring_offer", "nl", [{"parameters": []}], 131008, "type"),
        ("spring_offer", "nl", [{"type": "hat"}], 131009, "must be one of"),
        ("new_collection", "nl", [body(text("a"), text("b"))], 132012, "expected IMAGE, received UNKNOWN"),
        ("new_collection", "nl", [header({"type": "image", "image": {}})], 131008, "id"),
        ("new_collection", "nl", [header({"type": "image", "image": {"id": "77"}})], 131009, "media ID"),
        ("new_collection", "nl", [header({"type": "image", "image": {"link": "ftp://x"}})], 131009, "URI"),
        ("order_ready", "nl", [header({"type": "location", "location": {"latitude": "52"}})], 131008, "longitude"),
        ("login_code", "en", [body(text("482913"))], 131008, "Button at index 0"),
        ("login_code", "nl", [body(text("482913"))], 131008, "Button at index 0"),
        ("new_collection", "nl", [header(PICTURE, PICTURE), body(text("a"), text("b"))], 132000, "header"),
        ("order_ready", "nl", [header({"type": "location"})], 131008, "location"),
        (
            "order_update",
            "nl",
            [*OK_ORDER[:2], button("url", 0, {"type": "payload", "payload": "x"})],
            132012,
            "expected TEXT",
        ),
        ("order_update", "nl", [*OK_ORDER[:2], {"type": "button", "sub_type": "url"}], 131008, "index"),
        ("order_update", "nl", [header(text("FG-1", "order"))], 132012, "Parameter names are not allowed"),
        ("order_update", "nl", [{"type": "header", "parameters": {}}], 131009, "array"),
        ("order_update", "nl", [header({"type": "currency", "currency": {"code": "EUR"}})], 131008, "fallback_value"),
        ("order_update", "nl", [header({"type": "text", "text": 7})], 131009, "must be a string"),
        ("workshop_video", "en", [header(PICTURE)], 132012, "expected VIDEO, received IMAGE"),
        (
            "new_collection",
            "nl",
            [header(PICTURE), body(text("a"), text("b")), button("url", 0, text("x"))],
            132000,
            "Url",
        ),
        (
            "bike_advice",
            "nl",
            [body(text("a", "first_name")), button("flow", 0, {"type": "action", "action": "x"})],
            131009,
            "JSON",
        ),
        ("login_code", "en", [body(text("1")), button("url", 0, text("1234567890123456"))], 132018, "15 characters"),
        ("welcome", "nl", [body(text("a"))], 132000, "(1) does not match the expected number of params (0)"),
        ("welcome", "nl", [header(text("a"))], 132000, "header"),
    ],
)
def test_parameters_are_checked(
    desk: Desk, name: str, language: str, components: list[dict[str, Any]], code: int, says: str
) -> None:
    answer = desk.template(name, language, *components)
    assert error(answer)[1] == code
    assert says in answer.json()["error"]["error_data"]["details"]
    assert desk.stats()["accepted"] == 0 and desk.stats()["refused"] == {str(code): 1}


def test_before_v23_bad_text_was_132012(desk: Desk) -> None:
    message = {"messaging_product": "whatsapp", "to": MARIA, **spring("a\nb")}
    answer = desk.call("POST", f"/v22.0/{desk.world.number.id}/messages", json=message)
    assert error(answer) == (400, 132012)


COUPON = {"type": "coupon_code", "coupon_code": "LENTE20"}
CARD = [
    header(PICTURE),
    body(text("€ 1")),
    button("quick_reply", 0, {"type": "payload", "payload": "x"}),
    button("url", 1, text("r")),
]


def cards(*indexes: int) -> dict[str, Any]:
    return {"type": "carousel", "cards": [{"card_index": n, "components": CARD} for n in indexes]}


def offer(*values: dict[str, Any]) -> dict[str, Any]:
    return {"type": "limited_time_offer", "parameters": list(values)}


ENDS = {"type": "limited_time_offer", "limited_time_offer": {"expiration_time_ms": 1_790_000_000_000}}


@pytest.mark.parametrize(
    ("name", "language", "components"),
    [
        ("order_update", "nl", OK_ORDER),
        ("order_update", "nl", [{**part, "type": part["type"].upper()} for part in OK_ORDER]),
        ("new_collection", "ar", [header(PICTURE), body(text("ليلى"), text("549"))]),
        (
            "order_invoice",
            "nl",
            [
                header({"type": "document", "document": {"link": "https://a.example/f.pdf", "filename": "f.pdf"}}),
                body(text("a"), text("b"), text("c")),
            ],
        ),
        (
            "workshop_video",
            "en",
            [
                header({"type": "video", "video": {"link": "https://a.example/v.mp4"}}),
                body(text("a", "first_name")),
                button("url", 0, text("x")),
            ],
        ),
        (
            "order_ready",
            "nl",
            [
                header(
                    {
                        "type": "location",
                        "location": {"latitude": "52.09", "longitude": 5.12, "name": "Fietsgoed", "address": "Utrecht"},
                    }
                ),
                body(text("3", "order_number"), text("1", "first_name"), text("2", "product")),
            ],
        ),
        (
            "weekend_code",
            "nl",
            [
                body(text("a", "first_name"), text("20%", "discount")),
                button("copy_code", 0, COUPON),
                button("url", 1, text("LENTE20")),
            ],
        ),
        (
            "flash_sale",
            "en",
            [
                header(PICTURE),
                body(text("a")),
                offer(ENDS),
                button("copy_code", 0, COUPON),
                button("url", 1, text("x")),
            ],
        ),
        ("bike_carousel", "nl", [body(text("a")), cards(0, 1, 2)]),
        ("login_code", "en", [body(text("482913")), button("url", 0, text("482913"))]),
        ("login_code", "nl", [body(text("482913")), button("url", "0", text("482913"))]),
        (
            "bike_advice",
            "nl",
            [body(text("a", "first_name")), button("flow", 0, {"type": "action", "action": {"flow_token": "t"}})],
        ),
        (
            "browse_catalog",
            "nl",
            [
                body(text("a", "first_name")),
                button("CATALOG", 0, {"type": "action", "action": {"thumbnail_product_retailer_id": "x"}}),
            ],
        ),
        (
            "service_menu",
            "en",
            [body(text("a", "first_name")), button("quick_reply", 4, {"type": "payload", "payload": "other"})],
        ),
        ("appointment_reminder", "ar", [body(text("١٠", "time"), text("ليلى", "first_name"))]),
        (
            "repair_quote",
            "en",
            [
                header(text("R-1")),
                body(
                    text("a"),
                    {"type": "currency", "currency": {"fallback_value": "€ 84", "code": "EUR", "amount_1000": 84000}},
                    {"type": "date_time", "date_time": {"fallback_value": "Thursday"}},
                ),
            ],
        ),
        ("welcome", "en", []),
    ],
)
def test_every_kind_of_component_is_taken(
    desk: Desk, name: str, language: str, components: list[dict[str, Any]]
) -> None:
    answer = desk.template(name, language, *components)
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize(
    ("name", "components", "code"),
    [
        ("bike_carousel", [body(text("a"))], 132000),
        ("bike_carousel", [body(text("a")), cards(0, 1)], 132000),
        ("bike_carousel", [body(text("a")), cards(0, 1, 1)], 131009),
        (
            "bike_carousel",
            [body(text("a")), {"type": "carousel", "cards": [{"card_index": n} for n in range(3)]}],
            132012,
        ),
        (
            "weekend_code",
            [
                body(text("a", "first_name"), text("b", "discount")),
                button("copy_code", 0, {**COUPON, "coupon_code": "X" * 21}),
                button("url", 1, text("a")),
            ],
            132018,
        ),
        ("weekend_code", [body(text("a", "first_name"), text("b", "discount")), button("url", 1, text("a"))], 131008),
        ("spring_offer", [body(text("a", "first_name")), offer(ENDS)], 132000),
        (
            "spring_offer",
            [body(text("a", "first_name")), button("quick_reply", 0, {"type": "payload", "payload": "x" * 257})],
            131009,
        ),
        (
            "spring_offer",
            [body(text("a", "first_name")), button("quick_reply", 0, {"type": "payload", "payload": ""})],
            131008,
        ),
    ],
)
def test_cards_offers_and_codes_are_checked(desk: Desk, name: str, components: list[dict[str, Any]], code: int) -> None:
    assert error(desk.template(name, "nl", *components))[1] == code


@pytest.mark.parametrize("values", [[], [{"type": "limited_time_offer", "limited_time_offer": {}}]])
def test_an_expiring_offer_needs_its_end(desk: Desk, values: list[dict[str, Any]]) -> None:
    parts = [header(PICTURE), body(text("a")), button("copy_code", 0, COUPON), button("url", 1, text("x"))]
    assert error(desk.template("flash_sale", "en", *parts, offer(*values)))[1] == 131008


@pytest.mark.parametrize(
    ("to", "code"), [("", 131008), ("Maria", 131009), ("123", 131009), ("+" + "1" * 16, 131009), (31612345678, 131009)]
)
def test_recipients_are_checked(desk: Desk, to: Any, code: int) -> None:
    assert error(desk.send(to))[1] == code


def test_the_sender_is_no_recipient(desk: Desk) -> None:
    assert error(desk.send(desk.world.number.display)) == (400, 131021)


def test_brazil_loses_its_ninth_digit_and_spaces_are_read_over(desk: Desk) -> None:
    assert desk.send("+55 31 98765-4321").json()["contacts"][0]["wa_id"] == "553187654321"
    assert desk.send("+55 11 98765-4321").json()["contacts"][0]["wa_id"] == "5511987654321"
    assert desk.send("31612345678").json()["contacts"] == [{"input": "31612345678", "wa_id": "31612345678"}]


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b'{"to": "x"}', b'{"messaging_product": "sms"}', b"\xff"])
def test_a_body_without_the_product_is_100(desk: Desk, raw: bytes) -> None:
    answer = desk.call("POST", f"/{desk.world.number.id}/messages", content=raw)
    assert error(answer) == (400, 100)
    assert "messaging_product" in answer.json()["error"]["message"]


def test_read_and_typing_are_for_messages_that_came(desk: Desk) -> None:
    path = f"/{desk.world.number.id}/messages"
    wamid = desk.post("/sandbox/inbound", json={"from": MARIA, "text": "Hoi"})["id"]
    read = {"messaging_product": "whatsapp", "status": "read", "message_id": wamid}
    assert desk.post(path, json=read) == {"success": True}
    assert desk.post(path, json=read | {"typing_indicator": {"type": "text"}}) == {"success": True}
    assert error(desk.call("POST", path, json=read | {"typing_indicator": {"type": "dance"}})) == (400, 131009)
    assert error(desk.call("POST", path, json=read | {"message_id": "wamid.other"})) == (400, 131009)
    assert error(desk.call("POST", path, json={"messaging_product": "whatsapp", "status": "read"})) == (400, 131008)


def test_names_are_unicode_and_key_travels(desk: Desk) -> None:
    desk.send(biz_opaque_callback_data="campaign:1é")
    desk.later()
    assert {s["biz_opaque_callback_data"] for s in desk.statuses()} == {"campaign:1é"}
    assert b"campaign:1\\u00e9" in desk.posts[0][0]


def test_a_sandbox_started_anew_gives_no_id_a_second_time() -> None:
    given = set()
    for started in (1_780_000_000.0, 1_780_000_100.0):
        desk = Desk()
        desk.time = started
        given.add(desk.send().json()["messages"][0]["id"])
        given.add(desk.post("/sandbox/inbound", json={"from": MARIA, "text": "Hoi"})["id"])
    assert len(given) == 4
