"""Decides the parts a phone shows of a template message: lines, styles, buttons and direction; no pixels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from whatsapp_studio.templates.formatting import Line, Span, direction, header_line, lines
from whatsapp_studio.templates.rules import SHOWN_BUTTONS, is_media_id
from whatsapp_studio.templates.template import Button, Header, Template

HeaderKind = Literal["text", "image", "video", "document", "location", "gif", "product"]
ButtonKind = Literal["reply", "url", "phone", "copy", "flow", "list", "call", "other"]

_BUTTON_KINDS: dict[str, ButtonKind] = {
    "QUICK_REPLY": "reply", "URL": "url", "PHONE_NUMBER": "phone", "COPY_CODE": "copy", "OTP": "copy", "FLOW": "flow",
    "CATALOG": "list", "MPM": "list", "SPM": "list", "VOICE_CALL": "call",
}  # fmt: skip
_HEADER_KINDS: dict[str, HeaderKind] = {
    "IMAGE": "image", "VIDEO": "video", "DOCUMENT": "document", "LOCATION": "location", "GIF": "gif",
    "PRODUCT": "product",
}  # fmt: skip


class HeaderPart(msgspec.Struct, frozen=True):
    """What stands above the text.

    ``line`` for a text header; ``text`` is the plain title (the file name of a document, the name and address
    of a place); ``media`` is the address or Meta's id of the file, empty while nobody chose one.
    """

    kind: HeaderKind
    text: str = ""
    media: str = ""
    line: Line | None = None

    @property
    def media_is_link(self) -> bool:
        """Whether ``media`` can be opened as an address."""
        return bool(self.media) and not is_media_id(self.media)


class ButtonPart(msgspec.Struct, frozen=True):
    """A button: the kind decides its icon."""

    kind: ButtonKind
    text: str


class CardPart(msgspec.Struct, frozen=True):
    """A card of a carousel."""

    header: HeaderPart | None
    body: tuple[Line, ...]
    buttons: tuple[ButtonPart, ...]


class Bubble(msgspec.Struct, frozen=True):
    """A message as the phone shows it.

    ``buttons`` are the ones on the bubble, in order; ``more_buttons`` are those behind "See all options" (empty
    up to three buttons). ``rtl`` is the direction of the text as a whole; each line has its own.
    """

    header: HeaderPart | None = None
    offer: str = ""
    body: tuple[Line, ...] = ()
    footer: str = ""
    buttons: tuple[ButtonPart, ...] = ()
    more_buttons: tuple[ButtonPart, ...] = ()
    cards: tuple[CardPart, ...] = ()
    rtl: bool = False


def bubble(template: Template, values: Mapping[str, str] | None = None) -> Bubble:
    """The template as a phone shows it; a place that ``values`` does not fill is a marked placeholder."""
    filled = values or {}
    buttons = tuple(map(_button, template.buttons))
    shown = len(buttons) if len(buttons) <= SHOWN_BUTTONS else SHOWN_BUTTONS - 1
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
                tuple(map(_button, card.buttons)),
            )
            for number, card in enumerate(template.cards)
        ),
        rtl=direction(template.body) == "rtl",
    )


def _button(button: Button) -> ButtonPart:
    return ButtonPart(_BUTTON_KINDS.get(button.kind, "other"), button.text)


def _header(place: str, header: Header | None, values: Mapping[str, str]) -> HeaderPart | None:
    if header is None:
        return None
    if header.format == "TEXT":
        line = header_line(header.text, place, values)
        return HeaderPart("text", line.text, line=line)
    kind = _HEADER_KINDS.get(header.format, "document")
    media = values.get(f"{place}.media", "") or dict(header.samples).get("media", "")
    if kind == "location":
        _, _, title = values.get(f"{place}.location", "").partition(";")
        return HeaderPart(kind, ", ".join(part.strip() for part in title.split(";") if part.strip()))
    if kind == "document":
        return HeaderPart(kind, values.get(f"{place}.filename", "") or file_name(media), media)
    return HeaderPart(kind, "", media)


def file_name(link: str) -> str:
    """The last part of an address without its query; nothing for an id of Meta's."""
    if is_media_id(link):
        return ""
    return link.split("?")[0].split("#")[0].rstrip("/").rpartition("/")[2]


def plain_text(shown: Bubble) -> str:
    """The message in plain lines, for a clipboard, a tooltip or a terminal."""
    parts = [_head(shown.header), shown.offer, "\n".join(line.text for line in shown.body), shown.footer]
    parts += [f"[{button.text}]" for button in (*shown.buttons, *shown.more_buttons)]
    for card in shown.cards:
        parts += [_head(card.header), "\n".join(line.text for line in card.body)]
        parts += [f"[{button.text}]" for button in card.buttons]
    return "\n".join(part for part in parts if part)


def _head(header: HeaderPart | None) -> str:
    if header is None:
        return ""
    return header.text or header.media or f"({header.kind})"


__all__ = ["Bubble", "ButtonPart", "CardPart", "HeaderPart", "Line", "Span", "bubble", "file_name", "plain_text"]
