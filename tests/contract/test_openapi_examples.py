"""Meta's own published payloads: templates lose nothing when they are read, and messages are made as Meta's are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.meta import EXAMPLES, with_examples
from tests.fixtures.openapi import CONTRADICTIONS, meta_schema, our_schema, problems, published, with_openapi
from tests.fixtures.templates import GOOD_VALUES
from whatsapp_studio.cloudapi.wire import template_body
from whatsapp_studio.templates.bubble import bubble, full_text
from whatsapp_studio.templates.compose import creation
from whatsapp_studio.templates.creation_rules import problems as rule_problems
from whatsapp_studio.templates.formatting import lines
from whatsapp_studio.templates.template import Template, parse, places

Json = dict[str, Any]
TO = "+31612345678"


def stored(*patterns: str) -> list[Path]:
    return sorted(path for pattern in patterns for path in EXAMPLES.glob(pattern))


def each(path: Path) -> list[Json]:
    """The templates in a file: the one that is created, or those of a list."""
    data = json.loads(path.read_text("utf-8"))
    return [one for one in data.get("data", [data]) if "components" in one]


CREATED = stored("template-*.json")
TOLD = [path for path in stored("response-*template*.json") if each(path)]
SENT = stored("send-template*.json", "send-marketing*.json")


# -- templates -------------------------------------------------------------------------------------


@with_examples
@pytest.mark.parametrize("path", CREATED + TOLD, ids=lambda path: path.stem)
def test_a_template_is_read_kept_shown_and_created_again(path: Path):
    for one in each(path):
        text = json.dumps(one, ensure_ascii=False, indent=1)
        t = parse(text)
        assert t.raw == text
        assert t.unsupported == ()
        assert comparable(creation(t)) == comparable(one)
        assert t.previous_category == one.get("previous_category", "")
        said = full_text(bubble(t))
        assert [shown for shown in texts(one["components"]) if shown not in said] == []


def comparable(created: Json) -> Json:
    """What Meta reads of a creation, in one spelling: types in upper case, components in any order."""
    components = {one["type"].upper(): {**one, "type": one["type"].upper()} for one in created["components"]}
    for button in components.get("BUTTONS", {}).get("buttons", ()):
        if "package_name" in button:
            # Since version 21 apps are said in a list (authentication templates page); the example is older.
            button["supported_apps"] = [{name: button.pop(name) for name in ("package_name", "signature_hash")}]
    return {**{name: created[name] for name in ("name", "language", "category")}, "components": components}


def texts(components: list[Json]) -> Iterator[str]:
    """Every text that a person reads; the body without its marks."""
    for part in components:
        if part["type"].upper() == "BODY":
            yield from (line.text for line in lines(part.get("text", ""), "body", {}))
        else:
            yield part.get("text", "")
        yield from (button["text"] for button in part.get("buttons", ()))


@with_examples
@pytest.mark.parametrize("path", CREATED + TOLD, ids=lambda path: path.stem)
def test_a_message_of_a_template_is_one_that_meta_takes(path: Path):
    for one in each(path):
        t = parse({**one, "name": one["name"].lower().strip("<>"), "status": "APPROVED"})
        values = {place.name: GOOD_VALUES[place.kind] for place in places(t)}
        assert problems(template_body(t, values, TO, "spring:7")) == []


# Examples that are older than the rules, or have a word in the place of something that the reader fills in.
_BROKEN = {
    "template-create-authentication-htext-quick-reply": {
        "template-auth-header", "template-auth-body", "template-auth-footer", "template-otp-missing",
        "template-auth-button",
    },
    "template-create-authentication-otp-5": {"template-otp-hash"},  # it is spelled as in an address: %2F
    "template-create-marketing-flow": {"template-name-letters"},
    "template-create-marketing-flow-2": {"template-name-letters"},
    "template-create-marketing-flow-3": {"template-name-letters"},
    "template-create-marketing-himage-quick-reply-2": {"template-variable-edge"},
    "template-create-transactional-htext": {"template-category-unknown"},
    "template-create-transactional-htext-quick-reply": {"template-category-unknown"},
    "template-create-transactional-htext-quick-reply-2": {"template-category-unknown"},
}  # fmt: skip


@with_examples
@pytest.mark.parametrize("path", CREATED, ids=lambda path: path.stem)
def test_the_rules_take_what_meta_shows(path: Path):
    found = rule_problems(parse(path.read_text("utf-8")))
    assert {one.code for one in found if one.severity == "error"} == _BROKEN.get(path.stem, set())


# -- messages --------------------------------------------------------------------------------------


@with_examples
@pytest.mark.parametrize("path", SENT, ids=lambda path: path.stem)
def test_a_message_of_metas_is_made_of_a_template_and_its_values(path: Path):
    theirs = plain(json.loads(path.read_text("utf-8")))
    t, values = template_of(theirs)
    ours = template_body(t, values, theirs["to"], "k")
    del ours["biz_opaque_callback_data"]
    assert ours == theirs


def plain(message: Json) -> Json:
    """A message of Meta's in the spelling of this program.

    Left out: the language policy (its one value is the default) and what only ``/marketing_messages`` takes. Spelled
    otherwise: indexes as text, sub-types in lower case, an amount or a date as the text that Cloud API shows of it
    (its fallback, "always used"), and the payload of a quick reply, which one example gives as a text that is a truth
    value.
    """
    kept = {name: message[name] for name in ("messaging_product", "to", "type", "template")}
    template = {**kept["template"], "language": {"code": kept["template"]["language"]["code"]}}
    if "components" in template:
        template["components"] = [_plain_component(one) for one in template["components"]]
    return {**kept, "recipient_type": "individual", "template": template}


def _plain_component(component: Json) -> Json:
    found = {**component, "parameters": [_plain_parameter(one) for one in component["parameters"]]}
    if component["type"] == "button":
        found |= {"index": str(component["index"]), "sub_type": component["sub_type"].lower()}
    if component.get("sub_type") == "quick_reply":
        given = [str(one.get("payload", one.get("text"))) for one in component["parameters"]]
        found["parameters"] = [{"type": "payload", "payload": payload} for payload in given]
    return found


def _plain_parameter(parameter: Json) -> Json:
    inner = parameter.get(parameter["type"])
    fallback = inner.get("fallback_value") if isinstance(inner, dict) else None
    return {"type": "text", "text": fallback} if fallback else parameter


def template_of(message: Json) -> tuple[Template, dict[str, str]]:
    """The template that a message must be of, and the values that were filled in."""
    values: dict[str, str] = {}
    parts: list[Json] = []
    buttons: list[Json] = []
    for component in message["template"].get("components", ()):
        parameters = component["parameters"]
        match component["type"]:
            case "header":
                kind = parameters[0]["type"]
                parts.append({"type": "HEADER", "format": kind.upper()})
                file = parameters[0][kind]
                values["header.media"] = file.get("id") or file["link"]
                values["header.filename"] = file.get("filename", "")
            case "body":
                parts.append(
                    {"type": "BODY", "text": " and ".join(f"{{{{{n}}}}}" for n in range(1, len(parameters) + 1))}
                )
                values |= {f"body.{n}": one["text"] for n, one in enumerate(parameters, 1)}
            case "button":
                buttons.append(_button_of(component, values))
    if buttons:
        parts.append({"type": "BUTTONS", "buttons": buttons})
    named = {"name": message["template"]["name"], "language": message["template"]["language"]["code"]}
    return parse({**named, "components": parts}), values


def _button_of(component: Json, values: dict[str, str]) -> Json:
    place, (parameter,) = f"button.{component['index']}", component["parameters"]
    match component["sub_type"]:
        case "quick_reply":
            values[f"{place}.payload"] = parameter["payload"]
            return {"type": "QUICK_REPLY", "text": "Yes"}
        case "url":
            values[f"{place}.1"] = parameter["text"]
            return {"type": "URL", "text": "Look", "url": "https://a.example/{{1}}"}
        case "catalog":
            values[f"{place}.product"] = parameter["action"]["thumbnail_product_retailer_id"]
            return {"type": "CATALOG"}
        case "flow":
            values[f"{place}.flow_token"] = parameter["action"]["flow_token"]
            values[f"{place}.flow_data"] = json.dumps(parameter["action"]["flow_action_data"])
            return {"type": "FLOW", "text": "Book", "flow_id": "7"}
    raise AssertionError(component["sub_type"])


# Values that stand for one that the reader fills in, such as <TEMPLATE_NAME>, and one text that is a truth value.
_NOT_FILLED_IN = {
    "send-template": {"$.to"},
    "send-template-body": {"$.to", "$.template.name", "$.template.language.code"},
    "send-template-body-2": {"$.template.name", "$.template.language.code"},
    "send-template-body-quick-reply": {"$.to", "$.template.components[1]", "$.template.components[2]"},
    "send-template-flow": {"$.to", "$.template.name"},
    "send-template-himage-body": {
        "$.to", "$.template.name", "$.template.language.code", "$.template.components[0]",
    },
    "send-template-himage-body-quick-reply": {
        "$.to", "$.template.name", "$.template.language.code", "$.template.components[0]",
    },
}  # fmt: skip


@with_examples
@pytest.mark.parametrize("path", SENT, ids=lambda path: path.stem)
def test_our_schema_takes_metas_messages(path: Path):
    """The link of a picture is ``http(s)://…`` in two of them, which is no address."""
    found = our_schema().iter_errors(json.loads(path.read_text("utf-8")))
    assert {one.json_path for one in found} == _NOT_FILLED_IN.get(path.stem, set())


