"""Decides whether a filled-in value is one that Meta takes: its limits on texts, codes, links and media."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.templates.template import VARIABLE, Button, Header, Place, PlaceKind, Template, places

HEADER_MAX = 60
BODY_MAX = 1024
OFFER_BODY_MAX = 600
CARD_BODY_MAX = 160
URL_MAX = 2000
OTP_MAX = 15
COUPON_MAX = 20
FILE_NAME_MAX = 240
# Of what a developer or a shop fills (Cloud API › Templates › Quick replies, Multi-product messages).
PAYLOAD_MAX = 256
PRODUCTS_MAX, SECTIONS_MAX, SECTION_TITLE_MAX = 30, 10, 24
SHOWN_BUTTONS = 3  # with more than this, WhatsApp shows two and "See all options"

_LAYOUT = re.compile(r"[\n\r\t\v\f\x85\u2028\u2029]| {5}")
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")  # cannot be written in JSON
_MEDIA_ID = re.compile(r"[0-9]{1,64}")
_KEPT_FILE = re.compile(r"file:[0-9a-f]{64}")
_LINK = re.compile(r"https?://[^\s/?#]+\.?[^\s]*", re.IGNORECASE)


def lint(place: Place, value: str) -> str:
    """The code of what is wrong with ``value`` in itself, or ``""``."""
    if not value:
        return "value-empty" if place.required else ""
    found = _LAYOUT.search(value) if place.kind != "json" else None
    if found is not None:
        return {"\t": "value-tab", " " * 5: "value-spaces"}.get(found[0], "value-newline")
    if _NO_TEXT.search(value):
        return "value-invalid"
    return _BY_KIND[place.kind](place, value)


def _lint_text(place: Place, value: str) -> str:
    return "value-too-long" if len(value) > (BODY_MAX if place.required else FILE_NAME_MAX) else ""


def _lint_media(place: Place, value: str) -> str:
    known = _MEDIA_ID.fullmatch(value) or _LINK.fullmatch(value) or _KEPT_FILE.fullmatch(value)
    return "" if known else "value-media"


def _lint_url(place: Place, value: str) -> str:
    return "value-url" if re.search(r"\s", value) else ""


def _lint_code(place: Place, value: str) -> str:
    if re.search(r"\s", value):
        return "value-code"
    return "value-too-long" if len(value) > (COUPON_MAX if place.name.endswith(".code") else OTP_MAX) else ""


def _lint_location(place: Place, value: str) -> str:
    return "" if location(value) else "value-location"


def _lint_time(place: Place, value: str) -> str:
    return "" if moment(value) else "value-time"


def _lint_payload(place: Place, value: str) -> str:
    return "value-too-long" if place.name.endswith(".payload") and len(value) > PAYLOAD_MAX else ""


def _lint_json(place: Place, value: str) -> str:
    return "" if json_object(value) is not None else "value-json"


def _lint_product(place: Place, value: str) -> str:
    if place.name.endswith("header.product"):
        return "" if product(value) else "value-product"
    return "" if _is_product(value.strip()) else "value-product-id"


def _lint_products(place: Place, value: str) -> str:
    found = sections(value)
    if not found:
        return "value-products"
    if len(found) > SECTIONS_MAX or sum(len(ids) for _, ids in found) > PRODUCTS_MAX:
        return "value-products-many"
    if len(found) > 1 and not all(title for title, _ in found):
        return "value-products-title"
    return "value-products-title-long" if any(len(title) > SECTION_TITLE_MAX for title, _ in found) else ""


_BY_KIND: dict[PlaceKind, Callable[[Place, str], str]] = {
    "text": _lint_text, "image": _lint_media, "video": _lint_media, "document": _lint_media,
    "gif": _lint_media, "url": _lint_url, "code": _lint_code, "location": _lint_location, "time": _lint_time,
    "payload": _lint_payload, "json": _lint_json, "product": _lint_product, "products": _lint_products,
}  # fmt: skip


def is_media_id(value: str) -> bool:
    """Whether a media value names a file uploaded to Meta (all digits) rather than an address."""
    return _MEDIA_ID.fullmatch(value) is not None


def location(value: str) -> tuple[float, float, str, str] | None:
    """Latitude, longitude, name and address of ``52.37, 4.89; Name; Address``; the last two may be left out."""
    point, _, rest = value.partition(";")
    name, _, address = rest.partition(";")
    try:
        latitude, longitude = (float(number) for number in point.split(","))
    except ValueError:
        return None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    return latitude, longitude, name.strip(), address.strip()


def moment(value: str) -> datetime | None:
    """The time an offer ends: ISO 8601, read as UTC where it names no zone."""
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def json_object(value: str) -> dict[str, Any] | None:
    """The JSON object that ``value`` spells, or None."""
    try:
        return msgspec.json.decode(value, type=dict[str, Any])
    except (ValueError, RecursionError):
        return None


def product(value: str) -> tuple[str, str] | None:
    """Catalogue and product of ``123456; SKU-7``, or None where one of them is missing."""
    catalogue, _, one = (part.strip() for part in value.partition(";"))
    return (catalogue, one) if _MEDIA_ID.fullmatch(catalogue) and _is_product(one) else None


def sections(value: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The sections of ``Bikes: SKU-1, SKU-2; Locks: SKU-3`` as (title, products); none where it cannot be read.

    The title may be left out. A section without products cannot be read.
    """
    found = []
    for part in filter(str.strip, value.split(";")):
        title, colon, listed = part.partition(":")
        if not colon:
            title, listed = "", part
        ids = tuple(one.strip() for one in listed.split(",") if one.strip())
        if not ids:
            return ()
        found.append((title.strip(), ids))
    return tuple(found)


