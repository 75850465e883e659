"""Decides the parts a phone shows of a template message: lines, styles, buttons and direction; no pixels."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from whatsapp_studio.templates.bubble_parts import (
    Bubble,
    ButtonKind,
    ButtonPart,
    CardPart,
    HeaderKind,
    HeaderPart,
    OfferClock,
    PanelPart,
)
from whatsapp_studio.templates.bubble_words import full_text, plain_text
from whatsapp_studio.templates.formatting import Line, Span, direction, filled_text, header_line, lines
from whatsapp_studio.templates.rules import SHOWN_BUTTONS, is_media_id, moment, sections
from whatsapp_studio.templates.template import Button, Header, Template

_BUTTON_KINDS: dict[str, ButtonKind] = {
    "QUICK_REPLY": "reply", "URL": "url", "PHONE_NUMBER": "phone", "COPY_CODE": "copy", "OTP": "copy", "FLOW": "flow",
    "CATALOG": "list", "MPM": "list", "SPM": "list", "VOICE_CALL": "call", "REQUEST_CONTACT_INFO": "contact",
}  # fmt: skip
_HEADER_KINDS: dict[str, HeaderKind] = {
    "IMAGE": "image", "VIDEO": "video", "DOCUMENT": "document", "LOCATION": "location", "GIF": "gif",
    "PRODUCT": "product",
}  # fmt: skip
_CALL_PERMISSION = "CALL_PERMISSION_REQUEST"
# Of parts inside a header, a button or a card the part itself tells; these are not components of their own.
_INNER_PARTS = ("header ", "button ", "card ")


def bubble(template: Template, values: Mapping[str, str] | None = None, *, now: datetime | None = None) -> Bubble:
    """The template as a phone shows it; a place that ``values`` does not fill is a marked placeholder.

    With ``now`` (aware) the clock of a limited-time offer says what is left; without it, when the offer ends.
    """
    filled = values or {}
    buttons = tuple(_button(f"button.{n}", one, filled) for n, one in enumerate(template.buttons))
    shown = len(buttons) if len(buttons) <= SHOWN_BUTTONS else SHOWN_BUTTONS - 1
    strange = tuple(dict.fromkeys(_strange(template)))
    return Bubble(
        header=_header("header", template.header, filled),
        offer=template.offer.text if template.offer else "",
        body=lines(template.body, "body", filled),
        footer=template.footer,
        buttons=buttons[:shown],
        more_buttons=buttons[shown:],
        cards=tuple(
            CardPart(
                _header(f"card.{number}.header", card.header, filled),
                lines(card.body, f"card.{number}.body", filled),
                tuple(_button(f"card.{number}.button.{n}", one, filled) for n, one in enumerate(card.buttons)),
            )
            for number, card in enumerate(template.cards)
        ),
        rtl=direction(template.body) == "rtl",
        offer_clock=_offer_clock(template, filled, now),
        offer_code=_offer_code(template, buttons),
        panel=_panel(template, filled, strange),
        unsupported=tuple(kind for kind in strange if kind != _CALL_PERMISSION),
    )


def _button(place: str, button: Button, values: Mapping[str, str]) -> ButtonPart:
    kind = _BUTTON_KINDS.get(button.kind, "other")
    match kind:
        case "url":
            target = filled_text(button.url, place, values)
        case "phone":
            target = button.phone
        case "copy" if button.kind == "COPY_CODE":
            target = values.get(f"{place}.code", "") or button.sample
        case _:
            target = ""
    return ButtonPart(kind, button.text or button.kind, target)


def _header(place: str, header: Header | None, values: Mapping[str, str]) -> HeaderPart | None:
    if header is None:
        return None
    if header.format == "TEXT":
        line = header_line(header.text, place, values)
        return HeaderPart("text", line.text, line=line)
    kind = _HEADER_KINDS.get(header.format)
    if kind is None:
        return HeaderPart("other", header.format)
    media = values.get(f"{place}.media", "") or header.shown_sample
    if kind == "location":
        _, _, title = values.get(f"{place}.location", "").partition(";")
        return HeaderPart(kind, ", ".join(part.strip() for part in title.split(";") if part.strip()))
    if kind == "document":
        return HeaderPart(kind, values.get(f"{place}.filename", "") or file_name(media), media)
    if kind == "product":
        return HeaderPart(kind, values.get(f"{place}.product", "").partition(";")[2].strip())
    return HeaderPart(kind, "", media)


def _offer_clock(template: Template, values: Mapping[str, str], now: datetime | None) -> OfferClock | None:
    if template.offer is None or not template.offer.has_expiration:
        return None
    ends = moment(values.get("offer.expires", ""))
    if ends is None or now is None:
        return OfferClock(ends)
    return OfferClock(ends, max(timedelta(0), ends - now))


def _offer_code(template: Template, buttons: tuple[ButtonPart, ...]) -> str:
    if template.offer is None:
        return ""
    return next((one.target for one in buttons if one.kind == "copy"), "")


def _panel(template: Template, values: Mapping[str, str], strange: tuple[str, ...]) -> PanelPart | None:
    if _CALL_PERMISSION in strange:
        return PanelPart("call")
    for number, button in enumerate(template.buttons):
        if button.kind == "CATALOG" and template.header is None:
            return PanelPart("catalogue")
        if button.kind == "MPM":
            listed = sections(values.get(f"button.{number}.products", ""))
            return PanelPart("products", sum(len(ids) for _, ids in listed))
    return None


def _strange(template: Template) -> Iterator[str]:
    """The kinds of the components that this program does not know."""
    for other in template.others:
        try:
            kept = json.loads(other)
        except ValueError:
            continue
        kind = kept.get("type") if isinstance(kept, dict) else None
        yield kind.upper() if isinstance(kind, str) and kind else "?"
    if not template.others:
        for part in template.unsupported:
            if part != "bid" and not part.startswith(_INNER_PARTS):
                yield part


def file_name(link: str) -> str:
    """The last part of an address without its query; nothing for an id of Meta's or a file of the workspace."""
    if is_media_id(link) or (link.startswith("file:") and "/" not in link):
        return ""
    return link.split("?")[0].split("#")[0].rstrip("/").rpartition("/")[2]


__all__ = [
    "Bubble",
    "ButtonPart",
    "CardPart",
    "HeaderPart",
    "Line",
    "OfferClock",
    "PanelPart",
    "Span",
    "bubble",
    "file_name",
    "full_text",
    "plain_text",
]
