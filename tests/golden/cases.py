"""Decides which messages are kept as pictures: every part, on both sides, light and dark, both ways, large."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec

from tests.fixtures.templates import COUPON, FLOW, OTP, PHONE, PLAIN_LINK, REPLY, body, buttons, header, media, raw
from whatsapp_studio.qt.widgets.bubble_phone import Side, Ticks
from whatsapp_studio.templates.bubble import Bubble, bubble
from whatsapp_studio.templates.template import parse

PICTURE, DOCUMENT, VIDEO = ("file:" + letter * 64 for letter in "abc")
NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
Json = dict[str, Any]


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One message on one phone."""

    template: Json
    values: Mapping[str, str] = {}
    dark: bool = False
    side: Side = "left"
    ticks: Ticks = ""
    scale: float = 1.0
    unfolded: bool = False
    options: bool = False
    position: float = 0.0
    now: datetime | None = NOW

    def bubble(self) -> Bubble:
        """The parts of the message."""
        return bubble(parse(self.template), self.values, now=self.now)


FOOTER = {"type": "FOOTER", "text": "Reply STOP to end these"}
_SHOP = {"type": "URL", "text": "To the shop", "url": "https://shop.example/{{1}}", "example": ["https://shop.example/a"]}
_BOOK = {"type": "QUICK_REPLY", "text": "Book a test ride"}
_TEXT = raw(
    header("Spring is here"), body("Hi {{1}} 🌷\n\nYour city bike is *15% off* until Sunday."), FOOTER,
    buttons(_BOOK, PHONE, _SHOP),
)  # fmt: skip
_ANN = {"body.1": "Ann"}
_STYLES = raw(
    body(
        "*Bold*, _italic_, ~struck~ and *_both_*\n```mono spaced```\nUse `CODE10` today\n> A quote that is long "
        "enough to take two lines\n* first thing\n* second thing\n1. one\n2. two\nhttps://shop.example/spring"
    )
)
_IMAGE = raw(media("IMAGE"), body("Hi {{1}}, the new collection is in."), FOOTER, buttons(_SHOP, REPLY))
_VIDEO = raw(media("VIDEO"), body("Three minutes is all it takes."), buttons(_SHOP))
_GIF = raw(media("GIF"), body("Look at it go!"))
_DOCUMENT = raw(media("DOCUMENT"), body("Thank you, {{1}}. Your invoice is attached."))
_PLACE = raw(media("LOCATION"), body("Your bike is ready. See you soon!"), buttons(PHONE))
_FOUR = raw(body("How can we help you, {{1}}?"), buttons(_BOOK, REPLY, PHONE, _SHOP, COUPON))
_OFFER = raw(
    media("IMAGE"), {"type": "LIMITED_TIME_OFFER", "limited_time_offer": {"text": "Demo bike", "has_expiration": True}},
    body("Hi {{1}}, our demo bikes go out with 25% off."), buttons(COUPON, _SHOP),
)  # fmt: skip
_COUPON = raw(header("Weekend code"), body("20% off all accessories, this weekend only."), buttons(COUPON, PLAIN_LINK))
_CARD: Json = {"components": [media("IMAGE"), body("City bike {{1}}, light and quick"), buttons(REPLY, _SHOP)]}
_CAROUSEL = raw(body("Three bikes for you, {{1}}. Swipe to see them."), {"type": "CAROUSEL", "cards": [_CARD] * 3})
_CARDS = {f"card.{n}.header.media": PICTURE for n in range(3)} | {f"card.{n}.body.1": "ABC"[n] for n in range(3)} | _ANN
_CATALOGUE = raw(body("All our bags and locks, {{1}}."), buttons({"type": "CATALOG", "text": "View catalogue"}))
_PRODUCTS = raw(header("Picked for you"), body("Hi {{1}}, 3 things."), buttons({"type": "MPM", "text": "View items"}))
_PRODUCT = raw(media("PRODUCT"), body("Back in stock, {{1}}."), buttons({"type": "SPM", "text": "View"}))
_FLOW = raw(body("Which bike suits you? Five short questions."), buttons({**FLOW, "text": "Start"}))
_CALL = raw(body("Shall we talk it over?"), buttons({"type": "VOICE_CALL", "text": "Call on WhatsApp"}))
_MAY_CALL = raw(body("We have news about your repair."), {"type": "call_permission_request"})
_STRANGE = raw(
    media("HOLOGRAM"), body("Something from the future."), {"type": "ORDER_DETAILS", "more": 1},
    buttons({"type": "TELEPORT", "text": "Beam me up"}),
)  # fmt: skip
_LONG = raw(body("Bicycles, and then more bicycles. " * 30), FOOTER)
_HEBREW = raw(header("מבצע אביב"), body("שלום {{1}}, ההזמנה שלך *מוכנה*.\n* ראשון\n> ציטוט קצר"), buttons(REPLY))
_ARABIC = raw(body("مرحبا {{1}}، طلبك جاهز.\nOrder 20418 is ready.\n~قديم~ وجديد"), {"type": "FOOTER", "text": "شكرا"})
_WORD = raw(body("Pneumonoultramicroscopicsilicovolcanoconiosisandsomemorelettersbehindit ends."))
_EMOJI = raw(body("👨‍👩‍👧 and *️⃣ and e\u0301te\u0301 ❤️ *🎉 party 🎉* 🚲"))

