"""Quiet hours by weekday, holiday and clock, over days on which clocks are put forward and back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.audience.quiet import Period, QuietHours, checked, holiday_countries, is_holiday, until
from whatsapp_studio.base.errors import UserError

HERE = ZoneInfo("Europe/Amsterdam")
WEEK = (0, 1, 2, 3, 4)
OFFICE = QuietHours(
    name="Office", periods=(Period(WEEK, "18:00", "09:00"), Period((5, 6), "00:00", "00:00")), holidays="NL"
)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HERE)


@pytest.mark.parametrize(
    ("at", "over"),
    [
        ("2026-11-24T12:00", None), ("2026-11-24T18:00", "2026-11-25T09:00"), ("2026-11-24T22:30", "2026-11-25T09:00"),
        ("2026-11-25T08:59", "2026-11-25T09:00"), ("2026-11-25T09:00", None),
        # Friday evening goes over into the weekend, and that into Monday: its night is Sunday's no more.
        ("2026-11-27T18:30", "2026-11-30T00:00"), ("2026-11-29T12:00", "2026-11-30T00:00"),
        ("2026-11-30T07:00", None),
        # The two days of Christmas are quiet all day, and a weekend follows.
        ("2026-12-24T20:00", "2026-12-28T00:00"), ("2026-12-25T12:00", "2026-12-28T00:00"),
        # The night the clocks are put back, and forward.
        ("2026-10-24T23:00", "2026-10-26T00:00"), ("2026-03-28T23:00", "2026-03-30T00:00"),
    ],
)  # fmt: skip
def test_when_it_is_over(at: str, over: str | None) -> None:
    assert until(local(at), OFFICE, HERE) == (local(over) if over else None)


def test_the_clock_is_that_of_who_is_written_to() -> None:
    at = datetime(2026, 11, 24, 22, 30, tzinfo=UTC)
    night = QuietHours(name="Night", periods=(Period(begin="21:00", end="09:00"),))
    assert until(at, night, ZoneInfo("UTC")) == datetime(2026, 11, 25, 9, tzinfo=UTC)
    assert until(at, night, ZoneInfo("America/New_York")) is None
    assert until(at, night, ZoneInfo("Asia/Kolkata")) == datetime(2026, 11, 25, 3, 30, tzinfo=UTC)


def test_an_hour_that_comes_twice_is_quiet_twice() -> None:
    nap = QuietHours(name="Nap", periods=(Period(begin="02:00", end="02:30"),))
    first = datetime(2026, 10, 25, 0, 10, tzinfo=UTC)
    assert until(first, nap, HERE) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert until(first + timedelta(hours=1), nap, HERE) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_time_that_is_skipped_ends_after_the_gap() -> None:
    early = QuietHours(name="Early", periods=(Period(begin="01:00", end="02:30"),))
    assert until(local("2026-03-29T01:30"), early, HERE) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


clocks = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
periods = st.builds(
    Period, st.lists(st.integers(0, 6), min_size=1, max_size=3, unique=True).map(tuple), clocks, clocks
)


@given(
    st.lists(periods, min_size=1, max_size=3).map(tuple), st.sampled_from(["", "NL", "US"]),
    st.datetimes(datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2027-12-31")),
    st.sampled_from(["Europe/Amsterdam", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"]),
)  # fmt: skip
def test_the_end_is_later_and_not_quiet(some: tuple[Period, ...], country: str, wall: datetime, zone: str) -> None:
    hours, at = QuietHours(name="x", periods=some, holidays=country), wall.replace(tzinfo=UTC)
    over = until(at, hours, ZoneInfo(zone))
    if over is not None:
        assert over > at or until(over, hours, ZoneInfo(zone)) is None
        assert until(over, hours, ZoneInfo(zone)) is None


@pytest.mark.parametrize(
    ("hours", "code"),
    [
        (QuietHours(periods=(Period(),)), "quiet-name-missing"), (QuietHours(name="x"), "quiet-empty"),
        (QuietHours(name="x", periods=(Period(()),)), "quiet-no-days"),
        (QuietHours(name="x", periods=(Period((7,)),)), "quiet-no-days"),
        (QuietHours(name="x", periods=(Period(begin="9:00"),)), "quiet-clock-invalid"),
        (QuietHours(name="x", periods=(Period(end="24:00"),)), "quiet-clock-invalid"),
        (QuietHours(name="x", holidays="XX"), "quiet-holidays-unknown"),
        (QuietHours(name="x", periods=(Period(begin="00:00", end="00:00"),)), "quiet-never-ends"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_told(hours: QuietHours, code: str) -> None:
    with pytest.raises(UserError) as told:
        checked(hours)
    assert told.value.code == code


def test_holidays_are_those_of_the_country() -> None:
    assert {"NL", "US", "BR"} <= set(holiday_countries())
    kings_day = datetime(2026, 4, 27, tzinfo=UTC)
    assert is_holiday(kings_day, "NL") and not is_holiday(kings_day, "US")
    assert checked(QuietHours(name="  Days   off ", holidays="NL")).name == "Days off"
