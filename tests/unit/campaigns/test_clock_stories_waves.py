"""Clock stories of sends in waves: over midnight and changes of the clock, late, held, paused; nobody in two."""

from __future__ import annotations

import msgspec
import pytest

from tests.conftest import SettableClock
from tests.fixtures.clockwork import Clockwork, Step, put_in_zones
from tests.fixtures.studio import Workspace, add_people, rooms
from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.campaigns.programme import Waves
from whatsapp_studio.campaigns.waves import wave_numbers
from whatsapp_studio.storage.campaign_log import CampaignLog
from whatsapp_studio.storage.waves import WaveStore

__all__ = ["rooms"]
AMS, NYC = "Europe/Amsterdam", "America/New_York"
HALVES = Waves(sizes=(20, 30), every_minutes=60)


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """Ten people in ``waves`` from ``at`` on (at once where it is empty); see ``test_clock_stories_once``.

    ``states`` are those of the waves in the end; ``left`` are people for whom no wave had room.
    """

    now: str
    at: str = ""
    waves: Waves
    script: tuple[Step, ...]
    sends: list[str] = []
    states: str = "open open open"
    zone: str = AMS
    late: str = "send"
    left: int = 0
    state: str = "done"
    reason: str = ""


def run(until: str) -> Step:
    return "run", until


def sleep(until: str) -> Step:
    return "sleep", until


def evening(waves: Waves, *script: Step, sends: list[str], **more: object) -> Story:
    return Story(now="2026-06-01T20:00", at="2026-06-01T22:00", waves=waves, script=script, sends=sends, **more)  # type: ignore[arg-type]


LOOK, SEND, SKIP, PAUSE, RESUME = ("look",), ("send",), ("skip",), ("pause",), ("resume",)

