"""Every change of the clock from 2026 to 2030 in a dozen zones: a turn over it starts when its wall clock says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.campaigns.programme import Waves
from whatsapp_studio.campaigns.recurrence import upcoming
from whatsapp_studio.campaigns.schedule import last_start, start_of
from whatsapp_studio.campaigns.timing import Timing
from whatsapp_studio.campaigns.turning import draft_of, made_at, turn_of
from whatsapp_studio.campaigns.waves import starts

ZONES = (
    "Europe/Amsterdam", "Europe/London", "Europe/Dublin", "America/New_York", "America/Santiago", "America/Havana",
    "Australia/Lord_Howe", "Pacific/Auckland", "Africa/Cairo", "Africa/Casablanca", "Asia/Beirut", "Antarctica/Troll",
)  # fmt: skip
HOUR = timedelta(hours=1)


def changes(zone: ZoneInfo) -> list[datetime]:
    """The moments (UTC) at which the clock of a zone is put forward or back."""
    hours = [datetime(2026, 1, 1, tzinfo=UTC) + n * HOUR for n in range(5 * 8766)]
    found = []
    for before, after in pairwise(hours):
        if before.astimezone(zone).utcoffset() != after.astimezone(zone).utcoffset():
            low = before
            while low.astimezone(zone).utcoffset() == before.astimezone(zone).utcoffset():
                low += timedelta(minutes=15)
            found.append(low)
    return found


def first_at_or_after(wall: datetime, zone: ZoneInfo) -> datetime:
    """The first moment (UTC) at which a clock shows this time or a later one: told by looking at it."""
    moment = wall.replace(tzinfo=UTC) - timedelta(hours=16)
    while moment.astimezone(zone).replace(tzinfo=None) < wall:
        moment += timedelta(minutes=15)
    return moment


@pytest.mark.parametrize("name", ZONES)
def test_a_turn_over_a_change_of_the_clock_is_where_the_clock_shows_it(name: str) -> None:
    zone = ZoneInfo(name)
    seen = changes(zone)
    assert len(seen) >= 8
    for change in seen:
        before = (change - timedelta(minutes=15)).astimezone(zone).replace(tzinfo=None) + timedelta(minutes=15)
        after = change.astimezone(zone).replace(tzinfo=None)
        forward = after > before
        for wall in (min(before, after), min(before, after) + abs(after - before) / 2, max(before, after)):
            schedule = Schedule(
                kind="recurring", local_time=(wall - timedelta(days=2)).isoformat(), zone=name, rule="FREQ=DAILY"
            )
            found = upcoming(schedule, change - timedelta(days=3), 5)
            (turn,) = [one for one in found if one.local == wall]
            inside = min(before, after) <= wall < max(before, after)
            assert turn.at == first_at_or_after(wall, zone)
            assert (turn.shifted, turn.twice) == (inside and forward, inside and not forward)
            assert len({one.at for one in found}) == 5
            # The same moment for what starts once, and for whoever lives there.
            once = Schedule("at", wall.isoformat(), name, each_zone=True)
            assert start_of(once) == turn.at
            assert Timing(once, change - timedelta(days=2), ZoneInfo("UTC")).of(name, "").not_before == turn.at
            assert turn_of(schedule, turn.at) == turn


@pytest.mark.parametrize("name", ZONES)
def test_waves_at_an_interval_count_hours_and_those_with_times_go_by_the_clock(name: str) -> None:
    zone = ZoneInfo(name)
    for change in changes(zone):
        wall = (change - 2 * HOUR).astimezone(zone).replace(tzinfo=None)
        times = tuple((wall + n * HOUR).isoformat() for n in (24, 48))
        schedule = Schedule("at", wall.isoformat(), name)
        begin = start_of(schedule)
        assert isinstance(begin, datetime)
        apart = starts(Waves(sizes=(1, 1), every_minutes=60), schedule, begin)
        assert isinstance(apart, tuple)
        assert [after - before for before, after in pairwise(apart)] == [HOUR, HOUR]
        stated = starts(Waves(sizes=(1, 1), times=times), schedule, begin)
        assert isinstance(stated, tuple)
        assert [one.astimezone(zone).replace(tzinfo=None) for one in stated] == [wall + n * HOUR for n in (0, 24, 48)]


@pytest.mark.parametrize("name", ZONES)
def test_a_turn_by_each_contacts_clock_is_made_before_any_of_them_and_over_after_all(name: str) -> None:
    schedule = Schedule(
        kind="recurring", local_time="2026-01-01T09:00", zone=name, rule="FREQ=WEEKLY", each_zone=True
    )
    for turn in upcoming(schedule, datetime(2026, 1, 1, tzinfo=UTC), 60):
        made = made_at(schedule, turn)
        once = Schedule("at", turn.local.isoformat(), name, each_zone=True)
        timing = Timing(once, made, ZoneInfo("UTC"))
        leaving = [timing.of(one, "") for one in (*ZONES, "Pacific/Kiritimati", "Pacific/Pago_Pago", "Etc/GMT+12")]
        assert all(one.not_before is not None and made <= one.not_before for one in leaving)
        assert all(one.not_before <= last_start(once, turn.at) for one in leaving if one.not_before is not None)
        assert all(one.late == "send" for one in leaving)


def test_a_turn_takes_the_waves_of_its_campaign_along() -> None:
    from whatsapp_studio.campaigns.draft import Draft

    schedule = Schedule(kind="recurring", local_time="2026-03-27T09:00", zone="Europe/Amsterdam", rule="FREQ=DAILY")
    draft = Draft(name="Spring", schedule=schedule, waves=Waves(sizes=(10,), times=("2026-03-27T21:30",)))
    turns = upcoming(schedule, datetime(2026, 3, 27, tzinfo=UTC), 3)
    made = [draft_of(draft, one, "Turn", one.at) for one in turns]

    assert [one.waves.times for one in made if one.waves] == [
        ("2026-03-27T21:30",), ("2026-03-28T21:30",), ("2026-03-29T21:30",)
    ]  # fmt: skip
    assert {(one.schedule.kind, one.schedule.zone, one.name) for one in made} == {("now", "Europe/Amsterdam", "Turn")}
