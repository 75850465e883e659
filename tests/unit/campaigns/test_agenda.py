"""What a calendar shows of campaigns."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from whatsapp_studio.campaigns.agenda import SHORT, entries
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.draft import Draft, Schedule
from whatsapp_studio.campaigns.programme import Waves

NOW = datetime(2026, 3, 24, 12, tzinfo=UTC)
SINCE, UNTIL = datetime(2026, 3, 22, 23, tzinfo=UTC), datetime(2026, 4, 5, 22, tzinfo=UTC)
AT = Schedule(kind="at", local_time="2026-03-29T02:30", zone="Europe/Amsterdam")


def campaign(draft: Draft | None = None, **more: Any) -> Campaign:
    draft = draft or Draft(name="Spring", schedule=AT)
    return Campaign(**{"id": "c", "name": draft.name, "draft": draft, "created_at": NOW, "updated_at": NOW, **more})


def test_a_draft_with_a_date_is_there_and_one_without_is_not() -> None:
    (one,) = entries([campaign(), campaign(Draft(name="No date"))], SINCE, UNTIL, NOW)
    # 02:30 is skipped that night: it is the first moment after.
    assert (one.starts, one.ends, one.movable) == (datetime(2026, 3, 29, 1, tzinfo=UTC), one.starts + SHORT, True)


def test_turns_of_a_series_keep_their_time_over_a_clock_change_and_only_those_to_come_are_shown() -> None:
    daily = Schedule("recurring", "2026-03-01T09:00", "Europe/Amsterdam", "FREQ=DAILY;COUNT=31")
    found = entries([campaign(Draft(name="D", schedule=daily), state="scheduled", recurs=True)], SINCE, UNTIL, NOW)
    assert [(one.starts.day, one.starts.hour) for one in found] == [
        (25, 8), (26, 8), (27, 8), (28, 8), (29, 7), (30, 7), (31, 7),
    ]  # fmt: skip
    assert all(one.turns and one.movable for one in found)


def test_waves_follow_and_cannot_be_moved_alone() -> None:
    draft = Draft(name="W", schedule=AT, waves=Waves(sizes=(10, 20), every_minutes=60))
    found = entries([campaign(draft, state="scheduled", starts_at=NOW + timedelta(days=1))], SINCE, UNTIL, NOW)
    assert [(one.kind, one.wave, one.movable) for one in found] == [
        ("campaign", 0, True), ("wave", 2, False), ("wave", 3, False),
    ]  # fmt: skip


def test_what_is_going_lasts_until_now_and_what_is_over_until_its_end() -> None:
    began = NOW - timedelta(hours=5)
    going = campaign(state="sending", launched_at=began)
    over = campaign(state="done", launched_at=began, finished_at=began + timedelta(hours=2))
    assert [(one.ends - one.starts, one.movable) for one in entries([going, over], SINCE, UNTIL, NOW)] == [
        (timedelta(hours=5), False), (timedelta(hours=2), False),
    ]  # fmt: skip


def test_the_archive_and_the_trash_are_not_on_the_calendar() -> None:
    assert entries([campaign(archived_at=NOW), campaign(deleted_at=NOW)], SINCE, UNTIL, NOW) == []
