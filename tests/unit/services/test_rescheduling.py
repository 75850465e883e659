"""Moving campaigns in time: drafts, those that wait with their waves and their people's clocks, and series."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from tests.conftest import SettableClock
from tests.fixtures.studio import Workspace, rooms
from tests.unit.core_services.test_launching import draft, launched
from whatsapp_studio.base import wording
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.agenda import Entry, entries
from whatsapp_studio.campaigns.draft import Draft, Schedule
from whatsapp_studio.campaigns.moving import moved_to, snapped
from whatsapp_studio.campaigns.programme import Waves
from whatsapp_studio.services.rescheduling import Rescheduling

__all__ = ["rooms"]
AT = Schedule(kind="at", local_time="2026-03-10T09:00", zone="Europe/Amsterdam")
WEEKLY = Schedule(kind="recurring", local_time="2026-03-09T09:00", zone="Europe/Amsterdam", rule="FREQ=WEEKLY;BYDAY=MO")


@pytest.fixture
def moving(rooms: Workspace) -> Rescheduling:
    return Rescheduling(rooms.store, rooms.clock, rooms.told.append, lambda: None)  # type: ignore[arg-type]


def wall(*parts: int) -> datetime:
    return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001


def code_of(act: Callable[..., object], *args: object) -> str:
    with pytest.raises(UserError) as refused:
        act(*args)
    assert refused.value.code not in wording.sentence(refused.value)
    return refused.value.code


def leaving(rooms: Workspace, campaign: str) -> list[str]:
    rows = rooms.store.rows("SELECT not_before FROM outbox WHERE campaign_id = ? ORDER BY wave, id", (campaign,))
    return [row["not_before"] for row in rows]


def entry_of(rooms: Workspace, campaign: str) -> Entry:
    now = datetime(2026, 3, 3, 9, tzinfo=UTC)
    found = entries([rooms.campaigns.get(campaign)], now, now + timedelta(days=60), now)
    return found[0]


def test_a_draft_is_dropped_on_another_time_of_its_own_zone(rooms: Workspace, moving: Rescheduling) -> None:
    made = rooms.campaigns.create(draft(schedule=AT)).id
    after = moving.drop(entry_of(rooms, made), datetime(2026, 4, 1, 8, 30, tzinfo=UTC))
    assert after.draft.schedule.local_time == "2026-04-01T10:30"
    assert code_of(moving.drop, entry_of(rooms, made), datetime(2026, 3, 3, 8, tzinfo=UTC)) == "move-into-past"
    assert moving.reschedule(made, AT, back=True).draft.schedule == AT


def test_one_that_waits_is_moved_with_its_waves_and_back(rooms: Workspace, moving: Rescheduling) -> None:
    waves = Waves(sizes=(1, 1), unit="people", times=("2026-03-10T10:00", "2026-03-10T12:00"))
    campaign = launched(rooms, 3, schedule=AT, waves=waves)
    before = leaving(rooms, campaign)
    assert before == ["2026-03-10T08:00:00.000+00:00", "2026-03-10T09:00:00.000+00:00", "2026-03-10T11:00:00.000+00:00"]
    # The clock goes forward on 29 March: the waves keep their time on the wall.
    after = moving.move(campaign, wall(2026, 3, 30, 9))
    assert after.starts_at == datetime(2026, 3, 30, 7, tzinfo=UTC)
    assert leaving(rooms, campaign) == [
        "2026-03-30T07:00:00.000+00:00", "2026-03-30T08:00:00.000+00:00", "2026-03-30T10:00:00.000+00:00",
    ]  # fmt: skip
    starts = [row["starts_at"] for row in rooms.store.rows("SELECT starts_at FROM waves ORDER BY wave")]
    assert starts == leaving(rooms, campaign)
    moving.reschedule(campaign, AT, back=True)
    assert leaving(rooms, campaign) == before


def test_each_persons_message_moves_on_their_own_clock(rooms: Workspace, moving: Rescheduling) -> None:
    campaign = launched(rooms, 2, schedule=Schedule("at", "2026-03-10T09:00", "Europe/Amsterdam", each_zone=True))
    with rooms.store.write() as conn:
        conn.execute("UPDATE outbox SET zone = 'Asia/Tokyo' WHERE id = (SELECT min(id) FROM outbox)")
    after = moving.move(campaign, wall(2026, 3, 12, 9))
    assert leaving(rooms, campaign) == ["2026-03-12T00:00:00.000+00:00", "2026-03-12T08:00:00.000+00:00"]
    assert after.starts_at == datetime(2026, 3, 12, tzinfo=UTC)
    # In Tokyo it is 18:00 already.
    assert code_of(moving.move, campaign, wall(2026, 3, 3, 15)) == "move-into-past-somewhere"


def test_what_has_left_stays_where_it_is(rooms: Workspace, moving: Rescheduling) -> None:
    campaign = launched(rooms, 2, schedule=AT)
    before = leaving(rooms, campaign), rooms.campaigns.get(campaign)
    with rooms.store.write() as conn:
        conn.execute("UPDATE outbox SET attempts = 1 WHERE id = (SELECT min(id) FROM outbox)")
    assert code_of(moving.move, campaign, wall(2026, 3, 12, 9)) == "move-left-already"
    assert (leaving(rooms, campaign), rooms.campaigns.get(campaign)) == before


def test_what_is_on_its_way_or_has_no_date_is_not_moved(rooms: Workspace, moving: Rescheduling) -> None:
    going = launched(rooms)
    assert code_of(moving.move, going, wall(2026, 3, 12, 9)) == "move-no-date"
    assert code_of(moving.reschedule, going, AT) == "move-not-scheduled"


def test_a_series_moves_as_a_whole(rooms: Workspace, moving: Rescheduling) -> None:
    made = rooms.campaigns.create(draft(schedule=WEEKLY)).id
    with rooms.store.write() as conn:
        conn.execute(
            "UPDATE campaigns SET state = 'scheduled', recurs = 1, starts_at = ? WHERE id = ?",
            (iso(datetime(2026, 3, 9, 8, tzinfo=UTC)), made),
        )
    after = moving.drop(entry_of(rooms, made), datetime(2026, 3, 11, 9, tzinfo=UTC))
    assert (after.draft.schedule.local_time, after.draft.schedule.rule) == ("2026-03-11T10:00", "FREQ=WEEKLY;BYDAY=WE")
    # The next turn is this week's Wednesday only once the series has begun.
    assert after.starts_at == datetime(2026, 3, 11, 9, tzinfo=UTC)
    monthly = Draft(name="M", schedule=Schedule("recurring", "2026-03-09T09:00", "UTC", "FREQ=MONTHLY;BYMONTHDAY=9"))
    assert code_of(moved_to, monthly, wall(2026, 3, 10, 9)) == "move-series-days"
    assert moved_to(monthly, wall(2026, 3, 9, 15)).local_time == "2026-03-09T15:00"


def test_times_snap_to_a_quarter_and_stay_on_their_day() -> None:
    day = wall(2026, 3, 10, 0)
    assert snapped(day.replace(hour=9, minute=8)) == day.replace(hour=9, minute=15)
    assert snapped(day.replace(hour=9, minute=7)) == day.replace(hour=9)
    assert snapped(day.replace(hour=23, minute=59)) == day.replace(hour=23, minute=45)


def test_moving_is_noted(rooms: Workspace, moving: Rescheduling, clock: SettableClock) -> None:
    made = rooms.campaigns.create(draft(schedule=AT)).id
    moving.move(made, wall(2026, 3, 12, 9))
    (noted,) = rooms.store.rows("SELECT object FROM audit WHERE action = 'campaign-moved'")
    assert noted["object"] == made


def test_a_series_that_is_moved_starts_on_no_day_twice(rooms: Workspace, moving: Rescheduling) -> None:
    daily = Schedule(
        kind="recurring", local_time="2026-03-03T12:00", zone="Europe/Amsterdam", rule="FREQ=DAILY", each_zone=True
    )
    made = rooms.campaigns.create(draft(schedule=daily)).id
    with rooms.store.write() as conn:
        conn.execute(
            "UPDATE campaigns SET state = 'scheduled', recurs = 1, starts_at = ? WHERE id = ?",
            (iso(datetime(2026, 3, 5, 11, tzinfo=UTC)), made),
        )
        # By each contact's clock the turn of the 4th was made the evening before, in the zone of the schedule.
        conn.execute(
            "INSERT INTO turns (campaign_id, at, state, noted_at) VALUES (?, ?, 'started', ?)",
            (made, iso(datetime(2026, 3, 4, 11, tzinfo=UTC)), iso(datetime(2026, 3, 3, 22, tzinfo=UTC))),
        )
    later = msgspec.structs.replace(daily, local_time="2026-03-03T18:00")
    after = moving.reschedule(made, later)
    assert after.starts_at == datetime(2026, 3, 5, 17, tzinfo=UTC)
