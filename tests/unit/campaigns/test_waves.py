"""Waves cover the audience or say how many are left out; who is where is chance, and stays."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.campaigns.programme import Waves
from whatsapp_studio.campaigns.waves import cover, problem, starts, wave_numbers

START = datetime(2026, 3, 28, 20, tzinfo=UTC)


@given(
    st.lists(st.integers(1, 40), min_size=1, max_size=12), st.sampled_from(["percent", "people"]),
    st.sampled_from(["wave", "leave"]), st.integers(0, 5000),
)  # fmt: skip
def test_sizes_always_cover_the_audience_or_say_who_is_left_out(
    sizes: list[int], unit: str, rest: str, people: int
) -> None:
    waves = Waves(sizes=tuple(sizes), unit=unit, rest=rest)  # type: ignore[arg-type]
    if problem(waves) is not None:
        return
    found = cover(waves, people)
    assert sum(found.sizes) + found.left_out == people
    assert all(size >= 0 for size in found.sizes)
    assert rest == "leave" or found.left_out == 0
    if unit == "percent" and sum(sizes) == 100:
        assert found.left_out == 0 and len(found.sizes) == len(sizes)
    if unit == "percent":
        assert all(abs(size - people * one / 100) <= 1 for size, one in zip(found.sizes, sizes, strict=False))


@given(st.sets(st.integers(1, 10**9), max_size=400), st.lists(st.integers(0, 80), max_size=5), st.text(max_size=6))
def test_each_wave_has_its_size_and_the_same_people_each_time(ids: set[int], sizes: list[int], campaign: str) -> None:
    given_ids = sorted(ids)
    found = wave_numbers(campaign, given_ids, sizes)
    counts = Counter(found)
    left = len(given_ids)
    for number, size in enumerate(sizes, 1):
        assert counts.get(number, 0) == min(size, left)
        left -= min(size, left)
    assert counts.get(0, 0) == left
    assert wave_numbers(campaign, given_ids, sizes) == found
    turned = list(reversed(given_ids))
    assert dict(zip(turned, wave_numbers(campaign, turned, sizes), strict=True)) == dict(
        zip(given_ids, found, strict=True)
    )


def test_a_wave_is_a_fair_sample() -> None:
    first = [id for id, wave in zip(range(20_000), wave_numbers("abc", range(20_000), (2000, 18_000)), strict=True)
             if wave == 1]  # fmt: skip
    assert 850 < sum(1 for id in first if id < 10_000) < 1150
    assert 850 < sum(1 for id in first if id % 2) < 1150


def test_waves_start_by_an_interval_or_at_their_times() -> None:
    schedule = Schedule(kind="at", local_time="2026-03-28T21:00", zone="Europe/Amsterdam")
    assert starts(Waves(sizes=(10, 20), every_minutes=90), schedule, START) == (
        START, START + timedelta(minutes=90), START + timedelta(minutes=180),
    )  # fmt: skip
    night = Waves(sizes=(50, 50), rest="leave", times=("2026-03-29T02:30",))
    assert starts(night, schedule, START) == (START, datetime(2026, 3, 29, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("times", "code"),
    [
        (("2026-03-28T20:30",), "waves-not-rising"), (("soon",), "time-unreadable"), ((), None),
        (("2026-03-29T10:00",), "waves-without-time"),
    ],
)
def test_times_that_cannot_be(times: tuple[str, ...], code: str | None) -> None:
    schedule = Schedule(kind="at", local_time="2026-03-28T21:00", zone="Europe/Amsterdam")
    found = starts(Waves(sizes=(10, 20), times=times), schedule, START)
    assert (found.code if isinstance(found, Problem) else None) == code


@pytest.mark.parametrize(
    ("waves", "code"),
    [
        (Waves(sizes=()), "wave-empty"), (Waves(sizes=(10, 0)), "wave-empty"),
        (Waves(sizes=(60, 50)), "waves-over-100"),
        (Waves(sizes=(10,), every_minutes=0), "waves-without-interval"), (Waves(), None),
        (Waves(sizes=(500, 600), unit="people"), None),
    ],
)
def test_sizes_that_cannot_be(waves: Waves, code: str | None) -> None:
    found = problem(waves)
    assert (found.code if found else None) == code
