"""Clock stories of campaigns that start once: on time, late by their rule, by each contact's clock, paused over it."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.conftest import SettableClock
from tests.fixtures.clockwork import Clockwork, Step, put_in_zones
from tests.fixtures.studio import Workspace, add_people, rooms
from whatsapp_studio.campaigns.draft import Schedule

__all__ = ["rooms"]
AMS, NYC, LHI, AKL, LON, SYD, UTC = (
    "Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Pacific/Auckland", "Europe/London",
    "Australia/Sydney", "UTC",
)  # fmt: skip
EVERYWHERE = (AKL, AMS, NYC)


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """A campaign is planned at ``now`` to start at ``at`` in ``zone``; ``script`` is what happens to the program then.

    ``sends`` says when messages leave, on the clock of ``zone``; ``left`` how many are left out late, and ``state``
    what the campaign is in the end.
    """

    now: str
    at: str
    script: tuple[Step, ...]
    sends: list[str] = []
    zone: str = AMS
    each: tuple[str, ...] = ()
    late: str = "send"
    minutes: int | None = None
    left: int = 0
    state: str = "done"
    reason: str = ""


MON = "2026-06-01T08:00"
NINE = "2026-06-01T09:00"


def monday(*script: Step, **more: Any) -> Story:
    """A campaign planned on a Monday in June at 8 for 9, to three people."""
    return Story(now=MON, at=NINE, script=script, **more)


STORIES = {
    # On time, whatever the clock does that day.
    "starts when it said": monday(("run", "2026-06-01T12:00"), sends=["06-01 09:00 x3"]),
    "spring in Amsterdam: 02:30 is skipped and it starts at 3": Story(
        now="2026-03-28T20:00", at="2026-03-29T02:30", script=(("run", "2026-03-29T12:00"),), sends=["03-29 03:00 x3"],
    ),
    "autumn in Amsterdam: 02:30 comes twice and the first counts": Story(
        now="2026-10-24T20:00", at="2026-10-25T02:30", script=(("run", "2026-10-25T02:31+02:00"),),
        sends=["10-25 02:30 x3"],
    ),
    "spring in New York": Story(
        now="2027-03-13T20:00", at="2027-03-14T02:15", zone=NYC, script=(("run", "2027-03-14T12:00"),),
        sends=["03-14 03:00 x3"],
    ),
    "spring on Lord Howe moves by half an hour": Story(
        now="2026-10-03T20:00", at="2026-10-04T02:15", zone=LHI, script=(("run", "2026-10-04T12:00"),),
        sends=["10-04 02:30 x3"],
    ),
    "spring in London": Story(
        now="2028-03-25T20:00", at="2028-03-26T01:30", zone=LON, script=(("run", "2028-03-26T12:00"),),
        sends=["03-26 02:00 x3"],
    ),
    "leap day": Story(
        now="2028-02-28T20:00", at="2028-02-29T09:00", script=(("run", "2028-03-01T12:00"),), sends=["02-29 09:00 x3"],
    ),
    "midnight of the new year": Story(
        now="2026-12-31T20:00", at="2027-01-01T00:00", script=(("run", "2027-01-01T01:00"),), sends=["01-01 00:00 x3"],
    ),
    # The program, or the computer, sleeps over the start.
    "four minutes late is not late": monday(
        ("sleep", "2026-06-01T09:04"), ("look",), late="skip", sends=["06-01 09:04 x3"]
    ),
    "late and sent all the same": monday(("sleep", "2026-06-03T15:00"), ("look",), sends=["06-03 15:00 x3"]),
    "late and left out": monday(
        ("sleep", "2026-06-01T09:06"), ("look",), ("run", "2026-06-02T12:00"), late="skip", left=3
    ),
    "late within its two hours": monday(
        ("sleep", "2026-06-01T10:59"), ("look",), late="skip", minutes=120, sends=["06-01 10:59 x3"]
    ),
    "late by exactly its two hours": monday(
        ("sleep", "2026-06-01T11:00"), ("look",), late="skip", minutes=120, sends=["06-01 11:00 x3"]
    ),
    "later than its two hours": monday(
        ("sleep", "2026-06-01T11:01"), ("look",), late="skip", minutes=120, left=3
    ),
    "late and asked about": monday(
        ("sleep", "2026-06-01T13:00"), ("run", "2026-06-02T09:00"), late="ask", state="paused", reason="late-ask"
    ),
    "asked about, and sent": monday(
        ("sleep", "2026-06-01T13:00"), ("look",), ("sleep", "2026-06-01T14:00"), ("send",), ("look",), late="ask",
        sends=["06-01 14:00 x3"],
    ),
    "asked about, and left out": monday(
        ("sleep", "2026-06-01T13:00"), ("look",), ("skip",), ("run", "2026-06-01T18:00"), late="ask", left=3
    ),
    "asked about within the tolerance: not asked": monday(
        ("sleep", "2026-06-01T09:30"), ("look",), late="ask", minutes=60, sends=["06-01 09:30 x3"]
    ),
    "asked about, and resumed: that is to send it": monday(
        ("sleep", "2026-06-01T13:00"), ("look",), ("resume",), ("look",), late="ask", sends=["06-01 13:00 x3"]
    ),
    "asked about, and stopped": monday(
        ("sleep", "2026-06-01T13:00"), ("look",), ("stop",), ("run", "2026-06-01T18:00"), late="ask", state="stopped"
    ),
    "the answer waits while the program is begun anew": monday(
        ("sleep", "2026-06-01T13:00"), ("look",), ("restart",), ("run", "2026-06-01T15:00"), ("send",), ("look",),
        late="ask", sends=["06-01 15:00 x3"],
    ),
    "asleep over a night in which the clock is put forward": Story(
        now="2026-03-28T20:00", at="2026-03-29T01:30", late="skip", minutes=60, sends=["03-29 03:20 x3"],
        script=(("sleep", "2026-03-29T03:20"), ("look",)),
    ),
    "asleep over a night in which the clock is put back": Story(
        now="2026-10-24T20:00", at="2026-10-25T02:30", late="skip", minutes=60, left=3,
        script=(("sleep", "2026-10-25T02:40+01:00"), ("look",)),
    ),
    "the clock goes back after the start: nobody twice": monday(
        ("run", "2026-06-01T09:10"), ("sleep", "2026-06-01T08:30"), ("run", "2026-06-01T12:00"),
        sends=["06-01 09:00 x3"],
    ),
    "two programs' worth of looks at the same moment": monday(
        ("sleep", "2026-06-01T09:00"), ("look",), ("restart",), ("look",), ("look",), sends=["06-01 09:00 x3"]
    ),
    # Everything is paused over the start: nothing starts meanwhile, and then it goes by its rule.
    "all sending paused over the start, and left out": monday(
        ("hold",), ("run", "2026-06-01T12:00"), ("go",), ("look",), late="skip", left=3
    ),
    "all sending paused over the start, and sent": monday(
        ("hold",), ("run", "2026-06-01T12:00"), ("go",), ("look",), sends=["06-01 12:00 x3"]
    ),
    "paused by a person over the start: resuming it sends it": monday(
        ("pause",), ("run", "2026-06-01T12:00"), ("resume",), ("look",), late="skip", sends=["06-01 12:00 x3"]
    ),
    "paused and resumed before the start": monday(
        ("pause",), ("run", "2026-06-01T08:30"), ("resume",), ("run", "2026-06-01T12:00"), sends=["06-01 09:00 x3"]
    ),
    "stopped before the start": monday(("stop",), ("run", "2026-06-01T12:00"), state="stopped"),
    # On each contact's own clock: Auckland, Amsterdam and New York.
    "nine o'clock for each": Story(
        now="2026-05-31T08:00", at=NINE, each=EVERYWHERE, script=(("run", "2026-06-02T12:00"),),
        sends=["05-31 23:00 x1", "06-01 09:00 x1", "06-01 15:00 x1"],
    ),
    "planned when Auckland's nine o'clock is over, and sent there all the same": Story(
        now="2026-06-01T08:00", at=NINE, each=EVERYWHERE, script=(("run", "2026-06-02T12:00"),),
        sends=["06-01 08:00 x1", "06-01 09:00 x1", "06-01 15:00 x1"],
    ),
    "planned when Auckland's nine o'clock is over, and left out there": Story(
        now="2026-06-01T08:00", at=NINE, each=EVERYWHERE, late="skip", left=1,
        script=(("run", "2026-06-02T12:00"),), sends=["06-01 09:00 x1", "06-01 15:00 x1"],
    ),
    "asleep over one of them: only that one is left out": Story(
        now="2026-05-31T08:00", at=NINE, each=EVERYWHERE, late="skip", left=1,
        script=(("run", "2026-06-01T01:00"), ("sleep", "2026-06-01T12:00"), ("run", "2026-06-02T12:00")),
        sends=["05-31 23:00 x1", "06-01 15:00 x1"],
    ),
    "asleep over the first: it starts for the others": Story(
        now="2026-05-31T08:00", at=NINE, each=EVERYWHERE, late="skip", left=1,
        script=(("sleep", "2026-06-01T07:00"), ("run", "2026-06-02T12:00")),
        sends=["06-01 09:00 x1", "06-01 15:00 x1"],
    ),
    "asleep over all of them: all are left out": Story(
        now="2026-05-31T08:00", at=NINE, each=EVERYWHERE, late="skip", left=3,
        script=(("sleep", "2026-06-03T07:00"), ("run", "2026-06-03T12:00")),
    ),
    "asleep over one of them within the tolerance": Story(
        now="2026-05-31T08:00", at=NINE, each=EVERYWHERE, late="skip", minutes=240,
        script=(("run", "2026-06-01T01:00"), ("sleep", "2026-06-01T12:00"), ("run", "2026-06-02T12:00")),
        sends=["05-31 23:00 x1", "06-01 12:00 x1", "06-01 15:00 x1"],
    ),
    "asleep over one of them, and asked: sent": Story(
        now="2026-05-31T08:00", at=NINE, each=EVERYWHERE, late="ask",
        script=(
            ("run", "2026-06-01T01:00"), ("sleep", "2026-06-01T12:00"), ("look",), ("send",),
            ("run", "2026-06-02T12:00"),
        ),
        sends=["05-31 23:00 x1", "06-01 12:00 x1", "06-01 15:00 x1"],
    ),
    "asleep over one of them, and asked: left out, the others follow": Story(
        now="2026-05-31T08:00", at=NINE, each=EVERYWHERE, late="ask", left=1,
        script=(
            ("run", "2026-06-01T01:00"), ("sleep", "2026-06-01T12:00"), ("look",), ("skip",),
            ("run", "2026-06-02T12:00"),
        ),
        sends=["05-31 23:00 x1", "06-01 15:00 x1"],
    ),
    "each clock, on the night when one of them is put forward": Story(
        now="2026-03-28T08:00", at="2026-03-29T02:30", each=(SYD, AMS, LON), script=(("run", "2026-03-30T12:00"),),
        sends=["03-28 16:30 x1", "03-29 03:00 x1", "03-29 03:30 x1"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", STORIES)
def test_a_campaign_starts_as_stated(rooms: Workspace, clock: SettableClock, name: str) -> None:
    story = STORIES[name]
    stage = Clockwork(rooms, clock, story.zone)
    clock.set(stage.at(story.now))
    ids = add_people(rooms.store, 3)
    if story.each:
        put_in_zones(rooms, ids, story.each)
    campaign = stage.launch(
        Schedule(
            kind="at", local_time=story.at, zone=story.zone, each_zone=bool(story.each), late=story.late,  # type: ignore[arg-type]
            late_minutes=story.minutes,
        )
    )  # fmt: skip

    stage.play(campaign, story.script)

    kept = rooms.campaigns.get(campaign)
    assert stage.times() == story.sends
    assert (kept.state, kept.pause_reason) == (story.state, story.reason)
    assert rooms.campaigns._kept.reasons(campaign).get("late", 0) == story.left
    assert kept.counts.total == 3
    stage.check()
