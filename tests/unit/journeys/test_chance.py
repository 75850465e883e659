"""Chance is whole numbers only, the same everywhere, fair, and independent from step to step."""

from __future__ import annotations

from whatsapp_studio.journeys.chance import draw, pick, salt, within
from whatsapp_studio.journeys.keywords import keyword_in


def test_draws_never_change() -> None:
    assert salt("step") == 0xFED535CC79390111
    assert [draw(n, salt("step")) for n in (0, 1, 2**63)] == [
        0xA63C24DF30E7997B, 0xD6F89AE6123EA199, 0x3B4CCE5D3989613D,
    ]


def test_shares_are_kept_and_steps_are_independent() -> None:
    people = range(20_000)
    taken = [pick(n, "a", (10, 20, 70)) for n in people]
    assert [round(taken.count(n) / 200) for n in range(3)] == [10, 20, 70]
    both = sum(1 for n in people if pick(n, "a", (1, 1)) == pick(n, "b", (1, 1)))
    assert 9_700 < both < 10_300
    held = [n for n in people if within(n, "a", 10)]
    assert 1_800 < len(held) < 2_200
    assert 0.45 < sum(pick(n, "a", (1, 1)) == 0 for n in held) / len(held) < 0.55
    assert pick(1, "a", ()) is None and pick(1, "a", (0, 0)) is None and pick(1, "a", (0, 5)) == 1


def test_keywords_are_whole_words_in_any_writing() -> None:
    assert keyword_in("JÁ graag!", ["nee", "ja"]) == "ja"
    assert keyword_in("yes, please do", ["Yes please"]) == "Yes please"
    assert keyword_in("yesterday", ["yes"]) == "" and keyword_in("", ["yes"]) == "" and keyword_in("x", ["", "!"]) == ""
    assert keyword_in("نعم شكرا", ["نعم"]) == "نعم"
