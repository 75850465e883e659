"""Decides whether a free-form message is well made, before anything is sent: shapes and lengths as Meta takes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from whatsapp_studio.sandbox.errors import GraphError

Json = Mapping[str, Any]
HasMedia = Callable[[str], bool]
MEDIA_KINDS = ("image", "video", "audio", "document", "sticker")
_PHONE = re.compile(r"\+?[0-9][0-9 ()\-.]{5,24}")


def missing(what: str) -> GraphError:
    """131008 for a parameter that is not there."""
    return GraphError(131008, f"{what} is required")


def invalid(details: str) -> GraphError:
    """131009 for a value that cannot be."""
    return GraphError(131009, details)


def child(body: Json, name: str) -> Json:
    """The object ``name`` of ``body``."""
    value = body.get(name)
    if value is None:
        raise missing(f"Parameter '{name}'")
    if not isinstance(value, dict):
        raise invalid(f"Param {name} must be a JSON object.")
    return value


def text(body: Json, name: str, most: int, where: str, least: int = 1) -> str:
    """The text ``name`` of ``body``, at most ``most`` characters long."""
    value = body.get(name)
    if value is None or value == "":
        if least == 0:
            return ""
        raise missing(f"Parameter '{where}'")
    if not isinstance(value, str):
        raise invalid(f"Param {where} must be a string.")
    if len(value) > most:
        raise invalid(f"Param {where} must be at most {most} characters long.")
    return value


def items(body: Json, name: str, least: int, most: int, where: str) -> list[Json]:
    """The list ``name`` of ``body`` with between ``least`` and ``most`` objects."""
    value = body.get(name)
    if value is None:
        raise missing(f"Parameter '{where}'")
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise invalid(f"Param {where} must be an array of JSON objects.")
    if not least <= len(value) <= most:
        raise invalid(f"Param {where} must have between {least} and {most} entries.")
    return value


def wa_id(to: object) -> str:
    """The WhatsApp id (digits) a recipient is known by; Brazil's ninth digit is left out as Meta does."""
    if to is None or to == "":
        raise missing("Parameter 'to'")
    if not isinstance(to, str) or not _PHONE.fullmatch(to):
        raise invalid("Param to is not a valid phone number.")
    digits = "".join(filter(str.isdigit, to))
    if not 7 <= len(digits) <= 15:
        raise invalid("Param to is not a valid phone number.")
    if len(digits) == 13 and digits.startswith("55") and digits[4] == "9" and int(digits[2:4]) > 28:
        return digits[:4] + digits[5:]
    return digits


def media(body: Json, kind: str, has_media: HasMedia, where: str = "") -> None:
    """A media object: an id that was uploaded, or an http(s) link."""
    where = where or kind
    found = child(body, kind)
    if not found.get("id") and not found.get("link"):
        raise missing(f"Parameter '{where}.id' or '{where}.link'")
    if found.get("id"):
        if not has_media(str(found["id"])):
            raise invalid(f"Param {where}['id'] is not a valid media ID of this phone number.")
    elif not re.match(r"https?://[^\s/]+", str(found["link"])):
        raise invalid(f"Param {where}['link'] is not a valid URI.")
    if kind in ("image", "video", "document"):
        text(found, "caption", 1024, f"{where}['caption']", least=0)
    elif "caption" in found:
        raise invalid(f"Param {where}['caption'] is not supported for {kind}.")


def free_form(kind: str, body: Json, has_media: HasMedia) -> None:
    """Refuse a message of ``kind`` (not a template) that is not well made."""
    if kind == "text":
        text(child(body, "text"), "body", 4096, "text['body']")
    elif kind in MEDIA_KINDS:
        media(body, kind, has_media)
    elif kind == "location":
        _location(child(body, "location"), "location")
    elif kind == "contacts":
        for contact in items(body, "contacts", 1, 257, "contacts"):
            text(child(contact, "name"), "formatted_name", 1024, "contacts['name']['formatted_name']")
    elif kind == "reaction":
        reaction = child(body, "reaction")
        text(reaction, "message_id", 512, "reaction['message_id']")
        if not isinstance(reaction.get("emoji", ""), str):
            raise invalid("Param reaction['emoji'] must be a string.")
    elif kind == "interactive":
        _interactive(child(body, "interactive"), has_media)
    else:
        raise GraphError(131051, f"Message type {kind!r} is not currently supported.")


