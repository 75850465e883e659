"""Decides what an entry of the calendar says: on itself, in its tip, and to a screen reader."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import QLocale

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import day
from whatsapp_studio.campaigns.agenda import Entry
from whatsapp_studio.qt.calendar.days import clock_text


def time_of(entry: Entry, zone: ZoneInfo, locale: QLocale) -> str:
    """When it starts, by the clock of the calendar."""
    at = entry.starts.astimezone(zone)
    return clock_text(at.hour * 60 + at.minute, locale)


def title_of(entry: Entry) -> str:
    """Its name, with the number of the wave where it is one."""
    name = entry.title or tr("Without a name")
    return tr("{name} · wave {n}", name=name, n=entry.wave) if entry.wave else name


def spoken(entry: Entry, zone: ZoneInfo, locale: QLocale) -> str:
    """All of it in one line: name, day and time, state."""
    if entry.all_day:
        return tr("{name}, {day}, all day", name=title_of(entry), day=day(entry.starts.date()))
    at = entry.starts.astimezone(zone)
    when = tr("{day} {time}", day=day(at.date()), time=time_of(entry, zone, locale))
    if entry.kind == "busy":
        return tr("{name}, {when}, of another calendar", name=title_of(entry), when=when)
    return tr("{name}, {when}, {state}", name=title_of(entry), when=when, state=wording.state_word(entry.state))


def tip(entry: Entry, zone: ZoneInfo, locale: QLocale) -> str:
    """What its tip says: the same, and what can be done with it."""
    said = [spoken(entry, zone, locale)]
    if entry.turns:
        said.append(tr("A turn of a campaign that recurs."))
    if entry.each_zone:
        said.append(tr("Leaves at that time on each contact's own clock."))
    if entry.movable:
        said.append(tr("Drag it to another time, or press Alt and an arrow key."))
    return "\n".join(said)
