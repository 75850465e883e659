"""Decides whether the parameters of a template message fit the template, with the code Meta refuses them by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from whatsapp_studio.sandbox.checks import HasMedia, Json, invalid, location, media, missing
from whatsapp_studio.sandbox.errors import GraphError

PLACE = re.compile(r"\{\{\s*([A-Za-z0-9_]+)\s*\}\}")
_BAD_TEXT = re.compile(r"[\n\r\t]| {5,}")
_MEDIA = ("IMAGE", "VIDEO", "DOCUMENT", "GIF")
# sub_type of a send component: (the button's own type, the parameter it carries).
_BUTTONS: Mapping[str, tuple[str, str]] = {
    "quick_reply": ("QUICK_REPLY", "payload"),
    "url": ("URL", "text"),
    "copy_code": ("COPY_CODE", "coupon_code"),
    "flow": ("FLOW", "action"),
    "catalog": ("CATALOG", "action"),
    "mpm": ("MPM", "action"),
    "voice_call": ("VOICE_CALL", "payload"),
    "order_details": ("ORDER_DETAILS", "action"),
}
_SPOKEN = {"URL": "Url", "COPY_CODE": "CopyCode", "OTP": "Url", "MPM": "Mpm", "ORDER_DETAILS": "OrderDetails"}


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its places, in order; how long it may be once they are filled."""

    where: str
    text: str
    places: tuple[str, ...]
    named: bool
    most: int


@dataclass(frozen=True, slots=True)
class Part:
    """What one template, or one card of its carousel, asks for."""

    where: str
    header: str
    header_text: Text | None
    body: Text | None
    buttons: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A template, read once: what has to come along with every message."""

    part: Part
    cards: tuple[Part, ...]
    offer_expires: bool
    quick_replies: tuple[str, ...]


def form(components: Sequence[Json], named: bool) -> Form:
    """Read what a template's components ask for."""
    cards: tuple[Part, ...] = ()
    expires = False
    for component in components:
        kind = str(component.get("type", "")).upper()
        if kind == "CAROUSEL":
            cards = tuple(_part(card["components"], named, f"card {n}: ") for n, card in enumerate(component["cards"]))
        elif kind == "LIMITED_TIME_OFFER":
            expires = bool(component["limited_time_offer"].get("has_expiration"))
    part = _part(components, named, "")
    replies = tuple(
        str(button["text"])
        for component in components
        if str(component.get("type", "")).upper() == "BUTTONS"
        for button in component["buttons"]
        if str(button["type"]).upper() == "QUICK_REPLY"
    )
    return Form(part, cards, expires, replies)


def _part(components: Sequence[Json], named: bool, where: str) -> Part:
    header, header_text, body, buttons = "", None, None, []
    for component in components:
        kind = str(component.get("type", "")).upper()
        if kind == "HEADER":
            header = str(component.get("format", "TEXT")).upper()
            if header == "TEXT":
                header_text = _text(f"{where}header", str(component.get("text", "")), named, 60)
        elif kind == "BODY":
            secure = "add_security_recommendation" in component
            words = "{{1}} is your verification code." if secure else str(component.get("text", ""))
            body = _text(f"{where}body", words, named and not secure, 160 if where else 1024)
        elif kind == "BUTTONS":
            buttons = [_button(button) for button in component["buttons"]]
    return Part(where, header, header_text, body, tuple(buttons))


def _text(where: str, words: str, named: bool, most: int) -> Text:
    return Text(where, words, tuple(dict.fromkeys(PLACE.findall(words))), named, most)


def _button(button: Json) -> tuple[str, bool]:
    kind = str(button["type"]).upper()
    if kind == "URL" and "whatsapp.com/otp/" in str(button.get("url")):
        kind = "OTP"  # so Graph tells it back once the template is made
    needs = kind in ("COPY_CODE", "OTP", "MPM", "ORDER_DETAILS") or (kind == "URL" and "{{" in str(button.get("url")))
    return kind, needs


