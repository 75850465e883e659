"""Clock stories: a message of a journey comes when its rule says, whatever clocks, laptops and travellers do.

Each story is told twice: through the engine alone, and through the live runner on its database.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from tests.fixtures.running import Stage, journey_of
from tests.fixtures.studio import add_people, offer, store
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.motion import begin, due, due_at
from whatsapp_studio.journeys.running import Person, State, setup
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.storage.db import Store

__all__ = ["store"]
replace = msgspec.structs.replace
AMS, NYC, LHI, CAI = "Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo"
DAY = {"amount": 1, "unit": "days"}
TEN = "2026-06-01T10:00+02:00"
NIGHT = "21:00-09:00"


def hours(n: int) -> dict[str, Any]:
    return {"duration": {"amount": n, "unit": "hours"}}


def window(day: int, begin: str, end: str) -> dict[str, Any]:
    return {"until": "window", "window": {"weekdays": [day], "from": begin, "to": end}}


HOUR = hours(1)


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody enters at ``at``, waits as ``wait`` says, and is written to. ``ends`` is what becomes of it, and when.

    ``awake`` are the moments the program looks at its clock, as that shows them (none: it runs all the time);
    ``moved`` the zone that the contact is in by the first of them.
    """

    at: str
    ends: str
    zone: str = AMS
    wait: dict[str, Any] = msgspec.field(default_factory=lambda: {"duration": DAY})
    awake: tuple[str, ...] = ()
    quiet: str = ""
    rule: dict[str, Any] = {}
    moved: str = ""


