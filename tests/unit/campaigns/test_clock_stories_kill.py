"""Clock stories in which something dies, or two do the same: no turn is lost, and none starts twice."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from tests.conftest import SettableClock
from tests.fixtures.clockwork import Clockwork
from tests.fixtures.studio import Workspace, add_people, offer, rooms
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.progress import Cancelled, Progress, Unwatched
from whatsapp_studio.campaigns.draft import Audience, Schedule
from whatsapp_studio.campaigns.programme import Waves
from whatsapp_studio.services.launching import Campaigns
from whatsapp_studio.services.turns import Turns
from whatsapp_studio.storage.campaign_log import CampaignLog
from whatsapp_studio.storage.launches import LaunchStore
from whatsapp_studio.storage.turns import TurnStore

__all__ = ["rooms"]
AMS = "Europe/Amsterdam"
DAILY = Schedule(kind="recurring", local_time="2026-06-01T09:00", zone=AMS, rule="FREQ=DAILY")
SKIPS = Schedule(kind="recurring", local_time="2026-06-01T09:00", zone=AMS, rule="FREQ=DAILY", late="skip")


class Killed(BaseException):
    """The program dies here."""


@pytest.fixture
def stage(rooms: Workspace, clock: SettableClock) -> Clockwork:
    """Monday, 1 June 2026, 08:00 in Amsterdam, with two people."""
    made = Clockwork(rooms, clock, AMS)
    clock.set(made.at("2026-06-01T08:00"))
    add_people(rooms.store, 2)
    return made


def dies(monkeypatch: pytest.MonkeyPatch, where: type, what: str, *, after: bool = False) -> None:
    """Let the program die once it comes to a method, or has done it."""
    whole = getattr(where, what)

    def dying(self: Any, *args: Any, **named: Any) -> Any:
        monkeypatch.setattr(where, what, whole)
        if after:
            whole(self, *args, **named)
        raise Killed

    monkeypatch.setattr(where, what, dying)


@pytest.mark.parametrize(
    ("where", "what", "after"),
    [
        (TurnStore, "make", False), (TurnStore, "make", True), (Campaigns, "launch", False),
        (LaunchStore, "launch", False), (LaunchStore, "launch", True), (Campaigns, "launch", True),
        (TurnStore, "keep", False), (TurnStore, "keep", True),
    ],
)  # fmt: skip
def test_a_turn_is_neither_lost_nor_doubled_wherever_the_program_dies(
    stage: Clockwork, monkeypatch: pytest.MonkeyPatch, where: type, what: str, after: bool
) -> None:
    campaign = stage.launch(DAILY)
    dies(monkeypatch, where, what, after=after)
    stage.clock.set(stage.at("2026-06-01T09:00"))
    with pytest.raises(Killed):
        stage.look()

    stage.restart()
    stage.run(stage.at("2026-06-02T12:00"))

    assert stage.times() == ["06-01 09:00 x2", "06-02 09:00 x2"]
    assert stage.came(campaign) == ["06-01 09:00 started", "06-02 09:00 started"]
    assert len(stage.rooms.campaigns.all()) == 3
    stage.check()


def test_a_turn_that_was_only_made_when_the_program_died_is_left_out_when_it_is_too_late(
    stage: Clockwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    campaign = stage.launch(SKIPS)
    dies(monkeypatch, Campaigns, "launch")
    stage.clock.set(stage.at("2026-06-01T09:00"))
    with pytest.raises(Killed):
        stage.look()
    assert [one.name for one in stage.rooms.campaigns.all()] == ["Spring · 2026-06-01", "Spring"]

    stage.restart()
    stage.sleep(stage.at("2026-06-01T12:00"))
    stage.look()

    assert (stage.times(), stage.came(campaign)) == ([], ["06-01 09:00 skipped late"])
    assert [one.name for one in stage.rooms.campaigns.all()] == ["Spring"]
    stage.check()


def test_two_that_start_the_same_turn_at_once_start_it_once(stage: Clockwork) -> None:
    campaign = stage.launch(DAILY)
    stage.clock.set(stage.at("2026-06-01T09:00"))
    together = threading.Barrier(3)

    def work() -> None:
        turns = Turns(
            stage.rooms.store, stage.rooms.campaigns, stage.clock, lambda _: None, wake=lambda: None
        )
        together.wait()
        turns.do(Unwatched())
        stage.rooms.store.close_thread()

    threads = [threading.Thread(target=work) for _ in range(3)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    stage.look()

    assert stage.times() == ["06-01 09:00 x2"]
    assert stage.came(campaign) == ["06-01 09:00 started"]
    assert len(stage.rooms.campaigns.all()) == 2
    stage.check()


def test_a_second_launch_of_the_campaign_changes_nothing(stage: Clockwork) -> None:
    campaign = stage.launch(DAILY)

    with pytest.raises(StudioError, match="campaign-not-a-draft"):
        stage.rooms.campaigns.launch(campaign, typed_count=None)

    stage.run(stage.at("2026-06-01T10:00"))
    assert stage.times() == ["06-01 09:00 x2"]


@pytest.mark.parametrize("what", ["pause", "stop"])
@pytest.mark.parametrize("where", ["planned", "written"])
def test_what_is_paused_or_stopped_while_a_turn_is_made_starts_nothing(
    stage: Clockwork, monkeypatch: pytest.MonkeyPatch, what: str, where: str
) -> None:
    campaign = stage.launch(SKIPS)
    whole, planned = LaunchStore.launch, Campaigns._planned

    def late(self: LaunchStore, *args: Any, **named: Any) -> int:
        # The transaction of this thread is open already: a person's word comes right before it.
        return whole(self, *args, **named)

    def between(self: Campaigns, *args: Any, **named: Any) -> Any:
        found = list(planned(self, *args, **named))
        getattr(stage.rooms.campaigns, what)(campaign)
        return iter(found)

    def while_planning(self: Campaigns, *args: Any, **named: Any) -> Any:
        getattr(stage.rooms.campaigns, what)(campaign)
        return planned(self, *args, **named)

    monkeypatch.setattr(LaunchStore, "launch", late)
    monkeypatch.setattr(Campaigns, "_planned", between if where == "written" else while_planning)
    stage.clock.set(stage.at("2026-06-01T09:00"))
    stage.look()
    monkeypatch.undo()

    assert stage.rooms.campaigns.get(campaign).state == ("paused" if what == "pause" else "stopped")
    stage.run(stage.at("2026-06-01T12:00"))
    assert (stage.times(), stage.came(campaign)) == ([], [])
    assert [one.name for one in stage.rooms.campaigns.all()] == ["Spring"]
    if what == "pause":
        stage.rooms.campaigns.resume(campaign)
        stage.run(stage.at("2026-06-02T12:00"))
        assert stage.came(campaign) == ["06-01 09:00 skipped late", "06-02 09:00 started"]
    stage.check()


class Ends(Progress):
    def report(self, done: int, total: int | None = None) -> None:
        self.ended = done > 0

    def cancelled(self) -> bool:
        return getattr(self, "ended", False)


def test_the_program_ends_while_a_turn_is_planned_and_goes_on_with_it(stage: Clockwork) -> None:
    campaign = stage.launch(DAILY)
    stage.clock.set(stage.at("2026-06-01T09:00"))
    with pytest.raises(Cancelled):
        stage.turns.do(Ends())
    assert stage.came(campaign) == []

    stage.restart()
    stage.run(stage.at("2026-06-01T10:00"))

    assert stage.times() == ["06-01 09:00 x2"]
    stage.check()


def test_a_turn_that_is_blocked_waits_for_a_person_and_is_sent_once_it_is_mended(stage: Clockwork) -> None:
    campaign = stage.launch(DAILY)
    stage.rooms.keep_templates(offer("Dear {{1}}, summer is here"))
    stage.run(stage.at("2026-06-01T12:00"))

    kept = stage.rooms.campaigns.get(campaign)
    assert (kept.state, kept.pause_reason) == ("paused", "turn-blocked")
    assert stage.came(campaign) == ["06-01 09:00 blocked template-changed"]
    assert [one.code for one in CampaignLog(stage.rooms.store).of(campaign)] == ["turn-blocked"]
    assert len(stage.rooms.campaigns.all()) == 1

    stage.rooms.keep_templates(offer())
    stage.rooms.campaigns.resume(campaign)
    stage.run(stage.at("2026-06-02T12:00"))
    assert stage.times() == ["06-01 12:00 x2", "06-02 09:00 x2"]
    assert stage.came(campaign) == ["06-01 09:00 started", "06-02 09:00 started"]
    stage.check()


@pytest.mark.parametrize("schedule", [SKIPS, Schedule("at", "2026-06-01T09:00", AMS, late="skip")])
def test_what_meta_paused_over_its_start_goes_by_its_late_rule_once_it_is_approved(
    stage: Clockwork, schedule: Schedule
) -> None:
    campaign = stage.launch(schedule)
    stage.rooms.keep_templates(offer(status="PAUSED"))
    stage.run(stage.at("2026-06-01T12:00"))
    assert stage.rooms.campaigns.get(campaign).pause_reason == "held-paused"

    stage.rooms.keep_templates(offer())
    stage.look()

    assert stage.times() == []
    kept = stage.rooms.campaigns.get(campaign)
    assert (kept.state, kept.counts.excluded) == (("scheduled", 0) if kept.recurs else ("done", 2))
    stage.check()


def test_after_a_backup_was_put_back_what_may_have_been_sent_is_not_sent_again(
    stage: Clockwork, rooms: Workspace
) -> None:
    campaign = stage.launch(DAILY)
    stage.run(stage.at("2026-06-01T12:00"))
    rooms.campaigns.pause(campaign, "restored")
    stage.sleep(stage.at("2026-06-03T12:00"))
    stage.look()

    rooms.campaigns.resume(campaign)
    stage.run(stage.at("2026-06-04T12:00"))

    assert stage.times() == ["06-01 09:00 x2", "06-04 09:00 x2"]
    assert stage.came(campaign) == [
        "06-01 09:00 started", "06-02 09:00 skipped restored", "06-03 09:00 skipped restored", "06-04 09:00 started",
    ]  # fmt: skip
    stage.check()


def test_a_turn_that_comes_due_while_another_is_planned_starts_at_once(
    stage: Clockwork, rooms: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = stage.launch(DAILY)
    minute_later = Schedule(kind="recurring", local_time="2026-06-01T09:01", zone=AMS, rule="FREQ=DAILY")
    second = stage.launch(minute_later, name="Summer")
    planned = Campaigns._planned

    def takes_a_minute(self: Campaigns, *args: Any, **named: Any) -> Any:
        stage.clock.forward(minutes=1)
        return planned(self, *args, **named)

    monkeypatch.setattr(Campaigns, "_planned", takes_a_minute)
    stage.clock.set(stage.at("2026-06-01T09:00"))
    stage.turns.do(Unwatched())

    assert [stage.came(one) for one in (first, second)] == [["06-01 09:00 started"], ["06-01 09:01 started"]]


def test_each_turn_asks_anew_who_is_in_its_audience_and_nobody_is_no_reason_to_stop(
    stage: Clockwork, rooms: Workspace
) -> None:
    members = rooms.contacts.create_list("Members")
    campaign = stage.launch(DAILY, audience=Audience("list", members.id))
    stage.run(stage.at("2026-06-01T12:00"))
    assert stage.came(campaign) == ["06-01 09:00 skipped audience-empty"]

    rooms.contacts.add_to_list(members.id, [1])
    stage.run(stage.at("2026-06-02T12:00"))
    rooms.contacts.add_to_list(members.id, [2])
    stage.run(stage.at("2026-06-03T12:00"))
    rooms.contacts.set_consent([1, 2], "no", "by hand")
    stage.run(stage.at("2026-06-04T12:00"))

    assert stage.times() == ["06-02 09:00 x1", "06-03 09:00 x2"]
    assert stage.came(campaign)[-1] == "06-04 09:00 skipped nobody-reachable"
    assert [one.code for one in CampaignLog(rooms.store).of(campaign)] == ["turn-without-people"] * 2
    stage.check()


def test_turns_are_not_asked_for_the_count_nor_the_code_and_have_names_of_their_own(
    stage: Clockwork, rooms: Workspace
) -> None:
    campaign = stage.launch(DAILY)
    rooms.settings.type_count_above, rooms.settings.second_look = 1, True
    taken = rooms.campaigns.create(rooms.campaigns.get(campaign).draft.__class__(name="Spring · 2026-06-01"))
    stage.run(stage.at("2026-06-01T12:00"))

    (turn,) = [one for one in rooms.campaigns.all() if one.parent_id]
    assert (turn.name, turn.parent_id, turn.state) == ("Spring · 2026-06-01 (2)", campaign, "done")
    assert turn.occurs_at == stage.at("2026-06-01T09:00")
    assert turn.draft.name == turn.name and turn.id != taken.id
    assert stage.turns.of(campaign)[0].child_id == turn.id
    stage.check()


def test_waves_with_times_of_their_own_keep_their_distance_at_each_turn(stage: Clockwork, rooms: Workspace) -> None:
    waves = Waves(sizes=(50, 50), times=("2026-06-01T22:30",), hold_percent=None)
    stage.launch(DAILY, waves=waves)
    stage.run(stage.at("2026-06-03T08:00"))

    assert stage.times() == ["06-01 09:00 x1", "06-01 22:30 x1", "06-02 09:00 x1", "06-02 22:30 x1"]
    stage.check()


def test_a_launch_is_undone_until_the_first_turn_has_started(stage: Clockwork, rooms: Workspace) -> None:
    campaign = stage.launch(DAILY)
    undone = rooms.campaigns.undo_launch(campaign)
    assert (undone.state, undone.recurs, undone.starts_at) == ("draft", False, None)
    stage.run(stage.at("2026-06-01T12:00"))
    assert stage.times() == []

    rooms.campaigns.launch(campaign, typed_count=None)
    stage.run(stage.at("2026-06-02T12:00"))
    with pytest.raises(StudioError, match="already-left"):
        rooms.campaigns.undo_launch(campaign)
    assert stage.times() == ["06-02 09:00 x2"]
    stage.check()


def test_what_is_to_come_is_said_of_drafts_and_of_campaigns_that_recur(stage: Clockwork, rooms: Workspace) -> None:
    campaign = rooms.campaigns.get(stage.launch(DAILY))
    assert campaign.starts_at == stage.at("2026-06-01T09:00")
    assert campaign.recurs and campaign.state == "scheduled"

    found = stage.turns.upcoming(campaign, 2)
    assert [one.at for one in found] == [stage.at("2026-06-01T09:00"), stage.at("2026-06-02T09:00")]
    assert stage.turns.upcoming(campaign.draft, 2) == found
    assert stage.turns.upcoming(rooms.campaigns.stop(campaign.id)) == ()
    once = Schedule("at", "2026-06-01T09:00", AMS)
    assert stage.turns.upcoming(rooms.campaigns.get(stage.launch(once, name="Once"))) == ()


def test_nothing_is_answered_that_was_not_asked_and_answers_are_in_the_audit_log(
    stage: Clockwork, rooms: Workspace
) -> None:
    asks = Schedule(kind="recurring", local_time="2026-06-01T09:00", zone=AMS, rule="FREQ=DAILY", late="ask")
    campaign = stage.launch(asks)
    with pytest.raises(StudioError, match="late-not-asked"):
        stage.turns.answer_late(campaign, True)
    stage.sleep(stage.at("2026-06-01T12:00"))
    stage.look()
    stage.turns.answer_late(campaign, True)
    with pytest.raises(StudioError, match="late-not-asked"):
        stage.turns.answer_late(campaign, True)

    noted = [row["action"] for row in rooms.store.rows("SELECT action FROM audit ORDER BY id")]
    assert noted[-1] == "campaign-late-sent"
