"""Chance gives everybody their message: the shares hold, the same person gets the same, and draws are independent."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.campaigns.assignment import HOLDOUT, REST, assigned, treatment_of
from whatsapp_studio.campaigns.chance import drawn, key_of, stirred
from whatsapp_studio.campaigns.programme import Experiment, Treatment
from whatsapp_studio.campaigns.waves import wave_numbers

PEOPLE = range(1, 40_001)


def experiment(*shares: int, **more: int) -> Experiment:
    keys = zip("abcde", shares, strict=False)
    return Experiment(treatments=tuple(Treatment(key=key, share=share) for key, share in keys), **more)


def test_shares_hold_out_and_slice_have_their_sizes() -> None:
    of = assigned("camp", experiment(20, 30, 50, holdout=10, slice=40))
    counts = Counter(map(of, PEOPLE))
    for key, wanted in {HOLDOUT: 0.1, REST: 0.54, "a": 0.072, "b": 0.108, "c": 0.18}.items():
        assert abs(counts[key] / len(PEOPLE) - wanted) < 0.008, key


def test_without_slice_and_hold_out_everybody_gets_one() -> None:
    assert set(map(assigned("camp", experiment(50, 50)), PEOPLE)) == {"a", "b"}


def test_another_campaign_draws_anew_and_waves_say_nothing_of_treatments() -> None:
    first, second = (list(map(assigned(name, experiment(50, 50)), PEOPLE)) for name in ("one", "two"))
    same = sum(one == other for one, other in zip(first, second, strict=True))
    assert abs(same / len(PEOPLE) - 0.5) < 0.01
    waves = wave_numbers("one", PEOPLE, (20_000, 20_000))
    both = sum(1 for wave, key in zip(waves, first, strict=True) if wave == 1 and key == "a")
    assert abs(both / len(PEOPLE) - 0.25) < 0.01


@given(st.text(max_size=12), st.integers(1, 2**40), st.integers(2, 5), st.integers(0, 30), st.integers(1, 100))
def test_somebody_gets_the_same_each_time(campaign: str, contact: int, n: int, holdout: int, part: int) -> None:
    shares = [100 // n] * (n - 1)
    one = experiment(*shares, 100 - sum(shares), holdout=holdout, slice=part)
    assert treatment_of(campaign, contact, one) == treatment_of(campaign, contact, one)


@given(st.text(max_size=8), st.lists(st.integers(1, 2**40), max_size=20))
def test_many_at_once_draw_what_each_draws(campaign: str, ids: list[int]) -> None:
    key = key_of("x", campaign)
    assert [float(value >> 11) / 2**53 for value in map(int, stirred(key, ids))] == [drawn(key, one) for one in ids]
