"""Decides what an edit makes of a template that is written: variables stay numbered, and parts that belong together."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal

from msgspec.structs import replace

from whatsapp_studio.templates.reading import FIXED_TEXTS, code_body, code_footer
from whatsapp_studio.templates.template import VARIABLE, Button, Card, Flow, Header, Offer, Otp, Template, variables

Samples = tuple[tuple[str, str], ...]
Form = Literal["message", "carousel", "offer"]
_NAMES = ("first_name", "date", "time", "number", "name", "place", "amount", "code")


# -- variables -------------------------------------------------------------------------------------


def gaps_closed(text: str, samples: Samples = ()) -> tuple[str, Samples]:
    """The numbers of a text without gaps (``{{2}} {{4}}`` is ``{{1}} {{2}}``), and the samples under their new numbers.

    Names stay as they are, in the order of the text.
    """
    found = variables(text)
    if not all(name.isdecimal() and name.isascii() for name in found):
        given = dict(samples)
        return text, tuple((name, given[name]) for name in found if name in given)
    new = {name: str(number) for number, name in enumerate(found, 1)}
    return renamed(text, new), tuple((new[name], sample) for name, sample in samples if name in new)


def renamed(text: str, names: Mapping[str, str]) -> str:
    """A text whose variables have other names."""
    return VARIABLE.sub(lambda found: f"{{{{{names.get(found[1], found[1])}}}}}", text)


def next_variable(text: str, named: bool) -> str:
    """The name of one more variable: the next number, or a name that is not there yet."""
    there = variables(text)
    if not named:
        return str(len(there) + 1)
    free = (name for name in _NAMES if name not in there)
    return next(free, None) or "value_" + "abcdefghijklmnopqrstuvwxyz"[len(there) % 26]


def with_format(t: Template, named: bool) -> Template:
    """Every variable as a name, or every one as a number; its samples stay with it."""

    def turn(text: str, samples: Samples) -> tuple[str, Samples]:
        new: dict[str, str] = {}
        for number, name in enumerate(variables(text), 1):
            is_name = not name.isdecimal()
            if named:
                new[name] = name if is_name else next_variable(" ".join(f"{{{{{one}}}}}" for one in new.values()), True)
            else:
                new[name] = str(number)
        return renamed(text, new), tuple((new.get(name, name), sample) for name, sample in samples)

    header = t.header
    if header is not None and header.format == "TEXT":
        text, samples = turn(header.text, header.samples)
        header = replace(header, text=text, samples=samples)
    body, samples = turn(t.body, t.samples)
    cards = []
    for card in t.cards:
        text, own = turn(card.body, card.samples)
        cards.append(replace(card, body=text, samples=own))
    return replace(
        t, parameter_format="NAMED" if named else "POSITIONAL", header=header, body=body, samples=samples,
        cards=tuple(cards),
    )  # fmt: skip


def with_sample(samples: Samples, name: str, sample: str) -> Samples:
    """The samples with another one for a variable; an empty one is none."""
    rest = tuple(pair for pair in samples if pair[0] != name)
    return (*rest, (name, sample)) if sample else rest


# -- the whole -------------------------------------------------------------------------------------


def form_of(t: Template) -> Form:
    """Whether it is a plain message, a carousel or a limited-time offer."""
    return "carousel" if t.cards else "offer" if t.offer is not None else "message"


def with_category(t: Template, category: str) -> Template:
    """The template in another category, without what Meta does not take there."""
    if category == t.category:
        return t
    if category == "AUTHENTICATION":
        bare = Template(
            name=t.name, language=t.language, status=t.status, category=category, buttons=(otp_button(),),
            security_advice=True, code_minutes=10,
        )  # fmt: skip
        return with_password_texts(bare)
    t = replace(t, category=category, lives_seconds=None)
    if any(button.kind == "OTP" for button in t.buttons):
        t = replace(t, body="", footer="", buttons=(), samples=(), security_advice=False, code_minutes=None)
    return with_form(t, "message") if category != "MARKETING" else t


def with_form(t: Template, form: Form) -> Template:
    """The template as a message, a carousel or an offer, without what cannot stand beside it."""
    if form == form_of(t):
        return t
    t = replace(t, cards=(), offer=None)
    if form == "carousel":
        return replace(t, header=None, footer="", buttons=(), cards=(_first_card(), _first_card()))
    if form == "offer":
        header = t.header if t.header is not None and t.header.format in ("IMAGE", "VIDEO") else Header("IMAGE")
        wanted = (
            Button("COPY_CODE", FIXED["COPY_CODE"]),
            next((button for button in t.buttons if button.kind == "URL"), Button("URL")),
        )
        return replace(t, header=header, footer="", buttons=wanted, offer=Offer("", True))
    return t


def _first_card() -> Card:
    return Card(Header("IMAGE"), buttons=(Button("QUICK_REPLY"),))


def otp_button() -> Button:
    """The button of a one-time password."""
    return Button("OTP", FIXED["OTP"], otp=Otp())


def with_password_texts(t: Template) -> Template:
    """Meta's fixed words of a one-time password, as its options say, in English until Meta translates them."""
    return replace(t, body=code_body(t.security_advice), footer=code_footer(t.code_minutes))


