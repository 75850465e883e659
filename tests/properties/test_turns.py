"""Any recurrence in any zone, whatever the clock does: each turn starts once at most, none that is to be left out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import SettableClock
from tests.fixtures.clockwork import Clockwork
from tests.fixtures.studio import Workspace, add_people, offer
from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.campaigns.late import tolerance

ZONES = (
    "Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Pacific/Auckland", "Africa/Cairo",
    "America/Santiago", "Asia/Kolkata", "Antarctica/Troll", "Pacific/Kiritimati", "UTC",
)  # fmt: skip
RULES = (
    "FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=DAILY;COUNT=4", "FREQ=WEEKLY;BYDAY=MO,TH,SU", "FREQ=WEEKLY;INTERVAL=2",
    "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYMONTHDAY=29,30,31", "FREQ=MONTHLY;BYDAY=-1SU",
    "FREQ=MONTHLY;BYDAY=2TU",
)  # fmt: skip
# Days on which some clock is put forward or back, and a common one.
DAYS = ("2026-03-07", "2026-03-28", "2026-04-04", "2026-04-23", "2026-09-05", "2026-10-24", "2026-10-29", "2026-06-10")
_HOUR, _DAY = 60, 24 * 60
JUMPS = st.one_of(
    st.tuples(st.just("run"), st.integers(1, 6 * _DAY)), st.tuples(st.just("sleep"), st.integers(1, 5 * _DAY)),
    st.tuples(st.just("back"), st.integers(1, 3 * _HOUR)), st.tuples(st.just("restart"), st.just(0)),
    st.tuples(st.just("answer"), st.integers(0, 1)), st.tuples(st.just("paused"), st.integers(1, 2 * _DAY)),
)  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clockwork]:
    """One workspace with one person, for all examples."""
    clock = SettableClock(datetime(2026, 1, 1, tzinfo=UTC))
    rooms = Workspace(Path(tmp_path_factory.mktemp("turns")), clock)
    rooms.connect()
    rooms.keep_templates(offer())
    add_people(rooms.store, 1)
    yield Clockwork(rooms, clock, "UTC")
    rooms.close()


_NAMES = count(1)


@given(
    rule=st.sampled_from(RULES), zone=st.sampled_from(ZONES), day=st.sampled_from(DAYS),
    quarter=st.integers(0, 95), late=st.sampled_from(["send", "skip", "ask"]),
    minutes=st.sampled_from([None, 0, 30, 600]), jumps=st.lists(JUMPS, max_size=7),
)  # fmt: skip
def test_each_turn_starts_once_at_most_and_none_that_is_to_be_left_out(
    desk: Clockwork, rule: str, zone: str, day: str, quarter: int, late: str, minutes: int | None,
    jumps: list[tuple[str, int]],
) -> None:  # fmt: skip
    first = datetime.fromisoformat(day) + timedelta(minutes=15 * quarter)
    begun = first.replace(tzinfo=UTC) - timedelta(hours=20)
    desk.sent, desk.zone = [], ZoneInfo(zone)
    desk.clock.set(begun)
    desk.restart()
    schedule = Schedule(
        kind="recurring", local_time=first.isoformat(), zone=zone, rule=rule, late=late, late_minutes=minutes  # type: ignore[arg-type]
    )
    campaign = desk.launch(schedule, name=f"Turns {next(_NAMES)}")
    seen = begun
    for what, n in jumps:
        now, step = desk.clock.now(), timedelta(minutes=n)
        match what:
            case "run":
                desk.run(now + step)
            case "sleep":
                desk.sleep(now + step)
            case "back":
                desk.sleep(now - step)
            case "restart":
                desk.restart()
            case "answer" if desk.rooms.campaigns.get(campaign).pause_reason == "late-ask":
                desk.turns.answer_late(campaign, bool(n))
            case "paused" if desk.rooms.campaigns.get(campaign).state == "scheduled":
                desk.rooms.campaigns.pause(campaign)
                desk.run(now + step)
                desk.rooms.campaigns.resume(campaign)
        desk.look()
        seen = max(seen, desk.clock.now())

    came = desk.turns.of(campaign)
    children = {one.occurs_at: one for one in desk.rooms.campaigns.all() if one.parent_id == campaign}
    stated = _turns(first, rule, ZoneInfo(zone), begun, seen)
    started = [one for one in came if one.state == "started"]
    assert {one.at for one in came} <= set(stated)
    assert {one.at for one in started} == set(children)
    assert sorted(desk.sent) == sorted((child.launched_at, 1, child.id) for child in children.values())
    for at, child in children.items():
        assert at is not None and child.launched_at is not None and child.launched_at >= at
        if late == "skip":
            assert child.launched_at - at <= tolerance(minutes)
    # Of what passed while nobody looked one alone is sent: never two of them at once.
    assert len({child.launched_at for child in children.values()}) == len(children)
    for one in came:
        if one.reason == "late":
            assert late == "skip"
        # A later one took its place: it came, too.
        if one.reason == "overtaken":
            assert any(other.at != one.at and other.reason != "overtaken" for other in came)
    if late != "ask":
        assert {one.at for one in came} == set(stated)
    desk.rooms.campaigns.stop(campaign)


def _turns(first: datetime, rule: str, zone: ZoneInfo, after: datetime, until: datetime) -> list[datetime]:
    """The moments of a rule as a clock on the wall shows them: the first one that shows its time, or a later one."""
    found = []
    for wall in rrulestr(f"RRULE:{rule}", dtstart=first).between(
        after.replace(tzinfo=None) - timedelta(days=2), until.replace(tzinfo=None) + timedelta(days=2), inc=True
    ):
        moment = wall.replace(tzinfo=UTC) - timedelta(hours=15)
        while moment.astimezone(zone).replace(tzinfo=None) < wall:
            moment += timedelta(minutes=15)
        if after < moment <= until:
            found.append(moment)
    return found
