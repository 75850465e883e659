"""Decides whether a message holds one of some keywords: as words, without regard to capitals and accents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def folded(text: str) -> str:
    """Words with single spaces between them and around: no case, no accents, no punctuation."""
    flat = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return f" {' '.join(''.join(c if c.isalnum() else ' ' for c in flat).split())} "


def keyword_in(text: str, keywords: Iterable[str]) -> str:
    """The first of the keywords that a text holds; empty for none."""
    said = folded(text)
    return next((word for word in keywords if (plain := folded(word)).strip() and plain in said), "")