STORIES = {
    # A day is a day on the contact's clock, be it 23, 23½, 24½ or 25 hours long.
    "day, Amsterdam spring": Story(at="2026-03-28T12:00+01:00", ends="sent 2026-03-29T12:00+02:00"),
    "day, Amsterdam autumn": Story(at="2026-10-24T12:00+02:00", ends="sent 2026-10-25T12:00+01:00"),
    "day, New York spring": Story(zone=NYC, at="2026-03-07T12:00-05:00", ends="sent 2026-03-08T12:00-04:00"),
    "day, New York autumn": Story(zone=NYC, at="2026-10-31T12:00-04:00", ends="sent 2026-11-01T12:00-05:00"),
    "day, Lord Howe spring": Story(zone=LHI, at="2026-10-03T12:00+10:30", ends="sent 2026-10-04T12:00+11:00"),
    "day, Lord Howe autumn": Story(zone=LHI, at="2026-04-04T12:00+11:00", ends="sent 2026-04-05T12:00+10:30"),
    "day, Cairo spring": Story(zone=CAI, at="2026-04-23T12:00+02:00", ends="sent 2026-04-24T12:00+03:00"),
    "day, Cairo autumn": Story(zone=CAI, at="2026-10-29T12:00+03:00", ends="sent 2026-10-30T12:00+02:00"),
    # Hours are counted.
    "24 hours, Amsterdam spring": Story(
        wait=hours(24), at="2026-03-28T12:00+01:00", ends="sent 2026-03-29T13:00+02:00"
    ),
    "24 hours, New York autumn": Story(
        zone=NYC, wait=hours(24), at="2026-10-31T12:00-04:00", ends="sent 2026-11-01T11:00-05:00"
    ),
    "24 hours, Lord Howe autumn": Story(
        zone=LHI, wait=hours(24), at="2026-04-04T12:00+11:00", ends="sent 2026-04-05T11:30+10:30"
    ),
    "24 hours, Cairo spring": Story(
        zone=CAI, wait=hours(24), at="2026-04-23T12:00+02:00", ends="sent 2026-04-24T13:00+03:00"
    ),
    # A time that the clock skips is the first after it; one that comes twice is the first.
    "skipped, Amsterdam": Story(at="2026-03-28T02:30+01:00", ends="sent 2026-03-29T03:00+02:00"),
    "skipped, New York": Story(zone=NYC, at="2026-03-07T02:30-05:00", ends="sent 2026-03-08T03:00-04:00"),
    "skipped, Lord Howe": Story(zone=LHI, at="2026-10-03T02:15+10:30", ends="sent 2026-10-04T02:30+11:00"),
    "skipped, Cairo": Story(zone=CAI, at="2026-04-23T00:30+02:00", ends="sent 2026-04-24T01:00+03:00"),
    "twice, Amsterdam": Story(at="2026-10-24T02:30+02:00", ends="sent 2026-10-25T02:30+02:00"),
    "twice, New York": Story(zone=NYC, at="2026-10-31T01:30-04:00", ends="sent 2026-11-01T01:30-04:00"),
    "twice, Lord Howe": Story(zone=LHI, at="2026-04-04T01:45+11:00", ends="sent 2026-04-05T01:45+11:00"),
    "twice, Cairo": Story(zone=CAI, at="2026-10-28T23:30+03:00", ends="sent 2026-10-29T23:30+03:00"),
    # Quiet hours end by the contact's clock.
    "quiet, Amsterdam spring": Story(
        quiet=NIGHT, wait=hours(12), at="2026-03-28T12:00+01:00", ends="sent 2026-03-29T09:00+02:00"
    ),
    "quiet, Amsterdam autumn": Story(
        quiet=NIGHT, wait=hours(12), at="2026-10-24T12:00+02:00", ends="sent 2026-10-25T09:00+01:00"
    ),
    "quiet, New York spring": Story(
        zone=NYC, quiet=NIGHT, wait=hours(12), at="2026-03-07T12:00-05:00", ends="sent 2026-03-08T09:00-04:00"
    ),
    "quiet, New York autumn": Story(
        zone=NYC, quiet=NIGHT, wait=hours(12), at="2026-10-31T12:00-04:00", ends="sent 2026-11-01T09:00-05:00"
    ),
    "quiet, Lord Howe autumn": Story(
        zone=LHI, quiet=NIGHT, wait=hours(12), at="2026-04-04T12:00+11:00", ends="sent 2026-04-05T09:00+10:30"
    ),
    "quiet, Cairo spring": Story(
        zone=CAI, quiet=NIGHT, wait=hours(11), at="2026-04-23T12:00+02:00", ends="sent 2026-04-24T09:00+03:00"
    ),
    "quiet until a time that is skipped": Story(
        quiet="22:00-02:30", wait=hours(12), at="2026-03-28T12:00+01:00", ends="sent 2026-03-29T03:00+02:00"
    ),
    "quiet until a time that comes twice": Story(
        quiet="22:00-02:30", wait=hours(12), at="2026-10-24T12:00+02:00", ends="sent 2026-10-25T02:30+02:00"
    ),
    "quiet again as the hour comes a second time": Story(
        quiet="22:00-02:30", wait=hours(16), at="2026-10-24T11:10+02:00", ends="sent 2026-10-25T02:30+01:00"
    ),
    # Opening hours.
    "a window that opens in the skipped hour": Story(
        wait=window(6, "02:15", "04:00"), at="2026-03-28T12:00+01:00", ends="sent 2026-03-29T03:00+02:00"
    ),
    "a window on Monday after the change": Story(
        wait=window(0, "09:00", "17:00"), at="2026-10-24T12:00+02:00", ends="sent 2026-10-26T09:00+01:00"
    ),
    # Month ends and leap days.
    "leap day": Story(at="2028-02-28T12:00+01:00", ends="sent 2028-02-29T12:00+01:00"),
    "no leap day": Story(at="2026-02-28T12:00+01:00", ends="sent 2026-03-01T12:00+01:00"),
    "a year's end": Story(at="2026-12-31T12:00+01:00", ends="sent 2027-01-01T12:00+01:00"),
    # Asleep or off: at the next look, once, and as the late rule says.
    "asleep for 5 hours": Story(
        at=TEN, wait=HOUR, awake=("2026-06-01T16:00+02:00",), ends="sent 2026-06-01T16:00+02:00"
    ),
    "asleep for just as long as allowed": Story(
        at=TEN, wait=HOUR, awake=("2026-06-01T23:00+02:00",), ends="sent 2026-06-01T23:00+02:00"
    ),
    "asleep for too long": Story(
        at=TEN, wait=HOUR, awake=("2026-06-01T23:01+02:00",), ends="skipped 2026-06-01T23:01+02:00"
    ),
    "skip, half an hour is on time": Story(
        at=TEN, wait=HOUR, rule={"late": "skip"}, awake=("2026-06-01T11:30+02:00",), ends="sent 2026-06-01T11:30+02:00"
    ),
    "skip, a minute more is late": Story(
        at=TEN, wait=HOUR, rule={"late": "skip"}, awake=("2026-06-01T11:31+02:00",),
        ends="skipped 2026-06-01T11:31+02:00",
    ),
    "ask, on time": Story(
        at=TEN, wait=HOUR, rule={"late": "ask"}, awake=("2026-06-01T11:10+02:00",), ends="sent 2026-06-01T11:10+02:00"
    ),
    "ask, late": Story(
        at=TEN, wait=HOUR, rule={"late": "ask"}, awake=("2026-06-01T11:31+02:00",), ends="asked 2026-06-01T11:31+02:00"
    ),
    "a day late over a day of 23 hours": Story(
        at="2026-03-28T11:00+01:00", wait=hours(1), rule={"late_within": DAY}, awake=("2026-03-29T12:00+02:00",),
        ends="sent 2026-03-29T12:00+02:00",
    ),
    "a minute more than a day of 23 hours": Story(
        at="2026-03-28T11:00+01:00", wait=hours(1), rule={"late_within": DAY}, awake=("2026-03-29T12:01+02:00",),
        ends="skipped 2026-03-29T12:01+02:00",
    ),
    "late into the quiet hours, then too late": Story(
        quiet=NIGHT, at="2026-06-01T19:00+02:00", wait=hours(1), ends="skipped 2026-06-02T09:00+02:00",
        awake=("2026-06-01T23:00+02:00", "2026-06-02T09:00+02:00"),
    ),
    "late into the quiet hours, and allowed": Story(
        quiet=NIGHT, at="2026-06-01T19:00+02:00", wait=hours(1), rule={"late_within": DAY},
        awake=("2026-06-01T23:00+02:00", "2026-06-02T09:00+02:00"), ends="sent 2026-06-02T09:00+02:00",
    ),
    "off for a week": Story(
        at=TEN, wait=HOUR, awake=("2026-06-08T09:00+02:00",), ends="skipped 2026-06-08T09:00+02:00"
    ),
    "asleep over the change of the clocks": Story(
        at="2026-03-28T02:30+01:00", awake=("2026-03-28T23:00+01:00", "2026-03-29T08:00+02:00"),
        ends="sent 2026-03-29T08:00+02:00",
    ),
    # A clock that is wrong for a while.
    "set back before it is due": Story(
        at=TEN, wait=HOUR, awake=("2026-06-01T10:50+02:00", "2026-06-01T09:00+02:00", "2026-06-01T11:00+02:00"),
        ends="sent 2026-06-01T11:00+02:00",
    ),
    "set back after it left": Story(
        at=TEN, wait=HOUR, awake=("2026-06-01T11:00+02:00", "2026-06-01T10:30+02:00", "2026-06-01T11:00+02:00"),
        ends="sent 2026-06-01T11:00+02:00",
    ),
    "two hours fast for a while": Story(
        at=TEN, wait=HOUR, awake=("2026-06-01T12:00+02:00", "2026-06-01T10:05+02:00", "2026-06-01T11:00+02:00"),
        ends="sent 2026-06-01T12:00+02:00",
    ),
    "a day fast for a while": Story(
        at=TEN, wait=HOUR, awake=("2026-06-02T10:05+02:00", "2026-06-01T10:10+02:00", "2026-06-01T11:00+02:00"),
        ends="skipped 2026-06-02T10:05+02:00",
    ),
    # A contact that travels: what was promised stays, quiet hours are those of where it is.
    "flown to New York, by day": Story(
        at="2026-06-01T16:00+02:00", moved=NYC, quiet=NIGHT, awake=("2026-06-02T16:00+02:00",),
        ends="sent 2026-06-02T10:00-04:00",
    ),
    "flown to New York, where it is night": Story(
        at="2026-06-01T12:00+02:00", moved=NYC, quiet=NIGHT, ends="sent 2026-06-02T09:00-04:00",
        awake=("2026-06-02T12:00+02:00", "2026-06-02T09:00-04:00"),
    ),
    "flown to Lord Howe, where it is night": Story(
        at="2026-06-01T16:00+02:00", moved=LHI, quiet=NIGHT, ends="sent 2026-06-03T09:00+10:30",
        awake=("2026-06-02T16:00+02:00", "2026-06-03T08:59+10:30", "2026-06-03T09:00+10:30"),
    ),
}  # fmt: skip


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def journey(story: Story) -> Journey:
    return journey_of(
        "in audience next=x", "x wait next=m", "m send_template next=e failed=e timeout=e", "e end",
        fields={"x": story.wait}, **story.rule,
    )  # fmt: skip


