"""Decides that a pause holds or discards, that what is closed ends when it is empty, and that versions stay apart."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from tests.fixtures.running import Stage, check_tallies, journey_of, living, stage
from tests.fixtures.studio import T0, add_people, later, store
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.journeys.codec import dump
from whatsapp_studio.journeys.running import Person
from whatsapp_studio.services.running.entering import enter
from whatsapp_studio.storage import runs
from whatsapp_studio.storage.journeys import JourneyStore

__all__ = ["stage", "store"]
HELLO = ("in audience next=hello", "hello send_template next=day failed=out timeout=out", "day wait next=out",
         "out end")  # fmt: skip
WAITS = ("in audience next=day", "day wait next=two", "two wait next=out", "out end")


@pytest.fixture(autouse=True)
def _counted(stage: Stage) -> Iterator[None]:
    yield
    check_tallies(stage.store)


def test_a_pause_that_holds_keeps_time_and_news_until_it_is_over(stage: Stage) -> None:
    running = living(stage)
    ids = add_people(stage.store, 2)
    stage.enter(stage.publish(journey_of(*HELLO)), ids)
    stage.settle()
    stage.message(1, "accepted")
    stage.settle()
    stage.message(2, "sending")
    running.pause("j", "hold")
    stage.message(2, "accepted")
    assert stage.runner.next_due(stage.now) == stage.now
    stage.settle()
    assert stage.runner.next_due(stage.now) is None
    assert stage.store.value("SELECT parked FROM signals") == 1
    stage.go(days=2)
    assert [stage.at(1), stage.at(2)] == ["day", "hello"]
    running.resume("j")
    stage.settle()
    assert [stage.at(1), stage.at(2)] == ["over:end", "day"], "it was sent in time, though that was heard late"
    assert stage.store.value("SELECT count(*) FROM signals") == 0


def test_a_pause_that_discards_ends_whoever_becomes_due_or_would_go_on(stage: Stage) -> None:
    running = living(stage)
    ids = add_people(stage.store, 4)
    plan = stage.publish(journey_of(*HELLO))
    stage.enter(plan, ids[:3])
    stage.settle()
    for n in (1, 2):
        stage.message(n, "accepted")
    stage.settle()
    stage.message(3, "sending")
    running.pause("j", "discard")
    stage.message(1, "delivered")
    stage.message(3, "accepted")
    stage.settle()
    assert [stage.at(n) for n in (1, 2, 3)] == ["day", "day", "over:discarded"]
    stage.go(days=1)
    running.resume("j")
    stage.enter(plan, ids[3:])
    stage.go(days=3)
    assert [stage.at(n) for n in (1, 2, 3, 4)] == ["over:discarded"] * 3 + ["over:end"]


def test_whoever_was_to_be_let_in_during_a_pause_that_discards_is_discarded(stage: Stage) -> None:
    plan = stage.publish(journey_of(*WAITS))
    living(stage).pause("j", "discard")
    assert stage.enter(plan, add_people(stage.store, 1)).entered
    stage.settle()
    assert stage.at(1) == "over:discarded"


def test_a_closed_journey_is_done_when_the_last_one_leaves(stage: Stage) -> None:
    running = living(stage)
    plan = stage.publish(journey_of(*WAITS))
    stage.enter(plan, add_people(stage.store, 1))
    stage.settle()
    running.close("j")
    assert stage.enter(plan, add_people(stage.store, 1, first=2)).refused == {"closed": 1}
    stage.go(days=1)
    assert stage.state("j") == "closed"
    stage.forward(days=1)
    assert stage.step().changes.runs == {"j"}
    assert stage.state("j") == "done"
    assert stage.log("j")[-1] == "done"


def test_a_closed_journey_that_was_emptied_elsewhere_is_done_too(stage: Stage) -> None:
    plan = stage.publish(journey_of(*WAITS))
    stage.enter(plan, add_people(stage.store, 1))
    stage.set("j", "closed")
    with stage.store.write() as conn:
        runs.end_where(conn, "r.journey_id = ?", ("j",), "stopped", runs.ms(stage.now))
    assert stage.step().changes == Changes(runs=frozenset({"j"}))
    assert stage.state("j") == "done"


def test_nothing_of_a_stopped_journey_moves_or_is_heard(stage: Stage) -> None:
    ids = add_people(stage.store, 2)
    stage.enter(stage.publish(journey_of(*HELLO)), ids)
    stage.settle()
    stage.message(1, "sending")
    assert living(stage).stop("j") == 2
    stage.message(1, "accepted")
    stage.go(days=3)
    assert [stage.at(1), stage.at(2)] == ["over:stopped"] * 2
    assert stage.way(1) == ["in:next", "hello:"]
    assert stage.outbox() == [("run:1:hello:1", "accepted", ""), ("run:2:hello:1", "excluded", "stopped")]
    assert stage.store.value("SELECT count(*) FROM signals") == 0


def test_whoever_is_inside_stays_on_their_version(stage: Stage) -> None:
    ids = add_people(stage.store, 2)
    first = stage.publish(journey_of(*WAITS))
    stage.enter(first, ids[:1])
    stage.settle()
    second = stage.publish(journey_of("in audience next=new", "new wait next=out", "out end"))
    assert stage.enter(first, ids[1:]).refused == {"closed": 1}
    stage.enter(second, ids[1:])
    stage.open()
    stage.go(days=3)
    assert stage.way(1) == ["in:next", "day:next", "two:next", "out:"]
    assert stage.way(2) == ["in:next", "new:next", "out:"]


def test_a_safe_edit_counts_for_whoever_has_not_come_to_it(stage: Stage) -> None:
    ids = add_people(stage.store, 1)
    plan = stage.publish(journey_of(*WAITS))
    stage.enter(plan, ids)
    stage.settle()
    longer = journey_of(*WAITS, fields={"two": {"duration": {"amount": 9, "unit": "days"}}})
    known = JourneyStore(stage.store)
    kept = known.get("j")
    known.save("j", "Spring", dump(longer), kept.about, stage.now, version_before=False)
    number = known.keep("j", "published", "", stage.now).number
    with stage.store.write() as conn:
        conn.execute("UPDATE plans SET version = ? WHERE id = ?", (number, plan.id))
    stage.go(days=1)
    assert stage.row(1)["due"] == runs.ms(later(days=10))
    assert stage.plans.get(plan.id).version == number


def test_the_next_moment_is_that_of_the_first_who_is_due_and_not_held(stage: Stage) -> None:
    assert stage.runner.next_due(T0) is None
    ids = add_people(stage.store, 2)
    plan = stage.publish(journey_of(*WAITS))
    stage.enter(plan, ids, due=[runs.ms(later(hours=2)), runs.ms(later(hours=1))])
    assert stage.runner.next_due(T0) == later(hours=1)
    assert stage.runner.next_due(later(hours=5)) == later(hours=5)
    stage.set("j", "paused", "hold")
    assert stage.runner.next_due(later(hours=5)) is None
    stage.set("j", "paused", "discard")
    assert stage.runner.next_due(T0) == later(hours=1)


# -- entering ------------------------------------------------------------------------------------------------


def test_nobody_comes_in_again_but_as_the_journey_says(stage: Stage) -> None:
    ids = add_people(stage.store, 1)
    short = ("in audience next=out", "out end")
    plan = stage.publish(journey_of(*short))
    assert stage.enter(plan, [*ids, *ids]).entered == tuple(ids), "named twice is once"
    assert stage.enter(plan, ids).refused == {"inside-already": 1}
    assert stage.enter(plan, ids, force=True).refused == {"inside-already": 1}
    stage.settle()
    assert stage.enter(plan, ids).refused == {"never-again": 1}
    assert stage.enter(plan, ids, force=True).entered == tuple(ids)
    stage.settle()
    again = stage.publish(journey_of(*short, reentry="after_end"))
    assert stage.enter(again, ids).entered == tuple(ids)
    stage.settle()
    period = {"reentry": "after_period", "reentry_after": {"amount": 2, "unit": "days"}}
    rare = stage.publish(journey_of(*short, **period))
    stage.forward(days=1)
    assert stage.enter(rare, ids).refused == {"too-soon": 1}
    stage.forward(days=1)
    assert stage.enter(rare, ids).entered == tuple(ids)


def test_who_is_no_contact_or_no_test_contact_is_not_let_in(stage: Stage) -> None:
    ids = add_people(stage.store, 2)
    with stage.store.write() as conn:
        conn.execute("UPDATE contacts SET is_test = 1 WHERE id = ?", (ids[0],))
    plan = stage.publish(journey_of(*WAITS), test=True)
    made = stage.enter(plan, [*ids, 99])
    assert made.entered == (ids[0],)
    assert made.refused == {"not-test": 1, "gone": 1}
    assert stage.enter(plan, []).refused == {}


def test_each_who_is_let_in_takes_the_next_place_until_there_are_no_more(stage: Stage) -> None:
    ids = add_people(stage.store, 4)
    plan = stage.publish(journey_of(*WAITS))
    stage.enter(plan, ids[1:2])
    made = stage.enter(plan, ids, due=iter([5, 6]))
    assert (made.entered, made.refused) == ((ids[0], ids[2]), {"inside-already": 1, "ended": 1})
    assert [stage.row(n)["due"] for n in (2, 3)] == [5, 6]


def test_a_journey_closed_while_paused_lets_nobody_in(stage: Stage) -> None:
    running = living(stage)
    plan = stage.publish(journey_of(*WAITS))
    running.pause("j")
    assert stage.enter(plan, add_people(stage.store, 1)).entered
    running.close("j")
    assert stage.enter(plan, add_people(stage.store, 1, first=2)).refused == {"closed": 1}


def test_what_an_event_carries_holds_up_nobody_whatever_it_is(stage: Stage) -> None:
    (one,) = add_people(stage.store, 1)
    event = {"n": 10**30, "cut": "a\ud83d", "list": [-(10**25)], "fine": 7}
    stage.enter(stage.publish(journey_of(*WAITS)), [one], event=event)
    stage.settle()
    assert stage.at(1) == "day"
    with stage.store.write() as conn:
        run = runs.unpacked(runs.by_ids(conn, [1])[1], Person())
    assert run.state.event == {"n": str(10**30), "cut": "a?", "list": [str(-(10**25))], "fine": 7}


# -- plans ---------------------------------------------------------------------------------------------------


def test_a_plan_sees_the_workspace_as_it_is_now_and_stays_the_same_where_nothing_changed(stage: Stage) -> None:
    plan = stage.publish(journey_of(*HELLO))
    assert stage.plans.get(plan.id) is plan
    for changes in (Changes(contacts=True), Changes(lists=True), Changes(templates=True), Changes(runs=frozenset("j"))):
        stage.plans.on_changes(changes)
        assert stage.plans.get(plan.id) is plan
    with stage.store.write() as conn:
        conn.execute("INSERT INTO lists (name, created_at) VALUES ('New', '')")
    stage.plans.on_changes(Changes(contacts=True))
    assert stage.plans.get(plan.id).setup.around.lists == ("New",)
    stage.templates = {key: msgspec.structs.replace(one, status="PAUSED") for key, one in stage.templates.items()}
    stage.plans.on_changes(Changes(templates=True))
    assert not stage.plans.get(plan.id).setup.around.templates["spring_offer", "nl"].sendable
    stage.quiet = "21:00-09:00"
    stage.plans.on_changes(Changes(settings=True))
    assert stage.plans.get(plan.id).setup.around.quiet == "21:00-09:00"


def test_a_plan_keeps_the_zone_it_was_published_with(stage: Stage) -> None:
    plan = stage.publish(journey_of(*HELLO), zone="Asia/Tokyo")
    assert plan.setup.zone.key == "Asia/Tokyo"
    assert stage.publish(journey_of(*WAITS), zone="Mars/Base").setup.zone.key == "UTC"


def test_a_plan_that_is_none_is_refused_and_a_journey_without_an_entry_has_no_first(stage: Stage) -> None:
    with pytest.raises(UserError, match="plan-unknown"):
        stage.plans.get(7)
    assert stage.plans.live("j") is None
    plan = stage.publish(journey_of("out end"))
    assert plan.entry == ""
    assert plan.step("out") is not None and plan.step("in") is None
    assert stage.plans.live("j") is plan
    stage.set("j", "closed")
    assert stage.plans.live("j") is None
    with stage.store.write() as conn:
        assert enter(conn, plan, [], "out", at=0, due=0).entered == ()
