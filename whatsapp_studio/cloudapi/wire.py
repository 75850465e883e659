"""Decides how a message of ours reads in Meta's JSON, and how Meta's facts read in our values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import msgspec

from whatsapp_studio.templates.bubble import file_name
from whatsapp_studio.templates.rules import is_media_id, json_object, location, moment, product, sections
from whatsapp_studio.templates.template import FILE, MEDIA, Button, Header, Template, parse, variables

Json = dict[str, Any]

parsed = lru_cache(maxsize=64)(parse)  # a campaign sends the same template text thousands of times


class PhoneFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What Meta says of the number that sends."""

    id: str
    display_phone_number: str = ""
    verified_name: str = ""
    quality_rating: str = ""
    throughput: str = ""
    messaging_limit: str = ""
    status: str = ""
    can_send: str = ""


class TokenFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What Meta says of the access token; ``expires_at`` is None for one that never does."""

    valid: bool
    app_id: str = ""
    expires_at: datetime | None = None
    scopes: tuple[str, ...] = ()
    waba_ids: tuple[str, ...] = ()


def template_body(template: Template, values: Mapping[str, str], to: str, key: str) -> Json:
    """The JSON of one template message: ``values`` by place, ``to`` in E.164, ``key`` comes back with every status.

    A place that needs a value and has none raises KeyError; a value that cannot be said, such as a file that is not
    uploaded, ValueError.
    """
    named = template.parameter_format == "NAMED"
    content: Json = {"name": template.name, "language": {"code": template.language}}
    components = [
        *_header("header", template.header, values, named),
        *_offer(template, values),
        *_text("body", template.body, values, named),
        *_buttons("", template.buttons, values),
        *_carousel(template, values, named),
    ]
    if components:
        content["components"] = components
    return {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "to": to,
        "type": "template",
        "template": content,
        "biz_opaque_callback_data": key,
    }


def _text(name: str, text: str, values: Mapping[str, str], named: bool) -> list[Json]:
    found = [_text_parameter(f"{name}.{variable}", variable, values, named) for variable in variables(text)]
    return [{"type": "body", "parameters": found}] if found else []


def _text_parameter(place: str, variable: str, values: Mapping[str, str], named: bool) -> Json:
    parameter: Json = {"type": "text"}
    if named:
        parameter["parameter_name"] = variable
    parameter["text"] = values[place]
    return parameter


def _header(name: str, header: Header | None, values: Mapping[str, str], named: bool) -> list[Json]:
    if header is None:
        return []
    if header.format == "TEXT":
        found = [_text_parameter(f"{name}.{v}", v, values, named) for v in variables(header.text)]
        return [{"type": "header", "parameters": found}] if found else []
    parameter = _header_parameter(name, header.format, values)
    return [{"type": "header", "parameters": [parameter]}] if parameter else []


def _header_parameter(name: str, form: str, values: Mapping[str, str]) -> Json:
    if form == "LOCATION":
        return {"type": "location", "location": _location(values[f"{name}.location"])}
    if form == "PRODUCT":
        found = product(values[f"{name}.product"])
        if found is None:
            raise ValueError("not a product of a catalogue")
        return {"type": "product", "product": {"catalog_id": found[0], "product_retailer_id": found[1]}}
    if form not in MEDIA:
        return {}
    kind, media = MEDIA[form], values[f"{name}.media"]
    if media.startswith(FILE):
        raise ValueError("a file that is not uploaded")
    file: Json = {"id" if is_media_id(media) else "link": media}
    if kind == "document":
        called = values.get(f"{name}.filename") or file_name(media)
        if called:
            file["filename"] = called
    return {"type": kind, kind: file}


def _location(value: str) -> Json:
    found = location(value)
    if found is None:
        raise ValueError("not a location")
    latitude, longitude, name, address = found
    point: Json = {"latitude": latitude, "longitude": longitude}
    return point | ({"name": name} if name else {}) | ({"address": address} if address else {})


def _offer(template: Template, values: Mapping[str, str]) -> list[Json]:
    if template.offer is None or not template.offer.has_expiration:
        return []
    ends = moment(values["offer.expires"])
    if ends is None:
        raise ValueError("not a time")
    offer = {"expiration_time_ms": int(ends.timestamp() * 1000)}
    parameter = {"type": "limited_time_offer", "limited_time_offer": offer}
    return [{"type": "limited_time_offer", "parameters": [parameter]}]


def _buttons(prefix: str, buttons: Sequence[Button], values: Mapping[str, str]) -> list[Json]:
    found = (_button(prefix, index, button, values) for index, button in enumerate(buttons))
    return [component for component in found if component is not None]


def _button(prefix: str, index: int, button: Button, values: Mapping[str, str]) -> Json | None:
    """A button's component; None where Meta needs nothing said of it."""
    place = f"{prefix}button.{index}"
    match button.kind:
        case "URL":
            parameters = [{"type": "text", "text": values[f"{place}.{v}"]} for v in variables(button.url)]
            return _component("url", index, parameters) if parameters else None
        case "OTP":
            # The code stands in the body too; Meta wants it here as the parameter of a link.
            return _component("url", index, [{"type": "text", "text": values["body.1"]}])
        case "COPY_CODE":
            return _component("copy_code", index, [{"type": "coupon_code", "coupon_code": values[f"{place}.code"]}])
        case "QUICK_REPLY":
            payload = values.get(f"{place}.payload") or (button.text if prefix else "")
            return _component("quick_reply", index, [{"type": "payload", "payload": payload}]) if payload else None
        case "FLOW":
            return _component("flow", index, [_action(_flow(place, values))])
        case "CATALOG":
            first = values.get(f"{place}.product")
            return _component("catalog", index, [_action({"thumbnail_product_retailer_id": first})]) if first else None
        case "MPM":
            return _component("mpm", index, [_action(_products(place, values))])
        case _:
            return None


