"""Shows that copied steps come back whole from text, also through a chat, and that all else is refused in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.journeys import WELCOME, drawn, journeys
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.wording import WORDS
from whatsapp_studio.journeys.clip import from_text, to_text
from whatsapp_studio.journeys.codec import dump
from whatsapp_studio.journeys.fragment import cut_out
from whatsapp_studio.journeys.graph import Frame, Journey, Note

JOURNEY = drawn(
    *WELCOME, notes={"n": Note(id="n", text="Mind!", step="day")}, frames={"f": Frame(id="f", steps=("day", "which"))}
)


@given(journeys())
def test_what_is_copied_comes_back(journey: Journey) -> None:
    part = cut_out(journey, journey.steps)
    text = to_text(part)
    assert to_text(from_text(text)) == text
    assert from_text(text).links == part.links


def test_a_part_holds_what_was_chosen_and_no_more() -> None:
    part = from_text(to_text(cut_out(JOURNEY, ["f"])))
    assert part.steps.keys() == {"day", "which"} and part.links.keys() == {"day:next"}
    assert part.notes["n"].step == "day" and part.frames["f"].steps == ("day", "which")


@pytest.mark.parametrize("around", ["{}", "\n\n{}\n", "```\n{}```", "```json\n{}\n```", "\ufeff{}"])
def test_a_chat_may_put_something_around_it(around: str) -> None:
    assert from_text(around.format(to_text(cut_out(JOURNEY, ["day"])))).steps.keys() == {"day"}


def test_a_whole_file_can_be_pasted() -> None:
    assert from_text(dump(JOURNEY)).steps == JOURNEY.steps


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hi, see you at nine", "clip-foreign"),
        ("", "clip-foreign"),
        ('{"nodes": [], "connections": {}}', "clip-foreign"),
        ('{"type": "wsjourney-part", "format": 9}', "clip-newer"),
        ('{"type": "wsjourney-part", "format": null}', "clip-foreign"),
        ('{"type": "wsjourney-part", "format": 1}', "clip-empty"),
        ('{"type": "wsjourney-part", "format": 1, "steps": {"a": 1}}', "journey-file-type"),
        (to_text(cut_out(JOURNEY, ["day"]))[:-20], "journey-file-syntax"),
    ],
)
def test_anything_else_is_refused_in_words(text: str, code: str) -> None:
    with pytest.raises(UserError) as caught:
        from_text(text)
    assert caught.value.code == code and code in WORDS


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    with pytest.raises(UserError):
        from_text("{" + text)
