"""Whatever a client sends, the sandbox answers in Graph's words: no traceback, no answer of another shape."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.rule_cases import BUTTONS, HEADERS
from tests.fixtures.rule_cases_parts import CARDS, OFFERS, PASSWORDS
from tests.unit.sandbox.desk import MARIA, Desk, body, button, error, header, template, text
from whatsapp_studio.base.paths import resource

PICTURE = {"type": "image", "image": {"link": "https://a.example/a.png"}}
COUPON = {"type": "coupon_code", "coupon_code": "LENTE20"}
ENDS = {"type": "limited_time_offer", "limited_time_offer": {"expiration_time_ms": 1_790_000_000_000}}
CARD = [header(PICTURE), body(text("€ 1")), button("url", 1, text("r"))]
REPLY = {"type": "reply", "reply": {"id": "a", "title": "b"}}
ROWS = [{"title": "S", "rows": [{"id": "1", "title": "Row"}]}]
PLACE = {"type": "location", "location": {"latitude": "52.09", "longitude": 5.12}}
MESSAGES: list[dict[str, Any]] = [
    template("spring_offer", "nl", body(text("Zoë", "first_name"))),
    template(
        "bike_carousel",
        "nl",
        body(text("a")),
        {"type": "carousel", "cards": [{"card_index": n, "components": CARD} for n in range(3)]},
    ),
    template(
        "flash_sale",
        "en",
        header(PICTURE),
        body(text("a")),
        {"type": "limited_time_offer", "parameters": [ENDS]},
        button("copy_code", 0, COUPON),
        button("url", 1, text("x")),
    ),
    template(
        "order_ready",
        "nl",
        header(PLACE),
        body(text("3", "order_number"), text("1", "first_name"), text("2", "product")),
    ),
    template(
        "repair_quote",
        "en",
        header(text("R-1")),
        body(text("a"), {"type": "currency", "currency": {"fallback_value": "€ 84"}}, text("b")),
    ),
    template(
        "bike_advice",
        "nl",
        body(text("a", "first_name")),
        button("flow", 0, {"type": "action", "action": {"flow_token": "t"}}),
    ),
    {"type": "image", "image": {"link": "https://a.example/a.png", "caption": "Mooi"}},
    {"type": "contacts", "contacts": [{"name": {"formatted_name": "Joost"}}]},
    PLACE,
    {
        "type": "interactive",
        "interactive": {
            "type": "button",
            "body": {"text": "Kies"},
            "action": {"buttons": [REPLY]},
            "header": {"type": "image", "image": {"link": "https://a.example/a.png"}},
        },
    },
    {
        "type": "interactive",
        "interactive": {"type": "list", "body": {"text": "Kies"}, "action": {"button": "b", "sections": ROWS}},
    },
    {
        "type": "interactive",
        "interactive": {
            "type": "cta_url",
            "body": {"text": "Kies"},
            "action": {"parameters": {"display_text": "a", "url": "b"}},
        },
    },
    {
        "type": "interactive",
        "interactive": {
            "type": "carousel",
            "body": {"text": "Kies"},
            "action": {"cards": [{"type": "a"}, {"type": "a"}]},
        },
    },
    {"status": "read", "message_id": "wamid.x", "typing_indicator": {"type": "text"}},
]
TEMPLATES: list[dict[str, Any]] = [
    {key: value for key, value in found.items() if key != "id"} | {"name": "some_name", "language": "en_US"}
    for found in json.loads(resource("samples/sandbox_templates.json").read_text("utf-8"))
] + [case.raw for case in (*HEADERS, *BUTTONS, *CARDS, *OFFERS, *PASSWORDS) if not case.expected]

rubbish = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 5)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=5,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to everything inside a JSON value."""
    children = (
        list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    )
    return [(*path, key) for key, _ in children] + [p for key, child in children for p in places(child, (*path, key))]


@st.composite
def damaged(draw: st.DrawFn, originals: list[dict[str, Any]]) -> dict[str, Any]:
    """One of ``originals`` with a part replaced or taken out."""
    found = copy.deepcopy(draw(st.sampled_from(originals)))
    *way, last = draw(st.sampled_from(places(found)))
    holder: Any = found
    for key in way:
        holder = holder[key]
    if draw(st.booleans()):
        holder[last] = draw(rubbish)
    else:
        del holder[last]
    return found


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(throughput=0, pair_limit=False)


def answered_well(answer: Any) -> None:
    if answer.status_code != 200:
        status, _ = error(answer)
        assert 400 <= status <= 503
    json.loads(answer.content)


@settings(max_examples=400)
@given(damaged([{"messaging_product": "whatsapp", "to": MARIA, **message} for message in MESSAGES]))
def test_damaged_messages(desk: Desk, message: dict[str, Any]) -> None:
    answered_well(desk.call("POST", f"/{desk.world.number.id}/messages", json=message))


@settings(max_examples=400)
@given(damaged(TEMPLATES))
def test_damaged_templates(desk: Desk, wanted: dict[str, Any]) -> None:
    path = f"/{desk.world.waba_id}/message_templates"
    made = desk.call("POST", path, json=wanted)
    answered_well(made)
    if made.status_code == 200:
        answered_well(desk.call("GET", f"/{made.json()['id']}"))
        desk.later(9)  # reviewed
        answered_well(desk.call("POST", f"/{made.json()['id']}", json=wanted))
        desk.call("DELETE", path, params={"name": str(wanted["name"])})
    desk.box.templates._allowed.clear()


@settings(max_examples=60)
@given(rubbish, st.sampled_from(["settings", "inbound", "templates/category", "templates/reject", "templates/quality"]))
def test_damaged_settings_and_letters(desk: Desk, wanted: Any, where: str) -> None:
    answer = desk.call("POST", f"/sandbox/{where}", json=wanted)
    assert answer.status_code in (200, 400, 404)


@pytest.mark.parametrize("path", ["", "?hsm_ids=x", "?hsm_ids=3", "?hsm_ids=[]"])
def test_damaged_deletions(desk: Desk, path: str) -> None:
    answered_well(desk.call("DELETE", f"/{desk.world.waba_id}/message_templates{path}"))
