"""The program's rules and the sandbox agree on what may be filled in, and on messages that are no templates."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.unit.sandbox.desk import MARIA, Desk
from whatsapp_studio.base.paths import resource
from whatsapp_studio.cloudapi.freeform import free_body
from whatsapp_studio.cloudapi.wire import template_body
from whatsapp_studio.templates.personalise import sample_values
from whatsapp_studio.templates.rules import filled_problems, hydrate
from whatsapp_studio.templates.template import Template, parse

REQUIRED = {
    "header.media": "https://files.example/a.png",
    "offer.expires": "2030-01-01T00:00+00:00",
    "header.location": "52.09, 5.12; Shop; Oudegracht 112",
}

# (the rule, template and language, the place, its value, what the program says; "" where it is taken)
VALUES = (
    ("variables.value_text.no_newline", "order_update en", "body.1", "Ma ria", ""),
    ("variables.value_text.no_newline", "order_update en", "body.1", "Ma\nria", "value-newline"),
    ("variables.value_text.no_tab", "order_update en", "body.1", "Ma\tria", "value-tab"),
    ("variables.value_text.max_consecutive_spaces", "order_update en", "body.1", "Ma    ria", ""),
    ("variables.value_text.max_consecutive_spaces", "order_update en", "body.1", "Ma     ria", "value-spaces"),
    ("variables.value_text.empty_string", "order_update en", "body.1", "", "value-empty"),
    ("authentication.code_max", "login_code en", "body.1", "1" * 15, ""),
    ("authentication.code_max", "login_code en", "body.1", "1" * 16, "value-too-long"),
    ("buttons.types.COPY_CODE.value_max", "weekend_code nl", "button.0.code", "A" * 20, ""),
    ("buttons.types.COPY_CODE.value_max", "weekend_code nl", "button.0.code", "A" * 21, "value-too-long"),
    ("header.location.send_fields", "order_ready nl", "header.location", "52.09, 5.12", ""),
    ("header.location.send_fields", "order_ready nl", "header.location", "95.09, 5.12", "value-location"),
    ("buttons.types.URL.suffix_only_at_send", "order_update en", "button.0.1", "FG-1", ""),
)

# (the rule, template and language, a place, the most that its part may have when it is filled)
LENGTHS = (
    ("header.text.max", "order_update en", "header.1", 60),
    ("body.max", "order_update en", "body.1", 1024),
    ("limited_time_offer.body_max", "flash_sale en", "body.1", 600),
    ("carousel.card.body_max", "bike_carousel nl", "card.0.body.1", 160),
)


def template(named: str) -> Template:
    """A template of the sandbox's shop."""
    name, language = named.split()
    for raw in json.loads(resource("samples/sandbox_templates.json").read_text("utf-8")):
        if (raw["name"], raw["language"]) == (name, language):
            return parse(raw)
    raise LookupError(named)


@pytest.mark.parametrize(("rule", "named", "place", "value", "expected"), VALUES)
def test_values_are_taken_or_refused_by_both(rule: str, named: str, place: str, value: str, expected: str) -> None:
    chosen = template(named)
    values = {**filled(chosen), place: value}

    assert [problem.code for problem in filled_problems(chosen, values)] == ([expected] if expected else [])
    if expected != "value-location":  # of which no request can be made
        assert sent(chosen, values) == (not expected)


@pytest.mark.parametrize(("rule", "named", "place", "most"), LENGTHS)
def test_a_filled_part_is_as_long_as_both_allow(rule: str, named: str, place: str, most: int) -> None:
    chosen = template(named)
    values = filled(chosen)
    part = place.rpartition(".")[0]
    fixed = {"header": chosen.header.text if chosen.header else "", "body": chosen.body}
    text = chosen.cards[0].body if part.startswith("card") else fixed[part]
    room = most - len(hydrate(text, part, {**values, place: "x"})) + 1

    within, beyond = {**values, place: "x" * room}, {**values, place: "x" * (room + 1)}
    assert filled_problems(chosen, within) == () and sent(chosen, within)
    assert {problem.code for problem in filled_problems(chosen, beyond)} == {"value-too-long"}
    assert not sent(chosen, beyond)


def filled(chosen: Template) -> dict[str, str]:
    """A good value for every place."""
    files = {f"card.{n}.header.media": REQUIRED["header.media"] for n in range(3)}
    return {**REQUIRED, **files, **sample_values(chosen)}


