"""Decides a business's own rules for what it writes: words it does not use, how it signs, how it speaks to people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from whatsapp_studio.base.errors import Problem

Tone = Literal["", "formal", "informal"]
# How a language speaks to a stranger and to a friend.
_FORMAL = {
    "nl": r"\b(?:u|uw|uzelf)\b", "fr": r"\b(?:vous|votre|vos)\b", "es": r"\b(?:usted|ustedes)\b",
    "pt": r"\b(?:o senhor|a senhora)\b",
    # At the start of a sentence these may mean "she" or "they".
    "de": r"(?<![.!?]\s)(?<!^)\b(?:Sie|Ihnen|Ihre?[nmrs]?)\b", "it": r"(?<![.!?]\s)(?<!^)\b(?:Lei|Suo|Sua|Suoi)\b",
}  # fmt: skip
_INFORMAL = {
    "nl": r"\b(?:je|jij|jou|jouw|jullie)\b", "de": r"\b(?:du|dich|dir|deine?[nmrs]?|euch|eure?[nmrs]?)\b",
    "fr": r"\b(?:tu|toi|ton|tes|ta)\b", "es": r"\b(?:tú|tu|tus|contigo)\b", "it": r"\b(?:tu|te|tuo|tua|tuoi|tue)\b",
    "pt": r"\b(?:tu|teu|tua|teus|tuas|contigo)\b",
}  # fmt: skip


class BrandKit(msgspec.Struct, frozen=True):
    """A business's own rules for what it writes.

    ``banned`` are words or phrases; a ``*`` at the end stands for any ending. ``signature`` is how marketing ends or
    what its footer holds. ``tone`` is how people are spoken to; ``emojis`` the most in one message (None: any).
    """

    banned: tuple[str, ...] = ()
    signature: str = ""
    tone: Tone = ""
    emojis: int | None = None


NO_BRAND = BrandKit()


def banned_words(brand: BrandKit) -> re.Pattern[str] | None:
    """What finds the banned words of a kit in a text; None where it bans nothing."""
    entries = sorted((entry.strip() for entry in brand.banned if entry.strip(" *")), key=len, reverse=True)
    if not entries:
        return None
    each = "|".join(re.escape(e.rstrip("*")) + (r"\w*" if e.endswith("*") else "") for e in entries)
    return re.compile(rf"(?<!\w)(?:{each})(?!\w)", re.IGNORECASE)


def brand_words(where: str, text: str, banned: re.Pattern[str] | None) -> Iterator[Problem]:
    """Each banned word of a text, once."""
    if banned is not None:
        for word in dict.fromkeys(found[0] for found in banned.finditer(text)):
            yield Problem("lint-brand-word", where, {"word": word}, "warning")


def tone_problems(where: str, text: str, language: str, tone: Tone) -> Iterator[Problem]:
    """Words of the other way of speaking to people; languages without two of them have none."""
    if not tone or where.endswith(".url"):
        return
    table = _INFORMAL if tone == "formal" else _FORMAL
    pattern = table.get(language.split("_")[0])
    exact = language.split("_")[0] in ("de", "it") and tone == "informal"
    found = re.search(pattern, text, 0 if exact else re.IGNORECASE) if pattern else None
    if found:
        code = "lint-brand-formal" if tone == "formal" else "lint-brand-informal"
        yield Problem(code, where, {"word": found[0]}, "warning")


def signed(text: str, signature: str) -> bool:
    """Whether a text has the signature in it, in whatever case."""
    return signature.casefold() in text.casefold()
