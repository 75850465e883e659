"""What cells say about marketing, and that an opt-out wins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.audience.consent import after_import, read_say


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


answers = st.sampled_from(["yes", "no", "unknown"])


@given(answers, st.booleans(), answers, st.sampled_from(["", "form"]))
def test_an_opt_out_outlives_every_import(now: str, suppressed: bool, said: str, source: str) -> None:
    after = after_import(now, suppressed, said, source)  # type: ignore[arg-type]
    if "no" in (now, said):
        assert after == "no"
    elif after != now:
        assert (after, said, suppressed) == ("yes", "yes", False)
        assert source