def sent(chosen: Template, values: dict[str, str]) -> bool:
    """Whether the sandbox takes a message with these values."""
    body = template_body(chosen, values, MARIA, "key")
    parts = {key: part for key, part in body.items() if key not in ("messaging_product", "to")}
    return Desk().send(**parts).status_code == 200


def buttons(count: int, title: str = "Yes", key: str = "") -> dict[str, Any]:
    return {"what": "buttons", "text": "Well?", "choices": [
        {"id": key or f"id{n}", "text": f"{title}{n if count > 1 else ''}"} for n in range(count)
    ]}  # fmt: skip


def menu(count: int, **given: str) -> dict[str, Any]:
    row = {"title": "Bike", "description": "", **{key: value for key, value in given.items() if key != "button"}}
    rows = [{"id": f"{n}", **row} if "id" not in row else row for n in range(count)]
    return {"what": "list", "text": "Well?", "choices": {"button": given.get("button", "Choose"), "rows": rows}}


def picture(caption: str) -> dict[str, Any]:
    return {"what": "media", "text": caption, "media": {"kind": "image", "url": "https://files.example/a.png"}}


# (the rule, what a step sends just within it, and just beyond it)
MESSAGES = (
    ("session_messages.text.body_max", {"what": "text", "text": "x" * 4096}, {"what": "text", "text": "x" * 4097}),
    ("session_messages.caption_max", picture("x" * 1024), picture("x" * 1025)),
    ("session_messages.button.body_max", {**buttons(1), "text": "x" * 1024}, {**buttons(1), "text": "x" * 1025}),
    ("session_messages.button.buttons", buttons(3), buttons(4)),
    ("session_messages.button.title_max", buttons(1, "x" * 20), buttons(1, "x" * 21)),
    ("session_messages.button.id_max", buttons(1, key="x" * 256), buttons(1, key="x" * 257)),
    ("session_messages.list.body_max", {**menu(1), "text": "x" * 4096}, {**menu(1), "text": "x" * 4097}),
    ("session_messages.list.button_max", menu(1, button="x" * 20), menu(1, button="x" * 21)),
    ("session_messages.list.rows_total_max", menu(10), menu(11)),
    ("session_messages.list.row_title_max", menu(1, title="x" * 24), menu(1, title="x" * 25)),
    ("session_messages.list.row_description_max", menu(1, description="x" * 72), menu(1, description="x" * 73)),
    ("session_messages.list.row_id_max", menu(1, id="x" * 200), menu(1, id="x" * 201)),
)


@pytest.mark.parametrize(("rule", "within", "beyond"), MESSAGES, ids=[rule for rule, _, _ in MESSAGES])
def test_messages_are_made_or_refused_by_both(rule: str, within: dict[str, Any], beyond: dict[str, Any]) -> None:
    assert taken(free_body(within, MARIA, "key"))

    with pytest.raises(ValueError, match=r"characters|answers"):
        free_body(beyond, MARIA, "key")
    assert not taken(raw(within, beyond))


def taken(body: dict[str, Any]) -> bool:
    message = {key: part for key, part in body.items() if key not in ("messaging_product", "to")}
    return Desk().send(**message).status_code == 200


def raw(within: dict[str, Any], beyond: dict[str, Any]) -> dict[str, Any]:
    """What the program would send of ``beyond`` if it had no rules: the good message with its texts exchanged."""
    body = json.dumps(free_body(within, MARIA, "key"))
    if isinstance(within.get("choices"), list) and len(within["choices"]) != len(beyond["choices"]):
        more = {"type": "reply", "reply": {"id": "one-more", "title": "One more"}}
        made: dict[str, Any] = json.loads(body)
        made["interactive"]["action"]["buttons"].append(more)
        return made
    made = json.loads(body)
    if beyond["what"] == "list" and len(beyond["choices"]["rows"]) > len(within["choices"]["rows"]):
        made["interactive"]["action"]["sections"][0]["rows"].append({"id": "one-more", "title": "One more"})
        return made
    longest = max(texts(within), key=len)
    assert json.dumps(longest) in body
    exchanged: dict[str, Any] = json.loads(body.replace(json.dumps(longest), json.dumps(longest + "x")))
    return exchanged


def texts(value: object) -> list[str]:
    """Every text inside a value."""
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in texts(part)]
    return [value] if isinstance(value, str) else []
