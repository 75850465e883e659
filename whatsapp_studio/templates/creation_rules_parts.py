"""Decides what Meta takes as the larger parts of a template: its header, a carousel, an offer, a one-time password."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.templates import counting
from whatsapp_studio.templates.creation_rules_buttons import ADDRESS, each, grouping, word
from whatsapp_studio.templates.creation_rules_text import (
    ANY_VARIABLE,
    body_problems,
    header_text_problems,
    length_problem,
    no_emoji,
)
from whatsapp_studio.templates.template import Card, Header, Template

MEDIA = ("IMAGE", "VIDEO", "DOCUMENT", "GIF")
FORMATS = ("TEXT", *MEDIA, "LOCATION", "PRODUCT")
CARDS, CARD_BUTTONS = (2, 10), 2
CODE_MINUTES = (1, 90)
_CARD_HEADERS = ("IMAGE", "VIDEO", "PRODUCT")
_CARD_KINDS = ("QUICK_REPLY", "URL", "PHONE_NUMBER")
_OFFER_HEADERS = ("IMAGE", "VIDEO")
_SAMPLE = re.compile(r"file:\S+|https?://\S+|[0-9]+:\S+(?:\s[0-9]+:\S+)*", re.IGNORECASE)


def header_problems(t: Template) -> Iterator[Problem]:
    """Everything wrong with the header of a template that may have one."""
    header = t.header
    with_product = header is not None and header.format == "PRODUCT"
    if not with_product and any(button.kind == "SPM" for button in t.buttons):
        yield Problem("template-product-header", "header")
    if t.cards or header is None:
        return  # a carousel has none, which is said there
    if header.format not in FORMATS:
        yield Problem("template-header-unknown", "header", {"kind": header.format}, "warning")
    elif header.format == "TEXT":
        yield from header_text_problems(header.text, header.samples)
    elif header.format in MEDIA:
        yield from sample_problems("header.sample", header)
    if header.format == "GIF":
        if t.category != "MARKETING":
            yield Problem("template-gif-category", "header")
        else:
            yield Problem("template-marketing-api", "header", {}, "warning")
    if with_product and not any(button.kind == "SPM" for button in t.buttons):
        yield Problem("template-product-button", "header")
    if t.offer is not None and header.format not in _OFFER_HEADERS:
        yield Problem("template-offer-header", "header")


def sample_problems(where: str, header: Header) -> Iterator[Problem]:
    """A header of media without an example, or with one that is neither a file nor an address."""
    sample = dict(header.samples).get("media", "")
    if not sample.strip():
        yield Problem("template-header-sample", where)
    elif not _SAMPLE.fullmatch(sample):
        yield Problem("template-header-sample-unknown", where)


def carousel_problems(t: Template) -> Iterator[Problem]:
    """Everything wrong with the cards of a carousel, by themselves and beside each other."""
    if t.category != "MARKETING":
        yield Problem("template-cards-category", "category")
    if t.header is not None:
        yield Problem("template-cards-header", "header")
    if t.footer:
        yield Problem("template-cards-footer", "footer")
    least, most = CARDS
    if not least <= len(t.cards) <= most:
        yield Problem("template-cards-count", "cards", {"count": len(t.cards), "least": least, "most": most})
    for number, card in enumerate(t.cards):
        yield from _card(f"cards.{number}", card)
    with_body = [bool(card.body.strip()) for card in t.cards]
    if any(with_body) and not all(with_body):
        yield Problem("template-cards-bodies", f"cards.{with_body.index(False)}.body")
    shapes = [_shape(card) for card in t.cards]
    other = next((number for number, shape in enumerate(shapes) if shape != shapes[0]), None)
    if other is not None:
        yield Problem("template-cards-differ", f"cards.{other}", {"n": other + 1})


def _shape(card: Card) -> tuple[str, tuple[str, ...]]:
    return card.header.format if card.header else "", tuple(button.kind for button in card.buttons)


def _card(where: str, card: Card) -> Iterator[Problem]:
    if card.header is None:
        yield Problem("template-card-header-missing", f"{where}.header")
    elif card.header.format not in _CARD_HEADERS:
        yield Problem("template-card-header", f"{where}.header")
    elif card.header.format in MEDIA:
        yield from sample_problems(f"{where}.header.sample", card.header)
    yield from body_problems(f"{where}.body", card.body, card.samples, most=counting.BODY_CARD, required=False)
    if not card.buttons:
        yield Problem("template-card-buttons-none", f"{where}.buttons", {}, "warning")
    if len(card.buttons) > CARD_BUTTONS:
        yield Problem("template-card-buttons", f"{where}.buttons", {"count": len(card.buttons), "most": CARD_BUTTONS})
    is_product = card.header is not None and card.header.format == "PRODUCT"
    for number, button in enumerate(card.buttons):
        if button.kind not in _CARD_KINDS and not (is_product and button.kind == "SPM"):
            yield Problem("template-card-button-kind", f"{where}.buttons.{number}", {"kind": word(button.kind)})
    yield from grouping(f"{where}.buttons", card.buttons)
    yield from each(f"{where}.buttons", card.buttons)


def offer_problems(t: Template) -> Iterator[Problem]:
    """Everything wrong with a limited-time offer and what stands beside it."""
    if t.offer is None:
        return
    if t.category != "MARKETING":
        yield Problem("template-offer-category", "category")
    if t.footer:
        yield Problem("template-offer-footer", "footer")
    yield from length_problem("offer", t.offer.text, counting.OFFER)
    kinds = [button.kind for button in t.buttons]
    if "COPY_CODE" in kinds and kinds[0] != "COPY_CODE":
        yield Problem("template-offer-code-first", "buttons")
    if t.offer.has_expiration and "COPY_CODE" not in kinds:
        yield Problem("template-offer-code", "buttons")
    if "URL" not in kinds:
        yield Problem("template-offer-link", "buttons", {}, "warning")


def password_problems(t: Template) -> Iterator[Problem]:
    """Everything wrong with a template for one-time passwords: Meta writes its words, and it has one button."""
    if t.header is not None:
        yield Problem("template-auth-header", "header")
    if t.body and not _metas_own(t.body):
        yield Problem("template-auth-body", "body")
    yield from no_emoji("body", t.body)
    if ADDRESS.search(t.body):
        yield Problem("template-auth-link", "body")
    if t.code_minutes is None and t.footer:
        yield Problem("template-auth-footer", "footer")
    least, most = CODE_MINUTES
    if t.code_minutes is not None and not least <= t.code_minutes <= most:
        yield Problem("template-auth-minutes", "auth", {"least": least, "most": most})
    if not any(button.kind == "OTP" for button in t.buttons):
        yield Problem("template-otp-missing", "buttons")
    for number, button in enumerate(t.buttons):
        if button.kind != "OTP":
            yield Problem("template-auth-button", f"buttons.{number}", {"kind": word(button.kind)})
    if sum(button.kind == "OTP" for button in t.buttons) > 1:
        count = sum(button.kind == "OTP" for button in t.buttons)
        yield Problem("template-buttons-kind", "buttons", {"kind": word("OTP"), "count": count, "most": 1})
    yield from each("buttons", t.buttons)


def _metas_own(body: str) -> bool:
    """Whether a text may be one of Meta's own for a code: the code is bold, and the only variable."""
    return "*{{1}}*" in body and len(ANY_VARIABLE.findall(body)) == 1
