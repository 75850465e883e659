"""What cells say about marketing."""

from __future__ import annotations

import pytest

from whatsapp_studio.audience.consent import read_say


@pytest.mark.parametrize(
    ("text", "say"),
    [
        ("ja", "yes"), (" JA ", "yes"), ("Yes", "yes"), ("TRUE", "yes"), ("1", "yes"), ("1.0", "yes"), ("x", "yes"),
        ("Opt in", "yes"), ("opt_in", "yes"), ("nee", "no"), ("No", "no"), ("0", "no"), ("unsubscribed", "no"),
        ("Opted out", "no"), ("", "unknown"), ("  ", "unknown"), ("onbekend", "unknown"), ("N/A", "unknown"),
        ("maybe", None),
        ("2026-01-01", None),
    ],
)  # fmt: skip
def test_words(text: str, say: str | None) -> None:
    assert read_say(text) == say
