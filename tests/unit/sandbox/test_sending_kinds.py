"""Sending what newer templates ask for: GIFs, products, flows, catalogues, calls, payloads, and what they refuse."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.sandbox.desk import Desk, body, button, error, header, template, text
from whatsapp_studio.sandbox.reserved import phone_for

Json = dict[str, Any]
LINK = "https://a.example/"
OTHER = "+31612340000"


@pytest.fixture
def desk() -> Desk:
    return Desk()


def have(desk: Desk, *components: Json, category: str = "MARKETING") -> None:
    """Let the account have a template «kind» of these components, approved."""
    made = {"name": "kind", "language": "en", "category": category, "components": list(components)}
    answer = desk.call("POST", f"/{desk.world.waba_id}/message_templates", json=made)
    assert answer.status_code == 200, answer.text
    desk.call("POST", "/sandbox/templates/approve", json={"name": "kind"})


def code(desk: Desk, *parts: Json) -> int:
    answer = desk.template("kind", "en", *parts)
    return 0 if answer.status_code == 200 else error(answer)[1]


def plain(words: str = "Something for you.") -> Json:
    return {"type": "BODY", "text": words}


def buttons(*each: Json) -> Json:
    return {"type": "BUTTONS", "buttons": list(each)}


def action(**facts: Any) -> Json:
    return {"type": "action", "action": facts}


def upload(desk: Desk, mime: str, data: bytes = b"a file") -> str:
    begin = f"/{desk.world.app_id}/uploads?file_name=a&file_length={len(data)}&file_type={mime}"
    return str(desk.post(f"/{desk.post(begin)['id']}", content=data, headers={"file_offset": "0"})["h"])


def media(desk: Desk, mime: str) -> str:
    form = {"messaging_product": "whatsapp", "type": mime}
    files = {"file": ("a", b"a file", mime)}
    return str(desk.post(f"/{desk.world.number.id}/media", data=form, files=files)["id"])


def test_a_gif(desk: Desk) -> None:
    have(desk, {"type": "HEADER", "format": "GIF", "example": {"header_handle": [upload(desk, "video/mp4")]}}, plain())
    assert code(desk, header({"type": "gif", "gif": {"link": LINK}})) == 0
    assert code(desk) == 132012
    assert code(desk, header({"type": "video", "video": {"link": LINK}})) == 132012
    assert code(desk, header({"type": "gif"})) == 131008
    assert code(desk, header({"type": "gif", "gif": {}})) == 131008
    assert code(desk, header({"type": "gif", "gif": {"id": "12345"}})) == 131009
    for mime, status in (("video/mp4", "delivered"), ("image/png", "failed")):
        phone = phone_for("unread") if status == "delivered" else OTHER
        found = {"type": "gif", "gif": {"id": media(desk, mime)}}
        assert desk.send(phone, **template("kind", "en", header(found))).status_code == 200
        desk.later(60)
        assert desk.statuses(phone)[-1]["status"] == status
    assert desk.statuses(OTHER)[-1]["errors"][0]["code"] == 131053


def test_a_product(desk: Desk) -> None:
    have(desk, {"type": "HEADER", "format": "PRODUCT"}, plain(), buttons({"type": "SPM", "text": "View"}))
    whole = {"product_retailer_id": "bike-1", "catalog_id": "123"}
    assert code(desk, header({"type": "product", "product": whole})) == 0
    assert code(desk) == 132012
    assert code(desk, header({"type": "product"})) == 131008
    for name in whole:
        assert code(desk, header({"type": "product", "product": {**whole, name: ""}})) == 131008
    assert code(desk, header({"type": "product", "product": whole}), button("spm", 0, action(x=1))) == 131009


def test_a_small_body_stays_small(desk: Desk) -> None:
    words = {"type": "BODY", "text": "For you, {{1}}, we kept this bike.", "example": {"body_text": [["Maria"]]}}
    have(desk, {"type": "HEADER", "format": "PRODUCT"}, words, buttons({"type": "SPM", "text": "View"}))
    product = header({"type": "product", "product": {"product_retailer_id": "a", "catalog_id": "1"}})
    fixed = len("For you, , we kept this bike.")
    assert code(desk, product, body(text("x" * (160 - fixed)))) == 0
    assert code(desk, product, body(text("x" * (161 - fixed)))) == 132005


def test_the_body_of_an_offer_stays_within_600(desk: Desk) -> None:
    words = {"type": "BODY", "text": "For you, {{1}}, there is an offer.", "example": {"body_text": [["Maria"]]}}
    offer = {"type": "LIMITED_TIME_OFFER", "limited_time_offer": {"text": "Ends soon", "has_expiration": False}}
    have(desk, offer, words, buttons({"type": "URL", "text": "Look", "url": LINK}))
    fixed = len("For you, , there is an offer.")
    assert code(desk, body(text("x" * (600 - fixed)))) == 0
    assert code(desk, body(text("x" * (601 - fixed)))) == 132005


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([], 0),
        ([action(flow_token="abc", flow_action_data={"bike": 1})], 0),
        ([action()], 0),
        ([action(flow_token=5)], 131009),
        ([action(flow_action_data="bike")], 131009),
        ([{"type": "action", "action": "start"}], 131009),
        ([{"type": "action"}], 131008),
        ([{"type": "payload", "payload": "x"}], 132012),
    ],
)
def test_a_flow(desk: Desk, given: list[Json], told: int) -> None:
    have(desk, plain(), buttons({"type": "FLOW", "text": "Start", "flow_id": "1"}))
    assert code(desk, *([button("flow", 0, *given)] if given else [])) == told


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([], 0),
        ([action(thumbnail_product_retailer_id="bike-1")], 0),
        ([action()], 131008),
        ([action(thumbnail_product_retailer_id=7)], 131009),
    ],
)
def test_a_catalogue(desk: Desk, given: list[Json], told: int) -> None:
    have(desk, plain(), buttons({"type": "CATALOG"}))
    assert code(desk, *([button("catalog", 0, *given)] if given else [])) == told


def section(count: int, title: str = "Bikes") -> Json:
    return {"title": title, "product_items": [{"product_retailer_id": f"bike-{n}"} for n in range(count)]}


@pytest.mark.parametrize(
    ("sections", "told"),
    [
        ([section(1)], 0),
        ([section(30)], 0),
        ([section(15), section(15, "x" * 24)], 0),
        ([section(1, f"Part {n}") for n in range(10)], 0),
        ([section(1, "")], 0),
        ([section(31)], 131009),
        ([section(15), section(16)], 131009),
        ([section(1, f"Part {n}") for n in range(11)], 131009),
        ([section(1), section(1, "x" * 25)], 131009),
        ([section(1), section(1, "")], 131008),
        ([section(0)], 131009),
        ([{"title": "Bikes", "product_items": [{}]}], 131008),
        ([], 131009),
        (None, 131008),
    ],
)
def test_many_products(desk: Desk, sections: list[Json] | None, told: int) -> None:
    have(desk, plain(), buttons({"type": "MPM", "text": "View items"}))
    facts: Json = {"thumbnail_product_retailer_id": "bike-0"} | ({"sections": sections} if sections is not None else {})
    assert code(desk, button("mpm", 0, action(**facts))) == told


def test_many_products_need_their_action_and_a_picture(desk: Desk) -> None:
    have(desk, plain(), buttons({"type": "MPM"}))
    assert code(desk) == 131008
    assert code(desk, button("mpm", 0, action(sections=[section(1)]))) == 131008


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([], 0),
        ([{"type": "ttl_minutes", "ttl_minutes": 1}, {"type": "payload", "payload": "from-spring"}], 0),
        ([{"type": "ttl_minutes", "ttl_minutes": 43_200}], 0),
        ([{"type": "ttl_minutes", "ttl_minutes": 43_201}], 131009),
        ([{"type": "ttl_minutes", "ttl_minutes": 0}], 131009),
        ([{"type": "ttl_minutes", "ttl_minutes": "15"}], 131009),
        ([{"type": "text", "text": "x"}], 132012),
    ],
)
def test_a_call(desk: Desk, given: list[Json], told: int) -> None:
    have(desk, plain(), buttons({"type": "VOICE_CALL", "text": "Call us"}))
    assert code(desk, *([button("voice_call", 0, *given)] if given else [])) == told


def test_a_request_to_call_needs_nothing(desk: Desk) -> None:
    have(desk, plain("May we call you about your bike?"), {"type": "CALL_PERMISSION_REQUEST"}, category="UTILITY")
    assert code(desk) == 0


def test_a_tap_brings_the_payload_that_was_sent(desk: Desk) -> None:
    yes, no = {"type": "QUICK_REPLY", "text": "Yes"}, {"type": "QUICK_REPLY", "text": "No"}
    have(desk, plain(), buttons({"type": "URL", "text": "Look", "url": LINK}, yes, no))
    phone = phone_for("tap")
    for given, payload in (([button("quick_reply", "1", {"type": "payload", "payload": "ja-7"})], "ja-7"), ([], "Yes")):
        desk.send(phone, **template("kind", "en", *given))
        desk.later(60)
        assert desk.inbound()[-1]["button"] == {"payload": payload, "text": "Yes"}
    assert code(desk, button("quick_reply", 0, {"type": "payload", "payload": "x"})) == 132012


def test_cards_of_products(desk: Desk) -> None:
    shown = {"type": "HEADER", "format": "PRODUCT"}
    card = {"components": [shown, buttons({"type": "SPM", "text": "View"})]}
    have(desk, plain(), {"type": "CAROUSEL", "cards": [card, card]})

    def sent(*products: Json) -> Json:
        parts = [{"card_index": n, "components": [header(one)]} for n, one in enumerate(products)]
        return {"type": "carousel", "cards": parts}

    whole = {"type": "product", "product": {"product_retailer_id": "a", "catalog_id": "1"}}
    assert code(desk, sent(whole, whole)) == 0
    assert code(desk, sent(whole)) == 132000
    assert code(desk, sent(whole, {"type": "product", "product": {"catalog_id": "1"}})) == 131008
    assert code(desk, sent(whole, {"type": "image", "image": {"link": LINK}})) == 132012


def test_cards_are_filled_each_for_itself(desk: Desk) -> None:
    sample = upload(desk, "image/png")
    picture = {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": [sample]}}
    words = {"type": "BODY", "text": "Now for {{1}} in the shop.", "example": {"body_text": [["€ 1"]]}}
    link = {"type": "URL", "text": "Look", "url": f"{LINK}{{{{1}}}}", "example": [f"{LINK}a"]}
    card = {"components": [picture, words, buttons(link)]}
    have(desk, plain(), {"type": "CAROUSEL", "cards": [card, card]})

    def sent(*missing: str) -> Json:
        parts = {
            "header": header({"type": "image", "image": {"link": LINK}}),
            "body": body(text("€ 5")),
            "button": button("url", 0, text("a")),
        }
        whole = list(parts.values())
        last = [part for name, part in parts.items() if name not in missing]
        cards = [{"card_index": 0, "components": whole}, {"card_index": 1, "components": last}]
        return {"type": "carousel", "cards": cards}

    assert code(desk, sent()) == 0
    for name, told in (("header", 132012), ("body", 132000), ("button", 131008)):
        assert code(desk, sent(name)) == told
    answer = desk.template("kind", "en", sent("body")).json()["error"]
    assert answer["error_data"]["details"].startswith("card 1: body")
