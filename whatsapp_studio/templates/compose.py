"""Decides how a template reads in the JSON that Meta creates it from; :func:`parse` reads it back as it was."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from whatsapp_studio.templates.reading import code_body, code_footer
from whatsapp_studio.templates.template import (
    Button,
    Card,
    Flow,
    Header,
    Otp,
    Template,
    content_hash,
    parse,
    variables,
)

Json = dict[str, Any]
Samples = Sequence[tuple[str, str]]


def creation(t: Template) -> Json:
    """What ``POST /{waba}/message_templates`` takes for ``t`` (Template management › Create a template).

    Types are in upper case, examples in the shape of the template's parameter format; what Meta writes itself, the
    words of a one-time password, stays out. Components this program does not know go back as they came.
    """
    named = t.parameter_format == "NAMED"
    components = [_header(t.header, named)] if t.header else []
    if t.offer:
        offer = {"text": t.offer.text, "has_expiration": t.offer.has_expiration}
        components.append({"type": "LIMITED_TIME_OFFER", "limited_time_offer": offer})
    components += _body(t, named)
    components += _footer(t)
    if t.buttons:
        components.append({"type": "BUTTONS", "buttons": [_button(button) for button in t.buttons]})
    if t.cards:
        components.append({"type": "CAROUSEL", "cards": [_card(card, named) for card in t.cards]})
    components += _others(t.others)
    found: Json = {
        "name": t.name,
        "language": t.language,
        "category": t.category,
        "parameter_format": t.parameter_format,
        "components": components,
    }
    if t.lives_seconds is not None:
        found["message_send_ttl_seconds"] = t.lives_seconds
    return found | _more(t.more)


def alike(one: Template, other: Template) -> bool:
    """Whether the same is created of both, examples aside.

    Unlike ``content_hash`` it leaves out what Meta adds to a one-time password once it has one: its words in the
    template's language, and the link that its button is shown as.
    """
    return content_hash(parse(creation(one))) == content_hash(parse(creation(other)))


def _header(header: Header, named: bool) -> Json:
    found: Json = {"type": "HEADER", "format": header.format}
    if header.text or header.format == "TEXT":
        found["text"] = header.text
    if header.format == "TEXT":
        return found | _example("header_text", header.text, header.samples, named)
    sample = dict(header.samples).get("media", "")
    if sample:
        found["example"] = {"header_handle": [sample]}
    return found | _more(header.more)


def _body(t: Template, named: bool) -> list[Json]:
    found: Json = {"type": "BODY"}
    if t.security_advice:
        found["add_security_recommendation"] = True
    if _written_by_meta(t, t.body == code_body(t.security_advice)):
        return [found]
    if not t.body and not t.security_advice:
        return []
    return [found | {"text": t.body} | _example("body_text", t.body, t.samples, named)]


def _footer(t: Template) -> list[Json]:
    found: Json = {"type": "FOOTER"}
    if t.code_minutes is not None:
        found["code_expiration_minutes"] = t.code_minutes
        if _written_by_meta(t, t.footer == code_footer(t.code_minutes)):
            return [found]
    elif not t.footer:
        return []
    return [found | {"text": t.footer}]


def _written_by_meta(t: Template, in_english: bool) -> bool:
    """Whether a text is one of Meta's own; in another language only the button tells."""
    return t.category == "AUTHENTICATION" and (in_english or any(button.kind == "OTP" for button in t.buttons))


def _example(key: str, text: str, samples: Samples, named: bool) -> Json:
    """The examples of a text's variables; numbers come in their order, so one that is missing leaves an empty place."""
    given = dict(samples)
    names = [name for name in variables(text) if given.get(name)]
    if not names:
        return {}
    if named:
        params = [{"param_name": name, "example": given[name]} for name in names]
        return {"example": {f"{key}_named_params": params}}
    every = [given.get(name, "") for name in variables(text)]
    return {"example": {key: [every] if key == "body_text" else every}}


def _button(button: Button) -> Json:
    found: Json = {"type": button.kind}
    if button.text:
        found["text"] = button.text
    match button.kind:
        case "URL":
            found["url"] = button.url
            if button.sample:
                found["example"] = [button.sample]
        case "PHONE_NUMBER":
            found["phone_number"] = button.phone
        case "COPY_CODE":
            if button.sample:
                found["example"] = button.sample
        case "FLOW":
            found |= _flow(button.flow or Flow())
        case "OTP":
            found |= _otp(button.otp or Otp())
        case "VOICE_CALL" if button.minutes is not None:
            found["ttl_minutes"] = button.minutes
    return found | _more(button.more)


def _flow(flow: Flow) -> Json:
    given = {
        "flow_id": flow.id, "flow_name": flow.name, "flow_json": flow.json, "flow_action": flow.action,
        "navigate_screen": flow.screen, "icon": flow.icon,
    }  # fmt: skip
    return {name: value for name, value in given.items() if value}


def _otp(otp: Otp) -> Json:
    found: Json = {"otp_type": otp.kind}
    if otp.autofill_text:
        found["autofill_text"] = otp.autofill_text
    if otp.apps:
        found["supported_apps"] = [{"package_name": name, "signature_hash": mark} for name, mark in otp.apps]
    if otp.terms_accepted:
        found["zero_tap_terms_accepted"] = True
    return found


def _card(card: Card, named: bool) -> Json:
    components = [_header(card.header, named)] if card.header else []
    if card.body:
        components.append({"type": "BODY", "text": card.body} | _example("body_text", card.body, card.samples, named))
    if card.buttons:
        components.append({"type": "BUTTONS", "buttons": [_button(button) for button in card.buttons]})
    return {"components": components + _others(card.others)}


def _others(others: Sequence[str]) -> list[Json]:
    return [json.loads(other) for other in others]


def _more(more: str) -> Json:
    found: Json = json.loads(more) if more else {}
    return found
