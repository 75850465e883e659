"""Calendars of others: what is read of them, what is refused, and in which words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.agenda import Entry
from whatsapp_studio.services import ics
from whatsapp_studio.services.ics import Event, Found

HOME = ZoneInfo("Europe/Amsterdam")
SINCE, UNTIL = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
AMSTERDAM = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


def calendar(*events: str, before: str = "") -> bytes:
    inner = "".join(f"BEGIN:VEVENT\n{one.strip()}\nEND:VEVENT\n" for one in events)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{before}{inner}END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()


def read(data: bytes, name: str = "team.ics") -> Found:
    return ics.read(data, name, SINCE, UNTIL, HOME)


def only(data: bytes, name: str = "team.ics") -> Event:
    found = read(data, name)
    assert not found.problems
    (event,) = found.events
    return event


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type, misc]


def test_a_time_in_utc_in_a_zone_and_on_no_clock_are_each_what_they_mean() -> None:
    named = "UID:1\nSUMMARY:A\nDTSTART;TZID=Europe/Amsterdam:20260701T090000\n"
    named += "DTEND;TZID=Europe/Amsterdam:20260701T100000"
    assert only(calendar(named, before=AMSTERDAM)) == Event("A", utc(2026, 7, 1, 7), utc(2026, 7, 1, 8))
    assert only(calendar("UID:1\nSUMMARY:A\nDTSTART:20260701T090000Z\nDURATION:PT90M")) == Event(
        "A", utc(2026, 7, 1, 9), utc(2026, 7, 1, 10, 30)
    )
    assert only(calendar("UID:1\nSUMMARY:A\nDTSTART:20260101T090000")).starts == utc(2026, 1, 1, 8)


def test_days_stay_days_and_end_before_the_next() -> None:
    one = only(calendar("UID:1\nSUMMARY:Fair\nDTSTART;VALUE=DATE:20260504\nDTEND;VALUE=DATE:20260507"))
    assert one == Event("Fair", utc(2026, 5, 4), utc(2026, 5, 7), True)
    assert only(calendar("UID:1\nSUMMARY:Fair\nDTSTART;VALUE=DATE:20260504")).ends == utc(2026, 5, 5)


def test_what_repeats_keeps_its_time_on_the_clock_over_a_clock_change() -> None:
    weekly = "UID:1\nSUMMARY:W\nDTSTART;TZID=Europe/Amsterdam:20260320T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3"
    found = read(calendar(weekly, before=AMSTERDAM))
    assert [one.starts.hour for one in found.events] == [8, 8, 7]


def test_days_left_out_and_moved_are_where_they_were_moved_to() -> None:
    daily = "UID:1\nSUMMARY:D\nDTSTART:20260601T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4\n"
    daily += "EXDATE:20260602T090000Z"
    moved = "UID:1\nSUMMARY:Later\nRECURRENCE-ID:20260603T090000Z\nDTSTART:20260603T150000Z\nDURATION:PT1H"
    found = read(calendar(daily, moved))
    assert [(one.title, one.starts.day, one.starts.hour) for one in found.events] == [
        ("D", 1, 9), ("Later", 3, 15), ("D", 4, 9),
    ]  # fmt: skip


def test_what_repeats_for_ever_is_unfolded_as_far_as_is_asked() -> None:
    found = read(calendar("UID:1\nSUMMARY:B\nDTSTART;VALUE=DATE:19900412\nRRULE:FREQ=YEARLY"))
    assert [one.starts for one in found.events] == [utc(2026, 4, 12)]


def test_what_was_cancelled_is_not_there() -> None:
    found = read(calendar("UID:1\nSTATUS:CANCELLED\nDTSTART:20260601T090000Z", "UID:2\nDTSTART:20260601T090000Z"))
    assert len(found.events) == 1


def test_a_table_is_read_whatever_its_order_and_what_is_between_its_columns() -> None:
    table = "Start;End;Title\n2026-05-04 09:00;2026-05-04 10:30;Stocktaking\n2026-05-05;2026-05-06;Fair\n"
    assert read(table.encode(), "shop.csv").events == (
        Event("Stocktaking", utc(2026, 5, 4, 7), utc(2026, 5, 4, 8, 30)),
        Event("Fair", utc(2026, 5, 5), utc(2026, 5, 7), True),
    )
    assert only(b"title,start\nCall,2026-05-04T09:00+00:00\n", "a.CSV") == Event(
        "Call", utc(2026, 5, 4, 9), utc(2026, 5, 4, 10)
    )


AT = "DTSTART:20260601T090000Z"
GOOD = "UID:g\nSUMMARY:Good\nDTSTART:20260601T090000Z"
BROKEN: dict[str, tuple[bytes, str, str]] = {
    "nothing": (b"", "a.ics", "calendar-empty"),
    "blanks": (b"  \r\n ", "a.ics", "calendar-empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "a.ics", "calendar-unreadable"),
    "a page": (b"<html><body>Sign in</body></html>", "a.ics", "calendar-unreadable"),
    "prose": (b"Dear all, see you on Tuesday.", "a.ics", "calendar-unreadable"),
    "no events": (calendar(), "a.ics", "calendar-empty"),
    "never closed": (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101T000000Z\n", "a.ics", "calendar-unreadable"),
    "closed twice": (b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "a.ics", "calendar-unreadable"),
    "too large": (b"x" * (ics.LARGEST + 1), "a.ics", "calendar-too-large"),
    "no start": (calendar("UID:1\nSUMMARY:A", GOOD), "a.ics", "event-without-start"),
    "no such day": (calendar("UID:1\nDTSTART:20260231T090000Z", GOOD), "a.ics", "calendar-unreadable"),
    "ends before": (
        calendar("UID:1\nDTSTART:20260601T090000Z\nDTEND:20260601T080000Z", GOOD), "a.ics", "event-ends-before"
    ),
    "every second": (calendar(f"UID:1\n{AT}\nRRULE:FREQ=SECONDLY", GOOD), "a.ics", "event-too-often"),
    "no rule": (calendar(f"UID:1\n{AT}\nRRULE:FREQ=SOMETIMES", GOOD), "a.ics", "event-rule-unreadable"),
    "empty rule": (calendar("UID:1\nDTSTART:20260601T090000Z\nRRULE:", GOOD), "a.ics", "event-rule-unreadable"),
    "table without columns": (b"name,when\nA,2026-05-04\n", "a.csv", "calendar-no-columns"),
    "table without rows": (b"title,start,end\n", "a.csv", "calendar-empty"),
    "table without a start": (b"title,start,end\nA,,2026-05-04\nB,2026-05-04,\n", "a.csv", "event-without-start"),
    "table with no time": (b"title,start,end\nA,next week,\nB,2026-05-04,\n", "a.csv", "event-time-unreadable"),
    "table that ends before": (
        b"title,start,end\nA,2026-05-04 10:00,2026-05-04 09:00\nB,2026-05-04,\n", "a.csv", "event-ends-before"
    ),
    "a calendar called a table": (calendar(GOOD), "a.csv", "calendar-no-columns"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_calendar_is_refused_or_read_without_what_is_broken_and_says_so(case: str) -> None:
    data, name, code = BROKEN[case]
    if code.startswith("calendar-"):
        with pytest.raises(UserError) as refused:
            read(data, name)
        assert refused.value.code == code
        assert code not in wording.sentence(refused.value)
        return
    found = read(data, name)
    assert [one.code for one in found.problems] == [code]
    assert len(found.events) in (1, 2)
    assert code not in wording.sentence(found.problems[0])


def test_more_events_than_there_is_room_for_are_cut_and_that_is_said() -> None:
    rows = "".join(f"E{n},{SINCE + timedelta(minutes=n):%Y-%m-%dT%H:%M},\n" for n in range(1, ics.MOST + 102))
    found = read(f"title,start,end\n{rows}".encode(), "a.csv")
    assert len(found.events) == ics.MOST
    assert [one.code for one in found.problems] == ["calendar-cut"]


def test_our_own_calendar_can_be_read_again() -> None:
    entry = Entry(
        title="Spring; sale, “now”", starts=utc(2026, 3, 29, 1), ends=utc(2026, 3, 29, 2), campaign_id="c1",
        state="draft",
    )  # fmt: skip
    text = ics.written([entry], {"draft": "Draft"}, SINCE)
    assert "STATUS:TENTATIVE" in text
    assert only(text.encode()) == Event(entry.title, entry.starts, entry.ends)
