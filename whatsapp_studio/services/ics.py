"""Decides how calendars are read and written: iCalendar (RFC 5545, through vobject), and tables of title, start, end.

What cannot be read of a calendar is left out and said; what repeats is unfolded within a span of time.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, takewhile
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from whatsapp_studio.base.errors import Problem, UserError
from whatsapp_studio.base.zones import moment_of
from whatsapp_studio.campaigns.agenda import Entry

LARGEST = 10 * 1024 * 1024
MOST = 5_000
_OFTEN = ("HOURLY", "MINUTELY", "SECONDLY")
_COLUMNS = ("title", "start", "end")
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
# A rule is not followed for more turns than a daily one has in a hundred years.
_TURNS = 36_600


class Event(msgspec.Struct, frozen=True):
    """Something in another calendar, from ``starts`` up to ``ends`` (aware UTC).

    ``all_day``: both are days, written as midnight UTC, the last one exclusive.
    """

    title: str
    starts: datetime
    ends: datetime
    all_day: bool = False


class Found(msgspec.Struct, frozen=True):
    """What is in a file, the earliest first, and what of it could not be read."""

    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()


def read(data: bytes, name: str, since: datetime, until: datetime, zone: ZoneInfo) -> Found:
    """What is in a calendar file between two moments (aware).

    ``name`` ends in ``.csv`` for a table; ``zone`` is that of times that name none. Raises ``UserError`` with
    ``calendar-too-large``, ``calendar-unreadable``, ``calendar-no-columns`` or ``calendar-empty``.
    """
    if len(data) > LARGEST:
        raise UserError("calendar-too-large", most=LARGEST // (1024 * 1024))
    text = _decoded(data)
    if not text.strip():
        raise UserError("calendar-empty")
    table = name.lower().endswith(".csv")
    problems: list[Problem] = []
    events = _from_table(text, zone, problems) if table else _from_ics(text, since, until, zone, problems)
    seen = sorted(
        {one for one in events if one.ends > since and one.starts < until}, key=lambda one: (one.starts, one.title)
    )
    if not seen and not problems and not table and "BEGIN:VEVENT" not in text.upper():
        raise UserError("calendar-empty")
    if len(seen) > MOST:
        problems.append(Problem("calendar-cut", "", {"most": MOST}, "warning"))
    return Found(tuple(seen[:MOST]), tuple(problems))


def _decoded(data: bytes) -> str:
    if b"\x00" in data[:400] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UserError("calendar-unreadable")
    for coding in ("utf-16", "utf-8-sig", "cp1252"):
        if coding == "utf-16" and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            return data.decode(coding)
        except UnicodeDecodeError:
            continue
    raise UserError("calendar-unreadable")


# -- iCalendar ---------------------------------------------------------------------------------------


def _from_ics(text: str, since: datetime, until: datetime, zone: ZoneInfo, problems: list[Problem]) -> list[Event]:
    if "BEGIN:VCALENDAR" not in text.upper():
        raise UserError("calendar-unreadable")
    import vobject

    try:
        calendars = [one for one in vobject.readComponents(text, ignoreUnreadable=True) if one.name == "VCALENDAR"]
    except Exception as error:
        # The parser raises errors of many kinds for what is none of the format's.
        raise UserError("calendar-unreadable") from error
    if not calendars:
        raise UserError("calendar-unreadable")
    found: list[Event] = []
    parts = [event for calendar in calendars for event in calendar.contents.get("vevent", ())]
    moved = {(_said(one, "uid"), _when(one, "recurrence_id", zone)) for one in parts if "recurrence-id" in one.contents}
    for n, part in enumerate(parts, 1):
        if _said(part, "status").upper() == "CANCELLED":
            continue
        try:
            found += _unfolded(part, n, since, until, zone, moved, problems)
        except Exception:
            # A single event that is broken in a way of its own does not take the others along.
            problems.append(Problem("event-rule-unreadable", "", {"n": n}, "warning"))
    return found


def _unfolded(
    part: Any, n: int, since: datetime, until: datetime, zone: ZoneInfo, moved: set[tuple[str, datetime | None]],
    problems: list[Problem],
) -> Iterator[Event]:  # fmt: skip
    if "dtstart" not in part.contents:
        problems.append(Problem("event-without-start", "", {"n": n}, "warning"))
        return
    start = part.dtstart.value
    if not isinstance(start, date):
        problems.append(Problem("event-time-unreadable", "", {"n": n, "text": str(start)}, "warning"))
        return
    all_day = not isinstance(start, datetime)
    length = _length(part, start)
    if length < timedelta(0):
        problems.append(Problem("event-ends-before", "", {"n": n}, "warning"))
        return
    title = _said(part, "summary") or _said(part, "location")
    for at in _starts(part, n, start, since - length, until, zone, problems):
        if "recurrence-id" not in part.contents and (_said(part, "uid"), at) in moved:
            continue
        yield Event(title, at, at + length, all_day)


def _starts(
    part: Any, n: int, start: date, since: datetime, until: datetime, zone: ZoneInfo, problems: list[Problem]
) -> Iterator[datetime]:
    rules = [line.value.upper() for line in part.contents.get("rrule", ())]
    if any(f"FREQ={often}" in rule for rule in rules for often in _OFTEN):
        problems.append(Problem("event-too-often", "", {"n": n}, "warning"))
        rules = []
        part.contents.pop("rrule", None)
    repeats = part.getrruleset(addRDate=True) if rules or "rdate" in part.contents else None
    if repeats is None:
        yield _moment(start, zone)
        return
    moments = (_moment(one if isinstance(start, datetime) else one.date(), zone) for one in islice(repeats, _TURNS))
    yield from (at for at in takewhile(lambda at: at < until, moments) if at > since)


def _length(part: Any, start: date) -> timedelta:
    all_day = not isinstance(start, datetime)
    if "duration" in part.contents:
        value = part.duration.value
        length: timedelta = value[0] if isinstance(value, list) else value
        return length
    if "dtend" not in part.contents:
        return _DAY if all_day else timedelta(0)
    end = part.dtend.value
    if isinstance(end, datetime) and isinstance(start, datetime):
        if (end.tzinfo is None) != (start.tzinfo is None):
            end, start = end.replace(tzinfo=None), start.replace(tzinfo=None)
        elif end.tzinfo is not None:
            # An event keeps its length when clocks change between its start and its end.
            end, start = end.astimezone(UTC), start.astimezone(UTC)
        return end - start
    length = _plain(end) - _plain(start)
    return max(length, _DAY) if all_day and length >= timedelta(0) else length


def _plain(value: date) -> datetime:
    return value.replace(tzinfo=None) if isinstance(value, datetime) else datetime.combine(value, time())


def _moment(value: date, zone: ZoneInfo) -> datetime:
    if not isinstance(value, datetime):
        return datetime.combine(value, time(), UTC)
    return moment_of(value, zone) if value.tzinfo is None else value.astimezone(UTC)


def _when(part: Any, name: str, zone: ZoneInfo) -> datetime | None:
    value = getattr(part, name).value
    return _moment(value, zone) if isinstance(value, date) else None


def _said(part: Any, name: str) -> str:
    lines = part.contents.get(name, ())
    return " ".join(str(lines[0].value).split()) if lines else ""


# -- tables ------------------------------------------------------------------------------------------


def _from_table(text: str, zone: ZoneInfo, problems: list[Problem]) -> list[Event]:
    head = text.splitlines()[0]
    between = max(",;\t", key=head.count)
    rows = csv.reader(io.StringIO(text), delimiter=between)
    try:
        lines = list(islice(rows, 100_000))
    except csv.Error as error:
        raise UserError("calendar-unreadable") from error
    names = [one.strip().lower() for one in lines[0]]
    missing = [one for one in _COLUMNS[:2] if one not in names]
    if missing:
        raise UserError("calendar-no-columns", columns=", ".join(missing))
    found = []
    for n, row in enumerate(lines[1:], 1):
        if not any(one.strip() for one in row):
            continue
        said = {name: one.strip() for name, one in zip(names, row, strict=False)}
        event = _row(said, n, zone, problems)
        if event is not None:
            found.append(event)
    if not found and not problems:
        raise UserError("calendar-empty")
    return found


def _row(said: dict[str, str], n: int, zone: ZoneInfo, problems: list[Problem]) -> Event | None:
    if not said.get("start"):
        problems.append(Problem("event-without-start", "", {"n": n}, "warning"))
        return None
    moments: list[tuple[datetime, bool]] = []
    for text in (said["start"], said.get("end") or said["start"]):
        try:
            whole = len(text) == len("2026-12-01")
            value: date = date.fromisoformat(text) if whole else datetime.fromisoformat(text)
        except ValueError:
            problems.append(Problem("event-time-unreadable", "", {"n": n, "text": text[:60]}, "warning"))
            return None
        moments.append((_moment(value, zone), whole))
    (starts, all_day), (ends, whole) = moments
    if all_day != whole:
        starts, ends, all_day = (_midnight(starts), _midnight(ends), True)
    # The last day of a table is meant with it, unlike that of iCalendar.
    ends = ends + _DAY if all_day else ends
    if not said.get("end") and not all_day:
        ends = starts + _HOUR
    if ends < starts:
        problems.append(Problem("event-ends-before", "", {"n": n}, "warning"))
        return None
    return Event(said.get("title", ""), starts, ends, all_day)


def _midnight(at: datetime) -> datetime:
    return at.replace(hour=0, minute=0, second=0, microsecond=0)


# -- writing -----------------------------------------------------------------------------------------


def written(entries: Iterable[Entry], states: dict[str, str], now: datetime) -> str:
    """The entries as an iCalendar file; ``states`` are the words for what their campaigns are in."""
    import vobject
    from vobject.icalendar import utc

    calendar = vobject.iCalendar()
    calendar.add("prodid").value = "-//WhatsApp Studio//Campaigns//EN"
    for entry in entries:
        event = calendar.add("vevent")
        event.add("uid").value = f"{entry.campaign_id}-{entry.wave}-{entry.starts:%Y%m%dT%H%M%SZ}"
        event.add("dtstamp").value = now.astimezone(utc)
        event.add("dtstart").value = entry.starts.astimezone(utc)
        event.add("dtend").value = entry.ends.astimezone(utc)
        event.add("summary").value = entry.title
        event.add("description").value = states.get(entry.state, entry.state)
        event.add("status").value = "TENTATIVE" if entry.state == "draft" else "CONFIRMED"
        event.add("transp").value = "TRANSPARENT"
    text: str = calendar.serialize()
    return text