def check(asked: Form, components: object, has_media: HasMedia, version: int = 25) -> None:
    """Raise the refusal Meta would give for these ``components``; nothing where they fit."""
    given = _components(components)
    offers = [c for c in given if _kind(c) == "limited_time_offer"]
    carousels = [c for c in given if _kind(c) == "carousel"]
    _check_part(asked.part, [c for c in given if _kind(c) in ("header", "body", "button")], has_media, version)
    if asked.offer_expires:
        _offer(offers)
    elif offers and not asked.offer_expires:
        raise _count("limited_time_offer", 1, 0)
    cards = _objects(carousels[0], "cards") if carousels else []
    if len(cards) != len(asked.cards):
        raise _count("carousel", len(cards), len(asked.cards))
    for n, (card, part) in enumerate(zip(cards, asked.cards, strict=True)):
        if card.get("card_index") != n:
            raise invalid(f"card_index of card {n} must be {n}.")
        _check_part(part, _components(card.get("components")), has_media, version)


def _components(value: object) -> list[dict[str, Any]]:
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(c, dict) for c in value):
        raise invalid("Param template['components'] must be an array of JSON objects.")
    known = ("header", "body", "button", "carousel", "limited_time_offer", "footer", "tap_target_configuration")
    for component in value:
        if not component.get("type"):
            raise missing("Parameter 'template.components.type'")
        if _kind(component) not in known:
            raise invalid(f"Param template['components']['type'] must be one of {{{', '.join(known)}}}.")
    return value


def _kind(component: Json) -> str:
    return str(component.get("type", "")).lower()


def _objects(component: Json, name: str) -> list[Any]:
    value = component.get(name, [])
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise invalid(f"Param template['components']['{name}'] must be an array of JSON objects.")
    return value


def _parameters(component: Json) -> list[Any]:
    return _objects(component, "parameters")


def _count(where: str, got: int, wanted: int) -> GraphError:
    return GraphError(
        132000,
        f"{where}: number of localizable_params ({got}) does not match the expected number of params ({wanted})",
    )


def _mismatch(where: str, wanted: str, got: str) -> GraphError:
    return GraphError(132012, f"{where}: Format mismatch, expected {wanted}, received {got or 'UNKNOWN'}")


def _check_part(part: Part, given: Sequence[Json], has_media: HasMedia, version: int) -> None:
    headers = [p for c in given if _kind(c) == "header" for p in _parameters(c)]
    bodies = [p for c in given if _kind(c) == "body" for p in _parameters(c)]
    _header(part, headers, has_media, version)
    if part.body is not None:
        _check_text(part.body, bodies, version)
    elif bodies:
        raise _count(f"{part.where}body", len(bodies), 0)
    _check_buttons(part, [c for c in given if _kind(c) == "button"], version)


def _header(part: Part, given: Sequence[Json], has_media: HasMedia, version: int) -> None:
    where = f"{part.where}header"
    if part.header_text is not None:
        _check_text(part.header_text, given, version)
        return
    if not part.header:
        if given:
            raise _count(where, len(given), 0)
        return
    kind = str(given[0].get("type", "")).lower() if given else ""
    if kind != part.header.lower():
        raise _mismatch(where, part.header, kind.upper())
    if len(given) > 1:
        raise _count(where, len(given), 1)
    if part.header in _MEDIA:
        media(given[0], kind, has_media, where)
    elif part.header == "LOCATION":
        place = given[0].get("location")
        if not isinstance(place, dict):
            raise missing(f"Parameter '{where}.location'")
        location(place, f"{where}.location")
    elif not isinstance(given[0].get("product"), dict):
        raise missing(f"Parameter '{where}.product'")


def _check_text(asked: Text, given: Sequence[Json], version: int) -> None:
    if len(given) != len(asked.places):
        raise _count(asked.where, len(given), len(asked.places))
    filled: dict[str, str] = {}
    for place, parameter in zip(asked.places, given, strict=True):
        name = parameter.get("parameter_name")
        if asked.named:
            if not name:
                raise GraphError(132012, f"{asked.where}: Parameter name is missing or empty")
            if name not in asked.places or name in filled:
                raise GraphError(132012, f"{asked.where}: Parameter name {name!r} is not one of {list(asked.places)}")
            place = str(name)
        elif name:
            raise GraphError(132012, f"{asked.where}: Parameter names are not allowed in a positional template")
        filled[place] = _shown(asked.where, parameter, version)
    whole = PLACE.sub(lambda found: filled.get(found[1], ""), asked.text)
    if len(whole) > asked.most:
        raise GraphError(132005, f"{asked.where}: translated text is {len(whole)} characters long, limit {asked.most}")