STORIES = {
    "two, three and the rest over midnight": evening(
        HALVES, run("2026-06-02T12:00"), sends=["06-01 22:00 x2", "06-01 23:00 x3", "06-02 00:00 x5"]
    ),
    "at once": Story(
        now="2026-06-01T20:00", waves=HALVES, script=(run("2026-06-02T12:00"),),
        sends=["06-01 20:00 x2", "06-01 21:00 x3", "06-01 22:00 x5"],
    ),
    "over the night in which the clock is put forward: hours are counted": Story(
        now="2026-03-28T20:00", at="2026-03-29T00:30", waves=HALVES, script=(run("2026-03-29T12:00"),),
        sends=["03-29 00:30 x2", "03-29 01:30 x3", "03-29 03:30 x5"],
    ),
    "over the night in which the clock is put back": Story(
        now="2026-10-24T20:00", at="2026-10-25T01:30", waves=HALVES, script=(run("2026-10-25T12:00"),),
        sends=["10-25 01:30 x2", "10-25 02:30 x3", "10-25 02:30 x5"],
    ),
    "a time of its own that is skipped": Story(
        now="2026-03-28T20:00", at="2026-03-29T01:00", script=(run("2026-03-29T12:00"),),
        waves=Waves(sizes=(50,), times=("2026-03-29T02:30",)), sends=["03-29 01:00 x5", "03-29 03:00 x5"],
        states="open open",
    ),
    "what is left over gets nothing": evening(
        Waves(sizes=(2, 3), unit="people", rest="leave"), run("2026-06-02T12:00"), left=5, states="open open",
        sends=["06-01 22:00 x2", "06-01 23:00 x3"],
    ),
    "a wave a day": evening(
        Waves(sizes=(1, 1), unit="people", every_minutes=1440), run("2026-06-05T12:00"),
        sends=["06-01 22:00 x1", "06-02 22:00 x1", "06-03 22:00 x8"],
    ),
    # Late.
    "asleep over the second: those after it keep their distance": evening(
        HALVES, run("2026-06-01T22:10"), sleep("2026-06-02T08:00"), run("2026-06-02T12:00"),
        sends=["06-01 22:00 x2", "06-02 08:00 x3", "06-02 09:00 x5"],
    ),
    "asleep over the second, with times of their own: both as soon as they can": evening(
        Waves(sizes=(20, 30), times=("2026-06-01T23:00", "2026-06-02T00:00")), run("2026-06-01T22:10"),
        sleep("2026-06-02T08:00"), run("2026-06-02T12:00"), sends=["06-01 22:00 x2", "06-02 08:00 x8"],
    ),
    "asleep over the start: all move on": evening(
        HALVES, sleep("2026-06-02T08:00"), run("2026-06-02T12:00"),
        sends=["06-02 08:00 x2", "06-02 09:00 x3", "06-02 10:00 x5"],
    ),
    "asleep over the start, and left out": evening(
        HALVES, sleep("2026-06-02T08:00"), run("2026-06-02T12:00"), late="skip", sends=[],
        states="open waiting waiting",
    ),
    "asleep over the start, asked about and sent": evening(
        HALVES, sleep("2026-06-02T08:00"), LOOK, run("2026-06-02T09:00"), SEND, run("2026-06-02T12:00"), late="ask",
        sends=["06-02 09:00 x2", "06-02 10:00 x3", "06-02 11:00 x5"],
    ),
    "two minutes late moves nothing": evening(
        HALVES, run("2026-06-01T22:30"), sleep("2026-06-01T23:02"), run("2026-06-02T12:00"),
        sends=["06-01 22:00 x2", "06-01 23:02 x3", "06-02 00:00 x5"],
    ),
    # Paused, begun anew, put back.
    "paused over the second": evening(
        HALVES, run("2026-06-01T22:10"), PAUSE, run("2026-06-02T08:00"), RESUME, run("2026-06-02T12:00"),
        sends=["06-01 22:00 x2", "06-02 08:00 x3", "06-02 09:00 x5"],
    ),
    "the program dies between waves": evening(
        HALVES, run("2026-06-01T22:10"), ("restart",), run("2026-06-01T23:00"), ("restart",), run("2026-06-02T12:00"),
        sends=["06-01 22:00 x2", "06-01 23:00 x3", "06-02 00:00 x5"],
    ),
    "the clock goes back between waves": evening(
        HALVES, run("2026-06-01T23:05"), sleep("2026-06-01T22:05"), run("2026-06-02T12:00"),
        sends=["06-01 22:00 x2", "06-01 23:00 x3", "06-02 00:00 x5"],
    ),
    "stopped after the first": evening(
        HALVES, run("2026-06-01T22:10"), ("stop",), run("2026-06-02T12:00"), sends=["06-01 22:00 x2"],
        states="open waiting waiting", state="stopped",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", STORIES)
def test_waves_open_as_stated(rooms: Workspace, clock: SettableClock, name: str) -> None:
    story = STORIES[name]
    stage = Clockwork(rooms, clock, story.zone)
    clock.set(stage.at(story.now))
    add_people(rooms.store, 10)
    schedule = Schedule(
        kind="at" if story.at else "now", local_time=story.at, zone=story.zone, late=story.late,  # type: ignore[arg-type]
    )  # fmt: skip
    campaign = stage.launch(schedule, waves=story.waves)

    stage.play(campaign, story.script)

    kept = rooms.campaigns.get(campaign)
    assert stage.times() == story.sends
    assert (kept.state, kept.pause_reason) == (story.state, story.reason)
    assert " ".join(wave.state for wave in WaveStore(rooms.store).of(campaign)) == story.states
    assert rooms.campaigns._kept.reasons(campaign).get("no-wave", 0) == story.left
    assert kept.counts.total == 10
    stage.check()


def held(stage: Clockwork, rooms: Workspace, percent: int | None, failing: int) -> str:
    """Five people and then five; so many of the first fail."""
    ids = add_people(rooms.store, 10)
    campaign = stage.launch(
        Schedule("at", "2026-06-01T09:00", AMS), waves=Waves(sizes=(50,), hold_percent=percent), fail_percent=100
    )
    first = [id for id, n in zip(ids, wave_numbers(campaign, ids, (5, 5)), strict=True) if n == 1]
    stage.fails = frozenset(first[:failing])
    return campaign


@pytest.fixture
def stage(rooms: Workspace, clock: SettableClock) -> Clockwork:
    made = Clockwork(rooms, clock, AMS)
    clock.set(made.at("2026-06-01T08:00"))
    return made


@pytest.mark.parametrize(
    ("percent", "failing", "goes_on"), [(20, 1, True), (19, 1, False), (0, 1, False), (None, 5, True)]
)
def test_a_wave_is_held_where_more_of_those_before_failed_than_is_allowed(
    stage: Clockwork, rooms: Workspace, percent: int | None, failing: int, goes_on: bool
) -> None:
    campaign = held(stage, rooms, percent, failing)
    stage.run(stage.at("2026-06-01T18:00"))

    kept = rooms.campaigns.get(campaign)
    assert stage.times() == (["06-01 09:00 x5", "06-01 10:00 x5"] if goes_on else ["06-01 09:00 x5"])
    assert (kept.state, kept.pause_reason) == (("done", "") if goes_on else ("paused", "wave-held"))
    log = CampaignLog(rooms.store).of(campaign)
    told = [(one.code, one.facts.get("failed"), one.facts.get("settled")) for one in log]
    assert told == ([] if goes_on else [("wave-held", failing, 5)])
    stage.check()


def test_a_held_wave_opens_when_a_person_lets_it_go_on(stage: Clockwork, rooms: Workspace) -> None:
    campaign = held(stage, rooms, 10, 3)
    stage.run(stage.at("2026-06-01T12:00"))
    assert [one.state for one in WaveStore(rooms.store).of(campaign)] == ["open", "held"]

    rooms.campaigns.resume(campaign)
    stage.run(stage.at("2026-06-01T18:00"))

    assert stage.times() == ["06-01 09:00 x5", "06-01 12:00 x5"]
    assert rooms.campaigns.get(campaign).state == "done"
    assert [one.state for one in WaveStore(rooms.store).of(campaign)] == ["open", "open"]
    stage.check()


def test_a_held_wave_that_is_stopped_leaves_its_people_out(stage: Clockwork, rooms: Workspace) -> None:
    campaign = held(stage, rooms, 10, 3)
    stage.run(stage.at("2026-06-01T12:00"))

    rooms.campaigns.stop(campaign)
    stage.run(stage.at("2026-06-01T18:00"))

    assert stage.times() == ["06-01 09:00 x5"]
    assert rooms.campaigns._kept.reasons(campaign) == {"stopped": 5}
    stage.check()


def test_by_each_contacts_clock_nobody_is_before_their_wave(stage: Clockwork, rooms: Workspace) -> None:
    ids = add_people(rooms.store, 10)
    put_in_zones(rooms, ids, (AMS,) * 5 + (NYC,) * 5)
    noon = Schedule("at", "2026-06-01T12:00", AMS, each_zone=True)
    campaign = stage.launch(noon, waves=Waves(sizes=(50,), every_minutes=60))
    stage.run(stage.at("2026-06-02T12:00"))

    waves = dict(zip(ids, wave_numbers(campaign, ids, (5, 5)), strict=True))
    hours = {who: at.astimezone(stage.zone).hour for at, who, _ in stage.sent}
    assert hours == {who: 18 if who in ids[5:] else 11 + waves[who] for who in ids}
    stage.check()