def _action(action: Json) -> Json:
    return {"type": "action", "action": action}


def _flow(place: str, values: Mapping[str, str]) -> Json:
    action: Json = {"flow_token": values.get(f"{place}.flow_token") or "unused"}
    given = values.get(f"{place}.flow_data")
    if given:
        data = json_object(given)
        if data is None:
            raise ValueError("not a JSON object")
        action["flow_action_data"] = data
    return action


def _products(place: str, values: Mapping[str, str]) -> Json:
    found = sections(values[f"{place}.products"])
    if not found:
        raise ValueError("not a list of products")
    listed = [
        ({"title": title} if title else {}) | {"product_items": [{"product_retailer_id": one} for one in ids]}
        for title, ids in found
    ]
    return {
        "thumbnail_product_retailer_id": values.get(f"{place}.product") or found[0][1][0],
        "sections": listed,
    }


def _component(sub_type: str, index: int, parameters: list[Json]) -> Json:
    return {"type": "button", "sub_type": sub_type, "index": str(index), "parameters": parameters}


def _carousel(template: Template, values: Mapping[str, str], named: bool) -> list[Json]:
    cards = [
        {
            "card_index": number,
            "components": [
                *_header(f"card.{number}.header", card.header, values, named),
                *_text(f"card.{number}.body", card.body, values, named),
                *_buttons(f"card.{number}.", card.buttons, values),
            ],
        }
        for number, card in enumerate(template.cards)
    ]
    return [{"type": "carousel", "cards": cards}] if cards else []


def phone_facts(data: Mapping[str, Any]) -> PhoneFacts:
    """The phone number node as facts; what is missing stays empty."""
    throughput, health = data.get("throughput"), data.get("health_status")
    return PhoneFacts(
        id=_str(data.get("id")),
        display_phone_number=_str(data.get("display_phone_number")),
        verified_name=_str(data.get("verified_name")),
        quality_rating=_str(data.get("quality_rating")),
        throughput=_str(throughput.get("level")) if isinstance(throughput, Mapping) else "",
        messaging_limit=_str(data.get("whatsapp_business_manager_messaging_limit") or data.get("messaging_limit_tier")),
        status=_str(data.get("status")),
        can_send=_str(health.get("can_send_message")) if isinstance(health, Mapping) else "",
    )


def token_facts(data: Mapping[str, Any]) -> TokenFacts:
    """The answer of ``debug_token`` as facts."""
    inner = data.get("data")
    found: Mapping[str, Any] = inner if isinstance(inner, Mapping) else {}
    expires = found.get("expires_at")
    return TokenFacts(
        valid=found.get("is_valid") is True,
        app_id=_str(found.get("app_id")),
        expires_at=datetime.fromtimestamp(expires, UTC) if isinstance(expires, int) and expires > 0 else None,
        scopes=tuple(map(_str, _items(found.get("scopes")))),
        waba_ids=tuple(
            _str(target)
            for scope in _items(found.get("granular_scopes"))
            if isinstance(scope, Mapping) and scope.get("scope") == "whatsapp_business_management"
            for target in _items(scope.get("target_ids"))
        ),
    )


def _items(value: object) -> Iterable[Any]:
    return value if isinstance(value, list) else ()


def _str(value: object) -> str:
    return str(value) if isinstance(value, str | int) else ""
