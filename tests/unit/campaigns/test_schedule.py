"""Decides which moment a wall-clock time means, over clock changes in many zones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.campaigns.schedule import start_of

ZONES = ("Europe/Amsterdam", "America/New_York", "America/Sao_Paulo", "Asia/Kolkata", "Asia/Kathmandu",
         "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Antarctica/Troll", "Africa/Casablanca",
         "America/St_Johns", "UTC")  # fmt: skip


def at(local: str, zone: str) -> datetime | Problem | None:
    return start_of(Schedule("at", local, zone))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_now_has_no_moment() -> None:
    assert start_of(Schedule()) is None
    assert start_of(Schedule("now", "nonsense", "nowhere")) is None


@pytest.mark.parametrize(
    ("local", "zone", "moment"),
    [
        ("2026-01-15T09:00", "Europe/Amsterdam", "2026-01-15T08:00"),
        ("2026-07-15T09:00", "Europe/Amsterdam", "2026-07-15T07:00"),
        ("2026-12-01T09:00", "Asia/Kolkata", "2026-12-01T03:30"),
        ("2026-12-01", "UTC", "2026-12-01T00:00"),
        # Skipped hours begin when the clock is put forward.
        ("2026-03-29T02:00", "Europe/Amsterdam", "2026-03-29T01:00"),
        ("2026-03-29T02:30", "Europe/Amsterdam", "2026-03-29T01:00"),
        ("2026-03-29T02:59:59", "Europe/Amsterdam", "2026-03-29T01:00"),
        ("2026-03-29T03:00", "Europe/Amsterdam", "2026-03-29T01:00"),
        ("2026-03-29T01:59", "Europe/Amsterdam", "2026-03-29T00:59"),
        ("2026-03-08T02:30", "America/New_York", "2026-03-08T07:00"),
        # Half an hour, and two hours.
        ("2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-03T15:30"),
        ("2026-03-29T02:10", "Antarctica/Troll", "2026-03-29T01:00"),
        # Hours that come twice are the first.
        ("2026-10-25T02:30", "Europe/Amsterdam", "2026-10-25T00:30"),
        ("2026-10-25T02:00", "Europe/Amsterdam", "2026-10-25T00:00"),
        ("2026-10-25T03:00", "Europe/Amsterdam", "2026-10-25T02:00"),
        ("2026-11-01T01:30", "America/New_York", "2026-11-01T05:30"),
        # A time that names its own offset means that.
        ("2026-07-15T09:00+05:30", "Europe/Amsterdam", "2026-07-15T03:30"),
    ],
)
def test_a_wall_clock_time_means_one_moment(local: str, zone: str, moment: str) -> None:
    assert at(local, zone) == utc(moment)


@pytest.mark.parametrize("zone", ["", "Nowhere/Land", "Europe", "../etc/passwd", "/etc/localtime", "a" * 300, "\x00"])
def test_a_zone_that_is_none(zone: str) -> None:
    found = at("2026-12-01T09:00", zone)

    assert isinstance(found, Problem)
    assert (found.code, found.where) == ("zone-unknown", "schedule.zone")


@pytest.mark.parametrize("text", ["", "tomorrow", "2026-13-01T09:00", "2026-12-01T25:00", "2026-02-30", "09:00"])
def test_a_text_that_is_no_time(text: str) -> None:
    found = at(text, "Europe/Amsterdam")

    assert isinstance(found, Problem)
    assert (found.code, found.where) == ("time-unreadable", "schedule.time")


@pytest.mark.parametrize("text", ["0001-01-01T00:00", "9999-12-31T23:59"])
@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/New_York", "UTC"])
def test_the_ends_of_time_raise_nothing(text: str, zone: str) -> None:
    found = at(text, zone)

    assert isinstance(found, datetime) or found.code == "time-unreadable"  # type: ignore[union-attr]


@given(
    st.integers(0, 11 * 366 * 1440).map(lambda n: datetime.fromisoformat("2026-01-01") + timedelta(minutes=n)),
    st.sampled_from(ZONES),
)
def test_the_moment_shows_the_time_asked_for_or_the_first_after_a_gap(wall: datetime, zone: str) -> None:
    found = at(wall.isoformat(), zone)

    assert isinstance(found, datetime) and found.utcoffset() == timedelta(0)
    shown = found.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    assert wall <= shown <= wall + timedelta(hours=2)
    if shown != wall:
        before = (found - timedelta(seconds=1)).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        assert before < wall
    else:
        # Of two moments that show the same time it is the first.
        earlier = [
            (found - timedelta(minutes=m)).astimezone(ZoneInfo(zone)).replace(tzinfo=None) for m in (30, 60, 120)
        ]
        assert wall not in earlier


@given(st.text(max_size=30), st.text(max_size=20))
def test_no_text_raises(local: str, zone: str) -> None:
    assert isinstance(at(local, zone), (datetime, Problem))
