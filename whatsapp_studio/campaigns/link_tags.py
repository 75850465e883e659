"""Decides what a link of a message looks like with the tags of its campaign: ``utm_source=…`` and so on.

The names are those that web statistics read (Google's page on campaign parameters); Meta lets a message fill only the
end of a link, so only links that end in a variable can carry them.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, unquote

from whatsapp_studio.campaigns.programme import Tags
from whatsapp_studio.templates.template import VARIABLE, Button, Template, variables

NAMES = ("source", "medium", "campaign", "content", "term")


def links(template: Template) -> dict[str, str]:
    """The address of each button whose link ends in a variable, by the place that fills it."""
    found = _of(template.buttons, "")
    for number, card in enumerate(template.cards):
        found |= _of(card.buttons, f"card.{number}.")
    return found


def tagged(value: str, address: str, tags: Tags) -> str:
    """What fills the end of ``address`` so that the link has these tags; one that it has already stays as it is."""
    base = VARIABLE.split(address, maxsplit=1)[0]
    link, hash_mark, fragment = (base + value).partition("#")
    path, _asks, query = link.partition("?")
    there = {unquote(part.partition("=")[0]) for part in query.split("&")}
    more = [
        f"utm_{name}={quote(text, safe='')}"
        for name in NAMES
        if (text := getattr(tags, name).strip()) and f"utm_{name}" not in there
    ]
    if not more:
        return value
    asked = "&".join(([query] if query else []) + more)
    return f"{path}?{asked}{hash_mark}{fragment}".removeprefix(base)


def with_tags(filled: Mapping[str, str], template: Template, tags: Tags | None) -> dict[str, str]:
    """What fills a template, with tags (None: without) at the end of its links."""
    if tags is None:
        return dict(filled)
    addresses = links(template)
    return {
        place: tagged(value, addresses[place], tags) if place in addresses else value
        for place, value in filled.items()
    }  # fmt: skip


def untagged(template: Template) -> tuple[str, ...]:
    """The words on the buttons that open a page and can carry no tags."""
    able = links(template)
    return tuple(
        button.text
        for prefix, buttons in (
            ("", template.buttons), *((f"card.{number}.", card.buttons) for number, card in enumerate(template.cards)),
        )
        for index, button in enumerate(buttons)
        if button.kind == "URL" and not any(place.startswith(f"{prefix}button.{index}.") for place in able)
    )  # fmt: skip


def _of(buttons: tuple[Button, ...], before: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for index, button in enumerate(buttons):
        names = variables(button.url) if button.kind == "URL" else []
        # A tag inside what the template says itself would change another link than the one that is filled.
        if len(names) == 1 and button.url.rstrip().endswith("}}") and "#" not in button.url:
            found[f"{before}button.{index}.{names[0]}"] = button.url
    return found
