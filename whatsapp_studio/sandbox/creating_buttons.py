"""Decides whether the buttons of a template may be: how many, in which order, what each of them needs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from whatsapp_studio.sandbox.creating_texts import VARIABLE, has_emoji
from whatsapp_studio.sandbox.refusals import bad, refuse, wrong

Json = Mapping[str, Any]
MOST, TEXT_MOST, URL_MOST, PHONE_MOST, COUPON_MOST = 10, 25, 2000, 20, 15
# How many of a kind; that there is one flow and one call at most is not confirmed, so more are taken.
MOST_OF = {
    "QUICK_REPLY": 10, "URL": 2, "PHONE_NUMBER": 1, "COPY_CODE": 1, "FLOW": 10, "OTP": 1, "CATALOG": 1, "MPM": 1,
    "SPM": 1, "VOICE_CALL": 10, "ORDER_DETAILS": 1, "REQUEST_CONTACT_INFO": 1, "APP": 1,
}  # fmt: skip
# Kinds whose words Meta writes itself.
FIXED = {"CATALOG": "View catalog", "MPM": "View items", "SPM": "View", "COPY_CODE": "Copy offer code"}
_PACKAGE = re.compile(r"[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)+")


def check_buttons(buttons: Sequence[Json], category: str, most: int = MOST, allowed: Sequence[str] = ()) -> None:
    """The buttons of a template, or of a card, where ``allowed`` says of which kinds."""
    if len(buttons) > most:
        raise wrong(f"There may be at most {most} buttons.")
    kinds = [button["type"] for button in buttons]
    for kind in kinds:
        if kind not in MOST_OF:
            raise bad(f"Param buttons['type'] must be one of {{{', '.join(MOST_OF)}}} - got {kind!r}.")
        if allowed and kind not in allowed:
            raise wrong(f"A button here may be of type {', '.join(allowed)}, not {kind}.")
        if kinds.count(kind) > MOST_OF[kind]:
            raise wrong(f"There may be at most {MOST_OF[kind]} buttons of type {kind}.")
    if "OTP" in kinds and category != "AUTHENTICATION":
        raise wrong("A button of type OTP needs the category AUTHENTICATION.")
    switches = [kind == "QUICK_REPLY" for kind in kinds]
    if sum(one != other for one, other in pairwise(switches)) > 1:
        raise wrong("Quick replies must stand next to each other.")
    for button in buttons:
        _check(button)


def _check(button: Json) -> None:
    kind = button["type"]
    words = button.get("text", "")
    if kind not in FIXED and kind not in ("OTP", "ORDER_DETAILS", "REQUEST_CONTACT_INFO"):
        if not isinstance(words, str) or not words.strip():
            raise refuse(2388040, f"A button of type {kind} needs a text.")
        if len(words) > TEXT_MOST:
            raise refuse(2388040, f"The text of a button has {len(words)} characters; {TEXT_MOST} are allowed.")
    if kind == "URL":
        _check_url(button)
    elif kind == "PHONE_NUMBER":
        phone = str(button.get("phone_number", ""))
        if not re.fullmatch(r"\+?[0-9][0-9 ()\-]*", phone) or sum(map(str.isdigit, phone)) < 5:
            raise bad("Param phone_number must be a phone number.")
        if len(phone) > PHONE_MOST:
            raise refuse(2388040, f"A phone number has at most {PHONE_MOST} characters.")
    elif kind == "COPY_CODE":
        _check_coupon(button.get("example"))
    elif kind == "FLOW":
        _check_flow(button)
    elif kind == "VOICE_CALL":
        minutes = button.get("ttl_minutes", 1)
        if isinstance(minutes, bool) or not isinstance(minutes, int) or minutes < 1:
            raise bad("Param ttl_minutes must be a whole number of minutes.")


def _check_url(button: Json) -> None:
    url = str(button.get("url", ""))
    if not re.fullmatch(r"https?://[^\s/?#]+[^\s]*", url):
        raise bad("Param url must be a valid URL.")
    if len(url) > URL_MOST:
        raise refuse(2388040, f"A URL has at most {URL_MOST} characters.")
    found = VARIABLE.findall(url)
    if not found:
        if "{{" in url or "}}" in url:
            raise wrong("The variable of a URL is not closed.")
        return
    if len(found) > 1 or not url.endswith("}}") or not re.fullmatch(r"1|[a-z_][a-z0-9_]*", found[0]):
        raise wrong("A URL can have one variable, {{1}}, at its end.")
    example = button.get("example")
    first = example[0] if isinstance(example, list) and example else example
    if not isinstance(first, str) or not first.strip():
        raise refuse(2388043, "The variable of a URL needs an example.")


def _check_coupon(example: object) -> None:
    code = example[0] if isinstance(example, list) and example else example
    if not isinstance(code, str) or not code.strip():
        raise refuse(2388043, "A button of type COPY_CODE needs an example of the code.")
    if len(code) > COUPON_MOST:
        raise refuse(2388040, f"An offer code has at most {COUPON_MOST} characters.")
    if not code.isalnum():
        raise wrong("An offer code has letters and digits only.")


def _check_flow(button: Json) -> None:
    if sum(bool(button.get(name)) for name in ("flow_id", "flow_name", "flow_json")) != 1:
        raise wrong("A button of type FLOW needs one of flow_id, flow_name and flow_json.")
    if str(button.get("flow_action", "navigate")).lower() not in ("navigate", "data_exchange"):
        raise bad("Param flow_action must be one of {navigate, data_exchange}.")
    if has_emoji(str(button["text"])):
        raise wrong("The text of a button of type FLOW can have no emoji.")


def check_otp(button: Json) -> None:
    """The button of an authentication template (Meta: authentication templates, 2025)."""
    kind = str(button.get("otp_type", "")).upper()
    if kind not in ("COPY_CODE", "ONE_TAP", "ZERO_TAP"):
        raise bad("Param otp_type must be one of {COPY_CODE, ONE_TAP, ZERO_TAP}.")
    for name in ("text", "autofill_text"):
        words = button.get(name)
        if words is None:
            continue
        if not isinstance(words, str) or not words.strip() or len(words) > TEXT_MOST:
            raise refuse(2388040, f"Param {name} of a button of type OTP has 1 to {TEXT_MOST} characters.")
        if has_emoji(words) or re.search(r"https?://|www\.", words):
            raise wrong("An authentication template can have no emojis and no links.")
    if kind == "COPY_CODE":
        return
    apps = button.get("supported_apps")
    if not isinstance(apps, list) or not 1 <= len(apps) <= 5 or not all(isinstance(app, dict) for app in apps):
        raise wrong(f"A button of type {kind} needs 1 to 5 supported_apps.")
    for app in apps:
        name, mark = str(app.get("package_name", "")), str(app.get("signature_hash", ""))
        if len(name) > 224 or not _PACKAGE.fullmatch(name):
            raise wrong(f"Param package_name {name!r} is not the name of an app.")
        if not re.fullmatch(r"[A-Za-z0-9+/=]{11}", mark):
            raise wrong("Param signature_hash must have 11 letters, digits, +, / or =.")
    if kind == "ZERO_TAP" and button.get("zero_tap_terms_accepted") is not True:
        raise wrong("A button of type ZERO_TAP needs zero_tap_terms_accepted.")
