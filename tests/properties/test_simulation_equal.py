"""Decides that a whole audience in columns goes the very ways that its contacts go one by one: row for row."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.histories import histories, patience
from tests.fixtures.simulated import Chance
from whatsapp_studio.journeys.assumed import Assumptions
from whatsapp_studio.journeys.columns import run
from whatsapp_studio.journeys.crowd import Crowd
from whatsapp_studio.journeys.running import Setup
from whatsapp_studio.journeys.simulation import Row, Simulation, simulate, simulate_one_by_one
from whatsapp_studio.journeys.table import KINDS


def equal(
    setup: Setup, crowd: Crowd, assumed: Assumptions, start: datetime, days: int, at_once: int
) -> tuple[list[Row], Simulation]:
    """Both forms of a simulation are the same: every step that was left, and every count."""
    ways: list[Row] = []
    columns: list[Row] = []
    one = simulate_one_by_one(setup, crowd, assumed, start=start, days=days, watch=ways.extend)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "AT_ONCE", at_once)
        two = simulate(setup, crowd, assumed, start=start, days=days, watch=columns.extend)
    assert sorted(columns) == sorted(ways)
    assert msgspec.structs.replace(two, seconds=0.0) == msgspec.structs.replace(one, seconds=0.0)
    return ways, one


@patience(300)
@histories(250)
@given(
    seed=st.integers(0, 2**32), size=st.integers(2, 16), many=st.integers(0, 30), loops=st.booleans(),
    days=st.integers(1, 30), at_once=st.sampled_from([1000, 7]),
)  # fmt: skip
def test_columns_go_the_ways_of_one_contact(
    seed: int, size: int, many: int, loops: bool, days: int, at_once: int
) -> None:
    equal(*Chance(seed).example(size, many, loops=loops), days, at_once)


@pytest.fixture(scope="module")
def examples() -> Counter[str]:
    """What comes up in some examples: kinds of steps that somebody leaves, and why ways end."""
    found: Counter[str] = Counter()
    for seed in range(200):
        setup, crowd, assumed, start = Chance(seed).example(12, 20, loops=seed % 2 == 0)
        ways, one = equal(setup, crowd, assumed, start, 20, 1000)
        kinds = {i: step.kind for i, step in setup.journey.steps.items()}
        found.update(f"{kinds[row.step]}:{row.port[:1] if row.port else ''}" for row in ways)
        found.update(f"kind {kinds[row.step]}" for row in ways)
        found.update(f"end {end}" for end in one.ends)
        found.update(f"does {does}" for some in one.answers.values() for does in some)
        found["quiet"] += one.held_quiet
        found["cap"] += one.held_caps
        found["again"] += sum(row.visit > 1 for row in ways)
    return found


def test_the_examples_are_of_every_kind(examples: Counter[str]) -> None:
    missing = [kind for kind in KINDS if not examples[f"kind {kind}"] and kind != "business_event"]
    assert missing == []


@pytest.mark.parametrize("end", ["end", "goal", "output", "life", "exit", "endless", "unknown"])
def test_the_examples_end_in_every_way(examples: Counter[str], end: str) -> None:
    assert examples[f"end {end}"] > 0


@pytest.mark.parametrize(
    "what",
    [
        "quiet", "cap", "again", "reaction:o", "reaction:t", "wait_event:e", "wait_event:t", "send_template:n",
        "send_template:f", "send_window:n", "send_window:c", "call_url:n", "call_url:f", "call_url:t", "experiment:h",
        "does replied", "does clicked", "does undelivered", "does refused", "does silence", "does event",
    ],
)  # fmt: skip
def test_the_examples_hold_what_is_hard(examples: Counter[str], what: str) -> None:
    assert examples[what] > 0