def told(ending: tuple[str, datetime] | None) -> str:
    return f"{ending[0]} {ending[1].astimezone(UTC).isoformat()}" if ending else "waits"


def expected(story: Story) -> str:
    what, _, when = story.ends.partition(" ")
    return told((what, moment(when)))


def test_there_are_enough_stories() -> None:
    assert len(STORIES) >= 40
    assert len({expected(one) for one in STORIES.values()}) > 30


def by_motion(story: Story) -> str:
    """What becomes of the message, by the engine alone; whatever is left to happen must change nothing of it."""
    around = Surroundings(templates={("spring_offer", "nl"): offer()}, quiet=story.quiet, time_zone="UTC")
    known = setup(journey(story), around)
    person = Person(number=1, values={"first_name": "Maria", "time_zone": story.zone}, marketing="yes")
    run = begin(known, State(person=person, entered=moment(story.at)), "in", moment(story.at)).run
    ending: tuple[str, datetime] | None = None
    left = [moment(one) for one in story.awake]
    for _ in range(len(left) or 4):
        now = left.pop(0) if left else due_at(known, run)
        if story.moved:
            values = {**run.state.person.values, "time_zone": story.moved}
            run = replace(run, state=replace(run.state, person=replace(run.state.person, values=values)))
        while not run.end and due_at(known, run) <= now and run.code not in ("sending", "late-ask"):
            made = due(known, run, now)
            run = made.run
            codes = [code for one in made.passed for code, _ in one.reasons]
            what = {"sending": "sent", "late-ask": "asked"}.get(run.code, "skipped" if "late-skipped" in codes else "")
            if what:
                assert ending is None
                ending = what, now
    return told(ending)


