"""Decides how a campaign is moved to another time: a draft is saved, one that waits is moved with all its messages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from whatsapp_studio.audience.zones import zone_for
from whatsapp_studio.base.clock import Clock, iso
from whatsapp_studio.base.errors import Problem, UserError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.zones import machine_zone, moment_of, zone_of
from whatsapp_studio.campaigns import waves
from whatsapp_studio.campaigns.agenda import Entry
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.draft import Draft, Schedule
from whatsapp_studio.campaigns.moving import moved_to, shifted_waves, wall_of
from whatsapp_studio.campaigns.recurrence import Turn, next_turn
from whatsapp_studio.campaigns.schedule import start_of
from whatsapp_studio.services.noting import Noting
from whatsapp_studio.storage.campaigns import CampaignStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.moving import first_of, move, waves_of
from whatsapp_studio.storage.turns import TurnStore


class Rescheduling:
    """Moves campaigns in time, and back. Times are aware UTC; wall-clock times are of the schedule's zone."""

    def __init__(self, store: Store, clock: Clock, tell: Tell, wake: Callable[[], None]) -> None:
        self._store, self._campaigns = store, CampaignStore(store)
        self._clock, self._tell, self._wake = clock, tell, wake
        self._audit = Noting(store, clock, "campaign")

    def move(self, campaign_id: str, wall: datetime, *, turn: datetime | None = None) -> Campaign:
        """Let it start at another time on the wall; of a series ``turn`` is the time of the turn that was moved.

        Raises as :meth:`reschedule` and ``campaigns.moving.moved_to`` do.
        """
        draft = self._campaigns.get(campaign_id).draft
        return self.reschedule(campaign_id, moved_to(draft, wall, turn=turn))

    def drop(self, entry: Entry, to: datetime) -> Campaign:
        """Let what is at an entry of the calendar start at another moment (aware); of a series, all of it.

        Raises as :meth:`move`.
        """
        zone = zone_of(entry.zone) or ZoneInfo("UTC")
        before = wall_of(self._campaigns.get(entry.campaign_id).draft.schedule)
        wall = to.astimezone(zone).replace(tzinfo=None)
        if entry.turns:
            return self.move(entry.campaign_id, wall, turn=entry.starts.astimezone(zone).replace(tzinfo=None))
        if entry.each_zone and before is not None:
            wall = before + (to - entry.starts)
        return self.move(entry.campaign_id, wall)

    def reschedule(self, campaign_id: str, schedule: Schedule, *, back: bool = False) -> Campaign:
        """Let it go by another schedule; ``back`` for one that it had before, which may be over for a draft.

        Raises ``UserError`` with ``move-into-past``, ``move-into-past-somewhere``, ``move-left-already`` or
        ``move-not-scheduled``. Everything is in one transaction.
        """
        now = self._clock.now()
        with self._store.write():
            before = self._campaigns.get(campaign_id)
            draft = shifted_waves(before.draft, schedule)
            if before.state == "draft":
                if not back:
                    self._still_to_come(schedule, now)
                after = self._campaigns.save_draft(campaign_id, draft, now)
            elif before.state == "scheduled":
                after = self._moved(before, draft, now)
            else:
                raise UserError("move-not-scheduled", name=before.name)
            self._audit(
                "campaign-moved", campaign_id, before.name, {"starts": before.draft.schedule.local_time},
                {"starts": schedule.local_time},
            )  # fmt: skip
        self._wake()
        self._tell(Changes(campaigns=frozenset({campaign_id}), sending=True, audit=True))
        return after

    def _moved(self, before: Campaign, draft: Draft, now: datetime) -> Campaign:
        schedule = draft.schedule
        self._still_to_come(schedule, now)
        if before.recurs:
            turn = self._next_day(before, schedule, now)
            if turn is None:
                raise UserError("move-into-past")
            move(self._store, before.id, draft, turn.at, now)
            return self._campaigns.get(before.id)
        leaves_at = _by_each_clock(schedule) if schedule.each_zone else None
        start = start_of(schedule)
        if leaves_at is not None:
            start = first_of(self._store, before.id, leaves_at) or start
            if isinstance(start, datetime) and start <= now:
                raise UserError("move-into-past-somewhere")
        if not isinstance(start, datetime):
            raise UserError("move-no-date", name=before.name)
        begins = self._wave_starts(before.id, draft, start)
        move(self._store, before.id, draft, start, now, wave_starts=begins, leaves_at=leaves_at)
        return self._campaigns.get(before.id)

    def _next_day(self, before: Campaign, schedule: Schedule, now: datetime) -> Turn | None:
        """The next turn on a day that has had none: by each contact's clock one is made long before all got it."""
        zone = zone_of(before.draft.schedule.zone) or ZoneInfo("UTC")
        started = [one.at for one in TurnStore(self._store).of(before.id) if one.state == "started"]
        days = [at.astimezone(zone).date() for at in started]
        turn = next_turn(schedule, now)
        while turn is not None and days and turn.local.date() <= max(days):
            turn = next_turn(schedule, turn.at)
        return turn

    def _wave_starts(self, campaign_id: str, draft: Draft, start: datetime) -> tuple[datetime, ...]:
        if draft.waves is None:
            return ()
        begins = waves.starts(draft.waves, draft.schedule, start, waves_of(self._store, campaign_id))
        if isinstance(begins, Problem):
            raise UserError(begins.code, **begins.facts)
        return begins

    def _still_to_come(self, schedule: Schedule, now: datetime) -> None:
        start = start_of(schedule)
        if isinstance(start, Problem):
            raise UserError(start.code, **start.facts)
        over = start is not None and start <= now
        if over and (schedule.kind != "recurring" or next_turn(schedule, now) is None):
            raise UserError("move-into-past", at=iso(start) if start else "")


def _by_each_clock(schedule: Schedule) -> Callable[[str, str], datetime]:
    workspace = zone_of(machine_zone()) or ZoneInfo("UTC")
    wall = wall_of(schedule) or datetime.now(UTC).replace(tzinfo=None)
    known: dict[ZoneInfo, datetime] = {}

    def at(time_zone: str, phone: str) -> datetime:
        zone = zone_for(time_zone, phone, "", workspace)
        if zone not in known:
            known[zone] = moment_of(wall, zone)
        return known[zone]

    return at
