"""Decides what a campaign's schedule is after it was moved to another time, and when it cannot be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec

from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.campaigns.draft import Draft, Schedule
from whatsapp_studio.campaigns.recurrence import pattern_of, turn_at

SNAP = timedelta(minutes=15)
_WALL = "%Y-%m-%dT%H:%M"


def snapped(wall: datetime) -> datetime:
    """The nearest quarter of an hour on that day (of the wall clock); never on the next one."""
    minutes = wall.hour * 60 + wall.minute + (wall.second + wall.microsecond / 1e6) / 60
    quarter = min(round(minutes / 15), 24 * 4 - 1) * 15
    return wall.replace(hour=quarter // 60, minute=quarter % 60, second=0, microsecond=0)


def wall_of(schedule: Schedule) -> datetime | None:
    """The wall-clock time of a schedule; None where it has none, or one that means nothing."""
    try:
        return datetime.fromisoformat(schedule.local_time).replace(tzinfo=None)
    except ValueError:
        return None


def moved_to(draft: Draft, wall: datetime, *, turn: datetime | None = None) -> Schedule:
    """The schedule of a draft that starts at another wall-clock time of its zone.

    Of a series ``turn`` is the wall-clock time of the turn that is moved, and with it the whole series: by hours and
    minutes always, by days where its rule says no more than every so many days, or one or more days of the week.
    Raises ``UserError("move-no-date")`` and ``UserError("move-series-days")``.
    """
    said = draft.schedule
    before = wall_of(said)
    if said.kind == "now" or before is None or zone_of(said.zone) is None:
        raise UserError("move-no-date", name=draft.name)
    if said.kind == "at":
        return msgspec.structs.replace(said, local_time=wall.strftime(_WALL))
    days = (wall.date() - (turn or before).date()).days
    start = datetime.combine(before.date() + timedelta(days=days), wall.time())
    return msgspec.structs.replace(said, local_time=start.strftime(_WALL), rule=_rule(draft, days))


def shifted_waves(draft: Draft, schedule: Schedule) -> Draft:
    """The draft by another schedule; waves with times of their own keep their distance on the clock."""
    before, after = wall_of(draft.schedule), wall_of(schedule)
    waves = draft.waves
    if waves is not None and waves.times and before is not None and after is not None:
        by = after - before
        times = tuple((datetime.fromisoformat(one) + by).strftime(_WALL) for one in waves.times)
        waves = msgspec.structs.replace(waves, times=times)
    return msgspec.structs.replace(draft, schedule=schedule, waves=waves)


def moment(schedule: Schedule, wall: datetime) -> datetime:
    """The moment (UTC) at which the clock of the schedule's zone shows ``wall``, or first does after a gap."""
    zone = zone_of(schedule.zone)
    return turn_at(wall, zone).at if zone is not None else wall.replace(tzinfo=UTC)


def _rule(draft: Draft, days: int) -> str:
    rule = draft.schedule.rule
    if not days:
        return rule
    pattern = pattern_of(rule)
    if pattern is None or pattern.until is not None or pattern.every == "month":
        raise UserError("move-series-days", name=draft.name)
    if pattern.every == "week" and pattern.days:
        return msgspec.structs.replace(pattern, days=tuple(sorted((one + days) % 7 for one in pattern.days))).rule()
    return rule
