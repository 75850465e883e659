"""Decides what each part of a template that is written is called, by the ``where`` of a problem."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark, tr

_PARTS = {
    "name": mark("Name"), "category": mark("Category"), "language": mark("Language"), "header": mark("Header"),
    "body": mark("Text"), "footer": mark("Footer"), "buttons": mark("Buttons"), "cards": mark("Cards"),
    "offer": mark("Limited-time offer"), "auth": mark("One-time password"), "ttl": mark("Delivery time"),
}  # fmt: skip


def part_word(where: str) -> str:
    """The part of a template that ``where`` names (``buttons.0.text``: “Button 1”); empty for none of its parts."""
    kind, _, rest = where.partition(".")
    number, _, inner = rest.partition(".")
    if kind == "cards" and number.isdecimal():
        within = part_word(inner)
        n = int(number) + 1
        return tr("Card {n}: {part}", n=n, part=within) if within else tr("Card {n}", n=n)
    if kind == "buttons" and number.isdecimal():
        n = int(number) + 1
        return tr("Button {n}: address", n=n) if inner == "url" else tr("Button {n}", n=n)
    return tr(_PARTS[kind]) if kind in _PARTS else ""