def _shown(where: str, parameter: Json, version: int) -> str:
    kind = str(parameter.get("type", "")).lower()
    if kind in ("currency", "date_time"):
        inner = parameter.get(kind)
        value = inner.get("fallback_value") if isinstance(inner, dict) else None
        if not value:
            raise missing(f"{where}: Parameter '{kind}.fallback_value'")
        return str(value)
    if kind != "text":
        raise _mismatch(where, "TEXT", kind.upper())
    value = parameter.get("text")
    if value is None or value == "":
        raise GraphError(131008, f"{where}: Parameter of type text is missing text value")
    if not isinstance(value, str):
        raise invalid(f"{where}: Param text must be a string.")
    if _BAD_TEXT.search(value):
        raise GraphError(
            132018 if version >= 23 else 132012,
            f"{where}: Param text cannot have new-line/tab characters or more than 4 consecutive spaces",
        )
    return value


def _check_buttons(part: Part, given: Sequence[Json], version: int) -> None:
    filled: set[int] = set()
    for component in given:
        index = _index(component)
        if not 0 <= index < len(part.buttons):
            raise GraphError(132012, f"{part.where}buttons: Button at index {index} does not exist in the template")
        kind, needs = part.buttons[index]
        spoken = str(component.get("sub_type", "")).lower()
        own, carries = _BUTTONS.get(spoken, ("", ""))
        if not own:
            raise invalid(f"Param template['components']['sub_type'] must be one of {{{', '.join(_BUTTONS)}}}.")
        if kind != own and not (kind == "OTP" and own == "URL"):
            raise GraphError(132012, f"{part.where}buttons: Button at index {index} is {kind}, received {own}")
        for parameter in _parameters(component):
            if kind == "URL" and not needs:
                raise _count(f"{part.where}buttons: Button at index {index} of type Url", 1, 0)
            _button_value(f"{part.where}buttons: Button at index {index}", kind, carries, parameter, version)
            filled.add(index)
    for index, (kind, needs) in enumerate(part.buttons):
        if needs and index not in filled:
            spoken = _SPOKEN.get(kind, kind.title())
            raise GraphError(
                131008, f"{part.where}buttons: Button at index {index} of type {spoken} requires a parameter"
            )


def _index(component: Json) -> int:
    value = component.get("index")
    if value is None:
        raise missing("Parameter 'template.components.index'")
    try:
        return int(value)
    except (TypeError, ValueError):
        raise invalid("Param template['components']['index'] must be a number.") from None


def _button_value(where: str, kind: str, carries: str, parameter: Json, version: int) -> None:
    got = str(parameter.get("type", "")).lower()
    if kind == "QUICK_REPLY" and got == "text":
        got, carries = "text", "text"  # taken for an old spelling of payload
    if got != carries:
        raise _mismatch(where, carries.upper(), got.upper())
    value = parameter.get(carries)
    if value is None or value == "":
        raise GraphError(131008, f"{where}: Parameter of type {carries} is missing its value")
    if carries == "text" and kind != "QUICK_REPLY":
        shown = _shown(where, parameter, version)
        if kind == "OTP" and len(shown) > 15:
            raise GraphError(132018, f"{where}: a code may have at most 15 characters")
    elif carries == "coupon_code" and (not isinstance(value, str) or len(value) > 20):
        raise GraphError(132018, f"{where}: a coupon code may have at most 20 characters")
    elif carries == "payload" and len(str(value)) > 256:
        raise invalid(f"{where}: payload must be at most 256 characters long.")
    elif carries == "action" and not isinstance(value, dict):
        raise invalid(f"{where}: action must be a JSON object.")
    elif kind == "MPM" and not value.get("sections"):
        raise missing(f"{where}: Parameter 'action.sections'")


def _offer(offers: Sequence[Json]) -> None:
    values = [p.get("limited_time_offer") for c in offers for p in _parameters(c)]
    if not values or not isinstance(values[0], dict) or "expiration_time_ms" not in values[0]:
        raise missing("Parameter 'limited_time_offer.expiration_time_ms'")
    if not isinstance(values[0]["expiration_time_ms"], int):
        raise invalid("Param expiration_time_ms must be a number.")


def media_ids(components: Sequence[Json]) -> Iterator[tuple[str, str]]:
    """Every (kind, media id) that a template message carries."""
    for component in components:
        for parameter in component.get("parameters", ()):
            kind = str(parameter.get("type", "")).lower()
            if kind in ("image", "video", "document") and parameter.get(kind, {}).get("id"):
                yield kind, str(parameter[kind]["id"])
        for card in component.get("cards", ()):
            yield from media_ids(card.get("components", ()))
