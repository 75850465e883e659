"""Decides what a template is: Meta's JSON read into a value, and the places in it that have to be filled."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

import msgspec

from whatsapp_studio.base.i18n import tr

PlaceKind = Literal["text", "image", "video", "document", "location", "url", "code", "time"]
MEDIA: dict[str, PlaceKind] = {"IMAGE": "image", "VIDEO": "video", "DOCUMENT": "document"}
VARIABLE = re.compile(r"\{\{\s*([A-Za-z0-9_]+)\s*\}\}")

# Buttons that are sent as they are, or with values this program can fill.
_KNOWN_BUTTONS = frozenset(
    ("QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE", "OTP", "FLOW", "CATALOG", "VOICE_CALL", "REQUEST_CONTACT_INFO")
)
_FIXED_BUTTON_TEXTS = {"COPY_CODE": "Copy offer code", "CATALOG": "View catalog", "OTP": "Copy code"}
_OTP_URL = re.compile(r"^https?://(www\.)?whatsapp\.com/otp/", re.IGNORECASE)


class Header(msgspec.Struct, frozen=True):
    """The part above the body: text, or one piece of media. ``sample`` is the example given at creation."""

    format: str
    text: str = ""
    samples: tuple[tuple[str, str], ...] = ()


class Flow(msgspec.Struct, frozen=True):
    """The form that a button opens: one of ``id``, ``name`` and ``json`` says which."""

    id: str = ""
    name: str = ""
    json: str = ""
    action: str = ""
    screen: str = ""
    icon: str = ""


class Otp(msgspec.Struct, frozen=True):
    """How a one-time password reaches the person's app.

    ``kind`` is ``COPY_CODE``, ``ONE_TAP`` or ``ZERO_TAP``; ``apps`` are (package name, signature hash).
    """

    kind: str = "COPY_CODE"
    autofill_text: str = ""
    apps: tuple[tuple[str, str], ...] = ()
    terms_accepted: bool = False


class Button(msgspec.Struct, frozen=True):
    """One button. ``url`` may end in a variable; an ``OTP`` button carries the code of the body.

    ``minutes`` is how long a ``VOICE_CALL`` button may be used.
    """

    kind: str
    text: str = ""
    url: str = ""
    phone: str = ""
    sample: str = ""
    flow: Flow | None = None
    otp: Otp | None = None
    minutes: int | None = None


class Card(msgspec.Struct, frozen=True):
    """One card of a carousel."""

    header: Header | None = None
    body: str = ""
    buttons: tuple[Button, ...] = ()
    samples: tuple[tuple[str, str], ...] = ()


class Offer(msgspec.Struct, frozen=True):
    """A limited-time offer shown above the body."""

    text: str
    has_expiration: bool = False


class Template(msgspec.Struct, frozen=True, kw_only=True):
    """A message template as Meta keeps it.

    ``raw`` is Meta's JSON untouched; ``unsupported`` names the parts this program cannot fill or send, so a
    template with any of them can be looked at but not chosen. ``others`` are components it does not know, as JSON.
    ``security_advice`` and ``code_minutes`` are what a one-time password says beside its code; ``lives_seconds`` how
    long Meta tries to deliver (-1: 30 days). ``status`` is ``DRAFT`` for one that only this program knows.
    """

    name: str
    language: str
    category: str = ""
    status: str = ""
    quality: str = "UNKNOWN"
    parameter_format: Literal["POSITIONAL", "NAMED"] = "POSITIONAL"
    header: Header | None = None
    body: str = ""
    footer: str = ""
    buttons: tuple[Button, ...] = ()
    cards: tuple[Card, ...] = ()
    offer: Offer | None = None
    samples: tuple[tuple[str, str], ...] = ()
    meta_id: str = ""
    rejected_reason: str = ""
    raw: str = ""
    unsupported: tuple[str, ...] = ()
    security_advice: bool = False
    code_minutes: int | None = None
    lives_seconds: int | None = None
    previous_category: str = ""
    correct_category: str = ""
    others: tuple[str, ...] = ()

    @property
    def sendable(self) -> bool:
        """Whether Meta takes messages with it now and this program can fill all of it."""
        return self.status == "APPROVED" and not self.unsupported


class Place(msgspec.Struct, frozen=True):
    """A place that a value goes into, by its stable name (``body.1``, ``header.media``, ``card.0.button.0.1``).

    ``sample`` is the example given at creation; a place that is not ``required`` may stay empty.
    """

    name: str
    kind: PlaceKind
    label: str
    sample: str = ""
    required: bool = True


def parse(raw: Mapping[str, Any] | str) -> Template:
    """Meta's JSON of one template as a value. Parts it does not know are listed in ``unsupported``."""
    data = json.loads(raw) if isinstance(raw, str) else raw
    found = _dict(data)
    unsupported: list[str] = []
    parts = _Parts(unsupported, category=_text(found.get("category")).upper())
    parts.read(found.get("components"))
    if "optimization_spec" in found or "bid_spec" in found:
        unsupported.append("bid")
    named = _text(found.get("parameter_format")).upper() == "NAMED" or any(
        not name.isdigit() for text in parts.texts() for name in variables(text)
    )
    quality = found.get("quality_score")
    return Template(
        name=_text(found.get("name")),
        language=_text(found.get("language")),
        category=_text(found.get("category")).upper(),
        status=_text(found.get("status")).upper(),
        quality=_text(_dict(quality).get("score") if isinstance(quality, Mapping) else quality).upper() or "UNKNOWN",
        parameter_format="NAMED" if named else "POSITIONAL",
        header=parts.header,
        body=parts.body,
        footer=parts.footer,
        buttons=tuple(parts.buttons),
        cards=tuple(parts.cards),
        offer=parts.offer,
        samples=parts.samples,
        meta_id=_text(found.get("id")),
        rejected_reason=_text(found.get("rejected_reason")).replace("NONE", ""),
        raw=raw if isinstance(raw, str) else json.dumps(found, ensure_ascii=False, separators=(",", ":")),
        unsupported=tuple(unsupported),
    )


