"""Decides what Meta takes as the buttons of a template: how many of each kind, in which order, and what each holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from whatsapp_studio.base.errors import Problem, Severity
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.templates import counting
from whatsapp_studio.templates.creation_rules_text import (
    ANY_VARIABLE,
    length_problem,
    name_problems,
    no_emoji,
    open_brackets,
    shown,
)
from whatsapp_studio.templates.rules import SHOWN_BUTTONS
from whatsapp_studio.templates.template import Button, Otp, Template

MOST = 10
# How many of a kind there may be (Templates › Components › Buttons).
MOST_OF = {
    "QUICK_REPLY": 10, "URL": 2, "PHONE_NUMBER": 1, "COPY_CODE": 1, "FLOW": 1, "OTP": 1, "CATALOG": 1, "MPM": 1,
    "SPM": 1, "VOICE_CALL": 1, "ORDER_DETAILS": 1, "REQUEST_CONTACT_INFO": 1,
}  # fmt: skip
_KNOWN = frozenset(MOST_OF) | {"APP"}
_UNSURE = frozenset({"FLOW", "VOICE_CALL"})  # Meta's pages do not say how many
WORDS = {
    "QUICK_REPLY": mark("Quick reply"), "URL": mark("Link"), "PHONE_NUMBER": mark("Phone number"),
    "COPY_CODE": mark("Copy code"), "OTP": mark("One-time password"), "FLOW": mark("Form"),
    "CATALOG": mark("Catalogue"), "MPM": mark("Several products"), "SPM": mark("One product"),
    "VOICE_CALL": mark("WhatsApp call"), "ORDER_DETAILS": mark("Order details"),
    "REQUEST_CONTACT_INFO": mark("Contact details"), "APP": mark("App"),
}  # fmt: skip
_LINK = re.compile(r"https?://[^\s/?#.]+(?:\.[^\s/?#.]+)*\.?(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_PHONE = re.compile(r"\+?(?:[0-9][ ()-]*){5,}")
ADDRESS = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
_CODE = re.compile(r"[A-Za-z0-9]+")
_PACKAGE = re.compile(r"[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)+")
_HASH = re.compile(r"[A-Za-z0-9+/=]{11}")
_MOST_APPS = 5
_CALL_MINUTES = (1, 43200)


def word(kind: str) -> str:
    """What a kind of button is called; Meta's own name for a new one."""
    return tr(WORDS[kind]) if kind in WORDS else kind.replace("_", " ").lower()


def button_problems(t: Template) -> Iterator[Problem]:
    """Everything wrong with the buttons below the message."""
    buttons = t.buttons
    if len(buttons) > MOST:
        yield Problem("template-buttons-many", "buttons", {"count": len(buttons), "most": MOST})
    yield from grouping("buttons", buttons)
    for kind in dict.fromkeys(button.kind for button in buttons):
        count, most = sum(button.kind == kind for button in buttons), MOST_OF.get(kind, MOST)
        if count > most and most < MOST:
            severity: Severity = "warning" if kind in _UNSURE else "error"
            yield Problem(
                "template-buttons-kind", "buttons", {"kind": word(kind), "count": count, "most": most}, severity
            )
    yield from each("buttons", buttons)
    if t.category != "AUTHENTICATION" and _hidden(buttons):
        yield Problem("template-buttons-desktop", "buttons", {"count": len(buttons)}, "warning")


def grouping(where: str, buttons: Sequence[Button]) -> Iterator[Problem]:
    """Quick replies stand together: before the other buttons, or after them."""
    if sum(1 for _ in groupby(button.kind == "QUICK_REPLY" for button in buttons)) > 2:
        yield Problem("template-buttons-mixed", where)


def _hidden(buttons: Sequence[Button]) -> bool:
    kinds = {button.kind == "QUICK_REPLY" for button in buttons}
    return len(buttons) > SHOWN_BUTTONS or len(kinds) > 1


def each(where: str, buttons: Sequence[Button]) -> Iterator[Problem]:
    """What is wrong with each button by itself, and two that nobody can tell apart."""
    seen: dict[str, int] = {}
    for number, button in enumerate(buttons):
        place = f"{where}.{number}"
        if button.kind not in _KNOWN:
            yield Problem("template-button-unknown", place, {"kind": button.kind}, "warning")
        if button.kind in _CHECKS:
            yield from _CHECKS[button.kind](place, button)
        text = button.text.strip().casefold()
        if text and text in seen:
            yield Problem("template-buttons-same", f"{place}.text", {"text": button.text}, "warning")
        seen[text] = number


def _text(place: str, button: Button, most: int = counting.BUTTON) -> Iterator[Problem]:
    yield from length_problem(f"{place}.text", button.text, most)
    found = ANY_VARIABLE.search(button.text)
    if found:
        yield Problem("template-button-variable", f"{place}.text", {"variable": found[0]}, "warning")


