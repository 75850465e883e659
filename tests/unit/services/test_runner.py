"""Decides that a batch moves everybody on once, whole, in the order of time, and that one bad run holds up nobody."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.conftest import ExpectedLogs
from tests.fixtures.running import Stage, check_tallies, journey_of, stage
from tests.fixtures.studio import T0, add_people, store
from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.services.running import batch, runner, world
from whatsapp_studio.storage import runs
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.db import Store

__all__ = ["stage", "store"]
HELLO = ("in audience next=hello", "hello send_template next=day failed=out timeout=late", "day wait next=last",
         "last send_template next=out failed=out timeout=out", "late wait next=out", "out end")  # fmt: skip
WAITS = ("in audience next=day", "day wait next=two", "two wait next=out", "out end")
DUTCH = {"field": "contact.language", "op": "is", "value": "nl"}


def other(journey: Journey, id: str) -> Journey:
    return type(journey)(**{**{f: getattr(journey, f) for f in journey.__struct_fields__}, "id": id, "name": id})


def test_a_message_is_queued_with_the_move_and_the_way_goes_on_as_it_was_taken(stage: Stage) -> None:
    ids = add_people(stage.store, 3)
    plan = stage.publish(journey_of(*HELLO))
    assert stage.enter(plan, ids).entered == tuple(ids)
    worked = stage.step()
    assert (worked.moved, worked.more, worked.asked) == (3, False, 3)
    assert worked.changes.runs == {"j"}
    assert stage.outbox() == [(f"run:{n}:hello:1", "ready", "") for n in (1, 2, 3)]
    row = stage.store.row("SELECT * FROM outbox WHERE id = 1")
    assert row is not None
    assert (row["contact_id"], row["phone"], row["name"]) == (ids[0], "+31600000001", "Name1 Jansen")
    assert json.loads(row["fill"]) == {"body.1": "Name1"}
    assert row["not_after"] == "2026-03-03T21:00:00.000+00:00"
    stage.forward(minutes=1)
    stage.message(1, "accepted")
    assert stage.settle() == 1
    assert [stage.at(n) for n in (1, 2, 3)] == ["day", "hello", "hello"]
    stage.go(days=1)
    stage.message(1, "accepted")
    stage.go(days=1, hours=1)
    assert stage.way(1) == ["in:next", "hello:next", "day:next", "last:next", "out:"]
    assert [stage.at(n) for n in (1, 2, 3)] == ["over:end"] * 3
    assert stage.way(2) == ["in:next", "hello:timeout", "late:next", "out:"]
    assert stage.tallies(plan)["out", "ended", "end"] == 3
    assert stage.runner.next_due(stage.now) is None
    check_tallies(stage.store)


def test_a_message_that_was_not_sent_in_time_never_leaves_but_one_on_its_way_stays(stage: Stage) -> None:
    ids = add_people(stage.store, 2)
    stage.enter(stage.publish(journey_of(*HELLO)), ids)
    stage.settle()
    stage.message(2, "sending")
    stage.go(days=1, minutes=1)
    assert [stage.at(1), stage.at(2)] == ["late", "late"]
    assert stage.outbox() == [("run:1:hello:1", "excluded", "timed-out"), ("run:2:hello:1", "sending", "")]
    stage.message(2, "accepted")
    stage.settle()
    assert stage.at(2) == "late", "news of what was left behind moves nobody"


def test_whoever_leaves_while_the_message_waits_is_not_written_to(stage: Stage) -> None:
    exits = [{"id": "x", "name": "Bought", "on": "event", "event": "bought", "rule": None}]
    ids = add_people(stage.store, 1)
    stage.enter(stage.publish(journey_of(*HELLO, exits=exits)), ids)
    stage.settle()
    stage.signal("event", contact_id=ids[0], text="bought")
    stage.settle()
    assert stage.at(1) == "over:exit"
    assert stage.outbox() == [("run:1:hello:1", "excluded", "timed-out")]
    check_tallies(stage.store)


def test_in_one_batch_a_message_may_be_asked_for_and_no_longer_wanted(stage: Stage) -> None:
    exits = [{"id": "x", "name": "Bought", "on": "event", "event": "bought", "rule": None}]
    ids = add_people(stage.store, 1)
    stage.enter(stage.publish(journey_of(*HELLO, exits=exits)), ids)
    stage.forward(seconds=1)
    stage.signal("event", contact_id=ids[0], text="bought")
    stage.step()
    assert stage.at(1) == "over:exit"
    assert stage.outbox() == [("run:1:hello:1", "excluded", "timed-out")]


def test_what_is_due_for_the_longest_goes_first_over_all_journeys(store: Store) -> None:
    stage = Stage(store)
    stage.runner = runner.Runner(store, stage.plans, at_once=2)
    ids = add_people(store, 2)
    one, two = stage.publish(journey_of(*WAITS)), stage.publish(other(journey_of(*WAITS), "k"))
    early, late = runs.ms(T0) - 2000, runs.ms(T0) - 1000
    stage.enter(one, ids[:1], due=late)
    stage.enter(two, ids[:1], due=early)
    stage.enter(one, ids[1:], due=early + 1)
    worked = stage.step()
    assert worked.more
    assert [stage.at(n) for n in (1, 2, 3)] == ["in", "day", "day"]
    assert not stage.step().more
    assert stage.at(1) == "day"


def test_a_contact_that_is_nowhere_leaves_when_its_time_comes_or_something_is_heard(stage: Stage) -> None:
    ids = add_people(stage.store, 3)
    plan = stage.publish(journey_of(*HELLO))
    stage.enter(plan, ids)
    stage.settle()
    for n in (1, 2):
        stage.message(n, "accepted")
    stage.settle()
    with stage.store.write() as conn:
        conn.execute("DELETE FROM contacts")
    stage.message(1, "delivered")
    stage.settle()
    assert [stage.at(n) for n in (1, 2, 3)] == ["over:gone", "day", "hello"]
    stage.go(days=1)
    assert [stage.at(n) for n in (1, 2, 3)] == ["over:gone"] * 3
    assert stage.way(2)[-1] == "day:"
    assert ("run:3:hello:1", "excluded", "timed-out") in stage.outbox()
    check_tallies(stage.store)


def test_a_cap_lets_exactly_so_many_through_over_batches_and_versions(store: Store) -> None:
    stage = Stage(store)
    lines = ("in audience next=cap", "cap condition within=few other=many", "few wait next=out", "many wait next=out",
             "out end")  # fmt: skip
    capped = {"cap": {"by": "cap", "cap": 5}}
    stage.runner = runner.Runner(store, stage.plans, at_once=2)
    ids = add_people(store, 12)
    stage.enter(stage.publish(journey_of(*lines, fields=capped)), ids[:3])
    stage.settle()
    slower = {**capped, "few": {"duration": {"amount": 2, "unit": "days"}}}
    stage.enter(stage.publish(journey_of(*lines, fields=slower)), ids[3:])
    stage.settle()
    assert [stage.at(n) for n in range(1, 13)] == ["few"] * 5 + ["many"] * 7
    stage.open()
    assert stage.plans.get(2).setup.taken == {}
    check_tallies(store)


def test_a_transaction_that_breaks_leaves_nothing_and_is_made_again_whole(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = add_people(stage.store, 2)
    stage.enter(stage.publish(journey_of(*HELLO)), ids)
    before = dump(stage.store)

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(runs, "consume", broken)
        with pytest.raises(KeyboardInterrupt):
            stage.step()
    assert dump(stage.store) == before
    stage.open()
    stage.settle()
    assert [key for key, _, _ in stage.outbox()] == ["run:1:hello:1", "run:2:hello:1"]


def dump(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    tables = ("runs", "passes", "tallies", "signals", "effects", "outbox", "campaigns", "journey_log")
    return {table: [tuple(row) for row in store.rows(f"SELECT * FROM {table}")] for table in tables}


def test_what_a_step_changes_is_seen_by_the_next_and_by_others_of_the_same_batch(stage: Stage) -> None:
    changes = {
        "set": {"changes": [{"field": "contact.language", "value": "nl"}, {"field": "contact.points", "value": "7"}]},
        "yes": {"reason": "asked"}, "on": {"list": "VIP"}, "off": {"do": "remove", "list": "Old"},
    }  # fmt: skip
    lines = ("in audience next=set", "set update_contact next=yes", "yes consent next=on", "on list_member next=off",
             "off list_member next=day", "day wait next=out", "out end")  # fmt: skip
    asks = {"c": {"rules": [{"id": "p0", "name": "Dutch", "rule": DUTCH}]}}
    (one,) = add_people(stage.store, 1, marketing="unknown")
    ContactStore(stage.store).add_field(CustomField(name="points", label="Points", kind="number"))
    with stage.store.write() as conn:
        conn.execute("INSERT INTO lists (name, created_at) VALUES ('VIP', ''), ('Old', '')")
        conn.execute("INSERT INTO list_members SELECT id, ? FROM lists WHERE name = 'Old'", (one,))
    first = stage.publish(journey_of(*lines, fields=changes))
    second = stage.publish(
        other(journey_of("in audience next=c", "c condition p0=out other=bad", "out end", "bad end", fields=asks), "k")
    )
    stage.enter(first, [one])
    stage.enter(second, [one])
    worked = stage.step()
    assert worked.changes.contacts and worked.changes.lists
    assert stage.way(2) == ["in:next", "c:p0", "out:"]
    person = ContactStore(stage.store).get(one)
    assert person is not None
    assert (person.language, person.marketing, person.fields["points"]) == ("nl", "yes", 7)
    lists = stage.store.rows("SELECT l.name FROM list_members m JOIN lists l ON l.id = m.list_id")
    assert [row["name"] for row in lists] == ["VIP"]
    answer, source, *_ = ContactStore(stage.store).ledger(person.phone)[0]
    assert (answer, "asked" in source) == ("yes", True)


def test_requests_and_notices_are_written_down_with_the_move_and_an_answer_moves_on(stage: Stage) -> None:
    lines = ("in audience next=tell", "tell notify next=ask", "ask call_url next=again failed=out timeout=out",
             "again wait next=ask", "out end")  # fmt: skip
    fields = {"ask": {"url": "https://example.com/{{ contact.first_name }}"}, "tell": {"title": "Here"},
              "again": {"duration": {"amount": 1, "unit": "minutes"}}}  # fmt: skip
    stage.enter(stage.publish(journey_of(*lines, fields=fields)), add_people(stage.store, 1))
    worked = stage.step()
    assert worked.changes.notices and worked.asked == 1
    rows = stage.store.rows("SELECT key, kind, state, until FROM effects ORDER BY kind DESC")
    assert [tuple(row) for row in rows] == [
        ("run:1:tell:1", "notify", "ready", None), ("run:1:ask:1", "call", "ready", runs.ms(T0) + 10_000),
    ]  # fmt: skip
    stage.signal("answer", run_id=1, step="ask", visit=1, text="ok", data="answered")
    stage.settle()
    assert stage.at(1) == "again"
    stage.go(minutes=1)
    stage.signal("answer", run_id=1, step="ask", visit=1, text="late", data="answered")
    stage.settle()
    assert (stage.at(1), stage.row(1)["visit"]) == ("ask", 2), "an answer to the first request is none to the second"
    stage.signal("answer", run_id=1, step="ask", visit=2, text="no", data="refused")
    stage.settle()
    assert stage.way(1)[-2:] == ["ask:failed", "out:"]


def test_a_jump_lets_into_the_other_journey_or_says_why_not(stage: Stage) -> None:
    lines = ("in audience next=hop", "hop jump next=day", "day wait next=hop")
    ids = add_people(stage.store, 1)
    plan = stage.publish(journey_of(*lines, fields={"hop": {"journey": "k"}}))
    stage.enter(plan, ids)
    stage.settle()
    assert stage.log("j") == ["jump-refused"]
    target = stage.publish(other(journey_of(*HELLO), "k"))
    stage.go(days=1)
    assert stage.row(2)["plan_id"] == target.id
    assert stage.at(2) == "hello"
    stage.go(days=1)
    assert stage.log("j") == ["jump-refused", "jump-refused"]
    row = stage.store.row("SELECT * FROM journey_log ORDER BY id DESC")
    assert row is not None
    assert (json.loads(row["facts"])["why"], row["contact_id"]) == ("inside-already", ids[0])
    check_tallies(stage.store)


def test_journeys_that_jump_to_each_other_send_nobody_round_for_ever(stage: Stage) -> None:
    """Each may be published while the draft of the other leads elsewhere; the versions that run do not know."""
    lines = ("in audience next=hello", "hello send_template next=hop failed=hop timeout=hop", "hop jump next=out",
             "out end")  # fmt: skip
    ids = add_people(stage.store, 1, marketing="no")
    plan = stage.publish(journey_of(*lines, fields={"hop": {"journey": "k", "if_inside": "restart"}}))
    stage.publish(other(journey_of(*lines, fields={"hop": {"journey": "j", "if_inside": "restart"}}), "k"))
    stage.enter(plan, ids)
    stage.settle()
    assert [stage.log("j"), stage.log("k")] == [[], ["jump-refused"]]
    assert stage.store.value("SELECT count(*) FROM runs") == 2 * world.MOST_AN_HOUR
    check_tallies(stage.store)


def test_a_jump_into_a_journey_that_discards_whoever_comes_is_refused_and_uses_up_no_entry(stage: Stage) -> None:
    lines = ("in audience next=hop", "hop jump next=out", "out end")
    ids = add_people(stage.store, 1)
    target = stage.publish(other(journey_of(*HELLO), "k"))
    stage.set("k", "paused", "discard")
    stage.enter(stage.publish(journey_of(*lines, fields={"hop": {"journey": "k"}})), ids)
    stage.settle()
    assert stage.log("j") == ["jump-refused"]
    stage.set("k", "running")
    assert stage.enter(target, ids).entered == tuple(ids)


def test_a_jump_can_start_the_other_journey_again(stage: Stage) -> None:
    lines = ("in audience next=day", "day wait next=hop", "hop jump next=out", "out end")
    ids = add_people(stage.store, 1)
    plan = stage.publish(journey_of(*lines, fields={"hop": {"journey": "k", "if_inside": "restart"}}))
    target = stage.publish(other(journey_of(*HELLO), "k"))
    stage.enter(target, ids)
    stage.enter(plan, ids)
    stage.go(hours=1)
    assert stage.outbox() == [("run:1:hello:1", "ready", "")]
    stage.go(days=1)
    assert stage.at(1) in ("over:restarted", "over:end", "late")
    assert stage.outbox()[0][1] == "excluded"
    assert stage.at(3) == "hello"
    assert stage.log("j") == []
    check_tallies(stage.store)


def test_a_step_that_cannot_be_taken_holds_up_nobody_and_is_tried_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, expect_logs: ExpectedLogs
) -> None:
    ids = add_people(stage.store, 3)
    stage.enter(stage.publish(journey_of(*WAITS, life={"amount": 3, "unit": "days"})), ids)
    stage.settle()
    right = batch.due

    def wrong(setup: Any, run: Any, at: Any) -> Any:
        if run.state.person.number == ids[1]:
            raise ZeroDivisionError
        return right(setup, run, at)

    expect_logs("run 2 could not go on from step")
    with monkeypatch.context() as patched:
        patched.setattr(batch, "due", wrong)
        stage.go(days=1)
        assert [stage.at(n) for n in (1, 2, 3)] == ["two", "day", "two"]
        assert stage.log("j") == ["step-broken"]
        stage.go(hours=1)
        assert stage.log("j") == ["step-broken"] * 2
        assert stage.row(2)["due"] == runs.ms(stage.now) + 3_600_000
    stage.go(hours=1)
    assert stage.at(2) == "two"
    with monkeypatch.context() as patched:
        patched.setattr(batch, "due", wrong)
        stage.go(days=3)
    assert stage.at(2) == "over:life"
    check_tallies(stage.store)


def test_whoever_waits_to_be_let_in_enters_when_it_is_time_and_late_is_late(stage: Stage) -> None:
    ids = add_people(stage.store, 2)
    plan = stage.publish(journey_of(*HELLO, late="skip"))
    at = runs.ms(T0)
    stage.enter(plan, ids, due=[at + 60_000, at + 120_000])
    assert stage.settle() == 0
    assert stage.row(1)["code"] == "entering"
    stage.forward(minutes=1)
    stage.settle()
    assert [stage.at(1), stage.at(2)] == ["hello", "in"]
    assert stage.row(1)["entered"] == runs.ms(stage.now)
    stage.forward(hours=5)
    stage.settle()
    assert stage.way(2) == ["in:next", "hello:next"]
    assert stage.codes(2)[-1] == "late-skipped"
    check_tallies(stage.store)


def test_a_late_message_is_asked_about_and_a_decision_sends_it_under_the_same_key(stage: Stage) -> None:
    ids = add_people(stage.store, 2)
    plan = stage.publish(journey_of("in audience next=day", "day wait next=hello", "hello send_template next=out",
                                    "out end", late="ask"))  # fmt: skip
    stage.enter(plan, ids)
    stage.settle()
    stage.forward(days=1, hours=5)
    stage.settle()
    assert [stage.row(n)["code"] for n in (1, 2)] == ["late-ask"] * 2
    assert stage.outbox() == []
    stage.signal("decided", run_id=1, step="hello", visit=1, text="send")
    stage.signal("decided", run_id=2, step="hello", visit=1, text="skip")
    stage.settle()
    assert stage.outbox() == [("run:1:hello:1", "ready", "")]
    assert stage.at(2) == "over:end"
    stage.message(1, "excluded", "late")
    stage.settle()
    assert stage.row(1)["code"] == "late-ask"
    stage.signal("decided", run_id=1, step="hello", visit=1, text="send")
    stage.settle()
    assert stage.outbox() == [("run:1:hello:1", "ready", "")]
