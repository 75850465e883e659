"""Decides whether the parameters of a template message fit the template, with the code Meta refuses them by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from whatsapp_studio.sandbox.checks import HasMedia, Json, child, invalid, location, media, missing, text
from whatsapp_studio.sandbox.errors import GraphError
from whatsapp_studio.sandbox.filling_buttons import button_value, index_of, sub_type
from whatsapp_studio.sandbox.forms import PLACE, Form, Part, Text

_BAD_TEXT = re.compile(r"[\n\r\t]| {5,}")
CODE_MOST = 15
_MEDIA = ("IMAGE", "VIDEO", "DOCUMENT", "GIF")
_SPOKEN = {"URL": "Url", "COPY_CODE": "CopyCode", "OTP": "Url", "MPM": "Mpm", "ORDER_DETAILS": "OrderDetails"}


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
    else:
        product = child(given[0], "product")
        for name in ("product_retailer_id", "catalog_id"):
            text(product, name, 256, f"{where}.product.{name}")


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
        index = index_of(component)
        if not 0 <= index < len(part.buttons):
            raise GraphError(132012, f"{part.where}buttons: Button at index {index} does not exist in the template")
        kind, needs = part.buttons[index]
        own, allowed = sub_type(component)
        where = f"{part.where}buttons: Button at index {index}"
        if kind != own and not (kind == "OTP" and own == "URL"):
            raise GraphError(132012, f"{where} is {kind}, received {own}")
        for parameter in _parameters(component):
            if kind == "URL" and not needs:
                raise _count(f"{where} of type Url", 1, 0)
            button_value(where, kind, allowed, parameter)
            if own == "URL":
                shown = _shown(where, parameter, version)
                if kind == "OTP" and len(shown) > CODE_MOST:
                    raise GraphError(132018, f"{where}: a code may have at most {CODE_MOST} characters")
            filled.add(index)
    for index, (kind, needs) in enumerate(part.buttons):
        if needs and index not in filled:
            spoken = _SPOKEN.get(kind, kind.title())
            raise GraphError(
                131008, f"{part.where}buttons: Button at index {index} of type {spoken} requires a parameter"
            )


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
            if kind in ("image", "video", "document", "gif") and parameter.get(kind, {}).get("id"):
                yield kind, str(parameter[kind]["id"])
        for card in component.get("cards", ()):
            yield from media_ids(card.get("components", ()))
