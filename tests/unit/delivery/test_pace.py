"""Decides that the pace never passes the rate in any second, keeps people apart, and gives way to Meta."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.delivery.pace import MARGIN, PAIR_GAP, Pace, below


def turns(pace: Pace, n: int, now: float = 0.0, late: list[float] | None = None) -> list[float]:
    """When n messages left, each some time late."""
    left = []
    for place in range(n):
        now += pace.wait_for_turn(now) + (late[place % len(late)] if late else 0.0)
        left.append(now)
    return left


def most_in_a_second(left: list[float]) -> int:
    # A hair more than a second forgives the rounding of sums of fractions.
    return max(sum(1 for at in left if begin <= at < begin + 1 - 1e-6) for begin in left)


@pytest.mark.parametrize("rate", [1, 7, 20, 80, 250, 1000])
def test_the_rate_is_reached_and_never_passed(rate: int) -> None:
    left = turns(Pace(rate * MARGIN), rate * 3)

    assert most_in_a_second(left) <= rate
    assert left[-1] <= 3 / MARGIN


@given(st.integers(1, 100), st.lists(st.floats(0, 0.4), min_size=1, max_size=20))
def test_late_turns_are_never_made_up_for_by_a_burst(rate: int, late: list[float]) -> None:
    assert most_in_a_second(turns(Pace(rate * MARGIN), 200, late=late)) <= rate + 1


def test_a_long_pause_is_not_made_up_for() -> None:
    pace = Pace(10)
    turns(pace, 5)

    left = turns(pace, 10, now=1000.0)

    assert left[-1] - left[0] == pytest.approx(0.9, abs=0.04)


def test_a_person_is_not_written_to_twice_within_the_gap() -> None:
    pace = Pace(80)
    assert pace.pair_wait("+31", 100.0) == 0
    pace.spoke("+31", 100.0)

    assert pace.pair_wait("+31", 101.0) == PAIR_GAP - 1
    assert pace.pair_wait("+32", 101.0) == 0
    assert pace.pair_wait("+31", 100.0 + PAIR_GAP) == 0


def test_only_so_many_people_are_remembered_the_latest_first() -> None:
    pace = Pace(80)
    for n in range(20_001):
        pace.spoke(str(n), 0.0)
    assert pace.pair_wait("0", 0.0) == 0
    assert pace.pair_wait("1", 0.0) == PAIR_GAP
    pace.spoke("1", 1.0)
    pace.spoke("new", 1.0)
    assert pace.pair_wait("1", 1.0) == PAIR_GAP
    assert pace.pair_wait("2", 1.0) == 0


def test_slowing_down_and_growing_back() -> None:
    pace = Pace(40)
    pace.slow_down(100.0)
    assert (pace.rate, pace.slowed) == (30, True)
    pace.slow_down(100.5)
    assert pace.rate == 30
    pace.slow_down(101.0)
    assert pace.rate == 22.5

    pace.wait_for_turn(101.9)
    assert pace.rate == 22.5
    pace.wait_for_turn(103.1)
    assert pace.rate == 30.5
    pace.wait_for_turn(110.0)
    assert (pace.rate, pace.slowed) == (40, False)


def test_it_never_slows_to_a_stop() -> None:
    pace = Pace(4)
    for second in range(50):
        pace.slow_down(float(second))
    assert pace.rate == 1.0
    slow = Pace(0.5)
    slow.slow_down(0.0)
    assert slow.rate == 0.5


def test_another_aim_starts_afresh_and_the_same_one_does_not() -> None:
    pace = Pace(40)
    pace.slow_down(0.0)
    pace.aim(40)
    assert pace.rate == 30
    pace.aim(20)
    assert (pace.target, pace.rate, pace.slowed) == (20, 20, False)


def test_only_near_the_limit_a_little_is_kept_free() -> None:
    assert below(40, 80) == 40
    assert below(80, 80) == 80 * MARGIN
