"""Experiments are honest: their bounds hold however often one looks, and so many people show what was promised."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.bench_experiments import run
from whatsapp_studio.reports.samplesize import detectable, fixed, needed
from whatsapp_studio.reports.sequential import Arm, boundary, lead, tightest, verdict


def test_few_of_those_where_nothing_differs_have_a_winner_and_most_real_ones_are_found() -> None:
    found = run(600, seed=5)
    assert found["false_winners"] <= 0.05
    assert found["found"] >= 0.75
    # So many would the usual test call, looked at as often.
    assert found["false_winners_usual"] > 0.1


def test_the_fixed_sample_is_the_one_of_the_books() -> None:
    assert fixed(0.1, 0.2) == 3841
    assert fixed(0.5, 0.1) == 1565


@given(st.floats(0.02, 0.6), st.floats(0.05, 0.5), st.integers(2, 5))
def test_bounds_for_every_look_cost_people_but_not_many_times_as_many(base: float, lift: float, arms: int) -> None:
    if base * (1 + lift) >= 0.95:
        return
    one, many = fixed(base, lift), needed(base, lift)
    assert one < many < 4 * one
    assert needed(base, lift, arms) >= many
    assert needed(base, lift * 1.05) <= many


@given(st.integers(200, 100_000), st.floats(0.05, 0.6), st.integers(2, 4))
def test_what_so_many_people_can_show_is_what_needs_so_many(people: int, base: float, arms: int) -> None:
    lift = detectable(people, base, arms)
    if lift is None:
        return
    assert needed(base, lift, arms) <= people
    assert needed(base, lift * 0.98, arms) > people


def test_shares_that_cannot_be_are_refused() -> None:
    for base, lift in ((0.0, 0.1), (1.0, 0.1), (0.6, 0.8), (0.5, 0.0)):
        with pytest.raises(ValueError, match="between"):
            needed(base, lift)
    assert detectable(0, 0.5) is None
    assert detectable(20, 0.5) is None


def test_the_boundary_is_tightest_where_it_was_tuned_to_be() -> None:
    for alpha in (0.05, 0.005):
        tuned = 1000 / tightest(alpha)
        at = [boundary(v, tuned, alpha) / v**0.5 for v in (250, 1000, 4000)]
        assert at[1] == min(at)


SHARES = st.tuples(st.integers(1, 5000), st.floats(0, 1))


@given(st.lists(SHARES, min_size=2, max_size=5), st.floats(0.01, 0.99), st.booleans())
def test_a_verdict_names_the_best_and_says_winner_only_beyond_doubt(
    shares: list[tuple[int, float]], expected: float, over: bool
) -> None:
    arms = [Arm(key, n, round(n * share)) for key, (n, share) in zip("abcde", shares, strict=False)]
    found = verdict(arms, expected=expected, planned=2000, over=over)
    assert max(arm.share for arm in arms) == next(arm.share for arm in arms if arm.key == found.best)
    assert len(found.leads) == len(arms) - 1
    for one in found.leads:
        assert -1 <= one.low <= one.difference <= one.high <= 1
    assert (found.state == "winner") == all(one.low > 0 for one in found.leads)
    assert found.state != "inconclusive" or over


def test_without_people_or_with_a_handful_nothing_is_said() -> None:
    assert verdict([], expected=0.5, planned=100).state == "not-yet"
    assert verdict([Arm("a", 10, 4), Arm("b", 0, 0)], expected=0.5, planned=100, over=True).state == "inconclusive"
    assert lead(Arm("a", 1000, 4), Arm("b", 1000, 0), expected=0.5, planned=1000)[3:] == (-1.0, 1.0)
    assert verdict([Arm("a", 2000, 500), Arm("b", 2000, 300)], expected=0.2, planned=2000).state == "winner"
