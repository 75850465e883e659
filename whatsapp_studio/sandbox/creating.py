"""Decides whether a template may be made: Meta's limits of names, languages, categories and parts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from whatsapp_studio.sandbox.creating_buttons import FIXED, check_buttons
from whatsapp_studio.sandbox.creating_kinds import (
    CARD_BODY_MOST,
    TypeOf,
    authentication,
    check_carousel,
    check_header,
    check_offer,
)
from whatsapp_studio.sandbox.creating_texts import BODY_MOST, check_body_text, check_footer_text
from whatsapp_studio.sandbox.languages import CODES
from whatsapp_studio.sandbox.refusals import bad, refuse, wrong

Json = Mapping[str, Any]
KEPT = (
    "name", "language", "category", "components", "parameter_format", "message_send_ttl_seconds", "sub_category",
    "cta_url_link_tracking_opted_out", "library_template_name", "degrees_of_freedom_spec", "display_format",
)  # fmt: skip
CATEGORIES = ("MARKETING", "UTILITY", "AUTHENTICATION")
KINDS = ("HEADER", "BODY", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER", "CALL_PERMISSION_REQUEST")
OFFER_BODY_MOST = 600
# Seconds that a message of a category is tried for: (least, most); -1 stands for 30 days.
TTL = {"AUTHENTICATION": (30, 900), "UTILITY": (30, 43_200), "MARKETING": (43_200, 2_592_000)}


def refuse_template(body: Json, others: Sequence[Json], type_of: TypeOf) -> dict[str, Any]:
    """The template as it is kept, upper-cased where Meta does; raises what Meta refuses it with.

    ``others`` are those the account has; ``type_of`` tells the MIME type behind an upload's handle, or nothing.
    """
    name, language = body.get("name"), body.get("language")
    if not isinstance(name, str) or not re.fullmatch(r"[a-z0-9_]{1,512}", name):
        raise bad("Param name must contain only lowercase letters, digits and underscores, at most 512 of them.")
    if not isinstance(language, str) or language not in CODES:
        raise bad(f"Param language must be one of the supported locales, not {language!r}.")
    category = str(body.get("category", "")).upper()
    if category not in CATEGORIES:
        raise bad(f"Param category must be one of {{{', '.join(CATEGORIES)}}} - got {category!r}.")
    form = str(body.get("parameter_format") or "POSITIONAL").upper()
    if form not in ("POSITIONAL", "NAMED"):
        raise bad("Param parameter_format must be one of {POSITIONAL, NAMED}.")
    components = [_upper(component) for component in _list(body.get("components"), "components")]
    _check_kinds(components, category)
    if category == "AUTHENTICATION":
        components = authentication(components)
    else:
        _check_parts(components, form, category, type_of)
    _check_ttl(body.get("message_send_ttl_seconds"), category)
    _check_others(name, language, category, components, others)
    raw = {key: body[key] for key in KEPT if key in body}
    return {**raw, "category": category, "components": components, "parameter_format": form}


def _list(value: object, where: str) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
        raise bad(f"The parameter {where} is required and must be an array of objects.")
    return value


def _upper(component: Json) -> dict[str, Any]:
    kept = dict(component)
    kept["type"] = str(component.get("type", "")).upper()
    if "format" in kept:
        kept["format"] = str(kept["format"]).upper()
    if kept["type"] == "BUTTONS":
        kept["buttons"] = [_button(button) for button in _list(kept.get("buttons"), "buttons")]
    if kept["type"] == "CAROUSEL":
        kept["cards"] = [
            {"components": [_upper(part) for part in _list(card.get("components"), "cards.components")]}
            for card in _list(kept.get("cards"), "cards")
        ]
    return kept


def _button(button: Json) -> dict[str, Any]:
    kept = {**button, "type": str(button.get("type", "")).upper()}
    if kept["type"] in FIXED:
        kept.setdefault("text", FIXED[kept["type"]])
    return kept


def _check_kinds(components: Sequence[Json], category: str) -> None:
    kinds = [component["type"] for component in components]
    for kind in kinds:
        if kind not in KINDS:
            raise bad(f"Param components['type'] must be one of {{{', '.join(KINDS)}}} - got {kind!r}.")
        if kinds.count(kind) > 1:
            raise wrong(f"There may be one component of type {kind}.")
    if "BODY" not in kinds:
        raise wrong("A component of type BODY is required.")
    if "CAROUSEL" in kinds and (category != "MARKETING" or {"HEADER", "FOOTER"} & set(kinds)):
        raise wrong("A carousel needs the category MARKETING and allows no header and no footer.")
    if "LIMITED_TIME_OFFER" in kinds and (category != "MARKETING" or "FOOTER" in kinds):
        raise wrong("A limited-time offer needs the category MARKETING and allows no footer.")


def _check_parts(components: Sequence[Json], form: str, category: str, type_of: TypeOf) -> None:
    parts = {component["type"]: component for component in components}
    buttons = parts.get("BUTTONS", {}).get("buttons", [])
    kinds = [button["type"] for button in buttons]
    header = parts.get("HEADER", {}).get("format", "")
    if "HEADER" in parts:
        check_header(parts["HEADER"], form, category, type_of)
    if (header == "PRODUCT") != ("SPM" in kinds):
        raise wrong("A header of format PRODUCT and a button of type SPM go together.")
    most = CARD_BODY_MOST if "SPM" in kinds else OFFER_BODY_MOST if "LIMITED_TIME_OFFER" in parts else BODY_MOST
    check_body_text(parts["BODY"], form, most)
    if "FOOTER" in parts:
        check_footer_text(parts["FOOTER"])
    check_buttons(buttons, category)
    if "LIMITED_TIME_OFFER" in parts:
        check_offer(components)
    if "CAROUSEL" in parts:
        check_carousel(parts["CAROUSEL"]["cards"], form, type_of)


def _check_ttl(value: object, category: str) -> None:
    if value is None or (value == -1 and category != "MARKETING"):
        return
    least, most = TTL[category]
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise wrong(f"Param message_send_ttl_seconds must be between {least} and {most} for {category}.")


def _check_others(name: str, language: str, category: str, components: Sequence[Json], others: Sequence[Json]) -> None:
    family = [other for other in others if other["name"] == name]
    if any(other["language"] == language for other in family):
        raise refuse(2388024, f"There is already {language} content for this template.")
    if family and category not in {other["category"] for other in family}:
        raise wrong("All languages of a template have the same category.")
    same = _told(components)
    if category != "AUTHENTICATION" and any(o["name"] != name and _told(o["components"]) == same for o in others):
        raise refuse(2388109, "Another template has the same body and footer.")


def _told(components: Sequence[Json]) -> tuple[str, str]:
    texts = {c["type"]: str(c.get("text", "")) for c in components}
    return texts.get("BODY", ""), texts.get("FOOTER", "")
