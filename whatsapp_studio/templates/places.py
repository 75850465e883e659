"""Decides which places of a template are filled for each message, by which name, and with what kind of value."""

from __future__ import annotations

from collections.abc import Sequence

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.templates.shape import MEDIA, VARIABLE, Button, Header, Place, PlaceKind, Template, variables


def places(t: Template, *, rare: bool = False) -> tuple[Place, ...]:
    """Every place to fill, in the order a reader meets them.

    With ``rare`` also what only a developer fills: the payloads of quick replies, the token and data of a form, the
    product that a catalogue shows first. None of them is required.
    """
    found: list[Place] = []
    found += _header_places("", "", t.header)
    if t.offer and t.offer.has_expiration:
        found.append(Place("offer.expires", "time", tr("Offer: end date and time")))
    is_code = any(button.kind == "OTP" for button in t.buttons)
    found += _text_places("body", tr("Text"), t.body, t.samples, "code" if is_code else "text")
    found += _button_places("", "", t.buttons, rare)
    for number, card in enumerate(t.cards):
        prefix, before = f"card.{number}.", tr("Card {n}", n=number + 1) + " · "
        found += _header_places(prefix, before, card.header)
        found += _text_places(f"{prefix}body", before + tr("Text"), card.body, card.samples)
        found += _button_places(prefix, before, card.buttons, rare)
    return tuple(found)


def rare_places(t: Template) -> tuple[Place, ...]:
    """The places that only a developer fills."""
    usual = {place.name for place in places(t)}
    return tuple(place for place in places(t, rare=True) if place.name not in usual)


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
        case "PRODUCT":
            return [Place(f"{prefix}header.product", "product", before + tr("Header: product"))]
        case "IMAGE" | "VIDEO" | "DOCUMENT" | "GIF" as form:
            labels = {
                "IMAGE": tr("Header: picture"), "VIDEO": tr("Header: video"), "DOCUMENT": tr("Header: document"),
                "GIF": tr("Header: moving picture"),
            }  # fmt: skip
            found = [Place(f"{prefix}header.media", MEDIA[form], before + labels[form], header.shown_sample)]
            if form == "DOCUMENT":
                found.append(
                    Place(f"{prefix}header.filename", "text", before + tr("Header: file name"), required=False)
                )
            return found
        case _:
            return []


def _button_places(prefix: str, before: str, buttons: Sequence[Button], rare: bool) -> list[Place]:
    found: list[Place] = []
    for index, button in enumerate(buttons):
        name, label = f"{prefix}button.{index}", before + tr("Button “{text}”", text=button.text)
        match button.kind:
            case "URL":
                sample = button.sample.removeprefix(VARIABLE.split(button.url, maxsplit=1)[0])
                for variable in variables(button.url):
                    found.append(Place(f"{name}.{variable}", "url", f"{label} {{{{{variable}}}}}", sample))
            case "COPY_CODE":
                found.append(Place(f"{name}.code", "code", label, button.sample))
            case "MPM":
                found.append(Place(f"{name}.products", "products", label))
        if rare:
            found += _rare_places(name, label, button.kind)
    return found


def _rare_places(name: str, label: str, kind: str) -> list[Place]:
    match kind:
        case "QUICK_REPLY":
            return [Place(f"{name}.payload", "payload", label + " · " + tr("Payload"), required=False)]
        case "FLOW":
            return [
                Place(f"{name}.flow_token", "payload", label + " · " + tr("Token of the form"), required=False),
                Place(f"{name}.flow_data", "json", label + " · " + tr("Data for the form"), required=False),
            ]
        case "CATALOG" | "MPM":
            return [Place(f"{name}.product", "product", label + " · " + tr("First product"), required=False)]
        case _:
            return []
