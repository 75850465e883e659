"""Decides what a calendar shows of campaigns: when each starts, goes and ends, and each turn of those that recur."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Literal

import msgspec

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.campaigns import waves
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.campaigns.recurrence import next_turn, passed
from whatsapp_studio.campaigns.schedule import start_of

Kind = Literal["campaign", "turn", "wave", "busy"]
# What has no length is as long as this on a calendar.
SHORT = timedelta(minutes=30)
_LONGEST = timedelta(days=366)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Something on a calendar, from ``starts`` up to ``ends`` (aware UTC).

    ``state`` is that of its campaign, ``wave`` its number from 2 on, ``turns`` whether it is one of many. ``movable``
    says that it can be moved, of a series all of it. For ``busy``, which is of another calendar, ``calendar`` is its
    id; ``all_day``: ``starts`` and ``ends`` are days, written as midnight UTC, the last one exclusive.
    """

    kind: Kind = "campaign"
    title: str
    starts: datetime
    ends: datetime
    campaign_id: str = ""
    state: str = ""
    wave: int = 0
    turns: bool = False
    movable: bool = False
    each_zone: bool = False
    zone: str = ""
    calendar: int = 0
    all_day: bool = False


def entries(campaigns: Iterable[Campaign], since: datetime, until: datetime, now: datetime) -> list[Entry]:
    """What campaigns have between two moments (aware), the earliest first; the archive and the trash are left out."""
    found = [
        entry
        for campaign in campaigns
        if campaign.archived_at is None and campaign.deleted_at is None
        for entry in _of(campaign, since, until, now)
        if entry.ends > since and entry.starts < until
    ]
    return sorted(found, key=lambda entry: (entry.starts, entry.title))


def _of(campaign: Campaign, since: datetime, until: datetime, now: datetime) -> Iterator[Entry]:
    draft, schedule = campaign.draft, campaign.draft.schedule
    waits = campaign.state in ("draft", "scheduled")
    movable = waits and zone_of(schedule.zone) is not None and not campaign.parent_id
    base = Entry(
        title=campaign.name, starts=now, ends=now, campaign_id=campaign.id, state=campaign.state, movable=movable,
        each_zone=schedule.each_zone, zone=schedule.zone,
    )  # fmt: skip
    if schedule.kind == "recurring" and (campaign.state == "draft" or campaign.recurs):
        if campaign.state in ("done", "stopped"):
            return
        for at in _turns(schedule, max(since - SHORT, now), min(until, since + _LONGEST)):
            yield msgspec.structs.replace(base, kind="turn", starts=at, ends=at + SHORT, turns=True)
        return
    begins = campaign.starts_at or campaign.launched_at
    if campaign.state == "draft":
        start = start_of(schedule)
        if not isinstance(start, datetime):
            return
        begins = start
    if begins is None:
        return
    ends = begins + SHORT
    if campaign.state in ("done", "stopped"):
        ends = max(campaign.finished_at or ends, ends)
    elif not waits:
        ends = max(now, ends)
    yield msgspec.structs.replace(base, starts=begins, ends=ends)
    if draft.waves is not None and campaign.state not in ("done", "stopped"):
        starts = waves.starts(draft.waves, schedule, begins)
        if not isinstance(starts, Problem):
            for n, at in enumerate(starts[1:], 2):
                yield msgspec.structs.replace(
                    base, kind="wave", starts=at, ends=at + SHORT, wave=n, movable=False
                )


def _turns(schedule: Schedule, after: datetime, until: datetime) -> list[datetime]:
    first = next_turn(schedule, after)
    if first is None or first.at >= until:
        return []
    return [turn.at for turn in passed(schedule, after, until)]
