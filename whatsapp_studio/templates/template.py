"""Decides what a template is: the values, how they are read and filled, and what makes two of them the same."""

from __future__ import annotations

import hashlib
import json

from whatsapp_studio.templates.places import places, rare_places
from whatsapp_studio.templates.reading import parse
from whatsapp_studio.templates.shape import (
    FILE,
    MEDIA,
    VARIABLE,
    Button,
    Card,
    Flow,
    Header,
    Offer,
    Otp,
    Place,
    PlaceKind,
    Template,
    variables,
)

__all__ = [
    "FILE",
    "MEDIA",
    "VARIABLE",
    "Button",
    "Card",
    "Flow",
    "Header",
    "Offer",
    "Otp",
    "Place",
    "PlaceKind",
    "Template",
    "content_hash",
    "parse",
    "places",
    "rare_places",
    "variables",
]


def content_hash(t: Template) -> str:
    """A fingerprint of what a person sees and what has to be filled; status and quality do not change it.

    Campaigns and journeys keep it: what is read out of a template later on may be added only where it is there.
    """
    cards = [(_header_content(c.header), c.body, [_button_content(b) for b in c.buttons]) for c in t.cards]
    offer = (t.offer.text, t.offer.has_expiration) if t.offer else None
    seen: tuple[object, ...] = (
        (t.name, t.language, t.parameter_format, t.unsupported),
        (_header_content(t.header), t.body, t.footer, [_button_content(b) for b in t.buttons], cards, offer),
    )
    if t.others:
        seen += (t.others,)
    return hashlib.sha256(json.dumps(seen, ensure_ascii=False).encode()).hexdigest()


def _header_content(header: Header | None) -> tuple[str, str]:
    return (header.format, header.text) if header else ("", "")


def _button_content(button: Button) -> tuple[str, str, str, str]:
    return button.kind, button.text, button.url, button.phone
