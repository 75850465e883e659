"""Decides how Meta's JSON of a template is read: every part kept, what is not known named, whatever it holds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from whatsapp_studio.templates.shape import (
    CALL_PERMISSION,
    MEDIA,
    Button,
    Card,
    Flow,
    Header,
    Offer,
    Otp,
    Template,
    variables,
)

# Buttons that are sent as they are, or with values this program can fill (cloud-api: sending templates).
_KNOWN_BUTTONS = frozenset(
    ("QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE", "OTP", "FLOW", "CATALOG", "MPM", "SPM", "VOICE_CALL")
)
_KNOWN_HEADERS = frozenset(("TEXT", "LOCATION", "PRODUCT", *MEDIA))
FIXED_TEXTS = {
    "COPY_CODE": "Copy offer code", "CATALOG": "View catalog", "OTP": "Copy code", "MPM": "View items", "SPM": "View",
}  # fmt: skip
_OTP_URL = re.compile(r"^https?://(www\.)?whatsapp\.com/otp/", re.IGNORECASE)
# Settings that Meta takes at creation and that mean nothing here (template management page).
KEPT_SETTINGS = (
    "sub_category", "display_format", "cta_url_link_tracking_opted_out", "degrees_of_freedom_spec",
    "optimization_spec", "bid_spec", "send_type",
)  # fmt: skip
_READ_OF_BUTTON = frozenset(("type", "text", "url", "phone_number", "example"))
_READ_OF_KIND = {
    "FLOW": frozenset(("flow_id", "flow_name", "flow_json", "flow_action", "navigate_screen", "icon")),
    "OTP": frozenset(
        ("otp_type", "autofill_text", "supported_apps", "package_name", "signature_hash", "zero_tap_terms_accepted")
    ),
    "VOICE_CALL": frozenset(("ttl_minutes",)),
}


def parse(raw: Mapping[str, Any] | str) -> Template:
    """Meta's JSON of one template as a value. Parts it does not know are kept, and named in ``unsupported``.

    Text that is no JSON raises ValueError; JSON of any shape, however deep, is read for what it holds.
    """
    unsupported: list[str] = []
    try:
        found = _dict(json.loads(raw) if isinstance(raw, str) else raw)
        parts = _Parts(unsupported, category=_text(found.get("category")).upper())
        parts.read(found.get("components"))
        more = as_json({name: found[name] for name in KEPT_SETTINGS if name in found})
        text = raw if isinstance(raw, str) else as_json(found) or "{}"
    except RecursionError:  # nested deeper than any template is
        text = raw if isinstance(raw, str) else ""
        return Template(name="", language="", raw=text, unsupported=("?",))
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
        meta_id=_said(found.get("id")),
        rejected_reason=_text(found.get("rejected_reason")).replace("NONE", ""),
        raw=text,
        unsupported=tuple(unsupported),
        security_advice=parts.security_advice,
        code_minutes=parts.code_minutes,
        lives_seconds=_whole(found.get("message_send_ttl_seconds")),
        previous_category=_text(found.get("previous_category")).upper(),
        correct_category=_text(found.get("correct_category")).upper(),
        others=tuple(parts.others),
        more=more,
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
        self.security_advice = False
        self.code_minutes: int | None = None
        self.others: list[str] = []

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
                    self.security_advice = part.get("add_security_recommendation") is True
                    self.body = _text(part.get("text")) or self._code_body()
                    self.samples = _samples(part, "body_text", self.body)
                case "BUTTONS":
                    for button in map(_dict, _list(part.get("buttons"))):
                        self._read_button(button)
                case "FOOTER" if not self.prefix:
                    self.code_minutes = _whole(part.get("code_expiration_minutes"))
                    self.footer = _text(part.get("text")) or code_footer(self.code_minutes)
                case "CAROUSEL" if not self.prefix:
                    for number, card in enumerate(map(_dict, _list(part.get("cards")))):
                        self._read_card(number, card)
                case "LIMITED_TIME_OFFER" if not self.prefix:
                    offer = _dict(part.get("limited_time_offer"))
                    self.offer = Offer(_text(offer.get("text")), offer.get("has_expiration") is True)
                case _:
                    if part:
                        self.others.append(as_json(part))
                    if kind in ("FOOTER", "LIMITED_TIME_OFFER"):
                        self._refuse("")
                    elif kind != CALL_PERMISSION or self.prefix:
                        self._refuse(kind or "?")

    def _read_header(self, part: Mapping[str, Any]) -> None:
        form = _text(part.get("format")).upper() or "TEXT"
        text = _text(part.get("text"))
        if form == "TEXT":
            self.header = Header(form, text, _samples(part, "header_text", text))
            return
        example = _dict(part.get("example"))
        given = _list(example.get("header_handle")) or _list(example.get("header_url"))
        sample = _said(given[0]) if given else ""
        if form in _KNOWN_HEADERS:
            self.header = Header(form, text, (("media", sample),) if sample else ())
            return
        self.header = Header(form, text, (), _rest(part, frozenset(("type", "format", "text"))))
        self._refuse(f"header {form}")

    def _read_button(self, part: Mapping[str, Any]) -> None:
        kind = _text(part.get("type")).upper()
        url = _text(part.get("url"))
        if kind == "URL" and self.category == "AUTHENTICATION" and _OTP_URL.match(url):
            kind = "OTP"  # Meta shows a one-time password button as a link to its own page once it is created
        read = _READ_OF_BUTTON | _READ_OF_KIND.get(kind, frozenset())
        if kind not in _KNOWN_BUTTONS:
            self._refuse(f"button {kind or '?'}")
            read = frozenset(("type", "text"))
        example = part.get("example")
        sample = _said(_list(example)[0] if _list(example) else example)
        text = _text(part.get("text")) or FIXED_TEXTS.get(kind, "")
        self.buttons.append(
            Button(
                kind,
                text,
                url,
                _said(part.get("phone_number")),
                sample,
                _flow(part) if kind == "FLOW" else None,
                _otp(part, url) if kind == "OTP" else None,
                _whole(part.get("ttl_minutes")) if kind == "VOICE_CALL" else None,
                _rest(part, read),
            )
        )

    def _read_card(self, number: int, card: Mapping[str, Any]) -> None:
        inner = _Parts(self.unsupported, category=self.category, prefix=f"card {number + 1}: ")
        inner.read(card.get("components"))
        self.cards.append(Card(inner.header, inner.body, tuple(inner.buttons), inner.samples, tuple(inner.others)))

    def _code_body(self) -> str:
        """The body Meta writes itself for a one-time password."""
        return code_body(self.security_advice) if self.category == "AUTHENTICATION" else ""

    def _refuse(self, what: str) -> None:
        name = self.prefix + what if what else self.prefix.removesuffix(": ")
        if what or name not in self.unsupported:
            self.unsupported.append(name)


def code_body(advice: bool) -> str:
    """What Meta writes as the body of a one-time password in English (authentication templates page)."""
    return "*{{1}}* is your verification code." + (" For your security, do not share this code." if advice else "")


def code_footer(minutes: int | None) -> str:
    """What Meta writes below a one-time password that expires, in English; nothing where it does not say."""
    return "" if minutes is None else f"This code expires in {minutes} minutes."


def _flow(part: Mapping[str, Any]) -> Flow:
    made = part.get("flow_json")
    return Flow(
        id=_said(part.get("flow_id")),
        name=_text(part.get("flow_name")),
        json=as_json(made) if isinstance(made, Mapping) else _text(made),
        action=_text(part.get("flow_action")),
        screen=_text(part.get("navigate_screen")),
        icon=_text(part.get("icon")),
    )


def _otp(part: Mapping[str, Any], url: str) -> Otp:
    """How a password travels: from what it was created with, or from the link that Meta makes of it."""
    if url:
        part = {"autofill_text" if name == "cta_display_name" else name: value for name, value in _asked(url)}
    apps = [app for app in map(_dict, _list(part.get("supported_apps"))) if app]
    if not apps and (part.get("package_name") or part.get("signature_hash")):
        apps = [part]  # how it was said before version 21
    return Otp(
        kind=_text(part.get("otp_type")).upper() or "COPY_CODE",
        autofill_text=_text(part.get("autofill_text")),
        apps=tuple((_text(app.get("package_name")), _text(app.get("signature_hash"))) for app in apps),
        terms_accepted=part.get("zero_tap_terms_accepted") is True,
    )


def _asked(url: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(urlsplit(url).query)
    except ValueError:
        return []


def _samples(part: Mapping[str, Any], key: str, text: str) -> tuple[tuple[str, str], ...]:
    """(variable, example) pairs, from either of the two shapes that Meta uses."""
    example = _dict(part.get("example"))
    named = {
        _text(p.get("param_name")): _said(p.get("example"))
        for p in map(_dict, _list(example.get(f"{key}_named_params")))
    }
    if named:
        return tuple((name, named[name]) for name in variables(text) if named.get(name))
    given: Sequence[Any] = _list(example.get(key))
    if given and isinstance(given[0], list):
        given = given[0]
    return tuple((name, sample) for name, sample in zip(variables(text), map(_said, given), strict=False) if sample)


def as_json(value: object) -> str:
    """JSON as short as it can be; nothing for an empty object."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value != {} else ""


def _rest(part: Mapping[str, Any], known: frozenset[str]) -> str:
    return as_json({name: value for name, value in part.items() if name not in known})


def _dict(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _said(value: object) -> str:
    """A text, or a number that stands where a text is due."""
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