# -- buttons ---------------------------------------------------------------------------------------

FIXED = FIXED_TEXTS  # what Meta writes on a button itself
# The kinds on offer, with how many there may be (Templates › Components › Buttons).
KINDS: Mapping[str, int] = {
    "QUICK_REPLY": 10, "URL": 2, "PHONE_NUMBER": 1, "COPY_CODE": 1, "FLOW": 1, "CATALOG": 1, "MPM": 1, "SPM": 1,
    "VOICE_CALL": 1,
}  # fmt: skip
CARD_KINDS = ("QUICK_REPLY", "URL", "PHONE_NUMBER")
MOST_BUTTONS, MOST_CARD_BUTTONS = 10, 2
_OF_OFFER = ("COPY_CODE", "URL")


def kinds_left(buttons: tuple[Button, ...], *, card: bool = False, offer: bool = False) -> tuple[str, ...]:
    """The kinds of which one more may be added."""
    if len(buttons) >= (MOST_CARD_BUTTONS if card else MOST_BUTTONS):
        return ()
    offered = CARD_KINDS if card else _OF_OFFER if offer else tuple(KINDS)
    return tuple(kind for kind in offered if sum(button.kind == kind for button in buttons) < KINDS[kind])


def new_button(kind: str) -> Button:
    """An empty button of a kind, with the words Meta gives it."""
    return Button(kind, FIXED.get(kind, ""), flow=Flow() if kind == "FLOW" else None)


def grouped(buttons: tuple[Button, ...], *, offer: bool = False) -> tuple[Button, ...]:
    """The buttons with quick replies together, where the first of the two groups was; an offer's code comes first."""
    if offer:
        return tuple(sorted(buttons, key=lambda button: button.kind != "COPY_CODE"))
    if not buttons:
        return ()
    first = buttons[0].kind == "QUICK_REPLY"
    return tuple(sorted(buttons, key=lambda button: (button.kind == "QUICK_REPLY") != first))


def moved(buttons: tuple[Button, ...], number: int, to: int) -> tuple[Button, ...]:
    """The buttons with one of them in another place."""
    rest = list(buttons)
    rest.insert(to, rest.pop(number))
    return tuple(rest)


# -- cards -----------------------------------------------------------------------------------------

CARDS = (2, 10)


def same_shape(cards: tuple[Card, ...], like: int) -> tuple[Card, ...]:
    """Every card with a header and buttons of the kinds that one of them has; what fits stays."""
    shape = cards[like]

    def fitted(card: Card) -> Card:
        header = shape.header
        if header is not None and card.header is not None and card.header.format == header.format:
            header = card.header
        elif header is not None:
            header = Header(header.format)
        left = list(card.buttons)
        buttons = []
        for wanted in shape.buttons:
            own = next((button for button in left if button.kind == wanted.kind), None)
            if own is not None:
                left.remove(own)
            buttons.append(own or replace(wanted, url="", phone="", sample=""))
        return replace(card, header=header, buttons=tuple(buttons))

    return tuple(card if number == like else fitted(card) for number, card in enumerate(cards))


def with_card(t: Template, number: int, change: Callable[[Card], Card]) -> Template:
    """The template with one card changed, and the others of the same shape."""
    cards = tuple(change(card) if n == number else card for n, card in enumerate(t.cards))
    return replace(t, cards=same_shape(cards, number))


def with_new_card(t: Template) -> Template:
    """One card more, of the shape of the last."""
    last = t.cards[-1]
    fresh = Card(
        Header(last.header.format) if last.header else None,
        buttons=tuple(replace(button, url="", phone="", sample="") for button in last.buttons),
    )
    return replace(t, cards=(*t.cards, fresh))


_NAME_SIGNS = re.compile(r"[^a-z0-9_]+")


def as_name(text: str) -> str:
    """What is typed as a template's name, in the letters Meta takes: ``Spring Offer`` is ``spring_offer``."""
    return _NAME_SIGNS.sub("_", text.lower())