def _url(place: str, button: Button) -> Iterator[Problem]:
    yield from _text(place, button)
    url, where = button.url, f"{place}.url"
    if not url.strip():
        yield Problem("template-url-missing", where)
        return
    if len(url) > counting.URL:
        yield Problem("template-text-long", where, {"length": len(url), "most": counting.URL})
    if not _LINK.fullmatch(ANY_VARIABLE.sub("x", url)):
        yield Problem("template-url-invalid", where, {"url": url[:80]})
    yield from open_brackets(where, url)
    found = ANY_VARIABLE.findall(url)
    if len(found) > 1:
        yield Problem("template-url-variables", where, {"count": len(found)})
    for name in dict.fromkeys(found):
        yield from name_problems(where, name)
    if len(found) == 1 and found[0].isdecimal() and found[0] != "1":
        yield Problem("template-variables-gap", where, {"variable": shown("1")})
    if found and not url.endswith("}}"):
        yield Problem("template-url-variable-place", where)
    if found and not button.sample.strip():
        yield Problem("template-url-sample", f"{place}.sample")


def _phone(place: str, button: Button) -> Iterator[Problem]:
    yield from _text(place, button)
    where = f"{place}.phone"
    if len(button.phone) > counting.PHONE:
        yield Problem("template-text-long", where, {"length": len(button.phone), "most": counting.PHONE})
    elif not _PHONE.fullmatch(button.phone):
        yield Problem("template-phone-invalid", where)


def _code(place: str, button: Button) -> Iterator[Problem]:
    where, length = f"{place}.sample", len(button.sample)
    if not button.sample.strip():
        yield Problem("template-code-missing", where)
        return
    if not _CODE.fullmatch(button.sample):
        yield Problem("template-code-letters", where)
    if length > counting.CODE:
        yield Problem("template-text-long", where, {"length": length, "most": counting.CODE})


def _flow(place: str, button: Button) -> Iterator[Problem]:
    yield from _text(place, button)
    yield from no_emoji(f"{place}.text", button.text)
    flow = button.flow
    if flow is None or not (flow.id or flow.name or flow.json):
        yield Problem("template-flow-missing", f"{place}.flow")
    elif sum(map(bool, (flow.id, flow.name, flow.json))) > 1:
        yield Problem("template-flow-several", f"{place}.flow")
    if flow is not None and flow.action and flow.action.lower() not in ("navigate", "data_exchange"):
        yield Problem("template-flow-action", f"{place}.flow", {"action": flow.action})


def _call(place: str, button: Button) -> Iterator[Problem]:
    length = counting.length(button.text)
    if length > counting.CALL_BUTTON:
        yield Problem(
            "template-text-long", f"{place}.text", {"length": length, "most": counting.CALL_BUTTON}, "warning"
        )
    least, most = _CALL_MINUTES
    if button.minutes is not None and not least <= button.minutes <= most:
        yield Problem("template-call-minutes", place, {"least": least, "most": most}, "warning")


def _app(place: str, button: Button) -> Iterator[Problem]:
    yield Problem("template-marketing-api", place, {}, "warning")


def _otp(place: str, button: Button) -> Iterator[Problem]:
    if counting.length(button.text) > counting.BUTTON:
        yield from length_problem(f"{place}.text", button.text, counting.BUTTON)
    yield from no_emoji(f"{place}.text", button.text)
    if ADDRESS.search(button.text):
        yield Problem("template-auth-link", f"{place}.text")
    if button.otp is not None:
        yield from _password(f"{place}.otp", button.otp)


def _password(where: str, otp: Otp) -> Iterator[Problem]:
    if otp.kind not in ("COPY_CODE", "ONE_TAP", "ZERO_TAP"):
        yield Problem("template-otp-kind", where, {"kind": otp.kind})
    length = counting.length(otp.autofill_text)
    if length > counting.BUTTON:
        yield Problem("template-text-long", where, {"length": length, "most": counting.BUTTON})
    yield from no_emoji(where, otp.autofill_text)
    if otp.kind in ("ONE_TAP", "ZERO_TAP") and not otp.apps:
        yield Problem("template-otp-app-missing", where)
    if len(otp.apps) > _MOST_APPS:
        yield Problem("template-otp-apps", where, {"count": len(otp.apps), "most": _MOST_APPS})
    for package, signature in otp.apps:
        if len(package) > counting.PACKAGE or not _PACKAGE.fullmatch(package):
            yield Problem("template-otp-package", where, {"name": package[:60], "most": counting.PACKAGE})
        if not _HASH.fullmatch(signature):
            yield Problem("template-otp-hash", where, {"length": len(signature), "most": counting.HASH})
    if otp.kind == "ZERO_TAP" and not otp.terms_accepted:
        yield Problem("template-otp-terms", where)


_CHECKS: dict[str, Callable[[str, Button], Iterator[Problem]]] = {
    "QUICK_REPLY": _text, "URL": _url, "PHONE_NUMBER": _phone, "FLOW": _flow, "VOICE_CALL": _call, "APP": _app,
    "COPY_CODE": _code, "OTP": _otp,
}  # fmt: skip
