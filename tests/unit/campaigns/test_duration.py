"""When a campaign will be through: by pace, days, limits and what may leave when; a million in no time."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whatsapp_studio.campaigns.duration import Bucket, Finish, forecast
from whatsapp_studio.campaigns.limits import DAY, LIMITS, UNLIMITED, is_known, limit_of, portion

T0 = datetime(2026, 3, 3, 9, tzinfo=UTC)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def all_at_once(n: int, **more: object) -> Finish:
    return forecast(T0, [Bucket(T0, n)], **{"rate": 10.0, **more})  # type: ignore[arg-type]


def test_tiers() -> None:
    assert limit_of("TIER_10K") == 10_000
    assert (limit_of(UNLIMITED), limit_of("TIER_NOT_SET"), limit_of("")) == (None, None, None)
    assert is_known(UNLIMITED) and is_known("TIER_250") and not is_known("") and not is_known("TIER_NOT_SET")
    assert all(1 <= portion(limit) <= limit for limit in LIMITS.values())


def test_nobody_takes_no_time() -> None:
    assert forecast(T0, [], rate=10) == Finish(at=T0, seconds=0.0)
    assert forecast(T0, [Bucket(T0, 0)], rate=10).days == ()


def test_the_rate_alone() -> None:
    found = all_at_once(601)
    assert (found.seconds, found.at, found.limited_by) == (60.0, T0 + timedelta(minutes=1), "rate")
    assert found.days == ((date(2026, 3, 3), 601),)
    assert (found.limit, found.left, found.full_at) == (None, None, None)


def test_who_comes_later_is_waited_for() -> None:
    found = forecast(
        T0, [Bucket(T0, 100), Bucket(T0 + timedelta(hours=2), 50, "waves"), Bucket(T0 - timedelta(hours=1), 10)],
        rate=10.0,
    )  # fmt: skip
    assert found.at == T0 + timedelta(hours=2, seconds=4.9)
    assert found.limited_by == "waves"


def test_a_queue_that_is_still_busy_takes_the_later_ones_in_its_stride() -> None:
    found = forecast(T0, [Bucket(T0, 1000), Bucket(T0 + timedelta(seconds=20), 100, "quiet")], rate=10.0)
    assert (found.seconds, found.limited_by) == (109.9, "rate")


def test_so_many_a_day() -> None:
    found = all_at_once(2500, per_day=1000, zone=AMSTERDAM)
    assert [n for _, n in found.days] == [1000, 1000, 500]
    assert found.at == datetime(2026, 3, 4, 23, tzinfo=UTC) + timedelta(seconds=49.9)
    assert found.limited_by == "day"


@pytest.mark.parametrize(
    ("start", "hours"), [(datetime(2026, 3, 28, 23, tzinfo=UTC), 23), (datetime(2026, 10, 24, 22, tzinfo=UTC), 25)]
)
def test_a_day_may_have_23_or_25_hours(start: datetime, hours: int) -> None:
    found = forecast(start, [Bucket(start, 20)], rate=10.0, per_day=10, zone=AMSTERDAM)
    assert found.at == start + timedelta(hours=hours, seconds=0.9)


def test_what_is_sent_before_midnight_counts_for_that_day() -> None:
    start = datetime(2026, 3, 3, 22, 59, 50, tzinfo=UTC)
    found = forecast(start, [Bucket(start, 300)], rate=10.0, per_day=1000, zone=AMSTERDAM)
    assert found.days == ((date(2026, 3, 3), 100), (date(2026, 3, 4), 200))


def test_metas_limit_spreads_people_over_days() -> None:
    found = all_at_once(20_000, rate=80.0, limit=10_000)
    assert (found.used, found.left, found.limited_by) == (0, 10_000, "tier")
    assert found.full_at == T0 + timedelta(seconds=125)
    assert DAY < found.at - T0 < DAY + timedelta(seconds=260)


def test_those_written_to_before_take_room_until_they_come_free() -> None:
    free_at = T0 + timedelta(hours=3)
    found = all_at_once(100, limit=250, opened={free_at: 240, T0 - timedelta(hours=1): 9})
    assert (found.used, found.left) == (240, 10)
    assert found.at - free_at < timedelta(seconds=10)
    found = all_at_once(100, limit=250, opened={free_at: 300, T0 + timedelta(hours=9): 100})
    assert (found.used, found.left) == (400, 0)
    assert found.at - free_at < timedelta(seconds=10)
    found = all_at_once(200, limit=250, opened={free_at: 300, T0 + timedelta(hours=9): 100})
    assert found.at - (T0 + timedelta(hours=9)) < timedelta(seconds=20)


def test_whoever_costs_nothing_leaves_while_there_is_no_room() -> None:
    found = forecast(
        T0, [Bucket(T0, 50, free=50)], rate=10.0, limit=250, opened={T0 + timedelta(hours=5): 250}
    )
    assert (found.seconds, found.full_at) == (4.9, None)


def test_a_million_takes_no_time() -> None:
    buckets = [Bucket(T0 + timedelta(hours=n), 50_000, "zones") for n in range(20)]
    spent = {T0 + timedelta(minutes=n): 70 for n in range(1, 1440)}
    began = time.process_time()
    found = forecast(T0, buckets, rate=80.0, per_day=90_000, zone=AMSTERDAM, limit=100_000, opened=spent)
    assert time.process_time() - began < 1.0
    assert sum(n for _, n in found.days) == 1_000_000


@given(
    people=st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 400), st.booleans()), max_size=6),
    rate=st.sampled_from([0.5, 3.0, 80.0]),
    per_day=st.none() | st.integers(1, 300),
    limit=st.none() | st.sampled_from([50, 250]),
    opened=st.dictionaries(st.integers(-60, 1440).map(lambda n: T0 + timedelta(minutes=n)), st.integers(0, 90)),
)
@settings(max_examples=150, deadline=None)
def test_everybody_leaves_within_every_limit(
    people: list[tuple[int, int, bool]], rate: float, per_day: int | None, limit: int | None,
    opened: dict[datetime, int],
) -> None:  # fmt: skip
    buckets = [
        Bucket(T0 + timedelta(minutes=minutes), n, "quiet", n if free else 0) for minutes, n, free in people
    ]
    found = forecast(T0, buckets, rate=rate, per_day=per_day, zone=AMSTERDAM, limit=limit, opened=opened)
    total = sum(one.people for one in buckets)
    assert sum(n for _, n in found.days) == total
    assert per_day is None or all(n <= per_day for _, n in found.days)
    assert found.seconds >= (total - 1) / rate - 1e-3 or not total
    waited = [one.at for one in buckets if one.people]
    assert not waited or found.at >= max(waited)
    if limit is not None:
        new = sum(one.people - one.free for one in buckets)
        whole_days = max(0, (new - 1)) // limit
        assert found.at - T0 >= max(timedelta(0), (whole_days - 1) * DAY)
        assert found.left == max(0, limit - found.used)