def _is_product(value: str) -> bool:
    return bool(value) and not re.search(r"[;,]", value)


def hydrate(text: str, name: str, values: Mapping[str, str]) -> str:
    """``text`` with the values of the places ``name.*`` put in; what has no value stays as it is."""
    return VARIABLE.sub(lambda found: values.get(f"{name}.{found[1]}") or found[0], text)


class Limits:
    """The lengths that hold for a whole filled part, worked out once for a template."""

    def __init__(self, template: Template) -> None:
        body_max = OFFER_BODY_MAX if template.offer else BODY_MAX
        texts = [*_header_limits("", template.header), ("body", template.body, body_max)]
        texts += _button_limits("", template.buttons)
        for number, card in enumerate(template.cards):
            prefix = f"card.{number}."
            texts += [*_header_limits(prefix, card.header), (f"{prefix}body", card.body, CARD_BODY_MAX)]
            texts += _button_limits(prefix, card.buttons)
        names = [place.name for place in places(template)]
        # What is fixed is counted now; per message only the values' own lengths are added.
        self._parts: list[tuple[int, list[tuple[str, int]], int]] = []
        for name, text, most in texts:
            used = [f"{name}.{variable}" for variable in VARIABLE.findall(text)]
            if used and used[0] in names:
                fixed = len(VARIABLE.sub("", text))
                self._parts.append((fixed, [(place, used.count(place)) for place in dict.fromkeys(used)], most))

    def too_long(self, values: Mapping[str, str]) -> tuple[str, int, int] | None:
        """(the place with the longest value, the length it makes, the length allowed), or None when all fits."""
        for fixed, used, most in self._parts:
            length = fixed
            for place, times in used:
                length += len(values.get(place, "")) * times
            if length > most:
                return max((place for place, _ in used), key=lambda place: len(values.get(place, ""))), length, most
        return None


def _header_limits(prefix: str, header: Header | None) -> list[tuple[str, str, int]]:
    return [(f"{prefix}header", header.text, HEADER_MAX)] if header and header.format == "TEXT" else []


def _button_limits(prefix: str, buttons: tuple[Button, ...]) -> list[tuple[str, str, int]]:
    return [(f"{prefix}button.{n}", button.url, URL_MAX) for n, button in enumerate(buttons) if button.kind == "URL"]


def filled_problems(template: Template, values: Mapping[str, str]) -> tuple[Problem, ...]:
    """Everything wrong with one message's values: each value by itself, then the lengths of the filled parts."""
    found = []
    for place in places(template, rare=True):
        code = lint(place, values.get(place.name, ""))
        if code:
            found.append(value_problem(code, place))
    long = Limits(template).too_long(values)
    if long is not None:
        name, length, most = long
        place = next(place for place in places(template) if place.name == name)
        found.append(value_problem("value-too-long", place, length=length, most=most))
    return tuple(found)


def value_problem(code: str, place: Place, **facts: object) -> Problem:
    """A problem of one value, pointing at the field it is filled in."""
    if code == "value-too-long" and "most" not in facts:
        facts["most"] = _most(place)
    elif code == "value-products-many":
        facts = {"products": PRODUCTS_MAX, "sections": SECTIONS_MAX} | facts
    elif code == "value-products-title-long":
        facts = {"most": SECTION_TITLE_MAX} | facts
    return Problem(code, f"mapping.{place.name}", {"place": place.name, "label": place.label, **facts})


def _most(place: Place) -> int:
    match place.kind:
        case "text":
            return BODY_MAX if place.required else FILE_NAME_MAX
        case "payload":
            return PAYLOAD_MAX
        case _:
            return COUPON_MAX if place.name.endswith(".code") else OTP_MAX
