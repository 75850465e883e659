"""Decides whether the words of a template fit its category, as Meta is likely to read them, and which words say so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.templates.category_words import ADVERTISING, CODES, NEWS, patterns
from whatsapp_studio.templates.template import VARIABLE, Template

_TABLES = {"advertising": ADVERTISING, "news": NEWS, "codes": CODES}
_MOST_WORDS = 6


def advice(t: Template) -> tuple[Problem, ...]:
    """Warnings where the words of ``t`` read like another category than it has; the fact ``words`` says which.

    Meta turns utility templates that advertise into marketing, at creation or later (Templates › Categorization).
    """
    return tuple(_advice(t))


def _advice(t: Template) -> Iterator[Problem]:
    text = _words_of(t)
    codes = matched(text, "codes", t.language) if VARIABLE.search(t.body) else ()
    if t.category in ("UTILITY", "MARKETING") and codes:
        yield Problem("category-advice-code", "category", {"words": shown(codes)}, "warning")
    elif t.category == "UTILITY":
        found = matched(text, "advertising", t.language)
        if found:
            yield Problem("category-advice", "category", {"words": shown(found)}, "warning")
    elif t.category == "MARKETING" and not (t.offer or t.cards):
        news = matched(text, "news", t.language)
        if news and not matched(text, "advertising", t.language):
            yield Problem("category-advice-utility", "category", {"words": shown(news)}, "warning")


def matched(text: str, kind: str, language: str) -> tuple[str, ...]:
    """The words of a text, as they stand in it, that are typical of ``advertising``, ``news`` or ``codes``."""
    flat = _flat(text)
    found = dict.fromkeys(text[hit.start() : hit.end()].strip() for hit in _compiled(kind, language).finditer(flat))
    seen: dict[str, str] = {}
    for word in found:
        seen.setdefault(word.casefold(), word)
    return tuple(seen.values())


def shown(words: tuple[str, ...]) -> str:
    """Words in quotation marks for a sentence; the first few of many."""
    return ", ".join(f"“{word}”" for word in words[:_MOST_WORDS])


def _words_of(t: Template) -> str:
    parts = [t.header.text if t.header else "", t.body, t.footer, *(button.text for button in t.buttons)]
    for card in t.cards:
        parts += [card.body, *(button.text for button in card.buttons)]
    # A variable ends a phrase: what fills it is not known.
    return VARIABLE.sub("|", "\n".join(parts))


def _flat(text: str) -> str:
    """Small letters without accents, each in its place."""
    return "".join(unicodedata.normalize("NFD", letter)[0].lower()[0] for letter in text)


@cache
def _compiled(kind: str, language: str) -> re.Pattern[str]:
    # Longer ones first, so that "special offer" is found before "offer".
    known = sorted(patterns(_TABLES[kind], language), key=len, reverse=True)
    each = "|".join(pattern[:-1] + r"\w*" if pattern.endswith("*") else pattern for pattern in known)
    return re.compile(rf"(?<!\w)(?:{each})(?!\w)")
