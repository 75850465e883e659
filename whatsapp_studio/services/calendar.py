"""Decides what is on the calendar of campaigns: theirs, and muted beside them what calendars of others have."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import Problem, UserError, WorldError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.zones import machine_zone, zone_of
from whatsapp_studio.campaigns import agenda
from whatsapp_studio.campaigns.agenda import Entry
from whatsapp_studio.services import ics
from whatsapp_studio.services.noting import Noting
from whatsapp_studio.storage.calendars import Calendar, CalendarStore
from whatsapp_studio.storage.campaigns import CampaignStore
from whatsapp_studio.storage.db import Store

__all__ = ["Calendar", "Calendars", "Entry", "Imported"]
# What repeats is kept so far back and ahead of the day its calendar is read.
_BACK, _AHEAD = timedelta(days=120), timedelta(days=730)


class Imported(msgspec.Struct, frozen=True):
    """What became of a calendar file: what is kept of it, and what of it could not be read."""

    calendar: Calendar
    problems: tuple[Problem, ...] = ()


class Calendars:
    """The calendar of campaigns (``studio.calendar``). All moments are aware."""

    def __init__(self, store: Store, clock: Clock, tell: Tell) -> None:
        self._store, self._kept, self._campaigns = store, CalendarStore(store), CampaignStore(store)
        self._clock, self._tell = clock, tell
        self._audit = Noting(store, clock, "calendar")

    def entries(self, since: datetime, until: datetime) -> list[Entry]:
        """What is on the calendar between two moments: campaigns, and events of the calendars that are shown."""
        own = agenda.entries(self._campaigns.all(), since, until, self._clock.now())
        return sorted([*own, *self._kept.events(since, until)], key=lambda one: (one.starts, one.title))

    def all(self) -> list[Calendar]:
        """The calendars of others."""
        return self._kept.all()

    def bring_in(self, path: Path) -> Imported:
        """Read a calendar from a file (iCalendar, or a table with title, start and end).

        One that was read from there before is read anew. Raises ``UserError`` as ``ics.read`` does, and ``WorldError``
        where the file cannot be read.
        """
        imported = self._read(path)
        self._tell(Changes(calendars=True, audit=True))
        return imported

    def refresh(self, calendar_id: int) -> Imported:
        """Read its file again; raises ``UserError("calendar-gone")`` where that is not there any more."""
        before = self._kept.get(calendar_id)
        path = Path(before.path)
        if not path.is_file():
            raise UserError("calendar-gone", name=before.name, path=before.path)
        imported = self._read(path)
        self._tell(Changes(calendars=True))
        return imported

    def show(self, calendar_id: int, on: bool) -> None:
        """Show its events beside the campaigns, or hide them."""
        self._kept.show(calendar_id, on)
        self._tell(Changes(calendars=True))

    def remove(self, calendar_id: int) -> None:
        """Forget a calendar; its file stays where it is."""
        with self._store.write():
            name = self._kept.get(calendar_id).name
            self._kept.remove(calendar_id)
            self._audit("calendar-removed", calendar_id, name)
        self._tell(Changes(calendars=True, audit=True))

    def export(self, path: Path, since: datetime, until: datetime, states: dict[str, str]) -> int:
        """Write what campaigns have between two moments to an iCalendar file; returns how many events.

        ``states`` are the words for states. Raises ``WorldError("cannot-write")`` where it cannot be written.
        """
        now = self._clock.now()
        own = agenda.entries(self._campaigns.all(), since, until, now)
        try:
            path.write_bytes(ics.written(own, states, now).encode())
        except OSError as error:
            raise WorldError("cannot-write", path=str(path), details=error.strerror or "") from error
        return len(own)

    def _read(self, path: Path) -> Imported:
        now = self._clock.now()
        try:
            data = path.read_bytes()
        except OSError as error:
            raise WorldError("cannot-read", path=str(path), details=error.strerror or "") from error
        zone = zone_of(machine_zone()) or ZoneInfo("UTC")
        found = ics.read(data, path.name, now - _BACK, now + _AHEAD, zone)
        events = [(one.title, one.starts, one.ends, one.all_day) for one in found.events]
        kind: Literal["ics", "csv"] = "csv" if path.suffix.lower() == ".csv" else "ics"
        with self._store.write():
            calendar_id = self._kept.put(path.stem, kind, str(path.absolute()), events, now)
            calendar = self._kept.get(calendar_id)
            self._audit("calendar-imported", calendar_id, calendar.name, after={"count": len(events)})
        return Imported(calendar, found.problems)
