"""Decides what each turn of a campaign that recurs is: a campaign of its own, made in time and named after its day."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

from whatsapp_studio.base.zones import moment_of, zone_of
from whatsapp_studio.campaigns.draft import Draft, Schedule
from whatsapp_studio.campaigns.late import Late, judged
from whatsapp_studio.campaigns.programme import Waves
from whatsapp_studio.campaigns.recurrence import Turn, next_turn
from whatsapp_studio.campaigns.schedule import LAST_CLOCK

# The first clock on earth that shows a time (UTC+14; IANA database).
_FIRST = ZoneInfo("Pacific/Kiritimati")


def turn_of(schedule: Schedule, at: datetime) -> Turn:
    """The turn that starts at a moment (aware); a plain one where the rule names none then."""
    found = next_turn(schedule, at - timedelta(milliseconds=1))
    if found is not None and found.at == at:
        return found
    return Turn(at, at.astimezone(zone_of(schedule.zone) or ZoneInfo("UTC")).replace(tzinfo=None))


def made_at(schedule: Schedule, turn: Turn) -> datetime:
    """When a turn is to be made (UTC): at its start, or before the first clock on earth shows it."""
    return min(turn.at, moment_of(turn.local, _FIRST)) if schedule.each_zone else turn.at


def judged_turn(schedule: Schedule, turn: Turn, now: datetime) -> Late:
    """What becomes of a turn that is due.

    By each contact's clock it is not late before it is so on the last one: until then the late rule is asked of each
    message.
    """
    return judged(schedule, _over_at(schedule, turn), now)


def draft_of(parent: Draft, turn: Turn, name: str, now: datetime) -> Draft:
    """What a turn sends that is made at ``now``: all that its campaign does, at this time.

    By each contact's clock it sends at once where the time is over on all of them, and it is sent all the same.
    Waves with times of their own keep their distance, in days and on the clock, from the day the schedule begins.
    """
    said = parent.schedule
    schedule = Schedule(kind="now", zone=said.zone)
    if said.each_zone and now <= _over_at(said, turn):
        schedule = Schedule(
            kind="at", local_time=turn.local.isoformat(timespec="minutes"), zone=said.zone, each_zone=True,
            late=said.late, late_minutes=said.late_minutes,
        )  # fmt: skip
    waves = _moved(parent.waves, turn.local - datetime.fromisoformat(said.local_time)) if parent.waves else None
    return msgspec.structs.replace(parent, name=name, schedule=schedule, waves=waves)


def name_of(parent: str, turn: Turn, n: int = 1) -> str:
    """The name of a turn; ``n`` tells it from others that have the same."""
    return f"{parent} · {turn.local:%Y-%m-%d}" + (f" ({n})" if n > 1 else "")


def _over_at(schedule: Schedule, turn: Turn) -> datetime:
    return max(turn.at, moment_of(turn.local, LAST_CLOCK)) if schedule.each_zone else turn.at


def _moved(waves: Waves, by: timedelta) -> Waves:
    times = tuple((datetime.fromisoformat(one) + by).isoformat(timespec="minutes") for one in waves.times)
    return msgspec.structs.replace(waves, times=times)
