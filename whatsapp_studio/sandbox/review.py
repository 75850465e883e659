"""Decides how a template is reviewed: approved, moved to another category or rejected, by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from whatsapp_studio.sandbox.languages import fits

REASONS = ("ABUSIVE_CONTENT", "INCORRECT_CATEGORY", "INVALID_FORMAT", "PROMOTIONAL", "SCAM", "TAG_CONTENT_MISMATCH")
_FORMAT = ("A placeholder is written with one bracket, so people would read it as it stands.",
           "Write every placeholder with two braces on each side, and give it an example.")  # fmt: skip
_LINK = ("A link to a chat or a shortened link hides where it leads.",
         "Use the full address of your own website, or a button.")  # fmt: skip
_BY_NAME = ("The name asks for it: this is how the sandbox rejects a template.",
            "Make the template anew under a name without «reject».")  # fmt: skip
_WORDS = {
    "ABUSIVE_CONTENT": r"idiots?|stupid people|we will hurt|shut up|rotzak|hufter|losers",
    "SCAM": r"bank details|pin code|credit card number|social security number|bankgegevens|pincode|bitcoin|inheritance",
    "PROMOTIONAL": r"casino|jackpot|lottery|loterij|gokken|betting",
}
_MARKETING = re.compile(
    r"\b(\d+ ?% (off|korting|rabatt)|% off|discount|sale|special offer|promo(tion)?|buy now|shop now|korting|"
    r"aanbieding|uitverkoop|koop nu|rabatt|angebot|jetzt kaufen|promoção|desconto|soldes|oferta)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"verification code|one[- ]time (password|code)|verificatiecode|inlogcode|bestätigungscode", re.I)
_ONE_BRACE = re.compile(r"(?<!\{)\{\w+\}(?!\})|\[[a-z_]+\]")
_HIDDEN_LINK = re.compile(r"\b(wa\.me|bit\.ly|tinyurl\.com|goo\.gl|t\.co)/", re.IGNORECASE)


class Verdict(NamedTuple):
    """What review says: the status, why, in which category, and for a bad format what is wrong and what is better."""

    status: str
    reason: str = "NONE"
    category: str = ""
    info: tuple[str, str] | None = None


def judge(raw: Mapping[str, Any], luck: Sequence[float] = (1.0, 0.0), rejected: float = 0.0) -> Verdict:
    """The verdict over a template; ``luck`` are two numbers in [0, 1) for the share ``rejected`` that fails anyway."""
    name, texts = str(raw["name"]), list(_texts(raw["components"]))
    whole = "\n".join(texts)
    if "reject" in name:
        reason = next((one for one in REASONS if one.lower() in name), "INVALID_FORMAT")
        return _no(reason, _BY_NAME if reason == "INVALID_FORMAT" else None)
    for reason, pattern in _WORDS.items():
        if re.search(rf"\b({pattern})\b", whole, re.IGNORECASE):
            return _no(reason)
    if _ONE_BRACE.search(re.sub(r"\{\{.*?\}\}", "", whole)):
        return _no("INVALID_FORMAT", _FORMAT)
    if _HIDDEN_LINK.search(whole):
        return _no("INVALID_FORMAT", _LINK)
    if not fits(str(raw["language"]), re.sub(r"\{\{.*?\}\}", "", whole)):
        return _no("TAG_CONTENT_MISMATCH")
    if raw["category"] != "AUTHENTICATION" and _CODE.search(whole):
        return _no("INCORRECT_CATEGORY")
    if luck[0] < rejected:
        reason = REASONS[int(luck[1] * len(REASONS))]
        return _no(reason, _FORMAT if reason == "INVALID_FORMAT" else None)
    if raw["category"] == "UTILITY" and _MARKETING.search(whole):
        return Verdict("APPROVED", category="MARKETING")
    return Verdict("APPROVED", category=str(raw["category"]))


def _no(reason: str, info: tuple[str, str] | None = None) -> Verdict:
    return Verdict("REJECTED", reason, info=info)


def _texts(components: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for component in components:
        if isinstance(component.get("text"), str):
            yield component["text"]
        for button in component.get("buttons", ()):
            yield str(button.get("text", ""))
            yield str(button.get("url", ""))
        for card in component.get("cards", ()):
            yield from _texts(card["components"])
