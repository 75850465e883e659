"""Any template that can be written is taken by the sandbox, and makes a request that Meta's schema takes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.fixtures.openapi import our_schema, problems
from tests.fixtures.written import KINDS, approved, good_values, templates
from tests.unit.sandbox.desk import Desk
from whatsapp_studio.cloudapi.wire import template_body
from whatsapp_studio.sandbox.creating import refuse_template
from whatsapp_studio.sandbox.creating_kinds import OLD_SAMPLE
from whatsapp_studio.sandbox.filling import check
from whatsapp_studio.sandbox.forms import form
from whatsapp_studio.templates.bubble import bubble, full_text
from whatsapp_studio.templates.compose import creation
from whatsapp_studio.templates.creation_rules import problems as creation_problems
from whatsapp_studio.templates.rules import filled_problems
from whatsapp_studio.templates.template import Header, Template, parse, places

MARIA = "+31612345678"
# What the sandbox says of the file behind the sample of a header, for every sample.
_MIME = {"IMAGE": "image/png", "VIDEO": "video/mp4", "DOCUMENT": "application/pdf", "GIF": "video/mp4"}


@given(st.data())
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_written_created_read_filled_and_sent(data: st.DataObject):
    t = data.draw(templates())
    assert [problem for problem in creation_problems(t) if problem.severity == "error"] == []
    kept = refuse_template(creation(t), [], lambda handle: OLD_SAMPLE)
    known = parse(approved(kept))
    assert known.sendable
    assert creation(known) == creation(t)

    values = data.draw(good_values(places(known, rare=True)))
    assert filled_problems(known, values) == ()
    sent = template_body(known, values, MARIA, "spring:7")
    assert problems(sent) == []
    check(
        form(kept["components"], known.parameter_format == "NAMED"), sent["template"].get("components"), lambda id: True
    )

    shown = full_text(bubble(known, values))
    assert known.footer in shown
    assert all(button.text in shown for button in known.buttons)


@pytest.mark.parametrize("kind", KINDS)
@given(st.data())
@settings(max_examples=3, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_kind_goes_the_whole_way_over_http(kind: str, data: st.DataObject):
    desk = Desk()
    t = with_uploads(desk, replace(data.draw(templates((kind,))), name=f"a_{kind}"))
    made = desk.call("POST", f"/{desk.world.waba_id}/message_templates", json=creation(t))
    assert made.status_code == 200, made.text
    desk.call("POST", "/sandbox/templates/approve", json={"name": t.name})
    told = desk.get(f"/{desk.world.waba_id}/message_templates?name={t.name}")["data"]
    known = parse(json.dumps(next(one for one in told if one["name"] == t.name)))

    values = data.draw(good_values(places(known, rare=True)))
    values |= {name: "https://cdn.example/a.bin" for name in values if name.endswith("header.media")}
    answer = desk.call("POST", f"/{desk.world.number.id}/messages", json=template_body(known, values, MARIA, "k"))
    assert answer.status_code == 200, answer.text


def with_uploads(desk: Desk, t: Template) -> Template:
    """The template with the handles of uploads for samples, as it is when it is handed in."""

    def swapped(header: Header | None) -> Header | None:
        if header is None or header.format not in _MIME:
            return header
        begun = f"/{desk.world.app_id}/uploads?file_name=a&file_length=6&file_type={_MIME[header.format]}"
        done = desk.post(f"/{desk.post(begun)['id']}", content=b"a file", headers={"file_offset": "0"})
        return replace(header, samples=(("media", done["h"]),))

    cards = tuple(replace(card, header=swapped(card.header)) for card in t.cards)
    return replace(t, header=swapped(t.header), cards=cards)


def request(*components: dict[str, Any]) -> dict[str, Any]:
    named = {"name": "a", "language": {"code": "nl"}, "components": list(components)}
    return {"messaging_product": "whatsapp", "to": MARIA, "type": "template", "template": named}


def text(value: object, **more: object) -> dict[str, Any]:
    return {"type": "text", "text": value, **more}


TOO_LONG = {"type": "payload", "payload": "x" * 257}
NO_PRODUCTS = {"type": "action", "action": {"thumbnail_product_retailer_id": "1", "sections": []}}


@pytest.mark.parametrize(
    "component",
    [
        {"type": "body", "parameters": []},
        {"type": "body", "parameters": [text("")]},
        {"type": "body", "parameters": [text("a\nb")]},
        {"type": "body", "parameters": [text("a", name="b")]},
        {"type": "footer", "parameters": [text("a")]},
        {"type": "header", "parameters": [text("a"), text("b")]},
        {"type": "header", "parameters": [{"type": "image", "image": {"id": "1", "link": "https://a.example"}}]},
        {"type": "header", "parameters": [{"type": "image", "image": {"link": "file:" + "ab" * 32}}]},
        {"type": "button", "sub_type": "otp", "index": "0", "parameters": [text("1")]},
        {"type": "button", "sub_type": "url", "index": "10", "parameters": [text("1")]},
        {"type": "button", "sub_type": "quick_reply", "index": "0", "parameters": [text("1")]},
        {"type": "button", "sub_type": "quick_reply", "index": "0", "parameters": [TOO_LONG]},
        {"type": "button", "sub_type": "mpm", "index": "0", "parameters": [NO_PRODUCTS]},
        {"type": "carousel", "cards": [{"card_index": 0, "components": []}]},
    ],
)  # fmt: skip
def test_our_schema_refuses_what_meta_would(component: dict[str, Any]):
    assert our_schema().is_valid(request({"type": "body", "parameters": [text("a")]}))
    assert not our_schema().is_valid(request(component))
