"""Decides under what a template is found: its state, category, language, quality, header, buttons, use and health."""

from __future__ import annotations

from collections.abc import Container

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.base.local import language_name
from whatsapp_studio.templates.template import Template
from whatsapp_studio.templates.unsupported import header_word

FACETS = ("status", "category", "language", "quality", "header", "buttons", "use", "health")
Used = Container[tuple[str, str]]

_FACETS = {
    "status": mark("Status"), "category": mark("Category"), "language": mark("Language"),
    "quality": mark("Quality"), "header": mark("Header"), "buttons": mark("Buttons"), "use": mark("Use"),
    "health": mark("Health"),
}  # fmt: skip
_WORDS = {
    ("quality", "GREEN"): mark("High"), ("quality", "YELLOW"): mark("Medium"), ("quality", "RED"): mark("Low"),
    ("quality", "UNKNOWN"): mark("Not rated yet"),
    ("buttons", ""): mark("No buttons"), ("buttons", "QUICK_REPLY"): mark("Quick reply"),
    ("buttons", "URL"): mark("Link"), ("buttons", "PHONE_NUMBER"): mark("Phone number"),
    ("buttons", "COPY_CODE"): mark("Copy code"), ("buttons", "OTP"): mark("One-time password"),
    ("buttons", "FLOW"): mark("Form"), ("buttons", "CATALOG"): mark("Catalogue"),
    ("buttons", "MPM"): mark("Several products"), ("buttons", "SPM"): mark("One product"),
    ("buttons", "VOICE_CALL"): mark("WhatsApp call"),
    ("use", "used"): mark("Used"), ("use", "unused"): mark("Not used"),
    ("health", "fine"): mark("Can be sent"), ("health", "watch"): mark("Needs attention"),
    ("health", "blocked"): mark("Cannot be sent"),
}  # fmt: skip


def values_of(template: Template, facet: str, used: Used = ()) -> tuple[str, ...]:
    """Everything a template is under a facet, one or more; ``used`` holds (name, language) of what something sends."""
    match facet:
        case "status":
            return (template.status,)
        case "category":
            return (template.category,)
        case "language":
            return (template.language,)
        case "quality":
            return (template.quality,)
        case "header":
            return ("CAROUSEL" if template.cards else template.header.format if template.header else "",)
        case "buttons":
            kinds = [one.kind for one in (*template.buttons, *(one for card in template.cards for one in card.buttons))]
            return tuple(dict.fromkeys(kinds)) or ("",)
        case "use":
            return ("used" if (template.name, template.language) in used else "unused",)
        case _:
            return (health_of(template),)


def health_of(template: Template) -> str:
    """``blocked`` where it cannot be sent, ``watch`` where that or a higher price may come, else ``fine``."""
    if not template.sendable:
        return "blocked"
    drifts = template.correct_category or (template.previous_category, template.category) == ("UTILITY", "MARKETING")
    return "watch" if template.quality in ("YELLOW", "RED") or drifts else "fine"


def facet_word(facet: str) -> str:
    """The name of something templates can be filtered by."""
    return tr(_FACETS[facet])


def value_word(facet: str, value: str, shown_in: str) -> str:
    """The word for one value of a facet (``status``, ``APPROVED``); ``shown_in`` is the program's language."""
    if (facet, value) in _WORDS:
        return tr(_WORDS[facet, value])
    match facet:
        case "language":
            return language_name(value, shown_in)
        case "header":
            return header_word(value)
        case _:
            return wording.state_word(value) if value else tr("Not known")
