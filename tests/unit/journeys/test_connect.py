"""Decides which arrows may be drawn, and why others may not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.journeys import WELCOME, drawn, journeys
from whatsapp_studio.base.wording import WORDS, sentence
from whatsapp_studio.journeys.connect import can_connect, can_splice, free_outputs, legal_targets
from whatsapp_studio.journeys.graph import Journey, Link

JOURNEY = drawn(*WELCOME, "alone wait", "done end", "later of_tomorrow far=out", "second audience")


@pytest.mark.parametrize(
    ("source", "port", "target", "code"),
    [
        ("day", "next", "out", None),
        ("which", "p2", "hello", None),
        ("hello", "timeout", "alone", None),
        ("later", "anywhere", "alone", None),
        ("day", "next", "later", None),
        ("day", "next", "nobody", "link-no-step"),
        ("nobody", "next", "day", "link-no-step"),
        ("day", "sideways", "out", "link-no-output"),
        ("out", "next", "day", "link-no-output"),
        ("day", "next", "day", "link-to-itself"),
        ("day", "next", "in", "link-into-entry"),
        ("in", "next", "second", "link-into-entry"),
    ],
)
def test_which_arrows_may_be(source: str, port: str, target: str, code: str | None) -> None:
    problem = can_connect(JOURNEY, Link(source, port, target))
    assert (problem and problem.code) == code
    if problem is not None:
        assert problem.code in WORDS
        assert "…" not in sentence(problem)


def test_legal_targets_are_those_that_may_be_connected() -> None:
    assert legal_targets(JOURNEY, "day", "next") == JOURNEY.steps.keys() - {"day", "in", "second"}
    assert legal_targets(JOURNEY, "out", "next") == frozenset()
    assert legal_targets(JOURNEY, "nobody", "next") == frozenset()


@given(journeys(), st.data())
def test_legal_targets_and_arrows_agree(journey: Journey, data: st.DataObject) -> None:
    source = data.draw(st.sampled_from([*journey.steps, "nobody"]))
    port = data.draw(st.sampled_from(["next", "other", "x"]))
    may = {i for i in journey.steps if can_connect(journey, Link(source, port, i)) is None}
    assert legal_targets(journey, source, port) == may


@pytest.mark.parametrize(
    ("link", "step", "code"),
    [
        ("day:next", "alone", None),
        ("day:nowhere", "alone", "link-no-step"),
        ("day:next", "nobody", "link-no-step"),
        ("day:next", "day", "splice-own-link"),
        ("day:next", "which", "splice-own-link"),
        ("day:next", "week", "splice-connected"),
        ("day:next", "second", "link-into-entry"),
        ("day:next", "done", "splice-no-output"),
        ("day:next", "later", "splice-no-output"),
    ],
)
def test_which_step_may_go_into_an_arrow(link: str, step: str, code: str | None) -> None:
    problem = can_splice(JOURNEY, link, step)
    assert (problem and problem.code) == code
    if problem is not None:
        assert problem.code in WORDS


def test_a_step_whose_outputs_are_all_taken_goes_into_no_arrow() -> None:
    journey = drawn("in audience next=out", "out end", "busy wait next=out")
    problem = can_splice(journey, "in:next", "busy")
    assert problem is not None
    assert problem.code == "splice-no-output"


def test_the_outputs_that_are_free() -> None:
    assert free_outputs(JOURNEY, "hello") == ("timeout",)
    assert free_outputs(JOURNEY, "which") == ("p2",)
    assert free_outputs(JOURNEY, "later") == ()
    assert free_outputs(JOURNEY, "nobody") == ()