CASES: dict[str, Case] = {
    "text-light": Case(template=_TEXT, values=_ANN),
    "text-dark": Case(template=_TEXT, values=_ANN, dark=True),
    "text-right-light": Case(template=_TEXT, values=_ANN, side="right", ticks="read"),
    "text-right-dark": Case(template=_TEXT, values=_ANN, side="right", ticks="delivered", dark=True),
    "text-unfilled-light": Case(template=_TEXT),
    "text-unfilled-dark": Case(template=_TEXT, dark=True),
    "text-large-light": Case(template=_TEXT, values=_ANN, scale=1.3),
    "text-large-right-dark": Case(template=_TEXT, values=_ANN, scale=1.3, side="right", ticks="read", dark=True),
    "short-light": Case(template=raw(body("See you!"))),
    "short-right-light": Case(template=raw(body("See you!")), side="right", ticks="sent"),
    "short-right-dark": Case(template=raw(body("See you!")), side="right", ticks="read", dark=True),
    "styles-light": Case(template=_STYLES),
    "styles-dark": Case(template=_STYLES, dark=True),
    "styles-right-light": Case(template=_STYLES, side="right", ticks="delivered"),
    "styles-right-dark": Case(template=_STYLES, side="right", ticks="sent", dark=True),
    "picture-light": Case(template=_IMAGE, values=_ANN | {"header.media": PICTURE}),
    "picture-right-dark": Case(
        template=_IMAGE, values=_ANN | {"header.media": PICTURE}, side="right", ticks="read", dark=True
    ),
    "picture-none-light": Case(template=_IMAGE, values=_ANN),
    "picture-elsewhere-dark": Case(
        template=_IMAGE, values=_ANN | {"header.media": "https://shop.example/pictures/spring.jpg"}, dark=True
    ),
    "video-light": Case(template=_VIDEO, values={"header.media": VIDEO}),
    "video-dark": Case(template=_VIDEO, values={"header.media": VIDEO}, dark=True),
    "gif-light": Case(template=_GIF, values={"header.media": PICTURE}),
    "document-light": Case(
        template=_DOCUMENT, values=_ANN | {"header.media": DOCUMENT, "header.filename": "Invoice 20418.pdf"}
    ),
    "document-none-dark": Case(template=_DOCUMENT, values=_ANN, dark=True),
    "place-light": Case(template=_PLACE, values={"header.location": "52.1,5.1; Bike shop; Old Canal 112"}),
    "place-right-dark": Case(template=_PLACE, side="right", ticks="read", dark=True),
    "options-light": Case(template=_FOUR, values=_ANN),
    "options-open-light": Case(template=_FOUR, values=_ANN, options=True),
    "options-open-dark": Case(template=_FOUR, values=_ANN, options=True, dark=True),
    "offer-hours-light": Case(
        template=_OFFER,
        values=_ANN | {"header.media": PICTURE, "button.0.code": "DEMO25", "offer.expires": "2026-03-03T14:07:09Z"},
    ),
    "offer-days-dark": Case(
        template=_OFFER, values=_ANN | {"button.0.code": "DEMO25", "offer.expires": "2026-03-06T09:00+00:00"}, dark=True
    ),
    "offer-open-right-light": Case(template=_OFFER, values=_ANN, side="right", ticks="sent"),
    "coupon-dark": Case(template=_COUPON, dark=True),
    "code-light": Case(template=OTP, values={"body.1": "482913"}),
    "carousel-light": Case(template=_CAROUSEL, values=_CARDS),
    "carousel-sliding-dark": Case(template=_CAROUSEL, values=_CARDS, dark=True, position=0.6),
    "carousel-right-light": Case(template=_CAROUSEL, values=_CARDS, side="right", ticks="read", position=2.0),
    "catalogue-light": Case(template=_CATALOGUE, values=_ANN),
    "products-dark": Case(template=_PRODUCTS, values=_ANN | {"button.0.products": "Bags: 1, 2; Locks: 3"}, dark=True),
    "product-light": Case(template=_PRODUCT, values=_ANN),
    "flow-light": Case(template=_FLOW),
    "call-dark": Case(template=_CALL, dark=True),
    "may-call-light": Case(template=_MAY_CALL),
    "strange-light": Case(template=_STRANGE),
    "strange-right-dark": Case(template=_STRANGE, side="right", ticks="sent", dark=True),
    "long-folded-light": Case(template=_LONG),
    "long-unfolded-dark": Case(template=_LONG, unfolded=True, dark=True),
    "hebrew-light": Case(template=_HEBREW, values={"body.1": "Ann"}),
    "hebrew-right-dark": Case(template=_HEBREW, side="right", ticks="read", dark=True),
    "arabic-large-light": Case(template=_ARABIC, values={"body.1": "آن"}, scale=1.3),
    "arabic-dark": Case(template=_ARABIC, dark=True),
    "long-word-light": Case(template=_WORD),
    "emoji-light": Case(template=_EMOJI),
    "emoji-right-dark": Case(template=_EMOJI, side="right", ticks="delivered", dark=True),
}
# These are also kept as a screen with two pixels for one shows them.
FINE = ("text-light", "styles-dark", "place-light", "carousel-light", "short-right-dark", "hebrew-light")