class _Parts:
    """The components of a template, or of one of its cards, as they are read."""

    def __init__(self, unsupported: list[str], *, category: str = "", prefix: str = "") -> None:
        self.unsupported, self.category, self.prefix = unsupported, category, prefix
        self.header: Header | None = None
        self.body = self.footer = ""
        self.buttons: list[Button] = []
        self.cards: list[Card] = []
        self.offer: Offer | None = None
        self.samples: tuple[tuple[str, str], ...] = ()

    def texts(self) -> Iterator[str]:
        yield self.header.text if self.header else ""
        yield self.body
        for card in self.cards:
            yield card.header.text if card.header else ""
            yield card.body

    def read(self, components: object) -> None:
        for part in map(_dict, _list(components)):
            kind = _text(part.get("type")).upper()
            match kind:
                case "HEADER":
                    self._read_header(part)
                case "BODY":
                    self.body = _text(part.get("text")) or self._code_body(part)
                    self.samples = _samples(part, "body_text", self.body)
                case "FOOTER":
                    self.footer = _text(part.get("text")) or _code_footer(part)
                case "BUTTONS":
                    for button in map(_dict, _list(part.get("buttons"))):
                        self._read_button(button)
                case "CAROUSEL" if not self.prefix:
                    for number, card in enumerate(map(_dict, _list(part.get("cards")))):
                        self._read_card(number, card)
                case "LIMITED_TIME_OFFER":
                    offer = _dict(part.get("limited_time_offer"))
                    self.offer = Offer(_text(offer.get("text")), offer.get("has_expiration") is True)
                case _:
                    self._refuse(kind or "?")

    def _read_header(self, part: Mapping[str, Any]) -> None:
        form = _text(part.get("format")).upper() or "TEXT"
        text = _text(part.get("text"))
        if form == "TEXT":
            self.header = Header(form, text, _samples(part, "header_text", text))
            return
        handle = _list(_dict(part.get("example")).get("header_handle"))
        sample = _text(handle[0]) if handle else ""
        # An upload handle ("4::…") opens nothing; only an address can be shown.
        self.header = Header(form, text, (("media", sample),) if sample.startswith("http") else ())
        if form not in MEDIA and form != "LOCATION":
            self._refuse(f"header {form}")

    def _read_button(self, part: Mapping[str, Any]) -> None:
        kind = _text(part.get("type")).upper()
        url = _text(part.get("url"))
        if kind == "URL" and self.category == "AUTHENTICATION" and _OTP_URL.match(url):
            kind = "OTP"  # Meta shows a one-time password button as a link to its own page once it is created
        if kind not in _KNOWN_BUTTONS:
            self._refuse(f"button {kind or '?'}")
        example = part.get("example")
        sample = _text(_list(example)[0] if _list(example) else example)
        text = _text(part.get("text")) or _FIXED_BUTTON_TEXTS.get(kind, "")
        self.buttons.append(Button(kind, text, url, _text(part.get("phone_number")), sample))

    def _read_card(self, number: int, card: Mapping[str, Any]) -> None:
        inner = _Parts(self.unsupported, category=self.category, prefix=f"card {number + 1}: ")
        inner.read(card.get("components"))
        if inner.offer or inner.footer:
            self._refuse(f"card {number + 1}")
        self.cards.append(Card(inner.header, inner.body, tuple(inner.buttons), inner.samples))

    def _code_body(self, part: Mapping[str, Any]) -> str:
        """The body Meta writes itself for a one-time password."""
        if self.category != "AUTHENTICATION":
            return ""
        advice = " For your security, do not share this code." if part.get("add_security_recommendation") else ""
        return "*{{1}}* is your verification code." + advice

    def _refuse(self, what: str) -> None:
        self.unsupported.append(self.prefix + what)


