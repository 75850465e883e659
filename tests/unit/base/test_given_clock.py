"""Decides that a clock of one's own is read from the environment, and that two programs can have the same."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from whatsapp_studio.base.clock import CLOCK, FastClock, SystemClock, given_clock, seconds_until, speed_of
from whatsapp_studio.base.errors import UserError

START = datetime(2026, 12, 7, 8, 0, tzinfo=UTC)


def test_without_one_it_is_the_machines() -> None:
    clock = given_clock({})
    assert isinstance(clock, SystemClock) and speed_of(clock) == 1.0


def test_a_moment_and_a_speed_make_a_clock() -> None:
    clock = given_clock({CLOCK: "2026-12-07T09:00+01:00@1000"})
    assert isinstance(clock, FastClock) and speed_of(clock) == 1000.0
    assert START <= clock.now() < START + timedelta(minutes=10)
    assert seconds_until(clock, clock.now() + timedelta(hours=1)) == pytest.approx(3.6, abs=0.5)


def test_two_programs_that_start_apart_show_the_same() -> None:
    began = time.time() - 60
    given = {CLOCK: f"2026-12-07T09:00+01:00@1000@{began}"}
    first = given_clock(given)
    assert first.now() >= START + timedelta(minutes=1000)
    second = given_clock(given)
    assert abs(second.now() - first.now()) < timedelta(minutes=5)


@pytest.mark.parametrize(
    "given", ["soon", "2026-12-07T09:00+01:00", "2026-12-07T09:00@10", "2026-12-07T09:00Z@0", "2026-12-07T09:00Z@-1",
              "2026-12-07T09:00Z@nan", "2026-12-07T09:00Z@10@yesterday", "@10"],
)  # fmt: skip
def test_what_cannot_be_read_is_said(given: str) -> None:
    with pytest.raises(UserError) as told:
        given_clock({CLOCK: given})
    assert told.value.code == "clock-unreadable"
