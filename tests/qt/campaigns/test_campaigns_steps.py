"""How far each step of the wizard is."""

from __future__ import annotations

import pytest

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.campaigns.draft import STEPS
from whatsapp_studio.qt.campaigns import steps


def test_a_step_nobody_opened_is_not_started_even_when_something_is_missing_there() -> None:
    found = steps.states((Problem("template-missing", "template"),), {"purpose"}, ready=False)
    assert found["template"] == "todo"
    assert found["purpose"] == "done"


def test_an_opened_step_needs_attention_while_an_error_points_at_it() -> None:
    problems = (Problem("value-blocks", "mapping.body.1"), Problem("x", "audience", severity="warning"))
    found = steps.states(problems, set(STEPS), ready=False)
    assert found["mapping"] == "attention"
    assert found["audience"] == "done"


def test_the_review_is_done_only_when_the_campaign_could_be_sent() -> None:
    assert steps.states((), set(STEPS), ready=False)["review"] == "attention"
    assert steps.states((), set(STEPS), ready=True)["review"] == "done"


@pytest.mark.parametrize(
    ("where", "step"),
    [("mapping.body.1", "mapping"), ("schedule.time", "schedule"), ("purpose.name", "purpose"), ("", "review")],
)
def test_a_problem_belongs_to_the_step_it_names(where: str, step: str) -> None:
    assert steps.step_of(where) == step


def test_the_steps_follow_each_other_and_end() -> None:
    assert [steps.next_step(step) for step in STEPS] == [*STEPS[1:], None]
    assert [steps.previous_step(step) for step in STEPS] == [None, *STEPS[:-1]]


def test_where_somebody_left_tells_what_was_opened() -> None:
    assert steps.seen_before("template") == {"purpose", "sender", "template"}
