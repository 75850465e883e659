"""Decides what a template asks for when it is sent: places to fill, files, buttons, cards; read once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]
PLACE = re.compile(r"\{\{\s*([A-Za-z0-9_]+)\s*\}\}")
BODY_MOST, OFFER_BODY_MOST, SMALL_BODY_MOST, HEADER_MOST = 1024, 600, 160, 60


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
    links: tuple[str, ...]
    replies_at: tuple[int, ...]


def form(components: Sequence[Json], named: bool) -> Form:
    """Read what a template's components ask for."""
    cards: tuple[Part, ...] = ()
    expires = False
    buttons: list[tuple[int, str, Json]] = []
    most = BODY_MOST
    for component in components:
        kind = _kind(component)
        if kind == "CAROUSEL":
            cards = tuple(
                _part(card["components"], named, f"card {n}: ", SMALL_BODY_MOST)
                for n, card in enumerate(component["cards"])
            )
        elif kind == "LIMITED_TIME_OFFER":
            expires = bool(component["limited_time_offer"].get("has_expiration"))
            most = OFFER_BODY_MOST
        elif kind == "BUTTONS":
            buttons = [(n, _button(button)[0], button) for n, button in enumerate(component["buttons"])]
    if any(what == "SPM" for _, what, _ in buttons):
        most = SMALL_BODY_MOST
    replies = [(n, str(button["text"])) for n, what, button in buttons if what == "QUICK_REPLY"]
    links = tuple(str(button.get("text", "")) for _, what, button in buttons if what == "URL")
    part = _part(components, named, "", most)
    return Form(part, cards, expires, tuple(words for _, words in replies), links, tuple(n for n, _ in replies))


def _kind(component: Json) -> str:
    return str(component.get("type", "")).upper()


def _part(components: Sequence[Json], named: bool, where: str, most: int) -> Part:
    header, header_text, body, buttons = "", None, None, []
    for component in components:
        kind = _kind(component)
        if kind == "HEADER":
            header = str(component.get("format", "TEXT")).upper()
            if header == "TEXT":
                header_text = _text(f"{where}header", str(component.get("text", "")), named, HEADER_MOST)
        elif kind == "BODY":
            secure = "add_security_recommendation" in component
            words = "{{1}} is your verification code." if secure else str(component.get("text", ""))
            body = _text(f"{where}body", words, named and not secure, most)
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


def taps(asked: Form, components: Sequence[Json]) -> dict[str, dict[str, Any]]:
    """What comes back when somebody taps a quick reply, by its words: with the payload that was sent along."""
    given = {
        int(component["index"]): str(parameter.get("payload"))
        for component in components
        if _kind(component) == "BUTTON" and str(component.get("sub_type", "")).lower() == "quick_reply"
        for parameter in component.get("parameters", ())
        if parameter.get("payload")
    }
    return {
        words: {"type": "button", "button": {"payload": given.get(at, words), "text": words}}
        for at, words in zip(asked.replies_at, asked.quick_replies, strict=True)
    }
