"""Decides how a message on the phone is said in words: for a clipboard, and for someone who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

import msgspec

from whatsapp_studio.base.i18n import mark, ntr, tr
from whatsapp_studio.base.local import day_and_clock
from whatsapp_studio.templates.bubble_parts import Bubble, ButtonPart, HeaderPart, OfferClock, PanelPart
from whatsapp_studio.templates.formatting import Line

_NAMED_HEADERS = {
    "image": mark("Picture: {name}"), "video": mark("Video: {name}"), "gif": mark("Moving picture: {name}"),
    "document": mark("Document: {name}"), "location": mark("Location: {name}"), "product": mark("Product: {name}"),
}  # fmt: skip
_HEADERS = {
    "image": mark("Picture"), "video": mark("Video"), "gif": mark("Moving picture"), "document": mark("Document"),
    "location": mark("Location"), "product": mark("Product"),
}  # fmt: skip
_BUTTONS = {
    "reply": mark("Button: {text}. It answers with this text."), "url": mark("Button: {text}. It opens a page."),
    "phone": mark("Button: {text}. It calls a number."), "copy": mark("Button: {text}. It copies a code."),
    "flow": mark("Button: {text}. It opens a form."), "list": mark("Button: {text}. It opens a list."),
    "call": mark("Button: {text}. It calls in WhatsApp."),
    "contact": mark("Button: {text}. It shares a phone number."),
    "other": mark("Button: {text}. This kind is not supported yet."),
}  # fmt: skip
_BUTTONS_WITH_TARGET = {
    "url": mark("Button: {text}. It opens {target}."), "phone": mark("Button: {text}. It calls {target}."),
    "copy": mark("Button: {text}. It copies {target}."),
}  # fmt: skip


def plain_text(shown: Bubble) -> str:
    """The message in plain lines, for a clipboard, a tooltip or a terminal."""
    parts = [_head(shown.header), shown.offer, lines_text(shown.body), shown.footer]
    parts += [f"[{button.text}]" for button in shown.all_buttons]
    for card in shown.cards:
        parts += [_head(card.header), lines_text(card.body)]
        parts += [f"[{button.text}]" for button in card.buttons]
    return "\n".join(part for part in parts if part)


def full_text(shown: Bubble) -> str:
    """Everything the message shows in plain sentences, a line each, in the order a reader meets it."""
    return "\n".join(part for part in _said(shown) if part)


def lines_text(lines: Sequence[Line]) -> str:
    """Lines of a message without their styles."""
    return "\n".join(line.text for line in lines)


def header_words(header: HeaderPart | None) -> str:
    """What stands above the text, in words; empty where nothing does."""
    if header is None or header.kind == "text":
        return header.text if header else ""
    if header.kind == "other":
        return unsupported_text(header.text)
    name = header.text or (header.media if header.media.startswith(("http://", "https://")) else "")
    return tr(_NAMED_HEADERS[header.kind], name=name) if name else tr(_HEADERS[header.kind])


def left_text(clock: OfferClock) -> str:
    """How long an offer lasts, as its clock says it; a marked sentence while nobody filled in the end."""
    if clock.ends is None:
        return tr("Ends at a time still to be filled in")
    if clock.left is None:
        return tr("Ends on {moment}", moment=day_and_clock(clock.ends))
    if clock.left <= timedelta(0):
        return tr("This offer has ended")
    minutes, seconds = divmod(int(clock.left.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    days = hours // 24
    if days:
        return ntr("Ends in 1 day", "Ends in {n} days", days)
    ticking = f"{hours}:{minutes:02}:{seconds:02}"
    return tr("Ends in {clock}", clock=ticking)


def aged(shown: Bubble, seconds: float) -> Bubble:
    """The message some seconds after it was made: its offer has less time left."""
    clock = shown.offer_clock
    if clock is None or clock.left is None:
        return shown
    left = max(timedelta(0), clock.left - timedelta(seconds=seconds))
    return msgspec.structs.replace(shown, offer_clock=OfferClock(clock.ends, left))


def panel_text(panel: PanelPart) -> tuple[str, str]:
    """Title and second line of a panel."""
    match panel.kind:
        case "catalogue":
            return tr("Catalogue"), tr("All products, in WhatsApp")
        case "products":
            return tr("Products"), ntr("1 product", "{n} products", panel.count) if panel.count else ""
        case "call":
            return tr("May we call you?"), tr("The person allows or refuses calls here")


def unsupported_text(kind: str) -> str:
    """What stands in the place of a component that this program does not know."""
    return tr("{kind}: not supported yet", kind=kind)


def _head(header: HeaderPart | None) -> str:
    if header is None:
        return ""
    return header.text or header.media or f"({header.kind})"


def _said(shown: Bubble) -> Iterator[str]:
    yield header_words(shown.header)
    if shown.offer or shown.offer_clock:
        yield tr("Limited-time offer: {text}", text=shown.offer)
        if shown.offer_clock:
            yield left_text(shown.offer_clock)
        if shown.offer_code:
            yield tr("Code: {code}", code=shown.offer_code)
    if shown.panel:
        yield from panel_text(shown.panel)
    yield from _body_said(shown.body)
    yield shown.footer
    for kind in shown.unsupported:
        yield unsupported_text(kind)
    yield from map(_button_said, shown.all_buttons)
    for number, card in enumerate(shown.cards, 1):
        yield tr("Card {n} of {all}", n=number, all=len(shown.cards))
        yield header_words(card.header)
        yield from _body_said(card.body)
        yield from map(_button_said, card.buttons)


def _body_said(body: Sequence[Line]) -> Iterator[str]:
    for line in body:
        yield tr("Quote: {text}", text=line.text) if line.kind == "quote" else line.text


def _button_said(button: ButtonPart) -> str:
    if button.target and button.kind in _BUTTONS_WITH_TARGET:
        return tr(_BUTTONS_WITH_TARGET[button.kind], text=button.text, target=button.target)
    return tr(_BUTTONS[button.kind], text=button.text)
