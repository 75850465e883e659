"""Decides that everything that is written down of a journey that runs is told in words, in its zone, at its step."""

from __future__ import annotations

import ast
from datetime import UTC, datetime
from pathlib import Path

import pytest

from whatsapp_studio.base import words_running
from whatsapp_studio.base.words_running import LOG, life_meaning, life_word, log_words, pause_meaning
from whatsapp_studio.journeys.graph import Journey, Step
from whatsapp_studio.journeys.telling import told_log, told_moment, told_reason, why

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
ROOT = Path(words_running.__file__).parent.parent


def codes() -> set[str]:
    """Every code that a service of journeys that run writes into a log as it stands there."""
    found = set()
    for path in (ROOT / "services" / "running").glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "note":
                code = call.args[4] if len(call.args) > 4 else None
                some = [code.body, code.orelse] if isinstance(code, ast.IfExp) else [code]
                found |= {one.value for one in some if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    return found


def test_every_line_of_a_log_has_words() -> None:
    written = codes()
    assert {"published", "stopped", "step-broken", "jump-refused", "audience-changed"} <= written
    assert written - LOG.keys() == set()


def test_a_line_is_filled_and_says_its_step() -> None:
    journey = Journey(id="j", steps={"s": Step(id="s", kind="end", name="Bye")})
    assert log_words("stopped", {"inside": 1200, "messages": 3}).startswith("Stopped; it was ended for 1,200 who")
    assert told_log("step-broken", {"step": "s", "count": 2}, journey).startswith("Bye: 2 could not go on")
    assert told_log("resumed", {}, journey) == "Resumed."
    assert log_words("jump-refused", {"why": "never-again"}).endswith("nobody enters it twice.")
    assert log_words("new-code", {}) == "new-code"


def test_moments_are_told_in_the_zone_of_the_journey() -> None:
    assert "21:00" in told_moment(NOON, "Asia/Tokyo")
    assert "12:00" in told_moment(NOON, "No/Zone")
    assert told_reason("wait", {"until": NOON}, "Asia/Tokyo") == f"Waits until {told_moment(NOON, 'Asia/Tokyo')}."


def test_every_reason_is_told_and_then_the_end() -> None:
    said = why((("wait", {"until": NOON}), ("waited", {})), "UTC", "goal")
    assert [one.split()[0] for one in said] == ["Waits", "The", "The"]
    assert why((), "UTC") == []


@pytest.mark.parametrize("state", ["running", "paused", "closed", "stopped", "done"])
def test_every_state_has_a_word_and_a_meaning(state: str) -> None:
    assert life_word(state) != state and life_meaning(state).endswith(".")


def test_a_new_state_is_shown_as_it_is() -> None:
    assert (life_word("new"), life_meaning("new"), pause_meaning("new")) == ("new", "", "")