@pytest.mark.parametrize("name", STORIES)
def test_by_the_engine(name: str) -> None:
    assert by_motion(STORIES[name]) == expected(STORIES[name])


@pytest.mark.parametrize("name", STORIES)
def test_live(name: str, store: Store) -> None:
    story = STORIES[name]
    stage = Stage(store, moment(story.at))
    stage.quiet = story.quiet
    (maria,) = add_people(store, 1)
    _live_in(store, maria, story.zone)
    plan = stage.publish(journey(story), zone="UTC")
    stage.enter(plan, [maria])
    stage.settle()
    ending: tuple[str, datetime] | None = None
    for now in map(moment, story.awake) if story.awake else _due(stage):
        stage.now = now
        stage.open()  # a program that was started again remembers nothing
        if story.moved:
            _live_in(store, maria, story.moved)
        stage.settle()
        what = _seen(stage)
        if what and ending is None:
            ending = what, now
        assert ending is None or what == ending[0]
    assert told(ending) == expected(story)
    assert len(stage.outbox()) == (ending is not None and ending[0] == "sent")


def _live_in(store: Store, contact: int, zone: str) -> None:
    with store.write() as conn:
        conn.execute("UPDATE contacts SET time_zone = ? WHERE id = ?", (zone, contact))


def _due(stage: Stage) -> Iterator[datetime]:
    until = stage.now + timedelta(days=5)
    while not _seen(stage) and (due := stage.runner.next_due(stage.now)) is not None and due <= until:
        yield due


def _seen(stage: Stage) -> str:
    if stage.outbox():
        return "sent"
    if stage.row(1)["code"] == "late-ask":
        return "asked"
    return "skipped" if "late-skipped" in stage.codes(1) else ""
