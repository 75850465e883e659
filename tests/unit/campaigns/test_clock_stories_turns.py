"""Clock stories of campaigns that recur: each turn once, in its time, by its late rule, whatever dies in between."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.conftest import SettableClock
from tests.fixtures.clockwork import Clockwork, Step, put_in_zones
from tests.fixtures.studio import Workspace, add_people, rooms
from whatsapp_studio.campaigns.draft import Schedule

__all__ = ["rooms"]
AMS, NYC, AKL = "Europe/Amsterdam", "America/New_York", "Pacific/Auckland"
EVERYWHERE = (AKL, AMS, NYC)


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """A campaign that recurs by ``rule`` from ``at`` on, begun at ``now``; see ``test_clock_stories_once``."""

    now: str
    at: str
    rule: str
    script: tuple[Step, ...]
    sends: list[str] = []
    came: list[str] | None = None
    zone: str = AMS
    each: tuple[str, ...] = ()
    late: str = "send"
    minutes: int | None = None
    state: str = "scheduled"
    reason: str = ""


def daily(*script: Step, **more: Any) -> Story:
    """Every day at 9 from Monday, 1 June 2026, on; begun an hour before."""
    return Story(now="2026-06-01T08:00", at="2026-06-01T09:00", rule="FREQ=DAILY", script=script, **more)


def run(until: str) -> Step:
    return "run", until


def sleep(until: str) -> Step:
    return "sleep", until


LOOK, SEND, SKIP, PAUSE, RESUME = ("look",), ("send",), ("skip",), ("pause",), ("resume",)

STORIES = {
    # The days of rules.
    "every day": daily(run("2026-06-03T12:00"), sends=["06-01 09:00 x2", "06-02 09:00 x2", "06-03 09:00 x2"]),
    "the 31st: months without one are skipped": Story(
        now="2026-01-02T08:00", at="2026-01-31T09:00", rule="FREQ=MONTHLY;BYMONTHDAY=31",
        script=(run("2026-06-01T12:00"),), sends=["01-31 09:00 x2", "03-31 09:00 x2", "05-31 09:00 x2"],
    ),
    "the last day of the month": Story(
        now="2028-01-02T08:00", at="2028-01-31T09:00", rule="FREQ=MONTHLY;BYMONTHDAY=-1",
        script=(run("2028-04-01T12:00"),), sends=["01-31 09:00 x2", "02-29 09:00 x2", "03-31 09:00 x2"],
    ),
    "the last working day": Story(
        now="2026-01-02T08:00", at="2026-01-02T09:00", rule="FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        script=(run("2026-04-01T12:00"),), sends=["01-30 09:00 x2", "02-27 09:00 x2", "03-31 09:00 x2"],
    ),
    "the last Friday": Story(
        now="2026-01-02T08:00", at="2026-01-02T09:00", rule="FREQ=MONTHLY;BYDAY=-1FR",
        script=(run("2026-03-01T12:00"),), sends=["01-30 09:00 x2", "02-27 09:00 x2"],
    ),
    "29 February": Story(
        now="2026-01-02T08:00", at="2026-02-01T09:00", rule="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        script=(run("2032-03-01T12:00"),), sends=["02-29 09:00 x2", "02-29 09:00 x2"],
    ),
    "three times, and done": Story(
        now="2026-06-01T08:00", at="2026-06-01T09:00", rule="FREQ=DAILY;COUNT=3", script=(run("2026-06-09T12:00"),),
        sends=["06-01 09:00 x2", "06-02 09:00 x2", "06-03 09:00 x2"], state="done",
    ),
    "until a day, which counts": Story(
        now="2026-06-01T08:00", at="2026-06-01T09:00", rule="FREQ=DAILY;UNTIL=20260602", state="done",
        script=(run("2026-06-09T12:00"),), sends=["06-01 09:00 x2", "06-02 09:00 x2"],
    ),
    "every two weeks over the change of the clock": Story(
        now="2026-03-16T08:00", at="2026-03-16T09:00", rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
        script=(run("2026-04-14T12:00"),), sends=["03-16 09:00 x2", "03-30 09:00 x2", "04-13 09:00 x2"],
    ),
    "every night at half past two, when it is skipped once": Story(
        now="2026-03-27T20:00", at="2026-03-28T02:30", rule="FREQ=DAILY", script=(run("2026-03-30T12:00"),),
        sends=["03-28 02:30 x2", "03-29 03:00 x2", "03-30 02:30 x2"],
    ),
    "every night at half past two, when it comes twice": Story(
        now="2026-10-24T01:00", at="2026-10-24T02:30", rule="FREQ=DAILY", script=(run("2026-10-26T12:00"),),
        sends=["10-24 02:30 x2", "10-25 02:30 x2", "10-26 02:30 x2"],
    ),
    "begun in the middle: what was before does not count": Story(
        now="2026-06-03T10:00", at="2026-06-01T09:00", rule="FREQ=DAILY", script=(run("2026-06-04T12:00"),),
        sends=["06-04 09:00 x2"], came=["06-04 09:00 started"],
    ),
    # Asleep.
    "four minutes late is not late": daily(
        sleep("2026-06-01T09:04"), LOOK, late="skip", sends=["06-01 09:04 x2"], came=["06-01 09:00 started"]
    ),
    "asleep over a turn: left out, the next follows": daily(
        sleep("2026-06-01T11:00"), run("2026-06-02T12:00"), late="skip", sends=["06-02 09:00 x2"],
        came=["06-01 09:00 skipped late", "06-02 09:00 started"],
    ),
    "asleep over a turn: sent late": daily(
        sleep("2026-06-01T11:00"), LOOK, sends=["06-01 11:00 x2"], came=["06-01 09:00 started"]
    ),
    "asleep over three turns: only the last is sent": daily(
        sleep("2026-06-03T11:00"), run("2026-06-04T10:00"), sends=["06-03 11:00 x2", "06-04 09:00 x2"],
        came=[
            "06-01 09:00 skipped overtaken", "06-02 09:00 skipped overtaken", "06-03 09:00 started",
            "06-04 09:00 started",
        ],
    ),
    "asleep over three turns, awake within the tolerance of the last": daily(
        sleep("2026-06-03T10:00"), LOOK, late="skip", minutes=60, sends=["06-03 10:00 x2"],
        came=["06-01 09:00 skipped overtaken", "06-02 09:00 skipped overtaken", "06-03 09:00 started"],
    ),
    "asleep over the last turn of all: done": Story(
        now="2026-06-01T08:00", at="2026-06-01T09:00", rule="FREQ=DAILY;COUNT=2", late="skip", state="done",
        script=(sleep("2026-06-09T12:00"), LOOK),
        came=["06-01 09:00 skipped overtaken", "06-02 09:00 skipped late"],
    ),
    "asked about, and sent; the turns that passed meanwhile are not sent as well": daily(
        sleep("2026-06-01T11:00"), LOOK, sleep("2026-06-02T12:00"), LOOK, SEND, run("2026-06-03T10:00"), late="ask",
        sends=["06-02 12:00 x2", "06-03 09:00 x2"],
        came=["06-01 09:00 started", "06-02 09:00 skipped overtaken", "06-03 09:00 started"],
    ),
    "asked about, and left out": daily(
        sleep("2026-06-01T11:00"), LOOK, SKIP, run("2026-06-02T12:00"), late="ask", sends=["06-02 09:00 x2"],
        came=["06-01 09:00 skipped by-you", "06-02 09:00 started"],
    ),
    "asked about, and nobody answers": daily(
        sleep("2026-06-01T11:00"), run("2026-06-04T12:00"), late="ask", state="paused", reason="late-ask",
        came=["06-01 09:00 asking"],
    ),
    "asked about, and left out days later: it goes on with the next to come": daily(
        sleep("2026-06-01T11:00"), LOOK, run("2026-06-03T12:00"), SKIP, run("2026-06-04T12:00"), late="ask",
        sends=["06-04 09:00 x2"],
        came=[
            "06-01 09:00 skipped by-you", "06-02 09:00 skipped overtaken", "06-03 09:00 skipped overtaken",
            "06-04 09:00 started",
        ],
    ),
    "asked about, answered, and the program dies before it looks": daily(
        sleep("2026-06-01T11:00"), LOOK, SEND, ("restart",), sleep("2026-06-01T20:00"), LOOK, late="ask",
        sends=["06-01 20:00 x2"], came=["06-01 09:00 started"],
    ),
    "asked about, and stopped": daily(
        sleep("2026-06-01T11:00"), LOOK, ("stop",), run("2026-06-03T12:00"), late="ask", state="stopped",
        came=["06-01 09:00 skipped by-you"],
    ),
    # Paused, resumed, stopped.
    "paused over a turn, which is left out then": daily(
        PAUSE, run("2026-06-01T12:00"), RESUME, run("2026-06-02T12:00"), late="skip", sends=["06-02 09:00 x2"],
        came=["06-01 09:00 skipped late", "06-02 09:00 started"],
    ),
    "paused over a turn, which is sent when it is resumed": daily(
        PAUSE, run("2026-06-01T12:00"), RESUME, run("2026-06-01T13:00"), sends=["06-01 12:00 x2"]
    ),
    "paused and resumed between turns": daily(
        run("2026-06-01T12:00"), PAUSE, run("2026-06-01T20:00"), RESUME, run("2026-06-02T12:00"),
        sends=["06-01 09:00 x2", "06-02 09:00 x2"],
    ),
    "all sending paused over a turn": daily(
        ("hold",), run("2026-06-01T12:00"), ("go",), run("2026-06-02T12:00"), late="skip", sends=["06-02 09:00 x2"],
        came=["06-01 09:00 skipped late", "06-02 09:00 started"],
    ),
    "stopped: no turn any more": daily(
        run("2026-06-01T12:00"), ("stop",), run("2026-06-05T12:00"), sends=["06-01 09:00 x2"], state="stopped"
    ),
    # Clocks that jump.
    "the clock goes back an hour after a turn: it is not sent again": daily(
        run("2026-06-01T09:30"), sleep("2026-06-01T08:30"), run("2026-06-02T12:00"),
        sends=["06-01 09:00 x2", "06-02 09:00 x2"],
    ),
    "looked at twice at the same moment": daily(
        run("2026-06-01T09:00"), ("restart",), LOOK, LOOK, sends=["06-01 09:00 x2"]
    ),
    # On each contact's own clock.
    "nine o'clock for each, every day": Story(
        now="2026-05-31T08:00", at="2026-06-01T09:00", rule="FREQ=DAILY;COUNT=2", each=EVERYWHERE, state="done",
        script=(run("2026-06-03T12:00"),),
        sends=[
            "05-31 23:00 x1", "06-01 09:00 x1", "06-01 15:00 x1", "06-01 23:00 x1", "06-02 09:00 x1", "06-02 15:00 x1",
        ],
    ),
    "nine o'clock for each, asleep over Amsterdam's": Story(
        now="2026-05-31T08:00", at="2026-06-01T09:00", rule="FREQ=DAILY;COUNT=1", each=EVERYWHERE, late="skip",
        script=(run("2026-06-01T01:00"), sleep("2026-06-01T12:00"), run("2026-06-02T12:00")), state="done",
        sends=["05-31 23:00 x1", "06-01 15:00 x1"],
    ),
    "nine o'clock for each, made late: who is not late gets it": Story(
        now="2026-05-31T08:00", at="2026-06-01T09:00", rule="FREQ=DAILY;COUNT=1", each=EVERYWHERE, late="skip",
        script=(sleep("2026-06-01T12:00"), run("2026-06-02T12:00")), state="done", sends=["06-01 15:00 x1"],
    ),
    "nine o'clock for each, asleep for days": Story(
        now="2026-05-31T08:00", at="2026-06-01T09:00", rule="FREQ=DAILY;COUNT=1", each=EVERYWHERE, late="skip",
        script=(sleep("2026-06-05T12:00"), LOOK), state="done", came=["06-01 09:00 skipped late"],
    ),
    "nine o'clock for each, asleep for days, and sent all the same": Story(
        now="2026-05-31T08:00", at="2026-06-01T09:00", rule="FREQ=DAILY;COUNT=1", each=EVERYWHERE,
        script=(sleep("2026-06-05T12:00"), LOOK), state="done", sends=["06-05 12:00 x3"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", STORIES)
def test_turns_start_as_stated(rooms: Workspace, clock: SettableClock, name: str) -> None:
    story = STORIES[name]
    stage = Clockwork(rooms, clock, story.zone)
    clock.set(stage.at(story.now))
    ids = add_people(rooms.store, len(story.each) or 2)
    if story.each:
        put_in_zones(rooms, ids, story.each)
    schedule = Schedule(
        kind="recurring", local_time=story.at, zone=story.zone, rule=story.rule, each_zone=bool(story.each),
        late=story.late, late_minutes=story.minutes,  # type: ignore[arg-type]
    )  # fmt: skip
    campaign = stage.launch(schedule)

    stage.play(campaign, story.script)

    kept = rooms.campaigns.get(campaign)
    assert stage.times() == story.sends
    assert (kept.state, kept.pause_reason) == (story.state, story.reason)
    assert story.came is None or stage.came(campaign) == story.came
    assert kept.counts.total == 0
    stage.check()
