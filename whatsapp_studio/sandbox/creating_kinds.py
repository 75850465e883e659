"""Decides whether the special kinds of templates may be: authentication, carousel, limited-time offer, product."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from whatsapp_studio.sandbox.creating_buttons import check_buttons, check_otp
from whatsapp_studio.sandbox.creating_texts import check_body_text, check_header_text
from whatsapp_studio.sandbox.refusals import bad, refuse, wrong

Json = Mapping[str, Any]
TypeOf = Callable[[str], str]
FORMATS = ("TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION", "GIF", "PRODUCT")
CARD_BODY_MOST = 160
# Which uploads may be the sample of a header; a GIF is a short film without sound.
_SAMPLES = {
    "IMAGE": ("image/jpeg", "image/jpg", "image/png"),
    "VIDEO": ("video/mp4",),
    "DOCUMENT": ("application/pdf",),
    "GIF": ("video/mp4",),
}
OLD_SAMPLE = "what it was made with"
CODE_TEXT = "*{{1}}* is your verification code."
_ADVICE = " For your security, do not share this code."


def check_header(component: Json, form: str, category: str, type_of: TypeOf) -> None:
    """A header: words, a file with its sample, a place or a product. ``type_of`` tells an upload's MIME type."""
    kind = component.get("format", "")
    if kind not in FORMATS:
        raise bad(f"Param components['format'] must be one of {{{', '.join(FORMATS)}}}.")
    if kind == "GIF" and category != "MARKETING":
        raise wrong("A header of format GIF needs the category MARKETING.")
    if kind == "TEXT":
        check_header_text(component, form)
    elif kind in _SAMPLES:
        example = component.get("example")
        handles = example.get("header_handle") if isinstance(example, dict) else None
        if not isinstance(handles, list) or not handles or not str(handles[0]).strip():
            raise refuse(2388043, f"A header of format {kind} needs example.header_handle.")
        given = type_of(str(handles[0]).splitlines()[0])
        if not given:
            raise refuse(2494102, "Upload the sample first and give its handle.")
        if given not in (*_SAMPLES[kind], OLD_SAMPLE):
            raise refuse(2494102, f"The sample is of type {given}, which is no {kind}.")


def authentication(components: Sequence[Json]) -> list[dict[str, Any]]:
    """The components of an authentication template with the words that Meta writes; what they may not be is refused."""
    parts = {component["type"]: component for component in components}
    for kind in parts:
        if kind not in ("BODY", "FOOTER", "BUTTONS"):
            raise wrong(f"An authentication template can have no component of type {kind}.")
    body, footer = parts["BODY"], parts.get("FOOTER", {})
    if body.get("text") not in (None, _code_text(body)):
        raise refuse(2388072, "The body of an authentication template is written by Meta.")
    if not isinstance(body.get("add_security_recommendation", False), bool):
        raise bad("Param add_security_recommendation must be a boolean.")
    minutes = footer.get("code_expiration_minutes")
    if footer and (isinstance(minutes, bool) or not isinstance(minutes, int) or not 1 <= minutes <= 90):
        raise wrong("Param code_expiration_minutes must be between 1 and 90.")
    if footer.get("text") not in (None, _expires(minutes)):
        raise refuse(2388073, "The footer of an authentication template is written by Meta.")
    buttons = parts.get("BUTTONS", {}).get("buttons", [])
    if len(buttons) != 1 or buttons[0]["type"] != "OTP":
        raise wrong("An authentication template needs one button of type OTP and no other.")
    check_otp(buttons[0])
    return [_worded(component, minutes) for component in components]


def _worded(component: Json, minutes: object) -> dict[str, Any]:
    if component["type"] == "BODY":
        return {**component, "text": _code_text(component)}
    if component["type"] == "FOOTER":
        return {**component, "text": _expires(minutes)}
    kept = {**component["buttons"][0]}
    kept["otp_type"] = str(kept["otp_type"]).upper()
    kept.setdefault("text", "Copy code" if kept["otp_type"] == "COPY_CODE" else "Autofill")
    return {**component, "buttons": [kept]}


def _code_text(body: Json) -> str:
    return CODE_TEXT + (_ADVICE if body.get("add_security_recommendation") else "")


def _expires(minutes: object) -> str:
    return f"This code expires in {minutes} minute{'' if minutes == 1 else 's'}."


def check_carousel(cards: Sequence[Json], form: str, type_of: TypeOf) -> None:
    """The cards of a carousel: each with a header, all with the same parts in the same order."""
    if not 2 <= len(cards) <= 10:
        raise wrong("A carousel has 2 to 10 cards.")
    shapes = set()
    for card in cards:
        kinds = [part["type"] for part in card["components"]]
        if set(kinds) - {"HEADER", "BODY", "BUTTONS"} or len(set(kinds)) != len(kinds):
            raise wrong("A card has a header, a body and buttons, each once.")
        parts = {part["type"]: part for part in card["components"]}
        if "HEADER" not in parts:
            raise wrong("Every card needs a header.")
        header = parts["HEADER"].get("format", "")
        if header not in ("IMAGE", "VIDEO", "PRODUCT"):
            raise wrong("The header of a card is of format IMAGE, VIDEO or PRODUCT.")
        check_header(parts["HEADER"], form, "MARKETING", type_of)
        if "BODY" in parts:
            check_body_text(parts["BODY"], form, CARD_BODY_MOST)
        buttons = parts.get("BUTTONS", {}).get("buttons", [])
        allowed = ("QUICK_REPLY", "URL", "PHONE_NUMBER", *(("SPM",) if header == "PRODUCT" else ()))
        check_buttons(buttons, "MARKETING", most=2, allowed=allowed)
        shapes.add((header, "BODY" in parts, tuple(button["type"] for button in buttons)))
    if len(shapes) > 1:
        raise wrong("All cards of a carousel must have the same parts.")


def check_offer(components: Sequence[Json]) -> None:
    """What belongs to a limited-time offer (Meta: limited-time offer templates, 2025)."""
    parts = {component["type"]: component for component in components}
    offer = parts["LIMITED_TIME_OFFER"].get("limited_time_offer")
    if not isinstance(offer, dict) or not str(offer.get("text", "")).strip():
        raise wrong("A limited-time offer needs a text.")
    if len(str(offer["text"])) > 16:
        raise refuse(2388040, "The text of a limited-time offer has at most 16 characters.")
    expires = offer.get("has_expiration", False)
    if not isinstance(expires, bool):
        raise bad("Param has_expiration must be a boolean.")
    if parts.get("HEADER", {}).get("format", "IMAGE") not in ("IMAGE", "VIDEO"):
        raise wrong("The header of a limited-time offer is an image or a video.")
    kinds = [button["type"] for button in parts.get("BUTTONS", {}).get("buttons", [])]
    if expires and "COPY_CODE" not in kinds:
        raise wrong("A limited-time offer that expires needs a button of type COPY_CODE.")
    if "COPY_CODE" in kinds and kinds[0] != "COPY_CODE":
        raise wrong("The button of type COPY_CODE is the first of a limited-time offer.")