def _code_footer(part: Mapping[str, Any]) -> str:
    minutes = part.get("code_expiration_minutes")
    return f"This code expires in {minutes} minutes." if isinstance(minutes, int) else ""


def _samples(part: Mapping[str, Any], key: str, text: str) -> tuple[tuple[str, str], ...]:
    """(variable, example) pairs, from either of the two shapes that Meta uses."""
    example = _dict(part.get("example"))
    named = {
        _text(p.get("param_name")): _text(p.get("example"))
        for p in map(_dict, _list(example.get(f"{key}_named_params")))
    }
    if named:
        return tuple((name, named[name]) for name in variables(text) if name in named)
    given = _list(example.get(key))
    if given and isinstance(given[0], list):
        given = given[0]
    return tuple(zip(variables(text), map(_text, given), strict=False))


def variables(text: str) -> tuple[str, ...]:
    """The distinct variables of a text: numbers in their order, names as they first appear."""
    found = tuple(dict.fromkeys(VARIABLE.findall(text)))
    return tuple(sorted(found, key=int)) if all(name.isdecimal() and name.isascii() for name in found) else found


def content_hash(t: Template) -> str:
    """A fingerprint of what a person sees and what has to be filled; status and quality do not change it."""
    cards = [(_header_content(c.header), c.body, [_button_content(b) for b in c.buttons]) for c in t.cards]
    offer = (t.offer.text, t.offer.has_expiration) if t.offer else None
    seen = (
        (t.name, t.language, t.parameter_format, t.unsupported),
        (_header_content(t.header), t.body, t.footer, [_button_content(b) for b in t.buttons], cards, offer),
    )
    return hashlib.sha256(json.dumps(seen, ensure_ascii=False).encode()).hexdigest()


def _header_content(header: Header | None) -> tuple[str, str]:
    return (header.format, header.text) if header else ("", "")


def _button_content(button: Button) -> tuple[str, str, str, str]:
    return button.kind, button.text, button.url, button.phone


def places(t: Template) -> tuple[Place, ...]:
    """Every place to fill, in the order a reader meets them."""
    found: list[Place] = []
    found += _header_places("", "", t.header)
    if t.offer and t.offer.has_expiration:
        found.append(Place("offer.expires", "time", tr("Offer: end date and time")))
    is_code = any(button.kind == "OTP" for button in t.buttons)
    found += _text_places("body", tr("Text"), t.body, t.samples, "code" if is_code else "text")
    found += _button_places("", "", t.buttons)
    for number, card in enumerate(t.cards):
        prefix, before = f"card.{number}.", tr("Card {n}", n=number + 1) + " · "
        found += _header_places(prefix, before, card.header)
        found += _text_places(f"{prefix}body", before + tr("Text"), card.body, card.samples)
        found += _button_places(prefix, before, card.buttons)
    return tuple(found)


def _text_places(
    name: str, label: str, text: str, samples: Sequence[tuple[str, str]], kind: PlaceKind = "text"
) -> list[Place]:
    given = dict(samples)
    return [Place(f"{name}.{v}", kind, f"{label} {{{{{v}}}}}", given.get(v, "")) for v in variables(text)]


def _header_places(prefix: str, before: str, header: Header | None) -> list[Place]:
    if header is None:
        return []
    match header.format:
        case "TEXT":
            return _text_places(f"{prefix}header", before + tr("Header"), header.text, header.samples)
        case "LOCATION":
            return [Place(f"{prefix}header.location", "location", before + tr("Header: location"))]
        case "IMAGE" | "VIDEO" | "DOCUMENT" as form:
            labels = {"IMAGE": tr("Header: picture"), "VIDEO": tr("Header: video"), "DOCUMENT": tr("Header: document")}
            sample = dict(header.samples).get("media", "")
            found = [Place(f"{prefix}header.media", MEDIA[form], before + labels[form], sample)]
            if form == "DOCUMENT":
                found.append(
                    Place(f"{prefix}header.filename", "text", before + tr("Header: file name"), required=False)
                )
            return found
        case _:
            return []


def _button_places(prefix: str, before: str, buttons: Sequence[Button]) -> list[Place]:
    found: list[Place] = []
    for index, button in enumerate(buttons):
        label = before + tr("Button “{text}”", text=button.text)
        if button.kind == "URL":
            sample = button.sample.removeprefix(VARIABLE.split(button.url, maxsplit=1)[0])
            for variable in variables(button.url):
                found.append(Place(f"{prefix}button.{index}.{variable}", "url", f"{label} {{{{{variable}}}}}", sample))
        elif button.kind == "COPY_CODE":
            found.append(Place(f"{prefix}button.{index}.code", "code", label, button.sample))
    return found


def _dict(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
