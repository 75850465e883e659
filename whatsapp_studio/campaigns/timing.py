"""Decides when each person's message may leave, where a campaign goes by the clock of each of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from whatsapp_studio.audience.zones import zone_for
from whatsapp_studio.base.zones import moment_of
from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.campaigns.late import Late, judged


class Leaving(NamedTuple):
    """When a message may leave: ``not_before`` (UTC; None: with its campaign); ``late`` as :func:`late.judged` says."""

    not_before: datetime | None = None
    late: Late = "send"


class Spread(NamedTuple):
    """The first and the last moment (UTC) at which messages may leave, and how many people each zone's clock has."""

    first: datetime
    last: datetime
    zones: Mapping[str, int]


_AT_ONCE = Leaving()


class Timing:
    """When messages of a schedule leave, planned at ``now`` (aware); ``workspace`` is the zone of last resort."""

    def __init__(self, schedule: Schedule, now: datetime, workspace: ZoneInfo) -> None:
        self._schedule, self._now, self._workspace = schedule, now, workspace
        self._each = schedule.each_zone and schedule.kind != "now"
        self._wall = datetime.fromisoformat(schedule.local_time).replace(tzinfo=None) if self._each else now
        self._known: dict[ZoneInfo, Leaving] = {}
        self._counts: dict[ZoneInfo, int] = {}

    def of(self, time_zone: str, phone: str) -> Leaving:
        """For one person; counted for the spread."""
        if not self._each:
            return _AT_ONCE
        zone = zone_for(time_zone, phone, "", self._workspace)
        found = self._known.get(zone)
        if found is None:
            at = moment_of(self._wall, zone)
            found = self._known[zone] = Leaving(at, judged(self._schedule, at, self._now))
        self._counts[zone] = self._counts.get(zone, 0) + 1
        return found

    @property
    def spread(self) -> Spread | None:
        """Of those asked about so far whose message still leaves; None where all leave with the campaign."""
        moments = [one.not_before for one in self._known.values() if one.late != "skip" and one.not_before is not None]
        if not moments:
            return None
        zones = dict(sorted(((str(zone), n) for zone, n in self._counts.items()), key=lambda item: (-item[1], item[0])))
        return Spread(max(min(moments), self._now), max(max(moments), self._now), zones)
