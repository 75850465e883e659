"""Decides how a message looks on a page that is read without this program: as on the phone, with where it leads."""

from __future__ import annotations

from collections.abc import Iterable

from whatsapp_studio.base.html import Markup, joined, tag
from whatsapp_studio.templates.bubble_parts import Bubble, ButtonPart, CardPart, HeaderPart
from whatsapp_studio.templates.bubble_words import full_text, header_words
from whatsapp_studio.templates.formatting import Line, Span

_STYLES = (("bold", "strong"), ("italic", "em"), ("strike", "s"), ("mono", "code"))


def bubble_html(shown: Bubble) -> Markup:
    """One message; its buttons say what they open, call or copy."""
    inside = [*_head(shown.header), *([tag("p", shown.offer, cls="head")] if shown.offer else []), *_lines(shown.body)]
    if shown.footer:
        inside.append(tag("p", shown.footer, cls="foot"))
    inside += map(_button, shown.all_buttons)
    whole = [tag("div", *inside, cls="bubble", dir="rtl" if shown.rtl else "ltr")]
    if shown.cards:
        whole.append(tag("div", *map(_card, shown.cards), cls="cards"))
    # What the picture does not show (products, the clock of an offer, unknown parts) is in the words.
    beside = tag("p", full_text(shown), cls="quiet") if shown.panel or shown.unsupported or shown.offer_clock else ""
    return joined((tag("div", *whole, cls="phone"), beside))


def _head(header: HeaderPart | None) -> Iterable[Markup]:
    if header is None:
        return
    if header.line is not None:
        yield tag("p", *map(_span, header.line.spans), cls="head")
    else:
        yield tag("div", header_words(header), cls="file")


def _lines(lines: Iterable[Line]) -> Iterable[Markup]:
    for line in lines:
        inside = joined([f"{line.marker} " if line.marker else "", *map(_span, line.spans)])
        name = "blockquote" if line.kind == "quote" else "p"
        yield tag(name, inside, dir="rtl" if line.rtl else "ltr")


def _span(span: Span) -> Markup:
    shown = joined([span.text])
    for style, name in _STYLES:
        if getattr(span, style):
            shown = tag(name, shown)
    return tag("span", shown, cls="hole") if span.placeholder else shown


def _button(button: ButtonPart) -> Markup:
    target = [tag("span", button.target, cls="target")] if button.target else []
    return tag("div", button.text, *target, cls="button")


def _card(card: CardPart) -> Markup:
    return tag("div", *_head(card.header), *_lines(card.body), *map(_button, card.buttons), cls="bubble")
