"""Decides whether a template may be made: Meta's limits of names, texts, places, examples and buttons."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from whatsapp_studio.sandbox.errors import GraphError
from whatsapp_studio.sandbox.filling import PLACE

Json = Mapping[str, Any]
KEPT = (
    "name", "language", "category", "components", "parameter_format", "message_send_ttl_seconds", "sub_category",
    "cta_url_link_tracking_opted_out", "library_template_name", "degrees_of_freedom_spec",
)  # fmt: skip
CATEGORIES = ("MARKETING", "UTILITY", "AUTHENTICATION")
FORMATS = ("TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION", "GIF", "PRODUCT")
MOST_OF_BUTTON = {
    "QUICK_REPLY": 10, "URL": 2, "PHONE_NUMBER": 1, "COPY_CODE": 1, "FLOW": 1, "OTP": 1, "CATALOG": 1, "MPM": 1,
    "SPM": 1, "VOICE_CALL": 1, "ORDER_DETAILS": 1, "REQUEST_CONTACT_INFO": 1, "APP": 1,
}  # fmt: skip
_ANY_PLACE = re.compile(r"\{\{(.*?)\}\}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z]{2,3}|_[A-Z][a-z]{3})?")


def _refuse(subcode: int, title: str, text: str) -> GraphError:
    return GraphError(100, subcode=subcode, title=title, text=text)


def _bad(text: str) -> GraphError:
    return GraphError(100, message=f"(#100) {text}")


def refuse_template(body: Json, others: Sequence[Json], handle_known: Callable[[str], bool]) -> dict[str, Any]:
    """The template as it is kept, upper-cased where Meta does; raises what Meta refuses it with."""
    name, language = body.get("name"), body.get("language")
    if not isinstance(name, str) or not re.fullmatch(r"[a-z0-9_]{1,512}", name):
        raise _bad("Param name must contain only lowercase letters, digits and underscores, at most 512 of them.")
    if not isinstance(language, str) or not _LANGUAGE.fullmatch(language):
        raise _bad(f"Param language must be one of the supported locales, not {language!r}.")
    category = str(body.get("category", "")).upper()
    if category not in CATEGORIES:
        raise _bad(f"Param category must be one of {{{', '.join(CATEGORIES)}}} - got {category!r}.")
    components = [_upper(component) for component in _list(body.get("components"), "components")]
    form = str(body.get("parameter_format") or _guess(components)).upper()
    if form not in ("POSITIONAL", "NAMED"):
        raise _bad("Param parameter_format must be one of {POSITIONAL, NAMED}.")
    _check_kinds(components, category)
    for component in components:
        _check(component, form, category, handle_known)
    _check_others(name, language, category, components, others)
    raw = {key: body[key] for key in KEPT if key in body}
    return {**raw, "category": category, "components": components, "parameter_format": form}


def _list(value: object, where: str) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
        raise _bad(f"The parameter {where} is required and must be an array of objects.")
    return value


def _upper(component: Json) -> dict[str, Any]:
    kept = dict(component)
    kept["type"] = str(component.get("type", "")).upper()
    if "format" in kept:
        kept["format"] = str(kept["format"]).upper()
    if kept["type"] == "BUTTONS":
        kept["buttons"] = [
            {**button, "type": str(button.get("type", "")).upper()} for button in _list(kept.get("buttons"), "buttons")
        ]
    if kept["type"] == "CAROUSEL":
        kept["cards"] = [
            {"components": [_upper(part) for part in _list(card.get("components"), "cards.components")]}
            for card in _list(kept.get("cards"), "cards")
        ]
    return kept


def _guess(components: Sequence[Json]) -> str:
    names = [name for c in components for name in PLACE.findall(str(c.get("text", "")))]
    return "NAMED" if names and not any(name.isdigit() for name in names) else "POSITIONAL"


def _check_kinds(components: Sequence[Json], category: str) -> None:
    kinds = [component["type"] for component in components]
    known = ("HEADER", "BODY", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER", "CALL_PERMISSION_REQUEST")
    for kind in kinds:
        if kind not in known:
            raise _bad(f"Param components['type'] must be one of {{{', '.join(known)}}} - got {kind!r}.")
        if kinds.count(kind) > 1:
            raise _bad(f"There may be one component of type {kind}.")
    if "BODY" not in kinds:
        raise _bad("A component of type BODY is required.")
    if "CAROUSEL" in kinds and (category != "MARKETING" or {"HEADER", "FOOTER"} & set(kinds)):
        raise _bad("A carousel needs the category MARKETING and allows no header and no footer.")
    if "LIMITED_TIME_OFFER" in kinds and (category != "MARKETING" or "FOOTER" in kinds):
        raise _bad("A limited-time offer needs the category MARKETING and allows no footer.")


def _check(component: Json, form: str, category: str, handle_known: Callable[[str], bool]) -> None:
    kind = component["type"]
    if kind == "HEADER":
        _check_header(component, form, handle_known)
    elif kind == "BODY" and not (category == "AUTHENTICATION" and "text" not in component):
        _check_text("body", component, form, 1024)
    elif kind == "FOOTER" and "code_expiration_minutes" not in component:
        words = _words("footer", component, 60)
        if "{{" in words or "\n" in words:
            raise _refuse(2388073, "Footer format is incorrect", "The footer can have no variables and no newlines.")
    elif kind == "BUTTONS":
        _check_buttons(component["buttons"], category)
    elif kind == "LIMITED_TIME_OFFER":
        offer = component.get("limited_time_offer")
        if not isinstance(offer, dict) or not 1 <= len(str(offer.get("text", ""))) <= 16:
            raise _refuse(2388040, "Character limit exceeded", "The offer's text must have 1 to 16 characters.")
    elif kind == "CAROUSEL":
        _check_cards(component["cards"], form, handle_known)


def _words(where: str, component: Json, most: int) -> str:
    words = component.get("text")
    if not isinstance(words, str) or not words.strip():
        raise _bad(f"The {where} needs a text.")
    if len(words) > most:
        raise _refuse(
            2388040, "Character limit exceeded", f"The {where} has {len(words)} characters; {most} are allowed."
        )
    return words


def _check_header(component: Json, form: str, handle_known: Callable[[str], bool]) -> None:
    kind = component.get("format", "")
    if kind not in FORMATS:
        raise _bad(f"Param components['format'] must be one of {{{', '.join(FORMATS)}}}.")
    if kind == "TEXT":
        words = str(component.get("text", ""))
        if re.search(r"[\n*_~`]", PLACE.sub("", words)) or any(ord(letter) > 0x2190 for letter in words):
            raise _refuse(
                2388047, "Header format is incorrect", "The header can have no newlines, emojis or formatting."
            )
        _check_text("header", component, form, 60, places=1)
    elif kind in ("IMAGE", "VIDEO", "DOCUMENT", "GIF"):
        example = component.get("example")
        handles = example.get("header_handle") if isinstance(example, dict) else None
        if not isinstance(handles, list) or not handles:
            raise _refuse(2388043, "Sample is missing", f"A header of format {kind} needs example.header_handle.")
        if not handle_known(str(handles[0])):
            raise _refuse(2494102, "Uploaded media handle is invalid", "Upload the sample first and give its handle.")


def _check_text(where: str, component: Json, form: str, most: int, places: int = 99) -> None:
    words = _words(where, component, most)
    found = _ANY_PLACE.findall(words)
    subcode, title = (
        (2388047, "Header format is incorrect") if where == "header" else (2388072, "Body format is incorrect")
    )
    pattern = r"[1-9][0-9]*" if form == "POSITIONAL" else r"[a-z][a-z0-9_]*"
    for name in found:
        if not re.fullmatch(pattern, name):
            raise _refuse(subcode, title, f"Variable {{{{{name}}}}} does not fit a {form.lower()} template.")
    if len(found) > places:
        raise _refuse(subcode, title, f"The {where} can have {places} variable.")
    if form == "POSITIONAL" and sorted({int(name) for name in found}) != list(range(1, len(set(found)) + 1)):
        raise _refuse(subcode, title, "Variables must be numbered 1, 2, 3 without gaps.")
    if form == "NAMED" and len(set(found)) != len(found):
        raise _refuse(subcode, title, "Every named variable may stand once.")
    if "}}{{" in words:
        raise _refuse(subcode, title, "Two variables may not stand side by side.")
    if where != "header" and re.search(r"^\s*\{\{|\}\}\s*$", words):
        raise _refuse(
            2388299, "Variables can't be at the start or end", "Put words before the first and after the last variable."
        )
    if where != "header" and len(words.split()) < 3 * len(found) + 1 and found:
        raise _refuse(
            2388293, "Too many variables for the length", "Use fewer variables or write more words around them."
        )
    if found:
        _check_example(where, component, form, found)


def _check_example(where: str, component: Json, form: str, found: Sequence[str]) -> None:
    example = component.get("example")
    example = example if isinstance(example, dict) else {}
    if form == "NAMED":
        given = example.get(f"{where}_text_named_params")
        rows = [item for item in given if isinstance(item, dict)] if isinstance(given, list) else []
        names = {str(item.get("param_name")) for item in rows}
        complete = names >= set(found)
    else:
        values = example.get(f"{where}_text")
        row = values[0] if isinstance(values, list) and values and isinstance(values[0], list) else values
        complete = isinstance(row, list) and len(row) >= len(set(found))
    if not complete:
        raise _refuse(2388043, "Example is missing", f"Every variable of the {where} needs an example.")


def _check_buttons(buttons: Sequence[Json], category: str, most: int = 10) -> None:
    if len(buttons) > most:
        raise _bad(f"There may be at most {most} buttons.")
    kinds = [button["type"] for button in buttons]
    for kind in kinds:
        if kind not in MOST_OF_BUTTON:
            raise _bad(f"Param buttons['type'] must be one of {{{', '.join(MOST_OF_BUTTON)}}} - got {kind!r}.")
        if kinds.count(kind) > MOST_OF_BUTTON[kind]:
            raise _bad(f"There may be at most {MOST_OF_BUTTON[kind]} buttons of type {kind}.")
    if ("OTP" in kinds) != (category == "AUTHENTICATION") and ("OTP" in kinds):
        raise _bad("A button of type OTP needs the category AUTHENTICATION.")
    switches = [a == "QUICK_REPLY" for a in kinds]
    if sum(a != b for a, b in pairwise(switches)) > 1:
        raise _bad("Quick replies must stand next to each other.")
    for button in buttons:
        _check_button(button)


def _check_button(button: Json) -> None:
    kind = button["type"]
    words = str(button.get("text", ""))
    if kind in ("QUICK_REPLY", "URL", "PHONE_NUMBER", "FLOW") and not 1 <= len(words) <= 25:
        raise _refuse(2388040, "Character limit exceeded", "A button's text must have 1 to 25 characters.")
    if kind == "URL":
        url = str(button.get("url", ""))
        places = _ANY_PLACE.findall(url)
        if not re.match(r"https?://[^\s]+$", url) or len(url) > 2000:
            raise _bad("Param url must be a valid URL of at most 2000 characters.")
        if places and (len(places) > 1 or not url.endswith("}}") or not button.get("example")):
            raise _bad("A URL can have one variable, at its end, with an example.")
    elif kind == "PHONE_NUMBER" and not re.fullmatch(r"\+?[0-9]{5,19}", str(button.get("phone_number", ""))):
        raise _bad("Param phone_number must be a phone number of at most 20 characters.")
    elif kind == "COPY_CODE" and not button.get("example"):
        raise _bad("A button of type COPY_CODE needs an example.")
    elif kind == "FLOW" and not (button.get("flow_id") or button.get("flow_name") or button.get("flow_json")):
        raise _bad("A button of type FLOW needs flow_id, flow_name or flow_json.")
    elif kind == "OTP" and str(button.get("otp_type", "")).upper() not in ("COPY_CODE", "ONE_TAP", "ZERO_TAP"):
        raise _bad("Param otp_type must be one of {COPY_CODE, ONE_TAP, ZERO_TAP}.")


def _check_cards(cards: Sequence[Json], form: str, handle_known: Callable[[str], bool]) -> None:
    if not 2 <= len(cards) <= 10:
        raise _bad("A carousel has 2 to 10 cards.")
    shapes = set()
    for card in cards:
        parts = {part["type"]: part for part in card["components"]}
        if "HEADER" not in parts:
            raise _bad("Every card needs a header.")
        _check_header(parts["HEADER"], form, handle_known)
        if "BODY" in parts:
            _check_text("body", parts["BODY"], form, 160)
        if "BUTTONS" in parts:
            _check_buttons(parts["BUTTONS"]["buttons"], "MARKETING", most=2)
        kinds = tuple(button["type"] for button in parts.get("BUTTONS", {}).get("buttons", ()))
        shapes.add((parts["HEADER"]["format"], "BODY" in parts, kinds))
    if len(shapes) > 1:
        raise _bad("All cards of a carousel must have the same parts.")


def _check_others(name: str, language: str, category: str, components: Sequence[Json], others: Sequence[Json]) -> None:
    for other in others:
        if other["name"] == name and other["language"] == language:
            raise _refuse(
                2388024,
                "Content in this language already exists",
                f"There is already {language} content for this template.",
            )
        if other["name"] == name and other["category"] != category:
            raise _bad("All languages of a template have the same category.")
    same = _told(components)
    if category != "AUTHENTICATION" and any(
        same == _told(o["components"]) and o["language"] == language for o in others
    ):
        raise _refuse(2388109, "This template cannot be created", "Another template has the same body and footer.")


def _told(components: Sequence[Json]) -> tuple[str, str]:
    texts = {c["type"]: str(c.get("text", "")) for c in components}
    return texts.get("BODY", ""), texts.get("FOOTER", "")