def _location(place: Json, where: str) -> None:
    for name, most in (("latitude", 90.0), ("longitude", 180.0)):
        value = place.get(name)
        if value is None or value == "":
            raise missing(f"Parameter '{where}.{name}'")
        try:
            fits = abs(float(value)) <= most
        except (TypeError, ValueError):
            fits = False
        if not fits:
            raise invalid(f"Param {where}['{name}'] must be between -{most:.0f} and {most:.0f}.")


location = _location


def _header(body: Json, has_media: HasMedia, kinds: tuple[str, ...]) -> None:
    if "header" not in body:
        return
    header = child(body, "header")
    kind = str(header.get("type", "")).lower()
    if kind not in kinds:
        raise invalid(f"Param interactive['header']['type'] must be one of {{{', '.join(kinds)}}}.")
    if kind == "text":
        text(header, "text", 60, "interactive['header']['text']")
    else:
        media(header, kind, has_media, f"interactive.header.{kind}")


def _buttons(action: Json, most: int, where: str = "interactive['action']['buttons']") -> None:
    seen_ids: set[str] = set()
    seen_titles: set[str] = set()
    for button in items(action, "buttons", 1, most, where):
        if button.get("type") != "reply":
            raise invalid(f"Param {where}['type'] must be one of {{reply}}.")
        reply = child(button, "reply")
        key, title = text(reply, "id", 256, f"{where}['id']"), text(reply, "title", 20, f"{where}['title']")
        if key in seen_ids or title in seen_titles:
            raise invalid(f"Param {where} has two buttons with the same id or title.")
        seen_ids.add(key)
        seen_titles.add(title)


def _list(action: Json) -> None:
    text(action, "button", 20, "interactive['action']['button']")
    sections = items(action, "sections", 1, 10, "interactive['action']['sections']")
    rows = 0
    ids: set[str] = set()
    for section in sections:
        text(section, "title", 24, "sections['title']", least=1 if len(sections) > 1 else 0)
        for row in items(section, "rows", 1, 10, "sections['rows']"):
            key = text(row, "id", 200, "rows['id']")
            text(row, "title", 24, "rows['title']")
            text(row, "description", 72, "rows['description']", least=0)
            if key in ids:
                raise invalid("Param rows has two rows with the same id.")
            ids.add(key)
            rows += 1
    if rows > 10:
        raise invalid("Total row count exceed max allowed count: 10.")


_BODY_MOST = {"list": 4096}
_PARAMETERS: Mapping[str, tuple[str, ...]] = {
    "cta_url": ("display_text", "url"),
    "flow": ("flow_message_version", "flow_cta"),
    "location_request_message": (),
    "address_message": ("country",),
    "catalog_message": (),
    "voice_call": (),
    "call_permission_request": (),
    "order_details": ("reference_id", "total_amount"),
    "order_status": ("reference_id",),
    "request_contact_info": (),
}


def _interactive(body: Json, has_media: HasMedia) -> None:
    kind = str(body.get("type", "")).lower()
    if not kind:
        raise missing("Parameter 'interactive.type'")
    if kind not in ("product", "order_details", "order_status") or "body" in body:
        text(child(body, "body"), "text", _BODY_MOST.get(kind, 1024), "interactive['body']['text']")
    if "footer" in body:
        text(child(body, "footer"), "text", 60, "interactive['footer']['text']")
    if kind == "call_permission_request" and "action" not in body:
        return
    action = child(body, "action")
    _header(body, has_media, ("text",) if kind in ("list", "product_list") else ("text", "image", "video", "document"))
    if kind == "button":
        _buttons(action, 3)
    elif kind == "list":
        _list(action)
    elif kind == "product":
        text(action, "catalog_id", 64, "action['catalog_id']")
        text(action, "product_retailer_id", 256, "action['product_retailer_id']")
    elif kind == "product_list":
        child(body, "header")
        text(action, "catalog_id", 64, "action['catalog_id']")
        products = [
            product
            for section in items(action, "sections", 1, 10, "action['sections']")
            for product in items(section, "product_items", 1, 30, "sections['product_items']")
        ]
        if len(products) > 30:
            raise invalid("Total product count exceed max allowed count: 30.")
    elif kind == "carousel":
        cards = items(action, "cards", 2, 10, "action['cards']")
        if len({str(card.get("type")) for card in cards}) > 1:
            raise invalid("All cards of a carousel must have the same type.")
    elif kind in _PARAMETERS:
        for name in _PARAMETERS[kind]:
            if name not in child(action, "parameters"):
                raise missing(f"Parameter 'interactive.action.parameters.{name}'")
        if kind == "cta_url":
            text(child(action, "parameters"), "display_text", 20, "action['parameters']['display_text']")
    else:
        raise invalid(f"Param interactive['type'] {kind!r} is not supported.")
