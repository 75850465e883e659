"""The four numbers always add up, whatever the counts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.campaigns.campaign import Counts
from whatsapp_studio.qt.delivery import equation, phrasing

counts = st.builds(Counts, **{name: st.integers(0, 10**6) for name in Counts.__struct_fields__})


@given(counts)
def test_planned_in_flight_done_and_excluded_are_the_total(found: Counts) -> None:
    assert sum(n for _name, n in equation.parts(found)) == found.total


def test_the_sum_is_said_in_words() -> None:
    said = equation.sentence(Counts(queued=1284, in_flight=3, delivered=10, failed=2, excluded=1))
    assert said == "1,284 planned + 3 in flight + 12 done + 1 excluded = 1,300 in total"


@given(counts, st.floats(0, 1000))
def test_time_left_is_only_told_while_something_moves(found: Counts, rate: float) -> None:
    told = phrasing.time_left(found, rate)
    assert bool(told) == (found.queued + found.in_flight > 0 and rate >= 0.05)


def test_progress_leaves_out_who_was_never_to_get_it() -> None:
    assert phrasing.progress(Counts(queued=5, delivered=3, unknown=1, excluded=90)) == "4 of 9"