# -- Meta's file against Meta's pages --------------------------------------------------------------


@with_openapi
def test_metas_file_still_contradicts_metas_pages_where_we_say_so():
    schemas = published("TemplateMessage")
    assert schemas["LanguageObject"]["required"] == ["policy", "code"]
    button = schemas["ButtonComponent"]["allOf"][1]["properties"]
    for index in (schemas["TemplateComponent"]["properties"]["index"], button["index"]):
        assert index["pattern"] == "^[2-6, 11-14]$"
    assert set(schemas["TemplateComponent"]["properties"]["type"]["enum"]) == {"header", "body", "button"}
    assert set(button["sub_type"]["enum"]) == {"quick_reply", "url", "catalog"}
    assert len(CONTRADICTIONS) == 3


@with_openapi
@pytest.mark.parametrize(
    "components",
    [
        [{"type": "body", "parameters": [{"type": "text"}]}],
        [{"type": "body", "parameters": [{"type": "text", "text": 7}]}],
        [{"type": "header", "parameters": [{"type": "image", "image": {}}]}],
        [{"type": "header", "parameters": []}],
        [{"type": "button", "sub_type": "url", "parameters": [{"type": "text", "text": "x"}]}],
        [{"type": "button", "sub_type": "url", "index": "x", "parameters": [{"type": "text", "text": "x"}]}],
        [{"type": "footer"}],
    ],
)
def test_metas_schema_is_read_as_one_that_refuses(components: list[Json]):
    named = {"name": "a", "language": {"code": "nl"}}
    message = {"messaging_product": "whatsapp", "recipient_type": "individual", "to": TO, "type": "template"}
    assert meta_schema().is_valid({**message, "template": named})
    assert not meta_schema().is_valid({**message, "template": {**named, "components": components}})
