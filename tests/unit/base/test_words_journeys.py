"""Decides that every edit has words, and that making them never fails."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import whatsapp_studio
from whatsapp_studio.base.words_journeys import COUNTED, EDITS, edit_words

ROOT = Path(whatsapp_studio.__file__).parent


def test_every_edit_of_the_program_has_words() -> None:
    used = {
        code
        for path in ROOT.rglob("*.py")
        if path.name != "words_journeys.py"
        for code in re.findall(r'"(edit-[a-z-]+)"', path.read_text(encoding="utf-8"))
    }
    assert "edit-splice" in used
    assert used - EDITS.keys() - COUNTED.keys() == set()
    assert not EDITS.keys() & COUNTED.keys()


@pytest.mark.parametrize(
    ("code", "facts", "said"),
    [
        ("edit-add", {"what": "Wait 1 day"}, "Add “Wait 1 day”"),
        ("edit-connect", {"what": "Hello", "to": "End"}, "Connect “Hello” to “End”"),
        ("edit-add", {"what": "Two\nlines " + "x" * 60}, "Add “Two lines " + "x" * 37 + "…”"),
        ("edit-add", {}, "Add “…”"),
        ("edit-move", {"count": 1}, "Move 1 item"),
        ("edit-move", {"count": 1200}, "Move 1,200 items"),
        ("edit-move", {"count": "many"}, "Move 0 items"),
        ("edit-dream", {}, "Edit"),
    ],
)
def test_what_an_edit_is_called(code: str, facts: dict[str, object], said: str) -> None:
    assert edit_words(code, facts) == said


FACTS = st.dictionaries(st.sampled_from(["what", "to", "name", "count"]), st.text() | st.integers() | st.none())


@given(st.sampled_from([*EDITS, *COUNTED, "x"]), FACTS)
def test_no_fact_upsets_the_words_of_an_edit(code: str, facts: dict[str, object]) -> None:
    assert edit_words(code, facts)
    assert edit_words(code)
